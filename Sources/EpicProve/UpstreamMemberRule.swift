import EpicDiagnostics
import EpicIR

/// Every tier has an endpoint, and every pod a tunnel that leads to it.
enum UpstreamMemberRule: ProofRule {
  static func check(_ context: ProofContext, reporting sink: inout DiagnosticSink) {
    let deployment = context.deployment
    for upstream in deployment.upstreams {
      if upstream.tiers.isEmpty { reportEmpty("upstream `\(upstream.identity.name)` has", upstream.origin, to: &sink) }
      for (index, tier) in upstream.tiers.enumerated() {
        if tier.members.isEmpty {
          reportEmpty("tier `\(index + 1)` of upstream `\(upstream.identity.name)` has", tier.origin, to: &sink)
        }
        for member in tier.members {
          switch member.source {
          case .endpoints(let endpoints):
            if endpoints.isEmpty {
              reportEmpty("a member of upstream `\(upstream.identity.name)` has", member.origin, to: &sink)
            }
          case .kubernetes(let service):
            let cluster = deployment.clusters[service.cluster]
            if cluster.tunnel != nil { continue }
            sink.report(
              Diagnostic(
                .clusterWithoutTunnel,
                "upstream `\(upstream.identity.name)` uses pods of cluster `\(cluster.identity.name)`, which no tunnel"
                  + " reaches", at: member.origin, secondary: [Annotation(cluster.origin.span, "has no `tunnel`")],
                help: "write `tunnel true-ingress { port 6080 }` in the cluster",
                fixes: context.fixes(at: cluster.origin) {
                  $0.adding("tunnel true-ingress { port 6080 }", toBodyBehind: $1)
                }))
          case .cdn, .feed: break
          }
        }
      }
    }
  }

  private static func reportEmpty(_ what: String, _ origin: Origin, to sink: inout DiagnosticSink) {
    sink.report(
      Diagnostic(
        .emptyUpstream, "\(what) no endpoint", at: origin, help: "name a Service, a CDN or an endpoint"))
  }
}
