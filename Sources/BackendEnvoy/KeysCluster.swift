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
    let name = EnvoyName.keys(ingress, provider)
    return writer.resource(
      name, type: EnvoyType.cluster, from: [.origin(provider.origin), .part(provider.origin, "jwks")]
    ) { cluster in
      cluster.member("name", name)
      if IPAddress(url.host) == nil {
        cluster.dnsCluster(isSingleEndpoint: true)
      } else {
        cluster.member("type", "STATIC" as StaticString)
      }
      cluster.object("load_assignment") { assignment in
        assignment.member("cluster_name", name)
        assignment.array("endpoints") { localities in
          localities.object { locality in
            locality.array("lb_endpoints") { endpoints in
              endpoints.object { entry in
                entry.object("endpoint") { endpoint in
                  endpoint.object("address") { wrapper in
                    wrapper.object("socket_address") { socket in
                      socket.member("address", url.host)
                      socket.member("port_value", UInt32(url.port))
                    }
                  }
                }
              }
            }
          }
        }
      }
      cluster.member("connect_timeout", "5s" as StaticString)
      if url.isTLS { cluster.upstreamTLS(serverName: url.host, authority: authority) }
    }
  }
}
