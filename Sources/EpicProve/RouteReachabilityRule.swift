import EpicBase
import EpicDiagnostics
import EpicIR

/// Every arm takes some request. `otherwise` is demanded by the language and may take none.
enum RouteReachabilityRule: ProofRule {
  static func check(_ context: ProofContext, reporting sink: inout DiagnosticSink) {
    for (index, table) in context.deployment.routeTables.enumerated() {
      let world = context.world(of: index)
      guard table.hasTunnels else {
        check(table, of: nil, world: world, context, reporting: &sink)
        continue
      }
      // What takes requests and what takes CONNECT requests have nothing to do with one another.
      var requests = table
      requests.arms.removeAll(where: \.isTunnel)
      check(requests, of: nil, world: world, context, reporting: &sink)
      checkTunnels(table, world: world, context, reporting: &sink)
    }
  }

  /// Each set of ports for itself, with the routes that take all of them.
  private static func checkTunnels(
    _ table: RouteTable, world: World, _ context: ProofContext, reporting sink: inout DiagnosticSink
  ) {
    var byPort: [UInt16: [RouteArm]] = [:]
    var sets: [[UInt16]] = []
    for arm in table.arms where arm.isTunnel {
      if !sets.contains(arm.policy.tunnelPorts) { sets.append(arm.policy.tunnelPorts) }
      for port in arm.policy.tunnelPorts { byPort[port, default: []].append(arm) }
    }
    for ports in sets {
      guard let first = ports.first else { continue }
      var part = table
      part.arms = (byPort[first] ?? []).filter { arm in ports.allSatisfy(arm.policy.tunnelPorts.contains) }
      check(part, of: ports, world: world, context, reporting: &sink)
    }
  }

  /// Checks all routes, or those for tunnels to the ports.
  private static func check(
    _ table: RouteTable, of ports: [UInt16]?, world: World, _ context: ProofContext,
    reporting sink: inout DiagnosticSink
  ) {
    var search = ReachabilitySearch(table.arms.map(ArmQuestion.init), world: world)
    for position in table.arms.indices {
      if case .always = table.arms[position].predicate, ports == nil { continue }
      if let ports, table.arms[position].policy.tunnelPorts != ports { continue }
      switch search.outcome(of: position) {
      case .reachable, .undecided: break
      case .contradictory:
        let arm = table.arms[position]
        // Hosts, sites and TLS that no ingress has are found, and explained, by a rule of their own.
        if RouteHostRule.finding(arm, world, context) != nil { break }
        sink.report(
          Diagnostic(
            .contradictoryRoute, "no \(table.routeProtocol.thing) can match route `\(arm.name)`", at: arm.origin,
            label: "asks for what excludes itself", help: "take out one of the comparisons",
            fixes: ArmEdits.removal(of: arm, text: context.text).map { [FixIt("take `\(arm.name)` out", $0)] } ?? []))
      case .unreachable(let first, let takers):
        report(position, first, takers, table, &search, context, to: &sink)
      }
      if search.questions > ReachabilitySearch.questionBudget {
        sink.report(
          Diagnostic(
            .routesNotProved,
            "routes `\(table.identity.name)` are too many to prove that each takes some request", at: table.origin,
            help: "give their predicates paths that differ, or make several `routes` of them"))
        return
      }
    }
  }

  private static func report(
    _ position: Int, _ request: SampleRequest, _ found: [Int], _ table: RouteTable,
    _ search: inout ReachabilitySearch, _ context: ProofContext, to sink: inout DiagnosticSink
  ) {
    let arm = table.arms[position]
    // One arm that takes everything explains more than several that do so together.
    let single = found.count == 1 ? found.first : found.prefix(8).first { search.isCovered(position, by: $0) }
    let takers = single.map { [$0] } ?? found
    guard let taker = found.first(where: { request.isTaken(by: ArmQuestion(table.arms[$0])) }) else { return }
    let isAlone = takers.count == 1
    let labels = takers.prefix(3).map { index in
      Annotation(
        table.arms[index].origin.span,
        isAlone
          ? shown(arm).map { "takes every request to \($0)" }
            ?? "takes every \(table.routeProtocol.thing) that `\(arm.name)` asks for"
          : "takes some of its \(table.routeProtocol.thing)s")
    }
    let example =
      "example: \(request.description(of: table.routeProtocol)) -> \(table.arms[taker].name) (\(context.name(of: table.arms[taker].outcome)))"
    let other = table.arms[takers[0]]
    let isEqual = isAlone && search.isCovered(takers[0], by: position)
    let help: String
    var fixes: [FixIt] = []
    if !isAlone || other.blocks != arm.blocks {
      help = "move `\(arm.name)` above `\(other.name)`, or take it out"
    } else if isEqual {
      help = "take `\(arm.name)` out: it asks for what `\(other.name)` asks for"
      // What stands in a slot, a loop or a template takes the requests of this use alone.
      let removal = other.statement == nil ? nil : ArmEdits.removal(of: arm, text: context.text)
      fixes = removal.map { [FixIt("take `\(arm.name)` out", $0)] } ?? []
    } else {
      help = "move `\(arm.name)` above `\(other.name)`"
      fixes = ArmEdits.move(arm, above: other, text: context.text).map { [FixIt(help, $0)] } ?? []
    }
    sink.report(
      Diagnostic(
        .unreachableRoute, "route `\(arm.name)` can never match", at: arm.origin, label: "unreachable",
        secondary: Array(labels), notes: arm.isTunnel ? [] : [example], help: help, fixes: fixes))
  }

  /// What the arm asks for, where that is a path and nothing else: its own pattern, or that of its block.
  private static func shown(_ arm: RouteArm) -> String? {
    switch arm.predicate {
    case .path(let patterns) where patterns.count == 1: patterns[0].description
    default: arm.blocks.last?.description
    }
  }
}

extension ProofContext {
  /// What requests to a table can be like.
  func world(of table: Int) -> World {
    let users = users[table]
    if deployment.routeTables[table].routeProtocol != .http {
      var sites: Set<RowID<Site>> = []
      for user in users { sites.formUnion(deployment.ingresses[user].sites) }
      // Server names are no hosts of an ingress: any may come.
      return World(
        hosts: nil, sites: users.isEmpty ? deployment.sites.indices.map { RowID(UInt32($0)) } : sites.sorted())
    }
    if users.isEmpty { return World(hosts: nil, sites: deployment.sites.indices.map { RowID(UInt32($0)) }) }
    if users.count == 1 {
      let ingress = deployment.ingresses[users[0]]
      return World(hosts: HostSet(ingress.hosts), sites: ingress.sites, tls: tls(of: table))
    }
    var sites: Set<RowID<Site>> = []
    for user in users { sites.formUnion(deployment.ingresses[user].sites) }
    return World(
      hosts: HostSet(users.flatMap { deployment.ingresses[$0].hosts }), sites: sites.sorted(), tls: tls(of: table))
  }

  /// What becomes of a request, in a few words.
  func name(of outcome: RouteOutcome) -> String {
    switch outcome {
    case .upstream(let upstream): deployment.upstreams[upstream].identity.name
    case .split: "split"
    case .redirect(let redirect): "redirect \(redirect.status)"
    case .respond(let response): "respond \(response.status)"
    case .close: "close"
    }
  }
}
