import EpicBase
import EpicDiagnostics
import EpicIR
import EpicSyntax

/// The connections of a test.
extension Evaluator {
  /// Nil with a diagnostic.
  mutating func connection(_ field: EvaluatedField, _ place: Place) -> RouteConnection? {
    guard let routeProtocol = field.word(.transport).flatMap({ RouteProtocol(word: $0) }),
      let destination = field.value(.destination)?.endpoint
    else { return nil }
    var connection = RouteConnection(routeProtocol, to: destination)
    if let client = field.address(.client) { connection.client = client }
    connection.ingress = field.declaration(.ingress)?.row()
    connection.site = field.declaration(.site)?.row()
    if let binding = field.binding(.balancer) {
      guard routeProtocol != .udp else {
        report(
          .badTestRequest, "no datagram carries a PROXY header", place, at: binding.span,
          help: "leave `via \(binding.value.plainText ?? "")` out")
        return nil
      }
      connection.balancer = binding.value.address
    }
    if let binding = field.binding(.serverName) ?? field.binding(.form) {
      guard routeProtocol == .tls else {
        report(
          .badTestRequest, "a \(routeProtocol.unit) of \(routeProtocol.word.uppercased()) sends no server name", place,
          at: binding.span, help: "write `connect tls`, or leave `sni` out")
        return nil
      }
      connection.serverName = field.host(.serverName).map { .name($0.name) } ?? .absent
    }
    return connection
  }

  /// Whether a statement is about what stands before it, a request or a connection. Reports if not, with a fix where
  /// something else is expected already.
  mutating func isAbout(_ step: RequestExpectations, _ field: EvaluatedField, _ place: Place) -> Bool {
    let isRequest = step.question.request != nil
    guard Evaluator.foreignParts(isRequest: isRequest).contains(field.name) else { return true }
    let title = Schema.field(field.schema).title
    report(
      .partOfOtherProtocol,
      isRequest
        ? "`\(title)` is about connections without HTTP, and this is a request"
        : "`\(title)` is about HTTP requests, and this is a connection", place, at: field.origin.span,
      secondary: [Annotation(step.origin.span, isRequest ? "the request" : "the connection")],
      help: isRequest
        ? "of a request may be expected `status` and `redirect`"
        : "of a connection may be expected `route`, `ingress`, `upstream`, `split`, `close` and `timeout idle`",
      fixes: step.expectations.isEmpty || field.origin.application != nil
        ? [] : removing([field.origin.span], "take it out"))
    return false
  }

  /// What may not stand behind a request, or behind a connection.
  private static func foreignParts(isRequest: Bool) -> Set<FieldName> { isRequest ? [.expectClose] : requestParts }

  private static let requestParts: Set<FieldName> = [
    .testHeader, .testCookie, .testToken, .testBody, .expectStatus, .expectRedirect, .expectBody, .expectHeader,
    .expectRequestHeader, .expectPath, .expectHost, .expectTimeoutRequest, .expectRetry,
  ]
}
