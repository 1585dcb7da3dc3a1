package import EpicCompiler

/// A file system with the client's open texts above it: what is typed is compiled before it is saved.
package struct OverlayFileSystem: FileSystem {
  private let base: any FileSystem
  private let buffers: [String: [UInt8]]

  /// `buffers` are texts by their path below the base's root.
  package init(_ base: any FileSystem, buffers: [String: [UInt8]]) {
    self.base = base
    self.buffers = buffers
  }

  package func files(withSuffix suffix: String) throws(FileSystemError) -> [String] {
    var files = Set(try base.files(withSuffix: suffix))
    for path in buffers.keys where path.hasSuffix(suffix) && !OverlayFileSystem.isHidden(path) { files.insert(path) }
    return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  package func read(_ path: String, atMost limit: Int) throws(FileSystemError) -> [UInt8] {
    guard let bytes = buffers[path] else { return try base.read(path, atMost: limit) }
    guard bytes.count <= limit else { throw .tooLarge(path: path, limit: limit) }
    return bytes
  }

  /// Whether the base would leave the path out as well.
  private static func isHidden(_ path: String) -> Bool { path.split(separator: "/").contains { $0.hasPrefix(".") } }
}
