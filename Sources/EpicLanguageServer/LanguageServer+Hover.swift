import EpicBase
import EpicCompiler
import EpicDiagnostics
import EpicEnvoyAPI
import EpicSema
import EpicSyntax

/// `textDocument/hover`: what a name stands for, what a word of the schema means, what an argument has to be, and the
/// page of a finding.
extension LanguageServer {
  mutating func hover(_ parameters: JSONValue) throws(RequestError) -> JSONValue {
    let position = try LanguageServer.position(parameters["position"])
    guard let target = try analyzed(parameters, withFindings: true) else { return .null }
    let offset = UInt32(clamping: target.document.lines.offset(of: position, encoding))
    var locator = locator(target.analysis, target.ground)
    var sections: [String] = []
    var span: SourceSpan?
    if let (_, uses) = try names(at: parameters) {
      for position in Set(uses.map(\.name)).sorted() { sections.append(description(of: position, target)) }
      span = uses.first?.span
    } else if let named = target.analysis.names.package(at: offset, in: target.source) {
      sections.append(LanguageServer.description(of: named.path, target.analysis))
      span = named.span
    } else if let (text, word) = nativeDescription(at: offset, target) ?? schemaDescription(at: offset, target) {
      sections.append(text)
      span = word
    }
    for finding in shownFindings(target.analysis, target.ground) where finding.primary.span.source == target.source {
      guard finding.primary.span.start <= offset, offset <= finding.primary.span.end else { continue }
      guard let page = DiagnosticPages.page(for: finding.code.name) else { continue }
      if !sections.contains(page.text) { sections.append(page.text) }
      span = span ?? finding.primary.span
    }
    guard !sections.isEmpty else { return .null }
    return .object([
      "contents": .object([
        "kind": .string("markdown"), "value": .string(sections.joined(separator: "\n\n---\n\n")),
      ]),
      "range": span.map { locator.range($0) },
    ])
  }

  /// A declared name: its head as written, what it is, and what its author says of it.
  private func description(of position: Int, _ target: DocumentAnalysis) -> String {
    let name = target.analysis.names.names[position]
    var text = ""
    var documentation: [String] = []
    if let tree = target.analysis.tree(name.span.source) {
      text = "```epic\n\(DeclarationText.head(of: name, tree))\n```\n\n"
      documentation = DeclarationText.documentation(of: name, tree)
    }
    text += name.kind.phrase
    if case .declaration = name.kind, !name.package.isEmpty { text += " of package `\(name.package)`" }
    if let path = target.analysis.sources.file(name.span.source)?.path, name.span.source != target.source {
      text += ", declared in `\(path)`"
    }
    if !documentation.isEmpty { text += "\n\n" + documentation.joined(separator: "\n") }
    return text
  }

  /// The name of a field of Envoy's API at an offset.
  private func nativeDescription(at offset: UInt32, _ target: DocumentAnalysis) -> (String, SourceSpan)? {
    let tree = target.tree
    let path = tree.path(to: offset)
    guard let index = path.lastIndex(where: { [.statement, .field].contains(tree.kind(of: $0)) }) else { return nil }
    let token = tree.firstToken(of: path[index])
    let span = tree.span(of: token)
    guard span.start <= offset, offset <= span.end else { return nil }
    let context = SyntaxContext(tree, isRootFile: false).context(in: path[..<index])
    if let text = NativeContext.description(of: tree.string(of: token), in: context) { return (text, span) }
    guard case .native(let type) = context, let field = NativeContext.field(tree.string(of: token), of: type)
    else { return nil }
    return (NativeContext.description(of: field, in: type), span)
  }

  /// The word at an offset by the schema: a declaration's keyword, a field's, or an argument of one.
  private func schemaDescription(at offset: UInt32, _ target: DocumentAnalysis) -> (String, SourceSpan)? {
    let tree = target.tree
    let path = tree.path(to: offset)
    guard let index = path.lastIndex(where: { tree.kind(of: $0) == .statement }),
      let statement = StatementView(tree, path[index])
    else { return nil }
    let isRootFile = places[target.document.uri]?.path == "workspace.epic"
    let syntax = SyntaxContext(tree, isRootFile: isRootFile)
    let context = syntax.context(in: path[..<index])
    let head = tree.span(of: statement.keywordToken)
    if head.start <= offset, offset <= head.end {
      if let kind = syntax.declaration(statement, in: context), let schema = Schema.declaration(kind) {
        var text = "\(schema.documentation)\n\n```epic\n\(schema.example)\n```"
        var arguments = statement.arguments
        if let name = arguments.next() {
          text += SchemaText.unwritten(target.analysis.declarations(named: tree.span(of: name)))
        }
        return (text, head)
      }
      if let field = syntax.fields(statement, in: context).first { return (SchemaText.description(field), head) }
      return nil
    }
    let arguments = Array(statement.arguments)
    guard
      let place = arguments.firstIndex(where: {
        let span = tree.span(of: $0)
        return span.start <= offset && offset <= span.end
      })
    else { return nil }
    for field in syntax.fields(statement, in: context) {
      let expected = field.expected(asLastOf: syntax.arguments(arguments[...place]))
      guard let first = expected.first else { continue }
      let span = tree.span(of: arguments[place])
      guard case .value(let slot, let type) = first else { return (SchemaText.description(field), span) }
      return ("\(SchemaText.value(slot, type, of: field))\n\n" + SchemaText.description(field, withValues: false), span)
    }
    return nil
  }
}

/// Declarations for people.
enum DeclarationText {
  /// The declaring statement without its body, on one line and no longer than a line.
  static func head(of name: NameIndex.Name, _ tree: SyntaxTree) -> String {
    var span = tree.span(of: name.statement)
    switch name.kind {
    case .declaration, .template:
      for child in tree.children(of: name.statement) where tree.kind(of: child) == .body {
        span.end = tree.start(of: tree.firstToken(of: child))
      }
    case .parameter:
      if let node = tree.path(to: name.span.start).last(where: { tree.kind(of: $0) == .parameter }) {
        span = tree.span(of: node)
      }
    case .variable:
      let kinds: Set<SyntaxKind> = [.letStatement, .forStatement]
      if let node = tree.path(to: name.span.start).last(where: { kinds.contains(tree.kind(of: $0)) }) {
        span = tree.span(of: node)
        if let body = tree.child(of: node, kind: .body) { span.end = tree.start(of: tree.firstToken(of: body)) }
      }
    case .constant: break
    }
    let words = tree.string(in: span).split { $0 == " " || $0 == "\n" || $0 == "\r\n" || $0 == "\t" }
    let text = (name.isExported ? "export " : "") + words.joined(separator: " ")
    return text.count > 200 ? text.prefix(199) + "…" : text
  }

  /// The `///` lines above the declaration, or above the `export` before it.
  static func documentation(of name: NameIndex.Name, _ tree: SyntaxTree) -> [String] {
    let node = name.statement
    if node.rawValue > 0, tree.kind(of: NodeID(node.rawValue - 1)) == .export {
      return tree.documentation(of: NodeID(node.rawValue - 1))
    }
    switch name.kind {
    case .parameter, .variable: return []
    default: return tree.documentation(of: node)
    }
  }
}
