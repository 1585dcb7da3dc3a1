import EpicBase
import EpicEnvoyAPI
import EpicIR

/// Names of the filters that count requests.
enum RateLimitFilter {
  /// An ingress's limits whose keys need no token: in front of everything that costs.
  static let ingress = "epic.limits"
  /// An ingress's limits by a verified token's claim.
  static let token = "epic.limits.token"
  /// Limits of arms, behind everything that chooses one.
  static let arm = "epic.limits.arm"
}

extension InstanceScope {
  /// The limits of a port that stand in the chain: those of the ingress without and with a token, and those of arms.
  func rateLimits(_ port: RoutedPort) -> (plain: [RateLimit], token: [RateLimit], hasArms: Bool) {
    let own = port.ingress.policy.rateLimits
    return (
      own.filter { $0.key != .subject }, own.filter { $0.key == .subject },
      deployment.routeTables[port.table].arms.contains { !$0.policy.rateLimits.isEmpty }
    )
  }

  /// Cookies that limits are keyed by, each once.
  func limitCookies(_ port: RoutedPort) -> [String] {
    var names: [String] = []
    let arms = deployment.routeTables[port.table].arms.flatMap(\.policy.rateLimits)
    for limit in port.ingress.policy.rateLimits + arms {
      if case .field(.cookie(let name)) = limit.key, !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// A port's limits, as they stand on its virtual host: `typed_per_filter_config` of the filters. They are there and
  /// not in the chain so that a changed rate drains no connection, and not on routes because an arm may become several,
  /// which share its buckets.
  func writeRateLimits(_ port: RoutedPort, to configs: inout ResourceWriter) {
    let (plain, token, hasArms) = rateLimits(port)
    if !plain.isEmpty { configs.rateLimitConfig(RateLimitFilter.ingress, plain, port) }
    if !token.isEmpty { configs.rateLimitConfig(RateLimitFilter.token, token, port) }
    if hasArms {
      configs.object(named: RateLimitFilter.arm) { config in
        config.member("@type", EnvoyType.localRateLimit)
        config.rateLimitBasics(RateLimitFilter.arm)
        config.array("descriptors") { descriptors in
          for arm in deployment.routeTables[port.table].arms {
            for limit in arm.policy.rateLimits { descriptors.bucket(limit, named: limit.name(in: arm), port) }
          }
        }
      }
    }
  }

  /// `RouteAction.rate_limits` of an arm: what its requests are counted under.
  func writeRateLimitActions(_ action: RouteAction, to route: inout ResourceWriter) {
    let limits = action.arm.policy.rateLimits
    if limits.isEmpty { return }
    route.array("rate_limits") { list in
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

extension ResourceWriter {
  /// A filter that counts nothing by itself: what it counts stands in the route configuration.
  mutating func rateLimitFilter(_ name: String) {
    typed(named: name, type: EnvoyType.localRateLimit) { $0.member("stat_prefix", name) }
  }

  fileprivate mutating func rateLimitConfig(_ name: String, _ limits: [RateLimit], _ port: RoutedPort) {
    object(named: name) { config in
      config.member("@type", EnvoyType.localRateLimit)
      config.rateLimitBasics(name)
      config.array("rate_limits") { list in
        for limit in limits { list.rateLimitActions(limit, named: limit.name(in: nil), port) }
      }
      config.array("descriptors") { list in
        for limit in limits { list.bucket(limit, named: limit.name(in: nil), port) }
      }
    }
  }

  /// What all have: the filter demands a bucket for requests without any key, which is as good as none; a node remembers
  /// the last 65,536 keys of each limit.
  fileprivate mutating func rateLimitBasics(_ name: String) {
    member("stat_prefix", name)
    raw(#""filter_enabled":{"default_value":{"numerator":100}},"filter_enforced":{"default_value":{"numerator":100}}"#)
    raw(#""token_bucket":{"max_tokens":4294967295,"tokens_per_fill":4294967295,"fill_interval":"1s"}"#)
    member("always_consume_default_token_bucket", false)
    member("max_dynamic_descriptors", 65_536)
    member("rate_limited_as_resource_exhausted", true)
  }

  /// One descriptor for each way to name the key.
  fileprivate mutating func rateLimitActions(_ limit: RateLimit, named name: String, _ port: RoutedPort) {
    switch limit.key {
    case .everyone: descriptorActions(name) { _ in }
    case .client:
      descriptorActions(name) { actions in
        actions.object { action in
          action.object("masked_remote_address") { address in
            address.member("v4_prefix_mask_len", 32)
            address.member("v6_prefix_mask_len", 64)
          }
        }
      }
    case .subject:
      for provider in port.ingress.jwtProviders {
        descriptorActions(name) { actions in
          actions.object { action in
            action.object("generic_key") { key in
              key.member("descriptor_key", "provider" as StaticString)
              key.member("descriptor_value", provider.name)
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
            action.object("request_headers") { key in
              key.member("header_name", header)
              key.member("descriptor_key", "by" as StaticString)
            }
          }
        case .query(let query):
          actions.object { action in
            action.object("query_parameters") { key in
              key.member("query_parameter_name", query)
              key.member("descriptor_key", "by" as StaticString)
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

  private mutating func descriptorActions(_ name: String, _ more: (inout ResourceWriter) -> Void) {
    object { policy in
      policy.array("actions") { actions in
        actions.object { action in
          action.object("generic_key") { key in
            key.member("descriptor_key", "limit" as StaticString)
            key.member("descriptor_value", name)
          }
        }
        more(&actions)
      }
    }
  }

  private mutating func metadataKey(_ filter: String, _ path: [String]) {
    object { action in
      action.object("metadata") { metadata in
        metadata.member("descriptor_key", "by" as StaticString)
        metadata.object("metadata_key") { key in
          key.member("key", filter)
          key.array("path") { segments in for name in path { segments.object { $0.member("key", name) } } }
        }
      }
    }
  }

  /// The buckets of a limit: one, or one for each value of the key, which an entry without a value stands for.
  fileprivate mutating func bucket(_ limit: RateLimit, named name: String, _ port: RoutedPort) {
    object { descriptor in
      descriptor.array("entries") { entries in
        entries.object { entry in
          entry.member("key", "limit" as StaticString)
          entry.member("value", name)
        }
        switch limit.key {
        case .everyone: break
        case .client: entries.object { $0.member("key", "masked_remote_address" as StaticString) }
        case .subject:
          entries.object { $0.member("key", "provider" as StaticString) }
          entries.object { $0.member("key", "by" as StaticString) }
        case .field: entries.object { $0.member("key", "by" as StaticString) }
        }
      }
      descriptor.object("token_bucket") { bucket in
        bucket.member("max_tokens", limit.burst)
        bucket.member("tokens_per_fill", UInt32(clamping: limit.rate.count))
        bucket.member("fill_interval", TimeSpan(milliseconds: limit.rate.unit.milliseconds))
      }
    }
  }
}
