package import EpicBase

/// Values of literal tokens. The lexer has checked them, and reported each that is wrong: nil means that the token is of
/// another class, that it was reported, or that the number does not fit the type. Nobody else reads a literal's text.
extension SyntaxTree {
  /// Whether the lexer refused the token: no word, or a literal with a mistake in it. An error was reported.
  @inlinable
  package func isDamaged(_ token: TokenID) -> Bool {
    kind(of: token) == .invalid || flags(of: token).contains(.malformed)
  }

  /// The token's bytes as a range of the text.
  func byteRange(_ token: TokenID) -> Range<Int> {
    // A file beyond the limit has a token that is longer than what anybody may read; it is damaged and never read.
    Int(start(of: token))..<Int(end(of: token))
  }

  /// Splits digits from the unit behind them.
  private func digitsEnd(_ range: Range<Int>) -> Int {
    var index = range.lowerBound
    while index < range.upperBound && text[index].isDigit { index += 1 }
    return index
  }

  /// `443`.
  package func integerLiteral(_ token: TokenID) -> Int64? {
    let range = byteRange(token)
    return decimalNumber(text, range.lowerBound, range.upperBound).flatMap { Int64(exactly: $0) }
  }

  /// `-122.4`, also a whole number.
  package func decimalLiteral(_ token: TokenID) -> DecimalNumber? {
    var range = byteRange(token)
    guard let first = text[range].first else { return nil }
    let isNegative = first == UInt8(ascii: "-")
    if isNegative { range = range.lowerBound + 1..<range.upperBound }
    // 18 digits fit in 64 bits whatever they are.
    guard WordClass.isDecimal(text, range.lowerBound, range.upperBound), text[range].count(where: \.isDigit) <= 18
    else {
      return nil
    }
    var mantissa: Int64 = 0
    var scale: UInt8?
    for byte in text[range] {
      if !byte.isDigit {
        scale = 0
        continue
      }
      mantissa = mantissa &* 10 &+ Int64(byte - 48)
      if let digits = scale { scale = digits + 1 }
    }
    return DecimalNumber(mantissa: isNegative ? -mantissa : mantissa, scale: scale ?? 0)
  }

  /// `1.40`, `1.40.2`, `3`.
  package func versionLiteral(_ token: TokenID) -> Version? {
    var components: [UInt32] = []
    for part in text[byteRange(token)].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
      guard let number = decimalNumber(text, part.startIndex, part.endIndex), let component = UInt32(exactly: number)
      else { return nil }
      components.append(component)
    }
    return Version(components)
  }

  /// `1h30m`.
  package func durationLiteral(_ token: TokenID) -> TimeSpan? {
    let range = byteRange(token)
    guard case .milliseconds(let value) = DurationScanner.scan(text, range.lowerBound, range.upperBound) else {
      return nil
    }
    return TimeSpan(milliseconds: value)
  }

  /// `64KiB`, `10MB`.
  package func sizeLiteral(_ token: TokenID) -> ByteSize? {
    let range = byteRange(token)
    let unit = digitsEnd(range)
    guard let number = decimalNumber(text, range.lowerBound, unit),
      let size = ByteUnit.scan(text, unit, range.upperBound)
    else { return nil }
    let product = number.multipliedReportingOverflow(by: size)
    return product.overflow ? nil : ByteSize(bytes: product.partialValue)
  }

  /// `25Mbps`.
  package func bandwidthLiteral(_ token: TokenID) -> Bandwidth? {
    let range = byteRange(token)
    let unit = digitsEnd(range)
    guard let number = decimalNumber(text, range.lowerBound, unit),
      let size = BitRateUnit.scan(text, unit, range.upperBound)
    else { return nil }
    let product = number.multipliedReportingOverflow(by: size)
    return product.overflow ? nil : Bandwidth(bitsPerSecond: product.partialValue)
  }

  /// `100/s`.
  package func rateLiteral(_ token: TokenID) -> Rate? {
    let range = byteRange(token)
    let slash = digitsEnd(range)
    guard let count = decimalNumber(text, range.lowerBound, slash), slash + 2 == range.upperBound else { return nil }
    switch text[slash + 1] {
    case UInt8(ascii: "s"): return Rate(count: count, unit: .second)
    case UInt8(ascii: "m"): return Rate(count: count, unit: .minute)
    case UInt8(ascii: "h"): return Rate(count: count, unit: .hour)
    default: return nil
    }
  }

  /// `99.95%`, 100% at most.
  package func percentageLiteral(_ token: TokenID) -> Percentage? {
    let range = byteRange(token)
    let point = digitsEnd(range)
    guard point < range.upperBound, let whole = decimalNumber(text, range.lowerBound, point), whole <= 100 else {
      return nil
    }
    var parts = UInt32(whole) * 10_000
    var unit: UInt32 = 1000
    for byte in text[point..<range.upperBound] where byte.isDigit {
      parts += UInt32(byte - 48) * unit
      unit /= 10
    }
    return parts > 1_000_000 ? nil : Percentage(partsPerMillion: parts)
  }

  /// `AS64500`.
  package func asNumberLiteral(_ token: TokenID) -> ASNumber? {
    let range = byteRange(token)
    guard range.count > 2 else { return nil }
    return decimalNumber(text, range.lowerBound + 2, range.upperBound).flatMap { UInt32(exactly: $0) }
      .map { ASNumber($0) }
  }

  /// `64500:120`, `64500:1:2`.
  package func communityLiteral(_ token: TokenID) -> BGPCommunity? {
    var parts: [UInt32] = []
    for part in text[byteRange(token)].split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false) {
      guard let number = decimalNumber(text, part.startIndex, part.endIndex), let value = UInt32(exactly: number) else {
        return nil
      }
      parts.append(value)
    }
    if parts.count == 3 { return .large(parts[0], parts[1], parts[2]) }
    guard parts.count == 2, let first = UInt16(exactly: parts[0]), let second = UInt16(exactly: parts[1]) else {
      return nil
    }
    return .standard(first, second)
  }

  /// An integer, an inclusive range, or a class such as `5xx`, of statuses or ports.
  package func numberRangeLiteral(_ token: TokenID) -> ClosedRange<UInt16>? {
    let range = byteRange(token)
    let firstEnd = digitsEnd(range)
    guard let first = decimalNumber(text, range.lowerBound, firstEnd).flatMap({ UInt16(exactly: $0) }) else {
      return nil
    }
    if kind(of: token) == .statusClass { return first <= 5 ? first * 100...first * 100 + 99 : nil }
    if firstEnd == range.upperBound { return first...first }
    guard let last = decimalNumber(text, firstEnd + 2, range.upperBound).flatMap({ UInt16(exactly: $0) }), first <= last
    else { return nil }
    return first...last
  }

  /// `203.0.113.7`, `2001:db8::7`.
  package func addressLiteral(_ token: TokenID) -> IPAddress? {
    let range = byteRange(token)
    return AddressScanner.scan(text, range.lowerBound, range.upperBound)
  }

  /// `203.0.113.0/24`, without host bits.
  package func prefixLiteral(_ token: TokenID) -> IPPrefix? {
    let range = byteRange(token)
    guard let slash = text[range].lastIndex(of: UInt8(ascii: "/")),
      let address = AddressScanner.scan(text, range.lowerBound, slash),
      let length = decimalNumber(text, slash + 1, range.upperBound), length <= UInt64(address.family.bitWidth),
      !IPPrefix.hasHostBits(address, length: Int(length))
    else { return nil }
    return IPPrefix(containing: address, length: Int(length))
  }

  /// `203.0.113.10..203.0.113.20`, the first not above the last.
  package func rangeLiteral(_ token: TokenID) -> IPRange? {
    let range = byteRange(token)
    guard let dots = WordShape(text, range.lowerBound, range.upperBound).doubleDot,
      let first = AddressScanner.scan(text, range.lowerBound, dots),
      let last = AddressScanner.scan(text, dots + 2, range.upperBound), first.family == last.family, first <= last
    else { return nil }
    return IPRange(first: first, last: last)
  }

  /// `203.0.113.7:8443`, `[2001:db8::7]:8443`, `pay.example.com:8443`.
  package func endpointLiteral(_ token: TokenID) -> HostEndpoint? {
    let range = byteRange(token)
    guard let colon = text[range].lastIndex(of: UInt8(ascii: ":")), colon > range.lowerBound,
      let port = decimalNumber(text, colon + 1, range.upperBound).flatMap({ UInt16(exactly: $0) })
    else { return nil }
    if text[range.lowerBound] == UInt8(ascii: "[") {
      return AddressScanner.scan(text, range.lowerBound + 1, colon - 1).map {
        HostEndpoint(host: .address($0), port: port)
      }
    }
    if let address = AddressScanner.scan(text, range.lowerBound, colon) {
      return HostEndpoint(host: .address(address), port: port)
    }
    return HostEndpoint(host: .name(lowercased(range.lowerBound..<colon)), port: port)
  }

  /// A host, with or without a wildcard, in lower case. For any token: the bytes behind a wildcard are the name.
  package func hostLiteral(_ token: TokenID) -> HostPattern {
    var range = byteRange(token)
    var stars = 0
    while stars < 2, stars < range.count, text[range.lowerBound + stars] == UInt8(ascii: "*") { stars += 1 }
    if stars > 0 { range = min(range.lowerBound + stars + 1, range.upperBound)..<range.upperBound }
    return HostPattern(wildcard: stars == 0 ? .none : stars == 1 ? .oneLabel : .labels, name: lowercased(range))
  }

  /// A URL without `${…}`, taken apart.
  package func urlLiteral(_ token: TokenID) -> WebURL? {
    let range = byteRange(token)
    if kind(of: token) != .url || text[range].contains(UInt8(ascii: "{")) { return nil }
    return WebURL(parsing: Array(text[range]))
  }

  private func lowercased(_ range: Range<Int>) -> String {
    let isLower = !text[range].contains { $0 >= 65 && $0 <= 90 }
    if isLower { return String(decoding: text[range], as: UTF8.self) }
    return String(decoding: text[range].map { $0 >= 65 && $0 <= 90 ? $0 | 32 : $0 }, as: UTF8.self)
  }
}

extension WebURL {
  /// Takes an `http://` or `https://` URL apart; nil if its host or port is none.
  package init?(parsing string: String) { self.init(parsing: Array(string.utf8)) }

  init?(parsing text: [UInt8]) {
    guard text.starts(with: "http://".utf8) || text.starts(with: "https://".utf8),
      URLScanner.problem(text, 0, text.count) == nil
    else { return nil }
    let parts = URLScanner(text, 0, text.count)
    guard !parts.host.isEmpty else { return nil }
    var port: UInt16 = parts.isTLS ? 443 : 80
    if let digits = parts.port {
      guard let number = decimalNumber(text, digits.lowerBound, digits.upperBound).flatMap({ UInt16(exactly: $0) })
      else { return nil }
      port = number
    }
    let path = String(decoding: text[parts.pathAndQuery], as: UTF8.self)
    self.init(
      isTLS: parts.isTLS, host: String(decoding: text[parts.host], as: UTF8.self).lowercased(), port: port,
      pathAndQuery: path.hasPrefix("/") ? path : "/" + path)
  }
}
