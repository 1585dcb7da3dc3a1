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
    return try DiskFileSystem.readFile("\(root)/\(path)", atMost: limit)
  }

  /// Reads any file of the disk by its path.
  package static func readFile(_ path: String, atMost limit: Int) throws(FileSystemError) -> [UInt8] {
    do {
      let descriptor = try FileDescriptor.open(FilePath(path), .readOnly)
      defer { try? descriptor.close() }
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
    } catch Errno.noSuchFileOrDirectory {
      throw .notFound(path: path)
    } catch {
      throw .system(path: path, operation: "read", message: "\(error)")
    }
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
