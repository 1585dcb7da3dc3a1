import Glibc
import SystemPackage

/// The few things that the tool does with files.
package enum Files {
  /// Why a file cannot be read or written.
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  /// Path of the running program; `/proc/self/exe` would mean another one to a program that is started with it.
  package static var ownProgram: String? {
    guard let path = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }

  /// The current folder.
  package static var currentFolder: String {
    guard let path = getcwd(nil, 0) else { return "." }
    defer { free(path) }
    return String(cString: path)
  }

  /// Whether a file or folder is there.
  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Names of the folders in a folder, sorted; none if it is not there.
  package static func folders(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if entry.pointee.d_type == UInt8(DT_DIR), !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// The bytes of a file.
  package static func read(_ path: String) throws(Failure) -> [UInt8] {
    do {
      let descriptor = try FileDescriptor.open(FilePath(path), .readOnly)
      return try descriptor.closeAfter {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
          let count = try buffer.withUnsafeMutableBytes { try descriptor.read(into: $0) }
          if count == 0 { return bytes }
          bytes += buffer[..<count]
        }
      }
    } catch {
      throw Failure(description: "cannot read \(path): \(error)")
    }
  }

  /// Writes a file, making its folder if that is missing.
  package static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    do {
      var folder = FilePath(path).removingLastComponent()
      var missing: [FilePath] = []
      while !folder.isEmpty, access(folder.string, F_OK) != 0 {
        missing.append(folder)
        folder = folder.removingLastComponent()
      }
      for folder in missing.reversed() where mkdir(folder.string, 0o777) != 0 {
        throw Failure(description: "cannot make \(folder)")
      }
      let descriptor = try FileDescriptor.open(
        FilePath(path), .writeOnly, options: [.create, .truncate],
        permissions: [.ownerReadWrite, .groupRead, .otherRead])
      try descriptor.closeAfter { _ = try descriptor.writeAll(bytes) }
    } catch {
      throw Failure(description: "cannot write \(path): \(error)")
    }
  }

  /// The files with an extension at or below paths, sorted. Folders whose name starts with `.`, and `build`, are left out.
  package static func below(_ paths: [String], extension wanted: String) throws(Failure) -> [String] {
    var found: [String] = []
    var pending = paths
    while let path = pending.popLast() {
      guard let folder = opendir(path) else {
        if access(path, R_OK) != 0 { throw Failure(description: "cannot read \(path)") }
        found.append(path)
        continue
      }
      defer { closedir(folder) }
      while let entry = readdir(folder) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        if name.hasPrefix(".") || name == "build" { continue }
        let inner = path == "." ? name : "\(path)/\(name)"
        if entry.pointee.d_type == UInt8(DT_DIR) {
          pending.append(inner)
        } else if name.hasSuffix("." + wanted) {
          found.append(inner)
        }
      }
    }
    return found.sorted()
  }
}
