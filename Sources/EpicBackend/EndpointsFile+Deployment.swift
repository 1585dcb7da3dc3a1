package import EpicArtifact
import EpicBase
package import EpicIR

extension EndpointsFile {
  /// The slots of a deployment: one for each upstream and Service or feed it draws from, however often its tiers name it.
  package init(slotsOf deployment: Deployment) {
    var slots: [EndpointSlot] = []
    for upstream in deployment.upstreams {
      for tier in upstream.tiers {
        for member in tier.members {
          if let slot = EndpointSlot(member, of: upstream, in: deployment) { slots.append(slot) }
        }
      }
    }
    self.init(slots: slots)
  }
}

extension EndpointSlot {
  /// The slot that a member of an upstream is; nil for one whose endpoints are written.
  fileprivate init?(_ member: TierMember, of upstream: Upstream, in deployment: Deployment) {
    let filled: (source: Source, prefixes: [IPPrefix], maximum: UInt32)
    switch member.source {
    case .kubernetes(let service):
      let cluster = deployment.clusters[service.cluster]
      let source = Source.kubernetes(
        cluster: cluster.identity.description, namespace: service.namespace, service: service.service,
        port: service.port)
      filled = (source, cluster.podPrefixes, EndpointSlot.defaultMaximum)
    case .feed(let feed): filled = (.feed(feed.name), feed.prefixes, feed.maximum)
    case .cdn, .endpoints: return nil
    }
    self.init(
      tenant: upstream.identity.tenant, upstream: upstream.identity.description,
      upstreamFileName: upstream.identity.fileName, source: filled.source, prefixes: filled.prefixes,
      maximum: filled.maximum)
  }
}
