import EpicBase

/// What the daemons accept in one slot of a field, both ends included.
package struct SlotBounds: Sendable {
  package let slot: Slot
  package let least: Value
  package let most: Value

  private init(_ slot: Slot, _ least: Value, _ most: Value) {
    self.slot = slot
    self.least = least
    self.most = most
  }

  static func count(_ slot: Slot, _ range: ClosedRange<Int64>) -> SlotBounds {
    SlotBounds(slot, .integer(range.lowerBound), .integer(range.upperBound))
  }

  static func degrees(_ slot: Slot, _ most: Int64) -> SlotBounds {
    SlotBounds(slot, .decimal(DecimalNumber(mantissa: -most)), .decimal(DecimalNumber(mantissa: most)))
  }

  /// In milliseconds.
  static func time(_ slot: Slot, _ range: ClosedRange<UInt64> = Limits.waitMilliseconds) -> SlotBounds {
    SlotBounds(
      slot, .duration(TimeSpan(milliseconds: range.lowerBound)), .duration(TimeSpan(milliseconds: range.upperBound)))
  }

  /// In bytes.
  static func size(_ slot: Slot, _ range: ClosedRange<UInt64>) -> SlotBounds {
    SlotBounds(slot, .size(ByteSize(bytes: range.lowerBound)), .size(ByteSize(bytes: range.upperBound)))
  }

  /// In whole percent.
  static func share(_ slot: Slot, _ range: ClosedRange<UInt32>) -> SlotBounds {
    SlotBounds(
      slot, .percentage(Percentage(partsPerMillion: range.lowerBound * 10_000)),
      .percentage(Percentage(partsPerMillion: range.upperBound * 10_000)))
  }

  /// AS 0 and the last number are nobody's (RFC 7607, RFC 7300).
  static func asNumber(_ slot: Slot) -> SlotBounds {
    SlotBounds(slot, .asNumber(ASNumber(1)), .asNumber(ASNumber(UInt32.max - 1)))
  }

  /// In bits a second.
  static func bandwidth(_ slot: Slot, _ range: ClosedRange<UInt64>) -> SlotBounds {
    SlotBounds(
      slot, .bandwidth(Bandwidth(bitsPerSecond: range.lowerBound)),
      .bandwidth(Bandwidth(bitsPerSecond: range.upperBound)))
  }

  /// Events in an hour, which no unit is longer than; nil for more than can be counted.
  private static func hourly(_ rate: Rate) -> UInt64? {
    let (count, overflows) = rate.count.multipliedReportingOverflow(by: 3_600_000 / rate.unit.milliseconds)
    return overflows ? nil : count
  }

  /// A part of the whole, not none of it.
  static func part(_ slot: Slot) -> SlotBounds {
    SlotBounds(slot, .percentage(Percentage(partsPerMillion: 1)), .percentage(.whole))
  }

  /// From one event an hour on, up to events a second.
  static func rate(_ slot: Slot, upTo most: UInt64) -> SlotBounds {
    SlotBounds(slot, .rate(Rate(count: 1, unit: .hour)), .rate(Rate(count: most, unit: .second)))
  }

  /// In events a second.
  static func rate(_ slot: Slot, _ range: ClosedRange<UInt64>) -> SlotBounds {
    SlotBounds(
      slot, .rate(Rate(count: range.lowerBound, unit: .second)), .rate(Rate(count: range.upperBound, unit: .second)))
  }

  /// Whether a value of the slot's type lies inside.
  package func contains(_ value: Value) -> Bool {
    switch (value, least, most) {
    case (.decimal(let value), .decimal(let least), .decimal(let most)):
      return value.double >= least.double && value.double <= most.double
    case (.asNumber(let value), .asNumber(let least), .asNumber(let most)): return value >= least && value <= most
    case (.rate(let value), .rate(let least), .rate(let most)):
      guard let hourly = SlotBounds.hourly(value), let low = SlotBounds.hourly(least),
        let high = SlotBounds.hourly(most)
      else { return false }
      return hourly >= low && hourly <= high
    default:
      guard let low = Evaluator.order(least, value), let high = Evaluator.order(value, most) else { return true }
      return low <= 0 && high <= 0
    }
  }

  /// `1ms to 3650d`.
  package var description: String { "\(SlotBounds.text(least)) to \(SlotBounds.text(most))" }

  private static func text(_ value: Value) -> String {
    switch value {
    case .percentage(let value): value.description
    case .asNumber(let value): value.description
    case .rate(let value): value.description
    case .bandwidth(let value):
      value.bitsPerSecond % 1_000_000_000_000 == 0
        ? "\(value.bitsPerSecond / 1_000_000_000_000)Tbps" : "\(value.bitsPerSecond / 1000)Kbps"
    default: value.plainText ?? value.phrase
    }
  }
}
