import EpicArtifact
import EpicBackend
import EpicBase
import EpicEnvoyAPI
import EpicIR

extension ResourceMessage<[Envoy.Filter]> {
  /// `envoy.filters.network.geoip`: country and AS number of the peer, as filter state `envoy.geoip`.
  mutating func networkGeoip(_ database: GeoDatabase, _ needs: RouteNeeds) {
    let path = "\(EnvoyLayout.dataFolder)/\(EnvoyName.data(database))"
    typed(name: "envoy.filters.network.geoip", type: Envoy.NetworkGeoip.self) { geoip in
      geoip.member(.statPrefix, "geo" as StaticString)
      geoip.typed(.provider, name: "envoy.geoip_providers.maxmind", type: Envoy.MaxMind.self) { provider in
        if needs.country { provider.member(.countryDbPath, path) }
        if needs.autonomousSystem { provider.member(.asnDbPath, path) }
        provider.object(.commonProviderConfig) { common in
          common.object(.geoFieldKeys) { keys in
            if needs.country { keys.member(.country, "country" as StaticString) }
            if needs.autonomousSystem { keys.member(.asn, "asn" as StaticString) }
          }
        }
      }
    }
  }

  /// `envoy.filters.network.set_filter_state`: the peer's address, for comparison with prefixes.
  mutating func clientAddress() {
    typed(name: "envoy.filters.network.set_filter_state", type: Envoy.NetworkFilterState.self) { config in
      config.array(.onNewConnection) { values in
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
    }
  }
}

extension ResourceMessage<Envoy.ConnectionManager> {
  /// Early header mutation: runs before the first route is chosen. Whatever a client sent under the compiler's names is
  /// gone before values are set.
  mutating func earlyHeaders(_ needs: RouteNeeds?, _ table: RouteTable?, _ port: RoutedPort?) {
    array(.earlyHeaderMutationExtensions) { extensions in
      extensions.typed(
        name: "envoy.http.early_header_mutation.header_mutation", type: Envoy.EarlyHeaderMutation.self
      ) { mutation in
        mutation.array(.mutations) { mutations in
          mutations.object { entry in
            entry.object(.removeOnMatch) { match in
              match.object(.keyMatcher) { $0.member(.prefix, CompilerHeader.prefix) }
            }
          }
          mutations.forwardedHeaders(port)
          guard let needs, let table else { return }
          // Behind proxies the client, and so its place, is not known yet.
          let isPlaceKnown = !(port?.asksProxies ?? false)
          if needs.country, isPlaceKnown {
            mutations.note(all: table.arms(asking: .country))
            mutations.earlyHeader(CompilerHeader.country, "%FILTER_STATE(envoy.geoip:FIELD:country)%")
          }
          if needs.autonomousSystem, isPlaceKnown {
            mutations.note(all: table.arms(asking: .autonomousSystem))
            mutations.earlyHeader(CompilerHeader.autonomousSystem, "%FILTER_STATE(envoy.geoip:FIELD:asn)%")
          }
          if needs.tls {
            mutations.note(all: table.arms(asking: .tls))
            mutations.earlyHeader(CompilerHeader.tls, "%DOWNSTREAM_TLS_VERSION%")
          }
          // `PATH` names the pseudo header alone: without it, the formatter prefers `x-envoy-original-path`.
          if needs.path { mutations.earlyHeader(CompilerHeader.path, "%PATH(NQ:PATH)%") }
          for query in needs.queries {
            mutations.note(all: table.arms(asking: .query(query)))
            mutations.object { entry in
              entry.object(.append) { append in
                append.object(.header) { header in
                  header.member(.key, CompilerHeader.query(query))
                  header.member(.value, "%QUERY_PARAM(\(query))%")
                }
                append.member(.appendAction, .overwriteIfExistsOrAdd)
              }
            }
          }
        }
      }
    }
  }
}

extension ResourceMessage<[Envoy.HeaderMutation]> {
  fileprivate mutating func earlyHeader(_ name: StaticString, _ format: StaticString) {
    object { entry in
      entry.object(.append) { append in
        append.object(.header) { header in
          header.member(.key, name)
          header.member(.value, format)
        }
        append.member(.appendAction, .overwriteIfExistsOrAdd)
      }
    }
  }
}
