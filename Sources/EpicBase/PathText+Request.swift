extension PathText {
  /// The path of a request as routes compare it, or nil where the edge answers 400: it does not start with `/`, or holds
  /// an encoded slash, backslash or null byte. `raw` is what the client sent, up to the `?`. Linear.
  ///
  /// The order is Envoy's: unreserved characters are decoded and dot segments resolved (RFC 3986 section 5.2.4), then
  /// slashes are merged, so that `/a//../b` is `/a/b`.
  package static func requestPath(_ raw: some Sequence<UInt8>) -> [UInt8]? {
    let bytes = Array(raw)[...]
    guard bytes.first == UInt8(ascii: "/") else { return nil }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "%"), let value = encoded(bytes, index) {
        if isRefused(encoded: value) { return nil }
        text += normalized(bytes[index..<index + 3])
        index += 3
        continue
      }
      if byte == 0 { return nil }
      appendSent(byte, to: &text)
      index += 1
    }
    return mergingSlashes(resolvingDots(text))
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

  private static func mergingSlashes(_ text: [UInt8]) -> [UInt8] {
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
