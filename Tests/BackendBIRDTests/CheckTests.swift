import EpicBase
import EpicDiagnostics
import EpicIR
import EpicIRFixtures
import Testing

@Suite struct CheckTests {
  private func codes(_ change: (inout Deployment) -> Void) -> [String] {
    var deployment = Storefront.deployment()
    change(&deployment)
    return check(deployment).map(\.code.name)
  }

  private func pool(_ name: String, in deployment: Deployment) -> Int {
    deployment.pools.firstIndex { $0.identity.name == name } ?? 0
  }

  @Test func nodesNeedAnAddressForEachPeer() {
    var deployment = Storefront.deployment()
    deployment.nodes[1].addresses.removeLast()
    let found = check(deployment)
    #expect(found.map(\.code) == [.peerWithoutLocalAddress])
    #expect(
      found.first?.message == "node `fra-2` has no IPv6 address to speak to neighbour `tor-a6` from")
    #expect(found.first?.secondary.count == 1)
  }

  @Test func identifiersAreUnique() {
    var deployment = Storefront.deployment()
    deployment.nodes[3].addresses[0] = deployment.nodes[0].addresses[0]
    let found = check(deployment)
    #expect(found.map(\.code) == [.routerIdentifierCollision])
    #expect(found.first?.secondary.first?.span == deployment.nodes[0].origin.span)
  }

  @Test func peerNamesFitInASymbol() {
    #expect(codes { $0.sites[0].bgp?.peers[0].name = String(repeating: "p", count: 48) } == [])
    #expect(codes { $0.sites[0].bgp?.peers[0].name = String(repeating: "p", count: 49) } == ["E0852"])
  }

  @Test func aPrefixHasOneSetOfCommunities() {
    let shared = prefix("2001:db8::/32")
    func announce(_ deployment: inout Deployment, _ communities: [BGPCommunity]) {
      for (name, values) in [("globex6", []), ("anycast6", communities)] {
        deployment.pools[pool(name, in: deployment)].announcement = PoolAnnouncement(
          autonomousSystem: ASNumber(64512), communities: values, form: .prefix(shared))
      }
    }
    #expect(codes { announce(&$0, []) } == [])
    #expect(codes { announce(&$0, [.standard(1, 2)]) } == ["E0853"])
  }
}
