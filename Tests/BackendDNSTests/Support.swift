import BackendDNS
import EpicArtifact
import EpicBase
import EpicDiagnostics
import EpicIR
import EpicIRFixtures
import Testing

/// What the backend emits for a zone.
func emit(_ deployment: Deployment, _ zone: String) -> ArtifactSink {
  let target = Target.zone(zone)
  var sink = ArtifactSink(root: target.folder(of: DNSBackend.plane))
  DNSBackend().emit(deployment, for: target, into: &sink)
  return sink
}

extension ArtifactSink {
  /// The bytes of the file with that name.
  func bytes(_ name: String) -> [UInt8] { artifacts.first { $0.path == "\(root)/\(name)" }?.bytes ?? [] }

  var update: String { String(decoding: bytes(DNSBackend.updateFileName), as: UTF8.self) }

  func records() throws -> RecordSetsFile { try RecordSetsFile.read(bytes(RecordSetsFile.fileName)) }
}

/// The diagnostics of a deployment.
func check(_ deployment: Deployment) -> [Diagnostic] {
  var sink = DiagnosticSink()
  DNSBackend().check(deployment, reporting: &sink)
  return sink.sorted
}

/// The storefront with that many more ingresses, each of which publishes a name of its own in the first zone.
func storefront(moreNames count: Int) -> Deployment {
  var deployment = Storefront.deployment()
  let pattern = deployment.ingresses.first { !$0.publications.isEmpty } ?? deployment.ingresses[0]
  for number in 0..<count {
    var ingress = pattern
    ingress.identity.name = "many-\(number)"
    ingress.publications[0].name = "many-\(number).shop.example.com"
    ingress.addresses = [ingress.addresses[0]]
    ingress.addresses[0].address = IPAddress(v4: 0x0A00_0000 + UInt32(number))
    deployment.ingresses.append(ingress)
  }
  return deployment
}
