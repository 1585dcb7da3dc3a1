import EpicBase

extension DeploymentDump {
  /// What else is said of requests; what is not said has no line.
  mutating func writeRequestPolicies(_ policy: RoutePolicy) {
    if let bytes = policy.maximumBody {
      line("max body \(ByteSize(bytes: bytes))\(policy.maximumBodyOrigin.map { at($0) } ?? "")")
    }
    for mirror in policy.mirrors { line("mirror \(mirror.share) \(deployment.upstreams[mirror.upstream].identity)") }
    for limit in policy.rateLimits {
      line("rate-limit \(limit.rate) burst \(limit.burst) by \(text(limit.key))\(at(limit.origin))")
    }
    if policy.allowsWebSocket { line("websocket allowed") }
    if !policy.tunnelPorts.isEmpty { line("connect to \(list(policy.tunnelPorts))") }
    if policy.isUncompressed { line("compress off") }
  }

  private func text(_ key: RateLimit.Key) -> String {
    switch key {
    case .everyone: "everyone"
    case .client: "client"
    case .subject: "jwt.sub"
    case .field(let field): text(field)
    }
  }

  mutating func write(_ compression: Compression) {
    let types = compression.types.isEmpty ? "" : " types \(list(compression.types))"
    line(
      "compress \(list(compression.encodings)) from \(ByteSize(bytes: compression.leastBody))\(types)"
        + at(compression.origin))
  }

  mutating func write(_ cors: CORSPolicy) {
    block("cors\(at(cors.origin))") { dump in
      switch cors.origins {
      case .any: dump.line("origins any")
      case .listed(let origins, let hosts):
        if !origins.isEmpty { dump.line("origins \(dump.list(origins))") }
        if !hosts.isEmpty { dump.line("origins of \(dump.list(hosts))") }
      }
      dump.line("methods \(dump.list(cors.methods))")
      if !cors.requestHeaders.isEmpty { dump.line("headers \(dump.list(cors.requestHeaders))") }
      if !cors.exposedHeaders.isEmpty { dump.line("expose \(dump.list(cors.exposedHeaders))") }
      if let age = cors.maximumAge { dump.line("max-age \(age)") }
      if cors.allowsCredentials { dump.line("credentials allowed") }
    }
  }
}
