import EpicArtifact
import EpicBase

/// Makes workspaces. Kinds of questions and outcomes are dealt from decks, so that every kind comes equally often.
struct EdgeGenerator {
  var random: RandomSource
  private let places: PlaceTable
  private let geoDigest: String
  /// Digest of the key set that the driver signs with.
  private let keysDigest: String
  private var questions = Deck(QuestionKind.allCases)
  private var outcomes = Deck(OutcomeKind.allCases)
  private var paths = Deck(PathKind.allCases)

  /// `geo` and `keys` are the bytes of the files that all workspaces share.
  init(seed: UInt64, places: PlaceTable, geo: [UInt8], keys: [UInt8]) {
    random = RandomSource(seed: seed)
    self.places = places
    geoDigest = ContentDigest(of: geo).hex
    keysDigest = ContentDigest(of: keys).hex
  }

  /// What is asked.
  private enum QuestionKind: CaseIterable {
    case host, hostOneLabel, hostLabels, method
    case headerIs, headerStarts, headerMatches, headerExists
    case queryIs, queryStarts, queryMatches, queryExists
    case cookieIs, cookieStarts, cookieMatches, cookieExists
    case claimIs, claimStarts, claimMatches, claimExists
    case bodyIs, bodyStarts, bodyMatches, bodyExists
    case client, country, continent, asn, cohort, tls, site, grpc, alternatives
  }

  private enum PathKind: CaseIterable {
    case exact, trailingSlash, subtree, capture, partial, rest, quoted, expression, list
  }

  private enum OutcomeKind: CaseIterable {
    case upstream, split, tiers, respond, retry, maxBody, timeouts, webSocket, mirror
    case redirectPath, redirectCaptures, redirectURL, redirectQuery
    case rewritePath, rewriteCaptures, rewriteHost
    case setRequest, appendRequest, removeRequest
    case setResponse, appendResponse, removeResponse
  }

  /// What a table of routes can ask.
  private struct Scope {
    var domain: String
    var salt: String
    var isWide: Bool
    var providers: [String]
    var hasTLS: Bool
    /// Arms so far.
    var count = 0
    var block: String?
    var captures: [String] = []
  }

  // MARK: Workspaces

  mutating func edge(number: Int) -> GeneratedEdge {
    let name = "w" + String("\(1000 + number)".dropFirst())
    var edge = GeneratedEdge(name: name)
    let domain = "\(name).example"
    edge.lines = [
      "engine stable { envoy 1.40 }",
      "site here { at 50.0, 8.0 country DE; node here-1 { address 192.0.2.11 } }",
      "site there { at 40.0, -74.0 country US; node there-1 { address 192.0.2.12 } }",
      "pool four { range 10.\(100 + number / 250).\(number % 250).16/28; sites all }",
      "pool six { range 2001:db8:\(String(0x1000 + number, radix: 16))::/64; sites all }",
      "geo main { database data \"geo.mmdb\" sha256 \"\(geoDigest)\" }",
      "issuer internal { local-ca secret ca/internal }",
      "certificate edge { names \(domain), *.\(domain), *.deep.\(domain); issuer internal; renew 30d before }",
    ]
    for upstream in 1...5 {
      edge.lines.append("upstream u\(upstream) { endpoint 203.0.113.\(10 + upstream):8080; timeout connect 1s }")
    }
    edge.lines.append("upstream u6 {")
    edge.lines.append("  timeout connect 1s")
    edge.lines.append("  tier 1 { endpoint 203.0.113.16:8080 }")
    edge.lines.append("  tier 2 { endpoint 203.0.113.11:8080, 203.0.113.12:8080 }")
    edge.lines.append("}")
    let hasTLS = number % 3 == 1
    var wide = GeneratedEdge.Door(
      name: "wide", ports: number % 3 == 0 ? [80, 8080] : [80], tlsPort: hasTLS ? (number % 2 == 0 ? 443 : 8443) : nil,
      hosts: [domain, "a.\(domain)", "b.\(domain)", "x.deep.\(domain)", hasTLS ? domain : "y.x.deep.\(domain)"])
    wide.hasCORS = number % 2 == 1
    if number % 4 == 2 { wide.proxies = ["192.0.2.240/28", "2001:db8:ff::/48"].compactMap(EdgeGenerator.prefix) }
    write(
      wide,
      hasTLS
        ? ["\(domain)", "*.\(domain)", "*.deep.\(domain)"] : ["\(domain)", "*.\(domain)", "**.deep.\(domain)"], number,
      to: &edge)
    routes(
      wide, Scope(domain: domain, salt: "\(name)-a", isWide: true, providers: [], hasTLS: hasTLS), number, into: &edge)
    var token = GeneratedEdge.Door(name: "token", ports: [80], tlsPort: nil, hosts: ["token.\(domain)"])
    token.providers = number % 6 == 5 ? ["main", "other"] : ["main"]
    write(token, ["token.\(domain)"], number, to: &edge)
    routes(
      token, Scope(domain: domain, salt: "\(name)-b", isWide: false, providers: token.providers, hasTLS: false), number,
      into: &edge)
    edge.doors = [wide, token]
    return edge
  }

  static func prefix(_ text: String) -> IPPrefix? {
    let parts = text.split(separator: "/")
    guard parts.count == 2, let address = IPAddress(String(parts[0])), let length = Int(parts[1]) else { return nil }
    return IPPrefix(containing: address, length: length)
  }

  private mutating func write(
    _ door: GeneratedEdge.Door, _ hosts: [String], _ number: Int, to edge: inout GeneratedEdge
  ) {
    edge.lines.append("ingress \(door.name) {")
    edge.lines.append("  host    \(hosts.joined(separator: ", "))")
    for port in door.ports { edge.lines.append("  listen  http \(port)") }
    if let port = door.tlsPort { edge.lines.append("  listen  https \(port)") }
    edge.lines += [
      "  address one from four, one from six", "  engine  stable", "  sites   all",
      "  routes  \(door.name)-routes",
    ]
    if door.tlsPort != nil { edge.lines.append("  tls     certificate edge") }
    if !door.proxies.isEmpty {
      edge.lines.append("  trust   proxies \(door.proxies.map(\.description).joined(separator: ", "))")
    }
    for provider in door.providers {
      edge.lines.append(
        "  auth    jwt \(provider) { issuer https://\(provider).example.net; "
          + "jwks data \"keys.json\" sha256 \"\(keysDigest)\"; audience \"edge\"\(number % 2 == 0 ? "; missing allowed" : "") }"
      )
    }
    if number % 4 == 0 { edge.lines.append("  timeout stream 1h") }
    if door.hasCORS {
      edge.lines.append(
        "  cors { origins https://app.example.net, **.pages.example; methods GET, DELETE; headers x-a; expose x-reply; "
          + "max-age 10m; credentials allowed }")
    }
    if number % 3 == 1 {
      edge.lines.append("  request-header x-a append \"edge\"")
      edge.lines.append("  response-header x-reply append \"edge\"")
    }
    if number % 3 == 2 {
      edge.lines.append("  request-header x-c remove")
      edge.lines.append("  response-header x-out \"edge\"")
    }
    edge.lines.append("}")
  }

  // MARK: Routes

  private mutating func routes(
    _ door: GeneratedEdge.Door, _ outer: Scope, _ number: Int, into edge: inout GeneratedEdge
  ) {
    var scope = outer
    edge.lines.append("routes \(door.name)-routes {")
    let named = question(of: .headerIs, scope, &edge)
    edge.lines.append("  let is-named = \(named.text)")
    if scope.hasTLS {
      // Few tables can ask it, so each does.
      let name = "a\(edge.marks.count)"
      let asked = question(of: .tls, scope, &edge)
      edge.lines.append(
        "  \(name): when path /\(word())-tls/** and \(asked.text) -> u4 { response-header x-arm \"\(name)\" }")
      edge.marks[name] = asked.marks.union(["path.subtree", "and", "upstream"])
      scope.count += 1
    }
    for _ in 0..<(scope.isWide ? 6 : 5) { arm(&scope, "  ", door, "is-named", &edge) }
    let block = "/\(word())-\(number % 7)"
    let isCaptured = random.oneIn(3)
    scope.block = isCaptured ? "\(block)/{below}" : block
    edge.lines.append("  under \(block)\(isCaptured ? "/{below}" : "")/** {")
    for _ in 0..<3 { arm(&scope, "    ", door, nil, &edge) }
    let name = "otherwise in \(scope.block ?? "")/**"
    edge.lines.append("    otherwise -> u5 { response-header x-arm \"\(name)\" }")
    edge.marks[name] = ["block"]
    edge.lines.append("  }")
    scope.block = nil
    for _ in 0..<3 { arm(&scope, "  ", door, "is-named", &edge) }
    edge.lines.append("  otherwise -> respond 404 { header x-arm \"otherwise\" }")
    edge.lines.append("}")
  }

  private mutating func arm(
    _ scope: inout Scope, _ indent: String, _ door: GeneratedEdge.Door, _ letName: String?, _ edge: inout GeneratedEdge
  ) {
    // Names are unique in the workspace, so that what they ask is known by them.
    let name = "a\(edge.marks.count)"
    var marks: Set<String> = scope.block == nil ? [] : ["block"]
    scope.captures = []
    let wantsCaptures: Set<OutcomeKind> = [.redirectCaptures, .rewriteCaptures]
    let outcome = outcomes.deal(&random) ?? .upstream
    var parts: [String] = []
    let kind: PathKind? =
      wantsCaptures.contains(outcome)
      ? (random.pick([.capture, .partial, .rest]) ?? .rest) : random.oneIn(5) ? nil : paths.deal(&random)
    if let kind { parts.append(path(kind, &scope, &marks)) }
    var count = kind == nil ? 2 : 1 + random.below(2)
    if kind != nil && random.oneIn(4) { count = 0 }
    for _ in 0..<count {
      let kind = questions.deal(&random) ?? .method
      // Bodies and tokens are asked where they can be.
      let part = question(of: kind, scope, &edge)
      marks.formUnion(part.marks)
      parts.append(part.text)
    }
    if let letName, random.oneIn(6) {
      parts.append(letName)
      marks.insert("let")
    }
    let predicate = joined(parts, hasPath: kind != nil, mustMatchPath: wantsCaptures.contains(outcome), &marks)
    edge.lines.append(
      "\(indent)\(name): when \(predicate) -> \(text(of: outcome, name, scope, &marks))")
    edge.marks[name] = marks
    scope.count += 1
  }

  /// The parts as one predicate. A path that captures something has to hold.
  private mutating func joined(
    _ parts: [String], hasPath: Bool, mustMatchPath: Bool, _ marks: inout Set<String>
  ) -> String {
    guard parts.count > 1 else {
      guard let only = parts.first else { return "method is TRACE" }
      return only
    }
    var rest = Array(parts.dropFirst(hasPath ? 1 : 0))
    for index in rest.indices where random.oneIn(4) {
      rest[index] = "not \(rest[index])"
      marks.insert("not")
    }
    var inner = rest[0]
    if rest.count > 1 {
      let isAny = random.oneIn(2)
      marks.insert(isAny ? "or" : "and")
      inner = "(\(rest.joined(separator: isAny ? " or " : " and ")))"
      if random.oneIn(5) {
        inner = "not \(inner)"
        marks.insert("not")
      }
    }
    guard hasPath else { return inner }
    if !mustMatchPath && random.oneIn(12) {
      marks.insert("or")
      return "\(parts[0]) or \(inner)"
    }
    marks.insert("and")
    return "\(parts[0]) and \(inner)"
  }

  private mutating func word() -> String {
    random.pick(["cart", "api", "v1", "shop", "items", "x-1", "img.png", "~me", "_x", "a", "Static"]) ?? "a"
  }

  // MARK: Paths

  private mutating func path(_ kind: PathKind, _ scope: inout Scope, _ marks: inout Set<String>) -> String {
    // Below a block whose segment is captured a literal one stands in its place.
    let base = scope.block.map { $0.replacing("{below}", with: "here") } ?? ""
    let start = "\(base)/\(word())"
    switch kind {
    case .exact:
      marks.insert("path.exact")
      return "path \(start)"
    case .trailingSlash:
      marks.insert("path.exact")
      return "path \(start)/"
    case .subtree:
      marks.insert("path.subtree")
      return "path \(start)/**"
    case .capture:
      marks.insert("path.capture")
      scope.captures = ["id", "part"]
      return "path \(start)/{id}/y/{part}"
    case .partial:
      marks.insert("path.partial")
      scope.captures = ["n"]
      return "path \(start)/v{n}.json"
    case .rest:
      marks.insert("path.rest")
      scope.captures = ["rest"]
      return "path \(start)/{rest...}"
    case .quoted:
      marks.insert("path.quoted")
      return "path \"\(start);b,c\""
    case .expression:
      marks.insert("path.matches")
      if scope.block != nil { return "path matches re\"\(base)/[a-z]+(/v[0-9]+)?\"" }
      return "path matches re\"\((RegexSamples.paths[random.below(RegexSamples.paths.count)]).expression)\""
    case .list:
      marks.formUnion(["path.exact", "path.subtree", "path.capture"])
      return "path in [\(start), \(base)/two/**, \(base)/three/{x}]"
    }
  }

  // MARK: Questions

  private mutating func question(
    of asked: QuestionKind, _ scope: Scope, _ edge: inout GeneratedEdge
  ) -> (text: String, marks: Set<String>) {
    var kind = asked
    switch kind {
    case .host, .hostOneLabel, .hostLabels: if !scope.isWide { kind = .claimIs }
    case .claimIs, .claimStarts, .claimMatches, .claimExists: if scope.providers.isEmpty { kind = .hostLabels }
    case .tls: if !scope.hasTLS { kind = .method }
    default: break
    }
    let header = random.pick(["x-a", "x-b", "X-Case", "accept", "user-agent", "content-type"]) ?? "x-a"
    let query = random.pick(["q", "page", "Q"]) ?? "q"
    let cookie = random.pick(["sid", "beta", "SID"]) ?? "sid"
    let body = "body.json(\"\(random.pick(["model", "options.model", "name"]) ?? "name")\", limit: 2KiB)"
    switch kind {
    case .host:
      let hosts = [
        scope.domain, "a.\(scope.domain)", "x.deep.\(scope.domain)",
        "\(scope.hasTLS ? "" : "y.")x.deep.\(scope.domain)",
      ]
      let first = random.pick(hosts) ?? scope.domain
      if random.oneIn(3) { return ("host in [\(first), b.\(scope.domain)]", ["host.exact"]) }
      return ("host \(first)", ["host.exact"])
    case .hostOneLabel:
      return ("host \(random.oneIn(2) ? "*.\(scope.domain)" : "*.deep.\(scope.domain)")", ["host.one-label"])
    case .hostLabels: return ("host **.\(random.oneIn(2) ? "deep." : "")\(scope.domain)", ["host.labels"])
    case .method:
      if random.oneIn(2) { return ("method in [POST, PUT]", ["method"]) }
      return (
        "method \(random.oneIn(3) ? "is not" : "is") \(random.pick(["GET", "POST", "DELETE", "PATCH"]) ?? "GET")",
        ["method"]
      )
    case .headerIs: return ("header \(header) \(isOne())", ["header.is"])
    case .headerStarts: return ("header \(header) starts \"\(start())\"", ["header.starts"])
    case .headerMatches: return ("header \(header) matches \(expression())", ["header.matches"])
    case .headerExists: return ("header \(header) exists", ["header.exists"])
    case .queryIs: return ("query \(query) \(isOne())", ["query.is"])
    case .queryStarts: return ("query \(query) starts \"\(start())\"", ["query.starts"])
    case .queryMatches: return ("query \(query) matches \(expression())", ["query.matches"])
    case .queryExists: return ("query \(query) exists", ["query.exists"])
    case .cookieIs: return ("cookie \(cookie) \(isOne())", ["cookie.is"])
    case .cookieStarts: return ("cookie \(cookie) starts \"\(start())\"", ["cookie.starts"])
    case .cookieMatches: return ("cookie \(cookie) matches \(expression())", ["cookie.matches"])
    case .cookieExists: return ("cookie \(cookie) exists", ["cookie.exists"])
    case .claimIs: return ("\(claim(scope)) \(isOne())", ["claim.is"])
    case .claimStarts: return ("\(claim(scope)) starts \"\(start())\"", ["claim.starts"])
    case .claimMatches: return ("\(claim(scope)) matches \(expression())", ["claim.matches"])
    case .claimExists: return ("\(claim(scope)) exists", ["claim.exists"])
    case .bodyIs: return ("\(body) \(isOne())", ["body.is"])
    case .bodyStarts: return ("\(body) starts \"\(start())\"", ["body.starts"])
    case .bodyMatches: return ("\(body) matches \(expression())", ["body.matches"])
    case .bodyExists: return ("\(body) exists", ["body.exists"])
    case .client:
      let sets = [
        "[198.51.100.0/24, 2001:db8:ff00::/40]", "192.0.2.128/26", "203.0.113.7", "[192.0.2.44/31]",
        "[10.0.0.0/9, 2001:db8:77::/48]",
      ]
      return ("client \(random.oneIn(4) ? "not in" : "in") \(random.pick(sets) ?? "192.0.2.0/24")", ["client"])
    case .country:
      let known = Array(Set(places.rows.compactMap(\.country))).sorted()
      let first = random.pick(known) ?? "DE"
      switch random.below(4) {
      case 0: return ("country is not \(first)", ["country"])
      case 1: return ("country in std.geo.eu27", ["country"])
      case 2: return ("country in [\(first), JP]", ["country"])
      default: return ("country is \(first)", ["country"])
      }
    case .continent:
      let names = ["europe", "asia", "north-america", "south-america"]
      return (
        "continent \(random.oneIn(3) ? "not in" : "in") [\(random.pick(names) ?? "asia"), oceania]", ["continent"]
      )
    case .asn:
      let known = Array(Set(places.rows.compactMap(\.autonomousSystem))).sorted()
      let first = random.pick(known)?.description ?? "AS64500"
      return (random.oneIn(2) ? "asn is \(first)" : "asn not in [\(first), AS65000]", ["asn"])
    case .cohort: return (cohort(scope, &edge), ["cohort"])
    case .tls:
      return (
        random.pick(["tls < 1.3", "tls is 1.3", "tls exists", "not tls exists", "tls >= 1.2"]) ?? "tls exists", ["tls"]
      )
    case .site:
      return ("site \(random.pick(["is here", "is there", "in [here, there]", "is not here"]) ?? "is here")", ["site"])
    case .grpc: return ("grpc acme.cart.v1.Cart/\(random.oneIn(2) ? "Checkout" : "*")", ["grpc"])
    case .alternatives:
      return ("(header \(header) else cookie \(cookie) else query \(query)) \(isOne())", ["else"])
    }
  }

  private mutating func claim(_ scope: Scope) -> String {
    let name = random.pick(["plan", "role", "sub"]) ?? "plan"
    if scope.providers.count > 1 { return "jwt(\(random.pick(scope.providers) ?? "main")).claim(\"\(name)\")" }
    return name == "sub" ? "jwt.sub" : "jwt.claim(\"\(name)\")"
  }

  /// Texts that are compared with.
  static let values = ["1", "on", "gold", "a b", "A", "image/png", "x,y", "*", "application/json", "application/grpc"]

  private mutating func isOne() -> String {
    let first = random.pick(EdgeGenerator.values) ?? "1"
    switch random.below(4) {
    case 0: return "in [\"\(first)\", \"\(random.pick(EdgeGenerator.values) ?? "on")\", \"three\"]"
    case 1: return "is not \"\(first)\""
    default: return "is \"\(first)\""
    }
  }

  private mutating func start() -> String { random.pick(["g", "image/", "a ", "application/", "x,"]) ?? "g" }

  private mutating func expression() -> String {
    "re\"\(RegexSamples.texts[random.below(RegexSamples.texts.count)].expression)\""
  }

  /// A cohort whose bound lies right behind the bucket of a key.
  private mutating func cohort(_ scope: Scope, _ edge: inout GeneratedEdge) -> String {
    let salt = "\(scope.salt)\(scope.count % 3)"
    let known =
      edge.cohortKeys[salt]
      ?? (0..<48).map { number -> (key: String, bucket: UInt32) in
        let key = "user-\(number)"
        return (key, UInt32(truncatingIfNeeded: XXH64.hash(key, seed: XXH64.hash(salt)) % 1_000_000))
      }
    edge.cohortKeys[salt] = known
    let bucket = (random.pick(known)?.bucket ?? 0) + UInt32(random.below(2))
    let bound = Percentage(partsPerMillion: min(max(bucket, 1), 999_999))
    let key = random.pick(["cookie sid", "header x-a else cookie sid", "query q", "header x-user"]) ?? "cookie sid"
    let more = scope.providers.count == 1 && random.oneIn(2) ? "jwt.sub else " : ""
    return "cohort(\(more)\(key), salt: \"\(salt)\") \(random.oneIn(3) ? ">=" : "<") \(bound)"
  }

  // MARK: Outcomes

  private mutating func text(
    of kind: OutcomeKind, _ name: String, _ scope: Scope, _ marks: inout Set<String>
  ) -> String {
    let upstream = "u\(1 + random.below(4))"
    // A redirect has no body: its arm is told by its target.
    let arm = "response-header x-arm \"\(name)\""
    let status = random.pick(["301", "302", "303", "307", "308"]) ?? "308"
    let filled = "/to/\(name)/" + scope.captures.map { "${\($0)}" }.joined(separator: "-")
    func forward(_ mark: String, _ more: String) -> String {
      marks.formUnion(["upstream", mark])
      return "\(upstream) { \(more); \(arm) }"
    }
    switch kind {
    case .upstream: return forward("upstream", "timeout request 5s")
    case .split:
      marks.insert("split")
      let shares = random.pick(["95% u1; 5% u2", "50% u1; 30% u2; 20% u3", "100% u1; 0% u4"]) ?? "100% u1"
      return "split { \(shares); \(arm) }"
    case .redirectPath:
      marks.insert("redirect.path")
      return "redirect \(status) \"/moved/\(name)\""
    case .redirectCaptures:
      marks.insert("redirect.captures")
      return "redirect \(status) \"\(filled)\""
    case .redirectURL:
      marks.insert("redirect.url")
      let target = random.pick([
        "https://other.example.net/", "https://other.example.net:8443/", "http://other.example.net/",
      ])
      return "redirect \(status) \(target ?? "https://other.example.net/")\(name)"
    case .redirectQuery:
      marks.insert("redirect.query")
      return "redirect \(status) \"/moved/\(name)?from=edge\""
    case .respond:
      marks.insert("respond")
      let body =
        random.pick(["body \"Closed.\" type \"text/html\"; ", "body \"no\"; header retry-after \"120\"; ", ""]) ?? ""
      return "respond \(random.pick(["200", "403", "410", "503"]) ?? "403") { \(body)header x-arm \"\(name)\" }"
    case .rewritePath: return forward("rewrite.path", "rewrite path \"/fixed/place\"")
    case .rewriteCaptures: return forward("rewrite.captures", "rewrite path \"\(filled)\"")
    case .rewriteHost: return forward("rewrite.host", "rewrite host inner.example.net")
    case .setRequest: return forward("request-header.set", "request-header x-a \"100% set\"; request-header x-new \"\"")
    case .appendRequest: return forward("request-header.append", "request-header x-a append \"more\"")
    case .removeRequest:
      return forward("request-header.remove", "request-header x-a remove; request-header accept remove")
    case .setResponse:
      return forward("response-header.set", "response-header x-reply \"set\"; response-header x-out \"1%\"")
    case .appendResponse: return forward("response-header.append", "response-header x-reply append \"more\"")
    case .removeResponse:
      return forward("response-header.remove", "response-header x-reply remove; response-header x-out remove")
    case .tiers:
      marks.formUnion(["upstream", "tiers"])
      return "u6 { \(arm) }"
    case .timeouts: return forward("timeouts", "timeout request 9s; timeout idle 1m")
    case .webSocket: return forward("websocket", "websocket allowed")
    case .mirror: return forward("mirror", "mirror 100% u5; mirror 5% u6")
    case .retry: return forward("retry", "retry 2 on connect-failure, 503 within 2s")
    case .maxBody: return forward("max-body", "max body 64B")
    }
  }
}
