package import EpicBase

/// A `routes` declaration: arms tried in order, the last of which takes everything.
package struct RouteTable: Hashable, Sendable {
  package var identity: Identity
  /// What the arms decide about.
  package var routeProtocol: RouteProtocol
  /// Nested blocks are flattened: an arm of `under /api/**` repeats that pattern in `blocks`. In match order.
  package var arms: [RouteArm]
  package var origin: Origin

  package init(identity: Identity, routeProtocol: RouteProtocol = .http, arms: [RouteArm], origin: Origin) {
    self.identity = identity
    self.routeProtocol = routeProtocol
    self.arms = arms
    self.origin = origin
  }
}

/// One arm: who it takes and what becomes of them.
package struct RouteArm: Hashable, Sendable {
  /// Unique in the table: the label, `otherwise`, or `otherwise in /api/**`.
  package var name: String
  /// Patterns of the enclosing `under` blocks, outermost first; all hold.
  package var blocks: [PathPattern]
  /// `.always` for an `otherwise`.
  package var predicate: Predicate
  package var outcome: RouteOutcome
  package var policy: RoutePolicy
  /// From the label to the predicate's end.
  package var origin: Origin
  /// The whole statement with its outcome, for findings about a part of it and fixes that move it; nil where a loop or
  /// template made the arm.
  package var statement: SourceSpan?

  package init(
    name: String, blocks: [PathPattern], predicate: Predicate, outcome: RouteOutcome, policy: RoutePolicy,
    origin: Origin, statement: SourceSpan? = nil
  ) {
    self.name = name
    self.blocks = blocks
    self.predicate = predicate
    self.outcome = outcome
    self.policy = policy
    self.origin = origin
    self.statement = statement
  }
}

extension RouteArm {
  /// Whether it takes CONNECT requests, and nothing else.
  package var isTunnel: Bool { policy.isOfTunnel }
}

extension RoutePolicy {
  /// Whether `connect to` is said.
  package var isOfTunnel: Bool { !tunnelPorts.isEmpty }
}

extension RouteTable {
  /// Whether some arm takes CONNECT requests.
  package var hasTunnels: Bool { arms.contains(where: \.isTunnel) }
}

/// A question to the request. A comparison on an absent value is false, and `not` of it is true.
package indirect enum Predicate: Hashable, Sendable {
  case always
  case never
  case not(Predicate)
  /// True if all hold; of at least two.
  case all([Predicate])
  /// True if any holds; of at least two.
  case any([Predicate])
  /// The host is matched by one of the patterns.
  case host([HostPattern])
  /// The normalised path is matched by one of the patterns.
  case path([PathPattern])
  /// The whole normalised path is matched by the regular expression (RE2 syntax).
  case pathMatches(String)
  /// The method is one of these, upper case.
  case method([String])
  /// A text-valued field passes the test; with several values, any single one must.
  case text(TextField, TextTest)
  /// The client's address lies in one of the prefixes.
  case client([IPPrefix])
  /// The client's country is one of these ISO 3166-1 alpha-2 codes.
  case country([String])
  /// The client's autonomous system is one of these.
  case autonomousSystem([ASNumber])
  /// The key's bucket, XXH64 seeded with XXH64(salt, 0) modulo 1,000,000, lies in `lower..<upper`.
  case cohort(CohortTest)
  /// The request is served at one of these sites. Decided at compile time for each node.
  case site([RowID<Site>])
  /// The server name that a TLS client asks for is matched by one of the patterns; only in tables for TLS. Absent where
  /// the client sends none.
  case serverName([HostPattern])
  /// The version that the client's TLS was negotiated to is one of these, each once and ascending; all of them ask whether
  /// there is TLS. Absent on a clear-text connection.
  case tls([TLSVersion])
}

/// A text-valued field of the request.
package enum TextField: Hashable, Sendable {
  /// A header's values; the name is lower case.
  case header(String)
  /// First value of a query parameter.
  case query(String)
  /// Value of a cookie.
  case cookie(String)
  /// A claim of the verified token, by path. `provider` is set where several exist.
  case jwtClaim(provider: String?, path: [String])
  /// The string at a path of objects' members in a JSON body of at most `limit` bytes.
  case jsonBody(path: [String], limit: UInt32)
}

/// What is asked of a text.
package enum TextTest: Hashable, Sendable {
  case exists
  /// Equal, byte for byte, to one of the values.
  case isOneOf([String])
  case startsWith(String)
  /// The whole value is matched (RE2 syntax).
  case matches(String)
}

/// `cohort(KEY, salt: S) < P`.
package struct CohortTest: Hashable, Sendable {
  /// Alternatives (`else`), the first present one is the key; without one the test is false.
  package var keys: [TextField]
  package var salt: String
  /// First bucket of the million that is taken.
  package var lower: UInt32
  /// Bucket behind the last one that is taken.
  package var upper: UInt32

  package init(keys: [TextField], salt: String, lower: UInt32, upper: UInt32) {
    self.keys = keys
    self.salt = salt
    self.lower = lower
    self.upper = upper
  }
}

/// Text with captures of the arm's path: `/v2/${rest}`.
package struct CaptureTemplate: Hashable, Sendable {
  /// A part of the text.
  package enum Part: Hashable, Sendable {
    case literal(String)
    /// Value of the named capture, percent-encoding kept.
    case capture(String)
  }
  package var parts: [Part]

  package init(parts: [Part]) { self.parts = parts }
}

/// What becomes of a request.
package enum RouteOutcome: Hashable, Sendable {
  case upstream(RowID<Upstream>)
  /// Drawn for each request; the shares add up to exactly 100%.
  case split([SplitShare])
  case redirect(Redirect)
  case respond(DirectResponse)
  /// The connection is closed, the session's datagrams are dropped; only in tables without HTTP.
  case close
}

/// One side of a split.
package struct SplitShare: Hashable, Sendable {
  package var share: Percentage
  package var upstream: RowID<Upstream>

  package init(share: Percentage, upstream: RowID<Upstream>) {
    self.share = share
    self.upstream = upstream
  }
}

/// `redirect 308 "/v2/${rest}"`. The query is kept unless the target has one.
package struct Redirect: Hashable, Sendable {
  /// 301, 302, 303, 307 or 308.
  package var status: UInt16
  /// Scheme and authority, if the target is a URL; nil keeps the request's.
  package var isTLS: Bool?
  package var host: String?
  package var port: UInt16?
  /// Path and, behind a `?`, query.
  package var target: CaptureTemplate

  package init(status: UInt16, isTLS: Bool?, host: String?, port: UInt16?, target: CaptureTemplate) {
    self.status = status
    self.isTLS = isTLS
    self.host = host
    self.port = port
    self.target = target
  }
}

/// `respond 503 { … }`.
package struct DirectResponse: Hashable, Sendable {
  package var status: UInt16
  /// Inline text or the bytes of a data file.
  package var body: [UInt8]
  /// Media type of the body; empty if there is none.
  package var contentType: String
  /// Added to the response, in written order.
  package var headers: [HeaderEdit]

  package init(status: UInt16, body: [UInt8], contentType: String, headers: [HeaderEdit]) {
    self.status = status
    self.body = body
    self.contentType = contentType
    self.headers = headers
  }
}

/// One change of a header.
package struct HeaderEdit: Hashable, Sendable {
  /// What is done.
  package enum Operation: UInt8, Hashable, Sendable {
    /// Replaces every value.
    case set
    /// Adds a value beside the ones there.
    case append
    case remove
  }
  /// Lower case.
  package var name: String
  package var operation: Operation
  /// Empty for `remove`.
  package var value: String

  package init(name: String, operation: Operation, value: String) {
    self.name = name
    self.operation = operation
    self.value = value
  }
}

/// What may be said of an ingress's routes as a whole or of one arm. Nil is "not said".
package struct RoutePolicy: Hashable, Sendable {
  /// Whole request, from its end to the response's end.
  package var requestTimeout: TimeSpan?
  package var idleTimeout: TimeSpan?
  package var retry: RetryPolicy?
  package var rewritePath: CaptureTemplate?
  package var rewriteHost: String?
  package var requestHeaders: [HeaderEdit] = []
  package var responseHeaders: [HeaderEdit] = []
  /// Bytes of the longest request body that is taken.
  package var maximumBody: UInt64?
  /// The `max body` statement; nil without one.
  package var maximumBodyOrigin: Origin?
  package var mirrors: [Mirror] = []
  /// An ingress's limits hold for all its requests; an arm's hold beside them.
  package var rateLimits: [RateLimit] = []
  /// Whether connections may become WebSockets (RFC 6455).
  package var allowsWebSocket = false
  /// Ports of CONNECT requests (RFC 9110 section 9.3.6) that an arm takes, each once and ascending: their bytes go to its
  /// upstream. Such an arm takes nothing else, and an arm without ports takes no CONNECT request.
  package var tunnelPorts: [UInt16] = []
  /// `compress off` on an outcome: its answers pass as they are, whatever the ingress says.
  package var isUncompressed = false

  package init() {}
}

/// `retry 2 on connect-failure, 5xx within 2s`.
package struct RetryPolicy: Hashable, Sendable {
  /// Retries after the first attempt.
  package var attempts: UInt32
  /// Also retried: connection failures (for every method), and …
  package var onConnectFailure: Bool
  /// … resets before a response, and …
  package var onReset: Bool
  /// … these answers. Resets and answers are retried for idempotent methods only unless `anyMethod`.
  package var statuses: StatusSet
  package var anyMethod: Bool
  /// Time limit of one attempt; for idempotent methods only unless `anyMethod`.
  package var perTryTimeout: TimeSpan?
  /// Whether an attempt that exceeds its time goes on beside the next one; the first answer counts. As with answers, for
  /// idempotent methods only unless `anyMethod`.
  package var isHedged: Bool
  /// How long to wait before an attempt; nil is Envoy's own, 25ms and ten times as much.
  package var backoff: RetryBackoff?

  package init(
    attempts: UInt32, onConnectFailure: Bool, onReset: Bool, statuses: StatusSet, anyMethod: Bool,
    perTryTimeout: TimeSpan?, isHedged: Bool = false, backoff: RetryBackoff? = nil
  ) {
    self.attempts = attempts
    self.onConnectFailure = onConnectFailure
    self.onReset = onReset
    self.statuses = statuses
    self.anyMethod = anyMethod
    self.perTryTimeout = perTryTimeout
    self.isHedged = isHedged
    self.backoff = backoff
  }
}

/// Waits between attempts: drawn from a span that doubles with each, up to the most.
package struct RetryBackoff: Hashable, Sendable {
  package var base: TimeSpan
  package var most: TimeSpan

  package init(base: TimeSpan, most: TimeSpan) {
    self.base = base
    self.most = most
  }
}

extension RetryPolicy {
  /// Methods that may be repeated without asking (RFC 9110 section 9.2.2, and what the language lists).
  package static let idempotentMethods = ["GET", "HEAD", "OPTIONS", "PUT", "DELETE"]

  /// Whether idempotent methods have more of it than others.
  package var distinguishesMethods: Bool {
    !anyMethod && (onReset || isHedged || !statuses.ranges.isEmpty || perTryTimeout != nil)
  }

  /// What holds for the methods that may not be repeated; nil if nothing does. An attempt of theirs is not cut off: nobody
  /// would know whether it had been carried out, and no other would follow.
  package var onConnectFailureOnly: RetryPolicy? {
    guard onConnectFailure else { return nil }
    return RetryPolicy(
      attempts: attempts, onConnectFailure: true, onReset: false, statuses: StatusSet([]), anyMethod: true,
      perTryTimeout: nil, backoff: backoff)
  }

  /// What holds for requests of the method; nil if nothing does.
  package func covering(method: String) -> RetryPolicy? {
    distinguishesMethods && !RetryPolicy.idempotentMethods.contains(method) ? onConnectFailureOnly : self
  }
}

extension RetryPolicy: CustomStringConvertible {
  /// As the language writes it: `retry 2 on connect-failure, 5xx within 2s`.
  package var description: String {
    var reasons: [String] = []
    if onConnectFailure { reasons.append("connect-failure") }
    if onReset { reasons.append("reset") }
    if !statuses.ranges.isEmpty { reasons.append(statuses.description) }
    return "retry \(attempts) on \(reasons.joined(separator: ", "))\(anyMethod ? " methods any" : "")"
      + (perTryTimeout.map { " within \($0)" } ?? "") + (isHedged ? " hedged" : "")
      + (backoff.map { " backoff \($0.base) to \($0.most)" } ?? "")
  }
}
