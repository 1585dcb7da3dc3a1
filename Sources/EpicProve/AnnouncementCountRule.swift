import EpicBase
import EpicDiagnostics
import EpicIR

/// No neighbour is sent more prefixes than it takes: it would drop the session, and with it every address.
enum AnnouncementCountRule: ProofRule {
  /// What a site announces in one family.
  private struct Count {
    var hostRoutes = 0
    var prefixes: [Int] = []
  }

  static func check(_ context: ProofContext, reporting sink: inout DiagnosticSink) {
    let deployment = context.deployment
    let hasLimit = deployment.sites.contains { $0.bgp?.peers.contains { $0.maximumPrefixes != nil } ?? false }
    if !hasLimit { return }
    var counts = [[Count]](repeating: [Count(), Count()], count: deployment.sites.count)
    for (index, pool) in deployment.pools.enumerated() {
      guard case .prefix? = pool.announcement?.form, let family = pool.ranges.first?.family else { continue }
      for site in pool.sites { counts[site.index][family.position].prefixes.append(index) }
    }
    for ingress in deployment.ingresses {
      for address in ingress.addresses where deployment.pools[address.pool].announcement?.form == .eachAddress {
        for site in ingress.sites where deployment.pools[address.pool].sites.contains(site) {
          counts[site.index][address.address.family.position].hostRoutes += 1
        }
      }
    }
    for (index, site) in deployment.sites.enumerated() {
      for peer in site.bgp?.peers ?? [] {
        let count = counts[index][peer.address.family.position]
        report(peer, of: site, count, deployment, to: &sink)
      }
    }
  }

  private static func report(
    _ peer: BGPPeer, of site: Site, _ count: Count, _ deployment: Deployment, to sink: inout DiagnosticSink
  ) {
    let sent = (peer.acceptsHostRoutes ? count.hostRoutes : 0) + count.prefixes.count
    guard let limit = peer.maximumPrefixes, sent > Int(limit) else { return }
    let pools = deployment.pools.filter {
      $0.announcement != nil && $0.ranges.first?.family == peer.address.family
    }
    sink.report(
      Diagnostic(
        .tooManyPrefixes,
        "neighbour `\(peer.name)` of site `\(site.identity.name)` takes \(limit) prefixes and is sent \(sent)",
        at: peer.origin,
        secondary: pools.prefix(3).map { Annotation(($0.announcement?.origin ?? $0.origin).span, "announced here") },
        help: "agree on a higher `max-prefix`, or announce a prefix instead of each address"))
  }
}

extension IPFamily {
  /// 0 for IPv4, 1 for IPv6.
  fileprivate var position: Int { self == .v4 ? 0 : 1 }
}
