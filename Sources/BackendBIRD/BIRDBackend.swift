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

  /// The nodes of one site announce the same.
  package func groups(of deployment: Deployment) -> [[Target]] {
    var groups = [[Target]](repeating: [], count: deployment.sites.count)
    for node in deployment.nodes { groups[node.site.index].append(.node(node.name)) }
    return groups.filter { !$0.isEmpty }
  }

  package func check(_ deployment: Deployment, reporting sink: inout DiagnosticSink) {
    BIRDChecker(deployment).check(reporting: &sink)
  }

  package func emit(_ deployment: Deployment, for target: Target, into sink: inout ArtifactSink) {
    var sinks = [sink]
    emit(deployment, for: [target], into: &sinks)
    if let filled = sinks.first { sink = filled }
  }

  package func emit(_ deployment: Deployment, for targets: [Target], into sinks: inout [ArtifactSink]) {
    var shared: (site: RowID<Site>, announcements: SiteAnnouncements)?
    for (index, target) in zip(sinks.indices, targets) {
      guard case .node(let name) = target, let node = deployment.nodes.first(where: { $0.name == name }) else {
        continue
      }
      let site: SiteAnnouncements
      if let shared, shared.site == node.site {
        site = shared.announcements
      } else {
        site = SiteAnnouncements(deployment, site: node.site)
        shared = (node.site, site)
      }
      var fragment = FragmentWriter(site, node: node)
      let text = fragment.write(sequence: deployment.sequence)
      sinks[index].content = fragment.content
      sinks[index].add(AnnouncementsFile.fragmentFileName, text)
      let file = site.file(for: node, generation: deployment.sequence, content: fragment.content)
      sinks[index].add(AnnouncementsFile.fileName, file.write())
    }
  }
}
