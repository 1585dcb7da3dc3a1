package import EpicBase

/// What the arms of a route table decide about.
package enum RouteProtocol: UInt8, Hashable, Sendable, CaseIterable {
  /// HTTP requests.
  case http
  /// Connections whose TLS is passed through, by the server name that the client asks for.
  case tls
  /// TCP connections.
  case tcp
  /// UDP sessions: datagrams of one client's address and port.
  case udp

  /// The protocol of a word; nil for any other text.
  package init?(word: String) {
    guard let known = RouteProtocol.allCases.first(where: { $0.word == word }) else { return nil }
    self = known
  }

  /// The word behind `for`, and behind `listen`.
  package var word: String {
    switch self {
    case .http: "http"
    case .tls: "tls"
    case .tcp: "tcp"
    case .udp: "udp"
    }
  }
}

/// Where a listener without HTTP leads.
package enum ConnectionTarget: Hashable, Sendable {
  /// Everything goes to one upstream.
  case upstream(RowID<Upstream>)
  /// A route table of the listener's protocol decides.
  case routes(RowID<RouteTable>)
}

/// `auth client-certificate NAME`: certificates that the whole ingress demands of its clients.
package struct ClientCertificateDemand: Hashable, Sendable {
  package var name: String
  /// Authorities that must have signed.
  package var authority: SecretReference
  /// One of the certificate's DNS names must be matched by one of these; never empty.
  package var names: [HostPattern]
  package var origin: Origin

  package init(
    name: String, authority: SecretReference, names: [HostPattern], origin: Origin
  ) {
    self.name = name
    self.authority = authority
    self.names = names
    self.origin = origin
  }
}

extension IngressListener {
  /// What is spoken on the port, as far as routes ask.
  package var routeProtocol: RouteProtocol {
    switch service {
    case .https, .http, .redirectToHTTPS: .http
    case .passthrough: .tls
    case .tcp: .tcp
    case .udp: .udp
    }
  }

  /// Where the port leads if it serves no HTTP.
  package var connectionTarget: ConnectionTarget? {
    switch service {
    case .passthrough(let target), .tcp(let target), .udp(let target, _): target
    case .https, .http, .redirectToHTTPS: nil
    }
  }
}

extension Ingress {
  /// Whether one of its ports serves HTTP.
  package var servesHTTP: Bool { listeners.contains { $0.routeProtocol == .http } }
}

extension Deployment {
  /// Every upstream that a listener may lead to, in the order of its routes; one that several arms name comes several
  /// times.
  package func upstreams(of listener: IngressListener) -> [RowID<Upstream>] {
    switch listener.service {
    case .https(_, let routes), .http(let routes): return routeTables[routes].upstreams
    case .redirectToHTTPS: return []
    case .passthrough(let target), .tcp(let target), .udp(let target, _):
      switch target {
      case .upstream(let upstream): return [upstream]
      case .routes(let routes): return routeTables[routes].upstreams
      }
    }
  }
}
