package import EpicArtifact
package import EpicIR

extension EndpointsFile {
  /// The slots of a deployment: one for each upstream and Service it draws from, however often its tiers name it.
  package init(slotsOf deployment: Deployment) {
    var slots: [EndpointSlot] = []
    for upstream in deployment.upstreams {
      for tier in upstream.tiers {
        for member in tier.members {
          guard case .kubernetes(let service) = member.source else { continue }
          let cluster = deployment.clusters[service.cluster]
          slots.append(
            EndpointSlot(
              tenant: upstream.identity.tenant, upstream: upstream.identity.description,
              upstreamFileName: upstream.identity.fileName,
              source: .kubernetes(
                cluster: cluster.identity.description, namespace: service.namespace, service: service.service,
                port: service.port),
              prefixes: cluster.podPrefixes))
        }
      }
    }
    self.init(slots: slots)
  }
}
