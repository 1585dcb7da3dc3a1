import EpicBase
import EpicIR

/// The resources of one instance, each kind in an order that follows the tables.
struct InstanceResources {
  private let scope: InstanceScope
  private(set) var listeners: [Resource] = []
  private(set) var routes: [Resource] = []
  private(set) var clusters: [Resource] = []
  private(set) var endpoints: [Resource] = []
  private(set) var secrets: [Resource] = []
  /// The geo database, if a listener reads it.
  private(set) var geoDatabase: GeoDatabase?

  private var wide: ResourceWriter
  private var tall: ResourceWriter

  init(_ scope: InstanceScope) {
    self.scope = scope
    wide = ResourceWriter(lineDepth: InstanceScope.listDepth, isRecording: scope.isRecording)
    tall = ResourceWriter(lineDepth: 3, isRecording: scope.isRecording)
  }

  mutating func emit() {
    var usesUpstream = [Bool](repeating: false, count: scope.deployment.upstreams.count)
    var usesCertificate = [Bool](repeating: false, count: scope.deployment.certificates.count)
    var authorities: [SecretReference] = []
    var clientCertificates: [SecretReference] = []
    var keys: [SecretReference] = []
    for id in scope.ingresses {
      var ingress = scope.deployment.ingresses[id]
      // The addresses of a pool that is served elsewhere never lead here.
      ingress.addresses = scope.deployment.addresses(of: ingress, servedAt: scope.site)
      emitListeners(ingress, &usesUpstream)
      for upstream in scope.hatches[id.index]?.references ?? [] { usesUpstream[upstream.index] = true }
      for provider in ingress.jwtProviders {
        if let cluster = scope.keysCluster(ingress, provider, with: &tall) { clusters.append(cluster) }
        if case .remote(let url, let authority?) = provider.keys, url.isTLS { authorities.append(authority) }
      }
      if let demand = ingress.clientCertificates { authorities.append(demand.authority) }
      emitCredentials(ingress, &usesUpstream, &authorities, &keys)
      if ingress.listeners.contains(where: { if case .https = $0.service { true } else { false } }) {
        for certificate in ingress.certificates { usesCertificate[certificate.index] = true }
      }
    }
    for index in scope.deployment.upstreams.indices where usesUpstream[index] {
      emitUpstream(scope.deployment.upstreams[index], scope.shapes[index], &authorities)
      if let certificate = scope.deployment.upstreams[index].shownCertificate {
        clientCertificates.append(certificate)
      }
    }
    for index in scope.deployment.certificates.indices where usesCertificate[index] {
      secrets.append(scope.certificate(scope.deployment.certificates[index], with: &tall))
    }
    for reference in authorities.sortedOnce() { secrets.append(scope.authority(reference, with: &tall)) }
    for reference in clientCertificates.sortedOnce() {
      secrets.append(scope.clientCertificate(reference, with: &tall))
    }
    for reference in keys.sortedOnce() { secrets.append(scope.key(reference, with: &tall)) }
  }

  /// What an ingress asks by itself: services, and the server of a sign-in.
  private mutating func emitCredentials(
    _ ingress: Ingress, _ usesUpstream: inout [Bool], _ authorities: inout [SecretReference],
    _ keys: inout [SecretReference]
  ) {
    guard ingress.listeners.contains(where: { $0.routeProtocol == .http }) else { return }
    for upstream in ingress.servants { usesUpstream[upstream.index] = true }
    keys += ingress.keySecrets
    guard let signIn = ingress.signIn else { return }
    clusters.append(scope.signInCluster(ingress, signIn, with: &tall))
    if let authority = signIn.authority, signIn.token.isTLS { authorities.append(authority) }
  }

  private mutating func emitListeners(_ ingress: Ingress, _ usesUpstream: inout [Bool]) {
    for port in ingress.listeners {
      for upstream in scope.deployment.upstreams(of: port) { usesUpstream[upstream.index] = true }
      if let connections = ConnectionPort(ingress, port, at: scope.site, in: scope.deployment) {
        listeners += scope.connectionListeners(connections, with: &tall)
        continue
      }
      var table: Resource?
      if let routed = RoutedPort(ingress, port) {
        let written = scope.routes(routed, with: &wide)
        routes.append(written)
        table = written
        if scope.needs[routed.table.index].geo { geoDatabase = scope.geoDatabase }
      }
      listeners += scope.listeners(ingress, port, routes: table, with: &tall)
      if port.hasHTTP3 { listeners += scope.http3Listeners(ingress, port, routes: table, with: &tall) }
    }
  }

  private mutating func emitUpstream(
    _ upstream: Upstream, _ shape: UpstreamShape, _ authorities: inout [SecretReference]
  ) {
    for group in shape.groups {
      switch group.kind {
      case .addresses:
        let assignment = scope.endpoints(upstream, group, with: &wide)
        endpoints.append(assignment)
        clusters.append(scope.addressCluster(upstream, group, endpoints: assignment, with: &tall))
        if let authority = upstream.tls?.authority { authorities.append(authority) }
      case .names:
        clusters.append(scope.nameCluster(upstream, group, with: &tall))
        if let authority = upstream.tls?.authority { authorities.append(authority) }
      case .cdn:
        clusters.append(scope.cdnCluster(upstream, group, with: &tall))
        if let cdn = scope.cdn(upstream, group), cdn.serverName != nil, let authority = cdn.authority {
          authorities.append(authority)
        }
      }
    }
    if shape.groups.count > 1 { clusters.append(scope.aggregateCluster(upstream, shape, with: &tall)) }
  }
}

extension [SecretReference] {
  /// In order, each once.
  fileprivate func sortedOnce() -> [SecretReference] {
    var result: [SecretReference] = []
    for reference in sorted() where reference != result.last { result.append(reference) }
    return result
  }
}
