package import EpicBase

/// How much a finding matters.
package enum Severity: UInt8, Hashable, Sendable, Comparable {
  /// Nothing is emitted while one stands.
  case error
  case warning
  case note

  package static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }

  /// The word shown to people.
  package var word: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note: "note"
    }
  }
}

/// A span with a label, shown under the source line.
package struct Annotation: Hashable, Sendable {
  package var span: SourceSpan
  /// A short phrase; may be empty for the primary span.
  package var label: String

  package init(_ span: SourceSpan, _ label: String = "") {
    self.span = span
    self.label = label
  }
}

/// A replacement of bytes.
package struct TextEdit: Hashable, Sendable {
  package var span: SourceSpan
  package var replacement: String

  package init(_ span: SourceSpan, replacement: String) {
    self.span = span
    self.replacement = replacement
  }
}

/// One way to mend the finding: edits that are applied together. The edits do not overlap.
package struct FixIt: Hashable, Sendable {
  /// What the fix does, in the imperative: "write `5s`".
  package var title: String
  package var edits: [TextEdit]

  package init(_ title: String, _ edits: [TextEdit]) {
    self.title = title
    self.edits = edits
  }
}

/// One finding about the user's input. Diagnostics are data: making one prints nothing.
package struct Diagnostic: Hashable, Sendable {
  /// Stable code and default severity, from the registry.
  package var code: DiagnosticCode
  package var severity: Severity
  /// One sentence in the present tense, quoting the user's text in backquotes, without a full stop.
  package var message: String
  package var primary: Annotation
  /// Labelled spans that explain the finding; may lie in other files.
  package var secondary: [Annotation]
  /// Lines shown as `= example: …` or other free notes.
  package var notes: [String]
  /// What to do, in the imperative, or what to know. It may be advice that no fix follows, such as what another person
  /// may write: what the first fix does is said by its title.
  package var help: String?
  /// Ways to mend the finding, the best first.
  package var fixes: [FixIt]
  /// How many findings it stands for.
  package var count = 1

  package init(
    _ code: DiagnosticCode,
    _ message: String,
    at span: SourceSpan,
    label: String = "",
    secondary: [Annotation] = [],
    notes: [String] = [],
    help: String? = nil,
    fixes: [FixIt] = []
  ) {
    self.code = code
    severity = code.severity
    self.message = message
    primary = Annotation(span, label)
    self.secondary = secondary
    self.notes = notes
    self.help = help
    self.fixes = fixes
  }
}

extension Diagnostic {
  /// Whether the help says what the first fix does: it starts with the fix's title, or asks whether the word was meant
  /// that the fix writes. Only then may one line stand for both.
  package var helpIsFix: Bool {
    guard let help, let fix = fixes.first, !fix.title.isEmpty else { return false }
    if help == "did you mean \(fix.title.dropFirst("write ".count))?" { return fix.title.hasPrefix("write ") }
    guard help.hasPrefix(fix.title) else { return false }
    return help.utf8.count == fix.title.utf8.count || ",;: ".contains(help.dropFirst(fix.title.count).prefix(1))
  }
}

/// Collects diagnostics of one run. Order of reporting does not matter: `sorted` gives source order.
package struct DiagnosticSink: Sendable {
  package private(set) var diagnostics: [Diagnostic] = []
  package private(set) var errorCount = 0

  package init() {}

  package var hasErrors: Bool { errorCount > 0 }

  package mutating func report(_ diagnostic: Diagnostic) {
    if diagnostic.severity == .error { errorCount += 1 }
    diagnostics.append(diagnostic)
  }

  package mutating func report(contentsOf others: [Diagnostic]) {
    for diagnostic in others { report(diagnostic) }
  }

  /// All findings in source order, exact duplicates removed, and those of a file beyond the limit counted.
  package var sorted: [Diagnostic] {
    let order = diagnostics.indices.sorted { left, right in
      let first = diagnostics[left]
      let second = diagnostics[right]
      if first.primary.span != second.primary.span { return first.primary.span < second.primary.span }
      if first.code != second.code { return first.code.name < second.code.name }
      return left < right
    }
    var result: [Diagnostic] = []
    for index in order where result.last != diagnostics[index] { result.append(diagnostics[index]) }
    return DiagnosticSink.shortened(result)
  }

  /// At most `Limits.diagnosticsPerFile` errors of each file and as many warnings, with a last one each that counts the
  /// rest. Linear: what is sorted by file lies together.
  private static func shortened(_ sorted: [Diagnostic]) -> [Diagnostic] {
    var result: [Diagnostic] = []
    result.reserveCapacity(sorted.count)
    var file = 0
    while file < sorted.count {
      var end = file
      while end < sorted.count && sorted[end].primary.span.source == sorted[file].primary.span.source { end += 1 }
      if end - file <= Limits.diagnosticsPerFile {
        result += sorted[file..<end]
      } else {
        append(sorted[file..<end], to: &result)
      }
      file = end
    }
    return result
  }

  private static func append(_ file: ArraySlice<Diagnostic>, to result: inout [Diagnostic]) {
    var shown = (errors: 0, others: 0)
    var dropped = (errors: 0, others: 0)
    var last = SourceSpan(source: SourceID(0), start: 0, end: 0)
    for diagnostic in file {
      last = diagnostic.primary.span
      if diagnostic.code == .tooManyErrors {
        dropped.errors += diagnostic.count
      } else if diagnostic.severity == .error {
        shown.errors += 1
        if shown.errors > Limits.diagnosticsPerFile { dropped.errors += 1 } else { result.append(diagnostic) }
      } else {
        shown.others += 1
        if shown.others > Limits.diagnosticsPerFile { dropped.others += 1 } else { result.append(diagnostic) }
      }
    }
    let end = SourceSpan(source: last.source, start: last.end, end: last.end)
    if dropped.errors > 0 { result.append(.tooMany(dropped.errors, .error, at: end)) }
    if dropped.others > 0 { result.append(.tooMany(dropped.others, .warning, at: end)) }
  }
}

extension Diagnostic {
  /// The line that stands for findings of a file which are not shown.
  package static func tooMany(_ count: Int, _ severity: Severity, at span: SourceSpan) -> Diagnostic {
    var diagnostic = Diagnostic(
      .tooManyErrors,
      "the file has \(count) more \(severity.word)s than the \(Limits.diagnosticsPerFile) shown", at: span)
    diagnostic.severity = severity
    diagnostic.count = count
    return diagnostic
  }
}
