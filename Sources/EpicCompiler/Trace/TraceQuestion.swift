/// What `epic trace` is asked: a request or connection, in the words of the command line. What is not said is absent, as in a `test`.
package struct TraceQuestion: Sendable {
  /// The request itself.
  package enum Form: Hashable, Sendable {
    /// Method and URL, with what the other members say.
    case url(method: String, String)
    /// `tls://`, `tcp://` or `udp://`, a host and a port, with what the other members say.
    case connection(String)
    /// Statements of a `test`: `request …` and what follows it, or `connect …`. The other members have to be absent.
    case statements(String)
  }

  package var form: Form
  /// The connection's peer; of a connection with a PROXY header the client that the header names.
  package var client: String?
  /// The peer that begins a connection with a PROXY header.
  package var balancer: String?
  /// The server name of a TLS connection, or `absent`.
  package var serverName: String?
  package var country: String?
  package var autonomousSystem: String?
  /// The site that serves it, by name.
  package var site: String?
  /// The ingress to whose address it is sent, by name, or the address.
  package var ingress: String?
  package var tls: String?
  /// The port that a CONNECT request names.
  package var port: UInt16?
  /// `name: value`, in the order sent.
  package var headers: [String] = []
  /// `name=value`.
  package var cookies: [String] = []
  /// `{ "sub": … }`, `PROVIDER { … }` or `invalid`.
  package var token: String?
  package var body: [UInt8]?
  /// `cart tier 1 50%`, `cart down`.
  package var healthy: [String] = []
  /// The package whose names statements see, by folder or dotted path; nil is the workspace's root.
  package var package: String?

  package init(_ form: Form) { self.form = form }

  /// Longest text of a request, in bytes.
  package static let maximumBytes = 1 << 20
}

/// Why a question has no answer: it is told as a fault of the command line.
package struct TraceError: Error, CustomStringConvertible {
  package let description: String

  init(_ description: String) { self.description = description }
}

extension TraceQuestion {
  /// A request from what a command line says in place of options: `URL`, `METHOD URL`, or statements of a test.
  package init(words: [String]) throws(TraceError) {
    guard let first = words.first else {
      throw TraceError(
        "a request is missing, such as `GET https://shop.example.com/`, or a connection, such as `tcp://192.0.2.7:5432`"
      )
    }
    if TraceQuestion.areStatements(first) {
      if words.count > 1 { throw TraceError("statements of a test are one argument: put quotes around them") }
      self.init(.statements(first))
      return
    }
    if let url = words.first(where: TraceQuestion.isConnection) {
      guard words.count == 1 else {
        throw TraceError("`\(url)` is a connection, and has no method: what else it has is said by options")
      }
      self.init(.connection(url))
      return
    }
    switch words.count {
    case 1: self.init(.url(method: "GET", first))
    case 2: self.init(.url(method: first, words[1]))
    default:
      throw TraceError("a request is `METHOD URL`, and `\(words[2])` is too much: what else it has is said by options")
    }
  }

  /// Whether a text holds statements of a test.
  package static func areStatements(_ text: String) -> Bool {
    ["request ", "connect ", "given "].contains { text.hasPrefix($0) }
  }

  /// Whether a word names a connection without HTTP.
  private static func isConnection(_ word: String) -> Bool {
    ["tls://", "tcp://", "udp://"].contains { word.hasPrefix($0) }
  }

  /// Whether anything is said beside the request itself.
  var hasOptions: Bool {
    client != nil || balancer != nil || serverName != nil || country != nil || autonomousSystem != nil || site != nil
      || ingress != nil || tls != nil || port != nil
      || !headers.isEmpty || !cookies.isEmpty || token != nil || body != nil || !healthy.isEmpty
  }
}
