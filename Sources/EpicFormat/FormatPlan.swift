import EpicBase
import EpicDiagnostics
import EpicSyntax

/// What the formatter decides about a token, all of it before a byte is written.
struct TokenMarks: OptionSet {
  let rawValue: UInt16

  /// A statement or an object's entry starts here, on a line of its own.
  static let startsLine = TokenMarks(rawValue: 1)
  /// The `{` of a body or object that is written over several lines.
  static let opensLines = TokenMarks(rawValue: 2)
  /// The `}` of one.
  static let closesLines = TokenMarks(rawValue: 4)
  /// The brace belongs to a body, not to an object or a selection.
  static let isBody = TokenMarks(rawValue: 8)
  /// Nothing stands before the token.
  static let touches = TokenMarks(rawValue: 16)
  /// Nothing stands inside of the brace.
  static let isTight = TokenMarks(rawValue: 32)
  /// A blank stands inside of the bracket.
  static let isPadded = TokenMarks(rawValue: 64)
  /// A `;` that a line's end stands for, or that separates nothing.
  static let isDropped = TokenMarks(rawValue: 128)
  /// What stands before the token is kept byte for byte.
  static let keepsGap = TokenMarks(rawValue: 256)
  /// The token is part of a statement that is kept byte for byte.
  static let isKept = TokenMarks(rawValue: 4096)
  /// The statement's first argument, which may be aligned with its neighbours'.
  static let isLead = TokenMarks(rawValue: 512)
  /// What follows a label.
  static let isLabelled = TokenMarks(rawValue: 1024)
  /// The `->` of an arm.
  static let isArmArrow = TokenMarks(rawValue: 2048)
}

/// The formatter's decisions about one file.
///
/// A *line-level* statement starts a line: a statement of the file, or of a body that is written over several lines.
struct FormatPlan {
  /// Longest line that a body is kept on.
  static let lineWidth = 120
  /// Blanks of one level.
  static let indentation = 2

  let tree: SyntaxTree
  var marks: [TokenMarks]
  /// For each token, how many line ends stand before it or in a token before it, from the file's start.
  var newlines: [UInt32] = []
  /// For each token, how many tokens before it are part of an error.
  var damages: [UInt32] = []
  /// For each token, the width of everything before its gap if it all stood on one line.
  var widths: [UInt32] = []
  /// For each token, the blanks before it on one line.
  var gaps: [UInt8] = []
  /// For each token inside a statement, whether it starts a line there.
  var breaks: [Bool] = []
  /// Containers still to be planned, with the indentation of their statements.
  var pending: [(container: NodeID, indentation: Int)] = []

  init(_ result: ParseResult) {
    tree = result.tree
    marks = Array(repeating: [], count: tree.tokenCount)
    countNewlines()
    countDamages(result.diagnostics)
    markNodes()
    measure()
    pending = [(.file, 0)]
    while let next = pending.popLast() { planStatements(of: next.container, indentation: next.indentation) }
  }

  // MARK: Counting

  private mutating func countNewlines() {
    newlines.reserveCapacity(tree.tokenCount + 1)
    var count: UInt32 = 0
    for index in 0..<tree.tokenCount {
      if tree.tokenRecords[index].flags.contains(.newlineBefore) { count += 1 }
      newlines.append(count)
      if isMultiline(index) { count += 1 }
    }
    newlines.append(count)
  }

  /// Whether the token's own text has several lines.
  func isMultiline(_ token: Int) -> Bool {
    tree.tokenRecords[token].kind == .blockString
      && tree.text[Int(tree.tokenRecords[token].start)..<Int(tree.tokenRecords[token].end)]
        .contains(UInt8(ascii: "\n"))
  }

  /// Whether tokens `first..<end` stand on one line.
  func areOnOneLine(_ first: Int, _ end: Int) -> Bool {
    end <= first || newlines[end - 1] == newlines[first] && !isMultiline(end - 1)
  }

  private mutating func countDamages(_ diagnostics: [Diagnostic]) {
    var isDamaged = Array(repeating: false, count: tree.tokenCount)
    for diagnostic in diagnostics where diagnostic.severity == .error {
      var token = tree.token(at: diagnostic.primary.span.start == 0 ? 0 : diagnostic.primary.span.start - 1)
      // An error at a place between two tokens is one of both.
      while Int(token.rawValue) < tree.tokenCount, tree.start(of: token) <= diagnostic.primary.span.end {
        if tree.end(of: token) >= diagnostic.primary.span.start { isDamaged[Int(token.rawValue)] = true }
        token.rawValue += 1
      }
    }
    for node in 0..<tree.nodeCount where tree.nodeRecords[node].kind == .unexpected {
      for token in tree.nodeRecords[node].firstToken..<tree.nodeRecords[node].endToken {
        isDamaged[Int(token)] = true
      }
    }
    damages.reserveCapacity(tree.tokenCount + 1)
    var count: UInt32 = 0
    for index in 0..<tree.tokenCount {
      damages.append(count)
      if isDamaged[index] || tree.tokenRecords[index].kind == .invalid { count += 1 }
    }
    damages.append(count)
  }

  func damage(_ first: Int, _ end: Int) -> UInt32 { end > first ? damages[end] - damages[first] : 0 }

  func firstToken(_ node: NodeID) -> Int { Int(tree.nodeRecords[Int(node.rawValue)].firstToken) }

  func endToken(_ node: NodeID) -> Int { Int(tree.nodeRecords[Int(node.rawValue)].endToken) }
}
