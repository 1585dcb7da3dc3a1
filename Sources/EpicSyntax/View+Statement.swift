package import EpicBase

/// A generic statement: `keyword argument … [-> outcome] [{ body }]`.
package struct StatementView: Sendable {
  package let tree: SyntaxTree
  package let node: NodeID

  /// Nil if the node is of another kind.
  package init?(_ tree: SyntaxTree, _ node: NodeID) {
    guard tree.kind(of: node) == .statement else { return nil }
    self.tree = tree
    self.node = node
  }

  /// The first word: a `name`, or a `dottedName` or `index` where the statement starts with a reference.
  package var head: NodeID { NodeID(node.rawValue + 1) }

  /// The keyword's symbol. For a head like `white[alpha]` it is the base's.
  package var keyword: Symbol? { tree.symbol(of: node) }

  /// The keyword's token.
  package var keywordToken: TokenID { tree.firstToken(of: node) }

  /// The arguments between head and outcome or body, commas left out.
  package var arguments: ArgumentList {
    ArgumentList(tree: tree, current: tree.next(after: head).rawValue, end: tree.next(after: node).rawValue)
  }

  /// The arguments split at the commas: `one from a, one from b` gives two groups.
  package var groups: [[NodeID]] { arguments.groups }

  /// The `{ … }` that ends the statement.
  package var body: NodeID? { tree.lastChild(of: node).flatMap { tree.kind(of: $0) == .body ? $0 : nil } }

  /// What `->` leads to.
  package var outcome: OutcomeView? { tree.child(of: node, kind: .outcome).flatMap { OutcomeView(tree, $0) } }

  /// The `///` lines above the statement.
  package var documentation: [String] { tree.documentation(of: node) }
}

/// The arguments of a statement, field, outcome or template: its children up to `outcome` or `body`.
@frozen
package struct ArgumentList: Sequence, IteratorProtocol {
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
    while current < end {
      let node = NodeID(current)
      switch tree.kind(of: node) {
      case .body, .outcome:
        current = end
        return nil
      case .unexpected: current = tree.next(after: node).rawValue
      default:
        current = tree.next(after: node).rawValue
        return node
      }
    }
    return nil
  }

  /// The arguments split at the commas.
  package var groups: [[NodeID]] {
    var groups: [[NodeID]] = []
    for node in self {
      if groups.isEmpty || tree.hasComma(before: node) { groups.append([]) }
      groups[groups.count - 1].append(node)
    }
    return groups
  }
}

/// `95% cart` or `(most) cart`: a share and the statement it is of.
package struct WeightedView: Sendable {
  package let tree: SyntaxTree
  package let node: NodeID

  /// Nil if the node is of another kind.
  package init?(_ tree: SyntaxTree, _ node: NodeID) {
    guard tree.kind(of: node) == .weighted else { return nil }
    self.tree = tree
    self.node = node
  }

  /// The percentage: a literal, or a value in parentheses.
  package var share: NodeID { NodeID(node.rawValue + 1) }

  /// The percentage where it is a literal.
  package var percentage: Percentage? {
    tree.kind(of: share) == .literal ? tree.percentageLiteral(tree.firstToken(of: share)) : nil
  }

  /// What the share is of. Nil where it was missing and an error was reported.
  package var statement: StatementView? {
    tree.child(of: node, kind: .statement).flatMap { StatementView(tree, $0) }
  }
}

/// `key: argument … [{ body }]`.
package struct FieldView: Sendable {
  package let tree: SyntaxTree
  package let node: NodeID

  /// Nil if the node is of another kind.
  package init?(_ tree: SyntaxTree, _ node: NodeID) {
    guard tree.kind(of: node) == .field else { return nil }
    self.tree = tree
    self.node = node
  }

  /// The key's token: a name, a dotted name or a string.
  package var key: TokenID { tree.firstToken(of: node) }

  /// The values: several where the field reads `data "f" sha256 "d"` or lists values with commas.
  package var arguments: ArgumentList {
    ArgumentList(
      tree: tree, current: tree.next(after: NodeID(node.rawValue + 1)).rawValue, end: tree.next(after: node).rawValue)
  }

  /// The one value of a field in an `object`, or the first of several.
  package var value: NodeID? {
    var arguments = arguments
    return arguments.next()
  }

  /// The nested message.
  package var body: NodeID? { tree.child(of: node, kind: .body) }
}

/// `default`, `limit`, `final`, `required`, `slot`, `append`, `prepend`, `remove`, `replace` before a statement.
package struct ModifiedView: Sendable {
  package let tree: SyntaxTree
  package let node: NodeID

  /// Nil if the node is of another kind.
  package init?(_ tree: SyntaxTree, _ node: NodeID) {
    guard tree.kind(of: node) == .modified else { return nil }
    self.tree = tree
    self.node = node
  }

  /// Which word stands before the statement.
  package var modifier: Keyword { tree.symbol(of: node).flatMap { Keyword($0) } ?? .default }

  /// The statement behind the word.
  package var statement: StatementView? {
    tree.child(of: node, kind: .statement).flatMap { StatementView(tree, $0) }
  }
}

/// `override statement [because "…"]`.
package struct OverrideView: Sendable {
  package let tree: SyntaxTree
  package let node: NodeID

  /// Nil if the node is of another kind.
  package init?(_ tree: SyntaxTree, _ node: NodeID) {
    guard tree.kind(of: node) == .override else { return nil }
    self.tree = tree
    self.node = node
  }

  /// The new value: a plain statement, if it is no list edit.
  package var statement: StatementView? {
    tree.child(of: node, kind: .statement).flatMap { StatementView(tree, $0) } ?? edit?.statement
  }

  /// The list edit: `override append …`.
  package var edit: ModifiedView? { tree.child(of: node, kind: .modified).flatMap { ModifiedView(tree, $0) } }

  /// The reason's string token.
  package var reason: TokenID? { tree.child(of: node, kind: .literal).map { tree.firstToken(of: $0) } }
}
