import EpicBase
import EpicDiagnostics
import EpicSyntax
import Testing

/// Bytes of a token to the value that they spell.
@Suite struct LiteralTests {
  /// The tree of a statement with the literal, and the literal's token.
  private func literal(_ text: String) -> (SyntaxTree, TokenID) { (parsed("x " + text).tree, TokenID(1)) }

  private func value<Value>(_ text: String, _ read: (SyntaxTree) -> (TokenID) -> Value) -> Value {
    let (tree, token) = literal(text)
    return read(tree)(token)
  }

  @Test func numbersAndQuantities() {
    #expect(value("443", SyntaxTree.integerLiteral) == 443)
    #expect(value("18446744073709551615", SyntaxTree.integerLiteral) == nil)
    #expect(value("-122.4", SyntaxTree.decimalLiteral) == DecimalNumber(mantissa: -1224, scale: 1))
    #expect(value("1.40", SyntaxTree.decimalLiteral) == DecimalNumber(mantissa: 140, scale: 2))
    #expect(value("-5", SyntaxTree.decimalLiteral) == DecimalNumber(mantissa: -5))
    #expect(value("1.40", SyntaxTree.versionLiteral) != value("1.4", SyntaxTree.versionLiteral))
    #expect(value("1.40.2", SyntaxTree.versionLiteral) == Version([1, 40, 2]))
    #expect(value("1h30m", SyntaxTree.durationLiteral) == TimeSpan(milliseconds: 5_400_000))
    #expect(value("2d250ms", SyntaxTree.durationLiteral) == TimeSpan(milliseconds: 172_800_250))
    #expect(value("64KiB", SyntaxTree.sizeLiteral) == ByteSize(bytes: 65_536))
    #expect(value("10MB", SyntaxTree.sizeLiteral) == ByteSize(bytes: 10_000_000))
    #expect(value("7B", SyntaxTree.sizeLiteral) == ByteSize(bytes: 7))
    #expect(value("25Mbps", SyntaxTree.bandwidthLiteral) == Bandwidth(bitsPerSecond: 25_000_000))
    #expect(value("3000/m", SyntaxTree.rateLiteral) == Rate(count: 3000, unit: .minute))
    #expect(value("99.95%", SyntaxTree.percentageLiteral) == Percentage(partsPerMillion: 999_500))
    #expect(value("0.0001%", SyntaxTree.percentageLiteral) == Percentage(partsPerMillion: 1))
    #expect(value("100%", SyntaxTree.percentageLiteral) == .whole)
    #expect(value("5xx", SyntaxTree.numberRangeLiteral) == 500...599)
    #expect(value("200..299", SyntaxTree.numberRangeLiteral) == 200...299)
    #expect(value("404", SyntaxTree.numberRangeLiteral) == 404...404)
  }

  @Test func addressesAndRouting() {
    #expect(value("2001:db8::7", SyntaxTree.addressLiteral) == IPAddress("2001:db8::7"))
    #expect(value("::ffff:192.0.2.1", SyntaxTree.addressLiteral) == IPAddress("::ffff:192.0.2.1"))
    #expect(value("2001:db8::/32", SyntaxTree.prefixLiteral)?.description == "2001:db8::/32")
    #expect(value("203.0.113.7/24", SyntaxTree.prefixLiteral) == nil)
    #expect(value("192.0.2.1..192.0.2.9", SyntaxTree.rangeLiteral)?.count == 9)
    #expect(value("[2001:db8::7]:8443", SyntaxTree.endpointLiteral)?.description == "[2001:db8::7]:8443")
    #expect(
      value("Pay.Example.com:80", SyntaxTree.endpointLiteral) == HostEndpoint(host: .name("pay.example.com"), port: 80))
    #expect(value("AS64500", SyntaxTree.asNumberLiteral) == ASNumber(64500))
    #expect(value("64500:120", SyntaxTree.communityLiteral) == .standard(64500, 120))
    #expect(value("4200000000:1:2", SyntaxTree.communityLiteral) == .large(4_200_000_000, 1, 2))
  }

  @Test func addressesAreReadAsTheLibraryReadsThem() {
    for text in [
      "::", "::1", "1::", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8", "1::8", "fe80::1:2",
      "1:2:3:4:5:6:1.2.3.4", "::1.2.3.4", "a:b::c:1.2.3.4", "0:0:0:0:0:0:0:0",
    ] {
      #expect(value(text, SyntaxTree.addressLiteral) == IPAddress(text), "\(text)")
    }
  }

  @Test func hostsAndURLs() {
    #expect(value("Shop.Example.com", SyntaxTree.hostLiteral) == HostPattern(wildcard: .none, name: "shop.example.com"))
    #expect(value("*.a.example", SyntaxTree.hostLiteral) == HostPattern(wildcard: .oneLabel, name: "a.example"))
    #expect(value("**.a.example", SyntaxTree.hostLiteral) == HostPattern(wildcard: .labels, name: "a.example"))
    #expect(
      value("https://Id.example.com/jwks?x=1", SyntaxTree.urlLiteral)
        == WebURL(isTLS: true, host: "id.example.com", port: 443, pathAndQuery: "/jwks?x=1"))
    #expect(value("http://a.example:8080", SyntaxTree.urlLiteral)?.description == "http://a.example:8080/")
    #expect(value("https://a.example${p}", SyntaxTree.urlLiteral) == nil)
    #expect(
      value("https://a.example${p}/x", SyntaxTree.stringParts)
        == [.text("https://a.example"), .interpolation("p"), .text("/x")])
  }

  @Test func stringsAndTheirParts() {
    #expect(value(#""""#, SyntaxTree.stringParts) == [.text("")])
    #expect(value(#""a\"\\\n\t\$\u{e9}""#, SyntaxTree.stringParts) == [.text("a\"\\\n\t$é")])
    #expect(
      value(#""TLS ${i.tls.min} is $5""#, SyntaxTree.stringParts)
        == [.text("TLS "), .interpolation("i.tls.min"), .text(" is $5")])
    #expect(value(#""x\q""#, SyntaxTree.stringParts) == [])
    #expect(value("\"\"\"\n    a\n      b\r\n\n    c\n    \"\"\"", SyntaxTree.stringParts) == [.text("a\n  b\n\nc")])
    #expect(value("\"\"\"a \"b\" c\"\"\"", SyntaxTree.stringParts) == [.text("a \"b\" c")])
    #expect(value("\"\"\"\n\"\"\"", SyntaxTree.stringParts) == [.text("")])
    #expect(value(#"re"/v\d+\"\\""#, SyntaxTree.regexLiteral) == #"/v\d+"\\"#)
  }

  @Test func paths() {
    for text in ["/", "/a", "/a/", "/a/**", "/**", "/{x}", "/a/{x}/b", "/v1/{rest...}", "/{rest...}", "/a%20b"] {
      #expect(value(text, SyntaxTree.pathLiteral)?.description == text)
    }
    #expect(value("/a/{x}/{r...}", SyntaxTree.pathLiteral)?.captures == ["x", "r"])
    #expect(value("/a//b", SyntaxTree.pathLiteral) == nil)
  }
}
