/// A grammar in the notation that `Grammar/epic.ebnf` describes in its head.
package struct Grammar: Sendable {
  /// One definition.
  package struct Rule: Hashable, Sendable {
    /// The name as written: lower case for a rule, upper case for a class of tokens.
    package let name: String
    package let expression: Expression
    /// Line of the definition, from 1.
    package let line: Int
  }

  /// What a rule is defined as.
  package indirect enum Expression: Hashable, Sendable {
    /// `"text"`.
    case text(String)
    /// `'a' .. 'z'`, by the characters' Unicode numbers.
    case characters(ClosedRange<UInt32>)
    /// A rule's or class's name.
    case reference(String)
    /// `a , b`.
    case sequence([Expression])
    /// `a | b`.
    case choice([Expression])
    /// `[ a ]`.
    case optional(Expression)
    /// `{ a }`.
    case repetition(Expression)
    /// `a - b`.
    case difference(Expression, Expression)
  }

  /// All rules in the order of the file. The first is where a file starts.
  package let rules: [Rule]
  /// Position of each rule.
  package let positions: [String: Int]

  /// Tokens of the notation itself: they have no definition.
  package static let builtIn: Set<String> = ["APART", "NEWLINE", "TOUCH"]

  /// Keeps the rules; of two definitions of one name the first counts (`problems` reports the other).
  package init(rules: [Rule]) {
    self.rules = rules
    positions = Dictionary(rules.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The rule of a name.
  package func rule(_ name: String) -> Rule? { positions[name].map { rules[$0] } }

  /// The classes of tokens, in the file's order: where a word fits several, the first counts.
  package var tokenClasses: [Rule] { rules.filter { Grammar.isTokenClass($0.name) } }

  /// The rules over tokens: those that the first rule reaches without passing through a class of tokens.
  package var syntaxRules: [Rule] { reachable(from: rules.first.map { [$0.name] } ?? [], throughClasses: false) }

  /// The rules over characters: those that the classes of tokens reach, the classes among them.
  package var lexicalRules: [Rule] { reachable(from: tokenClasses.map(\.name), throughClasses: true) }

  /// Whether a name is a class of tokens rather than a rule.
  package static func isTokenClass(_ name: String) -> Bool {
    name.utf8.first.map { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") } ?? false
  }

  private func reachable(from start: [String], throughClasses: Bool) -> [Rule] {
    var seen = Set(start)
    var pending = start
    while let name = pending.popLast() {
      for next in rule(name)?.expression.references ?? []
      where (throughClasses || !Grammar.isTokenClass(next)) && seen.insert(next).inserted {
        pending.append(next)
      }
    }
    return rules.filter { seen.contains($0.name) }
  }
}

extension Grammar {
  /// What is wrong with the grammar as a whole: one sentence each, in the file's order. Empty for a sound grammar.
  package var problems: [String] {
    var problems: [String] = []
    var seen: Set<String> = []
    for rule in rules where !seen.insert(rule.name).inserted {
      problems.append("line \(rule.line): `\(rule.name)` is defined twice")
    }
    for rule in rules {
      for name in rule.expression.references where !Grammar.builtIn.contains(name) && positions[name] == nil {
        problems.append("line \(rule.line): `\(rule.name)` uses `\(name)`, which is not defined")
      }
    }
    let used = Set(syntaxRules.map(\.name))
    let classesUsed = Set(rules.filter { used.contains($0.name) }.flatMap(\.expression.references))
    let lexical = reachable(from: tokenClasses.map(\.name).filter(classesUsed.contains), throughClasses: true)
    let reached = used.union(lexical.map(\.name))
    for rule in rules where !reached.contains(rule.name) {
      problems.append("line \(rule.line): nothing uses `\(rule.name)`")
    }
    return problems
  }
}

extension Grammar.Expression {
  /// The names in the expression, in order, each as often as it stands there.
  package var references: [String] {
    switch self {
    case .text, .characters: []
    case .reference(let name): [name]
    case .sequence(let parts), .choice(let parts): parts.flatMap(\.references)
    case .optional(let part), .repetition(let part): part.references
    case .difference(let left, let right): left.references + right.references
    }
  }

  /// The quoted texts in the expression, in order.
  package var texts: [String] {
    switch self {
    case .text(let text): [text]
    case .characters, .reference: []
    case .sequence(let parts), .choice(let parts): parts.flatMap(\.texts)
    case .optional(let part), .repetition(let part): part.texts
    case .difference(let left, let right): left.texts + right.texts
    }
  }
}
