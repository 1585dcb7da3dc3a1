import BackendEnvoy
import EpicArtifact
import EpicBackend
import EpicBase
import EpicDiagnostics
import EpicIR
import EpicIRFixtures
import Testing

/// What Envoy cannot express is an error with a place.
@Suite struct CheckTests {
  private func codes(_ change: (inout TestEdge) throws -> Void) rethrows -> [String] {
    var edge = TestEdge()
    try change(&edge)
    var sink = DiagnosticSink()
    EnvoyBackend().check(edge.builder.deployment, reporting: &sink)
    return sink.sorted.map(\.code.name)
  }

  private func arm(
    _ predicate: EpicIR.Predicate, _ outcome: RouteOutcome? = nil, under blocks: [PathPattern] = [],
    _ configure: @escaping (inout RoutePolicy) -> Void = { _ in }
  ) throws -> [String] {
    try codes { edge in
      let arm = edge.arm("x", under: blocks, predicate, outcome, configure)
      try edge.ingress("web", port: 80, [arm])
    }
  }

  private func redirect(_ target: String) -> RouteOutcome {
    .redirect(Redirect(status: 302, isTLS: nil, host: nil, port: nil, target: template(target)))
  }

  @Test func engines() {
    #expect(codes { $0.builder.deployment.engines[0].envoy = Version([1, 4]) } == ["E0801"])
    #expect(codes { $0.builder.deployment.engines[0].envoy = Version([1, 41]) } == ["E0801"])
    for version in [[1, 38], [1, 39, 3], [1, 40, 2]] as [[UInt32]] {
      #expect(codes { $0.builder.deployment.engines[0].envoy = Version(version) }.isEmpty)
    }
  }

  /// What a release lacks is said of the route or ingress that asks for it, once, and of no other.
  @Test func whatOlderEnginesLack() throws {
    func lacking(_ version: [UInt32], _ predicate: EpicIR.Predicate, _ policy: RoutePolicy = RoutePolicy()) -> [String]
    {
      codes { edge in
        edge.builder.deployment.engines[0].envoy = Version(version)
        let arm = edge.arm("a", predicate) { $0 = policy }
        _ = try? edge.ingress("web", [arm])
        _ = try? edge.ingress("same", [arm])
      }
    }
    let header = EpicIR.Predicate.text(.header("x-a"), .isOneOf(["1"]))
    let expression = EpicIR.Predicate.pathMatches("/a.*")
    var limit = RoutePolicy()
    limit.maximumBody = 1000
    #expect(lacking([1, 38], .not(header)) == ["E0818"])
    #expect(lacking([1, 38], .any([.method(["GET"]), expression])) == ["E0818"])
    #expect(lacking([1, 38], .text(.header("x-a"), .matches("a.*"))) == ["E0818", "E0818"])
    #expect(lacking([1, 38], .text(.query("q"), .matches("a.*"))) == ["E0818"])
    #expect(lacking([1, 38], .text(.header("x-a"), .exists)).isEmpty)
    #expect(lacking([1, 38], .text(.cookie("x-a"), .isOneOf(["1"]))).isEmpty)
    #expect(lacking([1, 38], .text(.header("user-agent"), .startsWith("curl/"))).isEmpty)
    #expect(lacking([1, 38], .text(.header("content-type"), .matches("a.*"))) == ["E0818"])
    #expect(lacking([1, 39], .all([header, expression])).isEmpty)
    #expect(lacking([1, 39, 3], .always, limit) == ["E0818"])
    #expect(lacking([1, 40], .always, limit).isEmpty)
  }

  @Test func tiersOfOneKind() {
    func tier(_ first: TierMember.Source, _ second: TierMember.Source) -> [String] {
      codes { edge in
        edge.builder.deployment.cdns = [
          CDN(
            identity: Identity(package: "platform", name: "cdn"), host: "cdn.example", serverName: nil, authority: nil,
            port: 80, origin: edge.builder.origin())
        ]
        _ = edge.upstream("u", tiers: [edge.tier([(first, 50), (second, 50)], .percentages)])
      }
    }
    let pods = TestEdge().pods("a")
    let name = TierMember.Source.endpoints([HostEndpoint(host: .name("a.example"), port: 80)])
    let machine = TierMember.Source.endpoints([HostEndpoint(host: .address(address("192.0.2.9")), port: 80)])
    let cdn = TierMember.Source.cdn(RowID(0), pathPrefix: nil)
    #expect(tier(pods, machine).isEmpty && tier(name, name).isEmpty)
    #expect(tier(pods, cdn) == ["E0802"] && tier(name, machine) == ["E0802"] && tier(cdn, cdn) == ["E0802"])
  }

  @Test func alternatives() throws {
    func header(_ name: String) -> EpicIR.Predicate { .text(.header(name), .exists) }
    let pairs = (0..<7).map { EpicIR.Predicate.any([header("a\($0)"), header("b\($0)")]) }
    #expect(try arm(.all(pairs)) == ["E0803"])
    #expect(try arm(.all(Array(pairs.prefix(6)))).isEmpty)
    #expect(try arm(.not(.all(pairs))).isEmpty)
    let both = (0..<7).map { EpicIR.Predicate.all([header("a\($0)"), header("b\($0)")]) }
    #expect(try arm(.not(.any(both))) == ["E0803"])
  }

  @Test func targets() throws {
    #expect(try arm(.path([path("/a/{x}")]), redirect("/b/${x}?c=d")) == ["E0804"])
    #expect(try arm(.path([path("/a/{x}")]), redirect("/b?c=d")).isEmpty)
    #expect(try arm(.path([path("/a")]), nil) { $0.rewritePath = template("/b?c=d") } == ["E0804"])
    #expect(try arm(.path([path("/a/{x}"), path("/b")]), redirect("/c/${x}")) == ["E0805"])
    #expect(try arm(.path([path("/a/{x}"), path("/b/{x}")]), redirect("/c/${x}")).isEmpty)
    #expect(try arm(.path([path("/a/{x}")]), redirect("/c/${y}"), under: [path("/a/{y}/**")]).isEmpty)
    let many = (0..<10).map { "/{c\($0)}" }.joined()
    #expect(try arm(.path([path(many)]), redirect((0..<10).map { "/${c\($0)}" }.joined())) == ["E0806"])
  }

  @Test func names() throws {
    func edit(_ name: String) throws -> [String] {
      try arm(.always) { $0.requestHeaders = [HeaderEdit(name: name, operation: .set, value: "1")] }
    }
    #expect(try edit("host") == ["E0807"] && edit(":path") == ["E0807"] && edit("x-epic-asn") == ["E0807"])
    #expect(try edit("x-epicure").isEmpty)
    for name in ["x-forwarded-for", "x-real-ip", "x-request-id", "x-envoy-retry-on", "te", "content-length"] {
      #expect(try edit(name) == ["E0807"], "\(name)")
    }
    #expect(try edit("x-forwarded-host").isEmpty && edit("server").isEmpty && edit("forwarded-by").isEmpty)
    func answer(_ name: String, _ operation: HeaderEdit.Operation) throws -> [String] {
      try arm(.always) { $0.responseHeaders = [HeaderEdit(name: name, operation: operation, value: "1")] }
    }
    #expect(try answer("server", .remove) == ["E0807"] && answer("x-envoy-a", .set) == ["E0807"])
    #expect(try answer("x-envoy-upstream-service-time", .remove).isEmpty && answer("x-request-id", .set).isEmpty)
    for name in ["forwarded", "x-forwarded-user", "host", "connection", "x-envoy-internal"] {
      #expect(try arm(.text(.header(name), .exists)) == ["E0807"], "\(name)")
    }
    #expect(try arm(.text(.header("upgrade"), .exists)).isEmpty && arm(.text(.header("date"), .exists)).isEmpty)
    #expect(try arm(.cohort(CohortTest(keys: [.header("x-real-ip")], salt: "", lower: 0, upper: 1))) == ["E0807"])
    #expect(try arm(.text(.header("x-epic-country"), .exists)) == ["E0807"])
    #expect(try arm(.text(.query("a)b"), .exists)) == ["E0808"])
    #expect(try arm(.cohort(CohortTest(keys: [.cookie("a:b")], salt: "", lower: 0, upper: 1))) == ["E0808"])
  }

  /// What passes the check has paths that a bundle takes, and what fails it has one that no bundle would.
  @Test func pathsOfArtifacts() throws {
    func longest(_ change: (inout TestEdge) throws -> Void) throws -> (codes: [String], faults: [String]) {
      var edge = TestEdge()
      try change(&edge)
      var found = DiagnosticSink()
      EnvoyBackend().check(edge.builder.deployment, reporting: &found)
      var sink = ArtifactSink(root: Target.node("here-1").folder(of: .envoy))
      EnvoyBackend().emit(edge.builder.deployment, for: .node("here-1"), into: &sink)
      return (found.sorted.map(\.code.name), sink.artifacts.compactMap { ArtifactPath.fault(in: $0.path) })
    }
    func name(_ length: Int) -> String { String(repeating: "n", count: length) }
    let machine = TierMember.Source.endpoints([HostEndpoint(host: .address(address("192.0.2.9")), port: 443)])
    var outcomes: Set<Bool> = []
    for length in stride(from: 100, through: 210, by: 1) {
      let cases = [
        try longest { try $0.ingress(name(length), port: 80, []) },
        try longest { edge in
          let up = edge.upstream(name(length), tiers: [edge.tier([(machine, nil)])])
          try edge.ingress("web", port: 80, [edge.arm("x", .always, .upstream(up))])
        },
        try longest { edge in
          let up = edge.upstream("up", tiers: [edge.tier([(machine, nil)])])
          edge.builder.deployment.upstreams[up.index].tls = UpstreamTLS(
            serverName: "up.example", authority: SecretReference(tenant: nil, name: "ca/" + name(length)))
          try edge.ingress("web", port: 80, [edge.arm("x", .always, .upstream(up))])
        },
      ]
      for (codes, faults) in cases {
        #expect(codes == (faults.isEmpty ? [] : ["E0809"]), "\(length): \(faults)")
        outcomes.insert(faults.isEmpty)
      }
    }
    #expect(outcomes.count == 2)
    // What no route uses is not emitted.
    #expect(try longest { _ = $0.upstream(name(240), tiers: [$0.tier([(machine, nil)])]) }.codes.isEmpty)
  }

  @Test func watchedFiles() throws {
    func found(_ count: Int) throws -> [String] {
      try codes { edge in for index in 0..<count { try edge.ingress("w\(index)", port: 80, []) } }
    }
    // LDS, CDS and a route configuration for each; 8 of 128 are kept free.
    #expect(try found(118).isEmpty)
    #expect(try found(119) == ["W0801"])
    #expect(try codes { edge in for index in 0..<98 { try edge.ingress("w\(index)", port: 80, []) } }.isEmpty)
  }
}
