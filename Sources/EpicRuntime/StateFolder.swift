import EpicArtifact
import EpicBase
import Glibc

/// The applier's own folder:
///
///     lock                       held while an apply runs
///     releases/SEQUENCE-DIGEST/  this node's slice of a release, as a build writes it, and `fills.json`: what its slots
///                                are filled with
///     current, previous          links into releases/
///     envoy/INSTANCE/            run directory of one Envoy (see EnvoyLayout)
///     processes/INSTANCE.json    which process it is
struct StateFolder {
  let path: String

  init(_ path: String) { self.path = path }

  var lockFile: String { "\(path)/lock" }
  private var currentLink: String { "\(path)/current" }
  private var previousLink: String { "\(path)/previous" }
  var releasesFolder: String { "\(path)/releases" }
  func runFolder(_ instance: String) -> String { "\(path)/envoy/\(instance)" }
  func processFile(_ instance: String) -> String { "\(path)/processes/\(instance).json" }

  /// Makes the folder and what is always in it. It holds copies of secrets, so nobody else may look, whoever made it.
  func create() throws(FileFault) {
    for folder in [path] + ["releases", "envoy", "processes"].map({ "\(path)/\($0)" }) {
      try Files.makeFolder(folder, mode: 0o700)
      if let fault = Files.openness(folder) { throw FileFault("use", folder, fault) }
    }
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

  /// Keeps a slice and what its slots are filled with, and returns the name of their folder below `releases/`. What
  /// `current` names does not change. A folder that is there already is taken if it still holds just that.
  func store(_ slice: ReleaseSlice, fills: EndpointsFile) throws(FileFault) -> String {
    var artifacts = slice.artifacts + [Artifact(path: StateFolder.fillsFile, bytes: fills.write())]
    artifacts.sort { ArtifactPath.precedes($0.path, $1.path) }
    let name = "\(slice.release.sequence)-\(ContentDigest(ofTree: artifacts).hex.prefix(16))"
    // What is under the name and differs was damaged. It may be what `current` names, so it is not replaced in place.
    for suffix in 0..<100 {
      let name = suffix == 0 ? name : "\(name)-\(suffix)"
      let folder = "\(releasesFolder)/\(name)"
      if !Files.exists(folder) {
        let fresh = "\(releasesFolder)/.new"
        try Files.removeTree(fresh)
        for artifact in artifacts {
          try Files.makeFolder(Files.parent(of: "\(fresh)/\(artifact.path)"))
          try Files.write("\(fresh)/\(artifact.path)", artifact.bytes, mode: 0o600)
        }
        try Files.flushTree(fresh)
        try Files.rename(fresh, to: folder)
      } else if (try? ReleaseSlice.readTree(folder).artifacts) != artifacts {
        continue
      }
      try Files.flush(folder: releasesFolder)
      return name
    }
    throw FileFault("create", "\(releasesFolder)/\(name)", "every name for it is taken by something else")
  }

  /// What `current` names; nil if it names nothing.
  var current: String? { Files.readLink(currentLink) }

  /// Makes a stored slice the current one, in one step. If that fails, what was current still is.
  func adopt(_ name: String) throws(FileFault) {
    let before = current
    do throws(FileFault) {
      try Files.flip(link: currentLink, to: "releases/\(name)")
    } catch {
      // The link may have moved and its folder not have been flushed.
      if current != before {
        if let before { try Files.flip(link: currentLink, to: before) } else { try Files.remove(currentLink) }
      }
      throw error
    }
  }

  /// After a slice was adopted: what was current before becomes previous, and older slices are removed.
  func tidy(before: String?) throws(FileFault) {
    if let before, before != current { try Files.flip(link: previousLink, to: before) }
    let kept = [current, Files.readLink(previousLink)]
    for entry in try Files.list(releasesFolder) where !kept.contains("releases/\(entry)") {
      try Files.removeTree("\(releasesFolder)/\(entry)")
    }
  }

  /// Name of the file with the fills, beside the slice's own files.
  static let fillsFile = "fills.json"

  /// The fills that the last apply left; none if there was none.
  func endpoints() throws(FileFault) -> EndpointFills {
    let file = "\(currentLink)/\(StateFolder.fillsFile)"
    guard let bytes = try Files.readIfPresent(file) else { return EndpointFills(fills: []) }
    do throws(FormatError) {
      return try EndpointFills.read(bytes)
    } catch {
      throw FileFault("read", file, error.description)
    }
  }
}

/// The lock of one node's state: there is one writer. The kernel drops it with the process that holds it.
final class StateLock {
  private let descriptor: CInt

  private init(descriptor: CInt) { self.descriptor = descriptor }

  /// Takes the lock, waiting up to `seconds`, or until `isDisturbed`; nil if another process still holds it then.
  static func take(
    _ path: String, seconds: UInt32, isDisturbed: () -> Bool
  ) async throws(FileFault) -> StateLock? {
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
      if clock.now >= end || isDisturbed() {
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
