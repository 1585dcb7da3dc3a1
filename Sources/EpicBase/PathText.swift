/// The text of a path as Envoy has it when routes compare it: dot segments and repeated slashes are gone, unreserved
/// characters stand for themselves (RFC 3986 section 2.3), and what a path cannot hold is percent-encoded.
package enum PathText {
  /// Why no request that reaches a route has a path.
  package enum Problem: Hashable, Sendable {
    case noSlash, query, emptySegment, dotSegment, backslash, percent, refusedEscape
  }

  /// The bytes with percent-encoded unreserved characters decoded. Other encoding stays as it is written.
  package static func normalized(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "%"), let byte = encoded(bytes, index), isUnreserved(byte) {
        result.append(byte)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  /// The byte that the `%XX` at the index stands for; nil if none does.
  package static func encoded(_ bytes: ArraySlice<UInt8>, _ index: Int) -> UInt8? {
    guard index + 2 < bytes.endIndex, let high = hexValue(bytes[index + 1]), let low = hexValue(bytes[index + 2]) else {
      return nil
    }
    return high << 4 | low
  }

  /// Whether Envoy refuses requests whose path holds the encoded byte: slashes of both kinds, and the null byte.
  package static func isRefused(encoded byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") || byte == 0
  }

  /// Whether the segment is `.` or `..`, however it is encoded, alone or with parameters behind a `;`.
  package static func isDotSegment(_ segment: ArraySlice<UInt8>) -> Bool {
    let text = normalized(segment)
    if hasDotParameters(text[...]) { return true }
    return text == [UInt8(ascii: ".")] || text == [UInt8(ascii: "."), UInt8(ascii: ".")]
  }

  /// The pattern of exactly this path. A query, a `//` or a dot segment is in no path that a route sees.
  package static func exact(_ text: String) -> Result<PathPattern, PathProblem> {
    let bytes = Array(text.utf8)[...]
    guard bytes.first == UInt8(ascii: "/") else { return .failure(PathProblem(.noSlash, text)) }
    var segments: [PathPattern.Segment] = []
    var index = 1
    while index < bytes.count {
      let start = index
      var segment: [UInt8] = []
      while index < bytes.count && bytes[index] != UInt8(ascii: "/") {
        if let problem = append(bytes, &index, to: &segment) { return .failure(problem) }
      }
      if segment.isEmpty { return .failure(PathProblem(.emptySegment, "//")) }
      if isDotSegment(segment[...]) {
        return .failure(PathProblem(.dotSegment, String(decoding: bytes[start..<index], as: UTF8.self)))
      }
      segments.append(.literal(String(decoding: segment, as: UTF8.self)))
      index += 1
    }
    return .success(PathPattern(segments: segments, hasTrailingSlash: bytes.last == UInt8(ascii: "/")))
  }

  private static func append(_ bytes: ArraySlice<UInt8>, _ index: inout Int, to segment: inout [UInt8]) -> PathProblem?
  {
    let byte = bytes[index]
    switch byte {
    case UInt8(ascii: "?"), UInt8(ascii: "#"): return PathProblem(.query, String(Unicode.Scalar(byte)))
    case UInt8(ascii: "\\"): return PathProblem(.backslash, "\\")
    case 0: return PathProblem(.refusedEscape, "%00")
    case UInt8(ascii: "%"):
      let end = min(index + 3, bytes.endIndex)
      let written = String(decoding: bytes[index..<end], as: UTF8.self)
      guard let value = encoded(bytes, index) else { return PathProblem(.percent, written) }
      if isRefused(encoded: value) { return PathProblem(.refusedEscape, written) }
      segment.append(contentsOf: normalized(bytes[index..<end]))
      index = end
      return nil
    case 1...32, 127...255, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "^"),
      UInt8(ascii: "`"),
      UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
      segment.append(UInt8(ascii: "%"))
      segment.append(hexDigit(byte >> 4))
      segment.append(hexDigit(byte & 15))
    default: segment.append(byte)
    }
    index += 1
    return nil
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  private static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - 48
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - 87
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - 55
    default: nil
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? value + 48 : value + 55 }
}

/// What is wrong with a path's text, and the part that is.
package struct PathProblem: Error, Hashable, Sendable {
  package var problem: PathText.Problem
  package var part: String

  package init(_ problem: PathText.Problem, _ part: String) {
    self.problem = problem
    self.part = part
  }
}
