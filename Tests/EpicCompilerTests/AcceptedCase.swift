import EpicArtifact
import EpicCompiler
import EpicIR
import Foundation
import Testing

/// One folder below `Golden/accepted`: files that lie over those of `Golden/base`, without a finding, what they change in the
/// deployment, and artifacts that they give.
struct AcceptedCase: CustomTestStringConvertible, Sendable {
  let name: String
  let folder: URL

  var testDescription: String { name }

  /// What stands in the folder beside the workspace's files.
  static let changesFile = "deployment.diff"
  static let artifactFolder = "artifacts/"

  /// Every case, by name.
  static var all: [AcceptedCase] {
    let parent = GoldenCase.root.appendingPathComponent("accepted")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted().map {
      AcceptedCase(name: $0, folder: parent.appendingPathComponent($0))
    }
  }

  /// The case's own files.
  func sources() throws -> [String: [UInt8]] {
    try GoldenCase.files(below: folder).filter {
      $0.key != AcceptedCase.changesFile && !$0.key.hasPrefix(AcceptedCase.artifactFolder)
    }
  }

  /// The base's files with the case's over them.
  func workspace() throws -> MemoryFileSystem {
    MemoryFileSystem(
      try GoldenCase.files(below: GoldenCase.root.appendingPathComponent("base")).merging(try sources()) { $1 })
  }

  /// Artifacts that the case shows, by their path in the output.
  func artifacts() throws -> [String: [UInt8]] {
    var result: [String: [UInt8]] = [:]
    for (path, bytes) in try GoldenCase.files(below: folder) where path.hasPrefix(AcceptedCase.artifactFolder) {
      result[String(path.dropFirst(AcceptedCase.artifactFolder.count))] = bytes
    }
    return result
  }

  var changesURL: URL { folder.appendingPathComponent(AcceptedCase.changesFile) }

  /// The lines that the case adds to the deployment's text, and those that it takes away, in their order.
  func changes(to deployment: [UInt8], from base: [UInt8]) -> String {
    func lines(_ bytes: [UInt8]) -> [Substring] {
      String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map { $0 }
    }
    let (old, new) = (lines(base), lines(deployment))
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var text = ""
    var before = 0
    for (after, line) in new.enumerated() {
      if !inserted.contains(after) {
        while removed.contains(before) {
          text += "-\(old[before])\n"
          before += 1
        }
        before += 1
        continue
      }
      text += "+\(line)\n"
    }
    while before < old.count {
      if removed.contains(before) { text += "-\(old[before])\n" }
      before += 1
    }
    return text
  }
}

@Suite struct AcceptedTests {
  private static func deployment(_ workspace: MemoryFileSystem) throws -> (text: [UInt8], build: Build) {
    let compilation = Compiler.build(workspace, CompileOptions(sequence: 1))
    #expect(rendered(compilation) == "")
    return (try #require(compilation.deployment).dumped(), try #require(compilation.build))
  }

  private static let base = Result {
    try deployment(MemoryFileSystem(try GoldenCase.files(below: GoldenCase.root.appendingPathComponent("base")))).text
  }

  @Test(arguments: AcceptedCase.all)
  func eachCaseIsCleanAndBecomesWhatItShows(_ golden: AcceptedCase) throws {
    let (deployment, build) = try Self.deployment(try golden.workspace())
    let text = golden.changes(to: deployment, from: try Self.base.get())
    if GoldenCase.isUpdating { try Data(text.utf8).write(to: golden.changesURL) }
    let expected = String(decoding: try Data(contentsOf: golden.changesURL), as: UTF8.self)
    #expect(expected.isEmpty == (golden.name == "tests"), "a case changes the deployment; tests never do")
    #expect(text == expected, "\(difference(text, expected))")
    for (path, bytes) in try golden.artifacts() {
      let artifact = try #require(build.artifacts.first { $0.path == path }, "\(path)")
      if GoldenCase.isUpdating {
        try Data(artifact.bytes).write(to: golden.folder.appendingPathComponent(AcceptedCase.artifactFolder + path))
      } else {
        #expect(
          artifact.bytes == bytes,
          "\(path): \(difference(String(decoding: artifact.bytes, as: UTF8.self), String(decoding: bytes, as: UTF8.self)))"
        )
      }
    }
  }
}
