import EpicArtifact
import EpicBackend
import EpicBase
import EpicEnvoyAPI
import EpicIR

extension InstanceScope {
  /// The listeners of HTTP/3 (RFC 9114) on the UDP side of a port, one for each address: the same certificates and the same
  /// routes as on its TCP side.
  func http3Listeners(
    _ ingress: Ingress, _ port: IngressListener, routes: Resource?, with writer: inout ResourceWriter
  ) -> [Resource] {
    ingress.addresses.map { address in
      let name = EnvoyName.listener(ingress, port, address: address.address, isHTTP3: true)
      return writer.resource(
        name, Envoy.Listener.self,
        from: [.declaration(.ingress, ingress.identity), .origin(port.origin)] + sources(of: address, ingress)
      ) { listener in
        listener.member(.name, name)
        listener.member(.statPrefix, StatisticsName.listener(ingress, port, isHTTP3: true))
        listener.object(.address) { wrapper in
          wrapper.object(.socketAddress) { socket in
            socket.member(.protocol, .udp)
            socket.note(all: sources(of: address, ingress))
            socket.member(.address, address.address)
            socket.note(.origin(port.origin))
            socket.member(.portValue, UInt32(port.port))
          }
        }
        // The address is announced after the listener is there, and may come and go under it.
        listener.member(.freebind, true)
        listener.object(.udpListenerConfig) { $0.object(.quicOptions) }
        listener.array(.filterChains) { chains in
          for chain in TLSChain.chains(of: ingress, in: deployment) {
            chains.note(all: [.declaration(.ingress, ingress.identity), .origin(port.origin)])
            chains.object { writeChain(chain, ingress, port, routes, to: &$0) }
          }
        }
      }
    }
  }

  private func writeChain(
    _ tls: TLSChain, _ ingress: Ingress, _ port: IngressListener, _ routes: Resource?,
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
      chain.match(ingress, serverNames: tls.serverNames)
    }
    chain.note(.origin(port.origin))
    chain.typed(.transportSocket, name: "envoy.transport_sockets.quic", type: Envoy.QUICTransport.self) { quic in
      // QUIC is TLS 1.3 by itself (RFC 9001 section 4.2), and `h3` the only protocol that is offered.
      quic.object(.downstreamTlsContext) { tlsContext in
        writeTLSContext(tls.certificate, .v1_3, ingress, port, protocols: [], to: &tlsContext)
      }
    }
    writeNetworkFilters(ingress, port, routes, isHTTP3: true, to: &chain)
  }
}

extension ResourceMessage<[Envoy.HeaderValueOption]> {
  /// Tells clients of the port's HTTP/3 (RFC 7838), in place of what an upstream says of ports of its own.
  mutating func announceHTTP3(_ service: String, at listener: IngressListener) {
    note(.origin(listener.origin))
    object { option in
      option.object(.header) { header in
        header.member(.key, "alt-svc" as StaticString)
        header.member(.value, service)
      }
      option.member(.appendAction, .overwriteIfExistsOrAdd)
    }
  }
}
