import EpicBase
import EpicIR

/// Makes requests that a predicate is true of, or false of. What two questions ask of one part may clash: who asks looks at
/// what came of it.
struct RequestSolver {
  let edge: GeneratedEdge
  let door: GeneratedEdge.Door
  let places: PlaceTable

  /// A request to the door that nothing is said about.
  func draft(_ random: inout RandomSource) -> RequestDraft {
    var draft = RequestDraft(
      port: random.pick(door.ports) ?? 80, host: random.pick(door.hosts) ?? edge.name, client: stranger(&random))
    if let port = door.tlsPort, random.oneIn(3) {
      draft.port = port
      draft.tls = random.oneIn(3) ? .v1_2 : .v1_3
    }
    if !door.providers.isEmpty {
      draft.provider = door.providers.count > 1 ? random.pick(door.providers) : nil
      draft.claims = [JSONMember(name: "sub", value: JSONValue(.string("user-\(random.below(48))")))]
    }
    return draft
  }

  /// A client that the database need not know.
  private func stranger(_ random: inout RandomSource) -> IPAddress {
    if random.oneIn(2), let row = random.pick(places.rows) { return row.prefix.last }
    return IPAddress(v4: 0xC000_0264)
  }

  func satisfy(_ predicate: Predicate, _ wanted: Bool, _ draft: inout RequestDraft, _ random: inout RandomSource) {
    switch predicate {
    case .always, .never, .site, .serverName: break
    case .not(let inner): satisfy(inner, !wanted, &draft, &random)
    case .all(let parts):
      if wanted {
        for part in parts { satisfy(part, true, &draft, &random) }
      } else if let part = random.pick(parts) {
        satisfy(part, false, &draft, &random)
      }
    case .any(let parts):
      if !wanted {
        for part in parts { satisfy(part, false, &draft, &random) }
      } else if let part = random.pick(parts) {
        satisfy(part, true, &draft, &random)
      }
    case .host(let patterns): host(patterns, wanted, &draft, &random)
    case .path(let patterns):
      if wanted, let pattern = random.pick(patterns) {
        draft.path = RequestSolver.path(pattern, &random)
      } else if !wanted {
        draft.path = "/elsewhere/x"
      }
    case .pathMatches(let expression):
      let samples = wanted ? RegexSamples.matched(expression) : RegexSamples.missed(expression)
      draft.path = random.pick(samples) ?? "/"
      if !draft.path.hasPrefix("/") { draft.path = RequestSolver.sample(expression, wanted) }
    case .method(let names):
      let others = ["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"].filter { !names.contains($0) }
      draft.method = random.pick(wanted ? names : others) ?? "GET"
    case .text(let field, let test): text(field, test, wanted, &draft, &random)
    case .client(let prefixes):
      guard let prefix = random.pick(prefixes) else { break }
      if wanted {
        move(&draft, to: random.oneIn(2) ? prefix.address : prefix.last)
      } else {
        draft.client = stranger(&random)
      }
    case .country(let codes):
      place(wanted, &draft, &random) { row in row.country.map(codes.contains) ?? false }
    case .autonomousSystem(let numbers):
      place(wanted, &draft, &random) { row in row.autonomousSystem.map(numbers.contains) ?? false }
    case .cohort(let test): cohort(test, wanted, &draft, &random)
    case .tls(let versions):
      let served = versions.filter { $0 >= .v1_2 }
      if wanted, let port = door.tlsPort, let version = random.pick(served) {
        draft.tls = version
        draft.port = port
      } else if !wanted {
        draft.tls = nil
        draft.port = door.ports.first ?? 80
      }
    }
  }

  /// A path of the expressions that blocks make up from their own path.
  private static func sample(_ expression: String, _ isMatched: Bool) -> String {
    guard let bracket = expression.firstIndex(of: "[") else { return "/" }
    return expression[..<bracket] + (isMatched ? "abc/v1" : "abc/v")
  }

  private func host(
    _ patterns: [HostPattern], _ wanted: Bool, _ draft: inout RequestDraft, _ random: inout RandomSource
  ) {
    guard wanted, let pattern = random.pick(patterns) else {
      let others = door.hosts.filter { host in !patterns.contains { $0.matches(host) } }
      draft.host = random.pick(others) ?? draft.host
      return
    }
    switch pattern.wildcard {
    case .none: draft.host = pattern.name
    case .oneLabel: draft.host = "\(random.pick(["a", "q-1", "x"]) ?? "a").\(pattern.name)"
    case .labels: draft.host = "\(random.pick(["a", "x", "y.x"]) ?? "a").\(pattern.name)"
    }
  }

  static func path(_ pattern: PathPattern, _ random: inout RandomSource) -> String {
    let words = ["7", "a", "x.y", "A-b", "%41", "a%20b", "~", "v2"]
    var text = ""
    for segment in pattern.segments {
      switch segment {
      case .literal(let literal): text += "/\(literal)"
      case .capture: text += "/\(random.pick(words) ?? "a")"
      case .partial(let prefix, _, let suffix): text += "/\(prefix)\(random.pick(words) ?? "2")\(suffix)"
      }
    }
    switch pattern.tail {
    case .exact: return pattern.hasTrailingSlash || text.isEmpty ? text + "/" : text
    case .subtree, .rest:
      return text + (random.pick(["", "/", "/x", "/x/y", "/a%2Cb/"]) ?? "") + (text.isEmpty ? "/" : "")
    }
  }

  // MARK: Texts

  private func text(
    _ field: TextField, _ test: TextTest, _ wanted: Bool, _ draft: inout RequestDraft, _ random: inout RandomSource
  ) {
    // What is false is false most easily where there is nothing.
    let value = !wanted && random.oneIn(2) ? nil : RequestSolver.value(test, wanted, &random)
    switch field {
    case .header(let name):
      draft.set(header: name, value)
      if value != nil, random.oneIn(4) {
        let other = RouteRequest.Header(name: name, value: random.pick(["other", "1", "on"]) ?? "other")
        if wanted { draft.headers.insert(other, at: random.below(draft.headers.count + 1)) }
      }
    case .query(let name): draft.set(query: name, value)
    case .cookie(let name): draft.set(cookie: name, value?.filter { $0 != ";" && $0 != "\"" && $0 != "," })
    case .jwtClaim(let provider, let path):
      if let provider { draft.provider = provider }
      if draft.claims == nil && value != nil { draft.claims = [] }
      draft.set(claim: path, value.map { JSONValue(.string($0)) })
      if wanted, let value, random.oneIn(5) {
        draft.set(claim: path, JSONValue(.array([JSONValue(.string("other")), JSONValue(.string(value))])))
      }
    case .jsonBody(let path, _): draft.set(body: path, value.map { JSONValue(.string($0)) })
    }
  }

  /// A text that passes the test, or one that does not; nil if none can be.
  static func value(_ test: TextTest, _ wanted: Bool, _ random: inout RandomSource) -> String? {
    switch test {
    case .exists: return wanted ? random.pick(EdgeGenerator.values + [""]) : nil
    case .isOneOf(let list):
      if wanted { return random.pick(list) }
      return random.pick(EdgeGenerator.values.filter { !list.contains($0) })
    case .startsWith(let start):
      return wanted ? start + (random.pick(["", "x", " y", "old"]) ?? "") : String(start.dropLast())
    case .matches(let expression):
      return random.pick(wanted ? RegexSamples.matched(expression) : RegexSamples.missed(expression))
    }
  }

  // MARK: Clients

  /// Lets the request come from an address: from there, or through a proxy that says so.
  private func move(_ draft: inout RequestDraft, to address: IPAddress) {
    guard let proxy = door.proxies.first(where: { $0.family == address.family }) else {
      draft.client = address
      return
    }
    draft.client = proxy.address
    draft.set(header: "x-forwarded-for", address.description)
  }

  private func place(
    _ wanted: Bool, _ draft: inout RequestDraft, _ random: inout RandomSource, _ fits: (PlaceTable.Row) -> Bool
  ) {
    let rows = places.rows.filter { fits($0) == wanted }
    // An inner prefix may say something else of one end; who asks looks at what came of it.
    guard let row = random.pick(rows) else { return }
    move(&draft, to: random.oneIn(2) ? row.prefix.address : row.prefix.last)
  }

  // MARK: Cohorts

  private func cohort(
    _ test: CohortTest, _ wanted: Bool, _ draft: inout RequestDraft, _ random: inout RandomSource
  ) {
    let keys = (edge.cohortKeys[test.salt] ?? []).filter { key in
      (test.lower <= key.bucket && key.bucket < test.upper) == wanted
    }.sorted { RequestSolver.distance($0.bucket, test) < RequestSolver.distance($1.bucket, test) }
    // The key at the bound is asked as often as all others together.
    guard let key = (random.oneIn(2) ? keys.first : random.pick(keys))?.key, let field = random.pick(test.keys) else {
      return
    }
    for other in test.keys where other != field { set(other, nil, &draft) }
    set(field, key, &draft)
  }

  static func distance(_ bucket: UInt32, _ test: CohortTest) -> UInt32 {
    let bound = test.lower > 0 ? test.lower : test.upper
    return bucket < bound ? bound - bucket : bucket - bound
  }

  private func set(_ field: TextField, _ value: String?, _ draft: inout RequestDraft) {
    switch field {
    case .header(let name): draft.set(header: name, value)
    case .query(let name): draft.set(query: name, value)
    case .cookie(let name): draft.set(cookie: name, value)
    case .jwtClaim(_, let path): draft.set(claim: path, value.map { JSONValue(.string($0)) })
    case .jsonBody: break
    }
  }
}
