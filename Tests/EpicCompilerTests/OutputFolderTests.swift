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

  @Test func aLinkIsFollowedAndNothingBesideItIsTouched() throws {
    let folder = try temporary()
    defer { try? FileManager.default.removeItem(at: folder) }
    let real = "\(folder.path)/real"
    let link = "\(folder.path)/link"
    try OutputFolder.replace(real, with: artifacts(("release.json", "1")))
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "real")
    try OutputFolder.replace(link, with: artifacts(("release.json", "2")))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "real")
    #expect(try String(contentsOfFile: "\(real)/release.json", encoding: .utf8) == "2")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["link", "real"])
    try FileManager.default.removeItem(atPath: real)
    #expect(throws: FileSystemError.self) {
      try OutputFolder.replace(link, with: artifacts(("release.json", "3")))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["link"])
  }

  @Test func whatAKilledBuildLeftIsRemovedAndWhatARunningOneWritesIsNot() throws {
    let folder = try temporary()
    defer { try? FileManager.default.removeItem(at: folder) }
    let out = "\(folder.path)/out"
    try FileManager.default.createDirectory(atPath: "\(out).new-7/nodes", withIntermediateDirectories: true)
    try Data("half".utf8).write(to: URL(fileURLWithPath: "\(out).new-7/nodes/x"))
    try FileManager.default.createDirectory(atPath: "\(out).news", withIntermediateDirectories: true)
    let running = try OutputFolder.stage(artifacts(("release.json", "1")), for: out)
    try OutputFolder.replace(out, with: artifacts(("release.json", "2")))
    #expect(!FileManager.default.fileExists(atPath: "\(out).new-7"))
    #expect(FileManager.default.fileExists(atPath: "\(out).news"))
    try running.commit()
    #expect(try String(contentsOfFile: "\(out)/release.json", encoding: .utf8) == "1")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["out", "out.news"])
  }

  @Test func aStagedTreeThatIsNotCommittedLeavesNothing() throws {
    let folder = try temporary()
    defer { try? FileManager.default.removeItem(at: folder) }
    let out = "\(folder.path)/out"
    do {
      let staged = try OutputFolder.stage(artifacts(("release.json", "1")), for: out)
      _ = consume staged
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func onlyRegularFilesOfTheWorkspaceAreRead() throws {
    let folder = try temporary()
    defer { try? FileManager.default.removeItem(at: folder) }
    let manager = FileManager.default
    try manager.createDirectory(atPath: "\(folder.path)/real", withIntermediateDirectories: true)
    try Data("x".utf8).write(to: folder.appendingPathComponent("real/page"))
    try manager.createSymbolicLink(atPath: "\(folder.path)/page", withDestinationPath: "/etc/passwd")
    try manager.createSymbolicLink(atPath: "\(folder.path)/linked", withDestinationPath: "real")
    #expect(mkfifo("\(folder.path)/pipe", 0o600) == 0)
    let disk = DiskFileSystem(root: folder.path)
    #expect(try disk.read("real/page", atMost: 10) == [UInt8(ascii: "x")])
    for path in ["page", "linked/page", "pipe", "real", "real/page/below"] {
      #expect(throws: FileSystemError.notRegular(path: path)) { try disk.read(path, atMost: 10) }
    }
    #expect(throws: FileSystemError.notFound(path: "real/none")) { try disk.read("real/none", atMost: 10) }
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
    #expect(throws: FileSystemError.tooLarge(path: "b/z.epic", limit: 2)) {
      try disk.read("b/z.epic", atMost: 2)
    }
    #expect(throws: FileSystemError.outside(path: "../a.epic")) { try disk.read("../a.epic", atMost: 100) }
  }
}
