import EpicBase
import EpicDiagnostics
import Testing

@Suite struct SinkTests {
  private func finding(_ code: DiagnosticCode, _ file: UInt32, _ start: Int) -> Diagnostic {
    Diagnostic(code, "no", at: SourceSpan(source: SourceID(file), start: UInt32(start), end: UInt32(start + 1)))
  }

  @Test func errorsOfAFileBeyondTheLimitAreCounted() {
    var sink = DiagnosticSink()
    for index in (0..<Limits.diagnosticsPerFile + 7).reversed() { sink.report(finding(.typeMismatch, 1, index)) }
    for index in 0..<Limits.diagnosticsPerFile { sink.report(finding(.typeMismatch, 2, index)) }
    for index in 0..<Limits.diagnosticsPerFile + 1 { sink.report(finding(.negatedAbsence, 1, 1000 + index)) }
    let sorted = sink.sorted
    #expect(sorted.count == 3 * Limits.diagnosticsPerFile + 2)
    let lines = sorted.filter { $0.code == .tooManyErrors }
    #expect(
      lines.map(\.message) == [
        "the file has 7 more errors than the 200 shown", "the file has 1 more warnings than the 200 shown",
      ])
    #expect(lines.map(\.severity) == [.error, .warning])
    #expect(lines.allSatisfy { $0.primary.span.source == SourceID(1) })
  }

  @Test func whatTheParserDroppedIsCountedToo() {
    var sink = DiagnosticSink()
    for index in 0..<Limits.diagnosticsPerFile + 1 { sink.report(finding(.typeMismatch, 0, index)) }
    sink.report(.tooMany(5, .error, at: SourceSpan(source: SourceID(0), start: 900, end: 900)))
    #expect(sink.sorted.last?.message == "the file has 6 more errors than the 200 shown")
    #expect(sink.sorted.count == Limits.diagnosticsPerFile + 1)
  }
}
