/// The frequent words that start with a digit, classified and checked in one pass: numbers, IPv4 addresses, prefixes and
/// endpoints, shares and plain durations. It decides nothing of its own: where it says nothing, the word goes the long way
/// through `WordClass` and the checks, which would say the same of these words.
struct NumberWord {
  let kind: TokenKind
  /// Behind the word.
  let end: Int

  /// Reads the word at `start`, a digit. Nil for words of other forms and for all that have a mistake.
  @inline(never)
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

/// Groups of digits with dots between them: at most four, of at most nine digits each.
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
      guard let value = Groups.number(text, &index, areOctet: &areOctets) else { return nil }
      if count == 0 { first = value }
      address = address << 8 | value & 255
      count += 1
      guard index + 1 < text.count, text[index] == UInt8(ascii: "."), text[index + 1].isDigit else { return index }
      if count == 4 { return nil }
      index += 1
    }
  }

  /// Reads one to nine digits; nil for more. Notes whether the number is an octet as an address has it.
  @inline(__always)
  private static func number(_ text: Span<UInt8>, _ index: inout Int, areOctet: inout Bool) -> UInt32? {
    let start = index
    var value: UInt32 = 0
    while index < text.count {
      let digit = text[index] &- 48
      if digit > 9 { break }
      if index - start == 9 { return nil }
      value = value * 10 + UInt32(digit)
      index += 1
    }
    if index == start { return nil }
    if value > 255 || index - start > 1 && text[start] == 48 { areOctet = false }
    return value
  }

  /// The class that the characters behind the groups make of them; `index` moves behind them.
  @inline(__always)
  func suffix(_ text: Span<UInt8>, _ index: inout Int) -> TokenKind? {
    let byte = text[index]
    index += 1
    switch count {
    case 4:
      var ignored = true
      guard let number = Groups.number(text, &index, areOctet: &ignored) else { return nil }
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
