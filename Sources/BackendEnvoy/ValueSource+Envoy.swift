import EpicBackend
import EpicBase
import EpicIR

extension ValueSource {
  /// The `host` statement of an ingress.
  static func hosts(of ingress: Ingress) -> ValueSource { .field(.ingress, ingress.identity, "host") }

  /// A field of the policy that holds for a route: the route's own statement, or the ingress's.
  static func policy(_ words: String, isOwn: Bool, _ action: RouteAction) -> ValueSource {
    isOwn ? .part(action.arm.origin, words) : .field(.ingress, action.port.ingress.identity, words)
  }

  /// An edit of a header that holds for all routes of an ingress.
  static func header(_ direction: HeaderDirection, _ edit: HeaderEdit, of ingress: Ingress) -> ValueSource {
    .field(.ingress, ingress.identity, "\(direction.keyword) \(edit.name)")
  }

  /// An edit of a header in a route. An answer has headers of its own, and the type of its body.
  static func header(_ direction: HeaderDirection, _ edit: HeaderEdit, of arm: RouteArm) -> ValueSource {
    guard direction == .response, case .respond(let response) = arm.outcome else {
      return .part(arm.origin, "\(direction.keyword) \(edit.name)")
    }
    return response.headers.contains(edit)
      ? .part(arm.origin, "header \(edit.name)") : .value(.part(arm.origin, "body"), "type")
  }
}

extension HeaderDirection {
  fileprivate var keyword: String {
    switch self {
    case .request: "request-header"
    case .response: "response-header"
    }
  }
}

extension InstanceScope {
  /// The `listen` statement of a port.
  func listenerSource(_ port: RoutedPort) -> ValueSource {
    let listener = port.ingress.listeners.first { $0.port == port.port }
    return listener.map { .origin($0.origin) } ?? .declaration(.ingress, port.ingress.identity)
  }

  /// An address of an ingress: the statement that draws it, the lock that keeps it, and the pool.
  func sources(of address: IngressAddress, _ ingress: Ingress) -> [ValueSource] {
    [
      .origin(address.origin), .lock(["address", ingress.identity.description, address.address.description]),
      .field(.pool, deployment.pools[address.pool].identity, "range"),
    ]
  }

  /// A member of a tier, with the declaration that it draws from.
  func sources(of member: TierMember) -> [ValueSource] {
    switch member.source {
    case .kubernetes(let service):
      [.origin(member.origin), .declaration(.kubernetes, deployment.clusters[service.cluster].identity)]
    case .cdn(let cdn, _): [.origin(member.origin), .declaration(.cdn, deployment.cdns[cdn].identity)]
    case .endpoints, .feed: [.origin(member.origin)]
    }
  }

  /// A cluster: the upstream, and its tiers that are in it.
  func sources(of group: UpstreamShape.Group, _ upstream: Upstream) -> [ValueSource] {
    [.declaration(.upstream, upstream.identity)] + group.tiers.map { .origin(upstream.tiers[$0].origin) }
  }

  /// The statements that name an authority.
  func users(of reference: SecretReference) -> [ValueSource] {
    var sources: [ValueSource] = []
    for upstream in deployment.upstreams
    where upstream.tls?.authority == reference || upstream.tls?.certificate == reference {
      sources.append(.field(.upstream, upstream.identity, "tls sni"))
    }
    for cdn in deployment.cdns where cdn.authority == reference {
      sources.append(.field(.cdn, cdn.identity, "tls sni"))
    }
    for id in ingresses {
      for key in deployment.ingresses[id].keyAuthentication?.keys ?? [] where key.secret == reference {
        sources.append(.origin(key.origin))
      }
      if let signIn = deployment.ingresses[id].signIn {
        if signIn.clientSecret == reference { sources.append(.part(signIn.origin, "client")) }
        if signIn.cookieSecret == reference { sources.append(.part(signIn.origin, "cookies")) }
        if signIn.authority == reference { sources.append(.part(signIn.origin, "token")) }
      }
      for provider in deployment.ingresses[id].jwtProviders {
        if case .remote(_, authority: reference) = provider.keys { sources.append(.part(provider.origin, "jwks")) }
      }
    }
    return sources
  }
}

/// What a route asks that only a filter can tell.
enum FilterQuestion {
  case client, country, autonomousSystem, geo, cohorts, tls
  case query(String)
  case cohort(CohortTest)
}

extension RouteTable {
  /// The routes that ask a question: why the filter that answers it is there. Linear; for explanations only.
  func arms(asking question: FilterQuestion) -> [ValueSource] {
    arms.filter { $0.predicate.asks(question) }.map { .origin($0.origin) }
  }
}

extension Predicate {
  fileprivate func asks(_ question: FilterQuestion) -> Bool {
    switch self {
    case .not(let inner): return inner.asks(question)
    case .all(let parts), .any(let parts): return parts.contains { $0.asks(question) }
    default: break
    }
    switch (self, question) {
    case (.client, .client), (.country, .country), (.country, .geo), (.autonomousSystem, .autonomousSystem),
      (.autonomousSystem, .geo), (.cohort, .cohorts), (.tls, .tls):
      return true
    case (.text(.query(let name), _), .query(let asked)): return name == asked
    case (.cohort(let test), .query(let asked)): return test.keys.contains(.query(asked))
    case (.cohort(let test), .cohort(let asked)): return test == asked
    default: return false
    }
  }
}
