import EpicBase

/// Looks for a path that some pattern of every positive list matches, and no negative pattern does.
struct PathSearch {
  /// Steps before the search gives up; it then answers with no proof, which counts as "there may be one".
  private static let budget = 20_000

  /// All patterns, positive lists first.
  private let patterns: [PathPattern]
  /// Positions behind the patterns of each positive list.
  private let groupEnds: [Int]
  private let positiveCount: Int
  private var path: [String] = []
  private var steps = 0
  /// Whether the last search ended for its budget.
  private(set) var isUndecided = false

  init(positive: [[PathPattern]], negative: [PathPattern]) {
    var patterns: [PathPattern] = []
    var ends: [Int] = []
    for group in positive {
      patterns += group
      ends.append(patterns.count)
    }
    positiveCount = patterns.count
    self.patterns = patterns + negative
    groupEnds = ends
  }

  mutating func solve() -> [String]? {
    // Undecided counts as solvable: nothing is ever called unreachable without a proof.
    if walk([Bool](repeating: true, count: patterns.count)) { return path }
    return isUndecided ? ["x"] : nil
  }

  /// Extends `path`, which the patterns marked alive have matched so far.
  private mutating func walk(_ alive: [Bool]) -> Bool {
    steps += 1
    if steps > PathSearch.budget {
      isUndecided = true
      return false
    }
    let depth = path.count
    var start = 0
    for end in groupEnds {
      if !alive[start..<end].contains(true) { return false }
      start = end
    }
    if depth > 0 && accepts(alive, depth) { return true }
    if depth > 0 && path[depth - 1].isEmpty { return false }
    // Behind the longest pattern only open ones live on, and every further segment is like the one before.
    var isGrowing = depth == 0
    for (index, pattern) in patterns.enumerated() where alive[index] && pattern.length >= depth { isGrowing = true }
    if !isGrowing { return false }
    for segment in choices(alive, depth) {
      var next = alive
      for (index, pattern) in patterns.enumerated() where alive[index] {
        next[index] = PathSearch.takes(pattern, segment, at: depth)
      }
      path.append(segment)
      if walk(next) { return true }
      path.removeLast()
      if isUndecided { return false }
    }
    return false
  }

  private func accepts(_ alive: [Bool], _ depth: Int) -> Bool {
    func ends(_ index: Int) -> Bool {
      alive[index] && (patterns[index].isOpen ? patterns[index].length <= depth : patterns[index].length == depth)
    }
    var start = 0
    for end in groupEnds {
      if !(start..<end).contains(where: ends) { return false }
      start = end
    }
    return !(positiveCount..<patterns.count).contains(where: ends)
  }

  private static func takes(_ pattern: PathPattern, _ segment: String, at depth: Int) -> Bool {
    if depth >= pattern.segments.count { return pattern.isOpen || pattern.hasTrailingSlash && segment.isEmpty }
    return pattern.segments[depth].takes(segment)
  }

  /// Segments that the living patterns tell apart at this depth: their literals, those that their parts make, one that
  /// is none of these, and the empty one of a trailing slash.
  private func choices(_ alive: [Bool], _ depth: Int) -> [String] {
    var candidates = SegmentCandidates()
    for (index, pattern) in patterns.enumerated() where alive[index] && depth < pattern.segments.count {
      candidates.add(pattern.segments[depth])
    }
    return candidates.all
  }
}
