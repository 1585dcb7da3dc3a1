extension RouteRequest {
  /// A request to a URL, the path as it is written: it is the request's, normalised by nobody yet. Nil unless the URL
  /// starts with `http://` or `https://` and has a host, without a user, and a port from 1 to 65535 if it names one
  /// (RFC 9110 section 4.2).
  package init?(method: String, url: String) {
    let isTLS = url.hasPrefix("https://")
    guard isTLS || url.hasPrefix("http://") else { return nil }
    let rest = url.utf8.dropFirst(isTLS ? 8 : 7)
    let slash = rest.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
    let authority = rest[..<(slash ?? rest.endIndex)]
    var target = String(Substring(rest[(slash ?? rest.endIndex)...]))
    if !target.hasPrefix("/") { target = "/" + target }
    var host = authority[...]
    var port: UInt16 = isTLS ? 443 : 80
    if let colon = authority.lastIndex(of: UInt8(ascii: ":")), authority.last != UInt8(ascii: "]") {
      guard let number = UInt16(String(Substring(authority[authority.index(after: colon)...]))), number > 0 else {
        return nil
      }
      port = number
      host = authority[..<colon]
    }
    guard !host.isEmpty, host.allSatisfy({ $0 > 32 && $0 < 127 && $0 != UInt8(ascii: "@") }) else { return nil }
    self.init(isTLS: isTLS, host: String(Substring(host)), port: port, method: method, target: target)
  }
}
