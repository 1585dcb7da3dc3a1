import EpicBase
import EpicIR
import EpicSema
import EpicSyntax

/// From the words of the command line to a request. The rules are those of a `test`'s statements; names are looked up in
/// the whole deployment, because a command line stands in no package.
extension TraceQuestion {
  func request(method: String, url: String, in deployment: Deployment) throws(TraceError) -> RouteRequest {
    guard method.isToken else { throw TraceError("`\(method)` is no method (RFC 9110 section 9.1)") }
    let upper = method.uppercased()
    if method != upper, TraceQuestion.methods.contains(upper) {
      throw TraceError("methods are compared byte for byte: write `\(upper)` for `\(method)`")
    }
    guard var request = RouteRequest(method: method, url: url) else {
      throw TraceError(
        "`\(url)` is no URL that a request can be sent to: write `http://` or `https://`, a host and a path")
    }
    if balancer != nil {
      throw TraceError("--via: it says who speaks for a connection's client, and of a request `--from` says all")
    }
    if serverName != nil { throw TraceError("--sni: a client of HTTP asks for the host of the URL by name") }
    if let client { request.client = try address(client, "--from") }
    if let country {
      guard Countries.contains(country) else {
        let capitals = country.uppercased()
        let meant = Countries.contains(capitals) && capitals != country ? "; did you mean `\(capitals)`?" : ""
        throw TraceError("--country: `\(country)` is no country's code (ISO 3166-1 alpha-2)\(meant)")
      }
      request.country = country
    }
    if let autonomousSystem {
      guard autonomousSystem.hasPrefix("AS"), let number = UInt32(autonomousSystem.dropFirst(2)) else {
        throw TraceError("--asn: `\(autonomousSystem)` is no AS number, such as `AS3320`")
      }
      request.autonomousSystem = ASNumber(number)
    }
    if let tls {
      guard let version = TLSVersion.allCases.first(where: { $0.description == tls }) else {
        let known = TLSVersion.allCases.map { "`\($0)`" }.joined(separator: ", ")
        throw TraceError("--tls: TLS has no version `\(tls)`; it has \(known)")
      }
      guard request.isTLS else { throw TraceError("--tls: a request to `http://` has no TLS") }
      request.tls = version
    }
    if let port {
      guard request.isConnect, port > 0 else { throw TraceError("--port: only a `CONNECT` names a port but its URL's") }
      request.tunnelPort = port
    }
    if let site { request.site = try row(site, deployment.sites, "site", "--site") { $0.identity } }
    if let ingress { request.ingress = try self.ingress(ingress, deployment) }
    try addHeaders(to: &request)
    if let token { request.token = try TraceQuestion.token(token) }
    if let body {
      guard let text = String(validating: body, as: UTF8.self) else { throw TraceError("--body: it is not UTF-8") }
      request.body = text
    }
    return request
  }

  private static let methods: Set<String> = [
    "GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH",
  ]

  // MARK: Headers and tokens

  private func addHeaders(to request: inout RouteRequest) throws(TraceError) {
    for text in headers {
      let bytes = text.utf8
      guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else {
        throw TraceError("--header: `\(text)` has no `:` between name and value")
      }
      let name = String(Substring(bytes[..<colon])).lowercased()
      let value = String(Substring(bytes[bytes.index(after: colon)...])).trimmed
      guard name.isToken else { throw TraceError("--header: `\(name)` is no name of a header") }
      guard value.utf8.allSatisfy({ $0 >= 32 && $0 != 127 || $0 == UInt8(ascii: "\t") }) else {
        throw TraceError("--header: the value of `\(name)` has a control character")
      }
      if name == "host" {
        throw TraceError("--header: the host stands in the URL, and `--to` says whose address is asked")
      }
      if name == "authorization", value.lowercased().hasPrefix("bearer "), token == nil {
        throw TraceError(
          "--header: a bearer token is not read: say what it claims by `--jwt '{…}'`, or `--jwt invalid`")
      }
      request.headers.append(RouteRequest.Header(name: name, value: value))
    }
    for cookie in cookies {
      guard let equal = cookie.firstIndex(of: "="), String(cookie[..<equal]).isToken else {
        throw TraceError("--cookie: `\(cookie)` is not written `name=value`")
      }
      if let index = request.headers.lastIndex(where: { $0.name == "cookie" }) {
        request.headers[index].value += "; \(cookie)"
      } else {
        request.headers.append(RouteRequest.Header(name: "cookie", value: cookie))
      }
    }
  }

  private static func token(_ text: String) throws(TraceError) -> RouteRequest.Token {
    if text == "invalid" { return .refused }
    guard let brace = text.firstIndex(of: "{") else {
      throw TraceError("--jwt: write the claims as JSON, `--jwt '{\"sub\": \"u-17\"}'`, or `--jwt invalid`")
    }
    let provider = String(text[..<brace]).trimmed
    do throws(JSONError) {
      let claims = try JSONReader.read(Array(text[brace...].utf8))
      return .verified(provider: provider.isEmpty ? nil : provider, claims: claims)
    } catch {
      throw TraceError("--jwt: the claims are no JSON object: \(error)")
    }
  }

  // MARK: Names

  func address(_ text: String, _ option: String) throws(TraceError) -> IPAddress {
    guard let address = IPAddress(text) else { throw TraceError("\(option): `\(text)` is no address") }
    return address
  }

  func ingress(_ text: String, _ deployment: Deployment) throws(TraceError) -> RowID<Ingress> {
    guard let address = IPAddress(text) else {
      return try row(text, deployment.ingresses, "ingress", "--to") { $0.identity }
    }
    guard let index = deployment.ingresses.firstIndex(where: { $0.addresses.contains { $0.address == address } }) else {
      throw TraceError("--to: no ingress has the address `\(address)`")
    }
    return RowID(UInt32(index))
  }

  /// The row of a name: `acme/shop`, or `shop` where one package alone has it.
  func row<Row>(
    _ name: String, _ rows: [Row], _ kind: String, _ option: String, _ identity: (Row) -> Identity
  ) throws(TraceError) -> RowID<Row> {
    let identities = rows.map(identity)
    if let exact = identities.firstIndex(where: { $0.description == name }) { return RowID(UInt32(exact)) }
    let found = identities.indices.filter { identities[$0].nameInPackage == name }
    if found.count == 1 { return RowID(UInt32(found[0])) }
    if found.count > 1 {
      let names = found.prefix(4).map { "`\(identities[$0])`" }.joined(separator: ", ")
      throw TraceError("\(option): several packages have \(kind) `\(name)`: write \(names)")
    }
    let meant = nearest(name, identities.map(\.nameInPackage)) ?? nearest(name, identities.map(\.description))
    throw TraceError("\(option): there is no \(kind) `\(name)`\(meant.map { "; did you mean `\($0)`?" } ?? "")")
  }

  // MARK: Health

  func health(in deployment: Deployment) throws(TraceError) -> [HealthStatement] {
    var statements: [HealthStatement] = []
    for text in healthy {
      let words = text.split(separator: " ").map(String.init)
      guard words.count == 2 || words.count == 4 && words[1] == "tier" else {
        throw TraceError("--healthy: `\(text)` is not written `UPSTREAM [tier N] PERCENTAGE`, `up` or `down`")
      }
      let upstream = try row(words[0], deployment.upstreams, "upstream", "--healthy") { $0.identity }
      var tier: Int?
      if words.count == 4 {
        let count = deployment.upstreams[upstream].tiers.count
        guard let number = Int(words[2]), (1...max(1, count)).contains(number) else {
          throw TraceError(
            "--healthy: upstream `\(words[0])` has no tier `\(words[2])`; it has \(count) tier\(count == 1 ? "" : "s")")
        }
        tier = number - 1
      }
      guard let healthy = TraceQuestion.share(words[words.count - 1]) else {
        throw TraceError("--healthy: `\(words[words.count - 1])` is no percentage, and neither `up` nor `down`")
      }
      statements.append(HealthStatement(upstream: upstream, tier: tier, healthy: healthy))
    }
    return statements
  }

  private static func share(_ word: String) -> Percentage? {
    switch word {
    case "up": return .whole
    case "down": return Percentage(partsPerMillion: 0)
    default:
      // The language's own literal.
      var interner = Interner.withKeywords()
      let parsed = EpicSyntax.parse(Array(word.utf8), source: SourceID(0), interner: &interner)
      let first = TokenID(0)
      guard parsed.tree.kind(of: first) == .percentage, parsed.tree.string(of: first) == word else { return nil }
      return parsed.tree.percentageLiteral(first)
    }
  }
}

extension String {
  /// Whether it is a token: a method, or the name of a header (RFC 9110 section 5.6.2).
  fileprivate var isToken: Bool {
    let marks = "!#$%&'*+-.^_`|~".utf8
    return !isEmpty
      && utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "a")...UInt8(ascii: "z"):
          true
        default: marks.contains(byte)
        }
      }
  }

  /// Without blanks at both ends.
  fileprivate var trimmed: String {
    let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    var rest = utf8[...]
    while let first = rest.first, isBlank(first) { rest.removeFirst() }
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return String(Substring(rest))
  }
}
