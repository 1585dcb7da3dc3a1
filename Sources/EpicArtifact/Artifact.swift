/// A plane of the edge; the raw value is its folder in the artifact tree.
package enum Plane: String, Hashable, Sendable, CaseIterable {
  case envoy
  case tunnels = "bpf"
  case bird
  case dns
}

/// What an artifact is emitted for.
package enum Target: Hashable, Sendable {
  /// An edge node, by name.
  case node(String)
  /// A DNS zone, by its domain name without trailing dot.
  case zone(String)

  /// Folder of the target in the artifact tree, without a trailing slash.
  package var folder: String {
    switch self {
    case .node(let name): "nodes/\(name)"
    case .zone(let name): "zones/\(name)"
    }
  }
}

/// One file of the artifact tree.
package struct Artifact: Hashable, Sendable {
  /// Path relative to the tree's root, `/`-separated, without `.` or `..` segments.
  package var path: String
  package var bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// Collects the files of one backend for one target.
package struct ArtifactSink: Sendable {
  /// `nodes/fra-1/envoy` and the like: every path given to `add` is relative to it.
  package let root: String
  /// The files in the order in which they were added.
  package private(set) var artifacts: [Artifact] = []

  package init(root: String) { self.root = root }

  /// Adds a file below the root.
  package mutating func add(_ path: String, _ bytes: [UInt8]) {
    artifacts.append(Artifact(path: root.isEmpty ? path : "\(root)/\(path)", bytes: bytes))
  }
}
