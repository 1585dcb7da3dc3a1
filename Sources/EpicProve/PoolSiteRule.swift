import EpicBase
import EpicDiagnostics
import EpicIR

/// An ingress is served only where its pools' addresses are: at each of its sites it has an address of each family that it
/// has any of. A pool may be served at a part of the sites, where another pool of its family is served at the rest.
enum PoolSiteRule: ProofRule {
  /// What several ingresses of one pool get wrong alike: the pool lacks the sites.
  private struct Gap: Hashable {
    var pool: RowID<AddressPool>
    var sites: [RowID<Site>]
  }

  static func check(_ context: ProofContext, reporting sink: inout DiagnosticSink) {
    let deployment = context.deployment
    let poolSites = deployment.pools.map { Set($0.sites) }
    var gaps: [Gap] = []
    var requests: [Gap: [(ingress: Ingress, address: IngressAddress)]] = [:]
    for ingress in deployment.ingresses {
      for address in ingress.addresses {
        if deployment.pools[address.pool].sites == ingress.sites { continue }
        let family = address.address.family
        let missing = ingress.sites.filter { site in
          !ingress.addresses.contains { $0.address.family == family && poolSites[$0.pool.index].contains(site) }
        }
        if missing.isEmpty { continue }
        let gap = Gap(pool: address.pool, sites: missing)
        if requests[gap] == nil { gaps.append(gap) }
        requests[gap, default: []].append((ingress, address))
      }
    }
    for gap in gaps { report(gap, requests[gap] ?? [], deployment, to: &sink) }
  }

  private static func report(
    _ gap: Gap, _ requests: [(ingress: Ingress, address: IngressAddress)], _ deployment: Deployment,
    to sink: inout DiagnosticSink
  ) {
    guard let request = requests.first, let first = gap.sites.first else { return }
    let pool = deployment.pools[gap.pool]
    let names = gap.sites.map { "`\(deployment.sites[$0].identity.name)`" }.joined(separator: ", ")
    let others = requests.dropFirst().filter { $0.ingress.identity != request.ingress.identity }
    sink.report(
      Diagnostic(
        .siteOutsidePool,
        "ingress `\(request.ingress.identity.name)` is served at \(names), where pool `\(pool.identity.name)` is not",
        at: request.address.origin,
        secondary: [
          Annotation(pool.origin.span, "serves other sites"),
          Annotation(deployment.sites[first].origin.span, "not one of the pool's sites"),
        ],
        notes: others.isEmpty
          ? [] : ["\(others.count) more of the pool's ingresses \(others.count == 1 ? "is" : "are") served there"],
        help: "serve the pool at these sites too, or name the pool's sites in the ingress"))
  }
}
