import EpicArtifact
import EpicBase
import EpicIR

/// The MTU that links between edge and clusters are taken to have. The language has no statement for it; the applier
/// compares it with the node's links.
private let underlayMTU: UInt16 = 1500

extension TunnelMaps {
  /// The maps of one node: a tunnel to every cluster that has one, with its pod prefixes.
  ///
  /// Pods come and go, so endpoints are the applier's; a tunnel's other end is learned from verified keep-alives.
  init(_ deployment: Deployment, node id: RowID<Node>) {
    let node = deployment.nodes[id]
    let localV4 = node.addresses.first { $0.family == .v4 }
    let localV6 = node.addresses.first { $0.family == .v6 }
    var tunnels: [Tunnel] = []
    for tunnel in deployment.tunnels where tunnel.node == id {
      let cluster = deployment.clusters[tunnel.cluster]
      guard let settings = cluster.tunnel else { continue }
      tunnels.append(
        Tunnel(
          id: tunnel.id, cluster: cluster.identity.description, discriminator: tunnel.discriminator, wire: .epic1,
          localV4: localV4, localV6: localV6, remote: nil, port: settings.port,
          innerMTUV4: underlayMTU - TunnelMaps.overhead(.v4), innerMTUV6: underlayMTU - TunnelMaps.overhead(.v6),
          keys: [Key(epoch: 1, secret: TunnelMaps.keySecret(of: cluster, epoch: 1).path)],
          prefixes: cluster.podPrefixes.sorted()))
    }
    tunnels.sort { ArtifactPath.precedes($0.cluster, $1.cluster) }
    self.init(node: node.name, generation: deployment.sequence, tunnels: tunnels, endpoints: [])
  }

  /// The key that a cluster and the edge nodes share in one epoch. Each tunnel's own key is derived from it and the
  /// tunnel's id where it is used.
  private static func keySecret(of cluster: KubernetesCluster, epoch: UInt8) -> SecretReference {
    SecretReference(tenant: cluster.identity.tenant, name: "tunnel/\(cluster.identity.fileName)/\(epoch)")
  }
}
