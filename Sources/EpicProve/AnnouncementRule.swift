import EpicBase
import EpicDiagnostics
import EpicIR

/// An announced pool reaches the world from each of its sites: there is a speaker of the right AS, a neighbour that
/// takes what is announced, and on every node an address to be the next hop.
enum AnnouncementRule: ProofRule {
  static func check(_ context: ProofContext, reporting sink: inout DiagnosticSink) {
    let deployment = context.deployment
    var reported: Set<NodeFamily> = []
    var speakers = Speakers()
    var silent: Set<RowID<Site>> = []
    for pool in deployment.pools {
      guard let announcement = pool.announcement, let family = pool.ranges.first?.family else { continue }
      let origin = announcement.origin ?? pool.origin
      if case .prefix(let prefix) = announcement.form,
        let outside = pool.ranges.first(where: { $0.family == family && !prefix.range.contains($0) })
      {
        sink.report(
          Diagnostic(
            .prefixOutsidePool,
            "`\(prefix)` is announced for pool `\(pool.identity.name)` and does not hold `\(outside)`",
            at: origin, secondary: [Annotation(pool.origin.span, "the pool's addresses")],
            help: "announce a prefix that holds all of the pool's ranges",
            fixes: context.fixes(at: origin) { edits, head in
              edits.replacing(
                edits.word(behind: "prefix", in: head), by: cover(of: pool)?.description ?? "each-address")
            }))
      }
      for row in pool.sites {
        let site = deployment.sites[row]
        speakers.note(pool, announcement, origin, row, site)
        // A site that speaks no BGP is one mistake, however many pools are announced there.
        if site.bgp == nil, !silent.insert(row).inserted { continue }
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
    speakers.report(context, to: &sink)
  }

  /// The longest prefix that holds all ranges of a pool; nil if only that of everything does.
  private static func cover(of pool: AddressPool) -> IPPrefix? {
    guard let first = pool.ranges.first?.first else { return nil }
    for length in stride(from: first.family.bitWidth, to: 0, by: -1) {
      guard let prefix = IPPrefix(containing: first, length: length) else { continue }
      if pool.ranges.allSatisfy({ prefix.range.contains($0) }) { return prefix }
    }
    return nil
  }

  /// The AS numbers of announcements and of the sites that speak for them.
  private struct Speakers {
    private struct Other {
      var pool: AddressPool
      var announcement: PoolAnnouncement
      var origin: Origin
      var site: Site
      var bgp: BGPSpeaker
    }
    private var sites: [RowID<Site>] = []
    private var others: [RowID<Site>: [Other]] = [:]
    private var announced: [RowID<Site>: Int] = [:]

    mutating func note(
      _ pool: AddressPool, _ announcement: PoolAnnouncement, _ origin: Origin, _ row: RowID<Site>, _ site: Site
    ) {
      guard let bgp = site.bgp else { return }
      announced[row, default: 0] += 1
      if bgp.autonomousSystem == announcement.autonomousSystem { return }
      if others[row] == nil { sites.append(row) }
      others[row, default: []].append(
        Other(pool: pool, announcement: announcement, origin: origin, site: site, bgp: bgp))
    }

    /// Reports each number that differs once: at the site if it differs from all that is announced there, at the pool
    /// otherwise.
    func report(_ context: ProofContext, to sink: inout DiagnosticSink) {
      var pools: [Other] = []
      var positions: [Identity: Int] = [:]
      var annotations: [[Annotation]] = []
      for row in sites {
        let found = others[row] ?? []
        guard let first = found.first else { continue }
        if found.count > 1, found.count == announced[row] {
          sink.report(
            Diagnostic(
              .announcedWithOtherAS,
              "site `\(first.site.identity.name)` speaks as `\(first.bgp.autonomousSystem)` and its pools are announced "
                + "as `\(first.announcement.autonomousSystem)`", at: first.bgp.origin,
              secondary: found.prefix(3).map {
                Annotation($0.origin.span, "announced as `\($0.announcement.autonomousSystem)`")
              }, help: "write the pools' AS number",
              fixes: context.fixes(at: first.bgp.origin) { edits, head in
                edits.replacing(edits.word(behind: "as", in: head), by: "\(first.announcement.autonomousSystem)")
              }))
          continue
        }
        for other in found {
          let position = positions[other.pool.identity] ?? pools.count
          if position == pools.count {
            positions[other.pool.identity] = position
            pools.append(other)
            annotations.append([])
          }
          annotations[position].append(Annotation(other.bgp.origin.span, "speaks as `\(other.bgp.autonomousSystem)`"))
        }
      }
      for (position, other) in pools.enumerated() {
        sink.report(
          Diagnostic(
            .announcedWithOtherAS,
            "pool `\(other.pool.identity.name)` is announced as `\(other.announcement.autonomousSystem)` and site "
              + "`\(other.site.identity.name)` speaks as `\(other.bgp.autonomousSystem)`", at: other.origin,
            secondary: Array(annotations[position].prefix(3)), help: "write the site's AS number",
            fixes: context.fixes(at: other.origin) { edits, head in
              edits.replacing(edits.word(behind: "as", in: head), by: "\(other.bgp.autonomousSystem)")
            }))
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
