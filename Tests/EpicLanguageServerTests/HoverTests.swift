import EpicBase
import EpicLanguageServer
import Testing

/// What hover says of fields, values and declarations beyond their names: defaults and bounds.
@Suite struct HoverTests {
  private static let more = "/w/acme/more.epic"

  /// The text at the `|` of a text that stands in the tenant's package; nil if there is none.
  private func hover(_ text: String) -> String? {
    var client = Client(Shop.files)
    let parts = text.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    client.open(HoverTests.more, parts.joined())
    let lines = parts[0].split(separator: "\n", omittingEmptySubsequences: false)
    let answer = client.request(
      "textDocument/hover", Client.at(HoverTests.more, lines.count - 1, lines.last?.count ?? 0))
    return answer.at("result", "contents", "value")?.string
  }

  @Test(arguments: [
    ("upstream x { bal|ance random }", "Where it is not written: `round-robin`."),
    ("upstream x { time|out connect 1s }", "Where it is not written: `5s`, Envoy's own."),
    ("upstream x { health tcp ev|ery 2s }", "Endpoints are connected to."),
    ("upstream x { he|alth tcp }", "Where it is not written: endpoints are not asked, and count as healthy."),
    ("upstream x { he|alth tcp }", "- `<interval>` unless written: `5s`\n- `<timeout>` unless written: `1s`"),
    ("ingress x { time|out idle 5m }", "Where it is not written: `5m`, for TCP connections `1h`: Envoy's own."),
    (
      "routes r { otherwise -> cart { time|out idle 5m } }",
      "Where it is not written: the ingress's, and then `5m`, Envoy's own."
    ),
  ])
  func aFieldTellsItsDefault(text: String, part: String) throws {
    #expect(try #require(hover(text)).contains(part))
  }

  @Test(arguments: [
    (
      "upstream x { health tcp every |2s }",
      "`<interval>`: a duration such as `5s`, 1ms to 3650d; unless written: `5s`\n"
    ),
    (
      "upstream x { health tcp unhealthy after |3 }",
      "`<unhealthyAfter>`: a whole number, 1 to 100; unless written: `3`\n"
    ),
    ("upstream x { max connections |7 }", "`<value>`: a whole number, 1 to 4294967295\n"),
    ("ingress x { listen https 443 tls min |1.2 }", "`<minimum>`: a version such as `1.40`; unless written: `1.2`\n"),
    ("ingress x { rate-limit 9/s burst |9 by client }", "unless written: the rate's number\n"),
  ])
  func aValueTellsItsBoundsAndDefault(text: String, first: String) throws {
    let told = try #require(hover(text))
    #expect(told.contains(first))
    // Of the value that is asked about, and of no other.
    #expect(!told.contains("unless written: `1s`"))
  }

  @Test func aDeclarationTellsWhatIsNotWritten() throws {
    let short = try #require(hover("up|stream x { endpoint 203.0.113.80:8080; balance random }"))
    #expect(
      short.hasSuffix(
        """
        Not written here:

        - `timeout connect`: `5s`, Envoy's own
        - `max connections`: `65536`
        - `max requests`: `65536`
        - `max pending`: `65536`
        - `max retries`: `1024`
        - `protocol`: `h1`
        """))
    #expect(
      try #require(hover("up|stream x { tier 1 { endpoint 203.0.113.80:1 }; tier 2 { endpoint 203.0.113.80:2 } }"))
        .contains("- `spill to next tier below`: 71.43%"))
  }

  @Test func hatches() throws {
    let keepalive = "envoy 1.40 for ingress shop { set cluster(cart).upstream_connection_options { tcp_keepalive { "
    #expect(
      try #require(hover(keepalive + "keepalive_|time: 30 } } }"))
        .contains("`keepalive_time`: `google.protobuf.UInt32Value`, field 2 of `envoy.config.core.v3.TcpKeepalive`"))
    #expect(
      try #require(hover("envoy 1.40 for ingress shop { set http { max_request_|headers_kb: 5 } }"))
        .contains("Envoy checks: `gt=0 lte=8192`"))
    #expect(try #require(hover("en|voy 1.40 for ingress shop { }")).contains("typed by the API"))
    #expect(
      try #require(hover("envoy 1.40 for ingress shop { s|et http { } }")).contains("beside those that EPIC writes"))
  }

  @Test func aTemplateWritesAsWell() throws {
    let template = "template t(n: host) for ingress { host n; listen http 80; default timeout request 3s }\n"
    let told = try #require(hover(template + "in|gress x from t(n: shop.example.com) { timeout idle 1m }"))
    #expect(told.contains("- `access-log`: `off`"))
    #expect(!told.contains("- `timeout"))
  }

  @Test func whatIsAboutRequestsIsNothingToConnections() throws {
    let told = try #require(hover("in|gress x { listen tcp 5432 -> cart; address one from anycast4; sites all }"))
    #expect(!told.contains("Not written here"))
    #expect(told.contains("One application's external ingress."))
  }

  @Test func membersOfAFamilyCountTogether() throws {
    let told = try #require(
      hover("for a in [{ k: \"a\" }] {\n  up|stream x[a.k] { endpoint 203.0.113.80:8080; protocol h2 }\n}"))
    #expect(told.contains("- `balance`: `round-robin`"))
    #expect(!told.contains("- `protocol`"))
  }
}
