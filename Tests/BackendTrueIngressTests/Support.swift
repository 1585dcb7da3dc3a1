import BackendTrueIngress
import EpicArtifact
import EpicDiagnostics
import EpicIR

/// What the backend emits for a node.
func emit(_ deployment: Deployment, _ node: String) -> ArtifactSink {
  let target = Target.node(node)
  var sink = ArtifactSink(root: target.folder(of: TrueIngressBackend.plane))
  TrueIngressBackend().emit(deployment, for: target, into: &sink)
  return sink
}

extension ArtifactSink {
  /// The bytes of the file with that name.
  func bytes(_ name: String) -> [UInt8] { artifacts.first { $0.path == "\(root)/\(name)" }?.bytes ?? [] }

  /// All images, in the order in which they were emitted.
  func images() throws -> [MapImage] {
    var images: [MapImage] = []
    for artifact in artifacts where artifact.path.hasSuffix(".map") { images.append(try MapImage.read(artifact.bytes)) }
    return images
  }
}

/// The diagnostics of a deployment.
func check(_ deployment: Deployment) -> [Diagnostic] {
  var sink = DiagnosticSink()
  TrueIngressBackend().check(deployment, reporting: &sink)
  return sink.sorted
}
