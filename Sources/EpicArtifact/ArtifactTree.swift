import EpicBase

/// The files of a build or of one layer of a bundle, sorted by path, each path sound and there once.
package struct ArtifactTree: Hashable, Sendable {
  /// In the order of `ArtifactPath.precedes`.
  package let artifacts: [Artifact]

  /// Sorts the files. Refuses a path that `ArtifactPath` finds unsound, one that occurs twice, and one that is a folder
  /// of another.
  package init(_ artifacts: [Artifact]) throws(ArtifactTreeError) {
    for artifact in artifacts {
      if let fault = ArtifactPath.fault(in: artifact.path) {
        throw ArtifactTreeError(path: artifact.path, fault: fault)
      }
    }
    let sorted = artifacts.sorted { ArtifactPath.precedes($0.path, $1.path) }
    // `a` and `a/b` need not be neighbours (`a.b` lies between them), so folders are kept on a stack of prefixes.
    var paths: Set<String> = []
    for artifact in sorted {
      if !paths.insert(artifact.path).inserted {
        throw ArtifactTreeError(path: artifact.path, fault: "occurs twice")
      }
      var folder = artifact.path[...]
      while let slash = folder.lastIndex(of: "/") {
        folder = folder[..<slash]
        if paths.contains(String(folder)) {
          throw ArtifactTreeError(path: artifact.path, fault: "lies below `\(folder)`, which is a file")
        }
      }
    }
    self.artifacts = sorted
  }

  /// The file at that path.
  package subscript(path path: String) -> Artifact? {
    var low = 0
    var high = artifacts.count
    while low < high {
      let middle = (low + high) / 2
      if ArtifactPath.precedes(artifacts[middle].path, path) { low = middle + 1 } else { high = middle }
    }
    return low < artifacts.count && artifacts[low].path == path ? artifacts[low] : nil
  }

  /// The files below a folder, their paths relative to it.
  package func below(_ folder: String) -> [Artifact] {
    let prefix = folder + "/"
    return artifacts.lazy.filter { $0.path.hasPrefix(prefix) }.map {
      Artifact(path: String($0.path.dropFirst(prefix.count)), bytes: $0.bytes)
    }
  }

  /// Digest of the tree, see `ContentDigest.init(ofTree:)`.
  package var digest: ContentDigest { ContentDigest(ofTree: artifacts) }
}

/// Why files do not make a tree.
package struct ArtifactTreeError: Error, Hashable, Sendable, CustomStringConvertible {
  package var path: String
  /// A phrase that follows the path's name.
  package var fault: String

  package init(path: String, fault: String) {
    self.path = path
    self.fault = fault
  }

  package var description: String { "the path `\(path)` \(fault)" }
}

extension ContentDigest {
  /// Digest of files as a whole: SHA-256 of what `sha256sum` prints for them, sorted by path byte by byte: for each file
  /// its digest, two spaces, its path, a newline. `find -type f | LC_ALL=C sort | xargs sha256sum | sha256sum`, run in
  /// the tree (and with `./` cut off), gives the same.
  package init(ofTree artifacts: [Artifact]) {
    var digests = FileDigests()
    self.init(ofTree: artifacts, &digests)
  }

  /// The same; files that were digested for another tree are not digested again. The files' paths are listed without
  /// the folder `root`, in which all of them lie.
  init(ofTree artifacts: [Artifact], below root: String = "", _ digests: inout FileDigests) {
    digests.take(artifacts)
    var listing: [UInt8] = []
    listing.reserveCapacity(artifacts.count * 128)
    let prefix = root.isEmpty ? 0 : root.utf8.count + 1
    // With one folder before all of them, whole paths sort as the rest of them does.
    let order = artifacts.indices.sorted { ArtifactPath.precedes(artifacts[$0].path, artifacts[$1].path) }
    for index in order {
      digests.digests[index].appendHex(to: &listing)
      listing.append("  ")
      let path = artifacts[index].path.utf8Span.span.extracting(droppingFirst: prefix)
      unsafe path.withUnsafeBufferPointer { unsafe listing.append(contentsOf: $0) }
      listing.append(UInt8(ascii: "\n"))
    }
    self.init(of: listing)
  }
}

/// Digests of the files of a tree, kept for the next one: nodes that serve the same have nearly all files in common, in
/// the same order, and mostly the same memory.
package struct FileDigests: Sendable {
  private var files: [Artifact] = []
  /// In the order of the files.
  fileprivate private(set) var digests: [ContentDigest] = []

  package init() {}

  fileprivate mutating func take(_ artifacts: [Artifact]) {
    for index in artifacts.indices {
      if index < files.count && files[index].bytes == artifacts[index].bytes { continue }
      let digest = ContentDigest(of: artifacts[index].bytes)
      if index < digests.count { digests[index] = digest } else { digests.append(digest) }
    }
    digests.removeLast(digests.count - artifacts.count)
    files = artifacts
  }
}
