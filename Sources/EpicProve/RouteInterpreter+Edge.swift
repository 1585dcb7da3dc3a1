import EpicBase
import EpicIR

/// What the edge decides about a request beside its routes.
extension RouteInterpreter {
  /// The client of a request whose peer is `request.client`: the last address of `x-forwarded-for` that no trusted proxy
  /// has, where the peer is one (docs/language/client.md).
  func client(of request: RouteRequest, at ingress: Ingress) -> IPAddress {
    let proxies = ingress.trustedProxies
    func isTrusted(_ address: IPAddress) -> Bool { proxies.contains { $0.contains(address) } }
    guard isTrusted(request.client) else { return request.client }
    let parts = request.headers.filter { $0.name == "x-forwarded-for" }
      .flatMap { $0.value.split(separator: ",", omittingEmptySubsequences: false) }
    var client = request.client
    for part in parts.reversed() {
      let text = part.utf8.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      guard let address = IPAddress(parsing: Array(Substring(text).utf8).trimmedAtEnd) else { return request.client }
      client = address
      if !isTrusted(address) { break }
    }
    return client
  }

  /// Whether the edge answers the request as a preflight, in front of `auth` and of every route.
  func isPreflight(_ request: RouteRequest, at ingress: Ingress) -> Bool {
    ingress.cors != nil && request.method == "OPTIONS" && request.headers.contains { $0.name == "origin" }
      && request.headers.contains { $0.name == "access-control-request-method" }
  }

  /// Whether the request's body is longer than its route takes.
  func isTooLong(_ request: RouteRequest, for arm: RouteArm, at ingress: Ingress) -> Bool {
    guard let limit = arm.policy.maximumBody ?? ingress.policy.maximumBody else { return false }
    return UInt64(request.body?.utf8.count ?? 0) > limit
  }

  /// Whether the request asks to become a WebSocket where its route does not allow it (RFC 6455 section 4.1).
  func isForbiddenUpgrade(_ request: RouteRequest, for arm: RouteArm, at ingress: Ingress) -> Bool {
    let upgrades = request.headers.contains {
      $0.name == "upgrade" && $0.value.utf8.map { $0 | 0x20 } == Array("websocket".utf8)
    }
    return upgrades && !arm.policy.allowsWebSocket && !ingress.policy.allowsWebSocket
  }
}

extension RequestFacts {
  /// The string at a path of members in a JSON body that is read: one that says it is JSON, and is no longer than the
  /// limit (docs/language/bodies.md).
  func bodyText(at path: [String], limit: UInt32) -> String? {
    guard let body, body.utf8.count <= limit, saysJSON,
      var value = try? JSONReader.read(Array(body.utf8), maximumBytes: Int(limit))
    else { return nil }
    for name in path {
      guard let next = value[name] else { return nil }
      value = next
    }
    return value.string
  }

  /// `application/json` and `application/…+json`, whatever parameters follow.
  private var saysJSON: Bool {
    guard let type = headers.first(where: { $0.name == "content-type" })?.value.lowercased() else { return false }
    let essence = type.prefix { $0 != ";" && $0 != " " && $0 != "\t" }
    return essence == "application/json" || essence.hasPrefix("application/") && essence.hasSuffix("+json")
  }
}

extension [UInt8] {
  /// Without blanks at the end.
  fileprivate var trimmedAtEnd: ArraySlice<UInt8> {
    var slice = self[...]
    while let last = slice.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "\t") { slice.removeLast() }
    return slice
  }
}
