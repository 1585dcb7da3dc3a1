import EpicBase
import EpicDiagnostics
import EpicIR

/// An announced pool reaches the world from each of its sites: there is a speaker of the right AS, a neighbour that
/// takes what is announced, and on every node an address to be the next hop.
enum AnnouncementRule: ProofRule {
  static func check(_ context: ProofContext, reporting sink: inout DiagnosticSink) {
    let deployment = context.deployment
    var reported: Set<NodeFamily> = []
    for pool in deployment.pools {
      guard let announcement = pool.announcement, let family = pool.ranges.first?.family else { continue }
      let origin = announcement.origin ?? pool.origin
      if case .prefix(let prefix) = announcement.form,
        let outside = pool.ranges.first(where: { !prefix.range.contains($0) })
      {
        sink.report(
          Diagnostic(
            .prefixOutsidePool,
            "`\(prefix)` is announced for pool `\(pool.identity.name)` and does not hold `\(outside)`",
            at: origin, secondary: [Annotation(pool.origin.span, "the pool's addresses")],
            help: "announce a prefix that holds all of the pool's ranges"))
      }
      for row in pool.sites {
        let site = deployment.sites[row]
        check(pool, announcement, origin, family, site, to: &sink)
        for node in site.nodes where !deployment.nodes[node].addresses.contains(where: { $0.family == family }) {
          guard reported.insert(NodeFamily(node: node, family: family)).inserted else { continue }
          sink.report(
            Diagnostic(
              .nodeWithoutFamily,
              "node `\(deployment.nodes[node].name)` has no \(family.name) address and cannot announce pool "
                + "`\(pool.identity.name)`",
              at: deployment.nodes[node].origin, secondary: [Annotation(origin.span, "announced here")],
              help: "give the node an \(family.name) address, or leave the site out of the pool's `sites`"))
        }
      }
    }
  }

  private struct NodeFamily: Hashable {
    var node: RowID<Node>
    var family: IPFamily
  }

  private static func check(
    _ pool: AddressPool, _ announcement: PoolAnnouncement, _ origin: Origin, _ family: IPFamily, _ site: Site,
    to sink: inout DiagnosticSink
  ) {
    guard let bgp = site.bgp else {
      sink.report(
        Diagnostic(
          .announcedWithoutSpeaker,
          "pool `\(pool.identity.name)` is announced at site `\(site.identity.name)`, which speaks no BGP", at: origin,
          secondary: [Annotation(site.origin.span, "has no `bgp`")],
          help: "give the site a `bgp` block, or leave it out of the pool's `sites`"))
      return
    }
    if bgp.autonomousSystem != announcement.autonomousSystem {
      sink.report(
        Diagnostic(
          .announcedWithOtherAS,
          "pool `\(pool.identity.name)` is announced as `\(announcement.autonomousSystem)` and site "
            + "`\(site.identity.name)` speaks as `\(bgp.autonomousSystem)`", at: origin,
          secondary: [Annotation(bgp.origin.span, "speaks as `\(bgp.autonomousSystem)`")],
          help: "write the site's AS number"))
    }
    let peers = bgp.peers.filter { $0.address.family == family }
    let isEach = announcement.form == .eachAddress
    if peers.contains(where: { !isEach || $0.acceptsHostRoutes }) { return }
    let reason = peers.isEmpty ? "no \(family.name) session" : "no \(family.name) neighbour that accepts host routes"
    sink.report(
      Diagnostic(
        .noPeerForPool, "site `\(site.identity.name)` has \(reason) for pool `\(pool.identity.name)`", at: origin,
        label: isEach && !peers.isEmpty ? "announces each address" : "",
        secondary: peers.isEmpty
          ? [Annotation(bgp.origin.span, "its neighbours")]
          : peers.prefix(3).map { Annotation($0.origin.span, "takes no host routes") },
        help: peers.isEmpty
          ? "add a `peer` with an \(family.name) address"
          : "write `accepts host-routes` in a peer that does, or announce the pool's prefix"))
  }
}

extension IPFamily {
  /// How the family is called.
  var name: String { self == .v4 ? "IPv4" : "IPv6" }
}
