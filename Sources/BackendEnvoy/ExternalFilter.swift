import EpicBackend
import EpicBase
import EpicEnvoyAPI
import EpicIR

extension InstanceScope {
  /// `envoy.filters.http.ext_authz`: a service that decides about each request. It stands behind everything that chooses an
  /// arm, so that no route depends on what the service adds.
  func writeExternalAuthorization(
    _ external: ExternalAuthorization, to filters: inout ResourceMessage<[Envoy.HTTPFilter]>
  ) {
    let cluster = shapes[external.upstream.index].cluster
    filters.note(.origin(external.origin))
    filters.typed(name: "envoy.filters.http.ext_authz", type: Envoy.ExternalAuthorization.self) { config in
      config.note(.part(external.origin, "upstream"))
      switch external.service {
      case .grpc:
        config.object(.grpcService) { service in
          service.object(.envoyGrpc) { $0.member(.clusterName, cluster) }
          service.note(.part(external.origin, "timeout"))
          service.member(.timeout, external.timeout)
        }
      case .http(let prefix):
        config.object(.httpService) { service in
          service.object(.serverUri) { uri in
            uri.member(.uri, "http://\(external.name)")
            uri.member(.cluster, cluster)
            uri.note(.part(external.origin, "timeout"))
            uri.member(.timeout, external.timeout)
          }
          if !prefix.isEmpty { service.member(.pathPrefix, prefix) }
          if !external.forwardedHeaders.isEmpty {
            service.object(.authorizationResponse) { response in
              response.note(.part(external.origin, "forward"))
              response.object(.allowedUpstreamHeaders) { $0.exactly(external.forwardedHeaders) }
            }
          }
        }
      }
      config.member(.transportApiVersion, .v3)
      config.note(.part(external.origin, "headers"))
      config.object(.allowedHeaders) { $0.exactly(["authorization"] + external.shownHeaders) }
      if external.allowsOnFailure {
        config.note(.part(external.origin, "on failure"))
        config.member(.failureModeAllow, true)
      } else {
        config.object(.statusOnError) { $0.member(.code, .serviceunavailable) }
      }
      // What the service may change of a request: the headers that are listed, and nothing else.
      config.object(.decoderHeaderMutationRules) { rules in
        rules.member(.disallowAll, true)
        if !external.forwardedHeaders.isEmpty {
          rules.note(.part(external.origin, "forward"))
          rules.object(.allowExpression) {
            $0.member(.regex, external.forwardedHeaders.map { RE2.quoted($0) }.joined(separator: "|"))
          }
        }
      }
    }
  }
}

extension ResourceMessage<Envoy.StringMatcherList> {
  /// Any of these texts.
  fileprivate mutating func exactly(_ texts: [String]) {
    array(.patterns) { patterns in for text in texts { patterns.object { $0.member(.exact, text) } } }
  }
}
