import EpicBase
import EpicEnvoyAPI
import EpicIR

extension ResourceWriter {
  /// The filter's name, and the key of its configuration on the virtual host.
  private static let corsName = "epic.cors"

  /// `envoy.filters.http.cors`: what it allows stands on the virtual host.
  mutating func corsFilter() { typed(named: Self.corsName, type: EnvoyType.cors) { _ in } }

  /// The route of preflights, in front of all arms. The filter answers them where the route forwards, and only there; it
  /// forwards to nobody, since none gets so far.
  mutating func preflights() {
    object { route in
      route.member("name", "preflight" as StaticString)
      route.object("match") { match in
        match.member("prefix", "/" as StaticString)
        match.array("headers") { headers in
          headers.headerMatcher(":method", regex: "OPTIONS", isNegated: false)
          for name in ["origin", "access-control-request-method"] {
            headers.object { header in
              header.member("name", name)
              header.member("present_match", true)
            }
          }
        }
      }
      route.object("route") { $0.member("cluster_header", CompilerHeader.noCluster) }
    }
  }

  /// What pages of other origins may do. A preflight of another origin is answered too, without leave: nothing of it
  /// reaches `auth` or an upstream.
  mutating func corsPolicy(_ cors: CORSPolicy) {
    object(named: Self.corsName) { config in
      config.member("@type", EnvoyType.corsPolicy)
      config.array("allow_origin_string_match") { origins in
        switch cors.origins {
        case .any: origins.object { $0.regex("safe_regex", ".*") }
        case .listed(let listed, let hosts):
          for origin in listed { origins.object { $0.member("exact", origin) } }
          if !hosts.isEmpty { origins.object { $0.regex("safe_regex", "https://(?:\(RE2.hosts(hosts)))") } }
        }
      }
      config.member("allow_methods", cors.methods.joined(separator: ", "))
      if !cors.requestHeaders.isEmpty { config.member("allow_headers", cors.requestHeaders.joined(separator: ", ")) }
      if !cors.exposedHeaders.isEmpty { config.member("expose_headers", cors.exposedHeaders.joined(separator: ", ")) }
      if let age = cors.maximumAge { config.member("max_age", String(age.milliseconds / 1000)) }
      if cors.allowsCredentials { config.member("allow_credentials", true) }
      config.member("forward_not_matching_preflights", false)
    }
  }
}
