import EpicArtifact
import EpicBase
import Glibc

/// What an apply will do to one Envoy instance.
struct EnvoyChange {
  enum Action {
    /// A running Envoy goes from one image to the other, through files.
    case update
    /// No Envoy runs; one is started with the new image.
    case start
    /// The bootstrap or the binary differs, which a running Envoy cannot take up.
    case restart
    /// The instance is not in the release.
    case stop
    /// Nothing differs.
    case none
  }
  var action: Action
  /// What the run directory held; nil if Envoy never ran here.
  var old: EnvoyImage?
  /// What it should hold; nil for an instance that goes.
  var new: EnvoyImage?
  /// Secrets of the new image, staged.
  var secrets: [SecretFolder] = []
  /// Versions of secret folders that were in place, by their paths, to go back to.
  var oldSecrets: [(folder: SecretFolder, version: String)] = []
  var binary = ""
  var oldBinary = ""
}

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
  /// What Envoy accepted last in this apply.
  private var accepted = EnvoyResources()

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

  /// The process on record, if it still runs.
  private var process: EnvoyProcess? {
    EnvoyProcess.read(state.processFile(instance)).flatMap { $0.isAlive ? $0 : nil }
  }

  /// The admin interface of a process. The path goes through the process' own current directory: it is short enough for
  /// a socket's name however long the state folder's is, and no other process can answer there.
  private func admin(_ process: EnvoyProcess) -> EnvoyAdmin {
    EnvoyAdmin(socket: "/proc/\(process.process)/cwd/\(EnvoyLayout.adminSocket)")
  }

  // MARK: observe

  func observe() async throws(DriverError) -> PlaneState {
    guard let process else {
      return PlaneState(subject: instance, isRunning: false, faults: ["Envoy does not run"])
    }
    var result = PlaneState(subject: instance, isRunning: true)
    result.figures.append(PlaneState.Figure("process", UInt64(process.process)))
    guard let statistics = await admin(process).statistics() else {
      result.faults.append("the admin interface does not answer")
      return result
    }
    guard let image = try folder.image() else {
      result.faults.append("the run directory is empty")
      return result
    }
    var confirmed: UInt64 = 0
    for file in EnvoyTransition.files(image, sequence: image.sequence) {
      guard let subscription = statistics.subscription(file) else { continue }
      if subscription.version == file.version {
        confirmed += 1
      } else {
        result.faults.append("\(file.subject) runs version `\(subscription.version)`, the file is `\(file.version)`")
      }
      if file.kind == .listeners, let dot = subscription.version.firstIndex(of: ".") {
        result.generation = UInt64(subscription.version[..<dot])
        result.digest = String(subscription.version[subscription.version.index(after: dot)...])
      }
    }
    if statistics.warming > 0 { result.faults.append("\(statistics.warming) listeners or clusters still wait") }
    result.figures += [
      PlaneState.Figure("subscriptions", confirmed),
      PlaneState.Figure("listeners", statistics.number("listener_manager.total_listeners_active")),
      PlaneState.Figure("clusters", statistics.number("cluster_manager.active_clusters")),
      PlaneState.Figure("watches", UInt64(image.watches)),
    ]
    return result
  }

  // MARK: prepare

  func prepare(_ target: PlaneImage) async throws(DriverError) -> EnvoyChange {
    let old = try folder.image()
    let record = EnvoyProcess.read(state.processFile(instance))
    let isAlive = record?.isAlive ?? false
    if target.artifacts.isEmpty {
      return EnvoyChange(action: isAlive || old != nil ? .stop : .none, old: old, oldBinary: record?.binary ?? "")
    }
    let new = try EnvoyImage(target)
    guard let binary = settings.binary(of: instance) else {
      throw .refused("the settings name no Envoy binary for it")
    }
    guard access(binary, X_OK) == 0 else { throw .refused("`\(binary)` is not a program that can be run") }
    try checkWatches(new)
    var change = EnvoyChange(action: .update, old: old, new: new, binary: binary, oldBinary: record?.binary ?? binary)
    if !isAlive {
      change.action = .start
    } else if old?.bootstrap != new.bootstrap || record?.binary != binary {
      guard allowsRestart else {
        throw .refused("its bootstrap or binary changes, which needs a restart; pass --allow-restart if that is meant")
      }
      change.action = .restart
    }
    do throws(FileFault) {
      try folder.create()
      change.secrets = try stageSecrets(new, &change.oldSecrets)
      // Data files that are new are needed by the check below; nothing running refers to them.
      for file in new.data where !Files.exists("\(folder.path)/\(EnvoyLayout.dataFolder)/\(file.path)") {
        try folder.write("\(EnvoyLayout.dataFolder)/\(file.path)", file.bytes)
      }
    } catch {
      throw .file(error)
    }
    if settings.envoy.validates { try await validate(new, binary) }
    accepted = old?.resources ?? EnvoyResources()
    return change
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

  private func checkWatches(_ image: EnvoyImage) throws(DriverError) {
    guard let bytes = try? Files.read("/proc/sys/fs/inotify/max_user_instances"),
      let limit = Int(String(decoding: bytes.prefix { $0 > 32 }, as: UTF8.self)), image.watches > limit
    else { return }
    throw .refused(
      "it would watch \(image.watches) files, and the system allows a user \(limit); raise "
        + "fs.inotify.max_user_instances")
  }

  private func validate(_ image: EnvoyImage, _ binary: String) async throws(DriverError) {
    guard let form = image.staticForm else { throw .refused("`\(EnvoyLayout.staticFile)` is missing") }
    report(.prepare, "Envoy checks the release")
    do throws(FileFault) {
      try folder.write(EnvoyLayout.staticFile, form)
    } catch {
      throw .file(error)
    }
    let result = try await EnvoyCheck.run(binary: binary, file: EnvoyLayout.staticFile, in: folder.path)
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
      try await remove()
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
    guard let process else { throw .rejected(subject: "Envoy", reason: "it ended: \(lastLogLine())") }
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
      try await push.rotate(secrets)
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
      do throws(FileFault) {
        try folder.removeStale(keeping: transition.to)
        for (secret, version) in secrets { try secret.removeVersions(except: [version, secret.version]) }
      } catch {
        throw .file(error)
      }
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
    do throws(FileFault) {
      try folder.create()
      try writeData(image)
      for secret in secrets { try secret.flip(to: secret.version) }
      for file in files { try folder.write(file) }
      try folder.write(EnvoyLayout.bootstrapFile, image.bootstrap)
      try folder.removeStale(keeping: image)
      process = try EnvoyProcess.start(binary: binary, in: folder, settings: settings.envoy)
      try process.write(state.processFile(instance))
    } catch {
      throw .file(error)
    }
    report(.start, "process \(process.process)")
    let push = EnvoyPush(
      folder: folder, admin: admin(process), process: process, seconds: settings.envoy.acceptSeconds)
    try await push.confirmStart(files)
    accepted = image.resources
  }

  // MARK: revert

  func revert(_ prepared: EnvoyChange) async throws(DriverError) {
    if case .none = prepared.action { return }
    guard let old = prepared.old else {
      // It did not run before, so it does not run now.
      return try await remove()
    }
    if prepared.new == nil { return }
    if case .update = prepared.action, process != nil {
      let transition = EnvoyTransition(from: accepted, to: old)
      for phase in ApplyPhase.allCases {
        try await run(transition, phase, secrets: prepared.oldSecrets)
      }
      return
    }
    await stopProcess()
    do throws(FileFault) {
      for (secret, version) in prepared.oldSecrets { try secret.flip(to: version) }
    } catch {
      throw .file(error)
    }
    try await start(old, [], binary: prepared.oldBinary)
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

  /// Ends the process and removes its run directory.
  private func remove() async throws(DriverError) {
    if let process, settings.envoy.drainSeconds > 0 {
      _ = await admin(process).post("/drain_listeners?graceful&skip_exit")
      try? await Task.sleep(for: .seconds(Int64(min(settings.envoy.drainSeconds, 10))))
    }
    await stopProcess()
    do throws(FileFault) {
      try Files.remove(state.processFile(instance))
      try Files.removeTree(folder.path)
    } catch {
      throw .file(error)
    }
  }

  private func lastLogLine() -> String { EnvoyLog.reason(folder.logFile, from: 0) ?? "its log is empty" }
}
