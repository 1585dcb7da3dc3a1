extension [UInt8] {
  /// Appends an unsigned number in decimal.
  package mutating func appendDecimal(_ value: UInt64) {
    if value < 10 {
      append(48 + UInt8(truncatingIfNeeded: value))
      return
    }
    var divisor: UInt64 = 10
    while value / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      append(48 + UInt8(truncatingIfNeeded: value / divisor % 10))
      divisor /= 10
    }
  }

  /// Appends a string's UTF-8 bytes.
  @inlinable
  package mutating func append(_ text: StaticString) {
    // A static string that is a single scalar has no pointer; it is spelled out by its scalar.
    if text.hasPointerRepresentation {
      unsafe append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    } else {
      append(contentsOf: String(text.unicodeScalar).utf8)
    }
  }

  /// Appends a string's UTF-8 bytes.
  @inlinable
  package mutating func append(_ text: String) { append(contentsOf: text.utf8) }

  /// Appends the bytes in lower-case hexadecimal, two digits each.
  package mutating func appendHex(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { appendHex(byte) }
  }

  /// The same for one byte.
  package mutating func appendHex(_ byte: UInt8) {
    let (high, low) = (byte >> 4, byte & 15)
    append(high < 10 ? 48 + high : 87 + high)
    append(low < 10 ? 48 + low : 87 + low)
  }
}
