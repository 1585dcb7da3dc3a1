/// How small the texts of a grammar's expressions can be, and how far each rule is from the others: what the generator
/// steers by.
struct GrammarDistances: Sendable {
  /// Larger than any height or distance; sums of it do not overflow.
  static let infinite = 1 << 20

  private let grammar: Grammar
  /// For each rule, the depth of its shallowest derivation.
  private var heights: [Int]
  /// `[target][rule]`: how many rules lie between a rule and a target.
  private var distances: [[Int]]

  init(_ grammar: Grammar) {
    self.grammar = grammar
    heights = Array(repeating: GrammarDistances.infinite, count: grammar.rules.count)
    distances = []
    var changed = true
    while changed {
      changed = false
      for index in grammar.rules.indices {
        let height = self.height(of: grammar.rules[index].expression) + 1
        if height < heights[index] {
          heights[index] = height
          changed = true
        }
      }
    }
    distances = grammar.rules.indices.map { GrammarDistances.distances(to: $0, in: grammar) }
  }

  /// Depth of the expression's shallowest derivation.
  func height(of expression: Grammar.Expression) -> Int {
    switch expression {
    case .text, .characters: 0
    case .optional, .repetition: 0
    case .reference(let name): grammar.positions[name].map { heights[$0] } ?? 0
    case .sequence(let parts): parts.map(height).max() ?? 0
    case .choice(let parts): parts.map(height).min() ?? 0
    case .difference(let left, _): height(of: left)
    }
  }

  /// How many rules have to be entered from an expression to reach a target; `infinite` if none leads there.
  func distance(from expression: Grammar.Expression, to target: Int) -> Int {
    var best = GrammarDistances.infinite
    for name in expression.references {
      guard let rule = grammar.positions[name] else { continue }
      best = min(best, distances[target][rule] + 1)
    }
    return best
  }

  private static func distances(to target: Int, in grammar: Grammar) -> [Int] {
    var result = Array(repeating: infinite, count: grammar.rules.count)
    result[target] = 0
    var changed = true
    while changed {
      changed = false
      for (index, rule) in grammar.rules.enumerated() {
        for name in rule.expression.references {
          guard let next = grammar.positions[name], result[next] + 1 < result[index] else { continue }
          result[index] = result[next] + 1
          changed = true
        }
      }
    }
    return result
  }
}
