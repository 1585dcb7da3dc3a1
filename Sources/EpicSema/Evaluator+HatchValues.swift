import EpicBase
import EpicDiagnostics
import EpicIR
import EpicSyntax

/// Values of hatches, by what they are and not by what a place expects: Envoy's API decides that later.
extension Evaluator {
  /// The fields of a body or of an object. Nil, with a diagnostic, where one is not understood. `budget` counts down.
  mutating func hatchFields(
    _ nodes: some Sequence<NodeID>, _ budget: inout Int, _ place: Place
  ) -> [NativeField]? {
    let tree = files[place.file].tree
    var fields: [NativeField] = []
    var isComplete = true
    for node in nodes where tree.kind(of: node) != .unexpected {
      guard step(place, node, Evaluator.stepsPerField) else { return nil }
      budget -= 1
      // The hatch is refused as a whole; nothing more of it is kept.
      if budget < 0 { continue }
      if let field = hatchField(node, &budget, place) { fields.append(field) } else { isComplete = false }
    }
    return isComplete ? fields : nil
  }

  private mutating func hatchField(_ node: NodeID, _ budget: inout Int, _ place: Place) -> NativeField? {
    let tree = files[place.file].tree
    if isHeadDamaged(node, place) { return nil }
    let token = tree.firstToken(of: node)
    let origin = Origin(tree.span(of: token), through: place.application)
    let whole = Origin(headSpan(place, node), through: place.application)
    if let view = FieldView(tree, node) {
      let name = tree.kind(of: token) == .string ? hatchKey(token, tree) : tree.string(of: token)
      return hatchValue(Array(view.arguments), view.body, whole, &budget, place).map {
        NativeField(name: NativeName(name, origin), value: $0)
      }
    }
    guard let view = StatementView(tree, node), tree.kind(of: view.head) == .name, view.outcome == nil else {
      reportHatchField(node, place)
      return nil
    }
    let body = view.body ?? tree.child(of: node, kind: .object)
    guard let body else {
      let word = tree.string(of: token)
      report(
        .badHatchStatement, "a field is written `\(word): VALUE` or `\(word) { … }`", place, at: headSpan(place, node),
        fixes: view.arguments.groups.isEmpty
          ? [] : [inserting(":", at: tree.span(of: token).end, tree.source, "write `\(word):`")])
      return nil
    }
    let arguments = Array(view.arguments).filter { tree.kind(of: $0) != .object }
    return hatchValue(arguments, body, whole, &budget, place).map {
      NativeField(name: NativeName(tree.string(of: token), origin), value: $0)
    }
  }

  private mutating func reportHatchField(_ node: NodeID, _ place: Place) {
    report(
      .badHatchStatement, "`\(firstWord(place, node))` starts no field of a message", place, at: headSpan(place, node),
      help: "a field is written `name: VALUE` or `name { … }`, and a hatch is written out")
  }

  private func hatchKey(_ token: TokenID, _ tree: SyntaxTree) -> String {
    tree.stringParts(token).reduce(into: "") { if case .text(let text) = $1 { $0 += text } }
  }

  /// A value, or a message in braces with at most its type in front.
  mutating func hatchValue(
    _ arguments: [NodeID], _ body: NodeID?, _ origin: Origin, _ budget: inout Int, _ place: Place
  ) -> NativeValue? {
    let tree = files[place.file].tree
    if let body {
      guard let fields = hatchFields(tree.children(of: body), &budget, place) else { return nil }
      if arguments.isEmpty { return NativeValue(.message(nil, fields), origin) }
      if arguments.count == 1, tree.kind(of: arguments[0]) == .dottedName {
        return NativeValue(.message(hatchName(arguments[0], place), fields), origin)
      }
    } else if arguments.count == 1 {
      return hatchValue(arguments[0], &budget, place)
    } else if arguments.count == 2, tree.kind(of: arguments[0]) == .name, tree.string(of: arguments[0]) == "secret" {
      report(
        .secretInHatch, "no byte of a secret stands in configuration", place,
        at: span(place, arguments[0]).union(span(place, arguments[1])),
        help: "name a secret where the language has a place for it: `tls … verify secret`, `key secret`")
      return nil
    }
    let span = arguments.dropFirst().reduce(self.span(place, arguments[0])) { $0.union(self.span(place, $1)) }
    report(
      .badHatchStatement, "one value is meant here", place, at: span,
      help: "several stand in a list, `[a, b]`; the type of a message stands in front of its braces")
    return nil
  }

  private mutating func hatchValue(_ node: NodeID, _ budget: inout Int, _ place: Place) -> NativeValue? {
    let tree = files[place.file].tree
    let origin = Origin(span(place, node), through: place.application)
    budget -= 1
    guard budget >= 0 else { return NativeValue(.boolean(false), origin) }
    switch tree.expression(node) {
    case .object(let nodes):
      return hatchFields(nodes, &budget, place).map { NativeValue(.message(nil, $0), origin) }
    case .list(let nodes):
      var values: [NativeValue] = []
      for node in nodes {
        guard step(place, node, 1), let value = hatchValue(node, &budget, place) else { return nil }
        values.append(value)
      }
      return NativeValue(.list(values), origin)
    case .data:
      return dataFile(node, in: place).map { NativeValue(.data(program[$0]), origin) }
    case .call(let callee, let arguments) where arguments.count == 1 && tree.string(of: callee) == "cluster":
      return resolve(.upstream, arguments[0], place).map { NativeValue(.cluster($0.row()), origin) }
    case .dottedName: return NativeValue(.literal(tree.string(of: node)), origin)
    case .literal(let token):
      if let text = hatchText(token, tree) { return NativeValue(.literal(text), origin) }
    default: break
    }
    return evaluateNatural(node, in: place).map { NativeValue(hatchContent($0, origin), origin) }
  }

  /// The text of a literal that Envoy has no type for.
  private func hatchText(_ token: TokenID, _ tree: SyntaxTree) -> String? {
    if tree.isDamaged(token) { return nil }
    switch tree.kind(of: token) {
    case .hostPattern, .path, .url, .endpoint, .slashedName, .version: return tree.string(of: token)
    case .regex: return tree.regexLiteral(token)
    default: return nil
    }
  }

  private func hatchContent(_ value: Value, _ origin: Origin) -> NativeValue.Content {
    switch value {
    case .boolean(let flag): .boolean(flag)
    case .integer(let number): .integer(number)
    case .decimal(let number): .decimal(number)
    case .duration(let time): .duration(time)
    case .size(let size): .size(size.bytes)
    case .percentage(let share): .percentage(share)
    case .address(let address): .address(address)
    case .prefix(let prefix): .prefix(prefix)
    case .text(let text): .text(text)
    case .word(let word): .word(word)
    case .host, .path, .url, .slashed, .endpoint, .version: .literal(value.plainText ?? "")
    case .regex(let text): .literal(text)
    case .data(let id): .data(program[id])
    case .list(let values):
      .list(values.map { NativeValue(hatchContent($0, origin), origin) })
    default: .other(value.phrase)
    }
  }
}
