import EpicDiagnostics
import EpicIR

/// An upstream that a listener without HTTP leads to says nothing that only requests can carry.
enum ConnectionUpstreamRule: ProofRule {
  static func check(_ context: ProofContext, reporting sink: inout DiagnosticSink) {
    let deployment = context.deployment
    var reported: Set<RowID<Upstream>> = []
    // Known once a fix asks for them.
    var ofRequests: Set<RowID<Upstream>>?
    for ingress in deployment.ingresses {
      for listener in ingress.listeners where listener.routeProtocol != .http {
        // Routes of another protocol are a finding by themselves.
        if let routes = listener.routes, deployment.routeTables[routes].routeProtocol != listener.routeProtocol {
          continue
        }
        for row in deployment.upstreams(of: listener) {
          let upstream = deployment.upstreams[row]
          guard let finding = finding(upstream, listener.routeProtocol), reported.insert(row).inserted else { continue }
          var fixes: [FixIt] = []
          if finding.isProtocol {
            let known = ofRequests ?? requestUpstreams(deployment)
            ofRequests = known
            if !known.contains(row) { fixes = withoutProtocol(upstream, context) }
          }
          sink.report(
            Diagnostic(
              .upstreamForRequestsOnly,
              "port `\(listener.port)` of ingress `\(ingress.identity.name)` passes \(listener.routeProtocol.things) to"
                + " upstream `\(upstream.identity.name)`, \(finding.what)", at: listener.origin,
              secondary: [Annotation(finding.origin.span, finding.label)], help: finding.help, fixes: fixes))
        }
      }
    }
    checkTunnels(deployment, &reported, to: &sink)
  }

  /// The bytes of a tunnel are those of a TCP connection.
  private static func checkTunnels(
    _ deployment: Deployment, _ reported: inout Set<RowID<Upstream>>, to sink: inout DiagnosticSink
  ) {
    for table in deployment.routeTables {
      for arm in table.arms where arm.isTunnel {
        for row in arm.outcome.upstreams {
          let upstream = deployment.upstreams[row]
          guard let finding = finding(upstream, .tcp), reported.insert(row).inserted else { continue }
          sink.report(
            Diagnostic(
              .upstreamForRequestsOnly,
              "route `\(arm.name)` passes a tunnel's bytes to upstream `\(upstream.identity.name)`, \(finding.what)",
              at: arm.origin, secondary: [Annotation(finding.origin.span, finding.label)], help: finding.help))
        }
      }
    }
  }

  private struct Finding {
    var what: String
    var label: String
    var origin: Origin
    var help: String
    /// Whether it is `protocol h2`.
    var isProtocol = false
  }

  /// The upstreams that requests go to.
  private static func requestUpstreams(_ deployment: Deployment) -> Set<RowID<Upstream>> {
    var found: Set<RowID<Upstream>> = []
    for table in deployment.routeTables where table.routeProtocol == .http {
      for arm in table.arms { found.formUnion(arm.upstreams) }
    }
    return found
  }

  /// Takes `protocol h2` out of an upstream that requests do not go to.
  private static func withoutProtocol(_ upstream: Upstream, _ context: ProofContext) -> [FixIt] {
    context.fixes(at: upstream.origin) { edits, head in
      guard let body = edits.body(behind: head), let statement = edits.statement("protocol h2", in: body) else {
        return []
      }
      return edits.removing(statement, "take `protocol h2` out")
    }
  }

  private static func finding(_ upstream: Upstream, _ routeProtocol: RouteProtocol) -> Finding? {
    for tier in upstream.tiers {
      for member in tier.members {
        guard case .cdn = member.source else { continue }
        return Finding(
          what: "which has a CDN: it answers HTTP requests only", label: "the CDN", origin: member.origin,
          help: "lead to an upstream of addresses, names or Services")
      }
    }
    if upstream.httpVersion == .http2 {
      return Finding(
        what: "which is spoken to in HTTP/2", label: "says `protocol h2`", origin: upstream.origin,
        help: "take `protocol h2` out, or use an upstream of its own", isProtocol: true)
    }
    if let key = upstream.loadBalancing.hashKey, key != .client {
      return Finding(
        what: "whose endpoints are chosen by \(key)", label: "only requests have it", origin: upstream.origin,
        help: "write `by client`, or use an upstream of its own")
    }
    if upstream.proxyHeader != nil && routeProtocol == .udp {
      return Finding(
        what: "which begins connections with a PROXY header, and datagrams have none", label: "says `proxy-protocol`",
        origin: upstream.origin, help: "take `proxy-protocol` out, or use an upstream of its own")
    }
    guard upstream.tls != nil else { return nil }
    switch routeProtocol {
    case .tls:
      return Finding(
        what: "which would wrap the client's TLS into its own", label: "says `tls sni`", origin: upstream.origin,
        help: "take `tls sni` out: the client's TLS reaches the endpoint as it is")
    case .udp:
      return Finding(
        what: "which says TLS, and datagrams have none", label: "says `tls sni`", origin: upstream.origin,
        help: "take `tls sni` out, or use an upstream of its own")
    case .http, .tcp: return nil
    }
  }
}
