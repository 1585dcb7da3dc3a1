import EpicBase
import EpicDiagnostics
import EpicSyntax

/// What has a share takes requests.
enum ZeroShareRule: LintRule {
  static let code = DiagnosticCode.zeroShare
  static let fix = FixEffect.none

  static func check(_ context: LintContext, reporting sink: inout DiagnosticSink) {
    for file in context.files {
      let tree = file.tree
      for node in tree.nodes(of: .weighted) {
        guard let view = WeightedView(tree, node), view.percentage?.partsPerMillion == 0 else {
          continue
        }
        sink.report(
          Diagnostic(
            code, "a share of `\(tree.string(of: view.share))` takes no request", at: tree.span(of: node),
            help: "remove the line, or give it a share"))
      }
    }
  }
}
