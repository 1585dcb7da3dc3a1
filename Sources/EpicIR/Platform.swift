package import EpicBase

/// A place with edge nodes.
package struct Site: Hashable, Sendable {
  package var identity: Identity
  package var coordinates: Coordinates
  /// ISO 3166-1 alpha-2 code, upper case; empty if none was written.
  package var country: String
  /// In written order.
  package var nodes: [RowID<Node>]
  package var bgp: BGPSpeaker?
  package var origin: Origin

  package init(
    identity: Identity, coordinates: Coordinates, country: String, nodes: [RowID<Node>], bgp: BGPSpeaker?,
    origin: Origin
  ) {
    self.identity = identity
    self.coordinates = coordinates
    self.country = country
    self.nodes = nodes
    self.bgp = bgp
    self.origin = origin
  }
}

/// One edge machine.
package struct Node: Hashable, Sendable {
  /// Unique in the workspace, a DNS label.
  package var name: String
  package var site: RowID<Site>
  /// The machine's own addresses, as written.
  package var addresses: [IPAddress]
  package var capacity: Bandwidth?
  package var origin: Origin

  package init(name: String, site: RowID<Site>, addresses: [IPAddress], capacity: Bandwidth?, origin: Origin) {
    self.name = name
    self.site = site
    self.addresses = addresses
    self.capacity = capacity
    self.origin = origin
  }
}

/// A site's BGP side (RFC 4271).
package struct BGPSpeaker: Hashable, Sendable {
  package var autonomousSystem: ASNumber
  package var peers: [BGPPeer]
  package var origin: Origin

  package init(autonomousSystem: ASNumber, peers: [BGPPeer], origin: Origin) {
    self.autonomousSystem = autonomousSystem
    self.peers = peers
    self.origin = origin
  }
}

/// One neighbour of a site's nodes.
package struct BGPPeer: Hashable, Sendable {
  package var name: String
  package var address: IPAddress
  package var autonomousSystem: ASNumber
  package var bfd: BFDTimers?
  /// Most prefixes that the peer is willing to take from us.
  package var maximumPrefixes: UInt32?
  /// Whether /32 and /128 may be announced to it.
  package var acceptsHostRoutes: Bool
  /// TCP MD5 password (RFC 2385).
  package var password: SecretReference?
  package var origin: Origin

  package init(
    name: String, address: IPAddress, autonomousSystem: ASNumber, bfd: BFDTimers?, maximumPrefixes: UInt32?,
    acceptsHostRoutes: Bool, password: SecretReference?, origin: Origin
  ) {
    self.name = name
    self.address = address
    self.autonomousSystem = autonomousSystem
    self.bfd = bfd
    self.maximumPrefixes = maximumPrefixes
    self.acceptsHostRoutes = acceptsHostRoutes
    self.password = password
    self.origin = origin
  }
}

/// Bidirectional forwarding detection (RFC 5880): `bfd 50ms x 3`.
package struct BFDTimers: Hashable, Sendable {
  package var interval: TimeSpan
  package var multiplier: UInt8

  package init(interval: TimeSpan, multiplier: UInt8) {
    self.interval = interval
    self.multiplier = multiplier
  }
}

/// Addresses that ingresses draw from.
package struct AddressPool: Hashable, Sendable {
  package var identity: Identity
  /// All of one family, in written order, disjoint.
  package var ranges: [IPRange]
  /// Never handed out.
  package var reserved: [IPRange]
  package var announcement: PoolAnnouncement?
  /// Sites that serve the pool's addresses.
  package var sites: [RowID<Site>]
  package var origin: Origin

  package init(
    identity: Identity, ranges: [IPRange], reserved: [IPRange], announcement: PoolAnnouncement?, sites: [RowID<Site>],
    origin: Origin
  ) {
    self.identity = identity
    self.ranges = ranges
    self.reserved = reserved
    self.announcement = announcement
    self.sites = sites
    self.origin = origin
  }
}

/// How a pool's addresses are announced.
package struct PoolAnnouncement: Hashable, Sendable {
  /// What is announced.
  package enum Form: Hashable, Sendable {
    /// Each allocated address as a host route, to peers that accept host routes.
    case eachAddress
    /// The whole prefix while any of its addresses is served.
    case prefix(IPPrefix)
  }
  package var autonomousSystem: ASNumber
  package var communities: [BGPCommunity]
  package var form: Form
  /// The `announce` statement; nil stands for the pool's own origin.
  package var origin: Origin?

  package init(autonomousSystem: ASNumber, communities: [BGPCommunity], form: Form, origin: Origin? = nil) {
    self.autonomousSystem = autonomousSystem
    self.communities = communities
    self.form = form
    self.origin = origin
  }
}

/// A DNS zone that EPIC publishes names in.
package struct Zone: Hashable, Sendable {
  package var identity: Identity
  /// Domain name, lower case, without trailing dot.
  package var name: String
  /// Primary servers; port 53 unless written.
  package var servers: [HostEndpoint]
  /// TSIG key (RFC 8945); its file holds algorithm, name and secret.
  package var key: SecretReference?
  package var ttl: TimeSpan
  /// `geo file`: its servers answer by place, from a file that the release holds.
  package var answersByPlace: Bool
  package var origin: Origin

  package init(
    identity: Identity, name: String, servers: [HostEndpoint], key: SecretReference?, ttl: TimeSpan,
    answersByPlace: Bool = false, origin: Origin
  ) {
    self.identity = identity
    self.name = name
    self.servers = servers
    self.key = key
    self.ttl = ttl
    self.answersByPlace = answersByPlace
    self.origin = origin
  }
}

/// A Kubernetes cluster that upstreams draw pods from.
package struct KubernetesCluster: Hashable, Sendable {
  package var identity: Identity
  package var coordinates: Coordinates?
  /// Every pod's address lies in one of them.
  package var podPrefixes: [IPPrefix]
  package var tunnel: TunnelSettings?
  /// Credentials for its API.
  package var access: SecretReference?
  package var origin: Origin

  package init(
    identity: Identity, coordinates: Coordinates?, podPrefixes: [IPPrefix], tunnel: TunnelSettings?,
    access: SecretReference?, origin: Origin
  ) {
    self.identity = identity
    self.coordinates = coordinates
    self.podPrefixes = podPrefixes
    self.tunnel = tunnel
    self.access = access
    self.origin = origin
  }
}

/// How packets reach a cluster's pods.
package struct TunnelSettings: Hashable, Sendable {
  /// UDP port of the encapsulation.
  package var port: UInt16
  package var origin: Origin

  package init(port: UInt16, origin: Origin) {
    self.port = port
    self.origin = origin
  }
}

/// The tunnel between one edge node and one cluster.
package struct Tunnel: Hashable, Sendable {
  /// Random-looking 32-bit id, kept in the lock.
  package var id: UInt32
  package var node: RowID<Node>
  package var cluster: RowID<KubernetesCluster>
  /// Tells equal pod addresses of different clusters apart; the cluster's 32-bit number kept in the lock.
  package var discriminator: UInt32

  package init(id: UInt32, node: RowID<Node>, cluster: RowID<KubernetesCluster>, discriminator: UInt32) {
    self.id = id
    self.node = node
    self.cluster = cluster
    self.discriminator = discriminator
  }
}

/// A content delivery network as an upstream.
package struct CDN: Hashable, Sendable {
  package var identity: Identity
  /// DNS name that is resolved and sent as Host.
  package var host: String
  /// TLS server name; nil for clear text.
  package var serverName: String?
  /// CA that signs its certificate; nil for the system's.
  package var authority: SecretReference?
  package var port: UInt16
  package var origin: Origin

  package init(
    identity: Identity, host: String, serverName: String?, authority: SecretReference?, port: UInt16, origin: Origin
  ) {
    self.identity = identity
    self.host = host
    self.serverName = serverName
    self.authority = authority
    self.port = port
    self.origin = origin
  }
}

/// A MaxMind-format database that country, continent and AS number of a client come from.
package struct GeoDatabase: Hashable, Sendable {
  package var identity: Identity
  /// The file, as read at compile time.
  package var data: DataFile
  /// Whether it tells the country of an address.
  package var hasCountries: Bool
  /// Whether it tells the AS number of an address.
  package var hasNetworks: Bool
  /// `refresh from file`: nodes take a newer file of the same name as it appears.
  package var refreshesFromFile: Bool
  package var origin: Origin

  package init(
    identity: Identity, data: DataFile, hasCountries: Bool = true, hasNetworks: Bool = true,
    refreshesFromFile: Bool = false, origin: Origin
  ) {
    self.identity = identity
    self.data = data
    self.hasCountries = hasCountries
    self.hasNetworks = hasNetworks
    self.refreshesFromFile = refreshesFromFile
    self.origin = origin
  }
}

/// A file named by `data "path" sha256 "…"`; its digest was checked.
package struct DataFile: Hashable, Sendable {
  /// Path relative to the workspace.
  package var path: String
  /// Lower-case hexadecimal SHA-256 (FIPS 180-4) of its bytes.
  package var sha256: String
  package var bytes: [UInt8]

  package init(path: String, sha256: String, bytes: [UInt8]) {
    self.path = path
    self.sha256 = sha256
    self.bytes = bytes
  }
}

/// An Envoy build.
package struct Engine: Hashable, Sendable {
  package var identity: Identity
  package var envoy: Version
  /// OCI reference by digest; empty if none was written.
  package var image: String
  package var origin: Origin

  package init(identity: Identity, envoy: Version, image: String, origin: Origin) {
    self.identity = identity
    self.envoy = envoy
    self.image = image
    self.origin = origin
  }
}

/// Who signs certificates.
package struct Issuer: Hashable, Sendable {
  /// How the issuer works.
  package enum Method: Hashable, Sendable {
    /// A local CA whose key is in the secret.
    case localCA(SecretReference)
    /// An ACME server (RFC 8555), answering challenges by DNS in the zone.
    case acme(WebURL, zone: RowID<Zone>?)
  }
  package var identity: Identity
  package var method: Method
  package var origin: Origin

  package init(identity: Identity, method: Method, origin: Origin) {
    self.identity = identity
    self.method = method
    self.origin = origin
  }
}

/// A tenant of the platform.
package struct Tenant: Hashable, Sendable {
  package var name: String
  package var hosts: [HostPattern]
  package var prefixes: [IPPrefix]
  /// `limits traffic`: requests that the tenant may take, over all nodes. Recorded; no plane enforces it.
  package var traffic: Rate?
  /// `limits statistics`; nil where there is no limit.
  package var statistics: StatisticsBudget?
  package var origin: Origin

  package init(
    name: String, hosts: [HostPattern], prefixes: [IPPrefix], traffic: Rate? = nil,
    statistics: StatisticsBudget? = nil, origin: Origin
  ) {
    self.name = name
    self.hosts = hosts
    self.prefixes = prefixes
    self.traffic = traffic
    self.statistics = statistics
    self.origin = origin
  }
}

/// `limits statistics N`: how many series of Prometheus one node may show for a tenant.
package struct StatisticsBudget: Hashable, Sendable {
  package var most: UInt64
  /// The words `statistics N` where they are written so, else the statement.
  package var origin: Origin

  package init(most: UInt64, origin: Origin) {
    self.most = most
    self.origin = origin
  }
}
