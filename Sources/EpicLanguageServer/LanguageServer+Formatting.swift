import EpicBase
import EpicCompiler
import EpicFormat

/// `textDocument/formatting`: the canonical form, as `epic fmt` writes it. The client's options do not count: the form
/// has none.
extension LanguageServer {
  func formatting(_ parameters: JSONValue) throws(RequestError) -> JSONValue {
    let document = try document(parameters)
    guard document.text.count <= Limits.sourceFileBytes else { return .array([]) }
    let result = Compiler.format(document.text)
    guard result.text != document.text else { return .array([]) }
    let (range, replacement) = LanguageServer.difference(document.text, result.text)
    return .array([
      .object([
        "range": Locator.range(
          document.lines.position(of: range.lowerBound, encoding),
          document.lines.position(of: range.upperBound, encoding)),
        "newText": .string(String(decoding: replacement, as: UTF8.self)),
      ])
    ])
  }

  /// The lines in which two texts differ: a range of the first and what stands there in the second. Both end at ends of
  /// lines, so that no character and no `\r\n` is cut.
  package static func difference(
    _ first: [UInt8], _ second: [UInt8]
  ) -> (range: Range<Int>, replacement: ArraySlice<UInt8>) {
    let newline = UInt8(ascii: "\n")
    var start = 0
    var index = 0
    while index < min(first.count, second.count), first[index] == second[index] {
      index += 1
      if first[index - 1] == newline { start = index }
    }
    var end = (first.count, second.count)
    var back = end
    while back.0 > start, back.1 > start, first[back.0 - 1] == second[back.1 - 1] {
      back = (back.0 - 1, back.1 - 1)
      if isLineStart(back.0, first), isLineStart(back.1, second) { end = back }
    }
    return (start..<end.0, second[start..<end.1])
  }

  private static func isLineStart(_ offset: Int, _ text: [UInt8]) -> Bool {
    offset == 0 || text[offset - 1] == UInt8(ascii: "\n")
  }
}
