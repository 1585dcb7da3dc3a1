import EpicBase
import EpicDiagnostics
import EpicSyntax
import Testing

@Suite struct DiagnosticTests {
  @Test(arguments: DiagnosticCase.lexical + DiagnosticCase.syntax)
  func oneMistakeIsOneError(_ example: DiagnosticCase) {
    let result = parsed(example.source)
    #expect(result.diagnostics.map(\.code.name) == [example.code], "\(result.diagnostics.map(\.line))")
    guard let diagnostic = result.diagnostics.first else { return }
    #expect(diagnostic.fixes.map { applying($0, to: example.source) } == example.fixed)
    for text in example.fixed {
      #expect(parsed(text).diagnostics.map(\.line) == [], "the fix leaves an error in: \(text)")
    }
  }

  @Test func everyCodeOfTheLexerAndParserHasACase() {
    let shown = Set((DiagnosticCase.lexical + DiagnosticCase.syntax).map(\.code))
    // Those with a test of their own below, and two that were retired.
    let elsewhere: Set = ["E0001", "E0026", "E0122", "E0123"]
    let retired: Set = ["E0024", "E0025"]
    let lexical = (1...27).map { "E00" + ($0 < 10 ? "0" : "") + String($0) }
    let syntax = (1...23).map { "E01" + ($0 < 10 ? "0" : "") + String($0) }
    #expect((lexical + syntax).filter { !shown.union(elsewhere).union(retired).contains($0) } == [])
  }

  @Test func aComparatorOfAnotherLanguageMayStandBeforeAnUnfinishedString() {
    for text in ["x: when header a contains \"", "x: when a contains '", "x: when a contains", "x: when a not exists"] {
      #expect(!parsed(text).diagnostics.isEmpty, "\(text)")
    }
  }

  @Test func aFileThatIsNotUTF8SaysSoOnce() {
    let bad: [[UInt8]] = [
      [0xFF], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC3],
    ]
    for bytes in bad {
      let result = parsed(Array("a \"".utf8) + bytes + Array("\"\n".utf8))
      #expect(result.diagnostics.map(\.code.name) == ["E0001"], "\(bytes)")
      let outside = parsed(Array("a ".utf8) + bytes + Array(" b\n".utf8))
      #expect(outside.diagnostics.map(\.code.name) == ["E0001"], "\(bytes)")
    }
    #expect(parsed("a \"é€😀\" // ü\n").diagnostics.isEmpty)
  }

  @Test func aFileBeyondTheLimitIsNotLookedInto() {
    let result = parsed([UInt8](repeating: UInt8(ascii: "a"), count: Limits.sourceFileBytes + 1))
    #expect(result.diagnostics.map(\.code.name) == ["E0026"])
    #expect(result.tree.nodeCount == 2)
  }

  @Test(arguments: [
    "(", "[", "a { ", "a b(", "a b[", "x: { ", "let x = [{ a: ", "if a { } else ", "under a { ", "template t(a: [",
  ])
  func nestingIsBounded(_ unit: String) {
    for count in [Limits.nestingDepth + 8, 20_000] {
      let result = parsed(String(repeating: unit, count: count))
      #expect(result.diagnostics.count <= Limits.diagnosticsPerFile + 1)
      #expect(result.diagnostics.contains { $0.severity == .error })
    }
  }

  @Test func tooDeepNestingIsOneErrorAndTheLimitItselfIsFine() {
    func nested(_ depth: Int) -> String {
      String(repeating: "a { ", count: depth) + "b 1" + String(repeating: " }", count: depth)
    }
    #expect(parsed(nested(Limits.nestingDepth)).diagnostics.isEmpty)
    #expect(parsed(nested(Limits.nestingDepth + 1)).diagnostics.map(\.code.name) == ["E0122"])
  }

  @Test func errorsBeyondTheLimitAreCounted() {
    let result = parsed(String(repeating: "5s\n", count: Limits.diagnosticsPerFile + 7))
    #expect(result.diagnostics.count == Limits.diagnosticsPerFile + 1)
    #expect(result.diagnostics.last?.line.contains("7 more errors") == true)
  }

  @Test func aMistakeLeavesTheStatementsAroundItAlone() {
    let source = "a 1\nlet when = 5\nroutes r {\n  x: when a is -> b\n  y: when c -> d\n}\nb [1, 2\nc { d 1 }\n"
    let result = parsed(source)
    #expect(result.diagnostics.map(\.code.name) == ["E0106", "E0104", "E0107"])
    let kinds = result.tree.children(of: .file).map { result.tree.describe($0) }
    #expect(kinds.first == "statement(name a, literal 1)")
    #expect(kinds.last == "statement(name c, body(statement(name d, literal 1)))")
    #expect(kinds.contains { $0.contains("arm(label y:, name c, outcome(name d))") })
  }
}
