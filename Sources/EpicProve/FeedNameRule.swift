import EpicDiagnostics
import EpicIR

/// A feed is asked for by its tenant and name: no two feeds of a tenant share one.
enum FeedNameRule: ProofRule {
  static func check(_ context: ProofContext, reporting sink: inout DiagnosticSink) {
    var known: [FeedKey: Origin] = [:]
    for upstream in context.deployment.upstreams {
      for member in upstream.tiers.lazy.flatMap(\.members) {
        guard case .feed(let feed) = member.source else { continue }
        let key = FeedKey(tenant: upstream.identity.tenant, name: feed.name)
        guard let first = known[key] else {
          known[key] = member.origin
          continue
        }
        let owner = upstream.identity.tenant.map { "tenant `\($0)`" } ?? "the platform"
        sink.report(
          Diagnostic(
            .repeatedFeed, "\(owner) has a feed `\(feed.name)` already", at: member.origin, label: "named again",
            secondary: [Annotation(first.span, "first named here")],
            help: "a feed fills one upstream: give this one a name of its own"))
      }
    }
  }
}

private struct FeedKey: Hashable {
  var tenant: String?
  var name: String
}
