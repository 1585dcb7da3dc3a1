import EpicBase
import EpicDiagnostics
import EpicIR

/// Where an upstream has somewhere else to go, something tells it when to go there. Pods that are not ready leave their
/// Service, so only written endpoints and CDNs need a health check.
enum UncheckedEndpointsRule: LintRule {
  static let code = DiagnosticCode.uncheckedEndpoints
  static let fix = FixEffect.none

  static func check(_ context: LintContext, reporting sink: inout DiagnosticSink) {
    for upstream in context.deployment.upstreams where upstream.health == nil {
      let name = upstream.identity.name
      let tiers = upstream.tiers
      if let tier = tiers.first(where: { $0.writtenEndpoints > 1 }) {
        sink.report(
          Diagnostic(
            code, "upstream `\(name)` has \(tier.writtenEndpoints) endpoints and no health check", at: tier.origin,
            help: "write `health tcp` or `health http GET /healthz`: one that is down keeps its requests otherwise"))
      } else if let tier = tiers.dropLast().first(where: { $0.isWritten }) {
        sink.report(
          Diagnostic(
            code, "upstream `\(name)` has no health check: nothing tells when its next tier is to take over",
            at: tier.origin, help: "write `health tcp` or `health http GET /healthz`"))
      }
    }
  }
}

extension UpstreamTier {
  /// Number of endpoints that stand in the text.
  fileprivate var writtenEndpoints: Int {
    members.reduce(0) { count, member in
      if case .endpoints(let endpoints) = member.source { count + endpoints.count } else { count }
    }
  }

  /// Whether no member's endpoints come and go at run time.
  fileprivate var isWritten: Bool {
    members.allSatisfy { if case .kubernetes = $0.source { false } else { true } }
  }
}
