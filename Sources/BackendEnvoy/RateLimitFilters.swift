import EpicArtifact
import EpicBase
import EpicEnvoyAPI
import EpicIR

/// The filters that count requests against limits.
enum RateLimitFilter: String {
  /// An ingress's limits whose keys need no token: in front of everything that costs.
  case ingress
  /// An ingress's limits by a verified token's claim.
  case token
  /// Limits of arms, behind everything that chooses one.
  case arm

  /// The filter's name.
  var name: String { self == .ingress ? "epic.limits" : "epic.limits.\(rawValue)" }
}

extension InstanceScope {
  /// The limits of a port that stand in the chain: those of the ingress without and with a token, and those of arms.
  func rateLimits(_ port: RoutedPort) -> (plain: [RateLimit], token: [RateLimit], hasArms: Bool) {
    let own = port.ingress.policy.rateLimits
    return (
      own.filter { $0.key != .subject }, own.filter { $0.key == .subject },
      needs[port.table.index].armRates
    )
  }

  /// Cookies that limits are keyed by, each once.
  func limitCookies(_ port: RoutedPort) -> [String] {
    var names: [String] = []
    let arms =
      needs[port.table.index].armRates ? deployment.routeTables[port.table].arms.flatMap(\.policy.rateLimits) : []
    for limit in port.ingress.policy.rateLimits + arms {
      if case .field(.cookie(let name)) = limit.key, !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// A port's limits, as they stand on its virtual host: `typed_per_filter_config` of the filters. They are there and
  /// not in the chain so that a changed rate drains no connection, and not on routes because an arm may become several,
  /// which share its buckets.
  func writeRateLimits(_ port: RoutedPort, to configs: inout ResourceMessage<[String: Envoy.AnyMessage]>) {
    let (plain, token, hasArms) = rateLimits(port)
    if !plain.isEmpty { configs.rateLimitConfig(.ingress, plain, port) }
    if !token.isEmpty { configs.rateLimitConfig(.token, token, port) }
    if hasArms {
      configs.any(named: RateLimitFilter.arm.name, Envoy.LocalRateLimit.self) { config in
        config.rateLimitBasics(.arm, port)
        config.array(.descriptors) { descriptors in
          for arm in deployment.routeTables[port.table].arms {
            for limit in arm.policy.rateLimits { descriptors.bucket(limit, named: limit.name(in: arm), port) }
          }
        }
      }
    }
  }

  /// `RouteAction.rate_limits` of an arm: what its requests are counted under.
  func writeRateLimitActions(_ action: RouteAction, to route: inout ResourceMessage<Envoy.RouteAction>) {
    let limits = action.arm.policy.rateLimits
    if limits.isEmpty { return }
    route.array(.rateLimits) { list in
      for limit in limits { list.rateLimitActions(limit, named: limit.name(in: action.arm), action.port) }
    }
  }
}

extension RateLimit {
  /// What the limit's buckets are called, among those of one port.
  fileprivate func name(in arm: RouteArm?) -> String {
    let text =
      switch self.key {
      case .everyone: "everyone"
      case .client: "client"
      case .subject: "jwt.sub"
      case .field(let field): field.text
      }
    return arm.map { "\($0.name): \(text)" } ?? text
  }
}

extension ResourceMessage<[Envoy.HTTPFilter]> {
  /// A filter that counts nothing by itself: what it counts stands in the route configuration.
  mutating func rateLimitFilter(_ filter: RateLimitFilter, of ingress: Ingress) {
    typed(named: filter.name, type: Envoy.LocalRateLimit.self) {
      $0.member(.statPrefix, StatisticsName.limits(ingress, filter))
    }
  }
}

extension ResourceMessage<[String: Envoy.AnyMessage]> {
  fileprivate mutating func rateLimitConfig(_ filter: RateLimitFilter, _ limits: [RateLimit], _ port: RoutedPort) {
    any(named: filter.name, Envoy.LocalRateLimit.self) { config in
      config.rateLimitBasics(filter, port)
      config.array(.rateLimits) { list in
        for limit in limits { list.rateLimitActions(limit, named: limit.name(in: nil), port) }
      }
      config.array(.descriptors) { list in
        for limit in limits { list.bucket(limit, named: limit.name(in: nil), port) }
      }
    }
  }
}

extension ResourceMessage<Envoy.LocalRateLimit> {
  /// What all have: the filter demands a bucket for requests without any key, which is as good as none; a node remembers
  /// the last 65,536 keys of each limit.
  fileprivate mutating func rateLimitBasics(_ filter: RateLimitFilter, _ port: RoutedPort) {
    member(.statPrefix, StatisticsName.limits(port.ingress, filter))
    compact { config in
      config.object(.filterEnabled) { $0.object(.defaultValue) { $0.member(.numerator, 100) } }
      config.object(.filterEnforced) { $0.object(.defaultValue) { $0.member(.numerator, 100) } }
    }
    compact { config in
      config.object(.tokenBucket) { bucket in
        bucket.member(.maxTokens, .max)
        bucket.member(.tokensPerFill, .max)
        bucket.member(.fillInterval, TimeSpan(milliseconds: 1000))
      }
    }
    member(.alwaysConsumeDefaultTokenBucket, false)
    member(.maxDynamicDescriptors, 65_536)
    member(.rateLimitedAsResourceExhausted, true)
  }
}

extension ResourceMessage<[Envoy.RateLimit]> {
  /// One descriptor for each way to name the key.
  fileprivate mutating func rateLimitActions(_ limit: RateLimit, named name: String, _ port: RoutedPort) {
    switch limit.key {
    case .everyone: descriptorActions(name) { _ in }
    case .client:
      descriptorActions(name) { actions in
        actions.object { action in
          action.object(.maskedRemoteAddress) { address in
            address.member(.v4PrefixMaskLen, 32)
            address.member(.v6PrefixMaskLen, 64)
          }
        }
      }
    case .subject:
      for provider in port.ingress.jwtProviders {
        descriptorActions(name) { actions in
          actions.object { action in
            action.object(.genericKey) { key in
              key.member(.descriptorKey, "provider" as StaticString)
              key.member(.descriptorValue, provider.name)
            }
          }
          actions.metadataKey("envoy.filters.http.jwt_authn", [provider.name, "sub"])
        }
      }
    case .field(let field):
      descriptorActions(name) { actions in
        switch field {
        case .header(let header):
          actions.object { action in
            action.object(.requestHeaders) { key in
              key.member(.headerName, header)
              key.member(.descriptorKey, "by" as StaticString)
            }
          }
        case .query(let query):
          actions.object { action in
            action.object(.queryParameters) { key in
              key.member(.queryParameterName, query)
              key.member(.descriptorKey, "by" as StaticString)
            }
          }
        case .cookie(let cookie): actions.metadataKey("epic.cookie", [cookie])
        case .jwtClaim(let provider, let path):
          actions.metadataKey("envoy.filters.http.jwt_authn", [provider ?? port.provider ?? ""] + path)
        case .jsonBody(let path, _): actions.metadataKey(BodyFilter.metadata, [BodyFilter.key(path)])
        }
      }
    }
  }

  private mutating func descriptorActions(
    _ name: String, _ more: (inout ResourceMessage<[Envoy.RateLimitAction]>) -> Void
  ) {
    object { policy in
      policy.array(.actions) { actions in
        actions.object { action in
          action.object(.genericKey) { key in
            key.member(.descriptorKey, "limit" as StaticString)
            key.member(.descriptorValue, name)
          }
        }
        more(&actions)
      }
    }
  }
}

extension ResourceMessage<[Envoy.RateLimitAction]> {
  fileprivate mutating func metadataKey(_ filter: String, _ path: [String]) {
    object { action in
      action.object(.metadata) { metadata in
        metadata.member(.descriptorKey, "by" as StaticString)
        metadata.object(.metadataKey) { key in
          key.member(.key, filter)
          key.array(.path) { segments in for name in path { segments.object { $0.member(.key, name) } } }
        }
      }
    }
  }
}

extension ResourceMessage<[Envoy.LocalRateLimitDescriptor]> {
  /// The buckets of a limit: one, or one for each value of the key, which an entry without a value stands for.
  fileprivate mutating func bucket(_ limit: RateLimit, named name: String, _ port: RoutedPort) {
    object { descriptor in
      descriptor.array(.entries) { entries in
        entries.object { entry in
          entry.member(.key, "limit" as StaticString)
          entry.member(.value, name)
        }
        switch limit.key {
        case .everyone: break
        case .client: entries.object { $0.member(.key, "masked_remote_address" as StaticString) }
        case .subject:
          entries.object { $0.member(.key, "provider" as StaticString) }
          entries.object { $0.member(.key, "by" as StaticString) }
        case .field: entries.object { $0.member(.key, "by" as StaticString) }
        }
      }
      descriptor.object(.tokenBucket) { bucket in
        bucket.member(.maxTokens, limit.burst)
        bucket.member(.tokensPerFill, UInt32(clamping: limit.rate.count))
        bucket.member(.fillInterval, TimeSpan(milliseconds: limit.rate.unit.milliseconds))
      }
    }
  }
}
