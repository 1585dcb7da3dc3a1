import EpicBase
import EpicDevKit
import EpicSyntax
import Testing

/// The repository's root, from this file's place in it.
let repository = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

func repositoryGrammar() throws -> Grammar {
  try GrammarReader.read(try Files.read(repository + "/Grammar/epic.ebnf"))
}

@Suite struct GrammarTests {
  @Test func grammarIsSound() throws {
    #expect(try repositoryGrammar().problems == [])
  }

  /// Every class of the grammar is a class of the lexer, and the other way round, but for errors and punctuation.
  @Test func classesAreTheLexers() throws {
    let inGrammar = Set(try repositoryGrammar().tokenClasses.map(\.name))
    let inLexer = Set(TokenKind.allCases.filter(\.isValue).map(GrammarToken.className))
    #expect(inGrammar == inLexer)
  }

  /// What the grammar's head lists as reserved is what the lexer reserves.
  @Test func reservedWordsAreTheLexers() throws {
    let text = String(decoding: try Files.read(repository + "/Grammar/epic.ebnf"), as: UTF8.self)
    let start = try #require(text.firstRange(of: "RESERVED "))
    let end = try #require(text[start.upperBound...].firstRange(of: "A reserved word is never"))
    let words = text[start.upperBound..<end.lowerBound].split { $0 == " " || $0 == "\n" }.map(String.init)
    let reserved = Keyword.allCases.filter { $0.rawValue < Keyword.reservedCount }.map(\.spelling)
    #expect(words == reserved.sorted())
  }

  @Test func filesOfTheRepositoryAreJudgedAlike() throws {
    let judge = try GrammarJudge(try repositoryGrammar())
    let paths = try Files.below(["Tests", "examples"].map { "\(repository)/\($0)" }, extension: "epic")
    #expect(paths.contains { $0.hasSuffix("storefront/workspace.epic") })
    for path in paths {
      if let disagreement = judge.disagreement(on: try Files.read(path)) { Issue.record("\(path): \(disagreement)") }
    }
    for path in paths where path.contains("/examples/") {
      #expect(judge.verdict(on: try Files.read(path)).outcome.isAccepted, "\(path)")
    }
  }

  /// Texts that the grammar must refuse, and the parser with it.
  @Test(arguments: [
    "use", "use 443", "let x", "let x = ", "a b {", "a }", "x: when y", "when a and b or c -> d", "a is b",
    "when a is b is c -> d", "when not not a -> b", "template", "if x", "for x in y", "otherwise", "-> x", "{ }",
    "a , b , , c", "a\n{ b }", "cases (a) { }", "a: ", "a :b", "override", "export", "95%", "for every r: a\nand",
    "let x = { a: 1 } 2", "a [1", "a (1", "let x = a b c", "a because \"x\"", "use a.{}", "x = 5",
  ])
  func refused(_ text: String) throws {
    let verdict = try GrammarJudge(try repositoryGrammar()).verdict(on: Array(text.utf8))
    #expect(!verdict.outcome.isAccepted)
    #expect(!verdict.syntaxErrors.isEmpty)
  }
}

@Suite struct GeneratedFileTests {
  /// 2,000 files: each rule is used at least 20 times, in files that the parser takes without a diagnostic, and each rule
  /// over tokens takes part in a derivation of the recogniser.
  @Test func generatedFilesAreAcceptedAndUseEveryRule() throws {
    let grammar = try repositoryGrammar()
    let seed: UInt64 = 20260101
    let generator = try TextGenerator(grammar, seed: seed)
    let judge = try GrammarJudge(grammar)
    var written = Array(repeating: 0, count: grammar.rules.count)
    var derived: [String: Int] = [:]
    for number in 0..<2000 {
      let file = generator.file(number)
      for index in written.indices { written[index] += file.uses[index] }
      if let disagreement = judge.disagreement(on: file.text, strictly: true) {
        Issue.record("seed \(seed), file \(number): \(disagreement)\n\(String(decoding: file.text, as: UTF8.self))")
      }
      guard case .accepted(let uses) = judge.verdict(on: file.text).outcome else {
        Issue.record("seed \(seed), file \(number) is refused")
        continue
      }
      for (rule, count) in uses { derived[rule, default: 0] += count }
    }
    for (index, rule) in grammar.rules.enumerated() {
      #expect(written[index] >= 20, "`\(rule.name)`, seed \(seed)")
    }
    for rule in grammar.syntaxRules { #expect(derived[rule.name, default: 0] >= 20, "`\(rule.name)`, seed \(seed)") }
    let least = written.indices.min { written[$0] < written[$1] } ?? 0
    print("2000 generated files, seed \(seed): least used rule `\(grammar.rules[least].name)`, \(written[least]) times")
  }

  @Test func sameSeedSameFiles() throws {
    let grammar = try repositoryGrammar()
    let first = try TextGenerator(grammar, seed: 3)
    let second = try TextGenerator(grammar, seed: 3)
    for number in 0..<20 { #expect(first.file(number).text == second.file(number).text) }
    #expect(first.file(1).text != first.file(1 + grammar.rules.count).text)
  }

  /// A word is of the first class of the grammar's second part that derives it, and the lexer says the same.
  @Test func lexerAndGrammarClassifyWordsAlike() throws {
    let grammar = try repositoryGrammar()
    let classifier = try WordClassifier(grammar)
    var random = RandomSource(seed: 11)
    let pieces = [
      "1", "25", "a", "s", "AS", "5", "xx", ".", "..", ":", "::", "/", "%", "-", "_", "KiB", "ms", "*", "fe80",
    ]
    var classified = 0
    for _ in 0..<20_000 {
      let word = (0...random.below(5)).compactMap { _ in random.pick(pieces) }.joined()
      var interner = Interner.withKeywords()
      let tree = parse(Array(word.utf8), source: SourceID(0), interner: &interner).tree
      // Only what the lexer takes as one word is comparable.
      guard tree.tokenCount == 2, tree.end(of: TokenID(0)) == UInt32(word.utf8.count), !word.hasPrefix("/") else {
        continue
      }
      let kind = tree.kind(of: TokenID(0))
      let classes = classifier.classes(of: word)
      // A comment of the grammar may refuse what its rule derives: then the lexer does not say the same.
      if !kind.isValue || tree.flags(of: TokenID(0)).contains(.malformed) { continue }
      classified += 1
      #expect(classes.first == GrammarToken.className(of: kind), "`\(word)`, seed 11")
    }
    #expect(classified > 1000)
  }
}
