package import EpicBase

/// A request, with all that routes can ask of it. What nothing is said about is absent.
package struct RouteRequest: Hashable, Sendable {
  /// A header as it was sent.
  package struct Header: Hashable, Sendable {
    /// Lower case.
    package var name: String
    package var value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The bearer token that came along.
  package enum Token: Hashable, Sendable {
    /// One that a provider vouches for; without a provider the ingress's only one. The claims are an object.
    case verified(provider: String?, claims: JSONValue)
    /// One that nobody vouches for.
    case refused
  }

  /// Whether it came over TLS.
  package var isTLS: Bool
  /// The host as it was sent, without port.
  package var host: String
  /// The port that the connection was made to.
  package var port: UInt16
  /// Upper case.
  package var method: String
  /// The port that a CONNECT request names behind the host; nil is `port`.
  package var tunnelPort: UInt16?
  /// Path and query as they were sent.
  package var target: String
  /// In the order sent; cookies are in `cookie` headers.
  package var headers: [Header] = []
  package var token: Token?
  /// The connection's peer.
  package var client: IPAddress = RouteRequest.unstatedClient
  /// ISO 3166-1 alpha-2 code that the database has for the client.
  package var country: String?
  package var autonomousSystem: ASNumber?
  /// What its TLS was negotiated to; nil is the newest that the listener takes. Nil for a request in clear text.
  package var tls: TLSVersion?
  /// The site that serves it; nil stands for the ingress's first.
  package var site: RowID<Site>?
  /// The ingress to whose address it is sent; nil stands for the one to which the host leads.
  package var ingress: RowID<Ingress>?
  /// The request's body.
  package var body: String?

  /// The peer of a request that names none: 192.0.2.1 (RFC 5737).
  package static let unstatedClient = IPAddress(v4: 0xC000_0201)

  package init(isTLS: Bool, host: String, port: UInt16, method: String, target: String) {
    self.isTLS = isTLS
    self.host = host
    self.port = port
    self.method = method
    self.target = target
  }
}

extension RouteRequest {
  /// Whether it asks for a tunnel (RFC 9110 section 9.3.6): it has no path.
  package var isConnect: Bool { method == "CONNECT" }
}

extension RouteRequest: CustomStringConvertible {
  /// The URL that was asked for.
  package var url: String {
    let authority = port == (isTLS ? 443 : 80) ? host : "\(host):\(port)"
    return "\(isTLS ? "https" : "http")://\(authority)\(target)"
  }

  /// The request as one line: `GET https://shop.example.com/x header x-beta "1"`.
  package var description: String {
    var text = "\(method) \(url)"
    if let tunnelPort { text += " port \(tunnelPort)" }
    if client != RouteRequest.unstatedClient { text += " from \(client)" }
    if let country { text += " country \(country)" }
    if let autonomousSystem { text += " asn \(autonomousSystem)" }
    if let tls { text += " tls \(tls)" }
    for header in headers { text += " header \(header.name) \"\(header.value)\"" }
    switch token {
    case .verified(let provider, let claims)?:
      text += " jwt \(provider.map { "\($0) " } ?? "")"
      var writer = JSONWriter()
      writer.value(claims)
      // On one line; a text of JSON holds no newline of its own.
      let lines = String(decoding: writer.finish(), as: UTF8.self).split(separator: "\n")
      text += lines.map { $0.drop { $0 == " " } }.joined(separator: " ")
    case .refused?: text += " jwt invalid"
    case nil: break
    }
    return text
  }
}

/// What is taken for granted about the endpoints of upstreams; all of the others are healthy.
package struct HealthStatement: Hashable, Sendable {
  package var upstream: RowID<Upstream>
  /// Position of the tier; nil is every tier.
  package var tier: Int?
  /// Share of the tier's endpoints that are healthy.
  package var healthy: Percentage

  package init(upstream: RowID<Upstream>, tier: Int?, healthy: Percentage) {
    self.upstream = upstream
    self.tier = tier
    self.healthy = healthy
  }
}
