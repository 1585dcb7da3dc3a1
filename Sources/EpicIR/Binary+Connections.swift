import EpicBase

extension RouteProtocol: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) { encoder.putByte(rawValue) }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    guard let value = Self(rawValue: try decoder.byte()) else { throw decoder.error(.unknownCase) }
    self = value
  }
}

extension ConnectionTarget: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    switch self {
    case .upstream(let upstream):
      encoder.putByte(0)
      encoder.put(upstream)
    case .routes(let routes):
      encoder.putByte(1)
      encoder.put(routes)
    }
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    switch try decoder.tag(below: 2) {
    case 0: self = .upstream(try decoder.get())
    default: self = .routes(try decoder.get())
    }
  }
}

extension ClientCertificateDemand: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(name)
    encoder.put(authority)
    encoder.put(names)
    encoder.put(origin)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      name: try decoder.get(), authority: try decoder.get(), names: try decoder.get(),
      origin: try decoder.get())
  }
}
