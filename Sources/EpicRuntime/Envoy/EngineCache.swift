import EpicArtifact
import EpicBase
import Glibc

/// What engines found valid, by content: a folder with one small file a finding. Whatever is wrong with it, it only makes a
/// check slower: what cannot be read was never asked, and what cannot be written is asked again.
package struct EngineCache: Sendable {
  private static let format = "epic.engine-check/1"
  /// Most entries; the folder is emptied when there are more.
  private static let maximumEntries = 4096

  private let folder: String

  /// `folder` is the cache of the user's programs' own: `~/.cache/epic`.
  package init(folder: String) { self.folder = "\(folder)/engine" }

  /// The folder that the environment gives a user's caches (XDG Base Directory Specification): absolute paths count alone.
  /// Nil where neither `XDG_CACHE_HOME` nor `HOME` is one.
  package static func userFolder(_ environment: (String) -> String?) -> String? {
    if let path = environment("XDG_CACHE_HOME"), path.hasPrefix("/") { return "\(path)/epic" }
    if let home = environment("HOME"), home.hasPrefix("/") { return "\(home)/.cache/epic" }
    return nil
  }

  // MARK: Keys

  /// What tells a program from others: device, number on the disk, size, times of the last change of content and of the
  /// file itself. Links have to be resolved before.
  static func identity(of binary: String) -> String? {
    var status = stat()
    guard stat(binary, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let times = [status.st_mtim, status.st_ctim].map { "\($0.tv_sec).\($0.tv_nsec)" }.joined(separator: " ")
    return "\(status.st_dev) \(status.st_ino) \(status.st_size) \(times)"
  }

  static func key(_ files: [Artifact], version: String, binary: String) -> String {
    let tree = ContentDigest(ofTree: files).hex
    return ContentDigest(of: Array("\(format)\nform \(tree)\nengine \(version)\n\(binary)\n".utf8)).hex
  }

  private func path(_ key: String) -> String { "\(folder)/\(key).json" }

  // MARK: Entries

  /// Whether the form with the key was found valid.
  func holds(_ key: String) -> Bool { read(key)?["verdict"]?.string == "valid" }

  func store(_ key: String) { write(key) { $0.member("verdict", "valid" as StaticString) } }

  /// What a program said that it is.
  func version(of identity: String) -> String? { read(Self.versionKey(identity))?["version"]?.string }

  func store(version: String, of identity: String) {
    write(Self.versionKey(identity)) { $0.member("version", version) }
  }

  private static func versionKey(_ identity: String) -> String {
    ContentDigest(of: Array("\(format)\nversion\n\(identity)\n".utf8)).hex
  }

  /// An entry; one of another format, or that says it is another's, is none.
  private func read(_ key: String) -> JSONValue? {
    guard let bytes = try? Files.read(path(key), atMost: 1 << 16), let value = try? JSONReader.read(bytes) else {
      return nil
    }
    return value["format"]?.string == Self.format && value["key"]?.string == key ? value : nil
  }

  private func write(_ key: String, _ members: (inout JSONWriter) -> Void) {
    var json = JSONWriter()
    json.object { json in
      json.member("format", Self.format as String)
      json.member("key", key)
      members(&json)
    }
    do {
      try Files.makeFolder(folder, mode: 0o700)
      let names = try Files.list(folder)
      if names.count > Self.maximumEntries { for name in names { try Files.remove("\(folder)/\(name)") } }
      try Files.replace(path(key), json.finish(), mode: 0o600)
    } catch {
      // Asked again the next time.
    }
  }
}
