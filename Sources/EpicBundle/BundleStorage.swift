package import EpicArtifact

/// One file that can be read at any place. Callers that have a disk give their own form.
package protocol BundleFile {
  /// Length in bytes.
  var size: UInt64 { get }
  /// Exactly the `count` bytes at `offset`; an error if the file does not have them.
  func read(at offset: UInt64, count: Int) throws(BundleError) -> [UInt8]
}

/// The files of an OCI image layout, by path below its root.
package protocol BundleStorage {
  /// The file, or nil if there is none. A link is none.
  func file(_ path: String) throws(BundleError) -> (any BundleFile)?
}

/// A file in memory.
package struct MemoryFile: BundleFile {
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  package var size: UInt64 { UInt64(bytes.count) }

  package func read(at offset: UInt64, count: Int) throws(BundleError) -> [UInt8] {
    guard count >= 0, offset <= size, UInt64(count) <= size - offset else {
      throw .unreadable(path: path, reason: "it ends before the bytes asked for")
    }
    return Array(bytes[Int(offset)..<Int(offset) + count])
  }
}

/// A layout in memory.
package struct MemoryStorage: BundleStorage {
  private let files: [String: MemoryFile]

  /// Of two files with one path the last stays.
  package init(_ artifacts: [Artifact]) {
    var files: [String: MemoryFile] = [:]
    for artifact in artifacts { files[artifact.path] = MemoryFile(path: artifact.path, bytes: artifact.bytes) }
    self.files = files
  }

  package func file(_ path: String) throws(BundleError) -> (any BundleFile)? { files[path] }
}

/// A layout in one tar archive: `*.epicb`. Holds the index of the archive, not its bytes.
package struct ArchiveStorage: BundleStorage {
  private let archive: any BundleFile
  private var entries: [String: TarEntry] = [:]

  /// Reads the archive's headers. Refuses every entry that has no place in a layout.
  package init(_ archive: any BundleFile, limits: BundleLimits) throws(BundleError) {
    self.archive = archive
    var fileLimit = limits
    fileLimit.fileBytes = limits.layerBytes
    var reader = TarReader(archive, name: "bundle", limits: fileLimit)
    while let entry = try reader.next() {
      let isBlob = entry.path.hasPrefix(BundleFormat.blobFolder + "/")
      if !isBlob && entry.path != BundleFormat.layoutFile && entry.path != BundleFormat.indexFile {
        throw .unexpectedFile(path: entry.path)
      }
      entries[entry.path] = entry
    }
  }

  package func file(_ path: String) throws(BundleError) -> (any BundleFile)? {
    guard let entry = entries[path] else { return nil }
    return Slice(archive: archive, entry: entry)
  }

  private struct Slice: BundleFile {
    let archive: any BundleFile
    let entry: TarEntry

    var size: UInt64 { entry.size }

    func read(at offset: UInt64, count: Int) throws(BundleError) -> [UInt8] {
      guard count >= 0, offset <= size, UInt64(count) <= size - offset else {
        throw .unreadable(path: entry.path, reason: "it ends before the bytes asked for")
      }
      return try archive.read(at: entry.offset + offset, count: count)
    }
  }
}
