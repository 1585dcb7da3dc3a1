extension SyntaxTree {
  /// The innermost statement around an offset, both ends counted; the file where there is none.
  package func innermostStatement(at offset: UInt32) -> NodeID {
    var found: UInt32 = 0
    for (index, node) in nodeRecords.enumerated() where node.kind.isStatement && node.endToken > node.firstToken {
      let start = start(of: TokenID(node.firstToken))
      let end = end(of: TokenID(node.endToken - 1))
      if start <= offset && offset <= end { found = UInt32(index) }
    }
    return NodeID(found)
  }
}
