import EpicBase
import EpicDiagnostics
import EpicIR

/// An ingress is served only where its pools' addresses are.
enum PoolSiteRule: ProofRule {
  static func check(_ context: ProofContext, reporting sink: inout DiagnosticSink) {
    let deployment = context.deployment
    let poolSites = deployment.pools.map { Set($0.sites) }
    for ingress in deployment.ingresses {
      for address in ingress.addresses {
        let pool = deployment.pools[address.pool]
        if pool.sites == ingress.sites { continue }
        let missing = ingress.sites.filter { !poolSites[address.pool.index].contains($0) }
        guard let first = missing.first else { continue }
        let names = missing.map { "`\(deployment.sites[$0].identity.name)`" }.joined(separator: ", ")
        sink.report(
          Diagnostic(
            .siteOutsidePool,
            "ingress `\(ingress.identity.name)` is served at \(names), where pool `\(pool.identity.name)` is not",
            at: address.origin,
            secondary: [
              Annotation(pool.origin.span, "serves other sites"),
              Annotation(deployment.sites[first].origin.span, "not one of the pool's sites"),
            ],
            help: "serve the pool at these sites too, or name the pool's sites in the ingress"))
      }
    }
  }
}
