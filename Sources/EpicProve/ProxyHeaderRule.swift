import EpicDiagnostics
import EpicIR

/// A PROXY header begins a TCP connection of somebody who asks for it: datagrams have none, and a CDN would read it as a
/// broken request.
enum ProxyHeaderRule: ProofRule {
  static func check(_ context: ProofContext, reporting sink: inout DiagnosticSink) {
    for ingress in context.deployment.ingresses where !ingress.proxyHeaderSenders.isEmpty {
      for listener in ingress.listeners where listener.hasHTTP3 || listener.routeProtocol == .udp {
        let what = listener.hasHTTP3 ? "HTTP/3, too" : "datagrams"
        sink.report(
          Diagnostic(
            .proxyHeaderOfDatagrams,
            "port `\(listener.port)` of ingress `\(ingress.identity.name)` takes \(what), and no datagram carries the PROXY"
              + " header that tells the client", at: listener.origin,
            secondary: [Annotation(ingress.origin.span, "says `proxy-protocol from`")],
            help: listener.hasHTTP3
              ? "take `http3` out, or `proxy-protocol from`" : "give datagrams an ingress of their own"))
      }
    }
    for upstream in context.deployment.upstreams {
      guard let header = upstream.proxyHeader else { continue }
      let members = upstream.tiers.lazy.flatMap(\.members)
      guard let cdn = members.first(where: { if case .cdn = $0.source { true } else { false } }) else { continue }
      sink.report(
        Diagnostic(
          .proxyHeaderForCDN,
          "upstream `\(upstream.identity.name)` begins connections with a PROXY header, which a CDN does not take",
          at: cdn.origin, secondary: [Annotation(upstream.origin.span, "says `proxy-protocol`")],
          help: "take `proxy-protocol` out, or the CDN",
          fixes: context.fixes(at: upstream.origin) { edits, head in
            let statement = "proxy-protocol \(header)"
            guard let body = edits.body(behind: head), let found = edits.statement(statement, in: body) else {
              return []
            }
            return edits.removing(found, "take `\(statement)` out")
          }))
    }
  }
}
