import EpicBase
import EpicSyntax

/// A string taken apart: text and the names between `${` and `}`.
enum StringPart: Hashable {
  case text(String)
  case interpolation(String)
}

extension SyntaxTree {
  /// The parts of a string, block string or URL, escapes resolved.
  func stringParts(_ token: TokenID) -> [StringPart] {
    let start = Int(start(of: token))
    let end = Int(end(of: token))
    switch kind(of: token) {
    case .string: return parts(start + 1, end - 1, 0)
    case .blockString:
      let layout = blockLayout(start, end)
      return parts(layout.start, layout.end, layout.indentation)
    default: return parts(start, end, 0)
    }
  }

  /// The text of a regular expression: raw, but `\"` is a quote.
  func regexLiteral(_ token: TokenID) -> String {
    let start = Int(start(of: token)) + 3
    let end = Int(end(of: token)) - 1
    var bytes: [UInt8] = []
    var index = start
    while index < end {
      if text[index] == UInt8(ascii: "\\"), index + 1 < end {
        if text[index + 1] != UInt8(ascii: "\"") { bytes.append(text[index]) }
        bytes.append(text[index + 1])
        index += 2
      } else {
        bytes.append(text[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A path literal.
  func pathLiteral(_ token: TokenID) -> PathPattern? {
    let end = Int(end(of: token))
    var index = Int(start(of: token))
    var segments: [PathPattern.Segment] = []
    while index < end {
      guard text[index] == UInt8(ascii: "/") else { return nil }
      var segmentEnd = index + 1
      while segmentEnd < end && text[segmentEnd] != UInt8(ascii: "/") { segmentEnd += 1 }
      let segment = text[index + 1..<segmentEnd]
      if segment.isEmpty {
        return segmentEnd == end ? PathPattern(segments: segments, hasTrailingSlash: true) : nil
      }
      let string = String(decoding: segment, as: UTF8.self)
      if string == "**" {
        return segmentEnd == end ? PathPattern(segments: segments, tail: .subtree) : nil
      }
      if string.hasPrefix("{") && string.hasSuffix("...}") {
        let name = String(string.dropFirst().dropLast(4))
        return segmentEnd == end ? PathPattern(segments: segments, tail: .rest(name)) : nil
      }
      if string.hasPrefix("{") && string.hasSuffix("}") {
        segments.append(.capture(String(string.dropFirst().dropLast())))
      } else {
        segments.append(.literal(string))
      }
      index = segmentEnd
    }
    return PathPattern(segments: segments)
  }

  private func parts(_ start: Int, _ end: Int, _ indentation: Int) -> [StringPart] {
    if indentation == 0, start <= end, !hasSpecial(start, end) {
      return [.text(String(decoding: text[start..<end], as: UTF8.self))]
    }
    var result: [StringPart] = []
    var bytes: [UInt8] = []
    var index = start
    if indentation > 0 { skipBlanks(&index, end, indentation) }
    while index < end {
      let byte = text[index]
      if byte == UInt8(ascii: "\\"), index + 1 < end {
        appendEscape(&index, end, &bytes)
      } else if byte == UInt8(ascii: "$"), index + 1 < end, text[index + 1] == UInt8(ascii: "{") {
        if !bytes.isEmpty { result.append(.text(String(decoding: bytes, as: UTF8.self))) }
        bytes.removeAll(keepingCapacity: true)
        let nameStart = index + 2
        index = nameStart
        while index < end && text[index] != UInt8(ascii: "}") { index += 1 }
        result.append(.interpolation(String(decoding: text[nameStart..<index], as: UTF8.self)))
        index += 1
      } else if byte == 13, index + 1 < end, text[index + 1] == 10 {
        index += 1
      } else {
        bytes.append(byte)
        index += 1
        if byte == 10 && indentation > 0 { skipBlanks(&index, end, indentation) }
      }
    }
    if !bytes.isEmpty || result.isEmpty { result.append(.text(String(decoding: bytes, as: UTF8.self))) }
    return result
  }

  /// Whether the bytes mean anything but themselves.
  private func hasSpecial(_ start: Int, _ end: Int) -> Bool {
    for index in start..<end {
      let byte = text[index]
      if byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "$") || byte == 13 { return true }
    }
    return false
  }

  private func skipBlanks(_ index: inout Int, _ end: Int, _ count: Int) {
    var rest = count
    while rest > 0, index < end, text[index] == 32 || text[index] == 9 {
      index += 1
      rest -= 1
    }
  }

  private func appendEscape(_ index: inout Int, _ end: Int, _ bytes: inout [UInt8]) {
    let escape = text[index + 1]
    index += 2
    switch escape {
    case UInt8(ascii: "n"): bytes.append(10)
    case UInt8(ascii: "r"): bytes.append(13)
    case UInt8(ascii: "t"): bytes.append(9)
    case UInt8(ascii: "u"):
      var value: UInt32 = 0
      while index < end && text[index] != UInt8(ascii: "}") {
        if let digit = Character(Unicode.Scalar(text[index])).hexDigitValue { value = value << 4 | UInt32(digit) }
        index += 1
      }
      index = min(index + 1, end)
      if let scalar = Unicode.Scalar(value) { bytes.append(contentsOf: String(scalar).utf8) }
    default: bytes.append(escape)
    }
  }

  /// Where the text of a block string lies: behind the first newline and before the last one, every line without the
  /// blanks that stand before the closing quotes.
  private func blockLayout(_ start: Int, _ end: Int) -> (start: Int, end: Int, indentation: Int) {
    let last = end - 3
    var first = start + 3
    while first < last && (text[first] == 32 || text[first] == 9 || text[first] == 13) { first += 1 }
    var blanks = last
    while blanks > first && (text[blanks - 1] == 32 || text[blanks - 1] == 9) { blanks -= 1 }
    guard first < last, text[first] == 10, blanks > first, text[blanks - 1] == 10 else { return (start + 3, last, 0) }
    return (first + 1, max(first + 1, blanks - 1), last - blanks)
  }
}
