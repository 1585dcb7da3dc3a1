import EpicBackend
import EpicBase
import EpicEnvoyAPI
import EpicIR

extension Compression.Encoding {
  /// The filter's name, and the key of its configuration on routes.
  fileprivate var filterName: String { "epic.compress.\(self)" }
}

extension ResourceMessage<[Envoy.HTTPFilter]> {
  /// `envoy.filters.http.compressor`, one for each encoding. Envoy takes the encoding with the greatest weight in
  /// `accept-encoding`, of equal ones the first that chooses first, and else the one that the client names first.
  ///
  /// Each adds `vary: accept-encoding` to every answer that it could have compressed, and makes its tag a weak one
  /// (RFC 9110 section 8.8.1): the bytes differ, what they say does not.
  mutating func compressionFilters(_ compression: Compression) {
    for (index, encoding) in compression.encodings.enumerated() {
      note(.origin(compression.origin))
      typed(named: encoding.filterName, type: Envoy.Compressor.self) { config in
        config.object(.responseDirectionConfig) { responses in
          responses.object(.commonConfig) { common in
            common.member(.minContentLength, UInt32(clamping: compression.leastBody))
            if !compression.types.isEmpty {
              common.array(.contentTypeMatcher) { types in
                for type in compression.types {
                  types.object { matcher in
                    matcher.member(.exact, type)
                    matcher.member(.ignoreCase, true)
                  }
                }
              }
            }
          }
          responses.member(.weakenEtagOnCompress, true)
        }
        switch encoding {
        case .brotli:
          config.typed(.compressorLibrary, name: "brotli", type: Envoy.Brotli.self)
        case .gzip: config.typed(.compressorLibrary, name: "gzip", type: Envoy.Gzip.self)
        case .zstd: config.typed(.compressorLibrary, name: "zstd", type: Envoy.Zstd.self)
        }
        if index == 0 { config.member(.chooseFirst, true) }
      }
    }
  }
}

extension ResourceMessage<[String: Envoy.AnyMessage]> {
  /// What takes a route's answers from the filters.
  mutating func noCompression(_ compression: Compression) {
    for encoding in compression.encodings {
      any(named: encoding.filterName, Envoy.CompressorPerRoute.self) { $0.member(.disabled, true) }
    }
  }
}
