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
      let place = place
      let nodeSpan = span(place, node)
      report(
        .nakedNumber, "`\(written)` has no unit: \(type.phrase) is expected", place, node,
        help: "write \(units.map { "`\(written)\($0)`" }.joinedAsChoice)",
        fixes: units.map { FixIt("write `\(written)\($0)`", [TextEdit(nodeSpan, replacement: written + $0)]) })
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

  /// Reports that a variable's value is not what its place expects.
  mutating func reportMismatch(_ type: ValueType, _ value: Value, _ node: NodeID, _ place: Place) {
    report(
      .typeMismatch, "\(type.phrase) is expected, `\(text(place, node))` is \(value.phrase)", place, node)
  }

  mutating func reportUnknownWord(_ written: String, _ choices: [String], _ node: NodeID, _ place: Place) {
    let suggestion = nearest(written, choices)
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
