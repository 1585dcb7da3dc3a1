import EpicBase
import Testing

@Suite struct RegexRepetitionTests {
  private func read(_ text: String) -> RegexRepetition? {
    let bytes = Array(text.utf8)
    return RegexRepetition(bytes, at: 0, before: bytes.count)
  }

  @Test(
    arguments: [
      ("{2}", 2, 2), ("{2,}", 2, nil), ("{2,5}", 2, 5), ("{0}", 0, 0), ("{0,0}x", 0, 0), ("{1000}?", 1000, 1000),
      ("{999999999}", 999_999_999, 999_999_999), ("{5,2}", 5, 2),
    ] as [(String, Int, Int?)])
  func countsAreRead(text: String, least: Int, most: Int?) throws {
    let found = try #require(read(text))
    #expect(found.least == least)
    #expect(found.most == most)
    #expect(found.length == text.utf8.prefix { $0 != UInt8(ascii: "}") }.count + 1)
  }

  /// RE2 takes the brace for itself.
  @Test(arguments: [
    "{", "{}", "{,5}", "{2", "{2,", "{2,5", "{a}", "{02}", "{2,05}", "{00}", "{1000000000}", "{2,1000000000}", "{ 2}",
    "{2 }", "{-1}", "{18446744073709551616}",
  ])
  func otherBracesMeanThemselves(text: String) { #expect(read(text) == nil) }

  @Test func nothingIsReadBehindTheEnd() {
    let bytes = Array("a{2,5}".utf8)
    for end in 1...5 { #expect(RegexRepetition(bytes, at: 1, before: end) == nil) }
    #expect(RegexRepetition(bytes, at: 1, before: 6)?.length == 5)
    #expect(RegexRepetition(bytes, at: 1, before: 99)?.length == 5)
    #expect(RegexRepetition(bytes, at: 6, before: 6) == nil)
    #expect(RegexRepetition(bytes, at: 99, before: 6) == nil)
    #expect(RegexRepetition(bytes, at: -1, before: 6) == nil)
  }

  @Test(arguments: [
    ("{1000}", true), ("{1001}", false), ("{0,1000}", true), ("{0,1001}", false), ("{1001,}", false), ("{5,2}", false),
    ("{2,2}", true), ("{0}", true), ("{999999999}", false),
  ])
  func countsHaveALimit(text: String, isAllowed: Bool) throws {
    #expect(try #require(read(text)).isAllowed == isAllowed)
  }
}
