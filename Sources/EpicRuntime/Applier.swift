import EpicArtifact
import EpicBase

/// Brings one node from the release it runs to another, all planes together or none.
package struct Applier {
  package let settings: NodeSettings
  private let state: StateFolder
  private let interruption: () -> String?
  private let progress: (ApplyEvent) -> Void

  /// `interruption` is asked between steps; once it gives a reason to end, the apply goes back. `progress` is called for
  /// each step as it happens, on the caller's own executor.
  package init(
    settings: NodeSettings, interruption: @escaping () -> String? = { nil },
    progress: @escaping (ApplyEvent) -> Void = { _ in }
  ) {
    self.settings = settings
    self.interruption = interruption
    self.progress = progress
    state = StateFolder(settings.stateFolder)
  }

  /// Applies a release. Returns once every plane said that it runs it; an error says that the node runs what it ran.
  package func apply(_ request: ApplyRequest) async throws(ApplyError) -> ApplyReport {
    // A path that leads nowhere leaves no state folder behind.
    try checkSource(request.source)
    let lock = try await takeLock(seconds: request.lockSeconds)
    defer { lock.release() }
    let current = try file { () throws(FileFault) in try state.release("current") }
    let slice = try readSlice(request, current: current)
    var report = ApplyReport(
      node: settings.node, sequence: slice.release.sequence, content: slice.release.content)
    let (endpoints, asked) = try fill(slice, request, &report)
    if let current, !request.allowsShrink {
      let findings = try shrinks(from: current, to: slice, asked: asked)
      if !findings.isEmpty { throw .shrink(findings) }
    }
    let drivers = try planes(
      slice, endpoints, current: current, allowsRestart: request.allowsRestart, notes: &report.notes)
    let name = try await prepare(drivers) { () throws(FileFault) in try state.store(slice, fills: endpoints) }
    let before = state.current
    try await commit(drivers, adopting: name)
    // The node runs the release. What goes wrong with what is left over is told; the next apply tries again.
    for driver in drivers {
      do throws(DriverError) {
        try await driver.finish()
      } catch {
        report.notes.append("\(driver.plane.rawValue)/\(driver.subject): what is left over stays: \(error)")
      }
    }
    do throws(FileFault) {
      try state.tidy(before: before)
    } catch {
      report.notes.append("older releases stay: \(error)")
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
    // A mistyped folder is not made.
    if !Files.exists(settings.stateFolder) { return [] }
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
      if let lock = try await StateLock.take(
        state.lockFile, seconds: seconds, isDisturbed: { interruption() != nil })
      {
        return lock
      }
    } catch {
      throw .file(error)
    }
    if let reason = interruption() { throw .interrupted(reason) }
    throw .locked(path: state.lockFile)
  }

  /// Refuses a source that does not exist, before anything is made for it.
  private func checkSource(_ source: ApplyRequest.Source) throws(ApplyError) {
    switch source {
    case .current: if state.current == nil { throw noRelease }
    case .path(let path): if !Files.exists(path) { throw Applier.noPath(path) }
    }
  }

  private var noRelease: ApplyError {
    .missing(path: settings.stateFolder, reason: "no release was applied here yet; name one")
  }

  private static func noPath(_ path: String) -> ApplyError {
    .missing(path: path, reason: "there is no such file or folder")
  }

  func readSlice(_ request: ApplyRequest, current: ReleaseSlice?) throws(ApplyError) -> ReleaseSlice {
    switch request.source {
    case .current:
      guard let current else { throw noRelease }
      return current
    case .path(let path):
      if !Files.exists(path) { throw Applier.noPath(path) }
      do throws(ReleaseFault) {
        return try ReleaseSlice.read(path, node: settings.node, zones: settings.zones.map(\.name))
      } catch {
        throw .release(path: path, reason: error.reason)
      }
    }
  }

  /// The slots with what the last apply left in them, but for those that the request fills; and what it asked for.
  private func fill(
    _ slice: ReleaseSlice, _ request: ApplyRequest, _ report: inout ApplyReport
  ) throws(ApplyError) -> (filled: EndpointsFile, asked: EndpointFills) {
    var filled = slice.endpoints
    let fills = try file { () throws(FileFault) in try state.endpoints() }
    // What no longer fits is left out and said; it must not keep a release from being applied.
    for refusal in filled.fill(with: fills) {
      report.notes.append("endpoints of the last apply are dropped: \(refusal)")
    }
    guard let bytes = request.endpoints else { return (filled, EndpointFills(fills: [])) }
    let asked: EndpointFills
    do throws(FormatError) {
      asked = try EndpointFills.read(bytes)
    } catch {
      throw .endpoints([error.description])
    }
    let refusals = filled.fill(with: asked)
    if !refusals.isEmpty { throw .endpoints(refusals.map(\.description)) }
    return (filled, asked)
  }

  /// What a release takes away beyond the allowed share, each slot holding what the last apply left in it. What the
  /// operator asks for in such a slot is not the release's doing; a slot that held nothing counts with what it is to hold.
  func shrinks(
    from current: ReleaseSlice, to slice: ReleaseSlice, asked: EndpointFills = EndpointFills(fills: [])
  ) throws(ApplyError) -> [String] {
    let fills = try file { () throws(FileFault) in try state.endpoints() }
    let known = Set(fills.fills.map(\.slot))
    var before = current.endpoints
    var after = slice.endpoints
    _ = before.fill(with: fills)
    _ = after.fill(with: fills)
    _ = after.fill(with: EndpointFills(fills: asked.fills.filter { !known.contains($0.slot) }))
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
      let before = current?.files(of: .zone(zone.name), .dns) ?? []
      let former = before.first { $0.path == RecordSetsFile.fileName }
        .flatMap { try? RecordSetsFile.read($0.bytes) }?.names.map(\.name)
      let answers = artifacts.first { $0.path == GeoAnswersFile.fileName }
      let formerAnswers = before.first { $0.path == GeoAnswersFile.fileName }
      if answers != formerAnswers { notes.append(note(on: answers, zone.name)) }
      let driver = ZoneDriver(
        settings: zone, secrets: settings.secretsFolder, former: former ?? [], formerlyByPlace: formerAnswers != nil
      ) { [progress] step, detail in
        progress(ApplyEvent(plane: .dns, subject: zone.name, step: step, detail: detail))
      }
      steps.append(DriverStep(plane: .dns, subject: zone.name, driver: driver, image: image(slice, artifacts)))
    }
    return steps
  }

  /// No update carries answers by place: the name server's operator puts them there.
  private func note(on answers: Artifact?, _ zone: String) -> String {
    answers == nil
      ? "the zone `\(zone)` has no answers by place any more: take `mod-geoip` out of its name server's configuration"
      : "the answers by place of the zone `\(zone)` changed: its name server needs the new `\(GeoAnswersFile.fileName)`"
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
    for instance in Set(known + wanted).sorted(by: ArtifactPath.precedes) {
      let artifacts = slice.files(of: settings.node, instance: instance)
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

  /// Prepares every plane, and stores what will be adopted. If anything is refused, what was made for it goes.
  private func prepare(
    _ steps: [any PlaneStep], store: () throws(FileFault) -> String
  ) async throws(ApplyError) -> String {
    do throws(ApplyError) {
      for step in steps {
        if let reason = interruption() { throw .interrupted(reason) }
        do throws(DriverError) {
          try await step.prepare()
        } catch {
          // A signal to the whole process group also ends the programs that a plane runs for its check.
          if let reason = interruption() { throw .interrupted(reason) }
          throw .refused(plane: step.plane, subject: step.subject, reason: error.description)
        }
      }
      let demands = steps.compactMap(\.watchDemand)
      if let reason = WatchBudget.read(demands).fault(for: demands) {
        throw .refused(plane: .envoy, subject: "", reason: reason)
      }
      return try file(store)
    } catch {
      for step in steps { await step.abandon() }
      throw error
    }
  }

  /// Runs the phases over all planes and adopts the release. If anything fails, every plane that was touched goes back,
  /// the last one first.
  private func commit(_ steps: [any PlaneStep], adopting name: String) async throws(ApplyError) {
    var touched: [any PlaneStep] = []
    var failure: ApplyFailure?
    for (step, phase) in Applier.order(steps) {
      if let reason = interruption() {
        if touched.isEmpty {
          for step in steps { await step.abandon() }
          throw .interrupted(reason)
        }
        failure = ApplyFailure(plane: nil, subject: "", phase: phase, reason: reason)
        break
      }
      if !touched.contains(where: { $0 === step }) { touched.append(step) }
      do throws(DriverError) {
        try await step.commit(phase)
      } catch {
        failure = ApplyFailure(plane: step.plane, subject: step.subject, phase: phase, reason: error.description)
        break
      }
    }
    if failure == nil {
      do throws(FileFault) {
        return try state.adopt(name)
      } catch {
        failure = ApplyFailure(plane: nil, subject: "", phase: nil, reason: error.description)
      }
    }
    guard let failure else { return }
    try await revert(touched, of: steps, failure)
  }

  /// Up: Envoy, then BIRD, then DNS; what was is taken away last: BIRD's prefixes once no name leads to them, and an
  /// Envoy that goes, last of all.
  private static func order(_ steps: [any PlaneStep]) -> [(any PlaneStep, ApplyPhase)] {
    let envoys = steps.filter { $0.plane == .envoy }
    let names = steps.filter { $0.plane == .dns }
    let others = steps.filter { $0.plane != .envoy && $0.plane != .dns }
    return envoys.map { ($0, .union) } + envoys.map { ($0, .switch) }
      + others.flatMap { [($0, .union), ($0, .switch)] }
      + names.flatMap { step in ApplyPhase.allCases.map { (step, $0) } }
      + others.map { ($0, .prune) }
      + envoys.filter { !$0.isEnding }.map { ($0, .prune) } + envoys.filter(\.isEnding).map { ($0, .prune) }
  }

  private func revert(
    _ touched: [any PlaneStep], of steps: [any PlaneStep], _ failure: ApplyFailure
  ) async throws(ApplyError) {
    var losses: [String] = []
    var remains: [String] = []
    for step in touched.reversed() {
      progress(
        ApplyEvent(plane: step.plane, subject: step.subject, step: .revert, detail: "puts the previous release back"))
      do throws(DriverError) {
        losses += try await step.revert()
      } catch {
        remains.append("\(step.plane.rawValue)/\(step.subject): \(error)")
      }
    }
    for step in steps where !touched.contains(where: { $0 === step }) { await step.abandon() }
    throw remains.isEmpty ? .rolledBack(failure, losses: losses) : .halfReverted(failure, remains: remains)
  }
}
