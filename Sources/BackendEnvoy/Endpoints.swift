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
      group.name, Envoy.ClusterLoadAssignment.self,
      from: [.declaration(.upstream, upstream.identity)] + group.tiers.map { .origin(upstream.tiers[$0].origin) }
    ) { writeAssignment(upstream, group, to: &$0) }
  }

  /// Members of a ClusterLoadAssignment: each tier a priority, each of its members a locality; the members of a
  /// `nearest` tier each a priority, in order of their distance.
  func writeAssignment(
    _ upstream: Upstream, _ group: UpstreamShape.Group, to writer: inout ResourceMessage<Envoy.ClusterLoadAssignment>
  ) {
    writer.member(.clusterName, group.name)
    writer.array(.endpoints) { localities in
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
      writer.object(.policy) { $0.member(.overprovisioningFactor, upstream.overprovisioningFactor) }
    }
  }

  private func writeLocality(
    _ member: TierMember, of tier: UpstreamTier, position: Int, weight: UInt32?, priority: UInt32,
    to locality: inout ResourceMessage<Envoy.LocalityEndpoints>
  ) {
    locality.object(.locality) { place in
      switch member.source {
      case .kubernetes(let service): place.member(.region, slot(service))
      case .cdn(let cdn, _): place.member(.region, "cdn/\(deployment.cdns[cdn].identity)")
      case .endpoints: place.member(.region, "static/\(position + 1)")
      case .feed(let feed): place.member(.region, EnvoyLayout.slot(feed: feed.name))
      }
    }
    if let weight {
      locality.note(all: tier.members.map { .origin($0.origin) })
      locality.member(.loadBalancingWeight, weight)
    } else if case .endpoints(let endpoints) = member.source {
      // Where localities are weighed at all, one without a weight gets nothing.
      locality.member(.loadBalancingWeight, UInt32(clamping: endpoints.count))
    }
    if priority > 0 {
      locality.note(.origin(tier.origin))
      locality.member(.priority, priority)
    }
    locality.array(.lbEndpoints) { list in
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

extension ResourceMessage<[Envoy.EndpointEntry]> {
  fileprivate mutating func endpoint(_ endpoint: HostEndpoint) {
    compact { list in
      list.object { entry in
        entry.object(.endpoint) { writer in
          if case .name(let name) = endpoint.host { writer.member(.hostname, name) }
          writer.object(.address) { wrapper in
            wrapper.object(.socketAddress) { socket in
              switch endpoint.host {
              case .address(let address): socket.member(.address, address)
              case .name(let name): socket.member(.address, name)
              }
              socket.member(.portValue, UInt32(endpoint.port))
            }
          }
        }
      }
    }
  }

  fileprivate mutating func cdnEndpoint(_ cdn: CDN, pathPrefix: String?, _ member: TierMember) {
    note(all: [.origin(member.origin), .field(.cdn, cdn.identity, "host")])
    object { entry in
      entry.object(.endpoint) { endpoint in
        endpoint.member(.hostname, cdn.host)
        endpoint.object(.address) { wrapper in
          wrapper.object(.socketAddress) { socket in
            socket.member(.address, cdn.host)
            socket.note(.field(.cdn, cdn.identity, "port"))
            socket.member(.portValue, UInt32(cdn.port))
          }
        }
      }
      entry.object(.metadata) { metadata in
        metadata.map(.filterMetadata) { filters in
          filters.object(named: "epic") { epic in
            epic.member("host", cdn.host)
            if let pathPrefix, !pathPrefix.isEmpty {
              epic.note(.origin(member.origin))
              epic.member("path-prefix", pathPrefix)
            }
          }
        }
      }
    }
  }
}
