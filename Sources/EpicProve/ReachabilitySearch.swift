import EpicBase
import EpicIR

/// Decides whether some request reaches an arm: passes its own predicate and no earlier arm's.
///
/// The search makes a request that the arm's own predicate takes, asks which earlier arm takes it first, adds the
/// negation of that arm, and goes on with each way to satisfy it. It ends with a request that gets through, which is a
/// proof that the arm is reachable, or with nothing left, which is a proof that it is not. Paths, hosts, methods,
/// clients, countries, AS numbers, texts, cohorts, sites and versions of TLS are decided exactly; regular expressions
/// count as independent of everything but themselves, so that an arm is never called unreachable without a proof.
struct ReachabilitySearch {
  /// What was found out about an arm.
  enum Outcome {
    case reachable
    /// No request passes the arm's own predicate.
    case contradictory
    /// Earlier arms take everything: the request that was tried first, and who took what was tried, in order.
    case unreachable(first: SampleRequest, takers: [Int])
    /// The search was given up.
    case undecided
  }

  private struct Goal {
    var predicate: Predicate
    var holds: Bool
  }

  /// Steps that the search for one arm may take.
  private static let budget = 5000
  /// Arms that may be asked for one table.
  static let questionBudget = 4_000_000

  private let arms: [ArmQuestion]
  private let world: World
  private let index: ArmIndex
  /// Arms asked so far, for all searches in the table.
  private(set) var questions = 0
  private var limit = 0
  private var steps = 0
  private var isUndecided = false
  private var first: SampleRequest?
  private var takers: [Int] = []

  init(_ arms: [ArmQuestion], world: World) {
    self.arms = arms
    self.world = world
    index = ArmIndex(arms)
  }

  /// Whether some request reaches the arm at the position.
  mutating func outcome(of position: Int) -> Outcome {
    limit = position
    steps = 0
    isUndecided = false
    first = nil
    takers = []
    if isPlainlyReachable(position) { return .reachable }
    if solve(goals(of: arms[position]), Constraints(), behind: []) { return isUndecided ? .undecided : .reachable }
    guard let first else { return .contradictory }
    return .unreachable(first: first, takers: takers.sorted())
  }

  /// Most arms are reached by the first request that comes to mind. It is made straight from the predicate; whether it
  /// is good is then asked of the arm itself and of those above it.
  private mutating func isPlainlyReachable(_ position: Int) -> Bool {
    var request = SampleRequest(likelyTakenBy: arms[position], in: world)
    request.site = request.site ?? world.sites.first
    guard request.isTaken(by: arms[position]), world.hosts?.contains(request.host) ?? true,
      request.site.map(world.sites.contains) ?? true, world.tls.contains(request.tls)
    else { return false }
    return index.firstTaker(of: request, before: position, asked: &questions) == nil
  }

  /// Whether every request that `inner` takes is one that `outer` takes too, by itself.
  mutating func isCovered(_ inner: Int, by outer: Int) -> Bool {
    limit = 0
    steps = 0
    isUndecided = false
    for goal in negated(arms[outer]) {
      if solve(goals(of: arms[inner]) + [goal], Constraints(), behind: []) { return false }
    }
    return true
  }

  private func goals(of arm: ArmQuestion) -> [Goal] {
    [Goal(predicate: arm.predicate, holds: true)] + arm.blocks.map { Goal(predicate: .path([$0]), holds: true) }
  }

  /// The ways not to be taken by an arm, each a goal of its own.
  private func negated(_ arm: ArmQuestion) -> [Goal] {
    [Goal(predicate: arm.predicate, holds: false)] + arm.blocks.map { Goal(predicate: .path([$0]), holds: false) }
  }

  /// True if a request was found, or the search was given up.
  private mutating func solve(_ goals: [Goal], _ constraints: Constraints, behind passed: [Int]) -> Bool {
    var goals = goals
    var constraints = constraints
    while let goal = goals.popLast() {
      steps += 1
      if steps > ReachabilitySearch.budget || questions > ReachabilitySearch.questionBudget {
        isUndecided = true
        return true
      }
      switch goal.predicate {
      case .not(let inner): goals.append(Goal(predicate: inner, holds: !goal.holds))
      case .all(let parts):
        if !goal.holds { return branch(parts, false, goals, constraints, behind: passed) }
        goals += parts.map { Goal(predicate: $0, holds: true) }
      case .any(let parts):
        if goal.holds { return branch(parts, true, goals, constraints, behind: passed) }
        goals += parts.map { Goal(predicate: $0, holds: false) }
      default:
        if !constraints.add(goal.predicate, goal.holds, in: world) { return false }
      }
    }
    guard let request = constraints.request(in: world) else { return false }
    if first == nil { first = request }
    guard let taker = index.firstTaker(of: request, before: limit, asked: &questions) else { return true }
    if passed.contains(taker) {
      // The sample does not show what the constraints ask for: nothing is proved.
      isUndecided = true
      return true
    }
    if !takers.contains(taker) { takers.append(taker) }
    for goal in negated(arms[taker]) where solve([goal], constraints, behind: passed + [taker]) { return true }
    return false
  }

  private mutating func branch(
    _ parts: [Predicate], _ holds: Bool, _ goals: [Goal], _ constraints: Constraints, behind passed: [Int]
  ) -> Bool {
    for part in parts {
      if solve(goals + [Goal(predicate: part, holds: holds)], constraints, behind: passed) { return true }
    }
    return false
  }
}
