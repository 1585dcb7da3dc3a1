extension Schema {
  static let routeFields: [FieldSchema] =
    policyFields(in: .arm) + actionFields(in: .arm) + policyFields(in: .split) + actionFields(in: .split)
    + responseFields

  private static func actionFields(in context: FieldContext) -> [FieldSchema] {
    [
      FieldSchema(
        .rewritePath, context, "rewrite path <value:template>", doc: "The path that the upstream sees.",
        example: "rewrite path \"/items/${id}\""),
      FieldSchema(
        .rewriteHost, context, "rewrite host <value:host-name>", doc: "The host that the upstream sees.",
        example: "rewrite host cart.internal.example"),
      FieldSchema(
        .mirror, context, "mirror <percentage:percentage> <value:ref upstream>", .many, bounds: [.part(.percentage)],
        doc: "A copy of a share of the requests goes to another upstream; nobody waits for its answers.",
        example: "mirror 5% media-shadow"),
      FieldSchema(
        .connect, context, "connect to <ports:port>,…", isList: true,
        doc: "The route takes CONNECT requests that name one of the ports, and nothing else: what the client sends then"
          + " goes to the upstream as it is, and back. Every other CONNECT request is answered 404.",
        example: "connect to 5432"),
      FieldSchema(
        .compress, context, "compress <form:word off>",
        doc: "The route's answers pass as they are, whatever the ingress compresses.", example: "compress off"),
    ]
  }

  private static let responseFields: [FieldSchema] = [
    FieldSchema(
      .body, .respond, "body <data:text-or-data> [type <type:text>]", doc: "The answer's body.",
      example: "body \"Closed.\" type \"text/plain\""),
    FieldSchema(
      .header, .respond, "header <name:header-name> <value:text>", .keyed(.name), doc: "A header of the answer.",
      example: "header retry-after \"120\""),
  ]

  /// The kinds of declarations.
  package static let declarations: [DeclarationSchema] = [
    DeclarationSchema(
      .tenant, doc: "A team with a folder of its own, and what it is granted.", example: "tenant acme { package acme }"),
    DeclarationSchema(
      .site, doc: "A place with edge nodes.",
      example: "site fra { at 50.11, 8.68 country DE; node fra-1 { address 192.0.2.11 } }"),
    DeclarationSchema(
      .pool, doc: "Addresses that ingresses draw from.",
      example: "pool anycast4 { range 198.51.100.0/24; announce bgp as AS64512 prefix each-address; sites all }"),
    DeclarationSchema(
      .zone, doc: "A DNS zone that names are published in.",
      example: "zone example-com { name example.com; server 192.0.2.53; key secret tsig/acme }"),
    DeclarationSchema(
      .kubernetes, doc: "A cluster whose pods are endpoints.",
      example: "kubernetes eu-1 { pods 10.244.0.0/16; tunnel true-ingress { port 6080 } }"),
    DeclarationSchema(
      .cdn, doc: "A content delivery network as an upstream.",
      example: "cdn fastly-main { host acme.map.fastly.example; addresses dns }"),
    DeclarationSchema(
      .geo, doc: "Where `country` and `asn` come from.",
      example: "geo main { database data \"geo.mmdb\" sha256 \"…\"; refresh from file }"),
    DeclarationSchema(.engine, doc: "An Envoy build.", example: "engine stable { envoy 1.40 }"),
    DeclarationSchema(
      .issuer, doc: "Who signs certificates.", example: "issuer internal { local-ca secret ca/internal }"),
    DeclarationSchema(
      .certificate, doc: "A certificate with its key.",
      example: "certificate shop { names shop.example.com; issuer public; renew 30d before }"),
    DeclarationSchema(
      .ingress, doc: "One application's external ingress.",
      example: "ingress shop { host shop.example.com; address one from anycast4; routes shop-routes }"),
    DeclarationSchema(
      .routes, doc: "Arms tried in order; the first that fits takes the request.",
      example: "routes r { otherwise -> respond 404 }"),
    DeclarationSchema(
      .upstream, doc: "Where requests go: tiers tried in order of health.",
      example: "upstream cart { tier 1 { kubernetes eu-1 service shop/cart:http } }"),
  ]
}
