import EpicBase
import EpicIR

/// A request in the making, its parts apart so that one can be changed.
struct RequestDraft {
  var port: UInt16
  var tls: TLSVersion?
  var method = "GET"
  var host: String
  /// What is written behind the host: a dot, a port.
  var hostSuffix = ""
  var path = "/"
  /// Pairs as they are sent, `a=b`; nil where there is no `?`.
  var query: [String]?
  var headers: [RouteRequest.Header] = []
  var cookies: [(name: String, value: String)] = []
  /// Whether each cookie has a header of its own.
  var dividesCookies = false
  var provider: String?
  var claims: [JSONMember]?
  var isForged = false
  var client: IPAddress
  /// Members of the JSON body, by path.
  var body: [(path: [String], value: JSONValue)] = []
  /// In place of the members.
  var text: String?

  init(port: UInt16, host: String, client: IPAddress) {
    self.port = port
    self.host = host
    self.client = client
  }

  var sent: SentRequest {
    var request = SentRequest()
    request.port = port
    request.tls = tls
    request.method = method
    request.authority = host + hostSuffix
    request.target = path + (query.map { "?" + $0.joined(separator: "&") } ?? "")
    request.headers = headers
    let pairs = cookies.map { "\($0.name)=\($0.value)" }
    for text in dividesCookies ? pairs : pairs.isEmpty ? [] : [pairs.joined(separator: "; ")] {
      request.headers.append(RouteRequest.Header(name: "cookie", value: text))
    }
    if isForged {
      request.token = .forged
    } else if let claims {
      request.token = .signed(provider: provider, claims: claims)
    }
    request.client = client
    request.body = text ?? (body.isEmpty ? nil : RequestDraft.document(body))
    return request
  }

  // MARK: Parts

  func values(of header: String) -> [String] {
    headers.filter { $0.name.lowercased() == header }.map(\.value)
  }

  mutating func set(header name: String, _ value: String?) {
    headers.removeAll { $0.name.lowercased() == name.lowercased() }
    if let value { headers.append(RouteRequest.Header(name: name, value: value)) }
  }

  mutating func set(query name: String, _ value: String?) {
    query = query?.filter { !($0 == name || $0.hasPrefix(name + "=")) }
    if query?.isEmpty ?? false { query = nil }
    if let value { query = (query ?? []) + ["\(name)=\(RequestDraft.encoded(value))"] }
  }

  mutating func set(cookie name: String, _ value: String?) {
    cookies.removeAll { $0.name == name }
    if let value { cookies.append((name, value)) }
  }

  mutating func set(claim path: [String], _ value: JSONValue?) {
    guard let name = path.first else { return }
    var members = claims ?? []
    members.removeAll { $0.name == name }
    if let value {
      // Members within members are not made up: paths have one name.
      members.append(JSONMember(name: name, value: value))
      claims = members
    } else if claims != nil {
      claims = members
    }
  }

  mutating func set(body path: [String], _ value: JSONValue?) {
    body.removeAll { $0.path == path }
    guard let value else { return }
    body.append((path, value))
    text = nil
    if method == "GET" { method = "POST" }
    if values(of: "content-type").isEmpty { set(header: "content-type", "application/json") }
  }

  /// What has to be encoded in a query's value, encoded.
  static func encoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "/"), UInt8(ascii: ","), UInt8(ascii: "*"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16)
        result += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }

  private static func document(_ members: [(path: [String], value: JSONValue)]) -> String {
    var json = JSONWriter(pretty: false)
    json.value(object(members.map { ($0.path[...], $0.value) }))
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private static func object(_ members: [(path: ArraySlice<String>, value: JSONValue)]) -> JSONValue {
    var names: [String] = []
    for case let name? in members.map(\.path.first) where !names.contains(name) { names.append(name) }
    return JSONValue(
      .object(
        names.map { name in
          let own = members.filter { $0.path.first == name }
          let inner = own.filter { $0.path.count > 1 }
          guard inner.isEmpty else {
            return JSONMember(name: name, value: object(inner.map { ($0.path.dropFirst(), $0.value) }))
          }
          return JSONMember(name: name, value: own.last?.value ?? JSONValue(.null))
        }))
  }
}
