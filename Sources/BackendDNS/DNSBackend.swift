package import EpicArtifact
import EpicBackend
package import EpicDiagnostics
package import EpicIR

/// Emits what each zone should hold, the update that claims its names for the first time, and for a server that answers by
/// place the file that says which country gets what.
///
/// Later updates depend on what the zone holds by then, so they are computed by the driver that reads it.
package struct DNSBackend: Backend {
  package static let plane = Plane.dns
  /// File name of the first claim, in the language of `nsupdate`.
  package static let updateFileName = "update.nsupdate"

  package init() {}

  package func targets(of deployment: Deployment) -> [Target] { deployment.zones.map { .zone($0.name) } }

  package func check(_ deployment: Deployment, reporting sink: inout DiagnosticSink) {
    ZoneChecker(deployment).check(reporting: &sink)
  }

  package func emit(_ deployment: Deployment, for target: Target, into sink: inout ArtifactSink) {
    guard case .zone(let name) = target, let index = deployment.zones.firstIndex(where: { $0.name == name }) else {
      return
    }
    let records = RecordSetsFile(deployment, zone: RowID(UInt32(index)))
    sink.content = records.content
    sink.add(RecordSetsFile.fileName, records.write())
    sink.add(DNSBackend.updateFileName, FirstClaim(records).write())
    guard deployment.zones[index].answersByPlace else { return }
    let answers = GeoAnswersFile(deployment, zone: RowID(UInt32(index)), order: SiteOrder(deployment)).write()
    sink.content = ContentDigest(of: records.content.bytes + ContentDigest(of: answers).bytes)
    sink.add(GeoAnswersFile.fileName, answers)
  }
}
