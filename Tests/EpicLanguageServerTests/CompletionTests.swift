import EpicBase
import EpicLanguageServer
import EpicSema
import Testing

@Suite struct CompletionTests {
  /// Labels at the `|` of a text that stands in the tenant's package.
  private func labels(_ text: String, in path: String = "/w/acme/more.epic") -> [String] {
    var client = Client(Shop.files)
    let parts = text.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    client.open(path, parts.joined())
    let lines = parts[0].split(separator: "\n", omittingEmptySubsequences: false)
    let result = client.request(
      "textDocument/completion", Client.at(path, lines.count - 1, lines.last?.count ?? 0))["result"]
    return result?.elements?.compactMap { $0["label"]?.string } ?? []
  }

  @Test func statementsOfABody() {
    let upstream = labels("upstream x {\n  |\n}\n")
    #expect(upstream.contains("endpoint"))
    #expect(upstream.contains("health http"))
    #expect(upstream.contains("override"))
    #expect(!upstream.contains("listen https"))
    #expect(upstream.contains("health grpc"))
    #expect(labels("zone z { | }").contains("geo file"))
    #expect(labels("upstream x { tier 1 { | } }").contains("kubernetes"))
    #expect(labels("upstream x { endpoint 203.0.113.80:8080; bal|").contains("balance"))
    #expect(labels("template t for ingress { | }").contains("default"))
    #expect(labels("ingress x { if a is a { | } }").contains("host"))
  }

  @Test func theTopOfAFile() {
    #expect(labels("|").contains("ingress"))
    #expect(labels("up|").contains("upstream"))
    #expect(!labels("|").contains("edition"))
    #expect(labels("|", in: "/w/workspace.epic").contains("edition"))
    #expect(labels("upstream x { endpoint 203.0.113.80:8080 }\n|").contains("routes"))
  }

  @Test func hatches() {
    let lua = "envoy 1.40 for ingress shop { http-filter lua: envoy.extensions.filters.http.lua.v3.Lua before router {"
    #expect(labels("|").contains("envoy"))
    #expect(labels("envoy 1.40 for ingress shop { | }") == ["http-filter", "set"])
    #expect(labels(lua + " | } }").contains("default_source_code"))
    #expect(!labels(lua + " | } }").contains("inline_code"))
    #expect(labels(lua + " default_source_code { fil| } } }").contains("filename"))
    #expect(labels(lua + " source_codes { \"a\": { | } } } }").contains("inline_string"))
    #expect(labels(lua + " source_codes: { | } } }") == [])
    let rules =
      "envoy 1.40 for ingress shop { http-filter gate: envoy.extensions.filters.http.rbac.v3.RBAC before router {"
    #expect(labels(rules + " rules { action: | } } }").contains("DENY"))
    #expect(labels(rules + " rules { policies { \"a\": { permissions: [{ | }] } } } } }").contains("and_rules"))
    let keepalive = "envoy 1.40 for ingress shop { set cluster(cart).upstream_connection_options.tcp_keepalive { | } }"
    #expect(labels(keepalive) == ["keepalive_interval", "keepalive_probes", "keepalive_time"])
    #expect(labels("envoy 1.40 for ingress shop { set http { | } }").contains("server_name"))
    #expect(labels("envoy 1.40 for ingress shop { set | }") == ["cluster", "http", "route"])
    let filter = "envoy 1.40 for ingress shop { http-filter lua: "
    #expect(labels(filter + "| }").contains("envoy.extensions.filters.http.lua.v3.Lua"))
    #expect(labels(filter + "envoy.extensions.filters.http.lua.v3.Lua | }") == ["after", "before"])
    #expect(labels(filter + "envoy.extensions.filters.http.lua.v3.Lua before | }").contains("router"))
  }

  @Test func routesAndOutcomes() {
    #expect(labels("routes r {\n  |\n}") == ["for", "if", "let", "otherwise", "under", "when"])
    #expect(labels("routes r { otherwise -> | }") == ["cart", "redirect", "respond", "split"])
    #expect(labels("routes r { otherwise -> c|") == ["cart", "redirect", "respond", "split"])
    #expect(labels("routes r { otherwise -> split { 5% cart; | } }") == ["cart"])
    #expect(labels("routes r { otherwise -> cart { | } }").contains("timeout request"))
    #expect(labels("routes r { under host a.example.com { a: when path /x -> | } }").contains("respond"))
    let predicates = labels("routes r {\n  let slow = header x exists\n  a: when | -> cart\n}")
    #expect(predicates.contains("country"))
    #expect(predicates.contains("slow"))
    #expect(predicates.contains("grpc"))
    #expect(predicates.contains("body"))
    #expect(predicates.contains("tls"))
    #expect(!predicates.contains("sni"))
  }

  @Test(arguments: [
    ("tls", ["asn", "client", "continent", "country", "site", "sni"]),
    ("tcp", ["asn", "client", "continent", "country", "site"]), ("udp", ["client", "site"]),
  ])
  func routesOfConnections(word: String, fields: [String]) {
    let head = "routes r for \(word) {"
    let built = Set(Schema.requestFields(of: nil) + ["not"])
    let known = (fields + ["not"]).filter { built.contains($0) }.sorted()
    for place in ["a: when |", "a: when | -> cart }", "a: when site is fra and | -> cart }", "a: when not |"] {
      #expect(labels("\(head) \(place)").sorted() == known)
    }
    #expect(labels("\(head) under client in 192.0.2.0/24 { a: when sit| -> cart } }").contains("path") == false)
    #expect(labels("\(head) otherwise -> | }") == ["cart", "close", "split"])
    #expect(labels("\(head) if a is a { otherwise -> cl| } }") == ["cart", "close", "split"])
    #expect(labels("\(head) otherwise -> split { | } }") == ["cart"])
    #expect(labels("\(head) otherwise -> cart { | } }") == [])
  }

  @Test func sharesAndPredicatesAreNoArguments() {
    #expect(labels("let most = 95%\nroutes r { otherwise -> split { (|) cart } }") == ["most"])
    #expect(labels("let most = 95%\nupstream x { tier 1 { (|") == ["most"])
    #expect(labels("routes r { a: when path | -> cart }") == [])
  }

  /// A constant may be named by routes of any protocol.
  @Test func predicatesOutsideOfRoutes() {
    let predicates = labels("let a = site is fra and |\n")
    #expect(predicates.contains("sni"))
    #expect(predicates.contains("path"))
  }

  @Test func protocolsOfRoutesAndListeners() {
    #expect(labels("routes x |") == ["for", "from"])
    #expect(labels("routes x for |") == ["tls", "tcp", "udp"])
    let tables = "routes by-name for tls { otherwise -> close }\nroutes by-client for tcp { otherwise -> close }\n"
    #expect(labels(tables + "ingress x { routes | }") == ["shop-routes"])
    #expect(labels(tables + "ingress x { listen tls 8883 passthrough -> | }") == ["cart", "by-name"])
    #expect(labels(tables + "ingress x { listen tcp 1883 -> | }") == ["cart", "by-client"])
    #expect(labels(tables + "ingress x { listen udp 53 -> | }") == ["cart"])
    #expect(labels(tables + "ingress x { listen tcp 1883 -> cart { | } }") == [])
  }

  @Test func testsAndPolicies() {
    #expect(labels("|").contains("test"))
    #expect(labels("test \"x\" {\n  |\n}").contains("request"))
    #expect(labels("test \"x\" {\n  |\n}").contains("connect"))
    #expect(Set(labels("test \"x\" {\n  connect |\n}")).isSuperset(of: ["tls", "tcp", "udp"]))
    #expect(labels("test \"x\" {\n  |\n}").contains("expect route"))
    #expect(labels("test \"x\" { expect | }").contains("upstream"))
    #expect(labels("test \"x\" { expect upstream | }") == ["cart"])
    #expect(labels("test \"x\" { given healthy { | } }") == ["cart"])
    #expect(labels("cases (a) in [ (/x) ] { | }").contains("given healthy"))
    #expect(labels("reject E0407 { | }").contains("routes"))
    #expect(labels("policy \"x\" { | }") == ["for every"])
  }

  @Test func argumentsByTheirType() {
    #expect(labels("ingress x { address | }") == ["one"])
    #expect(labels("ingress x { address one from | }") == ["anycast4"])
    #expect(labels("ingress x { address one from any|") == ["anycast4"])
    #expect(labels("ingress x { address one from anycast4, | }") == ["one"])
    #expect(labels("ingress x { engine | }") == ["stable"])
    #expect(labels("ingress x { sites | }").contains("all"))
    #expect(labels("ingress x { routes | }") == ["shop-routes"])
    #expect(labels("ingress x { listen | }") == ["https", "http", "tls", "tcp", "udp"])
    #expect(labels("ingress x { listen https 443 | }") == ["tls", "http3"])
    #expect(labels("upstream x { balance | }").contains("least-request"))
    #expect(labels("upstream x { timeout | }") == ["connect"])
  }

  @Test func packagesTemplatesAndTheirNames() {
    #expect(labels("use |").contains("platform"))
    #expect(labels("use platform.{|}").contains("anycast4"))
    #expect(labels("use platform.{fra, |}").contains("stable"))
    #expect(labels("template web for ingress { host a.example.com }\ningress x from |") == ["web"])
    #expect(labels("ingress x |") == ["from"])
  }

  @Test func modifiersAndArguments() {
    #expect(labels("ingress x { override | }").contains("timeout request"))
    #expect(labels("ingress x { override | }").contains("append"))
    #expect(labels("template t for ingress { default | }").contains("listen http"))
    let template = "template web(name: host, wait: duration = 5s) for ingress { host name }\n"
    #expect(labels(template + "ingress x from web(|)") == ["name:", "wait:"])
    #expect(labels(template + "ingress x from web(name: a.example.com, |)") == ["name:", "wait:"])
    #expect(labels("template t(wait: duration) for ingress { timeout request | }") == ["wait"])
  }

  @Test func nothingInCommentsAndTexts() {
    #expect(labels("// up|") == [])
    #expect(labels("let a = \"up| \"\n") == [])
  }

  @Test func namesCarryTheirDocumentation() {
    var client = Client(Shop.files)
    client.open("/w/acme/more.epic", "routes r { otherwise ->  }")
    let answer = client.request("textDocument/completion", Client.at("/w/acme/more.epic", 0, 24))
    let item = answer["result"]?.elements?.first
    #expect(item?["label"]?.string == "cart")
    #expect(item?.at("documentation", "value")?.string == "Carts of customers.")
  }
}
