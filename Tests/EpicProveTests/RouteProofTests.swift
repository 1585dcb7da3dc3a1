import EpicBase
import EpicDiagnostics
import EpicIR
import EpicIRFixtures
import EpicProve
import Testing

/// A table of routes on its own, used by one ingress for two hosts at the first two of three sites.
private func prove(
  _ arms: [(String, Predicate)], under blocks: [PathPattern] = [],
  listening services: [IngressListener.Service]? = nil
) -> [Diagnostic] {
  var deployment = Storefront.deployment()
  var rows: [RouteArm] = []
  for (index, arm) in (arms + [("otherwise", .always)]).enumerated() {
    let start = UInt32(index * 100)
    let span = SourceSpan(source: SourceID(0), start: start, end: start + 50)
    rows.append(
      RouteArm(
        name: arm.0, blocks: blocks, predicate: arm.1,
        outcome: .respond(DirectResponse(status: 200 + UInt16(index), body: [], contentType: "", headers: [])),
        policy: RoutePolicy(), origin: Origin(span)))
  }
  deployment.routeTables[3].arms = rows
  deployment.ingresses[4].hosts = [HostPattern("www.globex.example"), HostPattern("*.docs.globex.example")]
  deployment.ingresses[4].sites = [RowID(0), RowID(1)]
  if let services {
    deployment.ingresses[4].listeners = services.enumerated().map { index, service in
      IngressListener(port: UInt16(443 + index), service: service, origin: deployment.ingresses[4].origin)
    }
  }
  deployment.ingresses[4].jwtProviders = deployment.ingresses[2].jwtProviders
  var sink = DiagnosticSink()
  Prover.prove(deployment, reporting: &sink)
  return sink.sorted
}

/// Checks that exactly the named arms can never match, by the text of the findings.
private func expectUnreachable(
  _ names: [String], sourceLocation: Testing.SourceLocation = #_sourceLocation, _ arms: [(String, Predicate)]
) {
  let found = prove(arms)
  #expect(
    found.map(\.message) == names.map { "route `\($0)` can never match" }, sourceLocation: sourceLocation)
  #expect(found.allSatisfy { $0.code == .unreachableRoute }, sourceLocation: sourceLocation)
}

private func header(_ name: String, _ test: TextTest) -> Predicate { .text(.header(name), test) }

@Suite struct RouteProofTests {
  @Test func thePaperExample() throws {
    let finding = try #require(prove([("a", Self.p("/x/**")), ("b", Self.p("/x/y"))]).first)
    #expect(finding.code.name == "E0407")
    #expect(finding.message == "route `b` can never match")
    #expect(finding.primary == Annotation(SourceSpan(source: SourceID(0), start: 100, end: 150), "unreachable"))
    #expect(
      finding.secondary == [
        Annotation(SourceSpan(source: SourceID(0), start: 0, end: 50), "takes every request to /x/y")
      ])
    #expect(finding.notes == ["example: GET https://www.globex.example/x/y -> a (respond 200)"])
    #expect(finding.help == "move `b` above `a`")
  }

  @Test func wholeAndOpenPaths() {
    expectUnreachable(["b"], [("a", Self.p("/x/**")), ("b", Self.p("/x/y"))])
    expectUnreachable(["b"], [("a", Self.p("/x/**")), ("b", Self.p("/x"))])
    expectUnreachable(["b"], [("a", Self.p("/x/**")), ("b", Self.p("/x/{rest...}"))])
    expectUnreachable(["b"], [("a", Self.p("/x/{id}")), ("b", Self.p("/x/y"))])
    expectUnreachable(["b"], [("a", Self.p("/**")), ("b", Self.p("/"))])
    expectUnreachable([], [("a", Self.p("/x")), ("b", Self.p("/x/**"))])
    expectUnreachable([], [("a", Self.p("/x/**")), ("b", Self.p("/xy"))])
    expectUnreachable([], [("a", Self.p("/x/{id}")), ("b", Self.p("/x/{rest...}"))])
    expectUnreachable([], [("a", Self.p("/x")), ("b", Self.p("/x/"))])
    // Several earlier arms together.
    expectUnreachable(
      ["d"], [("a", Self.p("/x")), ("b", Self.p("/x/")), ("c", Self.p("/x/{id}/**")), ("d", Self.p("/x/**"))])
    expectUnreachable([], [("a", Self.p("/x")), ("c", Self.p("/x/{id}/**")), ("d", Self.p("/x/**"))])
    expectUnreachable(["b"], [("a", paths(["/x/**", "/y/**"])), ("b", paths(["/y/a", "/x/b"]))])
    expectUnreachable([], [("a", paths(["/x/**", "/y/**"])), ("b", paths(["/y/a", "/z"]))])
  }

  private static func p(_ text: String) -> Predicate { .path([path(text)]) }
  private func paths(_ texts: [String]) -> Predicate { .path(texts.map { path($0) }) }

  @Test func hosts() {
    let docs = Predicate.host([HostPattern("*.docs.globex.example")])
    let one = Predicate.host([HostPattern("a.docs.globex.example")])
    let www = Predicate.host([HostPattern("www.globex.example")])
    expectUnreachable(["b"], [("a", docs), ("b", one)])
    expectUnreachable([], [("a", one), ("b", docs)])
    // Both of the ingress's hosts are gone: nothing is left for `/x`.
    expectUnreachable(["c"], [("a", docs), ("b", www), ("c", Self.p("/x"))])
    expectUnreachable([], [("a", one), ("b", www), ("c", Self.p("/x"))])
  }

  @Test func methods() {
    let get = Predicate.method(["GET"])
    expectUnreachable(["b"], [("a", .method(["GET", "HEAD"])), ("b", get)])
    expectUnreachable([], [("a", get), ("b", .method(["GET", "HEAD"]))])
    expectUnreachable(["c"], [("a", get), ("b", .method(["HEAD"])), ("c", .method(["HEAD", "GET"]))])
    expectUnreachable(["c"], [("a", get), ("b", .not(get)), ("c", Self.p("/x"))])
    expectUnreachable([], [("a", get), ("b", .not(.method(["PUT"])))])
  }

  @Test func clientsAndPlaces() {
    let wide = Predicate.client([prefix("10.0.0.0/8"), prefix("2001:db8::/32")])
    expectUnreachable(["b"], [("a", wide), ("b", .client([prefix("10.1.0.0/16")]))])
    expectUnreachable([], [("a", wide), ("b", .client([prefix("10.0.0.0/7")]))])
    expectUnreachable(
      ["c"],
      [
        ("a", .client([prefix("10.0.0.0/9")])), ("b", .client([prefix("10.128.0.0/9")])),
        ("c", .client([prefix("10.0.0.0/8")])),
      ])
    expectUnreachable(["b"], [("a", .country(["DE", "FR"])), ("b", .country(["FR"]))])
    // A client without a country passes `not in`.
    expectUnreachable([], [("a", .country(["DE"])), ("b", .not(.country(["DE"])))])
    expectUnreachable(["c"], [("a", .country(["DE"])), ("b", .not(.country(["DE"]))), ("c", Self.p("/x"))])
    expectUnreachable(
      ["b"], [("a", .autonomousSystem([ASNumber(1), ASNumber(2)])), ("b", .autonomousSystem([ASNumber(2)]))])
    expectUnreachable(["c"], [("a", .site([RowID(0)])), ("b", .site([RowID(1)])), ("c", Self.p("/x"))])
  }

  @Test func textsAndCohorts() {
    let beta = header("x-beta", .isOneOf(["1", "2"]))
    expectUnreachable(["b"], [("a", beta), ("b", header("x-beta", .isOneOf(["2"])))])
    expectUnreachable([], [("a", beta), ("b", header("x-beta", .exists))])
    expectUnreachable(["b"], [("a", header("x-beta", .exists)), ("b", beta)])
    expectUnreachable(["b"], [("a", header("t", .startsWith("image/"))), ("b", header("t", .isOneOf(["image/png"])))])
    expectUnreachable([], [("a", header("t", .startsWith("a1"))), ("b", header("t", .startsWith("a")))])
    expectUnreachable(["b"], [("a", header("t", .startsWith("a"))), ("b", header("t", .startsWith("ab")))])
    // Another header, and a second value of the same one, get through.
    expectUnreachable([], [("a", beta), ("b", header("x-other", .isOneOf(["2"])))])
    expectUnreachable(
      [], [("a", .all([beta, header("x-beta", .isOneOf(["3"]))])), ("b", header("x-beta", .isOneOf(["3"])))])
    // A regular expression covers itself and nothing else.
    expectUnreachable(["b"], [("a", header("t", .matches("a+"))), ("b", header("t", .matches("a+")))])
    expectUnreachable([], [("a", header("t", .matches(".*"))), ("b", header("t", .isOneOf(["a"])))])
    expectUnreachable(["b"], [("a", .pathMatches("/a+")), ("b", .all([.pathMatches("/a+"), .method(["GET"])]))])
    func cohort(_ lower: UInt32, _ upper: UInt32, _ salt: String = "s") -> Predicate {
      .cohort(CohortTest(keys: [.cookie("sid")], salt: salt, lower: lower, upper: upper))
    }
    expectUnreachable(["b"], [("a", cohort(0, 50_000)), ("b", cohort(0, 10_000))])
    expectUnreachable([], [("a", cohort(0, 50_000)), ("b", cohort(0, 60_000)), ("c", cohort(0, 10_000, "t"))])
    expectUnreachable(["c"], [("a", cohort(0, 500_000)), ("b", cohort(500_000, 1_000_000)), ("c", cohort(1, 999_999))])
  }

  @Test func groups() {
    let api = Self.p("/api/**")
    let gold = header("x-plan", .isOneOf(["gold"]))
    expectUnreachable(["b"], [("a", .any([api, gold])), ("b", .all([gold, Self.p("/x")]))])
    expectUnreachable(["c"], [("a", .all([api, gold])), ("b", .all([api, .not(gold)])), ("c", api)])
    expectUnreachable([], [("a", .all([api, gold])), ("b", api)])
    expectUnreachable(["b"], [("a", .not(.all([api, gold]))), ("b", .not(gold))])
  }

  @Test func contradictions() {
    let body = TextField.jsonBody(path: ["a"], limit: 64)
    let found = prove([
      ("a", .all([Self.p("/x/**"), Self.p("/y")])), ("b", .all([.method(["GET"]), .not(.method(["GET"]))])),
      ("c", .all([.country(["DE"]), .country(["FR"])])),
      ("d", .all([.text(.query("q"), .isOneOf(["1"])), .text(.query("q"), .isOneOf(["2"]))])),
      ("e", .all([header("q", .isOneOf(["1"])), header("q", .isOneOf(["2"]))])), ("f", .never),
      ("g", .all([.text(body, .isOneOf(["1"])), .text(body, .isOneOf(["2"]))])),
    ])
    #expect(found.map(\.message) == ["a", "b", "c", "d", "f", "g"].map { "no request can match route `\($0)`" })
    #expect(found.allSatisfy { $0.code == .contradictoryRoute })
  }

  @Test func hostsAndSitesOfNoIngress() {
    let found = prove([
      ("a", .host([HostPattern("shop.example.com")])),
      ("b", .all([Self.p("/x"), .host([HostPattern("**.docs.globex.example")])])), ("c", .site([RowID(2)])),
    ])
    #expect(
      found.map(\.message) == [
        "route `a` asks for host `shop.example.com`, which no ingress of these routes answers for",
        "route `c` asks for site `sin`, where no ingress of these routes is served",
      ])
    #expect(found.map(\.code) == [.hostOfNoIngress, .siteOfNoIngress])
  }

  @Test func versionsOfTLS() {
    let mixed: [IngressListener.Service] = [.https(minimumVersion: .v1_2, routes: RowID(3)), .http(routes: RowID(3))]
    func messages(_ services: [IngressListener.Service], _ arms: [(String, Predicate)]) -> [String] {
      prove(arms, listening: services).map(\.message)
    }
    let old = Predicate.tls([.v1_0, .v1_1, .v1_2])
    let any = Predicate.tls(TLSVersion.allCases)
    #expect(messages(mixed, [("a", old), ("b", .tls([.v1_3])), ("c", .not(any))]).isEmpty)
    #expect(messages(mixed, [("a", any), ("b", old)]) == ["route `b` can never match"])
    // Between them they take whatever comes.
    #expect(
      messages(mixed, [("a", old), ("b", .tls([.v1_3])), ("c", .not(any)), ("d", Self.p("/x"))])
        == ["route `d` can never match"])
    #expect(messages(mixed, [("a", .all([old, .tls([.v1_3])]))]) == ["no request can match route `a`"])
    #expect(messages(mixed, [("a", .all([any, .not(any)]))]) == ["no request can match route `a`"])
    // What a listener takes, and nothing else, is what comes.
    #expect(
      messages([.https(minimumVersion: .v1_3, routes: RowID(3))], [("a", old), ("b", .not(any)), ("c", any)]) == [
        "route `a` asks for TLS 1.0, 1.1 or 1.2, and requests reach these routes over TLS 1.3",
        "route `b` asks for clear text, and requests reach these routes over TLS 1.3",
      ])
    #expect(
      messages(mixed, [("a", .all([Self.p("/x"), .tls([.v1_1])]))]) == [
        "route `a` asks for TLS 1.1, and requests reach these routes over TLS 1.2 or 1.3, or in clear text"
      ])
    // A port that redirects leads to no route.
    #expect(
      messages(
        [.https(minimumVersion: .v1_3, routes: RowID(3)), .redirectToHTTPS(port: 443)], [("a", .not(any))]
      ).count == 1)
    let clear = prove([("a", any)], listening: [.http(routes: RowID(3))])
    #expect(clear.map(\.code) == [.tlsOfNoListener])
    #expect(clear.map(\.help) == ["add `listen https 443` to an ingress that uses the routes, or take the route out"])
    // An example says how the request came.
    let found = prove([("a", Self.p("/x/**")), ("b", .all([Self.p("/x/y"), old]))], listening: mixed)
    #expect(found.map(\.notes) == [["example: GET https://www.globex.example/x/y tls 1.2 -> a (respond 200)"]])
  }

  @Test func otherwiseMayTakeNothing() {
    #expect(prove([("a", Self.p("/**"))]).isEmpty)
    #expect(prove([("a", Self.p("/api/**"))], under: [path("/api/**")]).isEmpty)
  }

  @Test func overlappingPaths() throws {
    let found = prove([
      ("a", Self.p("/v1/{x}/items")), ("b", Self.p("/v1/users/{y}")), ("c", Self.p("/v1/users/{y}/z")),
    ])
    let finding = try #require(found.first)
    #expect(found.count == 1)
    #expect(finding.code == .overlappingRoutes)
    #expect(finding.message == "routes `a` and `b` overlap, and the first takes what both match")
    #expect(finding.notes == ["example: GET https://www.globex.example/v1/users/items -> a (respond 200)"])
    // A special case above the general one is how routes are written.
    #expect(prove([("a", Self.p("/v1/users")), ("b", Self.p("/v1/{y}"))]).isEmpty)
  }

  @Test func claimsAndPlacesNeedSomebodyWhoKnows() {
    expect([
      ("E0453", "route `vip` asks for a token's claim, and ingress `shop` knows no tokens"),
      ("E0453", "route `trial` asks for a token's claim, and ingress `shop` knows no tokens"),
      ("E0453", "route `account` asks for a token's claim, and ingress `shop` knows no tokens"),
    ]) { $0.ingresses[2].jwtProviders = [] }
    expect([("E0454", "route `orders` asks for a token's claim, and ingress `partners` has 2 `auth jwt`")]) {
      var second = $0.ingresses[3].jwtProviders[0]
      second.name = "other"
      $0.ingresses[3].jwtProviders.append(second)
    }
    expect([("E0455", "route `orders` asks for a claim of `staff`, and ingress `partners` has no such `auth jwt`")]) {
      $0.routeTables[2].arms[0].predicate = .text(.jwtClaim(provider: "staff", path: ["scope"]), .exists)
    }
    expect(
      [
        ("E0456", "route `banned` asks for the client's place, and the workspace has no geo database"),
        ("E0456", "route `american` asks for the client's place, and the workspace has no geo database"),
      ], isAlone: true
    ) { $0.geoDatabases = [] }
  }
}
