import EpicArtifact
import EpicBase
import Glibc

/// The Envoy plane by files: what Envoy subscribes to lies in folders that it watches, and what it made of each change is
/// read back from its admin interface.
final class EnvoyDriver: PlaneDriver {
  let instance: String
  let folder: EnvoyRunFolder
  let settings: NodeSettings
  let allowsRestart: Bool
  private let state: StateFolder
  private let store: SecretStore
  private let report: (ApplyEvent.Step, String) -> Void
  /// What should run, for `observe`; nil where nothing says so.
  var expectation: Expectation?
  /// What Envoy accepted last in this apply.
  private var accepted = EnvoyResources()
  /// Envoy's counters before the first certificate was replaced in this apply.
  private var rotationBaseline: EnvoyStatistics?

  init(
    instance: String, settings: NodeSettings, allowsRestart: Bool, report: @escaping (ApplyEvent.Step, String) -> Void
  ) {
    self.instance = instance
    self.settings = settings
    self.allowsRestart = allowsRestart
    self.report = report
    state = StateFolder(settings.stateFolder)
    folder = EnvoyRunFolder(path: state.runFolder(instance), systemAuthorities: settings.systemAuthorities)
    store = SecretStore(folder: settings.secretsFolder)
  }

  /// What an instance should run by the release that was applied.
  enum Expectation {
    case image(EnvoyImage)
    /// The release has no such instance.
    case nothing
    /// The release cannot be read so far.
    case unreadable(String)
  }

  /// The process on record, if it still runs; else one that was started here and whose record was lost.
  var process: EnvoyProcess? {
    if let recorded = EnvoyProcess.read(state.processFile(instance)), recorded.isAlive { return recorded }
    return EnvoyProcess.find(in: folder)
  }

  /// The admin interface of a process. The path goes through the process' own current directory: it is short enough for
  /// a socket's name however long the state folder's is, and no other process can answer there.
  func admin(_ process: EnvoyProcess) -> EnvoyAdmin {
    EnvoyAdmin(socket: "/proc/\(process.process)/cwd/\(EnvoyLayout.adminSocket)")
  }

  // MARK: prepare

  func prepare(_ target: PlaneImage) async throws(DriverError) -> EnvoyChange {
    let old = try folder.image()
    let running = process
    var change = EnvoyChange(action: .none, old: old)
    change.wasRunning = running != nil
    change.process = running
    if let running {
      change.heldWatches = WatchBudget.count(of: running.process)
      change.oldBinary = running.binary
      do throws(FileFault) {
        try running.write(state.processFile(instance))
      } catch {
        throw .file(error)
      }
    }
    if target.artifacts.isEmpty {
      if running != nil || Files.exists(folder.path) { change.action = .stop }
      return change
    }
    var new = try EnvoyImage(target)
    change.new = new
    guard let named = settings.binary(of: instance) else { throw .refused("the settings name no Envoy binary for it") }
    // Links resolved: the same program under another path is no change.
    let binary = Files.absolute(named)
    guard access(binary, X_OK) == 0 else { throw .refused("`\(named)` is not a program that can be run") }
    change.binary = binary
    if let running {
      change.action = .update
      if old?.bootstrap != new.bootstrap || Files.absolute(running.binary) != binary {
        guard allowsRestart else {
          throw .refused(
            "its bootstrap or binary changes, which needs a restart; pass --allow-restart if that is meant")
        }
        change.action = .restart
      }
    } else {
      change.action = .start
      change.oldBinary = EnvoyProcess.read(state.processFile(instance))?.binary ?? binary
    }
    // The node's instances together are looked at when all are prepared; Envoy's own check may need watches too.
    if let demand = change.watchDemand, let reason = WatchBudget.read([demand]).fault(for: [demand]) {
      throw .refused(reason)
    }
    do throws(DriverError) {
      do throws(FileFault) {
        try folder.create()
        change.secrets = try stageSecrets(new, &change.oldSecrets)
        new.pinUsers(to: change.secrets)
        change.new = new
        // Data files that are new are needed by the check below; nothing running refers to them.
        for file in new.data where !Files.exists("\(folder.path)/\(EnvoyLayout.dataFolder)/\(file.path)") {
          try folder.write("\(EnvoyLayout.dataFolder)/\(file.path)", file.bytes)
        }
      } catch {
        throw .file(error)
      }
      if settings.envoy.validates { try await validate(new, binary) }
    } catch {
      await abandon(change)
      throw error
    }
    accepted = old?.resources ?? EnvoyResources()
    return change
  }

  /// Removes what was made for a change that does not come.
  func abandon(_ prepared: EnvoyChange) async {
    guard prepared.new != nil else { return }
    if let old = prepared.old {
      try? folder.clean(keeping: old)
    } else if process == nil {
      // Nothing ran here: what there is, is of this change or of an earlier one that did not come.
      try? Files.removeTree(folder.path)
    }
  }

  private func stageSecrets(
    _ image: EnvoyImage, _ old: inout [(folder: SecretFolder, version: String)]
  ) throws(FileFault) -> [SecretFolder] {
    let folders: [SecretFolder]
    do throws(DriverError) {
      folders = try SecretFolder.read(image.secrets, from: store, into: folder.secretFolder)
    } catch {
      if case .file(let fault) = error { throw fault }
      throw FileFault("use", settings.secretsFolder, error.description)
    }
    for secret in folders {
      if let version = secret.current { old.append((secret, version)) }
      try secret.stage()
    }
    return folders
  }

  private func validate(_ image: EnvoyImage, _ binary: String) async throws(DriverError) {
    guard let form = image.staticForm else { throw .refused("`\(EnvoyLayout.staticFile)` is missing") }
    report(.prepare, "Envoy checks the release")
    do throws(FileFault) {
      try folder.write(EnvoyLayout.staticFile, form)
    } catch {
      throw .file(error)
    }
    let result = try await EnvoyCheck.run(
      binary: binary, file: EnvoyLayout.staticFile, in: folder.path, seconds: settings.envoy.checkSeconds)
    if let reason = result { throw .refused("Envoy finds it invalid: \(reason)") }
  }

  // MARK: commit

  func commit(_ prepared: EnvoyChange, phase: ApplyPhase) async throws(DriverError) {
    switch (prepared.action, phase) {
    case (.none, _): return
    case (.start, .union):
      guard let new = prepared.new else { return }
      try await start(new, prepared.secrets, binary: prepared.binary)
    case (.start, _): return
    case (.restart, .switch):
      guard let new = prepared.new else { return }
      report(.restart, "the bootstrap or the binary differs")
      await stopProcess()
      try await start(new, prepared.secrets, binary: prepared.binary)
    case (.restart, _): return
    case (.stop, .prune):
      report(.stop, "the release has no such instance")
      await drainAndStop()
    case (.stop, _): return
    case (.update, _):
      guard let new = prepared.new else { return }
      let transition = EnvoyTransition(from: accepted, to: new)
      try await run(transition, phase, secrets: prepared.secrets.map { ($0, $0.version) })
    }
  }

  private func run(
    _ transition: EnvoyTransition, _ phase: ApplyPhase, secrets: [(folder: SecretFolder, version: String)]
  ) async throws(DriverError) {
    guard let process else { throw .rejected(subject: "Envoy", reason: "it ended: \(EnvoyLog.end(folder.logFile))") }
    var push = EnvoyPush(
      folder: folder, admin: admin(process), process: process, seconds: settings.envoy.acceptSeconds)
    switch phase {
    case .union:
      do throws(FileFault) {
        try writeData(transition.to)
      } catch {
        throw .file(error)
      }
      try push.write(transition.newFiles)
      try await push.send([transition.clusterUnion])
      accepted[.clusters] = transition.clusterUnion.resources
      try await push.send(transition.changed(.endpoints))
      try await push.rotate(secrets, used: accepted[.secrets], baseline: &rotationBaseline)
      try await push.send(transition.changed(.secrets))
      try await push.send([transition.listenerUnion])
      accepted[.listeners] = transition.listenerUnion.resources
      try await push.confirm(transition.newFiles)
    case .switch:
      try await push.send(transition.changed(.routes))
      for kind in [EnvoyLayout.ResourceKind.routes, .endpoints, .secrets] {
        accepted[kind] = transition.to.resources[kind]
      }
    case .prune:
      // A request that was matched before the routes changed has to find its cluster.
      if transition.isShrinking { try? await Task.sleep(for: .milliseconds(200)) }
      try await push.send([transition.finalListeners])
      try await push.send([transition.finalClusters])
      accepted = transition.to.resources
    }
    if push.writes > 0 { report(step(phase), "\(push.writes) files accepted") }
  }

  private func step(_ phase: ApplyPhase) -> ApplyEvent.Step {
    switch phase {
    case .union: .union
    case .switch: .switch
    case .prune: .prune
    }
  }

  private func writeData(_ image: EnvoyImage) throws(FileFault) {
    for file in image.data {
      let path = "\(EnvoyLayout.dataFolder)/\(file.path)"
      if try Files.readIfPresent("\(folder.path)/\(path)") != file.bytes { try folder.write(path, file.bytes) }
    }
  }

  /// Writes everything and starts Envoy; returns once it serves all of it.
  private func start(_ image: EnvoyImage, _ secrets: [SecretFolder], binary: String) async throws(DriverError) {
    let files = EnvoyTransition.files(image, sequence: image.sequence)
    let process: EnvoyProcess
    let log: UInt64
    do throws(FileFault) {
      try folder.create()
      try writeData(image)
      for secret in secrets { try secret.flip(to: secret.version) }
      for file in files { try folder.write(file) }
      try folder.write(EnvoyLayout.bootstrapFile, image.bootstrap)
      try folder.removeStale(keeping: image)
      log = folder.logSize
      process = try EnvoyProcess.start(binary: binary, in: folder, settings: settings.envoy)
      try process.write(state.processFile(instance))
    } catch {
      throw .file(error)
    }
    report(.start, "process \(process.process)")
    let push = EnvoyPush(
      folder: folder, admin: admin(process), process: process, seconds: settings.envoy.acceptSeconds)
    try await push.confirmStart(files, log: log)
    accepted = image.resources
  }

  // MARK: revert

  func revert(_ prepared: EnvoyChange) async throws(DriverError) -> [String] {
    switch prepared.action {
    case .none: return []
    case .stop:
      // It is ended last of all; where it still runs, nothing was done to it.
      guard let old = prepared.old, prepared.wasRunning, process == nil else { return [] }
      return try await startAgain(old, prepared)
    case .start, .restart, .update: break
    }
    if case .restart = prepared.action, let process, process == prepared.process {
      // It was not restarted yet, so it runs what it ran.
      await abandon(prepared)
      return []
    }
    guard let old = prepared.old else {
      // It did not run before, so it does not run now.
      try await remove()
      return []
    }
    if case .update = prepared.action, process != nil {
      let transition = EnvoyTransition(from: accepted, to: old)
      do throws(DriverError) {
        for phase in ApplyPhase.allCases { try await run(transition, phase, secrets: prepared.oldSecrets) }
        try clean(keeping: old)
        return []
      } catch {
        // One that runs and does not go back is left to the operator; one that ended on the way is started again.
        if process != nil { throw error }
      }
    }
    return try await startAgain(old, prepared)
  }

  /// Ends what runs, and starts Envoy with the image that it had.
  private func startAgain(_ image: EnvoyImage, _ prepared: EnvoyChange) async throws(DriverError) -> [String] {
    let hadEnded = process == nil
    await stopProcess()
    do throws(FileFault) {
      for (secret, version) in prepared.oldSecrets { try secret.flip(to: version) }
    } catch {
      throw .file(error)
    }
    try await start(image, [], binary: prepared.oldBinary)
    try clean(keeping: image)
    if !prepared.wasRunning { return [] }
    return [
      "envoy/\(instance) \(hadEnded ? "had ended and " : "")was started again, which lost every connection it had"
    ]
  }

  // MARK: finish

  func finish(_ prepared: EnvoyChange) async throws(DriverError) {
    switch prepared.action {
    case .none: return
    case .stop: try await remove()
    case .start, .restart, .update: if let new = prepared.new { try clean(keeping: new) }
    }
  }

  private func clean(keeping image: EnvoyImage) throws(DriverError) {
    do throws(FileFault) {
      try folder.clean(keeping: image)
    } catch {
      throw .file(error)
    }
  }

  // MARK: stop

  private func stopProcess() async {
    if let process { await process.stop(graceSeconds: 5) }
  }

  /// Ends the recorded process, if it runs; its files stay. Returns its id.
  func stop() async throws(FileFault) -> Int32? {
    let running = process
    await stopProcess()
    try Files.remove(state.processFile(instance))
    return running?.process
  }

  private func drainAndStop() async {
    if let process, settings.envoy.drainSeconds > 0 {
      _ = await admin(process).post("/drain_listeners?graceful&skip_exit")
      try? await Task.sleep(for: .seconds(Int64(min(settings.envoy.drainSeconds, 10))))
    }
    await stopProcess()
  }

  /// Ends the process and removes its run directory.
  private func remove() async throws(DriverError) {
    await stopProcess()
    do throws(FileFault) {
      try Files.remove(state.processFile(instance))
      try Files.removeTree(folder.path)
    } catch {
      throw .file(error)
    }
  }
}
