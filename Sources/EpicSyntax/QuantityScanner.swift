import EpicBase

/// Reads `1h30m` from bytes of a file.
enum DurationScanner {
  /// What a word is as a duration.
  enum Result: Equatable {
    case milliseconds(UInt64)
    /// Units out of order or twice.
    case wrongOrder
    /// More than fits in 64 bits of milliseconds.
    case tooLarge
    case noDuration
  }

  /// Reads `text[start..<end]`.
  static func scan(_ text: [UInt8], _ start: Int, _ end: Int) -> Result {
    var total: UInt64 = 0
    var lastRank = 0
    var index = start
    var isOrdered = true
    var overflows = false
    while index < end {
      let digitsStart = index
      while index < end && text[index].isDigit { index += 1 }
      if index == digitsStart || index == end { return .noDuration }
      let number = decimalNumber(text, digitsStart, index)
      var size: UInt64
      var rank: Int
      switch text[index] {
      case UInt8(ascii: "d"): (size, rank) = (86_400_000, 1)
      case UInt8(ascii: "h"): (size, rank) = (3_600_000, 2)
      case UInt8(ascii: "m"): (size, rank) = (60_000, 3)
      case UInt8(ascii: "s"): (size, rank) = (1000, 4)
      default: return .noDuration
      }
      index += 1
      if rank == 3 && index < end && text[index] == UInt8(ascii: "s") {
        (size, rank) = (1, 5)
        index += 1
      }
      if rank <= lastRank { isOrdered = false }
      lastRank = rank
      let product = (number ?? .max).multipliedReportingOverflow(by: size)
      let sum = total.addingReportingOverflow(product.partialValue)
      overflows = overflows || number == nil || product.overflow || sum.overflow
      total = sum.partialValue
    }
    if !isOrdered { return .wrongOrder }
    return overflows ? .tooLarge : .milliseconds(total)
  }
}

/// Reads digits; nil if there are none or the number does not fit in 64 bits.
func decimalNumber(_ text: [UInt8], _ start: Int, _ end: Int) -> UInt64? {
  if start >= end { return nil }
  var value: UInt64 = 0
  for index in start..<end {
    let byte = text[index]
    if !byte.isDigit { return nil }
    let product = value.multipliedReportingOverflow(by: 10)
    let sum = product.partialValue.addingReportingOverflow(UInt64(byte - 48))
    if product.overflow || sum.overflow { return nil }
    value = sum.partialValue
  }
  return value
}

/// Units of sizes; binary and decimal ones are kept apart.
enum ByteUnit {
  /// Bytes of the unit that `text[start..<end]` spells.
  static func scan(_ text: [UInt8], _ start: Int, _ end: Int) -> UInt64? {
    let length = end - start
    if length < 1 || length > 3 || text[end - 1] != UInt8(ascii: "B") { return nil }
    if length == 1 { return 1 }
    let isBinary = length == 3
    if isBinary && text[start + 1] != UInt8(ascii: "i") { return nil }
    switch text[start] {
    case UInt8(ascii: "K"): return isBinary ? 1 << 10 : 1000
    case UInt8(ascii: "M"): return isBinary ? 1 << 20 : 1_000_000
    case UInt8(ascii: "G"): return isBinary ? 1 << 30 : 1_000_000_000
    case UInt8(ascii: "T"): return isBinary ? 1 << 40 : 1_000_000_000_000
    default: return nil
    }
  }
}

/// Units of bandwidths.
enum BitRateUnit {
  /// Bits a second of the unit that `text[start..<end]` spells.
  static func scan(_ text: [UInt8], _ start: Int, _ end: Int) -> UInt64? {
    let length = end - start
    guard length == 3 || length == 4, text[end - 3] == UInt8(ascii: "b"), text[end - 2] == UInt8(ascii: "p"),
      text[end - 1] == UInt8(ascii: "s")
    else { return nil }
    if length == 3 { return 1 }
    switch text[start] {
    case UInt8(ascii: "K"): return 1000
    case UInt8(ascii: "M"): return 1_000_000
    case UInt8(ascii: "G"): return 1_000_000_000
    case UInt8(ascii: "T"): return 1_000_000_000_000
    default: return nil
    }
  }
}
