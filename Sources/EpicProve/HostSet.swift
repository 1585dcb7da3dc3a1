import EpicBase

/// The hosts that some ingresses answer for, looked up without going through all of them.
struct HostSet {
  let patterns: [HostPattern]
  /// A host of the set.
  let example: String
  private var exact: Set<String> = []
  private var oneLabel: Set<String> = []
  private var labels: Set<String> = []
  /// Names directly above an exact host or a wildcard's name, and all names above one.
  private var parents: Set<String> = []
  private var ancestors: Set<String> = []

  /// Few patterns are compared one by one; the tables are made for more.
  private let isSmall: Bool

  /// Nil for no patterns.
  init?(_ patterns: [HostPattern]) {
    guard let first = patterns.first, let example = first.examples.first else { return nil }
    self.patterns = patterns
    self.example = example
    isSmall = patterns.count <= 8
    if !isSmall { fill() }
  }

  private mutating func fill() {
    for pattern in patterns {
      switch pattern.wildcard {
      case .none:
        exact.insert(pattern.name)
        if let parent = HostSet.parent(pattern.name) { parents.insert(parent) }
      case .oneLabel: oneLabel.insert(pattern.name)
      case .labels: labels.insert(pattern.name)
      }
      var name = pattern.wildcard == .none ? HostSet.parent(pattern.name) : pattern.name
      while let ancestor = name, ancestors.insert(ancestor).inserted { name = HostSet.parent(ancestor) }
    }
  }

  /// The name without its first label.
  private static func parent(_ name: String) -> String? {
    name.firstIndex(of: ".").map { String(name[name.index(after: $0)...]) }
  }

  func contains(_ host: String) -> Bool {
    if isSmall { return patterns.contains { $0.matches(host) } }
    if exact.contains(host) { return true }
    guard let parent = HostSet.parent(host) else { return false }
    return oneLabel.contains(parent) || holdsAncestor(of: host)
  }

  /// Whether a `**.` of the set reaches the name.
  private func holdsAncestor(of name: String) -> Bool {
    var ancestor = HostSet.parent(name)
    while let current = ancestor {
      if labels.contains(current) { return true }
      ancestor = HostSet.parent(current)
    }
    return false
  }

  /// Whether the pattern matches some host of the set.
  func overlaps(_ pattern: HostPattern) -> Bool {
    if isSmall { return patterns.contains { $0.overlaps(pattern) } }
    return switch pattern.wildcard {
    case .none: contains(pattern.name)
    case .oneLabel:
      parents.contains(pattern.name) || oneLabel.contains(pattern.name) || labels.contains(pattern.name)
        || holdsAncestor(of: pattern.name)
    case .labels:
      ancestors.contains(pattern.name) || labels.contains(pattern.name) || holdsAncestor(of: pattern.name)
    }
  }
}
