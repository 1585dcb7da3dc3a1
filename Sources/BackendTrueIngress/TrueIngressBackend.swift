package import EpicArtifact
import EpicBackend
package import EpicDiagnostics
package import EpicIR

/// Emits the configuration maps of each node's packet programs: decoded, and one image a map.
package struct TrueIngressBackend: Backend {
  package static let plane = Plane.tunnels

  package init() {}

  package func targets(of deployment: Deployment) -> [Target] { deployment.nodes.map { .node($0.name) } }

  package func check(_ deployment: Deployment, reporting sink: inout DiagnosticSink) {
    TunnelChecker(deployment).check(reporting: &sink)
  }

  package func emit(_ deployment: Deployment, for target: Target, into sink: inout ArtifactSink) {
    guard case .node(let name) = target, let index = deployment.nodes.firstIndex(where: { $0.name == name }) else {
      return
    }
    let maps = TunnelMaps(deployment, node: RowID(UInt32(index)))
    sink.content = maps.content
    sink.add(TunnelMaps.fileName, maps.write())
    for image in maps.images() { sink.add(image.fileName, image.write()) }
  }
}
