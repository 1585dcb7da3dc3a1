import EpicBase
import EpicDiagnostics

/// Collects the diagnostics of one file up to the limit.
struct ErrorCollector {
  let source: SourceID
  private(set) var diagnostics: [Diagnostic] = []
  /// Reported beyond the limit and dropped.
  private(set) var dropped = 0

  init(source: SourceID) { self.source = source }

  /// Reports a finding about the bytes `start..<end`.
  mutating func report(
    _ code: DiagnosticCode,
    _ message: @autoclosure () -> String,
    _ start: Int,
    _ end: Int,
    label: String = "",
    secondary: [Annotation] = [],
    help: String? = nil,
    fixes: [FixIt] = []
  ) {
    if diagnostics.count >= Limits.diagnosticsPerFile {
      dropped += 1
      return
    }
    diagnostics.append(
      Diagnostic(
        code, message(), at: span(start, end), label: label, secondary: secondary, help: help, fixes: fixes))
  }

  /// Adds findings that were made elsewhere.
  mutating func report(contentsOf others: [Diagnostic]) {
    let room = max(0, Limits.diagnosticsPerFile - diagnostics.count)
    diagnostics += others.prefix(room)
    dropped += max(0, others.count - room)
  }

  /// The span of `start..<end` in this file.
  func span(_ start: Int, _ end: Int) -> SourceSpan {
    SourceSpan(source: source, start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end))
  }

  /// A fix of one replacement.
  func fix(_ title: String, _ start: Int, _ end: Int, _ replacement: String) -> FixIt {
    FixIt(title, [TextEdit(span(start, end), replacement: replacement)])
  }

  /// The findings in source order, with a last one that counts what was dropped.
  func finished(textEnd: Int) -> [Diagnostic] {
    var sink = DiagnosticSink()
    sink.report(contentsOf: diagnostics)
    var result = sink.sorted
    if dropped > 0 {
      result.append(.tooMany(dropped, .error, at: span(textEnd, textEnd)))
    }
    return result
  }
}

/// The text of bytes for a message, shortened in the middle of nothing: at most 60 bytes, then `…`.
func quoted(_ text: [UInt8], _ start: Int, _ end: Int) -> String {
  let limit = 60
  if end - start <= limit { return String(decoding: text[start..<end], as: UTF8.self) }
  return String(decoding: text[start..<start + limit], as: UTF8.self) + "…"
}
