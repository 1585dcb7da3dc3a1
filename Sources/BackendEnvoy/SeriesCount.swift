import EpicBase
import EpicIR

/// An upper bound of the series that a node's Envoys show, by whose they are: what `SeriesTable` says of each resource
/// that is emitted. Series of native filters are not known, and not counted.
struct SeriesCount {
  /// What makes series.
  struct Contributor {
    /// `ingress`, `upstream` or `secret`.
    let kind: String
    /// The identity as people write it, or the secret's path.
    let name: String
    var series: Int
    /// Nil for a secret, which stands nowhere by itself.
    let origin: Origin?
  }

  /// Of the platform, under an empty name, and of each tenant.
  private(set) var tenants: [String: [Contributor]] = [:]

  /// The sum of a tenant's.
  func series(of tenant: String) -> Int { tenants[tenant, default: []].reduce(0) { $0 + $1.series } }

  /// The tenant's contributors, the largest first, of equal ones by kind and name.
  func largest(of tenant: String) -> [Contributor] {
    tenants[tenant, default: []].sorted {
      $0.series != $1.series ? $0.series > $1.series : ($0.kind, $0.name) < ($1.kind, $1.name)
    }
  }

  fileprivate mutating func add(_ kind: String, _ identity: Identity, _ cost: SeriesCost, _ origin: Origin) {
    tenants[identity.tenant ?? "", default: []].append(
      Contributor(kind: kind, name: identity.description, series: cost.series, origin: origin))
  }

  fileprivate mutating func add(_ secret: SecretReference) {
    tenants[secret.tenant ?? "", default: []].append(
      Contributor(kind: "secret", name: secret.path, series: SeriesCost.secret.series, origin: nil))
  }

  /// Adds those of another process of the node.
  mutating func add(_ other: SeriesCount) {
    for (tenant, contributors) in other.tenants { tenants[tenant, default: []] += contributors }
  }
}

extension EnvoyEmission {
  /// What the Envoys of a site's nodes show, each node by itself.
  func seriesCount(at site: RowID<Site>) -> SeriesCount {
    var count = SeriesCount()
    for scope in scopes(at: site) { count.add(scope.seriesCount) }
    return count
  }
}

extension InstanceScope {
  /// What is done with an upstream, by whoever leads to it.
  private struct Use: OptionSet {
    let rawValue: UInt8
    static let any = Use(rawValue: 1)
    static let requests = Use(rawValue: 2)
    static let retries = Use(rawValue: 4)
    static let decisions = Use(rawValue: 8)
    static let sessions = Use(rawValue: 16)
  }

  /// What one process shows.
  var seriesCount: SeriesCount {
    var count = SeriesCount()
    var uses = [Use](repeating: [], count: deployment.upstreams.count)
    var isShown = [Bool](repeating: false, count: deployment.certificates.count)
    var secrets: Set<SecretReference> = []
    for id in ingresses {
      let ingress = deployment.ingresses[id]
      note(ingress, &uses, &isShown, &secrets)
      for upstream in hatches[id.index]?.references ?? [] { uses[upstream.index].formUnion([.any, .requests]) }
      count.add("ingress", ingress.identity, cost(of: ingress), ingress.origin)
    }
    for (index, shape) in shapes.enumerated() where !uses[index].isEmpty {
      let upstream = deployment.upstreams[index]
      if let certificate = upstream.shownCertificate { secrets.insert(certificate) }
      count.add("upstream", upstream.identity, cost(of: upstream, shape, uses[index], &secrets), upstream.origin)
    }
    for (index, certificate) in deployment.certificates.enumerated() where isShown[index] {
      count.add("certificate", certificate.identity, .secret, certificate.origin)
    }
    for secret in secrets.sorted() { count.add(secret) }
    return count
  }

  private func note(
    _ ingress: Ingress, _ uses: inout [Use], _ isShown: inout [Bool], _ secrets: inout Set<SecretReference>
  ) {
    for upstream in ingress.servants { uses[upstream.index].formUnion([.any, .requests]) }
    let asks = ingress.externalAuthorization != nil
    for port in ingress.listeners {
      if case .https = port.service { for id in ingress.certificates { isShown[id.index] = true } }
      guard let routed = RoutedPort(ingress, port) else {
        let use: Use = port.routeProtocol == .udp ? [.any, .sessions] : .any
        for upstream in deployment.upstreams(of: port) { uses[upstream.index].formUnion(use) }
        continue
      }
      for arm in deployment.routeTables[routed.table].arms {
        var use: Use = [.any, .requests]
        if asks { use.insert(.decisions) }
        if arm.policy.retry ?? ingress.policy.retry != nil { use.insert(.retries) }
        for upstream in arm.upstreams { uses[upstream.index].formUnion(use) }
      }
    }
    secrets.formUnion(ingress.keySecrets)
    if let authority = ingress.clientCertificates?.authority { secrets.insert(authority) }
    if let signIn = ingress.signIn, signIn.token.isTLS, let authority = signIn.authority { secrets.insert(authority) }
    for provider in ingress.jwtProviders {
      if case .remote(let url, let authority?) = provider.keys, url.isTLS { secrets.insert(authority) }
    }
  }

  /// The clusters of an upstream.
  private func cost(
    of upstream: Upstream, _ shape: UpstreamShape, _ use: Use, _ secrets: inout Set<SecretReference>
  ) -> SeriesCost {
    var requests = SeriesCost()
    if use.contains(.requests) {
      requests += .answers + (upstream.httpVersion == .http1 ? .http1 : .http2)
      if use.contains(.retries) { requests += .retries }
      if use.contains(.decisions) { requests += .decisions }
    } else if upstream.health != nil {
      requests += upstream.httpVersion == .http1 ? .http1 : .http2
    }
    if use.contains(.sessions) { requests += .sessions }
    var cost = SeriesCost()
    for group in shape.groups {
      cost += .cluster + requests
      if upstream.ejection != nil { cost += .ejection }
      switch group.kind {
      case .addresses: cost += .endpointFile
      case .names: break
      case .cdn:
        if let cdn = cdn(upstream, group), cdn.serverName != nil {
          cost += .tls + .certificate
          if let authority = cdn.authority { secrets.insert(authority) }
        }
        continue
      }
      if upstream.health != nil { cost += .healthCheck }
      if upstream.proxyHeader != nil { cost += .proxyHeader }
      if let tls = upstream.tls {
        cost += .tls + .certificate
        if upstream.shownCertificate != nil { cost += .certificate }
        if let authority = tls.authority { secrets.insert(authority) }
      }
    }
    if shape.groups.count > 1 { cost += .cluster + requests }
    if shape.rewritesTiers { cost += .attemptFilters }
    return cost
  }

  /// Listeners, connection manager and filters of an ingress, its routes, and the servers that it asks by itself.
  private func cost(of ingress: Ingress) -> SeriesCost {
    var cost = SeriesCost()
    var tables: [RowID<RouteTable>] = []
    var hasLimits = (plain: false, token: false, arms: false)
    var isRouted = false
    var servesTCP = false
    var servesUDP = false
    var serves = false
    for port in ingress.listeners {
      cost += .listener
      switch port.service {
      case .tcp, .passthrough: servesTCP = true
      case .udp:
        servesUDP = true
        cost += .datagrams
      case .http, .redirectToHTTPS:
        serves = true
        cost += .listenerAnswers
      case .https:
        serves = true
        cost += .listenerAnswers + .tls
        for _ in ingress.certificates { cost += .certificate }
        if ingress.clientCertificates != nil { cost += .certificate }
      }
      if port.hasHTTP3 {
        cost += .listener + .listenerAnswers + .datagrams + .quic
        for _ in ingress.certificates { cost += .certificate }
        if ingress.clientCertificates != nil { cost += .certificate }
      }
      guard let routed = RoutedPort(ingress, port) else { continue }
      isRouted = true
      cost += .routeFile
      let limits = rateLimits(routed)
      if !limits.plain.isEmpty { hasLimits.plain = true }
      if !limits.token.isEmpty { hasLimits.token = true }
      if limits.hasArms { hasLimits.arms = true }
      if !tables.contains(routed.table) { tables.append(routed.table) }
    }
    if servesTCP { cost += .tcpProxy }
    if servesUDP { cost += .udpProxy }
    if serves { cost += .connectionManager }
    guard isRouted else { return cost }
    for isThere in [hasLimits.plain, hasLimits.token, hasLimits.arms] where isThere { cost += .rateLimit }
    cost += .delegation
    if let statistics = ingress.routeStatistics {
      let route = statistics.hasLatency ? SeriesCost.route + .latency : .route
      for table in tables {
        for arm in deployment.routeTables[table].arms where arm.outcome.forwards { cost += route }
      }
    }
    if ingress.basicAuthentication != nil { cost += .basicAuthentication }
    if ingress.keyAuthentication != nil { cost += .keyAuthentication }
    if ingress.cors != nil { cost += .crossOrigin }
    if ingress.forgeryProtection != nil { cost += .forgery }
    if ingress.externalAuthorization != nil { cost += .externalAuthorization }
    for _ in ingress.compression?.encodings ?? [] { cost += .compressor }
    if !ingress.jwtProviders.isEmpty { cost += .tokens }
    for provider in ingress.jwtProviders {
      if case .remote(let url, _) = provider.keys { cost += server(url) }
    }
    if let signIn = ingress.signIn { cost += .signIn + server(signIn.token) }
    return cost
  }

  /// A server that an ingress asks by itself.
  private func server(_ url: WebURL) -> SeriesCost {
    let cost = SeriesCost.cluster + .answers + .http1
    return url.isTLS ? cost + .tls + .certificate : cost
  }
}
