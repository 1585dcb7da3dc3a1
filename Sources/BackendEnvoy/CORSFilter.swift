import EpicBackend
import EpicBase
import EpicEnvoyAPI
import EpicIR

/// The filter's name, and the key of its configuration on the virtual host.
private let corsName = "epic.cors"

extension ResourceMessage<[Envoy.HTTPFilter]> {
  /// `envoy.filters.http.cors`: what it allows stands on the virtual host. It asks the route once, when the request comes, and
  /// tells pages nothing where that route answers itself: so it stands a second time behind what has routes chosen anew.
  mutating func corsFilter() { typed(named: corsName, type: Envoy.CORS.self) }
}

extension ResourceMessage<[Envoy.HeaderValueOption]> {
  /// Tells caches that the answer depends on who asks: the leave names one origin, and an answer to none has no leave (Fetch
  /// Standard, section 3.3.5).
  mutating func varyByOrigin(_ ingress: Ingress) {
    note(.field(.ingress, ingress.identity, "cors"))
    object { option in
      option.object(.header) { header in
        header.member(.key, "vary" as StaticString)
        header.member(.value, "origin" as StaticString)
      }
      option.member(.appendAction, .appendIfExistsOrAdd)
    }
  }
}

extension ResourceMessage<[Envoy.Route]> {
  /// The route of preflights, in front of all arms. The filter answers them where the route forwards, and only there; it
  /// forwards to nobody, since none gets so far.
  mutating func preflights() {
    object { route in
      route.member(.name, "preflight" as StaticString)
      route.object(.match) { match in
        match.member(.prefix, "/" as StaticString)
        match.array(.headers) { headers in
          headers.headerMatcher(":method", regex: "OPTIONS", isNegated: false)
          for name in ["origin", "access-control-request-method"] {
            headers.object { header in
              header.member(.name, name)
              header.member(.presentMatch, true)
            }
          }
        }
      }
      route.object(.route) { $0.member(.clusterHeader, CompilerHeader.noCluster) }
    }
  }
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
