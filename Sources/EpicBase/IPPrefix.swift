/// A network prefix: an address with all host bits zero, and a length (RFC 4632, RFC 4291).
@frozen
package struct IPPrefix: Hashable, Sendable {
  /// First address of the prefix.
  package let address: IPAddress
  /// Length, in bits: 0...32 or 0...128.
  package let length: UInt8

  /// Creates the prefix of the given length that holds `address`; host bits are cleared. Nil if the length does not
  /// fit the family.
  package init?(containing address: IPAddress, length: Int) {
    guard length >= 0, length <= address.family.bitWidth else { return nil }
    self.length = UInt8(length)
    self.address = IPAddress(family: address.family, value: address.value & IPPrefix.mask(address.family, length))
  }

  /// The prefix of one address: /32 or /128.
  package init(host address: IPAddress) {
    self.address = address
    length = UInt8(address.family.bitWidth)
  }

  package var family: IPFamily { address.family }

  /// The network mask as bits of the family's width.
  package static func mask(_ family: IPFamily, _ length: Int) -> UInt128 {
    let width = family.bitWidth
    let ones: UInt128 = width == 128 ? .max : (UInt128(1) << UInt128(width)) - 1
    let host = width - min(max(length, 0), width)
    return host == 128 ? 0 : (ones >> UInt128(host)) << UInt128(host)
  }

  /// Whether the address has its host bits set, given this length: `203.0.113.7/24` does.
  package static func hasHostBits(_ address: IPAddress, length: Int) -> Bool {
    address.value & ~mask(address.family, length) & mask(address.family, address.family.bitWidth) != 0
  }

  /// Last address of the prefix.
  package var last: IPAddress {
    let all = IPPrefix.mask(family, family.bitWidth)
    return IPAddress(family: family, value: address.value | (all & ~IPPrefix.mask(family, Int(length))))
  }

  /// All addresses of the prefix, as a range.
  package var range: IPRange { IPRange(first: address, last: last) }

  package func contains(_ other: IPAddress) -> Bool {
    other.family == family && other.value & IPPrefix.mask(family, Int(length)) == address.value
  }

  /// Whether every address of `other` lies in this prefix.
  package func contains(_ other: IPPrefix) -> Bool { other.length >= length && contains(other.address) }

  package func overlaps(_ other: IPPrefix) -> Bool { contains(other) || other.contains(self) }
}

extension IPPrefix: Comparable, CustomStringConvertible {
  package static func < (left: IPPrefix, right: IPPrefix) -> Bool {
    left.address == right.address ? left.length < right.length : left.address < right.address
  }

  package var description: String { "\(address)/\(length)" }
}

/// An inclusive range of addresses of one family.
@frozen
package struct IPRange: Hashable, Sendable {
  package let first: IPAddress
  package let last: IPAddress

  /// Both ends are of one family and `first <= last`; the callers that read user text check this and report it.
  package init(first: IPAddress, last: IPAddress) {
    self.first = first
    self.last = first.family == last.family && first <= last ? last : first
  }

  package var family: IPFamily { first.family }

  /// Number of addresses; saturates at `UInt64.max`.
  package var count: UInt64 { UInt64(clamping: (last.value - first.value).addingReportingOverflow(1).partialValue) }

  package func contains(_ address: IPAddress) -> Bool {
    address.family == family && first.value <= address.value && address.value <= last.value
  }

  package func contains(_ other: IPRange) -> Bool { contains(other.first) && contains(other.last) }

  package func overlaps(_ other: IPRange) -> Bool {
    family == other.family && first.value <= other.last.value && other.first.value <= last.value
  }
}

extension IPRange: Comparable, CustomStringConvertible {
  package static func < (left: IPRange, right: IPRange) -> Bool {
    left.first == right.first ? left.last < right.last : left.first < right.first
  }

  package var description: String { "\(first)..\(last)" }
}
