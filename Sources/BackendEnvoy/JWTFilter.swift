import EpicArtifact
import EpicBackend
import EpicBase
import EpicEnvoyAPI
import EpicIR

extension ResourceWriter {
  /// `envoy.filters.http.jwt_authn`: a request without a good token of one of the providers is 401 before any route.
  /// With `missing allowed` one without a token passes, one with a bad token never does.
  mutating func jwtAuthentication(_ ingress: Ingress) {
    note(all: ingress.jwtProviders.map { .origin($0.origin) })
    typed(name: "envoy.filters.http.jwt_authn", type: EnvoyType.jwtAuthentication) { config in
      config.object("providers") { providers in
        for provider in ingress.jwtProviders {
          providers.note(.origin(provider.origin))
          providers.object(named: provider.name) { $0.jwtProvider(provider, ingress) }
        }
      }
      config.array("rules") { rules in
        rules.object { rule in
          rule.object("match") { $0.member("prefix", "/" as StaticString) }
          rule.note(all: ingress.jwtProviders.flatMap { [.origin($0.origin), .part($0.origin, "missing")] })
          rule.object("requires") { $0.jwtRequirement(ingress.jwtProviders) }
        }
      }
    }
  }

  /// Envoy answers 403 to a good token for another audience; the language knows one answer to a bad credential. What
  /// the filter refuses says so in its details; a route's own 403 is another.
  mutating func unauthorizedReply() {
    object("local_reply_config") { config in
      config.array("mappers") { mappers in
        mappers.object { mapper in
          mapper.object("filter") { filter in
            filter.typed(
              "extension_filter", name: "envoy.access_loggers.extension_filters.cel", type: EnvoyType.expressionFilter
            ) {
              $0.member("expression", "response.code == 403 && response.code_details.startsWith('jwt_authn')")
            }
          }
          mapper.member("status_code", 401)
        }
      }
    }
  }

  private mutating func jwtRequirement(_ providers: [JWTProvider]) {
    let allowsMissing = providers.contains(where: \.allowsMissing)
    if providers.count == 1 && !allowsMissing {
      member("provider_name", providers[0].name)
      return
    }
    object("requires_any") { any in
      any.array("requirements") { requirements in
        for provider in providers { requirements.object { $0.member("provider_name", provider.name) } }
        if allowsMissing { requirements.object { $0.object("allow_missing") { _ in } } }
      }
    }
  }

  private mutating func jwtProvider(_ provider: JWTProvider, _ ingress: Ingress) {
    note(.part(provider.origin, "issuer"))
    member("issuer", provider.issuer)
    if !provider.audiences.isEmpty {
      note(.part(provider.origin, "audience"))
      array("audiences") { audiences in for audience in provider.audiences { audiences.value(audience) } }
    }
    note(.part(provider.origin, "jwks"))
    switch provider.keys {
    case .remote(let url, _):
      object("remote_jwks") { keys in
        keys.object("http_uri") { uri in
          uri.member("uri", url.description)
          uri.member("cluster", EnvoyName.keys(ingress, provider))
          uri.member("timeout", "5s" as StaticString)
        }
        keys.member("cache_duration", "300s" as StaticString)
        // The listener does not wait for the keys; a request that comes before them fetches them.
        keys.object("async_fetch") { $0.member("fast_listener", true) }
      }
    case .document(let file):
      object("local_jwks") { $0.member("inline_string", String(decoding: file.bytes, as: UTF8.self)) }
    }
    // Only the header of RFC 6750 section 2.1; by default Envoy would take a query parameter too.
    array("from_headers") { headers in
      headers.object { header in
        header.member("name", "authorization" as StaticString)
        header.member("value_prefix", "Bearer " as StaticString)
      }
    }
    // The upstream sees the token that the client sent.
    member("forward", true)
    // Claims are asked under the provider's name, by routes that are chosen anew when they are known.
    member("payload_in_metadata", provider.name)
    member("clear_route_cache", true)
  }
}
