import EpicArtifact
import EpicBackend
import EpicBase
import EpicEnvoyAPI
import EpicIR

extension InstanceScope {
  /// The HTTP connection manager of one port. Paths and hosts are brought into one form before any route is asked
  /// (`normalize_path` and what follows it), so that every later stage sees the same text.
  func writeConnectionManager(
    _ ingress: Ingress, _ port: IngressListener, _ routes: Resource?, to manager: inout ResourceWriter
  ) {
    manager.member("stat_prefix", ingress.identity.fileName)
    let routed = RoutedPort(ingress, port)
    let needs = routed.map { self.needs[$0.table.index] }
    if let routes {
      manager.replacedInline(by: ",\"route_config\":", inlining: routes) { writer in
        writer.object("rds") { rds in
          rds.member("route_config_name", routes.name)
          rds.fileSource("config_source", path: EnvoyLayout.subscriptionPath(.routes, routes.name))
        }
      }
    } else if case .redirectToHTTPS(let target) = port.service {
      manager.object("route_config") { writeRedirectToTLS(ingress, to: target, &$0) }
    }
    if let format = ingress.accessLog { manager.accessLog(format, ingress: ingress.identity.description) }
    manager.array("http_filters") { filters in
      if let routed { writeHTTPFilters(routed, needs, to: &filters) }
      filters.typed(name: "envoy.filters.http.router", type: EnvoyType.router)
    }
    manager.earlyHeaders(needs, routed.map { deployment.routeTables[$0.table] }, routed)
    if !ingress.jwtProviders.isEmpty { manager.unauthorizedReply() }
    if let routed, routed.asksProxies {
      manager.trustedProxies(ingress.trustedProxies)
    } else {
      manager.member("use_remote_address", true)
    }
    if let routed, allowsWebSockets(routed) {
      manager.array("upgrade_configs") { list in list.object { $0.member("upgrade_type", "websocket" as StaticString) }
      }
    }
    manager.member("normalize_path", true)
    manager.member("merge_slashes", true)
    manager.member("path_with_escaped_slashes_action", "REJECT_REQUEST" as StaticString)
    manager.member("strip_any_host_port", true)
    manager.member("strip_trailing_host_dot", true)
    manager.member("request_headers_timeout", "10s" as StaticString)
    manager.object("http2_protocol_options") { options in
      options.member("max_concurrent_streams", 100)
      options.member("initial_stream_window_size", 65_536)
      options.member("initial_connection_window_size", 1_048_576)
    }
  }

  /// The HTTP filters in front of the router, in the order of `FilterOrder`.
  private func writeHTTPFilters(_ routed: RoutedPort, _ needs: RouteNeeds?, to filters: inout ResourceWriter) {
    let limits = rateLimits(routed)
    if routed.ingress.cors != nil { filters.corsFilter() }
    if routed.asksProxies, let needs {
      if needs.geo, let geoDatabase { filters.httpGeoip(geoDatabase, needs) }
      if needs.geo || needs.client { filters.derivedClient() }
    }
    filters.cookiesToMetadata(limitCookies(routed))
    if !limits.plain.isEmpty { filters.rateLimitFilter(RateLimitFilter.ingress) }
    if !routed.ingress.jwtProviders.isEmpty { filters.jwtAuthentication(routed.ingress) }
    if !limits.token.isEmpty { filters.rateLimitFilter(RateLimitFilter.token) }
    if let needs {
      writeCohortFilters(
        needs.cohorts, deployment.routeTables[routed.table], provider: routed.provider, to: &filters)
    }
    if let needs, !needs.bodies.isEmpty { filters.bodyFilter() }
    if limits.hasArms { filters.rateLimitFilter(RateLimitFilter.arm) }
    if limitsBodies(routed) { filters.bodySizeFilter() }
  }

  /// Whether a request to the port may become a WebSocket.
  func allowsWebSockets(_ port: RoutedPort) -> Bool {
    port.ingress.policy.allowsWebSocket
      || deployment.routeTables[port.table].arms.contains { $0.policy.allowsWebSocket }
  }

  /// Whether a body is limited on the port.
  private func limitsBodies(_ port: RoutedPort) -> Bool {
    port.ingress.policy.maximumBody != nil
      || deployment.routeTables[port.table].arms.contains { $0.policy.maximumBody != nil }
  }

  /// Every host of the ingress is sent to TLS; the others get the same answer as there.
  private func writeRedirectToTLS(_ ingress: Ingress, to port: UInt16, _ routes: inout ResourceWriter) {
    routes.member("name", "redirect" as StaticString)
    routes.array("virtual_hosts") { hosts in
      hosts.object { host in
        host.member("name", ingress.identity.fileName)
        host.note(.hosts(of: ingress))
        host.domains(ingress.hosts)
        host.array("routes") { list in
          list.oneLabelGuard(ingress, isTLS: false)
          list.object { route in
            route.object("match") { $0.member("prefix", "/" as StaticString) }
            route.object("redirect") { redirect in
              redirect.member("https_redirect", true)
              if port != 443 {
                redirect.note(all: ingress.listeners.filter { $0.port == port }.map { .origin($0.origin) })
                redirect.member("port_redirect", UInt32(port))
              }
            }
          }
        }
      }
      hosts.note(.rule(ConstantReasons.unknownHost))
      hosts.unknownHost(isTLS: false)
    }
  }
}
