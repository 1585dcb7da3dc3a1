import EpicDiagnostics
import EpicIR

/// A listener leads to routes of its protocol.
enum RouteProtocolRule: ProofRule {
  static func check(_ context: ProofContext, reporting sink: inout DiagnosticSink) {
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
              : "use `routes … for \(wanted.word)`"))
      }
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
