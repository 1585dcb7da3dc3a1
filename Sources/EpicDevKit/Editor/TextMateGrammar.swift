import EpicBase

/// The TextMate grammar of the language: what `Grammar/textmate/epic.tmLanguage.json` holds.
///
/// Every token of the compiler is one match, and has the scope that its class has in Tests/Editor/textmate.py. What a word
/// means beyond its class (a keyword of a statement, a declared name) is told by what stands beside it on its line.
package enum TextMateGrammar {
  /// Name of the language's scopes, the last part of each.
  static let language = "epic"

  /// The grammar as JSON.
  package static func json() -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("information_for_contributors", "Written by `epic-dev grammars`; a change made here is lost.")
      json.member("name", "EPIC")
      json.member("scopeName", "source.epic")
      json.array("fileTypes") { $0.value("epic") }
      json.array("patterns") { json in json.object { $0.member("include", "#everything") } }
      json.object("repository") { json in
        for (name, rules) in repository {
          json.key(name)
          json.rules(rules)
        }
      }
    }
    return json.finish()
  }

  private static var repository: [(name: String, rules: [TextMateRule])] {
    let order = ["comments", "strings", "statements", "literals", "names", "symbols"]
    return [("everything", order.map { TextMateRule(includes: [$0]) })]
      + [("comments", comments), ("strings", strings), ("string-parts", stringParts), ("regex-parts", regexParts)]
      + [("statements", statements), ("literals", literals), ("path-parts", pathParts), ("url-parts", urlParts)]
      + [("names", names), ("words", words), ("symbols", symbols)]
  }

  private static func scope(_ name: String) -> String { name + "." + language }

  /// A word that is one of these, as a whole.
  private static func oneOf(_ words: [String]) -> String {
    // The longest first: alternation takes the first that fits.
    "(?:" + words.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }.joined(separator: "|") + ")"
  }

  // MARK: Comments and strings

  private static let comments: [TextMateRule] = [
    .match(#"///(?!/).*?(?=\r?$)"#, scope("comment.line.documentation")),
    .match(#"//.*?(?=\r?$)"#, scope("comment.line.double-slash")),
    // A comment of other languages, which the compiler passes over with an error.
    .match(#"/\*(?!\*)(?:(?!\*/).)*\*/(?=[\x00-\x20]|$)"#, scope("comment.line.double-slash")),
  ]

  private static func quotes(_ kind: String) -> (begin: String, end: String) {
    (scope("punctuation.definition.\(kind).begin"), scope("punctuation.definition.\(kind).end"))
  }

  private static let strings: [TextMateRule] = [
    .between(#"(""")"#, #"(""")"#, scope("string.quoted.triple"), quotes("string"), ["string-parts"]),
    // A string that has no end on its line ends with it.
    .between(#"(")"#, #"(")|(?=\r?$)"#, scope("string.quoted.double"), quotes("string"), ["string-parts"]),
    .between(#"(re")"#, #"(")|(?=\r?$)"#, scope("string.regexp"), quotes("regexp"), ["regex-parts"]),
    .match(#"'[^'\n]*'"#, scope("invalid.illegal.single-quotes")),
    .match(#"#.*?$"#, scope("invalid.illegal.comment")),
  ]

  private static let stringParts: [TextMateRule] = [
    .match(#"\\(?:["\\nrt$]|u\{[0-9A-Fa-f]{1,6}\})"#, scope("constant.character.escape")),
    .match(#"\\."#, scope("invalid.illegal.escape")),
    .match(
      #"(\$\{)("# + WordExpressions.name + #"(?:\.[A-Za-z0-9_][A-Za-z0-9_-]*)*(?<!-))(\})"#,
      scope("meta.interpolation"),
      [
        1: .scope(scope("punctuation.section.interpolation.begin")), 2: .scope(scope("variable.other.interpolated")),
        3: .scope(scope("punctuation.section.interpolation.end")),
      ]),
    .match(#"\$\{[^}"\\\n]*\}?"#, scope("invalid.illegal.interpolation")),
  ]

  /// Expressions of RE2. No rule reaches beyond a quote that no backslash guards: it ends the token wherever it stands.
  private static let regexParts: [TextMateRule] = [
    .match(#"\\[dDsSwWpPbBAzQECaftnrv]"#, scope("constant.character.character-class.regexp")),
    .match(#"\\."#, scope("constant.character.escape.regexp")),
    .match(#"\[\^?\]?(?:\\.|\[:\^?[a-z]+:\]|[^\]"\\\n])*\]"#, scope("constant.other.character-class.set.regexp")),
    .match(#"(?:[*+?]|\{[0-9]+(?:,[0-9]*)?\})\??"#, scope("keyword.operator.quantifier.regexp")),
    .match(#"\|"#, scope("keyword.operator.or.regexp")),
    .match(#"[\^$]"#, scope("keyword.control.anchor.regexp")),
    .match(#"\((?:\?(?:P?<[A-Za-z0-9_]+>|[imsU-]*[:)]))?|\)"#, scope("punctuation.definition.group.regexp")),
  ]

  // MARK: Statements

  /// Where a statement starts, or looks as if it did: at the start of a line, behind `{` and behind `;`.
  private static let statementStart = #"(?:^|(?<=[{;]))[ \t]*"#
  /// A keyword's end. A colon makes it a label, or the name of a value.
  private static let keywordEnd = WordExpressions.end + "(?!:)"

  private static var statements: [TextMateRule] {
    let modifiers = oneOf(KeywordTable.contextual(.modifier))
    let prefix = statementStart + "(?:(export|override)[ \\t]+)?(?:(\(modifiers))[ \\t]+)?"
    let declared = "(?!" + oneOf(KeywordTable.reserved()) + WordExpressions.end + ")(" + WordExpressions.name + ")"
    let modifier = scope("storage.modifier")
    return [
      .parts(
        prefix + #"(template)[ \t]+"# + declared + WordExpressions.end,
        [1: modifier, 2: modifier, 3: scope("storage.type.template"), 4: scope("entity.name.function.template")]),
      .parts(
        prefix + #"(let)[ \t]+"# + declared + WordExpressions.end,
        [1: modifier, 2: modifier, 3: scope("storage.type.let"), 4: scope("entity.name.constant")]),
      .parts(
        prefix + "(" + oneOf(KeywordTable.declarations) + #")[ \t]+"# + declared + keywordEnd,
        [1: modifier, 2: modifier, 3: scope("storage.type.declaration"), 4: scope("entity.name.type")]),
      .parts(
        prefix + "(?:(" + WordExpressions.percentage + #")[ \t]+)?("# + oneOf(KeywordTable.statements) + ")"
          + keywordEnd,
        [1: modifier, 2: modifier, 3: scope("constant.numeric.percentage"), 4: scope("keyword.other.field")]),
      .parts(
        statementStart + #"(\()("# + WordExpressions.name + #")(\))[ \t]+("# + oneOf(KeywordTable.statements) + ")"
          + keywordEnd,
        [
          1: scope("punctuation.section.parens.begin"), 2: scope("variable.other"),
          3: scope("punctuation.section.parens.end"), 4: scope("keyword.other.field"),
        ]),
      .parts(
        statementStart + "(" + oneOf(KeywordTable.contextual(.import, .control)) + ")" + keywordEnd,
        [1: scope("keyword.control.import")]),
      .parts(
        statementStart + #"(?:(override)[ \t]+)?("# + modifiers + ")" + keywordEnd, [1: modifier, 2: modifier]),
    ]
  }

  // MARK: Literals

  private static func word(_ expression: String, _ name: String) -> TextMateRule {
    .match("(?:" + expression + ")" + WordExpressions.end, scope(name))
  }

  /// The classes in the order of part 2 of Grammar/epic.ebnf: the first that fits is the word's.
  private static let literals: [TextMateRule] = [
    .match(WordExpressions.foreignWord, scope("invalid.illegal.character")),
    .match(
      WordExpressions.url, scope("string.unquoted.url"), [0: .patterns(["url-parts"])]),
    .match(WordExpressions.path, scope("string.unquoted.path"), [0: .patterns(["path-parts"])]),
    .match(WordExpressions.bracketedEndpoint, scope("constant.numeric.endpoint")),
    word(WordExpressions.percentage, "constant.numeric.percentage"),
    word(WordExpressions.duration, "constant.numeric.duration"),
    word(WordExpressions.size, "constant.numeric.size"),
    word(WordExpressions.rate, "constant.numeric.rate"),
    word(WordExpressions.bandwidth, "constant.numeric.bandwidth"),
    word("[1-5]xx", "constant.numeric.status-class"),
    word("[0-9]+", "constant.numeric.integer"),
    word(#"[0-9]+\.\.[0-9]+"#, "constant.numeric.range"),
    word(WordExpressions.decimal, "constant.numeric.decimal"),
    word(#"[0-9]+\.[0-9]+\.[0-9]+"#, "constant.numeric.version"),
    word(WordExpressions.address, "constant.numeric.address"),
    word(WordExpressions.prefix, "constant.numeric.prefix"),
    word(WordExpressions.addressRange, "constant.numeric.address-range"),
    word(WordExpressions.endpoint, "constant.numeric.endpoint"),
    word("AS[0-9]+", "constant.numeric.as-number"),
    word(WordExpressions.community, "constant.numeric.community"),
  ]

  private static let pathParts: [TextMateRule] = [
    .match(
      #"(\{)([A-Za-z_][A-Za-z0-9_-]*)(\.\.\.)?(\})"#, scope("meta.capture"),
      [
        1: .scope(scope("punctuation.definition.capture.begin")), 2: .scope(scope("variable.parameter.capture")),
        3: .scope(scope("keyword.operator.rest")), 4: .scope(scope("punctuation.definition.capture.end")),
      ]),
    .match(#"(?<=/)\*\*"#, scope("keyword.operator.wildcard")),
    .match("%[0-9A-Fa-f]{2}", scope("constant.character.escape.percent")),
    .match("/", scope("punctuation.separator.path")),
  ]

  private static let urlParts: [TextMateRule] = [
    .match(
      #"(\$\{)([^}]*)(\})"#, scope("meta.interpolation"),
      [
        1: .scope(scope("punctuation.section.interpolation.begin")), 2: .scope(scope("variable.other.interpolated")),
        3: .scope(scope("punctuation.section.interpolation.end")),
      ])
  ]

  // MARK: Names

  private static let names: [TextMateRule] =
    [
      word(oneOf(KeywordTable.reserved(.control)), "keyword.control"),
      word(oneOf(KeywordTable.reserved(.outcome)), "keyword.control.outcome"),
      word(oneOf(KeywordTable.reserved(.operator)), "keyword.operator.word"),
      word(oneOf(KeywordTable.reserved(.boolean)), "constant.language.boolean"),
      word(oneOf(KeywordTable.reserved(.quantity)), "constant.language.quantity"),
      word(oneOf(KeywordTable.reserved(.definition)), "storage.type"),
      word(oneOf(KeywordTable.reserved(.connective)), "keyword.other"),
      // A label that touches the word behind it.
      .match(
        "[A-Za-z](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?(?=:(?:when|under)" + WordExpressions.end + ")",
        scope("entity.name.label")),
      .match(WordExpressions.starredHost, scope("invalid.illegal.host-pattern")),
      word(WordExpressions.hostPattern, "constant.other.host-pattern"),
      word(WordExpressions.slashedName, "constant.other.slashed-name"),
      word(WordExpressions.dottedName, "variable.other.dotted"),
    ] + [TextMateRule(includes: ["words"])]
    + [.match(WordExpressions.anyWord, scope("invalid.illegal.word"))]

  /// Plain names, by what stands beside them.
  private static let words: [TextMateRule] = [
    .match(WordExpressions.name + #"(?=:(?:\s|$))"#, scope("entity.name.label")),
    .match(oneOf(KeywordTable.contextual(.data)) + #"(?=[ \t]*")"#, scope("keyword.other.data")),
    .match(WordExpressions.name + #"(?=\()"#, scope("entity.name.function")),
    word(oneOf(KeywordTable.contextual(.connective)), "keyword.other"),
    word(oneOf(KeywordTable.requestFields), "support.variable"),
    word("[A-Z][A-Z0-9_-]*[A-Z0-9]", "constant.other"),
    word(WordExpressions.name, "variable.other"),
  ]

  // MARK: Punctuation and operators

  private static let symbols: [TextMateRule] = [
    .match("->", scope("keyword.operator.arrow")),
    // Operators of other languages: the compiler says what to write instead.
    .match(#"===?|!=|!|&&|\|\|"#, scope("invalid.illegal.operator")),
    .match("[<>]=?", scope("keyword.operator.comparison")),
    .match("=", scope("keyword.operator.assignment")),
    .match(#"\|"#, scope("keyword.operator.alternative")),
    .match(#"\{"#, scope("punctuation.section.block.begin")),
    .match(#"\}"#, scope("punctuation.section.block.end")),
    .match(#"\("#, scope("punctuation.section.parens.begin")),
    .match(#"\)"#, scope("punctuation.section.parens.end")),
    .match(#"\["#, scope("punctuation.section.brackets.begin")),
    .match(#"\]"#, scope("punctuation.section.brackets.end")),
    .match(",", scope("punctuation.separator.comma")),
    .match(";", scope("punctuation.terminator.statement")),
    .match(":", scope("punctuation.separator.key-value")),
    .match(#"\."#, scope("punctuation.accessor")),
    // A run of the same character that begins no token is one mistake.
    .match(#"([^\s])\1*"#, scope("invalid.illegal.character")),
  ]
}
