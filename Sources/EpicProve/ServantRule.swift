import EpicDiagnostics
import EpicIR

/// An upstream that the edge itself asks can be asked: over HTTP/2 where it is asked by gRPC, and not through a CDN, whose
/// host and path are set for requests of routes alone.
enum ServantRule: ProofRule {
  static func check(_ context: ProofContext, reporting sink: inout DiagnosticSink) {
    let deployment = context.deployment
    for ingress in deployment.ingresses {
      if let external = ingress.externalAuthorization {
        let isGRPC = external.service == .grpc
        check(deployment.upstreams[external.upstream], "`auth external`", isGRPC, external.origin, to: &sink)
      }
      if let tracing = ingress.tracing {
        check(deployment.upstreams[tracing.upstream], "`trace to`", true, tracing.origin, to: &sink)
      }
    }
  }

  private static func check(
    _ upstream: Upstream, _ what: String, _ isGRPC: Bool, _ origin: Origin, to sink: inout DiagnosticSink
  ) {
    let name = upstream.identity.name
    for tier in upstream.tiers {
      for member in tier.members {
        guard case .cdn = member.source else { continue }
        sink.report(
          Diagnostic(
            .unsuitableServant, "\(what) cannot ask `\(name)`, which is behind a CDN", at: origin,
            secondary: [Annotation(member.origin.span, "the CDN")], help: "name an upstream with addresses of its own"))
        return
      }
    }
    if isGRPC && upstream.httpVersion == .http1 {
      sink.report(
        Diagnostic(
          .unsuitableServant, "\(what) asks `\(name)` by gRPC, and it is spoken to in HTTP/1.1", at: origin,
          secondary: [Annotation(upstream.origin.span, "without `protocol h2`")],
          help: "write `protocol h2` in the upstream"))
    }
  }
}
