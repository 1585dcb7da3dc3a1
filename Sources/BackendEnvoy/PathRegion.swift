import EpicBase

/// What a route's path field may take, as far as the beginning of a path's text tells. The text is the whole pseudo header
/// `:path`, the query with it.
enum PathRegion: Hashable, Sendable {
  /// Only paths that begin with the text, but not each of them.
  case some(beginning: [UInt8])
  /// Every path that begins with a slash.
  case every
  /// The path, with any query.
  case exact([UInt8])
  /// Requests that have no path: CONNECT. They lead to the leaf of the empty beginning.
  case none
  /// The path and what lies below it in segments, with any query. It does not end with a slash.
  case subtree([UInt8])

  /// The text that everything it takes begins with.
  var beginning: [UInt8] {
    switch self {
    case .some(let text), .exact(let text), .subtree(let text): text
    case .every: [UInt8(ascii: "/")]
    case .none: []
    }
  }

  /// Whether it may take a text that begins with `prefix`; a no is certain. The first `known` bytes of both are known to be
  /// the same, as far as both have them.
  func mayTake(_ prefix: [UInt8], known: Int = 0) -> Bool {
    if case .none = self { return prefix.isEmpty }
    let text = beginning
    guard Self.agree(text, prefix, from: known) else { return false }
    if prefix.count <= text.count { return true }
    switch self {
    case .some, .every, .none: return true
    case .exact: return Self.endsPath(prefix[text.count])
    case .subtree: return prefix[text.count] == UInt8(ascii: "/") || Self.endsPath(prefix[text.count])
    }
  }

  /// Whether it certainly takes every text that begins with `prefix`, of which it may take some.
  func takesAll(_ prefix: [UInt8]) -> Bool {
    switch self {
    case .some, .none: false
    case .every: !prefix.isEmpty
    case .exact(let text), .subtree(let text): prefix.count > text.count
    }
  }

  /// Whether one begins with the other.
  private static func agree(_ left: [UInt8], _ right: [UInt8], from known: Int) -> Bool {
    let count = min(left.count, right.count)
    return known >= count || left[known..<count] == right[known..<count]
  }

  /// Whether a byte of `:path` is behind the path: what begins a query or a fragment.
  private static func endsPath(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") }
}

extension PathRegion {
  /// What `writePath` of a RouteMatch asks for the pattern.
  init(_ pattern: PathPattern) {
    let text = Array(pattern.literalText.utf8)
    if pattern.isLiteral {
      switch (pattern.isOpen, text.isEmpty) {
      case (false, _):
        self.init(pattern.hasTrailingSlash || text.isEmpty ? text + [UInt8(ascii: "/")] : text, isOpen: false)
      case (true, true): self = .every
      case (true, false): self.init(text, isOpen: true)
      }
      return
    }
    // As far as the regular expression is literal.
    var beginning: [UInt8] = []
    for segment in pattern.segments {
      beginning.append(UInt8(ascii: "/"))
      switch segment {
      case .literal(let literal):
        beginning += literal.utf8
        continue
      case .capture: break
      case .partial(let prefix, _, _): beginning += prefix.utf8
      }
      break
    }
    self = .some(beginning: Self.ascii(beginning))
  }

  private init(_ text: [UInt8], isOpen: Bool) {
    let ascii = Self.ascii(text)
    if ascii.count < text.count {
      self = .some(beginning: ascii)
    } else {
      self = isOpen ? .subtree(text) : .exact(text)
    }
  }

  /// The text up to the first byte that is not ASCII: keys of a tree are texts, and no character is to be cut in two.
  private static func ascii(_ text: [UInt8]) -> [UInt8] { Array(text.prefix { $0 < 0x80 }) }
}
