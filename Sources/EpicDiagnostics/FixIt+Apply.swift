package import EpicBase

extension FixIt {
  /// The text of one file after the fix; edits in other files are left out. Edits that overlap or lie outside of the
  /// text give nil: such a fix is never half applied.
  package func apply(to text: [UInt8], of source: SourceID) -> [UInt8]? {
    let ordered = edits.filter { $0.span.source == source }.sorted { $0.span < $1.span }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var position = 0
    for edit in ordered {
      let start = Int(edit.span.start)
      let end = Int(edit.span.end)
      guard start >= position, end >= start, end <= text.count else { return nil }
      result.append(contentsOf: text[position..<start])
      result.append(contentsOf: edit.replacement.utf8)
      position = end
    }
    result.append(contentsOf: text[position...])
    return result
  }
}
