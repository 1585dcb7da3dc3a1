package import EpicBase

/// A string taken apart: text and the names between `${` and `}`.
package enum StringPart: Hashable, Sendable {
  case text(String)
  case interpolation(String)
}

extension SyntaxTree {
  /// The parts of a string, block string or URL, escapes resolved, the indentation of a block removed. One part at
  /// least; an empty string is one empty text. Empty for a damaged token.
  package func stringParts(_ token: TokenID) -> [StringPart] {
    if isDamaged(token) { return [] }
    let range = byteRange(token)
    switch kind(of: token) {
    case .string: return parts(range.lowerBound + 1..<range.upperBound - 1, indentation: 0)
    case .blockString:
      let block = BlockLayout(text, range.lowerBound, range.upperBound)
      return parts(block.content, indentation: block.indentation.count)
    case .url: return parts(range, indentation: 0)
    default: return []
    }
  }

  private func parts(_ range: Range<Int>, indentation: Int) -> [StringPart] {
    // Most strings are plain: one copy of their bytes.
    if indentation == 0
      && !text[range].contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "$") || $0 == 13 })
    {
      return [.text(String(decoding: text[range], as: UTF8.self))]
    }
    var result: [StringPart] = []
    var bytes: [UInt8] = []
    var scanner = StringScanner(start: range.lowerBound, end: range.upperBound)
    while let piece = scanner.next(text) {
      switch piece {
      case .text(let text): append(text, startsLine: text.lowerBound == range.lowerBound, indentation, to: &bytes)
      case .escape(_, let value):
        if let scalar = Unicode.Scalar(value) { bytes.append(contentsOf: String(scalar).utf8) }
      case .interpolation(let name):
        if !bytes.isEmpty { result.append(.text(String(decoding: bytes, as: UTF8.self))) }
        bytes.removeAll(keepingCapacity: true)
        result.append(.interpolation(String(decoding: text[name], as: UTF8.self)))
      case .unknownEscape, .badInterpolation, .control: break
      }
    }
    if !bytes.isEmpty || result.isEmpty { result.append(.text(String(decoding: bytes, as: UTF8.self))) }
    return result
  }

  /// Appends text of a string; a block's lines lose their indentation, and CRLF is one newline.
  private func append(_ range: Range<Int>, startsLine: Bool, _ indentation: Int, to bytes: inout [UInt8]) {
    var blanks = startsLine ? indentation : 0
    for index in range {
      let byte = text[index]
      if blanks > 0 && (byte == 32 || byte == 9) {
        blanks -= 1
        continue
      }
      blanks = byte == 10 ? indentation : 0
      if byte == 13 && index + 1 < text.count && text[index + 1] == 10 { continue }
      bytes.append(byte)
    }
  }

  /// The text of a regular expression: raw, but `\"` is a quote. Empty for other and damaged tokens.
  package func regexLiteral(_ token: TokenID) -> String {
    if kind(of: token) != .regex || isDamaged(token) { return "" }
    let range = byteRange(token)
    var bytes: [UInt8] = []
    var index = range.lowerBound + 3
    let end = range.upperBound - 1
    while index < end {
      if text[index] == UInt8(ascii: "\\") && index + 1 < end {
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

  /// A path literal, percent-encoded unreserved characters decoded.
  package func pathLiteral(_ token: TokenID) -> PathPattern? {
    let range = byteRange(token)
    if kind(of: token) != .path || isDamaged(token) { return nil }
    var segments: [PathPattern.Segment] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let start = index + 1
      index = start
      while index < range.upperBound && text[index] != UInt8(ascii: "/") { index += 1 }
      if index == start { return PathPattern(segments: segments, hasTrailingSlash: true) }
      let (open, close) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
      if text[start] == UInt8(ascii: "*") { return PathPattern(segments: segments, tail: .subtree) }
      guard text[start] == open && text[index - 1] == close else {
        segments.append(pathSegment(start..<index))
        continue
      }
      if index - start > 4 && text[index - 2] == UInt8(ascii: ".") {
        return PathPattern(
          segments: segments, tail: .rest(String(decoding: text[start + 1..<index - 4], as: UTF8.self)))
      }
      segments.append(.capture(String(decoding: text[start + 1..<index - 1], as: UTF8.self)))
    }
    return PathPattern(segments: segments)
  }

  /// A segment that is not all capture. The scanner lets one capture stand in it.
  private func pathSegment(_ range: Range<Int>) -> PathPattern.Segment {
    func part(_ part: Range<Int>) -> String {
      let bytes = text[part]
      return bytes.contains(UInt8(ascii: "%"))
        ? String(decoding: PathText.normalized(bytes), as: UTF8.self) : String(decoding: bytes, as: UTF8.self)
    }
    guard let open = text[range].firstIndex(of: UInt8(ascii: "{")),
      let close = text[open..<range.upperBound].firstIndex(of: UInt8(ascii: "}"))
    else { return .literal(part(range)) }
    return .partial(
      prefix: part(range.lowerBound..<open), capture: String(decoding: text[open + 1..<close], as: UTF8.self),
      suffix: part(close + 1..<range.upperBound))
  }
}
