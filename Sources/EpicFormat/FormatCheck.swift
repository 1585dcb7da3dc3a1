import EpicDiagnostics
import EpicSyntax

/// Proves that two texts are the same program: the same tokens but for `;`, the same tree, the same errors.
enum FormatCheck {
  /// How the second text says something else than the first, in a few words; nil if it does not. Linear.
  static func difference(_ first: ParseResult, _ second: ParseResult) -> String? {
    let (left, right) = (first.tree, second.tree)
    if let offset = firstOtherToken(left, right) { return "the canonical form has another token at byte \(offset)" }
    let codes = first.diagnostics.map(\.code.name)
    let others = second.diagnostics.map(\.code.name)
    if codes != others {
      return "the canonical form has other errors: \(others.joined(separator: " ")) for \(codes.joined(separator: " "))"
    }
    guard left.nodeCount == right.nodeCount,
      zip(left.nodeRecords, right.nodeRecords).allSatisfy({ $0.kind == $1.kind && $0.size == $1.size })
    else {
      return "the canonical form has another structure"
    }
    return haveSameComments(left, right) ? nil : "the canonical form has other comments"
  }

  /// Where formatting a formatted text would change it; nil if it would not.
  static func instability(_ output: [UInt8], _ result: ParseResult) -> String? {
    let again = FormatWriter.write(FormatPlan(result))
    if again == output { return nil }
    let offset = zip(output, again).enumerated().first { $1.0 != $1.1 }?.offset ?? min(output.count, again.count)
    return "formatting the canonical form changes it at byte \(offset)"
  }

  /// Offset in the second text of the first token that is not the first text's.
  private static func firstOtherToken(_ left: SyntaxTree, _ right: SyntaxTree) -> Int? {
    var other = 0
    for index in left.tokenRecords.indices where left.tokenRecords[index].kind != .semicolon {
      while other < right.tokenCount, right.tokenRecords[other].kind == .semicolon { other += 1 }
      guard other < right.tokenCount else { return right.text.count }
      let range = Int(left.tokenRecords[index].start)..<Int(left.tokenRecords[index].end)
      let otherRange = Int(right.tokenRecords[other].start)..<Int(right.tokenRecords[other].end)
      guard left.tokenRecords[index].kind == right.tokenRecords[other].kind,
        left.text[range] == right.text[otherRange]
      else { return otherRange.lowerBound }
      other += 1
    }
    return nil
  }

  /// Every comment is still there, in order, but for blanks at its end.
  private static func haveSameComments(_ left: SyntaxTree, _ right: SyntaxTree) -> Bool {
    var comments = CommentCursor(left)
    var others = CommentCursor(right)
    while let comment = comments.next() {
      guard let other = others.next(), left.text[comment] == right.text[other] else { return false }
    }
    return others.next() == nil
  }
}

/// Walks the comments of a file.
private struct CommentCursor {
  private let tree: SyntaxTree
  private var token: UInt32 = 0
  private var pending: [Range<Int>] = []

  init(_ tree: SyntaxTree) { self.tree = tree }

  mutating func next() -> Range<Int>? {
    while pending.isEmpty, token < tree.tokenCount {
      if tree.flags(of: TokenID(token)).contains(.commentBefore) {
        pending = tree.trivia(before: TokenID(token)).reversed().compactMap { comment($0) }
      }
      token += 1
    }
    return pending.popLast()
  }

  private func comment(_ piece: TriviaPiece) -> Range<Int>? {
    switch piece {
    case .newlines: nil
    case .comment(let range), .documentation(let range):
      Int(range.lowerBound)..<tree.text.trimmedEnd(of: Int(range.lowerBound)..<Int(range.upperBound))
    }
  }
}

extension [UInt8] {
  /// The end of a range without the blanks at its end.
  func trimmedEnd(of range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, self[end - 1] == 32 || self[end - 1] == 9 || self[end - 1] == 13 { end -= 1 }
    return end
  }
}
