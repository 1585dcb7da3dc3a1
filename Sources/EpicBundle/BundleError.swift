package import EpicArtifact

/// Why a bundle is refused, or could not be read. Nothing of a refused bundle is unpacked.
package enum BundleError: Error, Hashable, Sendable {
  /// The storage could not give the bytes of a file.
  case unreadable(path: String, reason: String)
  /// A file that every layout has is not there: `oci-layout` or `index.json`.
  case missingFile(path: String)
  /// A file that is no part of the layout lies in the archive, or a tree holds one that no layer takes.
  case unexpectedFile(path: String)
  /// A document is not what its place asks for.
  case malformed(document: String, reason: String)
  /// The manifest is not one of an EPIC bundle.
  case notABundle(artifactType: String)
  /// A layer that this version does not know; what it does cannot be guessed.
  case unknownLayer(mediaType: String)
  /// Two layers of the same target and plane.
  case duplicateLayer(name: String)
  /// The release names a part that has no layer, or the other way round.
  case unpairedPart(folder: String)
  /// The files of a part are not those that the release names.
  case partMismatch(folder: String)
  case missingBlob(digest: ContentDigest)
  case digestMismatch(expected: ContentDigest, found: ContentDigest)
  /// The blob's length is not the one that its descriptor gives.
  case sizeMismatch(digest: ContentDigest, expected: UInt64, found: UInt64)
  /// A blob, a document, a file or a count is over the reader's limit.
  case oversize(what: String, size: UInt64, limit: UInt64)
  /// An archive ends before its end marker, or inside a header or file.
  case truncatedArchive(archive: String)
  /// An archive's header is damaged or uses a form that no bundle is written in.
  case damagedHeader(archive: String, reason: String)
  /// A path that leads out of the tree, or that no file system takes.
  case unsoundPath(path: String, fault: String)
  /// A path outside the folder that its layer stands for.
  case foreignPath(path: String, layer: String)
  case duplicatePath(path: String)
  /// A symbolic or hard link.
  case link(path: String)
  /// A folder, device, pipe or any other entry that is not a plain file.
  case notAFile(path: String, type: Character)
}

extension BundleError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unreadable(let path, let reason): "cannot read `\(path)`: \(reason)"
    case .missingFile(let path): "the bundle has no `\(path)`"
    case .unexpectedFile(let path): "the file `\(path)` has no place in a bundle"
    case .malformed(let document, let reason): "`\(document)` is malformed: \(reason)"
    case .notABundle(let type): "the artifact type is `\(type)`, not `\(BundleFormat.artifactType)`"
    case .unknownLayer(let type): "the layer type `\(type)` is not known to this version"
    case .duplicateLayer(let name): "the layer `\(name)` occurs twice"
    case .unpairedPart(let folder): "the part `\(folder)` is in only one of release and layers"
    case .partMismatch(let folder): "the files of `\(folder)` are not those that the release names"
    case .missingBlob(let digest): "the blob \(digest) is missing"
    case .digestMismatch(let expected, let found): "the blob \(expected) has the digest \(found)"
    case .sizeMismatch(let digest, let expected, let found): "the blob \(digest) has \(found) bytes, not \(expected)"
    case .oversize(let what, let size, let limit): "\(what) is \(size), over the limit of \(limit)"
    case .truncatedArchive(let archive): "the archive `\(archive)` is truncated"
    case .damagedHeader(let archive, let reason): "the archive `\(archive)` has a damaged header: \(reason)"
    case .unsoundPath(let path, let fault): "the path `\(path)` \(fault)"
    case .foreignPath(let path, let layer): "the path `\(path)` lies outside its layer `\(layer)`"
    case .duplicatePath(let path): "the path `\(path)` occurs twice in one layer"
    case .link(let path): "`\(path)` is a link"
    case .notAFile(let path, let type): "`\(path)` is not a plain file (type `\(type)`)"
    }
  }
}
