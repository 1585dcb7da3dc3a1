import EpicArtifact
import EpicBase
import Glibc

/// What an apply will do to the node's BIRD.
struct BIRDChange: PreparedChange {
  /// The generation's folder below the driver's folder.
  var generation: String
  /// Where `current` pointed.
  var old: String
  var announcements: AnnouncementsFile
  /// What is announced until every name that leads to a withdrawn prefix is gone; nil if nothing is withdrawn.
  var union: Union?
  var notes: [String] = []
  var outcome: ApplyReport.Part.Outcome

  /// The generation between the old and the new one.
  struct Union {
    var generation: String
    var announcements: AnnouncementsFile
  }
}

/// The BIRD plane: a folder a generation, and the link `current`, which BIRD's main file includes through. BIRD parses a
/// candidate before the link moves; afterwards it is told to undo by itself unless it is confirmed, and only what it
/// evaluates in its active configuration counts.
final class BIRDDriver: PlaneDriver {
  private let settings: NodeSettings.BIRD
  private let store: SecretStore
  private let report: (ApplyEvent.Step, String) -> Void
  /// What BIRD should run, for `observe`; nil where nothing says so.
  var expected: AnnouncementsFile?
  private static let link = "current"
  private static let initial = "g0"

  init(settings: NodeSettings.BIRD, secrets: String, report: @escaping (ApplyEvent.Step, String) -> Void) {
    self.settings = settings
    self.report = report
    store = SecretStore(folder: secrets)
  }

  private var linkPath: String { "\(settings.folder)/\(BIRDDriver.link)" }

  private func connect() throws(DriverError) -> BIRDControl {
    guard let control = BIRDControl(settings.socket) else { throw .unreachable("BIRD at `\(settings.socket)`") }
    return control
  }

  // MARK: observe

  func observe() async throws(DriverError) -> PlaneState {
    let control = try connect()
    var state = PlaneState(subject: "bird", isRunning: true)
    state.generation = control.evaluate("EPIC_GENERATION").flatMap { UInt64($0) }
    state.digest = control.evaluate("EPIC_DIGEST") ?? ""
    guard let generation = state.generation else {
      state.faults.append("BIRD runs no release: its configuration does not define EPIC_GENERATION")
      return state
    }
    if let bytes = try? Files.readIfPresent("\(linkPath)/\(AnnouncementsFile.fileName)"),
      let file = try? AnnouncementsFile.read(bytes)
    {
      if file.generation != generation || file.content.hex != state.digest {
        state.faults.append("BIRD runs generation \(generation), and the files on disk are of \(file.generation)")
      }
      state.figures.append(PlaneState.Figure("prefixes", UInt64(file.routes.count)))
    }
    if let expected, expected.generation != generation || expected.content.hex != state.digest {
      state.faults.append(
        "BIRD runs generation \(generation) with digest \(state.digest), the applied release is generation "
          + "\(expected.generation) with digest \(expected.content.hex)")
    }
    return state
  }

  // MARK: prepare

  func prepare(_ target: PlaneImage) async throws(DriverError) -> BIRDChange {
    let file = try announcements(target)
    do throws(FileFault) {
      try createFolder()
    } catch {
      throw .file(error)
    }
    let control = try connect()
    if settings.checksAddresses { try checkAddresses(file) }
    let old = Files.readLink(linkPath) ?? BIRDDriver.initial
    let generation = "g\(target.sequence)-\(ContentDigest(ofTree: target.artifacts).hex.prefix(8))"
    var change = BIRDChange(generation: generation, old: old, announcements: file, outcome: .unchanged)
    do throws(DriverError) {
      try stageAndCheck(target, file, generation, control)
      if try !runs(file, control) || old != generation {
        change.outcome = .changed
        try prepareUnion(target, &change, control)
      }
    } catch {
      await abandon(change)
      throw error
    }
    return change
  }

  private func stageAndCheck(
    _ target: PlaneImage, _ file: AnnouncementsFile, _ generation: String, _ control: BIRDControl
  ) throws(DriverError) {
    try stage(target, file, generation)
    let candidate = try candidate(generation)
    guard let reply = control.send("configure check \"\(candidate)\"") else {
      throw .unreachable("BIRD at `\(settings.socket)`")
    }
    guard reply.has(BIRDReply.Code.valid) else { throw .refused("BIRD finds it invalid: \(reply.summary)") }
  }

  /// Makes the generation that announces what is new and still what goes.
  private func prepareUnion(
    _ target: PlaneImage, _ change: inout BIRDChange, _ control: BIRDControl
  ) throws(DriverError) {
    guard let former = fragment("\(settings.folder)/\(change.old)"),
      let text = target.artifacts.first(where: { $0.path == AnnouncementsFile.fragmentFileName })
    else { return }
    let next = BIRDFragment(text: String(decoding: text.bytes, as: UTF8.self), file: change.announcements)
    switch next.joined(withRoutesOf: former) {
    case .nothingGoes: return
    case .impossible(let reason):
      change.notes.append("prefixes are withdrawn before the names that lead to them: \(reason)")
    case .union(let union):
      let generation = "\(change.generation)-union"
      change.union = BIRDChange.Union(generation: generation, announcements: union.file)
      var image = target
      image.artifacts.removeAll {
        $0.path == AnnouncementsFile.fragmentFileName || $0.path == AnnouncementsFile.fileName
      }
      image.artifacts.append(Artifact(path: AnnouncementsFile.fragmentFileName, bytes: Array(union.text.utf8)))
      image.artifacts.append(Artifact(path: AnnouncementsFile.fileName, bytes: union.file.write()))
      try stageAndCheck(image, union.file, generation, control)
    }
  }

  /// A fragment that was staged, with what it announces; nil if there is none.
  private func fragment(_ folder: String) -> BIRDFragment? {
    guard let text = try? Files.readIfPresent("\(folder)/\(AnnouncementsFile.fragmentFileName)"),
      let bytes = try? Files.readIfPresent("\(folder)/\(AnnouncementsFile.fileName)"),
      let file = try? AnnouncementsFile.read(bytes)
    else { return nil }
    return BIRDFragment(text: String(decoding: text, as: UTF8.self), file: file)
  }

  /// The new generations hold passwords, so they do not stay for nothing.
  func abandon(_ prepared: BIRDChange) async {
    for name in [prepared.generation, prepared.union?.generation] {
      if let name, name != prepared.old, name != Files.readLink(linkPath) {
        try? Files.removeTree("\(settings.folder)/\(name)")
      }
    }
  }

  private func announcements(_ target: PlaneImage) throws(DriverError) -> AnnouncementsFile {
    guard let artifact = target.artifacts.first(where: { $0.path == AnnouncementsFile.fileName }) else {
      throw .refused("`\(AnnouncementsFile.fileName)` is missing")
    }
    do throws(FormatError) {
      return try AnnouncementsFile.read(artifact.bytes)
    } catch {
      throw .refused("`\(AnnouncementsFile.fileName)` is malformed: \(error)")
    }
  }

  /// Makes the folder, and an empty generation for BIRD to start with.
  private func createFolder() throws(FileFault) {
    try Files.makeFolder(settings.folder)
    if Files.readLink(linkPath) != nil { return }
    let initial = "\(settings.folder)/\(BIRDDriver.initial)"
    try Files.makeFolder(initial)
    try Files.write("\(initial)/\(AnnouncementsFile.fragmentFileName)", Array("# Nothing is announced yet.\n".utf8))
    try Files.flip(link: linkPath, to: BIRDDriver.initial)
  }

  private func stage(_ target: PlaneImage, _ file: AnnouncementsFile, _ generation: String) throws(DriverError) {
    var passwords: [String: String] = [:]
    for password in file.sessions.compactMap(\.password) {
      let bytes = try store.read(password.secret)
      passwords[password.define] = String(decoding: bytes, as: UTF8.self).trimmingLineEnd()
    }
    guard let secrets = file.secretsFile(passwords) else {
      throw .refused("a password of a BGP session is empty, or holds a character that BIRD cannot write")
    }
    let folder = "\(settings.folder)/\(generation)"
    do throws(FileFault) {
      try Files.makeFolder(folder)
      for artifact in target.artifacts {
        try Files.makeFolder(Files.parent(of: "\(folder)/\(artifact.path)"))
        try Files.replace("\(folder)/\(artifact.path)", artifact.bytes)
      }
      if secrets.isEmpty { return }
      let path = "\(folder)/\(AnnouncementsFile.secretsFileName)"
      try Files.replace(path, secrets, mode: 0o600)
      // BIRD reads it after it gave up its privileges: the owner of its socket is the user it runs as.
      if let socket = Files.status(settings.socket), chown(path, socket.owner, gid_t.max) != 0 {
        throw FileFault(errno: "give away", path)
      }
    } catch {
      throw .file(error)
    }
  }

  /// Writes BIRD's main file as it would be with the new generation, so that BIRD can parse it before anything moves.
  private func candidate(_ generation: String) throws(DriverError) -> String {
    let main: String
    do throws(FileFault) {
      main = String(decoding: try Files.read(settings.configuration, atMost: 16 << 20), as: UTF8.self)
    } catch {
      throw .file(error)
    }
    let through = "\(linkPath)/"
    guard main.contains("\(through)\(AnnouncementsFile.fragmentFileName)") else {
      throw .refused(
        "`\(settings.configuration)` does not include `\(through)\(AnnouncementsFile.fragmentFileName)`; add that line")
    }
    for line in main.split(separator: "\n") {
      let words = line.split(whereSeparator: { $0 == " " || $0 == "\t" })
      guard words.first == "include", words.count > 1, words[1].hasPrefix("\""), !words[1].hasPrefix("\"/") else {
        continue
      }
      throw .refused("`\(settings.configuration)` has the relative `\(line)`, which a copy of it would not find")
    }
    let path = "\(settings.folder)/\(generation)/candidate.conf"
    let text = main.split(separator: through, omittingEmptySubsequences: false)
      .joined(separator: "\(settings.folder)/\(generation)/")
    do throws(FileFault) {
      try Files.replace(path, Array(text.utf8))
    } catch {
      throw .file(error)
    }
    return path
  }

  /// The node must hold what it announces, or it attracts traffic that it drops.
  private func checkAddresses(_ file: AnnouncementsFile) throws(DriverError) {
    let held = LocalAddresses.all()
    let missing = file.addresses.filter { !held.contains($0) }
    guard let first = missing.first else { return }
    throw .refused(
      "the node does not hold \(missing.count) of the announced addresses, \(first) for one; add them (ip address add "
        + "\(IPPrefix(host: first)) dev lo)")
  }

  private func runs(_ file: AnnouncementsFile, _ control: BIRDControl) throws(DriverError) -> Bool {
    control.evaluate("EPIC_GENERATION") == String(file.generation)
      && control.evaluate("EPIC_DIGEST") == file.content.hex
      && control.evaluate("EPIC_END_epic") == String(file.generation)
  }

  // MARK: commit

  func commit(_ prepared: BIRDChange, phase: ApplyPhase) async throws(DriverError) {
    if prepared.outcome == .unchanged { return }
    switch phase {
    case .union: return
    case .switch:
      let (generation, file) =
        prepared.union.map { ($0.generation, $0.announcements) } ?? (prepared.generation, prepared.announcements)
      try await configure(generation, file)
      let rest = prepared.union == nil ? "" : ", nothing withdrawn yet"
      report(.switch, "generation \(file.generation) confirmed\(rest)")
    case .prune:
      guard prepared.union != nil else { return }
      try await configure(prepared.generation, prepared.announcements)
      report(.prune, "generation \(prepared.announcements.generation) confirmed")
    }
  }

  private func configure(_ generation: String, _ file: AnnouncementsFile) async throws(DriverError) {
    try await configure(try connect(), generation: generation) { control throws(DriverError) in
      try self.runs(file, control)
    }
  }

  func finish(_ prepared: BIRDChange) async throws(DriverError) {
    do throws(FileFault) {
      for name in try Files.list(settings.folder)
      where name.hasPrefix("g") && name != prepared.generation && name != prepared.old {
        try Files.removeTree("\(settings.folder)/\(name)")
      }
    } catch {
      throw .file(error)
    }
  }

  /// Moves the link and has BIRD read it, with its own undo armed until what it runs was read back.
  private func configure(
    _ control: BIRDControl, generation: String, isRunning: (BIRDControl) throws(DriverError) -> Bool
  ) async throws(DriverError) {
    do throws(FileFault) {
      try Files.flip(link: linkPath, to: generation)
    } catch {
      throw .file(error)
    }
    guard let reply = control.send("configure timeout \(settings.confirmSeconds)") else {
      throw .unreachable("BIRD at `\(settings.socket)`")
    }
    guard reply.has(BIRDReply.Code.reconfigured, BIRDReply.Code.inProgress) else {
      throw .rejected(subject: "generation `\(generation)`", reason: reply.summary)
    }
    let deadline = ContinuousClock.now + .seconds(Int64(min(settings.confirmSeconds, 30)))
    while try !isRunning(control) {
      if ContinuousClock.now > deadline {
        throw .unconfirmed(subject: "generation `\(generation)`", seconds: min(settings.confirmSeconds, 30))
      }
      try? await Task.sleep(for: .milliseconds(50))
    }
    guard let confirmation = control.send("configure confirm"), confirmation.has(BIRDReply.Code.confirmed) else {
      throw .rejected(subject: "the confirmation of `\(generation)`", reason: "BIRD did not take it")
    }
  }

  // MARK: revert

  /// Files first, then BIRD: an undo alone would leave the refused files for the next start.
  func revert(_ prepared: BIRDChange) async throws(DriverError) -> [String] {
    if prepared.outcome == .unchanged { return [] }
    if Files.readLink(linkPath) != prepared.old { try await putBack(prepared) }
    await abandon(prepared)
    return []
  }

  private func putBack(_ prepared: BIRDChange) async throws(DriverError) {
    do throws(FileFault) {
      try Files.flip(link: linkPath, to: prepared.old)
    } catch {
      throw .file(error)
    }
    let control = try connect()
    let old = fragment(linkPath)?.file
    func isBack(_ control: BIRDControl) throws(DriverError) -> Bool {
      guard let old else { return control.evaluate("EPIC_GENERATION") == nil }
      return try runs(old, control)
    }
    _ = control.send("configure undo")
    if try isBack(control) { return }
    try await configure(control, generation: prepared.old) { control throws(DriverError) in try isBack(control) }
  }
}
