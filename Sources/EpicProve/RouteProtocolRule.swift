import EpicDiagnostics
import EpicIR

/// A listener leads to routes of its protocol.
enum RouteProtocolRule: ProofRule {
  static func check(_ context: ProofContext, reporting sink: inout DiagnosticSink) {
    var wantedProtocols: [RowID<RouteTable>: Set<RouteProtocol>] = [:]
    for listener in context.deployment.ingresses.lazy.flatMap(\.listeners) {
      guard let row = listener.routes else { continue }
      wantedProtocols[row, default: []].insert(listener.routeProtocol)
    }
    for ingress in context.deployment.ingresses {
      var reported: Set<RowID<RouteTable>> = []
      for listener in ingress.listeners {
        guard let row = listener.routes else { continue }
        let table = context.deployment.routeTables[row]
        if table.routeProtocol == listener.routeProtocol || !reported.insert(row).inserted { continue }
        let wanted = listener.routeProtocol
        sink.report(
          Diagnostic(
            .routesOfOtherProtocol,
            "routes `\(table.identity.name)` are for \(table.routeProtocol.things), and port `\(listener.port)` of ingress"
              + " `\(ingress.identity.name)` takes \(wanted.things)", at: listener.origin,
            secondary: [Annotation(table.origin.span, "for \(table.routeProtocol.things)")],
            help: wanted == .http
              ? "use routes without `for`"
              : "use `routes … for \(wanted.word)`",
            fixes: wantedProtocols[row]?.count == 1 ? fixes(table, wanted, context) : []))
      }
    }
  }

  /// Writes the protocol that every listener wants into the routes' head: between protocols of connections, where the
  /// routes ask for nothing that it lacks.
  private static func fixes(_ table: RouteTable, _ wanted: RouteProtocol, _ context: ProofContext) -> [FixIt] {
    guard wanted != .http, table.routeProtocol != .http,
      wanted == .tls || table.arms.allSatisfy({ isPlain($0.predicate) })
    else { return [] }
    return context.fixes(at: table.origin) { edits, head in
      edits.replacing(edits.word(behind: "for", in: head), by: wanted.word)
    }
  }

  /// Whether the predicate asks for nothing but the client's address: sessions and connections of every protocol have it.
  private static func isPlain(_ predicate: Predicate) -> Bool {
    switch predicate {
    case .always, .never, .client, .site: true
    case .not(let inner): isPlain(inner)
    case .all(let parts), .any(let parts): parts.allSatisfy(isPlain)
    default: false
    }
  }
}

extension IngressListener {
  /// The routes that the port leads to; nil for one that redirects, or leads to an upstream.
  var routes: RowID<RouteTable>? {
    switch service {
    case .https(_, let routes), .http(let routes): routes
    case .redirectToHTTPS: nil
    case .passthrough, .tcp, .udp:
      if case .routes(let routes)? = connectionTarget { routes } else { nil }
    }
  }
}

extension RouteProtocol {
  /// What routes of the protocol take, one of them.
  var thing: String {
    switch self {
    case .http: "request"
    case .tls, .tcp: "connection"
    case .udp: "session"
    }
  }

  /// What routes of the protocol take.
  var things: String {
    switch self {
    case .http: "HTTP requests"
    case .tls: "TLS connections"
    case .tcp: "TCP connections"
    case .udp: "UDP sessions"
    }
  }
}
