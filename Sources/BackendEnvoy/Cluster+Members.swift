import EpicArtifact
import EpicBackend
import EpicBase
import EpicEnvoyAPI
import EpicIR

extension ResourceWriter {
  /// Panic routing, by which Envoy sends to unhealthy endpoints when too few are healthy, is off: a tier without healthy
  /// endpoints passes everything on, and the last one answers 503.
  mutating func noPanic(isWeighted: Bool) {
    object("common_lb_config") { config in
      config.object("healthy_panic_threshold") { $0.member("value", 0) }
      if isWeighted { config.object("locality_weighted_lb_config") { _ in } }
    }
  }

  /// Envoy's own limits (1,024 connections, requests and pending requests, 3 retries) are an outage waiting for a busy
  /// day; what the language limits is limited, the rest is wide.
  mutating func circuitBreakers(_ upstream: Upstream) {
    object("circuit_breakers") { breakers in
      breakers.array("thresholds") { thresholds in
        thresholds.object { threshold in
          threshold.note(.field(.upstream, upstream.identity, "max connections"))
          threshold.member("max_connections", upstream.limits.connections ?? 65_536)
          if upstream.limits.pending != nil {
            threshold.note(.field(.upstream, upstream.identity, "max pending"))
          }
          threshold.member("max_pending_requests", upstream.limits.pending ?? 65_536)
          if upstream.limits.requests != nil {
            threshold.note(.field(.upstream, upstream.identity, "max requests"))
          }
          threshold.member("max_requests", upstream.limits.requests ?? 65_536)
          threshold.retryLimit(upstream)
        }
      }
    }
  }

  private mutating func retryLimit(_ upstream: Upstream) {
    switch upstream.limits.retries {
    case nil: member("max_retries", 1024)
    case .count(let count):
      note(.field(.upstream, upstream.identity, "max retries"))
      member("max_retries", count)
    case .share(let share):
      note(.field(.upstream, upstream.identity, "retry budget"))
      object("retry_budget") { budget in
        budget.object("budget_percent") { $0.member("value", percent: share) }
        budget.member("min_retry_concurrency", 3)
      }
    }
  }

  /// Only failures in a row count: what Envoy concludes from the rates of all endpoints together is turned off.
  mutating func outlierDetection(_ upstream: Upstream) {
    guard let ejection = upstream.ejection else { return }
    let source = ValueSource.field(.upstream, upstream.identity, "eject after")
    note(source)
    object("outlier_detection") { detection in
      detection.note(.value(source, "count"))
      detection.member("consecutive_5xx", ejection.failures)
      detection.note(.value(source, "interval"))
      detection.member("interval", ejection.interval)
      detection.note(.value(source, "duration"))
      detection.member("base_ejection_time", ejection.duration)
      detection.note(.value(source, "percentage"))
      detection.member("max_ejection_percent", (ejection.mostEjected.partsPerMillion + 9_999) / 10_000)
      // Envoy never waits longer than five minutes unless told so.
      detection.member("max_ejection_time", TimeSpan(milliseconds: max(300_000, ejection.duration.milliseconds)))
      detection.raw(#""enforcing_consecutive_5xx":100,"enforcing_success_rate":0"#)
    }
  }

  /// How an endpoint is chosen.
  mutating func loadBalancing(_ upstream: Upstream) {
    if upstream.loadBalancing != .roundRobin { note(.field(.upstream, upstream.identity, "balance")) }
    switch upstream.loadBalancing {
    case .roundRobin: break
    case .leastRequest: member("lb_policy", "LEAST_REQUEST" as StaticString)
    case .random: member("lb_policy", "RANDOM" as StaticString)
    case .ringHash: member("lb_policy", "RING_HASH" as StaticString)
    case .maglev: member("lb_policy", "MAGLEV" as StaticString)
    }
    guard let window = upstream.slowStart else { return }
    let isLeastRequest = upstream.loadBalancing == .leastRequest
    note(.field(.upstream, upstream.identity, "slow start"))
    object(isLeastRequest ? "least_request_lb_config" : "round_robin_lb_config") { config in
      config.object("slow_start_config") { $0.member("slow_start_window", window) }
    }
  }

  /// `envoy.clusters.dns`. A single endpoint keeps its connections when the answer changes, as large services' answers
  /// do all the time; otherwise each address is an endpoint.
  mutating func dnsCluster(isSingleEndpoint: Bool) {
    typed("cluster_type", name: "envoy.clusters.dns", type: EnvoyType.dnsCluster) { dns in
      dns.member("respect_dns_ttl", true)
      dns.member("dns_lookup_family", "ALL" as StaticString)
      dns.object("dns_failure_refresh_rate") { rate in
        rate.member("base_interval", "1s" as StaticString)
        rate.member("max_interval", "10s" as StaticString)
      }
      if isSingleEndpoint { dns.member("all_addresses_in_single_endpoint", true) }
    }
  }

  mutating func healthCheck(_ health: HealthCheck, of upstream: Upstream) {
    let source = ValueSource.field(.upstream, upstream.identity, "health")
    note(source)
    array("health_checks") { checks in
      checks.object { check in
        check.note(.value(source, "timeout"))
        check.member("timeout", health.timeout)
        check.note(.value(source, "interval"))
        check.member("interval", health.interval)
        // Envoy asks a cluster that has no traffic once a minute otherwise: too late for a failover.
        check.note(.value(source, "interval"))
        check.member("no_traffic_interval", health.interval)
        check.note(.value(source, "healthyAfter"))
        check.member("healthy_threshold", health.healthyAfter)
        check.note(.value(source, "unhealthyAfter"))
        check.member("unhealthy_threshold", health.unhealthyAfter)
        switch health.probe {
        case .http(let method, let path):
          check.object("http_health_check") { http in
            http.member("path", path)
            if method != "GET" { http.member("method", method) }
          }
        case .tcp: check.object("tcp_health_check") { _ in }
        case .grpc(let service):
          check.object("grpc_health_check") { grpc in
            if !service.isEmpty { grpc.member("service_name", service) }
          }
        }
      }
    }
  }

  /// TLS towards an upstream: the certificate must be signed by the authority and name the server.
  mutating func upstreamTLS(serverName: String, authority: SecretReference?) {
    typed("transport_socket", name: "envoy.transport_sockets.tls", type: EnvoyType.upstreamTLS) { tls in
      tls.member("sni", serverName)
      tls.object("common_tls_context") { context in
        guard let authority else {
          context.object("validation_context") { validation in
            validation.object("trusted_ca") { $0.member("filename", EnvoyLayout.systemAuthoritiesFile) }
            validation.subjectName(serverName)
          }
          return
        }
        context.object("combined_validation_context") { combined in
          combined.object("default_validation_context") { $0.subjectName(serverName) }
          combined.object("validation_context_sds_secret_config") {
            $0.secretReference(EnvoyName.authority(authority))
          }
        }
      }
    }
  }

  private mutating func subjectName(_ name: String) {
    array("match_typed_subject_alt_names") { names in
      names.object { matcher in
        matcher.member("san_type", IPAddress(name) == nil ? "DNS" as StaticString : "IP_ADDRESS")
        matcher.object("matcher") { $0.member("exact", name) }
      }
    }
  }

  /// HTTP towards an upstream. HTTP/1.1 without filters is what Envoy does unasked.
  mutating func protocolOptions(_ version: Upstream.HTTPVersion, tierFilters: Bool) {
    if version == .http1 && !tierFilters { return }
    object("typed_extension_protocol_options") { options in
      options.object("envoy.extensions.upstreams.http.v3.HttpProtocolOptions") { http in
        http.member("@type", EnvoyType.httpProtocolOptions)
        http.object("explicit_http_config") { config in
          switch version {
          case .http1: config.object("http_protocol_options") { _ in }
          case .http2: config.object("http2_protocol_options") { _ in }
          }
        }
        if tierFilters { http.array("http_filters") { $0.tierFilters() } }
      }
    }
  }
}
