import EpicArtifact
import EpicBackend
import EpicBase
import EpicEnvoyAPI
import EpicIR

extension InstanceScope {
  /// A cluster of consecutive tiers whose endpoints are addresses: they come by EDS, from a file of their own.
  func addressCluster(
    _ upstream: Upstream, _ group: UpstreamShape.Group, endpoints: Resource, with writer: inout ResourceWriter
  ) -> Resource {
    writer.resource(
      group.name, Envoy.Cluster.self, from: sources(of: group, upstream), adding: clusterFields(of: upstream)
    ) { cluster in
      cluster.member(.name, group.name)
      cluster.member(.altStatName, StatisticsName.cluster(upstream, group))
      cluster.replacedInline(by: ",\"type\":\"STATIC\",\"load_assignment\":", inlining: endpoints) { writer in
        writer.member(.type, .eds)
        writer.object(.edsClusterConfig) {
          $0.fileSource(.edsConfig, path: EnvoyLayout.subscriptionPath(.endpoints, group.name))
        }
      }
      let isWeighted = group.tiers.contains { upstream.tiers[$0].weighting == .percentages }
      writeCommonCluster(upstream, isWeighted: isWeighted, to: &cluster)
      if let health = upstream.health {
        cluster.healthCheck(health, of: upstream)
        // What the cluster's API calls gone is gone, whatever it still answers.
        cluster.member(.ignoreHealthOnHostRemoval, true)
      }
      cluster.transport(of: upstream)
      if upstream.httpVersion != .http1 { cluster.note(.field(.upstream, upstream.identity, "protocol")) }
      cluster.protocolOptions(upstream.httpVersion, tierFilters: isRewriting(upstream, group))
    }
  }

  /// A cluster of one tier of DNS names (`envoy.clusters.dns`): each address that a name has is an endpoint.
  func nameCluster(
    _ upstream: Upstream, _ group: UpstreamShape.Group, with writer: inout ResourceWriter
  ) -> Resource {
    writer.resource(
      group.name, Envoy.Cluster.self, from: sources(of: group, upstream), adding: clusterFields(of: upstream)
    ) { cluster in
      cluster.member(.name, group.name)
      cluster.member(.altStatName, StatisticsName.cluster(upstream, group))
      cluster.dnsCluster(isSingleEndpoint: false)
      cluster.object(.loadAssignment) { writeAssignment(upstream, group, to: &$0) }
      let isWeighted = upstream.tiers[group.tiers.lowerBound].weighting == .percentages
      writeCommonCluster(upstream, isWeighted: isWeighted, to: &cluster)
      if let health = upstream.health {
        cluster.healthCheck(health, of: upstream)
      }
      cluster.transport(of: upstream)
      if upstream.httpVersion != .http1 { cluster.note(.field(.upstream, upstream.identity, "protocol")) }
      cluster.protocolOptions(upstream.httpVersion, tierFilters: isRewriting(upstream, group))
    }
  }

  /// A cluster of one CDN: one endpoint by name, TLS of the CDN's own. What an attempt at it changes in the request is
  /// metadata of the endpoint.
  func cdnCluster(
    _ upstream: Upstream, _ group: UpstreamShape.Group, with writer: inout ResourceWriter
  ) -> Resource {
    writer.resource(
      group.name, Envoy.Cluster.self, from: sources(of: group, upstream), adding: clusterFields(of: upstream)
    ) { cluster in
      cluster.member(.name, group.name)
      cluster.member(.altStatName, StatisticsName.cluster(upstream, group))
      cluster.dnsCluster(isSingleEndpoint: true)
      cluster.object(.loadAssignment) { writeAssignment(upstream, group, to: &$0) }
      writeCommonCluster(upstream, isWeighted: false, to: &cluster)
      if let cdn = cdn(upstream, group), let serverName = cdn.serverName {
        cluster.note(.field(.cdn, cdn.identity, "tls sni"))
        cluster.transport(UpstreamTLS(serverName: serverName, authority: cdn.authority))
      }
      cluster.protocolOptions(.http1, tierFilters: isRewriting(upstream, group))
    }
  }

  /// The order of an upstream's clusters (`envoy.clusters.aggregate`): the priorities of the first, then those of the
  /// next. The filters of an attempt are the aggregate's own, whichever cluster the endpoint is of.
  func aggregateCluster(_ upstream: Upstream, _ shape: UpstreamShape, with writer: inout ResourceWriter) -> Resource {
    writer.resource(
      shape.cluster, Envoy.Cluster.self, from: [.declaration(.upstream, upstream.identity)]
    ) { cluster in
      cluster.member(.name, shape.cluster)
      cluster.member(.altStatName, StatisticsName.aggregate(upstream))
      cluster.typed(.clusterType, name: "envoy.clusters.aggregate", type: Envoy.AggregateCluster.self) { config in
        config.array(.clusters) { names in for group in shape.groups { names.value(group.name) } }
      }
      cluster.member(.lbPolicy, .clusterProvided)
      if let timeout = upstream.connectTimeout {
        cluster.note(.field(.upstream, upstream.identity, "timeout connect"))
        cluster.member(.connectTimeout, timeout)
      }
      cluster.noPanic(isWeighted: false)
      cluster.circuitBreakers(upstream)
      cluster.protocolOptions(.http1, tierFilters: shape.rewritesTiers)
    }
  }

  /// The CDN of a group; groups of kind `cdn` have one.
  func cdn(_ upstream: Upstream, _ group: UpstreamShape.Group) -> CDN? {
    for member in upstream.tiers[group.tiers.lowerBound].members {
      if case .cdn(let id, _) = member.source { return deployment.cdns[id] }
    }
    return nil
  }

  /// Filters of the attempt stand in the cluster that routes name: here only where that is the group's own.
  private func isRewriting(_ upstream: Upstream, _ group: UpstreamShape.Group) -> Bool {
    group.kind == .cdn && UpstreamShape(upstream).groups.count == 1
  }

  private func writeCommonCluster(
    _ upstream: Upstream, isWeighted: Bool, to cluster: inout ResourceMessage<Envoy.Cluster>
  ) {
    if let timeout = upstream.connectTimeout {
      cluster.note(.field(.upstream, upstream.identity, "timeout connect"))
      cluster.member(.connectTimeout, timeout)
    }
    cluster.loadBalancing(upstream)
    cluster.outlierDetection(upstream)
    cluster.noPanic(isWeighted: isWeighted)
    cluster.circuitBreakers(upstream)
  }
}
