import Crypto
package import EpicArtifact
import EpicBase

/// A bundle whose every blob, layer and file was checked.
package struct VerifiedBundle {
  package let release: ReleaseFile
  /// `release.json` as it was packed.
  package let releaseBytes: [UInt8]
  /// Digest of the manifest: the bundle's own name.
  package let digest: ContentDigest
  package let layers: [BundleLayer]
  private let storage: any BundleStorage
  private let limits: BundleLimits

  fileprivate init(
    release: ReleaseFile, releaseBytes: [UInt8], digest: ContentDigest, layers: [BundleLayer],
    storage: any BundleStorage, limits: BundleLimits
  ) {
    self.release = release
    self.releaseBytes = releaseBytes
    self.digest = digest
    self.layers = layers
    self.storage = storage
    self.limits = limits
  }

  /// The files of one layer, by their paths in the artifact tree, sorted. Memory: the layer's bytes. The digest is
  /// checked again over the bytes that are returned, so a file that changed after verification is refused.
  package func artifacts(of layer: BundleLayer) throws(BundleError) -> [Artifact] {
    let file = try BundleReader.blob(layer.blob, limit: limits.layerBytes, in: storage)
    let bytes = try file.read(at: 0, count: Int(layer.blob.size))
    let found = ContentDigest(of: bytes)
    if found != layer.blob.digest { throw .digestMismatch(expected: layer.blob.digest, found: found) }
    let memory = MemoryFile(path: layer.kind.name, bytes: bytes)
    var reader = TarReader(memory, name: layer.kind.name, limits: limits)
    var result: [Artifact] = []
    while let entry = try reader.next() {
      result.append(Artifact(path: entry.path, bytes: try memory.read(at: entry.offset, count: Int(entry.size))))
    }
    return result.sorted { ArtifactPath.precedes($0.path, $1.path) }
  }

  /// The whole artifact tree. Memory: all its bytes.
  package func tree() throws(BundleError) -> ArtifactTree {
    var artifacts = [Artifact(path: ReleaseFile.path, bytes: releaseBytes)]
    for layer in layers { artifacts += try self.artifacts(of: layer) }
    do {
      return try ArtifactTree(artifacts)
    } catch {
      throw .unsoundPath(path: error.path, fault: error.fault)
    }
  }
}

/// Reads bundles. Everything that can be refused is refused by `verify`, before a byte is unpacked; it reads in chunks
/// and holds documents and paths, never a layer.
package enum BundleReader {
  /// Bytes read at once.
  private static let chunkBytes = 1 << 20

  /// Verifies a bundle that is one archive.
  package static func verify(
    archive: any BundleFile, limits: BundleLimits = BundleLimits()
  ) throws(BundleError) -> VerifiedBundle {
    try verify(ArchiveStorage(archive, limits: limits), limits: limits)
  }

  /// Verifies a bundle in a layout: digest and size of every blob that the manifest names, every header and path of
  /// every layer, and the files of every part against the release.
  package static func verify(
    _ storage: any BundleStorage, limits: BundleLimits = BundleLimits()
  ) throws(BundleError) -> VerifiedBundle {
    try BundleManifest.checkLayout(document(BundleFormat.layoutFile, limits: limits, in: storage))
    let manifestBlob = try BundleManifest.manifest(
      inIndex: document(BundleFormat.indexFile, limits: limits, in: storage))
    let manifest = try BundleManifest(
      bytes(of: manifestBlob, limit: limits.documentBytes, in: storage), limits: limits)
    let releaseBytes = try bytes(of: manifest.config, limit: limits.releaseBytes, in: storage)
    let release: ReleaseFile
    do {
      release = try ReleaseFile.read(releaseBytes)
    } catch {
      throw .malformed(document: ReleaseFile.path, reason: error.message)
    }
    var folders = Set(release.parts.map(\.folder))
    for layer in manifest.layers {
      let file = try blob(layer.blob, limit: limits.layerBytes, in: storage)
      try check(file, layer.blob)
      let tree = try check(file, layer.kind, limits: limits)
      guard case .part = layer.kind else { continue }
      guard folders.remove(layer.kind.name) != nil,
        let part = release.parts.first(where: { $0.folder == layer.kind.name })
      else { throw .unpairedPart(folder: layer.kind.name) }
      if part.tree != tree { throw .partMismatch(folder: layer.kind.name) }
    }
    // A part without files has no layer.
    for part in release.parts where folders.contains(part.folder) && part.files > 0 {
      throw .unpairedPart(folder: part.folder)
    }
    return VerifiedBundle(
      release: release, releaseBytes: releaseBytes, digest: manifestBlob.digest, layers: manifest.layers,
      storage: storage, limits: limits)
  }

  /// The blob's file, its length checked against descriptor and limit.
  static func blob(
    _ blob: BlobDescriptor, limit: UInt64, in storage: any BundleStorage
  ) throws(BundleError) -> any BundleFile {
    if blob.size > limit { throw .oversize(what: "the blob \(blob.digest)", size: blob.size, limit: limit) }
    guard let file = try storage.file(BundleFormat.blobPath(blob.digest)) else {
      throw .missingBlob(digest: blob.digest)
    }
    if file.size != blob.size {
      throw .sizeMismatch(digest: blob.digest, expected: blob.size, found: file.size)
    }
    return file
  }

  private static func bytes(
    of descriptor: BlobDescriptor, limit: UInt64, in storage: any BundleStorage
  ) throws(BundleError) -> [UInt8] {
    let file = try blob(descriptor, limit: limit, in: storage)
    let bytes = try file.read(at: 0, count: Int(descriptor.size))
    let found = ContentDigest(of: bytes)
    if found != descriptor.digest { throw .digestMismatch(expected: descriptor.digest, found: found) }
    return bytes
  }

  private static func document(
    _ path: String, limits: BundleLimits, in storage: any BundleStorage
  ) throws(BundleError) -> [UInt8] {
    guard let file = try storage.file(path) else { throw .missingFile(path: path) }
    if file.size > limits.documentBytes {
      throw .oversize(what: "the file `\(path)`", size: file.size, limit: limits.documentBytes)
    }
    return try file.read(at: 0, count: Int(file.size))
  }

  private static func check(_ file: any BundleFile, _ blob: BlobDescriptor) throws(BundleError) {
    let found = try digest(of: file, at: 0, size: blob.size)
    if found != blob.digest { throw .digestMismatch(expected: blob.digest, found: found) }
  }

  /// Checks headers and paths of a layer; gives the digest of its files as a tree (`ContentDigest.init(ofTree:)`).
  private static func check(
    _ file: any BundleFile, _ kind: BundleLayerKind, limits: BundleLimits
  ) throws(BundleError) -> ContentDigest {
    var reader = TarReader(file, name: kind.name, limits: limits)
    var entries: [TarEntry] = []
    while let entry = try reader.next() {
      guard kind.holds(entry.path) else { throw .foreignPath(path: entry.path, layer: kind.name) }
      entries.append(entry)
    }
    entries.sort { ArtifactPath.precedes($0.path, $1.path) }
    var listing: [UInt8] = []
    let prefix = kind.name.utf8.count + 1
    for entry in entries {
      listing.appendHex(try digest(of: file, at: entry.offset, size: entry.size).bytes)
      listing.append("  ")
      listing.append(contentsOf: entry.path.utf8.dropFirst(prefix))
      listing.append(UInt8(ascii: "\n"))
    }
    return ContentDigest(of: listing)
  }

  private static func digest(
    of file: any BundleFile, at start: UInt64, size: UInt64
  ) throws(BundleError) -> ContentDigest {
    var hash = SHA256()
    var offset = start
    var rest = size
    while rest > 0 {
      let count = Int(min(rest, UInt64(chunkBytes)))
      hash.update(data: try file.read(at: offset, count: count))
      offset += UInt64(count)
      rest -= UInt64(count)
    }
    // A SHA-256 digest has 32 bytes, so this is never nil.
    return ContentDigest(bytes: Array(hash.finalize())) ?? ContentDigest(of: [])
  }
}
