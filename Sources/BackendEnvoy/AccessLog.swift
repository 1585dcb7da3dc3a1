import EpicEnvoyAPI
import EpicIR

/// What a line of the access log says.
private enum AccessLine {
  /// What stands behind the ingress's name, in this order: name and format of each part.
  static let fields: [(name: StaticString, format: StaticString)] = [
    ("time", "%START_TIME%"), ("client", "%DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT%"),
    ("method", "%REQ(:METHOD)%"), ("host", "%REQ(:AUTHORITY)%"), ("path", "%PATH(NQ:ORIG_OR_PATH)%"),
    ("protocol", "%PROTOCOL%"), ("status", "%RESPONSE_CODE%"), ("details", "%RESPONSE_CODE_DETAILS%"),
    ("flags", "%RESPONSE_FLAGS%"), ("route", "%ROUTE_NAME%"), ("upstream", "%UPSTREAM_CLUSTER_RAW%"),
    ("endpoint", "%UPSTREAM_HOST%"), ("attempts", "%UPSTREAM_REQUEST_ATTEMPT_COUNT%"),
    ("received", "%BYTES_RECEIVED%"), ("sent", "%BYTES_SENT%"), ("milliseconds", "%DURATION%"),
    ("request-id", "%REQ(X-REQUEST-ID)%"),
  ]
}

extension ResourceMessage<Envoy.ConnectionManager> {
  /// `envoy.access_loggers.stdout`. No query, no cookie and no token is in it: they hold what must not lie in logs.
  mutating func accessLog(_ format: AccessLogFormat, ingress: String) {
    array(.accessLog) { logs in
      logs.typed(name: "envoy.access_loggers.stdout", type: Envoy.StdoutAccessLog.self) { log in
        log.object(.logFormat) { writer in
          switch format {
          case .json:
            writer.object(.jsonFormat) { fields in
              fields.member("ingress", ingress)
              for field in AccessLine.fields { fields.member(field.name, field.format) }
            }
          case .text:
            writer.object(.textFormatSource) { source in
              let formats = AccessLine.fields.map { "\($0.format)" }.joined(separator: " ")
              source.member(.inlineString, "\(ingress) \(formats)\n")
            }
          }
        }
      }
    }
  }
}
