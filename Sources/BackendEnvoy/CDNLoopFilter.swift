import EpicBackend
import EpicBase
import EpicEnvoyAPI
import EpicIR

extension ResourceMessage<[Envoy.HTTPFilter]> {
  /// `envoy.filters.http.cdn_loop`: counts the ingress's own name in `cdn-loop`, and adds it.
  mutating func cdnLoopFilter(_ id: String, of ingress: Identity) {
    typed(name: "envoy.filters.http.cdn_loop", type: Envoy.CDNLoopFilter.self) { config in
      config.note(all: [.declaration(.ingress, ingress), .workspace("workspace")])
      config.member(.cdnId, id)
      config.member(.maxAllowedOccurrences, UInt32(CDNLoop.mostPasses))
    }
  }
}
