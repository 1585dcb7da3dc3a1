import EpicBase
import EpicIR

extension PathPattern {
  /// Whether it has no capture, so that Envoy's plain path matches can say it.
  var isLiteral: Bool {
    segments.allSatisfy { if case .literal = $0 { true } else { false } }
  }

  /// Whether it takes what lies below, too.
  var isOpen: Bool { tail != .exact }

  /// The literal text of the segments: `/a/b`, empty for the root.
  var literalText: String {
    var text = ""
    for case .literal(let segment) in segments { text += "/" + segment }
    return text
  }

  /// Whether every path that this pattern takes lies in the open pattern `block`.
  func lies(in block: PathPattern) -> Bool {
    guard block.isOpen, block.segments.count <= segments.count else { return false }
    return zip(segments, block.segments).allSatisfy { $0.lies(in: $1) }
  }

  /// Whether no path is taken by both, as far as what segments hold literally tells.
  func isDisjoint(from other: PathPattern) -> Bool {
    for (left, right) in zip(segments, other.segments) where !left.mayMeet(right) { return true }
    if !isOpen && segments.count < other.segments.count { return true }
    return !other.isOpen && other.segments.count < segments.count
  }

  /// The pattern in RE2 syntax, for a full match with the path without query; it takes no query either. Captures in `capturing` are groups,
  /// numbered in order of appearance.
  func regex(capturing: [String] = []) -> String {
    var text = ""
    for segment in segments {
      switch segment {
      case .literal(let literal): text += "/" + RE2.quoted(literal)
      case .capture(let name): text += capturing.contains(name) ? "/([^/?]+)" : "/[^/?]+"
      case .partial(let prefix, let name, let suffix):
        let group = capturing.contains(name) ? "([^/?]+)" : "[^/?]+"
        text += "/\(RE2.quoted(prefix))\(group)\(RE2.quoted(suffix))"
      }
    }
    switch tail {
    case .exact: if hasTrailingSlash || segments.isEmpty { text += "/" }
    case .subtree: text += segments.isEmpty ? "/[^?]*" : "(?:/[^?]*)?"
    case .rest(let name):
      let group = capturing.contains(name) ? "([^?]*)" : "[^?]*"
      text += segments.isEmpty ? "/\(group)" : "(?:/\(group))?"
    }
    return text
  }
}

/// The syntax of regular expressions that Envoy runs.
enum RE2 {
  /// A regular expression that matches exactly the text.
  static func quoted(_ text: String) -> String {
    var result: [UInt8] = []
    for byte in text.utf8 {
      let isWord = byte >= 0x80 || byte == 95 || byte == 45 || byte == 47
      let isAlphanumeric = byte >= 48 && byte <= 57 || byte >= 65 && byte <= 90 || byte >= 97 && byte <= 122
      if !isWord && !isAlphanumeric { result.append(UInt8(ascii: "\\")) }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// A regular expression that matches exactly the texts.
  static func anyOf(_ texts: [String]) -> String { texts.map(quoted).joined(separator: "|") }

  /// Origins of pages, in the form that browsers send; none matches an empty one.
  static func origins(_ origins: CORSPolicy.Origins) -> String {
    switch origins {
    case .any: return ".+"
    case .listed(let listed, let hosts):
      let exact = listed.isEmpty ? [] : [anyOf(listed)]
      return (exact + (hosts.isEmpty ? [] : ["https://(?:\(self.hosts(hosts)))"])).joined(separator: "|")
    }
  }

  /// Hosts of the patterns, lower case; the caller asks without regard to case.
  static func hosts(_ patterns: [HostPattern]) -> String {
    patterns.map { pattern in
      switch pattern.wildcard {
      case .none: quoted(pattern.name)
      case .oneLabel: "[^.]+\\." + quoted(pattern.name)
      case .labels: ".+\\." + quoted(pattern.name)
      }
    }.joined(separator: "|")
  }

  /// Text of a substitution: a backslash is the only special character.
  static func substitutionText(_ text: String) -> String {
    var result: [UInt8] = []
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\\") { result.append(byte) }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }
}
