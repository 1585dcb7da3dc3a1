import EpicBase
import EpicDiagnostics
import EpicIR
import EpicSyntax

/// What is known of a `let`'s value for one owner and type.
struct KnownValue {
  /// Nil if it could not be evaluated, which was reported.
  var value: Value?
  /// Levels of evaluation that it took.
  var height = 0
}

/// What is known of a `let`'s predicate for one owner.
struct KnownPredicate {
  /// Nil if it could not be evaluated, which was reported.
  var predicate: Predicate?
  /// Levels of evaluation that it took.
  var height = 0
  var size = PredicateSize()
}

/// How large a predicate is with its names expanded. Names share what they stand for, so this is found without a walk.
struct PredicateSize {
  var questions = 0
  /// Values that the questions compare with.
  var values = 0

  static func += (left: inout PredicateSize, right: PredicateSize) {
    left.questions += right.questions
    left.values += right.values
  }
}

/// What an evaluation may take: steps, levels of nesting, and the size of what it makes. Whatever is walked was paid for
/// in steps before, so that the steps bound both time and memory.
extension Evaluator {
  /// Bytes of text that count as one part of a value, and as one step.
  static let bytesPerStep = 16
  /// Steps that a declaration, field, route or scope takes beside those of what is in it: they are kept, and are large.
  static let stepsPerInstance = 24
  static let stepsPerField = 8
  static let stepsPerRoute = 32
  static let stepsPerScope = 4
  static let stepsPerQuestion = 4

  /// Counts steps; false, with one diagnostic for the workspace, when the budget is used up.
  mutating func step(_ place: Place, _ node: NodeID, _ count: Int = 1) -> Bool {
    steps += count
    if steps <= stepLimit { return true }
    if !isExhausted {
      isExhausted = true
      sink.report(
        Diagnostic(
          .tooManySteps, "evaluation takes more than \(stepLimit) steps", at: span(place, node),
          label: "the budget ends here"))
    }
    return false
  }

  // MARK: Depth

  /// Counts a step and enters one level of evaluation; false, with a diagnostic, beyond a limit. The caller leaves the
  /// level by lowering `depth`, entered or not.
  mutating func enter(_ place: Place, _ node: NodeID, _ code: DiagnosticCode = .definitionTooDeep) -> Bool {
    depth += 1
    if depth > deepest { deepest = depth }
    return step(place, node) && isShallow(depth, place, node, code)
  }

  /// Whether so many levels are within the limit. Reports if not.
  private mutating func isShallow(_ levels: Int, _ place: Place, _ node: NodeID, _ code: DiagnosticCode) -> Bool {
    if levels <= Limits.definitionDepth { return true }
    report(
      code, "`\(text(place, node))` is nested deeper than \(Limits.definitionDepth) levels", place, node,
      help: "write it with fewer names that stand for other names")
    return false
  }

  /// Notes that what is being evaluated holds something of so many levels. False, with a diagnostic, beyond the limit.
  mutating func climb(
    _ height: Int, _ place: Place, _ node: NodeID, _ code: DiagnosticCode = .definitionTooDeep
  ) -> Bool {
    deepest = max(deepest, depth + height)
    return isShallow(depth + height, place, node, code)
  }

  /// Evaluates by `body`, and gives the levels that it took.
  mutating func measured<Result>(_ body: (inout Evaluator) -> Result) -> (Result, Int) {
    let outer = deepest
    deepest = depth
    let result = body(&self)
    let height = deepest - depth
    deepest = max(outer, deepest)
    return (result, height)
  }

  // MARK: Size

  /// Pays for a walk through a value. False, with a diagnostic, if it has too many parts or the budget ends.
  mutating func pay(for value: Value, _ place: Place, _ node: NodeID) -> Bool {
    let parts = value.parts(upTo: Limits.valueParts)
    guard step(place, node, parts) else { return false }
    if parts <= Limits.valueParts { return true }
    report(
      .valueTooLarge, "`\(text(place, node))` has more than \(Limits.valueParts) parts", place, node,
      help: "a name that stands in a list twice counts twice")
    return false
  }

  /// Pays for a walk through the predicate that was evaluated. False, with a diagnostic, if it has too many questions or
  /// the budget ends.
  mutating func pay(for size: PredicateSize, _ place: Place, _ node: NodeID) -> Bool {
    guard step(place, node, size.questions * Evaluator.stepsPerQuestion + size.values) else { return false }
    if size.questions <= Limits.predicateQuestions { return true }
    report(
      .predicateTooLarge,
      "`\(text(place, node))` asks more than \(Limits.predicateQuestions) questions", place, node,
      help: "a name that stands in a predicate twice counts twice")
    return false
  }

  // MARK: Scopes

  /// How many frames and lets there are, and how much could hold on to them.
  struct ScopeMark {
    var frames: Int
    var lets: Int
    var values: Int
    var predicates: Int
    var holders: Int
  }

  var scopeMark: ScopeMark {
    ScopeMark(
      frames: frames.count, lets: lets.count, values: passingValues.count, predicates: passingPredicates.count,
      holders: holders)
  }

  /// Declarations, and statements that are still to be expanded: they are evaluated later, in the frames around them.
  private var holders: Int {
    instances.count + pending.count + entries.count + natives.count + tests.count + untaken.count
  }

  /// Lets go of the frames and lets that were made since the mark, unless something that is evaluated later needs them.
  mutating func release(to mark: ScopeMark) {
    if holders != mark.holders { return }
    frames.removeSubrange(mark.frames...)
    if lets.count == mark.lets { return }
    lets.removeSubrange(mark.lets...)
    // What an inner scope made known of an outer scope's lets stays known.
    var kept = mark.values
    for key in passingValues[mark.values...] {
      if key.index < mark.lets {
        passingValues[kept] = key
        kept += 1
      } else {
        letValues[key] = nil
      }
    }
    passingValues.removeSubrange(kept...)
    kept = mark.predicates
    for key in passingPredicates[mark.predicates...] {
      if key.index < mark.lets {
        passingPredicates[kept] = key
        kept += 1
      } else {
        letPredicates[key] = nil
      }
    }
    passingPredicates.removeSubrange(kept...)
  }
}

extension Value {
  /// Elements, members and texts in the value, itself included; counting stops beyond the limit.
  func parts(upTo limit: Int) -> Int {
    var count = 0
    add(to: &count, limit)
    return count
  }

  private func add(to count: inout Int, _ limit: Int) {
    count += 1 + (byteCount ?? 0) / Evaluator.bytesPerStep
    switch self {
    case .list(let values):
      for value in values where count <= limit { value.add(to: &count, limit) }
    case .record(let members):
      for member in members where count <= limit { member.value.add(to: &count, limit) }
    default: break
    }
  }

  /// Bytes of the text, if it is one.
  var byteCount: Int? {
    switch self {
    case .text(let text), .word(let text), .slashed(let text), .regex(let text): text.utf8.count
    case .template(let template):
      template.parts.reduce(0) { count, part in
        switch part {
        case .literal(let text), .capture(let text): count + text.utf8.count
        }
      }
    default: nil
    }
  }
}
