package import EpicIR

/// Signatures read forwards, for editors: what may stand next in a statement that is being written.
extension FieldSchema {
  /// One argument of a statement, as far as a signature asks about it.
  package struct Argument: Hashable, Sendable {
    /// The text of a name or reserved word; nil for every other value.
    package var word: String?
    package var hasCommaBefore: Bool

    package init(word: String?, hasCommaBefore: Bool) {
      self.word = word
      self.hasCommaBefore = hasCommaBefore
    }
  }

  /// What a signature expects at one place.
  package enum Expected: Hashable, Sendable {
    case word(String)
    case value(Slot, ValueType)
    case comma
  }

  /// What may follow the arguments behind the keyword, leading words among them, and a comma where one is written,
  /// without repetition and in the signature's order. Empty where nothing may, and where the arguments do not fit.
  /// Linear in their number.
  package func expected(behind arguments: [Argument], andComma: Bool = false) -> [Expected] {
    let program = SignatureProgram(pattern)
    var expected: [Expected] = []
    var places = program.places(behind: arguments[...])
    if andComma { places = program.step(places) { $0 == .comma } }
    for place in places {
      for next in program.expectations(at: place) where !expected.contains(next) { expected.append(next) }
    }
    return expected
  }

  /// What the last of the arguments may be, by the signature; empty if they do not fit.
  package func expected(asLastOf arguments: [Argument]) -> [Expected] {
    guard let last = arguments.last else { return [] }
    let program = SignatureProgram(pattern)
    var places = program.places(behind: arguments.dropLast())
    if last.hasCommaBefore { places = program.step(places) { $0 == .comma } }
    return places.flatMap { program.expectations(at: $0) }.filter { SignatureProgram.takes($0, last) }
  }
}

/// A signature as a small program whose places are walked all at once, so that no list of arguments is walked twice.
private struct SignatureProgram {
  enum Instruction {
    case expect(FieldSchema.Expected)
    /// Goes on at both places.
    case fork(Int, Int)
    case jump(Int)
  }

  private var instructions: [Instruction] = []

  init(_ pattern: Pattern) {
    for word in pattern.leadingWords { instructions.append(.expect(.word(word))) }
    append(pattern.elements)
  }

  /// Depth is that of a signature's brackets.
  private mutating func append(_ elements: [Pattern.Element]) {
    for element in elements {
      switch element {
      case .word(let word): instructions.append(.expect(.word(word)))
      case .slot(let slot, let type): instructions.append(.expect(.value(slot, type)))
      case .comma: instructions.append(.expect(.comma))
      case .optional(let elements):
        let fork = reserve()
        append(elements)
        instructions[fork] = .fork(fork + 1, instructions.count)
      case .choice(let choices):
        var exits: [Int] = []
        for (index, choice) in choices.enumerated() {
          let fork = index + 1 < choices.count ? reserve() : nil
          append(choice)
          if let fork {
            exits.append(reserve())
            instructions[fork] = .fork(fork + 1, instructions.count)
          }
        }
        for exit in exits { instructions[exit] = .jump(instructions.count) }
      case .list(let elements):
        let start = instructions.count
        append(elements)
        let fork = reserve()
        instructions.append(.expect(.comma))
        instructions.append(.jump(start))
        instructions[fork] = .fork(fork + 1, instructions.count)
      }
    }
  }

  private mutating func reserve() -> Int {
    instructions.append(.jump(instructions.count + 1))
    return instructions.count - 1
  }

  /// The places that expect something, reached from the given ones. A place behind the last one expects nothing.
  func closure(_ starts: [Int]) -> [Int] {
    var reached: Set<Int> = []
    var pending = starts
    while let place = pending.popLast() {
      guard reached.insert(place).inserted, place < instructions.count else { continue }
      switch instructions[place] {
      case .expect: break
      case .fork(let first, let second): pending += [first, second]
      case .jump(let target): pending.append(target)
      }
    }
    return reached.sorted()
  }

  /// The places that expect something behind the arguments.
  func places(behind arguments: ArraySlice<FieldSchema.Argument>) -> [Int] {
    var places = closure([0])
    for argument in arguments {
      if argument.hasCommaBefore { places = step(places) { $0 == .comma } }
      places = step(places) { SignatureProgram.takes($0, argument) }
      if places.isEmpty { return [] }
    }
    return places
  }

  /// The places behind those whose expectation is taken.
  func step(_ places: [Int], _ isTaken: (FieldSchema.Expected) -> Bool) -> [Int] {
    closure(places.filter { expectations(at: $0).contains(where: isTaken) }.map { $0 + 1 })
  }

  func expectations(at place: Int) -> [FieldSchema.Expected] {
    guard place < instructions.count, case .expect(let expected) = instructions[place] else { return [] }
    return [expected]
  }

  static func takes(_ expected: FieldSchema.Expected, _ argument: FieldSchema.Argument) -> Bool {
    switch expected {
    case .word(let word): argument.word == word
    case .value(_, .word(let choices)): argument.word.map { choices.contains($0) } ?? false
    case .value: true
    case .comma: false
    }
  }
}

extension Schema {
  /// What is said of a kind of declaration.
  package static func declaration(_ kind: DeclarationKind) -> DeclarationSchema? {
    declarations.first { $0.kind == kind }
  }

  /// The fields that `when` may ask for; in routes of one protocol those that it knows.
  package static func requestFields(of routeProtocol: RouteProtocol?) -> [String] {
    RequestField.allCases.filter { routeProtocol?.knows($0) ?? true }.map(\.rawValue)
  }
}
