import EpicBase
import EpicIR
import EpicIRFixtures
import Testing

@Suite struct BinaryFormTests {
  @Test func theStorefrontComesBack() throws {
    let deployment = Storefront.deployment()
    let bytes = deployment.encoded()
    #expect(try Deployment(decoding: bytes) == deployment)
    #expect(bytes.count < 8000)
  }

  @Test(arguments: UInt64(1)...200) func whatWasWrittenComesBack(seed: UInt64) throws {
    var generator = DeploymentGenerator(seed: seed)
    let deployment = generator.deployment()
    let bytes = deployment.encoded()
    let decoded = try Deployment(decoding: bytes)
    #expect(decoded == deployment, "seed \(seed)")
    #expect(decoded.encoded() == bytes, "seed \(seed)")
    // Two deployments that differ have texts that differ: the dump leaves nothing out.
    var other = DeploymentGenerator(seed: seed + 1000)
    #expect(other.deployment().dumped() != deployment.dumped(), "seed \(seed)")
  }

  @Test func provenanceCanBeLeftOut() throws {
    let deployment = Storefront.deployment()
    let bytes = deployment.encoded(includingProvenance: false)
    var moved = deployment
    moved.upstreams[0].origin.span.start += 3
    #expect(moved.encoded(includingProvenance: false) == bytes)
    #expect(moved.encoded() != deployment.encoded())
    let decoded = try Deployment(decoding: bytes)
    #expect(decoded.dumped() == deployment.dumped())
    #expect(decoded != deployment)
  }

  @Test func everyTruncationIsRefused() {
    let bytes = Storefront.deployment().encoded()
    let accepted = bytes.indices.filter { (try? Deployment(decoding: Array(bytes[..<$0]))) != nil }
    #expect(accepted.isEmpty)
    #expect(throws: DeploymentDecodingError(reason: .trailingBytes, offset: bytes.count)) {
      try Deployment(decoding: bytes + [0])
    }
  }

  /// Whatever is decoded from damaged bytes is a deployment that can be used: its ids and values are in range.
  @Test(arguments: UInt64(1)...20) func damagedBytesAreRefusedOrUsable(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let bytes = Storefront.deployment().encoded()
    var accepted = 0
    for _ in 0..<200 {
      var damaged = bytes
      for _ in 0...random.below(3) {
        let index = random.below(damaged.count)
        switch random.below(3) {
        case 0: damaged[index] = UInt8(truncatingIfNeeded: random.next())
        case 1: damaged.remove(at: index)
        default: damaged.insert(UInt8(truncatingIfNeeded: random.next()), at: index)
        }
      }
      guard let deployment = try? Deployment(decoding: damaged) else { continue }
      accepted += 1
      _ = deployment.dumped(includingProvenance: true)
      for node in deployment.nodes.indices { _ = deployment.ingresses(on: RowID(UInt32(node))) }
      for ingress in deployment.ingresses { _ = deployment.nodes(serving: ingress) }
    }
    #expect(accepted > 0 && accepted < 200, "seed \(seed): \(accepted) accepted")
  }

  @Test func nothingIsReservedOnTheWordOfTheInput() {
    // A header that promises 2^60 rows, then nothing.
    var bytes = Array("EPIC-IR\n".utf8) + [1, 1]
    bytes += [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x10]
    #expect(throws: DeploymentDecodingError.self) { try Deployment(decoding: bytes) }
  }

  @Test func predicatesMayNotNestWithoutEnd() throws {
    func nested(_ depth: Int) -> Deployment {
      var deployment = Storefront.deployment()
      var predicate = Predicate.never
      for _ in 0..<depth { predicate = .not(predicate) }
      deployment.routeTables[0].arms[0].predicate = predicate
      return deployment
    }
    let good = nested(Deployment.predicateDepth - 1)
    #expect(try Deployment(decoding: good.encoded()) == good)
    #expect {
      try Deployment(decoding: nested(Deployment.predicateDepth).encoded())
    } throws: {
      ($0 as? DeploymentDecodingError)?.reason == .nestedTooDeeply
    }
  }

  @Test func versionsOfTLSAreThoseThatMayBe() throws {
    func refused(_ change: (inout Deployment) -> Void) throws -> Bool {
      var deployment = Storefront.deployment()
      change(&deployment)
      do {
        return try Deployment(decoding: deployment.encoded()) != deployment
      } catch {
        return error.reason == .invalidValue
      }
    }
    #expect(try refused { $0.routeTables[0].arms[0].predicate = .tls([.v1_3, .v1_2]) })
    #expect(try refused { $0.routeTables[0].arms[0].predicate = .tls([.v1_2, .v1_2]) })
    #expect(try !refused { $0.routeTables[0].arms[0].predicate = .tls(TLSVersion.allCases) })
    #expect(try refused { $0.routeTables[0].arms[0].policy.tunnelPorts = [5432, 22] })
    #expect(try !refused { $0.routeTables[0].arms[0].policy.tunnelPorts = [22, 5432] })
    #expect(
      try refused { $0.ingresses[0].listeners[0].service = .https(minimumVersion: .v1_1, routes: RowID(0)) })
  }

  @Test func otherVersionsAndOtherFilesAreToldApart() {
    var bytes = Storefront.deployment().encoded()
    bytes[8] = UInt8(Deployment.binaryVersion) + 1
    #expect(throws: DeploymentDecodingError(reason: .unknownVersion, offset: 9)) { try Deployment(decoding: bytes) }
    #expect(throws: DeploymentDecodingError(reason: .notADeployment, offset: 0)) {
      try Deployment(decoding: Array("{\"a\": 1}".utf8))
    }
    #expect(throws: DeploymentDecodingError(reason: .truncated, offset: 0)) { try Deployment(decoding: []) }
  }
}
