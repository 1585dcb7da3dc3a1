import EpicBase

/// Writes random words of the grammar's classes of tokens.
///
/// What a class's comment in the grammar demands beyond its rule (host bits that are zero, ranges that rise) is put right
/// in `SideConditions`; nothing else is known here about any class.
struct WordGenerator: Sendable {
  /// A word and the lexical rules it used, by position in the grammar's rules.
  struct Word: Sendable {
    let text: String
    let uses: [(rule: Int, count: Int)]
  }

  private let grammar: Grammar
  private let distances: GrammarDistances
  private let classifier: WordClassifier
  /// Names that the grammar quotes: a NAME may well be one of them.
  private let quotedNames: [String]
  /// Words of each class, made once: deriving one is dear.
  private var pools: [String: [Word]] = [:]

  init(_ grammar: Grammar, _ distances: GrammarDistances, seed: UInt64) throws(GrammarError) {
    self.grammar = grammar
    self.distances = distances
    classifier = try WordClassifier(grammar)
    let classifier = classifier
    quotedNames = Set(grammar.syntaxRules.flatMap(\.expression.texts)).sorted()
      .filter { classifier.classes(of: $0).contains("NAME") && !SideConditions.reserved.contains($0) }
    var random = RandomSource(seed: seed)
    for rule in grammar.tokenClasses { pools[rule.name] = pool(of: rule.name, using: &random) }
  }

  /// A word of a class. `target` is a lexical rule that the word should use if it can.
  func word(of tokenClass: String, target: Int?, using random: inout RandomSource) -> Word {
    if tokenClass == "NAME", target == nil, random.oneIn(6), let name = random.pick(quotedNames) {
      return Word(text: name, uses: [])
    }
    let pool = pools[tokenClass] ?? []
    if let target, leads(.reference(tokenClass), target),
      let word = random.pick(pool.filter { $0.uses.contains { $0.rule == target } })
    {
      return word
    }
    return random.pick(pool) ?? Word(text: "", uses: [])
  }

  /// Sixty words of a class, and a few for each lexical rule that it reaches.
  private func pool(of tokenClass: String, using random: inout RandomSource) -> [Word] {
    var targets: [Int?] = Array(repeating: nil, count: 60)
    for index in grammar.rules.indices where leads(.reference(tokenClass), index) { targets += [index, index, index] }
    return targets.compactMap { derived(tokenClass, target: $0, using: &random) }
  }

  private func derived(_ tokenClass: String, target: Int?, using random: inout RandomSource) -> Word? {
    for _ in 0..<200 {
      var draft = Draft(text: "", uses: [:], target: target)
      derive(.reference(tokenClass), into: &draft, depth: 0, using: &random)
      guard draft.target == nil,
        let text = SideConditions.mended(draft.text, tokenClass: tokenClass, using: &random),
        classifier.firstClass(of: text) == tokenClass
      else { continue }
      return Word(text: text, uses: draft.uses.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }
    return nil
  }

  private struct Draft {
    var text: String
    var uses: [Int: Int]
    var target: Int?
  }

  private func derive(
    _ expression: Grammar.Expression, into draft: inout Draft, depth: Int, using random: inout RandomSource
  ) {
    switch expression {
    case .text(let text): draft.text += text
    case .characters(let range): character(in: range, into: &draft, using: &random)
    case .reference(let name):
      guard let index = grammar.positions[name] else { return }
      draft.uses[index, default: 0] += 1
      if draft.target == index { draft.target = nil }
      derive(grammar.rules[index].expression, into: &draft, depth: depth + 1, using: &random)
    case .sequence(let parts): for part in parts { derive(part, into: &draft, depth: depth, using: &random) }
    case .choice(let parts):
      if let part = choice(parts, draft, using: &random) { derive(part, into: &draft, depth: depth, using: &random) }
    case .optional(let part):
      if leads(part, draft) || random.oneIn(2) { derive(part, into: &draft, depth: depth, using: &random) }
    case .repetition(let part):
      var first = true
      while first && leads(part, draft) || draft.text.utf8.count < 40 && !random.oneIn(3) {
        derive(part, into: &draft, depth: depth, using: &random)
        first = false
      }
    case .difference(let left, let right):
      let without = classifier.ranges(right)
      for _ in 0..<100 {
        var part = Draft(text: "", uses: [:], target: nil)
        derive(left, into: &part, depth: depth, using: &random)
        guard let scalar = part.text.unicodeScalars.first, !without.contains(where: { $0.contains(scalar.value) })
        else { continue }
        draft.text += part.text
        for (rule, count) in part.uses {
          draft.uses[rule, default: 0] += count
          if draft.target == rule { draft.target = nil }
        }
        return
      }
    }
  }

  private func leads(_ expression: Grammar.Expression, _ draft: Draft) -> Bool {
    draft.target.map { leads(expression, $0) } ?? false
  }

  private func leads(_ expression: Grammar.Expression, _ target: Int) -> Bool {
    distances.distance(from: expression, to: target) < GrammarDistances.infinite
  }

  private func choice(
    _ parts: [Grammar.Expression], _ draft: Draft, using random: inout RandomSource
  ) -> Grammar.Expression? {
    if let target = draft.target {
      let lengths = parts.map { distances.distance(from: $0, to: target) }
      if let nearest = lengths.min(), nearest < GrammarDistances.infinite,
        let part = random.pick(parts.indices.filter { lengths[$0] == nearest })
      {
        return parts[part]
      }
    }
    return random.pick(parts)
  }

  private func character(in range: ClosedRange<UInt32>, into draft: inout Draft, using random: inout RandomSource) {
    // Of a range beyond ASCII a few characters of every length in UTF-8 stand for all.
    let sample: [UInt32] = [0xE9, 0x3B2, 0x4E2D, 0x1F4A1]
    let value =
      range.count > 1000
      ? random.pick(sample.filter(range.contains)) ?? range.lowerBound
      : range.lowerBound + UInt32(random.below(range.count))
    if let scalar = Unicode.Scalar(value) { draft.text.unicodeScalars.append(scalar) }
  }
}

/// Tells which classes of part 2 a text fits, by the grammar alone.
package struct WordClassifier: Sendable {
  private let network: GrammarNetwork
  private let grammar: Grammar

  package init(_ grammar: Grammar) throws(GrammarError) {
    self.grammar = grammar
    network = try GrammarNetwork.overCharacters(grammar)
  }

  /// The classes that derive a text, in the grammar's order.
  package func classes(of text: String) -> [String] {
    let derived = Recognizer.rules(
      of: network.input(ofCharacters: text), among: grammar.tokenClasses.map(\.name), by: network)
    return grammar.tokenClasses.map(\.name).filter(derived.contains)
  }

  /// The first class that derives a text: the one it is of.
  package func firstClass(of text: String) -> String? { classes(of: text).first }

  /// The characters that an expression of single characters stands for.
  func ranges(_ expression: Grammar.Expression) -> [ClosedRange<UInt32>] {
    switch expression {
    case .characters(let range): [range]
    case .text(let text): text.unicodeScalars.prefix(1).map { $0.value...$0.value }
    case .choice(let parts): parts.flatMap(ranges)
    case .reference(let name): grammar.rule(name).map { ranges($0.expression) } ?? []
    default: []
    }
  }
}
