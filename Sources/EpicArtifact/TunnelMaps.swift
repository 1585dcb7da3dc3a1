package import EpicBase

/// `maps.json`: the configuration maps of one node's packet programs, decoded. The images beside it hold the same in the
/// layouts of `epic_abi.h`.
package struct TunnelMaps: Hashable, Sendable {
  /// File name below the node's `bpf` folder.
  package static let fileName = "maps.json"
  static let format = "epic.maps/1"

  /// What packets of a tunnel look like on the wire.
  package enum WireFormat: String, Hashable, Sendable {
    /// Authenticated GUE, the default.
    case epic1 = "epic/1"
    /// The original True Ingress, unauthenticated.
    case trueIngressB = "true-ingress-b"
  }

  /// One accepted key of a tunnel, by reference.
  package struct Key: Hashable, Sendable {
    /// Number on the wire, 1 to 255.
    package var epoch: UInt8
    /// Path of the key's file below the node's secret directory.
    package var secret: String

    package init(epoch: UInt8, secret: String) {
      self.epoch = epoch
      self.secret = secret
    }
  }

  /// The tunnel between the node and one Kubernetes cluster.
  package struct Tunnel: Hashable, Sendable {
    package var id: UInt32
    /// The cluster's identity.
    package var cluster: String
    package var discriminator: UInt32
    package var wire: WireFormat
    /// The node's address of each family that it has.
    package var localV4: IPAddress?
    package var localV6: IPAddress?
    /// Fixed address of the other end; nil if it is learned at run time.
    package var remote: HostEndpoint?
    /// UDP port of the encapsulation.
    package var port: UInt16
    /// Largest inner packet over an IPv4 and an IPv6 underlay, in bytes.
    package var innerMTUV4: UInt16
    package var innerMTUV6: UInt16
    /// The first one sends; the second one is still accepted. One or two.
    package var keys: [Key]
    /// Pod prefixes that the tunnel may carry, sorted.
    package var prefixes: [IPPrefix]

    package init(
      id: UInt32, cluster: String, discriminator: UInt32, wire: WireFormat, localV4: IPAddress?, localV6: IPAddress?,
      remote: HostEndpoint?, port: UInt16, innerMTUV4: UInt16, innerMTUV6: UInt16, keys: [Key], prefixes: [IPPrefix]
    ) {
      self.id = id
      self.cluster = cluster
      self.discriminator = discriminator
      self.wire = wire
      self.localV4 = localV4
      self.localV6 = localV6
      self.remote = remote
      self.port = port
      self.innerMTUV4 = innerMTUV4
      self.innerMTUV6 = innerMTUV6
      self.keys = keys
      self.prefixes = prefixes
    }

    /// MTU of the routes to the tunnel's pods: what fits whichever family the underlay turns out to have.
    package var routeMTU: UInt16 {
      switch (localV4, localV6) {
      case (.some, nil): innerMTUV4
      case (nil, .some): innerMTUV6
      default: min(innerMTUV4, innerMTUV6)
      }
    }

    /// `advmss` of a route to the prefix: the MTU less IP and TCP headers without options.
    package func advertisedMSS(to prefix: IPPrefix) -> UInt16 {
      let headers: UInt16 = prefix.family == .v4 ? 40 : 60
      return routeMTU > headers ? routeMTU - headers : 0
    }
  }

  /// A pod whose tunnel is known to the compiler.
  package struct Endpoint: Hashable, Sendable {
    package var discriminator: UInt32
    package var pod: IPAddress
    /// Id of the tunnel.
    package var tunnel: UInt32

    package init(discriminator: UInt32, pod: IPAddress, tunnel: UInt32) {
      self.discriminator = discriminator
      self.pod = pod
      self.tunnel = tunnel
    }
  }

  package var node: String
  package var generation: UInt64
  /// Digest of the images but the meta map's, as the meta element and `release.json` have it.
  package var content: ContentDigest
  /// Sorted by cluster.
  package var tunnels: [Tunnel]
  /// Sorted by discriminator and address. Those of run time are added by the applier before it freezes the maps.
  package var endpoints: [Endpoint]

  /// Sets `content` from the rest.
  package init(node: String, generation: UInt64, tunnels: [Tunnel], endpoints: [Endpoint]) {
    self.node = node
    self.generation = generation
    self.tunnels = tunnels
    self.endpoints = endpoints
    content = ContentDigest(of: [])
    content = ContentDigest(
      ofTree: configurationImages(.little).map { Artifact(path: $0.fileName, bytes: $0.write()) })
  }

  /// All pod prefixes of all tunnels.
  package var prefixCount: Int { tunnels.reduce(0) { $0 + $1.prefixes.count } }
}
