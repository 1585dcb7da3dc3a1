import EpicBase
package import EpicIR

/// The one interpreter of routes: what becomes of a request, by the rules of `docs/language`, in the order in which the
/// edge decides: host, listener, path, credential, arms, outcome, tiers. What becomes of a connection without HTTP is beside
/// it. Pure; made once for a deployment, asked often.
package struct RouteInterpreter {
  let deployment: Deployment
  /// The ingresses that requests and connections may reach.
  let ingresses: [RowID<Ingress>]
  let regexes = RegexCache()
  /// Ingresses by host name, and by the name behind a wildcard, in table order.
  private let exact: [String: [RowID<Ingress>]]
  private let wildcards: [String: [(pattern: HostPattern, ingress: RowID<Ingress>)]]

  /// Takes all ingresses, or those that requests may reach.
  package init(_ deployment: Deployment, reaching ingresses: [RowID<Ingress>]? = nil) {
    self.deployment = deployment
    let all = deployment.ingresses.indices.map { RowID<Ingress>(UInt32($0)) }
    self.ingresses = ingresses ?? all
    var exact: [String: [RowID<Ingress>]] = [:]
    var wildcards: [String: [(HostPattern, RowID<Ingress>)]] = [:]
    for id in self.ingresses {
      for host in deployment.ingresses[id].hosts {
        if host.wildcard == .none {
          exact[host.name, default: []].append(id)
        } else {
          wildcards[host.name, default: []].append((host, id))
        }
      }
    }
    self.exact = exact
    self.wildcards = wildcards
  }

  /// The interpreter for requests of a tenant's tests, which reach the tenant's own ingresses; those of the platform, whose
  /// tenant is nil, reach all.
  package init(_ deployment: Deployment, reachedBy tenant: String?) {
    let own = deployment.ingresses.indices.filter { deployment.ingresses[$0].identity.tenant == tenant }
    self.init(deployment, reaching: tenant == nil ? nil : own.map { RowID(UInt32($0)) })
  }

  /// What becomes of the request. Never fails; linear in the number of arms that are asked.
  package func interpret(_ request: RouteRequest, health: [HealthStatement] = []) -> Interpretation {
    let host = RouteInterpreter.folded(request.host)
    guard let (pattern, candidates) = match(host, at: request.ingress) else {
      if RouteInterpreter.asksServer(request) {
        return Interpretation(host: host, result: .refused(404, RouteInterpreter.serverTarget))
      }
      // Paths are looked at before hosts.
      if !request.isConnect, RouteInterpreter.taken(request.target) == nil {
        return Interpretation(host: host, result: .refused(400, RouteInterpreter.badTarget))
      }
      let named = request.ingress.map { "ingress `\(deployment.ingresses[$0].identity)` does not answer" }
      return Interpretation(
        host: host,
        result: .refused(
          request.isTLS && !request.isConnect ? 421 : 404, "\(named ?? "no ingress answers") for `\(host)`"))
    }
    var found = Interpretation(host: host, result: .noConnection(""))
    found.sentHost = request.host.hasSuffix(".") ? String(request.host.dropLast()) : request.host
    found.hostPattern = pattern
    guard let (id, listener) = listeners(of: candidates, request, host).first else {
      found.ingress = candidates.first
      let names = candidates.map { "`\(deployment.ingresses[$0].identity)`" }.joined(separator: ", ")
      let kind = request.isTLS ? "`https`" : "clear-text HTTP"
      found.result = .noConnection("ingress \(names) does not speak \(kind) on port \(request.port)")
      return found
    }
    found.ingress = id
    found.listener = listener
    let ingress = deployment.ingresses[id]
    if let site = request.site, !ingress.sites.contains(site) {
      found.result = .noConnection(unserved(site, ingress))
      return found
    }
    if case .https(let least, _) = ingress.listeners[listener].service, let version = request.tls, version < least {
      found.result = .noConnection(
        "port \(request.port) of ingress `\(ingress.identity)` takes TLS \(least) and newer, not \(version)")
      return found
    }
    found.site = request.site ?? ingress.sites.first
    if request.isTLS { found.certificate = certificate(shownFor: host, by: ingress) }
    answer(request, ingress, ingress.listeners[listener].service, health, &found)
    return found
  }

  // MARK: Hosts and listeners

  /// Lower case, without one trailing dot.
  static func folded(_ host: String) -> String {
    let lowered = host.lowercased()
    return lowered.hasSuffix(".") ? String(lowered.dropLast()) : lowered
  }

  /// The most specific pattern for a host, and the ingresses that have it: the exact name, then the longest wildcard,
  /// of two wildcards over one name the one for a single label.
  func match(_ host: String) -> (HostPattern, [RowID<Ingress>])? {
    if let ids = exact[host] { return (HostPattern(wildcard: .none, name: host), ids) }
    var rest = Substring(host)
    while let dot = rest.firstIndex(of: ".") {
      rest = rest[rest.index(after: dot)...]
      let fitting = (wildcards[String(rest)] ?? []).filter { $0.pattern.matches(host) }
      guard let best = fitting.map(\.pattern).min(by: { $0.wildcard.rawValue < $1.wildcard.rawValue }) else { continue }
      return (best, fitting.filter { $0.pattern == best }.map(\.ingress))
    }
    return nil
  }

  /// The same at one ingress, where a request is sent to its address.
  private func match(_ host: String, at ingress: RowID<Ingress>?) -> (HostPattern, [RowID<Ingress>])? {
    guard let ingress else { return match(host) }
    let fitting = deployment.ingresses[ingress].hosts.filter { $0.matches(host) }
    let best = fitting.min { left, right in
      if (left.wildcard == .none) != (right.wildcard == .none) { return left.wildcard == .none }
      let (length, other) = (left.name.utf8.count, right.name.utf8.count)
      return length == other ? left.wildcard.rawValue < right.wildcard.rawValue : length > other
    }
    return best.map { ($0, [ingress]) }
  }

  /// The ingresses that answer for a request's host, scheme, port and site, each on addresses of its own. Several leave
  /// open which one is meant, and the first answers.
  package func answering(_ request: RouteRequest) -> [RowID<Ingress>] {
    let host = RouteInterpreter.folded(request.host)
    guard let (_, candidates) = match(host, at: request.ingress) else { return [] }
    return listeners(of: candidates, request, host).map(\.ingress)
  }

  /// What listens for the request, of each ingress one; of several the one to whose addresses the host's name leads.
  private func listeners(
    of candidates: [RowID<Ingress>], _ request: RouteRequest, _ host: String
  ) -> [(ingress: RowID<Ingress>, listener: Int)] {
    var found = candidates.compactMap { id in listener(of: id, request).map { (ingress: id, listener: $0) } }
    if found.count > 1, let site = request.site {
      let serving = found.filter { deployment.ingresses[$0.ingress].sites.contains(site) }
      if !serving.isEmpty { found = serving }
    }
    if found.count > 1 {
      let published = found.filter { deployment.ingresses[$0.ingress].publications.contains { $0.name == host } }
      if !published.isEmpty { found = published }
    }
    return found
  }

  private func listener(of id: RowID<Ingress>, _ request: RouteRequest) -> Int? {
    deployment.ingresses[id].listeners.firstIndex { listener in
      guard listener.port == request.port else { return false }
      switch listener.service {
      case .https: return request.isTLS
      case .http, .redirectToHTTPS: return !request.isTLS
      case .passthrough, .tcp, .udp: return false
      }
    }
  }

  // MARK: Requests

  private func answer(
    _ request: RouteRequest, _ ingress: Ingress, _ service: IngressListener.Service, _ health: [HealthStatement],
    _ found: inout Interpretation
  ) {
    if RouteInterpreter.asksServer(request) {
      found.result = .refused(404, RouteInterpreter.serverTarget)
      return
    }
    if request.isConnect { return answerConnect(request, ingress, service, health, &found) }
    guard let (path, query) = RouteInterpreter.taken(request.target) else {
      found.result = .refused(400, RouteInterpreter.badTarget)
      return
    }
    found.path = path
    found.query = query
    let table: RowID<RouteTable>
    switch service {
    case .https(_, let routes), .http(let routes): table = routes
    case .redirectToHTTPS(let port):
      if PathText.holdsDotParameters(path.utf8) {
        found.result = .refused(400, RouteInterpreter.dotParameters)
        return
      }
      let authority = port == 443 ? found.sentHost : "\(found.sentHost):\(port)"
      found.result = .redirect(301, location: "https://\(authority)\(found.pathAndQuery)")
      return
    case .passthrough, .tcp, .udp:
      found.result = .noConnection("port \(request.port) of ingress `\(ingress.identity)` speaks no HTTP")
      return
    }
    found.client = client(of: request, at: ingress)
    found.headers = seenHeaders(of: request, at: ingress)
    found.corsHeaders = corsHeaders(request, at: ingress)
    if isPreflight(request, at: ingress) {
      found.isPreflight = true
      found.result = .respond(DirectResponse(status: 200, body: [], contentType: "", headers: []))
      return
    }
    if let protection = ingress.forgeryProtection, isForeign(request, protection, ingress, port: found.listener) {
      found.result = .refused(403, "it changes something, and comes from no page of an origin that may ask")
      return
    }
    if let result = credentialAnswer(request, ingress, &found) {
      found.result = result
      return
    }
    let (authentication, claims) = authenticate(request, ingress)
    found.authentication = authentication
    if case .refused(let reason) = authentication {
      found.result = .refused(401, reason)
      return
    }
    let facts = facts(of: request, claims, ingress, found)
    found.table = table
    if PathText.holdsDotParameters(path.utf8) {
      if let (status, reason) = loop(of: found.headers, deployment.routeTables[table], ingress) {
        found.result = .refused(status, reason)
      } else if isForbiddenUpgrade(facts, for: nil, in: deployment.routeTables[table], at: ingress) {
        found.result = .refused(403, "no route allows a WebSocket")
      } else {
        found.result = .refused(400, RouteInterpreter.dotParameters)
      }
      return
    }
    for (position, arm) in deployment.routeTables[table].arms.enumerated() {
      let isTaken = !arm.isTunnel && facts.isTaken(by: ArmQuestion(arm))
      let why = arm.isTunnel ? "it takes CONNECT requests only" : why(arm, facts, isTaken: isTaken)
      found.arms.append(Interpretation.ArmAnswer(arm: position, isTaken: isTaken, why: why))
      guard isTaken else { continue }
      found.arm = position
      if let (status, reason) = loop(of: found.headers, deployment.routeTables[table], ingress) {
        found.result = .refused(status, reason)
        return
      }
      if isForbiddenUpgrade(facts, for: arm, in: deployment.routeTables[table], at: ingress) {
        found.result = .refused(403, "route `\(arm.name)` allows no WebSocket")
        return
      }
      if let external = ingress.externalAuthorization {
        found.say("auth external", "`\(external.name)` lets it pass: that is taken for granted", external.origin)
      }
      resolve(arm, request, ingress, facts, health, &found)
      return
    }
    // A checked table ends in `otherwise`.
    found.result = .refused(404, "no route of `\(deployment.routeTables[table].identity)` takes it")
  }

  /// The request as predicates and limits ask it.
  func facts(
    of request: RouteRequest, _ claims: (provider: String, value: JSONValue)?, _ ingress: Ingress,
    _ found: Interpretation
  ) -> RequestFacts {
    RequestFacts(
      request, headers: found.headers, client: found.client ?? request.client, host: found.host, path: found.path,
      query: found.query, site: found.site, claims: claims,
      defaultProvider: ingress.jwtProviders.count == 1 ? ingress.jwtProviders[0].name : nil, regexes: regexes)
  }

  /// The normalised path and the query of a target; nil if the edge refuses it.
  private static func taken(_ target: String) -> (path: String, query: String?)? {
    // RFC 9112 section 3.2: visible characters, and no fragment.
    for byte in target.utf8 where byte <= 32 || byte >= 127 || byte == UInt8(ascii: "#") { return nil }
    let mark = target.utf8.firstIndex(of: UInt8(ascii: "?"))
    guard let path = PathText.requestPath(target.utf8[..<(mark ?? target.endIndex)]) else { return nil }
    let query = mark.map { String(decoding: Array(target.utf8[target.utf8.index(after: $0)...]), as: UTF8.self) }
    return (String(decoding: path, as: UTF8.self), query)
  }

  /// Why a target is refused, as the end of a sentence.
  private static let badTarget =
    "the path holds `%2F`, `%5C`, `%00`, `#` or what is no visible ASCII, or does not start with `/`"

  /// Whether the target is that of an `OPTIONS *` (RFC 9112 section 3.2.4), which is no path that a route could take. The edge
  /// looks no further than at the `*`.
  private static func asksServer(_ request: RouteRequest) -> Bool {
    request.method == "OPTIONS" && request.target.utf8.first == UInt8(ascii: "*")
      && request.target.utf8.allSatisfy { $0 > 32 && $0 < 127 }
  }

  private static let serverTarget = "`*` asks for no path, and no route takes it"

  private static let dotParameters =
    "the path has a `.` or `..` with a `;` behind it, which some servers take for a step in the path"

  /// A token is asked for before any route: none, where none may be missing, and a bad one are 401.
  func authenticate(
    _ request: RouteRequest, _ ingress: Ingress
  ) -> (Interpretation.Authentication, (provider: String, value: JSONValue)?) {
    let providers = ingress.jwtProviders
    guard let first = providers.first else { return (.none, nil) }
    switch request.token {
    // RFC 6750 section 2.1. A token that is written out is one that nobody vouches for: it could not be checked.
    case nil where request.headers.contains { $0.name == "authorization" && $0.value.contains("Bearer ") }:
      return (.refused("its token is not a good one"), nil)
    case nil:
      let mayMiss = providers.contains(where: \.allowsMissing)
      return mayMiss ? (.anonymous, nil) : (.refused("it has no token, and `auth jwt \(first.name)` demands one"), nil)
    case .refused?: return (.refused("its token is not a good one"), nil)
    case .verified(let name, let claims)?:
      guard let provider = name == nil ? first : providers.first(where: { $0.name == name }) else {
        return (.refused("no `auth jwt \(name ?? "")` of the ingress vouches for its token"), nil)
      }
      if let bad = RouteInterpreter.badClaim(of: claims) { return (.refused("its token's `\(bad)` is no text"), nil) }
      if let issuer = claims["iss"], issuer.string != provider.issuer {
        return (.refused("its token's `iss` is not `\(provider.issuer)`"), nil)
      }
      if let audience = claims["aud"], !provider.audiences.isEmpty {
        let named = audience.string.map { [$0] } ?? (audience.elements ?? []).compactMap(\.string)
        if !named.contains(where: provider.audiences.contains) {
          return (.refused("its token is for another audience"), nil)
        }
      }
      return (.verified(provider: provider.name), (provider.name, completed(claims, provider)))
    }
  }

  /// A registered claim whose value is of another kind than it has to be (RFC 7519 section 4.1).
  private static func badClaim(of claims: JSONValue) -> String? {
    if let audience = claims["aud"], audience.string == nil,
      !(audience.elements?.allSatisfy { $0.string != nil } ?? false)
    {
      return "aud"
    }
    return ["iss", "sub", "jti"].first { name in claims[name].map { $0.string == nil } ?? false }
  }

  /// The claims with those that every good token has.
  private func completed(_ claims: JSONValue, _ provider: JWTProvider) -> JSONValue {
    var members = claims.members ?? []
    if claims["iss"] == nil { members.append(JSONMember(name: "iss", value: JSONValue(.string(provider.issuer)))) }
    if claims["aud"] == nil, let audience = provider.audiences.first {
      members.append(JSONMember(name: "aud", value: JSONValue(.string(audience))))
    }
    return JSONValue(.object(members))
  }
}

extension Interpretation {
  /// The normalised path with the query as it was sent.
  package var pathAndQuery: String { path + (query.map { "?\($0)" } ?? "") }
}
