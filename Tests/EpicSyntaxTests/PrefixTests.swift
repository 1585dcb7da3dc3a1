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
      var perStatement: [UInt32: [String]] = [:]
      var now: Set<String> = []
      for diagnostic in result.diagnostics {
        let identity = "\(diagnostic.code.name) \(diagnostic.primary.span.start)"
        now.insert(identity)
        if before.contains(identity) { continue }
        perStatement[statement(at: diagnostic.primary.span.start, in: result.tree), default: []].append(diagnostic.line)
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

  /// The innermost statement around an offset, as its node's number; 0 is the file.
  private func statement(at offset: UInt32, in tree: SyntaxTree) -> UInt32 {
    var found: UInt32 = 0
    for (index, node) in tree.nodeRecords.enumerated() where node.endToken > node.firstToken {
      switch node.kind {
      case .statement, .weighted, .field, .arm, .otherwise, .under, .letStatement, .ifStatement, .forStatement, .use,
        .export, .template, .modified, .override, .casesStatement, .quantifier:
        let start = tree.start(of: TokenID(node.firstToken))
        let end = tree.end(of: TokenID(node.endToken - 1))
        if start <= offset && offset <= end { found = UInt32(index) }
      default: break
      }
    }
    return found
  }
}
