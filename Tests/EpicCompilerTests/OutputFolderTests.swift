import EpicArtifact
import EpicCompiler
import Foundation
import Testing

@Suite struct OutputFolderTests {
  private func temporary() throws -> URL {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("epic-output-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url
  }

  private func artifacts(_ pairs: (String, String)...) -> [Artifact] {
    pairs.map { Artifact(path: $0.0, bytes: Array($0.1.utf8)) }
  }

  @Test func aSecondBuildReplacesTheWholeTree() throws {
    let folder = try temporary()
    defer { try? FileManager.default.removeItem(at: folder) }
    let out = folder.appendingPathComponent("a/out").path
    try OutputFolder.replace(out, with: artifacts(("release.json", "1"), ("nodes/x/old", "o")))
    try OutputFolder.replace(out, with: artifacts(("release.json", "2"), ("nodes/y/new", "n")))
    #expect(try String(contentsOfFile: "\(out)/release.json", encoding: .utf8) == "2")
    #expect(!FileManager.default.fileExists(atPath: "\(out)/nodes/x/old"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/a") == ["out"])
  }

  @Test func aFolderThatNoBuildWroteIsLeftAlone() throws {
    let folder = try temporary()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("precious".utf8).write(to: folder.appendingPathComponent("thesis.txt"))
    #expect(throws: FileSystemError.self) {
      try OutputFolder.replace(folder.path, with: artifacts(("release.json", "1")))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["thesis.txt"])
  }

  @Test(arguments: ["../up", "a/../../b", "/etc/passwd", "a//b", "."])
  func pathsThatLeaveTheTreeAreRefused(path: String) throws {
    let folder = try temporary()
    defer { try? FileManager.default.removeItem(at: folder) }
    let out = folder.appendingPathComponent("out").path
    try OutputFolder.replace(out, with: artifacts(("release.json", "1")))
    #expect(throws: FileSystemError.self) {
      try OutputFolder.replace(out, with: artifacts(("release.json", "2"), (path, "x")))
    }
    #expect(try String(contentsOfFile: "\(out)/release.json", encoding: .utf8) == "1")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["out"])
  }

  @Test func aWorkspaceIsReadInOneOrder() throws {
    let folder = try temporary()
    defer { try? FileManager.default.removeItem(at: folder) }
    for path in ["b/z.epic", "a.epic", "b/a.epic", ".hidden/x.epic", "note.txt"] {
      let url = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(path.utf8).write(to: url)
    }
    let disk = DiskFileSystem(root: folder.path)
    #expect(try disk.files(withSuffix: ".epic") == ["a.epic", "b/a.epic", "b/z.epic"])
    #expect(try disk.read("b/z.epic", atMost: 100) == Array("b/z.epic".utf8))
    #expect(throws: FileSystemError.tooLarge(path: "\(folder.path)/b/z.epic", limit: 2)) {
      try disk.read("b/z.epic", atMost: 2)
    }
    #expect(throws: FileSystemError.outside(path: "../a.epic")) { try disk.read("../a.epic", atMost: 100) }
  }
}
