/// Walks the text of a string, between its quotes, piece by piece.
struct StringScanner {
  /// A piece of a string.
  enum Piece: Equatable {
    /// Bytes that mean themselves.
    case text(Range<Int>)
    /// An escape, and the character it stands for.
    case escape(Range<Int>, UInt32)
    /// The name inside `${…}`.
    case interpolation(name: Range<Int>)
    case unknownEscape(Range<Int>)
    case badInterpolation(Range<Int>)
    case control(Range<Int>)

    /// Whether the piece is a mistake.
    var isError: Bool {
      switch self {
      case .text, .escape, .interpolation: false
      case .unknownEscape, .badInterpolation, .control: true
      }
    }
  }

  private var index: Int
  private let end: Int

  /// Walks `start..<end` of the text.
  init(start: Int, end: Int) {
    index = start
    self.end = end
  }

  /// The next piece, nil at the end.
  mutating func next(_ text: [UInt8]) -> Piece? {
    let start = index
    while index < end {
      let byte = text[index]
      let opens = byte == UInt8(ascii: "$") && index + 1 < end && text[index + 1] == UInt8(ascii: "{")
      let isControl = byte < 32 && !(byte == 10) && !(byte == 13 && index + 1 < end && text[index + 1] == 10)
      if byte == UInt8(ascii: "\\") || opens || isControl {
        if index > start { return .text(start..<index) }
        if isControl {
          index += 1
          return .control(start..<index)
        }
        return opens ? interpolation(text) : escape(text)
      }
      index += 1
    }
    return index > start ? .text(start..<index) : nil
  }

  private mutating func escape(_ text: [UInt8]) -> Piece {
    let start = index
    index = min(index + 2, end)
    guard index == start + 2 else { return .unknownEscape(start..<index) }
    switch text[start + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "$"):
      return .escape(start..<index, UInt32(text[start + 1]))
    case UInt8(ascii: "n"): return .escape(start..<index, 10)
    case UInt8(ascii: "r"): return .escape(start..<index, 13)
    case UInt8(ascii: "t"): return .escape(start..<index, 9)
    case UInt8(ascii: "u"): return unicodeEscape(text, start)
    default:
      // The whole character behind the backslash belongs to the mistake.
      while index < end && text[index] & 0xC0 == 0x80 { index += 1 }
      return .unknownEscape(start..<index)
    }
  }

  private mutating func unicodeEscape(_ text: [UInt8], _ start: Int) -> Piece {
    guard index < end, text[index] == UInt8(ascii: "{") else { return .unknownEscape(start..<index) }
    index += 1
    var value: UInt32 = 0
    let digitsStart = index
    while index < end, index - digitsStart < 7, let digit = text[index].hexValue {
      value = value << 4 | digit
      index += 1
    }
    let digits = index - digitsStart
    guard index < end, text[index] == UInt8(ascii: "}"), digits > 0, digits <= 6, Unicode.Scalar(value) != nil else {
      return .unknownEscape(start..<index)
    }
    index += 1
    return .escape(start..<index, value)
  }

  private mutating func interpolation(_ text: [UInt8]) -> Piece {
    let start = index
    index += 2
    let nameStart = index
    while index < end && text[index] != UInt8(ascii: "}") && text[index] != 10 && text[index] != UInt8(ascii: "\"") {
      index += 1
    }
    guard index < end, text[index] == UInt8(ascii: "}") else { return .badInterpolation(start..<index) }
    index += 1
    let name = nameStart..<index - 1
    return isReference(text, name) ? .interpolation(name: name) : .badInterpolation(start..<index)
  }

  /// Whether the bytes are a name or names joined by dots.
  private func isReference(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    guard let first = text[range].first, first.isLetter || first == UInt8(ascii: "_") else { return false }
    var labelStart = range.lowerBound
    for position in range where text[position] == UInt8(ascii: ".") {
      if !WordClass.isLabel(text, labelStart, position) { return false }
      labelStart = position + 1
    }
    return WordClass.isLabel(text, labelStart, range.upperBound) && text[range.upperBound - 1] != UInt8(ascii: "-")
  }
}

/// How the lines of a block string lie: the text starts behind the first newline and ends before the last one, and every
/// line loses the blanks that stand before the closing quotes.
struct BlockLayout {
  /// The text between the first and the last newline; what stands between the quotes if there is no newline.
  let content: Range<Int>
  /// The blanks before the closing quotes.
  let indentation: Range<Int>
  /// The blanks of the first line that has fewer than the indentation and is not blank.
  private(set) var shallowLine: Range<Int>?

  /// Reads the block `start..<end`, quotes included.
  init(_ text: [UInt8], _ start: Int, _ end: Int) {
    var first = start + 3
    var last = end - 3
    while first < last && (text[first] == 32 || text[first] == 9 || text[first] == 13) { first += 1 }
    var blanks = last
    while blanks > first && (text[blanks - 1] == 32 || text[blanks - 1] == 9) { blanks -= 1 }
    guard first < last, text[first] == 10, blanks > first, text[blanks - 1] == 10 else {
      content = start + 3..<end - 3
      indentation = last..<last
      return
    }
    indentation = blanks..<last
    last = blanks - 1
    content = min(first + 1, last)..<last
    var line = content.lowerBound
    while line < content.upperBound {
      var lineEnd = line
      while lineEnd < content.upperBound && text[lineEnd] != 10 { lineEnd += 1 }
      var depth = line
      while depth < lineEnd && depth - line < indentation.count && (text[depth] == 32 || text[depth] == 9) {
        depth += 1
      }
      let isBlank = !text[line..<lineEnd].contains { $0 != 32 && $0 != 9 && $0 != 13 }
      if depth - line < indentation.count && !isBlank {
        shallowLine = line..<depth
        return
      }
      line = lineEnd + 1
    }
  }
}
