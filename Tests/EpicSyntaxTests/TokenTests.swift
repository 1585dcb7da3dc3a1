import EpicBase
import EpicDiagnostics
import EpicSyntax
import Testing

@Suite struct TokenTests {
  /// Words and the class that each has, by lexical rule 5.
  static let classes: [(TokenKind, [String])] = [
    (.name, ["fra-1", "GET", "_x", "x", "AS", "ASx1", "re", "http", "https", "a--b", "data"]),
    (.dottedName, ["jwt.sub", "shop.example.com", "a.b2", "3scale.example", "_dmarc.a.example", "xn--p1ai.x"]),
    (.hostPattern, ["*.shop.example.com", "**.example.com", "*.example"]),
    (
      .slashedName,
      ["shop/cart:http", "tsig/acme", "acme.cart.v1.Cart/Checkout", "a.B/*", "shop/2048:http", "8/x:80", "a/b/c"]
    ),
    (.integer, ["0", "443", "18446744073709551615"]), (.decimal, ["50.11", "-122.4", "-5", "1.40"]),
    (.version, ["1.40.2"]),
    (.address, ["203.0.113.7", "2001:db8::7", "::", "::1", "1:2:3:4:5:6:7:8", "::ffff:192.0.2.1"]),
    (.prefix, ["203.0.113.0/24", "2001:db8::/32", "::/0", "0.0.0.0/0"]),
    (.addressRange, ["203.0.113.10..203.0.113.20", "2001:db8::1..2001:db8::ff"]),
    (.integerRange, ["8000..8999", "200..299"]),
    (.endpoint, ["203.0.113.7:8443", "[2001:db8::7]:8443", "pay.example.com:8443"]),
    (.asNumber, ["AS64500", "AS4294967295"]), (.community, ["64500:120", "64500:1:2"]),
    (.duration, ["250ms", "5s", "1h30m", "2d", "1d2h3m4s5ms"]), (.size, ["64KiB", "10MB", "5B", "1TiB"]),
    (.rate, ["100/s", "3000/m", "1/h"]), (.bandwidth, ["25Mbps", "9bps"]),
    (.percentage, ["5%", "99.95%", "100.0000%"]),
    (.statusClass, ["5xx", "1xx"]),
    (.url, ["https://id.example.com/jwks", "http://a.example:8080", "https://shop.example.com${path}"]),
    (.path, ["/", "/healthz", "/static/**", "/v{n}/items/{id}", "/v1/{rest...}", "/**", "/a/", "/a:b@c=d%20'"]),
    (.regex, [#"re"/v[0-9]+/.*""#, #"re"a\"b""#]), (.string, [#""""#, #""a\"b""#, #""${a.b}""#]),
    (.blockString, ["\"\"\"a\"b\"\"\"", "\"\"\"\n  a\n  \"\"\""]),
  ]

  @Test(arguments: classes.flatMap { kind, words in words.map { (kind, $0) } })
  func aWordHasOneClass(_ kind: TokenKind, _ word: String) {
    // Whatever stands around a word, its class is the same.
    for (before, after) in [
      ("x ", ""), ("x ", "\n"), ("x [", "]"), ("x a, ", ", b"), ("x ", ";"), ("x(", ")"), ("x ", " // c"),
    ] {
      let result = parsed(before + word + after)
      let start = UInt32(before.utf8.count)
      let token = result.tree.token(at: start)
      #expect(result.tree.kind(of: token) == kind, "\(before)\(word)\(after)")
      #expect(result.tree.string(of: token) == word)
      #expect(!result.tree.flags(of: token).contains(.malformed))
    }
  }

  @Test func wordsGiveBackWhatEndsThem() {
    let expected: [(String, [String])] = [
      ("eu: when", ["eu", ":", "when"]), ("platform.pools.{", ["platform.pools", ".", "{"]),
      ("a->b", ["a", "->", "b"]),
      ("a-> b", ["a", "->", "b"]), ("cart//x", ["cart"]), ("shop/cart//x", ["shop/cart"]), ("cart:http", ["cart:http"]),
      ("2001:db8::", ["2001:db8::"]), ("a[2001:db8::7]", ["a", "[", "2001:db8::7", "]"]),
      ("a.: b", ["a", ".", ":", "b"]),
      ("a<=b", ["a", "<=", "b"]), ("x - y", ["x", "-", "y"]), ("/a{b}c,", ["/a{b}c", ","]),
      ("/upload {", ["/upload", "{"]),
      ("[::1]:80", ["[::1]:80"]), ("[::1]", ["[", "::1", "]"]), ("re\"a\"b", ["re\"a\"", "b"]),
    ]
    for (text, words) in expected {
      let tree = parsed(text).tree
      #expect((0..<tree.tokenCount - 1).map { tree.string(of: TokenID(UInt32($0))) } == words)
    }
  }

  @Test func theLiteralsOfTheDesignHaveNoErrorButThoseOfTheirProse() {
    let tree = parsed(Samples.literals).tree
    let wrong = (0..<tree.tokenCount).map { TokenID(UInt32($0)) }.filter { tree.kind(of: $0) == .invalid }
    #expect(wrong.map { tree.string(of: $0) } == [])
  }

  @Test func reservedWordsAndKeywordsAreInStep() {
    for keyword in Keyword.allCases {
      let tree = parsed(keyword.spelling).tree
      let token = TokenID(0)
      #expect(tree.kind(of: token) == keyword.reservedKind ?? .name)
      #expect(tree.symbol(of: token) == keyword.symbol)
      if let kind = keyword.reservedKind { #expect(Keyword.reservedSpelling(kind) == keyword.spelling) }
    }
    #expect(TokenKind.allCases.filter(\.isReservedWord).count == Int(Keyword.reservedCount))
  }

  @Test func equalNamesHaveEqualSymbolsAcrossFiles() {
    var interner = Interner.withKeywords()
    let first = parse(Array("cart-x a.b cart-x- c".utf8), source: SourceID(0), interner: &interner).tree
    let second = parse(Array("q cart-x a.b".utf8), source: SourceID(1), interner: &interner).tree
    #expect(first.symbol(of: TokenID(0)) == second.symbol(of: TokenID(1)))
    #expect(first.symbol(of: TokenID(1)) == second.symbol(of: TokenID(2)))
    #expect(first.symbol(of: TokenID(0)) == first.symbol(of: TokenID(2)))
  }
}
