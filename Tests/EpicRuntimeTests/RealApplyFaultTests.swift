import EpicArtifact
import EpicRuntime
import Foundation
import Glibc
import Testing

/// What goes wrong around a real Envoy, and that the node is whole afterwards.
@Suite(
  .serialized, .enabled(if: envoyIsThere, "needs envoy (build/tools/bin), curl and openssl"), .timeLimit(.minutes(5)))
struct RealApplyFaultTests {
  /// A node that runs release 1, and whose next release goes to the other backend by another cluster.
  private func nodeWithNextRelease() async throws -> TestNode {
    let node = try TestNode()
    try await node.apply(endpoints: HandMadeRelease.endpoints([node.backends.port("pod-1")]))
    node.release.sequence = 2
    node.release.clusters = [("acme_green~1", node.backends.port("green"))]
    node.release.target = "acme_green~1"
    return node
  }

  private func expectFirstRelease(
    _ node: TestNode, _ before: [String: Data], at location: SourceLocation = #_sourceLocation
  ) async throws {
    #expect(try node.files() == before, sourceLocation: location)
    #expect(try node.get("/") == "blue", sourceLocation: location)
    #expect(try node.get("/pods") == "pod-1", sourceLocation: location)
    let status = try await node.status()
    #expect(status.isHealthy && status.sequence == 1, "\(status)", sourceLocation: location)
  }

  @Test func countsWatchesAsTheKernelDoes() async throws {
    let node = try TestNode()
    let report = try await node.apply()
    let process = try #require(node.processes.first)
    let folder = "/proc/\(process)/fd"
    let instances = try FileManager.default.contentsOfDirectory(atPath: folder).count {
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\($0)")) == "anon_inode:inotify"
    }
    #expect(report.watches == instances)
  }

  @Test func goesBackWhenTheReleaseCannotBeAdopted() async throws {
    let node = try await nodeWithNextRelease()
    let before = try node.files()
    // The temporary name of the link `current` is taken.
    let obstacle = "\(node.settings.stateFolder)/.current.new"
    try FileManager.default.createDirectory(atPath: obstacle, withIntermediateDirectories: true)
    let error = try await node.refusal(endpoints: HandMadeRelease.endpoints([node.backends.port("pod-2")]))
    guard case .rolledBack(let failure, losses: []) = error else {
      Issue.record("not rolled back: \(String(describing: error))")
      return
    }
    #expect(failure.plane == nil && failure.phase == nil && failure.reason.contains(".current.new"), "\(failure)")
    try await expectFirstRelease(node, before)
    try FileManager.default.removeItem(atPath: obstacle)
    try await node.apply()
    #expect(try node.get("/") == "green")
    #expect(try node.get("/pods") == "pod-1")
  }

  @Test func anInstanceThatWasStoppedRunsAgainWhenTheReleaseCannotBeAdopted() async throws {
    let node = try TestNode()
    try await node.apply(endpoints: HandMadeRelease.endpoints([node.backends.port("pod-1")]))
    let before = try node.files()
    let processes = node.processes
    node.release.sequence = 2
    node.release.hasInstance = false
    let obstacle = "\(node.settings.stateFolder)/.current.new"
    try FileManager.default.createDirectory(atPath: obstacle, withIntermediateDirectories: true)
    let error = try await node.refusal { $0.allowsShrink = true }
    guard case .rolledBack(_, let losses) = error else {
      Issue.record("not rolled back: \(String(describing: error))")
      return
    }
    #expect(losses == ["envoy/stable had ended and was started again, which lost every connection it had"])
    #expect(node.processes != processes)
    try await expectFirstRelease(node, before)
  }

  @Test func saysWhenEnvoyEndedOnTheWay() async throws {
    let node = try await nodeWithNextRelease()
    let before = try node.files()
    let error = try await node.refusal(between: { events in
      if events.last?.contains(": union: ") == true { node.kill() }
      return nil
    })
    guard case .rolledBack(_, let losses) = error else {
      Issue.record("not rolled back: \(String(describing: error))")
      return
    }
    #expect(losses.count == 1)
    #expect(error?.description.contains("the previous release is back, but envoy/stable had ended") == true)
    try await expectFirstRelease(node, before)
  }

  @Test(.enabled(if: Tools.epic != nil, "needs the debug build of epic"))
  func statusTellsOfAnApplyThatWasCutOff() async throws {
    let node = try await nodeWithNextRelease()
    let before = try node.files()
    var told = ""
    // What a kill -9 here would leave is what is there now.
    let error = try await node.refusal(between: { events in
      guard events.last?.contains(": union: ") == true else { return nil }
      let child = try? Child(
        Tools.epic,
        [
          "status", "--node", HandMadeRelease.node, "--state", node.settings.stateFolder, "--secrets",
          node.settings.secretsFolder,
        ], collectsOutput: true)
      told = child?.readOutput() ?? ""
      // An exit status of 1, as `wait` gives it.
      #expect(child?.wait() == 1 << 8)
      return "somebody asked it to end"
    })
    #expect(told.contains("wrong: the set of listeners runs version `2."), "\(told)")
    #expect(told.contains("wrong: the set of clusters runs version `2."), "\(told)")
    guard case .rolledBack(let failure, losses: []) = error else {
      Issue.record("not rolled back: \(String(describing: error))")
      return
    }
    #expect(failure.reason == "somebody asked it to end" && error?.isRefusal == true)
    try await expectFirstRelease(node, before)
  }

  @Test func statusMissesAnInstanceAndRefusesToGuess() async throws {
    let node = try TestNode()
    await #expect(throws: ApplyError.self) { try await node.status() }
    try await node.apply()
    _ = try await Applier(settings: node.settings).stop()
    try FileManager.default.removeItem(atPath: "\(node.settings.stateFolder)/envoy/\(HandMadeRelease.instance)")
    let status = try await node.status()
    #expect(!status.isHealthy && status.planes.map(\.state.faults) == [["Envoy does not run"]], "\(status)")
    try FileManager.default.removeItem(atPath: "\(node.settings.stateFolder)/releases")
    await #expect(throws: ApplyError.self) { try await node.status() }
  }

  @Test func endsBeforeAnythingChangedWhenAskedTo() async throws {
    let node = try await nodeWithNextRelease()
    let before = try node.files()
    let error = try await node.refusal(between: { events in events.isEmpty ? nil : "somebody asked it to end" })
    #expect(error == .interrupted("somebody asked it to end"))
    #expect(error?.isRefusal == true)
    try await expectFirstRelease(node, before)
  }

  @Test func aCheckThatHangsIsEnded() async throws {
    let node = try TestNode()
    let script = "\(node.folder.path)/hanging"
    try "#!/bin/sh\necho $$ > \(script).pid\nexec sleep 600\n".write(toFile: script, atomically: true, encoding: .utf8)
    try Tools.run("/bin/chmod", ["0755", script])
    node.settings.envoy.binary = script
    node.settings.envoy.checkSeconds = 1
    #expect(try await node.refusal()?.description.contains("was ended: it took longer than 1 s") == true)
    let text = try String(contentsOfFile: "\(script).pid", encoding: .utf8).trimmingCharacters(
      in: .whitespacesAndNewlines)
    let process = try #require(pid_t(text))
    #expect(Glibc.kill(process, 0) != 0)
    // A first release that is refused leaves nothing that a status would take for an instance.
    #expect(try await node.status().planes.isEmpty)
    // What cannot be run at all says why.
    try Data([0x7F, 0x45, 0x4C, 0x46]).write(to: URL(fileURLWithPath: script))
    try Tools.run("/bin/chmod", ["0755", script])
    let error = try await node.refusal()
    #expect(error?.description.contains("--mode validate` failed: ") == true, "\(String(describing: error))")
    #expect(error?.description.contains("cannot be reached") == false)
  }

  @Test func aPathThatLeadsNowhereLeavesNothingBehind() async throws {
    let node = try TestNode()
    for source in [ApplyRequest.Source.path("\(node.folder.path)/nosuch.epicb"), .current] {
      let error = try await node.refusal(source)
      guard case .missing = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
      #expect(error?.isRefusal == false)
      #expect(!FileManager.default.fileExists(atPath: node.settings.stateFolder))
    }
    let failure = ApplyFailure(plane: .envoy, subject: "stable", phase: .prune, reason: "x")
    #expect(!ApplyError.halfReverted(failure, remains: ["y"]).isRefusal)
    #expect(ApplyError.halfReverted(failure, remains: ["y"]).description.contains("parts of both releases"))
  }

  @Test func theSameBinaryUnderAnotherPathIsNoChange() async throws {
    let node = try TestNode()
    try await node.apply()
    let link = "\(node.folder.path)/other-envoy"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: try #require(Tools.envoy))
    node.settings.envoy.binary = link
    let processes = node.processes
    #expect(try await node.apply(.current).parts.map(\.outcome) == [.unchanged])
    #expect(node.processes == processes)
  }

  @Test func findsAnEnvoyWhoseRecordWasLost() async throws {
    let node = try TestNode()
    try await node.apply()
    let processes = node.processes
    let record = "\(node.settings.stateFolder)/processes/\(HandMadeRelease.instance).json"
    try FileManager.default.removeItem(atPath: record)
    #expect(try await node.status().isHealthy)
    #expect(try await node.apply(.current).parts.map(\.outcome) == [.unchanged])
    #expect(node.processes == processes)
    try FileManager.default.removeItem(atPath: record)
    #expect(try await Applier(settings: node.settings).stop() == processes)
    #expect(try node.get("/") == nil)
  }

  @Test func keysOfCertificatesThatWentGoToo() async throws {
    let node = try TestNode()
    try await node.apply()
    func keys() throws -> [String] {
      let root = "\(node.settings.stateFolder)/envoy/\(HandMadeRelease.instance)/secrets"
      return try FileManager.default.subpathsOfDirectory(atPath: root).filter { $0.hasSuffix("tls.key") }.sorted()
    }
    let first = try keys()
    #expect(first.count == 2 && first.allSatisfy { $0.hasPrefix("tenants/acme/cert/shop/") }, "\(first)")
    node.release.sequence = 2
    node.release.certificate = "tenants/acme/cert/other"
    try node.certificate("two", at: "tenants/acme/cert/other")
    try await node.apply()
    #expect(try node.shownCertificate() == "two")
    let second = try keys()
    #expect(second.count == 2 && second.allSatisfy { $0.hasPrefix("tenants/acme/cert/other/") }, "\(second)")
    // The version that a rotation replaced goes as well.
    try node.certificate("three", at: "tenants/acme/cert/other")
    try await node.apply(.current)
    #expect(try keys().count == 2)
  }

  @Test func oneMismatchedKeyAmongSeveralPutsAllBack() async throws {
    let node = try TestNode()
    let second = "tenants/acme/cert/second"
    node.release.secondCertificate = second
    try node.certificate("second-one", at: second)
    try await node.apply()
    #expect(try node.shownCertificate() == "one")
    #expect(try node.shownCertificate("second.example") == "second-one")
    try node.certificate("two")
    try node.certificate("second-two", at: second)
    let key = "\(node.settings.secretsFolder)/\(second)/tls.key"
    let good = try Data(contentsOf: URL(fileURLWithPath: key))
    try Tools.run(
      Tools.openssl,
      ["genpkey", "-quiet", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", key])
    try #require(try Data(contentsOf: URL(fileURLWithPath: key)) != good)
    let error = try await node.refusal(.current)
    guard case .rolledBack(let failure, losses: []) = error else {
      Issue.record("not rolled back: \(String(describing: error))")
      return
    }
    #expect(failure.reason.contains("`\(second)`"), "\(failure)")
    #expect(try node.shownCertificate() == "one")
    #expect(try node.shownCertificate("second.example") == "second-one")
    #expect(try await node.status().isHealthy)
    try good.write(to: URL(fileURLWithPath: key))
    try await node.apply(.current)
    #expect(try node.shownCertificate() == "two")
    #expect(try node.shownCertificate("second.example") == "second-two")
  }

  @Test func aDamagedStoredReleaseIsNotTakenForTheRightOne() async throws {
    let node = try TestNode()
    try await node.apply()
    let state = node.settings.stateFolder
    let current = try FileManager.default.destinationOfSymbolicLink(atPath: "\(state)/current")
    let route = "nodes/fra-1/envoy/stable/routes/shop.json"
    let right = try Data(contentsOf: URL(fileURLWithPath: "\(state)/current/\(route)"))
    try Data("damaged".utf8).write(to: URL(fileURLWithPath: "\(state)/current/\(route)"))
    try await node.apply()
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "\(state)/current") == "\(current)-1")
    #expect(try Data(contentsOf: URL(fileURLWithPath: "\(state)/current/\(route)")) == right)
  }

  @Test func refusesAStateFolderThatOthersCanOpen() async throws {
    let node = try TestNode()
    let folder = "\(node.folder.path)/open"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    for path in [folder, node.settings.stateFolder] {
      if path != folder {
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: folder)
      }
      node.settings.stateFolder = path
      #expect(try await node.refusal()?.description.contains("open to group or others (mode 755)") == true)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
  }

  @Test func endpointsOfTheSameCommandCountForSlotsThatHeldNothing() async throws {
    let node = try TestNode()
    let ports = ["blue", "green", "pod-1", "pod-2"].map { node.backends.port($0) }
    node.release.clusters = [("acme_blue~1", ports[0]), ("acme_green~1", ports[1]), ("acme_third~1", ports[2])]
    try await node.apply()
    node.release.sequence = 2
    node.release.clusters = []
    node.release.target = "acme_pods~1"
    #expect(try await node.refusal() == .shrink(["the release takes away all 3 endpoints"]))
    try await node.apply(endpoints: HandMadeRelease.endpoints(Array(ports[2...])))
    #expect(try node.get("/pods")?.hasPrefix("pod-") == true)
  }
}
