import EpicBase
import EpicCompiler
import EpicSema
import EpicSyntax

/// `textDocument/signatureHelp`: the parameters of the template that is applied at the position.
extension LanguageServer {
  mutating func signatureHelp(_ parameters: JSONValue) throws(RequestError) -> JSONValue {
    let position = try LanguageServer.position(parameters["position"])
    guard let target = try analyzed(parameters) else { return .null }
    let offset = UInt32(clamping: target.document.lines.offset(of: position, encoding))
    let tree = target.tree
    guard let open = LanguageServer.openParenthesis(before: offset, tree), open.rawValue > 0 else { return .null }
    let names = target.analysis.names
    let callee = tree.span(of: TokenID(open.rawValue - 1))
    guard
      let use = names.uses(in: callee).first(where: {
        let name = names.names[$0.name]
        return name.kind == .template && $0.span.end == callee.end && $0.span != name.span
      }),
      let declaring = target.analysis.tree(names.names[use.name].span.source)
    else { return .null }
    let template = names.names[use.name]
    let formal = names.parameters(of: template, declaring)
    let heads = formal.map { DeclarationText.head(of: $0, declaring) }
    let documentation = DeclarationText.documentation(of: template, declaring)
    var signature: [JSONMember] = [
      JSONMember(name: "label", value: .string("\(template.text)(\(heads.joined(separator: ", ")))")),
      JSONMember(name: "parameters", value: .array(heads.map { .object(["label": .string($0)]) })),
    ]
    if !documentation.isEmpty {
      let text = JSONValue.object([
        "kind": .string("markdown"), "value": .string(documentation.joined(separator: "\n")),
      ])
      signature.append(JSONMember(name: "documentation", value: text))
    }
    return .object([
      "signatures": .array([JSONValue(.object(signature))]), "activeSignature": .number(0),
      "activeParameter": .number(LanguageServer.argument(from: open, to: offset, tree, formal.map(\.text))),
    ])
  }

  /// The `(` that is open at an offset. Looks back over one statement's tokens.
  private static func openParenthesis(before offset: UInt32, _ tree: SyntaxTree) -> TokenID? {
    var token = tree.token(at: offset)
    var depth = 0
    while true {
      // What starts at the offset is behind it.
      if tree.start(of: token) < offset {
        switch tree.kind(of: token) {
        case .rightParenthesis, .rightBracket, .rightBrace: depth += 1
        case .leftParenthesis:
          if depth == 0 { return token }
          depth -= 1
        case .leftBracket, .leftBrace:
          if depth == 0 { return nil }
          depth -= 1
        case .semicolon where depth == 0: return nil
        default: break
        }
      }
      guard token.rawValue > 0 else { return nil }
      token = TokenID(token.rawValue - 1)
    }
  }

  /// Which parameter the argument at an offset is for: the one that its label names, otherwise the one of its position.
  private static func argument(
    from open: TokenID, to offset: UInt32, _ tree: SyntaxTree, _ names: [String]
  ) -> Int {
    var token = TokenID(open.rawValue + 1)
    var depth = 0
    var position = 0
    var first = token
    while tree.start(of: token) < offset, tree.kind(of: token) != .endOfFile {
      switch tree.kind(of: token) {
      case .leftParenthesis, .leftBracket, .leftBrace: depth += 1
      case .rightParenthesis, .rightBracket, .rightBrace: depth -= 1
      case .comma where depth == 0:
        position += 1
        first = TokenID(token.rawValue + 1)
      default: break
      }
      token = TokenID(token.rawValue + 1)
    }
    if tree.kind(of: first) != .endOfFile, tree.kind(of: TokenID(first.rawValue + 1)) == .colon,
      let named = names.firstIndex(of: tree.string(of: first))
    {
      return named
    }
    return position
  }
}

extension NameIndex {
  /// The parameters of a template, in order. `tree` is that of the template's file.
  func parameters(of template: Name, _ tree: SyntaxTree) -> [Name] {
    let span = tree.span(of: template.statement)
    return names.filter {
      $0.kind == .parameter && $0.span.source == span.source && span.start <= $0.span.start && $0.span.end <= span.end
    }
  }
}
