import BackendBIRD
import EpicArtifact
import EpicBase
import EpicIR
import EpicIRFixtures
import Testing

@Suite struct FragmentTests {
  private let deployment = Storefront.deployment()

  @Test func everyNodeIsATarget() {
    #expect(BIRDBackend().targets(of: deployment).map(\.folder).contains("nodes/sin-2"))
    #expect(BIRDBackend().targets(of: deployment).count == deployment.nodes.count)
    let sink = emit(deployment, "fra-1")
    #expect(sink.artifacts.map(\.path) == ["nodes/fra-1/bird/epic.conf", "nodes/fra-1/bird/announcements.json"])
    #expect(check(deployment).isEmpty)
  }

  @Test func generationAndDigestFrameTheFragment() throws {
    let sink = emit(deployment, "fra-1")
    let content = try #require(sink.content)
    let lines = sink.fragment.split(separator: "\n")
    #expect(lines[1] == "define EPIC_GENERATION = 7;")
    #expect(lines[2] == "define EPIC_DIGEST = \"\(content.hex)\";")
    #expect(lines.last == "define EPIC_END_epic = 7;")
    let announcements = try sink.announcements()
    #expect(announcements.generation == 7)
    #expect(announcements.content == content)
  }

  @Test func theDigestDependsOnContentOnly() {
    var other = deployment
    other.sequence = 8
    #expect(emit(other, "fra-1").content == emit(deployment, "fra-1").content)
    other.ingresses[0].addresses[0].address = address("198.51.100.32")
    #expect(emit(other, "fra-1").content != emit(deployment, "fra-1").content)
    var moved = deployment
    for index in moved.ingresses.indices {
      for drawn in moved.ingresses[index].addresses.indices
      where moved.ingresses[index].addresses[drawn].address == address("2001:db8:60::c9") {
        moved.ingresses[index].addresses[drawn].address = address("2001:db8:60::ca")
      }
    }
    #expect(emit(moved, "fra-1").content != emit(deployment, "fra-1").content)
  }

  @Test func everyDrawnAddressIsAnnouncedOnce() throws {
    let file = try emit(deployment, "fra-1").announcements()
    let drawn = deployment.ingresses.flatMap { $0.addresses.map(\.address) }.sorted()
    #expect(file.addresses == drawn)
    #expect(file.routes.map(\.prefix) == file.routes.map(\.prefix).sorted())
    #expect(file.routes.map(\.prefix).contains(prefix("2001:db8:60::/48")))
    #expect(!file.routes.map(\.prefix).contains(prefix("2001:db8:60::c9/128")))
    #expect(file.routes.first { $0.prefix == prefix("198.51.100.20/32") }?.communities == ["64512:120", "64512:1:2"])
  }

  @Test func passwordsAreReferences() throws {
    let sink = emit(deployment, "fra-1")
    #expect(sink.fragment.contains("include \"epic-secrets.conf\";"))
    #expect(sink.fragment.contains("  password EPIC_PASSWORD_tor_a;"))
    let session = try #require(try sink.announcements().sessions.first)
    #expect(session.protocol == "epic_bgp_tor_a")
    #expect(session.password == .init(define: "EPIC_PASSWORD_tor_a", secret: "platform/bgp/tor-a"))
    let other = emit(deployment, "sin-1")
    #expect(!other.fragment.contains("include \""))
    #expect(!other.fragment.contains("bfd"))
  }

  @Test func hostRoutesGoOnlyToPeersThatAcceptThem() throws {
    let sink = emit(deployment, "sin-1")
    let sessions = try sink.announcements().sessions
    #expect(sessions.map(\.protocol) == ["epic_bgp_tor_c", "epic_bgp_tor_c6", "epic_bgp_carrier"])
    #expect(sessions[2].exports == 1)
    let carrier = try #require(sink.fragment.components(after: "protocol bgp epic_bgp_carrier {"))
    #expect(carrier.contains("export filter epic_export_v6_aggregates;"))
    #expect(!carrier.contains("ipv4 {"))
  }

  @Test func aSessionCarriesItsOwnFamily() throws {
    let fragment = emit(deployment, "fra-1").fragment
    for (peer, own, other) in [("tor_a", "ipv4 {", "ipv6 {"), ("tor_a6", "ipv6 {", "ipv4 {")] {
      let rest = try #require(fragment.components(after: "protocol bgp epic_bgp_\(peer) {"))
      let end = try #require(rest.firstRange(of: "\n}\n"))
      #expect(rest[..<end.lowerBound].contains(own) && !rest[..<end.lowerBound].contains(other))
    }
  }

  @Test func nodesOfASiteAreEmittedAlikeAloneAndTogether() {
    let backend = BIRDBackend()
    let groups = backend.groups(of: deployment)
    #expect(groups.flatMap(\.self).count == deployment.nodes.count)
    for group in groups {
      var sinks = group.map { ArtifactSink(root: $0.folder(of: BIRDBackend.plane)) }
      backend.emit(deployment, for: group, into: &sinks)
      for (target, sink) in zip(group, sinks) {
        guard case .node(let name) = target else { continue }
        #expect(sink.artifacts == emit(deployment, name).artifacts)
        #expect(sink.content == emit(deployment, name).content)
      }
    }
  }

  @Test func aNodeWithoutBGPSaysThatItAnnouncesNothing() throws {
    var silent = deployment
    silent.sites[0].bgp = nil
    let sink = emit(silent, "fra-1")
    #expect(!sink.fragment.contains("protocol"))
    #expect(try sink.announcements().routes.isEmpty)
    #expect(sink.fragment.hasSuffix("define EPIC_END_epic = 7;\n"))
  }

  @Test func anUnrelatedIngressAddsOnlyItsOwnRows() throws {
    var other = deployment
    var ingress = other.ingresses[0]
    ingress.identity.name = "zzz"
    ingress.addresses = [ingress.addresses[0]]
    ingress.addresses[0].address = address("198.51.100.250")
    other.ingresses.append(ingress)
    let before = Set(emit(deployment, "fra-1").fragment.split(separator: "\n"))
    let added = emit(other, "fra-1").fragment.split(separator: "\n").filter { !before.contains($0) }
    #expect(
      added == [
        "define EPIC_DIGEST = \"\(try #require(emit(other, "fra-1").content))\";", "  198.51.100.250/32,",
        "protocol static epic_v4_c63364fa_32 {",
        "  route 198.51.100.250/32 blackhole { bgp_community.add((64512,120)); bgp_large_community.add((64512,1,2)); };",
      ])
    let after = Set(emit(other, "fra-1").fragment.split(separator: "\n"))
    let removed = before.subtracting(after)
    #expect(removed.allSatisfy { $0.hasPrefix("define EPIC_DIGEST = ") } && removed.count == 1)
  }

  @Test func aNodeWithoutIPv4GetsAnIdentifierFromItsName() {
    var sixOnly = deployment
    for index in sixOnly.nodes.indices { sixOnly.nodes[index].addresses.removeFirst() }
    let identifiers = sixOnly.nodes.map { node in
      emit(sixOnly, node.name).fragment.components(after: "define EPIC_ROUTER_ID = ")?.prefix { $0 != ";" }
    }
    #expect(Set(identifiers).count == sixOnly.nodes.count)
    for identifier in identifiers {
      let value = IPAddress(String(identifier ?? ""))?.value ?? 0
      #expect((1...126).contains(value >> 24))
    }
  }
}

extension String {
  /// What stands behind the first occurrence.
  func components(after text: String) -> Substring? {
    firstRange(of: text).map { self[$0.upperBound...] }
  }
}
