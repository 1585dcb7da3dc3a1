import EpicArtifact
import EpicBase
import Testing

/// What a reader says to a text; nil if it accepts it.
func refusal<Value>(_ text: String, _ read: ([UInt8]) throws(FormatError) -> Value) -> String? {
  do {
    _ = try read(Array(text.utf8))
    return nil
  } catch {
    return error.description
  }
}

/// Replaces the first occurrence, which must be there.
func replacing(_ old: String, by new: String, in bytes: [UInt8]) -> String {
  let text = String(decoding: bytes, as: UTF8.self)
  guard let range = text.firstRange(of: old) else {
    Issue.record("`\(old)` does not occur")
    return text
  }
  return text.replacingCharacters(in: range, with: new)
}

extension String {
  func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}

@Suite struct SharedFormatTests {
  private let digest = ContentDigest(of: [1])

  private var release: ReleaseFile {
    ReleaseFile(
      workspace: "storefront", edition: 2026, compiler: "epic 0.1.0", sequence: 7,
      sources: [.init(path: "b.epic", digest: digest), .init(path: "a.epic", digest: digest)],
      parts: [
        .init(target: "zones/example.com", plane: "", content: digest, tree: digest, files: 2, bytes: 99),
        .init(target: "nodes/fra-1", plane: "bird", content: digest, tree: digest, files: 1, bytes: 10),
      ], shared: [Artifact(path: "endpoints.json", bytes: [1])])
  }

  @Test func releasesRoundTrip() throws {
    let read = try ReleaseFile.read(release.write())
    #expect(read == release)
    #expect(read.parts.map(\.folder) == ["nodes/fra-1/bird", "zones/example.com"])
    #expect(read.sources.map(\.path) == ["a.epic", "b.epic"])
    #expect(read.part(target: "nodes/fra-1", plane: "bird")?.bytes == 10)
  }

  @Test func aReleasesContentDoesNotDependOnItsSequence() {
    var other = release
    other.sequence = 8
    #expect(other.content == release.content)
    let changed = ReleaseFile(
      workspace: "storefront", edition: 2026, compiler: "epic 0.1.0", sequence: 7, sources: [], parts: release.parts,
      shared: [Artifact(path: "endpoints.json", bytes: [2])])
    #expect(changed.content != release.content)
  }

  @Test(arguments: [
    ("epic.release/1", "epic.release/2", "the format is `epic.release/2`, not `epic.release/1`"),
    ("\"sequence\": 7", "\"sequence\": -7", "`sequence` is not a whole number from 0 to 18446744073709551615"),
    ("\"sequence\": 7", "\"sequence\": 7.0", "`sequence` is not a whole number from 0 to 18446744073709551615"),
    ("\"sequence\": 7,", "", "the member `sequence` is missing"),
    ("\"edition\"", "\"editions\"", "the member `edition` is missing"),
    ("\"workspace\": \"storefront\"", "\"workspace\": 1", "`workspace` is not a string"),
    ("\"workspace\"", "\"extra\": 1, \"workspace\"", "the member `extra` is not known"),
    ("a.epic", "../a.epic", "the path `../a.epic` has a `..` segment"),
    ("nodes/fra-1", "/nodes", "the path `/nodes/bird` is absolute"),
    ("zones/example.com", "a", "the part `a` occurs twice or out of order"),
    ("\"sources\": [", "\"sources\": [3, ", "an object is expected"),
  ])
  func refusesOtherReleases(old: String, new: String, reason: String) {
    let text = replacing(old, by: new, in: release.write())
    #expect(
      refusal(text, ReleaseFile.read)?.contains(reason) == true, "\(refusal(text, ReleaseFile.read) ?? "accepted")")
  }

  @Test func faultsAreLocated() {
    let text = replacing("\"sequence\": 7", by: "\"sequence\": true", in: release.write())
    #expect(refusal(text, ReleaseFile.read)?.hasPrefix("epic.release/1:6:15: ") == true)
    #expect(refusal("[]", ReleaseFile.read) == "epic.release/1:1:1: the document is not an object with a `format`")
    #expect(refusal("{", ReleaseFile.read) == "epic.release/1:1:2: a member's name in quotes is expected")
  }

  private var records: RecordSetsFile {
    RecordSetsFile(
      zone: "example.com", servers: [.init(host: .name("ns.example.com"), port: 53)], key: "platform/tsig/acme",
      owner: "storefront", generation: 3,
      names: [
        .init(
          name: "shop.example.com", ttlSeconds: 60, ingresses: ["acme/shop"],
          addresses: [IPAddress(v4: 0xC633_6410), IPAddress(v4: 0xC633_640F)])
      ])
  }

  @Test func recordSetsRoundTrip() throws {
    #expect(try RecordSetsFile.read(records.write()) == records)
    let other = RecordSetsFile(
      zone: "example.com", servers: [.init(host: .address(IPAddress(family: .v6, value: 1)), port: 5353)], key: nil,
      owner: "storefront", generation: 4, names: records.names)
    #expect(try RecordSetsFile.read(other.write()) == other)
    #expect(other.content != records.content)
    let later = RecordSetsFile(
      zone: "example.com", servers: records.servers, key: records.key, owner: "storefront", generation: 4,
      names: records.names)
    #expect(later.content == records.content)
  }

  @Test(arguments: [
    ("198.51.100.16", "198.51.100.17", "the digest of `shop.example.com` does not match its records"),
    ("\"zone\": \"example.com", "\"zone\": \"example.org", "does not lie in the zone `example.org`"),
    ("ns.example.com:53", "ns.example.com", "a server is not an address or name with a port"),
    ("\"platform/tsig/acme\"", "\"platform/tsig/other\"", "the digest `content` does not match the file"),
    ("_epic.shop", "_epic2.shop", "the marker is not `_epic.shop.example.com`"),
  ])
  func refusesOtherRecordSets(old: String, new: String, reason: String) {
    let text = replacing(old, by: new, in: records.write())
    #expect(refusal(text, RecordSetsFile.read)?.contains(reason) == true)
  }

  @Test func markersRoundTrip() throws {
    let marker = try #require(records.names.first.map { records.marker(of: $0) })
    #expect(marker.description.hasPrefix("owner=storefront gen=3 sha="))
    #expect(marker.description.utf8.count <= 255)
    #expect(OwnerMarker(marker.description) == marker)
    for text in ["", "owner=a gen=03 sha=\(digest)", "owner=a gen=3 sha=00", "gen=3 owner=a sha=\(digest)", "x y z"] {
      #expect(OwnerMarker(text) == nil, "\(text)")
    }
  }

  private var announcements: AnnouncementsFile {
    AnnouncementsFile(
      node: "fra-1", generation: 9, content: digest,
      routes: [
        .init(
          prefix: IPPrefix(host: IPAddress(v4: 1)), protocol: "epic_v4_00000001_32", communities: ["64512:120"],
          addresses: [IPAddress(v4: 1)])
      ],
      sessions: [
        .init(
          protocol: "epic_bgp_tor_a", neighbor: IPAddress(v4: 7), exports: 1,
          password: .init(define: "EPIC_PASSWORD_tor_a", secret: "platform/bgp/tor-a"))
      ])
  }

  @Test func announcementsRoundTrip() throws {
    #expect(try AnnouncementsFile.read(announcements.write()) == announcements)
    #expect(announcements.addresses == [IPAddress(v4: 1)])
    let stray = replacing("\"0.0.0.1\"\n", by: "\"0.0.0.2\"\n", in: announcements.write())
    #expect(refusal(stray, AnnouncementsFile.read)?.contains("does not lie in 0.0.0.1/32") == true)
  }

  @Test func secretsAreWrittenOnlyAsBIRDCanReadThem() {
    let define = "EPIC_PASSWORD_tor_a"
    #expect(
      announcements.secretsFile([define: "s3cret"]) == Array("define EPIC_PASSWORD_tor_a = \"s3cret\";\n".utf8))
    for password in ["", "a\"b", "a\nb", "ü"] { #expect(announcements.secretsFile([define: password]) == nil) }
    #expect(announcements.secretsFile([:]) == nil)
  }
}
