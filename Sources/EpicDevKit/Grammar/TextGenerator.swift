/// Writes random files that a grammar derives.
///
/// The same grammar, seed and number give the same file. File `n` uses rule `n` modulo the number of rules at least once,
/// so that as many files as rules use every rule.
package struct TextGenerator: Sendable {
  /// About how many tokens a file may have. What is open when they are used up is closed by the shortest way.
  package var tokenBudget = 160

  let grammar: Grammar
  let distances: GrammarDistances
  let words: WordGenerator
  /// Rules that a file can be made to use: all that the first rule reaches.
  private let targets: [Int]
  private let seed: UInt64

  package init(_ grammar: Grammar, seed: UInt64) throws(GrammarError) {
    self.grammar = grammar
    self.seed = seed
    distances = GrammarDistances(grammar)
    words = try WordGenerator(grammar, distances, seed: seed)
    let distances = distances
    targets = grammar.rules.indices.filter { index in
      index == 0
        || distances.distance(from: grammar.rules[0].expression, to: index) < GrammarDistances.infinite
    }
  }

  /// One file.
  package struct File: Sendable {
    package let text: [UInt8]
    /// How often each rule was used, by position in the grammar's rules.
    package let uses: [Int]
  }

  /// The file of a number.
  package func file(_ number: Int) -> File {
    var run = Run(
      generator: self, random: RandomSource(seed: seed &+ UInt64(truncatingIfNeeded: number) &* 0xA076_1D64_78BD_642F),
      target: targets[number % targets.count])
    run.rule(0, depth: 0)
    var layout = TokenLayout(random: run.random)
    return File(text: layout.text(of: run.tokens), uses: run.uses)
  }
}

/// An element of a text to be written.
enum GeneratedToken: Equatable, Sendable {
  /// A reserved word, a quoted name or punctuation.
  case word(String)
  /// A token of a class.
  case value(String, tokenClass: String)
  case newline
  case touch
  case apart
}

extension TextGenerator {
  /// One file being derived.
  private struct Run {
    let generator: TextGenerator
    var random: RandomSource
    /// The rule still to be reached; nil once it was.
    var target: Int?
    var tokens: [GeneratedToken] = []
    var uses: [Int]

    init(generator: TextGenerator, random: RandomSource, target: Int) {
      self.generator = generator
      self.random = random
      self.target = target
      uses = Array(repeating: 0, count: generator.grammar.rules.count)
    }

    /// How far the target is from the rule at work.
    private var reach = GrammarDistances.infinite - 1

    private var isExhausted: Bool { tokens.count >= generator.tokenBudget }

    mutating func rule(_ index: Int, depth: Int) {
      uses[index] += 1
      if target == index { target = nil }
      let expression = generator.grammar.rules[index].expression
      let outer = reach
      reach = distance(to: target, from: expression)
      self.expression(expression, depth: depth + 1)
      reach = outer
    }

    /// Derives an expression. Where it does not lie on the shortest way to the target, it is derived as if there were none.
    private mutating func expression(_ expression: Grammar.Expression, depth: Int) {
      guard let target, distance(to: target, from: expression) > reach else {
        derive(expression, depth: depth)
        return
      }
      self.target = nil
      derive(expression, depth: depth)
      self.target = target
    }

    private mutating func derive(_ expression: Grammar.Expression, depth: Int) {
      switch expression {
      case .text(let text): tokens.append(.word(text))
      case .characters: break
      case .reference(let name): reference(name, depth: depth)
      case .sequence(let parts): for part in parts { self.expression(part, depth: depth) }
      case .choice(let parts): self.expression(choice(parts, depth: depth), depth: depth)
      case .optional(let part):
        if leads(part) || !mustEnd(depth) && random.oneIn(2) { self.expression(part, depth: depth) }
      case .repetition(let part):
        var first = true
        while first && leads(part) || !mustEnd(depth) && !random.oneIn(depth < 4 ? 6 : 3) {
          self.expression(part, depth: depth)
          first = false
        }
      case .difference(let left, let right): difference(left, right, depth: depth)
      }
    }

    private func mustEnd(_ depth: Int) -> Bool { isExhausted || depth > 40 }

    /// Whether the shortest way to the target leads through an expression.
    private func leads(_ expression: Grammar.Expression) -> Bool {
      target != nil && distance(to: target, from: expression) <= reach
    }

    private func distance(to target: Int?, from expression: Grammar.Expression) -> Int {
      target.map { generator.distances.distance(from: expression, to: $0) } ?? -1
    }

    private mutating func choice(_ parts: [Grammar.Expression], depth: Int) -> Grammar.Expression {
      if let target {
        let distances = parts.map { generator.distances.distance(from: $0, to: target) }
        if let nearest = distances.min(), nearest < GrammarDistances.infinite,
          let part = random.pick(parts.indices.filter { distances[$0] == nearest })
        {
          return parts[part]
        }
      }
      if mustEnd(depth) {
        let heights = parts.map { generator.distances.height(of: $0) }
        let least = heights.min() ?? 0
        if let part = random.pick(parts.indices.filter { heights[$0] == least }) { return parts[part] }
      }
      return random.pick(parts) ?? .sequence([])
    }

    private mutating func reference(_ name: String, depth: Int) {
      switch name {
      case "NEWLINE": tokens.append(.newline)
      case "TOUCH": tokens.append(.touch)
      case "APART": tokens.append(.apart)
      default:
        guard let index = generator.grammar.positions[name] else { return }
        if Grammar.isTokenClass(name) { word(name, index) } else { rule(index, depth: depth) }
      }
    }

    private mutating func word(_ name: String, _ index: Int) {
      let word = generator.words.word(of: name, target: target, using: &random)
      for (rule, count) in word.uses { uses[rule] += count }
      // Whether the word uses the target or could not be made to: the way ends here.
      target = nil
      tokens.append(.value(word.text, tokenClass: name))
    }

    /// A token of the left side that is none of the right side's words.
    private mutating func difference(_ left: Grammar.Expression, _ right: Grammar.Expression, depth: Int) {
      let excluded = Set(generator.texts(of: right))
      for _ in 0..<100 {
        let before = tokens.count
        expression(left, depth: depth)
        if let last = tokens.last, case .value(let text, _) = last, excluded.contains(text) {
          tokens.removeSubrange(before...)
        } else {
          return
        }
      }
    }
  }

  fileprivate func texts(of expression: Grammar.Expression) -> [String] {
    expression.texts + expression.references.compactMap { grammar.rule($0)?.expression }.flatMap { texts(of: $0) }
  }
}
