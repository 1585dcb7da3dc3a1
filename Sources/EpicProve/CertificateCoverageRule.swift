import EpicBase
import EpicDiagnostics
import EpicIR

/// A certificate covers every host of an ingress that listens for `https`.
enum CertificateCoverageRule: ProofRule {
  static func check(_ context: ProofContext, reporting sink: inout DiagnosticSink) {
    let deployment = context.deployment
    for ingress in deployment.ingresses where !ingress.certificates.isEmpty {
      guard ingress.listeners.contains(where: \.isTLS) else { continue }
      for host in ingress.hosts
      where !ingress.certificates.contains(where: { covers(deployment.certificates[$0], host) }) {
        let shown = ingress.certificates.prefix(3).map { deployment.certificates[$0] }
        sink.report(
          Diagnostic(
            .hostNotCovered, "no certificate of ingress `\(ingress.identity.name)` covers `\(host)`",
            at: ingress.hostsOrigin ?? ingress.origin,
            secondary: shown.map { certificate in
              let names = certificate.names.prefix(3).map { "`\($0)`" }.joined(separator: ", ")
              return Annotation(certificate.origin.span, "covers \(names)\(certificate.names.count > 3 ? " …" : "")")
            },
            help: host.wildcard == .labels
              ? "certificates' wildcards stand for one label: name the hosts one by one, or with `*.`"
              : "add `\(host)` to the certificate's `names`",
            fixes: host.wildcard == .labels || shown.count != 1
              ? []
              : context.fixes(at: shown[0].origin) { edits, head in
                guard let body = edits.body(behind: head), let first = edits.word(behind: "names", in: body) else {
                  return []
                }
                let before = SourceSpan(source: first.source, start: first.start, end: first.start)
                return edits.appending("\(host), ", to: before, "name `\(host)` in the certificate")
              }))
      }
    }
  }

  /// A certificate's wildcard is one label (RFC 6125 section 6.4.3).
  private static func covers(_ certificate: Certificate, _ host: HostPattern) -> Bool {
    certificate.names.contains { $0.wildcard != .labels && $0.covers(host) }
  }
}

/// Who issues a certificate can prove that the names are ours: they lie in the zone that answers the challenges.
enum CertificateChallengeRule: ProofRule {
  static func check(_ context: ProofContext, reporting sink: inout DiagnosticSink) {
    let deployment = context.deployment
    for certificate in deployment.certificates {
      guard let row = certificate.issuer, case .acme(_, let zoneRow?) = deployment.issuers[row].method else { continue }
      let zone = deployment.zones[zoneRow]
      for name in certificate.names where !zone.contains(name.name) {
        let issuer = deployment.issuers[row]
        sink.report(
          Diagnostic(
            .challengeOutsideZone,
            "`\(name)` of certificate `\(certificate.identity.name)` lies outside of `\(zone.name)`, where issuer "
              + "`\(issuer.identity.name)` answers challenges", at: certificate.origin,
            secondary: [
              Annotation(issuer.origin.span, "answers in zone `\(zone.identity.name)`"),
              Annotation(zone.origin.span, "holds `\(zone.name)`"),
            ],
            help: "use an issuer that answers in the name's zone"))
      }
    }
  }
}

extension IngressListener {
  /// Whether TLS is terminated on it.
  var isTLS: Bool { if case .https = service { true } else { false } }
}

extension Zone {
  /// Whether the domain name lies in the zone.
  func contains(_ domain: String) -> Bool { domain == name || domain.hasSuffix("." + name) }
}
