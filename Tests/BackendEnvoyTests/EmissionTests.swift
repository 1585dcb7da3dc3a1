import BackendEnvoy
import EpicArtifact
import EpicBackend
import EpicBase
import EpicDiagnostics
import EpicIR
import EpicIRFixtures
import Foundation
import Testing

/// What is emitted, without an Envoy.
@Suite struct EmissionTests {
  private func files(_ deployment: Deployment, node: String) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for artifact in try StaticFormTests.instance(deployment, node: node) {
      #expect(files.updateValue(artifact.bytes, forKey: artifact.path) == nil, "\(artifact.path) twice")
    }
    return files
  }

  @Test func everyResourceIsOneJSONObjectUnderItsOwnName() throws {
    let deployment = Storefront.deployment()
    let files = try files(deployment, node: "fra-1")
    for (path, bytes) in files where !path.hasPrefix("data/") && !EnvoyLayout.isProtobuf(path) {
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any], "\(path)")
      guard let kind = EnvoyLayout.ResourceKind.allCases.first(where: { path.hasPrefix($0.folder + "/") }) else {
        continue
      }
      #expect(object["@type"] as? String == kind.typeURL)
      let name = try #require(object[kind == .endpoints ? "cluster_name" : "name"] as? String)
      #expect(path == EnvoyLayout.artifactPath(kind, name))
      let protobuf = try #require(files[EnvoyLayout.protobufPath(kind, name)], "\(path)")
      // Field 1 of each of these messages is the name: of 1 to 127 bytes here.
      #expect(protobuf.starts(with: [0x0a, UInt8(name.utf8.count)] + name.utf8))
    }
    #expect(files.keys.count { EnvoyLayout.isProtobuf($0) } > 50)
  }

  /// A group is emitted as its members are, one by one.
  @Test func groupsChangeNoByte() throws {
    for deployment in [Storefront.deployment(), try withoutSites()] {
      let backend = EnvoyBackend()
      let groups = backend.groups(of: deployment)
      #expect(Set(groups.flatMap(\.self)) == Set(backend.targets(of: deployment)))
      for group in groups {
        var together = group.map { ArtifactSink(root: $0.folder) }
        backend.emit(deployment, for: group, into: &together)
        for (target, sink) in zip(group, together) {
          var alone = ArtifactSink(root: target.folder)
          backend.emit(deployment, for: target, into: &alone)
          #expect(alone.artifacts == sink.artifacts)
        }
      }
    }
    #expect(EnvoyBackend().groups(of: try withoutSites()).count == 1)
  }

  /// The storefront without what differs between sites.
  private func withoutSites() throws -> Deployment {
    var deployment = Storefront.deployment()
    for table in deployment.routeTables.indices {
      deployment.routeTables[table].arms.removeAll { $0.name == "local" }
    }
    for upstream in deployment.upstreams.indices {
      for tier in deployment.upstreams[upstream].tiers.indices
      where deployment.upstreams[upstream].tiers[tier].weighting == .nearest {
        deployment.upstreams[upstream].tiers[tier].weighting = .byPods
      }
    }
    return deployment
  }

  @Test func anUnrelatedIngressChangesNoOtherResource() throws {
    func build(more: Bool) throws -> [String: [UInt8]] {
      var edge = TestEdge()
      var port: UInt16 = 8000
      func next() -> UInt16 {
        port += 1
        return port
      }
      if more {
        try edge.ingress(
          "a", port: next(), [edge.arm("x", .cohort(CohortTest(keys: [.cookie("c")], salt: "s", lower: 0, upper: 9)))])
      }
      let up = edge.upstream("up", tiers: [edge.tier([(edge.pods("p"), nil)])])
      port = 9000
      try edge.ingress("web", port: next(), [edge.arm("x", .path([path("/x")]), .upstream(up))])
      if more { try edge.ingress("z", port: next(), []) }
      return try files(edge.builder.deployment, node: "here-1")
    }
    let before = try build(more: false)
    let after = try build(more: true)
    for (path, bytes) in before where path != EnvoyLayout.staticFile { #expect(after[path] == bytes, "\(path)") }
    #expect(after.count == before.count + 8, "a listener and routes each, in both forms")
  }

  @Test func nearestClustersComeFirst() throws {
    let deployment = Storefront.deployment()
    func regions(_ node: String) throws -> [String] {
      let bytes = try #require(try files(deployment, node: node)["endpoints/acme_search~1.json"])
      let object = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
      let endpoints = try #require(object?["endpoints"] as? [[String: Any]])
      return endpoints.map { "\(($0["locality"] as? [String: String])?["region"] ?? "") \($0["priority"] ?? 0)" }
    }
    let european = "kubernetes/platform.clouds/eu-1/shop/search:http"
    let american = "kubernetes/platform.clouds/us-1/shop/search:http"
    #expect(try regions("fra-1") == ["\(european) 0", "\(american) 1"])
    #expect(try regions("iad-1") == ["\(american) 0", "\(european) 1"])
  }

  /// Secrets whose names differ only where a slash could be a dot stay apart, and a plain name stays as it was.
  @Test func aSiteListensOnTheAddressesThatItServes() throws {
    var deployment = Storefront.deployment()
    let shop = try #require(deployment.ingresses.firstIndex { $0.identity.name == "shop" })
    var drawn = try #require(deployment.ingresses[shop].addresses.first)
    var pool = deployment.pools[drawn.pool]
    pool.identity.name = "elsewhere"
    pool.sites = [RowID(1)]
    drawn.pool = RowID(UInt32(deployment.pools.count))
    drawn.address = IPAddress(v4: 0xCB00_7107)
    deployment.pools.append(pool)
    deployment.ingresses[shop].addresses.append(drawn)
    func listens(_ node: String) throws -> Bool {
      try files(deployment, node: node).keys.contains { $0.contains("listeners/") && $0.contains("203.0.113.7") }
    }
    #expect(try !listens("fra-1"))
    #expect(try listens("iad-1"))
  }

  @Test func secretsNeverShareAName() throws {
    var edge = TestEdge()
    let names = ["ca/x.y", "ca.x/y", "ca/x/y", "ca/x-y", "ca/x:y"]
    for (index, name) in names.enumerated() {
      let machine = TierMember.Source.endpoints([HostEndpoint(host: .address(address("192.0.2.9")), port: 443)])
      let up = edge.upstream("up\(index)", tiers: [edge.tier([(machine, nil)])])
      edge.builder.deployment.upstreams[up.index].tls = UpstreamTLS(
        serverName: "up.example", authority: SecretReference(tenant: index == 2 ? "x" : nil, name: name))
      try edge.ingress("web\(index)", port: 8000 + UInt16(index), [edge.arm("x", .always, .upstream(up))])
    }
    let found = try files(edge.builder.deployment, node: "here-1")
    let secrets = found.keys.filter { $0.hasPrefix("secrets/") }.sorted()
    #expect(
      secrets
        == [
          "platform.ca.x-y", "platform.ca.x~2ey", "platform.ca.x~3ay", "platform.ca~2ex.y", "tenants.x.ca.x.y",
        ].flatMap { ["secrets/\($0)~ca.json", "secrets/\($0)~ca.pb"] })
    let trusted = String(decoding: found["clusters/test_up1~1.json"] ?? [], as: UTF8.self)
    #expect(trusted.contains("xds/sds/platform.ca~2ex.y~ca.json"))
  }

  @Test func aRouteConfigurationAsksThePathHeaderOnlyWhereItMust() throws {
    func asks(under blocks: [PathPattern] = [], _ predicate: EpicIR.Predicate) throws -> Bool {
      var edge = TestEdge()
      try edge.ingress("web", port: 8000, [edge.arm("x", under: blocks, predicate)])
      let all = try files(edge.builder.deployment, node: "here-1")
      let holds = all.filter { String(decoding: $0.value, as: UTF8.self).contains("x-epic-path") }.keys.sorted()
      #expect(holds.isEmpty || holds.count == 5, "the static form, and the listener and the routes in both forms")
      // The route of dots with parameters asks the pseudo header, and nobody else does.
      #expect(
        all.values.allSatisfy {
          let text = String(decoding: $0, as: UTF8.self)
          return text.ranges(of: "\":path\"").count == text.ranges(of: "\"dot-parameters\"").count
        })
      return !holds.isEmpty
    }
    #expect(try !asks(.path([path("/a/{b}")])) && !asks(.pathMatches("/a.*")))
    #expect(try !asks(under: [path("/a/**")], .path([path("/a/b/**")])))
    #expect(try asks(under: [path("/a/**")], .pathMatches("/a.*")))
    #expect(try asks(.not(.path([path("/a")]))) && asks(.not(.pathMatches("/a"))))
    #expect(try !asks(.not(.not(.pathMatches("/a")))))
    #expect(try !asks(.any([.pathMatches("/a"), .path([path("/b")])])))
    #expect(try asks(.all([.pathMatches("/a"), .pathMatches("/.")])))
  }

  @Test func theStorefrontHasNoFindings() {
    var sink = DiagnosticSink()
    EnvoyBackend().check(Storefront.deployment(), reporting: &sink)
    #expect(sink.diagnostics.isEmpty)
  }
}
