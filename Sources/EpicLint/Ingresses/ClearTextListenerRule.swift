import EpicBase
import EpicDiagnostics
import EpicIR

/// Where there is TLS, clear text leads to it.
enum ClearTextListenerRule: LintRule {
  static let code = DiagnosticCode.clearTextListener
  static let fix = FixEffect.none

  static func check(_ context: LintContext, reporting sink: inout DiagnosticSink) {
    var reported: Set<SourceSpan> = []
    for ingress in context.deployment.ingresses {
      let tls = ingress.listeners.first { if case .https = $0.service { true } else { false } }
      guard let tls else { continue }
      for listener in ingress.listeners {
        // One line of a template is one finding, however many ingresses are made from it.
        guard case .http = listener.service, reported.insert(listener.origin.span).inserted else { continue }
        sink.report(
          Diagnostic(
            code,
            "port \(listener.port) of ingress `\(ingress.identity.name)` serves in clear text what port \(tls.port) "
              + "serves through TLS", at: listener.origin,
            secondary: [Annotation(tls.origin.span, "the listener with TLS")],
            help: "write `listen http \(listener.port) redirect https`"))
      }
    }
  }
}
