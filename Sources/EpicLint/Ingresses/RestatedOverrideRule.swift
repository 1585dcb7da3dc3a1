import EpicBase
import EpicDiagnostics
import EpicSyntax

/// An `override` changes what the template says.
///
/// Compared as text: of statements that stand directly in the template's body, that no list edit of the template changes,
/// and that mention no constant, variable or parameter of any file, so that equal text is an equal value.
enum RestatedOverrideRule: LintRule {
  static let code = DiagnosticCode.restatedOverride
  static let fix = FixEffect.keepsDeployment

  static func check(_ context: LintContext, reporting sink: inout DiagnosticSink) {
    let templates = Templates(context)
    for file in context.files {
      let tree = file.tree
      for name in file.declarations {
        guard let view = StatementView(tree, name.statement), let body = view.body,
          let statements = templates.statements(ofTemplateOf: view, tree)
        else { continue }
        for node in tree.children(of: body) {
          guard let override = OverrideView(tree, node), override.edit == nil, let statement = override.statement,
            let other = statements[tree.words(of: statement.node)], templates.isConstant(statement.node, tree)
          else { continue }
          sink.report(
            Diagnostic(
              code, "the template says `\(tree.words(of: statement.node))` already", at: tree.span(of: statement.node),
              secondary: [Annotation(other, "it says so here")], help: "remove the `override`",
              fixes: FixIt.list("remove the `override`", Edits.removal(of: node, in: tree))))
        }
      }
    }
  }

  /// The templates of the workspace whose names stand for one of them alone.
  private struct Templates {
    /// By name: statement -> where.
    private var statements: [String: [String: SourceSpan]] = [:]
    /// Names of constants, variables and parameters.
    private var variables: Set<String> = []

    init(_ context: LintContext) {
      var seen: Set<String> = []
      for file in context.files {
        let tree = file.tree
        for index in tree.nodeRecords.indices {
          let node = NodeID(UInt32(truncatingIfNeeded: index))
          switch tree.kind(of: node) {
          case .letStatement: note(LetView(tree, node)?.name, tree)
          case .forStatement: note(ForView(tree, node)?.variable, tree)
          case .parameter: note(ParameterView(tree, node)?.name, tree)
          default: break
          }
        }
        for name in file.declarations {
          guard case .template = name.space else { continue }
          if !seen.insert(name.name).inserted {
            statements[name.name] = nil
          } else if let body = TemplateView(tree, name.statement)?.body {
            statements[name.name] = Templates.statements(of: body, tree)
          }
        }
      }
    }

    private mutating func note(_ name: NodeID?, _ tree: SyntaxTree) {
      if let name { variables.insert(tree.string(of: name)) }
    }

    /// What the body says outright.
    private static func statements(of body: NodeID, _ tree: SyntaxTree) -> [String: SourceSpan] {
      let edited = editedKeywords(of: body, tree)
      var result: [String: SourceSpan] = [:]
      for node in tree.children(of: body) {
        var statement = tree.kind(of: node) == .statement ? node : nil
        if let modified = ModifiedView(tree, node), modified.modifier == .default {
          statement = modified.statement?.node
        } else if let override = OverrideView(tree, node), override.edit == nil {
          statement = override.statement?.node
        }
        guard let statement, tree.child(of: statement, kind: .body) == nil,
          !edited.contains(tree.string(of: tree.firstToken(of: statement)))
        else { continue }
        result[tree.words(of: statement)] = tree.span(of: statement)
      }
      return result
    }

    /// Keywords of the lists that the body, or a condition or loop in it, appends to, prepends to, takes from or replaces.
    private static func editedKeywords(of body: NodeID, _ tree: SyntaxTree) -> Set<String> {
      var result: Set<String> = []
      var node = body
      while node < tree.next(after: body) {
        if let modified = ModifiedView(tree, node), let statement = modified.statement {
          switch modified.modifier {
          case .append, .prepend, .remove, .replace: result.insert(tree.string(of: statement.keywordToken))
          default: break
          }
        }
        node = NodeID(node.rawValue + 1)
      }
      return result
    }

    /// What the template that a declaration names says outright.
    func statements(ofTemplateOf view: StatementView, _ tree: SyntaxTree) -> [String: SourceSpan]? {
      var arguments = view.arguments
      _ = arguments.next()
      guard let word = arguments.next(), tree.string(of: word) == "from", let call = arguments.next() else {
        return nil
      }
      let callee = tree.string(of: tree.firstToken(of: call)).split(separator: ".").last.map(String.init)
      return callee.flatMap { statements[$0] }
    }

    /// Whether nothing in the statement depends on where it stands.
    func isConstant(_ node: NodeID, _ tree: SyntaxTree) -> Bool {
      var token = tree.firstToken(of: node)
      while token < tree.endToken(of: node) {
        let text = tree.string(of: token)
        if text.contains("${") { return false }
        switch tree.kind(of: token) {
        case .name: if variables.contains(text) { return false }
        case .dottedName:
          if text.split(separator: ".").contains(where: { variables.contains(String($0)) }) { return false }
        default: break
        }
        token = TokenID(token.rawValue + 1)
      }
      return true
    }
  }
}
