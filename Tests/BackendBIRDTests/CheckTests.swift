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
      found.first?.message == "the node `fra-2` has no IPv6 address to speak to the peer `tor-a6` from")
    #expect(found.first?.secondary.count == 1)
  }

  @Test func peersTakeOnlySoManyPrefixes() {
    #expect(codes { $0.sites[0].bgp?.peers[0].maximumPrefixes = 5 } == [])
    #expect(codes { $0.sites[0].bgp?.peers[0].maximumPrefixes = 4 } == ["E0851"])
    #expect(codes { $0.sites[2].bgp?.peers[2].maximumPrefixes = 0 } == ["E0851"])
  }

  @Test func announcementsNeedAPeerThatTakesThem() {
    var deployment = Storefront.deployment()
    deployment.sites[1].bgp?.peers[0].acceptsHostRoutes = false
    let found = check(deployment)
    #expect(found.map(\.code) == [.unheardAnnouncement])
    #expect(found.first?.message == "no peer of the site `iad` takes `198.51.100.31/32` of the pool `anycast4`")
    #expect(codes { $0.sites[1].bgp = nil } == ["E0852", "E0852", "E0852"])
    #expect(codes { $0.sites[1].bgp?.peers.removeAll() } == ["E0852", "E0852", "E0852"])
  }

  @Test func sitesSpeakAsTheASThatPoolsAreAnnouncedAs() {
    #expect(
      codes { $0.sites[1].bgp?.autonomousSystem = ASNumber(64513) } == ["E0853", "E0853", "E0853"])
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
    #expect(codes { $0.sites[0].bgp?.peers[0].name = String(repeating: "p", count: 49) } == ["E0855"])
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
    #expect(codes { announce(&$0, [.standard(1, 2)]) } == ["E0856"])
  }
}
