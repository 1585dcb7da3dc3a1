/// Where a statement lies in its text, for fixes that take it out or put something beside it. All of it looks at bytes
/// around the statement only, so that a fix costs no more than what it changes.
package enum StatementEdit {
  /// What goes with the statement `range` when it is taken out: its lines, if nothing else stands on them; otherwise the
  /// separator behind it, or the one before it where it is the last of its body. `byte` gives a byte of the text, nil
  /// outside of it.
  package static func removal(of range: Range<Int>, _ byte: (Int) -> UInt8?) -> Range<Int> {
    var start = range.lowerBound
    while let before = byte(start - 1), isBlank(before) { start -= 1 }
    let startsLine = byte(start - 1) == nil || byte(start - 1) == UInt8(ascii: "\n")
    var end = skipBlanks(range.upperBound, byte)
    let hasSeparator = byte(end) == UInt8(ascii: ";")
    if hasSeparator { end = skipBlanks(end + 1, byte) }
    let endsLine = byte(end) == nil || byte(end) == UInt8(ascii: "\n")
    if startsLine && endsLine { return start..<(byte(end) == nil ? end : end + 1) }
    if endsLine || byte(end) == UInt8(ascii: "}") {
      // The last of its body or line: what separates it from the one before goes.
      if !hasSeparator, byte(start - 1) == UInt8(ascii: ";") { start -= 1 }
      return start..<(hasSeparator ? end : range.upperBound)
    }
    return range.lowerBound..<end
  }

  /// Where a statement goes that becomes the first of a body, and what surrounds it: behind the `{` at `brace`. In a body
  /// of several lines it gets a line of its own, as deep as the next one.
  package static func insertion(of statement: String, behindBrace brace: Int, _ byte: (Int) -> UInt8?) -> String {
    var next = skipBlanks(brace + 1, byte)
    guard byte(next) == UInt8(ascii: "\n") else {
      return byte(next) == UInt8(ascii: "}") ? " \(statement) " : " \(statement);"
    }
    while byte(next) == UInt8(ascii: "\n") {
      var depth = next + 1
      while let blank = byte(depth), isBlank(blank) { depth += 1 }
      if byte(depth) == UInt8(ascii: "\n") {
        next = depth
        continue
      }
      let isEmpty = byte(depth) == UInt8(ascii: "}")
      return "\n" + String(repeating: " ", count: depth - next - 1 + (isEmpty ? 2 : 0)) + statement
    }
    return "\n  \(statement)"
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

  private static func skipBlanks(_ start: Int, _ byte: (Int) -> UInt8?) -> Int {
    var index = start
    while let blank = byte(index), isBlank(blank) { index += 1 }
    return index
  }
}
