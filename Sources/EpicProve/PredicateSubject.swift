import EpicBase
import EpicIR

/// What predicates are asked of: a request whose every answer is known. Provers ask samples, which say themselves what
/// they match; the interpreter asks real requests. What a predicate means is decided here, once.
protocol PredicateSubject {
  /// Lower case, without port and trailing dot; for a table of TLS, the server name.
  var host: String { get }
  /// Segments of the normalised path, at least one; a trailing slash is an empty last one, so that `/` is `[""]`.
  var path: [String] { get }
  var method: String { get }
  var client: IPAddress { get }
  var country: String? { get }
  var autonomousSystem: ASNumber? { get }
  var site: RowID<Site>? { get }
  /// What the connection's TLS was negotiated to; nil in clear text.
  var tls: TLSVersion? { get }

  /// Whether the regular expression matches the whole path.
  func pathMatches(_ expression: String) -> Bool
  /// Whether a text of the field passes the test; false where it has none.
  func satisfies(_ field: TextField, _ test: TextTest) -> Bool
  /// Whether the draw lies in the cohort; false without a key.
  func satisfies(_ test: CohortTest) -> Bool
}

extension PredicateSubject {
  /// Whether the arm takes the request.
  func isTaken(by arm: ArmQuestion) -> Bool {
    for block in arm.blocks where !block.matches(path) { return false }
    return satisfies(arm.predicate)
  }

  /// Whether the predicate is true of the request. A comparison on an absent value is false, and `not` of it is true.
  func satisfies(_ predicate: Predicate) -> Bool {
    switch predicate {
    case .always: return true
    case .never: return false
    case .not(let inner): return !satisfies(inner)
    case .all(let parts):
      for part in parts where !satisfies(part) { return false }
      return true
    case .any(let parts):
      for part in parts where satisfies(part) { return true }
      return false
    case .host(let patterns), .serverName(let patterns): return patterns.contains { $0.matches(host) }
    case .path(let patterns):
      for pattern in patterns where pattern.matches(path) { return true }
      return false
    case .pathMatches(let expression): return pathMatches(expression)
    case .method(let methods): return methods.contains(method)
    case .text(let field, let test): return satisfies(field, test)
    case .client(let prefixes): return prefixes.contains { $0.contains(client) }
    case .country(let codes): return country.map(codes.contains) ?? false
    case .autonomousSystem(let numbers): return autonomousSystem.map(numbers.contains) ?? false
    case .cohort(let test): return satisfies(test)
    case .site(let sites): return site.map(sites.contains) ?? false
    case .tls(let versions): return tls.map(versions.contains) ?? false
    }
  }
}
