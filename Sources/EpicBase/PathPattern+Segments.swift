extension PathPattern.Segment {
  /// Whether it matches one segment of a path.
  package func takes(_ text: String) -> Bool {
    switch self {
    case .literal(let literal): literal == text
    case .capture: !text.isEmpty
    case .partial(let prefix, _, let suffix):
      text.utf8.count > prefix.utf8.count + suffix.utf8.count && text.hasPrefix(prefix) && text.hasSuffix(suffix)
    }
  }

  /// Whether some segment may be matched by both; exact but for parts that overlap one another.
  package func mayMeet(_ other: PathPattern.Segment) -> Bool {
    switch (self, other) {
    case (.literal(let literal), _): other.takes(literal)
    case (_, .literal(let literal)): takes(literal)
    case (.partial(let prefix, _, let suffix), .partial(let otherPrefix, _, let otherSuffix)):
      (prefix.hasPrefix(otherPrefix) || otherPrefix.hasPrefix(prefix))
        && (suffix.hasSuffix(otherSuffix) || otherSuffix.hasSuffix(suffix))
    default: true
    }
  }

  /// Whether every segment that this one matches is matched by the other.
  package func lies(in other: PathPattern.Segment) -> Bool {
    switch (self, other) {
    case (_, .capture): return true
    case (.literal(let literal), _): return other.takes(literal)
    case (.partial(let prefix, _, let suffix), .partial(let otherPrefix, _, let otherSuffix)):
      return prefix.hasPrefix(otherPrefix) && suffix.hasSuffix(otherSuffix)
    default: return false
    }
  }
}
