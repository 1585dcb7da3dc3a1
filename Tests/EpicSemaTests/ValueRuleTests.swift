import EpicBase
import EpicDiagnostics
import EpicSema
import Testing

/// Values that the daemons refuse. Each case is a workspace and exactly what is found in it.
@Suite struct ValueRuleTests {
  @Test(arguments: rules) func rule(_ rule: Rule) { check(rule) }

  /// Slots that hold amounts say what the daemons accept. Editions are compared with those that are known,
  /// and what a test states or expects reaches no daemon.
  @Test func everyAmountHasBounds() {
    for field in Schema.fields where field.name != .edition && field.context != .test {
      var rest = Substring(field.signature)
      // The `>` of an arrow ends no slot.
      while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
        let parts = rest[rest.index(after: start)..<end].split(separator: ":")
        let amounts = ["integer", "decimal", "duration", "size", "rate", "bandwidth", "percentage", "as-number"]
        if amounts.contains(String(parts[1])) {
          #expect(field.bounds.contains { $0.slot.spelling == parts[0] }, "\(field.signature): \(parts[0])")
        }
        rest = rest[rest.index(after: end)...]
      }
    }
  }
}

private func bounds(_ title: String, _ text: String, _ value: String, _ range: String) -> Rule {
  Rule(title, text, finds: "E0324 |\(value)| `\(value)` lies outside \(range)")
}

private func route(_ title: String, _ predicate: String, finds findings: String) -> Rule {
  Rule(title, "routes r { a: when \(predicate) -> u; otherwise -> respond 404 }", finds: findings)
}

private func path(_ text: String, _ message: String) -> Rule {
  route("path \(text)", "path \"\(text)\"", finds: "E0021 |\"\(text)\"| \(message)")
}

private func keys(_ title: String, _ text: String, finds message: String?) -> Rule {
  data(title, "k.json", Array(text.utf8), message) {
    "ingress i from web(name: a.example) { address one from p4; routes r; auth jwt main { issuer \"a\"; jwks \($0) } }"
      + "\nroutes r { otherwise -> u }"
  }
}

private func geo(_ title: String, _ bytes: [UInt8], finds message: String?) -> Rule {
  data(title, "g.mmdb", bytes, message) { "geo g { database \($0) }" }
}

/// A rule about a data file, its digest written.
private func data(
  _ title: String, _ name: String, _ bytes: [UInt8], _ message: String?, _ text: (String) -> String
) -> Rule {
  let unsigned = Workspace("geo g { database data \"a\" }", data: ["p/a": bytes]).check()
  let digest = unsigned.diagnostics.first?.fixes.first?.edits.first?.replacement ?? ""
  let value = "data \"\(name)\"\(digest)"
  var rule = Rule(title, text(value), finds: message.map { "E0910 |\(value)| \($0)" } ?? "")
  rule.data["t/\(name)"] = bytes
  return rule
}

private let rules: [Rule] =
  [
    bounds("no time to connect", "upstream v { endpoint 192.0.2.9:80; timeout connect 0s }", "0s", "1ms to 3650d"),
    bounds(
      "more than a life",
      "ingress i from web(name: a.example) { address one from p4; routes r; timeout idle 4000000h }\nroutes r { otherwise -> u }",
      "4000000h",
      "1ms to 3650d"),
    bounds("no health", "upstream v { endpoint 192.0.2.9:80; health tcp every 0s }", "0s", "1ms to 3650d"),
    bounds("healthy after none", "upstream v { endpoint 192.0.2.9:80; health tcp healthy after 0 }", "0", "1 to 100"),
    bounds(
      "no attempt's time",
      "routes r { otherwise -> u  { retry 1 within 0s } }", "0s", "1ms to 3650d"),
    bounds("too many retries", "routes r { otherwise -> u  { retry 11 } }", "11", "1 to 10"),
    bounds(
      "spill below nothing", "upstream v { tier 1 { cdn c1 }; tier 2 { cdn c1 }; spill to next tier below 0% healthy }",
      "0%", "1% to 100%"),
    bounds(
      "no detection",
      "site s { at 1, 1; node n { address 192.0.2.1 }; bgp as AS1 { peer p { address 192.0.2.2; as AS2; bfd 0s x 1 } } }",
      "0s", "1ms to 1m"),
    bounds(
      "detection after years",
      "site s { at 1, 1; node n { address 192.0.2.1 }; bgp as AS1 { peer p { address 192.0.2.2; as AS2; bfd 400000d x 3 } } }",
      "400000d", "1ms to 1m"),
    bounds(
      "nobody's number",
      "site s { at 1, 1; node n { address 192.0.2.1 }; bgp as AS0 { peer p { address 192.0.2.2; as AS2 } } }",
      "AS0", "AS1 to AS4294967294"),
    bounds("records of no time", "zone z { name z.example; server 192.0.2.53; ttl 0s }", "0s", "1s to 3650d"),
    bounds("slow node", "site s { at 1, 1; node n { address 192.0.2.1; capacity 1bps } }", "1bps", "1Kbps to 1000Tbps"),
    Rule(
      "share of nearest",
      "upstream v { tier 1 { 50% nearest { kubernetes k1 service a/b:http; kubernetes k1 service a/c:http } } }",
      finds: "E0328 |50%| `nearest` has no share: it takes every request of its tier"),
    Rule(
      "share of nothing",
      "upstream v { tier 1 { 100% kubernetes k1 service a/b:http; 0% kubernetes k1 service a/c:http } }", finds: ""),
    Rule(
      "health of a pattern", "upstream v { endpoint 192.0.2.9:80; health http GET /healthz/{x}/** }",
      finds: "E0301 |/healthz/{x}/**| what `health http` asks for is a plain path, without `**` and captures"),
    Rule(
      "health by a method of nobody's", "upstream v { endpoint 192.0.2.9:80; health http PROPFIND /healthz }",
      finds: "E0324 |PROPFIND| no health check asks by `PROPFIND`"),
    Rule(
      "priorities beyond Envoy's",
      "upstream v { tier 1 { nearest { \(String(repeating: "kubernetes k1 service a/b:http; ", count: 129)) } } }",
      finds: "E0324 |upstream v| the tiers are 129 priorities, 128 at most are allowed"),
    Rule(
      "header of two lines", #"routes r { otherwise -> u  { response-header x-a "a\r\nb" } }"#,
      finds: #"E0336 |"a\r\nb"| a header cannot hold the control character 13"#),
    Rule(
      "header without a name", #"routes r { otherwise -> u  { request-header "" "a" } }"#,
      finds: #"E0336 |""| a header has an empty name"#),
    Rule(
      "header with a blank", #"routes r { otherwise -> respond 404 { header "x a" "b" } }"#,
      finds: #"E0336 |"x a"| `x a` is no header's name"#),
    Rule(
      "type of two lines", #"routes r { otherwise -> respond 404 { body "a" type "text/html\nx: y" } }"#,
      finds: #"E0336 |"text/html\nx: y"| a header cannot hold the control character 10"#),
    Rule(
      "long header", "routes r { otherwise -> u  { response-header x-a \"\(String(repeating: "a", count: 8193))\" } }",
      finds: "E0336 |\"\(String(repeating: "a", count: 8193))\"| a header has 8193 bytes, 8192 at most are allowed"),
    route("no header", #"header "" exists"#, finds: #"E0336 |""| a header has an empty name"#),
    route("no cookie", #"cookie "" is "a""#, finds: #"E0336 |""| a cookie has an empty name"#),
    route("no parameter", #"query "" exists"#, finds: #"E0336 |""| a query parameter has an empty name"#),
    route("odd cookie", #"cookie "a;b" exists"#, finds: #"E0336 |"a;b"| `a;b` is no cookie's name"#),
    route("no claim", #"jwt.claim("") exists"#, finds: #"E0408 |""| a claim has an empty name"#),
    route("starts with nothing", #"header x-a starts """#, finds: #"E0408 |""| every text starts with an empty one"#),
    path("/a//b", "no request has `//` in its path"), path("noslash", "`noslash` is no path"),
    path("", "`` is no path"),
    path("/a?b", "no request has `?` in its path"), path("/x/../y", "no request has `..` in its path"),
    path("/a%2Fb", "no request has `%2F` in its path"), path("/100%", "no request has `%` in its path"),
    route("path with a blank", #"path in ["/a b", "/{id}", /%41bc]"#, finds: ""),
    Rule(
      "target with a blank", #"routes r { otherwise -> redirect 308 "/a b" }"#,
      finds: #"E0410 |"/a b"| a target holds a character that no URL has"#),
    Rule(
      "rewrite of two lines", #"routes r { otherwise -> u  { rewrite path "/a\nb" } }"#,
      finds: #"E0410 |"/a\nb"| a target holds a character that no URL has"#),
    keys(
      "keys that are no JSON", "not json",
      finds: "`t/k.json` is no JSON: 1:2: `null` is expected"),
    keys("keys without a list", "{}", finds: "`t/k.json` is no set of keys: it has no list `keys`"),
    keys(
      "keys that are none", #"{"keys":[{"kty":"RSA","n":"a+"}]}"#,
      finds: "`t/k.json` has no key that a token can be checked with"),
    keys("keys", #"{"keys":[{"kty":"RSA"},{"kty":"oct","k":"YQ"}]}"#, finds: nil),
    geo("geography that is none", Array("country".utf8), finds: "`t/g.mmdb` is no MaxMind-format database"),
    geo(
      "geography of domains", database(holding: "domain"),
      finds: "the database `t/g.mmdb` of type `X` knows neither countries nor AS numbers"),
    geo("geography", database(holding: "iso_code"), finds: nil),
    geo(
      "geography cut off", Array(database(holding: "iso_code").suffix(90)),
      finds: "`t/g.mmdb` is no MaxMind-format database"),
    Rule(
      "use inside if", "if true { use nosuch.pkg.{foo} }",
      finds: "E0207 |use nosuch.pkg.{foo}| `use` cannot stand inside `if` or `for`"),
    Rule(
      "workspace inside if",
      """
      --- workspace.epic
      edition 2026
      workspace w
      if true { edition 2027; workspace other }
      """,
      finds: """
        E0207 |edition 2027| `edition` cannot stand inside `if` or `for`
        E0207 |workspace other| `workspace` cannot stand inside `if` or `for`
        """),
  ]

/// A MaxMind-format database of one node whose data name a field.
private func database(holding name: String) -> [UInt8] {
  func text(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    return (bytes.count < 29 ? [0x40 | UInt8(bytes.count)] : [0x5D, UInt8(bytes.count - 29)]) + bytes
  }
  let tree: [UInt8] = [0, 0, 1, 0, 0, 17]
  let metadata: [UInt8] =
    [0xE5] + text("node_count") + [0xC1, 1] + text("record_size") + [0xA1, 24] + text("languages") + [0x01, 0x04]
    + text("en") + text("database_type") + text("X") + text("binary_format_major_version") + [0xA1, 2]
  return tree + [UInt8](repeating: 0, count: 16) + [0xE1] + text(name) + text("DE") + [0xAB, 0xCD, 0xEF]
    + Array("MaxMind.com".utf8) + metadata
}
