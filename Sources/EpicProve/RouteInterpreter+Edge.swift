package import EpicBase
package import EpicIR

/// What the edge decides about a request beside its routes.
extension RouteInterpreter {
  /// The client of a request whose peer is `request.client`: the last address of `x-forwarded-for` that no trusted proxy
  /// has, where the peer is one (docs/language/client.md).
  package func client(of request: RouteRequest, at ingress: Ingress) -> IPAddress {
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

  /// The headers as routes see them: without those that the edge takes out of every request (`EdgeHeader`), those that
  /// `connection` names (RFC 9110 section 7.6.1), and a `referer` that is none. What asks for an upgrade need not name
  /// `connection`, a token that is stated otherwise comes in `authorization`, and a body with its length.
  package func seenHeaders(of request: RouteRequest) -> [RouteRequest.Header] {
    let headers = RouteInterpreter.joined(request.headers)
    let connection = headers.filter { $0.name == "connection" }
    let named = Set(connection.flatMap { $0.value.lowercased().split(separator: ",").map(\.withoutBlanks) })
    var seen = headers.filter { header in
      if header.name == "te" { return header.value.split(separator: ",").contains { $0.withoutBlanks == "trailers" } }
      if EdgeHeader.of(header.name)?.isTakenOut ?? false { return false }
      switch header.name {
      case "upgrade": return (connection.isEmpty || named.contains("upgrade")) && header.value.lowercased() != "h2c"
      case "referer": return !named.contains("referer") && header.value.isReferer
      default: return !named.contains(header.name)
      }
    }
    for index in seen.indices where seen[index].name == "te" { seen[index].value = "trailers" }
    if let body = request.body, !headers.contains(where: { $0.name == "content-length" }) {
      seen.append(RouteRequest.Header(name: "content-length", value: "\(body.utf8.count)"))
    }
    if request.token != nil && !headers.contains(where: { $0.name == "authorization" }) {
      seen.append(RouteRequest.Header(name: "authorization", value: "Bearer …"))
    }
    return seen
  }

  /// What an upstream of an ingress that leads to a CDN gets in `cdn-loop`.
  func counted(_ headers: [RouteRequest.Header], _ ingress: Ingress) -> HeaderEdit {
    let said = headers.first { $0.name == "cdn-loop" }?.value ?? ""
    let id = CDNLoop.id(of: ingress, in: deployment.workspace)
    return HeaderEdit(name: "cdn-loop", operation: .set, value: said.isEmpty ? id : "\(said),\(id)")
  }

  /// Why a request of an ingress that leads to a CDN is refused for what its `cdn-loop` says; nil if it is not.
  func loop(
    of headers: [RouteRequest.Header], _ table: RouteTable, _ ingress: Ingress
  ) -> (status: UInt16, reason: String)? {
    guard let header = headers.first(where: { $0.name == "cdn-loop" }), deployment.leadsToCDN(table) else { return nil }
    let id = CDNLoop.id(of: ingress, in: deployment.workspace)
    guard let count = CDNLoop.count(of: id, in: header.value) else {
      return (400, "its `cdn-loop` is no list of names")
    }
    return count > CDNLoop.mostPasses ? (502, "a CDN sent it back \(count) times") : nil
  }

  /// The same at an ingress: without what the edge itself sets behind its routes, and with gRPC-Web as the gRPC that it
  /// becomes.
  package func seenHeaders(of request: RouteRequest, at ingress: Ingress) -> [RouteRequest.Header] {
    var seen = seenHeaders(of: request)
    let own = ingress.forwardedHeaders
    if !own.isEmpty { seen.removeAll { own.contains($0.name) } }
    if ingress.tracing.map({ !$0.continuesCallers }) ?? false {
      seen.removeAll { $0.name == "traceparent" || $0.name == "tracestate" }
    }
    if ingress.translatesGRPCWeb, let type = seen.firstIndex(where: { $0.name == "content-type" }),
      Self.isGRPCWeb(seen[type].value)
    {
      seen[type].value = "application/grpc"
    }
    return seen
  }

  /// The media types that Envoy translates.
  private static func isGRPCWeb(_ type: String) -> Bool {
    [
      "application/grpc-web", "application/grpc-web+proto", "application/grpc-web-text",
      "application/grpc-web-text+proto",
    ].contains(type)
  }

  /// The certificate that a client is shown which asks for a server name: the first one whose names cover it, the first of
  /// all where none does. The host stands for the name, as every browser sends it (RFC 6066 section 3).
  func certificate(shownFor host: String, by ingress: Ingress) -> RowID<Certificate>? {
    ingress.certificates.first { deployment.certificates[$0].names.contains { $0.matches(host) } }
      ?? ingress.certificates.first
  }

  /// The headers as the edge reads them: no blanks around a value (RFC 9110 section 5.5), and of some names one value.
  private static func joined(_ headers: [RouteRequest.Header]) -> [RouteRequest.Header] {
    var result: [RouteRequest.Header] = []
    for header in headers {
      let value = header.value[...].withoutBlanks
      guard EdgeHeader.joined.contains(header.name), let first = result.firstIndex(where: { $0.name == header.name })
      else {
        result.append(RouteRequest.Header(name: header.name, value: value))
        continue
      }
      let parts = [result[first].value, value].filter { !$0.isEmpty }
      result[first].value = parts.joined(separator: ",")
    }
    return result
  }

  /// Whether the edge answers the request as a preflight, in front of `auth` and of every route.
  func isPreflight(_ request: RouteRequest, at ingress: Ingress) -> Bool {
    ingress.cors != nil && request.method == "OPTIONS" && request.headers.contains { $0.name == "origin" }
      && request.headers.contains { $0.name == "access-control-request-method" }
  }

  /// What the answer tells a page of another origin. A preflight of an origin without leave is told all but the leave.
  func corsHeaders(_ request: RouteRequest, at ingress: Ingress) -> [HeaderEdit] {
    let headers = RouteInterpreter.joined(request.headers)
    guard let cors = ingress.cors, let origin = headers.first(where: { $0.name == "origin" })?.value, !origin.isEmpty
    else { return [] }
    var told: [HeaderEdit] = []
    func tell(_ name: String, _ value: String) {
      if !value.isEmpty { told.append(HeaderEdit(name: "access-control-\(name)", operation: .set, value: value)) }
    }
    let isAllowed = cors.allows(origin: origin)
    let isPreflight = isPreflight(request, at: ingress)
    guard isAllowed || isPreflight else { return [] }
    if isAllowed { tell("allow-origin", origin) }
    if cors.allowsCredentials { tell("allow-credentials", "true") }
    if isAllowed { tell("expose-headers", cors.exposedHeaders.joined(separator: ", ")) }
    if isPreflight {
      tell("allow-methods", cors.methods.joined(separator: ", "))
      tell("allow-headers", cors.requestHeaders.joined(separator: ", "))
      tell("max-age", cors.maximumAge.map { String($0.milliseconds / 1000) } ?? "")
    }
    return told
  }

  /// Whether the request's body is longer than its route takes.
  func isTooLong(_ request: RouteRequest, for arm: RouteArm, at ingress: Ingress) -> Bool {
    guard let limit = arm.policy.maximumBody ?? ingress.policy.maximumBody else { return false }
    return UInt64(request.body?.utf8.count ?? 0) > limit
  }

  /// Whether the request asks for another protocol where it cannot have it (RFC 6455 section 4.1): nothing but WebSockets
  /// is spoken, by routes that allow it. Where some route of the port does, the edge's own answers are given all the same,
  /// those without an arm among them.
  func isForbiddenUpgrade(_ facts: RequestFacts, for arm: RouteArm?, in table: RouteTable, at ingress: Ingress) -> Bool
  {
    guard let upgrade = facts.headers.first(where: { $0.name == "upgrade" }) else { return false }
    if upgrade.value.lowercased() != "websocket" { return true }
    if ingress.policy.allowsWebSocket || arm?.policy.allowsWebSocket ?? false { return false }
    switch arm?.outcome {
    case .upstream?, .split?: return true
    case nil, .redirect?, .respond?, .close?: return !table.arms.contains { $0.policy.allowsWebSocket }
    }
  }
}

extension CORSPolicy {
  /// Whether pages of the origin, in the form that browsers send, may read answers.
  fileprivate func allows(origin: String) -> Bool {
    switch origins {
    case .any: return true
    case .listed(let listed, let hosts):
      if listed.contains(origin) { return true }
      guard origin.hasPrefix("https://") else { return false }
      let host = String(origin.dropFirst("https://".count))
      return hosts.contains { $0.matches(host) }
    }
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

extension Substring {
  /// Without blanks at both ends.
  fileprivate var withoutBlanks: String {
    let rest = utf8.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    return String(decoding: Array(Substring(rest).utf8).trimmedAtEnd, as: UTF8.self)
  }
}

extension String {
  /// Whether Envoy keeps it as a `referer`: an absolute URL or a relative reference, without fragment and user
  /// (RFC 9110 section 10.1.3).
  fileprivate var isReferer: Bool {
    let bytes = Array(utf8)
    guard !bytes.isEmpty, bytes.allSatisfy({ $0 > 32 && $0 != 127 && $0 != UInt8(ascii: "#") }) else { return false }
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return true }
    if let slash = bytes.firstIndex(of: UInt8(ascii: "/")), slash < colon { return true }
    let rest = bytes[bytes.index(after: colon)...]
    guard rest.starts(with: "//".utf8) else { return false }
    let authority = rest.dropFirst(2).prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
    return !authority.isEmpty && !authority.contains(UInt8(ascii: "@"))
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
