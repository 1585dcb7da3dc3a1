package import EpicBase

/// Where requests go: tiers tried in order of health.
package struct Upstream: Hashable, Sendable {
  /// What is spoken to the endpoints.
  package enum HTTPVersion: UInt8, Hashable, Sendable {
    case http1
    case http2
  }
  package var identity: Identity
  /// At least one.
  package var tiers: [UpstreamTier]
  package var health: HealthCheck?
  package var loadBalancing: LoadBalancing
  package var httpVersion: HTTPVersion
  /// A tier whose healthy share is below this passes the rest to the next; nil is Envoy's own factor (1.4).
  package var spillBelow: Percentage?
  package var connectTimeout: TimeSpan?
  package var limits: UpstreamLimits
  package var ejection: Ejection?
  /// How long an endpoint that just came takes less than its share; with `roundRobin` and `leastRequest`.
  package var slowStart: TimeSpan?
  /// The `slow start` statement; nil without one.
  package var slowStartOrigin: Origin?
  /// TLS to static and Kubernetes members; a CDN has its own.
  package var tls: UpstreamTLS?
  /// The PROXY header in front of each connection; nil for none.
  package var proxyHeader: ProxyHeader?
  package var origin: Origin

  package init(
    identity: Identity, tiers: [UpstreamTier], health: HealthCheck?, loadBalancing: LoadBalancing,
    httpVersion: HTTPVersion, spillBelow: Percentage?, connectTimeout: TimeSpan?,
    limits: UpstreamLimits = UpstreamLimits(), ejection: Ejection? = nil, slowStart: TimeSpan? = nil, tls: UpstreamTLS?,
    origin: Origin
  ) {
    self.identity = identity
    self.tiers = tiers
    self.health = health
    self.loadBalancing = loadBalancing
    self.httpVersion = httpVersion
    self.spillBelow = spillBelow
    self.connectTimeout = connectTimeout
    self.limits = limits
    self.ejection = ejection
    self.slowStart = slowStart
    self.tls = tls
    self.origin = origin
  }
}

/// Members of one priority.
package struct UpstreamTier: Hashable, Sendable {
  /// How a tier's members share its requests.
  package enum Weighting: UInt8, Hashable, Sendable {
    /// A single member.
    case single
    /// Written percentages, which add up to exactly 100%.
    case percentages
    /// By the number of ready pods.
    case byPods
    /// The members nearest to the serving site first.
    case nearest
  }
  package var weighting: Weighting
  package var members: [TierMember]
  package var origin: Origin

  package init(weighting: Weighting, members: [TierMember], origin: Origin) {
    self.weighting = weighting
    self.members = members
    self.origin = origin
  }
}

/// One source of endpoints.
package struct TierMember: Hashable, Sendable {
  /// Where the endpoints come from.
  package enum Source: Hashable, Sendable {
    /// Ready pods of a Service (`namespace/service:port`), filled at run time.
    case kubernetes(KubernetesService)
    case cdn(RowID<CDN>, pathPrefix: String?)
    /// Written addresses and names.
    case endpoints([HostEndpoint])
    /// Addresses that come through REST at run time.
    case feed(EndpointFeed)
  }
  package var source: Source
  /// Set if the tier's weighting is `percentages`.
  package var share: Percentage?
  package var origin: Origin

  package init(source: Source, share: Percentage?, origin: Origin) {
    self.source = source
    self.share = share
    self.origin = origin
  }
}

/// A Kubernetes Service in one cluster.
package struct KubernetesService: Hashable, Sendable {
  package var cluster: RowID<KubernetesCluster>
  package var namespace: String
  package var service: String
  /// Port name or number, as written.
  package var port: String

  package init(cluster: RowID<KubernetesCluster>, namespace: String, service: String, port: String) {
    self.cluster = cluster
    self.namespace = namespace
    self.service = service
    self.port = port
  }
}

/// Endpoints that are put into an upstream at run time.
package struct EndpointFeed: Hashable, Sendable {
  /// Unique among the feeds of its tenant.
  package var name: String
  /// Most endpoints at a time.
  package var maximum: UInt32
  /// Every endpoint lies in one of them. As written.
  package var prefixes: [IPPrefix]

  package init(name: String, maximum: UInt32, prefixes: [IPPrefix]) {
    self.name = name
    self.maximum = maximum
    self.prefixes = prefixes
  }
}

/// Versions of the PROXY protocol (HAProxy, "The PROXY protocol, versions 1 & 2").
package enum ProxyHeader: UInt8, Hashable, Sendable, CaseIterable {
  /// A line of text.
  case v1 = 1
  /// Binary.
  case v2 = 2
}

/// TLS towards an upstream.
package struct UpstreamTLS: Hashable, Sendable {
  package var serverName: String
  /// CA that must have signed; nil for the system's.
  package var authority: SecretReference?
  /// A folder with `tls.crt` and `tls.key`, which the edge shows to endpoints; nil if it shows none.
  package var certificate: SecretReference?

  package init(serverName: String, authority: SecretReference?, certificate: SecretReference? = nil) {
    self.serverName = serverName
    self.authority = authority
    self.certificate = certificate
  }
}

/// What an endpoint is asked over HTTP.
package struct HTTPProbe: Hashable, Sendable {
  package var method: String
  package var path: String
  /// The `host` that it is asked for; nil is the name that TLS verifies, or the upstream's own.
  package var host: String?
  /// Answers that count as healthy; never empty.
  package var statuses: StatusSet

  package init(method: String, path: String, host: String? = nil, statuses: StatusSet = StatusSet([200...200])) {
    self.method = method
    self.path = path
    self.host = host
    self.statuses = statuses
  }
}

/// Active health checking.
package struct HealthCheck: Hashable, Sendable {
  /// What is asked of an endpoint.
  package enum Probe: Hashable, Sendable {
    case http(HTTPProbe)
    case tcp
    /// The gRPC health protocol; an empty service asks for the server as a whole.
    case grpc(service: String)
  }
  package var probe: Probe
  package var interval: TimeSpan
  package var timeout: TimeSpan
  package var healthyAfter: UInt32
  package var unhealthyAfter: UInt32
  package var origin: Origin

  package init(
    probe: Probe, interval: TimeSpan, timeout: TimeSpan, healthyAfter: UInt32, unhealthyAfter: UInt32, origin: Origin
  ) {
    self.probe = probe
    self.interval = interval
    self.timeout = timeout
    self.healthyAfter = healthyAfter
    self.unhealthyAfter = unhealthyAfter
    self.origin = origin
  }
}
