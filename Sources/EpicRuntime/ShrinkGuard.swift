import EpicArtifact
import EpicBase

/// Finds what a release takes away beyond the allowed share. An empty set is never inferred: where there was something
/// and nothing is left, it is found whatever the share.
enum ShrinkGuard {
  /// What is counted.
  struct Counts: Hashable {
    var listeners = 0
    var clusters = 0
    var endpoints = 0
    var prefixes = 0
    var records = 0
  }

  /// Counts a slice, its slots filled with `endpoints`.
  static func count(_ slice: ReleaseSlice, node: String, endpoints: EndpointsFile) -> Counts {
    var counts = Counts()
    for artifact in slice.files(of: .node(node), .envoy) {
      let parts = artifact.path.split(separator: "/")
      guard parts.count == 3, !EnvoyLayout.isProtobuf(artifact.path) else { continue }
      switch EnvoyLayout.ResourceKind(rawValue: String(parts[1])) {
      case .listeners: counts.listeners += 1
      case .clusters: counts.clusters += 1
      case .endpoints: counts.endpoints += staticEndpoints(artifact)
      case .secrets, .routes, nil: continue
      }
    }
    counts.endpoints += endpoints.slots.reduce(0) { $0 + ($1.endpoints?.count ?? 0) }
    for artifact in slice.files(of: .node(node), .bird) where artifact.path == AnnouncementsFile.fileName {
      counts.prefixes += (try? AnnouncementsFile.read(artifact.bytes))?.routes.count ?? 0
    }
    for artifact in slice.artifacts where artifact.path.hasSuffix("/\(RecordSetsFile.fileName)") {
      counts.records += (try? RecordSetsFile.read(artifact.bytes))?.names.reduce(0) { $0 + $1.addresses.count } ?? 0
    }
    return counts
  }

  /// One sentence for each count that falls too far.
  static func findings(from old: Counts, to new: Counts, percent: UInt32) -> [String] {
    let pairs = [
      ("listeners", old.listeners, new.listeners), ("clusters", old.clusters, new.clusters),
      ("endpoints", old.endpoints, new.endpoints), ("announced prefixes", old.prefixes, new.prefixes),
      ("DNS records", old.records, new.records),
    ]
    return pairs.compactMap { name, before, after in
      guard before > after else { return nil }
      if after == 0 { return "the release takes away all \(before) \(name)" }
      // Clusters come and go with routes; only their end is alarming.
      guard name != "clusters", (before - after) * 100 > before * Int(percent) else { return nil }
      return "the release takes away \(before - after) of \(before) \(name), more than \(percent)%"
    }
  }

  private static func staticEndpoints(_ artifact: Artifact) -> Int {
    guard let value = try? JSONReader.read(artifact.bytes) else { return 0 }
    return (value["endpoints"]?.elements ?? []).reduce(0) { $0 + ($1["lb_endpoints"]?.elements?.count ?? 0) }
  }
}
