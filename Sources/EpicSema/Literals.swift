import EpicBase
import EpicSyntax

/// Reads the values of literal tokens. The lexer has checked them: nil means that it reported the token.
extension SyntaxTree {
  /// Whether the lexer refused the token.
  func isDamaged(_ token: TokenID) -> Bool { kind(of: token) == .invalid || flags(of: token).contains(.malformed) }

  /// The text of a span of this file; empty for spans of others.
  func string(in span: SourceSpan) -> String {
    guard span.source == source, span.start <= span.end, Int(span.end) <= text.count else { return "" }
    return String(decoding: text[Int(span.start)..<Int(span.end)], as: UTF8.self)
  }

  private func bounds(_ token: TokenID) -> (start: Int, end: Int) { (Int(start(of: token)), Int(end(of: token))) }

  /// Digits of the token, as far as they go, from `index` on.
  private func digits(_ index: inout Int, _ end: Int) -> UInt64? {
    let start = index
    var value: UInt64 = 0
    while index < end, text[index] >= 48, text[index] <= 57 {
      let product = value.multipliedReportingOverflow(by: 10)
      let sum = product.partialValue.addingReportingOverflow(UInt64(text[index] - 48))
      if product.overflow || sum.overflow { return nil }
      value = sum.partialValue
      index += 1
    }
    return index > start ? value : nil
  }

  func integerLiteral(_ token: TokenID) -> Int64? {
    var (index, end) = bounds(token)
    guard let value = digits(&index, end), index == end else { return nil }
    return Int64(exactly: value)
  }

  func decimalLiteral(_ token: TokenID) -> DecimalNumber? {
    var (index, end) = bounds(token)
    guard index < end else { return nil }
    let isNegative = text[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    var mantissa: Int64 = 0
    var scale: UInt8 = 0
    var hasPoint = false
    while index < end {
      let byte = text[index]
      index += 1
      if byte == UInt8(ascii: ".") && !hasPoint {
        hasPoint = true
        continue
      }
      guard byte >= 48, byte <= 57, scale < 18 else { return nil }
      let product = mantissa.multipliedReportingOverflow(by: 10)
      let sum = product.partialValue.addingReportingOverflow(Int64(byte - 48))
      if product.overflow || sum.overflow { return nil }
      mantissa = sum.partialValue
      if hasPoint { scale += 1 }
    }
    return DecimalNumber(mantissa: isNegative ? -mantissa : mantissa, scale: scale)
  }

  func versionLiteral(_ token: TokenID) -> Version? {
    var (index, end) = bounds(token)
    var components: [UInt32] = []
    while true {
      guard let number = digits(&index, end), let component = UInt32(exactly: number) else { return nil }
      components.append(component)
      if index == end { return Version(components) }
      guard text[index] == UInt8(ascii: ".") else { return nil }
      index += 1
    }
  }

  func durationLiteral(_ token: TokenID) -> TimeSpan? {
    var (index, end) = bounds(token)
    var total: UInt64 = 0
    while index < end {
      guard let number = digits(&index, end), index < end else { return nil }
      var unit: UInt64
      switch text[index] {
      case UInt8(ascii: "d"): unit = 86_400_000
      case UInt8(ascii: "h"): unit = 3_600_000
      case UInt8(ascii: "m"): unit = 60_000
      case UInt8(ascii: "s"): unit = 1000
      default: return nil
      }
      index += 1
      if unit == 60_000, index < end, text[index] == UInt8(ascii: "s") {
        unit = 1
        index += 1
      }
      let product = number.multipliedReportingOverflow(by: unit)
      let sum = total.addingReportingOverflow(product.partialValue)
      if product.overflow || sum.overflow { return nil }
      total = sum.partialValue
    }
    return TimeSpan(milliseconds: total)
  }

  func sizeLiteral(_ token: TokenID) -> ByteSize? {
    var (index, end) = bounds(token)
    guard let number = digits(&index, end), index < end else { return nil }
    let isBinary = end - index == 3
    let base: UInt64 = isBinary ? 1024 : 1000
    var factor: UInt64 = 1
    for letter in "KMGT".utf8 {
      if text[index] == UInt8(ascii: "B") { break }
      factor *= base
      if text[index] == letter { break }
    }
    let product = number.multipliedReportingOverflow(by: factor)
    return product.overflow ? nil : ByteSize(bytes: product.partialValue)
  }

  func bandwidthLiteral(_ token: TokenID) -> Bandwidth? {
    var (index, end) = bounds(token)
    guard let number = digits(&index, end), index < end else { return nil }
    var factor: UInt64 = 1
    for letter in "KMGT".utf8 {
      if text[index] == UInt8(ascii: "b") { break }
      factor *= 1000
      if text[index] == letter { break }
    }
    let product = number.multipliedReportingOverflow(by: factor)
    return product.overflow ? nil : Bandwidth(bitsPerSecond: product.partialValue)
  }

  func rateLiteral(_ token: TokenID) -> Rate? {
    var (index, end) = bounds(token)
    guard let count = digits(&index, end), index + 1 < end else { return nil }
    switch text[index + 1] {
    case UInt8(ascii: "s"): return Rate(count: count, unit: .second)
    case UInt8(ascii: "m"): return Rate(count: count, unit: .minute)
    case UInt8(ascii: "h"): return Rate(count: count, unit: .hour)
    default: return nil
    }
  }

  func percentageLiteral(_ token: TokenID) -> Percentage? {
    var (index, end) = bounds(token)
    guard let whole = digits(&index, end), whole <= 100, index < end else { return nil }
    var parts = UInt32(whole) * 10_000
    if text[index] == UInt8(ascii: ".") {
      index += 1
      var unit: UInt32 = 1000
      while index < end, text[index] >= 48, text[index] <= 57 {
        parts += UInt32(text[index] - 48) * unit
        unit /= 10
        index += 1
      }
    }
    return parts > 1_000_000 ? nil : Percentage(partsPerMillion: parts)
  }

  func asNumberLiteral(_ token: TokenID) -> ASNumber? {
    var (index, end) = bounds(token)
    index += 2
    return digits(&index, end).flatMap { UInt32(exactly: $0) }.map { ASNumber($0) }
  }

  func communityLiteral(_ token: TokenID) -> BGPCommunity? {
    var (index, end) = bounds(token)
    var parts: [UInt32] = []
    while let number = digits(&index, end), let part = UInt32(exactly: number) {
      parts.append(part)
      if index >= end { break }
      index += 1
    }
    if parts.count == 3 { return .large(parts[0], parts[1], parts[2]) }
    guard parts.count == 2, let first = UInt16(exactly: parts[0]), let second = UInt16(exactly: parts[1]) else {
      return nil
    }
    return .standard(first, second)
  }

  /// An integer, an inclusive range, or a class such as `5xx`, of statuses or ports.
  func numberRangeLiteral(_ token: TokenID) -> ClosedRange<UInt16>? {
    var (index, end) = bounds(token)
    guard let first = digits(&index, end).flatMap({ UInt16(exactly: $0) }) else { return nil }
    if kind(of: token) == .statusClass { return first <= 5 ? first * 100...first * 100 + 99 : nil }
    if index == end { return first...first }
    index += 2
    guard let last = digits(&index, end).flatMap({ UInt16(exactly: $0) }), first <= last else { return nil }
    return first...last
  }

  func addressLiteral(_ token: TokenID) -> IPAddress? {
    let (start, end) = bounds(token)
    return address(start, end)
  }

  private func address(_ start: Int, _ end: Int) -> IPAddress? {
    guard start < end else { return nil }
    if let v4 = IPAddress.parseV4(text, start, end) { return IPAddress(v4: v4) }
    return IPAddress(parsing: text[start..<end])
  }

  func prefixLiteral(_ token: TokenID) -> IPPrefix? {
    let (start, end) = bounds(token)
    guard let slash = position(of: UInt8(ascii: "/"), start, end), let address = address(start, slash) else {
      return nil
    }
    var index = slash + 1
    guard let length = digits(&index, end), length <= 128, !IPPrefix.hasHostBits(address, length: Int(length)) else {
      return nil
    }
    return IPPrefix(containing: address, length: Int(length))
  }

  func rangeLiteral(_ token: TokenID) -> IPRange? {
    let (start, end) = bounds(token)
    var index = start
    while index + 1 < end && !(text[index] == UInt8(ascii: ".") && text[index + 1] == UInt8(ascii: ".")) { index += 1 }
    guard let first = address(start, index), index + 2 < end, let last = address(index + 2, end),
      first.family == last.family, first <= last
    else { return nil }
    return IPRange(first: first, last: last)
  }

  func endpointLiteral(_ token: TokenID) -> HostEndpoint? {
    let (start, end) = bounds(token)
    var colon = end - 1
    while colon > start && text[colon] != UInt8(ascii: ":") { colon -= 1 }
    var index = colon + 1
    guard colon > start, let port = digits(&index, end).flatMap({ UInt16(exactly: $0) }) else { return nil }
    if text[start] == UInt8(ascii: "[") {
      return address(start + 1, colon - 1).map { HostEndpoint(host: .address($0), port: port) }
    }
    if let v4 = IPAddress.parseV4(text, start, colon) {
      return HostEndpoint(host: .address(IPAddress(v4: v4)), port: port)
    }
    return HostEndpoint(host: .name(lowercased(start, colon)), port: port)
  }

  /// A host, with or without a wildcard.
  func hostLiteral(_ token: TokenID) -> HostPattern {
    var (start, end) = bounds(token)
    var wildcard = HostPattern.Wildcard.none
    while start < end, text[start] == UInt8(ascii: "*") {
      wildcard = wildcard == .none ? .oneLabel : .labels
      start += 1
    }
    if wildcard != .none && start < end { start += 1 }
    return HostPattern(wildcard: wildcard, name: lowercased(start, end))
  }

  func urlLiteral(_ token: TokenID) -> WebURL? {
    let (start, end) = bounds(token)
    return WebURL(parsing: String(decoding: text[start..<end], as: UTF8.self))
  }

  private func lowercased(_ start: Int, _ end: Int) -> String {
    var needsFolding = false
    for index in start..<max(start, end) where text[index] >= 65 && text[index] <= 90 { needsFolding = true }
    let string = String(decoding: text[start..<max(start, end)], as: UTF8.self)
    return needsFolding ? string.lowercased() : string
  }

  private func position(of byte: UInt8, _ start: Int, _ end: Int) -> Int? {
    var index = start
    while index < end {
      if text[index] == byte { return index }
      index += 1
    }
    return nil
  }
}

extension WebURL {
  /// Takes an `http://` or `https://` URL apart; nil if its host or port is none.
  init?(parsing string: String) {
    var rest = Substring(string)
    let isTLS: Bool
    if rest.hasPrefix("https://") {
      isTLS = true
      rest = rest.dropFirst(8)
    } else if rest.hasPrefix("http://") {
      isTLS = false
      rest = rest.dropFirst(7)
    } else {
      return nil
    }
    let pathStart = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
    var authority = rest[..<pathStart]
    var port: UInt16 = isTLS ? 443 : 80
    if !authority.hasSuffix("]"), let colon = authority.lastIndex(of: ":") {
      guard let number = UInt16(authority[authority.index(after: colon)...]), number > 0 else { return nil }
      port = number
      authority = authority[..<colon]
    }
    if authority.hasPrefix("[") && authority.hasSuffix("]") { authority = authority.dropFirst().dropLast() }
    guard !authority.isEmpty else { return nil }
    let path = rest[pathStart...]
    self.init(
      isTLS: isTLS, host: authority.lowercased(), port: port,
      pathAndQuery: path.hasPrefix("/") ? String(path) : "/" + path)
  }
}
