/// What the compiler asks of a place where files are: the disk, or memory in tests and editors. All paths are relative
/// to the workspace's root and `/`-separated.
package protocol FileSystem: Sendable {
  /// Paths of all regular files below the root whose name ends in `suffix`, sorted byte-wise. Folders and files whose
  /// name starts with a dot are left out, and links to folders are not followed.
  func files(withSuffix suffix: String) throws(FileSystemError) -> [String]

  /// The bytes of a regular file; what a link leads to is not part of the workspace.
  func read(_ path: String, atMost limit: Int) throws(FileSystemError) -> [UInt8]
}

/// Why a file could not be read or written.
package enum FileSystemError: Error, Hashable, Sendable, CustomStringConvertible {
  case notFound(path: String)
  case tooLarge(path: String, limit: Int)
  case tooMany(limit: Int)
  /// The path leaves the workspace or is not a plain relative path.
  case outside(path: String)
  /// A link, a device or a pipe, or a path that leads through a link.
  case notRegular(path: String)
  case system(path: String, operation: String, message: String)

  package var description: String {
    switch self {
    case .notFound(let path): "`\(path)` does not exist"
    case .tooLarge(let path, let limit): "`\(path)` is longer than \(limit) bytes"
    case .tooMany(let limit): "the workspace has more than \(limit) files"
    case .outside(let path): "`\(path)` is not a path inside the workspace"
    case .notRegular(let path): "`\(path)` is not a regular file; links are not followed"
    case .system(let path, let operation, let message): "cannot \(operation) `\(path)`: \(message)"
    }
  }
}

/// Files in memory.
package struct MemoryFileSystem: FileSystem {
  private var contents: [String: [UInt8]]

  package init(_ contents: [String: [UInt8]] = [:]) { self.contents = contents }

  /// Adds or replaces a file.
  package mutating func write(_ path: String, _ bytes: [UInt8]) { contents[path] = bytes }

  /// Removes a file, if it is there.
  package mutating func remove(_ path: String) { contents[path] = nil }

  package func files(withSuffix suffix: String) throws(FileSystemError) -> [String] {
    contents.keys.filter { $0.hasSuffix(suffix) }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  package func read(_ path: String, atMost limit: Int) throws(FileSystemError) -> [UInt8] {
    guard let bytes = contents[path] else { throw .notFound(path: path) }
    guard bytes.count <= limit else { throw .tooLarge(path: path, limit: limit) }
    return bytes
  }
}
