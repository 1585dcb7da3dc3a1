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
          threshold.member(.maxConnections, upstream.limits.connections ?? 65_536)
          threshold.limits(upstream)
        }
      }
    }
  }

  /// Only failures in a row count: what Envoy concludes from the rates of all endpoints together is turned off.
  mutating func outlierDetection(_ upstream: Upstream) {
    guard let ejection = upstream.ejection else { return }
    let source = ValueSource.field(.upstream, upstream.identity, "eject after")
    note(source)
    object(.outlierDetection) { detection in
      detection.note(.value(source, "count"))
      detection.member(.consecutive5xx, ejection.failures)
      detection.note(.value(source, "interval"))
      detection.member(.interval, ejection.interval)
      detection.note(.value(source, "duration"))
      detection.member(.baseEjectionTime, ejection.duration)
      detection.note(.value(source, "percentage"))
      detection.member(.maxEjectionPercent, (ejection.mostEjected.partsPerMillion + 9_999) / 10_000)
      // Envoy never waits longer than five minutes unless told so.
      detection.member(.maxEjectionTime, TimeSpan(milliseconds: max(300_000, ejection.duration.milliseconds)))
      detection.member(.enforcingConsecutive5xx, 100)
      detection.member(.enforcingSuccessRate, 0)
    }
  }

  /// How an endpoint is chosen.
  mutating func loadBalancing(_ upstream: Upstream) {
    if upstream.loadBalancing != .roundRobin { note(.field(.upstream, upstream.identity, "balance")) }
    switch upstream.loadBalancing {
    case .roundRobin: break
    case .leastRequest: member(.lbPolicy, .leastRequest)
    case .random: member(.lbPolicy, .random)
    case .ringHash: member(.lbPolicy, .ringHash)
    case .maglev: member(.lbPolicy, .maglev)
    }
    guard let window = upstream.slowStart else { return }
    note(.field(.upstream, upstream.identity, "slow start"))
    if upstream.loadBalancing == .leastRequest {
      object(.leastRequestLbConfig) { config in
        config.object(.slowStartConfig) { $0.member(.slowStartWindow, window) }
      }
    } else {
      object(.roundRobinLbConfig) { config in
        config.object(.slowStartConfig) { $0.member(.slowStartWindow, window) }
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
        case .http(let probe):
          check.object(.httpHealthCheck) { http in
            http.note(.value(source, "hosts"))
            http.member(.host, probe.host ?? upstream.tls?.serverName ?? upstream.identity.name)
            http.note(.value(source, "path"))
            http.member(.path, probe.path)
            if probe.statuses != StatusSet([200...200]) {
              http.note(.value(source, "statuses"))
              http.array(.expectedStatuses) { list in
                for range in probe.statuses.ranges {
                  list.object {
                    $0.member(.start, Int64(range.lowerBound))
                    $0.member(.end, Int64(range.upperBound) + 1)
                  }
                }
              }
            }
            // Envoy asks in HTTP/1.1 otherwise, whatever the requests are.
            if upstream.httpVersion == .http2 {
              http.note(.field(.upstream, upstream.identity, "protocol"))
              http.member(.codecClientType, .http2)
            }
            if probe.method != "GET", let method = EnumValue(method: probe.method) { http.member(.method, method) }
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

extension ResourceMessage<Envoy.Thresholds> {
  /// The limits behind that of connections.
  fileprivate mutating func limits(_ upstream: Upstream) {
    let limits = upstream.limits
    if limits.pending != nil { note(.field(.upstream, upstream.identity, "max pending")) }
    member(.maxPendingRequests, limits.pending ?? 65_536)
    if limits.requests != nil { note(.field(.upstream, upstream.identity, "max requests")) }
    member(.maxRequests, limits.requests ?? 65_536)
    switch limits.retries {
    case nil: member(.maxRetries, 1024)
    case .count(let count):
      note(.field(.upstream, upstream.identity, "max retries"))
      member(.maxRetries, count)
    case .share(let share):
      note(.field(.upstream, upstream.identity, "retry budget"))
      object(.retryBudget) { budget in
        budget.object(.budgetPercent) { $0.member(.value, percent: share) }
        budget.member(.minRetryConcurrency, 3)
      }
    }
  }
}
