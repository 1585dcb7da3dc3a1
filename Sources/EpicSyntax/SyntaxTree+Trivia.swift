/// A piece of what lies between two tokens.
package enum TriviaPiece: Hashable, Sendable {
  /// A `//` comment, without its newline.
  case comment(Range<UInt32>)
  /// A `///` comment, without its newline.
  case documentation(Range<UInt32>)
  /// Line ends in a row, blanks between them left out; CRLF counts once.
  case newlines(Int)
}

extension SyntaxTree {
  /// The comments and newlines before a token, in order. Blanks are left out. Linear in the gap's length.
  package func trivia(before token: TokenID) -> [TriviaPiece] {
    let gapStart = token.rawValue == 0 ? 0 : end(of: TokenID(token.rawValue - 1))
    return triviaPieces(Int(gapStart), Int(start(of: token)))
  }

  /// Whether a line without anything stands before the token, in a gap without comments.
  package func hasBlankLine(before token: TokenID) -> Bool {
    var index = token.rawValue == 0 ? 0 : Int(end(of: TokenID(token.rawValue - 1)))
    let end = Int(start(of: token))
    var newlines = 0
    while index < end {
      if text[index] == UInt8(ascii: "\n") { newlines += 1 }
      index += 1
    }
    return newlines > 1
  }

  /// The text of the `///` comments directly above a node, one element a line, without the slashes and one blank.
  ///
  /// A blank line between the comments and the node detaches them: what stands above it documents nothing.
  package func documentation(of node: NodeID) -> [String] {
    let token = firstToken(of: node)
    guard flags(of: token).contains(.documentationBefore) else { return [] }
    var lines: [String] = []
    for piece in trivia(before: token) {
      switch piece {
      case .documentation(let range):
        var bytes = text[Int(range.lowerBound) + 3..<Int(range.upperBound)]
        if bytes.first == UInt8(ascii: " ") { bytes = bytes.dropFirst() }
        lines.append(String(decoding: bytes, as: UTF8.self))
      case .newlines(let count): if count > 1 { lines.removeAll() }
      case .comment: break
      }
    }
    return lines
  }

  private func triviaPieces(_ start: Int, _ end: Int) -> [TriviaPiece] {
    var pieces: [TriviaPiece] = []
    var newlines = 0
    var index = start
    while index < end {
      let byte = text[index]
      if byte == UInt8(ascii: "\n") {
        newlines += 1
        index += 1
        continue
      }
      guard byte == UInt8(ascii: "/") else {
        index += 1
        continue
      }
      if newlines > 0 { pieces.append(.newlines(newlines)) }
      newlines = 0
      let commentStart = index
      while index < end && text[index] != UInt8(ascii: "\n") { index += 1 }
      var commentEnd = index
      if text[commentEnd - 1] == UInt8(ascii: "\r") { commentEnd -= 1 }
      let range = UInt32(commentStart)..<UInt32(commentEnd)
      // Four slashes draw a line: they document nothing.
      let slashes = text[commentStart..<commentEnd].prefix(4).prefix { $0 == UInt8(ascii: "/") }.count
      let isDocumentation = slashes == 3
      pieces.append(isDocumentation ? .documentation(range) : .comment(range))
    }
    if newlines > 0 { pieces.append(.newlines(newlines)) }
    return pieces
  }
}
