import EpicBase

/// Segments of which one stands for every segment that some patterns could tell apart.
///
/// A segment that is no literal is told from another by the prefixes it starts with, the suffixes it ends with, and, where
/// it is short, by whether the two overlap. With its longest prefix and its longest suffix, either something lies between
/// them, which is the same for all such segments, or the two cover it, and it is one of few.
struct SegmentCandidates {
  private var literals: [String] = []
  private var prefixes = [""]
  private var suffixes = [""]
  private var seen: Set<String> = []

  mutating func add(_ segment: PathPattern.Segment) {
    switch segment {
    case .literal(let text): if seen.insert(text).inserted { literals.append(text) }
    case .capture: break
    case .partial(let prefix, _, let suffix):
      if !prefixes.contains(prefix) { prefixes.append(prefix) }
      if !suffixes.contains(suffix) { suffixes.append(suffix) }
    }
  }

  /// Literals first, then what lies between prefixes and suffixes, then what those cover, the empty one last.
  var all: [String] {
    var result = literals
    var known = seen
    func add(_ text: String) { if !text.isEmpty, known.insert(text).inserted { result.append(text) } }
    let character = fresh
    for prefix in prefixes {
      for suffix in suffixes {
        var middle = character
        while known.contains(prefix + middle + suffix) { middle += character }
        add(prefix + middle + suffix)
      }
    }
    for prefix in prefixes where prefixes.count > 1 || suffixes.count > 1 {
      for suffix in suffixes { for text in SegmentCandidates.joined(prefix, suffix) { add(text) } }
    }
    return result + [""]
  }

  /// A character of paths that no prefix and no suffix has; the usual one if all occur, which only makes proofs rarer.
  private var fresh: String {
    let used = Set((prefixes + suffixes).joined())
    let found = "xyzabcdefghijklmnopqrstuvwABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_~".first { !used.contains($0) }
    return String(found ?? "x")
  }

  /// The texts that start with the prefix and end with the suffix and are no longer than both: those that they cover.
  private static func joined(_ prefix: String, _ suffix: String) -> [String] {
    let (start, end) = (Array(prefix.utf8), Array(suffix.utf8))
    var result: [String] = []
    for shared in 0...min(start.count, end.count) where start.suffix(shared) == end.prefix(shared) {
      result.append(String(decoding: start + end.dropFirst(shared), as: UTF8.self))
    }
    // One may lie wholly inside of the other.
    if prefix.hasSuffix(suffix) { result.append(prefix) }
    if suffix.hasPrefix(prefix) { result.append(suffix) }
    return result
  }
}
