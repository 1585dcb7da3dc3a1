/// The whole edge, resolved and typed: what backends emit from, proofs run over and a bundle carries. It knows no
/// syntax. Every table is ordered by identity, so that equal workspaces give equal deployments.
package struct Deployment: Hashable, Sendable {
  /// The workspace's name.
  package var workspace: String
  /// The language edition, such as 2026.
  package var edition: UInt32
  /// Grows with every release; against replay, not part of the content digest.
  package var sequence: UInt64
  /// Source files that took part, by path.
  package var sources: [SourceRecord]
  package var tenants: [Tenant] = []
  package var sites: [Site] = []
  package var nodes: [Node] = []
  package var pools: [AddressPool] = []
  package var zones: [Zone] = []
  package var clusters: [KubernetesCluster] = []
  package var tunnels: [Tunnel] = []
  package var cdns: [CDN] = []
  package var geoDatabases: [GeoDatabase] = []
  package var engines: [Engine] = []
  package var issuers: [Issuer] = []
  package var certificates: [Certificate] = []
  package var ingresses: [Ingress] = []
  package var routeTables: [RouteTable] = []
  package var upstreams: [Upstream] = []

  package init(workspace: String, edition: UInt32, sequence: UInt64, sources: [SourceRecord]) {
    self.workspace = workspace
    self.edition = edition
    self.sequence = sequence
    self.sources = sources
  }
}

/// One source file's place in a release.
package struct SourceRecord: Hashable, Sendable {
  /// Path relative to the workspace.
  package var path: String
  /// Lower-case hexadecimal SHA-256 of its bytes.
  package var sha256: String

  package init(path: String, sha256: String) {
    self.path = path
    self.sha256 = sha256
  }
}

extension Deployment {
  /// Nodes of the ingress's sites, in table order.
  package func nodes(serving ingress: Ingress) -> [RowID<Node>] {
    ingress.sites.flatMap { sites[$0].nodes }.sorted()
  }

  /// Ingresses that a node serves, in table order.
  package func ingresses(on node: RowID<Node>) -> [RowID<Ingress>] {
    let site = nodes[node].site
    return ingresses.indices.lazy.filter { self.ingresses[$0].sites.contains(site) }.map { RowID(UInt32($0)) }
  }

  /// Route tables that an ingress's listeners use, in listener order, each once.
  package func routeTables(of ingress: Ingress) -> [RowID<RouteTable>] {
    var result: [RowID<RouteTable>] = []
    for listener in ingress.listeners {
      switch listener.service {
      case .https(_, let routes), .http(let routes), .passthrough(.routes(let routes)), .tcp(.routes(let routes)),
        .udp(.routes(let routes), _):
        if !result.contains(routes) { result.append(routes) }
      case .redirectToHTTPS, .passthrough, .tcp, .udp: break
      }
    }
    return result
  }
}

extension RouteOutcome {
  /// Upstreams that the outcome names, in order.
  package var upstreams: [RowID<Upstream>] {
    var result: [RowID<Upstream>] = []
    appendUpstreams(to: &result)
    return result
  }

  func appendUpstreams(to result: inout [RowID<Upstream>]) {
    switch self {
    case .upstream(let upstream): result.append(upstream)
    case .split(let shares): for position in shares.indices { result.append(shares[position].upstream) }
    case .redirect, .respond, .close: break
    }
  }
}
