import EpicBase
import Testing

@Suite struct JSONReaderTests {
  private func refusal(_ text: String) -> String? {
    do {
      _ = try JSONReader.read(Array(text.utf8))
      return nil
    } catch {
      return error.description
    }
  }

  private func object(_ members: (String, JSONValue)...) -> JSONValue {
    JSONValue(.object(members.map { JSONMember(name: $0.0, value: $0.1) }))
  }

  @Test func readsWhatTheWriterWrites() throws {
    let list = [.null, .bool(true), .number("-1.5e+9"), .string("\u{1F600}")].map { (kind: JSONValue.Kind) in
      JSONValue(kind)
    }
    let value = object(
      ("a\n\"\\ü", JSONValue(.array(list))), ("empty", object()), ("list", JSONValue(.array([]))))
    for pretty in [true, false] {
      var writer = JSONWriter(pretty: pretty)
      writer.value(value)
      #expect(try JSONReader.read(writer.finish()) == value)
    }
  }

  @Test func readsEscapes() throws {
    let value = try JSONReader.read(Array(#" "\u0041\uD83D\uDE00\/\b\f\n\r\t" "#.utf8))
    #expect(value.string == "A\u{1F600}/\u{8}\u{C}\n\r\t")
  }

  @Test func findsMembersAndNumbers() throws {
    let value = try JSONReader.read(Array(#"{"a": 12, "b": 1.0, "c": -1}"#.utf8))
    #expect(value["a"]?.integer(Int.self) == 12)
    #expect(value["b"]?.integer(Int.self) == nil)
    #expect(value["c"]?.integer(UInt.self) == nil)
    #expect(value["c"]?.offset == 25)
    #expect(value["d"] == nil)
  }

  @Test(arguments: [
    ("", "1:1: the document ends where a value is expected"), ("[1,]", "1:4: a value is expected"),
    ("{\"a\":1,\n\"a\":2}", "2:1: the name `a` occurs twice in one object"), ("[1 2]", "1:4: `,` or `]` is expected"),
    ("1 1", "1:3: text after the document's end"), ("\"\\uD800\"", "1:2: a surrogate stands alone"),
    ("\"\\uD800\\u0041\"", "1:2: a surrogate stands alone"), ("\"\\uDC00\"", "1:2: a surrogate stands alone"),
    ("\"a", "1:1: a string is not closed"), ("01", "1:2: a number does not start with a zero"),
    ("-", "1:2: a digit is expected"), ("1.", "1:3: a digit is expected"), ("1e+", "1:4: a digit is expected"),
    ("nul", "1:4: `null` is expected"), ("tru", "1:4: `true` is expected"),
    ("\"\u{1}\"", "1:2: a control character in a string is not escaped"),
    ("{a:1}", "1:2: a member's name in quotes is expected"), ("{\"a\" 1}", "1:6: `:` is expected"),
    ("{\"a\":1", "1:7: `,` or `}` is expected"), ("\"\\x\"", "1:2: an escape is not known"),
    ("\"\\u12\"", "1:6: four hexadecimal digits are expected"), ("// x\n1", "1:1: a value is expected"),
  ])
  func refusesOtherText(text: String, reason: String) { #expect(refusal(text) == reason) }

  @Test func refusesBytesThatAreNotUTF8() {
    #expect(throws: JSONError(message: "a string is not valid UTF-8", line: 1, column: 2)) {
      try JSONReader.read([0x22, 0xFF, 0x22])
    }
  }

  @Test func boundsNestingAndSize() {
    #expect(refusal(String(repeating: "[", count: 64) + String(repeating: "]", count: 64)) == nil)
    #expect(
      refusal(String(repeating: "[", count: 65) + String(repeating: "]", count: 65))
        == "1:65: nesting is deeper than 64")
    #expect(refusal(String(repeating: "{\"a\":", count: 100_000)) == "1:321: nesting is deeper than 64")
    #expect(throws: JSONError.self) { try JSONReader.read(Array("[1,2]".utf8), maximumBytes: 4) }
  }

  @Test func seesDuplicatesAmongManyMembers() {
    let members = (0..<40).map { "\"m\($0)\":0" }.joined(separator: ",")
    #expect(refusal("{\(members)}") == nil)
    #expect(refusal("{\(members),\"m3\":0}")?.contains("`m3` occurs twice") == true)
    #expect(refusal("{\(members),\"m39\":0}")?.contains("`m39` occurs twice") == true)
  }

  @Test func anyPrefixOfADocumentIsRefusedWithoutATrap() {
    let text = Array(#"{"a": [1, -2.5e3, true, false, null, "\u00e9\ud83d\ude00\n"], "b": {"c": "ü"}}"#.utf8)
    for length in 0..<text.count {
      #expect(throws: JSONError.self) { try JSONReader.read(Array(text[..<length])) }
    }
  }
}
