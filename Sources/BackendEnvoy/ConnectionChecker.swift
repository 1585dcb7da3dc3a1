import EpicDiagnostics
import EpicIR

/// Reports what Envoy cannot do with connections and sessions.
struct ConnectionChecker {
  private let deployment: Deployment

  init(_ deployment: Deployment) { self.deployment = deployment }

  func check(reporting sink: inout DiagnosticSink) {
    for table in deployment.routeTables where table.routeProtocol != .http {
      for arm in table.arms { checkPlace(of: arm, reporting: &sink) }
    }
    for ingress in deployment.ingresses {
      for listener in ingress.listeners where listener.routeProtocol == .udp {
        checkTiers(of: listener, ingress, reporting: &sink)
      }
    }
  }

  /// Envoy looks a connection's place up beside its way to an upstream: the answer comes after the upstream is chosen.
  private func checkPlace(of arm: RouteArm, reporting sink: inout DiagnosticSink) {
    guard let field = placeField(arm.predicate) else { return }
    sink.report(
      Diagnostic(
        .placeOfConnection,
        "route `\(arm.name)` asks a connection for `\(field)`, which Envoy knows only"
          + " after it chose an upstream", at: arm.origin.span,
        help: "ask for `client`, or let HTTP routes decide about the place"))
  }

  private func placeField(_ predicate: EpicIR.Predicate) -> String? {
    switch predicate {
    case .country: "country"
    case .autonomousSystem: "asn"
    case .not(let inner): placeField(inner)
    case .all(let parts), .any(let parts): parts.lazy.compactMap { placeField($0) }.first
    default: nil
    }
  }

  /// A UDP session keeps to one cluster, and an aggregate of clusters is none that it could keep to.
  private func checkTiers(of listener: IngressListener, _ ingress: Ingress, reporting sink: inout DiagnosticSink) {
    for row in deployment.upstreams(of: listener) {
      let upstream = deployment.upstreams[row]
      let groups = UpstreamShape(upstream).groups
      guard groups.count > 1 else { continue }
      sink.report(
        Diagnostic(
          .mixedTiersForUDP,
          "port `\(listener.port)` of ingress `\(ingress.identity.name)` passes UDP to upstream"
            + " `\(upstream.identity.name)`, whose tiers are of addresses and of DNS names", at: listener.origin.span,
          secondary: [
            Annotation(upstream.tiers[groups[1].tiers.lowerBound].origin.span, "another kind than the tier before")
          ],
          help: "write all endpoints as addresses"))
      return
    }
  }
}
