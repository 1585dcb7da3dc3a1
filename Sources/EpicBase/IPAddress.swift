/// Address family. The raw value is the version number in the header (RFC 791, RFC 8200).
package enum IPFamily: UInt8, Hashable, Sendable, Comparable {
  case v4 = 4
  case v6 = 6

  /// Length of an address, in bits.
  @inlinable
  package var bitWidth: Int { self == .v4 ? 32 : 128 }

  @inlinable
  package static func < (left: IPFamily, right: IPFamily) -> Bool { left.rawValue < right.rawValue }
}

/// An IPv4 or IPv6 address. An IPv4 address occupies the low 32 bits.
@frozen
package struct IPAddress: Hashable, Sendable {
  package var family: IPFamily
  /// The address as an unsigned integer in network order.
  package var value: UInt128

  @inlinable
  package init(family: IPFamily, value: UInt128) {
    self.family = family
    self.value = family == .v4 ? value & 0xFFFF_FFFF : value
  }

  /// An IPv4 address from its 32 bits.
  @inlinable
  package init(v4 value: UInt32) {
    family = .v4
    self.value = UInt128(value)
  }

  /// Network-order bytes: 4 or 16.
  package var bytes: [UInt8] {
    let count = family.bitWidth / 8
    return (0..<count).map { UInt8(truncatingIfNeeded: value >> UInt128((count - 1 - $0) * 8)) }
  }

  /// The address behind this one, or nil at the end of the family's space.
  package var next: IPAddress? {
    let last = family == .v4 ? UInt128(UInt32.max) : UInt128.max
    return value == last ? nil : IPAddress(family: family, value: value + 1)
  }
}

extension IPAddress: Comparable {
  /// Orders IPv4 before IPv6, then by value.
  @inlinable
  package static func < (left: IPAddress, right: IPAddress) -> Bool {
    left.family == right.family ? left.value < right.value : left.family < right.family
  }
}

extension IPAddress {
  /// Parses a dotted IPv4 address (exactly four decimal groups without leading zeros) or an IPv6 address (RFC 4291
  /// section 2.2, all three forms). Returns nil for anything else; a zone is not accepted.
  package init?(parsing text: some Collection<UInt8>) {
    let bytes = Array(text)
    if bytes.contains(UInt8(ascii: ":")) {
      guard let value = IPAddress.parseV6(bytes) else { return nil }
      self.init(family: .v6, value: value)
    } else {
      guard let value = IPAddress.parseV4(bytes, 0, bytes.count) else { return nil }
      self.init(v4: value)
    }
  }

  /// Parses the text form of an address.
  package init?(_ text: String) { self.init(parsing: text.utf8) }

  /// Parses `bytes[start..<end]` as a dotted address. The range must lie in the array.
  package static func parseV4(_ bytes: [UInt8], _ start: Int, _ end: Int) -> UInt32? {
    var result: UInt32 = 0
    var groups = 0
    var index = start
    while groups < 4 {
      var group: UInt32 = 0
      var digits = 0
      while index < end, bytes[index] >= 48, bytes[index] <= 57 {
        if digits > 0 && group == 0 { return nil }
        group = group * 10 + UInt32(bytes[index] - 48)
        digits += 1
        if digits > 3 || group > 255 { return nil }
        index += 1
      }
      if digits == 0 { return nil }
      result = result << 8 | group
      groups += 1
      if groups < 4 {
        guard index < end, bytes[index] == UInt8(ascii: ".") else { return nil }
        index += 1
      }
    }
    return index == end ? result : nil
  }

  private static func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 48...57: UInt32(byte - 48)
    case 65...70: UInt32(byte - 55)
    case 97...102: UInt32(byte - 87)
    default: nil
    }
  }

  private static func parseV6(_ bytes: [UInt8]) -> UInt128? {
    var groups: [UInt32] = []
    var gap: Int?
    var index = 0
    let end = bytes.count
    let colon = UInt8(ascii: ":")
    if end >= 2 && bytes[0] == colon {
      guard bytes[1] == colon else { return nil }
      gap = 0
      index = 2
    }
    while index < end {
      if groups.count > 7 { return nil }
      let groupStart = index
      var group: UInt32 = 0
      while index < end, let digit = hexDigit(bytes[index]) {
        group = group << 4 | digit
        index += 1
        if index - groupStart > 4 { break }
      }
      if index < end && bytes[index] == UInt8(ascii: ".") {
        guard let tail = parseV4(bytes, groupStart, end), groups.count <= 6 else { return nil }
        groups += [tail >> 16, tail & 0xFFFF]
        index = end
        break
      }
      if index == groupStart || index - groupStart > 4 { return nil }
      groups.append(group)
      if index == end { break }
      guard bytes[index] == colon else { return nil }
      index += 1
      if index == end { return nil }
      if bytes[index] == colon {
        if gap != nil { return nil }
        gap = groups.count
        index += 1
      }
    }
    if let gap {
      if groups.count > 7 { return nil }
      groups.insert(contentsOf: [UInt32](repeating: 0, count: 8 - groups.count), at: gap)
    }
    guard groups.count == 8 else { return nil }
    return groups.reduce(UInt128(0)) { $0 << 16 | UInt128($1) }
  }
}

extension IPAddress: CustomStringConvertible {
  /// The canonical text form: dotted for IPv4, RFC 5952 for IPv6.
  package var description: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the canonical text form.
  package func append(to output: inout [UInt8]) {
    if family == .v4 {
      let bits = UInt32(truncatingIfNeeded: value)
      output.appendDecimal(UInt64(bits >> 24))
      for shift in [UInt32(16), 8, 0] {
        output.append(UInt8(ascii: "."))
        output.appendDecimal(UInt64(bits >> shift & 0xFF))
      }
      return
    }
    let groups = (0..<8).map { UInt16(truncatingIfNeeded: value >> UInt128((7 - $0) * 16)) }
    // RFC 5952 section 4.2: the longest run of two or more zero groups, the first of equals, becomes `::`.
    var best = (start: -1, length: 1)
    var index = 0
    while index < 8 {
      if groups[index] != 0 {
        index += 1
        continue
      }
      let start = index
      while index < 8 && groups[index] == 0 { index += 1 }
      if index - start > best.length { best = (start, index - start) }
    }
    index = 0
    while index < 8 {
      if index == best.start {
        output.append(UInt8(ascii: ":"))
        output.append(UInt8(ascii: ":"))
        index += best.length
        continue
      }
      if index > 0 && index != best.start + best.length { output.append(UInt8(ascii: ":")) }
      output.append(contentsOf: String(groups[index], radix: 16).utf8)
      index += 1
    }
  }
}
