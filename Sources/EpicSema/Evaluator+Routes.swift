import EpicBase
import EpicDiagnostics
import EpicIR
import EpicSyntax

/// What a `routes` declaration has gathered so far.
struct RoutesState {
  /// What the arms decide about.
  var routeProtocol = RouteProtocol.http
  var arms: [RouteArm] = []
  /// Name of an arm -> where it was said.
  var names: [String: SourceSpan] = [:]
  /// Whether something stands among the routes that was not understood, which was reported.
  var isUnclear = false
}

/// `routes` declarations, flattened into arms in match order.
extension Evaluator {
  mutating func evaluateRoutes(_ view: StatementView, _ instance: Instance, _ place: Place) -> (
    RouteProtocol, [RouteArm]
  ) {
    let tree = files[place.file].tree
    guard let routeProtocol = routeProtocol(view, place) else {
      lacksRoutes = true
      return (.http, [])
    }
    var state = RoutesState(routeProtocol: routeProtocol)
    guard let body = view.body else {
      lacksRoutes = true
      report(
        .missingOtherwise, "`routes \(text(instance.name))` has no routes", place, at: headSpan(place, view.node),
        help: "write `{ otherwise -> \(routeProtocol.refusal) }`")
      return (routeProtocol, [])
    }
    state.arms.reserveCapacity(tree.children(of: body).reduce(0) { count, _ in count + 1 })
    evaluateArms(body, in: place, blocks: [], &state)
    return (routeProtocol, state.arms)
  }

  mutating func evaluateArms(
    _ body: NodeID, in place: Place, blocks: [PathPattern], _ state: inout RoutesState
  ) {
    var otherwise: SourceSpan?
    evaluateArmItems(body, in: place, blocks: blocks, &otherwise, &state)
    if state.isUnclear || isDamaged(place, span(place, body)) { lacksRoutes = true }
    // What was not understood may be the `otherwise` that seems to be missing.
    if otherwise != nil || state.isUnclear || isDamaged(place, span(place, body)) { return }
    let tree = files[place.file].tree
    let end = tree.endToken(of: body)
    guard end.rawValue > 0 else { return }
    let brace = tree.span(of: TokenID(end.rawValue - 1))
    let what = blocks.last.map { "`under \($0)`" } ?? "the routes"
    report(
      .missingOtherwise, "\(what) \(blocks.isEmpty ? "do" : "does") not end in `otherwise`", place, at: brace,
      label: "what becomes of every other \(state.routeProtocol.unit)?",
      help: "write `otherwise -> \(state.routeProtocol.refusal)`",
      fixes: [
        FixIt(
          state.routeProtocol == .http ? "answer 404" : "close it",
          [
            TextEdit(
              SourceSpan(source: brace.source, start: brace.start, end: brace.start),
              replacement: tree.flags(of: TokenID(end.rawValue - 1)).contains(.newlineBefore)
                ? "  otherwise -> \(state.routeProtocol.refusal)\n"
                : "; otherwise -> \(state.routeProtocol.refusal) ")
          ])
      ])
  }

  /// Evaluates routes one after the other; `otherwise` is where the one that takes everything stands, if there is one.
  mutating func evaluateArmItems(
    _ body: NodeID, in place: Place, blocks: [PathPattern], _ otherwise: inout SourceSpan?, _ state: inout RoutesState
  ) {
    let tree = files[place.file].tree
    recordEvaluated(body, place)
    var place = place
    var hasFrame = false
    for node in tree.children(of: body) {
      guard step(place, node) else { return }
      let kind = tree.kind(of: node)
      if let otherwise, kind == .arm || kind == .under || kind == .otherwise {
        report(
          .routeAfterOtherwise,
          "this stands behind `otherwise`, which takes every \(state.routeProtocol.unit)", place,
          at: armSpan(node, place), secondary: [Annotation(otherwise, "takes everything")],
          help: kind == .otherwise ? nil : "move it above `otherwise`",
          fixes: kind == .otherwise
            ? [removing(node, place, "take the second `otherwise` out")] : moving(node, above: otherwise, place))
        continue
      }
      switch kind {
      case .unexpected: state.isUnclear = true
      case .letStatement: evaluateLocalLet(node, &place, &hasFrame)
      case .arm: evaluateArm(node, in: place, blocks, &state)
      case .under: evaluateUnder(node, in: place, blocks, &state)
      case .otherwise:
        otherwise = armSpan(node, place)
        evaluateOtherwise(node, in: place, blocks, &state)
      case .ifStatement:
        let errors = sink.errorCount
        let routeProtocol = state.routeProtocol
        evaluateIf(node, in: place) {
          $0.evaluateArmItems($1, in: $2, blocks: blocks, &otherwise, &state)
        } untaken: {
          $0.evaluateAnyArms($1, in: $2, blocks, routeProtocol)
        }
        if isAbstract { state.isUnclear = true }
        // The condition may be what was not understood.
        if sink.errorCount > errors { lacksRoutes = true }
      case .forStatement where isAbstract:
        state.isUnclear = true
        let routeProtocol = state.routeProtocol
        evaluateFor(node, in: place) { $0.evaluateAnyArms($1, in: $2, blocks, routeProtocol) }
      case .forStatement:
        let errors = sink.errorCount
        evaluateFor(node, in: place) { $0.evaluateArmItems($1, in: $2, blocks: blocks, &otherwise, &state) }
        if sink.errorCount > errors { lacksRoutes = true }
      case .modified where tree.symbol(of: node) == Keyword.slot.symbol:
        state.isUnclear = true
        report(
          .misplacedModifier, "`slot` stands outside a template for an ingress", place, at: headSpan(place, node),
          help: "a template says `slot routes NAME` beside its other fields")
      default:
        state.isUnclear = true
        lose(node, place)
        reportMisplacedRoute(node, place)
      }
    }
  }

  private mutating func reportMisplacedRoute(_ node: NodeID, _ place: Place) {
    let word = firstWord(place, node)
    let tree = files[place.file].tree
    let wordSpan = tree.span(of: tree.firstToken(of: node))
    let suggestion = nearest(word, ["otherwise", "under", "when", "let", "if", "for"])
    report(
      .misplacedStatement, "`\(word)` cannot stand in `routes`", place, at: headSpan(place, node),
      help: suggestion.map { "did you mean `\($0)`?" },
      fixes: suggestion.map { [FixIt("write `\($0)`", [TextEdit(wordSpan, replacement: $0)])] } ?? [])
  }

  /// From a route's first token to the end of its predicate.
  private func armSpan(_ node: NodeID, _ place: Place) -> SourceSpan {
    let tree = files[place.file].tree
    var span = tree.span(of: node)
    if let predicate = tree.firstExpression(of: node), tree.kind(of: node) != .otherwise {
      span.end = tree.span(of: predicate).end
    } else {
      span.end = tree.end(of: tree.firstToken(of: node))
    }
    return span
  }

  private mutating func evaluateArm(
    _ node: NodeID, in place: Place, _ blocks: [PathPattern], _ state: inout RoutesState
  ) {
    let tree = files[place.file].tree
    guard let view = ArmView(tree, node), step(place, node, Evaluator.stepsPerRoute) else { return }
    let span = armSpan(node, place)
    var name = ""
    if let label = view.label {
      name = tree.string(of: label)
      note(name, tree.span(of: label), place, &state)
    } else {
      let name = unusedName("route-\(state.arms.count + 1)", state)
      report(
        .unnamedRoute, "the route has no name", place, at: span, help: "write `NAME: when …`",
        fixes: [inserting("\(name): ", at: span.start, span.source, "write `\(name):`")])
    }
    enclosingBlock = blocks.last
    enclosingProtocol = state.routeProtocol
    defer {
      enclosingBlock = nil
      enclosingProtocol = nil
    }
    guard let expression = view.predicate, !isPredicateDamaged(node, place),
      let predicate = wholePredicate(expression, in: place)
    else {
      damagedRoutes.insert(name)
      // The outcome is checked all the same.
      if let outcome = view.outcome { _ = evaluateOutcome(outcome, in: place, captures: nil, state.routeProtocol) }
      return
    }
    checkProtocol(of: predicate, expression, place, state.routeProtocol)
    if Evaluator.isNegatedAbsence(predicate) {
      report(
        .negatedAbsence, "this is also true where what it asks for is absent", place, expression,
        help: "add a predicate that needs the value to be there, such as `… exists`")
    }
    if !blocks.isEmpty,
      let path = Evaluator.paths(predicate).first(where: { path in blocks.contains { !$0.mayMeet(path) } }),
      let block = blocks.last(where: { !$0.mayMeet(path) })
    {
      report(
        .pathOutsideBlock, "`\(path)` lies outside `under \(block)`: no request can match both", place, expression,
        help: "paths in a block are written whole", fixes: lengthened(path, below: block, expression, place))
    }
    guard let outcome = view.outcome,
      let (result, policy) = evaluateOutcome(
        outcome, in: place, captures: CaptureScope(predicate: predicate, blocks: blocks), state.routeProtocol)
    else {
      damagedRoutes.insert(name)
      return
    }
    if policy.isOfTunnel, !checkTunnel(predicate, blocks, name, place, at: self.span(place, expression)) {
      damagedRoutes.insert(name)
      return
    }
    state.arms.append(
      RouteArm(
        name: name, blocks: blocks, predicate: predicate, outcome: result, policy: policy,
        origin: Origin(span, through: place.application),
        statement: place.application == nil ? tree.span(of: node) : nil))
  }

  /// Whether the parser reported an error before the outcome of an arm.
  private func isPredicateDamaged(_ arm: NodeID, _ place: Place) -> Bool {
    let tree = files[place.file].tree
    var span = span(place, arm)
    if let outcome = tree.child(of: arm, kind: .outcome) { span.end = tree.start(of: tree.firstToken(of: outcome)) }
    return isDamaged(place, span)
  }

  private mutating func evaluateOtherwise(
    _ node: NodeID, in place: Place, _ blocks: [PathPattern], _ state: inout RoutesState
  ) {
    let tree = files[place.file].tree
    guard step(place, node, Evaluator.stepsPerRoute) else { return }
    let name = blocks.last.map { "otherwise in \($0)" } ?? "otherwise"
    let span = armSpan(node, place)
    note(name, span, place, &state)
    guard let view = OtherwiseView(tree, node), let outcome = view.outcome,
      let (result, policy) = evaluateOutcome(
        outcome, in: place, captures: CaptureScope(predicate: .always, blocks: blocks), state.routeProtocol)
    else {
      damagedRoutes.insert(name)
      return
    }
    if policy.isOfTunnel {
      reportOtherwiseOfTunnel(place, at: span)
      damagedRoutes.insert(name)
      return
    }
    state.arms.append(
      RouteArm(
        name: name, blocks: blocks, predicate: .always, outcome: result, policy: policy,
        origin: Origin(span, through: place.application),
        statement: place.application == nil ? tree.span(of: node) : nil))
  }

  private mutating func evaluateUnder(
    _ node: NodeID, in place: Place, _ blocks: [PathPattern], _ state: inout RoutesState
  ) {
    let tree = files[place.file].tree
    // The routes of a block whose path is not understood are not looked at.
    var isEntered = false
    defer { if !isEntered { lacksRoutes = true } }
    guard let view = UnderView(tree, node), let expression = view.predicate, let body = view.body else { return }
    if let label = view.label { note(tree.string(of: label), tree.span(of: label), place, &state) }
    if state.routeProtocol != .http {
      state.isUnclear = true
      report(
        .notOfThisProtocol, "`under` asks for a path, which \(state.routeProtocol.units) do not have", place,
        expression, help: state.routeProtocol.knownFields)
      return
    }
    var pathNode = expression
    if tree.kind(of: expression) == .requestField, tree.symbol(of: expression) == words.path,
      let operand = tree.child(of: expression, at: 1)
    {
      pathNode = operand
    }
    guard isPath(pathNode, tree) else {
      report(
        .badUnder, "`under` takes a path that is open at its end, such as `/api/**`", place, expression)
      return
    }
    guard let pattern = evaluate(pathNode, as: .path, in: place)?.path else {
      if isAbstract { evaluateArms(body, in: place, blocks: blocks, &state) }
      return
    }
    if pattern.tail == .exact {
      let open = PathPattern(segments: pattern.segments, tail: .subtree).description
      report(
        .badUnder, "`\(pattern)` is one path: nothing is under it", place, expression,
        help: "write `under \(open)`",
        fixes: [FixIt("write `\(open)`", [TextEdit(span(place, pathNode), replacement: open)])])
      return
    }
    if let block = blocks.last(where: { !$0.mayMeet(pattern) }) {
      report(
        .pathOutsideBlock, "`\(pattern)` lies outside `under \(block)`: no request can match both", place, expression,
        help: "paths in a block are written whole")
    }
    isEntered = true
    evaluateArms(body, in: place, blocks: blocks + [pattern], &state)
  }

  /// Whether a node is written as a path, or as an expression that may be one.
  private func isPath(_ node: NodeID, _ tree: SyntaxTree) -> Bool {
    switch tree.kind(of: node) {
    case .literal: tree.kind(of: tree.firstToken(of: node)) == .path
    case .name, .dottedName, .parenthesized: true
    default: false
    }
  }

  /// The path with the block's before it, where the block's is plain.
  private func lengthened(
    _ path: PathPattern, below block: PathPattern, _ expression: NodeID, _ place: Place
  ) -> [FixIt] {
    guard block.captures.isEmpty, block.tail == .subtree else { return [] }
    let written = path.description
    let whole = PathPattern(segments: block.segments, tail: .exact).description + written
    return rewriting(written, in: span(place, expression), as: whole, place)
  }

  private mutating func note(_ name: String, _ span: SourceSpan, _ place: Place, _ state: inout RoutesState) {
    if let first = state.names[name] {
      report(
        .repeatedRouteName, "a route named `\(name)` exists already in these routes", place, at: span,
        label: "named again", secondary: [Annotation(first, "first named here")],
        fixes: renaming(name, span, state, place))
    } else {
      state.names[name] = span
    }
  }

  /// The name, or the name with a number, that no route has yet.
  private func unusedName(_ name: String, _ state: RoutesState) -> String {
    if state.names[name] == nil { return name }
    var number = 2
    while state.names["\(name)-\(number)"] != nil { number += 1 }
    return "\(name)-\(number)"
  }

  private func renaming(_ name: String, _ span: SourceSpan, _ state: RoutesState, _ place: Place) -> [FixIt] {
    files[place.file].tree.string(in: span) == name ? [replacing(span, by: unusedName(name, state))] : []
  }

  // MARK: Absence

  /// Whether the predicate is made of nothing but negated comparisons of what may be absent. `not … exists` says it
  /// outright and is none of these.
  static func isNegatedAbsence(_ predicate: Predicate) -> Bool {
    switch predicate {
    case .not(let inner): mayBeAbsent(inner)
    case .all(let parts), .any(let parts): parts.allSatisfy { isNegatedAbsence($0) }
    default: false
    }
  }

  private static func mayBeAbsent(_ predicate: Predicate) -> Bool {
    switch predicate {
    case .text(_, .exists), .tls(TLSVersion.allCases): false
    // Of a server name nothing asks whether it is there: `not sni …` is the way to say both.
    case .text, .country, .autonomousSystem, .cohort, .tls: true
    case .all(let parts), .any(let parts): parts.allSatisfy { mayBeAbsent($0) }
    default: false
    }
  }

  // MARK: Paths

  /// The paths of which one must match wherever the predicate holds.
  static func paths(_ predicate: Predicate) -> [PathPattern] {
    switch predicate {
    case .path(let patterns): patterns
    case .all(let parts): parts.flatMap { paths($0) }
    default: []
    }
  }
}

/// Where the captures of an outcome come from.
struct CaptureScope {
  var predicate: Predicate
  var blocks: [PathPattern]

  /// Names that the outcome may use: captures of the blocks, and of the one path that must match.
  var names: [String] {
    var names = blocks.flatMap(\.captures)
    var parts = [predicate]
    if case .all(let inner) = predicate { parts = inner }
    for case .path(let patterns) in parts where patterns.count == 1 { names += patterns[0].captures }
    return names
  }
}

extension PathPattern {
  /// Whether some path may match both; a cheap test on the segments that both fix.
  func mayMeet(_ other: PathPattern) -> Bool {
    for (left, right) in zip(segments, other.segments) where !left.mayMeet(right) { return false }
    if segments.count > other.segments.count { return other.tail != .exact }
    if other.segments.count > segments.count { return tail != .exact }
    return true
  }
}
