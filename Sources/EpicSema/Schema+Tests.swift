/// Statements of `test` and `cases`.
extension Schema {
  static let testFields: [FieldSchema] = requestFields(in: .test) + routeExpectations + answerExpectations

  private static func requestFields(in context: FieldContext) -> [FieldSchema] {
    [
      FieldSchema(
        .testRequest, context,
        "request <method:method> <target:target> [port <port:port>] [to <ingress:ref ingress>] [from <client:address>]"
          + " [country <country:country>] [asn <asNumber:as-number>] [site <site:ref site>] [tls <version:version>]",
        .many,
        doc: "A request; what follows up to the next one is about it. What it does not state is absent, and it comes"
          + " from 192.0.2.1. It is sent to an address of the ingress `to`, or to where its host leads. Over `https`"
          + " its TLS is 1.3. `port` is the one that a CONNECT request names behind the host, the URL's unless written.",
        example: "request GET https://shop.example.com/api/v1/cart from 192.0.2.44 country DE asn AS3320"),
      FieldSchema(
        .testConnection, context,
        "connect <transport:word tls|tcp|udp> <destination:endpoint> [to <ingress:ref ingress>] [from <client:address>]"
          + " [via <balancer:address>] [site <site:ref site>] [sni (<form:word absent> | <serverName:host-name>)]",
        .many,
        doc: "A connection or UDP session without HTTP; what follows is about it. It is made to an address of the"
          + " ingress `to`, or to where its host leads. Over `tls` it asks for the host by name, unless `sni` says"
          + " otherwise. `via` is the peer that begins it with a PROXY header for `from`.",
        example: "connect tls mqtt.eu.shop.example.com:8883 from 192.0.2.44"),
      FieldSchema(
        .testHeader, context, "header <name:header-name> <value:text>", .many,
        doc: "A header of the request; one that is said twice is sent twice.", example: "header x-beta \"1\""),
      FieldSchema(
        .testCookie, context, "cookie <name:header-name> <value:text>", .many, doc: "A cookie of the request.",
        example: "cookie sid \"u-17\""),
      FieldSchema(
        .testToken, context, "jwt [(<form:word invalid> | <name:name>)]", .many, freeBody: .claims,
        doc: "The token of the request: a good one of the named or only `auth jwt`, with these claims; or `invalid`.",
        example: "jwt { sub: \"u-17\"; plan: \"gold\" }"),
      FieldSchema(
        .testBody, context, "body <value:text>", .many, doc: "The body of the request.",
        example: "body \"quantity=2\""),
      FieldSchema(
        .given, context, "given healthy", .many, freeBody: .health,
        doc: "How much of which upstreams is healthy, for the requests that follow; everything else is.",
        example: "given healthy { cart tier 1 50%; cdn-assets down }"),
    ]
  }

  private static let routeExpectations: [FieldSchema] = [
    FieldSchema(
      .expectRoute, .test, "expect route (<form:word otherwise> | <name:route-name>)", .many,
      doc: "The route of this name takes it; that of a block is `\"otherwise in /api/**\"`.",
      example: "expect route eu"),
    FieldSchema(
      .expectIngress, .test, "expect ingress <ingress:ref ingress>", .many,
      doc: "The ingress answers for the request's host.",
      example: "expect ingress shop"),
    FieldSchema(
      .expectUpstream, .test,
      "expect upstream <upstream:ref upstream> [tier <tier:integer> [<percentage:percentage>]] [<form:word split>]",
      .many, freeBody: .memberShares,
      doc: "All of the request's kind goes to the upstream; with a tier, that tier gets all of it, or the share that is"
        + " said.",
      example: "expect upstream cart tier 1 split { eu-1: 60%; eu-2: 40% }"),
    FieldSchema(
      .expectSplit, .test, "expect split", .many, freeBody: .upstreamShares,
      doc: "These upstreams draw for the request or connection, by exactly these shares.",
      example: "expect split { 95% cart; 5% cart-canary }"),
    FieldSchema(
      .expectClose, .test, "expect close", .many,
      doc: "The connection is closed, or the session's datagrams are dropped: a route says so, nobody takes it, or"
        + " nothing is healthy.",
      example: "expect close"),
    FieldSchema(
      .expectPath, .test, "expect path <target:target>", .many,
      doc: "The path that the upstream gets; compared with its query if the text has one.",
      example: "expect path /items/7"),
    FieldSchema(
      .expectHost, .test, "expect host <value:host-name>", .many, doc: "The host that the upstream gets.",
      example: "expect host cart.internal.example"),
    FieldSchema(
      .expectRequestHeader, .test,
      "expect request-header <name:header-name> (<form:word absent> | <value:text>)", .many,
      doc: "What the configuration makes of a header of the upstream's request.",
      example: "expect request-header x-edge \"1\""),
    FieldSchema(
      .expectTimeoutRequest, .test, "expect timeout request <timeout:duration>", .many,
      doc: "The request's timeout, the ingress's where the route says none.", example: "expect timeout request 30s"),
    FieldSchema(
      .expectTimeoutIdle, .test, "expect timeout idle <timeout:duration>", .many, doc: "The idle timeout.",
      example: "expect timeout idle 5m"),
    FieldSchema(
      .expectRetry, .test, "expect retry <count:integer>", .many, doc: "Further attempts; 0 where nothing is retried.",
      example: "expect retry 2"),
  ]

  static let testDefaults: [FieldDefault] = [
    .value("test.request", .port, "the URL's"), .value("test.request", .ingress, "the one to which the host leads"),
    .value("test.request", .client, "`192.0.2.1`"),
    .value("test.request", .country, "none is known"),
    .value("test.request", .asNumber, "none is known"), .value("test.request", .site, "the ingress's first"),
    .value("test.request", .version, "the newest that the listener takes, `1.3`; none for `http://`"),
    .value("test.connect", .ingress, "the one to which the host leads"),
    .value("test.connect", .client, "`192.0.2.1`"),
    .value("test.connect", .balancer, "the client itself, or one of the ingress's `proxy-protocol from`"),
    .value("test.connect", .site, "the ingress's first"),
    .value("test.connect", .serverName, "the host; none where that is an address"),
    .value("test.connect", .form, "the client sends a name"),
    .value("test.jwt", .form, "the token is a good one"), .value("test.jwt", .name, "the ingress's only `auth jwt`"),
    .value("test.expect upstream", .tier, "any tier"), .value("test.expect upstream", .percentage, "`100%`"),
    .value("test.expect upstream", .form, "members are not looked at"),
    .value("test.expect redirect", .statuses, "any status"),
  ]

  private static let answerExpectations: [FieldSchema] = [
    FieldSchema(
      .expectStatus, .test, "expect status <statuses:status>", .many,
      doc: "The status that the edge itself answers with; an upstream's is not known.", example: "expect status 404"),
    FieldSchema(
      .expectRedirect, .test, "expect redirect [<statuses:status>] <target:target>", .many,
      doc: "Where the client is sent: a URL, or a path of the origin that it asked.",
      example: "expect redirect 308 https://shop.example.com/v2/cart"),
    FieldSchema(
      .expectHeader, .test, "expect header <name:header-name> (<form:word absent> | <value:text>)", .many,
      doc: "What the configuration makes of a header of the response.", example: "expect header allow \"GET, HEAD\""),
    FieldSchema(
      .expectBody, .test, "expect body <value:text>", .many, doc: "The body that the edge itself answers with.",
      example: "expect body \"nothing here\""),
  ]
}
