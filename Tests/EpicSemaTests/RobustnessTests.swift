import EpicBase
import EpicDiagnostics
import EpicIRFixtures
import EpicSema
import EpicSyntax
import Testing

@Suite struct RobustnessTests {
  /// Whatever is cut out of, doubled in or swapped in the text: no trap, and no silence where the parser was silent.
  @Test func damagedWorkspacesAreEvaluated() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let original = try storefront()
    var evaluated = 0
    for _ in 0..<60 {
      var workspace = original
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let index = Int.random(in: workspace.files.indices, using: &random)
        var bytes = Array(workspace.files[index].text.utf8)
        guard bytes.count > 8 else { continue }
        let start = Int.random(in: 0..<bytes.count, using: &random)
        let end = min(bytes.count, start + Int.random(in: 1...12, using: &random))
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes.removeSubrange(start..<end)
        case 1: bytes.insert(contentsOf: Array(bytes[start..<end]), at: Int.random(in: 0..<bytes.count, using: &random))
        default: bytes[start] = Array("{}()[],;:.->=|\"/ a1\n".utf8).randomElement(using: &random) ?? 32
        }
        workspace.files[index].text = String(decoding: bytes, as: UTF8.self)
      }
      let outcome = workspace.check()
      evaluated += outcome.program.declarations(of: .upstream).isEmpty ? 0 : 1
    }
    #expect(evaluated > 20, "seed \(seed)")
  }

  /// The order in which files are given decides nothing but the ids of sources.
  @Test func resultDoesNotDependOnTheOrderOfFiles() throws {
    let workspace = try storefront()
    func identities(_ order: [Int]) -> [String] {
      var interner = Interner.withKeywords()
      let units = order.map { index in
        SourceUnit(
          path: workspace.files[index].path,
          parsed: parse(
            Array(workspace.files[index].text.utf8), source: SourceID(UInt32(index)), interner: &interner))
      }
      let result = evaluate(units, interner: interner) { path in
        workspace.data[path].map { .bytes($0) } ?? .unreadable("does not exist")
      }
      return DeclarationKind.allCases.flatMap { kind in
        result.program.declarations(of: kind).map { "\(kind) \($0.identity) \($0.fields.map(\.name))" }
      } + result.program.routeTables.map { "\($0)" } + result.diagnostics.map(\.message)
    }
    let indices = Array(workspace.files.indices)
    let expected = identities(indices)
    #expect(expected.count > 40)
    #expect(identities(indices.reversed()) == expected)
    #expect(identities(indices.shuffled()) == expected)
  }

  @Test func nothingToEvaluate() {
    #expect(Workspace([("workspace.epic", "")]).check().codes == ["E0209"])
    var interner = Interner.withKeywords()
    let empty = evaluate([], interner: interner) { _ in .unreadable("does not exist") }
    #expect(empty.diagnostics.isEmpty)
    _ = parse([], source: SourceID(0), interner: &interner)
  }
}
