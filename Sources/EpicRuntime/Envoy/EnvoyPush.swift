import EpicArtifact
import EpicBase
import Glibc

/// Writes subscriptions' files and waits until Envoy said what it made of them.
struct EnvoyPush {
  let folder: EnvoyRunFolder
  let admin: EnvoyAdmin
  let process: EnvoyProcess
  let seconds: UInt32
  /// Files that were written.
  private(set) var writes = 0

  init(folder: EnvoyRunFolder, admin: EnvoyAdmin, process: EnvoyProcess, seconds: UInt32) {
    self.folder = folder
    self.admin = admin
    self.process = process
    self.seconds = seconds
  }

  /// Writes files that nobody subscribes to yet.
  mutating func write(_ files: [SubscriptionFile]) throws(DriverError) {
    for file in files where folder.version(file) != file.version { try put(file) }
  }

  /// Writes the files that differ from what Envoy runs, and waits until it accepted each.
  mutating func send(_ files: [SubscriptionFile]) async throws(DriverError) {
    if files.isEmpty { return }
    let before = try await statistics()
    let log = folder.logSize
    var sent: [SubscriptionFile] = []
    for file in files {
      if folder.version(file) == file.version, before.subscription(file)?.version ?? file.version == file.version {
        continue
      }
      try put(file)
      sent.append(file)
    }
    if sent.isEmpty { return }
    try await wait(for: sent, since: before, log: log, isNew: false)
  }

  /// Waits until Envoy accepted the files of new subscriptions. What nothing subscribes to is not waited for.
  func confirm(_ files: [SubscriptionFile]) async throws(DriverError) {
    if files.isEmpty { return }
    let log = folder.logSize
    try await wait(for: files, since: EnvoyStatistics(""), log: log, isNew: true)
  }

  /// Waits until an Envoy that was just started serves everything. `log` is where its log starts.
  func confirmStart(_ files: [SubscriptionFile], log: UInt64) async throws(DriverError) {
    let deadline = ContinuousClock.now + .seconds(Int64(seconds))
    while await !admin.isReady() {
      if !process.isAlive {
        let reason = EnvoyLog.reason(folder.logFile, from: log) ?? "its log says nothing"
        throw .rejected(subject: "Envoy", reason: "it ended while starting: \(reason)")
      }
      // Envoy is not ready while what it was told is refused; the statistics say so.
      if let statistics = await admin.statistics() { try check(files, statistics, EnvoyStatistics(""), log: log) }
      if ContinuousClock.now > deadline { throw .unconfirmed(subject: "Envoy's start", seconds: seconds) }
      try? await Task.sleep(for: .milliseconds(20))
    }
    try await wait(for: files, since: EnvoyStatistics(""), log: log, isNew: true)
  }

  /// Puts versions of secrets in place and waits until Envoy runs each that it uses. `used` are the secrets that it
  /// subscribes to.
  ///
  /// Envoy counts what it could not take up, by secret, and shows the certificates that it read last; nothing else tells
  /// of a rotation. `baseline` is set by the first rotation of an apply: on the way back, a secret that Envoy refused since
  /// is not waited for, as Envoy never left the version that it goes back to, and shows the refused one.
  mutating func rotate(
    _ secrets: [(folder: SecretFolder, version: String)], used: [EnvoyResource], baseline: inout EnvoyStatistics?
  ) async throws(DriverError) {
    let changed = secrets.filter { $0.folder.current != $0.version }
    if changed.isEmpty { return }
    let rotations = used.flatMap { EnvoyRotation.all(of: $0, among: changed, below: folder.secretFolder) }
    let before = try await statistics()
    let earlier = baseline ?? before
    baseline = earlier
    let log = folder.logSize
    for (secret, version) in changed {
      do throws(FileFault) {
        try secret.flip(to: version)
      } catch {
        throw .file(error)
      }
      writes += 1
    }
    // Where only a key changed, nothing shows that it was taken up; a refusal is counted at once.
    let quiet = ContinuousClock.now + .seconds(2)
    let deadline = ContinuousClock.now + .seconds(Int64(seconds))
    while true {
      let shown = try await secretsInUse()
      let now = try await statistics()
      for rotation in rotations where now.failedRotations(rotation.name) > before.failedRotations(rotation.name) {
        throw .rejected(
          subject: "the certificate `\(rotation.place)`",
          reason: EnvoyLog.reason(folder.logFile, from: log) ?? "Envoy's log gives no reason")
      }
      let open = rotations.first { rotation in
        guard let secret = shown[rotation.name],
          now.failedRotations(rotation.name) == earlier.failedRotations(rotation.name)
        else { return false }
        return rotation.isSilent ? ContinuousClock.now < quiet : !rotation.isIn(secret)
      }
      guard let open else { return }
      if ContinuousClock.now > deadline {
        throw .unconfirmed(subject: "the certificate `\(open.place)`", seconds: seconds)
      }
      try? await Task.sleep(for: .milliseconds(20))
    }
  }

  /// The secrets that Envoy runs, by name, keys left out.
  private func secretsInUse() async throws(DriverError) -> [String: JSONValue] {
    guard let text = await admin.get("/config_dump?resource=dynamic_active_secrets"),
      let root = try? JSONReader.read(Array(text.utf8))
    else {
      // One that ended says why.
      _ = try await statistics()
      throw .unreachable("Envoy's admin interface")
    }
    var result: [String: JSONValue] = [:]
    for entry in root["configs"]?.elements ?? [] {
      if let name = entry["name"]?.string, let secret = entry["secret"] { result[name] = secret }
    }
    return result
  }

  private mutating func put(_ file: SubscriptionFile) throws(DriverError) {
    do throws(FileFault) {
      try folder.write(file)
    } catch {
      throw .file(error)
    }
    writes += 1
  }

  private func statistics() async throws(DriverError) -> EnvoyStatistics {
    let deadline = ContinuousClock.now + .seconds(Int64(seconds))
    while true {
      if let statistics = await admin.statistics() { return statistics }
      if !process.isAlive {
        throw .rejected(subject: "Envoy", reason: "it ended: \(EnvoyLog.end(folder.logFile))")
      }
      if ContinuousClock.now > deadline { throw .unreachable("Envoy's admin interface") }
      try? await Task.sleep(for: .milliseconds(50))
    }
  }

  /// Waits until every file's version is the one that Envoy runs and nothing waits any more; throws as soon as a
  /// rejection or failure was counted.
  private func wait(
    for files: [SubscriptionFile], since before: EnvoyStatistics, log: UInt64, isNew: Bool
  ) async throws(DriverError) {
    let deadline = ContinuousClock.now + .seconds(Int64(seconds))
    while true {
      let now = try await statistics()
      try check(files, now, before, log: log)
      let open = files.first { file in
        guard let subscription = now.subscription(file) else { return !isNew || file.kind.holdsFullSet }
        return subscription.version != file.version
          || subscription.successes <= before.subscription(file)?.successes ?? 0
      }
      if open == nil && now.warming == 0 { return }
      if ContinuousClock.now > deadline {
        throw .unconfirmed(subject: open?.subject ?? "a listener or cluster that waits", seconds: seconds)
      }
      try? await Task.sleep(for: .milliseconds(10))
    }
  }

  private func check(
    _ files: [SubscriptionFile], _ now: EnvoyStatistics, _ before: EnvoyStatistics, log: UInt64
  ) throws(DriverError) {
    for file in files {
      guard let subscription = now.subscription(file) else { continue }
      let old = before.subscription(file)
      if subscription.rejections > old?.rejections ?? 0 || subscription.failures > old?.failures ?? 0 {
        throw .rejected(
          subject: file.subject, reason: EnvoyLog.reason(folder.logFile, from: log) ?? "Envoy's log gives no reason")
      }
    }
  }
}

/// One secret that Envoy has to read again.
struct EnvoyRotation {
  /// The secret's name.
  var name: String
  /// Its folder in the store.
  var place: String
  /// Bytes that Envoy shows of it, by the member that holds them; a key is not shown.
  var contents: [(member: String, bytes: [UInt8])]
  /// Whether Envoy shows nothing that differs from what was in place.
  var isSilent: Bool

  private static let shown = ["certificate_chain", "trusted_ca", "crl"]

  /// What is to be read again of a secret, one for each changed folder that it names.
  static func all(
    of secret: EnvoyResource, among changed: [(folder: SecretFolder, version: String)], below root: String
  ) -> [EnvoyRotation] {
    guard let value = try? JSONReader.read(secret.text) else { return [] }
    var files: Set<SecretFile> = []
    EnvoyImage.collectSecrets(value, into: &files)
    let body = value["tls_certificate"] ?? value["validation_context"]
    return changed.compactMap { folder, version in
      let place = String(folder.path.dropFirst(root.utf8.count + 1))
      guard files.contains(where: { $0.folder == place }) else { return nil }
      let old = folder.current
      var rotation = EnvoyRotation(name: secret.name, place: place, contents: [], isSilent: true)
      for member in shown {
        guard let path = body?[member]?["filename"]?.string, path.hasPrefix("\(EnvoyLayout.secretFolder)/\(place)/"),
          let bytes = folder.bytes(Files.name(of: path), of: version)
        else { continue }
        rotation.contents.append((member, bytes))
        if old.flatMap({ folder.bytes(Files.name(of: path), of: $0) }) != bytes { rotation.isSilent = false }
      }
      return rotation
    }
  }

  /// Whether what Envoy shows of the secret is what was put in place.
  func isIn(_ secret: JSONValue) -> Bool {
    let body = secret["tls_certificate"] ?? secret["validation_context"]
    return contents.allSatisfy { member, bytes in
      let source = body?[member]
      return source?["inline_bytes"]?.string.flatMap { Base64Text.decode($0) } == bytes
        || source?["inline_string"]?.string.map { Array($0.utf8) } == bytes
    }
  }
}

/// Envoy's log, read for reasons.
enum EnvoyLog {
  /// What is read of it at most, in bytes.
  private static let limit = 4 << 20

  /// The first line behind `offset` that tells of a refusal, without what stands before its message; else the last line
  /// of a warning or worse; nil if there is none.
  static func reason(_ path: String, from offset: UInt64) -> String? {
    guard let bytes = try? Files.read(path, from: offset, atMost: limit) else { return nil }
    let lines = bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    let severe = lines.filter { line in
      ["[warning]", "[error]", "[critical]"].contains { line.contains($0) }
    }
    let found = severe.first { line in ["reject", "fail", "Fail"].contains { line.contains($0) } }
    return (found ?? severe.last ?? lines.last).map { message($0) }
  }

  /// The last line, for an Envoy that ended.
  static func end(_ path: String) -> String {
    let size = Files.status(path)?.size ?? 0
    let tail = (try? Files.read(path, from: size - min(size, 1 << 16), atMost: 1 << 16)) ?? []
    let lines = tail.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    let severe = lines.last { line in ["[critical]", "[error]"].contains { line.contains($0) } }
    return (severe ?? lines.last).map { message($0) } ?? "its log is empty"
  }

  /// `[time][thread][level][name] [file:line] message`.
  private static func message(_ line: String) -> String {
    guard line.hasPrefix("["), let end = line.firstRange(of: "] [") else { return line }
    let rest = line[end.upperBound...]
    guard let close = rest.firstRange(of: "] ") else { return line }
    return String(rest[close.upperBound...])
  }
}
