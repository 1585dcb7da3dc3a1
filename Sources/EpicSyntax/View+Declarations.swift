/// `let name = value`.
package struct LetView: Sendable {
  package let tree: SyntaxTree
  package let node: NodeID

  /// Nil if the node is of another kind.
  package init?(_ tree: SyntaxTree, _ node: NodeID) {
    guard tree.kind(of: node) == .letStatement else { return nil }
    self.tree = tree
    self.node = node
  }

  /// The name's node. Nil where it was missing and an error was reported.
  package var name: NodeID? { tree.child(of: node, at: 0).flatMap { tree.kind(of: $0) == .name ? $0 : nil } }

  /// The value. Nil where it was missing and an error was reported.
  package var value: NodeID? { name == nil ? nil : tree.child(of: node, at: 1) }
}

/// `if condition { … } [else …]`.
package struct IfView: Sendable {
  package let tree: SyntaxTree
  package let node: NodeID

  /// Nil if the node is of another kind.
  package init?(_ tree: SyntaxTree, _ node: NodeID) {
    guard tree.kind(of: node) == .ifStatement else { return nil }
    self.tree = tree
    self.node = node
  }

  /// The condition. Nil where it was missing and an error was reported.
  package var condition: NodeID? { tree.firstExpression(of: node) }

  /// What holds if the condition is true.
  package var body: NodeID? { tree.child(of: node, kind: .body) }

  /// The `body` or `ifStatement` behind `else`.
  package var otherwise: NodeID? {
    guard let last = tree.lastChild(of: node), last != body else { return nil }
    let kind = tree.kind(of: last)
    return kind == .body || kind == .ifStatement ? last : nil
  }
}

/// `for name in list { … }`.
package struct ForView: Sendable {
  package let tree: SyntaxTree
  package let node: NodeID

  /// Nil if the node is of another kind.
  package init?(_ tree: SyntaxTree, _ node: NodeID) {
    guard tree.kind(of: node) == .forStatement else { return nil }
    self.tree = tree
    self.node = node
  }

  /// The variable. Nil where it was missing and an error was reported.
  package var variable: NodeID? { tree.child(of: node, at: 0).flatMap { tree.kind(of: $0) == .name ? $0 : nil } }

  /// The list that is walked. Nil where it was missing and an error was reported.
  package var list: NodeID? {
    guard variable != nil, let second = tree.child(of: node, at: 1), tree.kind(of: second).isExpression else {
      return nil
    }
    return second
  }

  /// What is repeated.
  package var body: NodeID? { tree.child(of: node, kind: .body) }
}

/// `for every request: predicate` or `for every ingress i: require predicate else "message"`.
package struct QuantifierView: Sendable {
  package let tree: SyntaxTree
  package let node: NodeID

  /// Nil if the node is of another kind.
  package init?(_ tree: SyntaxTree, _ node: NodeID) {
    guard tree.kind(of: node) == .quantifier else { return nil }
    self.tree = tree
    self.node = node
  }

  private var names: [NodeID] {
    // The names before the colon; a predicate that is a bare name stands behind it.
    var names: [NodeID] = []
    for child in tree.children(of: node) {
      guard tree.kind(of: child) == .name, names.count < 2, !isAfterColon(child) else { break }
      names.append(child)
    }
    return names
  }

  private func isAfterColon(_ child: NodeID) -> Bool {
    let first = tree.firstToken(of: child).rawValue
    return first > 0 && tree.kind(of: TokenID(first - 1)) == .colon
  }

  /// What is ranged over: `request`, `ingress`.
  package var subject: NodeID? { names.first }

  /// The variable, if one is named.
  package var variable: NodeID? { names.count > 1 ? names[1] : nil }

  /// The predicate, that of a requirement included. Nil where it was missing and an error was reported.
  package var predicate: NodeID? {
    if let requirement { return tree.firstExpression(of: requirement) }
    for child in tree.children(of: node) where tree.kind(of: child).isExpression && isAfterColon(child) {
      return child
    }
    return nil
  }

  /// The message of a requirement: a string token.
  package var message: TokenID? {
    guard let requirement, let last = tree.lastChild(of: requirement), tree.kind(of: last) == .literal else {
      return nil
    }
    let token = tree.firstToken(of: last)
    return token.rawValue > 0 && tree.kind(of: TokenID(token.rawValue - 1)) == .keywordElse ? token : nil
  }

  /// The `require …` part.
  package var requirement: NodeID? { tree.child(of: node, kind: .requirement) }
}

/// `cases (path, want) in [ … ] { … }`.
package struct CasesView: Sendable {
  package let tree: SyntaxTree
  package let node: NodeID

  /// Nil if the node is of another kind.
  package init?(_ tree: SyntaxTree, _ node: NodeID) {
    guard tree.kind(of: node) == .casesStatement else { return nil }
    self.tree = tree
    self.node = node
  }

  /// The columns' names.
  package var variables: [NodeID] {
    var names: [NodeID] = []
    for child in tree.children(of: node) where tree.kind(of: child) == .name && !isList(child) { names.append(child) }
    return names
  }

  /// The rows. Nil where they were missing and an error was reported.
  package var list: NodeID? {
    for child in tree.children(of: node) where tree.kind(of: child).isExpression && isList(child) { return child }
    return nil
  }

  /// What is run for each row.
  package var body: NodeID? { tree.child(of: node, kind: .body) }

  private func isList(_ child: NodeID) -> Bool {
    let first = tree.firstToken(of: child).rawValue
    return first > 0 && tree.kind(of: TokenID(first - 1)) == .keywordIn
  }
}

/// `use a.b` or `use a.b.{c, d}`.
package struct UseView: Sendable {
  package let tree: SyntaxTree
  package let node: NodeID

  /// Nil if the node is of another kind.
  package init?(_ tree: SyntaxTree, _ node: NodeID) {
    guard tree.kind(of: node) == .use else { return nil }
    self.tree = tree
    self.node = node
  }

  /// The package's path: a `name` or `dottedName`. Nil where it was missing and an error was reported.
  package var path: NodeID? { tree.child(of: node, at: 0) }

  /// The names picked from the package; nil if the whole package is used.
  package var selection: [NodeID]? {
    guard let path else { return nil }
    guard tree.endToken(of: path) < tree.endToken(of: node) else { return nil }
    return Array(tree.children(of: node).dropFirst()).filter { tree.kind(of: $0) == .name }
  }
}

/// `template name(parameters) for kind … { … }`.
package struct TemplateView: Sendable {
  package let tree: SyntaxTree
  package let node: NodeID

  /// Nil if the node is of another kind.
  package init?(_ tree: SyntaxTree, _ node: NodeID) {
    guard tree.kind(of: node) == .template else { return nil }
    self.tree = tree
    self.node = node
  }

  /// The template's name. Nil where it was missing and an error was reported.
  package var name: NodeID? { tree.child(of: node, at: 0).flatMap { tree.kind(of: $0) == .name ? $0 : nil } }

  /// The parameters, in order.
  package var parameters: [ParameterView] {
    guard let list = tree.child(of: node, kind: .parameterList) else { return [] }
    return tree.children(of: list).compactMap { ParameterView(tree, $0) }
  }

  /// The words between the parameters and the body: `for ingress`, `from base(name: name)`.
  package var arguments: ArgumentList {
    var first = node.rawValue + 1
    if let name { first = tree.next(after: name).rawValue }
    if let list = tree.child(of: node, kind: .parameterList) { first = tree.next(after: list).rawValue }
    return ArgumentList(tree: tree, current: first, end: tree.next(after: node).rawValue)
  }

  /// The template's statements.
  package var body: NodeID? { tree.child(of: node, kind: .body) }

  /// The `///` lines above the template.
  package var documentation: [String] { tree.documentation(of: node) }
}

/// `name: type [= value]`.
package struct ParameterView: Sendable {
  package let tree: SyntaxTree
  package let node: NodeID

  /// Nil if the node is of another kind.
  package init?(_ tree: SyntaxTree, _ node: NodeID) {
    guard tree.kind(of: node) == .parameter else { return nil }
    self.tree = tree
    self.node = node
  }

  /// The parameter's name. Nil where it was missing and an error was reported.
  package var name: NodeID? { tree.child(of: node, at: 0).flatMap { tree.kind(of: $0) == .name ? $0 : nil } }

  /// The `type` node. Nil where it was missing and an error was reported.
  package var type: NodeID? { tree.child(of: node, kind: .type) }

  /// The default.
  package var defaultValue: NodeID? {
    guard let type else { return nil }
    let next = tree.next(after: type)
    return next < tree.next(after: node) ? next : nil
  }
}
