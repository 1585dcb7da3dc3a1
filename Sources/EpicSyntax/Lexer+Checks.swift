import EpicBase
import EpicDiagnostics

/// Checks of literals that need no context. Each reports at most one error and marks the token, so that nobody behind the
/// lexer has to report it again.
extension Lexer {
  /// The flags of a literal of the class after its check.
  mutating func checked(_ kind: TokenKind, _ flags: TokenFlags, _ start: Int, _ end: Int) -> TokenFlags {
    switch kind {
    case .prefix: checkedPrefix(flags, start, end)
    case .addressRange: checkedAddressRange(flags, start, end)
    case .integerRange: checkedIntegerRange(flags, start, end)
    case .percentage: checkedPercentage(flags, start, end)
    case .integer, .size, .bandwidth, .rate: checkedNumber(kind, flags, start, end)
    case .decimal: checkedDecimal(flags, start, end)
    case .version: checkedVersion(flags, start, end)
    case .duration: checkedDuration(flags, start, end)
    case .community: checkedCommunity(flags, start, end)
    case .endpoint: checkedPort(flags, (text[start..<end].lastIndex(of: UInt8(ascii: ":")) ?? start) + 1, end)
    default: flags
    }
  }

  private mutating func checkedPrefix(_ flags: TokenFlags, _ start: Int, _ end: Int) -> TokenFlags {
    guard let slash = text[start..<end].lastIndex(of: UInt8(ascii: "/")),
      let address = AddressScanner.scan(text, start, slash)
    else { return flags }
    let width = address.family.bitWidth
    guard let length = decimalNumber(text, slash + 1, end), length <= UInt64(width) else {
      errors.report(
        .prefixLength, "the prefix `\(quoted(text, start, end))` is longer than \(width) bits", slash + 1, end,
        fixes: [errors.fix("write `/\(width)`", slash + 1, end, "\(width)")])
      return flags.union(.malformed)
    }
    guard IPPrefix.hasHostBits(address, length: Int(length)),
      let prefix = IPPrefix(containing: address, length: Int(length))
    else { return flags }
    errors.report(
      .hostBits, "the prefix `\(quoted(text, start, end))` has host bits set", start, end,
      help: "write the prefix that holds the address, or the address alone",
      fixes: [
        errors.fix("write `\(prefix)`", start, end, prefix.description),
        errors.fix("write `\(address)/\(width)`", start, end, "\(address)/\(width)"),
      ])
    return flags.union(.malformed)
  }

  private mutating func checkedAddressRange(_ flags: TokenFlags, _ start: Int, _ end: Int) -> TokenFlags {
    guard let dots = WordShape(text, start, end).doubleDot, let first = AddressScanner.scan(text, start, dots),
      let last = AddressScanner.scan(text, dots + 2, end)
    else { return flags }
    if first.family != last.family {
      errors.report(.badRange, "`\(quoted(text, start, end))` has ends of two address families", start, end)
      return flags.union(.malformed)
    }
    return last < first ? reversed(flags, start, dots, end) : flags
  }

  private mutating func checkedIntegerRange(_ flags: TokenFlags, _ start: Int, _ end: Int) -> TokenFlags {
    guard let dots = WordShape(text, start, end).doubleDot else { return flags }
    guard let first = decimalNumber(text, start, dots), let last = decimalNumber(text, dots + 2, end) else {
      return tooLarge("number", flags, start, end)
    }
    return last < first ? reversed(flags, start, dots, end) : flags
  }

  private mutating func reversed(_ flags: TokenFlags, _ start: Int, _ dots: Int, _ end: Int) -> TokenFlags {
    let swapped = quoted(text, dots + 2, end) + ".." + quoted(text, start, dots)
    errors.report(
      .badRange, "the range `\(quoted(text, start, end))` ends before it starts", start, end,
      fixes: [errors.fix("write `\(swapped)`", start, end, swapped)])
    return flags.union(.malformed)
  }

  private mutating func checkedPercentage(_ flags: TokenFlags, _ start: Int, _ end: Int) -> TokenFlags {
    let dot = text[start..<end].firstIndex(of: UInt8(ascii: ".")) ?? end - 1
    if end - 2 - dot > 4 {
      errors.report(
        .badPercentage, "`\(quoted(text, start, end))` has more than four decimals", start, end,
        fixes: [errors.fix("cut the rest off", dot + 5, end - 1, "")])
      return flags.union(.malformed)
    }
    let whole = decimalNumber(text, start, dot)
    let isExact = dot >= end - 2 || !text[dot + 1..<end - 1].contains { $0 != UInt8(ascii: "0") }
    if let whole, whole < 100 || whole == 100 && isExact { return flags }
    errors.report(
      .badPercentage, "`\(quoted(text, start, end))` is more than 100%", start, end,
      fixes: [errors.fix("write `100%`", start, end, "100%")])
    return flags.union(.malformed)
  }

  private mutating func checkedNumber(
    _ kind: TokenKind, _ flags: TokenFlags, _ start: Int, _ end: Int
  ) -> TokenFlags {
    var digits = start
    while digits < end && text[digits].isDigit { digits += 1 }
    guard let number = decimalNumber(text, start, digits) else { return tooLarge("number", flags, start, end) }
    let unit: UInt64? =
      switch kind {
      case .size: ByteUnit.scan(text, digits, end)
      case .bandwidth: BitRateUnit.scan(text, digits, end)
      default: 1
      }
    return number.multipliedReportingOverflow(by: unit ?? 1).overflow
      ? tooLarge(kind == .size ? "size" : "bandwidth", flags, start, end) : flags
  }

  private mutating func checkedDecimal(_ flags: TokenFlags, _ start: Int, _ end: Int) -> TokenFlags {
    // 18 digits fit in 64 bits with a sign, whatever they are.
    text[start..<end].count { $0.isDigit } > 18 ? tooLarge("number", flags, start, end) : flags
  }

  private mutating func checkedVersion(_ flags: TokenFlags, _ start: Int, _ end: Int) -> TokenFlags {
    for part in text[start..<end].split(separator: UInt8(ascii: ".")) {
      guard let number = decimalNumber(text, part.startIndex, part.endIndex), number <= UInt64(UInt32.max) else {
        return tooLarge("version", flags, start, end)
      }
    }
    return flags
  }

  private mutating func tooLarge(_ what: String, _ flags: TokenFlags, _ start: Int, _ end: Int) -> TokenFlags {
    errors.report(.numberTooLarge, "the \(what) `\(quoted(text, start, end))` is too large", start, end)
    return flags.union(.malformed)
  }

  private mutating func checkedDuration(_ flags: TokenFlags, _ start: Int, _ end: Int) -> TokenFlags {
    switch DurationScanner.scan(text, start, end) {
    case .milliseconds, .noDuration: return flags
    case .tooLarge: return tooLarge("duration", flags, start, end)
    case .wrongOrder:
      errors.report(
        .durationOrder, "the units of `\(quoted(text, start, end))` are not in order", start, end,
        help: "each of `d`, `h`, `m`, `s`, `ms` stands once at most, the larger first", fixes: inOrder(start, end))
      return flags.union(.malformed)
    }
  }

  /// The duration with its units in order; none where one stands twice.
  private func inOrder(_ start: Int, _ end: Int) -> [FixIt] {
    let units = ["d", "h", "m", "s", "ms"]
    var parts = [String?](repeating: nil, count: units.count)
    var index = start
    while index < end {
      let first = index
      while index < end && text[index].isDigit { index += 1 }
      let unit = index
      while index < end && !text[index].isDigit { index += 1 }
      let spelled = String(decoding: text[unit..<index], as: UTF8.self)
      guard let position = units.firstIndex(of: spelled), parts[position] == nil else { return [] }
      parts[position] = String(decoding: text[first..<index], as: UTF8.self)
    }
    let ordered = parts.compactMap(\.self).joined()
    return [errors.fix("write `\(ordered)`", start, end, ordered)]
  }

  private mutating func checkedCommunity(_ flags: TokenFlags, _ start: Int, _ end: Int) -> TokenFlags {
    let parts = text[start..<end].split(separator: UInt8(ascii: ":"))
    let limit: UInt64 = parts.count == 2 ? 65535 : UInt64(UInt32.max)
    for part in parts {
      let number = decimalNumber(text, part.startIndex, part.endIndex)
      if let number, number <= limit { continue }
      errors.report(
        .badRoutingNumber, "a part of the community `\(quoted(text, start, end))` is above \(limit)", part.startIndex,
        part.endIndex,
        help: parts.count == 2 ? "a larger one needs a community of three parts (RFC 8092)" : nil)
      return flags.union(.malformed)
    }
    return flags
  }

  /// Checks the number behind `AS`.
  mutating func checkedASNumber(_ flags: TokenFlags, _ start: Int, _ end: Int) -> TokenFlags {
    if let number = decimalNumber(text, start + 2, end), number <= UInt64(UInt32.max) { return flags }
    errors.report(
      .badRoutingNumber, "the AS number `\(quoted(text, start, end))` is above \(UInt32.max)", start, end)
    return flags.union(.malformed)
  }

  /// Checks the digits of a port.
  mutating func checkedPort(_ flags: TokenFlags, _ start: Int, _ end: Int) -> TokenFlags {
    if let port = decimalNumber(text, start, end), port >= 1, port <= 65535 { return flags }
    errors.report(.badPort, "the port `\(quoted(text, start, end))` is outside 1 to 65535", start, end)
    return flags.union(.malformed)
  }
}
