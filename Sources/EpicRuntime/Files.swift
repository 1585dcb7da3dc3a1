import Glibc
import SystemPackage

/// A file operation that failed.
package struct FileFault: Error, Hashable, Sendable, CustomStringConvertible {
  package var path: String
  /// What was attempted, as a verb: `read`, `write`, `create`.
  package var operation: String
  /// The reason, as the system words it.
  package var reason: String

  package init(_ operation: String, _ path: String, _ reason: String) {
    self.path = path
    self.operation = operation
    self.reason = reason
  }

  /// The fault that the current `errno` tells.
  init(errno operation: String, _ path: String) {
    self.init(operation, path, "\(Errno(rawValue: Glibc.errno))")
  }

  package var description: String { "cannot \(operation) `\(path)`: \(reason)" }
}

/// File operations of the applier. What must survive a loss of power is written beside its final name, flushed, renamed,
/// and the folder flushed; without both flushes a rename is no promise.
enum Files {
  enum Kind {
    case file
    case folder
    case link
    case other
  }

  struct Status {
    var kind: Kind
    var mode: mode_t
    var owner: uid_t
    var size: UInt64
  }

  /// What stands at the path, links not followed; nil if nothing does.
  static func status(_ path: String) -> Status? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    let kind: Kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    return Status(kind: kind, mode: status.st_mode & 0o7777, owner: status.st_uid, size: UInt64(status.st_size))
  }

  static func exists(_ path: String) -> Bool { status(path) != nil }

  /// Reads a whole file, links followed.
  static func read(_ path: String, atMost limit: Int = 1 << 30) throws(FileFault) -> [UInt8] {
    do {
      let descriptor = try FileDescriptor.open(FilePath(path), .readOnly, options: [.closeOnExec])
      defer { try? descriptor.close() }
      var bytes: [UInt8] = []
      var chunk = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = try chunk.withUnsafeMutableBytes { try descriptor.read(into: $0) }
        if count == 0 { return bytes }
        bytes.append(contentsOf: chunk[..<count])
        if bytes.count > limit { throw FileFault("read", path, "it has more than \(limit) bytes") }
      }
    } catch let fault as FileFault {
      throw fault
    } catch {
      throw FileFault("read", path, "\(error)")
    }
  }

  /// Reads at most `limit` bytes from an offset on; fewer where the file ends.
  static func read(_ path: String, from offset: UInt64, atMost limit: Int) throws(FileFault) -> [UInt8] {
    do {
      let descriptor = try FileDescriptor.open(FilePath(path), .readOnly, options: [.closeOnExec])
      defer { try? descriptor.close() }
      var bytes = [UInt8](repeating: 0, count: limit)
      var done = 0
      while done < limit {
        let count = try bytes.withUnsafeMutableBytes { buffer in
          try descriptor.read(
            fromAbsoluteOffset: Int64(clamping: offset) + Int64(done),
            into: UnsafeMutableRawBufferPointer(rebasing: buffer[done...]))
        }
        if count == 0 { break }
        done += count
      }
      return Array(bytes[..<done])
    } catch {
      throw FileFault("read", path, "\(error)")
    }
  }

  /// Reads a file, or gives nil if there is none.
  static func readIfPresent(_ path: String) throws(FileFault) -> [UInt8]? {
    exists(path) ? try read(path) : nil
  }

  /// Writes a new file in place. For files that nobody reads yet.
  static func write(_ path: String, _ bytes: [UInt8], mode: mode_t = 0o644) throws(FileFault) {
    do {
      let descriptor = try FileDescriptor.open(
        FilePath(path), .writeOnly, options: [.create, .truncate, .closeOnExec, .noFollow],
        permissions: FilePermissions(rawValue: CModeT(mode)))
      try descriptor.closeAfter {
        _ = try descriptor.writeAll(bytes)
        if fchmod(descriptor.rawValue, mode) != 0 || fsync(descriptor.rawValue) != 0 {
          throw Errno(rawValue: errno)
        }
      }
    } catch {
      throw FileFault("write", path, "\(error)")
    }
  }

  /// Replaces a file: readers see the old bytes or the new ones, also after a loss of power.
  ///
  /// `staging` is a folder of the same file system for the temporary name; nil takes the file's own folder. A folder
  /// whose every rename wakes a reader has its temporaries elsewhere.
  static func replace(
    _ path: String, _ bytes: [UInt8], mode: mode_t = 0o644, staging: String? = nil
  ) throws(FileFault) {
    let folder = parent(of: path)
    let fresh = "\(staging ?? folder)/.\(name(of: path)).new"
    do {
      try write(fresh, bytes, mode: mode)
      try rename(fresh, to: path)
    } catch {
      unlink(fresh)
      throw error
    }
    try flush(folder: folder)
  }

  static func rename(_ path: String, to target: String) throws(FileFault) {
    if Glibc.rename(path, target) != 0 { throw FileFault(errno: "rename", path) }
  }

  /// Flushes a folder, so that the names in it survive a loss of power.
  static func flush(folder: String) throws(FileFault) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor < 0 { throw FileFault(errno: "open", folder) }
    defer { close(descriptor) }
    if fsync(descriptor) != 0 { throw FileFault(errno: "flush", folder) }
  }

  /// Flushes a folder and those in it, the innermost first, so that a name never survives without what it names.
  static func flushTree(_ folder: String) throws(FileFault) {
    for name in try list(folder) where status("\(folder)/\(name)")?.kind == .folder {
      try flushTree("\(folder)/\(name)")
    }
    try flush(folder: folder)
  }

  /// Makes a folder and those above it, and flushes their names; those that exist stay as they are.
  static func makeFolder(_ path: String, mode: mode_t = 0o755) throws(FileFault) {
    if let status = status(path) {
      if status.kind == .folder || status.kind == .link { return }
      throw FileFault("create", path, "a file has the name")
    }
    let above = parent(of: path)
    if above != path { try makeFolder(above) }
    if mkdir(path, mode) != 0 {
      if errno == EEXIST { return }
      throw FileFault(errno: "create", path)
    }
    try flush(folder: above)
  }

  /// Points a symbolic link somewhere else, in one step.
  static func flip(link: String, to target: String) throws(FileFault) {
    if readLink(link) == target { return }
    let folder = parent(of: link)
    let fresh = "\(folder)/.\(name(of: link)).new"
    unlink(fresh)
    if symlink(target, fresh) != 0 { throw FileFault(errno: "create", fresh) }
    do {
      try rename(fresh, to: link)
    } catch {
      unlink(fresh)
      throw error
    }
    try flush(folder: folder)
  }

  /// Where a symbolic link points; nil if the path is none.
  static func readLink(_ path: String) -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &buffer, buffer.count)
    return count < 0 ? nil : String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Names in a folder, sorted; none if it does not exist.
  static func list(_ folder: String) throws(FileFault) -> [String] {
    guard let stream = opendir(folder) else {
      if errno == ENOENT { return [] }
      throw FileFault(errno: "list", folder)
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Paths of all plain files below a folder, relative to it, sorted by folder and name. Links are not followed.
  static func listTree(_ folder: String) throws(FileFault) -> [String] {
    var found: [String] = []
    var pending = [""]
    while let relative = pending.popLast() {
      for name in try list(relative.isEmpty ? folder : "\(folder)/\(relative)") {
        let path = relative.isEmpty ? name : "\(relative)/\(name)"
        switch status("\(folder)/\(path)")?.kind {
        case .file: found.append(path)
        case .folder: pending.append(path)
        case .link, .other: throw FileFault("read", "\(folder)/\(path)", "it is neither file nor folder")
        case nil: continue
        }
      }
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  static func remove(_ path: String) throws(FileFault) {
    if unlink(path) != 0 && errno != ENOENT { throw FileFault(errno: "remove", path) }
  }

  /// Removes a folder with everything in it; links are removed, not followed.
  static func removeTree(_ path: String) throws(FileFault) {
    guard let status = status(path) else { return }
    if status.kind != .folder { return try remove(path) }
    for name in try list(path) { try removeTree("\(path)/\(name)") }
    if rmdir(path) != 0 { throw FileFault(errno: "remove", path) }
  }

  /// The path from the root, links resolved; a path that does not exist stays as it is.
  static func absolute(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The path from the root, by the current folder; links and what does not exist stay as they are.
  static func fromRoot(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    let folder = absolute(".")
    return path.isEmpty || path == "." ? folder : folder == "/" ? "/\(path)" : "\(folder)/\(path)"
  }

  /// Why a folder that holds secrets cannot be used: it has to be closed to group and others, and to belong to the user
  /// that runs this, or to root. Links are followed. Nil if it can.
  static func openness(_ path: String) -> String? {
    guard let status = status(absolute(path)) else { return "it is missing" }
    if status.mode & 0o077 != 0 {
      return "it is open to group or others (mode \(String(status.mode, radix: 8))); close it"
    }
    return status.owner == geteuid() || status.owner == 0
      ? nil : "it belongs to user \(status.owner), not to the one that runs this"
  }

  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }
}
