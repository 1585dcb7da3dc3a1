import EpicDiagnostics
import EpicIR

/// One listener a port, a certificate behind each `https`, and an `https` behind each redirect.
enum ListenerRule: ProofRule {
  static func check(_ context: ProofContext, reporting sink: inout DiagnosticSink) {
    for ingress in context.deployment.ingresses {
      for (index, listener) in ingress.listeners.enumerated() {
        // TCP and UDP count their ports apart, and HTTP/3 takes both.
        let isUDP = listener.routeProtocol == .udp
        if let first = ingress.listeners[..<index].first(where: {
          $0.port == listener.port
            && (($0.routeProtocol == .udp) == isUDP || isUDP && $0.hasHTTP3 || listener.hasHTTP3)
        }) {
          sink.report(
            Diagnostic(
              .repeatedPort, "ingress `\(ingress.identity.name)` listens on port `\(listener.port)` twice",
              at: listener.origin, secondary: [Annotation(first.origin.span, "listens on it already")],
              help: "use another port"))
        }
        switch listener.service {
        case .https:
          if ingress.certificates.isEmpty {
            sink.report(
              Diagnostic(
                .listenerWithoutCertificate,
                "ingress `\(ingress.identity.name)` listens for `https` and has no certificate", at: listener.origin,
                secondary: [Annotation(ingress.origin.span, "has no `tls certificate`")],
                help: "name one with `tls certificate NAME`"))
          }
        case .redirectToHTTPS(let port): checkRedirect(listener, to: port, of: ingress, context, to: &sink)
        case .http, .passthrough, .tcp, .udp: break
        }
      }
    }
  }

  private static func checkRedirect(
    _ listener: IngressListener, to port: UInt16, of ingress: Ingress, _ context: ProofContext,
    to sink: inout DiagnosticSink
  ) {
    for other in ingress.listeners where other.port == port {
      if case .https = other.service { return }
    }
    sink.report(
      Diagnostic(
        .redirectWithoutListener,
        "port `\(listener.port)` of ingress `\(ingress.identity.name)` redirects to `https`, where nothing listens",
        at: listener.origin, secondary: [Annotation(ingress.origin.span, "has no `listen https \(port)`")],
        help: "add `listen https \(port)`",
        fixes: ingress.certificates.isEmpty
          ? [] : context.fixes(at: ingress.origin) { $0.adding("listen https \(port)", toBodyBehind: $1) }))
  }
}
