import CEpicCoverage

/// The edges of the compiler that were taken so far, each with how often an input took it, in classes.
struct Coverage {
  private var seen: [UInt8]
  /// Pairs of an edge and a class that were seen.
  private(set) var count = 0

  /// Whether this build counts its edges.
  static var isCounted: Bool { epic_coverage_edges() > 0 }

  init() { seen = [UInt8](repeating: 0, count: epic_coverage_edges()) }

  /// Runs something, and gives how much of what it took was never taken before.
  mutating func measure(_ work: () -> Void) -> Int {
    epic_coverage_clear()
    work()
    let fresh = Int(epic_coverage_fold(&seen, seen.count))
    count += fresh
    return fresh
  }
}
