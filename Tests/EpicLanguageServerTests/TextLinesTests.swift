import EpicLanguageServer
import Testing

@Suite struct TextLinesTests {
  /// One, two, three and four bytes a scalar; `\n`, `\r\n` and `\r`.
  private let text = Array("aé€😀z\nb\r\nc\rd".utf8)

  @Test(arguments: [
    (PositionEncoding.utf8, [0, 1, 3, 6, 10, 11]), (.utf16, [0, 1, 2, 3, 5, 6]), (.utf32, [0, 1, 2, 3, 4, 5]),
  ])
  func charactersAreCounted(encoding: PositionEncoding, characters: [Int]) {
    let lines = TextLines(text)
    for (character, offset) in zip(characters, [0, 1, 3, 6, 10, 11]) {
      #expect(lines.position(of: offset, encoding) == Position(line: 0, character: character))
      #expect(lines.offset(of: Position(line: 0, character: character), encoding) == offset)
    }
  }

  @Test func everyLineEndCounts() {
    let lines = TextLines(text)
    #expect(lines.count == 4)
    #expect(lines.position(of: 12, .utf16) == Position(line: 1, character: 0))
    #expect(lines.position(of: 15, .utf16) == Position(line: 2, character: 0))
    #expect(lines.position(of: 17, .utf16) == Position(line: 3, character: 0))
    // Between `\r` and `\n`.
    #expect(lines.position(of: 14, .utf16) == Position(line: 1, character: 1))
  }

  @Test(arguments: PositionEncoding.allCases)
  func whatIsOutsideIsMovedInside(encoding: PositionEncoding) {
    let lines = TextLines(text)
    #expect(lines.offset(of: Position(line: 0, character: .max), encoding) == 11)
    #expect(lines.offset(of: Position(line: 1, character: 9), encoding) == 13)
    #expect(lines.offset(of: Position(line: .max, character: 0), encoding) == text.count)
    #expect(lines.offset(of: Position(line: -1, character: 5), encoding) == 0)
    #expect(lines.offset(of: Position(line: 2, character: -5), encoding) == 15)
    #expect(lines.position(of: .max, encoding) == Position(line: 3, character: 1))
    #expect(lines.position(of: -1, encoding) == Position(line: 0, character: 0))
    #expect(TextLines([]).offset(of: Position(line: 3, character: 3), encoding) == 0)
  }

  @Test func aPlaceInsideACharacterIsItsStart() {
    let lines = TextLines(text)
    #expect(lines.offset(of: Position(line: 0, character: 4), .utf16) == 6)
    for character in 7...9 { #expect(lines.offset(of: Position(line: 0, character: character), .utf8) == 6) }
    for offset in 7...9 { #expect(lines.position(of: offset, .utf16) == Position(line: 0, character: 3)) }
  }

  @Test(arguments: PositionEncoding.allCases)
  func anyBytesHavePositions(encoding: PositionEncoding) {
    let bytes: [UInt8] = [0xF0, 0x9F, 10, 0xFF, 0x80, 0xE2, 0x82, 13, 0xC3]
    let lines = TextLines(bytes)
    for offset in 0...bytes.count {
      let position = lines.position(of: offset, encoding)
      #expect(lines.offset(of: position, encoding) <= offset)
    }
    #expect(lines.parts(of: 0..<bytes.count) == [0..<2, 3..<7, 8..<9])
  }
}

@Suite struct DocumentURITests {
  @Test(arguments: [
    ("file:///a/b.epic", "/a/b.epic"), ("FILE:///a%20b/%C3%A9.epic", "/a b/é.epic"),
    ("file://localhost/a", "/a"), ("file:///a//b/", "/a/b"), ("file:///a?x#y", "/a"),
  ])
  func pathsAreRead(uri: String, path: String) { #expect(DocumentURI.path(uri) == path) }

  @Test(arguments: [
    "", "file:", "file://", "file://host/a", "untitled:Untitled-1", "file:///a%2", "file:///a%zz", "file:///a%00",
    "file:///a%ff", "file:///a/../b", "file:///./b", "é",
  ])
  func othersAreRefused(uri: String) { #expect(DocumentURI.path(uri) == nil) }

  @Test func pathsAreEncoded() {
    #expect(DocumentURI.uri("/a b/é%.epic") == "file:///a%20b/%C3%A9%25.epic")
    #expect(DocumentURI.path(DocumentURI.uri("/a b/é%.epic")) == "/a b/é%.epic")
  }
}
