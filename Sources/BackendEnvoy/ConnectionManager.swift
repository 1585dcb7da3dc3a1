import EpicArtifact
import EpicBackend
import EpicBase
import EpicEnvoyAPI
import EpicIR

extension InstanceScope {
  /// The HTTP connection manager of one port. Paths and hosts are brought into one form before any route is asked
  /// (`normalize_path` and what follows it), so that every later stage sees the same text.
  func writeConnectionManager(
    _ ingress: Ingress, _ port: IngressListener, _ routes: Resource?, isHTTP3: Bool,
    to manager: inout ResourceMessage<Envoy.ConnectionManager>
  ) {
    if isHTTP3 { manager.member(.codecType, .http3) }
    manager.member(.statPrefix, StatisticsName.owner(ingress.identity))
    let routed = RoutedPort(ingress, port)
    let needs = routed.map { self.needs[$0.table.index] }
    if let routes {
      manager.replacedInline(by: ",\"route_config\":", inlining: routes) { writer in
        writer.object(.rds) { rds in
          rds.member(.routeConfigName, routes.name)
          rds.fileSource(.configSource, path: EnvoyLayout.subscriptionPath(.routes, routes.name))
        }
      }
    } else if case .redirectToHTTPS(let target) = port.service {
      manager.object(.routeConfig) { writeRedirectToTLS(ingress, to: target, &$0) }
    }
    if let format = ingress.accessLog { manager.accessLog(format, ingress: ingress.identity.description) }
    manager.array(.httpFilters) { filters in
      if let routed {
        writeHTTPFilters(routed, needs, to: &filters)
        filters.native(hatches(of: ingress), before: .router)
      }
      filters.typed(name: "envoy.filters.http.router", type: Envoy.Router.self)
    }
    manager.earlyHeaders(needs, routed.map { deployment.routeTables[$0.table] }, routed)
    manager.localReplies(ingress, isRouted: routed != nil)
    if let tracing = ingress.tracing, routed != nil { writeTracing(tracing, ingress, to: &manager) }
    if let routed, routed.asksProxies {
      manager.trustedProxies(ingress.trustedProxies)
    } else {
      manager.member(.useRemoteAddress, true)
    }
    let takesTunnels = routed.map(takesTunnels) ?? false
    if let routed, allowsWebSockets(routed) {
      // Not CONNECT, which their routes allow: here it would let a `GET` with `upgrade: connect` pass, too.
      manager.array(.upgradeConfigs) { list in list.object { $0.member(.upgradeType, "websocket" as StaticString) }
      }
    }
    manager.member(.normalizePath, true)
    manager.member(.mergeSlashes, true)
    manager.member(.pathWithEscapedSlashesAction, .rejectRequest)
    // Whoever takes any port off takes it off a CONNECT request, too, whose port decides.
    if takesTunnels { manager.member(.stripMatchingHostPort, true) } else { manager.member(.stripAnyHostPort, true) }
    manager.member(.stripTrailingHostDot, true)
    manager.member(.requestHeadersTimeout, TimeSpan(milliseconds: 10_000))
    if let timeout = ingress.streamTimeout {
      // Not on routes: with `RouteAction.max_stream_duration` Envoy ignores `RouteAction.timeout`.
      manager.note(.field(.ingress, ingress.identity, "timeout stream"))
      manager.object(.commonHttpProtocolOptions) { $0.member(.maxStreamDuration, timeout) }
    }
    if isHTTP3 {
      manager.object(.http3ProtocolOptions) { options in
        options.object(.quicProtocolOptions) { $0.member(.maxConcurrentStreams, 100) }
      }
      return
    }
    manager.object(.http2ProtocolOptions) { options in
      // RFC 8441: Envoy makes an upgrade of it, which routes then see.
      if let routed, allowsWebSockets(routed) || takesTunnels { options.member(.allowConnect, true) }
      options.member(.maxConcurrentStreams, 100)
      options.member(.initialStreamWindowSize, 65_536)
      options.member(.initialConnectionWindowSize, 1_048_576)
    }
  }

  /// The HTTP filters in front of the router, in the order of `FilterOrder`.
  private func writeHTTPFilters(
    _ routed: RoutedPort, _ needs: RouteNeeds?, to filters: inout ResourceMessage<[Envoy.HTTPFilter]>
  ) {
    let limits = rateLimits(routed)
    let ingress = routed.ingress
    let hatches = hatches(of: ingress)
    filters.native(hatches, before: .cors)
    if ingress.cors != nil { filters.corsFilter() }
    if let protection = ingress.forgeryProtection { filters.forgeryFilter(protection) }
    filters.native(hatches, after: .cors, before: .client)
    if routed.asksProxies, let needs {
      if needs.geo, let geoDatabase { filters.httpGeoip(geoDatabase, needs) }
      if needs.geo || needs.client { filters.derivedClient() }
    }
    filters.native(hatches, after: .client, before: .rateLimit)
    filters.cookiesToMetadata(limitCookies(routed))
    if !limits.plain.isEmpty { filters.rateLimitFilter(.ingress, of: ingress) }
    filters.native(hatches, after: .rateLimit, before: .auth)
    if ingress.translatesGRPCWeb { filters.grpcWebFilter() }
    if let signIn = ingress.signIn { filters.signIn(signIn, ingress, port: routed) }
    if let basic = ingress.basicAuthentication { filters.basicAuthentication(basic) }
    if let keys = ingress.keyAuthentication { filters.keyAuthentication(keys) }
    if !ingress.jwtProviders.isEmpty { filters.jwtAuthentication(ingress, takesTunnels: takesTunnels(routed)) }
    if !limits.token.isEmpty { filters.rateLimitFilter(.token, of: ingress) }
    filters.native(hatches, after: .auth, before: .cohort)
    if let needs {
      writeCohortFilters(
        needs.cohorts, deployment.routeTables[routed.table], provider: routed.provider, to: &filters)
    }
    filters.native(hatches, after: .cohort, before: .body)
    if let needs, !needs.bodies.isEmpty { filters.bodyFilter() }
    if ingress.cors != nil, let needs, choosesAnew(routed, needs) { filters.corsFilter() }
    if let external = ingress.externalAuthorization { writeExternalAuthorization(external, to: &filters) }
    filters.native(hatches, after: .body, before: .routeRateLimit)
    if limits.hasArms { filters.rateLimitFilter(.arm, of: ingress) }
    filters.native(hatches, after: .routeRateLimit, before: .maxBody)
    if self.needs[routed.table.index].leadsToCDN {
      filters.cdnLoopFilter(CDNLoop.id(of: ingress, in: deployment.workspace), of: ingress.identity)
    }
    if limitsBodies(routed) { filters.bodySizeFilter() }
    if let compression = ingress.compression { filters.compressionFilters(compression) }
    filters.native(hatches, after: .maxBody)
  }

  /// Whether a request to the port may become a WebSocket.
  func allowsWebSockets(_ port: RoutedPort) -> Bool {
    port.ingress.policy.allowsWebSocket
      || needs[port.table.index].webSockets
  }

  /// Whether a filter behind the first may have the route chosen anew: by what a proxy, a token, a cohort or a body says.
  private func choosesAnew(_ port: RoutedPort, _ needs: RouteNeeds) -> Bool {
    port.asksProxies || port.ingress.translatesGRPCWeb || !port.ingress.jwtProviders.isEmpty
      || !needs.cohorts.isEmpty || !needs.bodies.isEmpty
  }
  /// Whether some CONNECT request is taken on the port.
  func takesTunnels(_ port: RoutedPort) -> Bool { needs[port.table.index].tunnels }

  /// Whether a body is limited on the port.
  private func limitsBodies(_ port: RoutedPort) -> Bool {
    port.ingress.policy.maximumBody != nil
      || needs[port.table.index].armBodies
  }

  /// Every host of the ingress is sent to TLS; the others get the same answer as there.
  private func writeRedirectToTLS(
    _ ingress: Ingress, to port: UInt16, _ routes: inout ResourceMessage<Envoy.RouteConfiguration>
  ) {
    routes.member(.name, "redirect" as StaticString)
    routes.array(.virtualHosts) { hosts in
      hosts.object { host in
        host.member(.name, ingress.identity.fileName)
        host.note(.hosts(of: ingress))
        host.domains(of: ingress)
        host.array(.routes) { list in
          list.oneLabelGuard(ingress, isTLS: false)
          list.dotParameterGuard(ingress)
          list.object { route in
            route.object(.match) { $0.member(.prefix, "/" as StaticString) }
            route.object(.redirect) { redirect in
              redirect.member(.httpsRedirect, true)
              if port != 443 {
                redirect.note(all: ingress.listeners.filter { $0.port == port }.map { .origin($0.origin) })
                redirect.member(.portRedirect, UInt32(port))
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
