package import EpicBase

// MARK: Tokens

extension SyntaxTree {
  /// Number of tokens, the end of the file among them.
  @inlinable
  package var tokenCount: Int { tokenRecords.count }

  /// The token's class.
  @inlinable
  package func kind(of token: TokenID) -> TokenKind { tokenRecords[Int(token.rawValue)].kind }

  /// What the gap before the token holds.
  @inlinable
  package func flags(of token: TokenID) -> TokenFlags { tokenRecords[Int(token.rawValue)].flags }

  /// Offset of the token's first byte.
  @inlinable
  package func start(of token: TokenID) -> UInt32 { tokenRecords[Int(token.rawValue)].start }

  /// Offset behind the token's last byte.
  @inlinable
  package func end(of token: TokenID) -> UInt32 { tokenRecords[Int(token.rawValue)].end }

  /// The interned text of a name of any class or of a reserved word; nil for other tokens.
  @inlinable
  package func symbol(of token: TokenID) -> Symbol? {
    let raw = tokenRecords[Int(token.rawValue)].symbol
    return raw == .max ? nil : Symbol(rawValue: raw)
  }

  /// The token's bytes in the file.
  @inlinable
  package func span(of token: TokenID) -> SourceSpan {
    SourceSpan(source: source, start: start(of: token), end: end(of: token))
  }

  /// The token's text as written.
  package func string(of token: TokenID) -> String {
    String(decoding: text[Int(start(of: token))..<Int(end(of: token))], as: UTF8.self)
  }

  /// Whether nothing stands between the token and the one before it.
  @inlinable
  package func touchesPrevious(_ token: TokenID) -> Bool {
    token.rawValue > 0 && tokenRecords[Int(token.rawValue) - 1].end == tokenRecords[Int(token.rawValue)].start
  }

  /// The first token that ends behind `offset`: the one that holds it, or the next one. The last token if there is none.
  package func token(at offset: UInt32) -> TokenID {
    var low = 0
    var high = tokenCount - 1
    while low < high {
      let middle = (low + high) / 2
      if tokenRecords[middle].end > offset { high = middle } else { low = middle + 1 }
    }
    return TokenID(UInt32(max(low, 0)))
  }
}

// MARK: Nodes

extension SyntaxTree {
  /// Number of nodes.
  @inlinable
  package var nodeCount: Int { nodeRecords.count }

  /// The node's kind.
  @inlinable
  package func kind(of node: NodeID) -> SyntaxKind { nodeRecords[Int(node.rawValue)].kind }

  /// The node's first token. A node without tokens (something missing) gives the token it was missed before.
  @inlinable
  package func firstToken(of node: NodeID) -> TokenID { TokenID(nodeRecords[Int(node.rawValue)].firstToken) }

  /// The token behind the node's last one.
  @inlinable
  package func endToken(of node: NodeID) -> TokenID { TokenID(nodeRecords[Int(node.rawValue)].endToken) }

  /// The node behind this one's subtree: its next sibling if the parent's subtree does not end there.
  @inlinable
  package func next(after node: NodeID) -> NodeID {
    NodeID(node.rawValue + nodeRecords[Int(node.rawValue)].size)
  }

  /// The node's children, in order.
  @inlinable
  package func children(of node: NodeID) -> SyntaxChildren {
    SyntaxChildren(tree: self, current: node.rawValue + 1, end: next(after: node).rawValue)
  }

  /// The node's child at a position, if it has as many.
  @inlinable
  package func child(of node: NodeID, at position: Int) -> NodeID? {
    var rest = position
    for child in children(of: node) {
      if rest == 0 { return child }
      rest -= 1
    }
    return nil
  }

  /// The first child of a kind.
  @inlinable
  package func child(of node: NodeID, kind: SyntaxKind) -> NodeID? {
    for child in children(of: node) where self.kind(of: child) == kind { return child }
    return nil
  }

  /// The last child, if there is one.
  @inlinable
  package func lastChild(of node: NodeID) -> NodeID? {
    var last: NodeID?
    for child in children(of: node) { last = child }
    return last
  }

  /// From the node's first byte to behind its last; empty for a node without tokens.
  package func span(of node: NodeID) -> SourceSpan {
    let first = firstToken(of: node)
    let end = endToken(of: node)
    guard end > first else { return SourceSpan(source: source, start: start(of: first), end: start(of: first)) }
    return SourceSpan(source: source, start: start(of: first), end: self.end(of: TokenID(end.rawValue - 1)))
  }

  /// The node's text as written, comments inside it included.
  package func string(of node: NodeID) -> String {
    let span = span(of: node)
    return String(decoding: text[Int(span.start)..<Int(span.end)], as: UTF8.self)
  }

  /// The text of a span of this file; empty for spans of others.
  package func string(in span: SourceSpan) -> String {
    guard span.source == source, span.start <= span.end, Int(span.end) <= text.count else { return "" }
    return String(decoding: text[Int(span.start)..<Int(span.end)], as: UTF8.self)
  }

  /// The symbol of the node's first token: the name of a `name`, `dottedName`, `label` or `reservedWord`.
  @inlinable
  package func symbol(of node: NodeID) -> Symbol? { symbol(of: firstToken(of: node)) }

  /// Whether a comma stands directly before the node.
  @inlinable
  package func hasComma(before node: NodeID) -> Bool {
    let first = firstToken(of: node).rawValue
    return first > 0 && kind(of: TokenID(first - 1)) == .comma
  }

  /// The nodes that hold `offset`, from the file inwards. For editors; linear in depth and breadth.
  package func path(to offset: UInt32) -> [NodeID] {
    var path: [NodeID] = [.file]
    var node = NodeID.file
    descent: while true {
      for child in children(of: node) {
        let span = span(of: child)
        if span.start <= offset && offset <= span.end && span.start < span.end {
          path.append(child)
          node = child
          continue descent
        }
      }
      return path
    }
  }
}

/// The children of a node, walked without allocation.
@frozen
package struct SyntaxChildren: Sequence, IteratorProtocol {
  @usableFromInline let tree: SyntaxTree
  @usableFromInline var current: UInt32
  @usableFromInline let end: UInt32

  @inlinable
  init(tree: SyntaxTree, current: UInt32, end: UInt32) {
    self.tree = tree
    self.current = current
    self.end = end
  }

  @inlinable
  package mutating func next() -> NodeID? {
    if current >= end { return nil }
    let node = NodeID(current)
    current += tree.nodeRecords[Int(current)].size
    return node
  }

  /// Whether there is no child left.
  @inlinable
  package var isEmpty: Bool { current >= end }
}
