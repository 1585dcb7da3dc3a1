import EpicBase
import EpicCompiler
import EpicDiagnostics
import Foundation
import Testing

/// One folder below `Golden/diagnostics`: files that lie over those of `Golden/base`, and the diagnostics they give.
struct GoldenCase: CustomTestStringConvertible, Sendable {
  let name: String
  let folder: URL

  var testDescription: String { name }

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden")
  static let isUpdating = ProcessInfo.processInfo.environment["EPIC_UPDATE_GOLDEN"] == "1"

  /// Every case, by name.
  static var all: [GoldenCase] {
    let parent = root.appendingPathComponent("diagnostics")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted().map {
      GoldenCase(name: $0, folder: parent.appendingPathComponent($0))
    }
  }

  /// The base's files with the case's over them.
  func workspace() throws -> MemoryFileSystem {
    var contents = try GoldenCase.files(below: GoldenCase.root.appendingPathComponent("base"))
    for (path, bytes) in try GoldenCase.files(below: folder) where path != "diagnostics.txt" {
      contents[path] = bytes
    }
    return MemoryFileSystem(contents)
  }

  var expectedURL: URL { folder.appendingPathComponent("diagnostics.txt") }

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
func rendered(_ compilation: Compilation) -> String {
  let renderer = TerminalRenderer()
  return compilation.diagnostics.map { renderer.render($0, in: compilation.sources) }.joined(separator: "\n")
}

/// The first lines in which two texts differ, for a failure's message.
func difference(_ got: String, _ expected: String) -> String {
  let left = got.split(separator: "\n", omittingEmptySubsequences: false)
  let right = expected.split(separator: "\n", omittingEmptySubsequences: false)
  for index in 0..<max(left.count, right.count) {
    let gotLine = index < left.count ? left[index] : "(end)"
    let expectedLine = index < right.count ? right[index] : "(end)"
    if gotLine != expectedLine { return "line \(index + 1)\n  got      \(gotLine)\n  expected \(expectedLine)" }
  }
  return "equal"
}
