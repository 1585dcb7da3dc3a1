import EpicBase
import EpicEnvoyAPI
import EpicIR

/// The filter's name, and the key of its configuration on the virtual host.
private let corsName = "epic.cors"

extension ResourceMessage<[Envoy.HTTPFilter]> {
  /// `envoy.filters.http.cors`: what it allows stands on the virtual host.
  mutating func corsFilter() { typed(named: corsName, type: Envoy.CORS.self) }
}

extension ResourceMessage<[String: Envoy.AnyMessage]> {
  /// What pages of other origins may do. A preflight of another origin is answered too, without leave: nothing of it
  /// reaches `auth` or an upstream.
  mutating func corsPolicy(_ cors: CORSPolicy) {
    any(named: corsName, Envoy.CORSPolicy.self) { config in
      config.array(.allowOriginStringMatch) { origins in
        switch cors.origins {
        case .any: origins.object { $0.regex(.safeRegex, ".*") }
        case .listed(let listed, let hosts):
          for origin in listed { origins.object { $0.member(.exact, origin) } }
          if !hosts.isEmpty { origins.object { $0.regex(.safeRegex, "https://(?:\(RE2.hosts(hosts)))") } }
        }
      }
      config.member(.allowMethods, cors.methods.joined(separator: ", "))
      if !cors.requestHeaders.isEmpty { config.member(.allowHeaders, cors.requestHeaders.joined(separator: ", ")) }
      if !cors.exposedHeaders.isEmpty { config.member(.exposeHeaders, cors.exposedHeaders.joined(separator: ", ")) }
      if let age = cors.maximumAge { config.member(.maxAge, String(age.milliseconds / 1000)) }
      if cors.allowsCredentials { config.member(.allowCredentials, true) }
      config.member(.forwardNotMatchingPreflights, false)
    }
  }
}
