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

extension Target {
  /// Folder of one of the target's planes, without a trailing slash. A zone has one plane and needs no folder for it.
  package func folder(of plane: Plane) -> String {
    switch self {
    case .node: "\(folder)/\(plane.rawValue)"
    case .zone: folder
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
  /// Digest of what the files say, apart from the generation that some of them carry. A backend whose files carry no
  /// generation leaves it nil, and the digest of the files stands for it.
  package var content: ContentDigest?

  package init(root: String) { self.root = root }

  /// Adds a file below the root.
  package mutating func add(_ path: String, _ bytes: [UInt8]) {
    artifacts.append(Artifact(path: root.isEmpty ? path : "\(root)/\(path)", bytes: bytes))
  }

  /// Adds files, whose paths are relative to a folder below the root.
  package mutating func add(_ files: [Artifact], in folder: String) {
    artifacts.reserveCapacity(artifacts.count + files.count)
    let prefix = root.isEmpty ? "\(folder)/" : "\(root)/\(folder)/"
    for position in files.indices {
      var path = prefix
      path.reserveCapacity(prefix.utf8.count + files[position].path.utf8.count)
      path += files[position].path
      artifacts.append(Artifact(path: path, bytes: files[position].bytes))
    }
  }
}

extension ReleaseFile.Part {
  /// Sums up the files of one plane of one target.
  package init(target: Target, plane: Plane, sink: ArtifactSink) {
    var digests = FileDigests()
    self.init(target: target, plane: plane, sink: sink, &digests)
  }

  /// The same; `digests` carries those of files over from one target to the next.
  package init(target: Target, plane: Plane, sink: ArtifactSink, _ digests: inout FileDigests) {
    let tree = ContentDigest(ofTree: sink.artifacts, below: sink.root, &digests)
    self.init(
      target: target.folder, plane: target.folder(of: plane) == target.folder ? "" : plane.rawValue,
      content: sink.content ?? tree, tree: tree, files: UInt32(clamping: sink.artifacts.count),
      bytes: sink.artifacts.reduce(0) { $0 + UInt64($1.bytes.count) })
  }
}
