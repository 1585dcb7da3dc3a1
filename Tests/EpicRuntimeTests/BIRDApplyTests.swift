import EpicArtifact
import EpicBase
import EpicRuntime
import Foundation
import Glibc
import Testing

/// A BIRD of the test's own, without peers.
final class TestBIRD {
  let folder: TemporaryFolder
  var settings: NodeSettings
  private var child: Child?

  init() throws {
    folder = try TemporaryFolder()
    settings = NodeSettings(
      node: PlaneRelease.node, stateFolder: "\(folder.path)/state", secretsFolder: "\(folder.path)/secrets")
    let main = "\(folder.path)/bird.conf"
    var bird = NodeSettings.BIRD(
      socket: "\(folder.path)/bird.ctl", configuration: main, folder: "\(folder.path)/epic")
    bird.confirmSeconds = 5
    // The addresses below are nobody's; one test asks for the check.
    bird.checksAddresses = false
    settings.bird = bird
    try "router id 192.0.2.1;\nprotocol device {}\ninclude \"\(bird.folder)/current/epic.conf\";\n"
      .write(toFile: main, atomically: true, encoding: .utf8)
    try FileManager.default.createDirectory(atPath: "\(bird.folder)/g0", withIntermediateDirectories: true)
    try "".write(toFile: "\(bird.folder)/g0/epic.conf", atomically: true, encoding: .utf8)
    try FileManager.default.createSymbolicLink(atPath: "\(bird.folder)/current", withDestinationPath: "g0")
    try start()
  }

  func start() throws {
    child = try Child(
      Tools.bird, ["-f", "-c", "\(folder.path)/bird.conf", "-s", "\(folder.path)/bird.ctl", "-P", "\(folder.path)/pid"])
    for _ in 0..<200 {
      if try Tools.run(Tools.birdc, ["-s", "\(folder.path)/bird.ctl", "show", "status"]) != nil { return }
      usleep(20_000)
    }
    Issue.record("BIRD did not start")
  }

  func kill() { child?.kill() }

  func show(_ words: String...) throws -> String {
    try #require(try Tools.run(Tools.birdc, ["-s", "\(folder.path)/bird.ctl"] + words))
  }

  /// A release that announces these addresses.
  func request(
    _ sequence: UInt64, _ addresses: [String], extra: String = "", digest: ContentDigest? = nil
  ) throws -> ApplyRequest {
    let files = try TestBIRD.files(sequence, addresses, extra: extra, digest: digest)
    return ApplyRequest(source: .path(try PlaneRelease(sequence: sequence, files: files).write(below: folder.path)))
  }

  /// Fragment and announcements; with another `digest`, the announcements are of something else.
  static func files(
    _ sequence: UInt64, _ addresses: [String], extra: String = "", digest: ContentDigest? = nil
  ) throws -> [(path: String, bytes: [UInt8])] {
    var body = ""
    var routes: [AnnouncementsFile.Route] = []
    for text in addresses {
      let address = try #require(IPAddress(text))
      let name = "epic_v4_\(text.replacing(".", with: "_"))"
      body += "protocol static \(name) {\n  ipv4;\n  route \(address)/32 blackhole;\n}\n"
      routes.append(
        AnnouncementsFile.Route(
          prefix: IPPrefix(host: address), protocol: name, communities: [], addresses: [address]))
    }
    let content = ContentDigest(of: Array(body.utf8))
    let text = """
      define EPIC_GENERATION = \(sequence);
      define EPIC_DIGEST = "\(content.hex)";
      \(body)\(extra)
      define EPIC_END_epic = \(sequence);

      """
    let file = AnnouncementsFile(
      node: PlaneRelease.node, generation: sequence, content: digest ?? content, routes: routes, sessions: [])
    return [("epic.conf", Array(text.utf8)), (AnnouncementsFile.fileName, file.write())]
  }

  var link: String? {
    try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder.path)/epic/current")
  }
}

private let birdIsThere = Tools.bird != nil && Tools.birdc != nil && geteuid() == 0

@Suite(.serialized, .enabled(if: birdIsThere, "needs bird2 and root"), .timeLimit(.minutes(2)))
struct BIRDApplyTests {
  @Test func announcesWhatTheNodeHoldsAndReadsItBack() async throws {
    let bird = try TestBIRD()
    let applier = Applier(settings: bird.settings)
    let first = try await applier.apply(bird.request(1, ["198.51.100.7"]))
    #expect(first.parts.map(\.outcome) == [.changed])
    #expect(try bird.show("show", "route").contains("198.51.100.7/32"))
    let status = try await StatusReader(settings: bird.settings).status()
    #expect(status.isHealthy && status.planes.first?.state.generation == 1, "\(status)")
    #expect(try await applier.apply(ApplyRequest(source: .current)).parts.map(\.outcome) == [.unchanged])
    // The confirmed files are what a restart boots.
    bird.kill()
    try bird.start()
    #expect(try await StatusReader(settings: bird.settings).status().planes.first?.state.generation == 1)
  }

  @Test func refusesWhatBIRDCannotParseBeforeAnythingMoves() async throws {
    let bird = try TestBIRD()
    _ = try await Applier(settings: bird.settings).apply(bird.request(1, ["198.51.100.7"]))
    let link = bird.link
    let error = try await refusal(bird.settings, bird.request(2, ["198.51.100.7"], extra: "protocol nonsense;"))
    guard case .refused(.bird, _, let reason) = error else {
      Issue.record("not refused: \(String(describing: error))")
      return
    }
    #expect(reason.contains("syntax error"), "\(reason)")
    #expect(bird.link == link)
  }

  @Test func goesBackWhenBIRDDoesNotRunWhatWasAsked() async throws {
    let bird = try TestBIRD()
    _ = try await Applier(settings: bird.settings).apply(bird.request(1, ["198.51.100.7"]))
    let link = bird.link
    let error = try await refusal(bird.settings, bird.request(2, ["198.51.100.7"], digest: ContentDigest(of: [1])))
    guard case .rolledBack(let failure, _) = error else {
      Issue.record("not rolled back: \(String(describing: error))")
      return
    }
    #expect(failure.plane == .bird && failure.phase == .switch)
    #expect(bird.link == link)
    #expect(try bird.show("eval", "EPIC_GENERATION").contains("1"))
    #expect(try bird.show("show", "route").contains("198.51.100.7/32"))
    // No undo is left that would strike later.
    sleep(6)
    #expect(try await StatusReader(settings: bird.settings).status().isHealthy)
  }

  @Test func withdrawsOnlyAfterEverythingElse() async throws {
    let bird = try TestBIRD()
    _ = try await Applier(settings: bird.settings).apply(bird.request(1, ["198.51.100.7", "198.51.100.9"]))
    var events: [String] = []
    var between: String?
    // Asked before each step, so the last answer is from after the switch and before the prune.
    let applier = Applier(
      settings: bird.settings,
      interruption: {
        if events.last?.contains("switch") == true { between = try? bird.show("show", "route") }
        return nil
      }, progress: { events.append($0.description) })
    _ = try await applier.apply(bird.request(2, ["198.51.100.7", "198.51.100.8"]))
    for address in ["198.51.100.7", "198.51.100.8", "198.51.100.9"] {
      #expect(between?.contains("\(address)/32") == true, "\(between ?? "")")
    }
    let after = try bird.show("show", "route")
    #expect(after.contains("198.51.100.8/32") && !after.contains("198.51.100.9/32"), "\(after)")
    #expect(
      events == [
        "bird: switch: generation 2 confirmed, nothing withdrawn yet", "bird: prune: generation 2 confirmed",
      ])
    let status = try await StatusReader(settings: bird.settings).status()
    #expect(status.isHealthy && status.planes.first?.state.generation == 2, "\(status)")
    // What was announced in between goes with the apply.
    let left = try FileManager.default.contentsOfDirectory(atPath: "\(bird.folder.path)/epic")
    #expect(left.count { $0.hasSuffix("-union") } == 0, "\(left)")
  }

  @Test func goesBackFromTheUnionAndSaysWhatDiffers() async throws {
    let bird = try TestBIRD()
    _ = try await Applier(settings: bird.settings).apply(bird.request(1, ["198.51.100.7"]))
    var events: [String] = []
    var status: String?
    let applier = Applier(
      settings: bird.settings,
      interruption: {
        guard events.last?.contains("switch") == true else { return nil }
        status = try? bird.show("eval", "EPIC_GENERATION")
        return "somebody asked it to end"
      }, progress: { events.append($0.description) })
    do {
      _ = try await applier.apply(bird.request(2, ["198.51.100.8"]))
      Issue.record("applied")
    } catch let error as ApplyError {
      #expect(error.isRefusal && error.description.contains("somebody asked it to end"), "\(error)")
    }
    #expect(status?.contains("2") == true)
    let routes = try bird.show("show", "route")
    #expect(routes.contains("198.51.100.7/32") && !routes.contains("198.51.100.8/32"), "\(routes)")
    #expect(try await StatusReader(settings: bird.settings).status().isHealthy)
  }

  @Test func refusesToAnnounceWhatTheNodeDoesNotHold() async throws {
    let bird = try TestBIRD()
    bird.settings.bird?.checksAddresses = true
    let error = try await refusal(bird.settings, bird.request(1, ["198.51.100.7"]))
    #expect(error?.description.contains("ip address add 198.51.100.7/32 dev lo") == true)
    _ = try await Applier(settings: bird.settings).apply(bird.request(1, ["127.0.0.1"]))
    bird.settings.bird?.checksAddresses = false
  }

  @Test func saysWhichBIRDItCannotReach() async throws {
    let bird = try TestBIRD()
    bird.kill()
    let error = try await refusal(bird.settings, bird.request(1, ["198.51.100.7"]))
    #expect(error?.description.contains("BIRD at `\(bird.folder.path)/bird.ctl` cannot be reached") == true)
  }
}
