import EpicBase
import EpicIR

extension Storefront {
  mutating func addUpstreams() {
    addCart()
    add("cart-canary", pods: "eu-1", "shop/cart-canary")
    add(
      "cart-eu",
      tiers: [
        tier(.percentages, [(pods("eu-1", "shop", "cart"), 50), (pods("eu-2", "shop", "cart"), 50)])
      ])
    add("cart-exp42", pods: "eu-2", "shop/cart-exp42")
    add("cart-gold", pods: "eu-1", "shop/cart-gold")
    add(
      "catalog",
      tiers: [
        tier(.single, [(pods("eu-1", "shop", "catalog"), nil)]),
        tier(.single, [(.endpoints([HostEndpoint(host: .address(address("192.0.2.90")), port: 8080)]), nil)]),
        tier(.single, [(.cdn(fastly, pathPrefix: "/catalog"), nil)]),
      ], health: health(.http(HTTPProbe(method: "GET", path: "/healthz"))), spillBelow: .percent(70))
    add("cdn-assets", tiers: [tier(.single, [(.cdn(fastly, pathPrefix: nil), nil)])])
    addLegacyPay()
    add("media", pods: "us-1", "web/media")
    add(
      "search",
      tiers: [tier(.nearest, [(pods("eu-1", "shop", "search"), nil), (pods("us-1", "shop", "search"), nil)])],
      health: health(.http(HTTPProbe(method: "GET", path: "/healthz"))))
    add("storefront", pods: "eu-2", "web/storefront")
    add(
      "storefront-next",
      tiers: [
        tier(.byPods, [(pods("eu-1", "web", "storefront-next"), nil), (pods("eu-2", "web", "storefront-next"), nil)])
      ])
    add("orders", pods: "us-1", "shop/orders", package: "acme.partners")
    add("docs", pods: "us-1", "web/docs", package: "globex")
    add(
      "editor", package: "globex",
      tiers: [
        tier(
          .single,
          [(.endpoints([HostEndpoint(host: .name("editor.globex.example"), port: 8080)]), nil)], in: Self.globex)
      ], health: health(.tcp))
    add("prices-eu", pods: "eu-2", "web/prices", package: "globex")
    add("prices-us", pods: "us-1", "web/prices", package: "globex")
    add("www-next", pods: "us-1", "web/www-next", package: "globex")
    add("www-pages", pods: "eu-2", "web/www", package: "globex")
  }

  private mutating func addCart() {
    add(
      "cart",
      tiers: [
        tier(.percentages, [(pods("eu-1", "shop", "cart"), 60), (pods("eu-2", "shop", "cart"), 40)]),
        tier(.single, [(pods("us-1", "shop", "cart"), nil)]),
        tier(.single, [(.cdn(fastly, pathPrefix: "/fallback"), nil)]),
      ], health: health(.http(HTTPProbe(method: "GET", path: "/healthz"))), spillBelow: .percent(70))
  }

  private mutating func addLegacyPay() {
    let machines = ["192.0.2.80", "192.0.2.81"].map { HostEndpoint(host: .address(address($0)), port: 8443) }
    upstreams["legacy-pay"] = builder.add(
      Upstream(
        identity: Self.identity("acme", "acme", "legacy-pay"), tiers: [tier(.single, [(.endpoints(machines), nil)])],
        health: nil, loadBalancing: .random, httpVersion: .http1, spillBelow: nil,
        connectTimeout: TimeSpan(milliseconds: 500), limits: UpstreamLimits(connections: 200),
        tls: UpstreamTLS(
          serverName: "pay.legacy.example", authority: SecretReference(tenant: "acme", name: "ca/legacy")),
        origin: builder.origin(in: Self.acme)))
  }

  private mutating func add(_ name: String, pods cluster: String, _ service: String, package: String = "acme") {
    let parts = service.split(separator: "/")
    let source = pods(cluster, String(parts[0]), String(parts[1]))
    add(name, package: package, tiers: [tier(.single, [(source, nil)])])
  }

  private mutating func add(
    _ name: String, package: String = "acme", tiers: [UpstreamTier], health: HealthCheck? = nil,
    spillBelow: Percentage? = nil
  ) {
    let isAcme = package != "globex"
    upstreams[name] = builder.add(
      Upstream(
        identity: Self.identity(isAcme ? "acme" : "globex", package, name), tiers: tiers, health: health,
        loadBalancing: name == "cart" ? .leastRequest : .roundRobin, httpVersion: name == "orders" ? .http2 : .http1,
        spillBelow: spillBelow, connectTimeout: nil, tls: nil,
        origin: builder.origin(in: isAcme ? Self.acme : Self.globex)))
  }

  private func pods(_ cluster: String, _ namespace: String, _ service: String) -> TierMember.Source {
    .kubernetes(
      KubernetesService(
        cluster: clusters[cluster] ?? RowID(0), namespace: namespace, service: service, port: "http"))
  }

  private mutating func tier(
    _ weighting: UpstreamTier.Weighting, _ members: [(TierMember.Source, UInt32?)], in source: UInt32 = Storefront.acme
  ) -> UpstreamTier {
    var rows: [TierMember] = []
    for (member, share) in members {
      rows.append(
        TierMember(source: member, share: share.map { .percent($0) }, origin: builder.origin(in: source)))
    }
    return UpstreamTier(weighting: weighting, members: rows, origin: builder.origin(in: source))
  }

  private mutating func health(_ probe: HealthCheck.Probe) -> HealthCheck {
    HealthCheck(
      probe: probe, interval: .seconds(1), timeout: TimeSpan(milliseconds: 500), healthyAfter: 1, unhealthyAfter: 2,
      origin: builder.origin(in: Self.acme))
  }
}
