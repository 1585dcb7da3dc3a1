import EpicBase
import EpicIR
import EpicProve

/// A deployment that requests are asked of, at one site.
struct AskedDeployment {
  let deployment: Deployment
  private let interpreter: RouteInterpreter
  private let places: PlaceTable
  private let site: RowID<Site>?
  private let ingresses: [String: RowID<Ingress>]

  /// `site` is a site's name; nil stands for each ingress's first.
  init(_ deployment: Deployment, _ places: PlaceTable, site: String?) {
    self.deployment = deployment
    self.places = places
    interpreter = RouteInterpreter(deployment)
    self.site = deployment.sites.firstIndex { $0.identity.name == site }.map { RowID<Site>(UInt32($0)) }
    var ingresses: [String: RowID<Ingress>] = [:]
    for (index, ingress) in deployment.ingresses.enumerated() {
      ingresses[ingress.identity.description] = RowID(UInt32(index))
    }
    self.ingresses = ingresses
  }

  /// Nil if the deployment has no such ingress.
  func answer(_ request: SentRequest) -> InterpreterAnswer? {
    guard let ingress = ingresses[request.ingress] else { return nil }
    return InterpreterAnswer(request, to: ingress, site: site, places: places, deployment, interpreter)
  }

  /// The table that the ingress's clear-text port leads to.
  func table(of ingress: String) -> RouteTable? {
    guard let id = ingresses[ingress] else { return nil }
    return deployment.routeTables(of: deployment.ingresses[id]).first.map { deployment.routeTables[$0] }
  }
}
