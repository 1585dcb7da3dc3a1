package import EpicArtifact
import EpicBackend
package import EpicDiagnostics
package import EpicIR

/// Emits one BIRD 2 fragment a node, and the list of what it announces.
///
/// The fragment stands on its own: its tables, filters and protocols start with `epic_`, the node's main file only
/// includes it. A node without sessions or routes gets one too, so that "announce nothing" is said and not inferred.
package struct BIRDBackend: Backend {
  package static let plane = Plane.bird

  package init() {}

  package func targets(of deployment: Deployment) -> [Target] { deployment.nodes.map { .node($0.name) } }

  package func check(_ deployment: Deployment, reporting sink: inout DiagnosticSink) {
    BIRDChecker(deployment).check(reporting: &sink)
  }

  package func emit(_ deployment: Deployment, for target: Target, into sink: inout ArtifactSink) {
    guard case .node(let name) = target, let index = deployment.nodes.firstIndex(where: { $0.name == name }) else {
      return
    }
    let announcements = NodeAnnouncements(deployment, node: RowID(UInt32(index)))
    var fragment = FragmentWriter(announcements, sequence: deployment.sequence)
    let content = fragment.write()
    sink.content = content
    sink.add(AnnouncementsFile.fragmentFileName, fragment.bytes)
    let file = announcements.file(generation: deployment.sequence, content: content)
    sink.add(AnnouncementsFile.fileName, file.write())
  }
}
