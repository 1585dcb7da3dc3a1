import EpicBase
import EpicDiagnostics
import EpicIR

/// A pod's address leads to one pod: clusters that an ingress uses do not share addresses.
enum PodOverlapRule: ProofRule {
  private struct Overlap {
    var first: Int
    var second: Int
    var prefix: IPPrefix
  }

  static func check(_ context: ProofContext, reporting sink: inout DiagnosticSink) {
    let deployment = context.deployment
    let overlaps = overlaps(of: deployment.clusters)
    if overlaps.isEmpty { return }
    let clusters = deployment.upstreams.map(clusters)
    // Each pair of clusters is reported once, for the first ingress that uses both.
    var isReported = [Bool](repeating: false, count: overlaps.count)
    for ingress in deployment.ingresses {
      var used: Set<Int> = []
      for upstream in ingress.servants { used.formUnion(clusters[upstream.index]) }
      for listener in ingress.listeners {
        for upstream in deployment.upstreams(of: listener) { used.formUnion(clusters[upstream.index]) }
      }
      for (index, overlap) in overlaps.enumerated()
      where !isReported[index] && used.contains(overlap.first) && used.contains(overlap.second) {
        isReported[index] = true
        let first = deployment.clusters[overlap.first]
        let second = deployment.clusters[overlap.second]
        sink.report(
          Diagnostic(
            .overlappingPods,
            "ingress `\(ingress.identity.name)` uses clusters `\(first.identity.name)` and `\(second.identity.name)`,"
              + " whose pods share `\(overlap.prefix)`", at: ingress.origin,
            secondary: [
              Annotation(first.origin.span, "has pods there"), Annotation(second.origin.span, "has pods there too"),
            ],
            help: "give the clusters' pods prefixes that do not overlap, or use one of them"))
      }
    }
  }

  private static func clusters(of upstream: Upstream) -> [Int] {
    var result: [Int] = []
    for tier in upstream.tiers {
      for member in tier.members {
        if case .kubernetes(let service) = member.source { result.append(service.cluster.index) }
      }
    }
    return result
  }

  /// Pairs of clusters with a common prefix. Prefixes nest or are disjoint, so one pass over them in order suffices.
  private static func overlaps(of clusters: [KubernetesCluster]) -> [Overlap] {
    var prefixes: [(prefix: IPPrefix, cluster: Int)] = []
    for (index, cluster) in clusters.enumerated() { prefixes += cluster.podPrefixes.map { ($0, index) } }
    prefixes.sort { $0.prefix == $1.prefix ? $0.cluster < $1.cluster : $0.prefix < $1.prefix }
    var result: [Overlap] = []
    var open: [(prefix: IPPrefix, cluster: Int)] = []
    for entry in prefixes {
      while let last = open.last, !last.prefix.contains(entry.prefix) { open.removeLast() }
      if let outer = open.last(where: { $0.cluster != entry.cluster }) {
        let pair = (min(outer.cluster, entry.cluster), max(outer.cluster, entry.cluster))
        if !result.contains(where: { ($0.first, $0.second) == pair }) {
          result.append(Overlap(first: pair.0, second: pair.1, prefix: entry.prefix))
        }
      }
      open.append(entry)
    }
    return result
  }
}
