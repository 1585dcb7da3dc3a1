import EpicArtifact
import EpicBase
import EpicCompiler
import Testing

/// An edit of the storefront's source, and a value that it changes.
struct WhyEdit: CustomStringConvertible {
  /// The source file, the text in it, and what stands there instead.
  let source: String
  let old: String
  let new: String
  let artifact: String
  /// A pointer in which `[name=x]` chooses an element; or the start of a line of a text file.
  let selector: String

  init(_ source: String, _ old: String, _ new: String, _ artifact: String, _ selector: String) {
    self.source = source
    self.old = old
    self.new = new
    self.artifact = artifact
    self.selector = selector
  }

  var description: String { "\(source): `\(old)` to `\(new)`" }

  private static let fra = "nodes/fra-1/envoy/platform.edge_stable"
  private static let shop = "\(fra)/routes/acme_shop~443.json"
  private static let www = "\(fra)/routes/globex_www~443.json"
  private static let cart = "\(fra)/clusters/acme_cart~1.json"
  private static let pay = "\(fra)/clusters/acme_legacy-pay~1.json"

  private static func route(_ old: String, _ new: String, _ arm: String, _ rest: String) -> WhyEdit {
    WhyEdit(
      "acme/routes.epic", old, new, shop, "virtual_hosts/0/routes/[name=acme/shop-routes:\(arm)]/\(rest)")
  }

  static let all: [WhyEdit] = [
    WhyEdit(
      "acme/shop.epic", "timeout request 30s", "timeout request 31s", shop,
      "virtual_hosts/0/routes/[name=acme/shop-routes:beta]/route/timeout"),
    WhyEdit(
      "platform/catalog/web-app.epic", "timeout request 15s", "timeout request 16s",
      "\(fra)/routes/acme.partners_partners~443.json",
      "virtual_hosts/0/routes/[name=acme.partners/partner-api:orders]/route/timeout"),
    WhyEdit(
      "platform/catalog/web-app.epic", "max-age=31536000", "max-age=600", shop,
      "virtual_hosts/0/response_headers_to_add/0/header/value"),
    WhyEdit(
      "platform/catalog/web-app.epic", "default retry 1", "default retry 2", shop,
      "virtual_hosts/0/routes/[name=acme/shop-routes:vip]/route/retry_policy/num_retries"),
    WhyEdit(
      "acme/shop.epic", "audience \"shop\"", "audience \"store\"",
      "\(fra)/listeners/acme_shop~443~198.51.100.253.json",
      "filter_chains/0/filters/[name=envoy.filters.network.http_connection_manager]/typed_config/http_filters/"
        + "[name=envoy.filters.http.jwt_authn]/typed_config/providers/main/audiences/0"),
    route("[AS64666]", "[AS64667]", "banned", "match/headers/0/string_match/exact"),
    route("respond 403", "respond 451", "banned", "direct_response/status"),
    route("This network is not served.", "No.", "banned", "direct_response/body/inline_string"),
    route("x-beta is \"1\"", "x-beta is \"2\"", "beta", "match/headers/0/string_match/exact"),
    route("[\"gold\", \"platinum\"]", "[\"gold\", \"iron\"]", "vip", "match/dynamic_metadata/0"),
    route("salt: \"exp42\"", "salt: \"exp43\"", "trial", "match/filter_state/0/key"),
    route(
      "95% cart; 5% cart-canary", "90% cart; 10% cart-canary", "canary", "route/weighted_clusters/clusters/0/weight"),
    route("-> cart-gold", "-> cart-canary", "vip", "route/cluster"),
    route("retry 2 on", "retry 3 on", "otherwise in /api/**", "route/retry_policy/num_retries"),
    route("within 2s", "within 3s", "otherwise in /api/**", "route/retry_policy/per_try_timeout"),
    route("header allow \"GET, HEAD\"", "header allow \"GET\"", "frozen", "response_headers_to_add/0/header/value"),
    route("starts \"image/\"", "starts \"video/\"", "upload", "match/headers/1/string_match/prefix"),
    route("timeout request 60s", "timeout request 50s", "upload", "route/timeout"),
    route("rewrite path \"/items/${id}\"", "rewrite path \"/thing/${id}\"", "item", "route/regex_rewrite/substitution"),
    route("redirect 308", "redirect 307", "old", "redirect/response_code"),
    route("\"/v2/${rest}\"", "\"/v3/${rest}\"", "old", "redirect/regex_rewrite/substitution"),
    route("redirect 303 \"/login\"", "redirect 303 \"/enter\"", "account", "redirect/path_redirect"),
    route(
      "rewrite host cart.internal.example", "rewrite host basket.internal.example", "legacy",
      "route/host_rewrite_literal"),
    route(
      "header retry-after \"120\"", "header retry-after \"60\"", "closed", "response_headers_to_add/1/header/value"),
    WhyEdit(
      "acme/upstreams.epic",
      "health  http GET /healthz every 1s timeout 500ms healthy after 1 unhealthy after 2\n  balance",
      "health  http GET /healthz every 3s timeout 500ms healthy after 1 unhealthy after 2\n  balance", cart,
      "health_checks/0/interval"),
    WhyEdit("acme/upstreams.epic", "balance least-request", "balance random", cart, "lb_policy"),
    WhyEdit(
      "acme/upstreams.epic", "cdn fastly-main path-prefix /fallback", "cdn fastly-main path-prefix /copy",
      "\(fra)/clusters/acme_cart~3.json",
      "load_assignment/endpoints/0/lb_endpoints/0/metadata/filter_metadata/epic/path-prefix"),
    WhyEdit("acme/upstreams.epic", "connect 500ms", "connect 600ms", pay, "connect_timeout"),
    WhyEdit(
      "acme/upstreams.epic", "connections 200", "connections 300", pay,
      "circuit_breakers/thresholds/0/max_connections"),
    WhyEdit(
      "acme/upstreams.epic", "192.0.2.80:8443", "192.0.2.82:8443", "\(fra)/endpoints/acme_legacy-pay~1.json",
      "endpoints/0/lb_endpoints/0/endpoint/address/socket_address/address"),
    WhyEdit(
      "acme/upstreams.epic", "sni pay.legacy.example", "sni bill.legacy.example", pay,
      "transport_socket/typed_config/sni"),
    WhyEdit(
      "globex/www.epic", "timeout request 10s", "timeout request 11s", www,
      "virtual_hosts/0/routes/[name=globex/www-routes:raw]/route/timeout"),
    WhyEdit(
      "globex/www.epic", "80% www-pages; 20% www-next", "60% www-pages; 40% www-next", www,
      "virtual_hosts/0/routes/[name=globex/www-routes:otherwise]/route/weighted_clusters/clusters/1/weight"),
    WhyEdit(
      "platform/network/zones.epic", "key secret tsig/example-com; ttl 60s", "key secret tsig/example-com; ttl 30s",
      "zones/example.com/rrsets.json", "names/0/ttl"),
    WhyEdit(
      "platform/network/zones.epic", "key secret tsig/globex-example", "key secret tsig/globex",
      "zones/globex.example/rrsets.json", "key"),
    WhyEdit(
      "platform/sites/fra.epic", "address 192.0.2.1\n", "address 192.0.2.9\n", "nodes/fra-1/bird/epic.conf",
      "  neighbor 192.0.2.1 "),
    WhyEdit(
      "platform/sites/sin.epic", "max-prefix 10 ", "max-prefix 11 ", "nodes/sin-1/bird/epic.conf",
      "    export limit 10 "),
    WhyEdit(
      "platform/sites/fra.epic", "node fra-1 { address 192.0.2.11,", "node fra-1 { address 192.0.2.13,",
      "nodes/fra-1/bpf/maps.json", "tunnels/0/localV4"),
    WhyEdit(
      "platform/clouds/kubernetes.epic", "10.245.0.0/16", "10.249.0.0/16", "nodes/fra-1/bpf/maps.json",
      "tunnels/1/prefixes/0"),
    WhyEdit(
      "platform/clouds/kubernetes.epic", "10.246.0.0/16", "10.249.0.0/16", "endpoints.json", "slots/0/prefixes/0"),
    WhyEdit("workspace.epic", "workspace storefront", "workspace showroom", "release.json", "workspace"),
  ]

  /// Edits that take something out, and what is told of the value that stands then. The first takes nothing out.
  static let defaults: [(edit: WhyEdit, told: String)] = [
    (
      WhyEdit(
        "globex/upstreams.epic", "upstream docs", "upstream docs", "\(fra)/clusters/globex_docs~1.json",
        "circuit_breakers/thresholds/0/max_connections"),
      "upstream `globex/docs` says no `max connections`; where it is not written: `65536`"
        + " (docs/reference/upstream.md#max-connections)"
    ),
    (
      WhyEdit(
        "acme/upstreams.epic", " timeout 500ms healthy after 1 unhealthy after 2\n  balance", "\n  balance", cart,
        "health_checks/0/timeout"),
      "`health http` says no `<timeout>`; unless written: `1s` (docs/reference/upstream.md#health-http)"
    ),
    (
      WhyEdit(
        "acme/upstreams.epic", " timeout 500ms healthy after 1 unhealthy after 2\n  balance", "\n  balance", cart,
        "health_checks/0/unhealthy_threshold"),
      "`health http` says no `<unhealthyAfter>`; unless written: `3` (docs/reference/upstream.md#health-http)"
    ),
    (
      WhyEdit(
        "platform/catalog/web-app.epic", " tls min 1.2", "", "\(fra)/listeners/acme_shop~443~198.51.100.253.json",
        "filter_chains/0/transport_socket/typed_config/common_tls_context/tls_params/tls_minimum_protocol_version"),
      "`listen https` says no `<minimum>`; unless written: `1.2` (docs/reference/ingress.md#listen-https)"
    ),
    (
      WhyEdit(
        "platform/catalog/web-app.epic", "retry 1 on connect-failure", "retry 1", shop,
        "virtual_hosts/0/routes/[name=acme/shop-routes:vip]/route/retry_policy/retry_on"),
      "`retry` says no `<condition>`; unless written: `connect-failure` (docs/reference/ingress.md#retry)"
    ),
    (
      route(
        "retry 2 on connect-failure, 5xx within 2s", "retry 2", "otherwise in /api/**", "route/retry_policy/retry_on"),
      "`retry` says no `<condition>`; unless written: `connect-failure` (docs/reference/arm.md#retry)"
    ),
    (
      route(" type \"text/plain\"", "", "banned", "response_headers_to_add/0/header/value"),
      "`body` says no `<type>`; unless written: `text/plain` (docs/reference/respond.md#body)"
    ),
    (
      WhyEdit(
        "platform/network/zones.epic", "; ttl 60s }", " }", "zones/example.com/rrsets.json", "names/0/ttl"),
      "zone `platform.network/example-com` says no `ttl`; where it is not written: `60s` (docs/reference/zone.md#ttl)"
    ),
    (
      WhyEdit(
        "platform/clouds/kubernetes.epic", "true-ingress { port 6080 }", "true-ingress { }",
        "nodes/fra-1/bpf/maps.json", "tunnels/0/port"),
      "`tunnel` says no `port`; where it is not written: `6080` (docs/reference/tunnel.md#port)"
    ),
  ]

  /// `#/…` or `:line`, for the artifact as it was built.
  func place(in build: Build) throws -> String {
    let bytes = try #require(build.artifacts.first { $0.path == artifact }, "\(artifact)").bytes
    guard artifact.hasSuffix(".json") else {
      let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
      let line = lines.firstIndex { String(decoding: $0, as: UTF8.self).hasPrefix(selector) }
      return ":\(try #require(line, "\(self)") + 1)"
    }
    var value = try JSONReader.read(bytes)
    var pointer = ""
    // `[name=x]` may hold slashes.
    var rest = selector[...]
    while !rest.isEmpty {
      var step: Substring
      if rest.hasPrefix("["), let end = rest.firstIndex(of: "]") {
        step = rest[...end]
        rest = rest[rest.index(after: end)...].drop { $0 == "/" }
      } else {
        step = rest.prefix { $0 != "/" }
        rest = rest.dropFirst(step.count).drop { $0 == "/" }
      }
      if step.hasPrefix("[") {
        let name = String(step.dropFirst(6).dropLast())
        let index = try #require(value.elements?.firstIndex { $0["name"]?.string == name }, "\(self)")
        step = "\(index)"
      }
      value = try #require(Int(step).flatMap { value.elements?[$0] } ?? value[String(step)], "\(self): \(step)")
      pointer += "/\(step)"
    }
    return "#\(pointer)"
  }

  /// Where the changed text starts, as `path:line`.
  func line(in workspace: MemoryFileSystem) throws -> String {
    let text = try workspace.read(source, atMost: 1 << 20)
    let start = try #require(text.firstRange(of: Array(old.utf8))?.lowerBound, "\(self)")
    return "\(source):\(text[..<start].count { $0 == 10 } + 1)"
  }

  func apply(to workspace: inout MemoryFileSystem) throws {
    var text = try workspace.read(source, atMost: 1 << 20)
    let range = try #require(text.firstRange(of: Array(old.utf8)))
    text.replaceSubrange(range, with: Array(new.utf8))
    workspace.write(source, text)
  }
}
