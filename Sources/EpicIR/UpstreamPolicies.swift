package import EpicBase

/// `balance …`: how an endpoint of a tier is chosen.
package enum LoadBalancing: Hashable, Sendable {
  case roundRobin
  case leastRequest
  case random
  /// Requests of one key go to one endpoint; of n endpoints, one that comes or goes moves about a part in n.
  case ringHash(HashKey)
  /// As `ringHash`, in a table of fixed size: an endpoint is found faster, and a change moves a few more.
  case maglev(HashKey)

  /// What the language calls it.
  package var word: String {
    switch self {
    case .roundRobin: "round-robin"
    case .leastRequest: "least-request"
    case .random: "random"
    case .ringHash: "ring-hash"
    case .maglev: "maglev"
    }
  }

  /// What requests of one endpoint have in common.
  package var hashKey: HashKey? {
    switch self {
    case .roundRobin, .leastRequest, .random: nil
    case .ringHash(let key), .maglev(let key): key
    }
  }
}

/// What chooses the endpoint of a request. A request without it goes to any endpoint.
package enum HashKey: Hashable, Sendable {
  /// The client's address.
  case client
  /// A header, cookie or query parameter.
  case field(TextField)
  /// A cookie that the edge gives to whoever has none.
  case givenCookie(name: String, lifetime: TimeSpan)
}

extension HashKey: CustomStringConvertible {
  package var description: String {
    switch self {
    case .client: "client"
    case .field(.header(let name)): "header \(name)"
    case .field(.cookie(let name)): "cookie \(name)"
    case .field(.query(let name)): "query \(name)"
    case .field(.jwtClaim), .field(.jsonBody): "another field"
    case .givenCookie(let name, let lifetime): "cookie \(name) lifetime \(lifetime)"
    }
  }
}

/// `eject after 5 failures`: an endpoint that failed so often in a row takes nothing for a while.
package struct Ejection: Hashable, Sendable {
  /// Answers of 5xx, and connections that were not made or broke, in a row.
  package var failures: UInt32
  /// How often those whose time is up are taken back.
  package var interval: TimeSpan
  /// How long the first ejection lasts; the nth lasts n times as long.
  package var duration: TimeSpan
  /// Once so many are out, no further one goes.
  package var mostEjected: Percentage
  package var origin: Origin

  package init(
    failures: UInt32, interval: TimeSpan, duration: TimeSpan, mostEjected: Percentage, origin: Origin
  ) {
    self.failures = failures
    self.interval = interval
    self.duration = duration
    self.mostEjected = mostEjected
    self.origin = origin
  }
}

/// `max connections`, `max requests`, `max pending`, `max retries`, `retry budget`: what one Envoy has under way at an upstream at most.
/// What would be beyond it is answered 503 at once.
package struct UpstreamLimits: Hashable, Sendable {
  /// How many retries are under way at a time.
  package enum Retries: Hashable, Sendable {
    case count(UInt32)
    /// A part of the requests under way; three are always allowed.
    case share(Percentage)
  }
  package var connections: UInt32?
  package var requests: UInt32?
  /// Requests that wait for a connection.
  package var pending: UInt32?
  package var retries: Retries?

  package init(
    connections: UInt32? = nil, requests: UInt32? = nil, pending: UInt32? = nil, retries: Retries? = nil
  ) {
    self.connections = connections
    self.requests = requests
    self.pending = pending
    self.retries = retries
  }
}
