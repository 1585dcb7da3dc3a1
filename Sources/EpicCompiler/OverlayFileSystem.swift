/// A file system with texts in memory above it: what an editor holds is compiled before it is saved, and fixes before they
/// are written.
package struct OverlayFileSystem: FileSystem {
  private let base: any FileSystem
  private var buffers: [String: [UInt8]]

  /// `buffers` are texts by their path below the base's root.
  package init(_ base: any FileSystem, buffers: [String: [UInt8]] = [:]) {
    self.base = base
    self.buffers = buffers
  }

  /// The texts in memory, by path.
  package var changes: [(path: String, text: [UInt8])] {
    buffers.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { ($0, buffers[$0] ?? []) }
  }

  /// Lays a text over a file.
  package mutating func write(_ path: String, _ text: [UInt8]) { buffers[path] = text }

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
