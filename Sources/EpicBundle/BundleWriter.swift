package import EpicArtifact
import EpicBase

/// Packs an artifact tree as an OCI image layout. Pure: the same tree gives the same bytes.
package enum BundleWriter {
  /// The files of the layout, sorted by path: `oci-layout`, `index.json` and the blobs.
  ///
  /// Every layer is one deterministic tar archive whose paths are those of the tree, so that unpacking all layers into
  /// one folder gives the tree without `release.json`, which is the config blob.
  package static func layout(of tree: ArtifactTree) throws(BundleError) -> [Artifact] {
    guard let releaseFile = tree[path: ReleaseFile.path] else { throw .missingFile(path: ReleaseFile.path) }
    let release: ReleaseFile
    do {
      release = try ReleaseFile.read(releaseFile.bytes)
    } catch {
      throw .malformed(document: ReleaseFile.path, reason: error.message)
    }
    var blobs: [Artifact] = []
    func add(_ bytes: [UInt8], _ mediaType: String) -> BlobDescriptor {
      let digest = ContentDigest(of: bytes)
      blobs.append(Artifact(path: BundleFormat.blobPath(digest), bytes: bytes))
      return BlobDescriptor(mediaType: mediaType, digest: digest, size: UInt64(bytes.count))
    }

    let config = add(releaseFile.bytes, BundleFormat.configMediaType)
    var layers: [BundleLayer] = []
    for (kind, artifacts) in try grouped(tree) {
      layers.append(BundleLayer(kind: kind, blob: add(TarWriter.archive(artifacts), kind.mediaType)))
    }
    let manifest = BundleManifest(sequence: release.sequence, config: config, layers: layers)
    let manifestBlob = add(manifest.write(), BundleFormat.manifestMediaType)
    var files = blobs
    files.append(Artifact(path: BundleFormat.layoutFile, bytes: BundleManifest.layoutDocument()))
    files.append(Artifact(path: BundleFormat.indexFile, bytes: BundleManifest.index(of: manifestBlob)))
    // Equal layers of two targets are one blob.
    var sorted: [Artifact] = []
    for file in files.sorted(by: { ArtifactPath.precedes($0.path, $1.path) }) where sorted.last?.path != file.path {
      sorted.append(file)
    }
    return sorted
  }

  /// The layout as one deterministic tar archive: `*.epicb`.
  package static func archive(_ layout: [Artifact]) -> [UInt8] {
    TarWriter.archive(layout.sorted { ArtifactPath.precedes($0.path, $1.path) })
  }

  /// The tree's files by layer. The tree is sorted, so a part's files are neighbours and layers come sorted by name.
  private static func grouped(_ tree: ArtifactTree) throws(BundleError) -> [(BundleLayerKind, [Artifact])] {
    var groups: [(BundleLayerKind, [Artifact])] = []
    for artifact in tree.artifacts where artifact.path != ReleaseFile.path {
      guard let kind = BundleLayerKind(holding: artifact.path) else { throw .unexpectedFile(path: artifact.path) }
      if let last = groups.indices.last, groups[last].0 == kind {
        groups[last].1.append(artifact)
      } else {
        groups.append((kind, [artifact]))
      }
    }
    return groups
  }
}
