extension Schema {
  static let ingressFields: [FieldSchema] =
    listenFields + connectionListenFields + placementFields + policyFields(in: .ingress) + authFields
    + clientCertificateFields

  private static let listenFields: [FieldSchema] = [
    FieldSchema(
      .host, .ingress, "host <hosts:host>,…", .required, isList: true, doc: "Host names that the ingress answers for.",
      example: "host shop.example.com"),
    FieldSchema(
      .listenHTTPS, .ingress, "listen https <port:port> [tls min <minimum:version>]", .keyed(.port),
      group: .listenHTTPS,
      doc: "HTTP behind TLS on each of the ingress's addresses; TLS 1.2 and later unless written.",
      example: "listen https 443 tls min 1.2"),
    FieldSchema(
      .listenHTTP, .ingress, "listen http <port:port> [<redirect:word redirect> https]", .keyed(.port),
      group: .listenHTTPS,
      doc: "Clear-text HTTP, or a redirect of everything to `https`.", example: "listen http 80 redirect https"),
  ]

  private static let placementFields: [FieldSchema] = [
    FieldSchema(
      .address, .ingress, "address (one from <pool:ref pool>),…", .required, isList: true,
      doc: "Addresses that the ingress draws from pools.", example: "address one from anycast4, one from anycast6"),
    FieldSchema(
      .engine, .ingress, "engine <engine:ref engine>", .required, doc: "The Envoy build that serves the ingress.",
      example: "engine stable"),
    FieldSchema(
      .sites, .ingress, "sites (<form:word all> | <sites:ref site>,…)", .required, doc: "Sites that serve the ingress.",
      example: "sites all"),
    FieldSchema(
      .tlsCertificate, .ingress, "tls certificate <certificates:ref certificate>,…", isList: true,
      doc: "Certificates; the first whose names cover the server name is shown.", example: "tls certificate shop"),
    FieldSchema(
      .dnsPublish, .ingress, "dns publish <name:host-name> in <zone:ref zone>", .keyed(.name),
      doc: "A and AAAA records for the ingress's addresses.", example: "dns publish shop.example.com in example-com"),
    FieldSchema(
      .routes, .ingress, "routes <value:ref routes>", .required, doc: "What becomes of requests.",
      example: "routes shop-routes"),
    FieldSchema(
      .rateLimit, .ingress, "rate-limit", .many, notBuilt: "rate limits (`rate-limit`)", doc: "Bounds requests.",
      example: "rate-limit 2000/s burst 4000 by client"),
    FieldSchema(
      .trustProxies, .ingress, "trust proxies", notBuilt: "trusted proxies (`trust proxies`)",
      doc: "Hops that may set `x-forwarded-for`.", example: "trust proxies 192.0.2.0/24"),
    FieldSchema(
      .isolate, .ingress, "isolate", doc: "The ingress has an Envoy process of its own on each node.",
      example: "isolate"),
  ]

  private static let authFields: [FieldSchema] = [
    FieldSchema(
      .authJWT, .ingress, "auth jwt <name:name>", .keyed(.name), body: .jwt,
      doc: "Tokens that the ingress demands (RFC 7519); a bad one is always 401.",
      example: "auth jwt main { issuer https://id.example; jwks https://id.example/jwks.json; audience \"shop\" }"),
    FieldSchema(
      .issuer, .jwt, "issuer (<url:url> | <value:text>)", .required, doc: "The `iss` claim demanded.",
      example: "issuer https://id.example"),
    FieldSchema(
      .jwksURL, .jwt, "jwks <url:url> [verify secret <secret:secret>]", group: .jwksURL,
      doc: "The issuer's keys (RFC 7517), fetched; without `verify` the system's authorities are trusted.",
      example: "jwks https://id.example/jwks.json verify secret ca/identity"),
    FieldSchema(
      .jwksData, .jwt, "jwks <data:data>", group: .jwksURL, doc: "The issuer's keys (RFC 7517), committed.",
      example: "jwks data \"keys.json\" sha256 \"…\""),
    FieldSchema(
      .audience, .jwt, "audience <audiences:text>,…", isList: true, doc: "One of them must be in `aud`.",
      example: "audience \"shop\""),
    FieldSchema(
      .missing, .jwt, "missing allowed", doc: "A request without a token passes; one with a bad token never does.",
      example: "missing allowed"),
  ]

  /// What may be said of an ingress as a whole and of one route.
  static func policyFields(in context: FieldContext) -> [FieldSchema] {
    [
      FieldSchema(
        .timeoutRequest, context, "timeout request <timeout:duration>",
        bounds: [.time(.timeout)], doc: "From the request's end to the response's end.", example: "timeout request 15s"),
      FieldSchema(
        .timeoutIdle, context, "timeout idle <timeout:duration>", bounds: [.time(.timeout)],
        doc: "Longest silence of a stream.",
        example: "timeout idle 5m"),
      FieldSchema(
        .retry, context,
        "retry <count:integer> [on (<condition:word connect-failure|reset> | <statuses:status>),…]"
          + " [within <within:duration>] [methods <methods:word any>]",
        bounds: [.count(.count, 1...10), .time(.within)],
        doc: "Further attempts; on anything but `connect-failure` for idempotent methods only unless `methods any`.",
        example: "retry 2 on connect-failure, 5xx within 2s"),
      FieldSchema(
        .requestHeader, context,
        "request-header <name:header-name> (<operation:word remove> | [<operation:word append>] <value:text>)",
        .keyed(.name), doc: "Changes a header of the request to the upstream.", example: "request-header x-edge \"1\""),
      FieldSchema(
        .responseHeader, context,
        "response-header <name:header-name> (<operation:word remove> | [<operation:word append>] <value:text>)",
        .keyed(.name), doc: "Changes a header of the response.",
        example: "response-header strict-transport-security \"max-age=31536000\""),
    ]
  }
}
