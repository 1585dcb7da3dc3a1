import EpicArtifact
import EpicBase
import Glibc

/// The applier's own folder:
///
///     lock                       held while an apply runs
///     releases/SEQUENCE-DIGEST/  this node's slice of a release, as a build writes it
///     current, previous          links into releases/
///     endpoints.json             what the slots are filled with
///     envoy/INSTANCE/            run directory of one Envoy (see EnvoyLayout)
///     processes/INSTANCE.json    which process it is
struct StateFolder {
  let path: String

  init(_ path: String) { self.path = path }

  var lockFile: String { "\(path)/lock" }
  var endpointsFile: String { "\(path)/endpoints.json" }
  var releasesFolder: String { "\(path)/releases" }
  func runFolder(_ instance: String) -> String { "\(path)/envoy/\(instance)" }
  func processFile(_ instance: String) -> String { "\(path)/processes/\(instance).json" }

  /// Makes the folder and what is always in it. It holds copies of secrets, so nobody else may look.
  func create() throws(FileFault) {
    try Files.makeFolder(path, mode: 0o700)
    for folder in ["releases", "envoy", "processes"] { try Files.makeFolder("\(path)/\(folder)", mode: 0o700) }
  }

  /// Instances that have a run directory, sorted.
  func instances() throws(FileFault) -> [String] { try Files.list("\(path)/envoy") }

  /// The slice that `current` or `previous` names; nil if there is none.
  func release(_ link: String) throws(FileFault) -> ReleaseSlice? {
    guard Files.exists("\(path)/\(link)/release.json") else { return nil }
    let folder = Files.absolute("\(path)/\(link)")
    do throws(ReleaseFault) {
      return try ReleaseSlice.read(folder: folder)
    } catch {
      throw FileFault("read", folder, error.reason)
    }
  }

  /// Keeps a slice; returns the name of its folder below `releases/`. A folder that is there already is the same slice.
  func store(_ slice: ReleaseSlice) throws(FileFault) -> String {
    let digest = ContentDigest(ofTree: slice.artifacts).hex.prefix(16)
    let name = "\(slice.release.sequence)-\(digest)"
    let folder = "\(releasesFolder)/\(name)"
    if Files.exists(folder) { return name }
    let fresh = "\(releasesFolder)/.new"
    try Files.removeTree(fresh)
    for artifact in slice.artifacts {
      try Files.makeFolder(Files.parent(of: "\(fresh)/\(artifact.path)"))
      try Files.write("\(fresh)/\(artifact.path)", artifact.bytes)
    }
    try Files.rename(fresh, to: folder)
    try Files.flush(folder: releasesFolder)
    return name
  }

  /// Makes a stored slice the current one; what was current becomes previous. Older slices are removed.
  func adopt(_ name: String) throws(FileFault) {
    let target = "releases/\(name)"
    let old = Files.readLink("\(path)/current")
    if let old, old != target { try Files.flip(link: "\(path)/previous", to: old) }
    try Files.flip(link: "\(path)/current", to: target)
    let kept = [target, Files.readLink("\(path)/previous")]
    for entry in try Files.list(releasesFolder) where !kept.contains("releases/\(entry)") {
      try Files.removeTree("\(releasesFolder)/\(entry)")
    }
  }

  /// The fills that the last apply left; none if there was none.
  func endpoints() throws(FileFault) -> EndpointFills {
    guard let bytes = try Files.readIfPresent(endpointsFile) else { return EndpointFills(fills: []) }
    do throws(FormatError) {
      return try EndpointFills.read(bytes)
    } catch {
      throw FileFault("read", endpointsFile, error.description)
    }
  }
}

/// The lock of one node's state: there is one writer. The kernel drops it with the process that holds it.
final class StateLock {
  private let descriptor: CInt

  private init(descriptor: CInt) { self.descriptor = descriptor }

  /// Takes the lock, waiting up to `seconds`; nil if another process still holds it then.
  static func take(_ path: String, seconds: UInt32) async throws(FileFault) -> StateLock? {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    if descriptor < 0 { throw FileFault(errno: "open", path) }
    let clock = ContinuousClock()
    let end = clock.now + .seconds(Int64(seconds))
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        let fault = FileFault(errno: "lock", path)
        close(descriptor)
        throw fault
      }
      if clock.now >= end {
        close(descriptor)
        return nil
      }
      try? await Task.sleep(for: .milliseconds(50))
    }
    return StateLock(descriptor: descriptor)
  }

  func release() { flock(descriptor, LOCK_UN) }

  deinit { close(descriptor) }
}
