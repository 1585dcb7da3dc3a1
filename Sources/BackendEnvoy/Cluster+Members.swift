import EpicArtifact
import EpicBackend
import EpicBase
import EpicEnvoyAPI
import EpicIR

extension ResourceMessage<Envoy.Cluster> {
  /// Panic routing, by which Envoy sends to unhealthy endpoints when too few are healthy, is off: a tier without healthy
  /// endpoints passes everything on, and the last one answers 503.
  mutating func noPanic(isWeighted: Bool) {
    object(.commonLbConfig) { config in
      config.object(.healthyPanicThreshold) { $0.member(.value, whole: 0) }
      if isWeighted { config.object(.localityWeightedLbConfig) }
    }
  }

  /// Envoy's own limits (1,024 connections, requests and pending requests, 3 retries) are an outage waiting for a busy
  /// day; what the language limits is limited, the rest is wide.
  mutating func circuitBreakers(_ upstream: Upstream) {
    object(.circuitBreakers) { breakers in
      breakers.array(.thresholds) { thresholds in
        thresholds.object { threshold in
          threshold.note(.field(.upstream, upstream.identity, "max connections"))
          threshold.member(.maxConnections, upstream.maximumConnections ?? 65_536)
          threshold.compact { threshold in
            threshold.member(.maxPendingRequests, 65_536)
            threshold.member(.maxRequests, 65_536)
            threshold.member(.maxRetries, 1024)
          }
        }
      }
    }
  }

  /// `envoy.clusters.dns`. A single endpoint keeps its connections when the answer changes, as large services' answers
  /// do all the time; otherwise each address is an endpoint.
  mutating func dnsCluster(isSingleEndpoint: Bool) {
    typed(.clusterType, name: "envoy.clusters.dns", type: Envoy.DNSCluster.self) { dns in
      dns.member(.respectDnsTtl, true)
      dns.member(.dnsLookupFamily, .all)
      dns.object(.dnsFailureRefreshRate) { rate in
        rate.member(.baseInterval, TimeSpan(milliseconds: 1000))
        rate.member(.maxInterval, TimeSpan(milliseconds: 10_000))
      }
      if isSingleEndpoint { dns.member(.allAddressesInSingleEndpoint, true) }
    }
  }

  mutating func healthCheck(_ health: HealthCheck, of upstream: Upstream) {
    let source = ValueSource.field(.upstream, upstream.identity, "health")
    note(source)
    array(.healthChecks) { checks in
      checks.object { check in
        check.note(.value(source, "timeout"))
        check.member(.timeout, health.timeout)
        check.note(.value(source, "interval"))
        check.member(.interval, health.interval)
        // Envoy asks a cluster that has no traffic once a minute otherwise: too late for a failover.
        check.note(.value(source, "interval"))
        check.member(.noTrafficInterval, health.interval)
        check.note(.value(source, "healthyAfter"))
        check.member(.healthyThreshold, health.healthyAfter)
        check.note(.value(source, "unhealthyAfter"))
        check.member(.unhealthyThreshold, health.unhealthyAfter)
        switch health.probe {
        case .http(let method, let path):
          check.object(.httpHealthCheck) { http in
            http.member(.path, path)
            if method != "GET", let method = EnumValue(method: method) { http.member(.method, method) }
          }
        case .tcp: check.object(.tcpHealthCheck)
        case .grpc(let service):
          check.object(.grpcHealthCheck) { grpc in
            if !service.isEmpty { grpc.member(.serviceName, service) }
          }
        }
      }
    }
  }

  /// TLS towards an upstream: the certificate must be signed by the authority and name the server.
  mutating func upstreamTLS(serverName: String, authority: SecretReference?) {
    typed(.transportSocket, name: "envoy.transport_sockets.tls", type: Envoy.UpstreamTLS.self) { tls in
      tls.member(.sni, serverName)
      tls.object(.commonTlsContext) { context in
        guard let authority else {
          context.object(.validationContext) { validation in
            validation.object(.trustedCa) { $0.member(.filename, EnvoyLayout.systemAuthoritiesFile) }
            validation.subjectName(serverName)
          }
          return
        }
        context.object(.combinedValidationContext) { combined in
          combined.object(.defaultValidationContext) { $0.subjectName(serverName) }
          combined.object(.validationContextSdsSecretConfig) {
            $0.secretReference(EnvoyName.authority(authority))
          }
        }
      }
    }
  }
}

extension ResourceMessage<Envoy.CertificateValidation> {
  fileprivate mutating func subjectName(_ name: String) {
    array(.matchTypedSubjectAltNames) { names in
      names.object { matcher in
        matcher.member(.sanType, IPAddress(name) == nil ? .dns : .ipAddress)
        matcher.object(.matcher) { $0.member(.exact, name) }
      }
    }
  }
}

extension ResourceMessage<Envoy.Cluster> {
  /// HTTP towards an upstream. HTTP/1.1 without filters is what Envoy does unasked.
  mutating func protocolOptions(_ version: Upstream.HTTPVersion, tierFilters: Bool) {
    if version == .http1 && !tierFilters { return }
    map(.typedExtensionProtocolOptions) { options in
      options.any(
        named: "envoy.extensions.upstreams.http.v3.HttpProtocolOptions", Envoy.HTTPProtocolOptions.self
      ) { http in
        http.object(.explicitHttpConfig) { config in
          switch version {
          case .http1: config.object(.httpProtocolOptions)
          case .http2: config.object(.http2ProtocolOptions)
          }
        }
        if tierFilters { http.array(.httpFilters) { $0.tierFilters() } }
      }
    }
  }
}

extension EnumValue where Enum == Envoy.RequestMethod {
  /// Nil for a method that health checks do not know.
  fileprivate init?(method: String) {
    switch method {
    case "GET": self = .get
    case "HEAD": self = .head
    case "POST": self = .post
    case "PUT": self = .put
    case "DELETE": self = .delete
    case "OPTIONS": self = .options
    case "TRACE": self = .trace
    case "PATCH": self = .patch
    default: return nil
    }
  }
}
