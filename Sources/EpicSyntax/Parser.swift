import EpicBase
import EpicDiagnostics

/// A hand-written recursive descent over the tokens of one file.
///
/// Never fails: what does not fit becomes `unexpected` nodes and diagnostics. Every loop either consumes a token or
/// ends, and nesting is bounded by `Limits.nestingDepth`, so any bytes end in linear time and bounded stack.
///
/// A rule of `Grammar/epic.ebnf` is parsed by the function whose comment names it.
struct Parser {
  let text: [UInt8]
  let tokens: [TokenRecord]
  var nodes: [NodeRecord] = []
  var errors: ErrorCollector
  /// The current token.
  var position = 0
  /// Open bodies, brackets and parentheses together.
  var depth = 0
  /// Whether the innermost open bracket is `(` or `[`, so that newlines end nothing.
  var isInBrackets = false
  /// The token of the last error: a second error at the same place is the same mistake.
  var errorPosition = -1
  /// The statement has an error before its body: what else is wrong there may follow from it.
  var isRecovering = false
  /// Whether a bracket was found to have no partner.
  var hasBracketError = false
  /// Tokens before which a body ends without its `}`, the next one last. Empty but in a second parse.
  var missingCloses: [Int] = []
  /// Tokens before which a body begins without its `{`. Empty but in a second parse.
  var missingOpens: Set<Int> = []
  /// Tokens that belong to no statement, the next ones last. Empty but in a second parse.
  var skips: [Range<Int>] = []
  /// Brackets that belong to nothing and are read as `;`. Empty but in a second parse.
  var strayClosers: Set<Int> = []
  /// The rest of the statement was understood after an error and goes on as a statement of its own.
  var resumesStatement = false
  /// The statement is an override's, so that `because` may end it.
  var allowsReason = false
  /// The last of the shares without `%` that one error was reported for.
  var lastNakedShare = -1

  init(text: [UInt8], tokens: [TokenRecord], errors: ErrorCollector) {
    self.text = text
    self.tokens = tokens
    self.errors = errors
    // Real files have a node for each token, more or less.
    nodes.reserveCapacity(tokens.count + 16)
  }

  /// A second parse, with the brackets mended.
  init(text: [UInt8], tokens: [TokenRecord], errors: ErrorCollector, repair: BracketRepair) {
    var mended = tokens
    for change in repair.replaced { mended[change.token].kind = change.kind }
    self.init(text: text, tokens: mended, errors: errors)
    self.errors.report(contentsOf: repair.findings)
    missingCloses = repair.closes.reversed()
    missingOpens = repair.opens
    skips = repair.skips.reversed()
    for change in repair.replaced where change.kind == .semicolon { strayClosers.insert(change.token) }
  }

  // MARK: Tokens

  /// Class of the current token.
  @inline(__always)
  var kind: TokenKind { tokens[position].kind }

  /// Class of a token further on; the end of the file behind the last one.
  @inline(__always)
  func kind(ahead: Int) -> TokenKind {
    let index = position + ahead
    return index < tokens.count ? tokens[index].kind : .endOfFile
  }

  /// The keyword that a token spells, reserved or not; nil for other tokens.
  @inline(__always)
  func keyword(ahead: Int = 0) -> Keyword? {
    let index = position + ahead
    return index < tokens.count ? Keyword(rawValue: tokens[index].symbol) : nil
  }

  /// Consumes the current token. The end of the file stays.
  @inline(__always)
  mutating func advance() {
    if position &+ 1 < tokens.count { position &+= 1 }
  }

  /// Consumes the current token if it is of the class.
  @inline(__always)
  mutating func consume(_ wanted: TokenKind) -> Bool {
    if kind != wanted { return false }
    advance()
    return true
  }

  /// Whether nothing stands between a token and the one before it.
  @inline(__always)
  func touches(_ token: Int) -> Bool {
    token > 0 && token < tokens.count && tokens[token - 1].end == tokens[token].start
  }

  /// Whether a line ends before the current token and ends the statement with it (lexical rule 7).
  @inline(__always)
  var newlineEnds: Bool {
    if !tokens[position].flags.contains(.newlineBefore) || isInBrackets { return false }
    return !kind.continuesBefore && !(position > 0 && tokens[position - 1].kind.continuesAfter)
  }

  /// Whether the statement ends before the current token.
  @inline(__always)
  var isAtStatementEnd: Bool {
    switch kind {
    case .endOfFile, .semicolon, .rightBrace: true
    default: newlineEnds
    }
  }

  // MARK: Nodes

  /// Begins a node at the current token; `close` ends it.
  @inline(__always)
  mutating func open(_ kind: SyntaxKind) -> Int {
    let node = nodes.count
    nodes.append(NodeRecord(firstToken: UInt32(truncatingIfNeeded: position), endToken: 0, size: 0, kind: kind))
    return node
  }

  /// Ends a node before the current token.
  @inline(__always)
  mutating func close(_ node: Int) {
    nodes[node].end(before: position, size: nodes.count &- node)
  }

  /// Adds a node of the current token alone and consumes it.
  @inline(__always)
  mutating func leaf(_ kind: SyntaxKind) {
    let first = UInt32(truncatingIfNeeded: position)
    advance()
    nodes.append(NodeRecord(firstToken: first, endToken: UInt32(truncatingIfNeeded: position), size: 1, kind: kind))
  }

  /// Where the next node will stand, for `wrap`.
  @inline(__always)
  var mark: Int { nodes.count }

  /// Begins a node around everything added since the mark. Sizes are relative, so the nodes inside move unchanged.
  mutating func wrap(_ mark: Int, _ kind: SyntaxKind) -> Int {
    let first = mark < nodes.count ? nodes[mark].firstToken : UInt32(truncatingIfNeeded: position)
    nodes.insert(NodeRecord(firstToken: first, endToken: 0, size: 0, kind: kind), at: mark)
    return mark
  }

  // MARK: Files and bodies

  /// Parses `file`.
  mutating func parseFile() {
    let file = open(.file)
    while true {
      parseStatements()
      if kind == .endOfFile { break }
      if endsWithoutBrace {
        missingCloses.removeLast()
        continue
      }
      hasBracketError = true
      // Only a `}` that closes nothing ends the statements of a file.
      isRecovering = false
      report(
        .strayBracket, "`}` closes nothing", fixes: [errors.fix("remove it", start(position), end(position), "")])
      skipToken()
    }
    // The end of the file is no part of the file's node, but its trivia are the text's.
    close(file)
  }

  /// Parses the statements and each `separator` of a `file` or `body`, up to the end or a `}`.
  mutating func parseStatements() {
    while true {
      while kind == .semicolon { skipSeparator() }
      if !skips.isEmpty && skipReported() { continue }
      if kind == .endOfFile || kind == .rightBrace || endsWithoutBrace { return }
      let before = position
      let errorsBefore = errors.diagnostics.count + errors.dropped
      resumesStatement = false
      isRecovering = false
      parseStatement()
      if !isAtStatementEnd && !resumesStatement {
        finishStatement(hadError: errors.diagnostics.count + errors.dropped > errorsBefore)
      }
      if position == before { skipToken() }
    }
  }

  /// Puts what the repair of the brackets leaves out into an `unexpected` node. False if it does not begin here.
  private mutating func skipReported() -> Bool {
    while let skip = skips.last, skip.lowerBound < position { skips.removeLast() }
    guard let skip = skips.last, skip.lowerBound == position, skip.upperBound < tokens.count else { return false }
    skips.removeLast()
    let node = open(.unexpected)
    position = skip.upperBound
    close(node)
    return true
  }

  /// Consumes a `;`, or the stray closing bracket that is read as one.
  mutating func skipSeparator() {
    if !strayClosers.isEmpty && strayClosers.contains(position) { skipToken() } else { advance() }
  }

  /// Parses `body`. The caller knows that a body belongs here; `opener` says what needs it.
  mutating func parseBody(of opener: String) {
    if !isAtBody {
      report(
        .expectedBody, "\(opener) needs a body", at: insertionPoint, label: "expected `{`",
        help: "found \(found)")
      return
    }
    let isMissing = kind != .leftBrace
    if newlineEnds && !isMissing { reportBraceOnNextLine() }
    if !enter() { return }
    let body = open(.body)
    let opening = position
    if isMissing { missingOpens.remove(position) } else { advance() }
    let (outer, outerReason, outerRecovering) = (isInBrackets, allowsReason, isRecovering)
    (isInBrackets, allowsReason) = (false, false)
    parseStatements()
    (isInBrackets, allowsReason, isRecovering) = (outer, outerReason, outerRecovering)
    closeBracket(.rightBrace, opening: opening)
    close(body)
    depth -= 1
  }

  /// Whether a body follows: on the statement's line or, wrongly, on the next one.
  @inline(__always)
  var isAtBody: Bool { kind == .leftBrace || !missingOpens.isEmpty && missingOpens.contains(position) }

  /// Whether the innermost body ends here although its `}` is missing, which is reported already.
  @inline(__always)
  var endsWithoutBrace: Bool { !missingCloses.isEmpty && missingCloses[missingCloses.count - 1] <= position }

  /// Begins a level of nesting. False beyond the limit: then the bracket was reported and skipped to its end.
  mutating func enter() -> Bool {
    if depth < Limits.nestingDepth {
      depth += 1
      return true
    }
    report(
      .nestingTooDeep, "the nesting is deeper than \(Limits.nestingDepth) levels",
      help: "give an inner part a name of its own")
    let node = open(.unexpected)
    skipBalanced()
    close(node)
    return false
  }
}
