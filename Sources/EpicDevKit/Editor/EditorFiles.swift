import EpicBase

/// The files of `Grammar/` that are written by a program.
package enum EditorFiles {
  /// Path below the repository's root, and content.
  package static var all: [(path: String, content: [UInt8])] {
    [
      ("Grammar/textmate/epic.tmLanguage.json", TextMateGrammar.json()),
      ("Grammar/tree-sitter-epic/keywords.json", KeywordFile.json()),
      ("Grammar/tree-sitter-epic/queries/highlights.scm", HighlightQuery.text()),
    ]
  }
}
