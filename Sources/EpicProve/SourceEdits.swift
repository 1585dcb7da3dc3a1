import EpicBase
import EpicDiagnostics
import EpicIR

/// Edits of the text that a finding about the whole edge is about. A rule knows where a statement's head lies; what is
/// around it is read from the text. Every edit is left out where the text is not what the rule takes it for.
struct SourceEdits {
  private let text: (SourceSpan) -> String?
  /// Longest statement that is looked through, in bytes.
  private static let longest = 1 << 16

  /// Nil where there are no texts.
  init?(_ context: ProofContext) {
    guard let text = context.text else { return nil }
    self.text = text
  }

  /// The byte at an offset of a source; nil outside of it.
  private func byte(_ source: SourceID, _ offset: Int) -> UInt8? {
    guard offset >= 0, offset < Int(UInt32.max) else { return nil }
    return text(SourceSpan(source: source, start: UInt32(offset), end: UInt32(offset) + 1))?.utf8.first
  }

  private func bytes(_ span: SourceSpan) -> [UInt8] {
    guard span.end >= span.start, Int(span.end - span.start) <= SourceEdits.longest, let found = text(span) else {
      return []
    }
    return Array(found.utf8)
  }

  // MARK: Parts of a statement

  /// The word behind a word of the span: `10s` behind `timeout`. Blanks between them may be many.
  func word(behind wanted: String, in span: SourceSpan) -> SourceSpan? {
    let text = bytes(span)
    let wanted = Array(wanted.utf8)
    guard text.count > wanted.count else { return nil }
    for start in 0..<text.count - wanted.count
    where text[start..<start + wanted.count].elementsEqual(wanted) && !isWord(text, start - 1) {
      var first = start + wanted.count
      guard isBlank(text, first) else { continue }
      while isBlank(text, first) { first += 1 }
      var last = first
      while last < text.count && !isBlank(text, last) && !",;{}\n".utf8.contains(text[last]) { last += 1 }
      if last > first { return part(span, first..<last) }
    }
    return nil
  }

  /// The first place in the span where a text stands.
  func place(of wanted: String, in span: SourceSpan) -> SourceSpan? {
    let text = bytes(span)
    let wanted = Array(wanted.utf8)
    guard !wanted.isEmpty, text.count >= wanted.count else { return nil }
    for start in 0...(text.count - wanted.count)
    where text[start..<start + wanted.count].elementsEqual(wanted) && !isWord(text, start - 1) {
      return part(span, start..<start + wanted.count)
    }
    return nil
  }

  /// The statement of the span that begins with some words, up to its end.
  func statement(_ words: String, in span: SourceSpan) -> SourceSpan? {
    guard let start = place(of: words, in: span) else { return nil }
    let text = bytes(span)
    var end = Int(start.end - span.start)
    var isString = false
    while end < text.count, isString || !";\n}".utf8.contains(text[end]) {
      if text[end] == UInt8(ascii: "\"") { isString.toggle() }
      end += 1
    }
    while end > 0 && isBlank(text, end - 1) { end -= 1 }
    return part(span, Int(start.start - span.start)..<end)
  }

  private func part(_ span: SourceSpan, _ range: Range<Int>) -> SourceSpan {
    SourceSpan(
      source: span.source, start: span.start + UInt32(range.lowerBound), end: span.start + UInt32(range.upperBound))
  }

  private func isWord(_ text: [UInt8], _ index: Int) -> Bool {
    guard index >= 0, index < text.count else { return false }
    let byte = text[index]
    return byte >= 97 && byte <= 122 || byte >= 65 && byte <= 90 || byte >= 48 && byte <= 57 || byte == 45 || byte == 95
  }

  private func isBlank(_ text: [UInt8], _ index: Int) -> Bool {
    index < text.count && (text[index] == UInt8(ascii: " ") || text[index] == UInt8(ascii: "\t"))
  }

  // MARK: Bodies

  /// From a statement's `{` to its `}`, both included; nil if it has no body on its line. Strings and comments are passed
  /// over.
  func body(behind head: SourceSpan) -> SourceSpan? {
    var offset = Int(head.end)
    while byte(head.source, offset) == UInt8(ascii: " ") { offset += 1 }
    guard byte(head.source, offset) == UInt8(ascii: "{") else { return nil }
    let start = offset
    var depth = 0
    while let next = byte(head.source, offset), offset - start < SourceEdits.longest {
      switch next {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return SourceSpan(source: head.source, start: UInt32(start), end: UInt32(offset + 1)) }
      case UInt8(ascii: "\""):
        offset += 1
        while let inner = byte(head.source, offset), inner != UInt8(ascii: "\""), inner != UInt8(ascii: "\n") {
          offset += inner == UInt8(ascii: "\\") ? 2 : 1
        }
      case UInt8(ascii: "/") where byte(head.source, offset + 1) == UInt8(ascii: "/"):
        while let inner = byte(head.source, offset + 1), inner != UInt8(ascii: "\n") {
          _ = inner
          offset += 1
        }
      default: break
      }
      offset += 1
    }
    return nil
  }

  // MARK: Fixes

  /// Writes one thing for another.
  func replacing(_ span: SourceSpan?, by text: String) -> [FixIt] {
    span.map { [FixIt("write `\(text)`", [TextEdit($0, replacement: text)])] } ?? []
  }

  /// Makes a statement the first of the body behind a head.
  func adding(_ statement: String, toBodyBehind head: SourceSpan) -> [FixIt] {
    guard let body = body(behind: head) else { return [] }
    let insertion = StatementEdit.insertion(of: statement, behindBrace: Int(body.start)) { byte(head.source, $0) }
    let place = SourceSpan(source: head.source, start: body.start + 1, end: body.start + 1)
    return [FixIt("write `\(statement)`", [TextEdit(place, replacement: insertion)])]
  }

  /// Puts text behind a span.
  func appending(_ text: String, to span: SourceSpan, _ title: String) -> [FixIt] {
    [FixIt(title, [TextEdit(SourceSpan(source: span.source, start: span.end, end: span.end), replacement: text)])]
  }

  /// Takes a statement out, from its head to its body's end.
  func removing(_ head: SourceSpan, _ title: String) -> [FixIt] {
    let end = body(behind: head)?.end ?? head.end
    let range = StatementEdit.removal(of: Int(head.start)..<Int(end)) { byte(head.source, $0) }
    guard let start = UInt32(exactly: range.lowerBound), let last = UInt32(exactly: range.upperBound) else { return [] }
    return [FixIt(title, [TextEdit(SourceSpan(source: head.source, start: start, end: last), replacement: "")])]
  }
}

extension ProofContext {
  /// Fixes that need the text; none without it, or where the thing came through a template or a loop, whose text says
  /// it for others too.
  func fixes(at origin: Origin, _ make: (SourceEdits, SourceSpan) -> [FixIt]) -> [FixIt] {
    guard origin.application == nil, let edits = SourceEdits(self) else { return [] }
    return make(edits, origin.span)
  }
}
