package import EpicBase
package import EpicIR

/// What becomes of one request or connection, and why: the answer of the route interpreter.
package struct Interpretation: Hashable, Sendable {
  /// Whom the edge took the request for.
  package enum Authentication: Hashable, Sendable {
    /// The ingress asks for no credential, or the request got no further than its host.
    case none
    /// No token came, and none is demanded.
    case anonymous
    case verified(provider: String)
    /// Answered 401; the reason as the end of a sentence.
    case refused(String)
  }

  /// What happens in the end.
  package enum Result: Hashable, Sendable {
    /// Nothing listens there; the reason as the end of a sentence.
    case noConnection(String)
    /// The edge answers before any route is asked: 400, 401, 403, 404, 413 or 421; the reason as the end of a sentence.
    case refused(UInt16, String)
    /// A client is sent to the URL.
    case redirect(UInt16, location: String)
    case respond(DirectResponse)
    /// It goes to an upstream, drawn by these shares.
    case forward([UpstreamDraw])
    /// The connection is accepted and closed, or the session's datagrams are dropped: by the route that took it, or before
    /// for this reason, the end of a sentence.
    case closed(String?)
    /// A connection to a port for HTTP: what becomes of it is decided for each of its requests. The end of a sentence.
    case servesRequests(String)
  }

  /// The ingress that answers for the host.
  package var ingress: RowID<Ingress>?
  /// Position of the listener among the ingress's.
  package var listener: Int?
  /// The host as compared: lower case, without port and trailing dot; of a connection its server name, or nothing.
  package var host: String
  /// The same in the letters that were sent: what upstreams and redirects get, unless something else is said.
  package var sentHost = ""
  /// What the ingress shows the client; nil in clear text, and where no connection comes about.
  package var certificate: RowID<Certificate>?
  /// The pattern of the ingress that took the host.
  package var hostPattern: HostPattern?
  /// The path as routes compare it; empty where the edge refuses it.
  package var path = ""
  /// What follows the `?`.
  package var query: String?
  package var site: RowID<Site>?
  /// Whom routes take for the client; nil where the edge answers before it asks.
  package var client: IPAddress?
  /// The headers as routes see them: what the edge leaves of those that were sent.
  package var headers: [RouteRequest.Header] = []
  /// Whether the edge answers it as a preflight (`cors`), in front of `auth` and of every route.
  package var isPreflight = false
  package var authentication = Authentication.none
  /// What passwords, keys, sign-in and a deciding service came to. What only the running edge can know was taken for
  /// granted, and says so.
  package var credentials: [CredentialAnswer] = []
  package var table: RowID<RouteTable>?
  /// The arms that were asked, in order; the last took the request.
  package var arms: [ArmAnswer] = []
  /// Position of the arm that took the request.
  package var arm: Int?
  /// Captures of the arm's path, by name.
  package var captures: [Capture] = []
  package var result: Result
  /// The path, with query, and the host that the upstream gets, before a tier's own.
  package var upstreamPath = ""
  package var upstreamHost = ""
  /// Edits of headers, in the order in which they are made: the edge's own, the ingress's, then the arm's.
  package var requestHeaders: [HeaderEdit] = []
  package var responseHeaders: [HeaderEdit] = []
  /// How many of `responseHeaders`, from the first on, the edge says by itself: of HTTP/3 (`alt-svc`), and to caches (`vary`).
  package var edgeHeaderCount = 0
  /// What pages of other origins are told, put into the answer last, whoever gives it (`cors`).
  package var corsHeaders: [HeaderEdit] = []
  package var requestTimeout: TimeSpan?
  package var idleTimeout: TimeSpan?
  package var streamTimeout: TimeSpan?
  package var retry: RetryPolicy?
  /// What only a connection without HTTP has.
  package var connection: ConnectionAnswer?

  init(host: String, result: Result) {
    self.host = host
    self.result = result
  }
}

extension Interpretation {
  /// What one `auth` came to.
  package struct CredentialAnswer: Hashable, Sendable {
    /// `auth basic`.
    package var statement: String
    /// The end of a sentence.
    package var text: String
    package var origin: Origin
  }

  /// An arm that was asked.
  package struct ArmAnswer: Hashable, Sendable {
    /// Position in the table.
    package var arm: Int
    package var isTaken: Bool
    /// What decided it, with what the request has: `country in [DE]: it has no country`.
    package var why: String
  }

  package struct Capture: Hashable, Sendable {
    package var name: String
    package var value: String
  }

  /// One upstream that may get the request.
  package struct UpstreamDraw: Hashable, Sendable {
    package var upstream: RowID<Upstream>
    package var share: Percentage
    /// How its tiers share what it gets; empty where nothing is healthy, and the answer is 503.
    package var tiers: [TierLoad]
  }

  /// One tier's part of its upstream's requests.
  package struct TierLoad: Hashable, Sendable {
    /// Position among the upstream's tiers.
    package var tier: Int
    /// Whole percents, as Envoy computes them.
    package var percent: UInt32
    /// By name: members that share one are told as one.
    package var members: [MemberLoad]
    /// The same, each member for itself.
    package var sources: [SourceLoad]
  }

  /// The part of its tier's requests that one source of endpoints gets.
  package struct SourceLoad: Hashable, Sendable {
    /// Position among the tier's members.
    package var member: Int
    /// Nil where it depends on what runs: `by pods`.
    package var share: Percentage?
  }

  /// One member's part of its tier's requests.
  package struct MemberLoad: Hashable, Sendable {
    /// The cluster's or CDN's name; `endpoint` for addresses.
    package var name: String
    /// Nil where it depends on what runs: `by pods`.
    package var share: Percentage?
  }

  /// The status that the edge itself answers with; nil where an upstream answers.
  package var status: UInt16? {
    switch result {
    case .noConnection, .closed, .servesRequests: nil
    case .forward where connection != nil: nil
    case .refused(let status, _), .redirect(let status, _): status
    case .respond(let response): response.status
    case .forward(let draws): draws.allSatisfy(\.tiers.isEmpty) ? 503 : nil
    }
  }

  /// The values that edits leave of a header: none where they remove it or do not name it.
  package static func values(of name: String, after edits: [HeaderEdit], sent: [String] = []) -> [String] {
    var values = sent
    for edit in edits where edit.name == name {
      switch edit.operation {
      case .set: values = [edit.value]
      case .append: values.append(edit.value)
      case .remove: values = []
      }
    }
    return values
  }
}

/// What a connection without HTTP came to, beside its route.
package struct ConnectionAnswer: Hashable, Sendable {
  /// What leads to its ingress.
  package enum Way: Hashable, Sendable {
    /// The question says so.
    case stated
    /// The ingress has the address.
    case address
    /// The ingress publishes the name.
    case published
    /// The ingress answers for the host.
    case host
    /// No ingress of the workspace has the name, and this one takes such connections on the port.
    case onlyListener
  }

  package var way: Way
  /// What the port speaks.
  package var routeProtocol: RouteProtocol
  /// What routes for TLS see, in lower case; nil where the client sends none.
  package var serverName: String?
  /// The upstream that the client's address draws of a split; nil where nothing is drawn, or for each connection anew.
  package var drawn: RowID<Upstream>?
}

extension Interpretation {
  /// The upstreams that may get it: of a split that the client's address draws, the one.
  package var possibleDraws: [UpstreamDraw] {
    guard case .forward(let draws) = result else { return [] }
    guard let drawn = connection?.drawn else { return draws }
    return draws.filter { $0.upstream == drawn }
  }

  /// Whether a connection is closed, because a route says so or for want of an endpoint.
  package var isClosed: Bool {
    switch result {
    case .closed: true
    case .forward: connection != nil && possibleDraws.allSatisfy(\.tiers.isEmpty)
    default: false
    }
  }
}
