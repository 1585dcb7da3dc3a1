import EpicBase
import Testing

@Suite struct AddressTests {
  @Test(arguments: [
    ("203.0.113.7", "203.0.113.7"), ("0.0.0.0", "0.0.0.0"), ("::", "::"), ("::1", "::1"),
    ("2001:DB8:0:0:1:0:0:1", "2001:db8::1:0:0:1"), ("2001:db8::0:1", "2001:db8::1"), ("1::", "1::"),
    ("::ffff:192.0.2.1", "::ffff:c000:201"), ("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"),
    ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"), ("fe80:0:0:1::", "fe80:0:0:1::"),
  ])
  func addressesHaveOneCanonicalForm(text: String, canonical: String) {
    #expect(IPAddress(text)?.description == canonical)
  }

  @Test(arguments: [
    "", "1", "1.2.3", "1.2.3.4.5", "256.0.0.1", "01.2.3.4", "1.2.3.", ":", ":::", "1::2::3", "12345::", "1:2:3:4:5:6:7",
    "1:2:3:4:5:6:7:8:9", "::1.2.3", "1.2.3.4::", "fe80::1%eth0", "g::", "1:2:3:4:5:6:7:1.2.3.4", "::1:",
  ])
  func otherTextIsNoAddress(text: String) { #expect(IPAddress(text) == nil) }

  @Test func everyPrefixOfAnAddressParsesWithoutATrap() {
    for text in ["2001:db8:ffff:1:2:3:4:5", "::ffff:192.0.2.1", "255.255.255.255"] {
      for length in 0...text.utf8.count { _ = IPAddress(String(text.prefix(length))) }
    }
  }

  @Test func prefixesKnowTheirHosts() throws {
    let address = try #require(IPAddress("203.0.113.7"))
    let prefix = try #require(IPPrefix(containing: address, length: 24))
    #expect(prefix.description == "203.0.113.0/24")
    #expect(prefix.last.description == "203.0.113.255")
    #expect(prefix.contains(address))
    #expect(IPPrefix.hasHostBits(address, length: 24))
    #expect(!IPPrefix.hasHostBits(prefix.address, length: 24))
    #expect(IPPrefix(containing: address, length: 33) == nil)
    let loopback = try #require(IPAddress("::1"))
    let all = try #require(IPPrefix(containing: loopback, length: 0))
    #expect(all.description == "::/0")
    #expect(all.last.description == "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")
    #expect(all.last.next == nil)
    #expect(prefix.range.count == 256)
  }

  @Test func randomAddressesSurviveARoundTrip() {
    let seed: UInt64 = 20_261
    var state = seed
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 16
    }
    for _ in 0..<2000 {
      var value = UInt128(next()) << 80 | UInt128(next()) << 40 | UInt128(next())
      for group in 0..<8 where next() % 2 == 0 { value &= ~(UInt128(0xFFFF) << UInt128(group * 16)) }
      let address = IPAddress(family: .v6, value: value)
      #expect(IPAddress(address.description) == address, "seed \(seed), \(address)")
    }
  }
}

@Suite struct QuantityTests {
  @Test func quantitiesPrintAsTheirShortestLiterals() {
    #expect(TimeSpan(milliseconds: 5_400_000).description == "1h30m")
    #expect(TimeSpan(milliseconds: 250).description == "250ms")
    #expect(Percentage(partsPerMillion: 999_500).description == "99.95%")
    #expect(Percentage(partsPerMillion: 50_000).description == "5%")
    #expect(DecimalNumber(mantissa: -1224, scale: 1).description == "-122.4")
    #expect(DecimalNumber(mantissa: 5, scale: 3).description == "0.005")
    #expect(StatusSet([404...404, 500...599]).description == "404, 5xx")
  }

  @Test func wildcardsCoverByWholeLabels() {
    #expect(HostPattern("*.example.com").matches("a.example.com"))
    #expect(!HostPattern("*.example.com").matches("a.b.example.com"))
    #expect(!HostPattern("**.example.com").matches("example.com"))
    #expect(HostPattern("**.example.com").covers(HostPattern("*.b.example.com")))
    #expect(!HostPattern("*.example.com").covers(HostPattern("**.example.com")))
    #expect(!HostPattern("*.example.com").matches("badexample.com"))
    #expect(HostPattern("Shop.Example.COM.") == HostPattern("shop.example.com"))
  }

  @Test func internedNamesAreEqualByNumber() {
    var interner = Interner()
    let symbols = (0..<5000).map { interner.intern("name-\($0)") }
    #expect(Set(symbols).count == 5000)
    #expect(interner.intern("name-42") == symbols[42])
    #expect(interner.text(of: symbols[4999]) == "name-4999")
    #expect(interner.text(of: Symbol(rawValue: 1_000_000)) == "")
  }

  @Test func jsonIsEscapedAndIndented() {
    var writer = JSONWriter()
    writer.object { json in
      json.member("a", "q\"\\\n\u{1}")
      json.array("b") { $0.value(-5) }
      json.object("c") { _ in }
    }
    let text = String(decoding: writer.finish(), as: UTF8.self)
    #expect(text == "{\n  \"a\": \"q\\\"\\\\\\n\\u0001\",\n  \"b\": [\n    -5\n  ],\n  \"c\": {}\n}\n")
  }
}
