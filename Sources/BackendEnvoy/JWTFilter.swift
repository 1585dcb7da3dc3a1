import EpicArtifact
import EpicBackend
import EpicBase
import EpicEnvoyAPI
import EpicIR

extension ResourceMessage<[Envoy.HTTPFilter]> {
  /// `envoy.filters.http.jwt_authn`: a request without a good token of one of the providers is 401 before any route.
  /// With `missing allowed` one without a token passes, one with a bad token never does.
  mutating func jwtAuthentication(_ ingress: Ingress, takesTunnels: Bool) {
    note(all: ingress.jwtProviders.map { .origin($0.origin) })
    typed(name: "envoy.filters.http.jwt_authn", type: Envoy.JWTAuthentication.self) { config in
      config.map(.providers) { providers in
        for provider in ingress.jwtProviders {
          providers.note(.origin(provider.origin))
          providers.object(named: provider.name) { $0.jwtProvider(provider, ingress) }
        }
      }
      config.array(.rules) { rules in
        // A CONNECT request has no path: no rule for paths is one for it.
        for isTunnel in takesTunnels ? [false, true] : [false] {
          rules.object { rule in
            rule.object(.match) { match in
              if isTunnel { match.object(.connectMatcher) } else { match.member(.prefix, "/" as StaticString) }
            }
            rule.note(all: ingress.jwtProviders.flatMap { [.origin($0.origin), .part($0.origin, "missing")] })
            rule.object(.requires) { $0.jwtRequirement(ingress.jwtProviders) }
          }
        }
      }
    }
  }
}

extension ResourceMessage<Envoy.JWTRequirement> {
  fileprivate mutating func jwtRequirement(_ providers: [JWTProvider]) {
    let allowsMissing = providers.contains(where: \.allowsMissing)
    if providers.count == 1 && !allowsMissing {
      member(.providerName, providers[0].name)
      return
    }
    object(.requiresAny) { any in
      any.array(.requirements) { requirements in
        for provider in providers { requirements.object { $0.member(.providerName, provider.name) } }
        if allowsMissing { requirements.object { $0.object(.allowMissing) } }
      }
    }
  }
}

extension ResourceMessage<Envoy.JWTProvider> {
  fileprivate mutating func jwtProvider(_ provider: JWTProvider, _ ingress: Ingress) {
    note(.part(provider.origin, "issuer"))
    member(.issuer, provider.issuer)
    if !provider.audiences.isEmpty {
      note(.part(provider.origin, "audience"))
      array(.audiences) { audiences in for audience in provider.audiences { audiences.value(audience) } }
    }
    note(.part(provider.origin, "jwks"))
    switch provider.keys {
    case .remote(let url, _):
      object(.remoteJwks) { keys in
        keys.object(.httpUri) { uri in
          uri.member(.uri, url.description)
          uri.member(.cluster, EnvoyName.keys(ingress, provider))
          uri.member(.timeout, TimeSpan(milliseconds: 5000))
        }
        keys.member(.cacheDuration, TimeSpan(milliseconds: 300_000))
        // The listener does not wait for the keys; a request that comes before them fetches them.
        keys.object(.asyncFetch) { $0.member(.fastListener, true) }
      }
    case .document(let file):
      object(.localJwks) { $0.member(.inlineString, String(decoding: file.bytes, as: UTF8.self)) }
    }
    // Only the header of RFC 6750 section 2.1; by default Envoy would take a query parameter too.
    array(.fromHeaders) { headers in
      headers.object { header in
        header.member(.name, "authorization" as StaticString)
        header.member(.valuePrefix, "Bearer " as StaticString)
      }
    }
    // The upstream sees the token that the client sent.
    member(.forward, true)
    // Claims are asked under the provider's name, by routes that are chosen anew when they are known.
    member(.payloadInMetadata, provider.name)
    member(.clearRouteCache, true)
  }
}
