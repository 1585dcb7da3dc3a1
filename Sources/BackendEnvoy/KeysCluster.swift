import EpicArtifact
import EpicBackend
import EpicBase
import EpicEnvoyAPI
import EpicIR

extension InstanceScope {
  /// The cluster that a token issuer's keys are fetched from; nil for keys committed to the workspace.
  func keysCluster(
    _ ingress: Ingress, _ provider: JWTProvider, with writer: inout ResourceWriter
  ) -> Resource? {
    guard case .remote(let url, let authority) = provider.keys else { return nil }
    return endpointCluster(
      EnvoyName.keys(ingress, provider), statistics: StatisticsName.server(ingress, .keys, provider.name), url,
      authority: authority,
      from: [.origin(provider.origin), .part(provider.origin, "jwks")], with: &writer)
  }

  /// A cluster of the one server that a URL names.
  func endpointCluster(
    _ name: String, statistics: String, _ url: WebURL, authority: SecretReference?,
    from sources: @autoclosure () -> [ValueSource], with writer: inout ResourceWriter
  ) -> Resource {
    writer.resource(name, Envoy.Cluster.self, from: sources()) { cluster in
      cluster.member(.name, name)
      cluster.member(.altStatName, statistics)
      if IPAddress(url.host) == nil {
        cluster.dnsCluster(isSingleEndpoint: true)
      } else {
        cluster.member(.type, .static)
      }
      cluster.object(.loadAssignment) { assignment in
        assignment.member(.clusterName, name)
        assignment.array(.endpoints) { localities in
          localities.object { locality in
            locality.array(.lbEndpoints) { endpoints in
              endpoints.object { entry in
                entry.object(.endpoint) { endpoint in
                  endpoint.object(.address) { wrapper in
                    wrapper.object(.socketAddress) { socket in
                      socket.member(.address, url.host)
                      socket.member(.portValue, UInt32(url.port))
                    }
                  }
                }
              }
            }
          }
        }
      }
      cluster.member(.connectTimeout, TimeSpan(milliseconds: 5000))
      if url.isTLS { cluster.transport(UpstreamTLS(serverName: url.host, authority: authority)) }
    }
  }
}
