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

  @Test func clustersOfOneIngressDoNotOverlap() {
    var overlapping = deployment
    overlapping.clusters[1].podPrefixes = [prefix("10.244.128.0/17")]
    let found = check(overlapping)
    #expect(found.map(\.code) == [.overlappingPodPrefixes])
    #expect(found.first?.message.contains("`10.244.0.0/16` and `10.244.128.0/17` overlap") == true)
    #expect(found.first?.secondary.count == 3)
  }

  @Test func eachPairOfClustersIsReportedOnce() {
    #expect(
      codes { for index in $0.clusters.indices { $0.clusters[index].podPrefixes = [prefix("10.0.0.0/8")] } }
        == ["E0862", "E0862", "E0862"])
  }

  @Test func clustersThatNoIngressUsesTogetherMayOverlap() {
    #expect(
      codes { deployment in
        var other = deployment.clusters[0]
        other.identity.name = "unused"
        deployment.clusters.append(other)
      } == [])
    #expect(
      codes { deployment in
        deployment.clusters[1].podPrefixes = deployment.clusters[0].podPrefixes
        deployment.ingresses = []
      } == [])
    #expect(
      codes { deployment in
        deployment.clusters[1].podPrefixes = deployment.clusters[0].podPrefixes
        deployment.clusters[1].tunnel = nil
      } == [])
  }

  @Test func prefixesOfEverythingAreRefused() {
    #expect(codes { $0.clusters[2].podPrefixes = [prefix("::/0")] } == ["E0862", "E0862", "E0863"])
    #expect(codes { $0.clusters[2].podPrefixes = [prefix("::ffff:10.1.0.0/112")] } == ["E0863"])
    #expect(codes { $0.clusters[2].podPrefixes = [prefix("::/64")] } == ["E0863"])
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
