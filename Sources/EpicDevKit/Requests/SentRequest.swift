import EpicBase
import EpicIR

/// A request as it goes over the wire to one ingress's address, with what the interpreter has to be told beside it. One
/// line of JSON, which the driver in `Tests/Envoy` sends and `epic-dev requests` answers.
struct SentRequest: Hashable, Sendable {
  /// A bearer token.
  enum Token: Hashable, Sendable {
    /// One that the provider, or the ingress's only one, has signed.
    case signed(provider: String?, claims: [JSONMember])
    /// One that nobody has signed.
    case forged
  }

  /// Name of the workspace.
  var workspace = ""
  /// The ingress whose address is connected to, as `package/name`.
  var ingress = ""
  var port: UInt16 = 80
  /// The version that the client insists on; nil is clear text.
  var tls: TLSVersion?
  var method = "GET"
  /// What stands in `host`, a port included.
  var authority = ""
  var target = "/"
  /// In the order sent, names as they are sent.
  var headers: [RouteRequest.Header] = []
  var token: Token?
  var client = RouteRequest.unstatedClient
  var body: String?
  /// What it was made for: the arm that it was aimed at, and the edit that took it to the arm's boundary.
  var aim = ""
  var edit = ""

  init() {}
}

extension SentRequest {
  /// The host without its port.
  private var host: String {
    guard let colon = authority.utf8.lastIndex(of: UInt8(ascii: ":")) else { return authority }
    let port = authority.utf8[authority.utf8.index(after: colon)...]
    return port.allSatisfy { $0 >= 48 && $0 <= 57 } ? String(authority[..<colon]) : authority
  }

  /// The request as the interpreter takes it; what a database says of the client is left out.
  func asked(of ingress: RowID<Ingress>, site: RowID<Site>?) -> RouteRequest {
    var request = RouteRequest(isTLS: tls != nil, host: host, port: port, method: method, target: target)
    if request.isConnect { request.tunnelPort = UInt16(authority.dropFirst(host.utf8.count + 1)) }
    request.ingress = ingress
    request.site = site
    request.tls = tls
    request.client = client
    request.body = body
    request.headers = headers.map { RouteRequest.Header(name: $0.name.lowercased(), value: $0.value) }
    switch token {
    case .signed(let provider, let claims):
      request.token = .verified(provider: provider, claims: JSONValue(.object(claims)))
    case .forged: request.token = .refused
    case nil: break
    }
    return request
  }

  /// Writes the members of the line's object.
  func write(to json: inout JSONWriter) {
    json.member("workspace", workspace)
    json.member("ingress", ingress)
    json.member("port", port)
    if let tls { json.member("tls", tls.description) }
    json.member("method", method)
    json.member("authority", authority)
    json.member("target", target)
    json.array("headers") { list in
      for header in headers {
        list.array { pair in
          pair.value(header.name)
          pair.value(header.value)
        }
      }
    }
    switch token {
    case .signed(let provider, let claims)?:
      json.object("token") { token in
        if let provider { token.member("provider", provider) }
        token.key("claims")
        token.value(JSONValue(.object(claims)))
      }
    case .forged?: json.object("token") { $0.member("forged", true) }
    case nil: break
    }
    json.member("client", client)
    if let body { json.member("body", body) }
    json.member("aim", aim)
    json.member("edit", edit)
  }

  /// Reads a line's object; nil if a member is not what it has to be.
  init?(_ json: JSONValue) {
    guard let ingress = json["ingress"]?.string, let authority = json["authority"]?.string,
      let target = json["target"]?.string
    else { return nil }
    self.ingress = ingress
    self.authority = authority
    self.target = target
    workspace = json["workspace"]?.string ?? ""
    if let number = json["port"] {
      guard let port = number.integer(UInt16.self) else { return nil }
      self.port = port
    }
    if let text = json["tls"]?.string {
      guard let version = TLSVersion.allCases.first(where: { $0.description == text }) else { return nil }
      tls = version
    }
    method = json["method"]?.string ?? "GET"
    for header in json["headers"]?.elements ?? [] {
      guard let pair = header.elements, pair.count == 2, let name = pair[0].string, let value = pair[1].string else {
        return nil
      }
      headers.append(RouteRequest.Header(name: name, value: value))
    }
    if let token = json["token"] {
      let isForged = token["forged"]?.bool ?? false
      self.token =
        isForged
        ? .forged : .signed(provider: token["provider"]?.string, claims: token["claims"]?.members ?? [])
    }
    if let text = json["client"]?.string {
      guard let address = IPAddress(text) else { return nil }
      client = address
    }
    body = json["body"]?.string
    aim = json["aim"]?.string ?? ""
    edit = json["edit"]?.string ?? ""
  }
}
