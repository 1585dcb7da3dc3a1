import EpicBase
import EpicDiagnostics
import EpicIR
import EpicSyntax

/// Putting fields together: templates below, overrides above.
extension Evaluator {
  /// Adds a field to its body, or changes the one that is there.
  mutating func add(
    _ field: EvaluatedField, _ schema: FieldSchema, _ mode: StatementMode, _ node: NodeID, _ place: Place,
    _ body: inout BodyState
  ) {
    let existing = schema.cardinality == .many ? nil : body.index(of: field, group: schema.group)
    guard let existing else {
      switch mode {
      case .override, .edit:
        // What overrides nothing was meant to be said: it is not missing as well.
        defer { body.broken.insert(schema.group ?? schema.name) }
        if body.mayHave(schema.group ?? schema.name) { return }
        report(
          .nothingToOverride, "no template says `\(title(field, schema))`: there is nothing to override", place,
          at: field.origin.span, help: "write `\(schema.title) …` without `override`",
          fixes: unwrapping(node, place, "take `override` away"))
      default:
        body.append(
          WorkingField(
            field: field, mode: mode == .final ? .final : mode == .initial ? .initial : .plain, level: body.level,
            override: nil))
      }
      return
    }
    let before = body.working[existing]
    switch mode {
    case .override: override(existing, by: field, schema, node, place, &body)
    case .edit(let edit): self.edit(existing, edit, by: field, schema, node, place, &body)
    default:
      if before.level < body.level {
        if body.isIncomplete { return }
        reportNeedsOverride(before, field, schema, node, place)
      } else if before.field.name != field.name {
        report(
          .conflictingFields, "`\(title(field, schema))` excludes `\(title(before))`", place, at: field.origin.span,
          secondary: [Annotation(before.field.origin.span, "said here")],
          fixes: [removing(node, place, "take this one out")])
      } else {
        // One that is only begun, and may become another's name, lacks what its body needs: that is reported.
        if field.body.isEmpty, let context = schema.body, !words.requiredFields(context).isEmpty { return }
        report(
          .repeatedField, "`\(title(field, schema))` is said twice", place, at: field.origin.span,
          label: "said again", secondary: [Annotation(before.field.origin.span, "first said here")],
          fixes: [removing(node, place, "take this one out")])
        // The key may be wrong: what it should have been is not missing as well.
        if !field.key.isEmpty { body.broken.insert(schema.group ?? schema.name) }
      }
    }
  }

  func title(_ field: EvaluatedField, _ schema: FieldSchema) -> String {
    field.key.isEmpty ? schema.title : "\(schema.title) \(field.key)"
  }

  func title(_ working: WorkingField) -> String { title(working.field, Schema.field(working.field.schema)) }

  private mutating func override(
    _ index: Int, by field: EvaluatedField, _ schema: FieldSchema, _ node: NodeID, _ place: Place,
    _ body: inout BodyState
  ) {
    let before = body.working[index]
    if before.level == body.level {
      if let first = before.override {
        report(
          .repeatedOverride, "`\(title(field, schema))` is overridden twice", place, at: field.origin.span,
          label: "overridden again", secondary: [Annotation(first, "first overridden here")],
          fixes: [removing(node, place, "take this one out")])
      } else {
        report(
          .nothingToOverride, "`\(title(field, schema))` is said in this body: there is nothing to override", place,
          at: field.origin.span, secondary: [Annotation(before.field.origin.span, "said here")],
          fixes: [removing(node, place, "take this one out")])
      }
      return
    }
    guard !reportFinal(before, field, schema, node, place) else { return }
    var field = field
    field.earlier = before.field.earlier + [before.field.origin]
    body.replace(index, by: field)
    body.settle(index, by: field.origin.span, isReplaced: before.isReplaced)
  }

  private mutating func reportFinal(
    _ before: WorkingField, _ field: EvaluatedField, _ schema: FieldSchema, _ node: NodeID, _ place: Place
  ) -> Bool {
    guard before.mode == .final else { return false }
    report(
      .finalField, "`\(title(field, schema))` is final: nothing that uses the template changes it", place,
      at: field.origin.span, secondary: [Annotation(before.field.origin.span, "the template says so")],
      fixes: [removing(node, place, "take it out")])
    return true
  }

  private mutating func reportNeedsOverride(
    _ before: WorkingField, _ field: EvaluatedField, _ schema: FieldSchema, _ node: NodeID, _ place: Place
  ) {
    if reportFinal(before, field, schema, node, place) { return }
    let tree = files[place.file].tree
    let start = tree.start(of: tree.firstToken(of: node))
    report(
      .needsOverride, "the template says `\(title(before))`: changing it needs `override`", place,
      at: field.origin.span, secondary: [Annotation(before.field.origin.span, "the template says it here")],
      help: schema.isList
        ? "write `override \(schema.title) …`, or `append \(schema.title) …` to add to the list"
        : "write `override \(schema.title) …`",
      fixes: [
        FixIt(
          "write `override`",
          [TextEdit(SourceSpan(source: tree.source, start: start, end: start), replacement: "override ")])
      ])
  }

  private mutating func edit(
    _ index: Int, _ edit: ListEdit, by field: EvaluatedField, _ schema: FieldSchema, _ node: NodeID, _ place: Place,
    _ body: inout BodyState
  ) {
    let before = body.working[index]
    guard schema.isList else {
      report(
        .notAList, "`\(schema.title)` is no list: it cannot be changed by `\(edit)`", place, at: field.origin.span,
        help: "write `override \(schema.title) …`", fixes: overriding(node, place))
      return
    }
    guard !reportFinal(before, field, schema, node, place) else { return }
    if before.level == body.level, let first = before.override, edit == .replace || before.isReplaced {
      report(
        .repeatedOverride, "`\(title(field, schema))` is overridden twice", place, at: field.origin.span,
        label: "overridden again", secondary: [Annotation(first, "first overridden here")],
        fixes: [removing(node, place, "take this one out")])
      return
    }
    guard step(place, node, before.field.bindings.count / 8) else { return }
    change(index, edit, by: field, schema, node, place, &body)
    body.settle(index, by: field.origin.span, isReplaced: edit == .replace)
  }

  /// The fix that writes `override` for `append` and its like.
  private func overriding(_ node: NodeID, _ place: Place) -> [FixIt] {
    let tree = files[place.file].tree
    guard node.rawValue > 0, case let outer = NodeID(node.rawValue - 1), tree.kind(of: outer) == .modified else {
      return []
    }
    let isOverride = outer.rawValue > 0 && tree.kind(of: NodeID(outer.rawValue - 1)) == .override
    let word = tree.span(of: tree.firstToken(of: outer))
    return isOverride
      ? [
        FixIt(
          "write `override`",
          [TextEdit(SourceSpan(source: word.source, start: word.start, end: span(place, node).start), replacement: "")])
      ]
      : [replacing(word, by: "override")]
  }

  private mutating func change(
    _ index: Int, _ edit: ListEdit, by field: EvaluatedField, _ schema: FieldSchema, _ node: NodeID, _ place: Place,
    _ body: inout BodyState
  ) {
    let earlier = body.working[index].field.origin.span
    var missing: [SourceSpan] = []
    body.change(index) { changed in
      switch edit {
      case .append: changed.bindings += field.bindings
      case .prepend: changed.bindings.insert(contentsOf: field.bindings, at: 0)
      case .replace: changed.bindings = field.bindings
      case .remove:
        for binding in field.bindings {
          let found = changed.bindings.firstIndex { $0.slot == binding.slot && $0.value == binding.value }
          if let found { changed.bindings.remove(at: found) } else { missing.append(binding.span) }
        }
      }
      changed.earlier.append(changed.origin)
      changed.origin = field.origin
    }
    for span in missing {
      report(
        .notInList, "the list of `\(schema.title)` has no such value", place, at: span,
        secondary: [Annotation(earlier, "the list is here")],
        fixes: missing.count == field.bindings.count ? [removing(node, place, "take it out")] : [])
    }
    if edit == .remove, body.working[index].field.bindings.isEmpty {
      report(
        .emptySelection, "nothing is left of the list of `\(schema.title)`", place, at: field.origin.span,
        secondary: [Annotation(earlier, "the list is here")])
    }
  }

  // MARK: Limits and required fields

  mutating func evaluateRequired(
    _ node: NodeID, _ candidates: [SchemaWords.Field], _ cursor: ArgumentCursor, _ place: Place,
    _ body: inout BodyState
  ) {
    let tree = files[place.file].tree
    var cursor = cursor
    var fitting = candidates
    var position = 0
    while let argument = peek(&cursor, place) {
      let next = fitting.filter {
        position < $0.leading.count && accepts(.word($0.leading[position]), argument, tree)
      }
      if next.isEmpty {
        report(
          .unexpectedArgument, "`required` names a field without a value", place, argument,
          help: "write `required \(firstWord(place, node))`")
        return
      }
      fitting = next
      position += 1
      cursor.current = tree.next(after: argument).rawValue
    }
    body.required.append(
      RequiredMark(
        names: fitting.map { Schema.field($0.id).name }, title: text(place, node),
        origin: Origin(headSpan(place, node), through: place.application)))
  }

  /// A bound among arguments that stands behind other words.
  private func boundBehind(_ cursor: ArgumentCursor, _ tree: SyntaxTree) -> NodeID? {
    var node = NodeID(cursor.current)
    while node.rawValue < cursor.end {
      if tree.kind(of: node) == .bound { return node }
      node = tree.next(after: node)
    }
    return nil
  }

  mutating func evaluateLimit(
    _ node: NodeID, _ field: SchemaWords.Field, _ schema: FieldSchema, _ cursor: ArgumentCursor, _ place: Place,
    _ body: inout BodyState
  ) {
    let tree = files[place.file].tree
    var cursor = cursor
    guard case .slot(_, let type)? = field.elements.first, Evaluator.isOrdered(type) else {
      report(
        .badCondition, "`\(schema.title)` has no order that a `limit` could bound", place, at: headSpan(place, node),
        help: "a limit bounds a field of one amount: `limit timeout request <= 60s`")
      return
    }
    guard let argument = peek(&cursor, place), tree.kind(of: argument) == .bound,
      let operand = tree.child(of: argument, at: 0)
    else {
      if let part = boundBehind(cursor, tree) {
        report(
          .badCondition, "`limit \(schema.title)` bounds the first value of the field and no other", place, part,
          help: "write `limit \(schema.title) <= VALUE`, or the whole field with `final` before it")
        return
      }
      report(
        .missingArgument, "`limit` needs a bound", place, at: headSpan(place, node),
        help: "write `limit \(schema.title) <= VALUE`")
      return
    }
    guard let value = evaluate(operand, as: type, in: place) else { return }
    let bound: TemplateRule.Bound
    switch tree.kind(of: tree.firstToken(of: argument)) {
    case .less: bound = .below
    case .lessOrEqual: bound = .atMost
    case .greater: bound = .above
    default: bound = .atLeast
    }
    body.limits.append(
      EvaluatedLimit(
        name: schema.name, schema: field.id, bound: bound, value: value,
        origin: Origin(headSpan(place, node), through: place.application)))
  }

  private static func isOrdered(_ type: ValueType) -> Bool {
    switch type {
    case .integer, .duration, .size, .bandwidth, .percentage, .port: true
    default: false
    }
  }

  /// Checks a body that is complete: limits, required fields, fields that every such body needs.
  mutating func finish(_ body: inout BodyState, _ node: NodeID, _ place: Place) {
    if isAbstract, !body.isWhole { return }
    if !body.limits.isEmpty { checkLimits(body, node, place) }
    var lack = Lack()
    for mark in body.required
    where !mark.names.contains(where: { body.has($0) || body.mayHave($0) }) {
      body.broken.formUnion(mark.names)
      lack.titles.append("`\(mark.title)`")
      lack.examples.append("\(mark.title) …")
      lack.marks.append(Annotation(mark.origin.span, "required here"))
      if mark.names.contains(.tlsCertificate), let certificate = only(.certificate, place) {
        lack.fixes += adding("tls certificate \(certificate)", toBodyOf: node, place)
      }
    }
    if !body.isIncomplete && !body.isUnclear { findMissing(body, &lack, node, place) }
    report(lack, of: body, node, place)
    if body.context == .ingress { checkFills(body, place) }
    // What the whole would have to be is not asked of a part.
    if !lack.titles.isEmpty { body.isUnclear = true }
    checkBody(&body, node, place)
  }

  private mutating func checkLimits(_ body: BodyState, _ node: NodeID, _ place: Place) {
    var positions: [FieldName: [Int]] = [:]
    for (position, working) in body.working.enumerated() { positions[working.field.name, default: []].append(position) }
    for limit in body.limits {
      let limited = positions[limit.name] ?? []
      guard step(place, node, limited.count) else { return }
      for position in limited { check(body.working[position].field, limit, place) }
    }
  }

  private mutating func check(_ field: EvaluatedField, _ limit: EvaluatedLimit, _ place: Place) {
    guard let value = field.bindings.first?.value, let order = Evaluator.order(value, limit.value) else { return }
    let holds =
      switch limit.bound {
      case .below: order < 0
      case .atMost: order <= 0
      case .above: order > 0
      case .atLeast: order >= 0
      }
    if holds { return }
    let title = Schema.field(field.schema).title
    report(
      .outsideLimit,
      "`\(title)` is \(value.phrase), outside the template's limit `\(limit.bound.spelling) \(limit.value.plainText ?? "")`",
      place, at: field.origin.span, secondary: [Annotation(limit.origin.span, "the limit is here")],
      fixes: limit.bound == .atMost || limit.bound == .atLeast
        ? limit.value.plainText.flatMap { text in field.bindings.first.map { [replacing($0.span, by: text)] } } ?? []
        : [])
  }

  /// How two values of one ordered type compare: negative, zero or positive.
  static func order(_ left: Value, _ right: Value) -> Int? {
    func compare<T: Comparable>(_ left: T, _ right: T) -> Int { left < right ? -1 : left == right ? 0 : 1 }
    switch (left, right) {
    case (.integer(let left), .integer(let right)): return compare(left, right)
    case (.duration(let left), .duration(let right)): return compare(left, right)
    case (.size(let left), .size(let right)): return compare(left, right)
    case (.bandwidth(let left), .bandwidth(let right)): return compare(left, right)
    case (.percentage(let left), .percentage(let right)): return compare(left, right)
    case (.version(let left), .version(let right)):
      return left.components == right.components
        ? 0 : left.components.lexicographicallyPrecedes(right.components) ? -1 : 1
    default: return nil
    }
  }

  /// The field as it can only be meant: `sites all`, or the one declaration that there is of its kind.
  private mutating func missingField(_ schema: FieldSchema, _ node: NodeID, _ place: Place) -> [FixIt] {
    let kind: DeclarationKind
    switch schema.name {
    case .sites: return adding("sites all", toBodyOf: node, place)
    case .engine: kind = .engine
    case .routes: kind = .routes
    case .issuer where schema.context == .certificate: kind = .issuer
    default: return []
    }
    return only(kind, place).map { adding("\(schema.title) \($0)", toBodyOf: node, place) } ?? []
  }

  /// What a body lacks: together one mistake, since what was only begun lacks all of it.
  private struct Lack {
    /// Statements, and groups of alternatives, quoted; those that the template demands come first.
    var titles: [String] = []
    /// A way to say each.
    var examples: [String] = []
    /// Where the template demands them.
    var marks: [Annotation] = []
    /// Ways to say one of them as it can only be meant.
    var fixes: [FixIt] = []
  }

  private mutating func findMissing(_ body: BodyState, _ lack: inout Lack, _ node: NodeID, _ place: Place) {
    for schema in words.requiredFields(body.context)
    where !body.has(schema.name) && !body.broken.contains(schema.name)
      && !body.required.contains(where: { $0.names.contains(schema.name) })
      && !needsNothing(schema.name, in: body)
    {
      lack.titles.append("`\(schema.title)`")
      lack.examples.append(schema.example)
      lack.fixes += missingField(schema, node, place)
    }
    for group in words.alternatives(body.context) {
      let isSaid = body.working.contains { group.names.contains($0.field.name) }
      if isSaid || group.names.contains(where: { body.broken.contains($0) }) { continue }
      lack.titles.append(group.phrase)
      lack.examples.append(group.example)
    }
  }

  private mutating func report(_ lack: Lack, of body: BodyState, _ node: NodeID, _ place: Place) {
    if lack.titles.isEmpty { return }
    let titles = lack.titles.joinedAsList
    // A fix mends the whole of a mistake.
    let fixes = lack.titles.count == 1 ? lack.fixes : []
    let examples = lack.examples.map { "`\($0)`" }.joined(separator: ", ")
    if lack.marks.count == lack.titles.count {
      let isOne = lack.titles.count == 1
      report(
        .requiredField,
        "\(titles) \(isOne ? "is" : "are") required by the template and nobody says \(isOne ? "it" : "them")", place,
        at: headSpan(place, node), secondary: lack.marks, help: "say \(examples)", fixes: fixes)
    } else {
      report(
        .missingField, "\(body.context.phrase) needs \(titles)", place, at: headSpan(place, node),
        secondary: lack.marks, help: "for example \(examples)", fixes: fixes)
    }
  }
}
