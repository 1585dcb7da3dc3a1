import EpicBase
import EpicEnvoyAPI
import EpicIR

extension ResourceMessage<[Envoy.HTTPFilter]> {
  /// `envoy.filters.http.cdn_loop`: counts the ingress's own name in `cdn-loop`, and adds it.
  mutating func cdnLoopFilter(_ id: String) {
    typed(name: "envoy.filters.http.cdn_loop", type: Envoy.CDNLoopFilter.self) { config in
      config.member(.cdnId, id)
      config.member(.maxAllowedOccurrences, UInt32(CDNLoop.mostPasses))
    }
  }
}
