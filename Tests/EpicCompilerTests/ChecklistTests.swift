import EpicCompiler
import EpicDiagnostics
import Foundation
import Testing

/// `Golden/checklist.txt`: every construct of the language with the workspace that shows it, the mistake that is refused,
/// and the page that tells of it.
@Suite struct ChecklistTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let line: Int
    let section: String
    let construct: String
    /// A case of `Golden/accepted`, `base`, or `-`.
    let accepted: String
    /// A case of `Golden/diagnostics`, or `-`.
    let rejected: String
    let code: String
    /// Below `docs`.
    let page: String

    var testDescription: String { "line \(line): \(construct)" }
  }

  private static let file = GoldenCase.root.appendingPathComponent("checklist.txt")

  static let rows: [Row] = {
    var section = ""
    var rows: [Row] = []
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("## ") { section = String(line.dropFirst(3)) }
      if line.isEmpty || line.hasPrefix("#") { continue }
      let cells = line.components(separatedBy: " | ").map { $0.trimmingCharacters(in: .whitespaces) }
      let padded = cells + Array(repeating: "", count: max(0, 5 - cells.count))
      rows.append(
        Row(
          line: index + 1, section: section, construct: padded[0], accepted: padded[1], rejected: padded[2],
          code: padded[3], page: padded[4]))
    }
    return rows
  }()

  /// Rows of this section say that something is not built, and which diagnostic says so to its users.
  private static let notBuilt = "Not built"

  @Test func theTableIsWhole() {
    #expect(Self.rows.count >= 100)
    var seen: Set<String> = []
    for row in Self.rows {
      #expect(seen.insert("\(row.construct) \(row.rejected)").inserted, "line \(row.line) occurs twice")
      #expect(!row.page.isEmpty, "line \(row.line) has too few cells")
      #expect(row.accepted != "-" || row.rejected != "-", "line \(row.line) proves nothing")
      #expect((row.rejected == "-") == (row.code == "-"), "line \(row.line)")
      if row.section == Self.notBuilt { #expect(row.accepted == "-" && row.code == "E0901", "line \(row.line)") }
    }
  }

  /// Findings and texts of the cases, each compiled once.
  private static let accepted: [String: (findings: String, text: String)] = {
    var result: [String: (String, String)] = [:]
    for name in Set(rows.map(\.accepted)) where name != "-" {
      guard let workspace = try? workspace(name) else { continue }
      let folder = name == "base" ? "base" : "accepted/\(name)"
      let files = (try? GoldenCase.files(below: GoldenCase.root.appendingPathComponent(folder))) ?? [:]
      let text = files.filter { $0.key.hasSuffix(".epic") }.sorted { $0.key < $1.key }
        .map { String(decoding: $0.value, as: UTF8.self) }.joined()
      result[name] = (rendered(Compiler.check(workspace, CompileOptions())), text)
    }
    return result
  }()

  private static let rejected: [String: Set<String>] = {
    var result: [String: Set<String>] = [:]
    for golden in GoldenCase.all where rows.contains(where: { $0.rejected == golden.name }) {
      guard let workspace = try? golden.workspace() else { continue }
      result[golden.name] = Set(Compiler.check(workspace, CompileOptions()).diagnostics.map(\.code.name))
    }
    return result
  }()

  private static func workspace(_ name: String) throws -> MemoryFileSystem {
    if let golden = AcceptedCase.all.first(where: { $0.name == name }) { return try golden.workspace() }
    return MemoryFileSystem(try GoldenCase.files(below: GoldenCase.root.appendingPathComponent("base")))
  }

  @Test(arguments: rows) func theRowHolds(_ row: Row) throws {
    if row.accepted != "-" {
      #expect(row.accepted == "base" || AcceptedCase.all.contains { $0.name == row.accepted }, "no such case")
      let accepted = try #require(Self.accepted[row.accepted])
      #expect(accepted.findings == "")
      #expect(
        Self.words(accepted.text).contains(Self.words(row.construct)), "`\(row.construct)` is not in `\(row.accepted)`")
    }
    if row.rejected != "-" {
      let codes = try #require(Self.rejected[row.rejected], "there is no case `\(row.rejected)`")
      #expect(codes.contains(row.code))
    }
    let page = GoldenCase.root.appendingPathComponent("../../../docs/\(row.page)").standardizedFileURL
    #expect(FileManager.default.fileExists(atPath: page.path), "\(row.page)")
  }

  /// Runs of blanks are one: files are aligned.
  private static func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
