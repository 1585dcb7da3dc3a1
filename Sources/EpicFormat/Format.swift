package import EpicBase
package import EpicDiagnostics
import EpicSyntax

/// What formatting one file gives.
package struct FormatResult: Sendable {
  /// The file in its canonical form, or as it was where that cannot be had.
  package let text: [UInt8]
  /// Whether the canonical form is another text.
  package let isChanged: Bool
  /// A warning if the file is left as it is although nothing is wrong with it. Errors of the text are the parser's to
  /// report, not reported here.
  package let diagnostics: [Diagnostic]
}

/// Writes one file in its canonical form (docs/decisions/0030-formatting.md). Linear in the text's length.
///
/// - Comments, the order of everything, and every token but `;` between statements stay.
/// - A statement with an error in it stays byte for byte as it is. A file with more errors than are shown stays whole.
/// - `format(format(x)) == format(x)` for any bytes. This and the equality of the trees before and after are checked on
///   each result, not assumed: a text for which they would not hold is given back unchanged.
package func format(_ text: [UInt8], source: SourceID) -> FormatResult {
  var interner = Interner.withKeywords()
  let before = parse(text, source: source, interner: &interner)
  let unchanged = FormatResult(text: text, isChanged: false, diagnostics: [])
  if before.diagnostics.contains(where: { $0.code == .tooManyErrors || $0.code == .fileTooLarge }) { return unchanged }
  let output = FormatWriter.write(FormatPlan(before))
  if output == text { return unchanged }
  let after = parse(output, source: source, interner: &interner)
  guard let difference = FormatCheck.difference(before, after) ?? FormatCheck.instability(output, after) else {
    return FormatResult(text: output, isChanged: true, diagnostics: [])
  }
  if before.diagnostics.contains(where: { $0.severity == .error }) { return unchanged }
  let start = SourceSpan(source: source, start: 0, end: 0)
  return FormatResult(
    text: text, isChanged: false,
    diagnostics: [
      Diagnostic(
        .formatRefused, "the file is left as it is, since its canonical form would not be the same program", at: start,
        notes: [difference],
        help: "this is a mistake of the formatter; please report it with the file")
    ])
}
