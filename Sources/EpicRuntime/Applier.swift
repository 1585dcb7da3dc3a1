import EpicArtifact
import EpicBase

/// Brings one node from the release it runs to another, all planes together or none.
package struct Applier {
  package let settings: NodeSettings
  private let state: StateFolder
  private let progress: (ApplyEvent) -> Void

  /// `progress` is called for each step as it happens, on the caller's own executor.
  package init(settings: NodeSettings, progress: @escaping (ApplyEvent) -> Void = { _ in }) {
    self.settings = settings
    self.progress = progress
    state = StateFolder(settings.stateFolder)
  }

  /// Applies a release. Returns once every plane said that it runs it; an error says that the node runs what it ran.
  package func apply(_ request: ApplyRequest) async throws(ApplyError) -> ApplyReport {
    let lock = try await takeLock(seconds: request.lockSeconds)
    defer { lock.release() }
    let current = try file { () throws(FileFault) in try state.release("current") }
    let slice = try readSlice(request, current: current)
    var report = ApplyReport(
      node: settings.node, sequence: slice.release.sequence, content: slice.release.content)
    let endpoints = try fill(slice, request, &report)
    if let current, !request.allowsShrink {
      let findings = try shrinks(from: current, to: slice)
      if !findings.isEmpty { throw .shrink(findings) }
    }
    let drivers = try planes(
      slice, endpoints, current: current, allowsRestart: request.allowsRestart, notes: &report.notes)
    for driver in drivers {
      do throws(DriverError) {
        try await driver.prepare()
      } catch {
        throw .refused(plane: driver.plane, subject: driver.subject, reason: error.description)
      }
    }
    let name = try file { () throws(FileFault) in try state.store(slice) }
    try await commit(drivers)
    try file { () throws(FileFault) in
      try Files.replace(state.endpointsFile, endpoints.write(), mode: 0o600)
      try state.adopt(name)
    }
    for driver in drivers { report.parts.append(driver.outcome) }
    report.endpoints = drivers.reduce(0) { $0 + $1.slotEndpoints }
    report.watches = drivers.reduce(0) { $0 + $1.watches }
    report.notes += drivers.flatMap(\.notes)
    return report
  }

  /// Ends every Envoy of the node that an apply started, and nothing else. Returns the process ids. The state stays: the
  /// next apply starts them again.
  package func stop(lockSeconds: UInt32 = 10) async throws(ApplyError) -> [Int32] {
    let lock = try await takeLock(seconds: lockSeconds)
    defer { lock.release() }
    var ended: [Int32] = []
    for instance in try file({ () throws(FileFault) in try state.instances() }) {
      let driver = EnvoyDriver(instance: instance, settings: settings, allowsRestart: false) { _, _ in }
      do throws(FileFault) {
        if let process = try await driver.stop() { ended.append(process) }
      } catch {
        throw .file(error)
      }
    }
    return ended
  }

  // MARK: before anything changes

  private func file<Value>(_ body: () throws(FileFault) -> Value) throws(ApplyError) -> Value {
    do throws(FileFault) {
      return try body()
    } catch {
      throw .file(error)
    }
  }

  private func takeLock(seconds: UInt32) async throws(ApplyError) -> StateLock {
    do throws(FileFault) {
      try state.create()
      if let lock = try await StateLock.take(state.lockFile, seconds: seconds) { return lock }
    } catch {
      throw .file(error)
    }
    throw .locked(path: state.lockFile)
  }

  func readSlice(_ request: ApplyRequest, current: ReleaseSlice?) throws(ApplyError) -> ReleaseSlice {
    switch request.source {
    case .current:
      guard let current else { throw .release(path: settings.stateFolder, reason: "no release was applied here yet") }
      return current
    case .path(let path):
      do throws(ReleaseFault) {
        return try ReleaseSlice.read(path, node: settings.node, zones: settings.zones.map(\.name))
      } catch {
        throw .release(path: path, reason: error.reason)
      }
    }
  }

  /// The slots with what the last apply left in them, but for those that the request fills.
  private func fill(
    _ slice: ReleaseSlice, _ request: ApplyRequest, _ report: inout ApplyReport
  ) throws(ApplyError) -> EndpointsFile {
    var filled = slice.endpoints
    let fills = try file { () throws(FileFault) in try state.endpoints() }
    // What no longer fits is left out and said; it must not keep a release from being applied.
    for refusal in filled.fill(with: fills) {
      report.notes.append("endpoints of the last apply are dropped: \(refusal)")
    }
    guard let bytes = request.endpoints else { return filled }
    let asked: EndpointFills
    do throws(FormatError) {
      asked = try EndpointFills.read(bytes)
    } catch {
      throw .endpoints([error.description])
    }
    let refusals = filled.fill(with: asked)
    if !refusals.isEmpty { throw .endpoints(refusals.map(\.description)) }
    return filled
  }

  /// What a release takes away beyond the allowed share, each slot holding what the last apply left in it.
  func shrinks(from current: ReleaseSlice, to slice: ReleaseSlice) throws(ApplyError) -> [String] {
    let fills = try file { () throws(FileFault) in try state.endpoints() }
    var before = current.endpoints
    var after = slice.endpoints
    _ = before.fill(with: fills)
    _ = after.fill(with: fills)
    return ShrinkGuard.findings(
      from: ShrinkGuard.count(current, node: settings.node, endpoints: before),
      to: ShrinkGuard.count(slice, node: settings.node, endpoints: after), percent: settings.shrinkPercent)
  }

  // MARK: planes

  /// The node's planes, in the order in which they come up.
  private func planes(
    _ slice: ReleaseSlice, _ endpoints: EndpointsFile, current: ReleaseSlice?, allowsRestart: Bool,
    notes: inout [String]
  ) throws(ApplyError) -> [any PlaneStep] {
    try envoys(slice, endpoints, allowsRestart: allowsRestart) + bird(slice, &notes)
      + zones(slice, current: current, &notes)
  }

  private func bird(_ slice: ReleaseSlice, _ notes: inout [String]) -> [any PlaneStep] {
    let artifacts = slice.files(of: .node(settings.node), .bird)
    guard let file = artifacts.first(where: { $0.path == AnnouncementsFile.fileName }) else { return [] }
    guard let bird = settings.bird else {
      let count = (try? AnnouncementsFile.read(file.bytes))?.routes.count ?? 0
      if count > 0 { notes.append("\(count) prefixes are not announced: the settings name no BIRD") }
      return []
    }
    let driver = BIRDDriver(settings: bird, secrets: settings.secretsFolder) { [progress] step, detail in
      progress(ApplyEvent(plane: .bird, subject: "", step: step, detail: detail))
    }
    return [DriverStep(plane: .bird, subject: "", driver: driver, image: image(slice, artifacts))]
  }

  private func zones(_ slice: ReleaseSlice, current: ReleaseSlice?, _ notes: inout [String]) -> [any PlaneStep] {
    var steps: [any PlaneStep] = []
    for zone in settings.zones.sorted(by: { ArtifactPath.precedes($0.name, $1.name) }) {
      let artifacts = slice.files(of: .zone(zone.name), .dns)
      if artifacts.isEmpty {
        notes.append("the release has nothing for the zone `\(zone.name)`; its records stay as they are")
        continue
      }
      let former = current?.files(of: .zone(zone.name), .dns).first { $0.path == RecordSetsFile.fileName }
        .flatMap { try? RecordSetsFile.read($0.bytes) }?.names.map(\.name)
      let driver = ZoneDriver(settings: zone, secrets: settings.secretsFolder, former: former ?? []) {
        [progress] step, detail in
        progress(ApplyEvent(plane: .dns, subject: zone.name, step: step, detail: detail))
      }
      steps.append(DriverStep(plane: .dns, subject: zone.name, driver: driver, image: image(slice, artifacts)))
    }
    return steps
  }

  private func image(_ slice: ReleaseSlice, _ artifacts: [Artifact]) -> PlaneImage {
    PlaneImage(sequence: slice.release.sequence, artifacts: artifacts, endpoints: EndpointsFile(slots: []))
  }

  private func envoys(
    _ slice: ReleaseSlice, _ endpoints: EndpointsFile, allowsRestart: Bool
  ) throws(ApplyError) -> [any PlaneStep] {
    var steps: [any PlaneStep] = []
    let known = try file { () throws(FileFault) in try state.instances() }
    let wanted = slice.instances(of: settings.node)
    let files = slice.files(of: .node(settings.node), .envoy)
    for instance in Set(known + wanted).sorted(by: ArtifactPath.precedes) {
      let prefix = instance + "/"
      let artifacts = files.filter { $0.path.hasPrefix(prefix) }.map {
        Artifact(path: String($0.path.dropFirst(prefix.count)), bytes: $0.bytes)
      }
      let driver = EnvoyDriver(instance: instance, settings: settings, allowsRestart: allowsRestart) {
        [progress] step, detail in
        progress(ApplyEvent(plane: .envoy, subject: instance, step: step, detail: detail))
      }
      steps.append(
        DriverStep(
          plane: .envoy, subject: instance, driver: driver,
          image: PlaneImage(sequence: slice.release.sequence, artifacts: artifacts, endpoints: endpoints)))
    }
    return steps
  }

  // MARK: change

  /// Runs the phases over all planes. If one fails, every plane that was touched goes back, the last one first.
  private func commit(_ steps: [any PlaneStep]) async throws(ApplyError) {
    var touched: [any PlaneStep] = []
    for (step, phase) in Applier.order(steps) {
      if !touched.contains(where: { $0 === step }) { touched.append(step) }
      do throws(DriverError) {
        try await step.commit(phase)
      } catch {
        try await revert(touched, failed: step, phase, error)
      }
    }
  }

  /// Up: Envoy, then BIRD, then DNS; what was is taken away last, and an Envoy that goes, last of all.
  private static func order(_ steps: [any PlaneStep]) -> [(any PlaneStep, ApplyPhase)] {
    let envoys = steps.filter { $0.plane == .envoy }
    let others = steps.filter { $0.plane != .envoy }
    return envoys.map { ($0, .union) } + envoys.map { ($0, .switch) }
      + others.flatMap { step in ApplyPhase.allCases.map { (step, $0) } }
      + envoys.filter { !$0.isEnding }.map { ($0, .prune) } + envoys.filter(\.isEnding).map { ($0, .prune) }
  }

  private func revert(
    _ touched: [any PlaneStep], failed: any PlaneStep, _ phase: ApplyPhase, _ reason: DriverError
  ) async throws(ApplyError) {
    var remains: [String] = []
    for step in touched.reversed() {
      progress(
        ApplyEvent(plane: step.plane, subject: step.subject, step: .revert, detail: "puts the previous release back"))
      do throws(DriverError) {
        try await step.revert()
      } catch {
        remains.append("\(step.plane.rawValue)/\(step.subject): \(error)")
      }
    }
    if remains.isEmpty {
      throw .rolledBack(
        plane: failed.plane, subject: failed.subject, phase: phase, reason: reason.description)
    }
    throw .halfReverted(
      plane: failed.plane, subject: failed.subject, phase: phase, reason: reason.description, remains: remains)
  }
}

/// One driver with what it prepared, so that drivers of different planes stand in one list.
protocol PlaneStep: AnyObject {
  var plane: Plane { get }
  var subject: String { get }
  func prepare() async throws(DriverError)
  func commit(_ phase: ApplyPhase) async throws(DriverError)
  func revert() async throws(DriverError)
  /// Whether the instance goes with this apply.
  var isEnding: Bool { get }
  var outcome: ApplyReport.Part { get }
  var notes: [String] { get }
  var slotEndpoints: Int { get }
  var watches: Int { get }
}

/// What a report says of a prepared change.
protocol PreparedChange {
  var outcome: ApplyReport.Part.Outcome { get }
  var isEnding: Bool { get }
  var notes: [String] { get }
  var slotEndpoints: Int { get }
  var watches: Int { get }
}

extension PreparedChange {
  var isEnding: Bool { false }
  var notes: [String] { [] }
  var slotEndpoints: Int { 0 }
  var watches: Int { 0 }
}

final class DriverStep<Driver: PlaneDriver>: PlaneStep where Driver.Prepared: PreparedChange {
  let plane: Plane
  let subject: String
  private let driver: Driver
  private let image: PlaneImage
  private var prepared: Driver.Prepared?

  init(plane: Plane, subject: String, driver: Driver, image: PlaneImage) {
    self.plane = plane
    self.subject = subject
    self.driver = driver
    self.image = image
  }

  func prepare() async throws(DriverError) { prepared = try await driver.prepare(image) }

  func commit(_ phase: ApplyPhase) async throws(DriverError) {
    if let prepared { try await driver.commit(prepared, phase: phase) }
  }

  func revert() async throws(DriverError) {
    if let prepared { try await driver.revert(prepared) }
  }

  var isEnding: Bool { prepared?.isEnding ?? false }
  var outcome: ApplyReport.Part {
    ApplyReport.Part(plane: plane, subject: subject, outcome: prepared?.outcome ?? .unchanged)
  }
  var notes: [String] { prepared?.notes ?? [] }
  var slotEndpoints: Int { prepared?.slotEndpoints ?? 0 }
  var watches: Int { prepared?.watches ?? 0 }
}

extension EnvoyChange: PreparedChange {
  var outcome: ApplyReport.Part.Outcome {
    switch action {
    case .start: .started
    case .restart: .restarted
    case .stop: .stopped
    case .none: .unchanged
    case .update:
      old?.resources == new?.resources && old?.data == new?.data && secretsAreCurrent ? .unchanged : .changed
    }
  }

  private var secretsAreCurrent: Bool {
    let versions = oldSecrets.map(\.version)
    return secrets.allSatisfy { versions.contains($0.version) }
  }

  var isEnding: Bool { if case .stop = action { true } else { false } }
  var slotEndpoints: Int { new?.slotEndpoints ?? 0 }
  var watches: Int { new?.watches ?? 0 }
}
