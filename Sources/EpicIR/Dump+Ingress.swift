import EpicBase

extension DeploymentDump {
  mutating func write(_ certificate: Certificate) {
    declaration("certificate", certificate.identity, certificate.origin) { dump in
      dump.line("names \(dump.list(certificate.names))")
      if let issuer = certificate.issuer { dump.line("issuer \(dump.deployment.issuers[issuer].identity)") }
      dump.line("renew \(certificate.renewBefore) before")
      dump.line("secret \(certificate.secret)")
    }
  }

  mutating func write(_ ingress: Ingress) {
    declaration("ingress", ingress.identity, ingress.origin) { dump in
      let deployment = dump.deployment
      if let template = ingress.template { dump.line("from \(template)") }
      for address in ingress.addresses {
        dump.line(
          "address \(address.address) from \(deployment.pools[address.pool].identity)\(dump.at(address.origin))")
      }
      dump.line("engine \(deployment.engines[ingress.engine].identity)")
      dump.line("sites \(dump.names(ingress.sites))")
      dump.line("hosts \(dump.list(ingress.hosts))\(ingress.hostsOrigin.map { dump.at($0) } ?? "")")
      for listener in ingress.listeners {
        dump.line(
          "listen \(listener.port) \(dump.text(listener.service))\(listener.hasHTTP3 ? " http3" : "")"
            + dump.at(listener.origin))
      }
      dump.line("certificates \(dump.list(ingress.certificates.map { deployment.certificates[$0].identity }))")
      for provider in ingress.jwtProviders { dump.write(provider) }
      if let demand = ingress.clientCertificates { dump.write(demand) }
      dump.writeCredentials(ingress)
      if ingress.isIsolated { dump.line("isolate") }
      for publication in ingress.publications {
        let zone = deployment.zones[publication.zone].identity
        let form = publication.isNearest ? " nearest" : ""
        dump.line(
          "dns publish \(publication.name) in \(zone)\(form) ttl \(publication.ttl)\(dump.at(publication.origin))")
      }
      if !ingress.trustedProxies.isEmpty { dump.line("trust proxies \(dump.list(ingress.trustedProxies))") }
      if !ingress.proxyHeaderSenders.isEmpty {
        dump.line("proxy-protocol from \(dump.list(ingress.proxyHeaderSenders))")
      }
      if let cors = ingress.cors { dump.write(cors) }
      if let compression = ingress.compression { dump.write(compression) }
      if let format = ingress.accessLog { dump.line("access-log \(format)") }
      if let statistics = ingress.routeStatistics {
        dump.line("statistics per-route\(statistics.hasLatency ? " latency" : "")")
      }
      if let timeout = ingress.streamTimeout { dump.line("timeout stream \(timeout)") }
      dump.write(ingress.policy)
      for rule in ingress.templateRules {
        switch rule.demand {
        case .final: dump.line("final \(rule.field)\(dump.at(rule.origin))")
        case .limit(let bound, let value):
          dump.line("limit \(rule.field) \(bound.spelling) \(rule.text(of: value))\(dump.at(rule.origin))")
        }
      }
      for hatch in ingress.hatches { dump.write(hatch) }
    }
  }

  private func text(_ service: IngressListener.Service) -> String {
    switch service {
    case .https(let version, let routes):
      "https tls min \(version == .v1_2 ? "1.2" : "1.3") routes \(deployment.routeTables[routes].identity)"
    case .http(let routes): "http routes \(deployment.routeTables[routes].identity)"
    case .redirectToHTTPS(let port): "http redirect https \(port)"
    case .passthrough(let target): "tls passthrough \(text(target))"
    case .tcp(let target): "tcp \(text(target))"
    case .udp(let target, let idle): "udp\(idle.map { " idle \($0)" } ?? "") \(text(target))"
    }
  }

  private func text(_ target: ConnectionTarget) -> String {
    switch target {
    case .upstream(let upstream): "-> upstream \(deployment.upstreams[upstream].identity)"
    case .routes(let routes): "-> routes \(deployment.routeTables[routes].identity)"
    }
  }

  private mutating func write(_ demand: ClientCertificateDemand) {
    block("auth client-certificate \(demand.name)\(at(demand.origin))") { dump in
      dump.line("ca secret \(demand.authority)")
      dump.line("names \(dump.list(demand.names))")
    }
  }

  private mutating func write(_ provider: JWTProvider) {
    block("auth jwt \(provider.name)\(at(provider.origin))") { dump in
      dump.line("issuer \(dump.quoted(provider.issuer))")
      switch provider.keys {
      case .remote(let url, let authority):
        dump.line("jwks \(url)" + (authority.map { " verify secret \($0)" } ?? ""))
      case .document(let file): dump.line("jwks \(dump.text(file))")
      }
      dump.line("audiences \(dump.list(provider.audiences.map { dump.quoted($0) }))")
      if provider.allowsMissing { dump.line("missing allowed") }
    }
  }

  /// What is said; what is not said has no line.
  mutating func write(_ policy: RoutePolicy) {
    if let timeout = policy.requestTimeout { line("timeout request \(timeout)") }
    if let timeout = policy.idleTimeout { line("timeout idle \(timeout)") }
    if let retry = policy.retry { line("\(retry)") }
    if let path = policy.rewritePath { line("rewrite path \(text(path))") }
    if let host = policy.rewriteHost { line("rewrite host \(host)") }
    for edit in policy.requestHeaders { line("request-header \(text(edit))") }
    for edit in policy.responseHeaders { line("response-header \(text(edit))") }
    writeRequestPolicies(policy)
  }

  func text(_ edit: HeaderEdit) -> String {
    switch edit.operation {
    case .set: "\(edit.name) \(quoted(edit.value))"
    case .append: "append \(edit.name) \(quoted(edit.value))"
    case .remove: "remove \(edit.name)" + (edit.value.isEmpty ? "" : " \(quoted(edit.value))")
    }
  }

  /// The template in quotes, captures as `${name}`.
  func text(_ template: CaptureTemplate) -> String {
    var parts: [String] = []
    for part in template.parts {
      switch part {
      case .literal(let text): parts.append(quoted(text))
      case .capture(let name): parts.append("${\(name)}")
      }
    }
    return parts.isEmpty ? "\"\"" : parts.joined(separator: " ")
  }
}
