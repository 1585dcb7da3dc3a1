import EpicBase

extension LoadBalancing: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    switch self {
    case .roundRobin: encoder.putByte(0)
    case .leastRequest: encoder.putByte(1)
    case .random: encoder.putByte(2)
    case .ringHash(let key):
      encoder.putByte(3)
      encoder.put(key)
    case .maglev(let key):
      encoder.putByte(4)
      encoder.put(key)
    }
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    switch try decoder.tag(below: 5) {
    case 0: self = .roundRobin
    case 1: self = .leastRequest
    case 2: self = .random
    case 3: self = .ringHash(try decoder.get())
    default: self = .maglev(try decoder.get())
    }
  }
}

extension HashKey: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    switch self {
    case .client: encoder.putByte(0)
    case .field(let field):
      encoder.putByte(1)
      encoder.put(field)
    case .givenCookie(let name, let lifetime):
      encoder.putByte(2)
      encoder.put(name)
      encoder.put(lifetime)
    }
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    switch try decoder.tag(below: 3) {
    case 0: self = .client
    case 1: self = .field(try decoder.get())
    default: self = .givenCookie(name: try decoder.get(), lifetime: try decoder.get())
    }
  }
}

extension Ejection: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(failures)
    encoder.put(interval)
    encoder.put(duration)
    encoder.put(mostEjected)
    encoder.put(origin)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      failures: try decoder.get(), interval: try decoder.get(), duration: try decoder.get(),
      mostEjected: try decoder.get(), origin: try decoder.get())
  }
}

extension UpstreamLimits: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(connections)
    encoder.put(requests)
    encoder.put(pending)
    encoder.put(retries)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      connections: try decoder.get(), requests: try decoder.get(), pending: try decoder.get(),
      retries: try decoder.get())
  }
}

extension UpstreamLimits.Retries: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    switch self {
    case .count(let count):
      encoder.putByte(0)
      encoder.put(count)
    case .share(let share):
      encoder.putByte(1)
      encoder.put(share)
    }
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    switch try decoder.tag(below: 2) {
    case 0: self = .count(try decoder.get())
    default: self = .share(try decoder.get())
    }
  }
}
