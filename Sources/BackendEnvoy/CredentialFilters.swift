import EpicArtifact
import EpicBackend
import EpicBase
import EpicEnvoyAPI
import EpicIR

/// Names of the filters that ask for passwords and keys, and of what they hand on.
private enum CredentialFilter {
  /// The filter's name, and the key of its configuration on the virtual host.
  static let basic = "epic.basic"
  static let keys = "epic.api-key"
  static let keyCheck = "epic.api-key.check"
  /// Filter state: what the request brought, and the name of the client whose key it is.
  static let sent = "epic.api-key.sent"
  static let client = "epic.api-key.client"

  /// Filter state: the key of a client.
  static func key(of client: String) -> String { "epic.api-key.of.\(client)" }
}

extension ResourceMessage<[Envoy.HTTPFilter]> {
  /// `envoy.filters.http.basic_auth`. The users stand on the virtual host, so that others drain no connection; here there
  /// are none, and nobody passes.
  mutating func basicAuthentication(_ basic: BasicAuthentication) {
    note(.origin(basic.origin))
    typed(named: CredentialFilter.basic, type: Envoy.BasicAuth.self) { config in
      // A file without users: it may not be empty.
      config.object(.users) { $0.member(.inlineString, "\n") }
      if let header = basic.userHeader {
        config.note(.part(basic.origin, "forward user as"))
        config.member(.forwardUsernameHeader, header)
      }
    }
  }

  /// Keys of clients. Envoy's own filter has them in its configuration, where no secret may be; so they are secrets of
  /// their own, which a formatter puts into filter state beside what the request brought, and equal ones give the client's
  /// name. Who has none is refused by `envoy.filters.http.rbac`.
  mutating func keyAuthentication(_ authentication: KeyAuthentication) {
    note(.origin(authentication.origin))
    typed(named: CredentialFilter.keys, type: Envoy.FilterState.self) { config in
      config.array(.onRequestHeaders) { values in
        values.note(.part(authentication.origin, "header"))
        values.filterStateValue(CredentialFilter.sent, format: "%REQ(\(authentication.header))%")
        for key in authentication.keys {
          let secret = EnvoyName.key(key.secret)
          values.note(.origin(key.origin))
          values.filterStateValue(CredentialFilter.key(of: key.client), format: "%SECRET(\(secret))%", secret: secret)
        }
        // The first of two clients with one key counts: the value that is written last stays.
        for key in authentication.keys.reversed() {
          let state = { (name: String) in "filter_state['\(name)']" }
          let isEqual = "\(state(CredentialFilter.key(of: key.client))) == \(state(CredentialFilter.sent))"
          values.note(.origin(key.origin))
          values.filterStateValue(CredentialFilter.client, format: "%CEL(\(isEqual) ? '\(key.client)' : '')%")
        }
      }
    }
    note(.origin(authentication.origin))
    typed(named: CredentialFilter.keyCheck, type: Envoy.RBAC.self) { config in
      config.object(.rules) { rules in
        rules.map(.policies) { policies in
          policies.object(named: "clients") { policy in
            policy.array(.permissions) { $0.object { $0.member(.any, true) } }
            policy.array(.principals) { principals in
              for key in authentication.keys {
                principals.note(.origin(key.origin))
                principals.object { principal in
                  principal.object(.filterState) { matcher in
                    matcher.member(.key, CredentialFilter.client)
                    matcher.object(.stringMatch) { $0.member(.exact, key.client) }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}

extension ResourceMessage<[String: Envoy.AnyMessage]> {
  /// The users of a virtual host, in a file of the node's secret store. Envoy reads it with the routes: whoever replaces it
  /// has to make them others, as the applier does.
  mutating func basicUsers(_ basic: BasicAuthentication) {
    any(named: CredentialFilter.basic, Envoy.BasicAuthPerRoute.self) { config in
      config.note(.part(basic.origin, "users"))
      config.object(.users) {
        $0.member(.filename, "\(EnvoyLayout.secretFolder)/\(basic.users.path)/\(EnvoyLayout.usersFile)")
      }
      if let realm = basic.realm {
        config.note(.part(basic.origin, "realm"))
        config.member(.realm, realm)
      }
    }
  }
}

extension ResourceMessage<[Envoy.HeaderValueOption]> {
  /// The header that tells upstreams whose key a request brought.
  mutating func clientHeader(_ name: String, _ authentication: KeyAuthentication) {
    note(.part(authentication.origin, "forward client as"))
    object { option in
      option.object(.header) { header in
        header.member(.key, name)
        header.member(.value, "%FILTER_STATE(\(CredentialFilter.client):PLAIN)%")
      }
      option.member(.appendAction, .overwriteIfExistsOrAdd)
    }
  }
}

extension ResourceMessage<[Envoy.FilterStateValue]> {
  /// A secret's bytes as filter state; nothing while there are none.
  fileprivate mutating func filterStateValue(_ key: String, format: String, secret: String) {
    object { value in
      value.member(.objectKey, key)
      value.member(.factoryKey, "envoy.string")
      value.object(.formatString) { text in
        text.object(.textFormatSource) { $0.member(.inlineString, format) }
        text.member(.omitEmptyValues, true)
        text.array(.formatters) { formatters in
          formatters.typed(name: "envoy.formatter.generic_secret", type: Envoy.SecretFormatter.self) { config in
            config.map(.secretConfigs) { secrets in secrets.object(named: secret) { $0.secretReference(secret) } }
          }
        }
      }
      value.member(.skipIfEmpty, true)
    }
  }
}
