/// A field read from protobuf's wire format.
struct WireField: Equatable {
  enum Value: Equatable {
    case number(UInt64)
    case bytes([UInt8])
  }
  let number: UInt64
  let value: Value

  static func number(_ number: UInt64, _ value: UInt64) -> WireField {
    WireField(number: number, value: .number(value))
  }

  static func text(_ number: UInt64, _ text: String) -> WireField {
    WireField(number: number, value: .bytes(Array(text.utf8)))
  }

  static func bytes(_ number: UInt64, _ bytes: [UInt8]) -> WireField {
    WireField(number: number, value: .bytes(bytes))
  }

  /// Nil for bytes that are no fields.
  static func fields(_ bytes: [UInt8]) -> [WireField]? {
    var result: [WireField] = []
    var position = 0
    func varint() -> UInt64? {
      var value: UInt64 = 0
      var shift: UInt64 = 0
      while position < bytes.count, shift < 64 {
        let byte = bytes[position]
        position += 1
        value |= UInt64(byte & 127) << shift
        if byte < 128 { return value }
        shift += 7
      }
      return nil
    }
    while position < bytes.count {
      guard let tag = varint() else { return nil }
      switch tag & 7 {
      case 0:
        guard let value = varint() else { return nil }
        result.append(.number(tag >> 3, value))
      case 1:
        guard bytes.count - position >= 8 else { return nil }
        var value: UInt64 = 0
        for index in 0..<8 { value |= UInt64(bytes[position + index]) << UInt64(index * 8) }
        position += 8
        result.append(.number(tag >> 3, value))
      case 2:
        guard let length = varint(), length <= UInt64(bytes.count - position) else { return nil }
        result.append(.bytes(tag >> 3, Array(bytes[position..<(position + Int(length))])))
        position += Int(length)
      default: return nil
      }
    }
    return result
  }

  /// The fields of the message that it holds.
  var fields: [WireField]? {
    guard case .bytes(let bytes) = value else { return nil }
    return WireField.fields(bytes)
  }
}
