import EpicBase
import EpicDiagnostics
import EpicSyntax

/// A `split` has two branches or more.
enum SplitOfOneRule: LintRule {
  static let code = DiagnosticCode.splitOfOne
  static let fix = FixEffect.changesDeployment

  static func check(_ context: LintContext, reporting sink: inout DiagnosticSink) {
    for file in context.files {
      let tree = file.tree
      for node in tree.nodes(of: .outcome) {
        guard let view = OutcomeView(tree, node), view.form == .split, let body = view.body else { continue }
        let items = tree.parts(of: body)
        let branches = items.filter { tree.kind(of: $0) == .weighted }
        guard branches.count == 1, let branch = branches.first,
          let upstream = WeightedView(tree, branch)?.statement
        else { continue }
        // What more the body says would need a body of its own.
        let text = "-> \(tree.string(of: upstream.node))"
        let edit = items.count == 1 ? Edits.replacement(of: node, by: text, in: tree) : nil
        sink.report(
          Diagnostic(
            code, "a split with one branch sends everything to `\(tree.string(of: upstream.node))`",
            at: tree.span(of: view.wordToken), help: "write `\(text)\(items.count == 1 ? "" : " { … }")`",
            fixes: FixIt.list("write `\(text)`", edit)))
      }
    }
  }
}
