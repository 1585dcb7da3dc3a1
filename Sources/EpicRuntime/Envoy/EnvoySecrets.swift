import EpicArtifact
import EpicBase
import Glibc

/// The node's secret store: files by path, closed to everyone but their owner.
struct SecretStore {
  let folder: String

  /// Reads one secret. Refuses a store, folder or file that group or others can open, or that belongs to somebody else.
  func read(_ path: String) throws(DriverError) -> [UInt8] {
    if let fault = ArtifactPath.fault(in: path) { throw .refused("the secret's path `\(path)` \(fault)") }
    var place = folder
    try check(place)
    for segment in path.split(separator: "/") {
      place += "/\(segment)"
      // A link in the store is the operator's; what it leads to has to be closed all the same.
      try check(place)
    }
    do throws(FileFault) {
      return try Files.read(place, atMost: 1 << 20)
    } catch {
      throw .file(error)
    }
  }

  private func check(_ path: String) throws(DriverError) {
    if let fault = Files.openness(path) { throw .refused("the secret `\(path)` cannot be used: \(fault)") }
  }
}

/// One folder of secrets in a run directory. Its files are links through `..data`, which names the folder that holds
/// one version of all of them: flipping it replaces certificate and key in one step, in the folder that Envoy watches.
struct SecretFolder: Hashable, Sendable {
  /// Folder in the run directory.
  var path: String
  /// Files by name, sorted.
  var files: [Artifact]

  static let link = "..data"

  /// Reads the folders that an image needs from the store.
  static func read(
    _ secrets: [SecretFile], from store: SecretStore, into root: String
  ) throws(DriverError) -> [SecretFolder] {
    var folders: [SecretFolder] = []
    for file in secrets {
      let bytes = try store.read("\(file.folder)/\(file.name)")
      let path = "\(root)/\(file.folder)"
      if folders.last?.path != path { folders.append(SecretFolder(path: path, files: [])) }
      folders[folders.count - 1].files.append(Artifact(path: file.name, bytes: bytes))
    }
    return folders
  }

  /// Name of the version's folder.
  var version: String { "..\(ContentDigest(ofTree: files).hex.prefix(16))" }

  /// The version that is in place; nil if the folder is new.
  var current: String? { Files.readLink("\(path)/\(SecretFolder.link)") }

  /// Writes the version beside the current one; nobody reads it yet, unless the folder is new.
  func stage() throws(FileFault) {
    try Files.makeFolder(path, mode: 0o700)
    let folder = "\(path)/\(version)"
    if !Files.exists(folder) {
      let fresh = "\(path)/...new"
      try Files.removeTree(fresh)
      try Files.makeFolder(fresh, mode: 0o700)
      for file in files { try Files.write("\(fresh)/\(file.path)", file.bytes, mode: 0o600) }
      try Files.flush(folder: fresh)
      try Files.rename(fresh, to: folder)
      try Files.flush(folder: path)
    }
    if current == nil { try Files.flip(link: "\(path)/\(SecretFolder.link)", to: version) }
    for file in files {
      try Files.flip(link: "\(path)/\(file.path)", to: "\(SecretFolder.link)/\(file.path)")
    }
    try Files.flush(folder: path)
  }

  /// The bytes of one file of a version that lies here; nil if it cannot be read.
  func bytes(_ name: String, of version: String) -> [UInt8]? { try? Files.read("\(path)/\(version)/\(name)") }

  /// Puts a version in place. Envoy reads the files again.
  func flip(to version: String) throws(FileFault) { try Files.flip(link: "\(path)/\(SecretFolder.link)", to: version) }
}
