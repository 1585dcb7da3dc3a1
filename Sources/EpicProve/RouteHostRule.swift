import EpicBase
import EpicDiagnostics
import EpicIR

/// A route that asks for a host, a site or a version of TLS is used by an ingress that has it.
enum RouteHostRule: ProofRule {
  static func check(_ context: ProofContext, reporting sink: inout DiagnosticSink) {
    for (index, table) in context.deployment.routeTables.enumerated() where !context.users[index].isEmpty {
      var world: World?
      for arm in table.arms where asks(arm.predicate) {
        let known = world ?? context.world(of: index)
        world = known
        guard let finding = finding(arm, known, context) else { continue }
        sink.report(
          Diagnostic(
            finding.code, finding.message, at: arm.origin, secondary: users(of: index, finding.code, context),
            help: finding.help,
            fixes: ArmEdits.removal(of: arm, text: context.text).map { [FixIt("take `\(arm.name)` out", $0)] } ?? []))
      }
    }
  }

  /// Where it is decided what the routes have of that.
  private static func users(of table: Int, _ code: DiagnosticCode, _ context: ProofContext) -> [Annotation] {
    if code == .tlsOfNoListener {
      return context.listeners(of: table).prefix(3).map { Annotation($0.origin.span, "leads to these routes") }
    }
    return context.users[table].prefix(3).map { user in
      let ingress = context.deployment.ingresses[user]
      let place = code == .hostOfNoIngress ? ingress.hostsOrigin ?? ingress.origin : ingress.origin
      // Of a host that a template writes, the line that names it is the template's use.
      return Annotation(place.application ?? place.span, "uses these routes")
    }
  }

  /// Whether the arm asks for a host, a site or TLS, alone or beside other things that must all hold.
  private static func asks(_ predicate: Predicate) -> Bool {
    switch predicate {
    case .host, .site, .tls, .not(.tls): true
    case .all(let parts): parts.contains(where: asks)
    default: false
    }
  }

  /// What is wrong with the arm's hosts, sites and versions of TLS, if anything is.
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
      case .tls(let versions):
        guard !world.meets(versions, true) else { continue }
        let help =
          if world.tls == [nil] {
            "add `listen https 443` to an ingress that uses the routes, or take the route out"
          } else if versions.contains(where: { $0 >= .oldestServed }) {
            "lower the `tls min` of a listener, or take the route out"
          } else {
            "take the route out: no listener takes less than TLS \(TLSVersion.oldestServed)"
          }
        return (.tlsOfNoListener, message(arm, World.phrase(versions), world), help)
      case .not(.tls(let versions)):
        guard !world.meets(versions, false) else { continue }
        return (
          .tlsOfNoListener,
          message(arm, versions == TLSVersion.allCases ? "clear text" : "no \(World.phrase(versions))", world),
          "add `listen http 80` to an ingress that uses the routes, or take the route out"
        )
      default: continue
      }
    }
    return nil
  }

  private static func message(_ arm: RouteArm, _ wish: String, _ world: World) -> String {
    "route `\(arm.name)` asks for \(wish), and requests reach these routes \(world.ways)"
  }
}
