import EpicArtifact
import EpicBase
import EpicDiagnostics
import EpicIR

/// Reports artifacts whose paths are longer than a path of the tree may be. Names are taken from where the emitter takes
/// them, and each is looked at in the longest folder that it stands in.
struct PathChecker {
  /// Most bytes that stand around an identity in a path below an instance's folder: the listener's is the longest
  /// (`/listeners/` … `~65535~http3~` with an IPv6 address, `.json`), then that of an issuer's keys, without the provider's name.
  private static let longestAddition = 78

  private let deployment: Deployment
  /// By ingress, the longest folder of an instance that serves it; nil where no node does.
  private let folders: [String?]
  private var secrets: [NamedSecret: (folder: String, span: SourceSpan)] = [:]

  /// A secret whose resource is named by where it is stored.
  private struct NamedSecret: Hashable, Comparable {
    var reference: SecretReference
    /// Whether it is a certificate that endpoints are shown, and not an authority.
    var isCertificate = false

    var name: String { isCertificate ? EnvoyName.clientCertificate(reference) : EnvoyName.authority(reference) }

    static func < (left: NamedSecret, right: NamedSecret) -> Bool {
      left.reference == right.reference
        ? !left.isCertificate && right.isCertificate : left.reference < right.reference
    }
  }

  init(_ deployment: Deployment) {
    self.deployment = deployment
    let nodes = deployment.sites.map { site in
      site.nodes.map { deployment.nodes[$0].name }.max { $0.utf8.count < $1.utf8.count }
    }
    folders = deployment.ingresses.map { ingress in
      let names = ingress.sites.compactMap { nodes[$0.index] }
      guard let node = names.max(by: { $0.utf8.count < $1.utf8.count }) else { return nil }
      return "\(Target.node(node).folder(of: .envoy))/\(EnvoyName.instance(of: ingress, in: deployment))"
    }
  }

  mutating func check(reporting sink: inout DiagnosticSink) {
    var upstreams = [String?](repeating: nil, count: deployment.upstreams.count)
    var certificates = [String?](repeating: nil, count: deployment.certificates.count)
    for (index, ingress) in deployment.ingresses.enumerated() {
      guard let folder = folders[index] else { continue }
      check(ingress, folder, reporting: &sink)
      for certificate in ingress.certificates { Self.lengthen(&certificates[certificate.index], folder) }
      for upstream in ingress.servants { Self.lengthen(&upstreams[upstream.index], folder) }
      for listener in ingress.listeners {
        for upstream in deployment.upstreams(of: listener) { Self.lengthen(&upstreams[upstream.index], folder) }
      }
    }
    for (upstream, folder) in zip(deployment.upstreams, upstreams) {
      if let folder { check(upstream, folder, reporting: &sink) }
    }
    for (certificate, folder) in zip(deployment.certificates, certificates) {
      guard let folder, mayBeLong(certificate.identity, folder) else { continue }
      check(.secrets, EnvoyName.certificate(certificate), folder, at: certificate.origin.span, reporting: &sink)
    }
    for secret in secrets.keys.sorted() {
      guard let (folder, span) = secrets[secret] else { continue }
      check(.secrets, secret.name, folder, at: span, reporting: &sink)
    }
    if let database = deployment.geoDatabases.first,
      let folder = folders.lazy.compactMap(\.self).max(by: { $0.utf8.count < $1.utf8.count })
    {
      let path = "\(folder)/\(EnvoyLayout.dataFolder)/\(EnvoyName.data(database))"
      check(path, at: database.origin.span, reporting: &sink)
    }
  }

  private static func lengthen(_ longest: inout String?, _ folder: String) {
    if let longest, longest.utf8.count >= folder.utf8.count { return }
    longest = folder
  }

  /// Whether a path made of the identity can be beyond a limit: almost none can, and their names are not put together.
  private func mayBeLong(_ identity: Identity, _ folder: String, and more: Int = 0) -> Bool {
    let name = identity.package.utf8.count + identity.name.utf8.count + (identity.key?.utf8.count ?? 0) + 2
    return name + more + Self.longestAddition + folder.utf8.count > ArtifactPath.maximumBytes
      || name + more + Self.longestAddition > ArtifactPath.maximumSegmentBytes
  }

  private mutating func check(_ ingress: Ingress, _ folder: String, reporting sink: inout DiagnosticSink) {
    if let demand = ingress.clientCertificates { trust(demand.authority, folder, demand.origin.span) }
    if let signIn = ingress.signIn {
      trust(signIn.authority, folder, signIn.origin.span)
      if mayBeLong(ingress.identity, folder, and: signIn.name.utf8.count) {
        check(.clusters, EnvoyName.signIn(ingress, signIn), folder, at: signIn.origin.span, reporting: &sink)
      }
    }
    for key in ingress.keySecrets {
      check(.secrets, EnvoyName.key(key), folder, at: ingress.origin.span, reporting: &sink)
    }
    if ingress.isIsolated {
      // The folder has two names in it.
      check("\(folder)/\(EnvoyLayout.bootstrapFile)", at: ingress.origin.span, reporting: &sink)
    }
    for provider in ingress.jwtProviders {
      guard case .remote(let url, let authority) = provider.keys else { continue }
      if url.isTLS { trust(authority, folder, provider.origin.span) }
      guard mayBeLong(ingress.identity, folder, and: provider.name.utf8.count) else { continue }
      check(.clusters, EnvoyName.keys(ingress, provider), folder, at: provider.origin.span, reporting: &sink)
    }
    guard mayBeLong(ingress.identity, folder) else { return }
    let names = ingress.listeners.flatMap { listener in
      ingress.addresses.map {
        EnvoyName.listener(ingress, listener, address: $0.address, isHTTP3: listener.hasHTTP3)
      }
    }
    guard let longest = names.max(by: { $0.utf8.count < $1.utf8.count }) else { return }
    check(.listeners, longest, folder, at: ingress.origin.span, reporting: &sink)
  }

  private mutating func check(_ upstream: Upstream, _ folder: String, reporting sink: inout DiagnosticSink) {
    trust(upstream.tls?.authority, folder, upstream.origin.span)
    if let shown = upstream.shownCertificate {
      note(NamedSecret(reference: shown, isCertificate: true), folder, upstream.origin.span)
    }
    for tier in upstream.tiers {
      for case .cdn(let cdn, _) in tier.members.map(\.source) {
        trust(deployment.cdns[cdn].authority, folder, upstream.origin.span)
      }
    }
    guard mayBeLong(upstream.identity, folder), let last = UpstreamShape(upstream).groups.last else { return }
    check(.endpoints, last.name, folder, at: upstream.origin.span, reporting: &sink)
  }

  private mutating func trust(_ authority: SecretReference?, _ folder: String, _ span: SourceSpan) {
    if let authority { note(NamedSecret(reference: authority), folder, span) }
  }

  private mutating func note(_ secret: NamedSecret, _ folder: String, _ span: SourceSpan) {
    if let known = secrets[secret], known.folder.utf8.count >= folder.utf8.count { return }
    secrets[secret] = (folder, span)
  }

  private func check(
    _ kind: EnvoyLayout.ResourceKind, _ name: String, _ folder: String, at span: SourceSpan,
    reporting sink: inout DiagnosticSink
  ) {
    check("\(folder)/\(EnvoyLayout.artifactPath(kind, name))", at: span, reporting: &sink)
  }

  private func check(_ path: String, at span: SourceSpan, reporting sink: inout DiagnosticSink) {
    guard let fault = ArtifactPath.fault(in: path) else { return }
    sink.report(
      Diagnostic(
        .resourceNameTooLong, "the artifact `\(path)` \(fault)", at: span,
        help: "give it, or a package on its path, a shorter name"))
  }
}
