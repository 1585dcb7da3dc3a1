import EpicBase
import EpicCompiler
import EpicDiagnostics
import EpicIR
import Foundation
import Testing

/// One folder below `Golden/rules`, named for its rule: files that lie over those of `Golden/base`, the findings in them,
/// and below `fixed` what `--fix` makes of them.
struct LintCase: CustomTestStringConvertible, Sendable {
  let name: String
  let folder: URL

  var testDescription: String { name }

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden")
  static let repository = root.appendingPathComponent("../../..").standardizedFileURL
  static let isUpdating = ProcessInfo.processInfo.environment["EPIC_UPDATE_GOLDEN"] == "1"

  /// Every case, by name.
  static var all: [LintCase] {
    let parent = root.appendingPathComponent("rules")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted().map {
      LintCase(name: $0, folder: parent.appendingPathComponent($0))
    }
  }

  /// The base's files with others over them.
  static func workspace(_ files: [String: [UInt8]] = [:]) throws -> MemoryFileSystem {
    let base = try LintCase.files(below: root.appendingPathComponent("base"))
    return MemoryFileSystem(base.merging(files) { _, other in other })
  }

  func workspace() throws -> MemoryFileSystem {
    try LintCase.workspace(
      LintCase.files(below: folder).filter { $0.key != "findings.txt" && !$0.key.hasPrefix("fixed/") })
  }

  /// What `--fix` is to make, by path.
  func expectedFiles() throws -> [String: [UInt8]] {
    try LintCase.files(below: folder.appendingPathComponent("fixed"))
  }

  /// Writes what `--fix` makes.
  func record(_ files: [String: [UInt8]]) throws {
    let fixed = folder.appendingPathComponent("fixed")
    try? FileManager.default.removeItem(at: fixed)
    for (path, text) in files {
      let url = fixed.appendingPathComponent(path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text).write(to: url)
    }
  }

  static func files(below folder: URL) throws -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    for path in paths {
      let url = folder.appendingPathComponent(path)
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder), !isFolder.boolValue {
        contents[path] = Array(try Data(contentsOf: url))
      }
    }
    return contents
  }
}

/// The findings as a person sees them.
func rendered(_ report: LintReport) -> String {
  let renderer = TerminalRenderer()
  return report.diagnostics.map { renderer.render($0, in: report.sources) }.joined(separator: "\n")
}

/// What the deployment of a workspace says, apart from where it is written and of which files; nil if it has errors.
func content(of workspace: MemoryFileSystem) -> [UInt8]? {
  guard var deployment = Compiler.check(workspace, CompileOptions()).deployment else { return nil }
  deployment.sources = []
  deployment.sequence = 0
  return deployment.encoded(includingProvenance: false)
}
