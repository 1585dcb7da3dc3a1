import EpicArtifact
import EpicBase

/// What one name has: its address records and its marker.
struct ZoneName: Hashable, Sendable {
  var name: String
  var addresses: [IPAddress] = []
  var ttlSeconds: UInt32 = 0
  /// Text of the marker; nil if there is none.
  var marker: String?
}

/// What an apply will do to one zone.
struct ZoneChange: PreparedChange {
  var zone: DNSName
  var client: DNSClient
  /// What was read, and what should be, name by name; only names that differ.
  var steps: [(from: ZoneName, to: ZoneName)]
  var outcome: ApplyReport.Part.Outcome { steps.isEmpty ? .unchanged : .changed }
}

/// The DNS plane of one zone. Every update is computed from what the server was just asked, carries it as prerequisites,
/// and is read back; NOERROR alone says nothing (servers ignore some changes silently). A name without this workspace's
/// marker is never touched.
final class ZoneDriver: PlaneDriver {
  private let settings: NodeSettings.Zone
  private let store: SecretStore
  /// Names that the release before published here; those that are gone are taken away.
  private let former: [String]
  /// Whether the release before had answers by place.
  private let formerlyByPlace: Bool
  private let report: (ApplyEvent.Step, String) -> Void
  /// Largest update, in bytes: below the 64 KiB of a message, with room for the signature.
  private static let updateBytes = 60_000

  init(
    settings: NodeSettings.Zone, secrets: String, former: [String], formerlyByPlace: Bool = false,
    report: @escaping (ApplyEvent.Step, String) -> Void
  ) {
    self.settings = settings
    self.former = former
    self.formerlyByPlace = formerlyByPlace
    self.report = report
    store = SecretStore(folder: secrets)
  }

  /// What should be, set by `observe`'s caller for a status.
  var image: PlaneImage?

  func observe() async throws(DriverError) -> PlaneState {
    var state = PlaneState(subject: settings.name, isRunning: true)
    guard let image else { return state }
    let file = try read(image)
    let client = try client(file, image)
    for name in file.names {
      let found = try read(name.name, client)
      if let marker = found.marker.flatMap({ OwnerMarker($0) }), marker.owner == file.owner {
        state.generation = max(state.generation ?? 0, marker.generation)
      }
      if found.addresses != name.addresses || found.marker.flatMap({ OwnerMarker($0) })?.digest != name.digest {
        state.faults.append("`\(name.name)` is not as the release says")
      }
    }
    state.figures.append(PlaneState.Figure("names", UInt64(file.names.count)))
    return state
  }

  // MARK: prepare

  func prepare(_ target: PlaneImage) async throws(DriverError) -> ZoneChange {
    let file = try read(target)
    let client = try client(file, target)
    guard let zone = DNSName(file.zone) else { throw .refused("`\(file.zone)` is no domain name") }
    var steps: [(from: ZoneName, to: ZoneName)] = []
    for name in file.names {
      let found = try read(name.name, client)
      try checkOwner(found, file)
      let wanted = ZoneName(
        name: name.name, addresses: name.addresses, ttlSeconds: name.ttlSeconds,
        marker: file.marker(of: name).description)
      if found.addresses == wanted.addresses && found.ttlSeconds == wanted.ttlSeconds
        && found.marker.flatMap({ OwnerMarker($0) })?.digest == name.digest
      {
        continue
      }
      steps.append((found, wanted))
    }
    let names = Set(file.names.map(\.name))
    for name in former where !names.contains(name) {
      let found = try read(name, client)
      // Somebody else took the name since, or it is gone: nothing of ours is left to take away.
      guard let marker = found.marker.flatMap({ OwnerMarker($0) }), marker.owner == file.owner else { continue }
      steps.append((found, ZoneName(name: name)))
    }
    return ZoneChange(zone: zone, client: client, steps: steps)
  }

  private func read(_ image: PlaneImage) throws(DriverError) -> RecordSetsFile {
    guard let artifact = image.artifacts.first(where: { $0.path == RecordSetsFile.fileName }) else {
      throw .refused("`\(RecordSetsFile.fileName)` is missing")
    }
    do throws(FormatError) {
      return try RecordSetsFile.read(artifact.bytes)
    } catch {
      throw .refused("`\(RecordSetsFile.fileName)` is malformed: \(error)")
    }
  }

  private func client(_ file: RecordSetsFile, _ image: PlaneImage) throws(DriverError) -> DNSClient {
    guard let server = settings.server ?? file.servers.first else {
      throw .refused("neither settings nor release name a server for the zone")
    }
    var key: TransactionKey?
    if let path = file.key {
      key = TransactionKey(file: try store.read(path))
      if key == nil { throw .refused("the secret `\(path)` is no HMAC-SHA256 key as tsig-keygen writes it") }
    }
    let places: DNSClient.Places =
      image.artifacts.contains { $0.path == GeoAnswersFile.fileName }
      ? .expected : formerlyByPlace ? .formerly : .none
    return DNSClient(server: server, key: key, seconds: settings.timeoutSeconds, places: places)
  }

  private func read(_ name: String, _ client: DNSClient) throws(DriverError) -> ZoneName {
    guard let wire = DNSName(name), let marker = DNSName("_epic.\(name)") else {
      throw .refused("`\(name)` is no domain name")
    }
    var result = ZoneName(name: name)
    for type in [DNSNumber.RecordType.a, DNSNumber.RecordType.aaaa] {
      let records = try client.query(wire, type)
      result.addresses += records.compactMap(\.address)
      if let first = records.first { result.ttlSeconds = first.ttlSeconds }
    }
    result.addresses.sort()
    if try !client.query(wire, DNSNumber.RecordType.cname).isEmpty {
      throw .refused("`\(name)` is an alias (CNAME), which nothing can stand beside")
    }
    let texts = try client.query(marker, DNSNumber.RecordType.txt)
    if texts.count > 1 { throw .refused("`_epic.\(name)` has \(texts.count) texts, where a marker has one") }
    result.marker = texts.first?.text
    return result
  }

  private func checkOwner(_ found: ZoneName, _ file: RecordSetsFile) throws(DriverError) {
    guard let text = found.marker else {
      if found.addresses.isEmpty { return }
      throw .refused("`\(found.name)` has records that nobody marked as EPIC's; remove them first, if they may go")
    }
    guard let marker = OwnerMarker(text) else {
      throw .refused("`_epic.\(found.name)` holds `\(text)`, which is no marker")
    }
    if marker.owner != file.owner { throw .refused("`\(found.name)` belongs to `\(marker.owner)`") }
    if marker.generation > file.generation {
      throw .refused("`\(found.name)` was written by the later release \(marker.generation)")
    }
  }

  // MARK: commit

  func commit(_ prepared: ZoneChange, phase: ApplyPhase) async throws(DriverError) {
    guard phase == .switch, !prepared.steps.isEmpty else { return }
    try send(prepared.steps, prepared)
    report(.switch, "\(prepared.steps.count) names written and read back")
  }

  func revert(_ prepared: ZoneChange) async throws(DriverError) -> [String] {
    // What was there before decides, computed from what is there now.
    var steps: [(from: ZoneName, to: ZoneName)] = []
    for step in prepared.steps {
      let found = try read(step.to.name, prepared.client)
      if found != step.from { steps.append((found, step.from)) }
    }
    try send(steps, prepared)
    return []
  }

  private func send(_ steps: [(from: ZoneName, to: ZoneName)], _ change: ZoneChange) throws(DriverError) {
    var pending: [(from: ZoneName, to: ZoneName)] = []
    var prerequisites: [DNSRecord] = []
    var updates: [DNSRecord] = []
    var size = 0
    for step in steps {
      let (before, after) = try records(step)
      let bytes = (before + after).reduce(0) { $0 + $1.name.wire.count + 10 + $1.data.count }
      if size + bytes > ZoneDriver.updateBytes {
        try send(pending, prerequisites, updates, change)
        (pending, prerequisites, updates, size) = ([], [], [], 0)
      }
      pending.append(step)
      prerequisites += before
      updates += after
      size += bytes
    }
    try send(pending, prerequisites, updates, change)
  }

  private func send(
    _ steps: [(from: ZoneName, to: ZoneName)], _ prerequisites: [DNSRecord], _ updates: [DNSRecord],
    _ change: ZoneChange
  ) throws(DriverError) {
    if steps.isEmpty { return }
    let code = change.client.update(change.zone, prerequisites: prerequisites, updates: updates)
    for step in steps {
      // Also after a refusal or a lost answer: the update may have been applied by a repetition of it.
      let found = try read(step.to.name, change.client)
      if found == step.to { continue }
      let reason = code.map { $0 == 0 ? "the server took the update and did not make it" : DNSNumber.name($0) }
      throw .rejected(subject: "`\(step.to.name)`", reason: reason ?? "the server did not answer")
    }
  }

  /// Prerequisites that say what is there, and updates that replace it: sets are deleted and added in one message.
  private func records(
    _ step: (from: ZoneName, to: ZoneName)
  ) throws(DriverError) -> (prerequisites: [DNSRecord], updates: [DNSRecord]) {
    guard let name = DNSName(step.to.name), let marker = DNSName("_epic.\(step.to.name)") else {
      throw .refused("`\(step.to.name)` is no domain name")
    }
    func set(_ state: ZoneName, _ family: IPFamily) -> [DNSRecord] {
      state.addresses.filter { $0.family == family }
        .map { DNSRecord.address(name, $0, ttlSeconds: state.ttlSeconds) }
    }
    func text(_ state: ZoneName) -> [DNSRecord] {
      state.marker.map { [DNSRecord.text(marker, $0, ttlSeconds: state.ttlSeconds)] } ?? []
    }
    var prerequisites: [DNSRecord] = []
    var updates: [DNSRecord] = []
    let sets = [
      (name, DNSNumber.RecordType.a, set(step.from, .v4), set(step.to, .v4)),
      (name, DNSNumber.RecordType.aaaa, set(step.from, .v6), set(step.to, .v6)),
      (marker, DNSNumber.RecordType.txt, text(step.from), text(step.to)),
    ]
    for (owner, type, before, after) in sets {
      if before.isEmpty {
        prerequisites.append(DNSRecord(owner, type, DNSNumber.RecordClass.none))
      } else {
        prerequisites += before.map(\.asPrerequisite)
        updates.append(DNSRecord(owner, type, DNSNumber.RecordClass.any))
      }
      updates += after
    }
    return (prerequisites, updates)
  }
}
