/// The lines of a text as the protocol counts them, and the way between offsets and positions. `\n`, `\r\n` and `\r` end
/// a line (LSP 3.17, `TextDocument`), which is more than the compiler's own table knows. Nothing that comes from a
/// client is out of range: every position is moved to the nearest one that exists.
package struct TextLines: Sendable {
  /// A place whose units before it are known, so that no question walks more than a block of a long line.
  private struct Mark {
    var offset: Int
    var utf16: Int
    var utf32: Int

    func units(_ encoding: PositionEncoding) -> Int {
      switch encoding {
      case .utf8: offset
      case .utf16: utf16
      case .utf32: utf32
      }
    }
  }

  private static let blockBytes = 1024

  private let text: [UInt8]
  /// The first place of each line.
  private let starts: [Mark]
  /// Offset behind each line's last byte, its ending left out.
  private let ends: [Int]
  /// For each block of bytes the last scalar that starts at or before its first byte.
  private let marks: [Mark]

  /// Scans the text once.
  package init(_ text: [UInt8]) {
    self.text = text
    var here = Mark(offset: 0, utf16: 0, utf32: 0)
    var starts = [here]
    var ends: [Int] = []
    var marks = [here]
    while here.offset < text.count {
      let byte = text[here.offset]
      let length = TextLines.scalarLength(text, at: here.offset, text.count)
      if byte == UInt8(ascii: "\n"), here.offset > 0, text[here.offset - 1] == UInt8(ascii: "\r") {
        // The second half of a line's end.
        starts.removeLast()
      } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        ends.append(here.offset)
      }
      let next = Mark(
        offset: here.offset + length, utf16: here.utf16 + (length == 4 ? 2 : 1), utf32: here.utf32 + 1)
      while next.offset > marks.count * TextLines.blockBytes { marks.append(here) }
      here = next
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { starts.append(here) }
    }
    marks.append(here)
    ends.append(text.count)
    self.starts = starts
    self.ends = ends
    self.marks = marks
  }

  package var count: Int { starts.count }

  /// The offset of a position. A character behind the line's end is the line's end, a line behind the last one the end
  /// of the text, and a position inside a character that character's start.
  package func offset(of position: Position, _ encoding: PositionEncoding) -> Int {
    guard position.line >= 0 else { return 0 }
    guard position.line < starts.count else { return text.count }
    let start = starts[position.line]
    let end = ends[position.line]
    guard position.character > 0 else { return start.offset }
    guard position.character < text.count else { return end }
    let wanted = start.units(encoding) + position.character
    // The last mark that is not behind the position.
    var low = 0
    var high = marks.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if marks[middle].units(encoding) <= wanted { low = middle } else { high = middle }
    }
    let mark = marks[low].offset > start.offset ? marks[low] : start
    if mark.offset >= end { return end }
    var offset = mark.offset
    var rest = wanted - mark.units(encoding)
    while rest > 0, offset < end {
      let length = TextLines.scalarLength(text, at: offset, end)
      let units = TextLines.units(length, encoding)
      if units > rest { break }
      rest -= units
      offset += length
    }
    return offset
  }

  /// The position of an offset; one inside a line's ending is the line's end, one inside a character its start.
  package func position(of offset: Int, _ encoding: PositionEncoding) -> Position {
    let offset = min(max(offset, 0), text.count)
    let line = line(at: offset)
    let start = starts[line]
    let end = min(offset, ends[line])
    let block = marks[min(end / TextLines.blockBytes, marks.count - 1)]
    let mark = block.offset > start.offset && block.offset <= end ? block : start
    var index = mark.offset
    var character = mark.units(encoding) - start.units(encoding)
    while index < end {
      let length = TextLines.scalarLength(text, at: index, ends[line])
      if index + length > end { break }
      index += length
      character += TextLines.units(length, encoding)
    }
    return Position(line: line, character: character)
  }

  /// The lines of a range of offsets, each with the part of it that lies in the line. Empty parts are left out.
  package func parts(of range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var line = line(at: range.lowerBound)
    while line < starts.count, starts[line].offset < range.upperBound {
      let start = max(starts[line].offset, range.lowerBound)
      let end = min(ends[line], range.upperBound)
      if start < end { parts.append(start..<end) }
      line += 1
    }
    return parts
  }

  private func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle].offset <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Length in bytes of the scalar at an offset. A byte that begins no scalar counts as one.
  private static func scalarLength(_ text: [UInt8], at offset: Int, _ end: Int) -> Int {
    let length =
      switch text[offset] {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    guard length > 1, offset + length <= end else { return 1 }
    for index in offset + 1..<offset + length where text[index] & 0xC0 != 0x80 { return 1 }
    return length
  }

  private static func units(_ length: Int, _ encoding: PositionEncoding) -> Int {
    switch encoding {
    case .utf8: length
    case .utf16: length == 4 ? 2 : 1
    case .utf32: 1
    }
  }
}
