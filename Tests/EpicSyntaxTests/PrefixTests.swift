import EpicBase
import EpicDiagnostics
import EpicSyntax
import Foundation
import Testing

/// Somebody types a file from its first character to its last: no character makes more than one new error in a statement.
@Suite struct PrefixTests {
  static let paths: [String] = {
    let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    var paths: [String] = []
    for folder in ["examples", "stdlib"] {
      let root = repository.appendingPathComponent(folder).path
      let inside = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
      paths += inside.filter { $0.hasSuffix(".epic") }.map { "\(root)/\($0)" }
    }
    return paths.sorted()
  }()

  @Test(arguments: paths) func noCharacterMakesTwoErrorsInAStatement(_ path: String) throws {
    let text = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    var before: Set<String> = []
    for length in 0...text.count {
      let result = parsed(Array(text[..<length]))
      var perStatement: [NodeID: [String]] = [:]
      var now: Set<String> = []
      for diagnostic in result.diagnostics {
        let identity = "\(diagnostic.code.name) \(diagnostic.primary.span.start)"
        now.insert(identity)
        if before.contains(identity) { continue }
        let statement = result.tree.innermostStatement(at: diagnostic.primary.span.start)
        perStatement[statement, default: []].append(diagnostic.line)
      }
      before = now
      for lines in perStatement.values where lines.count > 1 {
        let typed = String(decoding: text[max(0, length - 60)..<length], as: UTF8.self)
        Issue.record("\(path), \(length) bytes, after `\(typed)`: \(lines)")
        return
      }
    }
    #expect(before.isEmpty, "the whole file has no finding")
  }
}
