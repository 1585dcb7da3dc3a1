import EpicIR
import EpicSema
import EpicSyntax

/// What kind of statements a body holds: what completion offers there, and what a statement's first word means.
enum BodyContext: Hashable {
  /// The top of a file, and of `if` and `for` there.
  case file
  case fields(FieldContext)
  /// Routes of a protocol.
  case arms(RouteProtocol)
  /// Shares of a `split`, which are upstreams.
  case shares
  /// Statements that start with an upstream's name: what a test says of their health and shares.
  case upstreams
  /// What a policy requires.
  case requirements
  /// Statements of a hatch.
  case hatch
  /// Fields of a message of Envoy's API, by its full name.
  case native(String)
  /// A body that the schema does not know.
  case unknown
}

/// Where a node stands, by the statements around it. Purely of the tree: the same for a file with mistakes.
struct SyntaxContext {
  private let tree: SyntaxTree
  private let isRootFile: Bool

  init(_ tree: SyntaxTree, isRootFile: Bool) {
    self.tree = tree
    self.isRootFile = isRootFile
  }

  /// The context that statements directly inside the last of the nodes stand in. `path` runs from the file inwards.
  func context(in path: ArraySlice<NodeID>) -> BodyContext {
    var context = BodyContext.file
    for node in path {
      switch tree.kind(of: node) {
      case .statement: context = body(of: node, in: context)
      case .template: context = templateBody(node)
      case .casesStatement: context = .fields(.test)
      case .outcome: context = outcomeBody(node, in: context)
      case .field: context = nativeField(node, in: context)
      case .object: if case .native = context { break } else { context = .unknown }
      default: break
      }
    }
    return context
  }

  /// The fields of the schema that a statement in a context may say, by its first words; the best first.
  func fields(_ statement: StatementView, in context: BodyContext) -> [FieldSchema] {
    guard let fields = fieldContext(context) else { return [] }
    let keyword = tree.string(of: statement.keywordToken)
    var words: [String] = []
    for argument in statement.arguments {
      guard let word = word(argument) else { break }
      words.append(word)
    }
    return Schema.fields(in: fields)
      .filter { $0.keyword == keyword && words.starts(with: $0.leadingWords) }
      .sorted { $0.leadingWords.count > $1.leadingWords.count }
  }

  /// The body that the schema knows; the file's own only for the root file.
  func fieldContext(_ context: BodyContext) -> FieldContext? {
    switch context {
    case .fields(let fields): fields
    case .file: isRootFile ? .workspaceFile : nil
    case .shares: .split
    default: nil
    }
  }

  /// The declaration that a statement at the top of a file makes.
  func declaration(_ statement: StatementView, in context: BodyContext) -> DeclarationKind? {
    guard context == .file else { return nil }
    let keyword = tree.string(of: statement.keywordToken)
    return DeclarationKind.allCases.first { $0.keyword == keyword }
  }

  /// The text of a name or reserved word.
  func word(_ node: NodeID) -> String? {
    switch tree.kind(of: node) {
    case .name, .reservedWord: tree.string(of: node)
    default: nil
    }
  }

  /// Nodes as arguments of a signature.
  func arguments(_ nodes: some Sequence<NodeID>) -> [FieldSchema.Argument] {
    nodes.map { FieldSchema.Argument(word: word($0), hasCommaBefore: tree.hasComma(before: $0)) }
  }

  private func body(of node: NodeID, in context: BodyContext) -> BodyContext {
    guard let statement = StatementView(tree, node) else { return .unknown }
    switch context {
    case .hatch: return NativeContext.message(of: statement).map { .native($0) } ?? .unknown
    case .native(let type):
      return native(tree.string(of: statement.keywordToken), of: type, Array(statement.arguments))
    default: break
    }
    if context == .file {
      switch tree.string(of: statement.keywordToken) {
      case "envoy": return .hatch
      case "test": return .fields(.test)
      // What it holds stands as if at the top of the file.
      case "reject": return .file
      case "policy": return .requirements
      default: break
      }
    }
    if let kind = declaration(statement, in: context) {
      return FieldContext(kind).map { .fields($0) } ?? .arms(routeProtocol(statement))
    }
    for field in fields(statement, in: context) {
      if let body = field.body { return .fields(body) }
      if field.holdsRoutes { return .arms(.http) }
      switch field.freeBody {
      case .health, .upstreamShares: return .upstreams
      case .claims, .memberShares: return .unknown
      case nil: break
      }
    }
    return .unknown
  }

  /// What stands in the braces of a field of a message.
  private func nativeField(_ node: NodeID, in context: BodyContext) -> BodyContext {
    guard case .native(let type) = context, let field = FieldView(tree, node) else { return .unknown }
    let key = tree.string(of: field.key)
    return native(key.hasPrefix("\"") ? String(key.dropFirst().dropLast()) : key, of: type, Array(field.arguments))
  }

  private func native(_ name: String, of type: String, _ arguments: [NodeID]) -> BodyContext {
    let typed = arguments.first { tree.kind(of: $0) == .dottedName }.map { tree.string(of: $0) }
    return NativeContext.message(in: name, of: type, typed: typed).map { .native($0) } ?? .unknown
  }

  private func templateBody(_ node: NodeID) -> BodyContext {
    guard let template = TemplateView(tree, node) else { return .unknown }
    for argument in template.arguments {
      let word = tree.string(of: argument)
      guard let kind = DeclarationKind.allCases.first(where: { $0.keyword == word }) else { continue }
      return FieldContext(kind).map { .fields($0) } ?? .arms(.http)
    }
    return .unknown
  }

  /// What `for` behind the name of `routes` says; HTTP where nothing does, or nothing that is known.
  func routeProtocol(_ routes: StatementView) -> RouteProtocol {
    var arguments = routes.arguments
    while let argument = arguments.next() {
      guard tree.kind(of: tree.firstToken(of: argument)) == .keywordFor else { continue }
      return arguments.next().flatMap { RouteProtocol(word: tree.string(of: $0)) } ?? .http
    }
    return .http
  }

  /// The body behind an outcome. Only what becomes of requests has one that says more than shares, and what `listen`
  /// leads to has none.
  private func outcomeBody(_ node: NodeID, in context: BodyContext) -> BodyContext {
    guard let outcome = OutcomeView(tree, node), case .arms(let routeProtocol) = context else { return .unknown }
    if routeProtocol != .http, case .split = outcome.form { return .shares }
    if routeProtocol != .http { return .unknown }
    switch outcome.form {
    case .reference: return .fields(.arm)
    case .respond: return .fields(.respond)
    case .split: return .shares
    case .redirect, .close, .missing: return .unknown
    }
  }
}
