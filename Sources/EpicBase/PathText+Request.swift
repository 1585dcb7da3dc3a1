extension PathText {
  /// The path of a request as routes compare it, or nil where the edge answers 400: it does not start with `/`, or holds
  /// an encoded slash, backslash or null byte. `raw` is what the client sent, up to the `?`. Linear.
  ///
  /// The order is Envoy's: unreserved characters are decoded and dot segments resolved (RFC 3986 section 5.2.4), then
  /// slashes are merged, so that `/a//../b` is `/a/b`.
  package static func requestPath(_ raw: some Sequence<UInt8>) -> [UInt8]? {
    let sent = Array(raw)[...]
    guard sent.first == UInt8(ascii: "/") else { return nil }
    for index in sent.indices where sent[index] == UInt8(ascii: "%") {
      if let byte = encoded(sent, index), byte != 0, isRefused(encoded: byte) { return nil }
    }
    let bytes = withoutDotParameters(sent)[...]
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var index = 0
    // Where the last percent sign stands that begins no `%XX`.
    var bare: Int?
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "%"), let value = encoded(bytes, index) {
        if value == 0 { return nil }
        let part = normalized(bytes[index..<index + 3])
        text += part
        index += 3
        if part.count == 1, let bare, bare + 3 >= text.count {
          keepApart(bare, next: index < bytes.count ? bytes[index] : nil, in: &text)
        }
        continue
      }
      if byte == UInt8(ascii: "%") { bare = text.count }
      if byte == 0 { return nil }
      appendSent(byte, to: &text)
      index += 1
    }
    return mergingSlashes(resolvingDots(text))
  }

  /// Dot segments that are written as such lose their parameters (RFC 3986 section 3.3): `..;x` is `..`.
  private static func withoutDotParameters(_ sent: ArraySlice<UInt8>) -> [UInt8] {
    let dot = UInt8(ascii: ".")
    let semicolon = UInt8(ascii: ";")
    guard sent.contains(semicolon) else { return Array(sent) }
    var result: [UInt8] = []
    result.reserveCapacity(sent.count)
    for segment in sent.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      result.append(UInt8(ascii: "/"))
      let dots = segment.prefix(2).prefix { $0 == dot }
      let isDotSegment = !dots.isEmpty && segment.dropFirst(dots.count).first == semicolon
      result += isDotSegment ? dots : segment
    }
    return result
  }

  /// Whether a segment of a normalised path is `.` or `..` with parameters behind a `;`, its dots written as such or encoded,
  /// once or several times over. Servers that take parameters away after they were asked for a path see a dot segment
  /// then, which no route saw: the edge answers 400. Linear.
  package static func holdsDotParameters(_ path: some Collection<UInt8>) -> Bool {
    guard path.contains(UInt8(ascii: ";")) else { return false }
    return path.split(separator: UInt8(ascii: "/")).contains { hasDotParameters(Array($0)[...]) }
  }

  /// The same of one segment.
  static func hasDotParameters(_ segment: ArraySlice<UInt8>) -> Bool {
    var rest = segment
    var dots = 0
    while dots < 2, let length = encodedDot(rest) {
      rest = rest.dropFirst(length)
      dots += 1
    }
    return dots > 0 && rest.first == UInt8(ascii: ";")
  }

  /// How many bytes spell a dot at the start, as `.`, `%2e`, `%252e` and so on.
  private static func encodedDot(_ bytes: ArraySlice<UInt8>) -> Int? {
    if bytes.first == UInt8(ascii: ".") { return 1 }
    guard bytes.first == UInt8(ascii: "%") else { return nil }
    var rest = bytes.dropFirst()
    while rest.starts(with: "25".utf8) { rest = rest.dropFirst(2) }
    guard rest.starts(with: "2e".utf8) || rest.starts(with: "2E".utf8) else { return nil }
    return rest.startIndex + 2 - bytes.startIndex
  }

  /// What was decoded last may not make a `%XX` of a bare percent sign before it, or `%2%46` would become a slash: then the
  /// percent sign is encoded. `next` is what follows undecoded.
  private static func keepApart(_ bare: Int, next: UInt8?, in text: inout [UInt8]) {
    guard let last = text.last else { return }
    let takesNext = bare == text.count - 2
    if takesNext {
      guard let next, next < 128 else { return }
      text.append(next)
    }
    guard encoded(text[...], bare) != nil else {
      if takesNext { text.removeLast() }
      return
    }
    if !takesNext { text.append(text[bare + 1]) }
    text[bare + 1] = UInt8(ascii: "2")
    text[bare + 2] = UInt8(ascii: "5")
    text.append(last)
  }

  /// A byte that was sent as itself: a backslash is a slash, and what a path cannot hold is percent-encoded.
  private static func appendSent(_ byte: UInt8, to text: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\\"): text.append(UInt8(ascii: "/"))
    case 1...32, 127...255, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "^"),
      UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
      text.append(UInt8(ascii: "%"))
      text.append(upperHexDigit(byte >> 4))
      text.append(upperHexDigit(byte & 15))
    default: text.append(byte)
    }
  }

  private static func upperHexDigit(_ value: UInt8) -> UInt8 { value < 10 ? value + 48 : value + 55 }

  private static func resolvingDots(_ text: [UInt8]) -> [UInt8] {
    var segments: [ArraySlice<UInt8>] = []
    let parts = text.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    for (position, part) in parts.enumerated() {
      let isLast = position == parts.count - 1
      if part.elementsEqual([UInt8(ascii: ".")]) {
        if isLast { segments.append([]) }
      } else if part.elementsEqual([UInt8(ascii: "."), UInt8(ascii: ".")]) {
        _ = segments.popLast()
        if isLast { segments.append([]) }
      } else {
        segments.append(part)
      }
    }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    for segment in segments {
      result.append(UInt8(ascii: "/"))
      result += segment
    }
    return result.isEmpty ? [UInt8(ascii: "/")] : result
  }

  /// A path of slashes alone is left with two of them.
  private static func mergingSlashes(_ text: [UInt8]) -> [UInt8] {
    if text.count > 1, text.allSatisfy({ $0 == UInt8(ascii: "/") }) { return Array(text.prefix(2)) }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    for byte in text where byte != UInt8(ascii: "/") || result.last != byte { result.append(byte) }
    return result
  }

  /// The bytes with every `%XX` decoded; a percent sign before anything else stays. A `+` is a plus.
  package static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "%"), let byte = encoded(bytes, index) {
        result.append(byte)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }
}
