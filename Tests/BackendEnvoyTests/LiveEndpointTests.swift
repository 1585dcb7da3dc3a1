import EpicBase
import EpicIR
import EpicIRFixtures
import Foundation
import Testing

/// Which endpoint of an upstream takes a request, and which take none, on the real Envoy.
@Suite(.enabled(if: !EnvoyTool.isMissing, "no Envoy at EPIC_ENVOY or build/tools/bin/envoy"))
struct LiveEndpointTests {
  private static let names = ["a", "b", "c", "d"]

  /// An Envoy of four backends, and an upstream of all of them for each way to choose.
  private func edge(
    _ ways: [(String, LoadBalancing)], _ configure: (inout Upstream) -> Void = { _ in }
  ) throws -> (LiveEnvoy, Deployment, UInt16) {
    var envoy = try LiveEnvoy()
    for name in Self.names { try envoy.backend(name) }
    var edge = TestEdge()
    envoy.fill = [edge.slot("pods"): Self.names]
    var arms: [RouteArm] = []
    for (name, balance) in ways {
      let id = edge.upstream(name, tiers: [edge.tier([(edge.pods("pods"), nil)])])
      edge.builder.deployment.upstreams[id.index].loadBalancing = balance
      configure(&edge.builder.deployment.upstreams[id.index])
      arms.append(edge.arm(name, .path([path("/\(name)")]), .upstream(id)))
    }
    let port = try edge.ingress("web", arms)
    return (envoy, edge.builder.deployment, port)
  }

  private func backend(_ answer: LiveAnswer) throws -> String {
    let response = try #require(answer.response)
    #expect(response.status == 200)
    return String(response.body.prefix { $0 != " " })
  }

  /// Twenty keys of each kind, each asked three times: always the same endpoint, and not one endpoint for all.
  @Test func oneKeyIsOneEndpoint() throws {
    let ways: [(String, LoadBalancing)] = [
      ("header", .maglev(.field(.header("x-user")))), ("query", .ringHash(.field(.query("q")))),
      ("cookie", .ringHash(.field(.cookie("sid")))), ("client", .maglev(.client)),
    ]
    let (envoy, deployment, port) = try edge(ways)
    var requests: [LiveRequest] = []
    for (name, _) in ways {
      for key in 1...20 {
        let request =
          switch name {
          case "header": LiveRequest(port, "/header", [("x-user", "u\(key)")])
          case "query": LiveRequest(port, "/query?p=1&q=k\(key)")
          case "cookie": LiveRequest(port, "/cookie", [("cookie", "other=1; sid=s\(key)")])
          default: LiveRequest(port, "/client", from: "127.0.1.\(key)")
          }
        requests += [request, request, request]
      }
    }
    let answers = try envoy.answers(deployment, requests.map { .send($0) }).map(backend)
    for (position, (name, _)) in ways.enumerated() {
      let own = Array(answers[position * 60..<position * 60 + 60])
      for key in 0..<20 { #expect(Set(own[key * 3..<key * 3 + 3]).count == 1, "\(name) \(key + 1): \(own)") }
      #expect(Set(own).count > 1, "\(name): \(own)")
    }
  }

  /// Whoever has no cookie is given one, and finds the endpoint again with it.
  @Test func theEdgeGivesACookie() throws {
    let given = HashKey.givenCookie(name: "session", lifetime: .seconds(3600))
    let (envoy, deployment, port) = try edge([("given", .ringHash(given))])
    let first = try envoy.answers(
      deployment, (0..<12).map { _ in .send(LiveRequest(port, "/given")) })
    var cookies: [(String, String)] = []
    for answer in first {
      let cookie = try #require(answer.response?.headers["set-cookie"])
      let parts = cookie.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
      #expect(parts.dropFirst().sorted() == ["HttpOnly", "Max-Age=3600", "Path=/", "SameSite=Lax"], "\(cookie)")
      cookies.append((parts[0], try backend(answer)))
    }
    // Another process: the cookie alone decides, for the same endpoints.
    let again = try envoy.answers(
      deployment, cookies.map { .send(LiveRequest(port, "/given", [("cookie", $0.0)])) })
    for ((cookie, wanted), answer) in zip(cookies, again) {
      #expect(try backend(answer) == wanted, "\(cookie)")
      #expect(answer.response?.headers["set-cookie"] == nil)
    }
    #expect(Set(cookies.map(\.1)).count > 1)
  }

  /// An endpoint that fails as often as is said is out; one that fails less often stays.
  @Test func failuresInARowEject() throws {
    let (envoy, deployment, port) = try edge([("web", .roundRobin)]) { upstream in
      upstream.ejection = Ejection(
        failures: 3, interval: .seconds(10), duration: .seconds(60), mostEjected: Percentage(partsPerMillion: 500_000),
        origin: upstream.origin)
    }
    let request = LiveStep.send(LiveRequest(port, "/web"))
    let round = [LiveStep](repeating: request, count: 40)
    let steps: [LiveStep] =
      [.fail("a", status: 503)] + round + [.fail("a", status: 200)] + round
      + [.admin("/stats?filter=outlier_detection.ejections_active")]
    let answers = try envoy.answers(deployment, steps)
    func statuses(_ range: Range<Int>) -> [Int] { answers[range].compactMap { $0.response?.status } }
    #expect(statuses(1..<41).filter { $0 == 503 }.count == 3, "three failures, then no more requests")
    // It is out for a minute, though it would answer again.
    #expect(statuses(42..<82).allSatisfy { $0 == 200 })
    #expect(try answers[42..<82].map(backend).allSatisfy { $0 != "a" })
    guard case .text(let stats)? = answers.last else { throw CancellationError() }
    #expect(stats.contains("ejections_active: 1"), "\(stats)")
  }

  /// Half of four endpoints may be out: of four that fail, two go on failing.
  @Test func notAllAreEjected() throws {
    let (envoy, deployment, port) = try edge([("web", .roundRobin)]) { upstream in
      upstream.ejection = Ejection(
        failures: 1, interval: .seconds(10), duration: .seconds(60), mostEjected: Percentage(partsPerMillion: 500_000),
        origin: upstream.origin)
    }
    let steps: [LiveStep] =
      Self.names.map { .fail($0, status: 503) }
      + [LiveStep](repeating: .send(LiveRequest(port, "/web")), count: 20)
      + [.admin("/stats?filter=outlier_detection.ejections_active")]
    let answers = try envoy.answers(deployment, steps)
    guard case .text(let stats)? = answers.last else { throw CancellationError() }
    #expect(stats.contains("ejections_active: 2"), "\(stats)")
  }

  /// Slow start, limits and a retry budget are taken by Envoy, and requests pass.
  @Test func limitsAreTaken() throws {
    let (envoy, deployment, port) = try edge([("web", .leastRequest), ("turns", .roundRobin)]) { upstream in
      upstream.slowStart = .seconds(30)
      upstream.limits = UpstreamLimits(
        connections: 10, requests: 20, pending: 5, retries: .share(Percentage(partsPerMillion: 125_000)))
    }
    let answers = try envoy.answers(
      deployment, [.send(LiveRequest(port, "/web")), .send(LiveRequest(port, "/turns")), .admin("/clusters")])
    #expect(answers[0].response?.status == 200)
    #expect(answers[1].response?.status == 200)
    guard case .text(let clusters) = answers[2] else { throw CancellationError() }
    for limit in ["max_connections::10", "max_requests::20", "max_pending_requests::5"] {
      #expect(clusters.contains(limit), "\(limit)")
    }
  }
}
