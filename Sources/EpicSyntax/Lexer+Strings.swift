import EpicBase
import EpicDiagnostics

extension Lexer {
  /// `"text"` or `"""text"""`.
  mutating func lexString(_ flags: TokenFlags, _ start: Int) -> Lexeme {
    if byte(start + 1) == UInt8(ascii: "\"") && byte(start + 2) == UInt8(ascii: "\"") {
      return lexBlockString(flags, start)
    }
    index = start + 1
    var isPlain = true
    while index < text.count {
      let byte = text[index]
      if byte == UInt8(ascii: "\"") {
        index += 1
        return Lexeme(.string, isPlain ? flags : checkedText(flags, start + 1, index - 1))
      }
      if byte == UInt8(ascii: "\n") { break }
      if byte == UInt8(ascii: "\\") {
        isPlain = false
        // A backslash and a newline end the line, not the string.
        if self.byte(index + 1) == UInt8(ascii: "\n") { break }
        index += 1
      } else if byte == UInt8(ascii: "$") || byte < 32 {
        isPlain = false
      }
      index += 1
    }
    index = min(index, text.count)
    reportUnterminated(start, "string", "\"")
    return Lexeme(.string, flags.union(.malformed))
  }

  private mutating func lexBlockString(_ flags: TokenFlags, _ start: Int) -> Lexeme {
    index = start + 3
    while index < text.count {
      let byte = text[index]
      if byte == UInt8(ascii: "\\") {
        index += 2
      } else if byte == UInt8(ascii: "\"") && self.byte(index + 1) == byte && self.byte(index + 2) == byte {
        index += 3
        return Lexeme(.blockString, checkedBlock(checkedText(flags, start + 3, index - 3), start, index))
      } else {
        index += 1
      }
    }
    index = text.count
    errors.report(
      .unterminatedString, "a block string has no end", start, start + 3, label: "it starts here",
      help: "end it with `\"\"\"`")
    return Lexeme(.blockString, flags.union(.malformed))
  }

  mutating func reportUnterminated(_ start: Int, _ what: String, _ quote: String) {
    var end = index
    if end > start && text[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    index = end
    errors.report(
      .unterminatedString, "a \(what) has no end on its line", start, end, help: "end it with `\(quote)`",
      fixes: [errors.fix("write `\(quote)` at the line's end", end, end, quote)])
  }

  /// Checks escapes, interpolations and controls in the text of a string.
  private mutating func checkedText(_ flags: TokenFlags, _ start: Int, _ end: Int) -> TokenFlags {
    var scanner = StringScanner(start: start, end: end)
    var result = flags
    var isExpression: Bool?
    while let piece = scanner.next(text) {
      switch piece {
      case .text, .escape, .interpolation: break
      case .unknownEscape(let range):
        // One error for all escapes of an expression: they are right as soon as it is written as one.
        if isExpression == nil { isExpression = reportExpression(range, start, end) }
        if isExpression == false { reportEscape(range) }
      case .badInterpolation(let range):
        errors.report(
          .badInterpolation, "`\(quoted(text, range.lowerBound, range.upperBound))` holds no dotted name",
          range.lowerBound,
          range.upperBound,
          help: "only a name such as `${id}` or `${b.key}` can be interpolated; write `\\$` for a dollar",
          fixes: [errors.fix("write a dollar", range.lowerBound, range.lowerBound + 1, "\\$")])
      case .control(let range):
        errors.report(
          .controlCharacter, "a control character stands in a string", range.lowerBound, range.upperBound,
          fixes: [
            errors.fix(
              "write it as an escape", range.lowerBound, range.upperBound, controlEscape(text[range.lowerBound]))
          ])
      }
      if piece.isError { result.insert(.malformed) }
    }
    return result
  }

  private func controlEscape(_ byte: UInt8) -> String {
    switch byte {
    case 9: "\\t"
    case 13: "\\r"
    default: "\\u{" + String(byte, radix: 16) + "}"
    }
  }

  /// Reports an escape of a regular expression that stands in a plain string behind `matches`. False if it is none.
  private mutating func reportExpression(_ range: Range<Int>, _ start: Int, _ end: Int) -> Bool {
    let quote = start - 1
    guard quote > 0, text[start - 1] == UInt8(ascii: "\""), isBehind("matches", quote) else { return false }
    let expression = "re\"" + String(decoding: text[start..<end], as: UTF8.self) + "\""
    let isSound = start < end && RegexScanner(text, start, end).problem == nil
    errors.report(
      .unknownEscape, "`\(quoted(text, range.lowerBound, range.upperBound))` is not an escape of a string",
      range.lowerBound, range.upperBound, help: "a regular expression is written `re\"…\"`",
      fixes: isSound ? [errors.fix("write `\(expression)`", quote, quote, "re")] : [])
    return true
  }

  private mutating func reportEscape(_ range: Range<Int>) {
    let (start, end) = (range.lowerBound, range.upperBound)
    errors.report(
      .unknownEscape, "`\(quoted(text, start, end))` is not an escape", start, end,
      help: "the escapes are `\\\"`, `\\\\`, `\\n`, `\\r`, `\\t`, `\\$` and `\\u{…}`",
      fixes: [errors.fix("write a backslash", start, start + 1, "\\\\")])
  }

  /// Checks that every line of a block string is indented as deep as its end.
  private mutating func checkedBlock(_ flags: TokenFlags, _ start: Int, _ end: Int) -> TokenFlags {
    let block = BlockLayout(text, start, end)
    guard let line = block.shallowLine else { return flags }
    let indentation = String(decoding: text[block.indentation], as: UTF8.self)
    errors.report(
      .blockIndentation, "a line of a block string is indented less than its end", line.lowerBound, line.upperBound,
      secondary: [Annotation(errors.span(end - 3, end), "the end sets the indentation")],
      fixes: [errors.fix("indent the line", line.lowerBound, line.upperBound, indentation)])
    return flags.union(.malformed)
  }
}
