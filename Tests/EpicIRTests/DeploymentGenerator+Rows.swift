import EpicBase
import EpicIR
import EpicIRFixtures

extension DeploymentGenerator {
  mutating func site() -> Site {
    Site(
      identity: identity(), coordinates: coordinates(), country: text(), nodes: list { $0.id() },
      bgp: maybe { g in
        BGPSpeaker(autonomousSystem: ASNumber(g.number()), peers: g.list { $0.peer() }, origin: g.origin())
      }, origin: origin())
  }

  private mutating func peer() -> BGPPeer {
    BGPPeer(
      name: text(), address: address(), autonomousSystem: ASNumber(number()),
      bfd: maybe { BFDTimers(interval: $0.time(), multiplier: $0.number()) }, maximumPrefixes: maybe { $0.number() },
      acceptsHostRoutes: random.oneIn(2), password: maybe { $0.secret() }, origin: origin())
  }

  mutating func pool() -> AddressPool {
    let communities: [BGPCommunity] = list { g in
      g.random.oneIn(2) ? .standard(g.number(), g.number()) : .large(g.number(), g.number(), g.number())
    }
    return AddressPool(
      identity: identity(), ranges: list { $0.prefix().range }, reserved: list { $0.prefix().range },
      announcement: maybe { g in
        PoolAnnouncement(
          autonomousSystem: ASNumber(g.number()), communities: communities,
          form: g.random.oneIn(2) ? .eachAddress : .prefix(g.prefix()), origin: g.maybe { $0.origin() })
      }, sites: list { $0.id() }, origin: origin())
  }

  mutating func ingress() -> Ingress {
    var ingress = Ingress(
      identity: identity(),
      addresses: list { IngressAddress(address: $0.address(), pool: $0.id(), origin: $0.origin()) }, engine: id(),
      sites: list { $0.id() }, hosts: list { $0.host() }, listeners: list { $0.listener() },
      certificates: list { $0.id() }, jwtProviders: list { $0.provider() },
      publications: list { g in
        Publication(
          name: g.text(), zone: g.id(), ttl: g.time(), isNearest: g.random.oneIn(2), origin: g.origin())
      },
      policy: policy(), template: maybe { $0.text() }, origin: origin(), hostsOrigin: maybe { $0.origin() },
      templateRules: list { $0.templateRule() },
      clientCertificates: maybe { g in
        ClientCertificateDemand(
          name: g.text(), authority: g.secret(), names: g.list { $0.host() }, origin: g.origin())
      }, isIsolated: random.oneIn(2))
    ingress.trustedProxies = list { $0.prefix() }
    ingress.cors = maybe { $0.cors() }
    ingress.compression = maybe { $0.compression() }
    ingress.routeStatistics = maybe { RouteStatistics(hasLatency: $0.random.oneIn(2)) }
    addCredentials(to: &ingress)
    ingress.accessLog = maybe { $0.random.oneIn(2) ? .json : .text }
    ingress.hatches = list { $0.hatch() }
    return ingress
  }

  private mutating func hatch() -> NativeHatch {
    NativeHatch(
      release: Version([1, number()]), releaseOrigin: origin(),
      filters: list { g in
        NativeFilter(
          name: g.nativeName(), message: g.nativeName(), isBefore: g.random.oneIn(2), anchor: g.nativeName(),
          fields: g.list { $0.nativeField(2) }, origin: g.origin())
      },
      settings: list { g in
        let target: NativeSetting.Target =
          g.random.oneIn(2) ? .cluster(g.id()) : g.random.oneIn(2) ? .http : .route(g.text())
        return NativeSetting(
          target: target, targetOrigin: g.origin(), path: g.list { $0.nativeName() }, value: g.nativeValue(2),
          origin: g.origin())
      }, origin: origin())
  }

  private mutating func nativeName() -> NativeName { NativeName(text(), origin()) }

  private mutating func nativeField(_ depth: Int) -> NativeField {
    NativeField(name: nativeName(), value: nativeValue(depth))
  }

  private mutating func nativeValue(_ depth: Int) -> NativeValue {
    let content: NativeValue.Content
    switch random.below(depth > 0 ? 16 : 14) {
    case 0: content = .boolean(random.oneIn(2))
    case 1: content = .integer(Int64(bitPattern: number()))
    case 2: content = .decimal(DecimalNumber(mantissa: -5, scale: 1))
    case 3: content = .duration(time())
    case 4: content = .size(number())
    case 5: content = .percentage(percentage())
    case 6: content = .address(address())
    case 7: content = .prefix(prefix())
    case 8: content = .text(text())
    case 9: content = .literal(text())
    case 10: content = .word(text())
    case 11: content = .data(file())
    case 12: content = .cluster(id())
    case 13: content = .other(text())
    case 14: content = .list(list { $0.nativeValue(depth - 1) })
    default: content = .message(maybe { $0.nativeName() }, list { $0.nativeField(depth - 1) })
    }
    return NativeValue(content, origin())
  }

  private mutating func addCredentials(to ingress: inout Ingress) {
    ingress.basicAuthentication = maybe { g in
      BasicAuthentication(
        name: g.text(), users: g.secret(), realm: g.maybe { $0.text() }, userHeader: g.maybe { $0.text() },
        origin: g.origin())
    }
    ingress.keyAuthentication = maybe { g in
      KeyAuthentication(
        name: g.text(), header: g.text(),
        keys: [
          KeyAuthentication.Key(client: "a", secret: g.secret(), origin: g.origin()),
          KeyAuthentication.Key(client: "b", secret: g.secret(), origin: g.origin()),
        ], clientHeader: g.maybe { $0.text() }, origin: g.origin())
    }
    ingress.signIn = maybe { g in
      SignIn(
        name: g.text(), authorization: g.url(), token: g.url(), authority: g.maybe { $0.secret() }, client: g.text(),
        clientSecret: g.secret(), cookieSecret: g.secret(), scopes: g.list { $0.text() }, redirectPath: g.text(),
        signOutPath: g.text(), forwardsToken: g.random.oneIn(2), origin: g.origin())
    }
    ingress.externalAuthorization = maybe { g in
      ExternalAuthorization(
        name: g.text(), upstream: g.id(), service: g.random.oneIn(2) ? .grpc : .http(pathPrefix: g.text()),
        shownHeaders: g.list { $0.text() }, forwardedHeaders: g.list { $0.text() }, timeout: g.time(),
        allowsOnFailure: g.random.oneIn(2), origin: g.origin())
    }
    ingress.forgeryProtection = maybe { g in
      ForgeryProtection(origins: g.list { $0.text() }, hosts: g.list { $0.host() }, origin: g.origin())
    }
    ingress.translatesGRPCWeb = random.oneIn(2)
    ingress.tracing = maybe { g in
      Tracing(upstream: g.id(), share: g.percentage(), continuesCallers: g.random.oneIn(2), origin: g.origin())
    }
  }

  private mutating func compression() -> Compression {
    let encodings: [Compression.Encoding] = random.pick([[.gzip], [.brotli, .gzip], [.zstd, .gzip, .brotli]])
    return Compression(
      encodings: encodings, leastBody: number(), types: list { $0.text() }, origin: origin())
  }

  private mutating func target() -> ConnectionTarget { random.oneIn(2) ? .upstream(id()) : .routes(id()) }

  private mutating func templateRule() -> TemplateRule {
    let field: TemplateRule.Field =
      switch random.below(8) {
      case 0: .requestTimeout
      case 7: .maximumBody
      case 1: .idleTimeout
      case 2: .retry
      case 3: .rewritePath
      case 4: .rewriteHost
      case 5: .requestHeader(text())
      default: .responseHeader(text())
      }
    let demand: TemplateRule.Demand =
      random.oneIn(2) ? .final : .limit(random.pick([.below, .atMost, .above, .atLeast]), number())
    return TemplateRule(field: field, demand: demand, origin: origin())
  }

  private mutating func listener() -> IngressListener {
    let service: IngressListener.Service =
      switch random.below(6) {
      case 0: .https(minimumVersion: random.pick([.v1_2, .v1_3]), routes: id())
      case 1: .http(routes: id())
      case 2: .redirectToHTTPS(port: number())
      case 3: .passthrough(target())
      case 4: .tcp(target())
      default: .udp(target(), idleTimeout: maybe { $0.time() })
      }
    return IngressListener(port: number(), service: service, origin: origin())
  }

  private mutating func provider() -> JWTProvider {
    JWTProvider(
      name: text(), issuer: text(),
      keys: random.oneIn(2) ? .remote(url(), authority: maybe { $0.secret() }) : .document(file()),
      audiences: list { $0.text() }, allowsMissing: random.oneIn(2), origin: origin())
  }

  mutating func arm() -> RouteArm {
    RouteArm(
      name: text(), blocks: list { $0.path() }, predicate: predicate(depth: 3), outcome: outcome(), policy: policy(),
      origin: origin(), statement: maybe { $0.origin().span })
  }

  private mutating func path() -> PathPattern {
    PathPattern(
      segments: list {
        switch $0.random.below(3) {
        case 0: .literal($0.text())
        case 1: .capture($0.text())
        default: .partial(prefix: $0.text(), capture: $0.text(), suffix: $0.text())
        }
      },
      hasTrailingSlash: random.oneIn(2), tail: random.pick([.exact, .subtree, .rest(text())]))
  }

  mutating func predicate(depth: Int) -> Predicate {
    switch random.below(depth > 0 ? 17 : 14) {
    case 0: .always
    case 1: .never
    case 2: .host(list { $0.host() })
    case 3: .path(list { $0.path() })
    case 4: .pathMatches(text())
    case 5: .method(list { $0.text() })
    case 6: .text(field(), test())
    case 7: .client(list { $0.prefix() })
    case 8: .country(list { $0.text() })
    case 9: .autonomousSystem(list { ASNumber($0.number()) })
    case 10:
      .cohort(
        CohortTest(
          keys: list { $0.field() }, salt: text(), lower: UInt32(random.below(500_000)),
          upper: 500_000 + UInt32(random.below(500_001))))
    case 11: .site(list { $0.id() })
    case 12: .serverName(list { $0.host() })
    case 13: .tls(TLSVersion.allCases.filter { _ in random.oneIn(2) })
    case 14: .not(predicate(depth: depth - 1))
    case 15: .all(list { $0.predicate(depth: depth - 1) })
    default: .any(list { $0.predicate(depth: depth - 1) })
    }
  }

  private mutating func field() -> TextField {
    switch random.below(5) {
    case 0: .header(text())
    case 1: .query(text())
    case 2: .cookie(text())
    case 3: .jsonBody(path: list { $0.text() }, limit: UInt32(random.below(65_536)))
    default: .jwtClaim(provider: maybe { $0.text() }, path: list { $0.text() })
    }
  }

  private mutating func test() -> TextTest {
    switch random.below(4) {
    case 0: .exists
    case 1: .isOneOf(list { $0.text() })
    case 2: .startsWith(text())
    default: .matches(text())
    }
  }

  private mutating func template() -> CaptureTemplate {
    CaptureTemplate(parts: list { $0.random.oneIn(2) ? .literal($0.text()) : .capture($0.text()) })
  }

  private mutating func edits() -> [HeaderEdit] {
    list { HeaderEdit(name: $0.text(), operation: $0.random.pick([.set, .append, .remove]), value: $0.text()) }
  }

  private mutating func outcome() -> RouteOutcome {
    switch random.below(5) {
    case 0: .upstream(id())
    case 1: .split(list { SplitShare(share: $0.percentage(), upstream: $0.id()) })
    case 2:
      .redirect(
        Redirect(
          status: number(), isTLS: maybe { $0.random.oneIn(2) }, host: maybe { $0.text() }, port: maybe { $0.number() },
          target: template()))
    case 3: .close
    default:
      .respond(DirectResponse(status: number(), body: bytes(), contentType: text(), headers: edits()))
    }
  }

  private mutating func rateLimit() -> RateLimit {
    let keys: [RateLimit.Key] = [.everyone, .client, .subject, .field(field())]
    return RateLimit(
      rate: Rate(count: 1 + number() % 1000, unit: .minute), burst: 1 + UInt32(random.below(1000)),
      key: random.pick(keys), origin: origin())
  }

  mutating func cors() -> CORSPolicy {
    let origins: CORSPolicy.Origins =
      random.oneIn(2) ? .any : .listed(origins: list { $0.text() }, hosts: list { $0.host() })
    return CORSPolicy(
      origins: origins, methods: list { $0.text() }, requestHeaders: list { $0.text() },
      exposedHeaders: list { $0.text() },
      maximumAge: maybe { $0.time() }, allowsCredentials: random.oneIn(2), origin: origin())
  }

  private mutating func policy() -> RoutePolicy {
    var policy = RoutePolicy()
    policy.requestTimeout = maybe { $0.time() }
    policy.idleTimeout = maybe { $0.time() }
    policy.retry = maybe { g in
      RetryPolicy(
        attempts: g.number(), onConnectFailure: g.random.oneIn(2), onReset: g.random.oneIn(2),
        statuses: StatusSet(g.random.pick([[], [404...404], [200...299, 500...599]])), anyMethod: g.random.oneIn(2),
        perTryTimeout: g.maybe { $0.time() }, isHedged: g.random.oneIn(2),
        backoff: g.maybe { RetryBackoff(base: $0.time(), most: $0.time()) })
    }
    policy.rewritePath = maybe { $0.template() }
    policy.rewriteHost = maybe { $0.text() }
    policy.requestHeaders = edits()
    policy.responseHeaders = edits()
    policy.maximumBody = maybe { $0.number() }
    policy.maximumBodyOrigin = maybe { $0.origin() }
    policy.mirrors = list { Mirror(share: $0.percentage(), upstream: $0.id()) }
    policy.rateLimits = list { $0.rateLimit() }
    policy.allowsWebSocket = random.oneIn(2)
    policy.tunnelPorts = policy.allowsWebSocket ? [] : [22, 5432]
    policy.isUncompressed = random.oneIn(2)
    return policy
  }

  mutating func upstream() -> Upstream {
    var upstream = Upstream(
      identity: identity(), tiers: list { $0.tier() }, health: maybe { $0.health() },
      loadBalancing: loadBalancing(), httpVersion: random.pick([.http1, .http2]),
      spillBelow: maybe { $0.percentage() }, connectTimeout: maybe { $0.time() },
      limits: limits(), ejection: maybe { $0.ejection() }, slowStart: maybe { $0.time() },
      tls: maybe { g in UpstreamTLS(serverName: g.text(), authority: g.maybe { $0.secret() }) }, origin: origin())
    upstream.slowStartOrigin = maybe { $0.origin() }
    return upstream
  }

  private mutating func loadBalancing() -> LoadBalancing {
    let key: HashKey =
      switch random.below(3) {
      case 0: .client
      case 1: .field(.cookie(text()))
      default: .givenCookie(name: text(), lifetime: time())
      }
    return random.pick([.roundRobin, .leastRequest, .random, .ringHash(key), .maglev(key)])
  }

  private mutating func limits() -> UpstreamLimits {
    UpstreamLimits(
      connections: maybe { $0.number() }, requests: maybe { $0.number() }, pending: maybe { $0.number() },
      retries: maybe { g in g.random.oneIn(2) ? .count(g.number()) : .share(g.percentage()) })
  }

  private mutating func ejection() -> Ejection {
    Ejection(
      failures: number(), interval: time(), duration: time(), mostEjected: percentage(), origin: origin())
  }

  private mutating func tier() -> UpstreamTier {
    UpstreamTier(
      weighting: random.pick([.single, .percentages, .byPods, .nearest]), members: list { $0.member() },
      origin: origin())
  }

  private mutating func member() -> TierMember {
    let source: TierMember.Source =
      switch random.below(4) {
      case 0: .kubernetes(KubernetesService(cluster: id(), namespace: text(), service: text(), port: text()))
      case 1: .cdn(id(), pathPrefix: maybe { $0.text() })
      case 2: .feed(EndpointFeed(name: text(), maximum: number(), prefixes: list { $0.prefix() }))
      default: .endpoints(list { $0.endpoint() })
      }
    return TierMember(source: source, share: maybe { $0.percentage() }, origin: origin())
  }

  private mutating func health() -> HealthCheck {
    let http = HTTPProbe(
      method: text(), path: text(), host: maybe { $0.text() },
      statuses: StatusSet(random.pick([[200...200], [200...299, 404...404]])))
    return HealthCheck(
      probe: random.pick([.http(http), .tcp, .grpc(service: text())]), interval: time(), timeout: time(),
      healthyAfter: number(), unhealthyAfter: number(), origin: origin())
  }
}
