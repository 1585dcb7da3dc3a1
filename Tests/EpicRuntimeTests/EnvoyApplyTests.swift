import EpicArtifact
import EpicRuntime
import Foundation
import Testing

/// What every test with the real Envoy needs.
let envoyIsThere = Tools.envoy != nil && Tools.curl != nil && Tools.openssl != nil

/// Applies hand-made releases to the real Envoy.
@Suite(
  .serialized, .enabled(if: envoyIsThere, "needs envoy (build/tools/bin), curl and openssl"), .timeLimit(.minutes(5)))
struct EnvoyApplyTests {
  @Test func startsServesAndFindsItAgain() async throws {
    let node = try TestNode()
    let first = try await node.apply(endpoints: HandMadeRelease.endpoints([node.backends.port("pod-1")]))
    #expect(first.parts.map(\.outcome) == [.started])
    #expect(first.endpoints == 1)
    #expect(first.watches == 2 + 4 + 1)
    #expect(try node.get("/") == "blue")
    #expect(try node.get("/pods") == "pod-1")
    let processes = node.processes
    let second = try await node.apply(.current)
    #expect(second.parts.map(\.outcome) == [.unchanged])
    #expect(node.processes == processes)
    #expect(try node.get("/pods") == "pod-1")
    let status = try await node.status()
    #expect(status.isHealthy, "\(status)")
    #expect(status.sequence == 1)
    #expect(status.planes.first?.state.generation == 1)
  }

  @Test func changesARouteAndItsClusters() async throws {
    let node = try TestNode()
    try await node.apply(endpoints: HandMadeRelease.endpoints([node.backends.port("pod-1")]))
    let processes = node.processes
    node.release.sequence = 2
    node.release.clusters = [("acme_green~1", node.backends.port("green"))]
    node.release.target = "acme_green~1"
    let report = try await node.apply()
    #expect(report.parts.map(\.outcome) == [.changed])
    #expect(node.processes == processes)
    #expect(try node.get("/") == "green")
    #expect(try node.get("/pods") == "pod-1")
    let clusters = try #require(try node.admin("/clusters"))
    #expect(clusters.contains("acme_green~1::"))
    #expect(!clusters.contains("acme_blue~1::"))
    #expect(
      try node.files().keys.sorted() == [
        "cds/cds.json", "eds/acme_green~1.json", "eds/acme_pods~1.json", "lds/lds.json", "rds/shop.json",
        "sds/shop.json",
      ])
    #expect(try await node.status().planes.first?.state.generation == 2)
  }

  @Test func changesEndpointsAlone() async throws {
    let node = try TestNode()
    try await node.apply(endpoints: HandMadeRelease.endpoints([node.backends.port("pod-1")]))
    let before = try node.files()
    try await node.apply(.current, endpoints: HandMadeRelease.endpoints([node.backends.port("pod-2")]))
    #expect(try node.get("/pods") == "pod-2")
    let after = try node.files()
    #expect(before.keys.filter { before[$0] != after[$0] } == ["eds/acme_pods~1.json"])
    #expect(
      node.events == ["envoy/stable: prepare: Envoy checks the release", "envoy/stable: union: 1 files accepted"])
    // An empty set is an explicit empty set.
    try await node.apply(.current, endpoints: HandMadeRelease.endpoints([]))
    #expect(try node.get("/pods") == nil)
    let cluster = try #require(try node.admin("/clusters"))
    #expect(!cluster.contains("acme_pods~1::127.0.0.1"))
    // What another file does not name stays.
    try await node.apply(.current, endpoints: HandMadeRelease.endpoints([node.backends.port("pod-1")]))
    try await node.apply(.current, endpoints: Array(#"{"format": "epic.endpoints/1", "slots": []}"#.utf8))
    #expect(try node.get("/pods") == "pod-1")
  }

  @Test func refusesEndpointsThatTheirSlotDoesNotAllow() async throws {
    let node = try TestNode()
    try await node.apply(endpoints: HandMadeRelease.endpoints([1, 2]))
    let before = try node.files()
    let outside = try await node.refusal(endpoints: HandMadeRelease.endpoints([1], address: "192.0.2.1"))
    #expect(outside == .endpoints(["the slot `\(HandMadeRelease.slot)` does not allow the address 192.0.2.1"]))
    let many = try await node.refusal(endpoints: HandMadeRelease.endpoints([1, 2, 3, 4, 5]))
    #expect(many == .endpoints(["5 endpoints for the slot `\(HandMadeRelease.slot)`, which takes 4"]))
    #expect(try node.files() == before)
  }

  @Test(arguments: ["route", "cluster", "listener"])
  func putsThePreviousReleaseBackWhenEnvoyRefuses(kind: String) async throws {
    let node = try TestNode()
    try await node.apply(endpoints: HandMadeRelease.endpoints([node.backends.port("pod-1")]))
    let before = try node.files()
    let good = node.release
    node.release.sequence = 2
    node.release.clusters = [("acme_green~1", node.backends.port("green"))]
    node.release.target = "acme_green~1"
    switch kind {
    case "route": node.release.routeExtra = ", \"bogus\": 1"
    case "cluster": node.release.clusterExtra = ", \"bogus\": 1"
    default: node.release.listenerExtra = ", \"bogus\": 1"
    }
    try node.certificate("two")
    let error = try await node.refusal()
    guard case .rolledBack(let failure, losses: []) = error, failure.subject == HandMadeRelease.instance else {
      Issue.record("not rolled back: \(String(describing: error))")
      return
    }
    #expect(failure.reason.contains("bogus"), "\(failure)")
    #expect(try node.files() == before)
    #expect(try node.get("/") == "blue")
    #expect(try node.get("/pods") == "pod-1")
    #expect(try node.shownCertificate() == "one")
    let status = try await node.status()
    #expect(status.isHealthy && status.sequence == 1, "\(status)")
    #expect(try #require(try node.admin("/clusters")).contains("acme_green") == false)
    // The node is as good as it was: the next release goes on.
    node.release = good
    node.release.sequence = 3
    try await node.apply()
    #expect(try node.shownCertificate() == "two")
  }

  @Test func aFirstReleaseThatEnvoyRefusesLeavesNothingRunning() async throws {
    let node = try TestNode()
    node.release.listenerExtra = ", \"bogus\": 1"
    let error = try await node.refusal()
    guard case .rolledBack = error else {
      Issue.record("not rolled back: \(String(describing: error))")
      return
    }
    #expect(node.processes.isEmpty)
    #expect(try await node.status().planes.isEmpty)
  }

  @Test func startsAKilledEnvoyAgain() async throws {
    let node = try TestNode()
    try await node.apply(endpoints: HandMadeRelease.endpoints([node.backends.port("pod-1")]))
    let first = node.processes
    node.kill()
    #expect(try await node.status().planes.first?.state.isRunning == false)
    let report = try await node.apply(.current)
    #expect(report.parts.map(\.outcome) == [.started])
    #expect(node.processes != first)
    #expect(try node.get("/pods") == "pod-1")
  }

  @Test func stopsWhatItStartedAndNothingElse() async throws {
    let node = try TestNode()
    try await node.apply()
    let processes = node.processes
    #expect(try await Applier(settings: node.settings).stop() == processes)
    #expect(try node.get("/") == nil)
    #expect(try await Applier(settings: node.settings).stop() == [])
    // A process id on record that was given to another program is left alone.
    try await node.apply(.current)
    let record = "\(node.settings.stateFolder)/processes/\(HandMadeRelease.instance).json"
    let text = try String(contentsOfFile: record, encoding: .utf8)
    node.kill()
    let sleeper = try Child("/bin/sleep", ["60"])
    let forged = text.replacing(/"process": \d+/, with: "\"process\": \(sleeper.process)")
    try forged.write(toFile: record, atomically: true, encoding: .utf8)
    #expect(try await Applier(settings: node.settings).stop() == [])
    #expect(sleeper.isRunning)
  }

  @Test func oneApplyAtATime() async throws {
    let node = try TestNode()
    let lock = "\(node.settings.stateFolder)/lock"
    try FileManager.default.createDirectory(
      atPath: node.settings.stateFolder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let holder = try Child("/usr/bin/flock", [lock, "sleep", "2"])
    usleep(300_000)
    #expect(try await node.refusal() == .locked(path: lock))
    try await node.apply { $0.lockSeconds = 20 }
    #expect(holder.wait() == 0)
    #expect(try node.get("/") == "blue")
  }

  @Test func rotatesACertificateWithoutTouchingAnythingElse() async throws {
    let node = try TestNode()
    try await node.apply()
    #expect(try node.shownCertificate() == "one")
    let before = try node.files()
    try node.certificate("two")
    let report = try await node.apply(.current)
    #expect(report.parts.map(\.outcome) == [.changed])
    #expect(try node.shownCertificate() == "two")
    #expect(try node.files() == before)
  }

  /// Envoy reads users with the routes that name them: others are other routes, and no listener.
  @Test func takesUpOtherUsersWithoutDraining() async throws {
    let node = try TestNode()
    let place = "tenants/acme/users/staff"
    node.release.users = place
    // `ada` with the password `secret`, then with `other`.
    try node.secret("users", "ada:{SHA}5en6G6MezRroT3XKqkdPOmY/BfQ=\n", at: place)
    try await node.apply()
    #expect(try node.status("/") == 401)
    #expect(try node.status("/", user: "ada:secret") == 200)
    #expect(try node.status("/", user: "ada:other") == 401)
    let before = try node.files()
    try node.secret("users", "ada:{SHA}0JQeaNqPOBUf+Gph/Fn3xc+fyqI=\n", at: place)
    let report = try await node.apply(.current)
    #expect(report.parts.map(\.outcome) == [.changed])
    #expect(try node.status("/", user: "ada:secret") == 401)
    #expect(try node.status("/", user: "ada:other") == 200)
    let after = try node.files()
    #expect(before.keys.filter { before[$0] != after[$0] } == ["rds/shop.json"])
    #expect(try await node.apply(.current).parts.map(\.outcome) == [.unchanged])
    let root = "\(node.settings.stateFolder)/envoy/\(HandMadeRelease.instance)/secrets/\(place)"
    let versions = try FileManager.default.contentsOfDirectory(atPath: root).filter { $0.hasPrefix("..") }
    #expect(versions.count == 2, "the link and one version: \(versions)")
  }

  @Test func restartsOnlyWhenAllowed() async throws {
    let node = try TestNode()
    try await node.apply()
    let processes = node.processes
    node.release.sequence = 2
    node.release.bootstrapExtra = ", \"locality\": {\"zone\": \"b\"}"
    guard case .refused(.envoy, _, let reason) = try await node.refusal() else {
      Issue.record("not refused")
      return
    }
    #expect(reason.contains("--allow-restart"))
    #expect(node.processes == processes)
    let report = try await node.apply { $0.allowsRestart = true }
    #expect(report.parts.map(\.outcome) == [.restarted])
    #expect(node.processes != processes)
    #expect(try node.get("/") == "blue")
  }

  @Test func refusesSecretsThatAreMissingOrOpen() async throws {
    let node = try TestNode()
    let key = "\(node.settings.secretsFolder)/tenants/acme/cert/shop/tls.key"
    try Tools.run("/bin/chmod", ["0640", key])
    #expect(try await node.refusal()?.description.contains("is open to group or others (mode 640)") == true)
    try FileManager.default.removeItem(atPath: key)
    #expect(try await node.refusal()?.description.contains("`\(key)` cannot be used: it is missing") == true)
    #expect(node.processes.isEmpty)
  }

  @Test func refusesToTakeAwayTooMuch() async throws {
    let node = try TestNode()
    try await node.apply()
    node.release.sequence = 2
    node.release.hasListener = false
    #expect(try await node.refusal() == .shrink(["the release takes away all 1 listeners"]))
    #expect(try node.get("/") == "blue")
    try await node.apply { $0.allowsShrink = true }
    #expect(try node.get("/") == nil)
    node.release.hasInstance = false
    let report = try await node.apply { $0.allowsShrink = true }
    #expect(report.parts.map(\.outcome) == [.stopped])
    #expect(node.processes.isEmpty)
  }

  @Test func refusesWhatEnvoyFindsInvalid() async throws {
    let node = try TestNode()
    try await node.apply()
    node.release.sequence = 2
    let build = try node.release.write(below: node.folder.path)
    let form = "\(build)/nodes/fra-1/envoy/stable/static.json"
    try "{\"static_resources\": {\"bogus\": 1}}".write(toFile: form, atomically: true, encoding: .utf8)
    do {
      try await node.apply(.path(build))
      Issue.record("applied")
    } catch let error as ApplyError {
      #expect(error.description.contains("bogus"), "\(error)")
      #expect(error.isRefusal)
    }
    #expect(try await node.status().sequence == 1)
  }
}
