import EpicBase

// How each value of the network's vocabulary is written. Reading checks what the types' initialisers would mend.

extension IPAddress: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.putByte(family.rawValue)
    for byte in bytes { encoder.putByte(byte) }
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    guard let family = IPFamily(rawValue: try decoder.byte()) else { throw decoder.error(.unknownCase) }
    var value: UInt128 = 0
    for _ in 0..<family.bitWidth / 8 { value = value << 8 | UInt128(try decoder.byte()) }
    self.init(family: family, value: value)
  }
}

extension IPPrefix: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(address)
    encoder.put(length)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    let address = try IPAddress(from: &decoder)
    let length = Int(try UInt8(from: &decoder))
    guard let prefix = IPPrefix(containing: address, length: length), prefix.address == address else {
      throw decoder.error(.invalidValue)
    }
    self = prefix
  }
}

extension IPRange: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(first)
    encoder.put(last)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    let first = try IPAddress(from: &decoder)
    let last = try IPAddress(from: &decoder)
    try decoder.check(first.family == last.family && first <= last)
    self.init(first: first, last: last)
  }
}

extension Rate: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(count)
    encoder.putByte(unit.rawValue)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    let count: UInt64 = try decoder.get()
    guard let unit = Unit(rawValue: try decoder.byte()) else { throw decoder.error(.unknownCase) }
    self.init(count: count, unit: unit)
  }
}

extension HostPattern: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.putByte(wildcard.rawValue)
    encoder.put(name)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    guard let wildcard = Wildcard(rawValue: try decoder.byte()) else { throw decoder.error(.unknownCase) }
    self.init(wildcard: wildcard, name: try decoder.get())
  }
}

extension HostEndpoint: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    switch host {
    case .address(let address):
      encoder.putByte(0)
      encoder.put(address)
    case .name(let name):
      encoder.putByte(1)
      encoder.put(name)
    }
    encoder.put(port)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    let host: Host = try decoder.tag(below: 2) == 0 ? .address(try decoder.get()) : .name(try decoder.get())
    self.init(host: host, port: try decoder.get())
  }
}

extension WebURL: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(isTLS)
    encoder.put(host)
    encoder.put(port)
    encoder.put(pathAndQuery)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      isTLS: try decoder.get(), host: try decoder.get(), port: try decoder.get(), pathAndQuery: try decoder.get())
  }
}

extension PathPattern: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(segments)
    encoder.put(hasTrailingSlash)
    switch tail {
    case .exact: encoder.putByte(0)
    case .subtree: encoder.putByte(1)
    case .rest(let name):
      encoder.putByte(2)
      encoder.put(name)
    }
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    let segments: [Segment] = try decoder.get()
    let hasTrailingSlash: Bool = try decoder.get()
    let tail: Tail
    switch try decoder.tag(below: 3) {
    case 0: tail = .exact
    case 1: tail = .subtree
    default: tail = .rest(try decoder.get())
    }
    self.init(segments: segments, hasTrailingSlash: hasTrailingSlash, tail: tail)
  }
}

extension PathPattern.Segment: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    switch self {
    case .literal(let text):
      encoder.putByte(0)
      encoder.put(text)
    case .capture(let name):
      encoder.putByte(1)
      encoder.put(name)
    case .partial(let prefix, let name, let suffix):
      encoder.putByte(2)
      encoder.put(prefix)
      encoder.put(name)
      encoder.put(suffix)
    }
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    switch try decoder.tag(below: 3) {
    case 0: self = .literal(try decoder.get())
    case 1: self = .capture(try decoder.get())
    default: self = .partial(prefix: try decoder.get(), capture: try decoder.get(), suffix: try decoder.get())
    }
  }
}

extension TimeSpan: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) { encoder.put(milliseconds) }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(milliseconds: try decoder.get())
  }
}

extension Bandwidth: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) { encoder.put(bitsPerSecond) }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(bitsPerSecond: try decoder.get())
  }
}

extension Percentage: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) { encoder.put(partsPerMillion) }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(partsPerMillion: try decoder.get())
    try decoder.check(self <= .whole)
  }
}

extension DecimalNumber: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    // Zigzag: small numbers of either sign are short.
    encoder.putNumber(UInt64(bitPattern: mantissa << 1 ^ mantissa >> 63))
    encoder.put(scale)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    let bits = try decoder.number()
    self.init(mantissa: Int64(bitPattern: bits >> 1) ^ -Int64(bitPattern: bits & 1), scale: try decoder.get())
  }
}

extension Version: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) { encoder.put(components) }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) { self.init(try decoder.get()) }
}

extension ASNumber: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) { encoder.put(value) }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) { self.init(try decoder.get()) }
}

extension BGPCommunity: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    switch self {
    case .standard(let first, let second):
      encoder.putByte(0)
      encoder.put(first)
      encoder.put(second)
    case .large(let first, let second, let third):
      encoder.putByte(1)
      encoder.put(first)
      encoder.put(second)
      encoder.put(third)
    }
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self =
      try decoder.tag(below: 2) == 0
      ? .standard(try decoder.get(), try decoder.get())
      : .large(try decoder.get(), try decoder.get(), try decoder.get())
  }
}

extension StatusSet: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.putNumber(UInt64(ranges.count))
    for range in ranges {
      encoder.put(range.lowerBound)
      encoder.put(range.upperBound)
    }
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    var ranges: [ClosedRange<UInt16>] = []
    for _ in 0..<(try decoder.count()) {
      let first: UInt16 = try decoder.get()
      let last: UInt16 = try decoder.get()
      try decoder.check(first <= last && ranges.last.map { $0.upperBound < first } ?? true)
      ranges.append(first...last)
    }
    self.init(ranges)
  }
}

extension Identity: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(tenant)
    encoder.put(package)
    encoder.put(name)
    encoder.put(key)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      tenant: try decoder.get(), package: try decoder.get(), name: try decoder.get(), key: try decoder.get())
  }
}

extension SourceSpan: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(source.rawValue)
    encoder.put(start)
    encoder.putNumber(UInt64(end &- start))
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    let source = SourceID(try decoder.get())
    let start: UInt32 = try decoder.get()
    let (end, overflow) = start.addingReportingOverflow(try decoder.get())
    try decoder.check(!overflow)
    self.init(source: source, start: start, end: end)
  }
}

extension Origin: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    guard encoder.includesProvenance else { return }
    encoder.put(span)
    encoder.put(application)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    guard decoder.includesProvenance else {
      self.init(SourceSpan(source: SourceID(0), start: 0, end: 0))
      return
    }
    self.init(try decoder.get(), through: try decoder.get())
  }
}

extension SecretReference: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(tenant)
    encoder.put(name)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(tenant: try decoder.get(), name: try decoder.get())
  }
}

extension Coordinates: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(latitude)
    encoder.put(longitude)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(latitude: try decoder.get(), longitude: try decoder.get())
  }
}

extension DataFile: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(path)
    encoder.put(sha256)
    encoder.putBytes(bytes)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(path: try decoder.get(), sha256: try decoder.get(), bytes: try decoder.content())
  }
}
