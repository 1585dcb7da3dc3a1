import EpicBase
import EpicIR

/// One change of one part of a request: across the boundary of the arm that took it, or along it.
struct RequestEdit {
  let edge: GeneratedEdge
  let door: GeneratedEdge.Door

  /// The parts of a request that an arm looks at.
  enum Part: Hashable {
    case host, path, method, client, tls, upgrade, origin, connect
    case header(String), query(String), cookie(String), claim([String]), body([String])
    case cohort(CohortTest)
  }

  static func parts(of predicate: Predicate) -> [Part] {
    switch predicate {
    case .always, .never, .site, .serverName: return []
    case .not(let inner): return parts(of: inner)
    case .all(let list), .any(let list): return list.flatMap(parts(of:))
    case .host: return [.host]
    case .path, .pathMatches: return [.path]
    case .method: return [.method]
    case .client, .country, .autonomousSystem: return [.client]
    case .cohort(let test): return [.cohort(test)]
    case .tls: return [.tls]
    case .text(let field, _):
      switch field {
      case .header(let name): return [.header(name)]
      case .query(let name): return [.query(name)]
      case .cookie(let name): return [.cookie(name)]
      case .jwtClaim(_, let path): return [.claim(path)]
      case .jsonBody(let path, _): return [.body(path)]
      }
    }
  }

  /// Changes one thing of the part, and says what; nil where there is nothing to change.
  func apply(to draft: inout RequestDraft, _ part: Part, _ random: inout RandomSource) -> String? {
    switch part {
    case .host: return host(&draft, &random)
    case .path: return path(&draft, &random)
    case .method:
      draft.method =
        random.pick(["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"].filter { $0 != draft.method }) ?? "GET"
      return "method"
    case .client: return client(&draft, &random)
    case .tls:
      guard let port = door.tlsPort else { return nil }
      draft.tls = random.pick([nil, .v1_2, .v1_3].filter { $0 != draft.tls }) ?? nil
      draft.port = draft.tls == nil ? door.ports.first ?? 80 : port
      return "tls"
    case .upgrade: return upgrade(&draft, &random)
    case .origin: return origin(&draft, &random)
    case .connect: return connect(&draft, &random)
    case .header(let name): return header(name, &draft, &random)
    case .query(let name): return query(name, &draft, &random)
    case .cookie(let name): return cookie(name, &draft, &random)
    case .claim(let path): return claim(path, &draft, &random)
    case .body(let path): return body(path, &draft, &random)
    case .cohort(let test): return cohort(test, &draft, &random)
    }
  }

  // MARK: Host and path

  private func host(_ draft: inout RequestDraft, _ random: inout RandomSource) -> String {
    switch random.below(7) {
    case 0: draft.host = draft.host.uppercased()
    case 1: draft.hostSuffix = "."
    case 2: draft.hostSuffix = ":\(random.pick([80, 8080, 443, 1]) ?? 80)"
    case 3: draft.host = "z.\(draft.host)"
    case 4:
      guard let dot = draft.host.firstIndex(of: "."), draft.host.filter({ $0 == "." }).count > 1 else { fallthrough }
      draft.host = String(draft.host[draft.host.index(after: dot)...])
    case 5: draft.host = random.pick(door.hosts) ?? draft.host
    default: draft.host = RequestEdit.byte(draft.host, &random) { $0 != UInt8(ascii: ".") }
    }
    return "host"
  }

  private func path(_ draft: inout RequestDraft, _ random: inout RandomSource) -> String {
    var bytes = Array(draft.path.utf8)
    let slash = UInt8(ascii: "/")
    func insert(_ text: String, at position: Int) { bytes.insert(contentsOf: Array(text.utf8), at: position) }
    let letters = bytes.indices.filter { bytes[$0] != slash && bytes[$0] != UInt8(ascii: "%") }
    let slashes = bytes.indices.filter { bytes[$0] == slash }
    let letter = random.pick(letters)
    let place = random.pick(slashes) ?? 0
    switch random.below(18) {
    case 0: if let letter { bytes[letter] = UInt8(ascii: "k") }
    case 1: if let letter { bytes.remove(at: letter) }
    case 2: if let letter { insert("x", at: letter) }
    case 3: if let letter, bytes[letter] >= 65 { bytes[letter] ^= 32 }
    case 4: if bytes.last == slash, bytes.count > 1 { bytes.removeLast() } else { bytes.append(slash) }
    case 5: bytes += Array("/more".utf8)
    case 6: if let last = slashes.last, last > 0 { bytes.removeSubrange(last...) }
    case 7:
      if let letter { bytes.replaceSubrange(letter...letter, with: RequestEdit.encoded(bytes[letter], isUpper: true)) }
    case 8:
      if let letter { bytes.replaceSubrange(letter...letter, with: RequestEdit.encoded(bytes[letter], isUpper: false)) }
    case 9: insert("/", at: place)
    case 10: insert(random.pick(["/.", "/.;k", "/%2e"]) ?? "/.", at: place)
    case 11: insert(random.pick(["/k/..", "/k/..;k", "/k/%2e%2E", "/k/.%2e;"]) ?? "/k/..", at: place)
    case 12: bytes.replaceSubrange(place...place, with: Array("%2F".utf8))
    case 13:
      bytes += Array(
        (random.pick(["/..", "/.", "/%2e%2e", "/%2E", ";x", "%3F", "%25", "%5c", "%2", "%00"]) ?? ";").utf8)
    case 14: bytes += Array((random.pick(["x", "-", "."]) ?? "x").utf8)
    case 15:
      if let letter {
        insert(random.pick(["%20", "+", ",", ";", "=", "&", ":", "@", "!", "'", "("]) ?? "+", at: letter)
      }
    case 16: draft.query = draft.query == nil ? [random.pick(["", "/", "x=/y", "a/../b"]) ?? ""] : nil
    default: if let letter { insert(random.pick(["\\", "|", "\"", "^", "{", "}", "<", "`"]) ?? "|", at: letter) }
    }
    draft.path = String(decoding: bytes, as: UTF8.self)
    if !draft.path.hasPrefix("/") { draft.path = "/" + draft.path }
    return "path"
  }

  private static func encoded(_ byte: UInt8, isUpper: Bool) -> [UInt8] {
    let digits = String(byte, radix: 16, uppercase: isUpper)
    return Array(("%" + (digits.utf8.count == 1 ? "0" : "") + digits).utf8)
  }

  /// The text with one byte changed, left out or doubled.
  static func byte(_ text: String, _ random: inout RandomSource, where fits: (UInt8) -> Bool = { _ in true }) -> String
  {
    var bytes = Array(text.utf8)
    guard let place = random.pick(bytes.indices.filter { fits(bytes[$0]) }) else { return text + "x" }
    switch random.below(4) {
    case 0: bytes[place] = bytes[place] == UInt8(ascii: "k") ? UInt8(ascii: "l") : UInt8(ascii: "k")
    case 1: bytes.remove(at: place)
    case 2: bytes.insert(UInt8(ascii: "0"), at: place)
    default:
      let isLetter = bytes[place] >= 65 && bytes[place] <= 90 || bytes[place] >= 97 && bytes[place] <= 122
      bytes[place] = isLetter ? bytes[place] ^ 32 : UInt8(ascii: "k")
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: Client

  private func client(_ draft: inout RequestDraft, _ random: inout RandomSource) -> String {
    if !door.proxies.isEmpty, random.oneIn(2) {
      let chain = draft.values(of: "x-forwarded-for").joined(separator: ", ")
      let edited = random.pick([
        nil, chain + ", 192.0.2.241", "203.0.113.7, " + chain, chain + ", unknown", chain + ":80", " " + chain + " ",
        chain + ", 198.51.100.9", chain + ",", "2001:db8:77::1",
      ])
      draft.set(header: "X-Forwarded-For", edited ?? nil)
      return "x-forwarded-for"
    }
    var address = draft.client
    if random.oneIn(2) {
      address = address.next ?? address
    } else if address.value > 0 {
      address = IPAddress(family: address.family, value: address.value - 1)
    }
    if RequestEdit.isUsable(address) { draft.client = address }
    return "client"
  }

  /// Whether a client can have the address.
  static func isUsable(_ address: IPAddress) -> Bool {
    switch address.family {
    case .v4: address.value >> 24 > 0 && address.value >> 24 < 224 && address.value >> 24 != 127
    case .v6: address.value >> 120 != 0xFF && address.value > 1
    }
  }

  // MARK: Upgrades and pages of other origins

  /// Asks for a WebSocket, or nearly so. What comes behind such a head is no body: a request that has one stays as it is.
  private func upgrade(_ draft: inout RequestDraft, _ random: inout RandomSource) -> String? {
    guard draft.sent.body == nil else { return nil }
    draft.set(header: "Connection", random.pick(["Upgrade", "keep-alive, upgrade", "upgrade", "close"]) ?? "upgrade")
    draft.set(header: "Upgrade", random.pick(["websocket", "WebSocket", "websocket", "foo"]) ?? "websocket")
    return "upgrade"
  }

  /// Asks for a tunnel, which no generated route opens.
  private func connect(_ draft: inout RequestDraft, _ random: inout RandomSource) -> String {
    draft.method = "CONNECT"
    draft.hostSuffix = ":\(random.pick([Int(draft.port), 5432, 22, 65_535]) ?? 22)"
    draft.body = []
    draft.text = nil
    return "connect"
  }

  private func origin(_ draft: inout RequestDraft, _ random: inout RandomSource) -> String {
    let origins = [
      "https://app.example.net", "https://a.b.pages.example", "https://pages.example", "http://app.example.net", "null",
      "https://app.example.net:444", "https://APP.example.net",
    ]
    draft.set(header: "Origin", random.pick(origins) ?? "null")
    guard random.oneIn(2) else { return "origin" }
    draft.method = random.oneIn(8) ? "GET" : "OPTIONS"
    draft.set(header: "Access-Control-Request-Method", random.oneIn(8) ? nil : random.pick(["GET", "DELETE", "PUT"]))
    draft.set(header: "Access-Control-Request-Headers", random.oneIn(2) ? nil : "x-a")
    return "preflight"
  }

  // MARK: Texts

  private func header(_ name: String, _ draft: inout RequestDraft, _ random: inout RandomSource) -> String {
    guard let index = draft.headers.firstIndex(where: { $0.name.lowercased() == name }) else {
      draft.headers.append(RouteRequest.Header(name: name, value: random.pick(EdgeGenerator.values + [""]) ?? ""))
      return "header added"
    }
    let value = draft.headers[index].value
    switch random.below(10) {
    case 0: draft.headers.remove(at: index)
    case 1: draft.headers[index].value = ""
    case 2: draft.headers.insert(RouteRequest.Header(name: name, value: "other"), at: index)
    case 3: draft.headers.append(RouteRequest.Header(name: name.uppercased(), value: "other"))
    case 4: draft.headers[index].name = draft.headers[index].name.uppercased()
    case 5: draft.headers[index].value = value + ",other"
    case 6: draft.headers[index].value = "other, " + value
    case 7: draft.headers[index].name += "x"
    case 8: draft.headers[index].value = value.uppercased()
    default: draft.headers[index].value = RequestEdit.trimmed(RequestEdit.byte(value, &random))
    }
    return "header"
  }

  /// Blanks around a value are not sent: nobody sees them (RFC 9110 section 5.5).
  private static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while text.first == " " { text = text.dropFirst() }
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }

  private func query(_ name: String, _ draft: inout RequestDraft, _ random: inout RandomSource) -> String {
    var pairs = draft.query ?? []
    guard let index = pairs.firstIndex(where: { $0 == name || $0.hasPrefix(name + "=") }) else {
      draft.query = pairs + [random.pick([name, "\(name)=", "\(name)=1", "\(name)=on"]) ?? name]
      return "query added"
    }
    let value = pairs[index].dropFirst(name.utf8.count + 1)
    switch random.below(12) {
    case 0: pairs.remove(at: index)
    case 1: pairs[index] = name
    case 2: pairs[index] = "\(name)="
    case 3: pairs.insert("\(name)=other", at: index)
    case 4: pairs.append("\(name)=other")
    case 5: pairs[index] = "\(name)x=\(value)"
    case 6: pairs[index] = "\(name)=\(value)%20"
    case 7: pairs[index] = "\(name)=\(value)+"
    case 8:
      pairs[index] =
        "\(name)=" + value.utf8.map { String(decoding: RequestEdit.encoded($0, isUpper: true), as: UTF8.self) }.joined()
    case 9: pairs[index] = "\(name)=\(value)=\(value)"
    case 10: pairs.insert("", at: index)
    default: pairs[index] = "\(name)=\(RequestEdit.byte(String(value), &random))".replacing(" ", with: "")
    }
    draft.query = pairs.isEmpty ? nil : pairs
    return "query"
  }

  private func cookie(_ name: String, _ draft: inout RequestDraft, _ random: inout RandomSource) -> String {
    guard let index = draft.cookies.firstIndex(where: { $0.name == name }) else {
      draft.cookies.append((name, random.pick(["1", "on", "gold", ""]) ?? ""))
      return "cookie added"
    }
    let value = draft.cookies[index].value
    switch random.below(9) {
    case 0: draft.cookies.remove(at: index)
    case 1: draft.cookies[index].value = ""
    case 2: draft.cookies.insert((name, "other"), at: index)
    case 3: draft.cookies.append((name, "other"))
    case 4: draft.cookies[index].value = "\"\(value)\""
    case 5: draft.cookies[index].name = name.uppercased() + "x"
    case 6:
      draft.cookies.append(("other", "1"))
      draft.dividesCookies = true
    case 7: draft.cookies[index].value = value + "=1"
    default: draft.cookies[index].value = RequestEdit.byte(value, &random).filter { $0 != ";" }
    }
    return "cookie"
  }

  private func claim(_ path: [String], _ draft: inout RequestDraft, _ random: inout RandomSource) -> String {
    let now = draft.claims?.first { $0.name == path.first }?.value
    let text = now?.string ?? "gold"
    switch random.below(8) {
    case 0: draft.set(claim: path, nil)
    case 1: draft.set(claim: path, JSONValue(.array([JSONValue(.string(text))])))
    case 2: draft.set(claim: path, JSONValue(.array([JSONValue(.string("other")), JSONValue(.string(text))])))
    case 3: draft.set(claim: path, JSONValue(path == ["sub"] ? .string("1") : .number("1")))
    case 4: draft.claims = nil
    case 5: draft.isForged = true
    case 6 where door.providers.count > 1: draft.provider = door.providers.first { $0 != draft.provider }
    default: draft.set(claim: path, JSONValue(.string(RequestEdit.byte(text, &random))))
    }
    return "claim"
  }

  private func body(_ path: [String], _ draft: inout RequestDraft, _ random: inout RandomSource) -> String {
    let text = draft.body.first { $0.path == path }?.value.string
    switch random.below(9) {
    case 0: draft.set(body: path, nil)
    case 1: draft.set(body: path, JSONValue(.number("1")))
    case 2: draft.set(body: path, JSONValue(.null))
    case 3:
      draft.set(header: "content-type", random.pick(["text/plain", "application/ld+json", "application/json; a=b"]))
    case 4: draft.text = (draft.sent.body ?? "{") + ","
    case 5:
      // Padded to the limit, or one byte beyond it.
      let whole = draft.sent.body ?? "{}"
      draft.text = whole + String(repeating: " ", count: max(2048 + random.below(2) - whole.utf8.count, 0))
    case 6: draft.text = ""
    case 7: draft.set(body: path + ["deep"], JSONValue(.string(text ?? "gold")))
    default: draft.set(body: path, JSONValue(.string(RequestEdit.byte(text ?? "gold", &random))))
    }
    return "body"
  }

  /// The key whose bucket is nearest to the bound, on the other side or on this one.
  private func cohort(_ test: CohortTest, _ draft: inout RequestDraft, _ random: inout RandomSource) -> String? {
    guard let field = test.keys.first(where: { hasValue($0, draft) }) ?? test.keys.last else { return nil }
    let keys = (edge.cohortKeys[test.salt] ?? []).sorted {
      RequestSolver.distance($0.bucket, test) < RequestSolver.distance($1.bucket, test)
    }
    let key = random.oneIn(6) ? nil : (random.oneIn(2) ? keys.first : random.pick(Array(keys.prefix(3))))?.key
    switch field {
    case .header(let name): draft.set(header: name, key)
    case .query(let name): draft.set(query: name, key)
    case .cookie(let name): draft.set(cookie: name, key)
    case .jwtClaim(_, let path): draft.set(claim: path, key.map { JSONValue(.string($0)) })
    case .jsonBody: return nil
    }
    return "cohort"
  }

  private func hasValue(_ field: TextField, _ draft: RequestDraft) -> Bool {
    switch field {
    case .header(let name): !draft.values(of: name).isEmpty
    case .query(let name): draft.query?.contains { $0.hasPrefix(name + "=") } ?? false
    case .cookie(let name): draft.cookies.contains { $0.name == name }
    case .jwtClaim(_, let path): draft.claims?.contains { $0.name == path.first } ?? false
    case .jsonBody: false
    }
  }
}
