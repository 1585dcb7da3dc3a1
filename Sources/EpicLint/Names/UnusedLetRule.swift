import EpicBase
import EpicDiagnostics
import EpicSyntax

/// A constant is mentioned somewhere. Exported ones are `UnusedExportRule`'s.
enum UnusedLetRule: LintRule {
  static let code = DiagnosticCode.unusedLet
  static let fix = FixEffect.keepsDeployment

  static func check(_ context: LintContext, reporting sink: inout DiagnosticSink) {
    for file in context.files {
      let tree = file.tree
      var declared: Set<NodeID> = []
      for name in file.declarations {
        guard case .constant = name.space else { continue }
        declared.insert(name.statement)
        if name.isExported || context.mentioned.contains(name.name) { continue }
        report(name.statement, name.nameNode, in: tree, to: &sink)
      }
      for body in tree.nodes(of: .body) {
        for node in tree.children(of: body) where tree.kind(of: node) == .letStatement && !declared.contains(node) {
          guard let name = LetView(tree, node)?.name else { continue }
          // Its own value may mention the name of another that it hides.
          let start = tree.next(after: node).rawValue
          let rest = start..<max(start, tree.next(after: body).rawValue)
          if file.names.mentions(tree.string(of: name), within: rest) { continue }
          report(node, name, in: tree, to: &sink)
        }
      }
    }
  }

  private static func report(
    _ node: NodeID, _ name: NodeID, in tree: SyntaxTree, to sink: inout DiagnosticSink
  ) {
    sink.report(
      Diagnostic(
        code, "the constant `\(tree.string(of: name))` is never mentioned", at: tree.span(of: name),
        help: "remove it", fixes: FixIt.list("remove it", Edits.removal(of: node, in: tree))))
  }
}
