import EpicBase
import EpicIR

/// What an arm asks of a request: the part of it that decides whether it takes one.
struct ArmQuestion {
  var blocks: [PathPattern]
  var predicate: Predicate

  init(_ arm: RouteArm) {
    blocks = arm.blocks
    predicate = arm.predicate
  }
}

/// A request, as far as routes can ask. What nothing was said about is absent. Regular expressions are not evaluated: a
/// sample says which of them it is taken to match. In a table for TLS, `host` is the server name; a connection without
/// one is like one whose name nobody asks for.
struct SampleRequest: PredicateSubject {
  var host = "shop.example.com"
  /// Segments of the normalised path, at least one; a trailing slash is an empty last one, so that `/` is `[""]`.
  var path: [String] = [""]
  var method = "GET"
  private(set) var texts: [(field: TextField, values: [String])] = []
  /// Positions in `texts` of the first values of each field.
  private var textPositions: [TextField: Int] = [:]
  var client = IPAddress(v4: 0xC000_0201)
  var country: String?
  var autonomousSystem: ASNumber?
  var cohorts: [(test: CohortTest, bucket: UInt32)] = []
  var site: RowID<Site>?
  var tls: TLSVersion? = .newest
  /// Regular expressions taken to match the path.
  var pathExpressions: Set<String> = []
  /// Regular expressions taken to match a text.
  var textExpressions: Set<TextExpression> = []

  /// A regular expression that a text is taken to match.
  struct TextExpression: Hashable {
    var field: TextField
    var expression: String
  }

  /// Gives a field its values, unless it has some.
  mutating func add(_ field: TextField, _ values: [String]) {
    if textPositions[field] == nil { textPositions[field] = texts.count }
    texts.append((field, values))
  }

  func pathMatches(_ expression: String) -> Bool { pathExpressions.contains(expression) }

  func satisfies(_ field: TextField, _ test: TextTest) -> Bool {
    guard let values = textPositions[field].map({ texts[$0].values }) else { return false }
    switch test {
    case .exists: return true
    case .isOneOf(let choices): return values.contains(where: choices.contains)
    case .startsWith(let start): return values.contains { $0.hasPrefix(start) }
    case .matches(let expression):
      return textExpressions.contains(TextExpression(field: field, expression: expression))
    }
  }

  func satisfies(_ test: CohortTest) -> Bool {
    cohorts.contains { $0.test.isSameDraw(as: test) && test.lower <= $0.bucket && $0.bucket < test.upper }
  }
}

extension CohortTest {
  /// Whether both draw one number for a request.
  func isSameDraw(as other: CohortTest) -> Bool { salt == other.salt && keys == other.keys }
}

extension PathPattern {
  /// Whether the pattern matches the path, given as segments (`SampleRequest.path`).
  func matches(_ path: [String]) -> Bool {
    switch tail {
    case .exact:
      guard path.count == segments.count + (hasTrailingSlash ? 1 : 0) else { return false }
      if hasTrailingSlash, let last = path.last, !last.isEmpty { return false }
    case .subtree, .rest:
      guard path.count >= segments.count else { return false }
    }
    for (index, segment) in segments.enumerated() where !segment.takes(path[index]) { return false }
    return true
  }

  /// Segments that a path must have, a trailing slash counted as one.
  var length: Int { segments.count + (tail == .exact && hasTrailingSlash ? 1 : 0) }

  /// Whether more may follow the segments.
  var isOpen: Bool { tail != .exact }
}

extension SampleRequest {
  /// The request as one line: `GET https://shop.example.com/x/y header x-beta "1"`.
  func description(of routeProtocol: RouteProtocol) -> String {
    switch routeProtocol {
    case .http: return description
    case .tls: return "a connection to \(host)\(origin)"
    case .tcp: return "a connection\(origin)"
    case .udp: return "a session\(origin)"
    }
  }

  /// Where a connection comes from.
  private var origin: String {
    " from \(client)" + (country.map { " country \($0)" } ?? "") + (autonomousSystem.map { " asn \($0)" } ?? "")
  }

  private var description: String {
    var text = "\(method) \(tls == nil ? "http" : "https")://\(host)/\(path.joined(separator: "/"))"
    if client.value != 0xC000_0201 { text += " from \(client)" }
    if let country { text += " country \(country)" }
    if let autonomousSystem { text += " asn \(autonomousSystem)" }
    if let tls, tls != .newest { text += " tls \(tls)" }
    for (field, values) in texts {
      for value in values {
        switch field {
        case .header(let name): text += " header \(name) \"\(value)\""
        case .query(let name): text += " query \(name) \"\(value)\""
        case .cookie(let name): text += " cookie \(name) \"\(value)\""
        case .jwtClaim(_, let path): text += " jwt \(path.joined(separator: ".")) \"\(value)\""
        case .jsonBody(let path, _): text += " body.json \"\(path.joined(separator: "."))\" \"\(value)\""
        }
      }
    }
    for (test, bucket) in cohorts { text += " cohort \"\(test.salt)\" \(Percentage(partsPerMillion: bucket))" }
    return text
  }
}
