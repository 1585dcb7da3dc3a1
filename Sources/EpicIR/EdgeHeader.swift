/// The headers that are the edge's own business: which of a client's copies it takes out before any route is asked, and
/// what a workspace cannot ask or write, because the edge would make it untrue (docs/decisions/0106).
///
/// What stands here is what Envoy 1.40 does under the compiler's settings; `Tests/Envoy/request_policies.py` compares it
/// row by row.
package struct EdgeHeader: Sendable {
  /// What a workspace may want of a header.
  package struct Use: OptionSet, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A predicate, a cohort or a limit reads it.
    package static let ask = Use(rawValue: 1)
    /// `request-header` sets it, adds to it or removes it.
    package static let editRequest = Use(rawValue: 2)
    /// `response-header`, or a `header` of an answer, sets it or adds to it.
    package static let setResponse = Use(rawValue: 4)
    /// `response-header … remove`.
    package static let removeResponse = Use(rawValue: 8)

    package static let editResponse: Use = [.setResponse, .removeResponse]
    package static let all: Use = [.ask, .editRequest, .editResponse]
  }

  /// Lower case; with `isPrefix` the start of names.
  private let name: String
  private let isPrefix: Bool
  /// Uses that are refused.
  package let refused: Use
  /// Whether what a client sends is taken out before any route is asked.
  package let isTakenOut: Bool
  /// Whether the configuration tells what of it an upstream gets.
  package let isForeseen: Bool
  /// Why, as a sentence without its end.
  package let reason: String
  /// What to write in place of a question, or of an edit.
  package let insteadOfAsking: String?
  package let insteadOfEditing: String?

  private init(
    _ name: String, isPrefix: Bool = false, refused: Use, isTakenOut: Bool = true,
    isForeseen: Bool = true, _ reason: String, insteadOfAsking: String? = nil, insteadOfEditing: String? = nil
  ) {
    self.name = name
    self.isPrefix = isPrefix
    self.refused = refused
    self.isTakenOut = isTakenOut
    self.isForeseen = isForeseen
    self.reason = reason
    self.insteadOfAsking = insteadOfAsking
    self.insteadOfEditing = insteadOfEditing
  }

  /// Headers of which a request has one value: Envoy joins their lines by commas (RFC 9110 section 5.3) before anything
  /// looks at them. All others keep a value a line. Measured: `Tests/Envoy/requests/table/header-joined` asks for each.
  package static let joined: Set<String> = [
    "accept", "accept-encoding", "access-control-request-headers", "access-control-request-method",
    "access-control-request-private-network", "authorization", "cache-control", "cdn-loop", "content-encoding",
    "content-type", "grpc-accept-encoding", "grpc-timeout", "if-match", "if-modified-since", "if-none-match",
    "if-range",
    "if-unmodified-since", "origin", "pragma", "proxy-status", "referer", "user-agent", "via", "x-client-trace-id",
  ]

  /// The row of a header, by its name in lower case; nil for every header that is the workspace's.
  package static func of(_ name: String) -> EdgeHeader? { table.first { $0.covers(name) } }

  private func covers(_ other: String) -> Bool {
    isPrefix ? other.hasPrefix(name) : other == name
  }

  /// The first row that covers a name counts.
  private static let table: [EdgeHeader] = [
    EdgeHeader(
      ":authority", refused: .all, isTakenOut: false, isForeseen: false, "it is the request's host",
      insteadOfAsking: "write `host is …`",
      insteadOfEditing: "write `rewrite host`"),
    EdgeHeader(
      ":", isPrefix: true, refused: .all, isTakenOut: false, isForeseen: false,
      "it is part of the request line, and no header"),
    EdgeHeader(
      "host", refused: .all, isTakenOut: false, isForeseen: false, "it is the request's host",
      insteadOfAsking: "write `host is …`",
      insteadOfEditing: "write `rewrite host`"),
    EdgeHeader("x-epic-", isPrefix: true, refused: .all, isForeseen: false, "the compiler uses it for itself"),
    // Envoy reads some of them when it forwards, and would change timeouts and retries.
    EdgeHeader(
      "x-envoy-", isPrefix: true, refused: [.ask, .editRequest, .setResponse], isForeseen: false,
      "Envoy uses it for itself"),
    EdgeHeader(
      "x-forwarded-for", refused: [.ask, .editRequest], "the edge sets it to the client's address",
      insteadOfAsking: "write `client in …`"),
    EdgeHeader(
      "x-forwarded-proto", refused: [.ask, .editRequest], "the edge sets it to the scheme of the connection"),
    EdgeHeader(
      "x-forwarded-client-cert", refused: [.ask, .editRequest], "the edge takes it out, and hands on no certificate"),
    EdgeHeader("x-forwarded-", isPrefix: true, refused: .ask, "no request has it: the edge takes it out"),
    EdgeHeader(
      "forwarded", refused: [.ask, .editRequest], "the edge says who the client is in `x-forwarded-for` alone",
      insteadOfAsking: "write `client in …`"),
    EdgeHeader(
      "x-real-ip", refused: [.ask, .editRequest], "the edge says who the client is in `x-forwarded-for` alone",
      insteadOfAsking: "write `client in …`"),
    EdgeHeader(
      "x-request-id", refused: [.ask, .editRequest], isForeseen: false, "the edge gives each request one of its own"),
    // RFC 9110 section 7.6.1.
    EdgeHeader("connection", refused: .all, isForeseen: false, "it is about one connection, and goes no further"),
    EdgeHeader("keep-alive", refused: .all, isForeseen: false, "it is about one connection, and goes no further"),
    EdgeHeader("proxy-connection", refused: .all, isForeseen: false, "it is about one connection, and goes no further"),
    EdgeHeader("te", refused: .all, isForeseen: false, "it is about one connection, and goes no further"),
    EdgeHeader(
      "transfer-encoding", refused: .all, isForeseen: false, "it is about one connection, and goes no further"),
    EdgeHeader("expect", refused: [.ask, .editRequest], "the edge answers it itself, and takes it out"),
    EdgeHeader(
      "upgrade", refused: [.editRequest, .editResponse], isTakenOut: false, isForeseen: false,
      "it is about one connection, and goes no further", insteadOfEditing: "write `websocket allowed`"),
    EdgeHeader(
      "content-length", refused: [.editRequest, .editResponse], isTakenOut: false, isForeseen: false,
      "it is the length of the body"),
    EdgeHeader(
      "cdn-loop", refused: .editRequest, isTakenOut: false,
      "the edge counts in it how often a CDN sent the request back"),
    EdgeHeader("server", refused: .editResponse, isTakenOut: false, "the edge says `envoy` in every response"),
    EdgeHeader("date", refused: .editResponse, isTakenOut: false, "the edge sets it to the time of the response"),
  ]
}
