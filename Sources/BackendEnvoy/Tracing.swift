import EpicBackend
import EpicBase
import EpicEnvoyAPI
import EpicIR

extension InstanceScope {
  /// `envoy.tracers.opentelemetry`: spans of an ingress's requests, under its name. A sampler draws, and not the connection
  /// manager: that would draw among requests whose callers decided already, and knows hundredths of a percent only.
  func writeTracing(_ tracing: Tracing, _ ingress: Ingress, to manager: inout ResourceMessage<Envoy.ConnectionManager>)
  {
    manager.note(.origin(tracing.origin))
    manager.object(.tracing) { writer in
      // `x-client-trace-id` and `x-envoy-force-trace` of a client start no trace.
      writer.object(.clientSampling) { $0.member(.value, whole: 0) }
      writer.object(.randomSampling) { $0.member(.value, whole: 100) }
      writer.object(.overallSampling) { $0.member(.value, whole: 100) }
      writer.member(.spawnUpstreamSpan, true)
      // The path without its query, in place of the URL that Envoy would say.
      writer.array(.customTags) { tags in
        tags.object { tag in
          tag.member(.tag, "http.url" as StaticString)
          tag.member(.value, "%PATH(NQ:ORIG_OR_PATH)%" as StaticString)
        }
      }
      writer.object(.provider) { provider in
        provider.member(.name, "envoy.tracers.opentelemetry" as StaticString)
        provider.any(.typedConfig, Envoy.OpenTelemetry.self) { config in
          config.object(.grpcService) { service in
            service.object(.envoyGrpc) { $0.member(.clusterName, shapes[tracing.upstream.index].cluster) }
            service.member(.timeout, TimeSpan(milliseconds: 1000))
          }
          config.member(.serviceName, ingress.identity.description)
          config.note(.origin(tracing.origin))
          if tracing.continuesCallers {
            config.typed(
              .sampler, name: "envoy.tracers.opentelemetry.samplers.parent_based", type: Envoy.TraceParent.self
            ) { sampler in
              sampler.typed(.wrappedSampler, name: Self.drawing, type: Envoy.TraceShare.self) {
                $0.share(tracing.share)
              }
            }
          } else {
            config.typed(.sampler, name: Self.drawing, type: Envoy.TraceShare.self) { $0.share(tracing.share) }
          }
        }
      }
    }
  }

  /// The sampler that draws by the trace's number.
  private static var drawing: StaticString { "envoy.tracers.opentelemetry.samplers.trace_id_ratio_based" }
}

extension ResourceMessage<Envoy.TraceShare> {
  fileprivate mutating func share(_ share: Percentage) {
    object(.samplingPercentage) { fraction in
      fraction.member(.numerator, share.partsPerMillion)
      fraction.member(.denominator, .million)
    }
  }
}
