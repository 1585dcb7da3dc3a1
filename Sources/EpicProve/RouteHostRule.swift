import EpicBase
import EpicDiagnostics
import EpicIR

/// A route that asks for a host or a site is used by an ingress that has it.
enum RouteHostRule: ProofRule {
  static func check(_ context: ProofContext, reporting sink: inout DiagnosticSink) {
    for (index, table) in context.deployment.routeTables.enumerated() where !context.users[index].isEmpty {
      var world: World?
      for arm in table.arms where asks(arm.predicate) {
        let known = world ?? context.world(of: index)
        world = known
        guard let finding = finding(arm, known, context) else { continue }
        let users = context.users[index].prefix(3).map { context.deployment.ingresses[$0] }
        sink.report(
          Diagnostic(
            finding.code, finding.message, at: arm.origin,
            secondary: users.map { ingress in
              let isHost = finding.code == .hostOfNoIngress
              let place = isHost ? ingress.hostsOrigin ?? ingress.origin : ingress.origin
              // Of a host that a template writes, the line that names it is the template's use.
              return Annotation(place.application ?? place.span, "uses these routes")
            }, help: finding.help,
            fixes: ArmEdits.removal(of: arm, text: context.text).map { [FixIt("take `\(arm.name)` out", $0)] } ?? []))
      }
    }
  }

  /// Whether the arm asks for a host or a site, alone or beside other things that must all hold.
  private static func asks(_ predicate: Predicate) -> Bool {
    switch predicate {
    case .host, .site: true
    case .all(let parts): parts.contains(where: asks)
    default: false
    }
  }

  /// What is wrong with the arm's hosts and sites, if anything is.
  static func finding(
    _ arm: RouteArm, _ world: World, _ context: ProofContext
  ) -> (code: DiagnosticCode, message: String, help: String)? {
    let parts: [Predicate]
    if case .all(let inner) = arm.predicate { parts = inner } else { parts = [arm.predicate] }
    for part in parts {
      switch part {
      case .host(let patterns):
        guard let hosts = world.hosts, !patterns.contains(where: hosts.overlaps) else { continue }
        let names = patterns.map { "`\($0)`" }.joined(separator: ", ")
        return (
          .hostOfNoIngress, "route `\(arm.name)` asks for host \(names), which no ingress of these routes answers for",
          "add the host to an ingress that uses the routes, or take the route out"
        )
      case .site(let sites):
        guard !sites.contains(where: world.sites.contains) else { continue }
        let names = sites.map { "`\(context.deployment.sites[$0].identity.name)`" }.joined(separator: ", ")
        return (
          .siteOfNoIngress, "route `\(arm.name)` asks for site \(names), where no ingress of these routes is served",
          "serve the ingress there, or take the route out"
        )
      default: continue
      }
    }
    return nil
  }
}
