import EpicBase
import EpicDiagnostics
import EpicIR

/// Reports what BIRD, or BGP as the sites speak it, cannot express.
struct BIRDChecker {
  private let deployment: Deployment

  init(_ deployment: Deployment) { self.deployment = deployment }

  func check(reporting sink: inout DiagnosticSink) {
    checkCommunities(reporting: &sink)
    checkRouterIdentifiers(reporting: &sink)
    for index in deployment.sites.indices {
      let site = RowID<Site>(UInt32(index))
      checkPeers(at: site, reporting: &sink)
      checkAnnouncements(at: site, reporting: &sink)
    }
  }

  private func checkPeers(at id: RowID<Site>, reporting sink: inout DiagnosticSink) {
    let site = deployment.sites[id]
    guard let speaker = site.bgp else { return }
    let routes = NodeAnnouncements.routes(deployment, site: id)
    for peer in speaker.peers {
      if peer.name.utf8.count > BIRDName.maximumPeerNameBytes {
        sink.report(
          Diagnostic(
            .peerNameTooLong,
            "the peer's name `\(peer.name)` is longer than the \(BIRDName.maximumPeerNameBytes) bytes that BIRD leaves for it",
            at: peer.origin.span, help: "give the peer a shorter name"))
      }
      for node in site.nodes {
        let row = deployment.nodes[node]
        if row.address(peer.address.family) != nil { continue }
        sink.report(
          Diagnostic(
            .peerWithoutLocalAddress,
            "the node `\(row.name)` has no \(peer.address.family.word) address to speak to the peer `\(peer.name)` from",
            at: row.origin.span,
            secondary: [Annotation(peer.origin.span, "the peer's address is `\(peer.address)`")],
            help: "give the node an address of that family"))
      }
      guard let maximum = peer.maximumPrefixes else { continue }
      for family in NodeAnnouncements.families(of: peer, at: site) {
        let count = routes.count { $0.prefix.family == family && (peer.acceptsHostRoutes || !$0.isHostRoute) }
        if count <= Int(maximum) { continue }
        sink.report(
          Diagnostic(
            .tooManyPrefixesForPeer,
            "the peer `\(peer.name)` takes \(maximum) prefixes, and the site announces \(count) of \(family.word)",
            at: peer.origin.span, help: "announce the pool's prefix instead of each address, or raise `max-prefix`"))
      }
    }
  }

  /// Every pool that an ingress at the site draws an announced address from must be heard by some peer there.
  private func checkAnnouncements(at id: RowID<Site>, reporting sink: inout DiagnosticSink) {
    let site = deployment.sites[id]
    var seen = [Bool](repeating: false, count: deployment.pools.count)
    for ingress in deployment.ingresses where ingress.sites.contains(id) {
      for drawn in ingress.addresses where !seen[drawn.pool.index] {
        seen[drawn.pool.index] = true
        let pool = deployment.pools[drawn.pool]
        guard let announcement = pool.announcement, pool.sites.contains(id) else { continue }
        report(pool, announcement, drawn.address, at: site, reporting: &sink)
      }
    }
  }

  private func report(
    _ pool: AddressPool, _ announcement: PoolAnnouncement, _ address: IPAddress, at site: Site,
    reporting sink: inout DiagnosticSink
  ) {
    guard let speaker = site.bgp else {
      sink.report(
        Diagnostic(
          .unheardAnnouncement,
          "the pool `\(pool.identity.name)` is announced at the site `\(site.identity.name)`, which speaks no BGP",
          at: pool.origin.span, secondary: [Annotation(site.origin.span, "no `bgp` here")],
          help: "give the site a `bgp` block, or leave the site out of the pool's `sites`"))
      return
    }
    if speaker.autonomousSystem != announcement.autonomousSystem {
      sink.report(
        Diagnostic(
          .announcementFromOtherAS,
          "the pool `\(pool.identity.name)` is announced as `\(announcement.autonomousSystem)`, and the site `\(site.identity.name)` speaks as `\(speaker.autonomousSystem)`",
          at: pool.origin.span, secondary: [Annotation(speaker.origin.span, "speaks as another AS")]))
      return
    }
    let prefix: IPPrefix
    switch announcement.form {
    case .eachAddress: prefix = IPPrefix(host: address)
    case .prefix(let written): prefix = written
    }
    let isHostRoute = Int(prefix.length) == prefix.family.bitWidth
    let listening = speaker.peers.filter { NodeAnnouncements.families(of: $0, at: site).contains(prefix.family) }
    if listening.contains(where: { !isHostRoute || $0.acceptsHostRoutes }) { return }
    sink.report(
      Diagnostic(
        .unheardAnnouncement,
        "no peer of the site `\(site.identity.name)` takes `\(prefix)` of the pool `\(pool.identity.name)`",
        at: pool.origin.span,
        secondary: listening.prefix(3).map { Annotation($0.origin.span, "takes no host routes") },
        help: isHostRoute
          ? "announce a shorter prefix, or let a peer accept host routes" : "give the site a peer of that family"))
  }

  /// A prefix is one route: it has one set of communities, wherever it comes from.
  private func checkCommunities(reporting sink: inout DiagnosticSink) {
    var first: [IPPrefix: Int] = [:]
    for (index, pool) in deployment.pools.enumerated() {
      guard let announcement = pool.announcement, case .prefix(let prefix) = announcement.form else { continue }
      guard let other = first[prefix] else {
        first[prefix] = index
        continue
      }
      if deployment.pools[other].announcement?.communities == announcement.communities { continue }
      sink.report(
        Diagnostic(
          .conflictingCommunities,
          "the pools `\(deployment.pools[other].identity.name)` and `\(pool.identity.name)` announce `\(prefix)` with different communities",
          at: pool.origin.span,
          secondary: [Annotation(deployment.pools[other].origin.span, "announces it first")]))
    }
  }

  /// Two speakers with one BGP identifier do not come up with each other or with a common route reflector.
  private func checkRouterIdentifiers(reporting sink: inout DiagnosticSink) {
    var first: [IPAddress: Int] = [:]
    for (index, node) in deployment.nodes.enumerated() where deployment.sites[node.site].bgp != nil {
      let identifier = node.routerIdentifier
      guard let other = first.updateValue(index, forKey: identifier) else { continue }
      sink.report(
        Diagnostic(
          .routerIdentifierCollision,
          "the nodes `\(deployment.nodes[other].name)` and `\(node.name)` have the same BGP identifier `\(identifier)`",
          at: node.origin.span, secondary: [Annotation(deployment.nodes[other].origin.span, "has it too")],
          help: "give one of them an IPv4 address of its own, or another name"))
    }
  }
}

extension IPFamily {
  /// The family's name as people write it.
  fileprivate var word: String { self == .v4 ? "IPv4" : "IPv6" }
}
