import EpicArtifact
import EpicBackend
import EpicBase
import EpicEnvoyAPI
import EpicIR

/// One route of a virtual host before it is written.
struct RouteEntry {
  enum Role {
    /// In front of all others where a wildcard stands for one label: hosts that no pattern takes.
    case oneLabelGuard
    /// In front of all arms: what the CORS filter answers.
    case preflight
    /// In front of all arms: paths that some servers take for others.
    case dotParameters
    /// Takes what its arm might take until the body is read, and is passed over from then on. With the body's limit.
    case unreadBody(Alternative, UInt32)
    /// Takes what its arm takes of connections that are to become WebSockets, which the arm does not allow.
    case webSocketRefusal(Alternative)
    /// An arm's action for the methods that may be asked again, which the policy says in full.
    case idempotent(Alternative, RetryPolicy)
    case action(Alternative, RetryPolicy?)
    /// An arm's action for CONNECT requests to these ports; to the listener's own, which Envoy takes off, where there are none.
    case tunnel(Alternative, ports: [UInt16])
  }

  /// An alternative of an arm.
  struct Alternative {
    /// The arm's place in its table.
    let arm: Int
    let conditions: [RouteCondition]
    let match: RouteMatch
    /// About how long it is, in values such as a prefix; those of its arm's answer count too.
    let weight: Int

    init(arm: Int, of outcome: RouteOutcome, _ conditions: [RouteCondition], _ match: RouteMatch) {
      self.arm = arm
      self.conditions = conditions
      self.match = match
      weight =
        RouteEntry.leastWeight + conditions.reduce(0) { $0 + $1.valueCount } + outcome.bodySize
        / RouteEntry.bytesPerValue
    }
  }

  /// What a route weighs that asks nothing and answers nothing.
  static let leastWeight = 16
  /// Bytes of an answer that weigh as much as a value.
  private static let bytesPerValue = 64

  let role: Role

  fileprivate init(_ role: Role) { self.role = role }

  /// What its path field may take.
  var region: PathRegion {
    switch role {
    case .oneLabelGuard, .preflight, .dotParameters: .every
    case .unreadBody(let alternative, _), .webSocketRefusal(let alternative), .idempotent(let alternative, _),
      .action(let alternative, _):
      alternative.match.region
    case .tunnel: .none
    }
  }

  /// About how long it is, see `Alternative.weight`.
  var weight: Int {
    switch role {
    case .oneLabelGuard, .preflight, .dotParameters: Self.leastWeight
    case .unreadBody(let alternative, _), .webSocketRefusal(let alternative), .idempotent(let alternative, _),
      .action(let alternative, _), .tunnel(let alternative, _):
      alternative.weight
    }
  }

  /// Whether it takes whatever its path field takes.
  var isCertain: Bool {
    if case .action(let alternative, _) = role { alternative.match.asksPathOnly } else { false }
  }
}

extension InstanceScope {
  /// The routes of a port's virtual host, in the order in which they are asked.
  func entries(of port: RoutedPort) -> [RouteEntry] {
    let table = deployment.routeTables[port.table]
    var entries: [RouteEntry] = []
    if port.ingress.hasOneLabelHosts { entries.append(RouteEntry(.oneLabelGuard)) }
    if port.ingress.cors != nil { entries.append(RouteEntry(.preflight)) }
    entries.append(RouteEntry(.dotParameters))
    let refusesWebSockets = allowsWebSockets(port)
    var expansion = RouteExpansion(site: site)
    for (index, arm) in table.arms.enumerated() {
      if arm.isTunnel {
        guard arm.policy.tunnelPorts.contains(port.port) else { continue }
        for alternative in alternatives(of: index, port, &expansion) {
          entries.append(RouteEntry(.tunnel(alternative, ports: [])))
        }
        continue
      }
      let retry = arm.policy.retry ?? port.ingress.policy.retry
      for alternative in alternatives(of: index, port, &expansion) {
        if let limit = alternative.match.bodyLimit { entries.append(RouteEntry(.unreadBody(alternative, limit))) }
        let forwards = arm.outcome.forwards
        if forwards, refusesWebSockets, !arm.policy.allowsWebSocket && !port.ingress.policy.allowsWebSocket {
          entries.append(RouteEntry(.webSocketRefusal(alternative)))
        }
        if let retry, forwards, retry.distinguishesMethods {
          entries.append(RouteEntry(.idempotent(alternative, retry)))
          entries.append(RouteEntry(.action(alternative, retry.onConnectFailureOnly)))
        } else {
          entries.append(RouteEntry(.action(alternative, retry)))
        }
      }
    }
    return entries
  }

  /// The routes for CONNECT requests to other ports than the listener's, in the order in which they are asked. They stand on
  /// a virtual host of their own, whose names have those ports: no other request is to be asked with a port in its host.
  func tunnels(of port: RoutedPort) -> [RouteEntry] {
    let table = deployment.routeTables[port.table]
    var entries: [RouteEntry] = []
    var expansion = RouteExpansion(site: site)
    for (index, arm) in table.arms.enumerated() where arm.isTunnel {
      let ports = arm.policy.tunnelPorts.filter { $0 != port.port }
      if ports.isEmpty { continue }
      for alternative in alternatives(of: index, port, &expansion) {
        entries.append(RouteEntry(.tunnel(alternative, ports: ports)))
      }
    }
    return entries
  }

  private func alternatives(
    of arm: Int, _ port: RoutedPort, _ expansion: inout RouteExpansion
  ) -> [RouteEntry.Alternative] {
    let row = deployment.routeTables[port.table].arms[arm]
    return expansion.alternatives(of: row).compactMap { conditions in
      RouteMatch(conditions, blocks: row.blocks, provider: port.provider).map { match in
        RouteEntry.Alternative(arm: arm, of: row.outcome, conditions, match)
      }
    }
  }

  /// Writes one route.
  func write(_ entry: RouteEntry, _ port: RoutedPort, to list: inout ResourceMessage<[Envoy.Route]>) {
    switch entry.role {
    case .oneLabelGuard: list.oneLabelGuard(port.ingress, isTLS: port.isTLS)
    case .preflight: list.preflights()
    case .dotParameters: list.dotParameterGuard(port.ingress)
    case .unreadBody(let alternative, let limit):
      list.object { route in
        route.member(.name, "\(name(of: alternative, port)):body")
        alternative.match.write(to: &route, also: .unreadBody(limit))
        route.object(.directResponse) { $0.member(.status, 500) }
        route.map(.typedPerFilterConfig) { $0.bodyRules(needs[port.table.index].bodies) }
      }
    case .webSocketRefusal(let alternative):
      list.object { route in
        route.member(.name, "\(name(of: alternative, port)):websocket")
        alternative.match.write(to: &route, also: .webSocketUpgrade)
        route.object(.directResponse) { $0.member(.status, 403) }
      }
    case .idempotent(let alternative, let retry):
      write(alternative, port, methods: (RetryPolicy.idempotentMethods.joined(separator: "|"), false), retry, to: &list)
    case .action(let alternative, let retry): write(alternative, port, methods: nil, retry, to: &list)
    case .tunnel(let alternative, let ports): write(alternative, port, tunnelTo: ports, to: &list)
    }
  }

  private func write(
    _ alternative: RouteEntry.Alternative, _ port: RoutedPort, methods: (names: String, isNegated: Bool)?,
    _ retry: RetryPolicy?, to list: inout ResourceMessage<[Envoy.Route]>
  ) {
    let arm = deployment.routeTables[port.table].arms[alternative.arm]
    list.note(.origin(arm.origin))
    list.object(adding: routeFields(of: port.ingress, arm)) { route in
      route.member(.name, name(of: alternative, port))
      if let statistics = port.ingress.routeStatistics, arm.outcome.forwards {
        route.member(.statPrefix, StatisticsName.route(name(of: alternative, port), statistics))
      }
      alternative.match.write(to: &route, methods: methods)
      writeAction(RouteAction(arm: arm, port: port, conditions: alternative.conditions), retry, to: &route)
    }
  }

  private func write(
    _ alternative: RouteEntry.Alternative, _ port: RoutedPort, tunnelTo ports: [UInt16],
    to list: inout ResourceMessage<[Envoy.Route]>
  ) {
    let arm = deployment.routeTables[port.table].arms[alternative.arm]
    let hosts = RE2.hosts(port.ingress.hosts)
    let suffix = ports.isEmpty ? "" : ":(?:\(ports.map { "\($0)" }.joined(separator: "|")))"
    list.note(.origin(arm.origin))
    list.object(adding: routeFields(of: port.ingress, arm)) { route in
      route.member(.name, name(of: alternative, port))
      route.note(all: [.part(arm.origin, "connect to"), .hosts(of: port.ingress)])
      alternative.match.write(to: &route, also: .tunnel(authority: "(?:\(hosts))\(suffix)"))
      writeAction(RouteAction(arm: arm, port: port, conditions: alternative.conditions), nil, to: &route)
    }
  }

  private func name(of alternative: RouteEntry.Alternative, _ port: RoutedPort) -> String {
    let table = deployment.routeTables[port.table]
    return "\(table.identity.description):\(table.arms[alternative.arm].name)"
  }
}

extension Ingress {
  /// Whether a wildcard stands for one label, which Envoy's own does not.
  fileprivate var hasOneLabelHosts: Bool { hosts.contains { $0.wildcard == .oneLabel } }
}

extension ResourceMessage<[Envoy.Route]> {
  /// The route in front of all others where a wildcard stands for one label: hosts that no pattern takes.
  mutating func oneLabelGuard(_ ingress: Ingress, isTLS: Bool) {
    guard ingress.hasOneLabelHosts else { return }
    note(all: [.rule(ConstantReasons.oneLabel), .hosts(of: ingress)])
    object { route in
      route.member(.name, "unknown-host" as StaticString)
      route.object(.match) { match in
        match.member(.prefix, "/" as StaticString)
        match.note(.hosts(of: ingress))
        match.array(.headers) {
          $0.headerMatcher(":authority", regex: RE2.hosts(ingress.hosts), isNegated: true, ignoringCase: true)
        }
      }
      route.object(.directResponse) { $0.member(.status, RouteConfigurationAnswer.unknownHost(isTLS: isTLS)) }
    }
  }
}

extension ResourceMessage<[Envoy.Route]> {
  /// The route of paths with a segment of dots in front of a `;` (`PathText.holdsDotParameters`), which are refused. Envoy asks the
  /// headers of a route before its expression: all paths without a `;` are passed at the cost of looking for one. The
  /// expression sees the path without its query.
  mutating func dotParameterGuard(_ ingress: Ingress) {
    note(.rule(ConstantReasons.dotParameters))
    object { route in
      route.member(.name, "dot-parameters" as StaticString)
      route.object(.match) { match in
        match.regex(.safeRegex, "(?s).*/(?:\\.|%(?:25)*2[eE]){1,2};.*")
        match.array(.headers) { headers in
          headers.object { header in
            header.member(.name, ":path" as StaticString)
            header.object(.stringMatch) { $0.member(.contains, ";" as StaticString) }
          }
        }
      }
      route.object(.directResponse) { $0.member(.status, 400) }
      if ingress.policy.maximumBody != nil {
        // Nobody reads the body.
        route.map(.typedPerFilterConfig) { $0.noBodySizeLimit() }
      }
    }
  }
}
