import ArgumentParser
import EpicCommand
import Foundation
import Testing

/// What `epic new` makes is ready to use: run as a person would.
@Suite struct NewWorkspaceTests {
  private static func run(_ words: String...) async throws {
    var command = try EpicCLI.parseAsRoot(words)
    if var asynchronous = command as? any AsyncParsableCommand {
      try await asynchronous.run()
    } else {
      try command.run()
    }
  }

  @Test func itChecksIsFormattedHasNothingToLintAndBuilds() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("epic-new-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.path
    try await NewWorkspaceTests.run("new", path, "--quiet", "--name", "acme-edge")
    try await NewWorkspaceTests.run("check", path)
    try await NewWorkspaceTests.run("fmt", "--check", "--quiet", "-C", path)
    try await NewWorkspaceTests.run("lint", "--quiet", "-C", path)
    try await NewWorkspaceTests.run("build", path, "-o", "\(path)/out", "--quiet")
    try await NewWorkspaceTests.run("doc", path, "-o", "\(path)/site", "--quiet")
    let written = try FileManager.default.subpathsOfDirectory(atPath: "\(path)/out")
    for end in ["/clusters/shop_api~1.json", "bird/epic.conf", "example.com/rrsets.json", "release.json"] {
      #expect(written.contains { $0.hasSuffix(end) }, "\(end)")
    }
    let index = try String(contentsOfFile: "\(path)/site/index.html", encoding: .utf8)
    #expect(index.contains("acme-edge") && index.contains("shop.example.com"))
    // A second one overwrites nothing, and a second build changes nothing but the release's number.
    await #expect(throws: (any Error).self) {
      try await NewWorkspaceTests.run("new", path, "--quiet", "--name", "acme-edge")
    }
    try await NewWorkspaceTests.run("build", path, "-o", "\(path)/out", "--locked", "--sequence", "2", "--quiet")
  }

  @Test(arguments: ["Edge", "-edge", "1edge", "edge-", "e_dge", ""])
  func aNameThatIsNoneIsRefused(name: String) async {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("epic-new-\(UUID().uuidString)").path
    await #expect(throws: (any Error).self) {
      try await NewWorkspaceTests.run("new", folder, "--quiet", "--name=\(name)")
    }
    #expect(!FileManager.default.fileExists(atPath: folder))
  }
}
