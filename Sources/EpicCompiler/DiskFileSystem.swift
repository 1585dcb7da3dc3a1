import EpicBase
import Glibc
import SystemPackage

/// The real file system below one folder.
package struct DiskFileSystem: FileSystem {
  /// The folder that paths are relative to.
  package let root: String

  package init(root: String) { self.root = root.isEmpty ? "." : root }

  package func files(withSuffix suffix: String) throws(FileSystemError) -> [String] {
    var found: [String] = []
    var pending = [""]
    while let folder = pending.popLast() {
      for entry in try entries(of: folder) {
        let path = folder.isEmpty ? entry.name : "\(folder)/\(entry.name)"
        if entry.isFolder {
          pending.append(path)
        } else if entry.name.hasSuffix(suffix) {
          found.append(path)
          if found.count > Limits.sourceFiles { throw .tooMany(limit: Limits.sourceFiles) }
        }
      }
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  package func read(_ path: String, atMost limit: Int) throws(FileSystemError) -> [UInt8] {
    let segments = path.split(separator: "/", omittingEmptySubsequences: false)
    guard !segments.isEmpty, segments.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }) else {
      throw .outside(path: path)
    }
    let descriptor = try open(segments.map(String.init), of: path)
    defer { try? descriptor.close() }
    return try DiskFileSystem.readAll(descriptor, path, atMost: limit)
  }

  /// Reads any file of the disk by its path.
  package static func readFile(_ path: String, atMost limit: Int) throws(FileSystemError) -> [UInt8] {
    let descriptor: FileDescriptor
    do {
      descriptor = try FileDescriptor.open(FilePath(path), .readOnly)
    } catch {
      throw failure(error, path)
    }
    defer { try? descriptor.close() }
    return try readAll(descriptor, path, atMost: limit)
  }

  /// Opens a file below the root, segment by segment, so that no link can lead out of the workspace. A pipe does not
  /// block.
  private func open(_ segments: [String], of path: String) throws(FileSystemError) -> FileDescriptor {
    var folder = unsafe Glibc.open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { if folder >= 0 { close(folder) } }
    for (index, segment) in segments.enumerated() where folder >= 0 {
      let isLast = index == segments.count - 1
      let kind = isLast ? O_NONBLOCK : O_DIRECTORY
      let next = unsafe openat(folder, segment, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | kind)
      let code = errno
      close(folder)
      errno = code
      folder = next
    }
    guard folder >= 0 else {
      let error = Errno(rawValue: errno)
      if error == .tooManySymbolicLinkLevels { throw .notRegular(path: path) }
      // With O_NOFOLLOW and O_DIRECTORY a link is "not a directory"; so is a file where a folder has to be.
      if error == .notDirectory { throw .notRegular(path: path) }
      throw DiskFileSystem.failure(error, path)
    }
    var status = stat()
    guard unsafe fstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .notRegular(path: path)
    }
    defer { folder = -1 }
    return FileDescriptor(rawValue: folder)
  }

  private static func readAll(
    _ descriptor: FileDescriptor, _ path: String, atMost limit: Int
  ) throws(FileSystemError) -> [UInt8] {
    do {
      var bytes: [UInt8] = []
      var chunk = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = try unsafe chunk.withUnsafeMutableBytes { try unsafe descriptor.read(into: $0) }
        if count == 0 { return bytes }
        bytes.append(contentsOf: chunk.prefix(count))
        if bytes.count > limit { throw FileSystemError.tooLarge(path: path, limit: limit) }
      }
    } catch let error as FileSystemError {
      throw error
    } catch {
      throw failure(error, path)
    }
  }

  private static func failure(_ error: any Error, _ path: String) -> FileSystemError {
    if let error = error as? Errno, error == .noSuchFileOrDirectory { return .notFound(path: path) }
    return .system(path: path, operation: "read", message: "\(error)")
  }

  private func entries(of folder: String) throws(FileSystemError) -> [(name: String, isFolder: Bool)] {
    let path = folder.isEmpty ? root : "\(root)/\(folder)"
    guard let stream = unsafe opendir(path) else {
      throw .system(path: path, operation: "list", message: "\(Errno(rawValue: errno))")
    }
    defer { unsafe closedir(stream) }
    var result: [(name: String, isFolder: Bool)] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name.hasPrefix(".") { continue }
      var status = stat()
      guard unsafe lstat("\(path)/\(name)", &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: result.append((name, true))
      case S_IFREG: result.append((name, false))
      default: continue
      }
    }
    return result
  }
}
