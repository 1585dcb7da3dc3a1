import EpicArtifact
import EpicBase
import EpicEnvoyAPI
import EpicIR

/// All of `x-forwarded-…` but the two that are overwritten: RE2 has no look-around.
private let otherForwardedHeaders =
  "x-forwarded-(?:|[^fp].*|f|f[^o].*|fo|fo[^r].*|for.+|p|p[^r].*|pr|pr[^o].*|pro|pro[^t].*|prot|prot[^o].*|proto.+)"

extension RoutedPort {
  /// Whether `x-forwarded-for` of some peers tells the client.
  var asksProxies: Bool { !ingress.trustedProxies.isEmpty }
}

extension ResourceMessage<Envoy.ConnectionManager> {
  /// The client behind trusted hops: from a trusted peer, `x-forwarded-for` is read from its end to the first address that
  /// is not trusted.
  mutating func trustedProxies(_ prefixes: [IPPrefix]) {
    member(.useRemoteAddress, false)
    array(.originalIpDetectionExtensions) { extensions in
      extensions.typed(name: "envoy.http.original_ip_detection.xff", type: Envoy.ForwardedFor.self) { config in
        config.object(.xffTrustedCidrs) { trusted in
          trusted.array(.cidrs) { $0.ranges(prefixes) }
        }
      }
    }
  }
}

extension ResourceMessage<[Envoy.HeaderMutation]> {
  /// What a client, or a proxy, says of a request's way is taken out before anything reads it (`EdgeHeader`). Envoy adds
  /// `x-forwarded-for` and `x-forwarded-proto` again, from the connection; behind proxies, where it would believe what is
  /// there, the first is replaced on the way out and the second here.
  mutating func forwardedHeaders(_ port: RoutedPort?) {
    for name in ["forwarded", "x-real-ip"] { object { $0.member(.remove, name) } }
    removal("x-envoy-")
    for name in port?.ingress.forwardedHeaders ?? [] { object { $0.member(.remove, name) } }
    if let tracing = port?.ingress.tracing, !tracing.continuesCallers {
      for name in ["traceparent", "tracestate"] { object { $0.member(.remove, name) } }
    }
    guard let port, port.asksProxies else {
      removal("x-forwarded-")
      return
    }
    object { $0.member(.remove, "x-request-id") }
    object { entry in
      entry.object(.removeOnMatch) { match in
        match.object(.keyMatcher) { $0.regex(.safeRegex, otherForwardedHeaders) }
      }
    }
    object { entry in
      entry.object(.append) { append in
        append.object(.header) { header in
          header.member(.key, "x-forwarded-proto" as StaticString)
          header.member(.value, port.isTLS ? "https" as StaticString : "http")
        }
        append.member(.appendAction, .overwriteIfExistsOrAdd)
      }
    }
  }

  private mutating func removal(_ prefix: StaticString) {
    object { entry in
      entry.object(.removeOnMatch) { match in match.object(.keyMatcher) { $0.member(.prefix, prefix) } }
    }
  }
}

extension ResourceMessage<[Envoy.HTTPFilter]> {
  /// `envoy.filters.http.geoip`: the place of the client, not of the peer, as headers of the compiler's own.
  mutating func httpGeoip(_ database: GeoDatabase, _ needs: RouteNeeds) {
    let path = "\(EnvoyLayout.dataFolder)/\(EnvoyName.data(database))"
    typed(name: "envoy.filters.http.geoip", type: Envoy.HTTPGeoip.self) { geoip in
      geoip.typed(.provider, name: "envoy.geoip_providers.maxmind", type: Envoy.MaxMind.self) { provider in
        if needs.country { provider.member(.countryDbPath, path) }
        if needs.autonomousSystem { provider.member(.asnDbPath, path) }
        provider.object(.commonProviderConfig) { common in
          common.object(.geoFieldKeys) { keys in
            if needs.country { keys.member(.country, CompilerHeader.country) }
            if needs.autonomousSystem { keys.member(.asn, CompilerHeader.autonomousSystem) }
          }
        }
      }
    }
  }

  /// The client's address for comparison with prefixes; the route is chosen anew, now that the client is known.
  mutating func derivedClient() {
    typed(named: "epic.client", type: Envoy.FilterState.self) { config in
      config.array(.onRequestHeaders) { values in
        values.object { value in
          value.member(.objectKey, FilterStateKey.client)
          value.member(.factoryKey, "envoy.network.ip" as StaticString)
          value.object(.formatString) { format in
            format.object(.textFormatSource) {
              $0.member(.inlineString, "%DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT%" as StaticString)
            }
          }
        }
      }
      config.member(.clearRouteCache, true)
    }
  }
}

extension ResourceMessage<Envoy.RouteConfiguration> {
  /// What the edge tells upstreams of each request, whatever a client wrote: whose key it brought, and behind proxies who the
  /// client is, as one address.
  mutating func forwardedFindings(_ port: RoutedPort) {
    let keys = port.ingress.keyAuthentication
    guard port.asksProxies || keys?.clientHeader != nil else { return }
    array(.requestHeadersToAdd) { headers in
      if port.asksProxies {
        headers.object { option in
          option.object(.header) { header in
            header.member(.key, "x-forwarded-for" as StaticString)
            header.member(.value, "%DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT%" as StaticString)
          }
          option.member(.appendAction, .overwriteIfExistsOrAdd)
        }
      }
      if let keys, let name = keys.clientHeader { headers.clientHeader(name, keys) }
    }
  }
}
