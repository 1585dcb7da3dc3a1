import EpicArtifact
import EpicBackend
import EpicBase
import EpicEnvoyAPI
import EpicIR

extension Upstream {
  /// What its endpoints are shown; nil where all of them are a CDN's, which has TLS of its own.
  var shownCertificate: SecretReference? {
    UpstreamShape(self).groups.contains { $0.kind != .cdn } ? tls?.certificate : nil
  }
}

extension ResourceMessage<Envoy.Cluster> {
  /// How connections to an upstream's endpoints begin: the PROXY header, then TLS.
  mutating func transport(of upstream: Upstream) {
    guard let header = upstream.proxyHeader else {
      guard let tls = upstream.tls else { return }
      note(.field(.upstream, upstream.identity, "tls sni"))
      return transport(tls)
    }
    note(.field(.upstream, upstream.identity, "proxy-protocol"))
    typed(
      .transportSocket, name: "envoy.transport_sockets.upstream_proxy_protocol",
      type: Envoy.ProxyProtocolTransport.self
    ) { outer in
      outer.object(.config) { $0.member(.version, header == .v1 ? .v1 : .v2) }
      if let tls = upstream.tls {
        outer.note(.field(.upstream, upstream.identity, "tls sni"))
        outer.typed(.transportSocket, name: "envoy.transport_sockets.tls", type: Envoy.UpstreamTLS.self) {
          $0.upstreamTLS(tls)
        }
      } else {
        outer.typed(.transportSocket, name: "envoy.transport_sockets.raw_buffer", type: Envoy.RawBuffer.self)
      }
    }
  }

  /// TLS alone.
  mutating func transport(_ tls: EpicIR.UpstreamTLS) {
    typed(.transportSocket, name: "envoy.transport_sockets.tls", type: Envoy.UpstreamTLS.self) { $0.upstreamTLS(tls) }
  }
}

extension ResourceMessage<Envoy.UpstreamTLS> {
  /// TLS towards an upstream: the certificate must be signed by the authority and name the server.
  fileprivate mutating func upstreamTLS(_ tls: EpicIR.UpstreamTLS) {
    member(.sni, tls.serverName)
    object(.commonTlsContext) { context in
      if let certificate = tls.certificate {
        context.array(.tlsCertificateSdsSecretConfigs) { secrets in
          secrets.object { $0.secretReference(EnvoyName.clientCertificate(certificate)) }
        }
      }
      guard let authority = tls.authority else {
        context.object(.validationContext) { validation in
          validation.object(.trustedCa) { $0.member(.filename, EnvoyLayout.systemAuthoritiesFile) }
          validation.subjectName(tls.serverName)
        }
        return
      }
      context.object(.combinedValidationContext) { combined in
        combined.object(.defaultValidationContext) { $0.subjectName(tls.serverName) }
        combined.object(.validationContextSdsSecretConfig) { $0.secretReference(EnvoyName.authority(authority)) }
      }
    }
  }
}

extension ResourceMessage<Envoy.CertificateValidation> {
  fileprivate mutating func subjectName(_ name: String) {
    array(.matchTypedSubjectAltNames) { names in
      names.object { matcher in
        matcher.member(.sanType, IPAddress(name) == nil ? .dns : .ipAddress)
        matcher.object(.matcher) { $0.member(.exact, name) }
      }
    }
  }
}
