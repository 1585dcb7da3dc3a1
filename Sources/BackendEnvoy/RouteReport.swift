import EpicBackend
import EpicBase
package import EpicIR

extension EnvoyBackend {
  /// In which form each table of routes is written, and why: for people. Nodes that get the same stand together.
  package func routeReport(_ deployment: Deployment) -> String {
    let emission = EnvoyEmission(deployment, routeForm)
    var text = ""
    for first in deployment.sites.indices where emission.siteClasses[first] == first {
      let site = RowID<Site>(UInt32(first))
      let scopes = emission.scopes(at: site)
      let nodes = deployment.nodes.filter { emission.siteClasses[$0.site.index] == first }.map(\.name)
      if scopes.isEmpty || nodes.isEmpty { continue }
      for scope in scopes {
        text += "\(scope.instance) on \(nodes.joined(separator: ", "))\n"
        for id in scope.ingresses {
          let ingress = deployment.ingresses[id]
          for listener in ingress.listeners {
            guard let port = RoutedPort(ingress, listener) else { continue }
            text += "  \(EnvoyName.routes(ingress, port: port.port))  "
            text += RoutePlan(scope.entries(of: port), routeForm).text + "\n"
          }
        }
      }
    }
    return text
  }
}

extension RoutePlan {
  /// The form in words: `list of 12 routes: fewer than 64 routes`.
  fileprivate var text: String {
    func routes(_ count: Int) -> String { "\(count) \(count == 1 ? "route" : "routes")" }
    switch form {
    case .list(let reason): return "list of \(routes(entries.count)): \(reason.text)"
    case .tree(let tree):
      return "tree of \(routes(entries.count)): \(tree.leaves.count) leaves of at most \(tree.longest), "
        + "\(tree.written) routes written"
    }
  }
}
