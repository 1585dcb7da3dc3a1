/// The query that tells editors with tree-sitter how to colour: `queries/highlights.scm`. Where two patterns name one node,
/// the last one counts.
enum HighlightQuery {
  /// The query's text.
  static func text() -> [UInt8] {
    var text = "; Written by `epic-dev grammars`; a change made here is lost.\n"
    func section(_ title: String, _ lines: [String]) {
      text += "\n; " + title + "\n" + lines.joined(separator: "\n") + "\n"
    }
    section("Comments", ["(comment) @comment", "(documentation) @comment.documentation"])
    section("Names", names)
    section("Literals", literals.map { "(\($0.node)) @\($0.capture)" })
    section("Strings", strings)
    section("Words", words)
    section("Statements", statements)
    section("Operators and punctuation", symbols)
    return Array(text.utf8)
  }

  private static func list(_ words: [String]) -> String {
    "[" + words.sorted().map { " \"\($0)\"" }.joined() + " ]"
  }

  private static let names = [
    "(name) @variable",
    "(dotted_name) @variable",
    "(label name: (name) @label)",
    "(field_label name: (name) @property)",
    "(suffixed_name . (name) @function (call_suffix))",
    "(suffixed_name . (dotted_name) @function (call_suffix))",
    "(parameter (label name: (name) @variable.parameter))",
    "(parameter type: (type) @type)",
    "(template_declaration name: (name) @function)",
    "(let_statement name: (name) @constant)",
    "(use_statement package: (_) @module)",
    "(reference (name) @function)",
  ]

  private static let literals: [(node: String, capture: String)] = [
    ("integer", "number"), ("integer_range", "number"), ("decimal", "number.float"), ("version", "number.float"),
    ("percentage", "number"), ("duration", "number"), ("size", "number"), ("rate", "number"), ("bandwidth", "number"),
    ("status_class", "number"), ("address", "constant"), ("prefix", "constant"), ("address_range", "constant"),
    ("endpoint", "constant"), ("as_number", "constant"), ("community", "constant"), ("host_pattern", "constant"),
    ("slashed_name", "constant"), ("url", "string.special.url"), ("path", "string.special.path"),
    ("regex", "string.regexp"),
  ]

  private static let strings = [
    "(string) @string",
    "(block_string) @string",
    "(escape) @string.escape",
    "(interpolation [ \"${\" \"}\" ] @punctuation.special)",
    "(interpolation name: (_) @variable)",
    "(capture [ \"{\" \"}\" ] @punctuation.special)",
    "(capture name: (name) @variable.parameter)",
    "(wildcard) @operator",
  ]

  private static let words = [
    "\(list(["if", "else"])) @keyword.conditional",
    "\(list(["for"])) @keyword.repeat",
    "\(list(["when", "otherwise", "under", "cases", "every", "require", "because"])) @keyword",
    "(outcome_word) @keyword.return",
    "\(list(KeywordTable.reserved(.operator))) @keyword.operator",
    "\(list(["let", "template"])) @keyword",
    "\(list(KeywordTable.contextual(.import))) @keyword.import",
    "(modifier) @keyword.modifier",
    "\"override\" @keyword.modifier",
    "(data_reference \(list(KeywordTable.contextual(.data))) @keyword)",
    "(value_word) @constant.builtin",
    "(value_word \(list(KeywordTable.reserved(.boolean))) @boolean)",
    "(field_word) @constant.builtin",
    "(request_field name: (name) @variable.builtin\n  (#any-of? @variable.builtin"
      + KeywordTable.requestFields.map { " \"\($0)\"" }.joined() + "))",
  ]

  private static var statements: [String] {
    let declarations = KeywordTable.declarations.map { " \"\($0)\"" }.joined()
    let fields = KeywordTable.statements.map { " \"\($0)\"" }.joined()
    return [
      "(plain_statement keyword: (head . (name) @keyword)\n  (#any-of? @keyword" + fields + "))",
      "(plain_statement keyword: (head . (name) @keyword.type)\n  (#any-of? @keyword.type" + declarations + "))",
      "(plain_statement keyword: (head . (name) @keyword.type)\n  (arguments . (suffixed_name . (name) @type))\n"
        + "  (#any-of? @keyword.type" + declarations + "))",
    ]
  }

  private static let symbols = [
    "\"->\" @operator",
    "[ \"=\" \"|\" \"<\" \"<=\" \">\" \">=\" ] @operator",
    "[ \"(\" \")\" \"[\" \"]\" ] @punctuation.bracket",
    "(body [ \"{\" \"}\" ] @punctuation.bracket)",
    "(object [ \"{\" \"}\" ] @punctuation.bracket)",
    "[ \",\" \";\" \":\" ] @punctuation.delimiter",
  ]
}
