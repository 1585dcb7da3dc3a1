import EpicBase
import EpicIR

extension Storefront {
  mutating func addRoutes() {
    addTable("brand-routes", brandArms())
    addTable("shop-routes", shopArms())
    addTable("partner-api", partnerArms(), package: "acme.partners")
    addTable("www-routes", productArms(), package: "globex")
  }

  private mutating func addTable(_ name: String, _ arms: [RouteArm], package: String = "acme") {
    let isAcme = package != "globex"
    tables[name] = builder.add(
      RouteTable(
        identity: Self.identity(isAcme ? "acme" : "globex", package, name), arms: arms,
        origin: builder.origin(in: isAcme ? Self.acme : Self.globex)))
  }

  private mutating func arm(
    _ name: String, under blocks: [PathPattern] = [], _ predicate: Predicate, _ outcome: RouteOutcome,
    _ configure: (inout RoutePolicy) -> Void = { _ in }
  ) -> RouteArm {
    var policy = RoutePolicy()
    configure(&policy)
    return RouteArm(
      name: name, blocks: blocks, predicate: predicate, outcome: outcome, policy: policy,
      origin: builder.origin(in: Self.acme))
  }

  private func to(_ upstream: String) -> RouteOutcome { .upstream(upstreams[upstream] ?? RowID(0)) }

  private func split(_ shares: [(UInt32, String)]) -> RouteOutcome {
    .split(shares.map { SplitShare(share: .percent($0.0), upstream: upstreams[$0.1] ?? RowID(0)) })
  }

  private func redirect(_ status: UInt16, _ target: String, host: String? = nil) -> RouteOutcome {
    .redirect(
      Redirect(status: status, isTLS: host == nil ? nil : true, host: host, port: nil, target: template(target)))
  }

  private func respond(_ status: UInt16, _ body: String = "", type: String = "") -> RouteOutcome {
    .respond(DirectResponse(status: status, body: Array(body.utf8), contentType: type, headers: []))
  }

  private func closedForSale() -> RouteOutcome {
    .respond(
      DirectResponse(
        status: 503, body: Array("<h1>Sold out</h1>".utf8), contentType: "text/html",
        headers: [HeaderEdit(name: "retry-after", operation: .set, value: "120")]))
  }

  private mutating func brandArms() -> [RouteArm] {
    [
      arm("assets", .path([path("/static/**")]), to("cdn-assets")),
      arm(
        "alpha", .all([.host([HostPattern("alpha.shop.example.com")]), .path([path("/campaign")])]),
        redirect(301, "/sale/alpha", host: "shop.example.com")),
      arm("otherwise", .always, split([(50, "storefront"), (50, "storefront-next")])),
    ]
  }

  private mutating func partnerArms() -> [RouteArm] {
    let scope = TextField.jwtClaim(provider: nil, path: ["scope"])
    return [
      arm("orders", .all([.path([path("/orders/**")]), .text(scope, .isOneOf(["orders"]))]), to("orders")),
      arm("denied", .path([path("/orders/**")]), respond(403)),
      arm("cart", .all([.path([path("/cart/**")]), .method(["GET"])]), to("cart")),
      arm("otherwise", .always, respond(404)),
    ]
  }

  private mutating func shopArms() -> [RouteArm] {
    let banned = arm("banned", .autonomousSystem([ASNumber(64666)]), respond(403, "Not served.", type: "text/plain"))
    return [banned] + apiArms() + contentArms() + accountArms()
  }

  /// The arms of `under /api/**`.
  private mutating func apiArms() -> [RouteArm] {
    let api = [path("/api/**")]
    let claim = TextField.jwtClaim(provider: nil, path: ["plan"])
    let subject = TextField.jwtClaim(provider: nil, path: ["sub"])
    return [
      arm(
        "internal", under: api, .client([prefix("192.0.2.128/26"), prefix("2001:db8:ff00::/40")]), to("cart-canary")),
      arm(
        "beta", under: api,
        .any([.text(.header("x-beta"), .isOneOf(["1"])), .text(.cookie("beta"), .isOneOf(["on"]))]), to("cart-canary")),
      arm(
        "eu", under: api, .all([.country(["AT", "DE", "FR"]), .not(.autonomousSystem([ASNumber(64500)]))]),
        to("cart-eu")),
      arm("vip", under: api, .text(claim, .isOneOf(["gold", "platinum"])), to("cart-gold")),
      arm(
        "trial", under: api,
        .cohort(CohortTest(keys: [subject, .cookie("sid")], salt: "exp42", lower: 0, upper: 50_000)),
        to("cart-exp42")),
      arm("canary", under: api, .path([path("/api/v2/**")]), split([(95, "cart"), (5, "cart-canary")])),
      arm("otherwise in /api/**", under: api, .always, to("cart")) { policy in
        policy.retry = RetryPolicy(
          attempts: 2, onConnectFailure: true, onReset: false, statuses: StatusSet([500...599]), anyMethod: false,
          perTryTimeout: .seconds(2))
      },
    ]
  }

  private mutating func contentArms() -> [RouteArm] {
    [
      arm("assets", .all([.path([path("/static/**")]), .method(["GET", "HEAD"])]), to("cdn-assets")),
      arm("frozen", .path([path("/static/**")]), respond(405)),
      arm(
        "upload",
        .all([
          .path([path("/upload")]), .method(["POST"]), .text(.header("content-type"), .startsWith("image/")),
        ]), to("media")
      ) { $0.requestTimeout = .seconds(60) },
      arm("search", .all([.path([path("/search")]), .text(.query("q"), .exists)]), to("search")),
      arm("item", .path([path("/v2/items/{id}")]), to("catalog")) { $0.rewritePath = template("/items/${id}") },
      arm("pay", .path([path("/pay/**")]), to("legacy-pay")) { policy in
        policy.requestHeaders = [HeaderEdit(name: "x-channel", operation: .append, value: "edge")]
        policy.responseHeaders = [HeaderEdit(name: "x-powered-by", operation: .remove, value: "")]
      },
      arm("old", .path([path("/v1/{rest...}")]), redirect(308, "/v2/${rest}")),
      arm("home", .path([path("/")]), redirect(302, "/search?q=new", host: "shop.example.com")),
      arm(
        "local", .all([.path([path("/where/**")]), .site([sites[0]])]), respond(200, "Frankfurt", type: "text/plain")),
      arm(
        "robots",
        .all([.path([path("/crawl/**")]), .text(.header("user-agent"), .matches(".*(bot|crawler).*"))]),
        respond(403)),
    ]
  }

  private mutating func accountArms() -> [RouteArm] {
    let subject = TextField.jwtClaim(provider: nil, path: ["sub"])
    return [
      arm("account", .all([.path([path("/account/**")]), .not(.text(subject, .exists))]), redirect(303, "/login")),
      arm("members", .path([path("/account/**")]), to("cart")) { $0.rewritePath = template("/members") },
      arm("legacy", .path([path("/shop/{rest...}")]), to("cart")) { policy in
        policy.rewritePath = template("/${rest}")
        policy.rewriteHost = "cart.internal.example"
      },
      arm("closed", .path([path("/sale/**")]), closedForSale()),
      arm("otherwise", .always, respond(404)),
    ]
  }

  private mutating func productArms() -> [RouteArm] {
    [
      arm("docs", .host([HostPattern("*.docs.globex.example")]), to("docs")),
      arm("editors", .all([.path([path("/edit/**")]), .client([prefix("192.0.2.128/26")])]), to("editor")),
      arm("closed", .path([path("/edit/**")]), respond(403)),
      arm("american", .all([.country(["US"]), .path([path("/prices")])]), to("prices-us")),
      arm("european", .all([.country(["AT", "DE", "FR"]), .path([path("/prices")])]), to("prices-eu")),
      arm("moved", .path([path("/blog/{post}")]), redirect(301, "/news/${post}", host: "www.globex.example")),
      arm("raw", .pathMatches("/releases/v[0-9]+\\.[0-9]+"), to("docs")),
      arm("otherwise", .always, split([(80, "www-pages"), (20, "www-next")])),
    ]
  }
}
