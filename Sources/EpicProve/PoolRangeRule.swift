import EpicBase
import EpicDiagnostics
import EpicIR

/// No address is handed out by two pools, and none that a node, a neighbour or a pod has.
enum PoolRangeRule: ProofRule {
  private struct Entry {
    var range: IPRange
    var pool: Int
  }

  static func check(_ context: ProofContext, reporting sink: inout DiagnosticSink) {
    let deployment = context.deployment
    var entries: [Entry] = []
    for (index, pool) in deployment.pools.enumerated() {
      entries += pool.ranges.map { Entry(range: $0, pool: index) }
      reportReserved(pool, to: &sink)
    }
    entries.sort { $0.range == $1.range ? $0.pool < $1.pool : $0.range < $1.range }
    reportOverlaps(entries, deployment, to: &sink)
    for node in deployment.nodes {
      for address in node.addresses {
        guard let pool = pool(holding: IPRange(first: address, last: address), entries, deployment) else { continue }
        report(
          .poolHoldsNode, pool, "holds `\(address)`, the address of node `\(node.name)`", "\(address)", node.origin,
          context,
          to: &sink)
      }
    }
    for site in deployment.sites {
      for peer in site.bgp?.peers ?? [] {
        guard let pool = pool(holding: IPRange(first: peer.address, last: peer.address), entries, deployment) else {
          continue
        }
        report(
          .poolHoldsNode, pool, "holds `\(peer.address)`, the address of neighbour `\(peer.name)`", "\(peer.address)",
          peer.origin, context, to: &sink)
      }
    }
    for cluster in deployment.clusters {
      for prefix in cluster.podPrefixes {
        guard let pool = pool(holding: prefix.range, entries, deployment) else { continue }
        report(
          .poolHoldsPods, pool, "shares addresses with `\(prefix)`, the pods of cluster `\(cluster.identity.name)`",
          "\(prefix)", cluster.origin, context, to: &sink)
      }
    }
  }

  private static func report(
    _ code: DiagnosticCode, _ pool: AddressPool, _ what: String, _ reserved: String, _ other: Origin,
    _ context: ProofContext, to sink: inout DiagnosticSink
  ) {
    sink.report(
      Diagnostic(
        code, "pool `\(pool.identity.name)` \(what)", at: pool.origin, secondary: [Annotation(other.span, "used here")],
        help: "take it out of the pool's ranges, or `reserve` it",
        fixes: context.fixes(at: pool.origin) { $0.adding("reserve \(reserved)", toBodyBehind: $1) }))
  }

  private static func reportReserved(_ pool: AddressPool, to sink: inout DiagnosticSink) {
    for reserved in pool.reserved where !pool.ranges.contains(where: { $0.overlaps(reserved) }) {
      sink.report(
        Diagnostic(
          .reservedOutsidePool, "`\(reserved)` is reserved in pool `\(pool.identity.name)`, which does not hold it",
          at: pool.origin, help: "reserve addresses of the pool's ranges, or leave the line out"))
    }
  }

  /// Each range against the one that reaches furthest among those before it: every overlap shows at least once.
  private static func reportOverlaps(_ entries: [Entry], _ deployment: Deployment, to sink: inout DiagnosticSink) {
    guard var reach = entries.first else { return }
    for entry in entries.dropFirst() {
      if reach.range.overlaps(entry.range) {
        let first = deployment.pools[reach.pool]
        let second = deployment.pools[entry.pool]
        let isOne = reach.pool == entry.pool
        sink.report(
          Diagnostic(
            .overlappingRanges,
            isOne
              ? "`\(reach.range)` and `\(entry.range)` of pool `\(first.identity.name)` share addresses"
              : "`\(entry.range)` of pool `\(second.identity.name)` and `\(reach.range)` of pool `\(first.identity.name)`"
                + " share addresses",
            at: second.origin, secondary: isOne ? [] : [Annotation(first.origin.span, "the other pool")],
            help: "let every address belong to one range of one pool"))
      }
      if entry.range.family != reach.range.family || entry.range.last > reach.range.last { reach = entry }
    }
  }

  /// The pool that may hand out an address of the range: its ranges overlap, and it does not reserve all of the overlap.
  private static func pool(holding range: IPRange, _ entries: [Entry], _ deployment: Deployment) -> AddressPool? {
    // The last entry that starts at or before the range's end; ranges are disjoint wherever there was no error.
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].range.first <= range.last { low = middle + 1 } else { high = middle }
    }
    guard low > 0, entries[low - 1].range.overlaps(range) else { return nil }
    let pool = deployment.pools[entries[low - 1].pool]
    return pool.reserved.contains { $0.contains(range) } ? nil : pool
  }
}
