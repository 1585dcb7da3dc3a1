package import EpicArtifact
import EpicBase
package import EpicBundle
import Glibc

/// Why a release could not be read.
package struct ReleaseFault: Error, Hashable, Sendable {
  package var reason: String

  package init(_ reason: String) { self.reason = reason }
}

/// The part of a release that concerns one node: its planes, the zones that it writes, and the slots.
package struct ReleaseSlice: Hashable, Sendable {
  package var release: ReleaseFile
  package var endpoints: EndpointsFile
  /// Files by their paths in the artifact tree, sorted; `release.json` and `endpoints.json` among them.
  package var artifacts: [Artifact]

  /// The slice of a bundle, of which only the layers that it needs are read.
  package init(_ bundle: VerifiedBundle, node: String, zones: [String]) throws(ReleaseFault) {
    do throws(BundleError) {
      var artifacts = [Artifact(path: ReleaseFile.path, bytes: bundle.releaseBytes)]
      for layer in bundle.layers where ReleaseSlice.takes(layer.kind, node: node, zones: zones) {
        artifacts += try bundle.artifacts(of: layer)
      }
      self.artifacts = artifacts
    } catch {
      throw ReleaseFault(error.description)
    }
    release = bundle.release
    endpoints = EndpointsFile(slots: [])
    try finish(node: node)
  }

  /// The slice of an artifact tree.
  package init(_ tree: ArtifactTree, node: String, zones: [String]) throws(ReleaseFault) {
    guard let file = tree[path: ReleaseFile.path] else { throw ReleaseFault("it holds no `\(ReleaseFile.path)`") }
    release = try ReleaseSlice.readRelease(file.bytes)
    artifacts = tree.artifacts.filter { artifact in
      if artifact.path == ReleaseFile.path { return true }
      guard let kind = BundleLayerKind(holding: artifact.path) else { return false }
      return ReleaseSlice.takes(kind, node: node, zones: zones)
    }
    endpoints = EndpointsFile(slots: [])
    try finish(node: node)
  }

  /// Reads what `path` names: a bundle as one file, the folder of an OCI image layout, or the folder of a build.
  package static func read(_ path: String, node: String, zones: [String]) throws(ReleaseFault) -> ReleaseSlice {
    guard Files.exists(path) else { throw ReleaseFault("there is no such file or folder") }
    let isFolder = Files.exists("\(path)/.")
    if isFolder && !Files.exists("\(path)/\(BundleFormat.layoutFile)") {
      return try ReleaseSlice(try readTree(path), node: node, zones: zones)
    }
    let bundle: VerifiedBundle
    do throws(BundleError) {
      bundle =
        isFolder
        ? try BundleReader.verify(DiskStorage(root: path)) : try BundleReader.verify(archive: DiskFile(path))
    } catch {
      throw ReleaseFault(error.description)
    }
    return try ReleaseSlice(bundle, node: node, zones: zones)
  }

  /// Reads a slice that was stored.
  static func read(folder: String) throws(ReleaseFault) -> ReleaseSlice {
    let tree = try readTree(folder)
    guard let file = tree[path: ReleaseFile.path] else { throw ReleaseFault("it holds no `\(ReleaseFile.path)`") }
    var slice = ReleaseSlice(
      release: try readRelease(file.bytes), endpoints: EndpointsFile(slots: []),
      artifacts: tree.artifacts.filter { $0.path != StateFolder.fillsFile })
    try slice.readEndpoints()
    return slice
  }

  private init(release: ReleaseFile, endpoints: EndpointsFile, artifacts: [Artifact]) {
    self.release = release
    self.endpoints = endpoints
    self.artifacts = artifacts
  }

  /// Files of one plane of one target, by their paths below its folder.
  package func files(of target: Target, _ plane: Plane) -> [Artifact] {
    let prefix = target.folder(of: plane) + "/"
    return artifacts.filter { $0.path.hasPrefix(prefix) }.map {
      Artifact(path: String($0.path.dropFirst(prefix.count)), bytes: $0.bytes)
    }
  }

  /// Files of one Envoy instance of a node, by their paths below its folder.
  func files(of node: String, instance: String) -> [Artifact] {
    let prefix = instance + "/"
    return files(of: .node(node), .envoy).filter { $0.path.hasPrefix(prefix) }.map {
      Artifact(path: String($0.path.dropFirst(prefix.utf8.count)), bytes: $0.bytes)
    }
  }

  /// Names of the Envoy instances of a node, sorted.
  package func instances(of node: String) -> [String] {
    var names: [String] = []
    for artifact in files(of: .node(node), .envoy) {
      let name = String(artifact.path.prefix { $0 != "/" })
      if names.last != name { names.append(name) }
    }
    return names
  }

  private static func takes(_ kind: BundleLayerKind, node: String, zones: [String]) -> Bool {
    switch kind {
    case .part(.node(let name), _): name == node
    case .part(.zone(let name), _): zones.contains(name)
    case .endpoints, .deployment: true
    }
  }

  private mutating func finish(node: String) throws(ReleaseFault) {
    artifacts.sort { ArtifactPath.precedes($0.path, $1.path) }
    let folder = Target.node(node).folder
    if !release.parts.contains(where: { $0.target == folder }) {
      throw ReleaseFault("the release has nothing for the node `\(node)`")
    }
    try readEndpoints()
  }

  private mutating func readEndpoints() throws(ReleaseFault) {
    guard let file = artifacts.first(where: { $0.path == EndpointsFile.path }) else { return }
    do throws(FormatError) {
      endpoints = try EndpointsFile.read(file.bytes)
    } catch {
      throw ReleaseFault("`\(EndpointsFile.path)` is malformed: \(error)")
    }
  }

  private static func readRelease(_ bytes: [UInt8]) throws(ReleaseFault) -> ReleaseFile {
    do throws(FormatError) {
      return try ReleaseFile.read(bytes)
    } catch {
      throw ReleaseFault("`\(ReleaseFile.path)` is malformed: \(error)")
    }
  }

  static func readTree(_ folder: String) throws(ReleaseFault) -> ArtifactTree {
    do {
      var artifacts: [Artifact] = []
      for path in try Files.listTree(folder) {
        artifacts.append(Artifact(path: path, bytes: try Files.read("\(folder)/\(path)")))
      }
      return try ArtifactTree(artifacts)
    } catch {
      throw ReleaseFault("\(error)")
    }
  }
}

/// The files of an OCI image layout on disk.
package struct DiskStorage: BundleStorage {
  package let root: String

  package init(root: String) { self.root = root }

  package func file(_ path: String) throws(BundleError) -> (any BundleFile)? {
    // A link could lead out of the layout, so only a plain file counts.
    guard ArtifactPath.fault(in: path) == nil, Files.status("\(root)/\(path)")?.kind == .file else { return nil }
    return try DiskFile("\(root)/\(path)")
  }
}

/// A file on disk that stays open.
package final class DiskFile: BundleFile {
  package let size: UInt64
  private let path: String
  private let descriptor: CInt

  package init(_ path: String) throws(BundleError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw .unreadable(path: path, reason: FileFault(errno: "read", path).reason) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .unreadable(path: path, reason: "it is not a file")
    }
    self.path = path
    self.descriptor = descriptor
    size = UInt64(status.st_size)
  }

  deinit { close(descriptor) }

  package func read(at offset: UInt64, count: Int) throws(BundleError) -> [UInt8] {
    guard count >= 0, offset <= size, UInt64(count) <= size - offset else {
      throw .unreadable(path: path, reason: "it ends before the bytes asked for")
    }
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let got = bytes.withUnsafeMutableBytes { buffer in
        pread(descriptor, buffer.baseAddress.map { $0 + done }, count - done, off_t(offset) + off_t(done))
      }
      if got < 0 && errno == EINTR { continue }
      if got <= 0 { throw .unreadable(path: path, reason: FileFault(errno: "read", path).reason) }
      done += got
    }
    return bytes
  }
}
