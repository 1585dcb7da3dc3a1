package import EpicBase

/// `rate-limit 100/s burst 200 by client`: how many requests of one key a node takes. Beyond it the answer is 429.
///
/// Each node counts for itself, each port of the ingress for itself. A bucket holds `burst` requests and is refilled
/// evenly.
package struct RateLimit: Hashable, Sendable {
  /// Whose requests share a bucket. A request without the key is not counted.
  package enum Key: Hashable, Sendable {
    /// All requests, of the ingress or of the arm.
    case everyone
    /// The client's IPv4 address, or the first 64 bits of its IPv6 address.
    case client
    /// The `sub` claim of the verified token, whoever vouched for it.
    case subject
    /// A header, cookie or query parameter.
    case field(TextField)
  }
  package var rate: Rate
  /// Requests that are taken at once by a key that was silent long enough.
  package var burst: UInt32
  package var key: Key
  package var origin: Origin

  package init(rate: Rate, burst: UInt32, key: Key, origin: Origin) {
    self.rate = rate
    self.burst = burst
    self.key = key
    self.origin = origin
  }
}

/// `mirror 5% media-shadow`: a copy of a share of the requests, whose answers nobody waits for.
package struct Mirror: Hashable, Sendable {
  package var share: Percentage
  package var upstream: RowID<Upstream>

  package init(share: Percentage, upstream: RowID<Upstream>) {
    self.share = share
    self.upstream = upstream
  }
}

/// Which pages of other origins may read an ingress's answers (Fetch Standard, section 3.2). Preflights are answered by
/// the edge itself.
package struct CORSPolicy: Hashable, Sendable {
  /// Who may ask.
  package enum Origins: Hashable, Sendable {
    case any
    /// Origins in the form that browsers send, `https://app.example.com`, and hosts with wildcards, behind `https://`.
    case listed(origins: [String], hosts: [HostPattern])
  }
  package var origins: Origins
  /// Upper case.
  package var methods: [String]
  /// Headers that a request may carry, lower case.
  package var requestHeaders: [String]
  /// Headers that a page may read, lower case.
  package var exposedHeaders: [String]
  /// How long a browser may keep the answer to a preflight.
  package var maximumAge: TimeSpan?
  package var allowsCredentials: Bool
  package var origin: Origin

  package init(
    origins: Origins, methods: [String], requestHeaders: [String], exposedHeaders: [String], maximumAge: TimeSpan?,
    allowsCredentials: Bool, origin: Origin
  ) {
    self.origins = origins
    self.methods = methods
    self.requestHeaders = requestHeaders
    self.exposedHeaders = exposedHeaders
    self.maximumAge = maximumAge
    self.allowsCredentials = allowsCredentials
    self.origin = origin
  }
}

/// `statistics per-route`: requests that routes send to upstreams are counted by route.
package struct RouteStatistics: Hashable, Sendable {
  /// `latency`: how long they took, too.
  package var hasLatency: Bool

  package init(hasLatency: Bool) { self.hasLatency = hasLatency }
}

/// `compress brotli, gzip`: which answers are compressed for clients that take it (RFC 9110 section 12.5.3).
package struct Compression: Hashable, Sendable {
  package enum Encoding: UInt8, Hashable, Sendable, CaseIterable {
    case brotli
    case gzip
    case zstd
  }
  /// At least one, each once. Of those that a client likes best the first one written is taken.
  package var encodings: [Encoding]
  /// Bytes of the shortest body that is compressed, where its length is stated.
  package var leastBody: UInt64
  /// Media types in lower case, without parameters; empty stands for those that Envoy compresses unasked, which
  /// `docs/language/answers.md` lists.
  package var types: [String]
  package var origin: Origin

  package init(encodings: [Encoding], leastBody: UInt64, types: [String], origin: Origin) {
    self.encodings = encodings
    self.leastBody = leastBody
    self.types = types
    self.origin = origin
  }
}

extension Compression.Encoding: CustomStringConvertible {
  /// As the language writes it.
  package var description: String {
    switch self {
    case .brotli: "brotli"
    case .gzip: "gzip"
    case .zstd: "zstd"
    }
  }
}

/// `access-log json`: one line for each request, on the process's standard output.
package enum AccessLogFormat: UInt8, Hashable, Sendable {
  case json
  case text
}

extension RouteArm {
  /// Upstreams that requests of the arm reach: its outcome's, then those that get copies.
  package var upstreams: [RowID<Upstream>] {
    var result: [RowID<Upstream>] = []
    appendUpstreams(to: &result)
    return result
  }

  func appendUpstreams(to result: inout [RowID<Upstream>]) {
    outcome.appendUpstreams(to: &result)
    for position in policy.mirrors.indices { result.append(policy.mirrors[position].upstream) }
  }
}

extension RouteTable {
  /// Upstreams that the table's routes reach, in order; one that several arms name comes several times.
  package var upstreams: [RowID<Upstream>] {
    var result: [RowID<Upstream>] = []
    // By position: an arm is large, and every listener of every ingress asks.
    for position in arms.indices { arms[position].appendUpstreams(to: &result) }
    return result
  }
}
