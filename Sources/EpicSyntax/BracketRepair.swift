import EpicBase
import EpicDiagnostics

/// What is wrong with the brackets of a file that do not pair, judged by how its lines are indented.
///
/// A bracket too few or too many shifts the structure of everything behind it. The parser, which knows no indentation,
/// meets the mistake only where the file ends; this finds where it was made, so that a second parse reports it there and
/// reads the rest as it is meant. Linear in the number of tokens.
struct BracketRepair {
  /// Tokens to be read as another class: a closer of the wrong shape, an opener of the wrong shape, or, as `;`, a closer
  /// that closes nothing.
  private(set) var replaced: [(token: Int, kind: TokenKind)] = []
  /// Tokens before which a body is to be closed, ascending; one entry for each body.
  private(set) var closes: [Int] = []
  /// Tokens before which a body is to be opened.
  private(set) var opens: Set<Int> = []
  /// Tokens that belong to no statement: the body of a line that is missing, or a line that stands twice.
  private(set) var skips: [Range<Int>] = []
  /// What is to be said about it.
  private(set) var findings: [Diagnostic] = []

  private let text: [UInt8]
  private let tokens: [TokenRecord]
  private let errors: ErrorCollector
  private var stack: [Frame] = []
  /// Openers without closers by shape, so far as no repair accounts for them; negative if closers are too many.
  private var balance = [0, 0, 0]
  private var line = 0
  private var lineIndent = 0
  /// Where the statements of the file begin.
  private var fileIndent: Int?
  /// The last frame that was closed by a `}` at the end of the line before.
  private var closedAtLineEnd: (frame: Frame, token: Int)?
  /// Whether the brackets make sense after the repairs.
  private var isSound = true

  /// An open bracket.
  private struct Frame {
    /// The opening token; for a missing `{` the token before which it is missing.
    var token: Int
    var shape: Int
    var line: Int
    /// Indentation of the line that the bracket opens on.
    var indent: Int
    /// Indentation of the first line inside.
    var inner: Int?
    /// Whether the `{` is missing.
    var isMissing = false
  }

  /// Nil if no repair is found.
  init?(text: [UInt8], tokens: [TokenRecord], errors: ErrorCollector) {
    self.text = text
    self.tokens = tokens
    self.errors = errors
    for token in tokens {
      if let shape = BracketRepair.opener(token.kind) { balance[shape] += 1 }
      if let shape = BracketRepair.closer(token.kind) { balance[shape] -= 1 }
    }
    for token in tokens.indices {
      if token == 0 || tokens[token].flags.contains(.newlineBefore) { beginLine(token) }
      if isSecondBrace(token) {
        removeOpener(token)
      } else if let shape = BracketRepair.opener(tokens[token].kind) {
        stack.append(Frame(token: token, shape: shape, line: line, indent: lineIndent))
      } else if let shape = BracketRepair.closer(tokens[token].kind) {
        close(token, shape)
      }
    }
    while let frame = stack.popLast() { leaveOpen(frame, before: tokens.count - 1) }
    if !isSound || replaced.isEmpty && closes.isEmpty && opens.isEmpty && skips.isEmpty { return nil }
    skips.sort { $0.lowerBound < $1.lowerBound }
    // The bodies that end at one token end from the inside out, in which order does not matter.
    closes.sort()
  }

  private static func opener(_ kind: TokenKind) -> Int? {
    switch kind {
    case .leftBrace: 0
    case .leftParenthesis: 1
    case .leftBracket: 2
    default: nil
    }
  }

  private static func closer(_ kind: TokenKind) -> Int? {
    switch kind {
    case .rightBrace: 0
    case .rightParenthesis: 1
    case .rightBracket: 2
    default: nil
    }
  }

  private static let openers: [TokenKind] = [.leftBrace, .leftParenthesis, .leftBracket]
  private static let closers: [TokenKind] = [.rightBrace, .rightParenthesis, .rightBracket]

  // MARK: Lines

  private mutating func beginLine(_ token: Int) {
    let before = lineIndent
    line += 1
    var start = Int(tokens[token].start)
    while start > 0 && text[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    lineIndent = Int(tokens[token].start) - start
    let kind = tokens[token].kind
    if kind == .endOfFile { return }
    let isCloser = BracketRepair.closer(kind) != nil
    dropUnconfirmed(isCloser: isCloser)
    if isCloser {
      if balance[0] < 0, let closed = closedAtLineEnd, closed.frame.indent == lineIndent,
        stack.last?.indent != lineIndent
      {
        remove(closed.token)
        stack.append(closed.frame)
      }
      closeInnerFrames(token, kind)
      return
    }
    if kind.continuesBefore || token > 0 && tokens[token - 1].kind.continuesAfter { return }
    // A line that does not stand inside the innermost bracket ends it.
    while balance[0] > 0, let frame = stack.last, frame.shape == 0, frame.line < line, lineIndent <= frame.indent {
      stack.removeLast()
      if !leaveOut(frame, before: token) { leaveOpen(frame, before: token) }
    }
    let expected = stack.last.map { $0.shape == 0 ? $0.inner : lineIndent } ?? fileIndent
    guard let expected else {
      if stack.isEmpty, lineIndent > 0, balance[0] < 0 {
        // The file begins inside a body.
        fileIndent = 0
        stack.append(Frame(token: token, shape: 0, line: line - 1, indent: 0, inner: lineIndent, isMissing: true))
      } else if stack.isEmpty {
        fileIndent = lineIndent
      } else {
        stack[stack.count - 1].inner = lineIndent
      }
      closedAtLineEnd = nil
      return
    }
    if balance[0] < 0, lineIndent > expected { reopen(token, before) }
    closedAtLineEnd = nil
  }

  /// A body whose `{` was thought to be missing is none if its lines end without a `}`.
  private mutating func dropUnconfirmed(isCloser: Bool) {
    while let frame = stack.last, frame.isMissing, isCloser ? lineIndent < frame.indent : lineIndent <= frame.indent {
      stack.removeLast()
    }
  }

  /// A `}` at a line's start closes the body that was opened on a line of its indentation: those inside were not closed.
  private mutating func closeInnerFrames(_ token: Int, _ kind: TokenKind) {
    guard kind == .rightBrace, balance[0] > 0,
      stack.suffix(Limits.nestingDepth).contains(where: { $0.shape == 0 && $0.indent == lineIndent && $0.line < line })
    else { return }
    while let frame = stack.last, frame.shape == 0, frame.indent > lineIndent, balance[0] > 0 {
      stack.removeLast()
      leaveOpen(frame, before: token)
    }
  }

  /// A line stands deeper than the lines before it, and nothing was opened for it: either the line before closed too much,
  /// or it lacks its `{`.
  private mutating func reopen(_ token: Int, _ indent: Int) {
    if let closed = closedAtLineEnd, closed.frame.inner == lineIndent {
      remove(closed.token)
      stack.append(closed.frame)
      return
    }
    guard token > 0 else { return }
    stack.append(
      Frame(token: token, shape: 0, line: line - 1, indent: indent, inner: lineIndent, isMissing: true))
  }

  // MARK: Brackets

  private mutating func close(_ token: Int, _ shape: Int) {
    let isLineStart = token == 0 || tokens[token].flags.contains(.newlineBefore)
    while let frame = stack.last {
      if frame.shape == shape {
        stack.removeLast()
        if frame.isMissing {
          if isLineStart && lineIndent == frame.indent {
            open(frame, closedBy: token)
            return
          }
          continue
        }
        closedAtLineEnd = !isLineStart && frame.line < line ? (frame, token) : nil
        return
      }
      if balance[frame.shape] > 0 && balance[shape] < 0 {
        stack.removeLast()
        if isRealOpener(frame) { mend(closer: token, of: frame) } else { mend(frame, closedBy: token, shape) }
        return
      }
      guard balance[frame.shape] > 0 else { break }
      stack.removeLast()
      leaveOpen(frame, before: token)
    }
    if balance[shape] < 0 { remove(token) } else { isSound = false }
  }

  /// Whether an opening bracket stands where its shape belongs, so that the closing one is wrong.
  private func isRealOpener(_ frame: Frame) -> Bool {
    let before = frame.token > 0 ? tokens[frame.token - 1] : tokens[frame.token]
    let touches = frame.token > 0 && before.end == tokens[frame.token].start
    let startsValue: Bool
    switch before.kind {
    case .keywordElse, .keywordSplit, .keywordRespond, .keywordRedirect, .keywordClose, .keywordAll, .keywordTrue,
      .keywordFalse:
      startsValue = touches
    default:
      startsValue =
        touches || before.kind.continuesAfter || before.kind.isReservedWord || BracketRepair.opener(before.kind) != nil
    }
    return frame.shape == 0 ? !startsValue : startsValue
  }

  // MARK: Findings

  private func end(_ token: Int) -> Int { Int(tokens[token].end) }

  private func span(_ token: Int) -> SourceSpan { errors.span(Int(tokens[token].start), end(token)) }

  private func bytes(_ token: Int) -> ArraySlice<UInt8> { text[Int(tokens[token].start)..<end(token)] }

  private func spelling(_ token: Int) -> String { quoted(text, Int(tokens[token].start), end(token)) }

  private func point(_ token: Int) -> SourceSpan { errors.span(end(token), end(token)) }

  /// The bracket is not closed before the token. Those of values are the parser's to report.
  private mutating func leaveOpen(_ frame: Frame, before token: Int) {
    if frame.isMissing { return }
    balance[frame.shape] -= 1
    guard frame.shape == 0 else { return }
    closes.append(token)
    let place = point(max(token - 1, 0))
    let isLater = frame.line < (tokens[token].flags.contains(.newlineBefore) ? line - 1 : line)
    let indent = isLater ? "\n" + String(repeating: " ", count: frame.indent) : ""
    findings.append(
      Diagnostic(
        .unclosedBracket, "`{` is not closed", at: span(frame.token), label: "opened here",
        secondary: [Annotation(place, "expected `}`")],
        fixes: [FixIt("write `}`", [TextEdit(place, replacement: indent + "}")])]))
  }

  /// Whether `{` stands right behind another one on its line, and one of them is too many.
  private func isSecondBrace(_ token: Int) -> Bool {
    tokens[token].kind == .leftBrace && balance[0] > 0 && token > 0 && tokens[token - 1].kind == .leftBrace
      && !tokens[token].flags.contains(.newlineBefore)
  }

  private mutating func removeOpener(_ token: Int) {
    balance[0] -= 1
    replaced.append((token, .semicolon))
    let gap = errors.span(end(token - 1), end(token))
    findings.append(
      Diagnostic(
        .strayBracket, "`{` opens nothing: the body is open already", at: span(token),
        secondary: [Annotation(span(token - 1), "opened here")],
        fixes: [FixIt("remove it", [TextEdit(gap, replacement: "")])]))
  }

  /// A line that opens a body and stands twice, the first time without one: the first is left out. False if it is no such
  /// line.
  private mutating func leaveOut(_ frame: Frame, before token: Int) -> Bool {
    guard !frame.isMissing, frame.inner == nil, frame.token + 1 == token, frame.indent == lineIndent else {
      return false
    }
    var first = frame.token
    while first > 0, !tokens[first].flags.contains(.newlineBefore) { first -= 1 }
    let count = token - first
    guard count > 1, token + count <= tokens.count else { return false }
    for offset in 0..<count where bytes(first + offset) != bytes(token + offset) { return false }
    balance[0] -= 1
    skips.append(first..<token)
    let line = errors.span(Int(tokens[first].start), end(frame.token))
    let text = quoted(self.text, Int(tokens[first].start), end(frame.token))
    let again = errors.span(Int(tokens[token].start), end(token + count - 1))
    findings.append(
      Diagnostic(
        .unclosedBracket, "`\(text)` stands twice, and only one of them is closed", at: line,
        secondary: [Annotation(again, "the same line again")],
        fixes: tokens[token].flags.contains(.commentBefore)
          ? []
          : [
            FixIt(
              "take one of them out",
              [TextEdit(errors.span(Int(tokens[first].start), Int(tokens[token].start)), replacement: "")])
          ]))
    return true
  }

  /// Whether the line that begins a body is missing as a whole: the one before cannot begin it.
  private func lacksLine(_ frame: Frame) -> Bool {
    if frame.token == 0 || tokens[frame.token - 1].kind == .rightBrace { return true }
    let gap = text[end(frame.token - 1)..<Int(tokens[frame.token].start)]
    return gap.count { $0 == UInt8(ascii: "\n") } > 1
  }

  private mutating func leaveOut(_ frame: Frame, closedBy closer: Int) {
    skips.append(frame.token..<closer + 1)
    var last = frame.token
    while last + 1 < closer, !tokens[last + 1].flags.contains(.newlineBefore) { last += 1 }
    findings.append(
      Diagnostic(
        .expectedBody, "the line that begins this body is missing",
        at: errors.span(Int(tokens[frame.token].start), end(last)), label: "expected a line that ends in `{` above",
        secondary: [Annotation(span(closer), "the body ends here")]))
  }

  private mutating func open(_ frame: Frame, closedBy closer: Int) {
    balance[0] += 1
    if lacksLine(frame) {
      leaveOut(frame, closedBy: closer)
      return
    }
    opens.insert(frame.token)
    let place = point(frame.token - 1)
    findings.append(
      Diagnostic(
        .expectedBody, "a body's `{` is missing", at: place, label: "expected `{`",
        secondary: [Annotation(span(closer), "the body ends here")],
        fixes: [FixIt("write `{`", [TextEdit(place, replacement: " {")])]))
  }

  private mutating func remove(_ token: Int) {
    if let shape = BracketRepair.closer(tokens[token].kind) { balance[shape] += 1 }
    replaced.append((token, .semicolon))
    // Behind something on its line the bracket may be right, and what it was to close lack its own.
    let isExtra =
      tokens[token].flags.contains(.newlineBefore)
      || token > 0 && tokens[token - 1].end == tokens[token].start
    findings.append(
      Diagnostic(
        .strayBracket, "`\(spelling(token))` closes nothing", at: span(token),
        help: isExtra ? nil : "remove it, or open before it what it closes",
        fixes: isExtra ? [FixIt("remove it", [TextEdit(span(token), replacement: "")])] : []))
  }

  private mutating func mend(closer token: Int, of frame: Frame) {
    balance[frame.shape] -= 1
    if let shape = BracketRepair.closer(tokens[token].kind) { balance[shape] += 1 }
    let kind = BracketRepair.closers[frame.shape]
    let right = ["}", ")", "]"][frame.shape]
    replaced.append((token, kind))
    findings.append(
      Diagnostic(
        .strayBracket, "`\(spelling(token))` does not close `\(spelling(frame.token))`", at: span(token),
        secondary: [Annotation(span(frame.token), "opened here")],
        fixes: [FixIt("write `\(right)`", [TextEdit(span(token), replacement: right)])]))
  }

  private mutating func mend(_ frame: Frame, closedBy token: Int, _ shape: Int) {
    balance[frame.shape] -= 1
    balance[shape] += 1
    let right = ["{", "(", "["][shape]
    replaced.append((frame.token, BracketRepair.openers[shape]))
    findings.append(
      Diagnostic(
        .unclosedBracket, "`\(spelling(frame.token))` is closed by `\(spelling(token))`", at: span(frame.token),
        secondary: [Annotation(span(token), "closed here")],
        fixes: [FixIt("write `\(right)`", [TextEdit(span(frame.token), replacement: right)])]))
  }
}
