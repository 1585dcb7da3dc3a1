import EpicBase
import EpicDiagnostics
import EpicIR

/// Routes do not answer requests that none of them knows as if all were well: who watches the edge would not see it.
enum SuccessfulOtherwiseRule: LintRule {
  static let code = DiagnosticCode.successfulOtherwise
  static let fix = FixEffect.none

  static func check(_ context: LintContext, reporting sink: inout DiagnosticSink) {
    for table in context.deployment.routeTables where table.arms.count > 1 {
      for arm in table.arms where arm.name == "otherwise" {
        guard case .respond(let response) = arm.outcome, (200...299).contains(response.status) else { continue }
        sink.report(
          Diagnostic(
            code, "the routes `\(table.identity.name)` answer \(response.status) to what no route knows",
            at: arm.origin,
            help: "write `otherwise -> respond 404`, and a route for each path that is to be answered"))
      }
    }
  }
}
