import EpicBase
import EpicDiagnostics
import EpicSyntax
import Testing

/// URLs with characters beyond ASCII: one error, over the whole URL, that writes it as it travels.
@Suite struct ForeignURLTests {
  @Test(arguments: [
    ("https://é.example", "https://xn--9ca.example"),
    ("https://é.example:8443/jwks.json", "https://xn--9ca.example:8443/jwks.json"),
    ("https://id.example/ü?q=ß#x", "https://id.example/%C3%BC?q=%C3%9F#x"),
    ("http://a.é.example/a//b", "http://a.xn--9ca.example/a//b"),
  ]) func theFixWritesTheURLInASCII(_ url: String, _ ascii: String) throws {
    let text = "x \(url) y"
    let diagnostics = parsed(text).diagnostics
    #expect(diagnostics.map(\.code) == [.nonASCII])
    let diagnostic = try #require(diagnostics.first)
    #expect(Int(diagnostic.primary.span.start) == 2 && Int(diagnostic.primary.span.end) == 2 + url.utf8.count)
    let fix = try #require(diagnostic.fixes.first)
    let fixed = try #require(fix.apply(to: Array(text.utf8), of: diagnostic.primary.span.source))
    #expect(String(decoding: fixed, as: UTF8.self) == "x \(ascii) y")
    #expect(parsed("x \(ascii) y").diagnostics.isEmpty)
  }

  @Test(arguments: ["https://ex%é", "https://é:ü/x", "https://\u{2028}.example/", "https://é${b.key}ü/x"])
  func whatHasNoFormInASCIIHasNoFix(_ url: String) {
    let diagnostics = parsed("x \(url)").diagnostics
    #expect(diagnostics.map(\.code) == [.nonASCII])
    #expect(diagnostics.map(\.fixes.count) == [0])
  }
}
