import EpicDiagnostics
import EpicIR

/// A rate limit's key is one that the ingress knows, and at least one limit has a key that a client cannot choose.
enum RateLimitRule: ProofRule {
  static func check(_ context: ProofContext, reporting sink: inout DiagnosticSink) {
    let deployment = context.deployment
    for ingress in deployment.ingresses where ingress.jwtProviders.isEmpty {
      guard let limit = ingress.policy.rateLimits.first(where: { $0.key == .subject }) else { continue }
      report(limit, ingress, context, to: &sink)
    }
    for ingress in deployment.ingresses { checkChoice(ingress.policy.rateLimits, to: &sink) }
    for (index, table) in deployment.routeTables.enumerated() {
      let users = context.users[index].map { deployment.ingresses[$0] }
      for arm in table.arms where !arm.policy.rateLimits.isEmpty {
        if let limit = arm.policy.rateLimits.first(where: { $0.key == .subject }),
          let ingress = users.first(where: \.jwtProviders.isEmpty)
        {
          report(limit, ingress, context, to: &sink)
        }
        // What every user of the table limits already is limited.
        let isLimited =
          !users.isEmpty && users.allSatisfy { $0.policy.rateLimits.contains { !$0.key.isChosenByClient } }
        if !isLimited { checkChoice(arm.policy.rateLimits, to: &sink) }
      }
    }
  }

  private static func report(
    _ limit: RateLimit, _ ingress: Ingress, _ context: ProofContext, to sink: inout DiagnosticSink
  ) {
    sink.report(
      Diagnostic(
        .limitWithoutProvider,
        "`rate-limit … by jwt.sub` counts nothing on ingress `\(ingress.identity.name)`, which knows no tokens",
        at: limit.origin, secondary: [Annotation(ingress.origin.span, "has no `auth jwt`")],
        help: "add `auth jwt NAME { … }` to the ingress, or count `by client`",
        fixes: context.fixes(at: limit.origin) { edits, head in
          edits.replacing(edits.word(behind: "by", in: head), by: "client")
        }))
  }

  private static func checkChoice(_ limits: [RateLimit], to sink: inout DiagnosticSink) {
    guard let first = limits.first, limits.allSatisfy(\.key.isChosenByClient) else { return }
    sink.report(
      Diagnostic(
        .evadedLimit, "a client that leaves the key out, or sends another one each time, is not limited",
        at: first.origin,
        help: "add a limit `by client` or `by ingress` beside it"))
  }
}

extension RateLimit.Key {
  /// Whether a client sends what it likes in the key's place.
  fileprivate var isChosenByClient: Bool { if case .field = self { true } else { false } }
}
