import EpicBackend
import EpicBase
import EpicEnvoyAPI
import EpicIR

/// The filter that looks where a request comes from, and the key of its configuration on the virtual host.
private let forgeryName = "epic.csrf"

extension ResourceMessage<[Envoy.HTTPFilter]> {
  /// `envoy.filters.http.csrf`: which origins may ask stands on the virtual host.
  mutating func forgeryFilter(_ protection: ForgeryProtection) {
    note(.origin(protection.origin))
    typed(named: forgeryName, type: Envoy.CSRFPolicy.self) { $0.isAsked() }
  }

  /// `envoy.filters.http.grpc_web`, then a filter that does nothing but choose the route anew: the request is one of gRPC
  /// now, whichever filters follow.
  mutating func grpcWebFilter() {
    typed(name: "envoy.filters.http.grpc_web", type: Envoy.GRPCWeb.self)
    typed(named: "epic.grpc-web", type: Envoy.FilterState.self) { config in
      config.array(.onRequestHeaders) { $0.filterStateValue("epic.grpc-web", format: "1") }
      config.member(.clearRouteCache, true)
    }
  }
}

extension ResourceMessage<[String: Envoy.AnyMessage]> {
  /// The origins that may ask. Envoy compares hosts with ports, and the request's own has lost its port: on a port that the
  /// scheme does not imply, the ingress's hosts are listed with it.
  mutating func forgeryPolicy(_ protection: ForgeryProtection, _ port: RoutedPort) {
    any(named: forgeryName, Envoy.CSRFPolicy.self) { policy in
      policy.isAsked()
      let own = port.explicitPort.map { number in port.ingress.hosts.map { ($0, number) } } ?? []
      if own.isEmpty && protection.origins.isEmpty && protection.hosts.isEmpty { return }
      policy.note(.origin(protection.origin))
      policy.array(.additionalOrigins) { origins in
        for (host, number) in own {
          origins.object { $0.regex(.safeRegex, "(?:\(RE2.hosts([host]))):\(number)") }
        }
        for origin in protection.origins { origins.object { $0.member(.exact, origin) } }
        if !protection.hosts.isEmpty { origins.object { $0.regex(.safeRegex, RE2.hosts(protection.hosts)) } }
      }
    }
  }
}

extension ResourceMessage<Envoy.CSRFPolicy> {
  fileprivate mutating func isAsked() {
    object(.filterEnabled) { $0.object(.defaultValue) { $0.member(.numerator, 100) } }
  }
}
