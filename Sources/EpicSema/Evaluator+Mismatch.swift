import EpicBase
import EpicDiagnostics
import EpicSyntax

/// Values that are not what their place expects.
extension Evaluator {
  /// Reports that the node is not what its place expects, with units for a naked number.
  mutating func reportMismatch(_ type: ValueType, _ node: NodeID, _ place: Place) {
    let tree = files[place.file].tree
    let token = tree.firstToken(of: node)
    if tree.isDamaged(token) { return }
    let written = text(place, node)
    if tree.kind(of: node) == .literal, tree.kind(of: token) == .integer || tree.kind(of: token) == .decimal,
      let units = Evaluator.units(of: type)
    {
      let nodeSpan = span(place, node)
      let choices = written.contains(".") ? wholeUnit(of: token, type, place) : units.map { written + $0 }
      let fitting = choices.filter { mayMean($0, type, place) }
      report(
        .nakedNumber, "`\(written)` has no unit: \(type.phrase) is expected", place, node,
        help: fitting.isEmpty
          ? "a number and its unit, one of \(units.map { "`\($0)`" }.joinedAsList), are one word"
          : "write \(fitting.map { "`\($0)`" }.joinedAsChoice)",
        fixes: fitting.map { FixIt("write `\($0)`", [TextEdit(nodeSpan, replacement: $0)]) })
      return
    }
    if case .word(let choices) = type {
      reportUnknownWord(written, choices, node, place)
      return
    }
    if type == .method, tree.kind(of: node) == .name {
      let upper = written.uppercased()
      report(
        .typeMismatch, "\(type.phrase) is expected: methods are written in capitals", place, node,
        fixes: [FixIt("write `\(upper)`", [TextEdit(span(place, node), replacement: upper)])])
      return
    }
    if type == .country, tree.kind(of: node) == .name, Countries.contains(written.uppercased()) {
      report(
        .typeMismatch, "\(type.phrase) is expected: countries are written in capitals", place, node,
        fixes: [replacing(span(place, node), by: written.uppercased())])
      return
    }
    if tree.kind(of: node) == .name, let symbol = tree.symbol(of: node), isExcused(symbol, .constant, place) { return }
    if tree.kind(of: node) == .requestField, let first = tree.child(of: node, at: 0),
      let second = tree.child(of: node, at: 1),
      RequestField(rawValue: text(place, first)) == nil
    {
      report(
        .typeMismatch, "\(type.phrase) is expected, `\(written)` is two", place, node,
        help: "values are separated by `,`",
        fixes: [
          inserting(
            ",", at: span(place, first).end, tree.source, "write `\(text(place, first)), \(text(place, second))`")
        ])
      return
    }
    if let use = constantUse(of: node, place) {
      report(
        .typeMismatch, "\(type.phrase) is expected, `\(text(use.place, use.node))` is \(nodePhrase(node, place))",
        use.place, use.node, secondary: [Annotation(use.nameSpan, "the constant is declared here")])
    } else {
      report(
        .typeMismatch, "\(type.phrase) is expected, `\(written)` is \(nodePhrase(node, place))", place, node)
    }
  }

  /// Where the constant is named whose whole value is the node: that the value is of another type is no mistake where it
  /// is written.
  private func constantUse(of node: NodeID, _ place: Place) -> ConstantUse? {
    var found: ConstantUse?
    var file = place.file
    var node = node
    for use in constantUses.reversed() {
      guard use.value == node, use.file == file else { break }
      found = use
      file = use.place.file
      node = use.node
    }
    return found
  }

  /// `1500ms` for `1.5`, where seconds are meant most of all: numbers with a unit are whole, but for percentages.
  private func wholeUnit(of token: TokenID, _ type: ValueType, _ place: Place) -> [String] {
    let tree = files[place.file].tree
    if type == .percentage { return [tree.string(of: token) + "%"] }
    guard type == .duration, let number = tree.decimalLiteral(token)?.double, number > 0, number < 1_000_000,
      (number * 1000).rounded() == number * 1000
    else { return [] }
    return ["\(Int(number * 1000))ms"]
  }

  /// Whether a number with its unit is one that the slot which is bound accepts.
  private func mayMean(_ word: String, _ type: ValueType, _ place: Place) -> Bool {
    var interner = Interner.withKeywords()
    let parsed = parse(Array("x \(word)".utf8), source: SourceID(0), interner: &interner)
    guard parsed.diagnostics.isEmpty, parsed.tree.tokenCount > 1,
      let value = plainLiteral(TokenID(1), parsed.tree.kind(of: TokenID(1)), type, parsed.tree)
    else { return false }
    guard let slot = matchedSlot, let field = matchedField else { return true }
    if Schema.field(field).bounds.contains(where: { $0.slot == slot && !$0.contains(value) }) { return false }
    // A probe that waits longer than it pauses is an error of its own.
    guard slot == .interval, case .duration(let interval) = value, let timeout = timeout(beside: place) else {
      return true
    }
    return timeout <= interval
  }

  /// What `timeout` says in the statement that is matched.
  private func timeout(beside place: Place) -> TimeSpan? {
    // A constant's value may stand in another file.
    guard matchedFile == place.file else { return nil }
    let tree = files[place.file].tree
    var isNext = false
    for child in tree.children(of: matchedStatement) {
      let token = tree.firstToken(of: child)
      if isNext { return tree.kind(of: token) == .duration ? tree.durationLiteral(token) : nil }
      isNext = tree.kind(of: child) == .name && text(place, child) == "timeout"
    }
    return nil
  }

  /// Reports that a variable's value is not what its place expects.
  mutating func reportMismatch(_ type: ValueType, _ value: Value, _ node: NodeID, _ place: Place) {
    report(
      .typeMismatch, "\(type.phrase) is expected, `\(text(place, node))` is \(value.phrase)", place, node)
  }

  mutating func reportUnknownWord(_ written: String, _ choices: [String], _ node: NodeID, _ place: Place) {
    let begun = choices.filter { written.utf8.count > 2 && $0.hasPrefix(written) }
    let suggestion = nearest(written, choices) ?? (begun.count == 1 ? begun[0] : nil)
    report(
      .unknownWordHere, "`\(written)` stands where \(choices.map { "`\($0)`" }.joinedAsChoice) is expected", place,
      node,
      help: suggestion.map { "did you mean `\($0)`?" },
      fixes: suggestion.map { [FixIt("write `\($0)`", [TextEdit(span(place, node), replacement: $0)])] } ?? [])
  }

  /// What a node is, as a phrase.
  func nodePhrase(_ node: NodeID, _ place: Place) -> String {
    let tree = files[place.file].tree
    switch tree.kind(of: node) {
    case .literal, .name, .dottedName, .reservedWord: return tree.kind(of: tree.firstToken(of: node)).phrase
    case .list: return "a list"
    case .object: return "a record"
    case .data: return "a data file"
    case .call: return "a call"
    case .index: return "a member of a family"
    default: return "an expression"
    }
  }

  private static func units(of type: ValueType) -> [String]? {
    switch type {
    case .duration: ["s", "ms", "m"]
    case .size: ["KiB", "MiB", "B"]
    case .rate: ["/s", "/m", "/h"]
    case .bandwidth: ["Mbps", "Gbps", "Kbps"]
    case .percentage: ["%"]
    default: nil
    }
  }
}
