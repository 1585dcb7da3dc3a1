import EpicArtifact
import EpicBase
import EpicBundle
import Testing

/// Builds layouts by hand, wrong in one thing, and says how they are refused.
@Suite struct BundleRefusalTests {
  /// A tar header with every field at will, its checksum right.
  private func header(_ path: String, size: Int, type: Character = "0", link: String = "") -> [UInt8] {
    func field(_ text: String, _ width: Int) -> [UInt8] {
      Array(text.utf8.prefix(width)) + [UInt8](repeating: 0, count: width - min(width, text.utf8.count))
    }
    func octal(_ value: Int, _ digits: Int) -> String {
      let text = String(value, radix: 8)
      return String(repeating: "0", count: digits - text.count) + text
    }
    var bytes = field(path, 100) + field("0000644", 8) + field("0000000", 8) + field("0000000", 8)
    bytes += field(octal(size, 11), 12) + field("00000000000", 12) + field("        ", 8)
    bytes += [type.asciiValue ?? 0] + field(link, 100) + Array("ustar\u{0}00".utf8) + [UInt8](repeating: 0, count: 247)
    let sum = bytes.reduce(0) { $0 + Int($1) }
    bytes.replaceSubrange(148..<156, with: Array(octal(sum, 6).utf8) + [0, 32])
    return bytes
  }

  private func entry(_ path: String, _ text: String = "", type: Character = "0", link: String = "") -> [UInt8] {
    let padding = (512 - text.utf8.count % 512) % 512
    return header(path, size: text.utf8.count, type: type, link: link) + Array(text.utf8)
      + [UInt8](repeating: 0, count: padding)
  }

  private let end = [UInt8](repeating: 0, count: 1024)

  /// A layout with one layer, of which everything can be replaced.
  private func layout(
    layer: [UInt8], layerType: String = "application/vnd.epic.part.v1.tar", target: String = "nodes/fra-1",
    plane: String = "bird", artifactType: String = "application/vnd.epic.bundle.v1", repeated: Bool = false,
    digest: ContentDigest? = nil, size: Int? = nil, part: ReleaseFile.Part? = nil
  ) -> [Artifact] {
    let release = ReleaseFile(
      workspace: "w", edition: 2026, compiler: "c", sequence: 1, sources: [], parts: part.map { [$0] } ?? [], shared: []
    ).write()
    let one = """
      {"mediaType": "\(layerType)", "digest": "sha256:\((digest ?? ContentDigest(of: layer)).hex)",
       "size": \(size ?? layer.count), "annotations": {"vnd.epic.target": "\(target)", "vnd.epic.plane": "\(plane)"}}
      """
    let manifest = Array(
      """
      {"schemaVersion": 2, "artifactType": "\(artifactType)",
       "config": {"mediaType": "application/vnd.oci.image.config.v1+json",
                  "digest": "sha256:\(ContentDigest(of: release).hex)", "size": \(release.count)},
       "layers": [\(repeated ? "\(one), \(one)" : one)]}
      """.utf8)
    let index = """
      {"schemaVersion": 2, "manifests": [{"mediaType": "application/vnd.oci.image.manifest.v1+json",
       "digest": "sha256:\(ContentDigest(of: manifest).hex)", "size": \(manifest.count)}]}
      """
    return [
      Artifact(path: "oci-layout", bytes: Array(#"{"imageLayoutVersion": "1.0.0"}"#.utf8)),
      Artifact(path: "index.json", bytes: Array(index.utf8)),
      Artifact(path: BundleFormat.blobPath(ContentDigest(of: release)), bytes: release),
      Artifact(path: BundleFormat.blobPath(ContentDigest(of: manifest)), bytes: manifest),
      Artifact(path: BundleFormat.blobPath(digest ?? ContentDigest(of: layer)), bytes: layer),
    ]
  }

  private func refusal(_ layout: [Artifact], limits: BundleLimits = BundleLimits()) -> BundleError? {
    do throws(BundleError) {
      _ = try BundleReader.verify(MemoryStorage(layout), limits: limits)
      return nil
    } catch {
      return error
    }
  }

  private let path = "nodes/fra-1/bird/epic.conf"

  private func part(_ text: String) -> ReleaseFile.Part {
    var sink = ArtifactSink(root: "nodes/fra-1/bird")
    sink.add("epic.conf", Array(text.utf8))
    return ReleaseFile.Part(target: .node("fra-1"), plane: .bird, sink: sink)
  }

  @Test func acceptsTheLayoutThatTheOthersDamage() {
    #expect(refusal(layout(layer: entry(path, "x") + end, part: part("x"))) == nil)
  }

  @Test func refusesTypesItDoesNotKnow() {
    let layer = entry(path, "x") + end
    #expect(refusal(layout(layer: layer, layerType: "text/x")) == .unknownLayer(mediaType: "text/x"))
    #expect(refusal(layout(layer: layer, artifactType: "text/y")) == .notABundle(artifactType: "text/y"))
    let type = "application/vnd.epic.part.v1.tar"
    #expect(
      refusal(layout(layer: layer, plane: "disk")) == .unknownLayer(mediaType: "\(type) of `nodes/fra-1`, `disk`"))
    #expect(
      refusal(layout(layer: layer, target: "zones/a")) == .unknownLayer(mediaType: "\(type) of `zones/a`, `bird`"))
    #expect(
      refusal(layout(layer: layer, target: "nodes/..")) == .unknownLayer(mediaType: "\(type) of `nodes/..`, `bird`"))
    #expect(
      refusal(layout(layer: layer, repeated: true, part: part("x"))) == .duplicateLayer(name: "nodes/fra-1/bird"))
  }

  @Test func refusesBlobsThatAreNotWhatTheManifestSays() {
    let layer = entry(path, "x") + end
    let other = ContentDigest(of: [1])
    #expect(
      refusal(layout(layer: layer, digest: other)) == .digestMismatch(expected: other, found: ContentDigest(of: layer)))
    let digest = ContentDigest(of: layer)
    #expect(refusal(Array(layout(layer: layer).dropLast())) == .missingBlob(digest: digest))
    #expect(
      refusal(layout(layer: layer, size: 5)) == .sizeMismatch(digest: digest, expected: 5, found: UInt64(layer.count)))
    var limits = BundleLimits()
    limits.layerBytes = 1024
    #expect(
      refusal(layout(layer: layer), limits: limits)
        == .oversize(what: "the blob \(digest)", size: UInt64(layer.count), limit: 1024))
    limits = BundleLimits()
    limits.fileBytes = 0
    #expect(
      refusal(layout(layer: layer), limits: limits) == .oversize(what: "the file `\(path)`", size: 1, limit: 0))
    limits = BundleLimits()
    limits.documentBytes = 3
    #expect(
      refusal(layout(layer: layer), limits: limits) == .oversize(what: "the file `oci-layout`", size: 31, limit: 3))
    #expect(refusal(Array(layout(layer: layer).dropFirst())) == .missingFile(path: "oci-layout"))
  }

  @Test func refusesPathsThatLeadElsewhere() {
    func refused(_ path: String) -> BundleError? { refusal(layout(layer: entry(path) + end)) }
    #expect(refused("../etc/passwd") == .unsoundPath(path: "../etc/passwd", fault: "has a `..` segment"))
    #expect(
      refused("nodes/fra-1/bird/../../x") == .unsoundPath(path: "nodes/fra-1/bird/../../x", fault: "has a `..` segment")
    )
    #expect(refused("/etc/passwd") == .unsoundPath(path: "/etc/passwd", fault: "is absolute"))
    #expect(refused("nodes/fra-2/bird/a") == .foreignPath(path: "nodes/fra-2/bird/a", layer: "nodes/fra-1/bird"))
    #expect(
      refusal(layout(layer: entry(path) + entry(path) + end)) == .duplicatePath(path: path))
  }

  @Test func refusesWhatIsNoPlainFile() {
    let linked = entry(path, type: "2", link: "/etc/shadow") + end
    #expect(refusal(layout(layer: linked)) == .link(path: path))
    #expect(refusal(layout(layer: entry(path, type: "1", link: "x") + end)) == .link(path: path))
    #expect(refusal(layout(layer: entry(path, type: "5") + end)) == .notAFile(path: path, type: "5"))
    #expect(refusal(layout(layer: entry(path, type: "3") + end)) == .notAFile(path: path, type: "3"))
    #expect(refusal(layout(layer: entry(path, "18 size=99999999\n", type: "x") + end))?.isDamagedHeader == true)
    #expect(refusal(layout(layer: entry(path, "", type: "g") + end)) == .notAFile(path: path, type: "g"))
  }

  @Test func refusesArchivesThatEndEarlyOrSayMore() {
    let layer = entry(path, "x") + end
    let name = "nodes/fra-1/bird"
    for length in [0, 100, 512, 600, 1024, 1536] {
      #expect(refusal(layout(layer: Array(layer[..<length]))) == .truncatedArchive(archive: name), "\(length)")
    }
    #expect(refusal(layout(layer: header(path, size: 1 << 20) + end)) == .truncatedArchive(archive: name))
    #expect(refusal(layout(layer: layer + [1]))?.isDamagedHeader == true)
    var wrong = layer
    wrong[0] ^= 1
    #expect(refusal(layout(layer: wrong))?.isDamagedHeader == true)
  }

  @Test func refusesPartsThatTheReleaseDoesNotName() {
    let layer = entry(path, "x") + end
    #expect(refusal(layout(layer: layer)) == .unpairedPart(folder: "nodes/fra-1/bird"))
    #expect(refusal(layout(layer: layer, part: part("y"))) == .partMismatch(folder: "nodes/fra-1/bird"))
    let zone = ReleaseFile.Part(
      target: "zones/a", plane: "", content: ContentDigest(of: []), tree: ContentDigest(of: []), files: 1, bytes: 1)
    #expect(
      refusal(layout(layer: end, layerType: "application/vnd.epic.endpoints.v1.tar", part: zone))
        == .unpairedPart(folder: "zones/a"))
  }

  @Test func refusesFilesOutsideTheLayoutInAnArchive() {
    #expect(throws: BundleError.unexpectedFile(path: "install.sh")) {
      try BundleReader.verify(archive: MemoryFile(path: "b", bytes: entry("install.sh") + end))
    }
  }
}

extension BundleError {
  fileprivate var isDamagedHeader: Bool { if case .damagedHeader = self { true } else { false } }
}
