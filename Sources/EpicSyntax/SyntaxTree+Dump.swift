extension SyntaxTree {
  /// The tokens as text, one a line: `start..end class text`. For people and golden files.
  package func dumpTokens() -> String {
    var lines = ""
    for raw in 0..<UInt32(tokenCount) {
      let token = TokenID(raw)
      lines += "\(start(of: token))..\(end(of: token)) \(kind(of: token))"
      if kind(of: token) != .endOfFile { lines += " \(string(of: token).debugDescription)" }
      if flags(of: token).contains(.malformed) { lines += " malformed" }
      lines += "\n"
    }
    return lines
  }

  /// The nodes as text, one a line, indented by depth; a node of one token with its text.
  package func dumpNodes() -> String {
    var lines = ""
    // Ends of the subtrees that hold the node; nesting is bounded, but a list is as good as recursion.
    var ends: [UInt32] = []
    for raw in 0..<UInt32(nodeCount) {
      while let last = ends.last, last <= raw { ends.removeLast() }
      let node = NodeID(raw)
      lines += String(repeating: "  ", count: ends.count) + "\(kind(of: node))"
      let first = firstToken(of: node).rawValue
      if next(after: node).rawValue == raw + 1 && endToken(of: node).rawValue > first {
        lines += " \(string(of: node).debugDescription)"
      }
      lines += "\n"
      ends.append(next(after: node).rawValue)
    }
    return lines
  }

  /// A node and what is below it in one line: `statement(name "at", literal "5")`. For tests and messages to developers.
  package func describe(_ node: NodeID) -> String {
    let children = children(of: node).map { describe($0) }
    if !children.isEmpty { return "\(kind(of: node))(\(children.joined(separator: ", ")))" }
    return endToken(of: node) > firstToken(of: node) ? "\(kind(of: node)) \(string(of: node))" : "\(kind(of: node))"
  }
}
