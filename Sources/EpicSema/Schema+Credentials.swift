extension Schema {
  /// What an ingress asks of requests beside tokens and certificates.
  static let credentialFields: [FieldSchema] = basicFields + keyFields + externalFields + signInFields

  private static let basicFields: [FieldSchema] = [
    FieldSchema(
      .authBasic, .ingress, "auth basic <name:name>", body: .basic,
      doc: "A user's name and password that each request brings (RFC 7617); without a good one it is 401.",
      example: "auth basic main { users secret users/staff; realm \"Staff\" }"),
    FieldSchema(
      .users, .basic, "users secret <secret:secret>", .required,
      doc: "The users: on the nodes a file `users` with a line `name:{SHA}…` for each, as `htpasswd -s` writes them.",
      example: "users secret users/staff"),
    FieldSchema(
      .realm, .basic, "realm <value:text>", doc: "What a browser says that the password is for.",
      example: "realm \"Staff\""),
    FieldSchema(
      .forwardUser, .basic, "forward user as <name:header-name>",
      doc: "The header that tells upstreams the user's name; a client's own is taken out.",
      example: "forward user as x-user"),
  ]

  private static let keyFields: [FieldSchema] = [
    FieldSchema(
      .authKey, .ingress, "auth api-key <name:name>", body: .apiKey,
      doc: "A key that each request brings in a header; without a good one it is 401.",
      example: "auth api-key main { header x-api-key; key partner secret keys/partner }"),
    FieldSchema(
      .keyHeader, .apiKey, "header <name:header-name>", .required, doc: "The header that the key comes in.",
      example: "header x-api-key"),
    FieldSchema(
      .clientKey, .apiKey, "key <name:name> secret <secret:secret>", .keyed(.name),
      doc: "A client and its key: on the nodes a file `key` that holds the key and nothing else, no newline either.",
      example: "key partner secret keys/partner"),
    FieldSchema(
      .forwardClient, .apiKey, "forward client as <name:header-name>",
      doc: "The header that tells upstreams the client's name; a client's own is taken out.",
      example: "forward client as x-client"),
  ]

  private static let externalFields: [FieldSchema] = [
    FieldSchema(
      .authExternal, .ingress, "auth external <name:name>", body: .external,
      doc: "A service that decides about each request, in front of its route.",
      example: "auth external main { upstream authz grpc; headers cookie; timeout 200ms }"),
    FieldSchema(
      .askedUpstream, .external,
      "upstream <upstream:ref upstream> (<form:word grpc> | <form:word http> [path-prefix <pathPrefix:path>])",
      .required,
      doc: "The service, asked by Envoy's gRPC protocol or by a request without body that any 200 lets pass.",
      example: "upstream authz grpc"),
    FieldSchema(
      .headers, .external, "headers <name:header-name>,…", isList: true,
      doc: "Headers that the service sees beside method, host, path and `authorization`.", example: "headers cookie"),
    FieldSchema(
      .forwardHeaders, .external, "forward <name:header-name>,…", isList: true,
      doc: "Headers of its answer that upstreams get; a client's own are taken out.", example: "forward x-user, x-roles"
    ),
    FieldSchema(
      .decisionTimeout, .external, "timeout <timeout:duration>", bounds: [.time(.timeout, 1...60_000)],
      doc: "How long its decision is awaited.", example: "timeout 200ms"),
    FieldSchema(
      .onFailure, .external, "on failure <form:word deny|allow>",
      doc: "What becomes of a request that the service says nothing about: 503, or it passes.",
      example: "on failure deny"),
  ]

  private static let signInFields: [FieldSchema] = [
    FieldSchema(
      .authOIDC, .ingress, "auth oidc <name:name>", body: .oidc,
      doc: "People sign in at an issuer (OpenID Connect); who has not is sent there.",
      example:
        "auth oidc main { authorize https://id.example/authorize; token https://id.example/token; client \"shop\" secret"
        + " oidc/shop; cookies secret oidc/cookies }"),
    FieldSchema(
      .authorize, .oidc, "authorize <url:url>", .required, doc: "The issuer's authorization endpoint.",
      example: "authorize https://id.example/authorize"),
    FieldSchema(
      .tokenEndpoint, .oidc, "token <url:url> [verify secret <secret:secret>]", .required,
      doc: "The issuer's token endpoint; without `verify` the system's authorities are trusted.",
      example: "token https://id.example/token"),
    FieldSchema(
      .oidcClient, .oidc, "client <value:text> secret <secret:secret>", .required,
      doc: "What the issuer calls the edge, and on the nodes a file `key` with the secret that it gave.",
      example: "client \"shop\" secret oidc/shop"),
    FieldSchema(
      .cookies, .oidc, "cookies secret <secret:secret>", .required,
      doc: "What cookies are signed and sealed with: on the nodes a file `key` of at least 32 random bytes.",
      example: "cookies secret oidc/cookies"),
    FieldSchema(
      .scopes, .oidc, "scopes <value:text>,…", isList: true, doc: "What is asked of the issuer.",
      example: "scopes \"openid\", \"email\""),
    FieldSchema(
      .redirectPath, .oidc, "redirect-path <path:path>", doc: "Where the issuer sends a browser back to.",
      example: "redirect-path /oidc/callback"),
    FieldSchema(
      .signOutPath, .oidc, "sign-out-path <path:path>", doc: "Where a browser signs out.",
      example: "sign-out-path /oidc/sign-out"),
    FieldSchema(
      .forwardToken, .oidc, "forward token",
      doc: "Upstreams, and `auth jwt`, get the access token as a bearer token (RFC 6750).", example: "forward token"),
  ]

  /// What is said of pages, of gRPC-Web and of traces.
  static let pageFields: [FieldSchema] = [
    FieldSchema(
      .csrf, .ingress, "csrf refused [except (<url:url> | <hosts:host>),…]",
      doc:
        "Requests but GET, HEAD and OPTIONS that come from a page of another origin are answered 403; `except` are other"
        + " origins that may ask.",
      example: "csrf refused except https://app.example.com, *.partner.example"),
    FieldSchema(
      .grpcWeb, .ingress, "grpc-web allowed",
      doc: "Requests of browsers in gRPC-Web are translated to gRPC, and answers back.", example: "grpc-web allowed"),
    FieldSchema(
      .trace, .ingress, "trace to <upstream:ref upstream> sample <percentage:percentage> [<form:word continued>]",
      bounds: [.part(.percentage)],
      doc:
        "A share of the requests is told to a collector of OpenTelemetry, by gRPC; with `continued` a caller's"
        + " `traceparent` is believed.",
      example: "trace to otel sample 5%"),
  ]

  static let credentialDefaults: [FieldDefault] = [
    .statement("ingress.auth basic", "no passwords are asked for"),
    .statement("basic.realm", "the URL that was asked for"),
    .statement("basic.forward user as", "upstreams see the credential as it came"),
    .statement("ingress.auth api-key", "no keys are asked for"),
    .statement("apiKey.forward client as", "upstreams see the key as it came"),
    .statement("ingress.auth external", "no service is asked"),
    .value("external.upstream", .pathPrefix, "the request's own path"),
    .statement("external.headers", "`authorization` alone"), .statement("external.forward", "none"),
    .statement("external.timeout", "`200ms`"), .statement("external.on failure", "`deny`"),
    .statement("ingress.auth oidc", "nobody is asked to sign in"),
    .value("oidc.token", .secret, "the system's authorities are trusted"),
    .statement("oidc.scopes", "`\"openid\"`"), .statement("oidc.redirect-path", "`/oidc/callback`"),
    .statement("oidc.sign-out-path", "`/oidc/sign-out`"),
    .statement("oidc.forward token", "upstreams get no token"),
    .statement("ingress.csrf refused", "pages of other origins may send what browsers let them"),
    .value("ingress.csrf refused", .url, "the ingress's own hosts alone"),
    .value("ingress.csrf refused", .hosts, "the ingress's own hosts alone"),
    .statement("ingress.grpc-web allowed", "requests in gRPC-Web pass as they are"),
    .statement("ingress.trace to", "nothing is traced, and a caller's `traceparent` passes as it is"),
    .value("ingress.trace to", .form, "each trace begins at the edge"),
  ]
}
