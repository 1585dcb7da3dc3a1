import EpicBase
import EpicDiagnostics
import EpicIR
import EpicIRFixtures
import EpicLower
import Testing

@Suite struct AllocationTests {
  private static let origin = Origin(SourceSpan(source: SourceID(0), start: 0, end: 1))

  private func pool(_ name: String, _ ranges: [IPRange], reserved: [IPRange] = []) -> AddressPool {
    AddressPool(
      identity: Identity(package: "net", name: name), ranges: ranges, reserved: reserved, announcement: nil, sites: [],
      origin: Self.origin)
  }

  /// One build: the addresses by ingress, and the lock behind it.
  private func build(
    _ pools: [AddressPool], _ ingresses: [String], lock: Lock, sink: inout DiagnosticSink
  ) -> (addresses: [String: [IPAddress?]], lock: Lock) {
    var next = lock
    next.release += 1
    var allocator = AddressAllocator(pools: pools, lock: lock, release: next.release)
    var requests: [AddressRequest] = []
    for ingress in ingresses.sorted() {
      for (index, pool) in pools.enumerated() {
        let owner = LockedAddress.Owner(ingress: ingress, pool: pool.identity.description)
        requests.append(AddressRequest(owner: owner, pool: index, origin: Self.origin))
      }
    }
    let addresses = allocator.allocate(requests, reporting: &sink)
    next.addresses = allocator.entriesAfter()
    var result: [String: [IPAddress?]] = [:]
    for (request, address) in zip(requests, addresses) { result[request.owner.ingress, default: []].append(address) }
    return (result, next)
  }

  private let v4 = prefix("198.51.100.0/24").range
  private let v6 = prefix("2001:db8:a::/64").range

  /// Over random histories of ingresses that come and go: nobody moves, nobody shares, nobody gets what is reserved,
  /// passed over, or in quarantine.
  @Test(arguments: UInt64(1)...30) func addressesStayAndAreNeverShared(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let reserved = range("198.51.100.0", "198.51.100.99")
    let pools = [pool("four", [v4], reserved: [reserved]), pool("six", [v6])]
    var lock = Lock()
    var alive: Set<String> = []
    var before: [String: [IPAddress?]] = [:]
    var lastUse: [IPAddress: (owner: String, release: UInt64)] = [:]
    for _ in 0..<30 {
      for _ in 0..<random.below(6) { alive.insert("acme/i\(random.below(60))") }
      if let gone = alive.sorted().randomElement(using: &random), random.oneIn(2) { alive.remove(gone) }
      var sink = DiagnosticSink()
      let (addresses, next) = build(pools, Array(alive), lock: lock, sink: &sink)
      #expect(!sink.hasErrors, "seed \(seed)")
      for (ingress, own) in addresses {
        if let old = before[ingress] { #expect(old == own, "seed \(seed): \(ingress) moved") }
        for case let address? in own {
          #expect(!reserved.contains(address), "seed \(seed)")
          let low = UInt8(truncatingIfNeeded: address.value)
          #expect(address.family == .v6 || low != 0 && low != 255, "seed \(seed)")
          if let last = lastUse[address], last.owner != ingress {
            #expect(next.release - last.release > Lock.defaultQuarantine, "seed \(seed): \(address) given out early")
          }
          lastUse[address] = (ingress, next.release)
        }
      }
      let all = addresses.values.flatMap { $0 }
      #expect(Set(all).count == all.count, "seed \(seed)")
      #expect(build(pools, Array(alive), lock: lock, sink: &sink).lock.text == next.text, "seed \(seed)")
      (before, lock) = (addresses, next)
    }
  }

  /// Without a lock, too, a newcomer moves nobody unless it hashes to the same address, and then only one of the two.
  @Test func placesDoNotDependOnNeighbours() {
    var sink = DiagnosticSink()
    let pools = [pool("four", [prefix("10.0.0.0/16").range])]
    let names = (0..<40).map { "acme/i\($0)" }
    let alone = names.map { build(pools, [$0], lock: Lock(), sink: &sink).addresses[$0] }
    let together = build(pools, names, lock: Lock(), sink: &sink).addresses
    #expect(names.map { together[$0] } == alone)
  }

  @Test func aReturningIngressGetsItsAddressBack() throws {
    var sink = DiagnosticSink()
    let pools = [pool("four", [v4])]
    let first = build(pools, ["a", "b"], lock: Lock(), sink: &sink)
    let second = build(pools, ["b"], lock: first.lock, sink: &sink)
    #expect(second.lock.addresses.map(\.retired) == [2, nil])
    let third = build(pools, ["a", "b"], lock: second.lock, sink: &sink)
    #expect(third.addresses["a"] == first.addresses["a"])
    #expect(third.lock.addresses.allSatisfy { $0.retired == nil })
  }

  @Test func aRetiredAddressIsFreeBehindItsQuarantine() throws {
    var sink = DiagnosticSink()
    let pools = [pool("one", [range("198.51.100.7", "198.51.100.7")])]
    var (addresses, lock) = build(pools, ["a"], lock: Lock(), sink: &sink)
    #expect(addresses["a"] == [address("198.51.100.7")])
    (addresses, lock) = build(pools, [], lock: lock, sink: &sink)
    for release in 3..<12 {
      var refused = DiagnosticSink()
      _ = build(pools, ["b"], lock: lock, sink: &refused)
      #expect(refused.diagnostics.map(\.code) == [.poolExhausted], "release \(release)")
      #expect(refused.diagnostics.first?.notes == ["1 of its addresses are in quarantine for 10 releases"])
      (addresses, lock) = build(pools, [], lock: lock, sink: &sink)
    }
    (addresses, lock) = build(pools, ["b"], lock: lock, sink: &sink)
    #expect(addresses["b"] == [address("198.51.100.7")])
    #expect(lock.release == 12)
    #expect(lock.addresses.count == 1)
    #expect(!sink.hasErrors)
  }

  @Test func aFullPoolIsReportedOnce() {
    var sink = DiagnosticSink()
    let pools = [pool("small", [prefix("198.51.100.0/30").range])]
    let (addresses, lock) = build(pools, ["a", "b", "c", "d", "e"], lock: Lock(), sink: &sink)
    // .0 is passed over; .1, .2 and .3 are handed out.
    #expect(addresses.values.flatMap { $0 }.compactMap { $0 }.count == 3)
    #expect(lock.addresses.count == 3)
    #expect(sink.diagnostics.map(\.code) == [.poolExhausted])
    #expect(sink.diagnostics.first?.notes == ["2 addresses are missing in all"])
  }

  @Test func anAddressThatItsPoolNoLongerHandsOutIsAnError() {
    var sink = DiagnosticSink()
    let (addresses, lock) = build([pool("four", [v4])], ["a"], lock: Lock(), sink: &sink)
    guard case let held?? = addresses["a"]?.first else { return #expect(Bool(false), "no address") }
    let one = IPRange(first: held, last: held)
    _ = build([pool("four", [v4], reserved: [one])], ["a"], lock: lock, sink: &sink)
    _ = build([pool("four", [prefix("203.0.113.0/24").range])], ["a"], lock: lock, sink: &sink)
    #expect(
      sink.diagnostics.map(\.message) == [
        "`\(held)` of ingress `a` is reserved in pool `four`", "`\(held)` of ingress `a` lies outside of pool `four`",
      ])
    #expect(sink.diagnostics.allSatisfy { $0.code == .addressOutsidePool })
  }

  @Test func hugePoolsAndFullFamiliesWork() {
    var sink = DiagnosticSink()
    let everything = IPRange(first: address("::"), last: address("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"))
    let pools = [pool("all", [everything], reserved: [range("::", "2001::")])]
    let (addresses, _) = build(pools, ["a", "b"], lock: Lock(), sink: &sink)
    #expect(!sink.hasErrors)
    #expect(addresses.values.allSatisfy { $0.allSatisfy { $0.map { $0 > address("2001::") } ?? false } })
    let none = [pool("none", [v4], reserved: [v4])]
    _ = build(none, ["a"], lock: Lock(), sink: &sink)
    #expect(sink.diagnostics.map(\.code) == [.poolExhausted])
  }

  @Test(arguments: UInt64(1)...20) func idsStayAreUniqueAndComeFromTheSeed(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let key = try #require(LockSeed(bytes: (0..<16).map { _ in UInt8(truncatingIfNeeded: random.next()) }))
    var lock = Lock()
    var nodes = (0..<random.below(20) + 2).map { "n\($0)" }
    func build() -> [String: UInt32] {
      lock.release += 1
      var allocator = NumberAllocator(
        kind: "tunnel", seed: key, lock: lock, locked: lock.tunnels, release: lock.release)
      var result: [String: UInt32] = [:]
      for node in nodes.sorted() {
        result[node] = allocator.number(for: LockedNumber.Owner(node: node, cluster: "c"))
      }
      lock.tunnels = allocator.entriesAfter()
      return result
    }
    let first = build()
    #expect(first.count == nodes.count && Set(first.values).count == nodes.count && !first.values.contains(0))
    nodes.append("another")
    let gone = nodes.remove(at: random.below(nodes.count - 1))
    let second = build()
    for (node, number) in second where node != "another" { #expect(first[node] == number, "seed \(seed)") }
    #expect(lock.tunnels.first { $0.owner.node == gone }?.retired == 2, "seed \(seed)")
  }
}
