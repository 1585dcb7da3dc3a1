import EpicBase

extension NativeHatch: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(release)
    encoder.put(releaseOrigin)
    encoder.put(filters)
    encoder.put(settings)
    encoder.put(origin)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      release: try decoder.get(), releaseOrigin: try decoder.get(), filters: try decoder.get(),
      settings: try decoder.get(), origin: try decoder.get())
  }
}

extension NativeFilter: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(name)
    encoder.put(message)
    encoder.put(isBefore)
    encoder.put(anchor)
    encoder.put(fields)
    encoder.put(origin)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      name: try decoder.get(), message: try decoder.get(), isBefore: try decoder.get(), anchor: try decoder.get(),
      fields: try decoder.get(), origin: try decoder.get())
  }
}

extension NativeSetting: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    switch target {
    case .cluster(let upstream):
      encoder.putByte(0)
      encoder.put(upstream)
    case .http: encoder.putByte(1)
    case .route(let arm):
      encoder.putByte(2)
      encoder.put(arm)
    }
    encoder.put(targetOrigin)
    encoder.put(path)
    encoder.put(value)
    encoder.put(origin)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    let target: Target
    switch try decoder.tag(below: 3) {
    case 0: target = .cluster(try decoder.get())
    case 1: target = .http
    default: target = .route(try decoder.get())
    }
    self.init(
      target: target, targetOrigin: try decoder.get(), path: try decoder.get(), value: try decoder.get(),
      origin: try decoder.get())
  }
}

extension NativeName: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(text)
    encoder.put(origin)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(try decoder.get(), try decoder.get())
  }
}

extension NativeField: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(name)
    encoder.put(value)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(name: try decoder.get(), value: try decoder.get())
  }
}

extension NativeValue: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encode(content, to: &encoder)
    encoder.put(origin)
  }

  private func encode(_ content: Content, to encoder: inout BinaryEncoder) {
    switch content {
    case .boolean(let flag):
      encoder.putByte(0)
      encoder.put(flag)
    case .integer(let number):
      encoder.putByte(1)
      encoder.put(UInt64(bitPattern: number))
    case .decimal(let number):
      encoder.putByte(2)
      encoder.put(number)
    case .duration(let time):
      encoder.putByte(3)
      encoder.put(time)
    case .size(let bytes):
      encoder.putByte(4)
      encoder.put(bytes)
    case .percentage(let share):
      encoder.putByte(5)
      encoder.put(share)
    case .address(let address):
      encoder.putByte(6)
      encoder.put(address)
    case .prefix(let prefix):
      encoder.putByte(7)
      encoder.put(prefix)
    case .text(let text): put(8, text, to: &encoder)
    case .literal(let text): put(9, text, to: &encoder)
    case .word(let word): put(10, word, to: &encoder)
    case .data(let file):
      encoder.putByte(11)
      encoder.put(file)
    case .cluster(let upstream):
      encoder.putByte(12)
      encoder.put(upstream)
    case .list(let values):
      encoder.putByte(13)
      encoder.put(values)
    case .message(let type, let fields):
      encoder.putByte(14)
      encoder.put(type)
      encoder.put(fields)
    case .other(let phrase): put(15, phrase, to: &encoder)
    }
  }

  private func put(_ tag: UInt8, _ text: String, to encoder: inout BinaryEncoder) {
    encoder.putByte(tag)
    encoder.put(text)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    decoder.depth += 1
    defer { decoder.depth -= 1 }
    if decoder.depth > BinaryDecoder.predicateDepth { throw decoder.error(.nestedTooDeeply) }
    let content = try NativeValue.content(from: &decoder)
    self.init(content, try decoder.get())
  }

  private static func content(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) -> Content {
    switch try decoder.tag(below: 16) {
    case 0: .boolean(try decoder.get())
    case 1: .integer(Int64(bitPattern: try decoder.get()))
    case 2: .decimal(try decoder.get())
    case 3: .duration(try decoder.get())
    case 4: .size(try decoder.get())
    case 5: .percentage(try decoder.get())
    case 6: .address(try decoder.get())
    case 7: .prefix(try decoder.get())
    case 8: .text(try decoder.get())
    case 9: .literal(try decoder.get())
    case 10: .word(try decoder.get())
    case 11: .data(try decoder.get())
    case 12: .cluster(try decoder.get())
    case 13: .list(try decoder.get())
    case 14: .message(try decoder.get(), try decoder.get())
    default: .other(try decoder.get())
    }
  }
}
