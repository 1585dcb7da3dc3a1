import EpicBase
import EpicSyntax

/// Trees of texts that were parsed before, so that an edit of one file costs the parse of one file.
///
/// A tree is used again only for the same bytes at the same path and place in the order of files, and names keep their
/// symbols: whoever parses with a memo gets what a parse without one gives.
package struct ParseMemo: Sendable {
  /// By path.
  private var results: [String: ParseResult] = [:]
  /// The names of all texts that were ever parsed with the memo.
  private var interner = Interner.withKeywords()
  /// Names that the interner may hold before everything is forgotten: edits leave names behind that no text says.
  private var mostNames = ParseMemo.spareNames

  private static let spareNames = 1 << 16

  /// How many texts were parsed so far, those that were known not among them.
  package private(set) var parseCount = 0

  package init() {}

  /// Starts a parse of a workspace.
  mutating func begin() {
    guard interner.count > mostNames else { return }
    results = [:]
    interner = Interner.withKeywords()
    mostNames = ParseMemo.spareNames
  }

  /// Ends it: forgets the files that are gone, and gives the names of all trees.
  mutating func end(_ sources: SourceSet) -> Interner {
    if results.count > sources.files.count {
      let paths = Set(sources.files.map(\.path))
      results = results.filter { paths.contains($0.key) }
    }
    // A workspace of many names is not forgotten for them, only for what edits add.
    if mostNames == ParseMemo.spareNames { mostNames += 4 * interner.count }
    return interner
  }

  /// The tree of a file's text.
  mutating func parse(_ text: [UInt8], at path: String, _ source: SourceID) -> ParseResult {
    if let known = results[path], known.tree.source == source, known.tree.text == text { return known }
    parseCount += 1
    let result = EpicSyntax.parse(text, source: source, interner: &interner)
    results[path] = result
    return result
  }
}
