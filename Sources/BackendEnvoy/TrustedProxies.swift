import EpicArtifact
import EpicBase
import EpicEnvoyAPI
import EpicIR

extension RoutedPort {
  /// Whether `x-forwarded-for` of some peers tells the client.
  var asksProxies: Bool { !ingress.trustedProxies.isEmpty }
}

extension ResourceWriter {
  /// The client behind trusted hops: from a trusted peer, `x-forwarded-for` is read from its end to the first address that
  /// is not trusted.
  mutating func trustedProxies(_ prefixes: [IPPrefix]) {
    member("use_remote_address", false)
    array("original_ip_detection_extensions") { extensions in
      extensions.typed(name: "envoy.http.original_ip_detection.xff", type: EnvoyType.forwardedFor) { config in
        config.object("xff_trusted_cidrs") { trusted in
          trusted.array("cidrs") { ranges in
            for prefix in prefixes {
              ranges.object { range in
                range.member("address_prefix", prefix.address)
                range.member("prefix_len", UInt32(prefix.length))
              }
            }
          }
        }
      }
    }
  }

  /// What a client, or a proxy, says of a request's way is taken out before anything reads it (`EdgeHeader`). Envoy adds
  /// `x-forwarded-for` and `x-forwarded-proto` again, from the connection; behind proxies, where it would believe what is
  /// there, the first is replaced on the way out and the second here.
  mutating func forwardedHeaders(_ port: RoutedPort?) {
    for name in ["forwarded", "x-real-ip"] { object { $0.member("remove", name) } }
    removal("x-envoy-")
    guard let port, port.asksProxies else {
      removal("x-forwarded-")
      return
    }
    object { $0.member("remove", "x-request-id") }
    object { entry in
      entry.object("remove_on_match") { match in
        match.object("key_matcher") { $0.regex("safe_regex", Self.otherForwardedHeaders) }
      }
    }
    object { entry in
      entry.object("append") { append in
        append.object("header") { header in
          header.member("key", "x-forwarded-proto" as StaticString)
          header.member("value", port.isTLS ? "https" as StaticString : "http")
        }
        append.member("append_action", "OVERWRITE_IF_EXISTS_OR_ADD" as StaticString)
      }
    }
  }

  /// All of `x-forwarded-…` but the two that are overwritten: RE2 has no look-around.
  private static let otherForwardedHeaders =
    "x-forwarded-(?:|[^fp].*|f|f[^o].*|fo|fo[^r].*|for.+|p|p[^r].*|pr|pr[^o].*|pro|pro[^t].*|prot|prot[^o].*|proto.+)"

  private mutating func removal(_ prefix: StaticString) {
    object { entry in
      entry.object("remove_on_match") { match in match.object("key_matcher") { $0.member("prefix", prefix) } }
    }
  }

  /// `envoy.filters.http.geoip`: the place of the client, not of the peer, as headers of the compiler's own.
  mutating func httpGeoip(_ database: GeoDatabase, _ needs: RouteNeeds) {
    let path = "\(EnvoyLayout.dataFolder)/\(EnvoyName.data(database))"
    typed(name: "envoy.filters.http.geoip", type: EnvoyType.httpGeoip) { geoip in
      geoip.typed("provider", name: "envoy.geoip_providers.maxmind", type: EnvoyType.maxMind) { provider in
        if needs.country { provider.member("country_db_path", path) }
        if needs.autonomousSystem { provider.member("asn_db_path", path) }
        provider.object("common_provider_config") { common in
          common.object("geo_field_keys") { keys in
            if needs.country { keys.member("country", CompilerHeader.country) }
            if needs.autonomousSystem { keys.member("asn", CompilerHeader.autonomousSystem) }
          }
        }
      }
    }
  }

  /// The client's address for comparison with prefixes; the route is chosen anew, now that the client is known.
  mutating func derivedClient() {
    typed(named: "epic.client", type: EnvoyType.filterState) { config in
      config.array("on_request_headers") { values in
        values.object { value in
          value.member("object_key", FilterStateKey.client)
          value.member("factory_key", "envoy.network.ip" as StaticString)
          value.object("format_string") { format in
            format.object("text_format_source") {
              $0.member("inline_string", "%DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT%" as StaticString)
            }
          }
        }
      }
      config.member("clear_route_cache", true)
    }
  }

  /// The client as upstreams see it: one address, whatever a client wrote in front of it.
  mutating func forwardedClient() {
    array("request_headers_to_add") { headers in
      headers.object { option in
        option.object("header") { header in
          header.member("key", "x-forwarded-for" as StaticString)
          header.member("value", "%DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT%" as StaticString)
        }
        option.member("append_action", "OVERWRITE_IF_EXISTS_OR_ADD" as StaticString)
      }
    }
  }
}
