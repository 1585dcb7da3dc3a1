import EpicArtifact
import EpicIR

extension StatisticsName {
  /// Servers that an ingress asks by itself.
  enum Server: String {
    case keys = "jwks"
    case signIn = "oidc"
  }

  static func owner(_ identity: Identity) -> String {
    owner(tenant: identity.tenant, identity: identity.description)
  }

  /// `Cluster.alt_stat_name` of consecutive tiers.
  static func cluster(_ upstream: Upstream, _ group: UpstreamShape.Group) -> String {
    "\(owner(upstream.identity))\(group.tiers.lowerBound + 1)"
  }

  /// `Cluster.alt_stat_name` of the cluster that orders an upstream's others.
  static func aggregate(_ upstream: Upstream) -> String { "\(owner(upstream.identity))all" }

  static func server(_ ingress: Ingress, _ kind: Server, _ name: String) -> String {
    "\(owner(ingress.identity))\(kind.rawValue)~\(name)"
  }

  /// `Listener.stat_prefix`: the addresses of a port count together.
  static func listener(_ ingress: Ingress, _ port: IngressListener, isHTTP3: Bool = false) -> String {
    "\(owner(ingress.identity))\(port.port)\(isHTTP3 || port.routeProtocol == .udp ? "-udp" : "")"
  }

  /// `Route.stat_prefix`; `route` is the route's name.
  static func route(_ route: String, _ statistics: RouteStatistics) -> String {
    "\(statistics.hasLatency ? "t" : "c")~\(route)~"
  }

  /// `LocalRateLimit.stat_prefix` of one of an ingress's filters.
  static func limits(_ ingress: Ingress, _ filter: RateLimitFilter) -> String {
    "rate_limit.\(owner(ingress.identity))\(filter.rawValue)"
  }
}
