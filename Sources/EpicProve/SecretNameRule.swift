import EpicDiagnostics
import EpicIR

/// A secret's name is a path on the nodes, so its length is limited.
enum SecretNameRule: ProofRule {
  static func check(_ context: ProofContext, reporting sink: inout DiagnosticSink) {
    let deployment = context.deployment
    for site in deployment.sites {
      for peer in site.bgp?.peers ?? [] { check(peer.password, peer.origin, to: &sink) }
    }
    for zone in deployment.zones { check(zone.key, zone.origin, to: &sink) }
    for cluster in deployment.clusters { check(cluster.access, cluster.origin, to: &sink) }
    for cdn in deployment.cdns { check(cdn.authority, cdn.origin, to: &sink) }
    for issuer in deployment.issuers {
      if case .localCA(let secret) = issuer.method { check(secret, issuer.origin, to: &sink) }
    }
    for certificate in deployment.certificates { check(certificate.secret, certificate.origin, to: &sink) }
    for upstream in deployment.upstreams { check(upstream.tls?.authority, upstream.origin, to: &sink) }
    for ingress in deployment.ingresses {
      if let demand = ingress.clientCertificates { check(demand.authority, demand.origin, to: &sink) }
      for (secret, origin) in ingress.credentialSecrets { check(secret, origin, to: &sink) }
      for provider in ingress.jwtProviders {
        if case .remote(_, let authority) = provider.keys { check(authority, provider.origin, to: &sink) }
      }
    }
  }

  private static func check(_ secret: SecretReference?, _ origin: Origin, to sink: inout DiagnosticSink) {
    guard let secret else { return }
    let tenant = secret.tenant?.utf8.count ?? 0
    // No path is put together for the short names that nearly all have.
    if secret.name.utf8.count + tenant + 16 <= SecretReference.maximumPathBytes { return }
    let path = secret.path
    if path.utf8.count <= SecretReference.maximumPathBytes { return }
    sink.report(
      Diagnostic(
        .secretNameTooLong,
        "the secret `\(path)` has a path of \(path.utf8.count) bytes, and \(SecretReference.maximumPathBytes) are the most",
        at: origin, help: "give it, or a package on its path, a shorter name"))
  }
}
