import CEpicShims
package import EpicArtifact
import Glibc
import SystemPackage

/// Writes an artifact tree so that a reader sees the old tree or the new one, never a mixture.
package enum OutputFolder {
  /// A tree that is written in full, beside the place where it belongs, and not yet to be seen there.
  ///
  /// The fresh folder is locked while this value lives, so that a later build can tell what a killed one left behind
  /// from what another one is writing. Without `commit` the folder goes with the value.
  package struct Staged: ~Copyable {
    fileprivate let fresh: String
    fileprivate let target: String
    fileprivate let descriptor: Int32

    /// Puts the tree in its place in one step, and removes what was there. If that fails, the place is as it was.
    package consuming func commit() throws(FileSystemError) {
      if OutputFolder.exists(target) {
        // Exchanged, `fresh` names the old tree, which goes with this value.
        guard unsafe epic_exchange_paths(fresh, target) == 0 else {
          throw .system(path: target, operation: "replace", message: "\(Errno(rawValue: errno))")
        }
      } else if unsafe rename(fresh, target) != 0 {
        throw .system(path: target, operation: "create", message: "\(Errno(rawValue: errno))")
      }
    }

    deinit {
      OutputFolder.removeTree(fresh)
      close(descriptor)
    }
  }

  /// Writes every artifact into a new folder beside `path` and exchanges the two in one step. The old tree is removed
  /// afterwards. If anything fails, `path` is as it was.
  package static func replace(
    _ path: String, with artifacts: [Artifact], marker: String = "release.json"
  ) throws(FileSystemError) {
    try stage(artifacts, for: path, marker: marker).commit()
  }

  /// Writes every artifact into a new folder beside `path`.
  ///
  /// A folder that exists and that no build wrote (it has files but not the `marker`) is refused. A link is followed:
  /// what it names is replaced, not the link.
  package static func stage(
    _ artifacts: [Artifact], for path: String, marker: String = "release.json"
  ) throws(FileSystemError) -> Staged {
    let target = try resolved(path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path)
    if exists(target) && !exists("\(target)/\(marker)") && !isEmptyFolder(target) {
      throw .system(
        path: target, operation: "replace", message: "it is not empty and holds no \(marker), so no build wrote it")
    }
    try makeParents(of: target)
    removeLeftovers(of: target)
    let fresh = try makeFresh(for: target)
    let descriptor = unsafe open(fresh, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    let staged = Staged(fresh: fresh, target: target, descriptor: descriptor)
    guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw .system(path: fresh, operation: "lock", message: "\(Errno(rawValue: errno))")
    }
    try write(artifacts, below: fresh)
    return staged
  }

  /// Writes one file beside its final name, flushes it, and renames it into place.
  ///
  /// Where the old and the new bytes say the same, nobody has to wait until the disk knows of the exchange:
  /// `isEquivalent` leaves that to the kernel. There is one whole file at any moment all the same.
  package static func writeFile(
    _ path: String, _ bytes: [UInt8], isEquivalent: Bool = false
  ) throws(FileSystemError) {
    let fresh = "\(path).new-\(getpid())"
    do {
      try writeBytes(fresh, bytes, flush: true)
    } catch {
      unsafe unlink(fresh)
      throw error
    }
    if unsafe rename(fresh, path) != 0 {
      let code = errno
      unsafe unlink(fresh)
      throw .system(path: path, operation: "write", message: "\(Errno(rawValue: code))")
    }
    if !isEquivalent { try flush(folder: parent(of: path)) }
  }

  /// Makes the folders that a file's path names.
  package static func makeParents(of path: String) throws(FileSystemError) {
    var made: Set<String> = []
    var parent = path.hasPrefix("/") ? "/" : "."
    for segment in path.split(separator: "/").dropLast() {
      parent += "/\(segment)"
      try makeFolder(parent, &made)
    }
  }

  private static func write(_ artifacts: [Artifact], below root: String) throws(FileSystemError) {
    var made: Set<String> = [root]
    for artifact in artifacts {
      let segments = artifact.path.split(separator: "/", omittingEmptySubsequences: false)
      guard segments.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }) else {
        throw .outside(path: artifact.path)
      }
      var folder = root
      for segment in segments.dropLast() {
        folder += "/\(segment)"
        try makeFolder(folder, &made)
      }
      try writeBytes("\(root)/\(artifact.path)", artifact.bytes, flush: false)
    }
  }

  private static func makeFolder(_ path: String, _ made: inout Set<String>) throws(FileSystemError) {
    guard made.insert(path).inserted else { return }
    if unsafe mkdir(path, 0o755) != 0 && errno != EEXIST {
      throw .system(path: path, operation: "create", message: "\(Errno(rawValue: errno))")
    }
  }

  private static func writeBytes(_ path: String, _ bytes: [UInt8], flush: Bool) throws(FileSystemError) {
    do {
      let descriptor = try FileDescriptor.open(
        FilePath(path), .writeOnly, options: [.create, .truncate],
        permissions: [.ownerReadWrite, .groupRead, .otherRead])
      try descriptor.closeAfter {
        _ = try descriptor.writeAll(bytes)
        if flush && fsync(descriptor.rawValue) != 0 { throw Errno(rawValue: errno) }
      }
    } catch {
      throw .system(path: path, operation: "write", message: "\(error)")
    }
  }

  /// Makes a new name in a folder outlast a power failure.
  private static func flush(folder: String) throws(FileSystemError) {
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { if descriptor >= 0 { close(descriptor) } }
    guard descriptor >= 0, fsync(descriptor) == 0 else {
      throw .system(path: folder, operation: "flush", message: "\(Errno(rawValue: errno))")
    }
  }

  // MARK: Paths

  /// The path that a link leads to, or the path itself.
  private static func resolved(_ path: String) throws(FileSystemError) -> String {
    var status = stat()
    guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return path }
    guard let real = unsafe realpath(path, nil) else {
      throw .system(path: path, operation: "follow", message: "\(Errno(rawValue: errno))")
    }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func exists(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }

  private static func isEmptyFolder(_ path: String) -> Bool { names(in: path)?.isEmpty ?? false }

  /// The names in a folder; nil if it cannot be read.
  private static func names(in folder: String) -> [String]? {
    guard let stream = unsafe opendir(folder) else { return nil }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }

  /// Makes a folder beside `target` that nobody else has.
  private static func makeFresh(for target: String) throws(FileSystemError) -> String {
    for number in 1...1000 {
      let fresh = "\(target).new-\(number)"
      if unsafe mkdir(fresh, 0o755) == 0 { return fresh }
      if errno != EEXIST { break }
    }
    throw .system(path: "\(target).new-1", operation: "create", message: "\(Errno(rawValue: errno))")
  }

  // MARK: Removing

  /// Removes the fresh folders beside `target` that nobody writes any more: the kernel took their lock away with the
  /// build that held it.
  private static func removeLeftovers(of target: String) {
    let folder = parent(of: target)
    let start = "\(target.split(separator: "/").last ?? "").new-"
    for name in names(in: folder) ?? [] where name.hasPrefix(start) {
      guard name.dropFirst(start.count).allSatisfy(\.isNumber) else { continue }
      let path = "\(folder)/\(name)"
      let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { removeTree(path) }
      close(descriptor)
    }
  }

  /// Removes a tree that this type made: plain files and folders; a link goes itself, never what it leads to. Errors are
  /// left to the next run, which starts by removing what is in its way.
  private static func removeTree(_ path: String) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      unsafe unlink(path)
      return
    }
    for name in names(in: path) ?? [] { removeTree("\(path)/\(name)") }
    unsafe rmdir(path)
  }
}
