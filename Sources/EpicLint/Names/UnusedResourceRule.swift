import EpicBase
import EpicDiagnostics
import EpicSema
import EpicSyntax

/// Something draws on each of the platform's resources. Exported ones are `UnusedExportRule`'s.
enum UnusedResourceRule: LintRule {
  static let code = DiagnosticCode.unusedResource
  static let fix = FixEffect.none

  static func check(_ context: LintContext, reporting sink: inout DiagnosticSink) {
    for (name, file) in context.unused([.cdn, .engine, .issuer, .kubernetes, .pool, .zone], isExported: false) {
      sink.report(
        Diagnostic(
          code, "\(name.keyword) `\(name.name)` is neither used nor granted to a tenant",
          at: file.tree.span(of: name.nameNode),
          help: "remove it, or grant it: `may use \(name.keyword) \(name.name)`"))
    }
  }
}
