import EpicBase
import EpicIR

/// Passwords, keys and sign-in. The interpreter knows no secret: a credential of the right form counts as a good one.
extension RouteInterpreter {
  /// What the edge answers before it looks for a token; nil where the request gets so far. In the edge's order.
  func credentialAnswer(
    _ request: RouteRequest, _ ingress: Ingress, _ found: inout Interpretation
  ) -> Interpretation.Result? {
    if let signIn = ingress.signIn, let result = answer(of: signIn, request, ingress, &found) { return result }
    if let basic = ingress.basicAuthentication {
      guard let user = Self.user(in: request) else {
        found.say("auth basic", "refused, 401", basic.origin)
        return .refused(401, "it has no password, and `auth basic \(basic.name)` demands one")
      }
      found.say("auth basic", "`\(user)` has a good password: that is taken for granted", basic.origin)
    }
    if let keys = ingress.keyAuthentication {
      let sent = found.headers.first { $0.name == keys.header }?.value ?? ""
      if sent.isEmpty {
        found.say("auth api-key", "refused, 401", keys.origin)
        return .refused(401, "it has no key, and `auth api-key \(keys.name)` demands one")
      }
      found.say("auth api-key", "its key is a good one: that is taken for granted", keys.origin)
    }
    return nil
  }

  /// The user of a Basic credential (RFC 7617 section 2); nil where there is none that can be read. Envoy takes the scheme in
  /// these letters only.
  static func user(in request: RouteRequest) -> String? {
    let values = request.headers.filter { $0.name == "authorization" }.map(\.value)
    guard let value = values.first, values.count == 1, value.hasPrefix("Basic "),
      let bytes = padded(value.dropFirst("Basic ".count)).flatMap({ Base64Text.decode($0) }),
      let colon = bytes.firstIndex(of: UInt8(ascii: ":"))
    else { return nil }
    return String(validating: bytes[..<colon], as: UTF8.self)
  }

  /// The text with the padding that it should have: Envoy looks at none. Nil for what is empty.
  private static func padded(_ text: Substring) -> String? {
    let symbols = text.prefix { $0 != "=" }
    guard !symbols.isEmpty, text.dropFirst(symbols.count).allSatisfy({ $0 == "=" }) else { return nil }
    return symbols + String(repeating: "=", count: (4 - symbols.utf8.count % 4) % 4)
  }

  /// Who has the cookies of a sign-in is taken for signed in; who brings a token is not asked where one is checked.
  private func answer(
    of signIn: SignIn, _ request: RouteRequest, _ ingress: Ingress, _ found: inout Interpretation
  ) -> Interpretation.Result? {
    if !ingress.jwtProviders.isEmpty {
      let brings = request.headers.contains { $0.name == "authorization" && $0.value.hasPrefix("Bearer ") }
      if brings || request.token != nil { return nil }
    }
    // A tunnel has no page to come back to.
    if request.isConnect { return .refused(400, "`auth oidc \(signIn.name)` is asked by a path, and it has none") }
    if found.path == signIn.signOutPath {
      let port = request.port == 443 ? "" : ":\(request.port)"
      found.say("auth oidc", "signs out", signIn.origin)
      return .redirect(302, location: "https://\(found.sentHost)\(port)/")
    }
    let cookies = request.headers.filter { $0.name == "cookie" }.map(\.value).joined(separator: "; ")
    let names = cookies.split(separator: ";").map { pair in
      String(pair.prefix { $0 != "=" }).trimmingBlanks
    }
    if found.path == signIn.redirectPath {
      found.say("auth oidc", "refused, 401", signIn.origin)
      return .refused(401, "it is where `auth oidc \(signIn.name)` is answered, and brings no code that was asked for")
    }
    guard ["hmac", "expires", "token"].allSatisfy({ names.contains(signIn.cookie($0)) }) else {
      found.say("auth oidc", "nobody has signed in: sent to the issuer", signIn.origin)
      return .redirect(302, location: signIn.authorization.description)
    }
    found.say("auth oidc", "its cookies are good: that is taken for granted", signIn.origin)
    return nil
  }

  /// Whether a request changes something and comes from a page of an origin that may not ask. Where `origin` says nothing,
  /// `referer` does (docs/language/credentials.md).
  func isForeign(
    _ request: RouteRequest, _ protection: ForgeryProtection, _ ingress: Ingress, port: Int?
  ) -> Bool {
    guard ["POST", "PUT", "DELETE", "PATCH"].contains(request.method) else { return false }
    func value(_ name: String) -> String? { request.headers.first { $0.name == name }?.value }
    let origin = Self.authority(value("origin") ?? "")
    let source = origin.isEmpty ? Self.authority(value("referer") ?? "") : origin
    if source.isEmpty { return true }
    let host = request.host.hasSuffix(".") ? String(request.host.dropLast()) : request.host
    if source == host || protection.origins.contains(source) { return false }
    // With a port it is no host that a pattern takes.
    if protection.hosts.contains(where: { $0.matches(source) }) { return false }
    let usual: UInt16 = request.isTLS ? 443 : 80
    if request.port == usual { return true }
    let suffix = ":\(request.port)"
    guard source.hasSuffix(suffix) else { return true }
    let name = String(source.dropLast(suffix.utf8.count))
    return !ingress.hosts.contains { $0.matches(name) }
  }

  /// Host and port of an absolute URL; what is none stands for itself, as on the edge.
  private static func authority(_ text: String) -> String {
    guard let scheme = text.firstRange(of: "://") else { return text }
    let rest = text[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return String(rest)
  }
}

extension Interpretation {
  mutating func say(_ statement: String, _ text: String, _ origin: Origin) {
    credentials.append(CredentialAnswer(statement: statement, text: text, origin: origin))
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    var rest = self[...]
    while rest.first == " " || rest.first == "\t" { rest = rest.dropFirst() }
    while rest.last == " " || rest.last == "\t" { rest = rest.dropLast() }
    return String(rest)
  }
}
