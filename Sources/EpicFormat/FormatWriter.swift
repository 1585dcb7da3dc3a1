import EpicSyntax

/// Writes a file as planned.
///
/// Lines are collected first, with the places where each may be aligned; `AlignedLines` then writes them.
struct FormatWriter {
  /// An open bracket, body or object.
  private struct Level {
    /// Indentation of the lines inside.
    let inside: Int
    /// Indentation of the line that it was opened on.
    let line: Int
    /// Number of that line.
    let lineNumber: Int
    /// Lines inside are statements or entries; a line that goes on one of them is indented by two levels more.
    let holdsStatements: Bool
  }

  private let plan: FormatPlan
  private let tree: SyntaxTree
  private var lines = AlignedLines()
  private var levels = [Level(inside: 0, line: 0, lineNumber: -1, holdsStatements: true)]
  /// The last token written, -1 before the first.
  private var previous = -1

  private init(_ plan: FormatPlan) {
    self.plan = plan
    tree = plan.tree
    lines.reserveCapacity(bytes: tree.text.count, tokens: tree.tokenCount)
  }

  /// The file's text in its canonical form.
  static func write(_ plan: FormatPlan) -> [UInt8] {
    var writer = FormatWriter(plan)
    for token in 0..<plan.tree.tokenCount { writer.write(token) }
    return writer.lines.text()
  }

  private mutating func write(_ token: Int) {
    let marks = plan.marks[token]
    if marks.contains(.isDropped) { return }
    if marks.contains(.keepsGap) {
      let start = previous < 0 ? 0 : Int(tree.tokenRecords[previous].end)
      lines.appendRaw(tree.text[start..<Int(tree.tokenRecords[token].end)])
      previous = token
      return
    }
    writeGap(before: token, marks)
    let range = Int(tree.tokenRecords[token].start)..<Int(tree.tokenRecords[token].end)
    if plan.isMultiline(token) { lines.appendRaw(tree.text[range]) } else { lines.append(tree.text[range]) }
    if !marks.contains(.isKept) { trackLevels(token, marks) }
    previous = token
  }

  // MARK: Levels

  private mutating func trackLevels(_ token: Int, _ marks: TokenMarks) {
    switch tree.tokenRecords[token].kind {
    case .leftBrace, .leftBracket, .leftParenthesis:
      let line = lines.indentation
      let last = levels[levels.count - 1]
      let inside: Int
      if marks.contains(.isBody) {
        inside = statementIndentation + FormatPlan.indentation
      } else if !last.holdsStatements && last.lineNumber == lines.number {
        inside = last.inside
      } else {
        inside = line + FormatPlan.indentation
      }
      levels.append(
        Level(
          inside: inside, line: marks.contains(.isBody) ? statementIndentation : line, lineNumber: lines.number,
          holdsStatements: marks.contains(.opensLines)))
    case .rightBrace, .rightBracket, .rightParenthesis: if levels.count > 1 { levels.removeLast() }
    default: break
    }
  }

  /// Indentation of the statement that is being written.
  private var statementIndentation: Int {
    for level in levels.reversed() where level.holdsStatements { return level.inside }
    return 0
  }

  // MARK: Gaps

  private mutating func writeGap(before token: Int, _ marks: TokenMarks) {
    let isEnd = token == tree.tokenCount - 1
    let isCloser = isClosing(token)
    let level = levels[levels.count - 1]
    // Where comments stand, and where the token stands if it starts a line.
    let startsStatement = marks.contains(.startsLine) || isEnd
    let inner =
      isCloser || startsStatement || !level.holdsStatements
      ? level.inside : level.inside + 2 * FormatPlan.indentation
    let own = isCloser ? level.line : inner
    let gap = writeComments(before: token, indentation: inner)
    let startsLine =
      gap.endsInComment || startsStatement || marks.contains(.closesLines) || plan.breaks[token]
      || previous >= 0 && plan.marks[previous].contains(.opensLines)
    if previous < 0 || startsLine {
      if isEnd { return }
      lines.startLine(
        indentation: own,
        afterBlank: gap.endsInBlank && !isCloser && (gap.endsInComment || !isOpening(previous)))
      return
    }
    writeBlanks(before: token, marks)
  }

  private mutating func writeBlanks(before token: Int, _ marks: TokenMarks) {
    let width = plan.blanks(between: previous, and: token)
    if width == 0 { return }
    if let kind = AlignedLines.Kind(marks) {
      let gap = Int(tree.tokenRecords[previous].end)..<Int(tree.tokenRecords[token].start)
      lines.addPoint(kind, isWide: isWide(gap))
    }
    lines.appendBlank()
  }

  /// Whether the author left more than one blank.
  private func isWide(_ gap: Range<Int>) -> Bool { gap.count > 1 || gap.contains { tree.text[$0] == 9 } }

  /// Writes the comments between the last token written and the next one: the first on the last token's line if it stood
  /// there, the others on lines of their own.
  private mutating func writeComments(
    before token: Int, indentation: Int
  ) -> (endsInComment: Bool, endsInBlank: Bool) {
    var sawNewline = previous < 0
    var sawBlank = false
    var endsInComment = false
    for gap in previous + 1...token {
      let flags = tree.tokenRecords[gap].flags
      guard flags.contains(.commentBefore) else {
        // Most gaps hold a newline at most; no list of pieces is made for them.
        if flags.contains(.newlineBefore) {
          sawBlank = sawBlank || tree.hasBlankLine(before: TokenID(UInt32(gap)))
          sawNewline = true
        }
        continue
      }
      for piece in tree.trivia(before: TokenID(UInt32(gap))) {
        switch piece {
        case .newlines(let count):
          sawBlank = sawBlank || count > 1
          sawNewline = true
        case .comment(let range), .documentation(let range):
          let start = Int(range.lowerBound)
          let text = tree.text[start..<tree.text.trimmedEnd(of: start..<Int(range.upperBound))]
          if sawNewline || endsInComment {
            let isFirst = lines.isEmpty || !endsInComment && isOpening(previous)
            lines.startLine(indentation: indentation, afterBlank: sawBlank && !isFirst)
            lines.append(text)
            lines.endRun()
          } else {
            lines.addPoint(.comment, isWide: isWide(blanks(before: start)))
            lines.appendBlank()
            lines.append(text)
          }
          endsInComment = true
          sawBlank = false
          sawNewline = false
        }
      }
    }
    return (endsInComment, sawBlank)
  }

  private func blanks(before position: Int) -> Range<Int> {
    var start = position
    while start > 0, tree.text[start - 1] == 32 || tree.text[start - 1] == 9 { start -= 1 }
    return start..<position
  }

  private func isOpening(_ token: Int) -> Bool {
    guard token >= 0, !plan.marks[token].contains(.isKept) else { return token < 0 }
    switch tree.tokenRecords[token].kind {
    case .leftBrace, .leftBracket, .leftParenthesis: return true
    default: return false
    }
  }

  private func isClosing(_ token: Int) -> Bool {
    if plan.marks[token].contains(.isKept) || levels.count == 1 { return false }
    switch tree.tokenRecords[token].kind {
    case .rightBrace, .rightBracket, .rightParenthesis: return true
    default: return false
    }
  }
}
