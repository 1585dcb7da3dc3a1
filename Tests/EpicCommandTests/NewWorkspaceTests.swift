import ArgumentParser
import EpicCommand
import Foundation
import Testing

/// What `epic new` makes is ready to use: run as a person would.
@Suite struct NewWorkspaceTests {
  private static func run(_ words: String...) throws {
    var command = try EpicCLI.parseAsRoot(words)
    try command.run()
  }

  @Test func itChecksIsFormattedHasNothingToLintAndBuilds() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("epic-new-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.path
    try NewWorkspaceTests.run("new", path, "--quiet", "--name", "acme-edge")
    try NewWorkspaceTests.run("check", path)
    try NewWorkspaceTests.run("fmt", "--check", "--quiet", "-C", path)
    try NewWorkspaceTests.run("lint", "--quiet", "-C", path)
    try NewWorkspaceTests.run("build", path, "-o", "\(path)/out", "--quiet")
    try NewWorkspaceTests.run("doc", path, "-o", "\(path)/site", "--quiet")
    let written = try FileManager.default.subpathsOfDirectory(atPath: "\(path)/out")
    for end in ["/clusters/shop_api~1.json", "bird/epic.conf", "example.com/rrsets.json", "release.json"] {
      #expect(written.contains { $0.hasSuffix(end) }, "\(end)")
    }
    let index = try String(contentsOfFile: "\(path)/site/index.html", encoding: .utf8)
    #expect(index.contains("acme-edge") && index.contains("shop.example.com"))
    // A second one overwrites nothing, and a second build changes nothing but the release's number.
    #expect(throws: (any Error).self) { try NewWorkspaceTests.run("new", path, "--quiet", "--name", "acme-edge") }
    try NewWorkspaceTests.run("build", path, "-o", "\(path)/out", "--locked", "--sequence", "2", "--quiet")
  }

  @Test(arguments: ["Edge", "-edge", "1edge", "edge-", "e_dge", ""])
  func aNameThatIsNoneIsRefused(name: String) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("epic-new-\(UUID().uuidString)").path
    #expect(throws: (any Error).self) { try NewWorkspaceTests.run("new", folder, "--quiet", "--name=\(name)") }
    #expect(!FileManager.default.fileExists(atPath: folder))
  }
}
