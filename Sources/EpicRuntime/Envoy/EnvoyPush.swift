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
    let log = Files.status(folder.logFile)?.size ?? 0
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
    let log = Files.status(folder.logFile)?.size ?? 0
    try await wait(for: files, since: EnvoyStatistics(""), log: log, isNew: true)
  }

  /// Waits until an Envoy that was just started serves everything.
  func confirmStart(_ files: [SubscriptionFile]) async throws(DriverError) {
    let deadline = ContinuousClock.now + .seconds(Int64(seconds))
    while await !admin.isReady() {
      if !process.isAlive {
        let reason = EnvoyLog.reason(folder.logFile, from: 0) ?? "its log says nothing"
        throw .rejected(subject: "Envoy", reason: "it ended while starting: \(reason)")
      }
      // Envoy is not ready while what it was told is refused; the statistics say so.
      if let statistics = await admin.statistics() { try check(files, statistics, EnvoyStatistics(""), log: 0) }
      if ContinuousClock.now > deadline { throw .unconfirmed(subject: "Envoy's start", seconds: seconds) }
      try? await Task.sleep(for: .milliseconds(20))
    }
    try await wait(for: files, since: EnvoyStatistics(""), log: 0, isNew: true)
  }

  /// Puts versions of secrets in place and waits until Envoy took up those that are used.
  mutating func rotate(_ secrets: [(folder: SecretFolder, version: String)]) async throws(DriverError) {
    let changed = secrets.filter { $0.folder.current != $0.version }
    if changed.isEmpty { return }
    let before = try await statistics()
    for (secret, version) in changed {
      do throws(FileFault) {
        try secret.flip(to: version)
      } catch {
        throw .file(error)
      }
      writes += 1
    }
    let failures = "key_rotation_failed"
    let updates = "ssl_context_update_by_sds"
    // A secret that no listener serves changes no context, so the wait for one is short.
    let deadline = ContinuousClock.now + .seconds(2)
    while true {
      let now = try await statistics()
      if now.sum(suffix: failures) > before.sum(suffix: failures) {
        throw .rejected(subject: "a certificate", reason: EnvoyLog.reason(folder.logFile, from: 0) ?? "no reason given")
      }
      if now.sum(suffix: updates) > before.sum(suffix: updates) || ContinuousClock.now > deadline { return }
      try? await Task.sleep(for: .milliseconds(20))
    }
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
        throw .rejected(
          subject: "Envoy", reason: "it ended: \(EnvoyLog.reason(folder.logFile, from: 0) ?? "its log says nothing")")
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

/// Envoy's log, read for reasons.
enum EnvoyLog {
  /// The first line behind `offset` that tells of a refusal, without what stands before its message; else the last line
  /// of a warning or worse; nil if there is none.
  static func reason(_ path: String, from offset: UInt64) -> String? {
    guard let bytes = try? Files.read(path, atMost: 256 << 20) else { return nil }
    let lines = bytes.dropFirst(Int(clamping: offset)).split(separator: UInt8(ascii: "\n")).map {
      String(decoding: $0, as: UTF8.self)
    }
    let severe = lines.filter { line in
      ["[warning]", "[error]", "[critical]"].contains { line.contains($0) }
    }
    let found = severe.first { $0.contains("reject") || $0.contains("fail") } ?? severe.last ?? lines.last
    return found.map { message($0) }
  }

  /// `[time][thread][level][name] [file:line] message`.
  private static func message(_ line: String) -> String {
    guard line.hasPrefix("["), let end = line.firstRange(of: "] [") else { return line }
    let rest = line[end.upperBound...]
    guard let close = rest.firstRange(of: "] ") else { return line }
    return String(rest[close.upperBound...])
  }
}
