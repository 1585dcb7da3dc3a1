import EpicDiagnostics
import EpicIR

/// Tunnels of an ingress whose `auth` can be asked about CONNECT requests: such a request has no path, by which a browser is
/// sent to sign in, and by which a deciding service is asked.
enum TunnelAuthRule: ProofRule {
  static func check(_ context: ProofContext, reporting sink: inout DiagnosticSink) {
    let deployment = context.deployment
    var reported: Set<Origin> = []
    for ingress in deployment.ingresses {
      let asked: (words: String, origin: Origin)
      if let signIn = ingress.signIn {
        asked = ("auth oidc", signIn.origin)
      } else if let external = ingress.externalAuthorization {
        asked = ("auth external", external.origin)
      } else {
        continue
      }
      for row in deployment.routeTables(of: ingress) {
        for arm in deployment.routeTables[row].arms where arm.isTunnel && reported.insert(arm.origin).inserted {
          sink.report(
            Diagnostic(
              .tunnelBesideAuth,
              "route `\(arm.name)` takes CONNECT requests, and `\(asked.words)` of ingress `\(ingress.identity.name)` is"
                + " asked by a path, which they do not have", at: arm.origin,
              secondary: [Annotation(asked.origin.span, "is asked by a path")],
              help: "give tunnels an ingress of their own, with `auth jwt`, `auth basic`, `auth api-key` or client"
                + " certificates"))
        }
      }
    }
  }
}
