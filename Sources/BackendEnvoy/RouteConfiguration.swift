import EpicBackend
import EpicBase
import EpicEnvoyAPI
import EpicIR

/// A port of an ingress on which a route table answers.
struct RoutedPort {
  let ingress: Ingress
  let port: UInt16
  let isTLS: Bool
  let table: RowID<RouteTable>

  /// Nil for a port that only redirects.
  init?(_ ingress: Ingress, _ listener: IngressListener) {
    self.ingress = ingress
    port = listener.port
    switch listener.service {
    case .https(_, let routes): (isTLS, table) = (true, routes)
    case .http(let routes): (isTLS, table) = (false, routes)
    case .redirectToHTTPS, .passthrough, .tcp, .udp: return nil
    }
  }

  /// The provider of claims that name none.
  var provider: String? { ingress.jwtProviders.count == 1 ? ingress.jwtProviders[0].name : nil }

  /// The port as a redirect must name it: nil if the scheme implies it.
  var explicitPort: UInt16? { port == (isTLS ? 443 : 80) ? nil : port }
}

extension InstanceScope {
  /// The route configuration of one port: one virtual host for the ingress's hosts, and a total answer behind it.
  func routes(_ port: RoutedPort, with writer: inout ResourceWriter) -> Resource {
    let name = EnvoyName.routes(port.ingress, port: port.port)
    let table = deployment.routeTables[port.table]
    let needs = needs[port.table.index]
    return writer.resource(
      name, Envoy.RouteConfiguration.self, from: [listenerSource(port), .declaration(.routes, table.identity)]
    ) { routes in
      routes.member(.name, name)
      routes.array(.virtualHosts) { hosts in
        hosts.note(.declaration(.ingress, port.ingress.identity))
        hosts.object { host in
          host.member(.name, port.ingress.identity.fileName)
          host.note(.hosts(of: port.ingress))
          host.domains(port.ingress.hosts)
          host.note(.declaration(.routes, table.identity))
          host.array(.routes) { list in
            list.oneLabelGuard(port.ingress, isTLS: port.isTLS)
            if port.ingress.cors != nil { list.preflights() }
            writeArms(table, port, to: &list)
          }
          writeVirtualHostPolicies(port, to: &host)
          host.headerEdits(
            port.ingress.policy.responseHeaders, add: .responseHeadersToAdd, remove: .responseHeadersToRemove,
            from: { .header(.response, $0, of: port.ingress) })
          host.headerEdits(
            port.ingress.policy.requestHeaders, add: .requestHeadersToAdd, remove: .requestHeadersToRemove,
            from: { .header(.request, $0, of: port.ingress) })
        }
        hosts.note(.rule(ConstantReasons.unknownHost))
        hosts.unknownHost(isTLS: port.isTLS)
      }
      writeOwnHeaders(needs, table, to: &routes)
      routes.forwardedFindings(port)
      // An arm's header edit replaces the ingress's.
      routes.member(.mostSpecificHeaderMutationsWins, true)
      let largest = table.arms.reduce(0) { max($0, $1.outcome.bodySize) }
      if largest > 4096 {
        routes.note(all: table.arms.filter { $0.outcome.bodySize == largest }.map { .part($0.origin, "body") })
        routes.member(.maxDirectResponseBodySizeBytes, UInt32(clamping: largest))
      }
    }
  }

  /// What filters do for all requests of the ingress; nothing where nothing is said.
  private func writeVirtualHostPolicies(_ port: RoutedPort, to host: inout ResourceMessage<Envoy.VirtualHost>) {
    let limits = rateLimits(port)
    let policy = port.ingress.policy
    let limitsRates = !limits.plain.isEmpty || !limits.token.isEmpty || limits.hasArms
    let ingress = port.ingress
    let asks = ingress.cors != nil || ingress.forgeryProtection != nil || ingress.basicAuthentication != nil
    guard asks || policy.maximumBody != nil || limitsRates else { return }
    host.map(.typedPerFilterConfig) { configs in
      if let cors = ingress.cors { configs.corsPolicy(cors) }
      if let protection = ingress.forgeryProtection { configs.forgeryPolicy(protection, port) }
      if let basic = ingress.basicAuthentication { configs.basicUsers(basic) }
      writeRateLimits(port, to: &configs)
      if let bytes = policy.maximumBody { configs.bodySizeLimit(bytes) }
    }
  }

  /// Headers of the compiler's own are removed before a request leaves.
  private func writeOwnHeaders(
    _ needs: RouteNeeds, _ table: RouteTable, to routes: inout ResourceMessage<Envoy.RouteConfiguration>
  ) {
    guard needs.geo || needs.tls || needs.path || !needs.queries.isEmpty else { return }
    routes.array(.requestHeadersToRemove) { names in
      if needs.country {
        names.note(all: table.arms(asking: .country))
        names.value(CompilerHeader.country)
      }
      if needs.autonomousSystem {
        names.note(all: table.arms(asking: .autonomousSystem))
        names.value(CompilerHeader.autonomousSystem)
      }
      if needs.tls {
        names.note(all: table.arms(asking: .tls))
        names.value(CompilerHeader.tls)
      }
      if needs.path { names.value(CompilerHeader.path) }
      for query in needs.queries {
        names.note(all: table.arms(asking: .query(query)))
        names.value(CompilerHeader.query(query))
      }
    }
  }

  private func writeArms(_ table: RouteTable, _ port: RoutedPort, to list: inout ResourceMessage<[Envoy.Route]>) {
    var expansion = RouteExpansion(site: site)
    let tableName = table.identity.description
    for arm in table.arms {
      let name = "\(tableName):\(arm.name)"
      for conditions in expansion.alternatives(of: arm) {
        guard let match = RouteMatch(conditions, blocks: arm.blocks, provider: port.provider) else { continue }
        writeRoutes(arm, name, match, conditions, port, to: &list)
      }
    }
  }

  /// One alternative of an arm. A retry policy that treats methods differently makes two routes of it.
  private func writeRoutes(
    _ arm: RouteArm, _ name: String, _ match: RouteMatch, _ conditions: [RouteCondition], _ port: RoutedPort,
    to list: inout ResourceMessage<[Envoy.Route]>
  ) {
    let retry = arm.policy.retry ?? port.ingress.policy.retry
    let action = RouteAction(arm: arm, port: port, conditions: conditions)
    if let limit = match.bodyLimit {
      // Takes what the arm might take until the body is read, and is passed over from then on.
      list.object { route in
        route.member(.name, "\(name):body")
        match.write(to: &route, also: .unreadBody(limit))
        route.object(.directResponse) { $0.member(.status, 500) }
        route.map(.typedPerFilterConfig) { $0.bodyRules(needs[port.table.index].bodies) }
      }
    }
    if action.forwards, allowsWebSockets(port), !action.allowsWebSocket {
      list.object { route in
        route.member(.name, "\(name):websocket")
        match.write(to: &route, also: .webSocketUpgrade)
        route.object(.directResponse) { $0.member(.status, 403) }
      }
    }
    if let retry, action.forwards, retry.distinguishesMethods {
      list.note(.origin(arm.origin))
      list.object { route in
        route.member(.name, name)
        match.write(to: &route, methods: (RetryPolicy.idempotentMethods, false))
        writeAction(action, retry, to: &route)
      }
      list.note(.origin(arm.origin))
      list.object { route in
        route.member(.name, name)
        match.write(to: &route)
        writeAction(action, retry.onConnectFailureOnly, to: &route)
      }
    } else {
      list.note(.origin(arm.origin))
      list.object { route in
        route.member(.name, name)
        match.write(to: &route)
        writeAction(action, retry, to: &route)
      }
    }
  }
}

extension ResourceMessage<Envoy.VirtualHost> {
  /// Domains of a virtual host. Envoy's `*.` takes labels of any depth.
  mutating func domains(_ hosts: [HostPattern]) {
    array(.domains) { domains in
      var seen: [String] = []
      for host in hosts {
        let domain = host.wildcard == .none ? host.name : "*.\(host.name)"
        if seen.contains(domain) { continue }
        seen.append(domain)
        domains.value(domain)
      }
    }
  }
}

extension ResourceMessage<[Envoy.Route]> {
  /// The route in front of all others where a wildcard stands for one label: hosts that no pattern takes.
  mutating func oneLabelGuard(_ ingress: Ingress, isTLS: Bool) {
    let hosts = ingress.hosts
    guard hosts.contains(where: { $0.wildcard == .oneLabel }) else { return }
    note(all: [.rule(ConstantReasons.oneLabel), .hosts(of: ingress)])
    object { route in
      route.member(.name, "unknown-host" as StaticString)
      route.object(.match) { match in
        match.member(.prefix, "/" as StaticString)
        match.note(.hosts(of: ingress))
        match.array(.headers) {
          $0.headerMatcher(":authority", regex: RE2.hosts(hosts), isNegated: true, ignoringCase: true)
        }
      }
      route.object(.directResponse) { $0.member(.status, RouteConfigurationAnswer.unknownHost(isTLS: isTLS)) }
    }
  }
}

extension ResourceMessage<[Envoy.VirtualHost]> {
  /// The virtual host of every host that nobody owns.
  mutating func unknownHost(isTLS: Bool) {
    object { host in
      host.compact { host in
        host.member(.name, "unknown-host" as StaticString)
        host.array(.domains) { $0.value("*") }
        host.array(.routes) { routes in
          routes.object { route in
            route.object(.match) { $0.member(.prefix, "/" as StaticString) }
            route.object(.directResponse) { $0.member(.status, RouteConfigurationAnswer.unknownHost(isTLS: isTLS)) }
          }
        }
      }
    }
  }
}

/// What a listener answers where no ingress's routes are asked.
enum RouteConfigurationAnswer {
  /// Over TLS, a browser may send on a connection what another host's certificate and address fit as well (RFC 9113 section
  /// 9.1.1): 421 makes it open one of its own (RFC 9110 section 15.5.20). Clear text knows no such thing.
  static func unknownHost(isTLS: Bool) -> UInt32 { isTLS ? 421 : 404 }
}

extension RouteOutcome {
  /// Bytes of the body that Envoy itself answers with.
  var bodySize: Int {
    if case .respond(let response) = self { return response.body.count }
    return 0
  }
}
