/// A regular expression of RE2's syntax as Envoy runs it: bytes, and always the whole text. It takes what the language's
/// lexer takes. Matching takes time in proportion to the text and the program, whatever both hold.
struct RegexProgram: Sendable {
  /// A position that nothing is read at.
  enum Assertion: UInt8, Hashable, Sendable {
    case textStart, textEnd, lineStart, lineEnd, wordBoundary, noWordBoundary
  }

  /// One step. Targets are counted from the instruction, so that parts can be copied and moved.
  enum Instruction: Hashable, Sendable {
    /// Reads a byte of the set at the index.
    case read(Int)
    case fork(Int, Int)
    case jump(Int)
    case assert(Assertion)
  }

  private(set) var instructions: [Instruction] = []
  private(set) var sets: [ByteSet] = []

  /// Most instructions; the lexer's own estimate keeps sources below its limit.
  static let maximumSize = 40_000

  /// Nil for a text that is no regular expression, or too large a one.
  init?(_ pattern: String) {
    var parser = RegexParser(Array(pattern.utf8))
    guard let instructions = parser.parse() else { return nil }
    self.instructions = instructions
    sets = parser.sets
  }

  /// Whether the whole text is matched.
  func matches(_ text: [UInt8]) -> Bool {
    var current = StateList(instructions.count + 1)
    var next = StateList(instructions.count + 1)
    add(0, at: 0, of: text, to: &current)
    for (position, byte) in text.enumerated() {
      if current.states.isEmpty { return false }
      next.clear()
      for state in current.states {
        guard state < instructions.count, case .read(let set) = instructions[state], sets[set].contains(byte) else {
          continue
        }
        add(state + 1, at: position + 1, of: text, to: &next)
      }
      swap(&current, &next)
    }
    return current.contains(instructions.count)
  }

  /// Whether a text that is matched may begin with a byte. Where this is false, none does.
  func mayBegin(with byte: UInt8) -> Bool {
    var first = StateList(instructions.count + 1)
    add(0, at: 0, of: [byte], to: &first)
    return first.states.contains { state in
      if state < instructions.count, case .read(let set) = instructions[state] { return sets[set].contains(byte) }
      return false
    }
  }

  /// Adds a state and all that it leads to without reading.
  private func add(_ state: Int, at position: Int, of text: [UInt8], to list: inout StateList) {
    var pending = [state]
    while let state = pending.popLast() {
      guard list.insert(state), state < instructions.count else { continue }
      switch instructions[state] {
      case .read: break
      case .fork(let first, let second):
        pending.append(state + second)
        pending.append(state + first)
      case .jump(let offset): pending.append(state + offset)
      case .assert(let assertion): if holds(assertion, at: position, of: text) { pending.append(state + 1) }
      }
    }
  }

  private func holds(_ assertion: Assertion, at position: Int, of text: [UInt8]) -> Bool {
    let before: UInt8? = position > 0 ? text[position - 1] : nil
    let after: UInt8? = position < text.count ? text[position] : nil
    switch assertion {
    case .textStart: return before == nil
    case .textEnd: return after == nil
    case .lineStart: return before == nil || before == UInt8(ascii: "\n")
    case .lineEnd: return after == nil || after == UInt8(ascii: "\n")
    case .wordBoundary, .noWordBoundary:
      let isBoundary =
        (before.map(ByteSet.wordBytes.contains) ?? false) != (after.map(ByteSet.wordBytes.contains) ?? false)
      return isBoundary == (assertion == .wordBoundary)
    }
  }
}

/// States in order of insertion, each once.
private struct StateList {
  private(set) var states: [Int] = []
  /// For each state the round in which it was inserted.
  private var rounds: [UInt32]
  private var round: UInt32 = 1

  init(_ count: Int) {
    rounds = [UInt32](repeating: 0, count: count)
  }

  mutating func clear() {
    states.removeAll(keepingCapacity: true)
    round &+= 1
  }

  mutating func insert(_ state: Int) -> Bool {
    if state < 0 || state >= rounds.count || rounds[state] == round { return false }
    rounds[state] = round
    states.append(state)
    return true
  }

  func contains(_ state: Int) -> Bool { state < rounds.count && rounds[state] == round }
}
