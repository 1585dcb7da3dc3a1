/// `name: when predicate -> outcome`.
package struct ArmView: Sendable {
  package let tree: SyntaxTree
  package let node: NodeID

  /// Nil if the node is of another kind.
  package init?(_ tree: SyntaxTree, _ node: NodeID) {
    guard tree.kind(of: node) == .arm else { return nil }
    self.tree = tree
    self.node = node
  }

  /// The arm's name; nil if it has none.
  package var label: TokenID? { tree.child(of: node, kind: .label).map { tree.firstToken(of: $0) } }

  /// The predicate. Nil where it was missing and an error was reported.
  package var predicate: NodeID? { tree.firstExpression(of: node) }

  /// What the arm leads to. Nil where it was missing and an error was reported.
  package var outcome: OutcomeView? { tree.child(of: node, kind: .outcome).flatMap { OutcomeView(tree, $0) } }
}

/// `under predicate { … }`.
package struct UnderView: Sendable {
  package let tree: SyntaxTree
  package let node: NodeID

  /// Nil if the node is of another kind.
  package init?(_ tree: SyntaxTree, _ node: NodeID) {
    guard tree.kind(of: node) == .under else { return nil }
    self.tree = tree
    self.node = node
  }

  /// The block's name; nil if it has none.
  package var label: TokenID? { tree.child(of: node, kind: .label).map { tree.firstToken(of: $0) } }

  /// The predicate, usually a path literal. Nil where it was missing and an error was reported.
  package var predicate: NodeID? { tree.firstExpression(of: node) }

  /// The nested arms.
  package var body: NodeID? { tree.child(of: node, kind: .body) }
}

/// `otherwise -> outcome`.
package struct OtherwiseView: Sendable {
  package let tree: SyntaxTree
  package let node: NodeID

  /// Nil if the node is of another kind.
  package init?(_ tree: SyntaxTree, _ node: NodeID) {
    guard tree.kind(of: node) == .otherwise else { return nil }
    self.tree = tree
    self.node = node
  }

  /// What the arm leads to. Nil where it was missing and an error was reported.
  package var outcome: OutcomeView? { tree.child(of: node, kind: .outcome).flatMap { OutcomeView(tree, $0) } }
}

/// What `->` leads to.
package struct OutcomeView: Sendable {
  /// The forms of an outcome.
  package enum Form: Hashable, Sendable {
    /// An upstream or a `routes` declaration: `name`, `dottedName`, `index`, or an expression: `parenthesized`.
    case reference(NodeID)
    /// `split { 95% a; 5% b }`.
    case split
    /// `redirect 308 "…"`.
    case redirect
    /// `respond 404`.
    case respond
    /// `close`.
    case close
    /// Nothing usable stands behind `->`; an error was reported.
    case missing
  }

  package let tree: SyntaxTree
  package let node: NodeID

  /// Nil if the node is of another kind.
  package init?(_ tree: SyntaxTree, _ node: NodeID) {
    guard tree.kind(of: node) == .outcome else { return nil }
    self.tree = tree
    self.node = node
  }

  /// Which form the outcome has.
  package var form: Form {
    // The node starts at `->`; the word behind it decides.
    switch tree.kind(of: wordToken) {
    case .keywordSplit: .split
    case .keywordRedirect: .redirect
    case .keywordRespond: .respond
    case .keywordClose: .close
    default: reference.map { .reference($0) } ?? .missing
    }
  }

  /// The word behind `->`.
  package var wordToken: TokenID {
    let first = tree.firstToken(of: node)
    return tree.kind(of: first) == .arrow && tree.endToken(of: node).rawValue > first.rawValue + 1
      ? TokenID(first.rawValue + 1) : first
  }

  /// The arguments behind the reference or the outcome's word.
  package var arguments: ArgumentList {
    let first = reference.map { tree.next(after: $0).rawValue } ?? node.rawValue + 1
    return ArgumentList(tree: tree, current: first, end: tree.next(after: node).rawValue)
  }

  /// The `{ … }` behind the outcome.
  package var body: NodeID? { tree.child(of: node, kind: .body) }

  private var reference: NodeID? {
    guard let first = tree.child(of: node, at: 0), tree.firstToken(of: first) == wordToken else { return nil }
    switch tree.kind(of: first) {
    case .name, .dottedName, .index, .parenthesized: return first
    default: return nil
    }
  }
}

extension SyntaxTree {
  /// The first child that is an expression and not inside a label.
  package func firstExpression(of node: NodeID) -> NodeID? {
    for child in children(of: node) where kind(of: child).isExpression { return child }
    return nil
  }
}
