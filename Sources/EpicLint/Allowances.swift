import EpicBase
import EpicDiagnostics
import EpicSema
import EpicSyntax

/// `// epic-lint: allow CODE reason`: silences findings of the code on the line below the comments that it is one of.
struct Allowances {
  private struct Allowance {
    let code: String
    /// The comment.
    let span: SourceSpan
    /// The comment's line with its end.
    let line: SourceSpan
  }
  /// A code on a file's line, which is counted from 0.
  private struct Place: Hashable {
    let source: SourceID
    let line: Int
    let code: String
  }

  private static let mark = "epic-lint:"

  private var allowances: [Allowance] = []
  /// Allowances by what they silence.
  private var byPlace: [Place: [Int]] = [:]
  private var lines: [SourceID: LineTable] = [:]
  private var malformed: [Diagnostic] = []
  /// Lines of comments that follow one another, from the first allowance to behind the last.
  private var block: (source: SourceID, lines: Range<Int>)?

  init(_ files: [SourceUnit]) {
    for file in files { read(file.tree) }
  }

  /// What is left of the findings, and what is wrong with the allowances.
  func apply(to findings: [Diagnostic]) -> [Diagnostic] {
    var isUsed = [Bool](repeating: false, count: allowances.count)
    var result = findings.filter { finding in
      let span = finding.primary.span
      guard let table = lines[span.source] else { return true }
      let place = Place(source: span.source, line: table.line(at: span.start), code: finding.code.name)
      guard let allowing = byPlace[place], let first = allowing.first else { return true }
      if !isUsed[first] { for index in allowing { isUsed[index] = true } }
      return false
    }
    for (index, allowance) in allowances.enumerated() where !isUsed[index] {
      result.append(
        Diagnostic(
          .unusedAllowance, "there is no \(allowance.code) below to allow", at: allowance.span, help: "remove the line",
          fixes: [FixIt("remove the line", [TextEdit(allowance.line, replacement: "")])]))
    }
    return result + malformed
  }

  // MARK: Reading

  private mutating func read(_ tree: SyntaxTree) {
    for index in tree.tokenRecords.indices {
      let token = TokenID(UInt32(truncatingIfNeeded: index))
      guard tree.flags(of: token).contains(.commentBefore) else { continue }
      for case .comment(let range) in tree.trivia(before: token) {
        let span = SourceSpan(source: tree.source, start: range.lowerBound, end: range.upperBound)
        let text = tree.string(in: span).drop { $0 == "/" }.drop { $0 == " " || $0 == "\t" }
        if text.hasPrefix(Allowances.mark) { read(text.dropFirst(Allowances.mark.count), at: span, tree) }
      }
    }
  }

  private mutating func read(_ text: Substring, at span: SourceSpan, _ tree: SyntaxTree) {
    let table = lines[tree.source] ?? LineTable(tree.text)
    lines[tree.source] = table
    let line = table.line(at: span.start)
    let words = text.split(whereSeparator: { $0 == " " || $0 == "\t" })
    if Allowances.firstByte(of: line, table, tree.text) != Int(span.start) {
      report("an allowance stands on the line above what it allows", span)
    } else if words.first != "allow" {
      report("`epic-lint:` is followed by `allow`", span)
    } else if words.count < 2 || !Allowances.codes.contains(String(words[1])) {
      let code = words.count < 2 ? "nothing" : "`\(words[1])`"
      report("\(code) is no code of a rule that can be allowed", span)
    } else if words.count < 3 {
      report("the allowance of `\(words[1])` gives no reason", span)
    } else {
      let below = lineBelow(line, table, tree)
      byPlace[Place(source: tree.source, line: below, code: String(words[1])), default: []].append(allowances.count)
      let start = table.lineStarts[line]
      let end = line + 1 < table.lineStarts.count ? table.lineStarts[line + 1] : UInt32(clamping: tree.text.count)
      allowances.append(
        Allowance(
          code: String(words[1]), span: span, line: SourceSpan(source: tree.source, start: start, end: end)))
    }
  }

  /// The next line that is no comment. Each line of a block of comments is looked at once.
  private mutating func lineBelow(_ line: Int, _ table: LineTable, _ tree: SyntaxTree) -> Int {
    if let block, block.source == tree.source, block.lines.contains(line) { return block.lines.upperBound }
    var below = line + 1
    while Allowances.isComment(below, table, tree.text) { below += 1 }
    block = (tree.source, line..<below)
    return below
  }

  private static let codes = Set(Linter.rules.map { $0.code.name })

  private mutating func report(_ message: String, _ span: SourceSpan) {
    malformed.append(
      Diagnostic(.malformedAllowance, message, at: span, help: "write `// epic-lint: allow L0101 REASON`"))
  }

  /// Whether nothing but a comment stands on a line.
  private static func isComment(_ line: Int, _ table: LineTable, _ text: [UInt8]) -> Bool {
    guard let first = firstByte(of: line, table, text), first + 1 < text.count else { return false }
    return text[first] == UInt8(ascii: "/") && text[first + 1] == UInt8(ascii: "/")
  }

  /// Offset of a line's first byte that is no blank; nil if there is no such line.
  private static func firstByte(of line: Int, _ table: LineTable, _ text: [UInt8]) -> Int? {
    guard table.lineStarts.indices.contains(line) else { return nil }
    var index = Int(table.lineStarts[line])
    while index < text.count, text[index] == UInt8(ascii: " ") || text[index] == UInt8(ascii: "\t") { index += 1 }
    return index
  }
}
