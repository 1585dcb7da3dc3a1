package import EpicBase
package import EpicDiagnostics
package import EpicIR

/// Proves that the whole edge is consistent, before anything is emitted.
package enum Prover {
  /// Runs every rule over the deployment. Time is linear in its size, but for route tables whose arms do not differ in
  /// their paths, where it is bounded by a budget and a warning. `text` gives the source text of a span, for fixes that
  /// move text; without it such fixes are left out.
  package static func prove(
    _ deployment: Deployment, reporting sink: inout DiagnosticSink, text: ((SourceSpan) -> String?)? = nil
  ) {
    let context = ProofContext(deployment, text: text)
    var found = DiagnosticSink()
    for rule in rules { rule.check(context, reporting: &found) }
    report(found.diagnostics, to: &sink)
  }

  /// What is found in a route is reported once, in however many tables the route stands: an ingress that fills a slot
  /// has a table of its own, with the written routes in it.
  private static func report(_ found: [Diagnostic], to sink: inout DiagnosticSink) {
    var seen: Set<RouteFinding> = []
    for diagnostic in found {
      let number = diagnostic.code.name.dropFirst()
      if number.hasPrefix("04"), !seen.insert(RouteFinding(diagnostic)).inserted { continue }
      sink.report(diagnostic)
    }
  }

  /// Every rule; their order does not show, since diagnostics are put in source order.
  private static let rules: [any ProofRule.Type] = [
    PoolRangeRule.self, NodeAddressRule.self, PoolSiteRule.self, AnnouncementRule.self, AnnouncementCountRule.self,
    ListenerRule.self, ProxyHeaderRule.self, HostClaimRule.self, CertificateCoverageRule.self,
    CertificateChallengeRule.self,
    PublicationRule.self, UpstreamMemberRule.self, FeedNameRule.self, HealthTimingRule.self, TimeoutRule.self,
    PodOverlapRule.self, TokenClaimRule.self, RateLimitRule.self, BodyLimitRule.self, GeoDatabaseRule.self,
    TemplateDemandRule.self, SecretNameRule.self, RouteHostRule.self, PathExpressionRule.self,
    RouteReachabilityRule.self, RouteOverlapRule.self, RouteProtocolRule.self, ConnectionUpstreamRule.self,
    TunnelAuthRule.self,
    ServantRule.self, ForwardedHeaderRule.self,
  ]
}

/// What makes two findings about routes one mistake.
private struct RouteFinding: Hashable {
  private let code: String
  private let span: SourceSpan
  private let message: String

  init(_ diagnostic: Diagnostic) {
    code = diagnostic.code.name
    span = diagnostic.primary.span
    message = diagnostic.message
  }
}

/// One thing that is proved.
protocol ProofRule: Sendable {
  static func check(_ context: ProofContext, reporting sink: inout DiagnosticSink)
}

/// What rules share: the deployment, and who uses what.
struct ProofContext {
  let deployment: Deployment
  let text: ((SourceSpan) -> String?)?
  /// Ingresses that use each route table for its own protocol, by the table's row, in order.
  let users: [[Int]]

  init(_ deployment: Deployment, text: ((SourceSpan) -> String?)?) {
    self.deployment = deployment
    self.text = text
    var users = [[Int]](repeating: [], count: deployment.routeTables.count)
    for (index, ingress) in deployment.ingresses.enumerated() {
      for listener in ingress.listeners {
        guard let table = listener.routes,
          deployment.routeTables[table].routeProtocol == listener.routeProtocol, users[table.index].last != index
        else { continue }
        users[table.index].append(index)
      }
    }
    self.users = users
  }
}

extension Diagnostic {
  /// A finding about a value: where it was written and, where that is a template or a loop, what it came through.
  init(
    _ code: DiagnosticCode, _ message: String, at origin: Origin, label: String = "", secondary: [Annotation] = [],
    notes: [String] = [], help: String? = nil, fixes: [FixIt] = []
  ) {
    let chain = origin.application.map { [Annotation($0, "comes through this")] } ?? []
    self.init(
      code, message, at: origin.span, label: label, secondary: secondary + chain, notes: notes, help: help, fixes: fixes
    )
  }
}
