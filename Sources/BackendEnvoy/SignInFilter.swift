import EpicArtifact
import EpicBackend
import EpicBase
import EpicEnvoyAPI
import EpicIR

extension ResourceMessage<[Envoy.HTTPFilter]> {
  /// `envoy.filters.http.oauth2`: the code flow with PKCE. Its two secrets are of their own, so that others drain nothing.
  ///
  /// Cookies are for this host and for every path of it, over TLS only, and out of reach of scripts; their names say so to
  /// browsers (RFC 6265bis section 4.1.3.2).
  mutating func signIn(_ signIn: SignIn, _ ingress: Ingress, port: RoutedPort) {
    note(.origin(signIn.origin))
    typed(name: "envoy.filters.http.oauth2", type: Envoy.OAuth2.self) { filter in
      filter.object(.config) { config in
        config.note(.part(signIn.origin, "token"))
        config.object(.tokenEndpoint) { uri in
          uri.member(.uri, signIn.token.description)
          uri.member(.cluster, EnvoyName.signIn(ingress, signIn))
          uri.member(.timeout, TimeSpan(milliseconds: 5000))
        }
        config.note(.part(signIn.origin, "authorize"))
        config.member(.authorizationEndpoint, signIn.authorization.description)
        config.object(.credentials) { credentials in
          credentials.note(.part(signIn.origin, "client"))
          credentials.member(.clientId, signIn.client)
          credentials.object(.tokenSecret) { $0.secretReference(EnvoyName.key(signIn.clientSecret)) }
          credentials.note(.part(signIn.origin, "cookies"))
          credentials.object(.hmacSecret) { $0.secretReference(EnvoyName.key(signIn.cookieSecret)) }
          credentials.object(.cookieNames) { names in
            names.member(.bearerToken, signIn.cookie("token"))
            names.member(.oauthHmac, signIn.cookie("hmac"))
            names.member(.oauthExpires, signIn.cookie("expires"))
            names.member(.idToken, signIn.cookie("id"))
            names.member(.refreshToken, signIn.cookie("refresh"))
            names.member(.oauthNonce, signIn.cookie("nonce"))
            names.member(.codeVerifier, signIn.cookie("verifier"))
          }
        }
        // The host without its port, which was stripped; the port is the listener's.
        let authority = "%REQ(:authority)%" + (port.explicitPort.map { ":\($0)" } ?? "")
        config.note(.part(signIn.origin, "redirect-path"))
        config.member(.redirectUri, "https://\(authority)\(signIn.redirectPath)")
        config.object(.redirectPathMatcher) { $0.object(.path) { $0.member(.exact, signIn.redirectPath) } }
        config.note(.part(signIn.origin, "sign-out-path"))
        config.object(.signoutPath) { $0.object(.path) { $0.member(.exact, signIn.signOutPath) } }
        if signIn.forwardsToken {
          config.note(.part(signIn.origin, "forward token"))
          config.member(.forwardBearerToken, true)
        }
        if !ingress.jwtProviders.isEmpty {
          // Who brings a token signs in nowhere: it is checked behind this filter.
          config.array(.passThroughMatcher) { headers in
            headers.object { header in
              header.member(.name, "authorization" as StaticString)
              header.object(.stringMatch) { $0.member(.prefix, "Bearer " as StaticString) }
            }
          }
        }
        config.note(.part(signIn.origin, "scopes"))
        config.array(.authScopes) { scopes in for scope in signIn.scopes { scopes.value(scope) } }
        config.member(.useRefreshToken, true)
        config.member(.statPrefix, "epic.oidc" as StaticString)
      }
    }
  }
}

extension InstanceScope {
  /// The cluster that tokens are asked from.
  func signInCluster(_ ingress: Ingress, _ signIn: SignIn, with writer: inout ResourceWriter) -> Resource {
    endpointCluster(
      EnvoyName.signIn(ingress, signIn), statistics: StatisticsName.server(ingress, .signIn, signIn.name),
      signIn.token, authority: signIn.authority,
      from: [.origin(signIn.origin), .part(signIn.origin, "token")], with: &writer)
  }
}
