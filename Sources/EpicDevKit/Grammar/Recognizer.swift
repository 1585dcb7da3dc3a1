/// Tells whether a grammar derives an input, and how. Earley's algorithm over the grammar's own networks: it knows no rule
/// of the language.
package struct Recognizer {
  /// What became of an input.
  package enum Outcome: Sendable {
    /// The input is derived; how often each rule is used in the derivation that was found first.
    case accepted(uses: [String: Int])
    /// No text that starts with the symbols up to and with the one at `position` is derived; what could stand there.
    case rejected(position: Int, expected: [String])

    /// Whether the input is derived.
    package var isAccepted: Bool {
      if case .accepted = self { true } else { false }
    }
  }

  private struct Item {
    let state: Int32
    let origin: Int32
    /// The item before the edge that led here, and what the edge was: an item of the rule passed, or -1 for a token.
    let previous: Int32
    let child: Int32
  }

  private struct Waiter {
    let rule: Int32
    let target: Int32
    let item: Int32
  }

  private let network: GrammarNetwork
  private let input: RecognizerInput
  private var items: [Item] = []
  private var waiters: [Waiter] = []
  private var waiterStarts: [Int32] = []
  private var kernel: [Item] = []
  /// Open addressing over the items of the set at work: stamp of the set, then item.
  private var table: [(stamp: Int32, item: Int32)] = Array(repeating: (-1, 0), count: 256)
  private var predicted: [Int32]
  private var setStart = 0

  private init(_ network: GrammarNetwork, _ input: RecognizerInput) {
    self.network = network
    self.input = input
    predicted = Array(repeating: -1, count: network.ruleNames.count)
  }

  /// Recognises an input as a rule, by default as the grammar's first. An unknown rule derives nothing.
  package static func recognize(
    _ input: RecognizerInput, as rule: String? = nil, by network: GrammarNetwork
  ) -> Outcome {
    guard let id = rule.map({ network.ruleID($0) }) ?? (network.ruleNames.isEmpty ? nil : 0) else {
      return .rejected(position: 0, expected: [])
    }
    var recognizer = Recognizer(network, input)
    return recognizer.run(id)
  }

  /// The rules among some that derive an input, found in one pass.
  package static func rules(
    of input: RecognizerInput, among rules: [String], by network: GrammarNetwork
  ) -> Set<String> {
    var recognizer = Recognizer(network, input)
    let ids = rules.compactMap { network.ruleID($0) }
    for id in ids {
      recognizer.kernel.append(Item(state: network.starts[id], origin: 0, previous: -1, child: -1))
    }
    guard recognizer.advance() == nil else { return [] }
    let whole = ids.filter { id in
      recognizer.items[recognizer.setStart...].contains { recognizer.isWhole($0, id) }
    }
    return Set(whole.map { network.ruleNames[$0] })
  }

  private mutating func run(_ rule: Int) -> Outcome {
    kernel = [Item(state: network.starts[rule], origin: 0, previous: -1, child: -1)]
    let failure = advance()
    if failure == nil {
      for index in setStart..<items.count where isWhole(items[index], rule) {
        return .accepted(uses: uses(from: index))
      }
    }
    return .rejected(position: failure ?? input.symbols.count, expected: expected())
  }

  /// Builds the sets of all positions; gives the first one whose symbol nothing takes.
  private mutating func advance() -> Int? {
    let end = input.symbols.count
    for position in 0...end {
      setStart = items.count
      waiterStarts.append(Int32(waiters.count))
      let seeds = kernel
      kernel.removeAll(keepingCapacity: true)
      for seed in seeds { add(seed, at: position) }
      var next = setStart
      while next < items.count {
        process(next, at: position)
        next += 1
      }
      if position < end && kernel.isEmpty { return position }
    }
    return nil
  }

  private func isWhole(_ item: Item, _ rule: Int) -> Bool {
    item.origin == 0 && network.isFinal[Int(item.state)] && Int(network.ruleOfState[Int(item.state)]) == rule
  }

  // MARK: One set

  private mutating func add(_ item: Item, at position: Int) {
    let mask = table.count - 1
    var slot = (Int(item.state) &* 0x9E37_79B1 &+ Int(item.origin) &* 0x85EB_CA77) & mask
    while table[slot].stamp == Int32(position) {
      let known = items[Int(table[slot].item)]
      if known.state == item.state, known.origin == item.origin { return }
      slot = (slot + 1) & mask
    }
    table[slot] = (Int32(position), Int32(items.count))
    items.append(item)
    if (items.count - setStart) * 2 > table.count { growTable(at: position) }
  }

  private mutating func growTable(at position: Int) {
    table = Array(repeating: (-1, 0), count: table.count * 2)
    let mask = table.count - 1
    for index in setStart..<items.count {
      var slot = (Int(items[index].state) &* 0x9E37_79B1 &+ Int(items[index].origin) &* 0x85EB_CA77) & mask
      while table[slot].stamp == Int32(position) { slot = (slot + 1) & mask }
      table[slot] = (Int32(position), Int32(index))
    }
  }

  private mutating func process(_ index: Int, at position: Int) {
    let item = items[index]
    for edge in network.edges[Int(item.state)] {
      if edge.isRule {
        predict(edge, from: index, at: position)
      } else if matches(Int(edge.label), at: position) {
        let moved = Item(state: edge.target, origin: item.origin, previous: Int32(index), child: -1)
        if network.terminals[Int(edge.label)].isEmpty { add(moved, at: position) } else { kernel.append(moved) }
      }
    }
    // A rule that matched nothing was passed when it was predicted.
    if network.isFinal[Int(item.state)], Int(item.origin) < position { complete(index, at: position) }
  }

  private func matches(_ terminal: Int, at position: Int) -> Bool {
    switch network.terminals[terminal] {
    case .touch: input.touches[position]
    case .apart: !input.touches[position]
    default: position < input.symbols.count && input.rows[Int(input.symbols[position])][terminal]
    }
  }

  private mutating func predict(_ edge: GrammarNetwork.Edge, from index: Int, at position: Int) {
    let rule = Int(edge.label)
    waiters.append(Waiter(rule: edge.label, target: edge.target, item: Int32(index)))
    if network.isNullable[rule] {
      add(Item(state: edge.target, origin: items[index].origin, previous: Int32(index), child: -1), at: position)
    }
    guard predicted[rule] != Int32(position) else { return }
    predicted[rule] = Int32(position)
    if network.isNullable[rule] || mayStart(rule, at: position) {
      add(Item(state: network.starts[rule], origin: Int32(position), previous: -1, child: -1), at: position)
    }
  }

  private func mayStart(_ rule: Int, at position: Int) -> Bool {
    guard position < input.symbols.count else { return false }
    let row = input.rows[Int(input.symbols[position])]
    let first = network.first[rule]
    for terminal in row.indices where row[terminal] && first[terminal] { return true }
    return false
  }

  private mutating func complete(_ index: Int, at position: Int) {
    let item = items[index]
    let rule = network.ruleOfState[Int(item.state)]
    let start = Int(waiterStarts[Int(item.origin)])
    let end = Int(waiterStarts[Int(item.origin) + 1])
    for number in start..<end where waiters[number].rule == rule {
      let waiter = waiters[number]
      add(
        Item(
          state: waiter.target, origin: items[Int(waiter.item)].origin, previous: waiter.item, child: Int32(index)),
        at: position)
    }
  }

  // MARK: Results

  private func expected() -> [String] {
    var isExpected = Array(repeating: false, count: network.terminals.count)
    for item in items[setStart...] {
      for edge in network.edges[Int(item.state)] {
        if !edge.isRule {
          isExpected[Int(edge.label)] = true
        } else {
          for terminal in isExpected.indices where network.first[Int(edge.label)][terminal] {
            isExpected[terminal] = true
          }
        }
      }
    }
    return network.terminals.indices.filter { isExpected[$0] && !network.terminals[$0].isEmpty }
      .map { network.terminals[$0].name }
  }

  private func uses(from last: Int) -> [String: Int] {
    var counts = Array(repeating: 0, count: network.ruleNames.count)
    var pending = [Int32(last)]
    while let whole = pending.popLast() {
      counts[Int(network.ruleOfState[Int(items[Int(whole)].state)])] += 1
      var item = whole
      while item >= 0 {
        if items[Int(item)].child >= 0 { pending.append(items[Int(item)].child) }
        item = items[Int(item)].previous
      }
    }
    var uses: [String: Int] = [:]
    for rule in counts.indices where counts[rule] > 0 { uses[network.ruleNames[rule]] = counts[rule] }
    return uses
  }
}
