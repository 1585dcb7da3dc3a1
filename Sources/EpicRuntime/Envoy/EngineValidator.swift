package import EpicArtifact
import EpicBase
import Glibc

/// Envoy's own check of inlined forms on a machine that is no edge node: no secret store, no pods, no run directory. What
/// `epic apply` asks on a node before it changes anything, `epic check --engine` asks where the workspace is.
package struct EngineValidator: Sendable {
  /// What the engine says of a form.
  package enum Verdict: Hashable, Sendable {
    case valid
    /// Its reason, without the head of the log's line.
    case refused(String)
    /// It took longer than so many seconds, and was ended.
    case tooLate(seconds: UInt32)
    /// It ended by a signal or could not begin.
    case broken(String)
  }

  /// Why no engine can be asked.
  package struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String

    init(_ description: String) { self.description = description }
  }

  /// The program, links resolved.
  package let binary: String
  /// What it says it is: `1.40.0`.
  package let version: String
  /// Longest time of one check.
  package let seconds: UInt32
  private let cache: EngineCache?
  /// Tells this file from every other that was ever there: size, time of its last change, place on the disk.
  private let identity: String

  /// Asks a program what it is, or the cache what it was.
  package init(binary named: String, seconds: UInt32, cache: EngineCache?) async throws(Fault) {
    let binary = Files.absolute(named)
    guard access(binary, X_OK) == 0, let identity = EngineCache.identity(of: binary) else {
      throw Fault("`\(named)` is not a program that can be run")
    }
    self.binary = binary
    self.seconds = seconds
    self.cache = cache
    self.identity = identity
    if let known = cache?.version(of: identity) {
      version = known
      return
    }
    switch await EnvoyCheck.ask(binary, ["--version"], in: "/", seconds: seconds) {
    case .success(let text):
      guard let version = Self.version(in: text) else {
        throw Fault("`\(named)` is no Envoy: `--version` says nothing of one")
      }
      self.version = version
      cache?.store(version: version, of: identity)
    case .failure(let reason, _): throw Fault("`\(named)` is no Envoy that can be asked: `--version` fails: \(reason)")
    case .broken(let reason): throw Fault("`\(named)` is no Envoy that can be asked: \(reason)")
    case .tooLate: throw Fault("`\(named) --version` was ended: it took longer than \(seconds) s")
    }
  }

  /// `envoy  version: 3f4f…/1.40.0/Clean/RELEASE/BoringSSL`.
  static func version(in text: String) -> String? {
    for line in text.split(separator: "\n") {
      guard let start = line.firstRange(of: "version: ") else { continue }
      let parts = line[start.upperBound...].split(separator: "/")
      guard parts.count >= 3, parts[1].first?.isNumber == true else { continue }
      return String(parts[1])
    }
    return nil
  }

  /// What the engine says of an instance's files: the inlined form and its data, by path below the instance's folder.
  /// Secrets that it names are stood in for by a key made here. With the cache a form that was valid is not asked about
  /// again; one that was refused is.
  package func check(_ files: [Artifact]) async throws(FileFault) -> (verdict: Verdict, isCached: Bool) {
    let key = EngineCache.key(files, version: version, binary: identity)
    if cache?.holds(key) == true { return (.valid, true) }
    let folder = try Self.makeFolder()
    defer { try? Files.removeTree(folder) }
    try Self.lay(out: files, in: folder)
    switch await EnvoyCheck.validate(binary: binary, file: EnvoyLayout.staticFile, in: folder, seconds: seconds) {
    case .success:
      cache?.store(key)
      return (.valid, false)
    case .failure(let reason, let text): return (.refused(Self.bare(Self.message(in: text) ?? reason)), false)
    case .broken(let reason): return (.broken(Self.bare(reason)), false)
    case .tooLate: return (.tooLate(seconds: seconds), false)
    }
  }

  // MARK: Folder

  /// A new folder that nobody else can open.
  private static func makeFolder() throws(FileFault) -> String {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    var template = Array("\(parent.isEmpty ? "/tmp" : parent)/epic-engine-XXXXXX".utf8CString)
    let isMade = template.withUnsafeMutableBufferPointer { $0.baseAddress.map { mkdtemp($0) != nil } ?? false }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    if !isMade { throw FileFault(errno: "create", path) }
    return path
  }

  /// Lays out what Envoy opens when it reads the inlined form.
  private static func lay(out files: [Artifact], in folder: String) throws(FileFault) {
    let identity = ThrowAwayIdentity()
    var secrets: Set<SecretFile> = []
    for file in files {
      if let fault = ArtifactPath.fault(in: file.path) { throw FileFault("write", file.path, fault) }
      try Files.makeFolder(Files.parent(of: "\(folder)/\(file.path)"), mode: 0o700)
      try Files.write("\(folder)/\(file.path)", file.bytes, mode: 0o600)
      if file.path == EnvoyLayout.staticFile, let value = try? JSONReader.read(file.bytes) {
        EnvoyImage.collectSecrets(value, into: &secrets)
      }
    }
    for secret in secrets.sorted() {
      let place = "\(folder)/\(EnvoyLayout.secretFolder)/\(secret.folder)"
      try Files.makeFolder(place, mode: 0o700)
      let standIn =
        switch secret.name {
        case EnvoyLayout.privateKeyFile: identity.key
        // A user whose password is the empty text.
        case EnvoyLayout.usersFile: Array("nobody:{SHA}2jmj7l5rSw0yVb/vlWAYkK/YBwk=\n".utf8)
        default: identity.certificate
        }
      try Files.write("\(place)/\(secret.name)", standIn, mode: 0o600)
    }
    let authorities = "\(folder)/\(EnvoyLayout.systemAuthoritiesFile)"
    try Files.makeFolder(Files.parent(of: authorities), mode: 0o700)
    try Files.write(authorities, identity.certificate, mode: 0o600)
  }

  /// The last message of a log that says why Envoy ended, with all of its lines.
  private static func message(in log: String) -> String? {
    log.ranges(of: "][critical][").last.map { range in
      let start = log[..<range.lowerBound].lastIndex(of: "\n").map { log.index(after: $0) } ?? log.startIndex
      return String(log[start...])
    }
  }

  /// A message of Envoy's log without its head: `[2026-01-01 …][12][critical][main] [source/server/server.cc:…] `.
  static func bare(_ line: String) -> String {
    var rest = line[...]
    while rest.hasPrefix("["), let end = rest.firstIndex(of: "]") {
      rest = rest[rest.index(after: end)...].drop { $0 == " " }
    }
    return rest.isEmpty ? line : String(rest)
  }
}
