import EpicBase
import EpicDiagnostics
import EpicIR

/// Whose word is taken for who somebody is, is asked through TLS: whoever stands between could answer with keys of their own
/// (RFC 8725 section 3.10), or read a client's secret (RFC 6749 section 3.2).
enum ClearTextCredentialsRule: LintRule {
  static let code = DiagnosticCode.clearTextCredentials
  static let fix = FixEffect.none

  static func check(_ context: LintContext, reporting sink: inout DiagnosticSink) {
    // One line of a template is one finding, however many ingresses are made from it.
    var reported: Set<SourceSpan> = []
    for ingress in context.deployment.ingresses {
      for provider in ingress.jwtProviders {
        guard case .remote(let url, _) = provider.keys, !url.isTLS, reported.insert(provider.origin.span).inserted
        else {
          continue
        }
        report("the keys of `auth jwt \(provider.name)` come in clear text", provider.origin, url, &sink)
      }
      guard let signIn = ingress.signIn else { continue }
      let url = [signIn.token, signIn.authorization].first { !$0.isTLS }
      if let url, reported.insert(signIn.origin.span).inserted {
        report("the sign-in of `auth oidc \(signIn.name)` goes in clear text", signIn.origin, url, &sink)
      }
    }
  }

  private static func report(_ message: String, _ origin: Origin, _ url: WebURL, _ sink: inout DiagnosticSink) {
    sink.report(
      Diagnostic(
        code, message, at: origin.span, notes: ["`\(url)` is asked without TLS"],
        help: "write `https`, and `verify secret …` where the server's authority is not the system's"))
  }
}
