import EpicDiagnostics
import EpicIR

/// Routes that ask for a token's claim are used by ingresses that know who vouches for it.
enum TokenClaimRule: ProofRule {
  static func check(_ context: ProofContext, reporting sink: inout DiagnosticSink) {
    let deployment = context.deployment
    for (index, table) in deployment.routeTables.enumerated() {
      for position in table.arms.indices {
        let arm = table.arms[position]
        guard let provider = claim(in: arm.predicate) else { continue }
        for user in context.users[index] {
          if check(arm, provider, deployment.ingresses[user], context, to: &sink) { break }
        }
      }
    }
  }

  /// Whether something was reported.
  private static func check(
    _ arm: RouteArm, _ provider: String?, _ ingress: Ingress, _ context: ProofContext, to sink: inout DiagnosticSink
  ) -> Bool {
    let names = ingress.jwtProviders.map(\.name)
    if let provider {
      if names.contains(provider) { return false }
      sink.report(
        Diagnostic(
          .unknownProvider,
          "route `\(arm.name)` asks for a claim of `\(provider)`, and ingress `\(ingress.identity.name)` has no such"
            + " `auth jwt`", at: arm.origin, secondary: [Annotation(ingress.origin.span, "uses these routes")],
          help: names.isEmpty
            ? "add `auth jwt \(provider) { … }` to the ingress"
            : "write one of \(names.map { "`\($0)`" }.joined(separator: ", "))",
          fixes: names.flatMap { name in
            context.fixes(at: arm.origin) { $0.replacing($0.place(of: "jwt(\(provider))", in: $1), by: "jwt(\(name))") }
          }))
      return true
    }
    if names.count == 1 { return false }
    if names.isEmpty {
      sink.report(
        Diagnostic(
          .claimWithoutProvider,
          "route `\(arm.name)` asks for a token's claim, and ingress `\(ingress.identity.name)` knows no tokens",
          at: arm.origin, secondary: [Annotation(ingress.origin.span, "uses these routes without `auth jwt`")],
          help: "add `auth jwt NAME { … }` to the ingress, or give it other routes"))
    } else {
      sink.report(
        Diagnostic(
          .ambiguousProvider,
          "route `\(arm.name)` asks for a token's claim, and ingress `\(ingress.identity.name)` has \(names.count)"
            + " `auth jwt`", at: arm.origin,
          secondary: ingress.jwtProviders.prefix(3).map { Annotation($0.origin.span, "one of them") },
          help: "say whose claim it is: `jwt(\(names[0]))`",
          fixes: names.flatMap { name in
            context.fixes(at: arm.origin) { $0.replacing($0.place(of: "jwt.", in: $1), by: "jwt(\(name)).") }
          }))
    }
    return true
  }

  /// The first claim that the predicate asks for: the name of its provider, or nil inside where none is written.
  private static func claim(in predicate: Predicate) -> String?? {
    switch predicate {
    case .text(let field, _): return provider(of: field)
    case .cohort(let test):
      for key in test.keys {
        if let found = provider(of: key) { return .some(found) }
      }
      return nil
    case .not(let inner): return claim(in: inner)
    case .all(let parts), .any(let parts):
      for part in parts {
        if let found = claim(in: part) { return .some(found) }
      }
      return nil
    default: return nil
    }
  }

  private static func provider(of field: TextField) -> String?? {
    if case .jwtClaim(let provider, _) = field { .some(provider) } else { nil }
  }
}
