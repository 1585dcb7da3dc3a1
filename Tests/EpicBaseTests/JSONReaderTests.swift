import EpicBase
import Testing

@Suite struct JSONReaderTests {
  private func refused(_ text: String) -> String? {
    do {
      _ = try JSONReader.read(Array(text.utf8))
      return nil
    } catch {
      return error.description
    }
  }

  @Test func readsWhatTheWriterWrites() throws {
    let value = JSONValue.object([
      .init("a\n\"\\ü", .array([.null, .bool(true), .number("-1.5e+9"), .string("\u{1F600}")])),
      .init("empty", .object([])), .init("list", .array([])),
    ])
    for pretty in [true, false] {
      var writer = JSONWriter(pretty: pretty)
      writer.value(value)
      #expect(try JSONReader.read(writer.finish()) == value)
    }
  }

  @Test func readsEscapes() throws {
    let value = try JSONReader.read(Array(#" "\u0041\uD83D\uDE00\/\b\f\n\r\t" "#.utf8))
    #expect(value == .string("A\u{1F600}/\u{8}\u{C}\n\r\t"))
  }

  @Test func findsMembersAndNumbers() throws {
    let value = try JSONReader.read(Array(#"{"a": 12, "b": 1.0, "c": -1}"#.utf8))
    #expect(value["a"]?.integer() == 12)
    #expect(value["b"]?.integer() == nil)
    #expect(value["c"]?.integer(UInt.self) == nil)
    #expect(value["d"] == nil)
  }

  @Test(arguments: [
    ("", "the text ends where a value is expected at byte 0"), ("[1,]", "expected a value at byte 3"),
    ("{\"a\":1,\"a\":2}", "the member `a` occurs twice at byte 7"),
    ("[1 2]", "expected `,` or a closing bracket at byte 3"),
    ("1 1", "unexpected text after the document at byte 2"), ("\"\\uD800\"", "a lone surrogate at byte 7"),
    ("\"a", "the text ends inside a string at byte 2"), ("01", "unexpected text after the document at byte 1"),
    ("-", "expected a digit at byte 1"), ("nul", "expected a value at byte 0"),
    ("\"\u{1}\"", "a control character in a string at byte 1"), ("{a:1}", "expected a member's name at byte 1"),
  ])
  func refusesOtherText(text: String, reason: String) {
    #expect(refused(text) == reason)
  }

  @Test func refusesBytesThatAreNotUTF8AndDeepNesting() {
    #expect(throws: JSONError(offset: 0, reason: "a string that is not UTF-8")) {
      try JSONReader.read([0x22, 0xFF, 0x22])
    }
    #expect(refused(String(repeating: "[", count: 200)) == "nested deeper than 100 at byte 100")
  }
}
