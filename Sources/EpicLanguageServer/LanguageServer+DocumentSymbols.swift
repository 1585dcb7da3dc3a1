import EpicBase
import EpicSema
import EpicSyntax

/// `textDocument/documentSymbol`: what a file declares, from its tree alone.
extension LanguageServer {
  func documentSymbols(_ parameters: JSONValue) throws(RequestError) -> JSONValue {
    let document = try document(parameters)
    let tree = parsed(document)
    let outline = Outline(tree, document.lines, encoding)
    guard client.hasHierarchicalSymbols else {
      return .array(outline.symbols.flatMap { flat($0, document.uri, container: nil) })
    }
    return .array(outline.symbols.map(\.json))
  }

  /// The `SymbolInformation` of a symbol and of what lies in it, for clients that know no tree.
  private func flat(_ symbol: Outline.Symbol, _ uri: String, container: String?) -> [JSONValue] {
    let own = JSONValue.object([
      "name": .string(symbol.name), "kind": .number(symbol.kind.rawValue),
      "location": .object(["uri": .string(uri), "range": symbol.range]),
      "containerName": container.map { .string($0) },
    ])
    return [own] + symbol.children.flatMap { flat($0, uri, container: symbol.name) }
  }
}

/// The outline of a file.
struct Outline {
  /// `SymbolKind` of the protocol, as far as it is used.
  enum Kind: Int {
    case namespace = 3
    case `class` = 5
    case property = 7
    case interface = 11
    case function = 12
    case constant = 14
    case object = 19
    case enumMember = 22
    case `struct` = 23
    case event = 24
  }

  struct Symbol {
    var name: String
    var detail: String?
    var kind: Kind
    /// The whole construct, and the part to go to.
    var range: JSONValue
    var selection: JSONValue
    var children: [Symbol]

    var json: JSONValue {
      .object([
        "name": .string(name), "detail": detail.map { .string($0) }, "kind": .number(kind.rawValue), "range": range,
        "selectionRange": selection, "children": children.isEmpty ? nil : .array(children.map(\.json)),
      ])
    }
  }

  private let tree: SyntaxTree
  private let lines: TextLines
  private let encoding: PositionEncoding

  init(_ tree: SyntaxTree, _ lines: TextLines, _ encoding: PositionEncoding) {
    self.tree = tree
    self.lines = lines
    self.encoding = encoding
  }

  var symbols: [Symbol] { symbols(in: .file, depth: 0) }

  /// Depth is bounded by the parser; a statement in `if` or `for` counts as one of the body around it.
  private func symbols(in body: NodeID, depth: Int) -> [Symbol] {
    tree.children(of: body).flatMap { symbols(of: $0, depth: depth) }
  }

  private func symbols(of node: NodeID, depth: Int) -> [Symbol] {
    switch tree.kind(of: node) {
    case .export: return tree.child(of: node, at: 0).map { symbols(of: $0, depth: depth) } ?? []
    case .ifStatement, .forStatement: return bodies(of: node).flatMap { symbols(in: $0, depth: depth) }
    case .letStatement:
      guard let name = LetView(tree, node)?.name else { return [] }
      return [symbol(tree.string(of: name), nil, .constant, node, tree.span(of: name), [])]
    case .template:
      guard let view = TemplateView(tree, node), let name = view.name else { return [] }
      let detail = view.arguments.map { tree.string(of: $0) }.joined(separator: " ")
      return [symbol(tree.string(of: name), "template \(detail)", .struct, node, tree.span(of: name), [])]
    case .statement: return statement(node, depth: depth)
    case .arm, .under, .otherwise: return route(node, depth: depth)
    default: return []
    }
  }

  /// The bodies of a `for`, or of an `if` and all its `else if`, however long the chain.
  private func bodies(of node: NodeID) -> [NodeID] {
    var bodies: [NodeID] = []
    var next: NodeID? = node
    while let current = next {
      next = nil
      for child in tree.children(of: current) {
        if tree.kind(of: child) == .body { bodies.append(child) }
        if tree.kind(of: child) == .ifStatement { next = child }
      }
    }
    return bodies
  }

  private func statement(_ node: NodeID, depth: Int) -> [Symbol] {
    guard let view = StatementView(tree, node) else { return [] }
    let keyword = tree.string(of: view.keywordToken)
    let children = view.body.map { symbols(in: $0, depth: depth + 1) } ?? []
    if depth == 0 {
      guard let kind = DeclarationKind.allCases.first(where: { $0.keyword == keyword }),
        let name = view.arguments.first(where: { _ in true })
      else { return [] }
      return [symbol(tree.string(of: name), keyword, Outline.kind(kind), node, tree.span(of: name), children)]
    }
    // Parts with a body of their own are worth a line; plain fields are not.
    guard view.body != nil else { return [] }
    let words = [keyword] + view.arguments.map { tree.string(of: $0) }
    return [symbol(words.joined(separator: " "), nil, .object, node, tree.span(of: view.head), children)]
  }

  private func route(_ node: NodeID, depth: Int) -> [Symbol] {
    if let arm = ArmView(tree, node) {
      guard let label = arm.label else { return [] }
      return [symbol(tree.string(of: label), nil, .event, node, tree.span(of: label), [])]
    }
    let first = tree.span(of: tree.firstToken(of: node))
    if let under = UnderView(tree, node) {
      let name = "under \(under.predicate.map { tree.string(of: $0) } ?? "")"
      let children = under.body.map { symbols(in: $0, depth: depth + 1) } ?? []
      return [symbol(name, nil, .namespace, node, first, children)]
    }
    return [symbol("otherwise", nil, .event, node, first, [])]
  }

  private func symbol(
    _ name: String, _ detail: String?, _ kind: Kind, _ node: NodeID, _ selection: SourceSpan, _ children: [Symbol]
  ) -> Symbol {
    // The protocol wants a name that is not empty, and no editor shows a long one.
    let shown = name.isEmpty ? "_" : name.count > 80 ? name.prefix(79) + "…" : name
    return Symbol(
      name: shown, detail: detail, kind: kind, range: range(tree.span(of: node)), selection: range(selection),
      children: children)
  }

  private func range(_ span: SourceSpan) -> JSONValue {
    Locator.range(lines.position(of: Int(span.start), encoding), lines.position(of: Int(span.end), encoding))
  }

  /// How a kind of declaration is shown.
  static func kind(_ kind: DeclarationKind) -> Kind {
    switch kind {
    case .ingress: .interface
    case .routes: .function
    case .upstream: .class
    case .tenant, .zone: .namespace
    default: .object
    }
  }
}
