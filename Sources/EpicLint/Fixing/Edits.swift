import EpicBase
import EpicDiagnostics
import EpicSyntax

/// Edits that rules make. Nil wherever an edit would take a comment with it or is not plainly right.
enum Edits {
  /// Takes a statement out: with its lines and the `///` lines above it where it has lines of its own, otherwise with
  /// the `;` behind it.
  static func removal(of node: NodeID, in tree: SyntaxTree) -> TextEdit? {
    if hasComment(inside: node, of: tree) { return nil }
    let span = tree.span(of: node)
    let text = tree.text
    var start = Int(span.start)
    while start > 0, isBlank(text[start - 1]) { start -= 1 }
    var end = Int(span.end)
    while end < text.count, isBlank(text[end]) { end += 1 }
    let startsLine = start == 0 || text[start - 1] == UInt8(ascii: "\n")
    if startsLine, end == text.count || text[end] == UInt8(ascii: "\n") {
      if end < text.count { end += 1 }
      start = documentationStart(above: start, text)
      return edit(start, end, span.source)
    }
    if end < text.count, text[end] == UInt8(ascii: ";") {
      end += 1
      while end < text.count, isBlank(text[end]) { end += 1 }
      // What follows on the line moves to where the statement stood.
      return edit(Int(span.start), end, span.source)
    }
    return nil
  }

  /// Takes out an element of a list or operand of a chain, with the separator before it; the first goes with the one
  /// behind it.
  static func removal(ofElement position: Int, of elements: [NodeID], in tree: SyntaxTree) -> TextEdit? {
    guard elements.indices.contains(position), elements.count > 1 else { return nil }
    let span = tree.span(of: elements[position])
    let from: UInt32
    let to: UInt32
    if position > 0 {
      from = tree.span(of: elements[position - 1]).end
      to = span.end
    } else {
      from = span.start
      to = tree.span(of: elements[1]).start
    }
    let removed = SourceSpan(source: span.source, start: from, end: to)
    return hasComment(in: removed, of: tree) ? nil : TextEdit(removed, replacement: "")
  }

  /// Puts other text in a node's place.
  static func replacement(of node: NodeID, by text: String, in tree: SyntaxTree) -> TextEdit? {
    hasComment(inside: node, of: tree) ? nil : TextEdit(tree.span(of: node), replacement: text)
  }

  /// Whether a comment stands between the first and the last token of a node.
  static func hasComment(inside node: NodeID, of tree: SyntaxTree) -> Bool {
    var token = tree.firstToken(of: node).rawValue + 1
    while token < tree.endToken(of: node).rawValue {
      if tree.flags(of: TokenID(token)).contains(.commentBefore) { return true }
      token += 1
    }
    return false
  }

  private static func hasComment(in span: SourceSpan, of tree: SyntaxTree) -> Bool {
    var token = tree.token(at: span.start)
    while Int(token.rawValue) < tree.tokenCount, tree.start(of: token) <= span.end {
      if tree.start(of: token) > span.start, tree.flags(of: token).contains(.commentBefore) { return true }
      token = TokenID(token.rawValue + 1)
    }
    return false
  }

  /// The start of the `///` lines that end directly above a line.
  private static func documentationStart(above start: Int, _ text: [UInt8]) -> Int {
    var start = start
    while start > 0 {
      var line = start - 1
      while line > 0, text[line - 1] != UInt8(ascii: "\n") { line -= 1 }
      var first = line
      while first < start, isBlank(text[first]) { first += 1 }
      guard first + 3 <= start, text[first..<first + 3].allSatisfy({ $0 == UInt8(ascii: "/") }) else { break }
      start = line
    }
    return start
  }

  private static func edit(_ start: Int, _ end: Int, _ source: SourceID) -> TextEdit {
    TextEdit(
      SourceSpan(source: source, start: UInt32(clamping: start), end: UInt32(clamping: end)), replacement: "")
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }
}

extension FixIt {
  /// A fix of one edit; none if there is no edit.
  static func list(_ title: String, _ edit: TextEdit?) -> [FixIt] { edit.map { [FixIt(title, [$0])] } ?? [] }
}

extension SyntaxTree {
  /// The node's text with one blank between tokens: equal for expressions that differ only in how they are laid out.
  func words(of node: NodeID) -> String {
    var text = ""
    var token = firstToken(of: node)
    while token < endToken(of: node) {
      if !text.isEmpty { text += " " }
      text += string(of: token)
      token = TokenID(token.rawValue + 1)
    }
    return text
  }

  /// Number of tokens of a node.
  func length(of node: NodeID) -> Int { Int(endToken(of: node).rawValue) - Int(firstToken(of: node).rawValue) }

  /// The node's children that stand for something.
  func parts(of node: NodeID) -> [NodeID] { children(of: node).filter { kind(of: $0) != .unexpected } }

  /// The nodes of a kind, in order.
  func nodes(of kind: SyntaxKind) -> [NodeID] {
    var result: [NodeID] = []
    for index in nodeRecords.indices where nodeRecords[index].kind == kind {
      result.append(NodeID(UInt32(truncatingIfNeeded: index)))
    }
    return result
  }
}
