import BackendEnvoy
import EpicBase
import EpicCompiler
import EpicEnvoyAPI
import EpicIR
import EpicSema
import EpicSyntax

/// One thing to write at the cursor.
struct CompletionItem: Hashable {
  /// `CompletionItemKind` of the protocol, as far as it is used.
  enum Kind: Int {
    case function = 3
    case field = 5
    case variable = 6
    case `class` = 7
    case module = 9
    case property = 10
    case keyword = 14
    case enumMember = 20
    case constant = 21
  }

  var label: String
  var kind: Kind
  var detail: String?
  var documentation: String?

  var json: JSONValue {
    .object([
      "label": .string(label), "kind": .number(kind.rawValue), "detail": detail.map { .string($0) },
      "documentation": documentation.map { .object(["kind": .string("markdown"), "value": .string($0)]) },
    ])
  }
}

/// What may be written at one place of a file. The words before the cursor decide, as they are in the tree: the word that
/// the cursor touches is what is being written, and does not count.
struct Completion {
  private let analysis: Analysis
  private let source: SourceID
  private let tree: SyntaxTree
  private let syntax: SyntaxContext
  private let isRootFile: Bool
  /// Offset of the word that is being written, or of the cursor.
  private let start: UInt32
  /// The token before it; nil at the file's start.
  private let previous: TokenID?
  private var items: [CompletionItem] = []
  private var labels: Set<String> = []

  init(_ analysis: Analysis, _ source: SourceID, _ tree: SyntaxTree, isRootFile: Bool, at offset: UInt32) {
    self.analysis = analysis
    self.source = source
    self.tree = tree
    self.isRootFile = isRootFile
    syntax = SyntaxContext(tree, isRootFile: isRootFile)
    var token = tree.token(at: offset)
    // The word that ends at the cursor is the one being written.
    if tree.start(of: token) >= offset, token.rawValue > 0, tree.end(of: TokenID(token.rawValue - 1)) == offset,
      Completion.isWord(tree.kind(of: TokenID(token.rawValue - 1)))
    {
      token = TokenID(token.rawValue - 1)
    }
    start = Completion.isWord(tree.kind(of: token)) ? min(tree.start(of: token), offset) : offset
    previous = token.rawValue > 0 ? TokenID(token.rawValue - 1) : nil
  }

  private static func isWord(_ kind: TokenKind) -> Bool {
    kind == .name || kind == .dottedName || kind == .slashedName || kind == .invalid || kind.isReservedWord
  }

  /// The items, without repetition: the schema's words in its order, then names in order of declaration.
  mutating func run() -> [CompletionItem] {
    guard !isInsideTextOrComment else { return [] }
    let path = tree.path(to: previous.map { tree.end(of: $0) } ?? 0)
    if startsStatement {
      addStatements(syntax.context(in: bodies(around: start)[...]))
    } else if let previous {
      addContinuation(behind: previous, path)
    }
    return items
  }

  // MARK: Places

  /// Whether the place is in a comment or a literal, where nothing is completed.
  private var isInsideTextOrComment: Bool {
    let token = tree.token(at: start)
    if tree.start(of: token) < start, !Completion.isWord(tree.kind(of: token)) { return true }
    for piece in tree.trivia(before: token) {
      switch piece {
      case .newlines: break
      case .comment(let range), .documentation(let range):
        if range.lowerBound < start, start <= range.upperBound { return true }
      }
    }
    return false
  }

  /// Whether a statement starts here: behind `{`, `}`, `;` or a new line that ends the statement before.
  private var startsStatement: Bool {
    guard let previous else { return true }
    switch tree.kind(of: previous) {
    case .leftBrace:
      // `use a.{` is a list of names.
      return previous.rawValue == 0 || tree.kind(of: TokenID(previous.rawValue - 1)) != .dot
    case .rightBrace, .semicolon: return true
    case let kind where kind.continuesAfter: return false
    default: break
    }
    let gap = tree.text[Int(tree.end(of: previous))..<max(Int(start), Int(tree.end(of: previous)))]
    return gap.contains(UInt8(ascii: "\n")) && !isInBrackets
  }

  /// Whether a `(` or `[` is open here. Looks back over one statement's tokens.
  private var isInBrackets: Bool {
    guard var token = previous else { return false }
    var depth = 0
    while true {
      switch tree.kind(of: token) {
      case .rightParenthesis, .rightBracket: depth += 1
      case .leftParenthesis, .leftBracket:
        if depth == 0 { return true }
        depth -= 1
      case .leftBrace, .rightBrace, .semicolon: if depth == 0 { return false }
      default: break
      }
      guard token.rawValue > 0 else { return false }
      token = TokenID(token.rawValue - 1)
    }
  }

  /// The nodes from the file to the innermost body that is open at an offset.
  private func bodies(around offset: UInt32) -> [NodeID] {
    var path: [NodeID] = [.file]
    var length = 1
    var node = NodeID.file
    descent: while true {
      for child in tree.children(of: node) {
        let span = tree.span(of: child)
        // A body that lacks its brace ends with the file.
        guard span.start < offset, offset <= span.end else { continue }
        let isBraced = tree.kind(of: child) == .body || tree.kind(of: child) == .object
        if isBraced, offset == span.end, isClosed(child) { continue }
        path.append(child)
        if tree.kind(of: child) == .body || tree.kind(of: child) == .object { length = path.count }
        node = child
        continue descent
      }
      return Array(path.prefix(length))
    }
  }

  private func isClosed(_ body: NodeID) -> Bool {
    let end = tree.endToken(of: body)
    return end.rawValue > 0 && tree.kind(of: TokenID(end.rawValue - 1)) == .rightBrace
  }

  // MARK: Statements

  private mutating func addStatements(_ context: BodyContext) {
    switch context {
    case .file:
      if isRootFile { addFields(.workspaceFile) }
      for kind in DeclarationKind.allCases {
        add(kind.keyword, .keyword, detail: kind.phrase, Schema.declaration(kind)?.documentation)
      }
      addWords(["cases", "envoy", "export", "for", "if", "let"] + Schema.testKeywords + ["template", "use"])
    case .fields(let fields):
      addFields(fields)
      addWords(isInTemplate ? ["default", "final", "limit", "required"] : ["override"])
      addWords(["for", "if", "let"])
    case .arms: addWords(["for", "if", "let", "otherwise", "under", "when"])
    case .shares, .upstreams: addNames { $0 == .declaration(.upstream) }
    case .requirements: addWords(["for every"])
    case .hatch: addWords(["http-filter", "set"])
    case .native(let type):
      for field in NativeContext.fields(of: type) {
        add(
          field.name, .field, detail: NativeContext.type(of: field), NativeContext.description(of: field, in: type))
      }
    case .unknown: break
    }
  }

  private var isInTemplate: Bool { bodies(around: start).contains { tree.kind(of: $0) == .template } }

  private mutating func addFields(_ context: FieldContext) {
    for field in Schema.fields(in: context) {
      add(field.title, .field, detail: field.signature, SchemaText.description(field))
    }
  }

  // MARK: Inside of statements

  private mutating func addContinuation(behind previous: TokenID, _ path: [NodeID]) {
    switch tree.kind(of: previous) {
    case .arrow: return addTargets(path)
    case .colon where addNativeValues(path): return
    case .keywordWhen, .keywordAnd, .keywordOr, .keywordNot: return addPredicates(path)
    case .dot, .leftBrace: return addExports(path)
    case .leftParenthesis where path.contains(where: { tree.kind(of: $0) == .weighted }):
      return addNames { $0 == .constant || $0 == .parameter || $0 == .variable }
    case .leftParenthesis, .comma: if addParameters(path) { return }
    default: break
    }
    if let index = path.lastIndex(where: { [.modified, .override].contains(tree.kind(of: $0)) }),
      tree.firstToken(of: path[index]) == previous
    {
      if let fields = syntax.fieldContext(syntax.context(in: path[..<index])) { addFields(fields) }
      if tree.kind(of: path[index]) == .override { addWords(["append", "prepend", "remove", "replace"]) }
      return
    }
    if addHatchWords(behind: previous, path) { return }
    if tree.string(of: previous) == "use" {
      for package in analysis.names.packages where !package.isEmpty { add(package, .module) }
      return
    }
    if path.contains(where: { tree.kind(of: $0) == .use }) { return addExports(path) }
    addArguments(behind: previous, path)
  }

  // MARK: Hatches

  /// The values of the field that the place is behind; false where it is no field of a message.
  private mutating func addNativeValues(_ path: [NodeID]) -> Bool {
    guard let index = path.lastIndex(where: { tree.kind(of: $0) == .field }), let view = FieldView(tree, path[index]),
      case .native(let type) = syntax.context(in: path[..<index]),
      let field = NativeContext.field(tree.string(of: view.key), of: type)
    else { return false }
    addWords(NativeContext.values(of: field), .enumMember)
    return true
  }

  /// What goes on in the line of `http-filter` or `set`; false for other statements.
  private mutating func addHatchWords(behind previous: TokenID, _ path: [NodeID]) -> Bool {
    guard let index = path.lastIndex(where: { [.statement, .body].contains(tree.kind(of: $0)) }),
      let statement = StatementView(tree, path[index]), syntax.context(in: path[..<index]) == .hatch
    else { return false }
    let before = statement.arguments.filter { tree.endToken(of: $0) <= TokenID(previous.rawValue + 1) }
    switch (tree.string(of: statement.keywordToken), before.count) {
    case ("set", 0): addWords(["cluster", "http", "route"])
    case ("http-filter", 1): for name in NativeContext.filterMessages { add(name, .class) }
    case ("http-filter", 2): addWords(["after", "before"])
    case ("http-filter", 3): addWords(FilterAnchor.words, .enumMember)
    default: break
    }
    return true
  }

  /// The protocol of the routes that a place is in; nil outside of routes, as in a constant that any may name.
  private func routeProtocol(_ path: [NodeID]) -> RouteProtocol? {
    guard case .arms(let routeProtocol) = syntax.context(in: path[...]) else { return nil }
    return routeProtocol
  }

  /// Where a route or a listener leads.
  private mutating func addTargets(_ path: [NodeID]) {
    let before = path.prefix { tree.kind(of: $0) != .outcome }
    addNames { $0 == .declaration(.upstream) }
    if let node = before.last, tree.kind(of: node) == .statement, let listen = StatementView(tree, node) {
      let words = listen.arguments.compactMap { syntax.word($0) }
      return addRoutes(of: words.compactMap { RouteProtocol(word: $0) }.first)
    }
    addWords((routeProtocol(Array(before)) ?? .http).outcomeWords)
  }

  /// Names of routes for a protocol; all of them where it is not known.
  private mutating func addRoutes(of routeProtocol: RouteProtocol?) {
    let names = analysis.names
    for position in names.visible(in: source) where names.names[position].kind == .declaration(.routes) {
      let name = names.names[position]
      guard let tree = analysis.tree(name.span.source), let routes = StatementView(tree, name.statement) else {
        continue
      }
      let known = SyntaxContext(tree, isRootFile: false).routeProtocol(routes)
      if routeProtocol == nil || known == routeProtocol { add(name) }
    }
  }

  private mutating func addPredicates(_ path: [NodeID]) {
    addWords(Schema.requestFields(of: routeProtocol(path)), .property)
    addWords(["not"])
    addNames { $0 == .constant || $0 == .variable }
  }

  /// Names of the package that a `use` line picks from.
  private mutating func addExports(_ path: [NodeID]) {
    guard let node = path.last(where: { tree.kind(of: $0) == .use }), let use = UseView(tree, node),
      let package = use.path
    else { return }
    for position in analysis.names.exported(by: tree.string(of: package)) { add(analysis.names.names[position]) }
  }

  /// Labels of the template that is applied; false if the place is no argument's start.
  private mutating func addParameters(_ path: [NodeID]) -> Bool {
    let kinds: Set<SyntaxKind> = [.call, .list, .object, .parenthesized, .index, .body]
    guard let call = path.last(where: { kinds.contains(tree.kind(of: $0)) }), tree.kind(of: call) == .call else {
      return false
    }
    let names = analysis.names
    let callee = tree.span(of: NodeID(call.rawValue + 1))
    guard let use = names.uses(in: callee).first(where: { names.names[$0.name].kind == .template }),
      let other = analysis.tree(names.names[use.name].span.source)
    else { return false }
    for name in names.parameters(of: names.names[use.name], other) {
      add(name.text + ":", .property, detail: DeclarationText.head(of: name, other))
    }
    return true
  }

  /// What the signature of the statement expects behind its arguments so far.
  private mutating func addArguments(behind previous: TokenID, _ path: [NodeID]) {
    // In a body that holds no statements of this kind, the statement around it asks for nothing.
    guard let index = path.lastIndex(where: { [.statement, .body].contains(tree.kind(of: $0)) }),
      let statement = StatementView(tree, path[index])
    else { return }
    let context = syntax.context(in: path[..<index])
    let before = statement.arguments.filter { tree.endToken(of: $0) <= TokenID(previous.rawValue + 1) }
    let endsInComma = tree.kind(of: previous) == .comma
    if let kind = syntax.declaration(statement, in: context) { return addDeclarationWords(kind, before) }
    let arguments = syntax.arguments(before)
    let offered = candidates(statement, context).flatMap { $0.expected(behind: arguments, andComma: endsInComma) }
    for expected in offered { add(expected) }
  }

  /// Fields that the statement may become: all of its keyword that this compiler builds.
  private func candidates(_ statement: StatementView, _ context: BodyContext) -> [FieldSchema] {
    guard let fields = syntax.fieldContext(context) else { return [] }
    let keyword = tree.string(of: statement.keywordToken)
    return Schema.fields(in: fields).filter { $0.keyword == keyword }
  }

  /// Behind a declaration's name: `from` and the templates, and behind that of routes `for` and their protocol.
  private mutating func addDeclarationWords(_ kind: DeclarationKind, _ before: [NodeID]) {
    if before.count == 1 { return addWords(kind == .routes ? ["for", "from"] : ["from"]) }
    guard before.count == 2 else { return }
    switch syntax.word(before[1]) {
    case "from": addNames { $0 == .template }
    case "for" where kind == .routes: addWords(RouteProtocol.allCases.filter { $0 != .http }.map(\.word))
    default: break
    }
  }

  private mutating func add(_ expected: FieldSchema.Expected) {
    switch expected {
    case .word(let word): add(word, .keyword)
    case .comma: break
    case .value(_, .word(let choices)): addWords(choices, .enumMember)
    case .value(_, .boolean): addWords(["false", "true"], .enumMember)
    case .value(_, .reference(.routes)):
      addRoutes(of: .http)
      addNames { $0 == .parameter }
    case .value(_, .reference(let kind)): addNames { $0 == .declaration(kind) || $0 == .parameter }
    case .value(_, .package): for package in analysis.names.packages where !package.isEmpty { add(package, .module) }
    case .value(_, .data), .value(_, .textOrData): addWords(["data"])
    case .value: addNames { $0 == .constant || $0 == .parameter || $0 == .variable }
    }
  }

  // MARK: Items

  /// Names that the file sees, and variables whose statement holds the place.
  private mutating func addNames(_ isWanted: (NameIndex.Kind) -> Bool) {
    let names = analysis.names
    for position in names.visible(in: source) where isWanted(names.names[position].kind) { add(names.names[position]) }
    for name in names.names where name.span.source == source && isWanted(name.kind) {
      guard name.kind == .parameter || name.kind == .variable, isVisible(name) else { continue }
      add(name)
    }
  }

  /// Whether a variable is known at the place: it is declared before, in a body or statement around it.
  private func isVisible(_ name: NameIndex.Name) -> Bool {
    guard name.span.end <= start else { return false }
    let path = tree.path(to: name.span.start)
    let owner: NodeID? =
      switch name.kind {
      case .parameter: path.last { tree.kind(of: $0) == .template }
      default:
        path.dropLast().last {
          let kind = tree.kind(of: $0)
          return kind == .forStatement || kind == .body
        }
      }
    guard let owner else { return false }
    let span = tree.span(of: owner)
    return span.start <= start && start <= span.end
  }

  private mutating func add(_ name: NameIndex.Name) {
    let kind: CompletionItem.Kind =
      switch name.kind {
      case .declaration: .class
      case .constant: .constant
      case .template: .function
      case .parameter, .variable: .variable
      }
    let documentation = analysis.tree(name.span.source).map { DeclarationText.documentation(of: name, $0) } ?? []
    add(
      name.text, kind, detail: name.kind.phrase,
      documentation.isEmpty ? nil : documentation.joined(separator: "\n"))
  }

  private mutating func addWords(_ words: [String], _ kind: CompletionItem.Kind = .keyword) {
    for word in words { add(word, kind) }
  }

  private mutating func add(
    _ label: String, _ kind: CompletionItem.Kind, detail: String? = nil, _ documentation: String? = nil
  ) {
    let item = CompletionItem(label: label, kind: kind, detail: detail, documentation: documentation)
    if labels.insert("\(kind.rawValue) \(label)").inserted { items.append(item) }
  }
}
