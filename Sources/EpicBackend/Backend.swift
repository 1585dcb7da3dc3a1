package import EpicArtifact
package import EpicDiagnostics
package import EpicIR

/// Emits artifacts for one plane of the edge. Implementations are pure: the same deployment gives the same bytes.
package protocol Backend: Sendable {
  /// The plane that this backend emits; its raw value is the folder in a bundle.
  static var plane: Plane { get }
  /// The targets that get artifacts of this plane, in a stable order.
  func targets(of deployment: Deployment) -> [Target]
  /// Reports what this plane cannot express, before anything is emitted.
  func check(_ deployment: Deployment, reporting sink: inout DiagnosticSink)
  /// Emits every artifact of one node (or zone). Total: runs only where no error was reported.
  func emit(_ deployment: Deployment, for target: Target, into sink: inout ArtifactSink)
  /// The targets, divided into groups that share work; each target is in one of them.
  func groups(of deployment: Deployment) -> [[Target]]
  /// Emits for the targets of one group, each into the sink at its place: the same bytes as one by one.
  func emit(_ deployment: Deployment, for targets: [Target], into sinks: inout [ArtifactSink])
  /// The artifacts of one target, the same bytes as `emit` gives, with what their values were made from. Asked for a
  /// single target at a time, so it may cost what it likes; emission itself notes nothing.
  func explained(_ deployment: Deployment, for target: Target) -> [ExplainedArtifact]
  /// Why EPIC itself writes the member of that name in its artifacts; a phrase that follows "set by EPIC:". Nil where
  /// there is nothing to say beyond what the member's own documentation does.
  static func reason(for member: String) -> String?
}

extension Backend {
  package static func reason(for member: String) -> String? { nil }

  package func explained(_ deployment: Deployment, for target: Target) -> [ExplainedArtifact] {
    var sink = ArtifactSink(root: "")
    emit(deployment, for: target, into: &sink)
    return sink.artifacts.map { ExplainedArtifact(path: $0.path, bytes: $0.bytes, marks: []) }
  }

  package func groups(of deployment: Deployment) -> [[Target]] { targets(of: deployment).map { [$0] } }

  package func emit(_ deployment: Deployment, for targets: [Target], into sinks: inout [ArtifactSink]) {
    for (index, target) in zip(sinks.indices, targets) { emit(deployment, for: target, into: &sinks[index]) }
  }
}
