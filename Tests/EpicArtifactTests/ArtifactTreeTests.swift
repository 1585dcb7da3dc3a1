import EpicArtifact
import EpicBase
import Testing

@Suite struct ArtifactTreeTests {
  private func artifact(_ path: String, _ text: String = "") -> Artifact {
    Artifact(path: path, bytes: Array(text.utf8))
  }

  @Test(arguments: [
    ("", "is empty"), ("/etc/passwd", "is absolute"), ("a/../b", "has a `..` segment"), ("..", "has a `..` segment"),
    ("a/./b", "has a `.` segment"), ("a//b", "has an empty segment"), ("a/", "has an empty segment"),
    ("a\\b", "holds a backslash"), ("a\u{1}", "holds a control character"), ("a\n", "holds a control character"),
    ("a\u{7F}", "holds a control character"), ("ä", "holds a character outside ASCII"),
    (String(repeating: "a", count: 201), "has a segment longer than 200 bytes"),
    (String(repeating: "a/", count: 130) + "a", "is longer than 240 bytes"),
  ])
  func refusesUnsoundPaths(path: String, fault: String) {
    #expect(ArtifactPath.fault(in: path) == fault)
    #expect(throws: ArtifactTreeError(path: path, fault: fault)) { try ArtifactTree([artifact(path)]) }
  }

  @Test(arguments: [
    "a", "...", ".a", "a.b/c-d_e~1.json", "nodes/fra-1/bird/epic.conf", String(repeating: "a", count: 200),
  ])
  func acceptsSoundPaths(path: String) throws {
    #expect(ArtifactPath.fault(in: path) == nil)
    #expect(try ArtifactTree([artifact(path)])[path: path] != nil)
  }

  @Test func refusesPathsThatCannotStandTogether() {
    #expect(throws: ArtifactTreeError(path: "a", fault: "occurs twice")) {
      try ArtifactTree([artifact("a"), artifact("b"), artifact("a")])
    }
    #expect(throws: ArtifactTreeError(path: "a/x/y", fault: "lies below `a`, which is a file")) {
      try ArtifactTree([artifact("a/x/y"), artifact("a.b"), artifact("a")])
    }
  }

  @Test func findsFilesAndFolders() throws {
    let tree = try ArtifactTree([
      artifact("n/a/2", "two"), artifact("n/b", "b"), artifact("n/a/1", "one"), artifact("n/a.x"),
    ])
    #expect(tree.artifacts.map(\.path) == ["n/a.x", "n/a/1", "n/a/2", "n/b"])
    #expect(tree[path: "n/a/2"]?.bytes == Array("two".utf8))
    #expect(tree[path: "n/a"] == nil)
    #expect(tree.below("n/a").map(\.path) == ["1", "2"])
  }

  /// The digests were made with `sha256sum`.
  @Test func digestsAreThoseOfStandardTools() throws {
    #expect(
      ContentDigest(of: Array("abc".utf8)).hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    let files = [artifact("b/c", "two\n"), artifact("a", "one\n")]
    #expect(try ArtifactTree(files).digest.hex == "9607e0d3a8f1d3333f304d720b9057c8c9b0c5f66715f0808abc1676cd81e311")
    #expect(
      ContentDigest(ofTree: files.reversed()).hex == "9607e0d3a8f1d3333f304d720b9057c8c9b0c5f66715f0808abc1676cd81e311")
  }

  @Test func digestsAreReadStrictly() {
    let digest = ContentDigest(of: [1, 2, 3])
    #expect(ContentDigest(hex: digest.hex) == digest)
    #expect(ContentDigest(bytes: digest.bytes) == digest)
    #expect(ContentDigest(hex: digest.hex.uppercased()) == nil)
    #expect(ContentDigest(hex: String(digest.hex.dropLast())) == nil)
    #expect(ContentDigest(bytes: digest.bytes.dropLast()) == nil)
    #expect(ContentDigest(of: [1, 2, 4]) != digest)
  }
}
