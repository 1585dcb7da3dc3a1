import EpicBase
import EpicDiagnostics
import EpicSema
import EpicSyntax

/// An ingress takes each `routes` declaration. Exported ones are `UnusedExportRule`'s.
enum UnusedRoutesRule: LintRule {
  static let code = DiagnosticCode.unusedRoutes
  static let fix = FixEffect.none

  static func check(_ context: LintContext, reporting sink: inout DiagnosticSink) {
    for (name, file) in context.unused([.routes], isExported: false) {
      sink.report(
        Diagnostic(
          code, "no ingress takes the routes `\(name.name)`", at: file.tree.span(of: name.nameNode),
          help: "remove them, or write `routes \(name.name)` in an ingress"))
    }
  }
}
