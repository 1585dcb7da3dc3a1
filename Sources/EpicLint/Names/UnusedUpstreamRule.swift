import EpicBase
import EpicDiagnostics
import EpicSema
import EpicSyntax

/// A route leads to each upstream. Exported ones are `UnusedExportRule`'s.
enum UnusedUpstreamRule: LintRule {
  static let code = DiagnosticCode.unusedUpstream
  static let fix = FixEffect.none

  static func check(_ context: LintContext, reporting sink: inout DiagnosticSink) {
    for (name, file) in context.unused([.upstream], isExported: false) {
      sink.report(
        Diagnostic(
          code, "no route leads to upstream `\(name.name)`", at: file.tree.span(of: name.nameNode),
          help: "remove it, or write `-> \(name.name)` where requests are meant for it"))
    }
  }
}
