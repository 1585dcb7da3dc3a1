import EpicBase
import EpicDiagnostics
import EpicIR
import EpicIRFixtures
import Testing

@Suite struct CheckTests {
  private let deployment = Storefront.deployment()

  private func codes(_ change: (inout Deployment) -> Void) -> [String] {
    var changed = deployment
    change(&changed)
    return check(changed).map(\.code.name)
  }

  @Test func prefixesOfEverythingAreRefused() {
    #expect(codes { $0.clusters[2].podPrefixes = [prefix("::/0")] } == ["E0862"])
    #expect(codes { $0.clusters[2].podPrefixes = [prefix("::ffff:10.1.0.0/112")] } == ["E0862"])
    #expect(codes { $0.clusters[2].podPrefixes = [prefix("::/64")] } == ["E0862"])
  }

  @Test func capacityIsAnError() {
    #expect(
      codes { deployment in
        deployment.clusters[0].podPrefixes = (0..<16_378).map { IPPrefix(host: IPAddress(v4: 0x0B00_0000 + $0)) }
      } == [])
    #expect(
      codes { deployment in
        deployment.clusters[0].podPrefixes = (0..<16_384).map { IPPrefix(host: IPAddress(v4: 0x0B00_0000 + $0)) }
      } == ["E0861"])
    #expect(
      codes { deployment in
        deployment.clusters[0].podPrefixes = []
        deployment.clusters += [KubernetesCluster](repeating: deployment.clusters[0], count: 4094)
      } == ["E0860"])
  }
}
