import EpicBase
import EpicDiagnostics
import EpicIR

/// Reports what BIRD, or BGP as the sites speak it, cannot express.
struct BIRDChecker {
  private let deployment: Deployment

  init(_ deployment: Deployment) { self.deployment = deployment }

  func check(reporting sink: inout DiagnosticSink) {
    for site in deployment.sites { checkPeers(at: site, reporting: &sink) }
    checkCommunities(reporting: &sink)
    checkRouterIdentifiers(reporting: &sink)
  }

  private func checkPeers(at site: Site, reporting sink: inout DiagnosticSink) {
    for peer in site.bgp?.peers ?? [] {
      if peer.name.utf8.count > BIRDName.maximumPeerNameBytes {
        sink.report(
          Diagnostic(
            .peerNameTooLong,
            "the neighbour's name `\(peer.name)` is longer than the \(BIRDName.maximumPeerNameBytes) bytes that BIRD leaves",
            at: peer.origin.span, help: "give the peer a shorter name"))
      }
      for node in site.nodes where deployment.nodes[node].address(peer.address.family) == nil {
        let row = deployment.nodes[node]
        sink.report(
          Diagnostic(
            .peerWithoutLocalAddress,
            "node `\(row.name)` has no \(peer.address.family.word) address to speak to neighbour `\(peer.name)` from",
            at: row.origin.span, secondary: [Annotation(peer.origin.span, "its address is `\(peer.address)`")],
            help: "give the node an \(peer.address.family.word) address"))
      }
    }
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
          "pools `\(deployment.pools[other].identity.name)` and `\(pool.identity.name)` announce `\(prefix)` with different communities",
          at: (announcement.origin ?? pool.origin).span,
          secondary: [Annotation(deployment.pools[other].origin.span, "announces it too")],
          help: "announce a prefix for each pool, or write the same communities"))
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
          "nodes `\(deployment.nodes[other].name)` and `\(node.name)` have the same BGP identifier `\(identifier)`",
          at: node.origin.span, secondary: [Annotation(deployment.nodes[other].origin.span, "has it too")],
          help: "give one of them an IPv4 address of its own, or another name"))
    }
  }
}

extension IPFamily {
  /// The family's name as people write it.
  fileprivate var word: String { self == .v4 ? "IPv4" : "IPv6" }
}
