import EpicBase
import EpicDiagnostics
import EpicIR
import EpicSema

/// A CDN lies beyond the internet: requests reach it through TLS.
enum ClearTextCDNRule: LintRule {
  static let code = DiagnosticCode.clearTextCDN
  static let fix = FixEffect.none

  static func check(_ context: LintContext, reporting sink: inout DiagnosticSink) {
    for cdn in context.program.declarations(of: .cdn) where !cdn.has(.tlsSNI) {
      let host = cdn.field(.host)?.host(.value)?.description ?? "HOST"
      sink.report(
        Diagnostic(
          code, "requests reach cdn `\(cdn.identity.name)` in clear text", at: cdn.nameSpan,
          help: "write `tls sni \(host)`"))
    }
  }
}
