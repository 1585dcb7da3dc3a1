import EpicBase
import EpicDiagnostics
import EpicIR
import EpicSyntax

/// Slots of templates: holes for routes, and what fills them.
extension Evaluator {
  /// `slot routes NAME` in a template for an ingress.
  mutating func declareSlot(_ statement: NodeID, in place: Place, _ body: inout BodyState) {
    let tree = files[place.file].tree
    let span = headSpan(place, statement)
    guard body.isTemplate, body.context == .ingress else {
      body.isUnclear = true
      report(
        .misplacedModifier, "`slot` stands outside a template for an ingress", place, at: span,
        help: "a template says `slot routes NAME`, and an ingress made from it `fill routes NAME { … }`")
      return
    }
    guard let view = StatementView(tree, statement), let keyword = view.keyword else { return }
    guard text(keyword) == "routes" else {
      reportUnknownWord(text(keyword), ["routes"], view.head, place)
      return
    }
    var arguments = view.arguments
    guard let argument = arguments.next() else {
      report(
        .missingArgument, "`slot routes` names no slot", place, at: span, label: "incomplete",
        help: "write `slot routes early`")
      return
    }
    guard let name = evaluate(argument, as: .name, in: place)?.word else { return }
    guard Evaluator.isName(name) else {
      report(
        .badName, "`\(name)` is not a name: lower-case letters, digits and `-`, starting with a letter", place, argument
      )
      return
    }
    if reportReserved(name, place, at: self.span(place, argument)) { return }
    if let rest = arguments.next() {
      report(.unexpectedArgument, "`\(text(place, rest))` is not expected behind the slot's name", place, rest)
      return
    }
    if let inner = view.body {
      report(
        .unexpectedBody, "`slot routes` has no body: it is filled by `fill routes \(name) { … }`", place,
        at: tree.span(of: tree.firstToken(of: inner)))
      return
    }
    if let first = body.slots.first(where: { $0.name == name }) {
      report(
        .repeatedSlot, "the slot `\(name)` exists already", place, at: span, label: "declared again",
        secondary: [Annotation(first.span, "first declared here")],
        fixes: [removing(statement, place, "take this one out")])
      return
    }
    let isBehind = body.has(.routes) || body.required.contains { $0.names.contains(.routes) }
    body.slots.append(TemplateSlot(name: name, isBehind: isBehind, span: span))
  }

  /// The routes of `fill routes NAME { … }`; nil with a diagnostic.
  mutating func evaluateFill(_ view: StatementView, _ schema: FieldSchema, _ place: Place) -> [RouteArm]? {
    guard let body = view.body else {
      report(
        .missingArgument, "`fill routes` has no routes", place, at: headSpan(place, view.node), label: "incomplete",
        help: "for example `\(schema.example)`")
      return nil
    }
    var state = RoutesState()
    var otherwise: SourceSpan?
    evaluateArmItems(body, in: place, blocks: [], &otherwise, &state)
    if state.isUnclear || isDamaged(place, span(place, body)) { lacksRoutes = true }
    if let otherwise {
      report(
        .otherwiseInSlot, "`otherwise` cannot stand in a slot: it takes every request before the ingress's routes do",
        place, at: otherwise,
        help: "the `routes` of the ingress end in `otherwise`; a slot is filled by `NAME: when …`",
        fixes: withoutOtherwise(body, of: view, place, isAlone: state.arms.isEmpty))
      return nil
    }
    if state.arms.isEmpty, !state.isUnclear, !isDamaged(place, span(place, body)), state.names.isEmpty {
      report(
        .emptySelection, "`fill routes` without a route fills nothing", place, at: headSpan(place, view.node),
        help: "a slot that nothing fills is nothing: leave the statement out",
        fixes: [removing(view.node, place, "take it out")])
      return nil
    }
    // A fix that moves text between a slot and `routes` would change what other ingresses do.
    return state.arms.map { arm in
      var filling = arm
      filling.statement = nil
      return filling
    }
  }

  /// The fix that takes `otherwise` out of a filling, and the filling with it where nothing else stands in it.
  private func withoutOtherwise(
    _ body: NodeID, of view: StatementView, _ place: Place, isAlone: Bool
  ) -> [FixIt] {
    let tree = files[place.file].tree
    let items = tree.children(of: body).filter { tree.kind(of: $0) != .unexpected }
    guard let otherwise = items.first(where: { tree.kind(of: $0) == .otherwise }) else { return [] }
    if items.count == 1 { return [removing(view.node, place, "take `fill routes` out")] }
    return isAlone ? [] : [removing(otherwise, place, "take `otherwise` out")]
  }

  /// Checks that every slot that is filled exists.
  mutating func checkFills(_ body: BodyState, _ place: Place) {
    if body.isIncomplete { return }
    for working in body.working where working.field.name == .fill {
      let field = working.field
      if body.slots.contains(where: { $0.name == field.key }) { continue }
      let names = body.slots.map(\.name)
      let suggestion = nearest(field.key, names)
      let known = names.map { "`\($0)`" }.joinedAsList
      let nameSpan = field.binding(.name)?.span ?? field.origin.span
      report(
        .unknownSlot,
        names.isEmpty
          ? "there is no slot `\(field.key)`: no template of this ingress has a slot"
          : "no template of this ingress has a slot `\(field.key)`", place, at: nameSpan,
        secondary: body.slots.prefix(1).map { Annotation($0.span, "a slot is here") },
        help: suggestion.map { "did you mean `\($0)`?" } ?? (names.isEmpty ? nil : "the slots are \(known)"),
        fixes: suggestion.map { [FixIt("write `\($0)`", [TextEdit(nameSpan, replacement: $0)])] } ?? [])
    }
  }

  /// Checks that the routes of an ingress's slots and of its `routes` have names of their own: they become one list.
  mutating func checkFilledRoutes() {
    for (position, index) in order[Int(DeclarationKind.ingress.rawValue)].enumerated() {
      let declaration = program.tables[Int(DeclarationKind.ingress.rawValue)][position]
      if declaration.slots.isEmpty { continue }
      var names: [String: SourceSpan] = [:]
      if let table = declaration.field(.routes)?.declaration(.value), Int(table.position) < program.routeTables.count {
        for arm in program.routeTables[Int(table.position)].arms { names[arm.name] = arm.origin.span }
      }
      for arm in declaration.slots.all {
        if let first = names[arm.name] {
          report(
            .repeatedRouteName, "a route named `\(arm.name)` exists already among the ingress's routes",
            instances[index].place, at: arm.origin.span, label: "named again",
            secondary: [Annotation(first, "first named here")])
        } else {
          names[arm.name] = arm.origin.span
        }
      }
    }
  }
}
