package import EpicBase

/// `endpoints.json`: the slots that endpoints are put into at run time, with what may be put there; the same file, with
/// `endpoints` filled in, is what `epic apply --endpoints FILE` takes.
package struct EndpointsFile: Hashable, Sendable {
  /// Path in the artifact tree.
  package static let path = "endpoints.json"
  static let format = "epic.endpoints/1"

  /// Sorted by name, each name once.
  package var slots: [EndpointSlot]

  /// Sorts the slots by name; of two with the same name the first stays.
  package init(slots: [EndpointSlot]) {
    var result: [EndpointSlot] = []
    result.reserveCapacity(slots.count)
    for slot in slots.sorted(by: { ArtifactPath.precedes($0.name, $1.name) }) where result.last?.name != slot.name {
      result.append(slot)
    }
    self.slots = result
  }
}

/// A place for endpoints of one upstream from one source.
package struct EndpointSlot: Hashable, Sendable {
  /// Where the endpoints come from.
  package enum Source: Hashable, Sendable {
    /// Ready pods of a Service: cluster's identity, namespace, service, port name or number.
    case kubernetes(cluster: String, namespace: String, service: String, port: String)
    /// What is put in by REST under this name, which is unique among the feeds of the slot's tenant.
    case feed(String)
  }
  /// Most endpoints of a slot whose source says nothing else.
  package static let defaultMaximum: UInt32 = 10_000

  /// What the slot is called wherever it is referred to: see `name(upstreamFileName:source:)`.
  package var name: String
  /// The tenant that owns the upstream; nil for the platform's.
  package var tenant: String?
  /// The upstream's identity: `acme/cart`.
  package var upstream: String
  package var source: Source
  /// Every endpoint lies in one of them. Sorted.
  package var prefixes: [IPPrefix]
  /// Most endpoints.
  package var maximum: UInt32
  /// Nil where the file does not fill the slot; an empty array says that there are none.
  package var endpoints: [SlotEndpoint]?

  /// `upstreamFileName` is the upstream's identity as one path segment, which starts the slot's name.
  package init(
    tenant: String?, upstream: String, upstreamFileName: String, source: Source, prefixes: [IPPrefix],
    maximum: UInt32 = EndpointSlot.defaultMaximum, endpoints: [SlotEndpoint]? = nil
  ) {
    self.init(
      name: EndpointSlot.name(upstreamFileName: upstreamFileName, source: source), tenant: tenant, upstream: upstream,
      source: source, prefixes: prefixes, maximum: maximum, endpoints: endpoints)
  }

  init(
    name: String, tenant: String?, upstream: String, source: Source, prefixes: [IPPrefix], maximum: UInt32,
    endpoints: [SlotEndpoint]?
  ) {
    self.name = name
    self.tenant = tenant
    self.upstream = upstream
    self.source = source
    self.prefixes = prefixes.sorted()
    self.maximum = maximum
    self.endpoints = endpoints
  }

  /// `acme_cart/kubernetes/platform.clouds/eu-1/shop/cart:http`: the upstream, and behind the slash the region of its
  /// localities (`EnvoyLayout.slot`). Derived from identities alone, so that it stays when neighbours change.
  package static func name(upstreamFileName: String, source: Source) -> String {
    "\(upstreamFileName)/\(source.region)"
  }
}

extension EndpointSlot.Source {
  /// The region of the Envoy localities that the slot fills.
  package var region: String {
    switch self {
    case .kubernetes(let cluster, let namespace, let service, let port):
      EnvoyLayout.slot(cluster: cluster, namespace: namespace, service: service, port: port)
    case .feed(let name): EnvoyLayout.slot(feed: name)
    }
  }
}

/// One endpoint in a slot.
package struct SlotEndpoint: Hashable, Sendable {
  package var address: IPAddress
  package var port: UInt16
  /// Share of the slot's requests relative to its other endpoints; nil is 1.
  package var weight: UInt32?
  /// An endpoint that is not ready gets no requests.
  package var isReady: Bool

  package init(address: IPAddress, port: UInt16, weight: UInt32? = nil, isReady: Bool = true) {
    self.address = address
    self.port = port
    self.weight = weight
    self.isReady = isReady
  }
}
