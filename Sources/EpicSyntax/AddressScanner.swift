import EpicBase

/// Reads addresses from bytes of a file, without allocation.
enum AddressScanner {
  /// The address that `text[start..<end]` spells (RFC 4291 section 2.2 for IPv6), or nil.
  static func scan(_ text: [UInt8], _ start: Int, _ end: Int) -> IPAddress? {
    if start >= end { return nil }
    if let v4 = IPAddress.parseV4(text, start, end) { return IPAddress(v4: v4) }
    return scanV6(text, start, end).map { IPAddress(family: .v6, value: $0) }
  }

  private static func scanV6(_ text: [UInt8], _ start: Int, _ end: Int) -> UInt128? {
    var value: UInt128 = 0
    var groups = 0
    // Number of groups before `::`.
    var gap: Int?
    var index = start
    let colon = UInt8(ascii: ":")
    if text[index] == colon {
      guard index + 1 < end, text[index + 1] == colon else { return nil }
      gap = 0
      index += 2
    }
    while index < end {
      if groups == 8 { return nil }
      let groupStart = index
      var group: UInt32 = 0
      while index < end, index - groupStart < 4, let digit = text[index].hexValue {
        group = group << 4 | digit
        index += 1
      }
      if index < end && text[index] == UInt8(ascii: ".") {
        guard groups <= 6, let tail = IPAddress.parseV4(text, groupStart, end) else { return nil }
        value = value << 32 | UInt128(tail)
        groups += 2
        break
      }
      if index == groupStart { return nil }
      value = value << 16 | UInt128(group)
      groups += 1
      if index == end { break }
      guard text[index] == colon else { return nil }
      index += 1
      if index == end { return nil }
      if text[index] == colon {
        if gap != nil { return nil }
        gap = groups
        index += 1
      }
    }
    guard let gap else { return groups == 8 ? value : nil }
    if groups > 7 { return nil }
    // The groups behind the gap stay in the low bits; those before it move up.
    let behind = UInt128(16 * (groups - gap))
    let low = value & ((UInt128(1) << behind) - 1)
    let high = gap == 0 ? 0 : (value >> behind) << UInt128(16 * (8 - gap))
    return high | low
  }
}
