import EpicBase

/// The words as JSON, for the tree-sitter grammar and whoever else needs them.
enum KeywordFile {
  /// The table as an object of lists, each in alphabetical order.
  static func json() -> [UInt8] {
    let lists: [(name: StaticString, words: [String])] = [
      ("reserved", KeywordTable.reserved()),
      ("contextual", KeywordTable.contextual()),
      ("modifiers", KeywordTable.contextual(.modifier).filter { $0 != "override" }),
      ("declarations", KeywordTable.declarations),
      ("statements", KeywordTable.statements),
      ("requestFields", KeywordTable.requestFields),
    ]
    var json = JSONWriter(lineDepth: 1)
    json.object { json in
      for list in lists {
        json.array(list.name) { json in
          for word in list.words.sorted() { json.value(word) }
        }
      }
    }
    return json.finish()
  }
}
