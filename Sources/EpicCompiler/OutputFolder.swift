import CEpicShims
package import EpicArtifact
import Glibc
import SystemPackage

/// Writes an artifact tree so that a reader sees the old tree or the new one, never a mixture.
package enum OutputFolder {
  /// Writes every artifact into a new folder beside `path` and exchanges the two in one step. The old tree is removed
  /// afterwards. If anything fails, `path` is as it was.
  ///
  /// A folder that exists and that no build wrote (it has files but not the `marker`) is refused.
  package static func replace(
    _ path: String, with artifacts: [Artifact], marker: String = "release.json"
  ) throws(FileSystemError) {
    let target = path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path
    if exists(target) && !exists("\(target)/\(marker)") && !isEmptyFolder(target) {
      throw .system(
        path: target, operation: "replace", message: "it is not empty and holds no \(marker), so no build wrote it")
    }
    let fresh = "\(target).new-\(getpid())"
    removeTree(fresh)
    do {
      try write(artifacts, below: fresh)
    } catch {
      removeTree(fresh)
      throw error
    }
    if exists(target) {
      // Exchanged, `fresh` names the old tree.
      guard unsafe epic_exchange_paths(fresh, target) == 0 else {
        let code = errno
        removeTree(fresh)
        throw .system(path: target, operation: "replace", message: "\(Errno(rawValue: code))")
      }
      removeTree(fresh)
    } else if unsafe rename(fresh, target) != 0 {
      let code = errno
      removeTree(fresh)
      throw .system(path: target, operation: "create", message: "\(Errno(rawValue: code))")
    }
  }

  /// Writes one file beside its final name, flushes it, and renames it into place.
  package static func writeFile(_ path: String, _ bytes: [UInt8]) throws(FileSystemError) {
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
    var made: Set<String> = []
    try makeParents(of: root)
    try makeFolder(root, &made)
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

  private static func exists(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }

  private static func isEmptyFolder(_ path: String) -> Bool {
    guard let stream = unsafe opendir(path) else { return false }
    defer { unsafe closedir(stream) }
    var count = 0
    while unsafe readdir(stream) != nil { count += 1 }
    return count <= 2
  }

  /// Removes a tree that this type made: plain files and folders. Errors are left to the next run, which starts by
  /// removing what is in its way.
  private static func removeTree(_ path: String) {
    if let stream = unsafe opendir(path) {
      var names: [String] = []
      while let entry = unsafe readdir(stream) {
        let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
        }
        if name != "." && name != ".." { names.append(name) }
      }
      unsafe closedir(stream)
      for name in names {
        let child = "\(path)/\(name)"
        var status = stat()
        if unsafe lstat(child, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
          removeTree(child)
        } else {
          unsafe unlink(child)
        }
      }
      unsafe rmdir(path)
    }
  }
}
