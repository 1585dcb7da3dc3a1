import EpicBase
import EpicDiagnostics
import EpicIR
import EpicSyntax

/// Making fixes.
extension Evaluator {
  /// A fix that writes one thing for another.
  func replacing(_ span: SourceSpan, by text: String, _ title: String? = nil) -> FixIt {
    FixIt(title ?? "write `\(text)`", [TextEdit(span, replacement: text)])
  }

  /// The fix of a misspelt word, if a near one is known.
  func spelled(_ suggestion: String?, _ span: SourceSpan) -> [FixIt] {
    suggestion.map { [replacing(span, by: $0)] } ?? []
  }

  /// A fix that inserts text.
  func inserting(_ text: String, at offset: UInt32, _ source: SourceID, _ title: String) -> FixIt {
    FixIt(title, [TextEdit(SourceSpan(source: source, start: offset, end: offset), replacement: text)])
  }

  /// The whole of a statement: with `export`, `override`, a modifier or a share before it.
  func whole(_ node: NodeID, _ tree: SyntaxTree) -> NodeID {
    var outer = node
    while outer.rawValue > 0 {
      let before = NodeID(outer.rawValue - 1)
      switch tree.kind(of: before) {
      case .override, .modified, .export: outer = before
      default:
        let path = tree.path(to: tree.span(of: outer).start)
        guard let index = path.firstIndex(of: outer), index > 0, tree.kind(of: path[index - 1]) == .weighted else {
          return outer
        }
        outer = path[index - 1]
      }
    }
    return outer
  }

  /// The fix that takes a statement out.
  func removing(_ node: NodeID, _ place: Place, _ title: String) -> FixIt {
    let tree = files[place.file].tree
    let span = tree.span(of: whole(node, tree))
    let text = tree.text
    let range = StatementEdit.removal(of: Int(span.start)..<Int(span.end)) { offset in
      offset >= 0 && offset < text.count ? text[offset] : nil
    }
    return FixIt(
      title,
      [
        TextEdit(
          SourceSpan(
            source: span.source, start: UInt32(clamping: range.lowerBound), end: UInt32(clamping: range.upperBound)),
          replacement: "")
      ])
  }

  /// The text that a span lies in.
  private func text(of source: SourceID) -> [UInt8]? {
    files.first { $0.tree.source == source }?.tree.text
  }

  /// The fix that takes statements out that have no body, whole as their spans are; none where one of them has a body, or
  /// stands where no text is known.
  func removing(_ spans: [SourceSpan], _ title: String) -> [FixIt] {
    var edits: [TextEdit] = []
    for span in spans.sorted(by: { ($0.source.rawValue, $0.start) < ($1.source.rawValue, $1.start) }) {
      guard let text = text(of: span.source) else { return [] }
      func byte(_ offset: Int) -> UInt8? { offset >= 0 && offset < text.count ? text[offset] : nil }
      var next = Int(span.end)
      while byte(next) == UInt8(ascii: " ") || byte(next) == UInt8(ascii: "\t") { next += 1 }
      if byte(next) == UInt8(ascii: "{") { return [] }
      let range = StatementEdit.removal(of: Int(span.start)..<Int(span.end), byte)
      edits.append(
        TextEdit(
          SourceSpan(
            source: span.source, start: UInt32(clamping: range.lowerBound), end: UInt32(clamping: range.upperBound)),
          replacement: ""))
    }
    for (edit, next) in zip(edits, edits.dropFirst())
    where edit.span.source == next.span.source && edit.span.end > next.span.start { return [] }
    return edits.isEmpty ? [] : [FixIt(title, edits)]
  }

  /// The fix that takes the last words of a statement out, with the blanks before them.
  func removing(words span: SourceSpan, _ title: String) -> [FixIt] {
    guard let text = text(of: span.source), Int(span.end) <= text.count else { return [] }
    var start = Int(span.start)
    while start > 0, text[start - 1] == UInt8(ascii: " ") || text[start - 1] == UInt8(ascii: "\t") { start -= 1 }
    return [
      FixIt(
        title,
        [TextEdit(SourceSpan(source: span.source, start: UInt32(clamping: start), end: span.end), replacement: "")])
    ]
  }

  /// The fix that takes an element out of a list of several, with the comma before or behind it.
  func dropping(element span: SourceSpan) -> [FixIt] {
    guard let text = text(of: span.source), span.start < span.end, Int(span.end) <= text.count else { return [] }
    let title = "take `\(String(decoding: text[Int(span.start)..<Int(span.end)], as: UTF8.self))` out"
    func isBlank(_ offset: Int) -> Bool {
      offset >= 0 && offset < text.count && " \t\n".utf8.contains(text[offset])
    }
    var start = Int(span.start)
    var end = Int(span.end)
    while isBlank(start - 1) { start -= 1 }
    if start > 0, text[start - 1] == UInt8(ascii: ",") {
      start -= 1
    } else {
      start = Int(span.start)
      while isBlank(end) { end += 1 }
      guard end < text.count, text[end] == UInt8(ascii: ",") else { return [] }
      end += 1
      while isBlank(end) { end += 1 }
    }
    let range = SourceSpan(source: span.source, start: UInt32(clamping: start), end: UInt32(clamping: end))
    return [FixIt(title, [TextEdit(range, replacement: "")])]
  }

  /// The fix that makes a statement the first of a body; none where there is no body.
  func adding(_ statement: String, toBodyOf node: NodeID, _ place: Place) -> [FixIt] {
    let tree = files[place.file].tree
    guard let body = tree.lastChild(of: node), tree.kind(of: body) == .body else { return [] }
    let brace = tree.firstToken(of: body)
    let text = tree.text
    let insertion = StatementEdit.insertion(of: statement, behindBrace: Int(tree.start(of: brace))) { offset in
      offset >= 0 && offset < text.count ? text[offset] : nil
    }
    return [inserting(insertion, at: tree.end(of: brace), tree.source, "write `\(statement)`")]
  }

  /// The fix that takes the words before a statement away: `override`, `default`. None where a reason follows it.
  func unwrapping(_ node: NodeID, _ place: Place, _ title: String) -> [FixIt] {
    let tree = files[place.file].tree
    let outer = tree.span(of: whole(node, tree))
    let inner = tree.span(of: node)
    guard outer.start < inner.start, outer.end == inner.end else { return [] }
    return [
      FixIt(title, [TextEdit(SourceSpan(source: outer.source, start: outer.start, end: inner.start), replacement: "")])
    ]
  }

  /// The fix that writes a part of a literal anew; none where the text does not hold the part as it is.
  func rewriting(_ old: String, in span: SourceSpan, as new: String, _ place: Place) -> [FixIt] {
    occurrence(of: old, in: span, place).map { [replacing($0, by: new)] } ?? []
  }

  /// The first place in a span of the file where a text stands, of spans that a person wrote in one go.
  func occurrence(of wanted: String, in span: SourceSpan, _ place: Place) -> SourceSpan? {
    let text = files[place.file].tree.text
    let (start, end) = (Int(span.start), Int(span.end))
    let wanted = Array(wanted.utf8)
    guard files[place.file].tree.source == span.source, !wanted.isEmpty, start <= end, end <= text.count,
      end - start >= wanted.count, end - start < 4096
    else { return nil }
    for offset in start...(end - wanted.count) where text[offset..<offset + wanted.count].elementsEqual(wanted) {
      return SourceSpan(
        source: span.source, start: UInt32(clamping: offset), end: UInt32(clamping: offset + wanted.count))
    }
    return nil
  }

  /// The same for a span of any file.
  func rewriting(_ old: String, in span: SourceSpan, as new: String) -> [FixIt] {
    guard let file = files.firstIndex(where: { $0.tree.source == span.source }) else { return [] }
    return rewriting(old, in: span, as: new, Place(file: file))
  }

  /// The fix that brings an exported name into the file.
  func using(_ name: String, of package: String, _ place: Place) -> [FixIt] {
    let tree = files[place.file].tree
    guard tree.tokenCount > 0 else { return [] }
    let first = tree.start(of: TokenID(0))
    let isUse = tree.string(of: TokenID(0)) == "use"
    return [
      inserting(
        "use \(package).{\(name)}\n" + (isUse ? "" : "\n"), at: first, tree.source, "use `\(name)` of `\(package)`")
    ]
  }

  /// The fix that moves a statement above another of the same body; none where one of them shares its lines.
  func moving(_ node: NodeID, above other: SourceSpan, _ place: Place) -> [FixIt] {
    moving(files[place.file].tree.span(of: node), above: other, place, "move it above `otherwise`")
  }

  /// The same for a statement that is known by its span.
  func moving(_ span: SourceSpan, above other: SourceSpan, _ place: Place, _ title: String) -> [FixIt] {
    let tree = files[place.file].tree
    guard span.source == tree.source, other.source == tree.source else { return [] }
    let text = tree.text
    func lines(_ span: SourceSpan) -> Range<Int>? {
      let range = StatementEdit.removal(of: Int(span.start)..<Int(span.end)) { offset in
        offset >= 0 && offset < text.count ? text[offset] : nil
      }
      let startsLine = range.lowerBound == 0 || text[range.lowerBound - 1] == UInt8(ascii: "\n")
      return startsLine && range.upperBound > 0 && text[range.upperBound - 1] == UInt8(ascii: "\n") ? range : nil
    }
    guard let from = lines(span) else { return [] }
    var start = Int(other.start)
    while start > 0, text[start - 1] == UInt8(ascii: " ") || text[start - 1] == UInt8(ascii: "\t") { start -= 1 }
    guard start == 0 || text[start - 1] == UInt8(ascii: "\n"), start <= from.lowerBound else { return [] }
    func edit(_ range: Range<Int>, _ replacement: String) -> TextEdit {
      TextEdit(
        SourceSpan(
          source: span.source, start: UInt32(clamping: range.lowerBound), end: UInt32(clamping: range.upperBound)),
        replacement: replacement)
    }
    return [
      FixIt(
        title,
        [edit(start..<start, String(decoding: text[from], as: UTF8.self)), edit(from, "")])
    ]
  }

  /// What the percentages lack to 100%, written into the last literal of them; none where it cannot take it.
  func completing(_ body: NodeID?, _ total: UInt64, _ place: Place) -> [FixIt] {
    let tree = files[place.file].tree
    guard let body else { return [] }
    var last: (node: NodeID, share: Percentage)?
    for child in tree.children(of: body) {
      if let view = WeightedView(tree, child), let share = view.percentage { last = (view.share, share) }
    }
    guard let last else { return [] }
    let rest = Int64(1_000_000) - Int64(clamping: total) + Int64(last.share.partsPerMillion)
    guard rest > 0, rest <= 1_000_000 else { return [] }
    return [replacing(tree.span(of: last.node), by: Percentage(partsPerMillion: UInt32(rest)).description)]
  }

  /// The body of a statement.
  func body(of node: NodeID, _ place: Place) -> NodeID? {
    let tree = files[place.file].tree
    guard let last = tree.lastChild(of: node), tree.kind(of: last) == .body else { return nil }
    return last
  }
}
