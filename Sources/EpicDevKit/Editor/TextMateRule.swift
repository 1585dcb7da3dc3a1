import EpicBase

/// A rule of a TextMate grammar: an expression and the scopes of what it matches, or a reference to another rule.
struct TextMateRule {
  /// What part of a match is.
  enum Capture {
    case scope(String)
    /// The part is looked at once more, by the rules of the repository with these names.
    case patterns([String])
  }

  var name: String?
  var match: String?
  var begin: String?
  var end: String?
  var captures: [Int: Capture] = [:]
  var endCaptures: [Int: Capture] = [:]
  /// Names of the repository's rules that apply between begin and end, or in place of this rule.
  var includes: [String] = []

  /// A rule for one match that is one thing.
  static func match(_ expression: String, _ name: String, _ captures: [Int: Capture] = [:]) -> TextMateRule {
    TextMateRule(name: name, match: expression, captures: captures)
  }

  /// A rule for one match of several things.
  static func parts(_ expression: String, _ captures: [Int: String]) -> TextMateRule {
    TextMateRule(match: expression, captures: captures.mapValues { .scope($0) })
  }

  /// A rule for all that stands between two matches. Their groups 1 are the delimiters.
  static func between(
    _ begin: String, _ end: String, _ name: String, _ delimiters: (begin: String, end: String), _ includes: [String]
  ) -> TextMateRule {
    TextMateRule(
      name: name, begin: begin, end: end, captures: [1: .scope(delimiters.begin)],
      endCaptures: [1: .scope(delimiters.end)], includes: includes)
  }
}

extension JSONWriter {
  /// Writes the references to rules of the repository.
  fileprivate mutating func patterns(_ names: [String]) {
    array("patterns") { json in
      for name in names { json.object { $0.member("include", "#" + name) } }
    }
  }

  private mutating func captures(_ key: StaticString, _ captures: [Int: TextMateRule.Capture]) {
    if captures.isEmpty { return }
    object(key) { json in
      for (group, capture) in captures.sorted(by: { $0.key < $1.key }) {
        json.key(String(group))
        json.object { json in
          switch capture {
          case .scope(let name): json.member("name", name)
          case .patterns(let names): json.patterns(names)
          }
        }
      }
    }
  }

  /// Writes a rule.
  mutating func rule(_ rule: TextMateRule) {
    object { json in
      if let name = rule.name { json.member("name", name) }
      if let match = rule.match { json.member("match", match) }
      if let begin = rule.begin { json.member("begin", begin) }
      if let end = rule.end { json.member("end", end) }
      json.captures(rule.begin == nil ? "captures" : "beginCaptures", rule.captures)
      json.captures("endCaptures", rule.endCaptures)
      if !rule.includes.isEmpty { json.patterns(rule.includes) }
    }
  }

  /// Writes a group of rules that are tried in order.
  mutating func rules(_ rules: [TextMateRule]) {
    object { json in
      json.array("patterns") { json in
        for rule in rules { json.rule(rule) }
      }
    }
  }
}
