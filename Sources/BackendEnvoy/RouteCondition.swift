import EpicBase
import EpicIR

/// One question that a RouteMatch can ask. A RouteMatch asks several, all of which must be answered with yes; what a
/// predicate says beyond that becomes several routes with one action.
enum RouteCondition: Sendable {
  case path(PathPattern)
  case pathRegex(String)
  case noPath([PathPattern])
  case noPathRegex(String)
  case host([HostPattern], isNegated: Bool)
  case method([String], isNegated: Bool)
  case client([IPPrefix], isNegated: Bool)
  case country([String], isNegated: Bool)
  case autonomousSystem([ASNumber], isNegated: Bool)
  /// The value passes; an absent one does not, nor its negation.
  case text(TextField, TextTest, isNegated: Bool)
  /// The value, taken as empty where it is absent, does not pass.
  case emptyOrNot(TextField, TextTest)
  case exists(TextField, isNegated: Bool)
  case cohort(CohortTest, isNegated: Bool)
  case tls([TLSVersion], isNegated: Bool)

  /// Values that it is written with: a list of prefixes may be most of a table.
  var valueCount: Int {
    switch self {
    case .path, .pathRegex, .noPathRegex, .exists, .cohort: 1
    case .noPath(let patterns): patterns.count
    case .host(let patterns, _): patterns.count
    case .method(let names, _): names.count
    case .client(let prefixes, _): prefixes.count
    case .country(let codes, _): codes.count
    case .autonomousSystem(let numbers, _): numbers.count
    case .text(_, let test, _), .emptyOrNot(_, let test):
      if case .isOneOf(let values) = test { values.count } else { 1 }
    case .tls(let versions, _): versions.count
    }
  }
}

/// Turns predicates into alternatives of conjunctions (disjunctive normal form), for one site.
struct RouteExpansion {
  /// Most routes that one arm may become.
  static let maximumAlternatives = 64

  /// Nil asks for the alternatives of all sites together.
  let site: RowID<Site>?
  /// Whether an alternative was dropped because there are too many.
  private(set) var isTruncated = false

  init(site: RowID<Site>?) { self.site = site }

  /// The alternatives of an arm: its blocks' patterns hold in each of them.
  mutating func alternatives(of arm: RouteArm) -> [[RouteCondition]] {
    alternatives(of: arm.predicate, isNegated: false)
  }

  private mutating func alternatives(of predicate: Predicate, isNegated: Bool) -> [[RouteCondition]] {
    switch predicate {
    case .always: return isNegated ? [] : [[]]
    case .never: return isNegated ? [[]] : []
    case .not(let inner): return alternatives(of: inner, isNegated: !isNegated)
    case .all(let list): return isNegated ? union(list, isNegated: true) : product(list, isNegated: false)
    case .any(let list): return isNegated ? product(list, isNegated: true) : union(list, isNegated: false)
    case .path(let patterns): return isNegated ? [[.noPath(patterns)]] : patterns.map { [.path($0)] }
    case .pathMatches(let regex): return [[isNegated ? .noPathRegex(regex) : .pathRegex(regex)]]
    case .host(let patterns): return [[.host(patterns, isNegated: isNegated)]]
    case .method(let names): return [[.method(names, isNegated: isNegated)]]
    case .client(let prefixes): return [[.client(prefixes, isNegated: isNegated)]]
    case .country(let codes): return [[.country(codes, isNegated: isNegated)]]
    case .autonomousSystem(let numbers): return [[.autonomousSystem(numbers, isNegated: isNegated)]]
    // Only tables for TLS ask for it, and they have no routes.
    case .serverName: return []
    case .cohort(let test): return [[.cohort(test, isNegated: isNegated)]]
    case .tls(let versions): return [[.tls(versions, isNegated: isNegated)]]
    case .site(let sites):
      guard let site else { return [[]] }
      return sites.contains(site) != isNegated ? [[]] : []
    case .text(let field, let test): return alternatives(of: field, test, isNegated: isNegated)
    }
  }

  /// A comparison on an absent value is false and its negation true, while Envoy's matchers are false on an absent
  /// value either way; so a negation asks for absence too, or takes an absent header as empty where the test rejects
  /// the empty text anyway.
  private func alternatives(of field: TextField, _ test: TextTest, isNegated: Bool) -> [[RouteCondition]] {
    if case .exists = test { return [[.exists(field, isNegated: isNegated)]] }
    if case .startsWith("") = test { return [[.exists(field, isNegated: isNegated)]] }
    switch field {
    case .cookie, .jwtClaim, .jsonBody:
      // Their matchers' inversion covers absence.
      return [[.text(field, test, isNegated: isNegated)]]
    case .header, .query:
      if !isNegated { return [[.text(field, test, isNegated: false)]] }
      if test.rejectsEmpty { return [[.emptyOrNot(field, test)]] }
      return [[.exists(field, isNegated: true)], [.text(field, test, isNegated: true)]]
    }
  }

  private mutating func union(_ list: [Predicate], isNegated: Bool) -> [[RouteCondition]] {
    var result: [[RouteCondition]] = []
    for predicate in list {
      if isTruncated { return result }
      result += alternatives(of: predicate, isNegated: isNegated)
      result = limited(result)
    }
    return result
  }

  private mutating func product(_ list: [Predicate], isNegated: Bool) -> [[RouteCondition]] {
    var result: [[RouteCondition]] = [[]]
    for predicate in list {
      // What is incomplete is refused: there is no use in going on.
      if isTruncated { return result }
      let factors = alternatives(of: predicate, isNegated: isNegated)
      if factors.count == 1 {
        for index in result.indices { result[index] += factors[0] }
        continue
      }
      result = limited(result.flatMap { left in factors.map { left + $0 } })
    }
    return result
  }

  private mutating func limited(_ list: [[RouteCondition]]) -> [[RouteCondition]] {
    guard list.count > Self.maximumAlternatives else { return list }
    isTruncated = true
    return Array(list.prefix(Self.maximumAlternatives))
  }
}

extension TextTest {
  /// Whether the empty text certainly fails. A regular expression might take it.
  var rejectsEmpty: Bool {
    switch self {
    case .exists, .matches: false
    case .isOneOf(let values): !values.contains("")
    case .startsWith(let prefix): !prefix.isEmpty
    }
  }
}
