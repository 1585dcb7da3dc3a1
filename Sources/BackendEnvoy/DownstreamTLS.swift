import EpicArtifact
import EpicBackend
import EpicBase
import EpicEnvoyAPI
import EpicIR

/// A filter chain of a TLS listener: one certificate, and the server names that it is shown for.
struct TLSChain {
  /// Stays as it is when certificates come and go beside it.
  let name: String
  let certificate: Certificate
  /// Empty for the chain that takes every other name, and clients that send none.
  let serverNames: [String]

  /// The first certificate whose names cover the server name is shown; the first of all where none does. Envoy takes
  /// the most specific name among the chains, so each chain holds the names that no certificate before it covers, and
  /// a covered name stays with the certificate that covers it.
  static func chains(of ingress: Ingress, in deployment: Deployment) -> [TLSChain] {
    let certificates = ingress.certificates.map { deployment.certificates[$0] }
    guard let first = certificates.first else { return [] }
    let identity = ingress.identity.fileName
    var chains: [TLSChain] = []
    if certificates.count > 1 {
      var taken: [HostPattern] = []
      for certificate in certificates {
        let own = certificate.names.filter { name in !taken.contains { $0.covers(name) } }
        taken += own
        if own.isEmpty { continue }
        chains.append(
          TLSChain(
            name: "\(identity)~\(certificate.identity.fileName)", certificate: certificate,
            serverNames: own.map { $0.wildcard == .none ? $0.name : "*.\($0.name)" }))
      }
    }
    chains.append(TLSChain(name: identity, certificate: first, serverNames: []))
    return chains
  }
}

extension TLSVersion {
  /// What `%DOWNSTREAM_TLS_VERSION%` says for it.
  var envoyName: String { self == .v1_0 ? "TLSv1" : "TLSv\(self)" }
}

extension InstanceScope {
  /// TLS towards clients. The certificate is a secret of its own, so that a new one drains nothing.
  func writeDownstreamTLS(
    _ certificate: Certificate, _ version: TLSVersion, _ ingress: Ingress, _ port: IngressListener,
    to chain: inout ResourceMessage<Envoy.FilterChain>
  ) {
    chain.note(.origin(port.origin))
    chain.typed(.transportSocket, name: "envoy.transport_sockets.tls", type: Envoy.DownstreamTLS.self) { tls in
      writeTLSContext(certificate, version, ingress, port, protocols: ["h2", "http/1.1"], to: &tls)
    }
  }

  /// The members of a `DownstreamTlsContext`; without `protocols` those of the transport are offered.
  func writeTLSContext(
    _ certificate: Certificate, _ version: TLSVersion, _ ingress: Ingress, _ port: IngressListener,
    protocols: [StaticString], to tls: inout ResourceMessage<Envoy.DownstreamTLS>
  ) {
    let demand = ingress.clientCertificates
    tls.object(.commonTlsContext) { context in
      context.object(.tlsParams) {
        $0.note(.value(.field(.ingress, ingress.identity, "listen https \(port.port)"), "minimum"))
        $0.member(.tlsMinimumProtocolVersion, version == .v1_3 ? .tlsv13 : .tlsv12)
      }
      context.array(.tlsCertificateSdsSecretConfigs) { secrets in
        secrets.note(
          all: [
            .field(.ingress, ingress.identity, "tls certificate"), .declaration(.certificate, certificate.identity),
          ])
        secrets.object { $0.secretReference(EnvoyName.certificate(certificate)) }
      }
      if !protocols.isEmpty {
        context.array(.alpnProtocols) { list in for name in protocols { list.value(name) } }
      }
      context.clientValidation(demand)
    }
    tls.requireClientCertificate(demand)
  }
}

extension ResourceMessage<Envoy.SecretConfig> {
  /// Names a secret: read from a file of its own, or static in the inlined form.
  mutating func secretReference(_ name: String) {
    member(.name, name)
    replacedInline {
      $0.fileSource(.sdsConfig, path: EnvoyLayout.subscriptionPath(.secrets, name))
    }
  }
}
