import EpicArtifact
import EpicBackend
import EpicBase
import EpicEnvoyAPI
import EpicIR

extension InstanceScope {
  /// The endpoints of a cluster of addresses.
  func endpoints(
    _ upstream: Upstream, _ group: UpstreamShape.Group, with writer: inout ResourceWriter
  ) -> Resource {
    writer.resource(
      group.name, type: EnvoyType.clusterLoadAssignment,
      from: [.declaration(.upstream, upstream.identity)] + group.tiers.map { .origin(upstream.tiers[$0].origin) }
    ) { writeAssignment(upstream, group, to: &$0) }
  }

  /// Members of a ClusterLoadAssignment: each tier a priority, each of its members a locality; the members of a
  /// `nearest` tier each a priority, in order of their distance.
  func writeAssignment(_ upstream: Upstream, _ group: UpstreamShape.Group, to writer: inout ResourceWriter) {
    writer.member("cluster_name", group.name)
    writer.array("endpoints") { localities in
      var priority: UInt32 = 0
      for index in group.tiers {
        let tier = upstream.tiers[index]
        let members = tier.weighting == .nearest ? deployment.nearestFirst(tier.members, from: site) : tier.members
        let divisor = members.reduce(UInt32(0)) { greatestCommonDivisor($0, $1.share?.partsPerMillion ?? 0) }
        for (position, member) in members.enumerated() {
          if position > 0 && tier.weighting == .nearest { priority += 1 }
          localities.note(all: sources(of: member))
          localities.object { locality in
            let weight = member.share.map { $0.partsPerMillion / max(divisor, 1) }
            writeLocality(
              member, of: tier, position: position, weight: weight, priority: priority, to: &locality)
          }
        }
        priority += 1
      }
    }
    if upstream.spillBelow != nil {
      writer.note(.field(.upstream, upstream.identity, "spill"))
      writer.object("policy") { $0.member("overprovisioning_factor", upstream.overprovisioningFactor) }
    }
  }

  private func writeLocality(
    _ member: TierMember, of tier: UpstreamTier, position: Int, weight: UInt32?, priority: UInt32,
    to locality: inout ResourceWriter
  ) {
    locality.object("locality") { place in
      switch member.source {
      case .kubernetes(let service): place.member("region", slot(service))
      case .cdn(let cdn, _): place.member("region", "cdn/\(deployment.cdns[cdn].identity)")
      case .endpoints: place.member("region", "static/\(position + 1)")
      case .feed(let feed): place.member("region", EnvoyLayout.slot(feed: feed.name))
      }
    }
    if let weight {
      locality.note(all: tier.members.map { .origin($0.origin) })
      locality.member("load_balancing_weight", weight)
    } else if case .endpoints(let endpoints) = member.source {
      // Where localities are weighed at all, one without a weight gets nothing.
      locality.member("load_balancing_weight", endpoints.count)
    }
    if priority > 0 {
      locality.note(.origin(tier.origin))
      locality.member("priority", priority)
    }
    locality.array("lb_endpoints") { list in
      switch member.source {
      case .kubernetes, .feed: break
      case .endpoints(let endpoints): for endpoint in endpoints { list.endpoint(endpoint) }
      case .cdn(let id, let prefix): list.cdnEndpoint(deployment.cdns[id], pathPrefix: prefix, member)
      }
    }
  }

  /// The name of the slot that run-time endpoints fill.
  private func slot(_ service: KubernetesService) -> String {
    EnvoyLayout.slot(
      cluster: deployment.clusters[service.cluster].identity.description, namespace: service.namespace,
      service: service.service, port: service.port)
  }
}

extension ResourceWriter {
  fileprivate mutating func endpoint(_ endpoint: HostEndpoint) {
    switch endpoint.host {
    case .address(let address):
      raw(#"{"endpoint":{"address":{"socket_address":{"address":""#)
      continued(address)
    case .name(let name):
      // Host names have no character that JSON escapes.
      raw(#"{"endpoint":{"hostname":""#)
      continued(name)
      continued(#"","address":{"socket_address":{"address":""#)
      continued(name)
    }
    continued(#"","port_value":"#)
    continued(UInt64(endpoint.port))
    continued("}}}}")
  }

  fileprivate mutating func cdnEndpoint(_ cdn: CDN, pathPrefix: String?, _ member: TierMember) {
    note(all: [.origin(member.origin), .field(.cdn, cdn.identity, "host")])
    object { entry in
      entry.object("endpoint") { endpoint in
        endpoint.member("hostname", cdn.host)
        endpoint.object("address") { wrapper in
          wrapper.object("socket_address") { socket in
            socket.member("address", cdn.host)
            socket.note(.field(.cdn, cdn.identity, "port"))
            socket.member("port_value", UInt32(cdn.port))
          }
        }
      }
      entry.object("metadata") { metadata in
        metadata.object("filter_metadata") { filters in
          filters.object("epic") { epic in
            epic.member("host", cdn.host)
            if let pathPrefix, pathPrefix != "/" {
              epic.note(.origin(member.origin))
              epic.member("path-prefix", pathPrefix)
            }
          }
        }
      }
    }
  }
}
