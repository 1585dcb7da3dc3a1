import EpicBase

/// Why a request has no result (JSON-RPC 2.0 section 5.1; LSP 3.17, `ErrorCodes`).
package struct RequestError: Error, Hashable, Sendable {
  package var code: Int
  /// One sentence for the client's user.
  package var message: String

  package init(_ code: Int, _ message: String) {
    self.code = code
    self.message = message
  }

  /// The content is no JSON.
  package static func parse(_ message: String) -> RequestError { RequestError(-32700, message) }
  /// The content is no message, or one that may not come now.
  package static func invalidRequest(_ message: String) -> RequestError { RequestError(-32600, message) }
  package static func unknownMethod(_ method: String) -> RequestError {
    RequestError(-32601, "the server has no method `\(method.prefix(100))`")
  }
  package static func invalidParameters(_ message: String) -> RequestError { RequestError(-32602, message) }
  package static let notInitialized = RequestError(-32002, "the server was not initialized")
  /// The client took the request back before it was answered.
  package static let cancelled = RequestError(-32800, "the request was cancelled")
  /// The request is well-formed, and what it asks for cannot be done.
  package static func failed(_ message: String) -> RequestError { RequestError(-32803, message) }

  var json: JSONValue { .object(["code": .number(code), "message": .string(message)]) }
}
