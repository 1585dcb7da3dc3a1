import EpicArtifact
import EpicRuntime
import Foundation
import Glibc
import Testing

private let bothAreThere = envoyIsThere && Tools.bird != nil && Tools.birdc != nil && geteuid() == 0

/// All planes together, or none.
@Suite(.serialized, .enabled(if: bothAreThere, "needs envoy, curl, openssl, bird2 and root"), .timeLimit(.minutes(2)))
struct AllPlanesTests {
  @Test func envoyGoesBackWhenBIRDFails() async throws {
    let node = try TestNode()
    let bird = try TestBIRD()
    node.settings.bird = bird.settings.bird
    node.release.bird = try TestBIRD.files(1, ["198.51.100.7"])
    let first = try await node.apply()
    #expect(first.parts.map(\.outcome) == [.started, .changed])
    let before = try node.files()
    node.release.sequence = 2
    node.release.clusters = [("acme_green~1", node.backends.port("green"))]
    node.release.target = "acme_green~1"
    // BIRD takes the fragment, and then runs another digest than was announced.
    node.release.bird = try TestBIRD.files(2, ["198.51.100.8"], digest: ContentDigest(of: [1]))
    guard case .rolledBack(let failure, losses: []) = try await node.refusal() else {
      Issue.record("not rolled back")
      return
    }
    #expect(failure.plane == .bird && failure.phase == .prune)
    #expect(try node.files() == before)
    #expect(try node.get("/") == "blue")
    #expect(try bird.show("show", "route").contains("198.51.100.7/32"))
    let status = try await node.status()
    #expect(status.isHealthy && status.sequence == 1, "\(status)")
    #expect(status.planes.map(\.state.generation) == [1, 1])
    // A release that BIRD refuses before anything moves leaves Envoy alone.
    node.release.bird = try TestBIRD.files(3, ["198.51.100.8"], extra: "nonsense;")
    guard case .refused(.bird, "", _) = try await node.refusal() else {
      Issue.record("not refused")
      return
    }
    #expect(try node.files() == before)
  }
}
