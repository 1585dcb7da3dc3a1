import EpicSyntax

extension FormatPlan {
  /// Marks what follows from the nodes alone: what touches, which brackets are padded, which objects take lines.
  mutating func markNodes() {
    for index in 0..<UInt32(tree.nodeCount) {
      let node = NodeID(index)
      switch tree.kind(of: node) {
      case .body: marks[firstToken(node)].insert(.isBody)
      case .object: markObject(node)
      case .call, .index:
        // The bracket behind what is called or indexed.
        mark(endToken(NodeID(index + 1)), .touches, in: node)
      case .parameterList: mark(firstToken(node), .touches, in: node)
      case .use: markSelection(node)
      case .list:
        let element = NodeID(index + 1)
        guard element < tree.next(after: node), endToken(node) > firstToken(node) + 1 else { break }
        if tree.kind(of: element) == .object || tree.kind(of: element) == .parenthesized {
          marks[firstToken(node)].insert(.isPadded)
          marks[endToken(node) - 1].insert(.isPadded)
        }
      default: break
      }
    }
  }

  private mutating func mark(_ token: Int, _ new: TokenMarks, in node: NodeID) {
    if token < endToken(node) { marks[token].insert(new) }
  }

  private mutating func markSelection(_ use: NodeID) {
    for token in firstToken(use)..<max(endToken(use), firstToken(use)) {
      switch tree.tokenRecords[token].kind {
      case .leftBrace, .rightBrace: marks[token].insert(.isTight)
      default: break
      }
    }
  }

  private mutating func markObject(_ object: NodeID) {
    let (start, end) = (firstToken(object), endToken(object))
    guard end > start + 1 else { return }
    let takesLines = !areOnOneLine(start, end)
    var previousEnd = start + 1
    var isFirst = true
    for entry in tree.children(of: object) {
      _ = planSeparators(previousEnd..<firstToken(entry), isFirst: isFirst, endsLines: takesLines)
      if takesLines { marks[firstToken(entry)].insert(.startsLine) }
      previousEnd = endToken(entry)
      isFirst = false
    }
    if previousEnd < end - 1 { _ = planSeparators(previousEnd..<end - 1, isFirst: true, endsLines: takesLines) }
    if takesLines {
      marks[start].insert(.opensLines)
      marks[end - 1].insert(.closesLines)
    }
  }

  // MARK: Widths

  /// Works out what everything would take on one line, and which gaps inside of statements hold a line's end.
  mutating func measure() {
    let count = tree.tokenCount
    widths.reserveCapacity(count + 1)
    gaps.reserveCapacity(count)
    breaks.reserveCapacity(count)
    var open: [Int] = []
    var width: UInt32 = 0
    for token in 0..<count {
      breaks.append(isBroken(before: token, open: open))
      let gap = token == 0 ? 0 : blanks(between: token - 1, and: token)
      gaps.append(UInt8(gap))
      widths.append(width)
      width += UInt32(gap + textWidth(token))
      track(token, &open)
    }
    widths.append(width)
  }

  /// The width of tokens `start..<end` on one line.
  func width(_ start: Int, _ end: Int) -> Int {
    end > start ? Int(widths[end] - widths[start]) - Int(gaps[start]) : 0
  }

  /// Whether a line ends before a token that starts no statement. What the author broke stays broken, but a closing
  /// bracket follows its opening one, and no line starts with `,`, a body's `{`, or the `else` behind a body.
  private func isBroken(before token: Int, open: [Int]) -> Bool {
    let flags = tree.tokenRecords[token].flags
    if flags.contains(.commentBefore) { return true }
    guard flags.contains(.newlineBefore) else {
      return isCloser(token) && closes(token, open) && (open.last.map { breaks[$0 + 1] } ?? false)
    }
    switch tree.tokenRecords[token].kind {
    case .comma: return false
    case .leftBrace: return !marks[token].contains(.isBody)
    case .keywordElse: return token == 0 || tree.tokenRecords[token - 1].kind != .rightBrace
    case .rightParenthesis, .rightBracket:
      guard let opening = open.last, closes(token, open) else { return true }
      return opening + 1 < token && breaks[opening + 1]
    default: return true
    }
  }

  private func isCloser(_ token: Int) -> Bool {
    tree.tokenRecords[token].kind == .rightParenthesis || tree.tokenRecords[token].kind == .rightBracket
  }

  private func closes(_ token: Int, _ open: [Int]) -> Bool {
    guard let opening = open.last, opening + 1 < token else { return false }
    switch (tree.tokenRecords[opening].kind, tree.tokenRecords[token].kind) {
    case (.leftParenthesis, .rightParenthesis), (.leftBracket, .rightBracket): return true
    default: return false
    }
  }

  /// Keeps the stack of open brackets. Brackets without a partner are inside damaged statements.
  private func track(_ token: Int, _ open: inout [Int]) {
    let kind = tree.tokenRecords[token].kind
    switch kind {
    case .leftParenthesis, .leftBracket, .leftBrace: open.append(token)
    case .rightParenthesis, .rightBracket:
      let opener: TokenKind = kind == .rightBracket ? .leftBracket : .leftParenthesis
      if let last = open.last, tree.tokenRecords[last].kind == opener { open.removeLast() }
    case .rightBrace:
      while let last = open.popLast(), tree.tokenRecords[last].kind != .leftBrace {}
    default: break
    }
  }

  /// The blanks between two tokens on one line: none or one.
  func blanks(between left: Int, and right: Int) -> Int {
    let leftKind = tree.tokenRecords[left].kind
    let rightKind = tree.tokenRecords[right].kind
    if marks[right].contains(.touches) { return 0 }
    switch rightKind {
    // A label's `:` has a blank behind it, whatever follows.
    case .semicolon where leftKind == .colon: return 1
    case .comma, .semicolon, .colon, .dot, .rightParenthesis: return 0
    case .rightBracket: return marks[right].contains(.isPadded) ? 1 : 0
    case .rightBrace:
      return leftKind == .leftBrace || marks[right].contains(.isTight) ? 0 : 1
    default: break
    }
    switch leftKind {
    case .leftParenthesis, .dot: return 0
    case .leftBracket: return marks[left].contains(.isPadded) ? 1 : 0
    case .leftBrace: return marks[left].contains(.isTight) ? 0 : 1
    default: return 1
    }
  }

  private func textWidth(_ token: Int) -> Int {
    let start = Int(tree.tokenRecords[token].start)
    let end = Int(tree.tokenRecords[token].end)
    switch tree.tokenRecords[token].kind {
    case .semicolon:
      // One that separates nothing will be dropped.
      let next = token + 1 < tree.tokenCount ? tree.tokenRecords[token + 1].kind : .endOfFile
      return next == .rightBrace || next == .semicolon || token == 0 || tree.tokenRecords[token - 1].kind == .leftBrace
        ? 0 : 1
    case .string, .blockString, .regex: return tree.text.width(of: start..<end)
    default: return end - start
    }
  }
}

extension [UInt8] {
  /// The number of characters in a range of UTF-8.
  func width(of range: Range<Int>) -> Int {
    var width = 0
    for index in range where self[index] & 0xC0 != 0x80 { width += 1 }
    return width
  }
}
