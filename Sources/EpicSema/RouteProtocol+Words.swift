package import EpicIR

extension RouteProtocol {
  /// What one of them is called.
  var unit: String {
    switch self {
    case .http: "request"
    case .tls, .tcp: "connection"
    case .udp: "session"
    }
  }

  /// What they are called: "TLS connections".
  var units: String {
    switch self {
    case .http: "HTTP requests"
    case .tls: "TLS connections"
    case .tcp: "TCP connections"
    case .udp: "UDP sessions"
    }
  }

  /// The outcome that turns everything away.
  var refusal: String { self == .http ? "respond 404" : "close" }

  /// The fields that its routes may ask for.
  func knows(_ field: RequestField) -> Bool {
    switch field {
    case .client, .site: true
    case .country, .asn, .continent: self != .udp
    case .sni: self == .tls
    case .path, .host, .method, .header, .query, .cookie, .jwt, .cohort, .grpc, .tls, .body: self == .http
    }
  }

  /// The words that an outcome may start with instead of an upstream's name, in alphabetical order.
  package var outcomeWords: [String] { self == .http ? ["redirect", "respond", "split"] : ["close", "split"] }

  /// The fields that routes without HTTP know, as help.
  var knownFields: String {
    let known = RequestField.allCases.filter { knows($0) }.map { "`\($0.rawValue)`" }
    return "routes for `\(word)` know \(known.joinedAsList)"
  }
}
