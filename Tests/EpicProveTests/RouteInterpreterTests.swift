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
    ("https://shop.example.com/search?p=1&q=x&q=y", "search"), ("https://shop.example.com/search#q", "otherwise"),
  ])
  func theHostAndThePathAreNormalised(_ url: String, _ name: String) {
    #expect(route(request("GET", url)) == name)
  }

  @Test(arguments: [
    ("https://shop.example.com/a%2Fb", 400), ("https://shop.example.com/a%5cb", 400),
    ("https://shop.example.com/%00", 400),
    ("https://nobody.example/", 404), ("http://shop.example.com/x", 301),
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
    #expect(found.status == 404)
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
