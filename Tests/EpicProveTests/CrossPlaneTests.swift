import EpicBase
import EpicDiagnostics
import EpicIR
import EpicIRFixtures
import EpicProve
import Testing

/// What the prover says about the storefront after an edit.
func findings(_ edit: (inout Deployment) -> Void) -> [Diagnostic] {
  var deployment = Storefront.deployment()
  edit(&deployment)
  var sink = DiagnosticSink()
  Prover.prove(deployment, reporting: &sink)
  return sink.sorted
}

/// Checks that an edit of the storefront gives exactly these findings: code and message. Every finding points at a
/// place, and names a second one unless `isAlone`.
func expect(
  _ expected: [(String, String)], isAlone: Bool = false, sourceLocation: Testing.SourceLocation = #_sourceLocation,
  _ edit: (inout Deployment) -> Void
) {
  let found = findings(edit)
  #expect(found.map(\.code.name) == expected.map(\.0), sourceLocation: sourceLocation)
  #expect(found.map(\.message) == expected.map(\.1), sourceLocation: sourceLocation)
  for finding in found {
    #expect(finding.secondary.isEmpty == isAlone, "\(finding.message)", sourceLocation: sourceLocation)
    #expect(finding.help != nil, sourceLocation: sourceLocation)
  }
}

@Suite struct CrossPlaneTests {
  @Test func theStorefrontIsConsistent() {
    #expect(findings { _ in }.isEmpty)
  }

  // MARK: Pools

  @Test func poolsShareNoAddress() {
    expect([
      (
        "E0610",
        "`198.51.100.128..198.51.100.255` of pool `anycast6` and `198.51.100.0..198.51.100.255` of pool `anycast4`"
          + " share addresses"
      )
    ]) { deployment in
      // The family of addresses does not matter here: only ranges are compared.
      deployment.pools[2].ranges = [prefix("198.51.100.128/25").range]
      deployment.pools[2].reserved = []
    }
    expect(
      [("E0610", "`198.51.100.0..198.51.100.255` and `198.51.100.7..198.51.100.9` of pool `anycast4` share addresses")],
      isAlone: true
    ) { $0.pools[1].ranges.append(range("198.51.100.7", "198.51.100.9")) }
  }

  @Test func poolsHoldNoNodeNeighbourOrPod() {
    expect([
      ("E0611", "pool `anycast4` holds `198.51.100.30`, the address of node `fra-1`"),
      ("E0611", "pool `anycast4` holds `198.51.100.40`, the address of neighbour `tor-a`"),
      ("E0612", "pool `anycast4` shares addresses with `198.51.100.64/26`, the pods of cluster `eu-1`"),
    ]) { deployment in
      deployment.nodes[0].addresses.append(address("198.51.100.30"))
      deployment.sites[0].bgp?.peers[0].address = address("198.51.100.40")
      deployment.clusters[0].podPrefixes.append(prefix("198.51.100.64/26"))
    }
    #expect(findings { $0.nodes[0].addresses.append(address("198.51.100.3")) }.isEmpty, "reserved addresses are free")
  }

  @Test func reservedAddressesLieInTheirPool() {
    expect(
      [("W0601", "`203.0.113.0..203.0.113.7` is reserved in pool `anycast4`, which does not hold it")], isAlone: true
    ) { $0.pools[1].reserved.append(range("203.0.113.0", "203.0.113.7")) }
  }

  @Test func ingressesAreServedWhereTheirPoolsAre() {
    // The pool's mistake is one, however many ingresses draw from it.
    expect([("E0711", "ingress `shop` is served at `sin`, where pool `anycast6` is not")]) {
      $0.pools[2].sites = [RowID(0), RowID(1)]
    }
  }

  /// Moves the addresses of IPv4 at the third site into a pool of their own.
  private static func divide(_ deployment: inout Deployment) {
    deployment.pools[1].sites = [RowID(0), RowID(1)]
    var pool = deployment.pools[1]
    pool.identity.name = "third"
    pool.ranges = [prefix("203.0.113.0/24").range]
    pool.reserved = []
    pool.sites = [RowID(2)]
    deployment.pools.append(pool)
    for index in deployment.ingresses.indices {
      guard let first = deployment.ingresses[index].addresses.first(where: { $0.address.family == .v4 }) else {
        continue
      }
      deployment.ingresses[index].addresses.append(
        IngressAddress(
          address: address("203.0.113.\(index + 1)"), pool: RowID(UInt32(deployment.pools.count - 1)),
          origin: first.origin))
    }
  }

  @Test func poolsOfOneFamilyMayShareAnIngressesSites() {
    #expect(findings(CrossPlaneTests.divide).isEmpty)
    // What is served elsewhere is not sent to a site's neighbours.
    let limited = findings { deployment in
      let drawn = deployment.ingresses.flatMap(\.addresses).count { $0.address.family == .v4 }
      CrossPlaneTests.divide(&deployment)
      deployment.sites[0].bgp?.peers[0].maximumPrefixes = UInt32(drawn)
    }
    #expect(limited.isEmpty)
    // Neither pool is at the third site: both are named.
    let codes = findings { deployment in
      CrossPlaneTests.divide(&deployment)
      deployment.pools[3].sites = []
    }.map(\.code)
    #expect(codes == [.siteOutsidePool, .siteOutsidePool])
  }

  @Test func nearestChangesSomethingWhereSitesDiffer() {
    func wish(_ deployment: inout Deployment) {
      let shop = deployment.ingresses.firstIndex { $0.identity.name == "shop" } ?? 0
      deployment.zones[0].answersByPlace = true
      deployment.ingresses[shop].publications[0].isNearest = true
    }
    expect([
      (
        "W0703",
        "`nearest` changes nothing for `shop.example.com`: every site of ingress `shop` serves all of its addresses"
      )
    ]) { wish(&$0) }
    #expect(
      findings {
        CrossPlaneTests.divide(&$0)
        wish(&$0)
      }.isEmpty)
    let alone = findings { deployment in
      wish(&deployment)
      let shop = deployment.ingresses.firstIndex { $0.identity.name == "shop" } ?? 0
      deployment.ingresses[shop].sites = [RowID(0)]
    }
    #expect(
      alone.map(\.message) == ["`nearest` changes nothing for `shop.example.com`: ingress `shop` is served at one site"]
    )
  }

  // MARK: BGP

  @Test func announcedPoolsReachTheWorld() {
    expect([("E0712", "pool `globex6` is announced at site `sin`, which speaks no BGP")]) { deployment in
      deployment.sites[2].bgp = nil
      for pool in [1, 2] { deployment.pools[pool].announcement = nil }
      for ingress in deployment.ingresses.indices { deployment.ingresses[ingress].publications = [] }
    }
    expect([("E0713", "site `sin` speaks as `AS64513` and its pools are announced as `AS64512`")]) {
      $0.sites[2].bgp?.autonomousSystem = ASNumber(64513)
    }
    expect([("E0713", "pool `anycast4` is announced as `AS64513` and site `fra` speaks as `AS64512`")]) {
      $0.pools[1].announcement?.autonomousSystem = ASNumber(64513)
    }
    expect([("E0714", "site `sin` has no IPv6 neighbour that accepts host routes for pool `anycast6`")]) {
      $0.sites[2].bgp?.peers[1].acceptsHostRoutes = false
    }
    expect([("E0714", "site `fra` has no IPv4 session for pool `anycast4`")]) {
      $0.sites[0].bgp?.peers.remove(at: 0)
    }
    expect([
      (
        "E0715",
        "`2001:db8:61::/48` is announced for pool `globex6` and does not hold `2001:db8:60::..2001:db8:60:0:ffff:ffff:ffff:ffff`"
      )
    ]) { $0.pools[0].announcement?.form = .prefix(prefix("2001:db8:61::/48")) }
  }

  @Test func nodesHaveAnAddressToAnnounceFrom() {
    expect([("E0717", "node `iad-2` has no IPv6 address and cannot announce pool `globex6`")]) {
      $0.nodes[3].addresses.removeLast()
    }
  }

  @Test func neighboursAreNotSentMoreThanTheyTake() {
    // Three addresses of IPv6: two host routes and a prefix; the carrier takes the prefix only.
    expect([]) { $0.sites[2].bgp?.peers[1].maximumPrefixes = 3 }
    expect([("E0716", "neighbour `tor-c6` of site `sin` takes 2 prefixes and is sent 3")]) {
      $0.sites[2].bgp?.peers[1].maximumPrefixes = 2
    }
    expect([("E0716", "neighbour `carrier` of site `sin` takes 0 prefixes and is sent 1")]) {
      $0.sites[2].bgp?.peers[2].maximumPrefixes = 0
    }
  }

  @Test func addressesOfMachinesAreTheirOwn() {
    expect(
      [
        ("E0613", "`192.0.2.2` is the address of node `iad-1` and neighbour `tor-b`"),
        ("E0613", "`2001:db8:3::1` is the address of neighbour `tor-c6` and neighbour `carrier` of site `sin`"),
        ("E0613", "`192.0.2.11` is the address of node `fra-1` and node `fra-2`"),
      ]
    ) { deployment in
      deployment.nodes[1].addresses[0] = address("192.0.2.11")
      deployment.nodes[2].addresses[0] = address("192.0.2.2")
      deployment.sites[2].bgp?.peers[2].address = address("2001:db8:3::1")
    }
  }
}
