import EpicBase
import EpicDiagnostics
import EpicIR

/// On one address and port a host belongs to one ingress.
enum HostClaimRule: ProofRule {
  static func check(_ context: ProofContext, reporting sink: inout DiagnosticSink) {
    let deployment = context.deployment
    var owners: [IPAddress: Int] = [:]
    owners.reserveCapacity(deployment.ingresses.count * 2)
    for (index, ingress) in deployment.ingresses.enumerated() {
      for address in ingress.addresses {
        guard let first = owners.updateValue(index, forKey: address.address), first != index else { continue }
        check(ingress, deployment.ingresses[first], address, to: &sink)
      }
    }
  }

  private static func check(
    _ ingress: Ingress, _ other: Ingress, _ address: IngressAddress, to sink: inout DiagnosticSink
  ) {
    let ports = Set(other.listeners.map(\.port))
    guard ingress.listeners.contains(where: { ports.contains($0.port) }) else { return }
    for host in ingress.hosts {
      guard let claimed = other.hosts.first(where: { $0.overlaps(host) }) else { continue }
      sink.report(
        Diagnostic(
          .hostClaimedTwice,
          "`\(host)` on `\(address.address)` belongs to ingress `\(ingress.identity.name)` and to ingress "
            + "`\(other.identity.name)`", at: ingress.hostsOrigin ?? ingress.origin,
          secondary: [Annotation((other.hostsOrigin ?? other.origin).span, "claims `\(claimed)` there")],
          help: "give one of them another address or other hosts"))
      return
    }
  }
}
