import BackendEnvoy
import EpicArtifact
import EpicBackend
import EpicBase
import EpicDiagnostics
import EpicIR
import EpicIRFixtures
import Foundation
import Testing

/// Names of statistics, and what is counted for whom, without an Envoy.
@Suite struct StatisticsTests {
  /// One ingress of a tenant with two routes to one upstream.
  private func deployment(
    statistics: RouteStatistics? = nil, budget: UInt64? = nil, tenant: String? = "acme"
  ) throws -> Deployment {
    var edge = TestEdge()
    let app = edge.upstream("app", tiers: [edge.tier([(edge.pods("app"), nil)])])
    try edge.ingress(
      "web", port: 8000, [edge.arm("one", .path([path("/one")]), .upstream(app)) { _ in }])
    let origin = edge.builder.origin()
    var deployment = edge.builder.deployment
    deployment.ingresses[0].identity.tenant = tenant
    deployment.ingresses[0].routeStatistics = statistics
    deployment.upstreams[0].identity.tenant = tenant
    if let tenant {
      deployment.tenants = [
        Tenant(
          name: tenant, hosts: [], prefixes: [],
          statistics: budget.map { StatisticsBudget(most: $0, origin: origin) }, origin: origin)
      ]
    }
    return deployment
  }

  private func artifacts(_ deployment: Deployment) throws -> [Artifact] {
    let target = try #require(EnvoyBackend().targets(of: deployment).first)
    var sink = ArtifactSink(root: "")
    EnvoyBackend().emit(deployment, for: target, into: &sink)
    return sink.artifacts
  }

  private func text(_ deployment: Deployment, _ part: String) throws -> String {
    let found = try artifacts(deployment).first { $0.path.contains(part) && $0.path.hasSuffix(".json") }
    return String(decoding: try #require(found).bytes, as: UTF8.self).replacingOccurrences(of: "\": ", with: "\":")
  }

  /// The sum that the report says of an owner.
  private func series(_ deployment: Deployment, of owner: String) throws -> Int {
    let report = EnvoyBackend().statisticsReport(deployment)
    let line = try #require(report.split(separator: "\n").first { $0.hasPrefix("  \(owner): ") })
    return try #require(Int(line.split(separator: ":")[1].split(separator: " ")[0]))
  }

  @Test("names of statistics begin with tenant and identity")
  func names() throws {
    let deployment = try deployment(statistics: RouteStatistics(hasLatency: true))
    let ingress = deployment.ingresses[0].identity.description
    let upstream = deployment.upstreams[0].identity.description
    #expect(try text(deployment, "clusters/").contains(#""alt_stat_name":"acme~\#(upstream)~1""#))
    #expect(try text(deployment, "listeners/").contains(#""stat_prefix":"acme~\#(ingress)~""#))
    let routes = try text(deployment, "routes/")
    #expect(routes.contains(#""name":"acme~\#(ingress)~""#))
    #expect(routes.contains(#":one~""#), "\(routes)")
    #expect(routes.contains(#""stat_prefix":"t~"#), "\(routes)")
  }

  @Test("without `statistics` no route is counted by itself, and without `latency` none has times")
  func routes() throws {
    #expect(try !text(deployment(), "routes/").contains("stat_prefix"))
    let counted = try text(deployment(statistics: RouteStatistics(hasLatency: false)), "routes/")
    #expect(counted.contains(#""stat_prefix":"c~"#))
  }

  @Test("no tenant changes the bootstrap")
  func bootstrap() throws {
    let plain = try text(deployment(), "bootstrap.json")
    let other = try text(
      deployment(statistics: RouteStatistics(hasLatency: true), budget: 1_000_000, tenant: "globex"), "bootstrap.json")
    #expect(plain == other)
    #expect(plain.contains("stats_config"))
    #expect(try JSONReader.read(Array(plain.utf8))["stats_config"]?["stats_tags"]?.elements?.isEmpty == false)
  }

  @Test("what is counted is its owner's, and a route that is counted adds its own")
  func count() throws {
    let plain = try series(deployment(), of: "tenant acme")
    let counted = try series(deployment(statistics: RouteStatistics(hasLatency: false)), of: "tenant acme")
    let timed = try series(deployment(statistics: RouteStatistics(hasLatency: true)), of: "tenant acme")
    let routes = try forwarding
    #expect(counted == plain + 12 * routes)
    #expect(timed == plain + 27 * routes)
    #expect(try series(deployment(tenant: nil), of: "platform") == plain)
  }

  /// Arms of the table that lead to an upstream.
  private var forwarding: Int {
    get throws {
      try deployment().routeTables[0].arms.count { !$0.outcome.upstreams.isEmpty }
    }
  }

  @Test("a budget is held to the last series")
  func budget() throws {
    let most = UInt64(try series(deployment(), of: "tenant acme"))
    func codes(_ budget: UInt64) throws -> [Diagnostic] {
      var sink = DiagnosticSink()
      EnvoyBackend().check(try deployment(budget: budget), reporting: &sink)
      return sink.diagnostics.filter { $0.code == .statisticsBudget }
    }
    #expect(try codes(most).isEmpty)
    let found = try codes(most - 1)
    #expect(found.count == 1)
    #expect(found.first?.message.contains("\(most) series") == true)
    #expect(found.first?.secondary.count == 2)
  }
}
