package import EpicBase

/// A connection or UDP session, with all that routes without HTTP can ask of it. What nothing is said about is absent.
package struct RouteConnection: Hashable, Sendable {
  /// The name that a TLS client sends (RFC 6066 section 3).
  package enum ServerName: Hashable, Sendable {
    /// The host that it connects to; none where that is an address, which the extension cannot carry.
    case destination
    case name(String)
    case absent
  }

  /// What the client speaks: `tls`, `tcp` or `udp`.
  package var routeProtocol: RouteProtocol
  /// Where it connects to: a host as it was written, or an address, and the port.
  package var destination: HostEndpoint
  /// Of a TLS client.
  package var serverName = ServerName.destination
  /// The client: the connection's peer, or whom the balancer's PROXY header names.
  package var client: IPAddress = RouteRequest.unstatedClient
  /// The peer that begins the connection with a PROXY header for the client; nil stands for the client itself, or for one
  /// of `proxy-protocol from` where the ingress says that.
  package var balancer: IPAddress?
  /// The site that serves it; nil stands for the ingress's first.
  package var site: RowID<Site>?
  /// The ingress to whose address it is made; nil stands for the one to which the destination leads.
  package var ingress: RowID<Ingress>?

  package init(_ routeProtocol: RouteProtocol, to destination: HostEndpoint) {
    self.routeProtocol = routeProtocol
    self.destination = destination
  }

  /// The server name as the edge reads it, in lower case; nil where there is none.
  package var sentName: String? {
    guard routeProtocol == .tls else { return nil }
    switch (serverName, destination.host) {
    case (.name(let name), _): return name.lowercased()
    case (.absent, _), (.destination, .address): return nil
    case (.destination, .name(let host)): return (host.hasSuffix(".") ? String(host.dropLast()) : host).lowercased()
    }
  }
}

extension RouteConnection {
  /// A connection to a URL of a scheme of its own: `tls://mqtt.example.com:8883`, `tcp://192.0.2.7:5432`,
  /// `udp://[2001:db8::7]:5060`. Nil unless it has a host, without a user, a port from 1 to 65535, and no path.
  package init?(url: String) {
    guard let separator = url.firstRange(of: "://"),
      let known = RouteProtocol(word: String(url[..<separator.lowerBound])), known != .http
    else { return nil }
    let authority = url[separator.upperBound...]
    guard let colon = authority.lastIndex(of: ":"),
      let port = UInt16(decimal: authority[authority.index(after: colon)...])
    else { return nil }
    let host = authority[..<colon]
    if host.hasPrefix("["), host.hasSuffix("]") {
      guard let address = IPAddress(String(host.dropFirst().dropLast())), address.family == .v6 else { return nil }
      self.init(known, to: HostEndpoint(host: .address(address), port: port))
      return
    }
    if let address = IPAddress(String(host)), address.family == .v4 {
      self.init(known, to: HostEndpoint(host: .address(address), port: port))
      return
    }
    guard String(host).isHostName else { return nil }
    self.init(known, to: HostEndpoint(host: .name(String(host)), port: port))
  }
}

extension RouteConnection: CustomStringConvertible {
  /// The connection as one line, as a `test` writes it: `connect tls mqtt.example.com:8883 from 192.0.2.7 sni absent`.
  package var description: String { "connect \(routeProtocol.word) \(destination)\(circumstances)" }

  /// What is said beside the destination, with a blank in front: ` from 192.0.2.7 sni absent`.
  package var circumstances: String {
    var text = ""
    if client != RouteRequest.unstatedClient { text += " from \(client)" }
    if let balancer { text += " via \(balancer)" }
    switch serverName {
    case .destination: break
    case .name(let name): text += " sni \(name)"
    case .absent: text += " sni absent"
    }
    return text
  }

  /// The URL of a scheme of its own.
  package var url: String { "\(routeProtocol.word)://\(destination)" }
}

/// What a test or a trace asks about.
package enum RouteQuestion: Hashable, Sendable {
  case request(RouteRequest)
  case connection(RouteConnection)
}

extension RouteQuestion: CustomStringConvertible {
  package var request: RouteRequest? { if case .request(let request) = self { request } else { nil } }

  package var connection: RouteConnection? { if case .connection(let connection) = self { connection } else { nil } }

  /// The site that is stated.
  package var site: RowID<Site>? {
    switch self {
    case .request(let request): request.site
    case .connection(let connection): connection.site
    }
  }

  package var description: String {
    switch self {
    case .request(let request): request.description
    case .connection(let connection): connection.description
    }
  }
}

extension String {
  /// Whether it is a name that hosts have: labels of letters, digits, hyphens and underscores, of 63 bytes at most, 253
  /// together (RFC 1035 section 2.3.4); one dot may end it.
  package var isHostName: Bool {
    let name = hasSuffix(".") ? dropLast() : self[...]
    guard !name.isEmpty, name.utf8.count <= 253 else { return false }
    let labels = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return labels.allSatisfy { label in
      (1...63).contains(label.count)
        && label.allSatisfy { byte in
          switch byte {
          case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
          default: false
          }
        }
    }
  }
}

extension UInt16 {
  /// A port's digits, and nothing else: `+80` is none.
  fileprivate init?(decimal text: Substring) {
    guard text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }), let value = UInt16(text),
      value > 0
    else { return nil }
    self = value
  }
}
