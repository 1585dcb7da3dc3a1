import EpicBase

extension Upstream: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(identity)
    encoder.put(tiers)
    encoder.put(health)
    encoder.put(loadBalancing)
    encoder.put(httpVersion)
    encoder.put(spillBelow)
    encoder.put(connectTimeout)
    encoder.put(limits)
    encoder.put(ejection)
    encoder.put(slowStart)
    encoder.put(tls)
    encoder.put(origin)
    encoder.put(proxyHeader)
    encoder.put(slowStartOrigin)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      identity: try decoder.get(), tiers: try decoder.get(), health: try decoder.get(),
      loadBalancing: try decoder.get(), httpVersion: try decoder.get(), spillBelow: try decoder.get(),
      connectTimeout: try decoder.get(), limits: try decoder.get(), ejection: try decoder.get(),
      slowStart: try decoder.get(), tls: try decoder.get(), origin: try decoder.get())
    proxyHeader = try decoder.get()
    slowStartOrigin = try decoder.get()
  }
}

extension Upstream.HTTPVersion: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) { encoder.putByte(rawValue) }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    guard let value = Self(rawValue: try decoder.byte()) else { throw decoder.error(.unknownCase) }
    self = value
  }
}

extension UpstreamTier: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(weighting)
    encoder.put(members)
    encoder.put(origin)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      weighting: try decoder.get(), members: try decoder.get(), origin: try decoder.get())
  }
}

extension UpstreamTier.Weighting: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) { encoder.putByte(rawValue) }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    guard let value = Self(rawValue: try decoder.byte()) else { throw decoder.error(.unknownCase) }
    self = value
  }
}

extension TierMember: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(source)
    encoder.put(share)
    encoder.put(origin)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      source: try decoder.get(), share: try decoder.get(), origin: try decoder.get())
  }
}

extension TierMember.Source: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    switch self {
    case .kubernetes(let value):
      encoder.putByte(0)
      encoder.put(value)
    case .cdn(let first, let pathPrefix):
      encoder.putByte(1)
      encoder.put(first)
      encoder.put(pathPrefix)
    case .endpoints(let value):
      encoder.putByte(2)
      encoder.put(value)
    case .feed(let value):
      encoder.putByte(3)
      encoder.put(value)
    }
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    switch try decoder.tag(below: 4) {
    case 0: self = .kubernetes(try decoder.get())
    case 1: self = .cdn(try decoder.get(), pathPrefix: try decoder.get())
    case 2: self = .endpoints(try decoder.get())
    default: self = .feed(try decoder.get())
    }
  }
}

extension EndpointFeed: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(name)
    encoder.put(maximum)
    encoder.put(prefixes)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(name: try decoder.get(), maximum: try decoder.get(), prefixes: try decoder.get())
  }
}

extension KubernetesService: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(cluster)
    encoder.put(namespace)
    encoder.put(service)
    encoder.put(port)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      cluster: try decoder.get(), namespace: try decoder.get(), service: try decoder.get(), port: try decoder.get())
  }
}

extension UpstreamTLS: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(serverName)
    encoder.put(authority)
    encoder.put(certificate)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      serverName: try decoder.get(), authority: try decoder.get(), certificate: try decoder.get())
  }
}

extension ProxyHeader: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) { encoder.putByte(rawValue) }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    guard let value = Self(rawValue: try decoder.byte()) else { throw decoder.error(.unknownCase) }
    self = value
  }
}

extension HealthCheck: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(probe)
    encoder.put(interval)
    encoder.put(timeout)
    encoder.put(healthyAfter)
    encoder.put(unhealthyAfter)
    encoder.put(origin)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      probe: try decoder.get(), interval: try decoder.get(), timeout: try decoder.get(),
      healthyAfter: try decoder.get(), unhealthyAfter: try decoder.get(), origin: try decoder.get())
  }
}

extension HealthCheck.Probe: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    switch self {
    case .http(let probe):
      encoder.putByte(0)
      encoder.put(probe.method)
      encoder.put(probe.path)
      encoder.put(probe.host)
      encoder.put(probe.statuses)
    case .tcp: encoder.putByte(1)
    case .grpc(let service):
      encoder.putByte(2)
      encoder.put(service)
    }
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    switch try decoder.tag(below: 3) {
    case 0:
      self = .http(
        HTTPProbe(
          method: try decoder.get(), path: try decoder.get(), host: try decoder.get(), statuses: try decoder.get()))
    case 1: self = .tcp
    default: self = .grpc(service: try decoder.get())
    }
  }
}
