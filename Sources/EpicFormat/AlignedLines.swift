/// Lines of a text, with places where neighbouring lines may be aligned.
///
/// Lines in a row that have a place of one kind, at one indentation and without a blank line between, form a run. Where
/// the author left more than one blank at a place of a run, all of the run's places get the same column; elsewhere one
/// blank stands at each.
struct AlignedLines {
  /// What stands behind the blanks of a place. Places of a line are in this order.
  enum Kind: UInt8, CaseIterable {
    case lead, label, arrow, comment

    /// The kind of place that a token's marks call for.
    init?(_ marks: TokenMarks) {
      if marks.contains(.isLead) {
        self = .lead
      } else if marks.contains(.isLabelled) {
        self = .label
      } else if marks.contains(.isArmArrow) {
        self = .arrow
      } else {
        return nil
      }
    }
  }

  private struct Point {
    let kind: Kind
    let isWide: Bool
    /// Offset of the blank in the bytes.
    let offset: Int
    /// Blanks to be added.
    var padding = 0
  }

  private struct Line {
    var start: Int
    var end = 0
    var indentation: Int
    var isAfterBlank: Bool
    var firstPoint: Int
    var endPoint = 0
    /// The line has several lines in it: what follows is not below its places.
    var endsRun = false
  }

  private var bytes: [UInt8] = []
  private var lines: [Line] = []
  private var points: [Point] = []

  mutating func reserveCapacity(bytes count: Int, tokens: Int) {
    bytes.reserveCapacity(count)
    lines.reserveCapacity(tokens / 4)
  }

  var isEmpty: Bool { lines.isEmpty }

  /// Number of the current line.
  var number: Int { lines.count - 1 }

  /// Indentation of the current line.
  var indentation: Int { lines.last?.indentation ?? 0 }

  mutating func startLine(indentation: Int, afterBlank: Bool) {
    finishLine()
    lines.append(
      Line(start: bytes.count, indentation: indentation, isAfterBlank: afterBlank, firstPoint: points.count))
  }

  mutating func appendBlank() { bytes.append(32) }

  mutating func append(_ text: ArraySlice<UInt8>) { bytes.append(contentsOf: text) }

  /// Adds text that may hold newlines: nothing behind it on the line is aligned.
  mutating func appendRaw(_ text: ArraySlice<UInt8>) {
    bytes.append(contentsOf: text)
    if text.contains(10) { endRun() }
  }

  /// Ends the run that the current line is in.
  mutating func endRun() { if !lines.isEmpty { lines[lines.count - 1].endsRun = true } }

  /// Notes that the next byte, a blank, is a place of a kind.
  mutating func addPoint(_ kind: Kind, isWide: Bool) {
    guard let line = lines.last, !line.endsRun else { return }
    points.append(Point(kind: kind, isWide: isWide, offset: bytes.count))
  }

  private mutating func finishLine() {
    guard !lines.isEmpty else { return }
    lines[lines.count - 1].end = bytes.count
    lines[lines.count - 1].endPoint = points.count
  }

  /// The text of all lines, each ended by a newline.
  mutating func text() -> [UInt8] {
    finishLine()
    for kind in Kind.allCases { align(kind) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + lines.count * 4)
    for line in lines {
      if line.isAfterBlank { output.append(10) }
      output.append(contentsOf: repeatElement(32, count: line.indentation))
      var position = line.start
      for point in points[line.firstPoint..<line.endPoint] where point.padding > 0 {
        output.append(contentsOf: bytes[position..<point.offset])
        output.append(contentsOf: repeatElement(32, count: point.padding))
        position = point.offset
      }
      output.append(contentsOf: bytes[position..<line.end])
      output.append(10)
    }
    return output
  }

  // MARK: Runs

  private mutating func align(_ kind: Kind) {
    var run: [(point: Int, column: Int)] = []
    var isWide = false
    var indentation = 0
    func flush(_ points: inout [Point]) {
      if isWide, run.count > 1, let column = run.map(\.column).max() {
        for member in run { points[member.point].padding = column - member.column }
      }
      run.removeAll(keepingCapacity: true)
      isWide = false
    }
    for line in lines {
      let point = (line.firstPoint..<line.endPoint).first { points[$0].kind == kind }
      if line.isAfterBlank || point == nil || kind != .comment && line.indentation != indentation { flush(&points) }
      indentation = line.indentation
      if let point {
        run.append((point, column(of: point, in: line)))
        isWide = isWide || points[point].isWide
      }
      if line.endsRun { flush(&points) }
    }
    flush(&points)
  }

  /// The column of a place, with what was added before it on the line.
  private func column(of point: Int, in line: Line) -> Int {
    var column = line.indentation + bytes.width(of: line.start..<points[point].offset)
    for before in line.firstPoint..<point { column += points[before].padding }
    return column
  }
}
