/// What a declaration declares. A name is unique among the declarations of one kind in its package.
@frozen
package enum DeclarationKind: UInt8, Hashable, Sendable, Comparable, CaseIterable {
  case tenant
  case site
  case pool
  case zone
  case kubernetes
  case cdn
  case geo
  case engine
  case issuer
  case certificate
  case ingress
  case routes
  case upstream

  /// The keyword that starts the declaration.
  package var keyword: String {
    switch self {
    case .tenant: "tenant"
    case .site: "site"
    case .pool: "pool"
    case .zone: "zone"
    case .kubernetes: "kubernetes"
    case .cdn: "cdn"
    case .geo: "geo"
    case .engine: "engine"
    case .issuer: "issuer"
    case .certificate: "certificate"
    case .ingress: "ingress"
    case .routes: "routes"
    case .upstream: "upstream"
    }
  }

  /// The keyword behind `a` or `an`.
  package var phrase: String {
    switch self {
    case .ingress, .upstream, .issuer, .engine: "an \(keyword)"
    case .routes: "a `routes` declaration"
    default: "a \(keyword)"
    }
  }

  /// Whether only the platform's packages may hold the declaration. A tenant may declare a `pool` within the prefixes
  /// that it owns.
  package var isPlatformOnly: Bool {
    switch self {
    case .tenant, .site, .zone, .kubernetes, .cdn, .geo, .engine, .issuer: true
    case .pool, .certificate, .ingress, .routes, .upstream: false
    }
  }

  /// Whether a tenant needs a `may use` line to name one that the platform declared.
  package var needsGrant: Bool {
    switch self {
    case .site, .pool, .zone, .kubernetes, .cdn, .engine, .issuer: true
    case .tenant, .geo, .certificate, .ingress, .routes, .upstream: false
    }
  }

  package static func < (left: DeclarationKind, right: DeclarationKind) -> Bool { left.rawValue < right.rawValue }
}
