import EpicBase
import EpicIR
import EpicIRFixtures
import EpicProve
import Testing

@testable import struct EpicProve.RouteInterpreter

/// The interpreter on a storefront made by hand: hosts, listeners, paths, tokens, tiers.
@Suite struct RouteInterpreterTests {
  private let deployment = Storefront.deployment()

  private func request(_ method: String, _ url: String) -> RouteRequest {
    let isTLS = url.hasPrefix("https://")
    let rest = url.dropFirst(isTLS ? 8 : 7)
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    return RouteRequest(
      isTLS: isTLS, host: String(rest[..<slash]), port: isTLS ? 443 : 80, method: method, target: String(rest[slash...])
    )
  }

  private func route(_ request: RouteRequest) -> String? {
    let found = RouteInterpreter(deployment).interpret(request)
    guard let table = found.table, let arm = found.arm else { return nil }
    return deployment.routeTables[table].arms[arm].name
  }

  @Test(arguments: [
    ("https://SHOP.Example.com./pay/x", "pay"), ("https://shop.example.com/a/../pay/x", "pay"),
    ("https://shop.example.com//pay//x", "pay"), ("https://shop.example.com/%70ay/x", "pay"),
    ("https://shop.example.com/pay", "pay"), ("https://shop.example.com/payx", "otherwise"),
    ("https://shop.example.com/Pay/x", "otherwise"), ("https://shop.example.com/search?q=", "search"),
    ("https://shop.example.com/search?p=1&q=x&q=y", "search"),
  ])
  func theHostAndThePathAreNormalised(_ url: String, _ name: String) {
    #expect(route(request("GET", url)) == name)
  }

  @Test(arguments: [
    ("https://shop.example.com/a%2Fb", 400), ("https://shop.example.com/a%5cb", 400),
    ("https://shop.example.com/%00", 400), ("https://shop.example.com/search#q", 400),
    ("https://shop.example.com/é", 400), ("https://nobody.example/%2F", 400),
    ("https://nobody.example/", 421), ("http://shop.example.com/x", 301),
  ])
  func theEdgeAnswersItself(_ url: String, _ status: UInt16) {
    #expect(RouteInterpreter(deployment).interpret(request("GET", url)).status == status)
  }

  @Test func whereNothingListensThereIsNoAnswer() {
    var asked = request("GET", "https://shop.example.com/")
    asked.port = 444
    let found = RouteInterpreter(deployment).interpret(asked)
    guard case .noConnection(let reason) = found.result else {
      Issue.record("\(found.result)")
      return
    }
    #expect(reason.contains("port 444"))
  }

  @Test func onlyTheIngressesThatMayBeReachedAre() {
    let found = RouteInterpreter(deployment, reaching: []).interpret(request("GET", "https://shop.example.com/"))
    #expect(found.status == 421)
    #expect(found.ingress == nil)
  }

  /// A repeated header matches by any value, a cookie by the first of its name.
  @Test func severalValues() {
    var asked = request("GET", "https://shop.example.com/api/x")
    asked.headers = [.init(name: "x-beta", value: "0"), .init(name: "x-beta", value: "1")]
    #expect(route(asked) == "beta")
    asked.headers = [.init(name: "cookie", value: "a=b; beta=off; beta=on")]
    #expect(route(asked) != "beta")
    asked.headers = [.init(name: "cookie", value: "beta=\"on\"")]
    #expect(route(asked) == "beta")
  }

  /// A request whose TLS nothing is said about has the newest; one in clear text has none.
  @Test func versionsOfTLS() throws {
    var deployment = deployment
    let shop = try #require(deployment.ingresses.firstIndex { $0.identity.name == "shop" })
    let listener = try #require(deployment.ingresses[shop].listeners.firstIndex { $0.port == 443 })
    guard case .https(_, let table) = deployment.ingresses[shop].listeners[listener].service else { return }
    let origin = deployment.ingresses[shop].origin
    let clear = IngressListener(port: 8080, service: .http(routes: table), origin: origin)
    deployment.ingresses[shop].listeners.append(clear)
    let predicates: [(String, Predicate)] = [
      ("none", .not(.tls(TLSVersion.allCases))), ("old", .tls([.v1_0, .v1_1, .v1_2])), ("new", .always),
    ]
    deployment.routeTables[Int(table.index)].arms = predicates.map { name, predicate in
      RouteArm(
        name: name, blocks: [], predicate: predicate, outcome: .close, policy: RoutePolicy(), origin: origin)
    }
    deployment.ingresses[shop].jwtProviders = []
    func found(_ url: String, port: UInt16 = 443, _ version: TLSVersion?) -> Interpretation {
      var asked = request("GET", url)
      asked.port = port
      asked.tls = version
      return RouteInterpreter(deployment).interpret(asked)
    }
    #expect(found("https://shop.example.com/", nil).arm == 2)
    #expect(found("https://shop.example.com/", .v1_3).arm == 2)
    #expect(found("https://shop.example.com/", .v1_2).arm == 1)
    #expect(found("http://shop.example.com/", port: 8080, nil).arm == 0)
    #expect(
      found("http://shop.example.com/", port: 8080, nil).arms.first?.why
        == "`not tls exists` is true: the connection has no TLS")
    #expect(
      found("https://shop.example.com/", nil).arms.map(\.why) == [
        "`not tls exists` is false: TLS is 1.3", "`tls in [1.0, 1.1, 1.2]` is false: TLS is 1.3",
        "takes every request that is left",
      ])
    guard case .noConnection(let reason) = found("https://shop.example.com/", .v1_1).result else {
      Issue.record("a version that is not taken makes a connection")
      return
    }
    #expect(reason.hasSuffix("takes TLS 1.2 and newer, not 1.1"))
  }

  /// Loads in whole percents, as `LoadBalancerBase::recalculatePerPriorityState` of Envoy computes them.
  @Test(
    arguments: [
      ([100, 100], 140, [100, 0]), ([70, 100], 140, [98, 2]), ([50, 100], 140, [70, 30]), ([0, 100], 140, [0, 100]),
      ([0, 0], 140, [0, 0]), ([20, 20], 140, [50, 50]), ([25, 0, 25], 140, [50, 0, 50]), ([35, 100], 143, [50, 50]),
      ([70, 100], 143, [100, 0]), ([10, 10, 10], 100, [34, 33, 33]),
    ] as [([UInt32], UInt32, [UInt32])])
  func tiersShareAsEnvoyDoes(_ healthy: [UInt32], _ factor: UInt32, _ loads: [UInt32]) {
    #expect(RouteInterpreter.loads(of: healthy, factor: factor) == loads)
  }
}
