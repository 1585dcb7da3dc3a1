import EpicIR
import EpicIRFixtures
import Testing

@Suite struct StorefrontFixtureTests {
  private let deployment = Storefront.deployment()

  @Test func tablesAreOrderedByIdentity() {
    func isOrdered(_ identities: [Identity]) -> Bool { identities == identities.sorted() }
    #expect(isOrdered(deployment.sites.map(\.identity)))
    #expect(isOrdered(deployment.pools.map(\.identity)))
    #expect(isOrdered(deployment.zones.map(\.identity)))
    #expect(isOrdered(deployment.clusters.map(\.identity)))
    #expect(isOrdered(deployment.issuers.map(\.identity)))
    #expect(isOrdered(deployment.certificates.map(\.identity)))
    #expect(isOrdered(deployment.ingresses.map(\.identity)))
    #expect(isOrdered(deployment.routeTables.map(\.identity)))
    #expect(isOrdered(deployment.upstreams.map(\.identity)))
    #expect(deployment.nodes.map(\.name) == deployment.nodes.map(\.name).sorted())
  }

  @Test func everyNodeHasATunnelToEveryCluster() {
    #expect(deployment.tunnels.count == deployment.nodes.count * deployment.clusters.count)
    #expect(Set(deployment.tunnels.map(\.id)).count == deployment.tunnels.count)
  }

  @Test func nodesServeTheIngressesOfTheirSites() {
    #expect(deployment.ingresses(on: RowID(0)).count == deployment.ingresses.count)
    #expect(deployment.nodes(serving: deployment.ingresses[0]).count == 6)
  }
}
