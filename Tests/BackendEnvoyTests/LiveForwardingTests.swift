import EpicBase
import EpicIR
import EpicIRFixtures
import Foundation
import Testing

/// What becomes of a request, on the real Envoy: upstreams, splits, tiers, rewrites, redirects, retries.
@Suite(.enabled(if: !EnvoyTool.isMissing, "no Envoy at EPIC_ENVOY or build/tools/bin/envoy"))
struct LiveForwardingTests {
  @Test func rewritesRedirectsAndAnswers() throws {
    var envoy = try LiveEnvoy()
    try envoy.backend("pod")
    var edge = TestEdge()
    envoy.fill = [edge.slot("pod"): ["pod"]]
    let pod = RouteOutcome.upstream(edge.upstream("pod", tiers: [edge.tier([(edge.pods("pod"), nil)])]))
    func redirect(_ target: String, _ status: UInt16 = 302, host: String? = nil, port: UInt16? = nil) -> RouteOutcome {
      .redirect(
        Redirect(status: status, isTLS: host == nil ? nil : true, host: host, port: port, target: template(target)))
    }
    let port = try edge.ingress(
      "web",
      [
        edge.arm("legacy", .path([path("/shop/{rest...}")]), pod) { policy in
          policy.rewritePath = template("/${rest}")
          policy.rewriteHost = "inner.example"
        },
        edge.arm("item", .path([path("/p{n}/{kind}/{id}"), path("/items/{kind}/{id}")]), pod) { policy in
          policy.rewritePath = template("/x/${id}\\1/${kind}")
        },
        edge.arm("block", under: [path("/t/{tenant}/**")], .method(["POST"]), pod) { policy in
          policy.rewritePath = template("/tenant-${tenant}")
        },
        edge.arm("members", .path([path("/account/**")]), pod) { $0.rewritePath = template("/members") },
        edge.arm("old", .path([path("/v1/{rest...}")]), redirect("/v2/${rest}", 308)),
        edge.arm("home", .path([path("/home")]), redirect("/search?q=new", host: "shop.example.com")),
        edge.arm("port", .path([path("/port")]), redirect("/p", 307, host: "shop.example.com", port: 8443)),
        edge.arm("login", .path([path("/login/**")]), redirect("/enter", 303)),
        edge.arm(
          "sale", .path([path("/sale")]),
          .respond(
            DirectResponse(
              status: 503, body: Array("<h1>50% \"off\"</h1>\n".utf8), contentType: "text/html",
              headers: [HeaderEdit(name: "retry-after", operation: .set, value: "100%")]))),
        edge.arm(
          "binary", .path([path("/binary")]),
          .respond(
            DirectResponse(
              status: 200, body: [0xFF] + [UInt8](repeating: 65, count: 9000), contentType: "image/x", headers: []))),
        edge.arm("header", .path([path("/header")]), pod) { policy in
          policy.requestHeaders = [HeaderEdit(name: "x-channel", operation: .set, value: "%edge%")]
          policy.responseHeaders = [
            HeaderEdit(name: "x-seen", operation: .remove, value: ""),
            HeaderEdit(name: "x-policy", operation: .set, value: "arm"),
          ]
        },
      ]
    ) { $0.responseHeaders = [HeaderEdit(name: "x-policy", operation: .set, value: "ingress")] }
    let base = "http://test.example:\(port)"
    let rows: [(LiveRequest, String, [String: String])] = [
      (LiveRequest(port, "/shop/a%20b/c?q=1", host: "test.example:\(port)"), "200 pod /a%20b/c?q=1 inner.example", [:]),
      (LiveRequest(port, "/shop"), "200 pod / inner.example", [:]),
      (LiveRequest(port, "/p7/items/9"), "200 pod /x/9\\1/items test.example", [:]),
      (LiveRequest(port, "/items/k/9?q"), "200 pod /x/9\\1/k?q test.example", [:]),
      (LiveRequest(port, "/t/acme/x/y?z", method: "POST"), "200 pod /tenant-acme?z test.example", [:]),
      (LiveRequest(port, "/account/x/y?z=1"), "200 pod /members?z=1 test.example", ["x-policy": "ingress"]),
      (LiveRequest(port, "/v1/items/7?full=1"), "308 ", ["location": "\(base)/v2/items/7?full=1"]),
      (LiveRequest(port, "/v1"), "308 ", ["location": "\(base)/v2/"]),
      (LiveRequest(port, "/home?a=b"), "302 ", ["location": "https://shop.example.com/search?q=new"]),
      (LiveRequest(port, "/port"), "307 ", ["location": "https://shop.example.com:8443/p"]),
      (LiveRequest(port, "/login/a?b=c"), "303 ", ["location": "\(base)/enter?b=c", "x-policy": "ingress"]),
      (
        LiveRequest(port, "/sale"), "503 <h1>50% \"off\"</h1>\n",
        ["content-type": "text/html", "retry-after": "100%", "x-policy": "ingress"]
      ),
      (LiveRequest(port, "/binary"), "200 ÿ" + String(repeating: "A", count: 9000), ["content-type": "image/x"]),
      (LiveRequest(port, "/header"), "200 pod /header test.example", ["x-policy": "arm", "saw-x-channel": "%edge%"]),
    ]
    let answers = try envoy.answers(edge.builder.deployment, rows.map { .send($0.0) })
    for (row, answer) in zip(rows, answers) {
      let response = try #require(answer.response)
      #expect("\(response.status) \(response.body)" == row.1, "\(row.0.path)")
      for (name, value) in row.2 { #expect(response.headers[name] == value, "\(row.0.path)") }
    }
    #expect(answers.last?.response?.headers["x-seen"] == nil)
  }

  /// Shares are Envoy's integers; with 2,000 draws a share is off by less than 4 points but once in 3,000 runs.
  @Test func splitsAndWeights() throws {
    var envoy = try LiveEnvoy()
    for name in ["a", "b", "c"] { try envoy.backend(name) }
    var edge = TestEdge()
    envoy.fill = [edge.slot("a"): ["a"], edge.slot("b"): ["b"], edge.slot("c"): ["b", "c"]]
    let one = edge.upstream("one", tiers: [edge.tier([(edge.pods("a"), nil)])])
    let two = edge.upstream("two", tiers: [edge.tier([(edge.pods("b"), nil)])])
    let weighted = edge.upstream(
      "weighted", tiers: [edge.tier([(edge.pods("a"), 60), (edge.pods("b"), 40)], .percentages)])
    let byPods = edge.upstream("by-pods", tiers: [edge.tier([(edge.pods("a"), nil), (edge.pods("c"), nil)], .byPods)])
    let port = try edge.ingress(
      "web",
      [
        edge.arm(
          "split", .path([path("/split")]),
          .split([
            SplitShare(share: .percent(95), upstream: one), SplitShare(share: .percent(5), upstream: two),
          ])),
        edge.arm("weighted", .path([path("/weighted")]), .upstream(weighted)),
        edge.arm("pods", .path([path("/pods")]), .upstream(byPods)),
      ])
    let answers = try envoy.answers(
      edge.builder.deployment, ["/split", "/weighted", "/pods"].map { .send(LiveRequest(port, $0, times: 2000)) })
    func share(_ answer: LiveAnswer, _ name: String) -> Double {
      Double(answer.counts.filter { $0.key.hasPrefix(name + " ") }.values.reduce(0, +)) / 20
    }
    #expect(abs(share(answers[0], "a") - 95) < 4)
    #expect(abs(share(answers[1], "a") - 60) < 4)
    #expect(abs(share(answers[2], "a") - 33.3) < 4)
    #expect(answers.allSatisfy { $0.counts.values.reduce(0, +) == 2000 })
  }

  /// Tiers over pods, machines and a CDN: each takes over when the one before it dies, and gives back when it returns.
  @Test func tiersFailOver() throws {
    var envoy = try LiveEnvoy()
    for name in ["one", "two", "cdn"] { try envoy.backend(name) }
    var edge = TestEdge()
    envoy.fill = [edge.slot("one"): ["one"], edge.slot("two"): ["two"]]
    let cdnPort = try #require(envoy.backends.last).port
    edge.builder.deployment.cdns = [
      CDN(
        identity: Identity(package: "platform", name: "cdn"), host: "localhost", serverName: nil, authority: nil,
        port: cdnPort, origin: edge.builder.origin())
    ]
    let cart = edge.upstream(
      "cart",
      tiers: [
        edge.tier([(edge.pods("one"), nil)]), edge.tier([(edge.pods("two"), nil)]),
        edge.tier([(.cdn(RowID(0), pathPrefix: "/fallback"), nil)]),
      ], health: edge.quickHealth(), spillBelow: 70)
    let assets = edge.upstream("assets", tiers: [edge.tier([(.cdn(RowID(0), pathPrefix: nil), nil)])])
    let retry = RetryPolicy(
      attempts: 3, onConnectFailure: true, onReset: false, statuses: StatusSet([500...599]), anyMethod: false,
      perTryTimeout: nil)
    let port = try edge.ingress(
      "web",
      [
        edge.arm("assets", .path([path("/static/**")]), .upstream(assets)),
        edge.arm("cart", .path([path("/shop/{rest...}")]), .upstream(cart)) { policy in
          policy.rewritePath = template("/${rest}")
          policy.rewriteHost = "cart.internal"
          policy.retry = retry
        },
      ])
    let request = LiveRequest(port, "/shop/a?q=1", [("x-epic-original-path", "/spoof")])
    func ask(_ name: String) -> LiveStep { .until(request, prefix: name) }
    let answers = try envoy.answers(
      edge.builder.deployment,
      [
        ask("one"), .down("one"), ask("two"), .down("two"), ask("cdn"), .fail("cdn", status: 503), .send(request),
        .send(LiveRequest(port, "/static/app.js?v=3")), .fail("cdn", status: 200), .up("one"), ask("one"),
        .send(LiveRequest(port, "/static/app.js")),
      ])
    let bodies = answers.compactMap { $0.response.map { "\($0.status) \($0.body)" } }
    let marks = " x-epic-original-host x-epic-original-path"
    #expect(
      bodies == [
        "200 one /a?q=1 cart.internal", "200 two /a?q=1 cart.internal",
        "200 cdn /fallback/a?q=1 localhost\(marks)", "503 cdn /fallback/a?q=1 localhost\(marks)",
        "503 cdn /static/app.js?v=3 localhost\(marks)", "200 one /a?q=1 cart.internal",
        "200 cdn /static/app.js localhost\(marks)",
      ])
    // Four attempts at the CDN, each with the prefix once.
    #expect(
      answers.compactMap(\.response)[3].headers["x-seen"]
        == Array(repeating: "/fallback/a?q=1", count: 4).joined(separator: ","))
  }

  @Test func retries() throws {
    var envoy = try LiveEnvoy()
    for name in ["good", "bad"] { try envoy.backend(name) }
    var edge = TestEdge()
    envoy.fill = [edge.slot("both"): ["good", "bad"]]
    let both = RouteOutcome.upstream(edge.upstream("both", tiers: [edge.tier([(edge.pods("both"), nil)])]))
    func retry(connect: Bool, _ statuses: [ClosedRange<UInt16>], any: Bool = false) -> RetryPolicy {
      RetryPolicy(
        attempts: 2, onConnectFailure: connect, onReset: false, statuses: StatusSet(statuses), anyMethod: any,
        perTryTimeout: .seconds(2))
    }
    let port = try edge.ingress(
      "web",
      [
        edge.arm("connect", .path([path("/connect")]), both) { $0.retry = retry(connect: true, []) },
        edge.arm("both", .path([path("/both")]), both) { $0.retry = retry(connect: true, [500...599]) },
        edge.arm("any", .path([path("/any")]), both) { $0.retry = retry(connect: true, [503...503], any: true) },
        edge.arm("none", .path([path("/none")]), both),
      ])
    func ask(_ path: String, _ method: String) -> LiveStep {
      .send(LiveRequest(port, path, method: method, times: 20))
    }
    let answers = try envoy.answers(
      edge.builder.deployment,
      [
        .fail("bad", status: 503), ask("/connect", "GET"), ask("/both", "GET"), ask("/both", "POST"),
        ask("/any", "POST"), .down("bad"), ask("/connect", "GET"), ask("/connect", "POST"), ask("/both", "POST"),
        ask("/none", "GET"),
      ])
    let onlyGood = answers.map { answer in answer.counts.keys.allSatisfy { $0.hasPrefix("good ") } }
    #expect(onlyGood[1] == false && onlyGood[2] && onlyGood[3] == false && onlyGood[4])
    #expect(onlyGood[6] && onlyGood[7] && onlyGood[8] && onlyGood[9] == false)
  }

  /// An attempt that takes too long goes on, and its answer counts if it comes first; of a method that may not be repeated there
  /// is one attempt.
  @Test func hedging() throws {
    var envoy = try LiveEnvoy()
    for name in ["slow", "slower"] { try envoy.backend(name) }
    var edge = TestEdge()
    envoy.fill = [edge.slot("both"): ["slower", "slow"]]
    let both = RouteOutcome.upstream(edge.upstream("both", tiers: [edge.tier([(edge.pods("both"), nil)])]))
    func retry(isHedged: Bool) -> RetryPolicy {
      RetryPolicy(
        attempts: 1, onConnectFailure: true, onReset: false, statuses: StatusSet([504...504]), anyMethod: false,
        perTryTimeout: TimeSpan(milliseconds: 300), isHedged: isHedged,
        backoff: RetryBackoff(base: TimeSpan(milliseconds: 1), most: TimeSpan(milliseconds: 2)))
    }
    let port = try edge.ingress(
      "web",
      [
        edge.arm("hedged", .path([path("/hedged")]), both) { $0.retry = retry(isHedged: true) },
        edge.arm("plain", .path([path("/plain")]), both) { $0.retry = retry(isHedged: false) },
      ])
    func ask(_ path: String, _ method: String = "GET") -> LiveStep { .send(LiveRequest(port, path, method: method)) }
    let answers = try envoy.answers(
      edge.builder.deployment,
      [
        .delay("slow", seconds: 1.5), .delay("slower", seconds: 6), ask("/hedged"), ask("/hedged"), ask("/plain"),
        ask("/hedged", "POST"), ask("/hedged", "POST"),
      ])
    let responses = answers.compactMap(\.response)
    #expect(responses.map(\.status).prefix(3) == [200, 200, 504])
    #expect(responses.prefix(2).allSatisfy { $0.body.hasPrefix("slow ") })
    // One attempt each: one of them met the endpoint that takes six seconds, and waited for it.
    #expect(Set(responses.suffix(2).map { $0.body.prefix { $0 != " " } }) == ["slow", "slower"])
  }

  /// Health is asked in the version that requests use: what speaks HTTP/1.1 alone is not healthy for HTTP/2.
  @Test func healthSpeaksTheUpstreamsHTTP() throws {
    var envoy = try LiveEnvoy()
    try envoy.backend("old")
    var edge = TestEdge()
    envoy.fill = [edge.slot("one"): ["old"], edge.slot("two"): ["old"]]
    let one = edge.upstream("one", tiers: [edge.tier([(edge.pods("one"), nil)])], health: edge.quickHealth())
    let two = edge.upstream(
      "two", tiers: [edge.tier([(edge.pods("two"), nil)])], health: edge.quickHealth(), httpVersion: .http2)
    let port = try edge.ingress(
      "web",
      [
        edge.arm("one", .path([path("/one")]), .upstream(one)), edge.arm("two", .path([path("/two")]), .upstream(two)),
      ])
    let answers = try envoy.answers(
      edge.builder.deployment,
      [.until(LiveRequest(port, "/one"), prefix: "old"), .send(LiveRequest(port, "/two"))])
    let last = try #require(answers.compactMap(\.response).last)
    #expect(last.status == 503 && last.body == "no healthy upstream")
  }
}
