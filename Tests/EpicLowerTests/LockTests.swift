import EpicBase
import EpicDiagnostics
import EpicIRFixtures
import EpicLower
import Testing

@Suite struct LockTests {
  private func parse(_ text: String) -> (lock: Lock?, diagnostics: [Diagnostic]) {
    var sink = DiagnosticSink()
    let lock = Lock(parsing: Array(text.utf8), source: SourceID(9), reporting: &sink)
    return (lock, sink.sorted)
  }

  private static let example = """
    # Addresses and ids that `epic build` gave out. Commit this file with the workspace.
    epic-lock 1
    release 7
    quarantine 10
    seed 000102030405060708090a0b0c0d0e0f
    address acme/brand[alpha] platform.network/anycast4 198.51.100.31
    address acme/old platform.network/anycast4 198.51.100.44 retired 5
    address acme/shop platform.network/anycast6 2001:db8:a::20
    address acme/shop platform.network/anycast6#2 2001:db8:a::21
    cluster platform.clouds/eu-1 85ebca6b
    tunnel fra-1 platform.clouds/eu-1 9e3779b1
    tunnel fra-1 platform.clouds/eu-9 0000000a retired 6

    """

  @Test func whatIsReadIsWrittenBack() throws {
    let (parsed, diagnostics) = parse(Self.example)
    #expect(diagnostics.isEmpty)
    let lock = try #require(parsed)
    #expect(lock.release == 7)
    #expect(lock.addresses[1].retired == 5)
    #expect(lock.addresses[3].owner.ordinal == 2)
    #expect(String(decoding: lock.text, as: UTF8.self) == Self.example)
  }

  @Test func orderAndLineEndsDoNotMatter() throws {
    let lines = Self.example.split(separator: "\n").dropFirst(2).reversed()
    let shuffled = (["epic-lock 1"] + lines).joined(separator: "\r\n")
    let lock = try #require(parse(shuffled).lock)
    #expect(String(decoding: lock.text, as: UTF8.self) == Self.example)
  }

  @Test func namesMayHoldAnyCharacter() throws {
    var lock = Lock()
    let owner = LockedAddress.Owner(ingress: "a/b[x y#%\u{e4}\n]", pool: "retired")
    lock.addresses = [LockedAddress(owner: owner, address: address("192.0.2.7"))]
    lock.clusters = [LockedNumber(owner: LockedNumber.Owner(cluster: "retired"), number: 1)]
    lock.tunnels = [LockedNumber(owner: LockedNumber.Owner(node: "retired", cluster: "retired"), number: 2, retired: 3)]
    let read = try #require(parse(String(decoding: lock.text, as: UTF8.self)).lock)
    #expect(read.addresses[0].owner == owner)
    #expect(read.text == lock.text)
  }

  @Test(arguments: [
    ("epic-lock 1\nadress a b 192.0.2.1", "E0601", "`adress a b 192.0.2.1` is no entry of a lock"),
    ("epic-lock 1\naddress a b 192.0.2.256", "E0601", "`address a b 192.0.2.256` is no entry of a lock"),
    ("epic-lock 1\naddress a b 192.0.2.1 retired", "E0601", "`address a b 192.0.2.1 retired` is no entry of a lock"),
    ("epic-lock 1\ntunnel a b 00000000", "E0601", "`tunnel a b 00000000` is no entry of a lock"),
    ("epic-lock 1\nseed 0001", "E0601", "`seed 0001` is no entry of a lock"),
    ("epic-lock 1\nrelease -1", "E0601", "`release -1` is no entry of a lock"),
    ("epic-lock 2", "E0603", "the lock has format `2`; this compiler knows `1`"),
    ("release 1", "E0603", "the lock does not say its format"),
    ("", "E0603", "the lock does not say its format"),
    (
      "epic-lock 1\n<<<<<<< HEAD\nrelease 3\n=======", "E0602", "the lock has the marks of an unfinished merge"
    ),
    (
      "epic-lock 1\naddress a p 192.0.2.1\naddress b p 192.0.2.1", "E0604",
      "the lock gives `192.0.2.1` to `a` and to `b`"
    ),
    (
      "epic-lock 1\naddress a p 192.0.2.1\naddress a p 192.0.2.2", "E0604",
      "the lock has two addresses from `p` for `a`"
    ),
    ("epic-lock 1\ncluster a 00000001\ncluster b 00000001", "E0604", "the lock gives the id of cluster `b` twice"),
    (
      "epic-lock 1\ntunnel n a 00000001\ntunnel n a 00000002", "E0604",
      "the lock has two ids for the tunnel from `n` to `a`"
    ),
  ])
  func whatCannotBeReadIsReportedAndNotTaken(text: String, code: String, message: String) {
    let (lock, diagnostics) = parse(text)
    #expect(lock == nil)
    #expect(diagnostics.map(\.code.name) == [code])
    #expect(diagnostics.first?.message == message)
    #expect(diagnostics.first?.primary.span.source == SourceID(9))
  }

  @Test func theSecondOfTwoPointsAtTheFirst() {
    let text = "epic-lock 1\naddress a p 192.0.2.1\naddress b p 192.0.2.1"
    let diagnostic = parse(text).diagnostics.first
    #expect(diagnostic?.primary.span == SourceSpan(source: SourceID(9), start: 34, end: 55))
    #expect(diagnostic?.secondary.first?.span == SourceSpan(source: SourceID(9), start: 12, end: 33))
  }

  @Test(arguments: UInt64(1)...20) func anyBytesAreTolerated(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      var bytes = Array(Self.example.utf8)
      for _ in 0...random.below(6) {
        let index = random.below(bytes.count)
        if random.oneIn(2) { bytes[index] = UInt8(truncatingIfNeeded: random.next()) } else { bytes.remove(at: index) }
      }
      var sink = DiagnosticSink()
      let lock = Lock(parsing: bytes, source: SourceID(0), reporting: &sink)
      // Either it is read, and reads the same when written, or it is refused with an error.
      #expect((lock == nil) == sink.hasErrors, "seed \(seed)")
      guard let lock else { continue }
      var again = DiagnosticSink()
      #expect(Lock(parsing: lock.text, source: SourceID(0), reporting: &again)?.text == lock.text, "seed \(seed)")
    }
  }

  @Test func changesAreShownAsLines() throws {
    let lock = try #require(parse(Self.example).lock)
    var other = lock
    other.release = 8
    #expect(lock.changes(to: other).isEmpty)
    other.addresses[0].retired = 8
    other.tunnels.removeLast()
    #expect(
      lock.changes(to: other) == [
        "- address acme/brand[alpha] platform.network/anycast4 198.51.100.31",
        "- tunnel fra-1 platform.clouds/eu-9 0000000a retired 6",
        "+ address acme/brand[alpha] platform.network/anycast4 198.51.100.31 retired 8",
      ])
  }
}
