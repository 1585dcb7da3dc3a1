import EpicBase
import EpicIR

extension Storefront {
  mutating func addIngresses() {
    certificates["shop"] = builder.add(
      Certificate(
        identity: Self.identity("acme", "acme", "shop"),
        names: [HostPattern("shop.example.com"), HostPattern("*.shop.example.com")], issuer: issuers["public"],
        renewBefore: .seconds(30 * 86_400),
        secret: SecretReference(tenant: "acme", name: "certificates/acme_shop"), origin: builder.origin(in: Self.acme)))
    certificates["www"] = builder.add(
      Certificate(
        identity: Self.identity("globex", "globex", "www"),
        names: [HostPattern("www.globex.example"), HostPattern("*.docs.globex.example")], issuer: issuers["internal"],
        renewBefore: .seconds(10 * 86_400),
        secret: SecretReference(tenant: "globex", name: "certificates/globex_www"),
        origin: builder.origin(in: Self.globex)))

    addShopIngress("brand", key: "alpha", host: "alpha.shop.example.com", ["198.51.100.31"], "brand-routes")
    addShopIngress("brand", key: "beta", host: "beta.shop.example.com", ["198.51.100.77"], "brand-routes")
    addShopIngress(
      "shop", host: "shop.example.com", ["198.51.100.20", "2001:db8:a::20"], "shop-routes", published: true,
      jwt: jwt(audience: "shop", allowsMissing: true)
    ) { policy in
      policy.requestTimeout = .seconds(30)
      policy.retry = RetryPolicy(
        attempts: 1, onConnectFailure: true, onReset: false, statuses: StatusSet([]), anyMethod: false,
        perTryTimeout: nil)
    }
    addShopIngress(
      "partners", package: "acme.partners", host: "api.shop.example.com", ["198.51.100.140", "2001:db8:a::140"],
      "partner-api", published: true, jwt: jwt(audience: "partners", allowsMissing: false))
    addProductPages()
  }

  private mutating func jwt(audience: String, allowsMissing: Bool) -> JWTProvider {
    JWTProvider(
      name: "main", issuer: "https://id.acme.example",
      keys: .remote(
        WebURL(isTLS: true, host: "id.acme.example", port: 443, pathAndQuery: "/jwks.json"),
        authority: SecretReference(tenant: "acme", name: "ca/identity")),
      audiences: [audience], allowsMissing: allowsMissing, origin: builder.origin(in: Self.acme))
  }

  private mutating func addShopIngress(
    _ name: String, package: String = "acme", key: String? = nil, host: String, _ addresses: [String], _ routes: String,
    published: Bool = false, jwt: JWTProvider? = nil, _ configure: (inout RoutePolicy) -> Void = { _ in }
  ) {
    var policy = RoutePolicy()
    policy.requestTimeout = .seconds(15)
    policy.responseHeaders = [
      HeaderEdit(
        name: "strict-transport-security", operation: .set, value: "max-age=31536000; includeSubDomains")
    ]
    configure(&policy)
    let publication = Publication(
      name: host, zone: zones["example-com"] ?? RowID(0), ttl: .seconds(60), origin: builder.origin(in: Self.acme))
    _ = builder.add(
      Ingress(
        identity: Self.identity("acme", package, name, key: key), addresses: drawn(addresses, in: Self.acme),
        engine: engine, sites: sites, hosts: [HostPattern(host)],
        listeners: listeners(.v1_2, tables[routes] ?? RowID(0), in: Self.acme),
        certificates: [certificates["shop"] ?? RowID(0)], jwtProviders: jwt.map { [$0] } ?? [],
        publications: published ? [publication] : [], policy: policy, template: "platform.catalog/web-app",
        origin: builder.origin(in: Self.acme), hostsOrigin: builder.origin(in: Self.acme)))
  }

  private mutating func addProductPages() {
    var policy = RoutePolicy()
    policy.requestTimeout = .seconds(10)
    let publication = Publication(
      name: "www.globex.example", zone: zones["globex-example"] ?? RowID(0), ttl: .seconds(300),
      origin: builder.origin(in: Self.globex))
    _ = builder.add(
      Ingress(
        identity: Self.identity("globex", "globex", "www"),
        addresses: drawn(["198.51.100.201", "2001:db8:60::c9"], in: Self.globex), engine: engine, sites: sites,
        hosts: [HostPattern("www.globex.example"), HostPattern("*.docs.globex.example")],
        listeners: listeners(.v1_3, tables["www-routes"] ?? RowID(0), in: Self.globex),
        certificates: [certificates["www"] ?? RowID(0)], jwtProviders: [], publications: [publication], policy: policy,
        template: nil, origin: builder.origin(in: Self.globex)))
  }

  private mutating func drawn(_ texts: [String], in source: UInt32) -> [IngressAddress] {
    var result: [IngressAddress] = []
    for text in texts {
      let name = text.hasPrefix("198") ? "anycast4" : text.hasPrefix("2001:db8:a:") ? "anycast6" : "globex6"
      result.append(
        IngressAddress(
          address: address(text), pool: pools[name] ?? RowID(0), origin: builder.origin(in: source)))
    }
    return result
  }

  private mutating func listeners(
    _ version: TLSVersion, _ routes: RowID<RouteTable>, in source: UInt32
  ) -> [IngressListener] {
    [
      IngressListener(
        port: 443, service: .https(minimumVersion: version, routes: routes), origin: builder.origin(in: source)),
      IngressListener(port: 80, service: .redirectToHTTPS(port: 443), origin: builder.origin(in: source)),
    ]
  }
}
