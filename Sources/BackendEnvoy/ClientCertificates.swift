import EpicBase
import EpicEnvoyAPI
import EpicIR

extension ResourceWriter {
  /// What clients must show: members of a `DownstreamTlsContext`.
  mutating func requireClientCertificate(_ demand: ClientCertificateDemand?) {
    if demand != nil { member("require_client_certificate", true) }
  }

  /// How a client's certificate is checked: members of a `CommonTlsContext`. The authorities are a secret of their own,
  /// so that new ones drain nothing.
  mutating func clientValidation(_ demand: ClientCertificateDemand?) {
    guard let demand else { return }
    object("combined_validation_context") { combined in
      combined.object("default_validation_context") { validation in
        validation.array("match_typed_subject_alt_names") { names in
          for pattern in demand.names {
            names.object { matcher in
              matcher.member("san_type", "DNS" as StaticString)
              matcher.object("matcher") { match in
                if pattern.wildcard == .none {
                  match.member("exact", pattern.name)
                  match.member("ignore_case", true)
                } else {
                  // Names in certificates are as their authority wrote them.
                  match.object("safe_regex") { $0.member("regex", "(?i:\(RE2.hosts([pattern])))") }
                }
              }
            }
          }
        }
      }
      combined.object("validation_context_sds_secret_config") {
        $0.secretReference(EnvoyName.authority(demand.authority))
      }
    }
  }
}
