import EpicBase
import EpicDiagnostics
import EpicIR

/// How long a request may take is written down: by the ingress, its template, or every route that leads to an upstream.
enum UnwrittenTimeoutRule: LintRule {
  static let code = DiagnosticCode.unwrittenTimeout
  static let fix = FixEffect.none

  static func check(_ context: LintContext, reporting sink: inout DiagnosticSink) {
    let deployment = context.deployment
    // The first route of each table that says no limit.
    let silent = deployment.routeTables.map { table in
      table.routeProtocol != .http
        ? nil : table.arms.first { !$0.isTunnel && !$0.outcome.upstreams.isEmpty && $0.policy.requestTimeout == nil }
    }
    for ingress in deployment.ingresses where ingress.policy.requestTimeout == nil {
      guard let arm = deployment.routeTables(of: ingress).lazy.compactMap({ silent[$0.index] }).first else { continue }
      sink.report(
        Diagnostic(
          code, "nothing says how long a request to ingress `\(ingress.identity.name)` may take", at: ingress.origin,
          secondary: [Annotation(arm.origin.span, "this route does not say it either")],
          help: "write `timeout request 15s`: without it Envoy's own limit holds, which stands nowhere"))
    }
  }
}
