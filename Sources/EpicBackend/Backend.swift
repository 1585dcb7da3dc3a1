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
}
