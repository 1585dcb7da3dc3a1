package import EpicBase

/// `auth basic NAME`: a user's name and password in each request (RFC 7617). What is asked for, and not the passwords: those
/// lie hashed in the node's secret store.
package struct BasicAuthentication: Hashable, Sendable {
  package var name: String
  /// A folder with the file `users`: lines of `name:{SHA}…`, as `htpasswd -s` writes them.
  package var users: SecretReference
  /// What a browser says that the password is for; nil leaves it to Envoy, which says the URL.
  package var realm: String?
  /// The header that tells an upstream the user's name; lower case.
  package var userHeader: String?
  package var origin: Origin

  package init(name: String, users: SecretReference, realm: String?, userHeader: String?, origin: Origin) {
    self.name = name
    self.users = users
    self.realm = realm
    self.userHeader = userHeader
    self.origin = origin
  }
}

/// `auth api-key NAME`: a key in a header of each request.
package struct KeyAuthentication: Hashable, Sendable {
  /// Who may call, and where the node keeps the caller's key: a folder with the file `key`.
  package struct Key: Hashable, Sendable {
    package var client: String
    package var secret: SecretReference
    package var origin: Origin

    package init(client: String, secret: SecretReference, origin: Origin) {
      self.client = client
      self.secret = secret
      self.origin = origin
    }
  }
  package var name: String
  /// Lower case.
  package var header: String
  /// At least one; names of clients are unique.
  package var keys: [Key]
  /// The header that tells an upstream the client's name; lower case.
  package var clientHeader: String?
  package var origin: Origin

  package init(name: String, header: String, keys: [Key], clientHeader: String?, origin: Origin) {
    self.name = name
    self.header = header
    self.keys = keys
    self.clientHeader = clientHeader
    self.origin = origin
  }
}

/// `auth external NAME`: a service that decides about each request.
package struct ExternalAuthorization: Hashable, Sendable {
  /// How the service is asked.
  package enum Service: Hashable, Sendable {
    /// `envoy.service.auth.v3.Authorization/Check`.
    case grpc
    /// The request without its body, its path behind a prefix; any 200 lets it pass.
    case http(pathPrefix: String)
  }
  package var name: String
  package var upstream: RowID<Upstream>
  package var service: Service
  /// Headers that the service sees beside method, host, path and `authorization`; lower case.
  package var shownHeaders: [String]
  /// Headers of its answer that an upstream gets; lower case.
  package var forwardedHeaders: [String]
  package var timeout: TimeSpan
  /// Whether a request passes that the service says nothing about.
  package var allowsOnFailure: Bool
  package var origin: Origin

  package init(
    name: String, upstream: RowID<Upstream>, service: Service, shownHeaders: [String], forwardedHeaders: [String],
    timeout: TimeSpan, allowsOnFailure: Bool, origin: Origin
  ) {
    self.name = name
    self.upstream = upstream
    self.service = service
    self.shownHeaders = shownHeaders
    self.forwardedHeaders = forwardedHeaders
    self.timeout = timeout
    self.allowsOnFailure = allowsOnFailure
    self.origin = origin
  }
}

/// `auth oidc NAME`: people sign in at an issuer, by the code flow with PKCE (OpenID Connect Core 1.0 section 3.1,
/// RFC 7636). What a browser is told afterwards lies in cookies.
package struct SignIn: Hashable, Sendable {
  package var name: String
  /// Where a browser is sent.
  package var authorization: WebURL
  /// Where the edge exchanges a code for tokens; `authority` is the CA that signs the server, nil for the system's.
  package var token: WebURL
  package var authority: SecretReference?
  package var client: String
  /// A folder with the file `key`: what the edge shows the issuer.
  package var clientSecret: SecretReference
  /// A folder with the file `key`: what cookies are signed and sealed with.
  package var cookieSecret: SecretReference
  package var scopes: [String]
  /// Where the issuer sends a browser back to; a plain path.
  package var redirectPath: String
  /// Where a browser signs out; a plain path.
  package var signOutPath: String
  /// Whether an upstream, and `auth jwt`, get the access token as a bearer token.
  package var forwardsToken: Bool
  package var origin: Origin

  package init(
    name: String, authorization: WebURL, token: WebURL, authority: SecretReference?, client: String,
    clientSecret: SecretReference, cookieSecret: SecretReference, scopes: [String], redirectPath: String,
    signOutPath: String, forwardsToken: Bool, origin: Origin
  ) {
    self.name = name
    self.authorization = authorization
    self.token = token
    self.authority = authority
    self.client = client
    self.clientSecret = clientSecret
    self.cookieSecret = cookieSecret
    self.scopes = scopes
    self.redirectPath = redirectPath
    self.signOutPath = signOutPath
    self.forwardsToken = forwardsToken
    self.origin = origin
  }
}

extension SignIn {
  /// The name of one of its cookies. Browsers take cookies of such names for this host alone, over TLS and for every path
  /// (RFC 6265bis section 4.1.3.2).
  package func cookie(_ part: String) -> String { "__Host-\(name)-\(part)" }
}

/// `csrf refused`: requests that change something and come from a page of another origin are answered 403.
package struct ForgeryProtection: Hashable, Sendable {
  /// Origins that may ask beside the ingress's own hosts: host, and port unless the scheme implies it; lower case.
  package var origins: [String]
  /// Hosts with wildcards, behind any scheme.
  package var hosts: [HostPattern]
  package var origin: Origin

  package init(origins: [String], hosts: [HostPattern], origin: Origin) {
    self.origins = origins
    self.hosts = hosts
    self.origin = origin
  }
}

/// `trace to UPSTREAM sample SHARE`: spans of requests, sent to a collector of OpenTelemetry.
package struct Tracing: Hashable, Sendable {
  package var upstream: RowID<Upstream>
  /// Share of requests that begin a trace.
  package var share: Percentage
  /// Whether a caller's `traceparent` is believed: its trace is continued, and its word on sampling counts.
  package var continuesCallers: Bool
  package var origin: Origin

  package init(upstream: RowID<Upstream>, share: Percentage, continuesCallers: Bool, origin: Origin) {
    self.upstream = upstream
    self.share = share
    self.continuesCallers = continuesCallers
    self.origin = origin
  }
}

extension Ingress {
  /// Headers that the edge itself sets for upstreams, from what it found out: a client's copies are taken out before any
  /// route is asked.
  package var forwardedHeaders: [String] {
    var names = [basicAuthentication?.userHeader, keyAuthentication?.clientHeader].compactMap(\.self)
    names += externalAuthorization?.forwardedHeaders ?? []
    return names
  }

  /// Upstreams that the edge itself asks, beside those of routes.
  package var servants: [RowID<Upstream>] {
    [externalAuthorization?.upstream, tracing?.upstream].compactMap(\.self)
  }

  /// The secrets of what it asks of requests beside tokens and certificates, with who names each.
  package var credentialSecrets: [(secret: SecretReference, origin: Origin)] {
    var secrets: [(SecretReference, Origin)] = []
    if let basic = basicAuthentication { secrets.append((basic.users, basic.origin)) }
    for key in keyAuthentication?.keys ?? [] { secrets.append((key.secret, key.origin)) }
    if let signIn {
      secrets.append((signIn.clientSecret, signIn.origin))
      secrets.append((signIn.cookieSecret, signIn.origin))
      if let authority = signIn.authority { secrets.append((authority, signIn.origin)) }
    }
    return secrets
  }

  /// Those of them that Envoy gets as secrets of their own: keys, not users.
  package var keySecrets: [SecretReference] {
    (keyAuthentication?.keys.map(\.secret) ?? []) + (signIn.map { [$0.clientSecret, $0.cookieSecret] } ?? [])
  }
}
