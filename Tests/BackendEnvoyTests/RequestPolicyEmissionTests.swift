import BackendEnvoy
import EpicArtifact
import EpicBase
import EpicIR
import EpicIRFixtures
import Foundation
import Testing

/// What is emitted for policies of requests, without an Envoy.
@Suite struct RequestPolicyEmissionTests {
  private func text(_ deployment: Deployment, _ folder: String) throws -> String {
    let artifacts = try StaticFormTests.instance(deployment, node: "here-1")
    return String(decoding: try #require(artifacts.first { $0.path.hasPrefix(folder) }).bytes, as: UTF8.self)
  }

  /// Names of the routes of the only route configuration, in order.
  private func routes(_ deployment: Deployment) throws -> [String] {
    try text(deployment, "routes/").matches(of: /"name": ?"test\/web-routes:([^"]*)"/).map { String($0.1) }
  }

  private func edge(
    _ make: (inout TestEdge, RowID<Upstream>) -> [RouteArm], _ ingress: (inout Ingress) -> Void = { _ in }
  ) throws -> Deployment {
    var edge = TestEdge()
    let app = edge.upstream("app", tiers: [edge.tier([(edge.pods("app"), nil)])])
    let arms = make(&edge, app)
    try edge.ingress("web", port: 8000, arms)
    ingress(&edge.builder.deployment.ingresses[0])
    return edge.builder.deployment
  }

  /// A body is awaited behind every arm that does not ask for it, and in front of the one that does.
  @Test func aBodyIsReadWhereItIsAskedFor() throws {
    let deployment = try edge { edge, app in
      let large = EpicIR.Predicate.text(.jsonBody(path: ["model"], limit: 1024), .isOneOf(["large"]))
      return [
        edge.arm("first", .path([path("/a")])), edge.arm("large", large, .upstream(app)),
        edge.arm("either", .any([.path([path("/b")]), .not(large)])),
      ]
    }
    #expect(try routes(deployment) == ["first", "large:body", "large", "either", "either:body", "either", "otherwise"])
    #expect(try text(deployment, "listeners/").contains("epic.body"))
  }

  /// A header of the compiler's own tells the version, and leaves with no request; where no arm asks there is none.
  @Test func theVersionOfTLSIsAHeader() throws {
    let asked = try edge { edge, app in
      [
        edge.arm("old", .tls([.v1_0, .v1_1, .v1_2]), .upstream(app)), edge.arm("new", .tls([.v1_3])),
        edge.arm("not", .not(.tls([.v1_2]))), edge.arm("none", .not(.tls(TLSVersion.allCases))),
      ]
    }
    let compact = { (text: String) in text.filter { !$0.isWhitespace } }
    let listener = compact(try text(asked, "listeners/"))
    let removal = try #require(listener.range(of: #""remove_on_match":{"key_matcher":{"prefix":"x-epic-"}}"#))
    let setting = try #require(listener.range(of: #""key":"x-epic-tls","value":"%DOWNSTREAM_TLS_VERSION%""#))
    #expect(removal.upperBound < setting.lowerBound)
    let routes = compact(try text(asked, "routes/"))
    for part in [
      #"{"name":"x-epic-tls","string_match":{"safe_regex":{"regex":"TLSv1|TLSv1\\.1|TLSv1\\.2"}}}"#,
      #"{"name":"x-epic-tls","string_match":{"exact":"TLSv1.3"}}"#,
      #"{"name":"x-epic-tls","string_match":{"exact":"TLSv1.2"},"invert_match":true,"#
        + #""treat_missing_header_as_empty":true}"#,
      #"{"name":"x-epic-tls","present_match":false}"#, #""request_headers_to_remove":["x-epic-tls"]"#,
    ] {
      #expect(routes.contains(part), "\(part)\n\(routes)")
    }
    let silent = try edge { edge, app in [edge.arm("a", .path([path("/a")]), .upstream(app))] }
    for folder in ["listeners/", "routes/"] { #expect(!(try text(silent, folder).contains("x-epic-tls"))) }
  }

  /// Where one arm lets connections become WebSockets, each other one that forwards refuses in front of itself.
  @Test func aWebSocketNeedsLeave() throws {
    let deployment = try edge { edge, app in
      [
        edge.arm("live", .path([path("/live")]), .upstream(app)) { $0.allowsWebSocket = true },
        edge.arm("plain", .path([path("/plain")]), .upstream(app)), edge.arm("answer", .path([path("/answer")])),
      ]
    }
    #expect(try routes(deployment) == ["live", "plain:websocket", "plain", "answer", "otherwise"])
    #expect(try text(deployment, "listeners/").contains("\"upgrade_configs\""))
  }

  /// A tunnel to a foreign port has a virtual host of its own, one to the listener's stands among the others, and no rule for
  /// paths is one for it.
  @Test func aTunnelIsNoRequest() throws {
    let deployment = try edge { edge, app in
      [
        edge.arm("base", .host([HostPattern("web.example.com")]), .upstream(app)) {
          $0.tunnelPorts = [5432, 8000]
        },
        edge.arm("plain", .path([path("/plain")]), .upstream(app)) { $0.requestTimeout = TimeSpan(milliseconds: 1000) },
      ]
    } _: { ingress in
      ingress.policy.maximumBody = 1024
      ingress.policy.retry = RetryPolicy(
        attempts: 2, onConnectFailure: true, onReset: false, statuses: StatusSet([]), anyMethod: false,
        perTryTimeout: nil)
    }
    #expect(try routes(deployment) == ["base", "plain", "otherwise", "base"])
    let written = try text(deployment, "routes/").filter { !$0.isWhitespace }
    #expect(written.contains(#":5432"]"#) && !written.contains(#":8000"]"#))
    #expect(written.matches(of: /"connect_matcher":\{\}/).count == 2)
    #expect(
      written.matches(of: /"timeout":"0s","upgrade_configs":\[\{"upgrade_type":"CONNECT","connect_config":\{\}\}\]/)
        .count == 2)
    #expect(written.matches(of: /"retry_policy"/).count == 1)
    let listener = try text(deployment, "listeners/")
    for word in ["strip_matching_host_port", "allow_connect"] { #expect(listener.contains(word), "\(word)") }
    for word in ["strip_any_host_port", "\"upgrade_configs\""] { #expect(!listener.contains(word), "\(word)") }
  }

  /// An arm that becomes several routes has one set of buckets.
  @Test func bucketsAreTheArms() throws {
    let deployment = try edge { edge, app in
      let limit = RateLimit(rate: Rate(count: 5, unit: .minute), burst: 7, key: .client, origin: edge.builder.origin())
      return [
        edge.arm("both", .any([.path([path("/a")]), .path([path("/b")])]), .upstream(app)) { $0.rateLimits = [limit] }
      ]
    }
    let written = try text(deployment, "routes/")
    #expect(written.matches(of: /"max_tokens": ?7/).count == 1)
    #expect(written.matches(of: /"rate_limits"/).count == 2)
    #expect(written.matches(of: /"fill_interval": ?"60s"/).count == 1)
  }

  /// Nothing of it is there where nothing is said.
  @Test func nothingIsSaid() throws {
    let deployment = try edge { edge, app in [edge.arm("plain", .always, .upstream(app))] }
    let listener = try text(deployment, "listeners/")
    let all = listener + (try text(deployment, "routes/"))
    for word in ["epic.limits", "epic.body", "epic.cors", "upgrade_configs", "access_log", "original_ip", "mirror"] {
      #expect(!all.contains(word), "\(word)")
    }
    #expect(listener.contains("\"use_remote_address\""))
  }

  @Test func proxiesTakeThePlaceOfThePeer() throws {
    let deployment = try edge(
      { edge, _ in [edge.arm("office", .client([prefix("198.51.100.0/24")]))] },
      { $0.trustedProxies = [prefix("192.0.2.0/28")] })
    let listener = try text(deployment, "listeners/")
    #expect(listener.matches(of: /"use_remote_address": ?false/).count == 1)
    #expect(!listener.contains("envoy.filters.network.set_filter_state"))
    #expect(try text(deployment, "routes/").contains("x-forwarded-for"))
  }
}
