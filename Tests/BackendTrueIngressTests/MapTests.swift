import BackendTrueIngress
import EpicArtifact
import EpicBase
import EpicIR
import EpicIRFixtures
import Testing

@Suite struct MapTests {
  private let deployment = Storefront.deployment()

  @Test func everyNodeGetsACompleteSet() throws {
    #expect(TrueIngressBackend().targets(of: deployment).count == deployment.nodes.count)
    let sink = emit(deployment, "fra-1")
    #expect(
      sink.artifacts.map(\.path) == [
        "nodes/fra-1/bpf/maps.json", "nodes/fra-1/bpf/epic_tunnels.map", "nodes/fra-1/bpf/epic_prefixes.map",
        "nodes/fra-1/bpf/epic_endpoints.map", "nodes/fra-1/bpf/epic_meta.map",
      ])
    let images = try sink.images()
    #expect(images.map(\.name) == ["epic_tunnels", "epic_prefixes", "epic_endpoints", "epic_meta"])
    #expect(images.map(\.entryCount) == [3, 6, 0, 1])
    #expect(images.allSatisfy { $0.byteOrder == .little })
    #expect(check(deployment).isEmpty)
  }

  @Test func theDecodedFormSaysWhatTheImagesHold() throws {
    let sink = emit(deployment, "fra-1")
    let maps = try TunnelMaps.read(sink.bytes("maps.json"))
    #expect(maps.node == "fra-1")
    #expect(maps.tunnels.map(\.cluster) == ["platform.clouds/eu-1", "platform.clouds/eu-2", "platform.clouds/us-1"])
    #expect(maps.tunnels[0].localV4 == address("192.0.2.11"))
    #expect(maps.tunnels[0].keys.map(\.secret) == ["platform/tunnel/platform.clouds_eu-1/1"])
    #expect((maps.tunnels[0].innerMTUV4, maps.tunnels[0].innerMTUV6) == (1452, 1432))
    #expect(maps.tunnels[0].routeMTU == 1432)
    #expect(maps.tunnels[0].advertisedMSS(to: maps.tunnels[0].prefixes[0]) == 1392)
    #expect(maps.images() == (try sink.images()))
    #expect(maps.content == sink.content)
  }

  @Test func theSetDescribesItself() throws {
    let sink = emit(deployment, "fra-1")
    let value = try #require(try sink.images().last?.entries.first?.value)
    let meta = try #require(TunnelMapsMeta(Array(value), order: .little))
    #expect(meta.generation == 7)
    #expect(meta.content == sink.content)
    #expect((meta.tunnels, meta.prefixes, meta.endpoints) == (3, 6, 0))
    #expect(TunnelMapsMeta(Array(value.dropLast()), order: .little) == nil)
    #expect(TunnelMapsMeta(Array(value), order: .big) == nil)
  }

  @Test func onlyTheMetaElementDependsOnTheGeneration() {
    var other = deployment
    other.sequence = 8
    let before = emit(deployment, "fra-1")
    let after = emit(other, "fra-1")
    #expect(before.content == after.content)
    for (left, right) in zip(before.artifacts, after.artifacts) {
      #expect((left == right) == !(left.path.hasSuffix("maps.json") || left.path.hasSuffix("epic_meta.map")))
    }
  }

  @Test func anUnrelatedClusterAddsOnlyItsOwnElements() throws {
    var other = deployment
    var cluster = other.clusters[0]
    cluster.identity.name = "zz-1"
    cluster.podPrefixes = [prefix("10.99.0.0/16")]
    other.clusters.append(cluster)
    other.tunnels.append(
      Tunnel(id: 99, node: RowID(0), cluster: RowID(UInt32(other.clusters.count - 1)), discriminator: 77))
    let before = try emit(deployment, "fra-1").images()
    let after = try emit(other, "fra-1").images()
    for (old, new) in zip(before.dropLast(), after.dropLast()) {
      let kept = Set(new.entries.map { Array($0.key) + Array($0.value) })
      #expect(old.entries.allSatisfy { kept.contains(Array($0.key) + Array($0.value)) })
    }
    #expect(after.map(\.entryCount) == [4, 7, 0, 1])
  }

  @Test func aNodeWithOneFamilyHasOneLocalAddress() throws {
    var four = deployment
    four.nodes[0].addresses.removeLast()
    let maps = try TunnelMaps.read(emit(four, "fra-1").bytes("maps.json"))
    #expect(maps.tunnels[0].localV6 == nil)
    #expect(maps.tunnels[0].routeMTU == 1452)
  }
}
