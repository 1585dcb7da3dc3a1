/// A span of time, in whole milliseconds. The literal `1h30m` is 5,400,000.
@frozen
package struct TimeSpan: Hashable, Comparable, Sendable, CustomStringConvertible {
  package var milliseconds: UInt64

  @inlinable
  package init(milliseconds: UInt64) { self.milliseconds = milliseconds }

  /// Whole seconds, rounded up.
  package var secondsRoundedUp: UInt64 { milliseconds / 1000 + (milliseconds % 1000 == 0 ? 0 : 1) }

  @inlinable
  package static func < (left: TimeSpan, right: TimeSpan) -> Bool { left.milliseconds < right.milliseconds }

  /// The shortest literal of the language: `1h30m`, `250ms`.
  package var description: String {
    if milliseconds == 0 { return "0s" }
    var rest = milliseconds
    var text = ""
    for (unit, size) in [("d", UInt64(86_400_000)), ("h", 3_600_000), ("m", 60_000), ("s", 1000), ("ms", 1)] {
      if rest >= size {
        text += "\(rest / size)\(unit)"
        rest %= size
      }
    }
    return text
  }
}

/// A number of bytes. `64KiB` is 65,536 and `10MB` is 10,000,000.
@frozen
package struct ByteSize: Hashable, Comparable, Sendable, CustomStringConvertible {
  package var bytes: UInt64

  @inlinable
  package init(bytes: UInt64) { self.bytes = bytes }

  @inlinable
  package static func < (left: ByteSize, right: ByteSize) -> Bool { left.bytes < right.bytes }

  /// In the largest unit that leaves no remainder: `64KiB`, `10MB`, `1000B`.
  package var description: String {
    for (unit, size) in [("TiB", UInt64(1) << 40), ("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10)]
    where bytes >= size {
      if bytes % size == 0 { return "\(bytes / size)\(unit)" }
    }
    for (unit, size) in [("TB", UInt64(1_000_000_000_000)), ("GB", 1_000_000_000), ("MB", 1_000_000), ("KB", 1000)]
    where bytes >= size {
      if bytes % size == 0 { return "\(bytes / size)\(unit)" }
    }
    return "\(bytes)B"
  }
}

/// A number of events in a unit of time.
@frozen
package struct Rate: Hashable, Sendable, CustomStringConvertible {
  /// The unit of time of a rate.
  package enum Unit: UInt8, Hashable, Sendable {
    case second, minute, hour
    package var milliseconds: UInt64 {
      switch self {
      case .second: 1000
      case .minute: 60_000
      case .hour: 3_600_000
      }
    }
  }
  package var count: UInt64
  package var unit: Unit

  @inlinable
  package init(count: UInt64, unit: Unit) {
    self.count = count
    self.unit = unit
  }

  package var description: String { "\(count)/\(unit == .second ? "s" : unit == .minute ? "m" : "h")" }
}

/// A bandwidth, in bits a second. `25Mbps` is 25,000,000.
@frozen
package struct Bandwidth: Hashable, Comparable, Sendable {
  package var bitsPerSecond: UInt64

  @inlinable
  package init(bitsPerSecond: UInt64) { self.bitsPerSecond = bitsPerSecond }

  @inlinable
  package static func < (left: Bandwidth, right: Bandwidth) -> Bool { left.bitsPerSecond < right.bitsPerSecond }
}

/// An exact percentage, in parts per million: `99.95%` is 999,500.
@frozen
package struct Percentage: Hashable, Comparable, Sendable, CustomStringConvertible {
  package var partsPerMillion: UInt32
  package static let whole = Percentage(partsPerMillion: 1_000_000)

  @inlinable
  package init(partsPerMillion: UInt32) { self.partsPerMillion = partsPerMillion }

  @inlinable
  package static func < (left: Percentage, right: Percentage) -> Bool { left.partsPerMillion < right.partsPerMillion }

  /// The literal of the language, without trailing zeros.
  package var description: String {
    let fraction = partsPerMillion % 10_000
    if fraction == 0 { return "\(partsPerMillion / 10_000)%" }
    var digits = String(fraction + 10_000).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "\(partsPerMillion / 10_000).\(digits)%"
  }
}

/// An exact decimal number: `mantissa / 10^scale`. `-122.4` is (-1224, 1).
@frozen
package struct DecimalNumber: Hashable, Sendable, CustomStringConvertible {
  package var mantissa: Int64
  package var scale: UInt8

  @inlinable
  package init(mantissa: Int64, scale: UInt8 = 0) {
    self.mantissa = mantissa
    self.scale = scale
  }

  /// The nearest binary floating-point number; used for distances only, never for output.
  package var double: Double {
    var divisor = 1.0
    for _ in 0..<scale { divisor *= 10 }
    return Double(mantissa) / divisor
  }

  package var description: String {
    if scale == 0 { return String(mantissa) }
    var digits = String(mantissa.magnitude)
    if digits.count <= Int(scale) { digits = String(repeating: "0", count: Int(scale) + 1 - digits.count) + digits }
    return "\(mantissa < 0 ? "-" : "")\(digits.dropLast(Int(scale))).\(digits.suffix(Int(scale)))"
  }
}

/// A version. `1.40` is not `1.4`: components are compared as numbers and a missing one is not zero.
package struct Version: Hashable, Sendable, CustomStringConvertible {
  package var components: [UInt32]
  package init(_ components: [UInt32]) { self.components = components }
  package var description: String { components.map(String.init).joined(separator: ".") }
}

/// An autonomous system number (RFC 6793: four octets).
@frozen
package struct ASNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  package var value: UInt32

  @inlinable
  package init(_ value: UInt32) { self.value = value }

  @inlinable
  package static func < (left: ASNumber, right: ASNumber) -> Bool { left.value < right.value }

  package var description: String { "AS\(value)" }
}

/// A BGP community: standard (RFC 1997, two 16-bit parts) or large (RFC 8092, three 32-bit parts).
package enum BGPCommunity: Hashable, Sendable, CustomStringConvertible {
  case standard(UInt16, UInt16)
  case large(UInt32, UInt32, UInt32)

  package var description: String {
    switch self {
    case .standard(let first, let second): "\(first):\(second)"
    case .large(let first, let second, let third): "\(first):\(second):\(third)"
    }
  }
}

/// A port, or an inclusive range of ports.
@frozen
package struct PortRange: Hashable, Sendable, CustomStringConvertible {
  package var first: UInt16
  package var last: UInt16

  @inlinable
  package init(first: UInt16, last: UInt16) {
    self.first = first
    self.last = last
  }

  package var description: String { first == last ? "\(first)" : "\(first)..\(last)" }
}

/// A set of HTTP status codes, as sorted, disjoint, inclusive ranges. `5xx` is 500...599.
package struct StatusSet: Hashable, Sendable, CustomStringConvertible {
  package var ranges: [ClosedRange<UInt16>]
  package init(_ ranges: [ClosedRange<UInt16>]) { self.ranges = ranges }

  package func contains(_ status: UInt16) -> Bool { ranges.contains { $0.contains(status) } }

  package var description: String {
    ranges.map { range in
      if range.lowerBound == range.upperBound { return "\(range.lowerBound)" }
      if range.count == 100 && range.lowerBound % 100 == 0 { return "\(range.lowerBound / 100)xx" }
      return "\(range.lowerBound)..\(range.upperBound)"
    }.joined(separator: ", ")
  }
}
