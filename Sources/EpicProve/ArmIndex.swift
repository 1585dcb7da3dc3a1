import EpicBase
import EpicIR

/// Finds the arms that may take a request without asking all of them: arms are kept by the first one or two segments of
/// a path that they demand.
struct ArmIndex {
  /// Tables up to this size are searched from top to bottom.
  private static let smallTable = 32

  private let arms: [ArmQuestion]
  private let isSmall: Bool
  /// Arms by `/a` or `/a/b`, ascending.
  private var byPath: [String: [Int]] = [:]
  /// Arms that demand no literal start, ascending.
  private var others: [Int] = []

  init(_ arms: [ArmQuestion]) {
    self.arms = arms
    isSmall = arms.count <= ArmIndex.smallTable
    if isSmall { return }
    for (index, arm) in arms.enumerated() {
      if let keys = ArmIndex.keys(of: arm) {
        for key in keys { byPath[key, default: []].append(index) }
      } else {
        others.append(index)
      }
    }
  }

  /// The first arm before `limit` that takes the request; `asked` counts the arms that were asked.
  func firstTaker(of request: SampleRequest, before limit: Int, asked: inout Int) -> Int? {
    if isSmall {
      for index in 0..<limit {
        asked += 1
        if request.isTaken(by: arms[index]) { return index }
      }
      return nil
    }
    let first = "/" + (request.path.first ?? "")
    let lists = [
      others, byPath[first] ?? [], request.path.count > 1 ? byPath["\(first)/\(request.path[1])"] ?? [] : [],
    ]
    var positions = [0, 0, 0]
    while true {
      var next = limit
      var chosen = -1
      for list in 0..<3 where positions[list] < lists[list].count && lists[list][positions[list]] < next {
        next = lists[list][positions[list]]
        chosen = list
      }
      if chosen < 0 { return nil }
      positions[chosen] += 1
      asked += 1
      if request.isTaken(by: arms[next]) { return next }
    }
  }

  /// The starts of path that the arm's most telling path demand allows; nil if it demands none.
  private static func keys(of arm: ArmQuestion) -> Set<String>? {
    var best: Set<String>?
    func consider(_ patterns: [PathPattern]) {
      var keys: Set<String> = []
      for pattern in patterns {
        guard let key = key(of: pattern) else { return }
        keys.insert(key)
      }
      let isDeeper = keys.allSatisfy { $0.utf8.count { $0 == UInt8(ascii: "/") } == 2 }
      if best == nil || isDeeper { best = keys }
    }
    for block in arm.blocks { consider([block]) }
    switch arm.predicate {
    case .path(let patterns): consider(patterns)
    case .all(let parts):
      for case .path(let patterns) in parts { consider(patterns) }
    default: break
    }
    return best
  }

  private static func key(of pattern: PathPattern) -> String? {
    guard case .literal(let first)? = pattern.segments.first else { return nil }
    if pattern.segments.count > 1, case .literal(let second) = pattern.segments[1] { return "/\(first)/\(second)" }
    return "/" + first
  }
}
