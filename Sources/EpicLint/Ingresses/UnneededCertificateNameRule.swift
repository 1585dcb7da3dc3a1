import EpicBase
import EpicDiagnostics
import EpicIR
import EpicSema

/// A certificate is for no more names than the ingresses that show it need.
enum UnneededCertificateNameRule: LintRule {
  static let code = DiagnosticCode.unneededCertificateName
  static let fix = FixEffect.none

  static func check(_ context: LintContext, reporting sink: inout DiagnosticSink) {
    let deployment = context.deployment
    let declarations = context.program.declarations(of: .certificate)
    // Ingresses that show each certificate, by its row.
    var users = [[Int]](repeating: [], count: deployment.certificates.count)
    for (index, ingress) in deployment.ingresses.enumerated() {
      for row in ingress.certificates where row.index < users.count { users[row.index].append(index) }
    }
    for (index, certificate) in deployment.certificates.enumerated() where !users[index].isEmpty {
      guard index < declarations.count, declarations[index].identity == certificate.identity,
        let field = declarations[index].field(.names)
      else { continue }
      let exact = Set(certificate.names.filter { $0.wildcard == .none }.map(\.name))
      var needs = Needs()
      for user in users[index] {
        for host in deployment.ingresses[user].hosts { needs.add(host, exact: exact) }
      }
      for binding in field.all(.hosts) {
        guard let name = binding.value.host, name.wildcard != .labels, !needs.contains(name) else { continue }
        sink.report(
          Diagnostic(
            code,
            name.wildcard == .none
              ? "`\(name)` is no host of the ingresses that show certificate `\(certificate.identity.name)`"
              : "no host of the ingresses that show certificate `\(certificate.identity.name)` needs `\(name)`",
            at: binding.span, help: "leave it out: who gets hold of the key could serve it"))
      }
    }
  }

  /// The hosts that a certificate is shown for.
  private struct Needs {
    private var hosts: Set<HostPattern> = []
    /// What stands behind the first label of hosts that have no name of their own in the certificate.
    private var parents: Set<Substring> = []

    mutating func add(_ host: HostPattern, exact: Set<String>) {
      hosts.insert(host)
      if host.wildcard == .none, !exact.contains(host.name), let dot = host.name.firstIndex(of: ".") {
        parents.insert(host.name[host.name.index(after: dot)...])
      }
    }

    func contains(_ name: HostPattern) -> Bool {
      hosts.contains(name) || name.wildcard == .oneLabel && parents.contains(Substring(name.name))
    }
  }
}
