import EpicBase
import EpicDiagnostics
import EpicSyntax

/// Only what never reached the upstream is tried again whatever its method: after a reset or an answer the first try may
/// have done its work.
enum RetryOfAnyMethodRule: LintRule {
  static let code = DiagnosticCode.retryOfAnyMethod
  static let fix = FixEffect.changesDeployment

  static func check(_ context: LintContext, reporting sink: inout DiagnosticSink) {
    for file in context.files {
      let tree = file.tree
      for node in tree.nodes(of: .statement) {
        guard let view = StatementView(tree, node), tree.string(of: view.keywordToken) == "retry" else { continue }
        let arguments = Array(view.arguments)
        guard let on = arguments.firstIndex(where: { tree.string(of: $0) == "on" }),
          let methods = arguments.firstIndex(where: { tree.string(of: $0) == "methods" }), on < methods,
          methods + 1 < arguments.count, tree.string(of: arguments[methods + 1]) == "any",
          case let end = arguments[on..<methods].firstIndex(where: { tree.string(of: $0) == "within" }) ?? methods,
          let condition = arguments[on + 1..<end].first(where: { tree.string(of: $0) != "connect-failure" })
        else { continue }
        let words = tree.span(of: arguments[methods]).union(tree.span(of: arguments[methods + 1]))
        let removed = SourceSpan(
          source: words.source, start: tree.span(of: arguments[methods - 1]).end, end: words.end)
        sink.report(
          Diagnostic(
            code, "a request of any method is sent again on `\(tree.string(of: condition))`: it may be done twice",
            at: words, secondary: [Annotation(tree.span(of: condition), "the first try may have done its work")],
            help: "leave `methods any` out: idempotent methods are tried again without it",
            fixes: Edits.hasComment(inside: node, of: tree)
              ? [] : [FixIt("leave it out", [TextEdit(removed, replacement: "")])]))
      }
    }
  }
}
