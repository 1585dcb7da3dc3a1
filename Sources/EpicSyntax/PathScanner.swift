import EpicBase

/// Finds the end of a path literal and its first mistake.
struct PathScanner {
  /// What is wrong with a path.
  enum Reason: Equatable {
    case emptySegment, dotSegment, character, capture, captureName, secondCapture, repeatedCapture, notLast, percent,
      refusedEscape
  }

  /// The first mistake and where it is.
  struct Problem: Equatable {
    var reason: Reason
    var range: Range<Int>
  }

  /// Behind the path's last byte.
  private(set) var end: Int
  private(set) var problem: Problem?
  private var captures: [Range<Int>] = []

  init(start: Int) { end = start }

  /// Reads the path whose `/` stands at `end`. Linear in the path's length.
  mutating func run(_ text: [UInt8]) {
    var isOpenEnded: Range<Int>?
    while end < text.count && text[end] == UInt8(ascii: "/") {
      if let open = isOpenEnded { note(.notLast, open) }
      let slash = end
      end += 1
      if end < text.count && text[end] == UInt8(ascii: "/") {
        while end + 1 < text.count && text[end + 1] == UInt8(ascii: "/") { end += 1 }
        note(.emptySegment, slash..<end + 1)
        continue
      }
      isOpenEnded = segment(text)
      if end < text.count && text[end] == UInt8(ascii: "{") { return }
    }
    skipRubbish(text)
  }

  /// Reads one segment. Gives where the segment is if it takes the rest of the path.
  private mutating func segment(_ text: [UInt8]) -> Range<Int>? {
    let start = end
    var hasCapture = false
    var isEncoded = false
    var rest: Range<Int>?
    while end < text.count {
      let byte = text[end]
      if byte == UInt8(ascii: "{") {
        guard let capture = capture(text) else { return nil }
        if hasCapture { note(.secondCapture, capture.range) }
        hasCapture = true
        if capture.isRest { rest = capture.range }
      } else if byte == UInt8(ascii: "*") && end == start && end + 1 < text.count && text[end + 1] == byte {
        end += 2
        rest = start..<end
      } else if byte.isPathCharacter {
        if byte == UInt8(ascii: "%") {
          isEncoded = true
          checkEscape(text)
        }
        end += 1
      } else {
        break
      }
    }
    if let rest, rest != start..<end { note(.notLast, rest) }
    let dot = UInt8(ascii: ".")
    if end == start + 1 && text[start] == dot || end == start + 2 && text[start] == dot && text[start + 1] == dot
      || isEncoded && PathText.isDotSegment(text[start..<end])
    {
      note(.dotSegment, start..<end)
    }
    return rest
  }

  /// Checks the `%` at `end`.
  private mutating func checkEscape(_ text: [UInt8]) {
    let range = end..<min(end + 3, text.count)
    guard let byte = PathText.encoded(text[range], end) else { return note(.percent, range) }
    if PathText.isRefused(encoded: byte) { note(.refusedEscape, range) }
  }

  /// Reads `{name}` or `{name...}`; nil, with the mistake noted and `end` before the `{`, if it is neither.
  private mutating func capture(_ text: [UInt8]) -> (range: Range<Int>, isRest: Bool)? {
    let start = end
    var position = start + 1
    while position < text.count,
      text[position] == UInt8(ascii: "_") || text[position] == UInt8(ascii: "-")
        || text[position].isLetter || text[position].isDigit
    {
      position += 1
    }
    let name = start + 1..<position
    let dots = UInt8(ascii: ".")
    let isRest =
      position + 2 < text.count && text[position] == dots && text[position + 1] == dots && text[position + 2] == dots
    if isRest { position += 3 }
    let startsWell = !name.isEmpty && (text[start + 1].isLetter || text[start + 1] == UInt8(ascii: "_"))
    guard startsWell, position < text.count, text[position] == UInt8(ascii: "}") else {
      // With its `}` in the same word it is a capture gone wrong, otherwise a body without its blank.
      while position < text.count, text[position] > 32, text[position] != UInt8(ascii: "}"),
        text[position] != UInt8(ascii: "{")
      {
        position += 1
      }
      if position < text.count && text[position] == UInt8(ascii: "}") {
        end = position + 1
        note(.captureName, start..<end)
        return (start..<end, false)
      }
      note(.capture, start..<start + 1)
      return nil
    }
    end = position + 1
    if captures.contains(where: { text[$0] == text[name] }) { note(.repeatedCapture, name) }
    // A path of thousands of captures is no path; comparing the first few with each other is enough to say so.
    if captures.count < 64 { captures.append(name) }
    return (start..<end, isRest)
  }

  /// Takes characters that touch the path and cannot follow one into it, as one mistake.
  private mutating func skipRubbish(_ text: [UInt8]) {
    let start = end
    while end < text.count, !PathScanner.mayFollow(text[end]) { end += 1 }
    if end > start { note(.character, start..<end) }
  }

  /// Whether the byte ends a path rightly.
  private static func mayFollow(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...32, 127, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"),
      UInt8(ascii: "{"):
      true
    default: false
    }
  }

  private mutating func note(_ reason: Reason, _ range: Range<Int>) {
    if problem == nil { problem = Problem(reason: reason, range: range) }
  }
}

/// The frequent paths: segments of name characters, with or without `/**` at their end. It decides nothing of its own: all
/// others, and all with a mistake, go through `PathScanner`, which says the same of these.
enum PlainPath {
  /// Behind the path whose `/` stands at `start`; nil for paths of other forms.
  static func end(_ text: Span<UInt8>, _ table: Span<UInt8>, _ start: Int) -> Int? {
    var segment = start + 1
    var index = segment
    while index < text.count {
      let byte = text[index]
      if table[Int(byte)] & CharacterClass.name != 0 {
        index &+= 1
      } else if byte == UInt8(ascii: "/") {
        if index == segment { return nil }
        index &+= 1
        segment = index
      } else if byte == UInt8(ascii: "*") {
        guard index == segment, index + 2 < text.count, text[index + 1] == byte, follows(text[index + 2]) else {
          return nil
        }
        return index + 2
      } else {
        return follows(byte) ? index : nil
      }
    }
    return nil
  }

  private static func follows(_ byte: UInt8) -> Bool {
    byte <= 32 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ")")
      || byte == UInt8(ascii: "]")
  }
}

/// Takes a URL apart.
struct URLScanner {
  let isTLS: Bool
  let host: Range<Int>
  /// The digits of the port, if one is written.
  let port: Range<Int>?
  /// Path and query; may be empty.
  let pathAndQuery: Range<Int>

  /// Reads the URL `start..<end`, which starts with `http://` or `https://`.
  init(_ text: [UInt8], _ start: Int, _ end: Int) {
    isTLS = text[start + 4] == UInt8(ascii: "s")
    let authority = min(start + (isTLS ? 8 : 7), end)
    var stop = authority
    while stop < end, text[stop] != UInt8(ascii: "/"), text[stop] != UInt8(ascii: "?"), text[stop] != UInt8(ascii: "#"),
      text[stop] != UInt8(ascii: "$")
    {
      stop += 1
    }
    var colon = authority
    while colon < stop && text[colon] != UInt8(ascii: ":") { colon += 1 }
    host = authority..<colon
    port = colon < stop ? colon + 1..<stop : nil
    pathAndQuery = stop..<end
  }

  /// What is wrong with the URL, as the end of a sentence.
  static func problem(_ text: [UInt8], _ start: Int, _ end: Int) -> String? {
    let url = URLScanner(text, start, end)
    if url.host.isEmpty {
      // `https://${host}/x` gets its host where it is evaluated.
      if url.pathAndQuery.isEmpty || text[url.pathAndQuery.lowerBound] != UInt8(ascii: "$") { return "has no host" }
      return nil
    }
    if text[url.host].contains(UInt8(ascii: "@")) { return "holds a user name, which no URL here may" }
    if AddressScanner.scan(text, url.host.lowerBound, url.host.upperBound) == nil {
      var label = url.host.lowerBound
      for position in url.host.lowerBound...url.host.upperBound
      where position == url.host.upperBound || text[position] == UInt8(ascii: ".") {
        if !WordClass.isLabel(text, label, position) { return "has a host that is no DNS name" }
        label = position + 1
      }
    }
    if let port = url.port {
      guard let number = decimalNumber(text, port.lowerBound, port.upperBound), number > 0, number <= 65535 else {
        return "has a port outside 1 to 65535"
      }
    }
    return nil
  }
}
