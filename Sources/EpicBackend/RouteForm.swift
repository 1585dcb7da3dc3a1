/// How a table of routes is written where a plane has more than one form that says the same.
package enum RouteForm: String, CaseIterable, Hashable, Sendable {
  /// Whichever serves a request faster, by the number of routes.
  case auto
  /// Routes one after the other, as they are written.
  case list
  /// By path, wherever paths tell routes apart.
  case tree
}
