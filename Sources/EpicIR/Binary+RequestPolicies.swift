import EpicBase

extension RateLimit: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(rate)
    encoder.put(burst)
    encoder.put(key)
    encoder.put(origin)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      rate: try decoder.get(), burst: try decoder.get(), key: try decoder.get(), origin: try decoder.get())
    try decoder.check(rate.count > 0 && burst > 0)
  }
}

extension RateLimit.Key: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    switch self {
    case .everyone: encoder.putByte(0)
    case .client: encoder.putByte(1)
    case .subject: encoder.putByte(2)
    case .field(let value):
      encoder.putByte(3)
      encoder.put(value)
    }
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    switch try decoder.tag(below: 4) {
    case 0: self = .everyone
    case 1: self = .client
    case 2: self = .subject
    default: self = .field(try decoder.get())
    }
  }
}

extension RouteStatistics: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) { encoder.put(hasLatency) }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(hasLatency: try decoder.get())
  }
}

extension Mirror: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(share)
    encoder.put(upstream)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(share: try decoder.get(), upstream: try decoder.get())
  }
}

extension CORSPolicy: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(origins)
    encoder.put(methods)
    encoder.put(requestHeaders)
    encoder.put(exposedHeaders)
    encoder.put(maximumAge)
    encoder.put(allowsCredentials)
    encoder.put(origin)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      origins: try decoder.get(), methods: try decoder.get(), requestHeaders: try decoder.get(),
      exposedHeaders: try decoder.get(), maximumAge: try decoder.get(), allowsCredentials: try decoder.get(),
      origin: try decoder.get())
  }
}

extension CORSPolicy.Origins: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    switch self {
    case .any: encoder.putByte(0)
    case .listed(let origins, let hosts):
      encoder.putByte(1)
      encoder.put(origins)
      encoder.put(hosts)
    }
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    switch try decoder.tag(below: 2) {
    case 0: self = .any
    default: self = .listed(origins: try decoder.get(), hosts: try decoder.get())
    }
  }
}

extension AccessLogFormat: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) { encoder.putByte(rawValue) }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    guard let value = Self(rawValue: try decoder.byte()) else { throw decoder.error(.unknownCase) }
    self = value
  }
}

extension Compression: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(encodings)
    encoder.put(leastBody)
    encoder.put(types)
    encoder.put(origin)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      encodings: try decoder.get(), leastBody: try decoder.get(), types: try decoder.get(),
      origin: try decoder.get())
    try decoder.check(!encodings.isEmpty && Set(encodings).count == encodings.count)
  }
}

extension Compression.Encoding: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) { encoder.putByte(rawValue) }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    guard let value = Self(rawValue: try decoder.byte()) else { throw decoder.error(.unknownCase) }
    self = value
  }
}
