import EpicBase
import EpicDiagnostics
import EpicSema
import EpicSyntax

/// An ingress shows each certificate. Exported ones are `UnusedExportRule`'s.
enum UnusedCertificateRule: LintRule {
  static let code = DiagnosticCode.unusedCertificate
  static let fix = FixEffect.none

  static func check(_ context: LintContext, reporting sink: inout DiagnosticSink) {
    for (name, file) in context.unused([.certificate], isExported: false) {
      sink.report(
        Diagnostic(
          code, "no ingress shows certificate `\(name.name)`, which is issued and renewed all the same",
          at: file.tree.span(of: name.nameNode),
          help: "remove it, or write `tls certificate \(name.name)` in an ingress"))
    }
  }
}
