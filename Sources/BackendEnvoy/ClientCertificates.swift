import EpicBase
import EpicEnvoyAPI
import EpicIR

extension ResourceMessage<Envoy.DownstreamTLS> {
  /// What clients must show: members of a `DownstreamTlsContext`.
  mutating func requireClientCertificate(_ demand: ClientCertificateDemand?) {
    if demand != nil { member(.requireClientCertificate, true) }
  }
}

extension ResourceMessage<Envoy.TLSContext> {
  /// How a client's certificate is checked: members of a `CommonTlsContext`. The authorities are a secret of their own,
  /// so that new ones drain nothing.
  mutating func clientValidation(_ demand: ClientCertificateDemand?) {
    guard let demand else { return }
    object(.combinedValidationContext) { combined in
      combined.object(.defaultValidationContext) { validation in
        validation.array(.matchTypedSubjectAltNames) { names in
          for pattern in demand.names {
            names.object { matcher in
              matcher.member(.sanType, .dns)
              matcher.object(.matcher) { match in
                if pattern.wildcard == .none {
                  match.member(.exact, pattern.name)
                  match.member(.ignoreCase, true)
                } else {
                  // Names in certificates are as their authority wrote them.
                  match.object(.safeRegex) { $0.member(.regex, "(?i:\(RE2.hosts([pattern])))") }
                }
              }
            }
          }
        }
      }
      combined.object(.validationContextSdsSecretConfig) {
        $0.secretReference(EnvoyName.authority(demand.authority))
      }
    }
  }
}
