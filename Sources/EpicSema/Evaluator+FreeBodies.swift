import EpicBase
import EpicDiagnostics
import EpicIR
import EpicSyntax

/// Bodies of a test whose statements start with names of the workspace.
extension Evaluator {
  /// What a body says, one field an entry. Nil with a diagnostic.
  mutating func freeBody(
    _ node: NodeID, _ kind: FreeBody, _ schema: FieldSchema, _ place: Place
  ) -> [EvaluatedField]? {
    let tree = files[place.file].tree
    recordEvaluated(node, place)
    if isDamaged(place, tree.span(of: tree.firstToken(of: node))) { return nil }
    var entries: [EvaluatedField] = []
    var isComplete = true
    for child in tree.children(of: node) {
      guard step(place, child, Evaluator.stepsPerField) else { return nil }
      let entry: EvaluatedField?
      switch (kind, tree.kind(of: child)) {
      case (_, .unexpected): entry = nil
      case (.claims, .field): entry = claim(child, place)
      case (.health, .statement): entry = healthEntry(child, place)
      case (.memberShares, .field): entry = memberShare(child, place)
      case (.upstreamShares, .weighted): entry = upstreamShare(child, place)
      default:
        reportEntry(child, kind, place)
        entry = nil
      }
      if let entry { entries.append(entry) } else { isComplete = false }
    }
    if isComplete && entries.isEmpty && kind != .claims && kind != .memberShares {
      report(
        .badTestEntry, "`\(schema.title)` says nothing", place, at: tree.span(of: tree.firstToken(of: node)),
        help: "it lists \(kind.phrase)")
      return nil
    }
    return isComplete ? entries : nil
  }

  private mutating func reportEntry(_ node: NodeID, _ kind: FreeBody, _ place: Place) {
    report(
      .badTestEntry, "`\(text(place, node))` is no entry of this body", place, node, help: "it lists \(kind.phrase)")
  }

  private func entry(
    _ name: FieldName, key: String = "", _ bindings: [SlotBinding], share: Percentage? = nil, _ node: NodeID,
    _ place: Place
  ) -> EvaluatedField {
    EvaluatedField(
      schema: FieldSchemaID(0), name: name, key: key, bindings: bindings, body: [], share: share,
      origin: Origin(span(place, node), through: place.application))
  }

  /// `sub: "u-17"`.
  private mutating func claim(_ node: NodeID, _ place: Place) -> EvaluatedField? {
    let tree = files[place.file].tree
    guard let view = FieldView(tree, node), !isDamaged(place, span(place, node)), let valueNode = view.value else {
      return nil
    }
    guard view.body == nil, view.arguments.groups.count == 1, view.arguments.groups[0].count == 1 else {
      reportEntry(node, .claims, place)
      return nil
    }
    let key = tree.kind(of: view.key) == .string ? quotedKey(view.key, tree) : tree.string(of: view.key)
    guard let value = evaluateNatural(valueNode, in: place), pay(for: value, place, valueNode) else { return nil }
    return entry(.claim, key: key, [SlotBinding(slot: .value, value: value, span: span(place, valueNode))], node, place)
  }

  private func quotedKey(_ token: TokenID, _ tree: SyntaxTree) -> String {
    tree.stringParts(token).reduce(into: "") { if case .text(let text) = $1 { $0 += text } }
  }

  /// `cart tier 1 100%`, `cdn-assets down`.
  private mutating func healthEntry(_ node: NodeID, _ place: Place) -> EvaluatedField? {
    let tree = files[place.file].tree
    guard let view = StatementView(tree, node), !isHeadDamaged(node, place) else { return nil }
    let arguments = Array(view.arguments)
    var position = 0
    guard let upstream = resolve(.upstream, view.head, place) else { return nil }
    var bindings = [SlotBinding(slot: .upstream, value: .declaration(upstream), span: span(place, view.head))]
    if arguments.count == 3, tree.kind(of: arguments[0]) == .name, tree.string(of: arguments[0]) == "tier" {
      guard let tier = evaluate(arguments[1], as: .integer, in: place) else { return nil }
      let tierSpan = span(place, arguments[1])
      guard let number = tier.integer, checkTier(number, of: upstream, at: tierSpan, place) else { return nil }
      bindings.append(SlotBinding(slot: .tier, value: tier, span: tierSpan))
      position = 2
    }
    guard arguments.count == position + 1, view.body == nil, view.outcome == nil else {
      reportEntry(node, .health, place)
      return nil
    }
    let last = arguments[position]
    let value: Value
    switch tree.kind(of: last) == .name ? tree.string(of: last) : "" {
    case "up": value = .percentage(.whole)
    case "down": value = .percentage(Percentage(partsPerMillion: 0))
    default:
      guard let share = evaluate(last, as: .percentage, in: place) else { return nil }
      value = share
    }
    bindings.append(SlotBinding(slot: .percentage, value: value, span: span(place, last)))
    return entry(.health, bindings, node, place)
  }

  /// `eu-1: 60%`.
  private mutating func memberShare(_ node: NodeID, _ place: Place) -> EvaluatedField? {
    let tree = files[place.file].tree
    guard let view = FieldView(tree, node), !isDamaged(place, span(place, node)), let valueNode = view.value else {
      return nil
    }
    guard let share = evaluate(valueNode, as: .percentage, in: place) else { return nil }
    return entry(
      .share, key: tree.string(of: view.key),
      [SlotBinding(slot: .percentage, value: share, span: span(place, valueNode))], node, place)
  }

  /// `95% cart`.
  private mutating func upstreamShare(_ node: NodeID, _ place: Place) -> EvaluatedField? {
    let tree = files[place.file].tree
    var notes = ShareNotes()
    guard let view = WeightedView(tree, node), let statement = view.statement, !isDamaged(place, span(place, node)),
      let share = share(view, place, &notes)
    else { return nil }
    var arguments = statement.arguments
    guard arguments.next() == nil, statement.body == nil, statement.outcome == nil else {
      reportEntry(node, .upstreamShares, place)
      return nil
    }
    guard let upstream = resolve(.upstream, statement.head, place) else { return nil }
    return entry(
      .share, [SlotBinding(slot: .upstream, value: .declaration(upstream), span: span(place, statement.head))],
      share: share, node, place)
  }
}
