package import EpicBase
package import EpicIR

/// Which rate limits count a request. How many requests came before it is not known, so that none refuses it here.
extension RouteInterpreter {
  /// A limit that the request meets.
  package struct LimitAnswer: Hashable, Sendable {
    package var limit: RateLimit
    /// Whether it is the arm's that took the request; else it is the ingress's.
    package var isOfArm: Bool
    /// Whose bucket the request is counted in; nil where it has no key, and is not counted.
    package var bucket: Bucket?
  }

  /// The requests that share a bucket.
  package enum Bucket: Hashable, Sendable {
    /// All requests that the limit holds for.
    case everyone
    /// Those of the client's address, or of the 64 bits that it starts with.
    case client(IPPrefix)
    case subject(String)
    case field(TextField, String)
  }

  /// The limits that a request meets, in the edge's order: those of the ingress whose keys need no token, those that a
  /// verified token keys, and the arm's. `found` is what `interpret` says of the same request.
  package func limits(on request: RouteRequest, _ found: Interpretation) -> [LimitAnswer] {
    guard let id = found.ingress, let listener = found.listener, !found.isPreflight, !found.path.isEmpty else {
      return []
    }
    let ingress = deployment.ingresses[id]
    switch ingress.listeners[listener].service {
    case .https, .http: break
    case .redirectToHTTPS, .passthrough, .tcp, .udp: return []
    }
    // What comes from a foreign page is refused in front of them.
    if case .refused(403, _) = found.result, found.table == nil { return [] }
    let claims = authenticate(request, ingress).1
    let facts = facts(of: request, claims, ingress, found)
    func answers(_ limits: [RateLimit], isOfArm: Bool) -> [LimitAnswer] {
      limits.map { LimitAnswer(limit: $0, isOfArm: isOfArm, bucket: bucket(of: $0.key, facts)) }
    }
    let own = ingress.policy.rateLimits
    var result = answers(own.filter { $0.key != .subject }, isOfArm: false)
    if case .refused = found.authentication { return result }
    // Nobody that is refused, or sent to sign in, in front of the routes gets further.
    if found.table == nil { return result }
    result += answers(own.filter { $0.key == .subject }, isOfArm: false)
    if let table = found.table, let arm = found.arm {
      result += answers(deployment.routeTables[table].arms[arm].policy.rateLimits, isOfArm: true)
    }
    return result
  }

  private func bucket(of key: RateLimit.Key, _ facts: RequestFacts) -> Bucket? {
    switch key {
    case .everyone: return .everyone
    case .client:
      let address = facts.client
      return IPPrefix(containing: address, length: address.family == .v4 ? 32 : 64).map { .client($0) }
    case .subject:
      guard let claims = facts.claims, let subject = claims.value["sub"]?.string else { return nil }
      return .subject(subject)
    case .field(let field): return facts.values(of: field).first.map { .field(field, $0) }
    }
  }
}
