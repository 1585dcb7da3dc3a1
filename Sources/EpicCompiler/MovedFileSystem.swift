/// A file system in which one folder has another path: what a workspace will be when the folder is renamed.
package struct MovedFileSystem: FileSystem {
  private let base: any FileSystem
  private let old: String
  private let new: String

  /// `old` and `new` are paths of folders; nothing may be at `new`.
  package init(_ base: any FileSystem, from old: String, to new: String) {
    self.base = base
    self.old = old
    self.new = new
  }

  package func files(withSuffix suffix: String) throws(FileSystemError) -> [String] {
    try base.files(withSuffix: suffix)
      .map { $0.hasPrefix(old + "/") ? new + $0.dropFirst(old.count) : $0 }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  package func read(_ path: String, atMost limit: Int) throws(FileSystemError) -> [UInt8] {
    if path.hasPrefix(new + "/") { return try base.read(old + path.dropFirst(new.count), atMost: limit) }
    if path.hasPrefix(old + "/") { throw .notFound(path: path) }
    return try base.read(path, atMost: limit)
  }
}
