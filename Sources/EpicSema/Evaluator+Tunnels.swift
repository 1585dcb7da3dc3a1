import EpicBase
import EpicDiagnostics
import EpicIR
import EpicSyntax

/// Routes that take CONNECT requests (RFC 9110 section 9.3.6): such a request has a host and a port in place of a target,
/// and no body but the tunnel's bytes.
extension Evaluator {
  /// What may stand beside `connect to`: what else is said of requests says nothing of bytes.
  private static let fieldsOfTunnels: Set<FieldName> = [.connect, .timeoutIdle, .rateLimit, .responseHeader]

  /// Whether nothing stands beside `connect to` that a tunnel does not have. False with a diagnostic.
  mutating func checkTunnel(_ body: BodyState, _ place: Place) -> Bool {
    guard let tunnel = body.working.first(where: { $0.field.name == .connect })?.field else { return true }
    var isGood = true
    for working in body.working where !Evaluator.fieldsOfTunnels.contains(working.field.name) {
      isGood = false
      let title = Schema.field(working.field.schema).title
      report(
        .beyondTunnel, "`\(title)` is about requests, and `connect to` makes a tunnel of bytes", place,
        at: working.field.origin.span, secondary: [Annotation(tunnel.origin.span, "makes a tunnel")],
        help: "`timeout idle`, `rate-limit` and `response-header` may stand beside `connect to`",
        fixes: removing([working.field.origin.span], "take `\(title)` out"))
    }
    return isGood
  }

  /// Whether a tunnel's route asks for nothing that a CONNECT request lacks. False with a diagnostic.
  mutating func checkTunnel(
    _ predicate: Predicate, _ blocks: [PathPattern], _ name: String, _ place: Place, at span: SourceSpan
  ) -> Bool {
    let help = "ask for the host, the client, its place, headers or claims"
    if let block = blocks.last {
      report(
        .tunnelAsksRequest, "route `\(name)` takes CONNECT requests, which have no path, and stands under `\(block)`",
        place, at: span, help: "move it out of the block")
      return false
    }
    guard let lacking = Evaluator.lackedByTunnels(predicate) else { return true }
    report(
      .tunnelAsksRequest, "route `\(name)` takes CONNECT requests, which have no \(lacking)", place, at: span,
      label: "asks for it", help: help)
    return false
  }

  /// `otherwise` takes what is left of the requests, and a tunnel's route none but CONNECT requests.
  mutating func reportOtherwiseOfTunnel(_ place: Place, at span: SourceSpan) {
    report(
      .tunnelAsksRequest, "`otherwise` takes every other request, and `connect to` nothing but CONNECT requests", place,
      at: span, help: "give the tunnel a route of its own: `NAME: when host … -> … { connect to … }`")
  }

  /// The part of a request that the predicate asks for and a CONNECT request lacks; nil if there is none.
  private static func lackedByTunnels(_ predicate: Predicate) -> String? {
    switch predicate {
    case .path, .pathMatches: return "path"
    case .method: return "method but CONNECT"
    case .not(let inner): return lackedByTunnels(inner)
    case .all(let parts), .any(let parts):
      for part in parts { if let lacking = lackedByTunnels(part) { return lacking } }
      return nil
    case .text(let field, _): return lackedByTunnels(field)
    case .cohort(let test):
      for key in test.keys { if let lacking = lackedByTunnels(key) { return lacking } }
      return nil
    case .always, .never, .host, .client, .country, .autonomousSystem, .site, .serverName, .tls: return nil
    }
  }

  private static func lackedByTunnels(_ field: TextField) -> String? {
    switch field {
    case .query: "query"
    case .jsonBody: "body"
    case .header, .cookie, .jwtClaim: nil
    }
  }

  /// No route is asked for a CONNECT request by its method. False with a diagnostic.
  ///
  /// `node` is what says the methods: a word, a list of words, or the name of one.
  mutating func checkNoConnect(_ values: [Value], _ node: NodeID?, _ place: Place) -> Bool {
    guard let node, let index = values.firstIndex(where: { $0.word == "CONNECT" }) else { return true }
    let tree = files[place.file].tree
    let elements = tree.kind(of: node) == .list ? Array(tree.children(of: node)) : []
    let isListed = elements.count == values.count
    let written = span(place, isListed ? elements[index] : node)
    report(
      .connectAsMethod, "no route is asked for a CONNECT request by its method", place, at: written,
      help: "a route takes CONNECT requests if its outcome says so: `-> UPSTREAM { connect to PORT }`",
      fixes: isListed && elements.count > 1 ? dropping(element: written) : [])
    return false
  }
}
