import EpicBase

/// The frequent words that start with a digit, classified and checked in one pass: numbers, IPv4 addresses, prefixes and
/// endpoints, shares and plain durations. It decides nothing of its own: where it says nothing, the word goes the long way
/// through `WordClass` and the checks, which would say the same of these words.
struct NumberWord {
  let kind: TokenKind
  /// Behind the word.
  let end: Int

  /// Reads the word at `start`, a digit. Nil for words of other forms and for all that have a mistake.
  @inline(__always)
  init?(_ text: Span<UInt8>, _ table: Span<UInt8>, _ start: Int) {
    var groups = Groups()
    guard var index = groups.read(text, start) else { return nil }
    var kind: TokenKind
    switch groups.count {
    case 1: kind = .integer
    case 2: kind = .decimal
    case 4 where groups.areOctets: kind = .address
    default: return nil
    }
    if index < text.count && table[Int(text[index])] != 0 {
      guard let suffix = groups.suffix(text, &index) else { return nil }
      kind = suffix
    }
    // The word must end here, and with an ASCII character behind it: others make it one mistake together.
    if index < text.count && (table[Int(text[index])] != 0 || text[index] >= 0x80) { return nil }
    self.kind = kind
    end = index
  }
}

/// Groups of digits with dots between them: at most four, of at most seven digits each.
private struct Groups {
  var count = 0
  /// The groups as one number each, eight bits a group where they are octets.
  var address: UInt32 = 0
  var first: UInt32 = 0
  var areOctets = true

  /// Reads the groups from `start` on and gives what stands behind them; nil if there are more or longer ones.
  @inline(__always)
  mutating func read(_ text: Span<UInt8>, _ start: Int) -> Int? {
    var index = start
    while true {
      guard let digits = DigitRun(text, index) else { return nil }
      let value = digits.value
      if value > 255 || digits.hasLeadingZero { areOctets = false }
      if count == 0 { first = value }
      address = address << 8 | value & 255
      count &+= 1
      index &+= digits.length
      guard index < text.count &- 1, text[index] == UInt8(ascii: "."), text[index &+ 1].isDigit else { return index }
      if count == 4 { return nil }
      index &+= 1
    }
  }

  /// The class that the characters behind the groups make of them; `index` moves behind them.
  @inline(__always)
  func suffix(_ text: Span<UInt8>, _ index: inout Int) -> TokenKind? {
    let byte = text[index]
    index += 1
    switch count {
    case 4:
      guard let digits = DigitRun(text, index) else { return nil }
      index += digits.length
      let number = digits.value
      if byte == UInt8(ascii: ":") { return number >= 1 && number <= 65535 ? .endpoint : nil }
      guard byte == UInt8(ascii: "/"), number <= 32 else { return nil }
      let hostBits = number == 32 ? 0 : UInt32.max >> number
      return address & hostBits == 0 ? .prefix : nil
    case 1:
      switch byte {
      case UInt8(ascii: "%"): return first <= 100 ? .percentage : nil
      case UInt8(ascii: "s"): return .duration
      case UInt8(ascii: "m"):
        if index < text.count && text[index] == UInt8(ascii: "s") { index += 1 }
        return .duration
      default: return nil
      }
    default: return nil
    }
  }
}

/// A number of one to seven digits, read in one step.
private struct DigitRun {
  let value: UInt32
  let length: Int
  /// More than one digit, and the first one a zero.
  let hasLeadingZero: Bool

  /// Nil if there is no digit at `start`, if there are more of them, or if the text ends within eight bytes.
  @inline(__always)
  init?(_ text: Span<UInt8>, _ start: Int) {
    guard start <= text.count &- 8 else { return nil }
    // The digits' values, and more than 9 for all other bytes.
    let values = WordOfBytes.load(unsafe text.bytes, start) ^ 0x3030_3030_3030_3030
    let bits = WordOfBytes.aboveNine(values).trailingZeroBitCount & 0x78
    if bits == 0 || bits == 64 { return nil }
    length = bits >> 3
    hasLeadingZero = bits > 8 && values & 0xFF == 0
    // Zeros come in before the digits, so that there are eight; pairs, then fours, then all are added up.
    let digits = values &<< UInt64(64 &- bits)
    let pairs = digits &* 10 &+ digits >> 8
    let fours = ((pairs & 0x00FF_00FF_00FF_00FF) &* (1 + 100 << 16)) >> 16 & 0x0000_FFFF_0000_FFFF
    value = UInt32(truncatingIfNeeded: (fours &* (1 + 10000 << 32)) >> 32)
  }
}
