package import EpicArtifact
package import EpicBackend
import EpicBase
package import EpicIR

extension TrueIngressBackend {
  package static func reason(for member: String) -> String? {
    switch member {
    case "format": "the name and version of the file's format"
    case "wire": "the format that packets have between edge and cluster"
    case "innerMTUV4", "innerMTUV6", "mtu", "advmss":
      "what a packet may hold so that it fits in 1,500 bytes once it is wrapped"
    case "epoch": "keys are numbered, so that a new one takes over without a gap"
    default: nil
    }
  }

  package func explained(_ deployment: Deployment, for target: Target) -> [ExplainedArtifact] {
    guard case .node(let name) = target, let index = deployment.nodes.firstIndex(where: { $0.name == name }) else {
      return []
    }
    let node = deployment.nodes[index]
    let maps = TunnelMaps(deployment, node: RowID(UInt32(index)))
    let file = maps.write()
    var marks = JSONMarks(file)
    marks.note("", [.origin(node.origin)])
    marks.note("/meta", [.summary("counts of this file")])
    marks.note("/meta/generation", [.generation])
    marks.note("/meta/content", [.summary("a digest of this file, apart from the generation")])
    for (position, tunnel) in maps.tunnels.enumerated() {
      note(tunnel, at: "/tunnels/\(position)", node, deployment, &marks)
    }
    var result = [ExplainedArtifact(path: TunnelMaps.fileName, bytes: file, marks: marks.sorted)]
    let whole: [ValueSource] = [
      .rule("the binary form of `\(TunnelMaps.fileName)`, which says the same for people"), .origin(node.origin),
    ]
    for image in maps.images() {
      result.append(
        ExplainedArtifact(path: image.fileName, bytes: image.write(), marks: [ValueMark(offset: 0, whole)]))
    }
    return result
  }

  private func note(
    _ tunnel: TunnelMaps.Tunnel, at path: String, _ node: Node, _ deployment: Deployment, _ marks: inout JSONMarks
  ) {
    guard let cluster = deployment.clusters.first(where: { $0.identity.description == tunnel.cluster }),
      let settings = cluster.tunnel
    else { return }
    marks.note(path, [.origin(settings.origin), .origin(node.origin)])
    marks.note("\(path)/id", [.lock(["tunnel", node.name, tunnel.cluster]), .origin(settings.origin)])
    marks.note("\(path)/cluster", [.declaration(.kubernetes, cluster.identity)])
    marks.note("\(path)/discriminator", [.lock(["cluster", tunnel.cluster]), .origin(settings.origin)])
    for field in ["localV4", "localV6"] { marks.note("\(path)/\(field)", [.part(node.origin, "address")]) }
    marks.note("\(path)/port", [.part(settings.origin, "port")])
    for (index, _) in tunnel.keys.enumerated() {
      marks.note("\(path)/keys/\(index)/secret", [.declaration(.kubernetes, cluster.identity)])
    }
    for field in ["prefixes", "routes"] {
      marks.note("\(path)/\(field)", [.field(.kubernetes, cluster.identity, "pods")])
    }
  }
}
