import EpicBase
import EpicDiagnostics
import EpicIR
import EpicSyntax

/// Statements of a body.
extension Evaluator {
  /// Evaluates the statements of a body, in order.
  mutating func evaluateBody(_ node: NodeID, in place: Place, _ body: inout BodyState) {
    let tree = files[place.file].tree
    recordEvaluated(node, place)
    var place = place
    var hasFrame = false
    // A body whose brackets do not pair may end too early or too late.
    if isDamaged(place, tree.span(of: tree.firstToken(of: node))) { body.isUnclear = true }
    for child in tree.children(of: node) {
      guard step(place, child) else { return }
      if tree.kind(of: child) == .letStatement {
        evaluateLocalLet(child, &place, &hasFrame)
      } else {
        evaluateItem(child, in: place, &body)
      }
    }
  }

  private mutating func evaluateItem(_ node: NodeID, in place: Place, _ body: inout BodyState) {
    let tree = files[place.file].tree
    switch tree.kind(of: node) {
    case .unexpected: body.isUnclear = true
    case .statement: evaluateStatement(node, in: place, &body, .plain)
    case .weighted: evaluateWeighted(node, in: place, &body)
    case .modified: evaluateModified(node, in: place, &body, isOverride: false)
    case .override:
      if let inner = tree.child(of: node, kind: .modified) {
        evaluateModified(inner, in: place, &body, isOverride: true)
      } else if let inner = tree.child(of: node, kind: .statement) {
        evaluateStatement(inner, in: place, &body, .override)
      }
    case .ifStatement:
      let part = body.part
      evaluateIf(node, in: place) {
        $0.evaluateBody($1, in: $2, &body)
      } untaken: {
        var part = part
        $0.evaluateBody($1, in: $2, &part)
      }
      if isAbstract { body.isIncomplete = true }
    case .forStatement:
      if isAbstract {
        body.isIncomplete = true
        var part = body.part
        evaluateFor(node, in: place) { $0.evaluateBody($1, in: $2, &part) }
      } else {
        evaluateFor(node, in: place) { $0.evaluateBody($1, in: $2, &body) }
      }
    default:
      body.isUnclear = true
      reportMisplaced(node, place, "in \(body.context.phrase)")
    }
  }

  private mutating func evaluateWeighted(_ node: NodeID, in place: Place, _ body: inout BodyState) {
    let tree = files[place.file].tree
    guard let view = WeightedView(tree, node), let inner = tree.child(of: node, kind: .statement) else {
      body.isUnclear = true
      return
    }
    guard body.context == .tier else {
      body.isIncomplete = true
      report(
        .badShare, "a percentage has no meaning in \(body.context.phrase)", place, at: tree.span(of: view.share),
        help: "members of a tier and upstreams of a `split` have shares")
      return
    }
    let count = body.working.count
    evaluateStatement(inner, in: place, &body, .plain)
    guard body.working.count > count else { return }
    if body.working[body.working.count - 1].field.name == .nearest {
      report(
        .badShare, "`nearest` has no share: it takes every request of its tier", place, at: tree.span(of: view.share),
        help: "write `nearest { … }` without a percentage",
        fixes: [
          FixIt(
            "take the percentage away",
            [
              TextEdit(
                SourceSpan(
                  source: tree.source, start: tree.span(of: view.share).start, end: tree.span(of: inner).start),
                replacement: "")
            ])
        ])
    } else if let share = share(view, place, &body.shareNotes) {
      body.setLastShare(share)
    } else {
      body.isUnclear = true
      body.shareNotes.isIncomplete = true
    }
  }

  private mutating func evaluateModified(
    _ node: NodeID, in place: Place, _ body: inout BodyState, isOverride: Bool
  ) {
    let tree = files[place.file].tree
    guard let view = ModifiedView(tree, node), let inner = tree.child(of: node, kind: .statement) else {
      body.isUnclear = true
      return
    }
    let mode: StatementMode
    switch view.modifier {
    case .default: mode = isOverride ? .override : .initial
    case .limit: mode = .limit
    case .final: mode = isOverride ? .override : .final
    case .required: mode = .required
    case .append: mode = .edit(.append)
    case .prepend: mode = .edit(.prepend)
    case .remove: mode = .edit(.remove)
    case .replace: mode = .edit(.replace)
    default:
      declareSlot(inner, in: place, &body)
      return
    }
    switch mode {
    case .initial, .limit, .final, .required:
      guard body.isTemplate else {
        body.isUnclear = true
        report(
          .misplacedModifier, "`\(view.modifier.spelling)` stands outside a template", place, at: headSpan(place, node),
          help: "only a template says what those who use it may change",
          fixes: mode == .initial || mode == .final
            ? unwrapping(inner, place, "take `\(view.modifier.spelling)` away") : [])
        return
      }
    default: break
    }
    evaluateStatement(inner, in: place, &body, mode)
  }

  /// Evaluates one plain statement, however modified, against the schema.
  mutating func evaluateStatement(
    _ node: NodeID, in place: Place, _ body: inout BodyState, _ mode: StatementMode
  ) {
    let tree = files[place.file].tree
    guard let view = StatementView(tree, node), let keyword = view.keyword, tree.kind(of: view.head) == .name else {
      body.isUnclear = true
      reportUnknownField(node, body.context, place)
      return
    }
    let candidates = words.candidates(body.context, keyword)
    if candidates.isEmpty {
      body.isUnclear = true
      reportUnknownField(node, body.context, place)
      return
    }
    var cursor = ArgumentCursor(current: tree.next(after: view.head).rawValue, end: tree.next(after: node).rawValue)
    if mode == .required {
      evaluateRequired(node, candidates, cursor, place, &body)
      return
    }
    guard let field = choose(candidates, &cursor, node, place) else {
      body.broken.formUnion(candidates.map { Schema.field($0.id).group ?? Schema.field($0.id).name })
      return
    }
    let schema = Schema.field(field.id)
    if mode == .limit {
      evaluateLimit(node, field, schema, cursor, place, &body)
      return
    }
    // Most of what a template says is the same for all who use it.
    guard step(place, node, Evaluator.stepsPerField) else { return }
    let key = ConstantFieldKey(file: place.file, node: node, owner: place.owner)
    if body.isTemplate, var known = constantFields[key] {
      known.origin.application = place.application
      add(known, schema, mode, node, place, &body)
      return
    }
    let reads = variableReads
    guard let evaluated = evaluateField(view, field, schema, &cursor, place) else {
      // A field that is wrong still counts as said: its absence is not a second mistake.
      body.broken.insert(schema.group ?? schema.name)
      noteSwallowed(node, &body, place)
      return
    }
    if body.isTemplate, !isAbstract, reads == variableReads, evaluated.body.isEmpty, evaluated.arms.isEmpty {
      constantFields[key] = evaluated
    }
    add(evaluated, schema, mode, node, place, &body)
  }

  /// A statement that lacks its end may hold the words of another: their fields are not missing.
  private func noteSwallowed(_ node: NodeID, _ body: inout BodyState, _ place: Place) {
    let tree = files[place.file].tree
    for child in tree.children(of: node).dropFirst() {
      guard tree.kind(of: child) == .name, let symbol = tree.symbol(of: child) else { continue }
      for candidate in words.candidates(body.context, symbol) {
        let schema = Schema.field(candidate.id)
        body.broken.insert(schema.group ?? schema.name)
      }
    }
  }

  /// The field that a statement says; nil with a diagnostic.
  private mutating func evaluateField(
    _ view: StatementView, _ field: SchemaWords.Field, _ schema: FieldSchema, _ cursor: inout ArgumentCursor,
    _ place: Place
  ) -> EvaluatedField? {
    let node = view.node
    let origin = Origin(headSpan(place, node), through: place.application)
    var bindings: [SlotBinding] = []
    bindings.reserveCapacity(field.elements.count)
    matchedContext = schema.context
    matchedStatement = node
    matchedFile = place.file
    matchedField = field.id
    // What the parser reported is not looked into; the body is.
    let isComplete = !isHeadDamaged(node, place) && match(field.elements, &cursor, node, place, into: &bindings)
    if schema.leadsSomewhere {
      guard isComplete || isAbstract, let target = target(view, schema, place), isComplete else { return nil }
      bindings.append(target)
    } else if let outcome = view.outcome {
      report(.misplacedStatement, "`->` cannot stand behind `\(schema.title)`", place, outcome.node)
    }
    if schema.holdsRoutes {
      guard isComplete || isAbstract, let arms = evaluateFill(view, schema, place), isComplete else { return nil }
      var evaluated = EvaluatedField(
        schema: field.id, name: schema.name, key: "", bindings: bindings, body: [], share: nil, origin: origin)
      evaluated.arms = arms
      if case .keyed(let slot) = schema.cardinality { evaluated.key = Evaluator.key(evaluated, slot) }
      return evaluated
    }
    // What stands before a body may be another statement's end.
    if !isComplete && schema.body == nil && schema.freeBody == nil { return nil }
    guard let nested = nestedBody(view.body, schema, node, isComplete, place), isComplete else { return nil }
    let bytes = bindings.reduce(0) { $0 + ($1.value.byteCount ?? 0) }
    guard step(place, node, bytes / Evaluator.bytesPerStep) else { return nil }
    var evaluated = EvaluatedField(
      schema: field.id, name: schema.name, key: "", bindings: bindings, body: nested, share: nil, origin: origin)
    if case .keyed(let slot) = schema.cardinality { evaluated.key = Evaluator.key(evaluated, slot) }
    return checkField(evaluated, schema, node, place) ? evaluated : nil
  }

  /// The key of a keyed field; header names are folded.
  private static func key(_ field: EvaluatedField, _ slot: Slot) -> String {
    // A rate limit's key may have a name: `by header x-tenant`.
    if field.name == .rateLimit, let by = field.word(slot), let name = field.value(.name) {
      let key = name.word ?? name.text ?? ""
      return "\(by) \(by == "header" ? key.lowercased() : key)"
    }
    return switch field.value(slot) {
    case .word(let word)?:
      field.name == .requestHeader || field.name == .responseHeader || field.name == .header
        ? word.lowercased() : word
    case .text(let text)?: text.lowercased()
    case .integer(let number)?: String(number)
    case .host(let host)?: host.description
    default: ""
    }
  }

  /// The fields of a statement's body; empty where none is meant, nil if one is there all the same.
  private mutating func nestedBody(
    _ node: NodeID?, _ schema: FieldSchema, _ statement: NodeID, _ isComplete: Bool, _ place: Place
  ) -> [EvaluatedField]? {
    guard let context = schema.body else {
      guard let node else { return [] }
      if let free = schema.freeBody { return freeBody(node, free, schema, place) }
      report(
        .unexpectedBody, "`\(schema.title)` has no body", place,
        at: files[place.file].tree.span(of: files[place.file].tree.firstToken(of: node)),
        fixes: [
          FixIt(
            "take the body away",
            [
              TextEdit(
                SourceSpan(
                  source: files[place.file].tree.source, start: headSpan(place, statement).end,
                  end: span(place, node).end), replacement: "")
            ])
        ])
      return nil
    }
    var nested = BodyState(context: context)
    nested.isUnclear = !isComplete
    if let node { evaluateBody(node, in: place, &nested) }
    finish(&nested, statement, place)
    if !nested.isWhole { damagedBodies.insert(headSpan(place, statement)) }
    return nested.working.map(\.field)
  }

  /// The field of a keyword's candidates that the leading words, then the first argument, choose.
  private mutating func choose(
    _ candidates: [SchemaWords.Field], _ cursor: inout ArgumentCursor, _ statement: NodeID, _ place: Place
  ) -> SchemaWords.Field? {
    let tree = files[place.file].tree
    var chosen: (field: SchemaWords.Field, cursor: ArgumentCursor)?
    for candidate in candidates {
      if let chosen, candidate.leading.count < chosen.field.leading.count { break }
      var rest = cursor
      var fits = true
      for word in candidate.leading {
        guard let node = peek(&rest, place), accepts(.word(word), node, tree) else {
          fits = false
          break
        }
        rest.current = tree.next(after: node).rawValue
      }
      guard fits else { continue }
      if let first = candidate.elements.first, let node = peek(&rest, place), accepts(first, node, tree) {
        cursor = rest
        return candidate
      }
      if chosen == nil { chosen = (candidate, rest) }
    }
    if let chosen {
      cursor = chosen.cursor
      return chosen.field
    }
    reportLeading(candidates, cursor, statement, place)
    return nil
  }

  /// Reports leading words that no candidate has.
  private mutating func reportLeading(
    _ candidates: [SchemaWords.Field], _ cursor: ArgumentCursor, _ statement: NodeID, _ place: Place
  ) {
    let tree = files[place.file].tree
    var position = 0
    var cursor = cursor
    var fitting = candidates
    while true {
      let words = fitting.compactMap { position < $0.leading.count ? $0.leading[position] : nil }
      var choices: [String] = []
      for word in words where !choices.contains(text(word)) { choices.append(text(word)) }
      guard let node = peek(&cursor, place) else {
        report(
          .missingArgument,
          "`\(firstWord(place, statement))` ends where \(choices.map { "`\($0)`" }.joinedAsChoice) is expected", place,
          at: headSpan(place, statement), label: "incomplete")
        return
      }
      let next = fitting.filter { position < $0.leading.count && accepts(.word($0.leading[position]), node, tree) }
      if next.isEmpty {
        reportUnknownWord(text(place, node), choices, node, place)
        return
      }
      fitting = next
      position += 1
      cursor.current = tree.next(after: node).rawValue
    }
  }

  mutating func reportUnknownField(_ node: NodeID, _ context: FieldContext, _ place: Place) {
    let tree = files[place.file].tree
    let token = tree.firstToken(of: node)
    if tree.isDamaged(token) { return }
    if context == .tier, reportBareShare(node, place) { return }
    let word = tree.string(of: token)
    var known: [String] = []
    for field in Schema.fields where field.context == context && !known.contains(field.keyword) {
      known.append(field.keyword)
    }
    let suggestion = nearest(word, known)
    let wordSpan = tree.span(of: token)
    report(
      .unknownField, "\(context.phrase) knows no `\(word)`", place, at: wordSpan,
      help: suggestion.map { "did you mean `\($0)`?" } ?? "it knows \(known.map { "`\($0)`" }.joinedAsList)",
      fixes: suggestion.map { [FixIt("write `\($0)`", [TextEdit(wordSpan, replacement: $0)])] } ?? [])
  }
}

extension [String] {
  /// `a`, `a and b`, `a, b and c`.
  var joinedAsList: String {
    guard let last, count > 1 else { return first ?? "" }
    return "\(dropLast().joined(separator: ", ")) and \(last)"
  }
}
