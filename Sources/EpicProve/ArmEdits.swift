import EpicBase
import EpicDiagnostics
import EpicIR

/// Edits that move or remove an arm's lines. Nil wherever moving lines is not plainly the same as moving the arm: where
/// the arm shares a line, comes from a loop, or has declarations between it and its new place.
enum ArmEdits {
  typealias TextOfSpan = (SourceSpan) -> String?

  /// Takes the arm out with its line's indentation and end.
  static func removal(of arm: RouteArm, text: TextOfSpan?) -> [TextEdit]? {
    guard let text, let lines = lines(of: arm, text) else { return nil }
    return [TextEdit(lines.span, replacement: "")]
  }

  /// Puts the arm's lines above the other's.
  static func move(_ arm: RouteArm, above other: RouteArm, text: TextOfSpan?) -> [TextEdit]? {
    guard let text, arm.blocks == other.blocks, let from = lines(of: arm, text), let to = lines(of: other, text),
      from.span.source == to.span.source, to.span.end <= from.span.start,
      let between = text(SourceSpan(source: to.span.source, start: to.span.end, end: from.span.start)),
      !between.split(separator: "\n").contains(where: isDeclaration)
    else { return nil }
    let place = SourceSpan(source: to.span.source, start: to.span.start, end: to.span.start)
    return [TextEdit(place, replacement: from.text), TextEdit(from.span, replacement: "")]
  }

  /// A line after which names or the enclosing body are not what they were before it.
  private static func isDeclaration(_ line: Substring) -> Bool {
    let words = line.drop { $0 == " " || $0 == "\t" }
    return words.hasPrefix("let ") || words.hasPrefix("if ") || words.hasPrefix("for ") || words.hasPrefix("under ")
      || words.hasPrefix("}")
  }

  /// The lines of the arm's statement, with their end; nil if something else stands on them.
  private static func lines(of arm: RouteArm, _ text: TextOfSpan) -> (span: SourceSpan, text: String)? {
    // An `otherwise` is the last and the only one: it stays.
    guard let statement = arm.statement, arm.predicate != .always else { return nil }
    var start = statement.start
    while start > 0, let byte = byte(statement.source, start - 1, text), byte != UInt8(ascii: "\n") {
      guard byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") else { return nil }
      start -= 1
    }
    var end = statement.end
    while let byte = byte(statement.source, end, text) {
      end += 1
      if byte == UInt8(ascii: "\n") { break }
      guard byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r") else { return nil }
    }
    let span = SourceSpan(source: statement.source, start: start, end: end)
    guard let content = text(span), content.hasSuffix("\n") else { return nil }
    return (span, content)
  }

  private static func byte(_ source: SourceID, _ offset: UInt32, _ text: TextOfSpan) -> UInt8? {
    text(SourceSpan(source: source, start: offset, end: offset + 1))?.utf8.first
  }
}
