package import EpicBase

/// One application's external ingress.
package struct Ingress: Hashable, Sendable {
  package var identity: Identity
  /// In written order.
  package var addresses: [IngressAddress]
  package var engine: RowID<Engine>
  /// Sites that serve it.
  package var sites: [RowID<Site>]
  /// Host names it answers for.
  package var hosts: [HostPattern]
  /// The `host` statement; nil stands for the ingress's own origin.
  package var hostsOrigin: Origin?
  package var listeners: [IngressListener]
  /// Shown in order of preference; the first whose names cover the server name is presented.
  package var certificates: [RowID<Certificate>]
  package var jwtProviders: [JWTProvider]
  /// `auth client-certificate`; nil where clients show none.
  package var clientCertificates: ClientCertificateDemand?
  /// `isolate`: an Envoy process of its own on each node.
  package var isIsolated: Bool
  package var publications: [Publication]
  /// Defaults of all its routes; an arm's own value wins.
  package var policy: RoutePolicy
  /// Of every stream, from the first byte of the request to the last one of the answer.
  package var streamTimeout: TimeSpan?
  /// Hops that may say in `x-forwarded-for` whom they speak for; empty if nobody may.
  package var trustedProxies: [IPPrefix] = []
  /// Peers that begin each TCP connection with a PROXY header, and nobody else may connect; empty if there are none.
  package var proxyHeaderSenders: [IPPrefix] = []
  package var cors: CORSPolicy?
  package var accessLog: AccessLogFormat?
  package var compression: Compression?
  /// `statistics per-route`; nil where requests are counted for the ingress as a whole.
  package var routeStatistics: RouteStatistics?
  package var basicAuthentication: BasicAuthentication?
  package var keyAuthentication: KeyAuthentication?
  package var signIn: SignIn?
  package var externalAuthorization: ExternalAuthorization?
  package var forgeryProtection: ForgeryProtection?
  /// `grpc-web allowed`: requests in gRPC-Web become requests of gRPC, and answers the other way.
  package var translatesGRPCWeb = false
  package var tracing: Tracing?
  /// Envoy configuration of its own, in order of source.
  package var hatches: [NativeHatch] = []
  /// What its templates demand of every route that it uses.
  package var templateRules: [TemplateRule]
  /// Name of the template it was made from, for display and provenance.
  package var template: String?
  package var origin: Origin

  package init(
    identity: Identity, addresses: [IngressAddress], engine: RowID<Engine>, sites: [RowID<Site>], hosts: [HostPattern],
    listeners: [IngressListener], certificates: [RowID<Certificate>], jwtProviders: [JWTProvider],
    publications: [Publication], policy: RoutePolicy, template: String?, origin: Origin, hostsOrigin: Origin? = nil,
    templateRules: [TemplateRule] = [], clientCertificates: ClientCertificateDemand? = nil, isIsolated: Bool = false
  ) {
    self.identity = identity
    self.addresses = addresses
    self.engine = engine
    self.sites = sites
    self.hosts = hosts
    self.hostsOrigin = hostsOrigin
    self.listeners = listeners
    self.certificates = certificates
    self.jwtProviders = jwtProviders
    self.clientCertificates = clientCertificates
    self.isIsolated = isIsolated
    self.publications = publications
    self.policy = policy
    self.templateRules = templateRules
    self.template = template
    self.origin = origin
  }
}

/// An address drawn from a pool.
package struct IngressAddress: Hashable, Sendable {
  package var address: IPAddress
  package var pool: RowID<AddressPool>
  package var origin: Origin

  package init(address: IPAddress, pool: RowID<AddressPool>, origin: Origin) {
    self.address = address
    self.pool = pool
    self.origin = origin
  }
}

/// A port that an ingress listens on, on each of its addresses.
package struct IngressListener: Hashable, Sendable {
  /// What is spoken on it.
  package enum Service: Hashable, Sendable {
    /// TLS of this version, `TLSVersion.oldestServed` or newer, or a newer one, terminated here, then HTTP.
    case https(minimumVersion: TLSVersion, routes: RowID<RouteTable>)
    /// Clear-text HTTP.
    case http(routes: RowID<RouteTable>)
    /// Clear-text HTTP, every request answered with a redirect to `https` on the given port.
    case redirectToHTTPS(port: UInt16)
    /// TLS that is passed through unopened.
    case passthrough(ConnectionTarget)
    /// Bytes of TCP connections.
    case tcp(ConnectionTarget)
    /// Datagrams; a session ends after so long a silence, 60 seconds if nil.
    case udp(ConnectionTarget, idleTimeout: TimeSpan?)
  }
  package var port: UInt16
  package var service: Service
  /// Whether HTTP/3 is served on the port's UDP side, too; for `https` only.
  package var hasHTTP3: Bool
  package var origin: Origin

  /// What answers say in `alt-svc` (RFC 7838); nil without HTTP/3.
  package var alternativeService: String? { hasHTTP3 ? "h3=\":\(port)\"; ma=86400" : nil }

  package init(port: UInt16, service: Service, hasHTTP3: Bool = false, origin: Origin) {
    self.port = port
    self.service = service
    self.hasHTTP3 = hasHTTP3
    self.origin = origin
  }
}

/// TLS protocol version (RFC 2246, RFC 4346, RFC 5246, RFC 8446); the raw value is the minor version as it is called.
package enum TLSVersion: UInt8, Hashable, Sendable, Comparable, CaseIterable {
  case v1_0 = 0
  case v1_1 = 1
  case v1_2 = 2
  case v1_3 = 3

  /// The oldest version that a listener may be told to take; older ones are deprecated (RFC 8996).
  package static let oldestServed = TLSVersion.v1_2
  /// What a client and a listener agree on if the client knows every version (RFC 8446 section 4.2.1).
  package static let newest = TLSVersion.v1_3

  package static func < (left: TLSVersion, right: TLSVersion) -> Bool { left.rawValue < right.rawValue }
}

extension TLSVersion: CustomStringConvertible {
  /// As the language writes it: `1.3`.
  package var description: String { "1.\(rawValue)" }
}

/// A certificate with its key; the bytes come from an issuer or an import, at run time.
package struct Certificate: Hashable, Sendable {
  package var identity: Identity
  /// Subject alternative names; the wildcard is one label, as in certificates (RFC 6125 section 6.4.3).
  package var names: [HostPattern]
  package var issuer: RowID<Issuer>?
  /// How long before its end it is renewed.
  package var renewBefore: TimeSpan
  /// Where the node keeps it: a folder with `tls.crt` and `tls.key` below the secret directory.
  package var secret: SecretReference
  package var origin: Origin

  package init(
    identity: Identity, names: [HostPattern], issuer: RowID<Issuer>?, renewBefore: TimeSpan, secret: SecretReference,
    origin: Origin
  ) {
    self.identity = identity
    self.names = names
    self.issuer = issuer
    self.renewBefore = renewBefore
    self.secret = secret
    self.origin = origin
  }
}

/// `auth jwt NAME`: tokens that the whole ingress demands or accepts (RFC 7519).
package struct JWTProvider: Hashable, Sendable {
  /// Where the issuer's keys come from.
  package enum Keys: Hashable, Sendable {
    /// Fetched over HTTP; `authority` is the CA that signs the server, nil for the system's.
    case remote(WebURL, authority: SecretReference?)
    /// A JWKS document (RFC 7517) committed to the workspace.
    case document(DataFile)
  }
  package var name: String
  /// The `iss` claim demanded.
  package var issuer: String
  package var keys: Keys
  /// One of them must be in `aud`; empty means any.
  package var audiences: [String]
  /// `missing allowed`: a request without a token passes; one with a bad token never does.
  package var allowsMissing: Bool
  package var origin: Origin

  package init(
    name: String, issuer: String, keys: Keys, audiences: [String], allowsMissing: Bool, origin: Origin
  ) {
    self.name = name
    self.issuer = issuer
    self.keys = keys
    self.audiences = audiences
    self.allowsMissing = allowsMissing
    self.origin = origin
  }
}

/// `dns publish NAME in ZONE`: A and AAAA records for the ingress's addresses.
package struct Publication: Hashable, Sendable {
  /// Lower case, without trailing dot.
  package var name: String
  package var zone: RowID<Zone>
  package var ttl: TimeSpan
  /// `nearest`: a client gets the addresses of the site that is nearest to its country.
  package var isNearest: Bool
  package var origin: Origin

  package init(name: String, zone: RowID<Zone>, ttl: TimeSpan, isNearest: Bool = false, origin: Origin) {
    self.name = name
    self.zone = zone
    self.ttl = ttl
    self.isNearest = isNearest
    self.origin = origin
  }
}
