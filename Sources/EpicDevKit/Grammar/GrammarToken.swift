package import EpicSyntax

/// A token as the grammar sees it.
package struct GrammarToken: Hashable, Sendable {
  /// What decides which terminals a token is.
  struct Identity: Hashable {
    let tokenClass: String
    let spelling: String
  }

  /// The class's name in the grammar; `NEWLINE` for a line end that counts; a punctuation's or reserved word's is of no
  /// grammar.
  package let tokenClass: String
  /// The text, where the grammar may quote it: of names, reserved words and punctuation. Empty for other tokens.
  package let spelling: String
  /// Whether nothing stands between this token and the one before.
  package let touchesPrevious: Bool
  /// The token of the tree, for messages. For a `NEWLINE`, the token behind it.
  package let token: TokenID

  static let newline = "NEWLINE"

  var identity: Identity { Identity(tokenClass: tokenClass, spelling: spelling) }

  /// The tokens of a tree as part 1 of the grammar describes them, each `NEWLINE` that counts among them.
  package static func tokens(of tree: SyntaxTree) -> [GrammarToken] {
    var result: [GrammarToken] = []
    result.reserveCapacity(tree.tokenCount)
    var layout = LineEnds()
    for raw in 0..<UInt32(max(tree.tokenCount - 1, 0)) {
      let token = TokenID(raw)
      let kind = tree.kind(of: token)
      let spelling = kind == .name || !kind.isValue && kind != .invalid ? tree.string(of: token) : ""
      if tree.flags(of: token).contains(.newlineBefore), raw > 0, layout.counts(before: spelling) {
        result.append(GrammarToken(tokenClass: newline, spelling: "", touchesPrevious: false, token: token))
      }
      layout.pass(spelling)
      result.append(
        GrammarToken(
          tokenClass: className(of: kind), spelling: spelling, touchesPrevious: tree.touchesPrevious(token),
          token: token))
    }
    return result
  }

  /// `asNumber` is `AS_NUMBER` in the grammar.
  package static func className(of kind: TokenKind) -> String {
    var name = ""
    for character in String(describing: kind) {
      if character.isUppercase { name.append("_") }
      name.append(character.uppercased())
    }
    return name
  }
}

/// Which line ends count, as the head of the grammar says. Written down here a second time, apart from the parser's own
/// rule, so that the two check one another.
struct LineEnds {
  private var open: [String] = []
  private var previous = ""

  private static let before: Set<String> = ["->", "and", "because", "else", "or"]
  private static let behind: Set<String> = [
    ",", "->", ":", "<", "<=", "=", ">", ">=", "and", "else", "implies", "in", "is", "matches", "not", "or", "starts",
    "|",
  ]

  /// Whether a line end between the last token that passed and the next one is a token.
  func counts(before next: String) -> Bool {
    if let innermost = open.last, innermost != "{" { return false }
    return !LineEnds.behind.contains(previous) && !LineEnds.before.contains(next)
  }

  /// Takes note of a token; the spelling is empty for literals.
  mutating func pass(_ spelling: String) {
    previous = spelling
    switch spelling {
    case "(", "[", "{": open.append(spelling)
    case ")", "]", "}": _ = open.popLast()
    default: break
    }
  }
}
