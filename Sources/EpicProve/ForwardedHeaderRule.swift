import EpicDiagnostics
import EpicIR

/// Routes ask for no header that the edge sets behind them: what `auth` found out, for upstreams.
enum ForwardedHeaderRule: ProofRule {
  static func check(_ context: ProofContext, reporting sink: inout DiagnosticSink) {
    let deployment = context.deployment
    for (index, table) in deployment.routeTables.enumerated() {
      let users = context.users[index].map { deployment.ingresses[$0] }.filter { !$0.forwardedHeaders.isEmpty }
      for arm in users.isEmpty ? [] : table.arms {
        var asked: [String] = []
        collect(arm.predicate, &asked)
        for limit in arm.policy.rateLimits {
          if case .field(.header(let name)) = limit.key { asked.append(name) }
        }
        guard !asked.isEmpty,
          let user = users.first(where: { !$0.forwardedHeaders.allSatisfy { !asked.contains($0) } }),
          let name = user.forwardedHeaders.first(where: asked.contains)
        else { continue }
        sink.report(
          Diagnostic(
            .forwardedHeaderAsked,
            "route `\(arm.name)` asks for `\(name)`, which ingress `\(user.identity.name)` sets for upstreams alone",
            at: arm.origin, secondary: [Annotation(user.origin.span, "uses these routes")],
            help: "a client's own is taken out, and routes are chosen before the edge sets it"))
      }
    }
  }

  private static func collect(_ predicate: Predicate, _ names: inout [String]) {
    switch predicate {
    case .not(let inner): collect(inner, &names)
    case .all(let parts), .any(let parts): for part in parts { collect(part, &names) }
    case .text(.header(let name), _): names.append(name)
    case .cohort(let test):
      for case .header(let name) in test.keys { names.append(name) }
    default: break
    }
  }
}
