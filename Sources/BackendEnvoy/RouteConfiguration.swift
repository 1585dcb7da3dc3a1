import EpicArtifact
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
    let plan = RoutePlan(entries(of: port), routeForm)
    return writer.resource(
      name, Envoy.RouteConfiguration.self, from: [listenerSource(port), .declaration(.routes, table.identity)]
    ) { routes in
      routes.member(.name, name)
      routes.array(.virtualHosts) { hosts in
        hosts.note(.declaration(.ingress, port.ingress.identity))
        hosts.object { host in
          host.member(.name, StatisticsName.owner(port.ingress.identity))
          host.note(.hosts(of: port.ingress))
          host.domains(of: port.ingress)
          host.note(.declaration(.routes, table.identity))
          write(plan, port, to: &host)
          writeVirtualHostPolicies(port, to: &host)
          host.headerEdits(
            port.ingress.policy.responseHeaders, add: .responseHeadersToAdd, remove: .responseHeadersToRemove,
            from: { .header(.response, $0, of: port.ingress) })
          host.headerEdits(
            port.ingress.policy.requestHeaders, add: .requestHeadersToAdd, remove: .requestHeadersToRemove,
            from: { .header(.request, $0, of: port.ingress) })
        }
        writeTunnels(of: port, to: &hosts)
        hosts.note(.rule(ConstantReasons.unknownHost))
        hosts.unknownHost(isTLS: port.isTLS)
      }
      writeOwnHeaders(needs, table, to: &routes)
      routes.forwardedFindings(port)
      routes.answerHeaders(port)
      // An arm's header edit replaces the ingress's.
      routes.member(.mostSpecificHeaderMutationsWins, true)
      let largest = needs.largestBody
      if largest > 4096 {
        routes.note(all: table.arms.filter { $0.outcome.bodySize == largest }.map { .part($0.origin, "body") })
        routes.member(.maxDirectResponseBodySizeBytes, UInt32(clamping: largest))
      }
    }
  }

  /// The virtual host of tunnels, where there are some to other ports than the listener's.
  private func writeTunnels(of port: RoutedPort, to hosts: inout ResourceMessage<[Envoy.VirtualHost]>) {
    let tunnels = tunnels(of: port)
    if tunnels.isEmpty { return }
    let table = deployment.routeTables[port.table]
    let ports = Set(table.arms.flatMap(\.policy.tunnelPorts)).subtracting([port.port]).sorted()
    hosts.note(.declaration(.ingress, port.ingress.identity))
    hosts.object { host in
      host.member(.name, "\(port.ingress.identity.fileName):connect")
      host.note(all: [.hosts(of: port.ingress)] + table.arms.filter(\.isTunnel).map { .part($0.origin, "connect to") })
      host.array(.domains) { domains in
        for domain in port.ingress.domains { for port in ports { domains.value("\(domain):\(port)") } }
      }
      host.note(.declaration(.routes, table.identity))
      host.array(.routes) { list in
        for tunnel in tunnels { write(tunnel, port, to: &list) }
        // Whatever else names such a port.
        list.note(.rule(ConstantReasons.unknownHost))
        list.object { route in
          route.object(.match) { $0.member(.prefix, "/" as StaticString) }
          route.object(.directResponse) {
            $0.member(.status, RouteConfigurationAnswer.unknownHost(isTLS: port.isTLS))
          }
        }
      }
      writeVirtualHostPolicies(port, to: &host)
      host.headerEdits(
        port.ingress.policy.responseHeaders, add: .responseHeadersToAdd, remove: .responseHeadersToRemove,
        from: { .header(.response, $0, of: port.ingress) })
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
}

extension ResourceMessage<Envoy.VirtualHost> {
  /// Domains of a virtual host. Envoy's `*.` takes labels of any depth.
  mutating func domains(of ingress: Ingress) {
    array(.domains) { domains in for domain in ingress.domains { domains.value(domain) } }
  }
}

extension Ingress {
  /// Its hosts as Envoy's domains, each once.
  fileprivate var domains: [String] {
    var seen: [String] = []
    for host in hosts {
      let domain = host.wildcard == .none ? host.name : "*.\(host.name)"
      if !seen.contains(domain) { seen.append(domain) }
    }
    return seen
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

extension ResourceMessage<Envoy.RouteConfiguration> {
  /// What every answer of a route says, whatever the route. A header that the ingress or a route sets wins.
  fileprivate mutating func answerHeaders(_ port: RoutedPort) {
    let listener = port.ingress.listeners.first { $0.port == port.port && $0.hasHTTP3 }
    let service = listener?.alternativeService
    if service == nil && port.ingress.cors == nil { return }
    if let listener { note(.origin(listener.origin)) } else { note(.field(.ingress, port.ingress.identity, "cors")) }
    array(.responseHeadersToAdd) { headers in
      if let listener, let service { headers.announceHTTP3(service, at: listener) }
      if port.ingress.cors != nil { headers.varyByOrigin(port.ingress) }
    }
  }
}
