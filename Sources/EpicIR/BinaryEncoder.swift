import EpicBase

/// A value of the deployment's binary form. Conforming types say what they are made of, in order; the form itself is
/// described at `Deployment.encoded`.
protocol BinaryCodable {
  func encode(to encoder: inout BinaryEncoder)
  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError)
}

/// Writes the binary form.
struct BinaryEncoder {
  private(set) var bytes: [UInt8] = []
  /// Whether origins are written. Without them a reader gets empty spans.
  let includesProvenance: Bool
  /// Numbers of the strings written before; looked up only, never iterated.
  private var strings: [String: UInt64] = [:]

  init(includesProvenance: Bool) { self.includesProvenance = includesProvenance }

  /// Appends an unsigned number, seven bits a byte, low bits first (LEB128).
  mutating func putNumber(_ value: UInt64) {
    var rest = value
    while rest > 127 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 128)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func putByte(_ byte: UInt8) { bytes.append(byte) }

  /// Appends a length and the bytes as they are.
  mutating func putBytes(_ content: [UInt8]) {
    putNumber(UInt64(content.count))
    bytes.append(contentsOf: content)
  }

  /// Appends a string: 0 and its bytes where it is new, its number (from 1) where it was written before.
  mutating func putString(_ text: String) {
    if let number = strings[text] {
      putNumber(number)
      return
    }
    strings[text] = UInt64(strings.count) + 1
    putNumber(0)
    putNumber(UInt64(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  mutating func put(_ value: some BinaryCodable) { value.encode(to: &self) }
}

extension Array: BinaryCodable where Element: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.putNumber(UInt64(count))
    for element in self { element.encode(to: &encoder) }
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    // Every element takes a byte at least, so that a count cannot ask for more memory than the input is long.
    let count = try decoder.count()
    self.init()
    for _ in 0..<count { append(try Element(from: &decoder)) }
  }
}

extension Optional: BinaryCodable where Wrapped: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(self != nil)
    if let value = self { value.encode(to: &encoder) }
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self = try Bool(from: &decoder) ? try Wrapped(from: &decoder) : nil
  }
}

extension Bool: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) { encoder.putByte(self ? 1 : 0) }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) { self = try decoder.tag(below: 2) == 1 }
}

extension String: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) { encoder.putString(self) }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) { self = try decoder.string() }
}

extension FixedWidthInteger where Self: UnsignedInteger {
  func encode(to encoder: inout BinaryEncoder) { encoder.putNumber(UInt64(truncatingIfNeeded: self)) }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    let start = decoder.offset
    guard let value = Self(exactly: try decoder.number()) else { throw decoder.error(.numberOutOfRange, at: start) }
    self = value
  }
}

extension UInt8: BinaryCodable {}
extension UInt16: BinaryCodable {}
extension UInt32: BinaryCodable {}
extension UInt64: BinaryCodable {}
