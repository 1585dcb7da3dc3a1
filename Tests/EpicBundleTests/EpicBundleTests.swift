import EpicArtifact
import EpicBase
import EpicBundle
import Testing

/// A small tree as a build writes it: two nodes, a zone, slots and a deployment.
func sampleTree(sequence: UInt64 = 7, route: String = "a") throws -> ArtifactTree {
  let longName = String(repeating: "long-name.", count: 14)
  var parts: [ReleaseFile.Part] = []
  var files: [Artifact] = []
  func add(_ target: Target, _ plane: Plane, _ content: [(String, String)]) {
    var sink = ArtifactSink(root: target.folder(of: plane))
    for (path, text) in content { sink.add(path, Array(text.utf8)) }
    files += sink.artifacts
    parts.append(ReleaseFile.Part(target: target, plane: plane, sink: sink))
  }
  for node in ["fra-1", "fra-2"] {
    add(
      .node(node), .envoy,
      [
        ("main/bootstrap.json", "{}\n"), ("main/routes/shop.json", "{\"to\": \"\(route)\"}\n"),
        ("main/routes/\(longName).json", "{}"), ("main/empty", ""),
      ])
    add(.node(node), .bird, [("epic.conf", "define EPIC_GENERATION = \(sequence);\n")])
  }
  add(.zone("example.com"), .dns, [("rrsets.json", "[]\n")])
  let shared = [
    Artifact(path: EndpointsFile.path, bytes: EndpointsFile(slots: []).write()),
    Artifact(path: "deployment/deployment.bin", bytes: (0..<5000).map { UInt8(truncatingIfNeeded: $0) }),
  ]
  let release = ReleaseFile(
    workspace: "shop", edition: 2026, compiler: "epic test", sequence: sequence, sources: [], parts: parts,
    shared: shared)
  return try ArtifactTree(files + shared + [Artifact(path: ReleaseFile.path, bytes: release.write())])
}

@Suite struct BundleRoundTripTests {
  @Test func packsAndUnpacksTheTree() throws {
    let tree = try sampleTree()
    let layout = try BundleWriter.layout(of: tree)
    let fromLayout = try BundleReader.verify(MemoryStorage(layout))
    #expect(try fromLayout.tree() == tree)
    #expect(fromLayout.release.sequence == 7)
    let archive = MemoryFile(path: "b.epicb", bytes: BundleWriter.archive(layout))
    let fromArchive = try BundleReader.verify(archive: archive)
    #expect(try fromArchive.tree() == tree)
    #expect(fromArchive.digest == fromLayout.digest)
  }

  @Test func isByteIdenticalForEqualInput() throws {
    let tree = try sampleTree()
    let first = try BundleWriter.layout(of: tree)
    let second = try BundleWriter.layout(of: ArtifactTree(tree.artifacts.reversed()))
    #expect(first == second)
    #expect(BundleWriter.archive(first) == BundleWriter.archive(second.reversed()))
  }

  @Test func versionsShareTheBlobsThatDidNotChange() throws {
    let first = Set(try BundleWriter.layout(of: sampleTree(sequence: 7)).map(\.path))
    let second = Set(try BundleWriter.layout(of: sampleTree(sequence: 8)).map(\.path))
    // The two nodes' Envoy layers differ in their paths, so they are two blobs; release, manifest and two BIRD
    // fragments differ between the versions.
    #expect(first.count == 2 + 2 + 7)
    #expect(first.intersection(second).count == 2 + 5)
  }

  @Test func refusesToPackWhatNoLayerTakes() throws {
    let release = try #require(try sampleTree()[path: ReleaseFile.path])
    let tree = try ArtifactTree([release, Artifact(path: "nodes/fra-1/notes.txt", bytes: [])])
    #expect(throws: BundleError.unexpectedFile(path: "nodes/fra-1/notes.txt")) { try BundleWriter.layout(of: tree) }
    #expect(throws: BundleError.missingFile(path: "release.json")) {
      try BundleWriter.layout(of: ArtifactTree([]))
    }
  }

  @Test func everyFlippedBitIsRefused() throws {
    // Seed of the positions: printed with a failure.
    let seed: UInt64 = 0x5EED
    var state = seed
    let bytes = BundleWriter.archive(try BundleWriter.layout(of: sampleTree()))
    var refused = 0
    for _ in 0..<400 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var damaged = bytes
      let index = Int(state >> 33) % damaged.count
      damaged[index] ^= 1 << UInt8(state >> 29 & 7)
      do {
        let bundle = try BundleReader.verify(archive: MemoryFile(path: "b", bytes: damaged))
        // What verifies says what the undamaged bundle says: the flip hit a field that has no meaning (mode, owner).
        #expect(try bundle.tree() == sampleTree(), "seed \(seed), byte \(index)")
      } catch {
        refused += 1
      }
    }
    #expect(refused > 300)
  }

  @Test func everyTruncationIsRefused() throws {
    let bytes = BundleWriter.archive(try BundleWriter.layout(of: sampleTree()))
    for length in stride(from: 0, to: bytes.count - 1, by: 97) {
      #expect(throws: BundleError.self) {
        try BundleReader.verify(archive: MemoryFile(path: "b", bytes: Array(bytes[..<length])))
      }
    }
  }
}
