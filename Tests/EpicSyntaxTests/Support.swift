import EpicBase
import EpicDiagnostics
import EpicSyntax
import Testing

/// Parses a text as the only file.
func parsed(_ text: String) -> ParseResult {
  var interner = Interner.withKeywords()
  return parse(Array(text.utf8), source: SourceID(0), interner: &interner)
}

/// Parses bytes as the only file.
func parsed(_ bytes: [UInt8]) -> ParseResult {
  var interner = Interner.withKeywords()
  return parse(bytes, source: SourceID(0), interner: &interner)
}

extension Diagnostic {
  /// `E0101 3..5 message`, for comparison and for reading failures.
  var line: String { "\(code.name) \(primary.span.start)..\(primary.span.end) \(message)" }
}

/// The text with the edits of a fix applied.
func applying(_ fix: FixIt, to text: String) -> String {
  var bytes = Array(text.utf8)
  let edits = fix.edits.enumerated().sorted {
    ($0.element.span.start, $0.offset) > ($1.element.span.start, $1.offset)
  }
  for (_, edit) in edits {
    bytes.replaceSubrange(Int(edit.span.start)..<Int(edit.span.end), with: Array(edit.replacement.utf8))
  }
  return String(decoding: bytes, as: UTF8.self)
}
