import BackendBIRD
import EpicArtifact
import EpicDiagnostics
import EpicIR
import Testing

/// What the backend emits for a node.
func emit(_ deployment: Deployment, _ node: String) -> ArtifactSink {
  let target = Target.node(node)
  var sink = ArtifactSink(root: target.folder(of: BIRDBackend.plane))
  BIRDBackend().emit(deployment, for: target, into: &sink)
  return sink
}

extension ArtifactSink {
  /// The text of the file whose path ends so.
  func text(_ name: String) -> String {
    String(decoding: artifacts.first { $0.path.hasSuffix("/" + name) }?.bytes ?? [], as: UTF8.self)
  }

  var fragment: String { text(AnnouncementsFile.fragmentFileName) }

  func announcements() throws -> AnnouncementsFile {
    try AnnouncementsFile.read(Array(text(AnnouncementsFile.fileName).utf8))
  }
}

/// The diagnostics of a deployment.
func check(_ deployment: Deployment) -> [Diagnostic] {
  var sink = DiagnosticSink()
  BIRDBackend().check(deployment, reporting: &sink)
  return sink.sorted
}
