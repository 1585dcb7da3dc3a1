import EpicArtifact
import EpicBase
import EpicBundle
import EpicRuntime
import Foundation
import Testing

@Suite struct PlanTests {
  private func slice(_ release: HandMadeRelease) throws -> ReleaseSlice {
    try ReleaseSlice(try release.tree(), node: HandMadeRelease.node, zones: [])
  }

  @Test func saysWhatComesChangesAndGoes() throws {
    var release = HandMadeRelease(port: 443, clusters: [("acme_blue~1", 1)], target: "acme_blue~1")
    let old = try slice(release)
    release.sequence = 2
    release.clusters = [("acme_green~1", 1)]
    release.target = "acme_green~1"
    let plan = ReleasePlan(from: old, to: try slice(release), node: HandMadeRelease.node)
    #expect(plan.from == 1 && plan.to == 2)
    #expect(
      plan.changes.map { "\($0.kind) \($0.subject) \($0.resource) \($0.name)" } == [
        "removed stable cluster acme_blue~1", "added stable cluster acme_green~1",
        "removed stable endpoints acme_blue~1", "added stable endpoints acme_green~1", "changed stable route shop",
      ])
    #expect(ReleasePlan(from: old, to: old, node: HandMadeRelease.node).changes.isEmpty)
    let first = ReleasePlan(from: nil, to: old, node: HandMadeRelease.node)
    #expect(first.from == nil && first.changes.allSatisfy { $0.kind == .added } && first.changes.count == 9)
  }

  @Test func showsAnswersByPlaceAsAFile() throws {
    let folder = try TemporaryFolder()
    func slice(_ sequence: UInt64, country: String?) throws -> ReleaseSlice {
      let records = RecordSetsFile(
        zone: "example.com", servers: [], key: nil, owner: "shop", generation: sequence, names: [])
      var files = [(path: RecordSetsFile.fileName, bytes: records.write())]
      if let country {
        let answer = GeoAnswersFile.Answer(country: country, addresses: [IPAddress(v4: 1)])
        let file = GeoAnswersFile(
          zone: "example.com", ttlSeconds: 60, names: [.init(name: "www.example.com", answers: [answer])])
        files.append((GeoAnswersFile.fileName, file.write()))
      }
      let release = PlaneRelease(sequence: sequence, files: files, zone: "example.com")
      return try ReleaseSlice.read(
        release.write(below: folder.path), node: PlaneRelease.node, zones: ["example.com"])
    }
    func changes(_ old: String?, _ new: String?) throws -> [String] {
      ReleasePlan(from: try slice(1, country: old), to: try slice(2, country: new), node: PlaneRelease.node).changes
        .map { "\($0.kind) \($0.plane.rawValue)/\($0.subject) \($0.resource) \($0.name)" }
    }
    #expect(try changes("DE", "DE") == [])
    #expect(try changes("DE", "FR") == ["changed dns/example.com file geo.conf"])
    #expect(try changes(nil, "DE") == ["added dns/example.com file geo.conf"])
    #expect(try changes("DE", nil) == ["removed dns/example.com file geo.conf"])
  }

  @Test func readsTheSameFromBuildLayoutAndArchive() throws {
    let release = HandMadeRelease(port: 443, clusters: [("acme_blue~1", 1)], target: "acme_blue~1")
    let folder = try TemporaryFolder()
    let expected = try slice(release)
    let layout = try BundleWriter.layout(of: release.tree())
    for file in layout {
      let url = URL(fileURLWithPath: "\(folder.path)/layout/\(file.path)")
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: url)
    }
    let archive = "\(folder.path)/release.epicb"
    try Data(BundleWriter.archive(layout)).write(to: URL(fileURLWithPath: archive))
    for path in [try release.write(below: folder.path), "\(folder.path)/layout", archive] {
      #expect(try ReleaseSlice.read(path, node: HandMadeRelease.node, zones: []) == expected, "\(path)")
    }
    // A blob that is a link could lead anywhere: it counts as missing.
    let blob = try #require(layout.first { $0.path.hasPrefix("blobs/") })
    let place = "\(folder.path)/layout/\(blob.path)"
    try FileManager.default.moveItem(atPath: place, toPath: "\(folder.path)/elsewhere")
    try FileManager.default.createSymbolicLink(atPath: place, withDestinationPath: "\(folder.path)/elsewhere")
    let fault = #expect(throws: ReleaseFault.self) {
      try ReleaseSlice.read("\(folder.path)/layout", node: HandMadeRelease.node, zones: [])
    }
    #expect(fault?.reason.hasSuffix("is missing") == true, "\(String(describing: fault))")
  }

  @Test func refusesAReleaseWithoutTheNode() throws {
    let release = HandMadeRelease(port: 443, clusters: [], target: "x")
    #expect(throws: ReleaseFault("the release has nothing for the node `iad-1`")) {
      try ReleaseSlice(try release.tree(), node: "iad-1", zones: [])
    }
  }
}

@Suite struct NodeSettingsTests {
  private func read(_ text: String) throws -> NodeSettings {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/node.json"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return try NodeSettings.read(path)
  }

  @Test func readsEveryMember() throws {
    let settings = try read(
      """
      {"format": "epic.node/1", "node": "fra-1", "state": "/s", "secrets": "keys", "system_authorities": "/ca.pem",
       "shrink_percent": 10,
       "envoy": {"binary": "/e", "binaries": {"early": "/early"}, "concurrency": 2, "drain_seconds": 5,
                 "accept_seconds": 9, "validate": false},
       "bird": {"socket": "/b.ctl", "configuration": "/b.conf", "folder": "/b", "confirm_seconds": 7,
                "check_addresses": false},
       "zones": [{"name": "example.com", "server": "[2001:db8::1]:53", "timeout_seconds": 3}]}
      """)
    #expect(settings.node == "fra-1" && settings.stateFolder == "/s" && settings.systemAuthorities == "/ca.pem")
    #expect(settings.secretsFolder.hasSuffix("/keys") && settings.secretsFolder.hasPrefix("/"))
    #expect(settings.binary(of: "early") == "/early" && settings.binary(of: "stable") == "/e")
    #expect(settings.binary(of: "early~acme_mqtt") == "/early" && settings.binary(of: "stable~acme_mqtt") == "/e")
    #expect(settings.shrinkPercent == 10 && settings.envoy.concurrency == 2 && !settings.envoy.validates)
    #expect(settings.bird?.confirmSeconds == 7 && settings.bird?.checksAddresses == false)
    #expect(settings.zones.first?.server?.description == "[2001:db8::1]:53")
  }

  @Test(arguments: [
    ("{}", "`format` is not a text"),
    (#"{"format": "epic.node/1", "node": "a", "state": "/s", "secrets": "/k", "colour": 1}"#, "`colour` is not known"),
    (
      #"{"format": "epic.node/1", "node": "a", "state": "/s", "secrets": "/k", "shrink_percent": 101}"#,
      "`shrink_percent` is not a whole number from 0 to 100"
    ),
    (
      #"{"format": "epic.node/1", "node": "a", "state": "/s", "secrets": "/k", "zones": [{"name": "x", "server": "1"}]}"#,
      "`1` is not ADDRESS:PORT"
    ),
  ])
  func refusesWhatItDoesNotKnow(text: String, reason: String) throws {
    let error = #expect(throws: SettingsFault.self) { try read(text) }
    #expect(error?.reason == reason)
  }
}
