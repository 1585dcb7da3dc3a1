/// A grammar as networks of states, one network a rule, without empty moves: what the recogniser walks.
package struct GrammarNetwork: Sendable {
  /// What an edge consumes.
  package enum Terminal: Hashable, Sendable {
    /// A token of a class: `NAME`.
    case tokenClass(String)
    /// A token spelled so.
    case word(String)
    /// A token of a class that is not spelled as one of these.
    case tokenClassExcept(String, [String])
    /// A character of one of the ranges.
    case characters([ClosedRange<UInt32>])
    /// `TOUCH`: nothing, where the tokens around touch.
    case touch
    /// `APART`: nothing, where they do not.
    case apart

    /// Whether the edge consumes nothing.
    package var isEmpty: Bool { self == .touch || self == .apart }
  }

  struct Edge: Sendable {
    /// A terminal's position, or a rule's where `isRule`.
    var label: Int32
    var isRule: Bool
    var target: Int32
  }

  package private(set) var terminals: [Terminal] = []
  /// Names of the rules that have a network.
  package private(set) var ruleNames: [String] = []
  private(set) var starts: [Int32] = []
  private(set) var edges: [[Edge]] = []
  private(set) var isFinal: [Bool] = []
  private(set) var ruleOfState: [Int32] = []
  private(set) var isNullable: [Bool] = []
  /// For each rule, which terminals its texts may begin with.
  private(set) var first: [[Bool]] = []

  private var terminalIDs: [Terminal: Int32] = [:]
  private var ruleIDs: [String: Int32] = [:]
  private let grammar: Grammar
  private let overCharacters: Bool

  /// The network over tokens: upper-case names and quoted texts are tokens.
  package static func overTokens(_ grammar: Grammar) throws(GrammarError) -> GrammarNetwork {
    try GrammarNetwork(grammar, rules: grammar.syntaxRules, overCharacters: false)
  }

  /// The network over characters: upper-case names are rules like others, quoted texts are characters.
  package static func overCharacters(_ grammar: Grammar) throws(GrammarError) -> GrammarNetwork {
    try GrammarNetwork(grammar, rules: grammar.lexicalRules, overCharacters: true)
  }

  private init(_ grammar: Grammar, rules: [Grammar.Rule], overCharacters: Bool) throws(GrammarError) {
    self.grammar = grammar
    self.overCharacters = overCharacters
    for rule in rules {
      ruleIDs[rule.name] = Int32(ruleNames.count)
      ruleNames.append(rule.name)
    }
    for (index, rule) in rules.enumerated() { try addNetwork(rule, id: Int32(index)) }
    findNullable()
    findFirst()
  }

  /// The position of a rule's network.
  package func ruleID(_ name: String) -> Int? { ruleIDs[name].map(Int.init) }

  // MARK: Construction

  /// States and moves of one rule before the empty moves are taken out.
  private struct Draft {
    var edges: [[(label: Int32, isRule: Bool, target: Int)]] = [[]]
    var empty: [[Int]] = [[]]

    mutating func state() -> Int {
      edges.append([])
      empty.append([])
      return edges.count - 1
    }
  }

  private mutating func addNetwork(_ rule: Grammar.Rule, id: Int32) throws(GrammarError) {
    var draft = Draft()
    let end = try draw(rule.expression, from: 0, in: &draft, rule: rule)
    // Only the start and the targets of moves survive; each gets the moves of everything it reaches by empty ones.
    var kept: [Int: Int32] = [:]
    var order: [Int] = []
    func keep(_ state: Int, _ base: Int) -> Int32 {
      if let known = kept[state] { return known }
      let number = Int32(base + order.count)
      kept[state] = number
      order.append(state)
      return number
    }
    let base = edges.count
    starts.append(keep(0, base))
    var next = 0
    while next < order.count {
      let closure = reach(order[next], draft.empty)
      var moves: [Edge] = []
      for state in closure {
        for edge in draft.edges[state] {
          moves.append(Edge(label: edge.label, isRule: edge.isRule, target: keep(edge.target, base)))
        }
      }
      edges.append(moves)
      isFinal.append(closure.contains(end))
      ruleOfState.append(id)
      next += 1
    }
  }

  private func reach(_ start: Int, _ empty: [[Int]]) -> [Int] {
    var seen: Set<Int> = [start]
    var order = [start]
    var next = 0
    while next < order.count {
      for state in empty[order[next]] where seen.insert(state).inserted { order.append(state) }
      next += 1
    }
    return order
  }

  /// Draws an expression from a state and gives the state behind it.
  private mutating func draw(
    _ expression: Grammar.Expression, from start: Int, in draft: inout Draft, rule: Grammar.Rule
  ) throws(GrammarError) -> Int {
    switch expression {
    case .sequence(let parts):
      var state = start
      for part in parts { state = try draw(part, from: state, in: &draft, rule: rule) }
      return state
    case .choice(let parts):
      let end = draft.state()
      for part in parts {
        let partEnd = try draw(part, from: start, in: &draft, rule: rule)
        draft.empty[partEnd].append(end)
      }
      return end
    case .optional(let part):
      let end = try draw(part, from: start, in: &draft, rule: rule)
      let exit = draft.state()
      draft.empty[start].append(exit)
      draft.empty[end].append(exit)
      return exit
    case .repetition(let part):
      // A state of its own, so that the loop cannot be entered in the middle of what stands before it.
      let loop = draft.state()
      draft.empty[start].append(loop)
      let end = try draw(part, from: loop, in: &draft, rule: rule)
      draft.empty[end].append(loop)
      let exit = draft.state()
      draft.empty[loop].append(exit)
      return exit
    case .text(let text) where overCharacters:
      var state = start
      for scalar in text.unicodeScalars {
        state = move(.characters([scalar.value...scalar.value]), from: state, in: &draft)
      }
      return state
    case .text(let text): return move(.word(text), from: start, in: &draft)
    case .characters(let range): return move(.characters([range]), from: start, in: &draft)
    case .reference(let name): return try drawReference(name, from: start, in: &draft, rule: rule)
    case .difference(let left, let right):
      return move(try difference(left, right, rule), from: start, in: &draft)
    }
  }

  private mutating func move(_ terminal: Terminal, from start: Int, in draft: inout Draft) -> Int {
    let id = terminalIDs[terminal] ?? Int32(terminals.count)
    if Int(id) == terminals.count {
      terminalIDs[terminal] = id
      terminals.append(terminal)
    }
    let end = draft.state()
    draft.edges[start].append((id, false, end))
    return end
  }

  private mutating func drawReference(
    _ name: String, from start: Int, in draft: inout Draft, rule: Grammar.Rule
  ) throws(GrammarError) -> Int {
    switch name {
    case "TOUCH": return move(.touch, from: start, in: &draft)
    case "APART": return move(.apart, from: start, in: &draft)
    default: break
    }
    if !overCharacters && Grammar.isTokenClass(name) { return move(.tokenClass(name), from: start, in: &draft) }
    guard let id = ruleIDs[name] else {
      throw GrammarError(line: rule.line, message: "`\(rule.name)` uses `\(name)`, which is not defined")
    }
    let end = draft.state()
    draft.edges[start].append((id, true, end))
    return end
  }

  /// `a - b` is possible between single characters, and between a class of tokens and words.
  private func difference(
    _ left: Grammar.Expression, _ right: Grammar.Expression, _ rule: Grammar.Rule
  ) throws(GrammarError) -> Terminal {
    if overCharacters, let from = characterRanges(left), let without = characterRanges(right) {
      return .characters(subtract(without, from: from))
    }
    if !overCharacters, case .reference(let name) = left, Grammar.isTokenClass(name), let words = words(right) {
      return .tokenClassExcept(name, words)
    }
    throw GrammarError(line: rule.line, message: "`-` in `\(rule.name)` is not between characters or tokens")
  }

  private func words(_ expression: Grammar.Expression) -> [String]? {
    switch expression {
    case .text(let text): return [text]
    case .reference(let name): return grammar.rule(name).flatMap { words($0.expression) }
    case .choice(let parts):
      var all: [String] = []
      for part in parts {
        guard let some = words(part) else { return nil }
        all += some
      }
      return all
    default: return nil
    }
  }

  private func characterRanges(_ expression: Grammar.Expression) -> [ClosedRange<UInt32>]? {
    switch expression {
    case .characters(let range): return [range]
    case .text(let text):
      guard let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1 else { return nil }
      return [scalar.value...scalar.value]
    case .reference(let name): return grammar.rule(name).flatMap { characterRanges($0.expression) }
    case .choice(let parts):
      var all: [ClosedRange<UInt32>] = []
      for part in parts {
        guard let some = characterRanges(part) else { return nil }
        all += some
      }
      return all
    default: return nil
    }
  }

  private func subtract(_ holes: [ClosedRange<UInt32>], from ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
    var result = ranges
    for hole in holes {
      result = result.flatMap { range -> [ClosedRange<UInt32>] in
        guard range.overlaps(hole) else { return [range] }
        var parts: [ClosedRange<UInt32>] = []
        if range.lowerBound < hole.lowerBound { parts.append(range.lowerBound...hole.lowerBound - 1) }
        if range.upperBound > hole.upperBound { parts.append(hole.upperBound + 1...range.upperBound) }
        return parts
      }
    }
    return result
  }

  // MARK: Properties

  /// Whether a rule matches no token at all. `TOUCH` and `APART` count as tokens here: no rule consists of them alone.
  private mutating func findNullable() {
    isNullable = Array(repeating: false, count: ruleNames.count)
    var changed = true
    while changed {
      changed = false
      for rule in ruleNames.indices where !isNullable[rule] {
        let reached = walk(from: starts[rule]) { edge in edge.isRule && isNullable[Int(edge.label)] }
        if reached.contains(where: { isFinal[Int($0)] }) {
          isNullable[rule] = true
          changed = true
        }
      }
    }
  }

  private mutating func findFirst() {
    first = Array(repeating: Array(repeating: false, count: terminals.count), count: ruleNames.count)
    var changed = true
    while changed {
      changed = false
      for rule in ruleNames.indices {
        let reached = walk(from: starts[rule]) { edge in
          edge.isRule ? isNullable[Int(edge.label)] : terminals[Int(edge.label)].isEmpty
        }
        for state in reached {
          for edge in edges[Int(state)] {
            if !edge.isRule {
              changed = add(edge.label, to: rule) || changed
            } else if Int(edge.label) != rule {
              for terminal in terminals.indices where first[Int(edge.label)][terminal] {
                changed = add(Int32(terminal), to: rule) || changed
              }
            }
          }
        }
      }
    }
  }

  private mutating func add(_ terminal: Int32, to rule: Int) -> Bool {
    if first[rule][Int(terminal)] { return false }
    first[rule][Int(terminal)] = true
    return true
  }

  /// The states that a start reaches over edges that may match nothing.
  private func walk(from start: Int32, over mayMatchNothing: (Edge) -> Bool) -> [Int32] {
    var seen: Set<Int32> = [start]
    var order = [start]
    var next = 0
    while next < order.count {
      for edge in edges[Int(order[next])] where mayMatchNothing(edge) && seen.insert(edge.target).inserted {
        order.append(edge.target)
      }
      next += 1
    }
    return order
  }
}
