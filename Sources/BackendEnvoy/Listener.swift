import EpicArtifact
import EpicBackend
import EpicBase
import EpicEnvoyAPI
import EpicIR

extension InstanceScope {
  /// The listeners of one port of an ingress, one for each address. What stands on the listener itself never changes
  /// while it lives, because that would drain all of its connections: of a tenant's data there is its name alone, under which
  /// is counted, and no version.
  func listeners(
    _ ingress: Ingress, _ port: IngressListener, routes: Resource?, with writer: inout ResourceWriter
  ) -> [Resource] {
    ingress.addresses.map { address in
      let name = EnvoyName.listener(ingress, port, address: address.address)
      return writer.resource(
        name, Envoy.Listener.self,
        from: [.declaration(.ingress, ingress.identity), .origin(port.origin)] + sources(of: address, ingress)
      ) { listener in
        listener.member(.name, name)
        listener.member(.statPrefix, StatisticsName.listener(ingress, port))
        listener.object(.address) { wrapper in
          wrapper.object(.socketAddress) { socket in
            socket.note(all: sources(of: address, ingress))
            socket.member(.address, address.address)
            socket.note(.origin(port.origin))
            socket.member(.portValue, UInt32(port.port))
          }
        }
        // The address is announced after the listener is there, and may come and go under it.
        listener.member(.freebind, true)
        let version: TLSVersion? = if case .https(let version, _) = port.service { version } else { nil }
        listener.inspectors(proxyHeaders: !ingress.proxyHeaderSenders.isEmpty, serverName: version != nil)
        listener.array(.filterChains) { chains in
          if let version {
            for chain in TLSChain.chains(of: ingress, in: deployment) {
              chains.note(all: [.declaration(.ingress, ingress.identity), .origin(port.origin)])
              chains.object { writeTLSChain(chain, version, ingress, port, routes, to: &$0) }
            }
            return
          }
          chains.note(all: [.declaration(.ingress, ingress.identity), .origin(port.origin)])
          chains.object { chain in
            chain.member(.name, ingress.identity.fileName)
            if !ingress.proxyHeaderSenders.isEmpty { chain.match(ingress, serverNames: []) }
            writeNetworkFilters(ingress, port, routes, to: &chain)
          }
        }
      }
    }
  }

  private func writeTLSChain(
    _ tls: TLSChain, _ version: TLSVersion, _ ingress: Ingress, _ port: IngressListener, _ routes: Resource?,
    to chain: inout ResourceMessage<Envoy.FilterChain>
  ) {
    chain.note(all: [.declaration(.ingress, ingress.identity), .declaration(.certificate, tls.certificate.identity)])
    chain.member(.name, tls.name)
    if !tls.serverNames.isEmpty {
      chain.note(
        all: [
          .field(.certificate, tls.certificate.identity, "names"),
          .field(.ingress, ingress.identity, "tls certificate"),
        ])
    }
    if !tls.serverNames.isEmpty || !ingress.proxyHeaderSenders.isEmpty {
      chain.match(ingress, serverNames: tls.serverNames)
    }
    writeDownstreamTLS(tls.certificate, version, ingress, port, to: &chain)
    chain.member(.transportSocketConnectTimeout, TimeSpan(milliseconds: 10_000))
    writeNetworkFilters(ingress, port, routes, to: &chain)
  }

  /// The network filters, in the order of `FilterOrder`.
  func writeNetworkFilters(
    _ ingress: Ingress, _ port: IngressListener, _ routes: Resource?, isHTTP3: Bool = false,
    to chain: inout ResourceMessage<Envoy.FilterChain>
  ) {
    chain.array(.filters) { filters in
      if let routed = RoutedPort(ingress, port) {
        let needs = needs[routed.table.index]
        let table = deployment.routeTables[routed.table]
        // Where proxies are asked, the client is known with the request.
        if needs.geo, let geoDatabase, !routed.asksProxies {
          filters.note(all: [.field(.geo, geoDatabase.identity, "database")] + table.arms(asking: .geo))
          filters.networkGeoip(geoDatabase, needs)
        }
        if needs.client, !routed.asksProxies {
          filters.note(all: table.arms(asking: .client))
          filters.clientAddress()
        }
      }
      filters.typed(
        name: "envoy.filters.network.http_connection_manager", type: Envoy.ConnectionManager.self
      ) { manager in
        manager.overlaid(routes == nil ? [] : httpFields(of: ingress)) {
          writeConnectionManager(ingress, port, routes, isHTTP3: isHTTP3, to: &$0)
        }
      }
    }
  }
}

extension ResourceMessage<Envoy.Listener> {
  /// What looks at a connection before a chain is chosen; the PROXY header stands in front of everything.
  mutating func inspectors(proxyHeaders: Bool, serverName: Bool) {
    guard proxyHeaders || serverName else { return }
    array(.listenerFilters) { filters in
      if proxyHeaders {
        filters.typed(name: "envoy.filters.listener.proxy_protocol", type: Envoy.ProxyProtocol.self)
      }
      if serverName { filters.typed(name: "envoy.filters.listener.tls_inspector", type: Envoy.TLSInspector.self) }
    }
  }
}

extension ResourceMessage<Envoy.FilterChain> {
  /// Which connections the chain takes. A PROXY header replaces the peer's address, and `direct_source_prefix_ranges`
  /// still sees the peer itself: what comes from elsewhere finds no chain and is closed.
  mutating func match(_ ingress: Ingress, serverNames: [String]) {
    object(.filterChainMatch) { match in
      if !ingress.proxyHeaderSenders.isEmpty {
        match.note(.field(.ingress, ingress.identity, "proxy-protocol from"))
        match.array(.directSourcePrefixRanges) { $0.ranges(ingress.proxyHeaderSenders) }
      }
      if !serverNames.isEmpty {
        match.array(.serverNames) { names in for name in serverNames { names.value(name) } }
      }
    }
  }
}

extension ResourceMessage<[Envoy.CIDRRange]> {
  mutating func ranges(_ prefixes: [IPPrefix]) {
    for prefix in prefixes {
      object { range in
        range.member(.addressPrefix, prefix.address)
        range.member(.prefixLen, UInt32(prefix.length))
      }
    }
  }
}
