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
}
