import EpicBase
import EpicIR

/// Compiled regular expressions, each once for an interpreter's life.
final class RegexCache {
  private var programs: [String: RegexProgram?] = [:]

  func matches(_ expression: String, _ text: [UInt8]) -> Bool {
    if let known = programs[expression] { return known?.matches(text) ?? false }
    let program = RegexProgram(expression)
    programs[expression] = program
    return program?.matches(text) ?? false
  }
}

/// A real request or connection at one ingress, taken apart as the edge takes it apart before any route is asked.
struct RequestFacts: PredicateSubject {
  let host: String
  let path: [String]
  let method: String
  let client: IPAddress
  let country: String?
  let autonomousSystem: ASNumber?
  let site: RowID<Site>?
  let tls: TLSVersion?

  /// The normalised path as text.
  let pathText: String
  /// What follows the `?`; nil if there is none.
  let query: String?
  /// The claims of the verified token, by provider.
  let claims: (provider: String, value: JSONValue)?
  /// The provider that a claim without one is of.
  let defaultProvider: String?

  /// What is left of the request's headers.
  let headers: [RouteRequest.Header]
  let body: String?
  /// What is asked about: a request, a connection or a session.
  let unit: String
  private let regexes: RegexCache

  /// A connection has a client, a site and perhaps a server name, and nothing of a request.
  init(_ connection: RouteConnection, site: RowID<Site>?, regexes: RegexCache) {
    host = connection.sentName ?? ""
    path = [""]
    method = ""
    client = connection.client
    country = nil
    autonomousSystem = nil
    self.site = site
    tls = nil
    pathText = "/"
    query = nil
    claims = nil
    defaultProvider = nil
    headers = []
    body = nil
    unit = connection.routeProtocol.thing
    self.regexes = regexes
  }

  init(
    _ request: RouteRequest, headers: [RouteRequest.Header], client: IPAddress, host: String, path: String,
    query: String?, site: RowID<Site>?, claims: (provider: String, value: JSONValue)?, defaultProvider: String?,
    regexes: RegexCache
  ) {
    self.host = host
    self.path = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    method = request.method
    self.client = client
    country = request.country
    autonomousSystem = request.autonomousSystem
    self.site = site
    tls = request.isTLS ? request.tls ?? .newest : nil
    pathText = path
    self.query = query
    self.claims = claims
    self.defaultProvider = defaultProvider
    self.headers = headers
    body = request.body
    unit = RouteProtocol.http.thing
    self.regexes = regexes
  }

  func pathMatches(_ expression: String) -> Bool { regexes.matches(expression, Array(pathText.utf8)) }

  func satisfies(_ field: TextField, _ test: TextTest) -> Bool {
    if case .jwtClaim(let provider, let path) = field { return satisfies(claim(provider, path), test) }
    return values(of: field).contains { satisfies($0, test) }
  }

  private func satisfies(_ text: String, _ test: TextTest) -> Bool {
    switch test {
    case .exists: true
    case .isOneOf(let choices): choices.contains { $0.utf8.elementsEqual(text.utf8) }
    case .startsWith(let start): text.utf8.starts(with: start.utf8)
    case .matches(let expression): regexes.matches(expression, Array(text.utf8))
    }
  }

  /// A claim passes by its text, or by any text of its list.
  private func satisfies(_ claim: JSONValue?, _ test: TextTest) -> Bool {
    guard let claim else { return false }
    if case .exists = test { return true }
    if let text = claim.string { return satisfies(text, test) }
    return (claim.elements ?? []).contains { $0.string.map { satisfies($0, test) } ?? false }
  }

  /// `bucket = XXH64(key, XXH64(salt, 0)) mod 1,000,000`, of the first key that is there; an empty one is not.
  func satisfies(_ test: CohortTest) -> Bool {
    guard let bucket = bucket(of: test) else { return false }
    return test.lower <= bucket && bucket < test.upper
  }

  /// The draw of a cohort; nil without a key.
  func bucket(of test: CohortTest) -> UInt32? {
    for key in test.keys {
      guard let text = keyText(of: key), !text.isEmpty else { continue }
      return UInt32(truncatingIfNeeded: XXH64.hash(text, seed: XXH64.hash(test.salt)) % 1_000_000)
    }
    return nil
  }

  private func keyText(of field: TextField) -> String? {
    guard case .jwtClaim(let provider, let path) = field else { return values(of: field).first }
    switch claim(provider, path)?.kind {
    case .string(let text)?: return text
    case .number(let text)?: return text
    case .bool(let flag)?: return flag ? "true" : "false"
    default: return nil
    }
  }

  // MARK: Values

  /// The values of a field that count: all of a header, the first of a cookie or query parameter.
  func values(of field: TextField) -> [String] {
    switch field {
    case .header(let name): headers.filter { $0.name == name }.map(\.value)
    case .cookie(let name): cookie(name).map { [$0] } ?? []
    case .query(let name): queryValue(name).map { [$0] } ?? []
    case .jwtClaim(let provider, let path): claim(provider, path).map { [$0.string ?? "…"] } ?? []
    case .jsonBody(let path, let limit): bodyText(at: path, limit: limit).map { [$0] } ?? []
    }
  }

  private func claim(_ provider: String?, _ path: [String]) -> JSONValue? {
    guard let claims, (provider ?? defaultProvider) == claims.provider else { return nil }
    var value = claims.value
    for name in path {
      guard let next = value[name] else { return nil }
      value = next
    }
    return value
  }

  /// The first cookie of a name, quotes around its value taken off (RFC 6265 section 4.1.1).
  private func cookie(_ name: String) -> String? {
    for header in headers where header.name == "cookie" {
      for pair in header.value.split(separator: ";") {
        let text = RequestFacts.trimmed(pair)
        guard let equal = text.firstIndex(of: "="), text[..<equal] == name else { continue }
        let value = text[text.index(after: equal)...]
        if value.count >= 2, value.first == "\"", value.last == "\"" { return String(value.dropFirst().dropLast()) }
        return String(value)
      }
    }
    return nil
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while let first = text.first, first == " " || first == "\t" { text = text.dropFirst() }
    while let last = text.last, last == " " || last == "\t" { text = text.dropLast() }
    return text
  }

  /// The first parameter of a name, decoded from percent-encoding; a plus stays.
  private func queryValue(_ name: String) -> String? {
    for pair in (query ?? "").split(separator: "&") {
      let equal = pair.firstIndex(of: "=")
      guard pair[..<(equal ?? pair.endIndex)] == name else { continue }
      guard let equal else { return "" }
      return String(decoding: PathText.decoded(Array(pair[pair.index(after: equal)...].utf8)[...]), as: UTF8.self)
    }
    return nil
  }
}
