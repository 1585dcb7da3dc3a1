/// Places in the chain of HTTP filters that a hatch names, in the order of `FilterOrder`. A place is there whether the
/// filters that stand at it are or not.
package enum FilterAnchor: String, CaseIterable, Comparable {
  case cors
  /// The client's address and what is looked up by it, where proxies say it.
  case client
  /// Limits of the ingress that ask no token.
  case rateLimit = "rate-limit"
  /// Tokens, and the limits by what is in them.
  case auth
  case cohort
  case body
  /// Limits of routes.
  case routeRateLimit = "route-rate-limit"
  case maxBody = "max-body"
  case router

  /// As the language writes them.
  package static let words = allCases.map(\.rawValue)

  private var position: Int { FilterAnchor.allCases.firstIndex(of: self) ?? 0 }

  package static func < (left: FilterAnchor, right: FilterAnchor) -> Bool { left.position < right.position }
}
