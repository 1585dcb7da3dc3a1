extension Schema {
  /// What holds where nothing is written: of every statement that may stand at most once and need not, and of every
  /// value that a statement may leave out. Statements that may stand any number of times are none without one.
  package static let defaults: [FieldDefault] =
    siteDefaults + platformDefaults + ingressDefaults + policyDefaults("ingress") + policyDefaults("arm")
    + policyDefaults("split") + upstreamDefaults + connectionDefaults + credentialDefaults + testDefaults

  private static let siteDefaults: [FieldDefault] = [
    .statement("tenant.may use native envoy", "the tenant writes no native Envoy configuration"),
    .statement("tenant.limits", "no limits but the quotas of its pools"),
    .value("tenant.limits", .ingresses, "no limit"), .value("tenant.limits", .routes, "no limit"),
    .value("tenant.limits", .upstreams, "no limit"), .value("tenant.limits", .traffic, "no limit"),
    .value("tenant.limits", .statistics, "no limit"),
    .value("tenant.may use", .quota, "no quota"), .value("tenant.may use", .namespaces, "every namespace"),
    .statement("site.bgp as", "the site has no BGP speaker, and announces nothing"),
    .value("site.at", .country, "the site lies in no country"),
    .statement("node.capacity", "the node's capacity is not known"),
    .statement("peer.bfd", "no BFD session"),
    .statement("peer.max-prefix", "the neighbour's bound is not known, and nothing is held against it"),
    .statement("peer.accepts host-routes", "the neighbour gets no /32 and /128"),
    .statement("peer.password secret", "the session has no password"),
  ]

  private static let platformDefaults: [FieldDefault] = [
    .statement("pool.announce bgp as", "the pool is not announced"),
    .value("pool.announce bgp as", .communities, "none"),
    .value("pool.announce bgp as", .prefix, "each address by itself"),
    .value(
      "pool.announce bgp as", .form, "each address by itself",
      same: ("announce bgp as AS64512", "announce bgp as AS64512 prefix each-address")),
    .statement("zone.key secret", "updates are not signed"),
    .statement("zone.ttl", "`60s`", same: "ttl 60s"),
    .statement("zone.geo file", "every client gets all addresses of a name"),
    .statement("kubernetes.at", "the cluster's place is not known, and `nearest` cannot name it"),
    .statement("kubernetes.tunnel true-ingress", "pods are reached by plain routing"),
    .statement("kubernetes.access secret", "the cluster is not asked for its endpoints"),
    .statement("tunnel.port", "`6080`", same: "port 6080"),
    .statement("cdn.tls sni", "clear text"),
    .value("cdn.tls sni", .secret, "the system's authorities are trusted"),
    .statement("cdn.addresses dns", "the same: addresses come from DNS", same: "addresses dns"),
    .statement("cdn.port", "`443` with `tls`, `80` without", same: "port 443"),
    .statement("geo.refresh from file", "the database changes with a release only"),
    .statement("engine.image", "the Envoy that the node has"),
    .statement("issuer.local-ca secret", "another form of the issuer is written"),
    .statement("issuer.acme", "another form of the issuer is written"),
    .statement("issuer.challenge dns in", "the node answers no challenges"),
    .statement("certificate.renew", "`30d` before its end", same: "renew 30d before"),
  ]

  private static let ingressDefaults: [FieldDefault] = [
    .value(
      "ingress.listen https", .minimum, "`1.2`", same: ("listen https 8443", "listen https 8443 tls min 1.2")),
    .value("ingress.listen http", .redirect, "requests are routed as on `https`"),
    .statement("ingress.engine", "the only engine that the ingress's owner may use; with several it is demanded"),
    .statement("ingress.tls certificate", "none, and then no `listen https`"),
    .value("jwt.jwks", .secret, "the system's authorities are trusted"),
    .statement("jwt.jwks", "the other form is written"),
    .statement("jwt.audience", "any audience"),
    .statement("ingress.trust proxies", "the client is the connection's peer"),
    .statement("ingress.timeout stream", "a stream lives as long as it likes"),
    .statement("ingress.proxy-protocol from", "everybody may connect, and nobody speaks for others"),
    .statement("ingress.cors", "no headers are added, and preflights are routed as other requests"),
    .statement(
      "ingress.statistics", "`off`: requests are counted for the ingress and for each upstream", same: "statistics off"),
    .value("ingress.statistics", .latency, "no times"),
    .statement("ingress.compress", "`off`", same: "compress off"),
    .value("ingress.compress", .size, "`1KiB`", same: ("compress gzip", "compress gzip from 1KiB")),
    .value("ingress.compress", .types, "pages, scripts, JSON, XML and SVG"),
    .statement("ingress.access-log", "`off`", same: "access-log off"),
    .statement("cors.methods", "`GET`, `HEAD` and `POST`"),
    .statement("cors.headers", "those that need no leave"),
    .statement("cors.expose", "those that need no leave"),
    .statement("cors.max-age", "the browser's own, five seconds as a rule"),
    .statement("cors.credentials allowed", "requests come without cookies and the like"),
    .statement("jwt.missing allowed", "a request without a token is answered with 401"),
    .statement("respond.body", "an empty body"),
    .value("respond.body", .type, "`text/plain`"),
  ]

  private static func policyDefaults(_ context: String) -> [FieldDefault] {
    let isArm = context != "ingress"
    let other = isArm ? "the ingress's, and then " : ""
    var defaults: [FieldDefault] = [
      .statement("\(context).timeout request", "\(other)`15s`, Envoy's own"),
      .statement(
        "\(context).timeout idle",
        isArm ? "\(other)`5m`, Envoy's own" : "`5m`, for TCP connections `1h`: Envoy's own"),
      .statement("\(context).retry", isArm ? "the ingress's, and then none" : "no further attempts"),
      .value(
        "\(context).retry", .condition, "`connect-failure`",
        same: isArm ? nil : ("retry 2", "retry 2 on connect-failure")),
      .value("\(context).retry", .statuses, "`connect-failure`"),
      .value("\(context).retry", .within, "each attempt has the whole of `timeout request`"),
      .value("\(context).retry", .form, "an attempt that exceeds its time ends"),
      .value("\(context).retry", .backoff, "`25ms`, Envoy's own"),
      .value("\(context).retry", .maximum, "ten times the first"),
      .value("\(context).retry", .methods, "GET, HEAD, OPTIONS, PUT and DELETE"),
      .value(
        "\(context).rate-limit", .burst, "the rate's number",
        same: isArm ? nil : ("rate-limit 9/s by client", "rate-limit 9/s burst 9 by client")),
      .statement("\(context).max body", isArm ? "the ingress's, and then any length" : "any length"),
      .statement(
        "\(context).websocket allowed", isArm ? "the ingress's, and then 403" : "403, unless the route allows it"),
    ]
    for header in ["request-header", "response-header"] {
      defaults.append(.value("\(context).\(header)", .operation, "the value replaces every other"))
    }
    if isArm {
      defaults.append(.statement("\(context).rewrite path", "the path stays as the client sent it, normalised"))
      defaults.append(.statement("\(context).compress", "as the ingress says"))
      defaults.append(.statement("\(context).connect to", "the route takes no CONNECT request"))
      defaults.append(.statement("\(context).rewrite host", "the host stays as the client sent it"))
    }
    return defaults
  }

  private static let ejection = (
    shortest: "eject after 5 failures", full: "eject after 5 failures every 10s for 30s at most 50%"
  )

  private static let upstreamDefaults: [FieldDefault] =
    healthDefaults("http GET /healthz") + healthDefaults("tcp") + [
      .value("upstream.health http", .hosts, "the name of `tls sni`, or the upstream's own"),
      .value(
        "upstream.health http", .statuses, "`200`",
        same: ("health http GET /healthz", "health http GET /healthz status 200")),
      .statement("upstream.spill to next tier below", "71.43%, Envoy's own: a healthy share of 100 / 140"),
      .statement("upstream.panic never", "the same: unhealthy endpoints never take requests", same: "panic never"),
      .statement("upstream.balance", "`round-robin`", same: "balance round-robin"),
      .statement("upstream.timeout connect", "`5s`, Envoy's own"),
      .statement("upstream.max connections", "`65536`", same: "max connections 65536"),
      .statement("upstream.max requests", "`65536`", same: "max requests 65536"),
      .statement("upstream.max pending", "`65536`", same: "max pending 65536"),
      .statement("upstream.max retries", "`1024`", same: "max retries 1024"),
      .statement("upstream.retry budget", "no budget: `max retries` holds"),
      .statement("upstream.slow start", "an endpoint takes its share at once"),
      .statement("upstream.eject after", "endpoints take requests whatever they answer"),
      .value("upstream.eject after", .interval, "`10s`", same: ejection),
      .value("upstream.eject after", .duration, "`30s`", same: ejection),
      .value("upstream.eject after", .percentage, "`50%`", same: ejection),
      .value("upstream.balance", .lifetime, "the edge gives no cookie"),
      .statement("upstream.tls sni", "clear text"),
      .value("upstream.tls sni", .secret, "the system's authorities are trusted"),
      .value("upstream.tls sni", .key, "the edge shows no certificate"),
      .value("upstream.tls sni", .certificates, "the edge shows no certificate"),
      .statement("upstream.proxy-protocol", "connections begin without a header"),
      .statement("upstream.protocol", "`h1`", same: "protocol h1"),
      .statement("upstream.endpoint", "tiers or a feed are written"),
      .statement("upstream.feed", "tiers or endpoints are written"),
      .statement("tier.nearest", "members share the tier's requests"),
      .statement("tier.by pods", "the same, unless members have shares", same: "by pods"),
      .value("tier.cdn", .pathPrefix, "the path stays"), .value("nearest.cdn", .pathPrefix, "the path stays"),
    ]

  private static func healthDefaults(_ form: String) -> [FieldDefault] {
    let key = "upstream.health \(form.prefix { $0 != " " })"
    let full = "health \(form) every 5s timeout 1s healthy after 2 unhealthy after 3"
    let same = (shortest: "health \(form)", full: full)
    return [
      .statement(key, "endpoints are not asked, and count as healthy"), .value(key, .interval, "`5s`", same: same),
      .value(key, .timeout, "`1s`", same: same), .value(key, .healthyAfter, "`2`", same: same),
      .value(key, .unhealthyAfter, "`3`", same: same),
    ]
  }

  /// The defaults of a statement: its own, and of its values.
  package static func defaults(of field: FieldSchema) -> [FieldDefault] { defaultsByStatement[field.key] ?? [] }

  private static let defaultsByStatement: [String: [FieldDefault]] = Dictionary(grouping: defaults, by: \.statement)
}
