import EpicArtifact
import EpicBase
import EpicDiagnostics
import EpicIR

/// Reports what the packet programs and their maps cannot express.
struct TunnelChecker {
  private let deployment: Deployment

  init(_ deployment: Deployment) { self.deployment = deployment }

  func check(reporting sink: inout DiagnosticSink) {
    checkCapacity(reporting: &sink)
    checkPrefixes(reporting: &sink)
    checkOverlaps(reporting: &sink)
  }

  /// Every node has the same tunnels, so capacity is a matter of the clusters and reported once.
  private func checkCapacity(reporting sink: inout DiagnosticSink) {
    let tunnelled = deployment.clusters.filter { $0.tunnel != nil }
    if tunnelled.count > TunnelMaps.Limit.tunnels, let first = tunnelled.dropFirst(TunnelMaps.Limit.tunnels).first {
      sink.report(
        Diagnostic(
          .tooManyTunnels,
          "\(tunnelled.count) clusters have a tunnel, and a node's maps hold \(TunnelMaps.Limit.tunnels)",
          at: first.origin.span, label: "the first one too many"))
    }
    var count = 0
    for cluster in tunnelled {
      let before = count
      count += cluster.podPrefixes.count
      if count <= TunnelMaps.Limit.prefixes || before > TunnelMaps.Limit.prefixes { continue }
      sink.report(
        Diagnostic(
          .tooManyPodPrefixes,
          "the clusters with a tunnel have more pod prefixes than the \(TunnelMaps.Limit.prefixes) that a node's maps hold",
          at: cluster.origin.span, label: "the first one too many", help: "write shorter prefixes that cover them"))
    }
  }

  /// A prefix of everything would make every address a pod's, and an IPv4-mapped one would meet IPv4 pods in the maps,
  /// which hold IPv4 addresses in mapped form.
  private func checkPrefixes(reporting sink: inout DiagnosticSink) {
    let mapped = IPPrefix(containing: IPAddress(family: .v6, value: 0xFFFF << 32), length: 96)
    for cluster in deployment.clusters where cluster.tunnel != nil {
      for prefix in cluster.podPrefixes {
        let isMapped = mapped.map { prefix.overlaps($0) } ?? false
        if prefix.length > 0 && !isMapped { continue }
        sink.report(
          Diagnostic(
            .unusablePodPrefix,
            "the prefix `\(prefix)` of the cluster `\(cluster.identity.name)` cannot be carried by a tunnel",
            at: cluster.origin.span,
            notes: ["a pod prefix is longer than /0 and does not meet IPv4-mapped addresses (`::ffff:0:0/96`)"]))
      }
    }
  }

  /// Envoy connects to a pod's address and nothing else, so one ingress cannot tell equal addresses of two clusters
  /// apart. Each pair of clusters is reported once, at the first upstream that makes an ingress use both.
  private func checkOverlaps(reporting sink: inout DiagnosticSink) {
    let pairs = overlappingPairs()
    if pairs.isEmpty { return }
    var reported = Set<[UInt32]>()
    for ingress in deployment.ingresses {
      let uses = clusters(of: ingress)
      for pair in pairs where !reported.contains(pair.key) {
        guard let left = uses[pair.left], let right = uses[pair.right] else { continue }
        reported.insert(pair.key)
        let first = deployment.clusters[pair.left]
        let second = deployment.clusters[pair.right]
        sink.report(
          Diagnostic(
            .overlappingPodPrefixes,
            "the ingress `\(ingress.identity.name)` uses the clusters `\(first.identity.name)` and `\(second.identity.name)`, whose pod prefixes `\(pair.prefixes.0)` and `\(pair.prefixes.1)` overlap",
            at: max(left, right),
            secondary: [
              Annotation(min(left, right), "the other one is used here"),
              Annotation(first.origin.span, "has `\(pair.prefixes.0)`"),
              Annotation(second.origin.span, "has `\(pair.prefixes.1)`"),
            ], help: "serve them by two ingresses, or give the clusters distinct pod prefixes"))
      }
    }
  }

  private struct Pair {
    var left: RowID<KubernetesCluster>
    var right: RowID<KubernetesCluster>
    var prefixes: (IPPrefix, IPPrefix)
    var key: [UInt32] { [left.rawValue, right.rawValue] }
  }

  /// Pairs of clusters with overlapping prefixes, by one sweep over all prefixes in address order.
  private func overlappingPairs() -> [Pair] {
    var all: [(prefix: IPPrefix, cluster: RowID<KubernetesCluster>)] = []
    for (index, cluster) in deployment.clusters.enumerated() where cluster.tunnel != nil {
      for prefix in cluster.podPrefixes { all.append((prefix, RowID(UInt32(index)))) }
    }
    all.sort { $0.prefix == $1.prefix ? $0.cluster < $1.cluster : $0.prefix < $1.prefix }
    var pairs: [Pair] = []
    var seen = Set<[UInt32]>()
    // Prefixes are nested or disjoint: those that hold the current one form a stack.
    var open: [(prefix: IPPrefix, cluster: RowID<KubernetesCluster>)] = []
    for entry in all {
      while let last = open.last, !last.prefix.contains(entry.prefix) { open.removeLast() }
      for outer in open where outer.cluster != entry.cluster {
        let isFirst = outer.cluster < entry.cluster
        let pair = Pair(
          left: min(outer.cluster, entry.cluster), right: max(outer.cluster, entry.cluster),
          prefixes: isFirst ? (outer.prefix, entry.prefix) : (entry.prefix, outer.prefix))
        if seen.insert(pair.key).inserted { pairs.append(pair) }
      }
      open.append(entry)
    }
    return pairs.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
  }

  /// The clusters that an ingress's routes lead to, each with the member that first names it.
  private func clusters(of ingress: Ingress) -> [RowID<KubernetesCluster>: SourceSpan] {
    var result: [RowID<KubernetesCluster>: SourceSpan] = [:]
    var visited = Set<RowID<Upstream>>()
    for table in deployment.routeTables(of: ingress) {
      for arm in deployment.routeTables[table].arms {
        for upstream in arm.outcome.upstreams where visited.insert(upstream).inserted {
          for member in deployment.upstreams[upstream].tiers.flatMap(\.members) {
            guard case .kubernetes(let service) = member.source, result[service.cluster] == nil else { continue }
            result[service.cluster] = member.origin.span
          }
        }
      }
    }
    return result
  }
}
