import EpicBase

extension Schema {
  static let ingressFields: [FieldSchema] =
    listenFields + connectionListenFields + placementFields + policyFields(in: .ingress) + authFields
    + clientCertificateFields + credentialFields + pageFields + corsFields

  private static let listenFields: [FieldSchema] = [
    FieldSchema(
      .host, .ingress, "host <hosts:host>,…", .required, isList: true, doc: "Host names that the ingress answers for.",
      example: "host shop.example.com"),
    FieldSchema(
      .listenHTTPS, .ingress, "listen https <port:port> [tls min <minimum:version>] [<form:word http3>]", .keyed(.port),
      group: .listenHTTPS,
      doc:
        "HTTP behind TLS on each of the ingress's addresses; TLS 1.2 and later unless written. With `http3` the port"
        + " takes HTTP/3 (RFC 9114) over UDP, too, and answers tell clients so.",
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
      .engine, .ingress, "engine <engine:ref engine>",
      doc: "The Envoy build that serves the ingress. May be left out where there is only one to choose.",
      example: "engine stable"),
    FieldSchema(
      .sites, .ingress, "sites (<form:word all> | <sites:ref site>,…)", .required, doc: "Sites that serve the ingress.",
      example: "sites all"),
    FieldSchema(
      .tlsCertificate, .ingress, "tls certificate <certificates:ref certificate>,…", isList: true,
      doc: "Certificates; the first whose names cover the server name is shown.", example: "tls certificate shop"),
    FieldSchema(
      .dnsPublish, .ingress, "dns publish <name:host-name> in <zone:ref zone> [<form:word nearest>]",
      .keyed(.name),
      doc:
        "A and AAAA records for the ingress's addresses; `nearest` gives each client those of the site that is nearest"
        + " to it, which needs a zone with `geo file`.", example: "dns publish shop.example.com in example-com"),
    FieldSchema(
      .routes, .ingress, "routes <value:ref routes>", .required, doc: "What becomes of requests.",
      example: "routes shop-routes"),
    FieldSchema(
      .fill, .ingress, "fill routes <name:name>", .keyed(.name), holdsRoutes: true,
      doc: "Routes for a template's `slot routes NAME`: tried where the slot stands, and without an `otherwise`.",
      example: "fill routes early { office: when client in 192.0.2.0/24 -> respond 403 }"),
    FieldSchema(
      .trustProxies, .ingress, "trust proxies <prefixes:network>,…", isList: true,
      doc: "Hops whose `x-forwarded-for` tells the client; without it the client is the connection's peer.",
      example: "trust proxies 192.0.2.0/24"),
    FieldSchema(
      .timeoutStream, .ingress, "timeout stream <timeout:duration>", bounds: [.time(.timeout)],
      doc:
        "Longest life of a request with all of its answer, of a gRPC call that streams, or of a WebSocket; none unless"
        + " written.",
      example: "timeout stream 1h"),
    FieldSchema(
      .proxyProtocol, .ingress, "proxy-protocol from <prefixes:network>,…", isList: true,
      doc:
        "Load balancers in front, which begin each TCP connection with a PROXY header of version 1 or 2; nobody else may"
        + " connect.",
      example: "proxy-protocol from 192.0.2.0/24"),
    FieldSchema(
      .cors, .ingress, "cors", body: .cors,
      doc: "Pages of other origins that may read the answers; preflights are answered before `auth` and every route.",
      example: "cors { origins https://app.example.com; headers authorization; credentials allowed }"),
    FieldSchema(
      .compress, .ingress,
      "compress (<form:word off> | <encodings:word brotli|gzip|zstd>,… [from <size:size>] [types <types:text>,…])",
      bounds: [.size(.size, 1...Limits.bodyBytes)],
      doc:
        "Answers are compressed for clients that take it; of what a client likes best, the first one written. `from` is"
        + " the shortest body, `types` are media types.",
      example: "compress brotli, gzip from 1KiB types \"text/html\", \"application/json\""),
    FieldSchema(
      .accessLog, .ingress, "access-log <form:word json|text|off>",
      doc: "A line for each request on the standard output of the node's Envoy; `off` unless written.",
      example: "access-log json"),
    FieldSchema(
      .statistics, .ingress, "statistics (<form:word off> | <form:word per-route> [<latency:word latency>])",
      doc:
        "Envoy counts the requests that each route sends to upstreams; with `latency` also how long they took.",
      example: "statistics per-route latency"),
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

  private static let corsFields: [FieldSchema] = [
    FieldSchema(
      .origins, .cors, "origins (<form:word any> | (<url:url> | <hosts:host>),…)", .required, isList: true,
      doc: "Origins whose pages may read the answers; a host stands for `https` on it, and may have a wildcard.",
      example: "origins https://app.example.com, **.example.net"),
    FieldSchema(
      .methods, .cors, "methods <methods:method>,…", isList: true,
      doc: "Methods that pages may use; `GET`, `HEAD` and `POST` unless written.", example: "methods GET, POST, DELETE"),
    FieldSchema(
      .headers, .cors, "headers <name:header-name>,…", isList: true, doc: "Headers that a request may carry.",
      example: "headers authorization, content-type"),
    FieldSchema(
      .expose, .cors, "expose <name:header-name>,…", isList: true, doc: "Headers of an answer that a page may read.",
      example: "expose x-request-id"),
    FieldSchema(
      .maxAge, .cors, "max-age <value:duration>", bounds: [.time(.value, 1000...86_400_000)],
      doc: "How long a browser keeps the answer to a preflight, in whole seconds.", example: "max-age 10m"),
    FieldSchema(
      .credentials, .cors, "credentials allowed", doc: "Requests may carry cookies and the like.",
      example: "credentials allowed"),
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
          + " [within <within:duration> [<form:word hedged>]] [backoff <backoff:duration> [to <maximum:duration>]]"
          + " [methods <methods:word any>]",
        bounds: [.count(.count, 1...10), .time(.within), .time(.backoff), .time(.maximum)],
        doc:
          "Further attempts; on anything but `connect-failure` for idempotent methods only unless `methods any`. With"
          + " `hedged` an attempt that takes too long goes on beside the next, and the first answer counts.",
        example: "retry 2 on connect-failure, 5xx within 2s"),
      FieldSchema(
        .rateLimit, context,
        "rate-limit <value:rate> [burst <burst:integer>] by"
          + " (<by:word ingress|client|jwt.sub> | <by:word header|cookie|query> <name:header-name>)",
        .keyed(.by), bounds: [.rate(.value, upTo: 1_000_000), .count(.burst, 1...10_000_000)],
        doc:
          "Requests of one key that each node takes, on each port; over all nodes it is the sum. Beyond it the answer is"
          + " 429. `burst` is the rate's number unless written.",
        example: "rate-limit 2000/s burst 4000 by client"),
      FieldSchema(
        .maxBody, context, "max body <value:size>", bounds: [.size(.value, 1...Limits.bodyBytes)],
        doc: "Longest request body; beyond it the answer is 413. Bodies are counted as they pass, not held.",
        example: "max body 50MiB"),
      FieldSchema(
        .webSocket, context, "websocket allowed",
        doc: "Connections may become WebSockets (RFC 6455); elsewhere the attempt is answered 403.",
        example: "websocket allowed"),
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
