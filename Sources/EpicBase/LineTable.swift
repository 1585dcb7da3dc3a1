/// Maps byte offsets of one file to lines and columns. CRLF and LF end a line.
package struct LineTable: Sendable {
  /// Offset of the first byte of each line; the first element is 0.
  package let lineStarts: [UInt32]

  /// Scans the text once, in linear time.
  package init(_ text: [UInt8]) {
    var starts: [UInt32] = [0]
    for index in text.indices where text[index] == UInt8(ascii: "\n") {
      starts.append(UInt32(truncatingIfNeeded: index) + 1)
    }
    lineStarts = starts
  }

  /// The line (0-based) that an offset lies in; an offset behind the end lies in the last line.
  package func line(at offset: UInt32) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Line and byte column, both 0-based.
  package func position(at offset: UInt32) -> (line: Int, column: Int) {
    let line = line(at: offset)
    return (line, Int(offset - min(offset, lineStarts[line])))
  }
}
