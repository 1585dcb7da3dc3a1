/// A request as it goes over the wire.
extension TraceQuestion {
  /// Reads an HTTP/1.1 request message (RFC 9112): what a browser's or a proxy's log holds, and `curl -v` shows. Its scheme
  /// is `https` unless `isClear`, or what an absolute target says. A body of no stated length ends with the text.
  package init(message: [UInt8], isClear: Bool) throws(TraceError) {
    if message.count > TraceQuestion.maximumBytes {
      throw TraceError("the request is longer than \(TraceQuestion.maximumBytes) bytes")
    }
    var rest = message[...]
    /// The next line without its end.
    func line() -> String? {
      guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else {
        defer { rest = [] }
        return rest.isEmpty ? nil : String(decoding: rest, as: UTF8.self)
      }
      var text = rest[..<end]
      if text.last == UInt8(ascii: "\r") { text.removeLast() }
      rest = rest[(end + 1)...]
      return String(decoding: text, as: UTF8.self)
    }
    let first = (line() ?? "").split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard first.count == 3, first[2].hasPrefix("HTTP/") else {
      throw TraceError("the text starts neither with `request`, nor with the line of an HTTP request, `GET / HTTP/1.1`")
    }
    var host: String?
    var headers: [String] = []
    while let text = line(), !text.isEmpty {
      guard let colon = text.firstIndex(of: ":") else { throw TraceError("`\(text)` is no header of a request") }
      if text[..<colon].lowercased() == "host" {
        if host != nil { throw TraceError("the request has two `host` headers (RFC 9112 section 3.2)") }
        host = String(text[text.index(after: colon)...].filter { $0 != " " && $0 != "\t" })
      } else {
        headers.append(text)
      }
    }
    let target = first[1]
    if target.hasPrefix("http://") || target.hasPrefix("https://") {
      self.init(.url(method: first[0], target))
    } else {
      guard let host, !host.isEmpty else { throw TraceError("the request has no `host` header") }
      self.init(.url(method: first[0], "\(isClear ? "http" : "https")://\(host)\(target)"))
    }
    self.headers = headers
    if !rest.isEmpty { body = Array(rest) }
  }
}
