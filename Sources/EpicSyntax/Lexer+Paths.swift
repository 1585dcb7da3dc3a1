import EpicBase
import EpicDiagnostics

extension Lexer {
  /// A path literal, from its `/`.
  mutating func lexPath(_ flags: TokenFlags, _ start: Int) -> Lexeme {
    if let end = PlainPath.end(text.span, table.span, start) {
      index = end
      return Lexeme(.path, flags)
    }
    var scanner = PathScanner(start: start)
    scanner.run(text)
    index = scanner.end
    guard let problem = scanner.problem else { return Lexeme(.path, flags) }
    reportPath(problem, start)
    return Lexeme(.path, flags.union(.malformed))
  }

  private mutating func reportPath(_ problem: PathScanner.Problem, _ start: Int) {
    let (first, last) = (problem.range.lowerBound, problem.range.upperBound)
    let whole = quoted(text, start, index)
    switch problem.reason {
    case .emptySegment:
      errors.report(
        .badPath, "the path `\(whole)` has an empty segment", first, last,
        help: "a `//` starts a comment only behind a blank", fixes: [errors.fix("write one `/`", first, last, "/")])
    case .dotSegment:
      errors.report(
        .badPath, "the path `\(whole)` has a `\(quoted(text, first, last))` segment", first, last,
        help: "requests are normalised before they are matched, so it would never match")
    case .character:
      reportPathCharacter(first, last, start)
    case .capture:
      errors.report(
        .badPath, "a `{` that touches a path opens a capture", first, last,
        help: "a capture is `{name}` or, at the end, `{name...}`; a body's `{` stands behind a blank",
        fixes: [errors.fix("put a blank before `{`", first, first, " ")])
    case .captureName:
      errors.report(
        .badPath, "`\(quoted(text, first, last))` is not a capture", first, last,
        help: "a capture is `{name}` or, at the end, `{name...}`; names start with a letter")
    case .secondCapture:
      errors.report(
        .badPath, "a segment of `\(whole)` has two captures", first, last, help: "one segment has one capture")
    case .repeatedCapture:
      errors.report(.badPath, "`\(quoted(text, first, last))` is captured twice in `\(whole)`", first, last)
    case .notLast:
      errors.report(
        .badPath, "`\(quoted(text, first, last))` does not end the path `\(whole)`", first, last,
        help: "what takes the rest of a path is a whole segment and stands last")
    case .percent:
      errors.report(
        .badPath, "`\(quoted(text, first, last))` is not percent-encoding", first, last,
        help: "`%` stands before two hexadecimal digits")
    case .refusedEscape:
      errors.report(
        .badPath, "no request has `\(quoted(text, first, last))` in its path", first, last,
        help: "Envoy refuses requests with an encoded slash, backslash or null byte before they are matched")
    }
  }

  /// What no path holds, in a path from `start` on: `**` without its slash, an arrow, a query, a comment's start, or what
  /// only a path in quotes may have.
  private mutating func reportPathCharacter(_ first: Int, _ last: Int, _ start: Int) {
    let rubbish = quoted(text, first, last)
    let plain = "`\(rubbish)` does not belong in a path literal"
    let segment = String(decoding: text[start..<first], as: UTF8.self)
    var fixes: [FixIt] = []
    switch text[first] {
    case UInt8(ascii: "*") where startsLine(start):
      // No path starts a line: a comment of other languages that has no end.
      errors.report(
        .badPath, plain, first, last, help: "there is no block comment; `/**` is the path of everything")
    case UInt8(ascii: "*"):
      if rubbish == "*" || rubbish == "**" {
        let open = segment + (segment.hasSuffix("/") ? "**" : "/**")
        fixes = [errors.fix("write `\(open)`", start, last, open)]
      }
      errors.report(
        .badPath, plain, first, last,
        help: "a path with everything below it ends in `/**`, and `{name}` is any one segment", fixes: fixes)
    case UInt8(ascii: ">") where text[first - 1] == UInt8(ascii: "-"):
      errors.report(
        .badPath, "`->` touches the path before it", first - 1, first + 1,
        help: "a `-` belongs to the path that it touches",
        fixes: [errors.fix("put a blank before `->`", first - 1, first - 1, " ")])
    case UInt8(ascii: "?"):
      errors.report(
        .badPath, plain, first, last,
        help: "what stands behind `?` is no part of the path: a route asks with `query NAME is \"…\"`")
    default:
      let path = String(decoding: text[start..<last], as: UTF8.self)
      if case .success = PathText.exact(path), !path.contains(where: { "\"\\{$*".contains($0) }),
        !isBehind("under", start)
      {
        fixes = [errors.fix("write `\"\(path)\"`", start, last, "\"\(path)\"")]
      }
      errors.report(
        .badPath, plain, first, last, help: "a path with other characters stands in quotes and matches exactly",
        fixes: fixes)
    }
  }

  /// Whether nothing but blanks stands before an offset on its line.
  func startsLine(_ offset: Int) -> Bool {
    var line = offset
    while line > 0, text[line - 1] == UInt8(ascii: " ") { line -= 1 }
    return line == 0 || text[line - 1] == UInt8(ascii: "\n")
  }

  /// Whether a word stands before an offset, with blanks between.
  func isBehind(_ word: String, _ offset: Int) -> Bool {
    var end = offset
    while end > 0 && text[end - 1] == UInt8(ascii: " ") { end -= 1 }
    let start = end - word.utf8.count
    guard start >= 0, end < offset, text[start..<end].elementsEqual(word.utf8) else { return false }
    return start == 0 || table[Int(text[start - 1])] == 0
  }

  /// Whether `http://` or `https://` starts here.
  @inline(__always)
  func startsURL(_ start: Int) -> Bool {
    guard byte(start + 1) == UInt8(ascii: "t"), byte(start + 2) == UInt8(ascii: "t"),
      byte(start + 3) == UInt8(ascii: "p")
    else { return false }
    let colon = byte(start + 4) == UInt8(ascii: "s") ? start + 5 : start + 4
    return byte(colon) == UInt8(ascii: ":") && byte(colon + 1) == UInt8(ascii: "/")
      && byte(colon + 2) == UInt8(ascii: "/")
  }

  /// A URL up to a blank or one of `; , ( ) [ ] { } "`; `${name}` inside belongs to it.
  mutating func lexURL(_ flags: TokenFlags, _ start: Int) -> Lexeme {
    var end = start + 7
    var result = flags
    while end < text.count {
      if text[end] == UInt8(ascii: "$") && byte(end + 1) == UInt8(ascii: "{") {
        var close = end + 2
        while close < text.count && !text[close].endsURL { close += 1 }
        if byte(close) != UInt8(ascii: "}") { break }
        var scanner = StringScanner(start: end, end: close + 1)
        if case .badInterpolation? = scanner.next(text) {
          errors.report(
            .badInterpolation, "`\(quoted(text, end, close + 1))` holds no dotted name", end, close + 1,
            help: "only a name such as `${id}` or `${b.key}` can be interpolated")
          result.insert(.malformed)
        }
        end = close + 1
      } else if text[end].endsURL {
        break
      } else {
        end += 1
      }
    }
    index = min(end, text.count)
    if index < text.count && text[index] >= 0x80 { return lexForeignURL(flags, start) }
    if !result.contains(.malformed), let reason = URLScanner.problem(text, start, index) {
      errors.report(.badURL, "`\(quoted(text, start, index))` \(reason)", start, index)
      result.insert(.malformed)
    }
    return Lexeme(.url, result)
  }

  /// A URL with characters beyond ASCII: one error over all of it, with the URL as it travels for a fix.
  private mutating func lexForeignURL(_ flags: TokenFlags, _ start: Int) -> Lexeme {
    var end = start
    while end < text.count, text[end] >= 0x80 || !text[end].endsURL {
      let isOpening = text[end] == UInt8(ascii: "$") && byte(end + 1) == UInt8(ascii: "{")
      end += 1
      if !isOpening { continue }
      while end < text.count, text[end] != UInt8(ascii: "}"), text[end] != UInt8(ascii: "\n") { end += 1 }
      if byte(end) == UInt8(ascii: "}") { end += 1 }
    }
    index = end
    let lexeme = Lexeme(.url, flags.union(.malformed))
    if !isUTF8 { return lexeme }
    let ascii = Punycode.url(String(decoding: text[start..<end], as: UTF8.self))
    errors.report(
      .nonASCII, "`\(quoted(text, start, end))` has a character that is not ASCII", start, end,
      help: "the host of a URL is written in punycode, what follows it percent-encoded",
      fixes: ascii.map { [errors.fix("write `\($0)`", start, end, $0)] } ?? [])
    return lexeme
  }
}
