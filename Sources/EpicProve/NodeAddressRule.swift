import EpicBase
import EpicDiagnostics
import EpicIR

/// A node's address is its own, and so is a neighbour's within a site.
enum NodeAddressRule: ProofRule {
  static func check(_ context: ProofContext, reporting sink: inout DiagnosticSink) {
    let deployment = context.deployment
    var nodes: [IPAddress: Int] = [:]
    for (index, node) in deployment.nodes.enumerated() {
      for address in node.addresses {
        guard let first = nodes.updateValue(index, forKey: address) else { continue }
        report(
          address, "node `\(deployment.nodes[first].name)` and node `\(node.name)`", node.origin,
          deployment.nodes[first].origin, to: &sink)
      }
    }
    for site in deployment.sites {
      var peers: [IPAddress: BGPPeer] = [:]
      for peer in site.bgp?.peers ?? [] {
        if let first = peers.updateValue(peer, forKey: peer.address) {
          report(
            peer.address, "neighbour `\(first.name)` and neighbour `\(peer.name)` of site `\(site.identity.name)`",
            peer.origin, first.origin, to: &sink)
        } else if let node = nodes[peer.address] {
          report(
            peer.address, "node `\(deployment.nodes[node].name)` and neighbour `\(peer.name)`", peer.origin,
            deployment.nodes[node].origin, to: &sink)
        }
      }
    }
  }

  private static func report(
    _ address: IPAddress, _ owners: String, _ origin: Origin, _ first: Origin, to sink: inout DiagnosticSink
  ) {
    sink.report(
      Diagnostic(
        .repeatedNodeAddress, "`\(address)` is the address of \(owners)", at: origin,
        secondary: [Annotation(first.span, "the other one")], help: "give each an address of its own"))
  }
}
