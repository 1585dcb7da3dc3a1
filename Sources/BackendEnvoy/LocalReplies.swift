import EpicBackend
import EpicBase
import EpicEnvoyAPI
import EpicIR

extension ResourceMessage<Envoy.ConnectionManager> {
  /// What is changed in answers that Envoy gives itself: of these a refusal's status, and the leave of `cors`. Envoy takes the
  /// first mapper whose filter fits.
  ///
  /// Envoy answers 403 to a good token for another audience, and to a request without a known key; the language knows one
  /// answer to a bad credential. What the filters refuse says so in its details; a route's own 403 is another.
  ///
  /// The CORS filter looks at routes that forward, and a page needs the leave to read any status, and to follow a redirect
  /// (Fetch Standard, sections 4.4 and 4.10).
  mutating func localReplies(_ ingress: Ingress, isRouted: Bool) {
    let refusal = unauthorized(ingress)
    let cors = isRouted ? ingress.cors : nil
    if refusal == nil && cors == nil { return }
    object(.localReplyConfig) { config in
      config.array(.mappers) { mappers in
        if let refusal {
          if let cors {
            mappers.object { mapper in
              mapper.object(.filter) { filter in
                filter.object(.andFilter) { both in
                  both.array(.filters) { filters in
                    filters.object { $0.expression(refusal) }
                    filters.note(.field(.ingress, ingress.identity, "cors"))
                    filters.object { $0.isAllowed(by: cors) }
                  }
                }
              }
              mapper.member(.statusCode, 401)
              mapper.leave(of: cors, ingress)
            }
          }
          mappers.object { mapper in
            mapper.object(.filter) { $0.expression(refusal) }
            mapper.member(.statusCode, 401)
          }
        }
        if let cors {
          mappers.note(.field(.ingress, ingress.identity, "cors"))
          mappers.object { mapper in
            mapper.object(.filter) { $0.isAllowed(by: cors) }
            mapper.leave(of: cors, ingress)
          }
        }
      }
    }
  }

  /// An expression for refusals that are to be 401; nil where nothing refuses so.
  private func unauthorized(_ ingress: Ingress) -> String? {
    var filters: [String] = []
    if !ingress.jwtProviders.isEmpty { filters.append("jwt_authn") }
    if ingress.keyAuthentication != nil { filters.append("rbac_access_denied") }
    if filters.isEmpty { return nil }
    let details = filters.map { "response.code_details.startsWith('\($0)')" }.joined(separator: " || ")
    return "response.code == 403 && " + (filters.count == 1 ? details : "(\(details))")
  }
}

extension ResourceMessage<Envoy.AccessLogFilter> {
  fileprivate mutating func expression(_ expression: String) {
    typed(.extensionFilter, name: "envoy.access_loggers.extension_filters.cel", type: Envoy.ExpressionFilter.self) {
      $0.member(.expression, expression)
    }
  }

  /// Whether the request comes from a page that may read the answer, as `CorsPolicy` asks it.
  fileprivate mutating func isAllowed(by cors: CORSPolicy) {
    object(.headerFilter) { filter in
      filter.object(.header) { header in
        header.member(.name, "origin" as StaticString)
        header.object(.stringMatch) { $0.regex(.safeRegex, RE2.origins(cors.origins)) }
      }
    }
  }
}

extension ResourceMessage<Envoy.LocalReplyMapper> {
  /// What the CORS filter puts into answers.
  fileprivate mutating func leave(of cors: CORSPolicy, _ ingress: Ingress) {
    note(.field(.ingress, ingress.identity, "cors"))
    array(.headersToAdd) { headers in
      headers.setting("access-control-allow-origin", "%REQ(origin)%")
      if cors.allowsCredentials { headers.setting("access-control-allow-credentials", "true") }
      if !cors.exposedHeaders.isEmpty {
        headers.setting("access-control-expose-headers", cors.exposedHeaders.joined(separator: ", "))
      }
    }
  }
}

extension ResourceMessage<[Envoy.HeaderValueOption]> {
  fileprivate mutating func setting(_ name: StaticString, _ value: String) {
    object { option in
      option.object(.header) { header in
        header.member(.key, name)
        header.member(.value, value)
      }
      option.member(.appendAction, .overwriteIfExistsOrAdd)
    }
  }
}
