import EpicDiagnostics
import EpicIR

/// An upstream that a listener without HTTP leads to says nothing that only requests can carry.
enum ConnectionUpstreamRule: ProofRule {
  static func check(_ context: ProofContext, reporting sink: inout DiagnosticSink) {
    let deployment = context.deployment
    var reported: Set<RowID<Upstream>> = []
    for ingress in deployment.ingresses {
      for listener in ingress.listeners where listener.routeProtocol != .http {
        // Routes of another protocol are a finding by themselves.
        if let routes = listener.routes, deployment.routeTables[routes].routeProtocol != listener.routeProtocol {
          continue
        }
        for row in deployment.upstreams(of: listener) {
          let upstream = deployment.upstreams[row]
          guard let finding = finding(upstream, listener.routeProtocol), reported.insert(row).inserted else { continue }
          sink.report(
            Diagnostic(
              .upstreamForRequestsOnly,
              "port `\(listener.port)` of ingress `\(ingress.identity.name)` passes \(listener.routeProtocol.things) to"
                + " upstream `\(upstream.identity.name)`, \(finding.what)", at: listener.origin,
              secondary: [Annotation(finding.origin.span, finding.label)], help: finding.help))
        }
      }
    }
  }

  private struct Finding {
    var what: String
    var label: String
    var origin: Origin
    var help: String
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
        help: "take `protocol h2` out, or use an upstream of its own")
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
