import EpicBase
import EpicDiagnostics
import EpicIR
import EpicSyntax

/// `let`, `if` and `for`: all at compile time.
extension Evaluator {
  /// Expands the `if` and `for` statements of files. What they declare may itself hold such statements.
  mutating func expandPending() {
    var next = 0
    while next < pending.count {
      let expansion = pending[next]
      next += 1
      let tree = files[expansion.place.file].tree
      let body: (inout Evaluator, NodeID, Place) -> Void = { evaluator, node, place in
        evaluator.recordEvaluated(node, place)
        for child in tree.children(of: node) {
          guard evaluator.step(place, child) else { return }
          evaluator.collect(child, in: place, isExported: expansion.isExported, isNested: true)
        }
      }
      if tree.kind(of: expansion.node) == .ifStatement {
        evaluateIf(expansion.node, in: expansion.place, body) { $0.postpone($1, in: $2) }
      } else {
        evaluateFor(expansion.node, in: expansion.place, body)
      }
    }
    pending = []
  }

  /// Evaluates the chosen branch, if there is one. `untaken` evaluates the others abstractly: all of them in an abstract
  /// evaluation.
  mutating func evaluateIf(
    _ node: NodeID, in place: Place, _ branch: (inout Evaluator, NodeID, Place) -> Void,
    untaken: (inout Evaluator, NodeID, Place) -> Void
  ) {
    let tree = files[place.file].tree
    var node = node
    var isDecided = isAbstract
    while let view = IfView(tree, node), let condition = view.condition {
      var holds = false
      if isDecided {
        consider(condition, in: place) { _ = $0.evaluateCondition($1, in: $2) }
      } else {
        guard let truth = evaluateCondition(condition, in: place) else { return }
        takenBranches.insert(BranchKey(file: place.file, node: node, holds: truth))
        holds = truth
      }
      if let body = view.body {
        if holds { branch(&self, body, place) } else { consider(body, in: place, untaken) }
      }
      isDecided = isDecided || holds
      guard let otherwise = view.otherwise else { return }
      if tree.kind(of: otherwise) == .body {
        if isDecided { consider(otherwise, in: place, untaken) } else { branch(&self, otherwise, place) }
        return
      }
      node = otherwise
    }
  }

  /// Evaluates the body once for each element of the list.
  mutating func evaluateFor(
    _ node: NodeID, in place: Place, _ turn: (inout Evaluator, NodeID, Place) -> Void
  ) {
    let tree = files[place.file].tree
    guard let view = ForView(tree, node), let name = view.variable, let symbol = tree.symbol(of: name),
      let listNode = view.list, let body = view.body
    else { return }
    if isAbstract {
      evaluateAnyTurn(of: body, over: listNode, symbol, name, in: place, turn)
      return
    }
    let isBroken = isDamaged(place, span(place, listNode))
    let (evaluated, height) = measured { isBroken ? nil : $0.evaluateList(listNode, in: place) }
    guard let value = evaluated else {
      // What the turns would declare is lost.
      for child in tree.children(of: body) { lose(child, place) }
      return
    }
    guard pay(for: value, place, listNode), climb(height, place, listNode) else { return }
    guard let elements = value.list else {
      reportMismatch(.list(.name), value, listNode, place)
      return
    }
    if elements.isEmpty {
      report(
        .emptySelection, "`for` over an empty list declares nothing", place, listNode,
        fixes: [removing(node, place, "take the loop out")])
      return
    }
    recordDeclared(.variable, symbol, name, place)
    // The elements' own spans say which turn a mistake is of, where the list is written in place.
    var spans: [SourceSpan] = []
    if tree.kind(of: listNode) == .list {
      for child in tree.children(of: listNode) where tree.kind(of: child) != .unexpected {
        spans.append(tree.span(of: child))
      }
    }
    for (index, element) in elements.enumerated() {
      guard step(place, node, Evaluator.stepsPerScope) else { return }
      var inner = place
      inner.frame = frames.count
      inner.application = place.application ?? (index < spans.count ? spans[index] : span(place, listNode))
      let mark = scopeMark
      var frame = Frame(parent: place.frame, isLoop: true)
      frame.add(symbol, .value(element, nil), at: span(place, name))
      frame.height = height
      frames.append(frame)
      turn(&self, body, inner)
      release(to: mark)
    }
  }

  /// What a loop goes over. A list stands there, so that a name with dots is no host but an expression.
  mutating func evaluateList(_ node: NodeID, in place: Place) -> Value? {
    files[place.file].tree.kind(of: node) == .dottedName
      ? evaluateReference(node, as: nil, in: place) : evaluateNatural(node, in: place)
  }

  mutating func evaluateLocalLet(_ node: NodeID, _ place: inout Place, _ hasFrame: inout Bool) {
    guard step(place, node, Evaluator.stepsPerScope) else { return }
    let tree = files[place.file].tree
    guard let view = LetView(tree, node), let name = view.name, let symbol = tree.symbol(of: name),
      let value = view.value, !isDamaged(place, extent(node, place))
    else {
      loseLet(node, place)
      return
    }
    if hasFrame, frames[place.frame][symbol] != nil {
      report(.redefinition, "`\(text(symbol))` is already a constant of this body", place, name)
      return
    }
    let binding = lets.count
    lets.append(LetState(name: symbol, value: value, place: place, nameSpan: span(place, name)))
    if !hasFrame {
      frames.append(Frame(parent: place.frame))
      place.frame = frames.count - 1
      hasFrame = true
    }
    frames[place.frame].add(symbol, .binding(binding), at: span(place, name))
    recordDeclared(.variable, symbol, name, place)
  }

  // MARK: Conditions

  /// The truth of a condition; nil with a diagnostic if it is none at compile time.
  mutating func evaluateCondition(_ node: NodeID, in place: Place) -> Bool? {
    defer { depth -= 1 }
    guard enter(place, node), !isDamaged(place, span(place, node)) else { return nil }
    let tree = files[place.file].tree
    switch tree.expression(node) {
    case .group(let inner): return evaluateCondition(inner, in: place)
    case .not(let inner): return evaluateCondition(inner, in: place).map { !$0 }
    case .and(let parts):
      var result: Bool? = true
      for part in parts {
        let value = evaluateCondition(part, in: place)
        if value == nil, !isAbstract { return nil }
        result = result.flatMap { known in value.map { known && $0 } }
      }
      return result
    case .or(let parts):
      var result: Bool? = false
      for part in parts {
        let value = evaluateCondition(part, in: place)
        if value == nil, !isAbstract { return nil }
        result = result.flatMap { known in value.map { known || $0 } }
      }
      return result
    case .comparison(let comparator, let left, let right):
      return evaluateComparison(comparator, left, right, node, place)
    case .name, .reservedWord, .dottedName:
      if isAbstract, let type = declaredType(node, place), type != .boolean {
        report(
          .badCondition, "`\(text(place, node))` is \(type.phrase), neither true nor false", place, node)
        return nil
      }
      guard let value = evaluateReferenceOrWord(node, place) else { return nil }
      if let truth = value.boolean { return truth }
      report(.badCondition, "`\(text(place, node))` is \(value.phrase), neither true nor false", place, node)
      return nil
    case .broken: return nil
    default:
      report(
        .badCondition, "`\(text(place, node))` is not known at compile time", place, node,
        help: "`if` asks parameters and constants; `when` asks the request")
      return nil
    }
  }

  private mutating func evaluateReferenceOrWord(_ node: NodeID, _ place: Place) -> Value? {
    files[place.file].tree.kind(of: node) == .reservedWord
      ? evaluateNatural(node, in: place) : evaluateReference(node, as: nil, in: place)
  }

  private mutating func evaluateComparison(
    _ comparator: ExpressionView.Comparator, _ left: NodeID, _ right: NodeID?, _ node: NodeID, _ place: Place
  ) -> Bool? {
    let tree = files[place.file].tree
    guard let right else {
      report(.badCondition, "`exists` asks the request: it is not known at compile time", place, node)
      return nil
    }
    if isAbstract, let type = declaredType(left, place) {
      compare(comparator, left, of: type, right, node, place)
      return nil
    }
    let isReference = tree.kind(of: left) == .name || tree.kind(of: left) == .dottedName
    guard let leftValue = isReference ? evaluateReference(left, as: nil, in: place) : evaluateNatural(left, in: place)
    else { return nil }
    switch comparator {
    case .isIn, .notIn:
      guard let list = listOperand(right, like: left, leftValue, place), pay(for: .list(list), place, right) else {
        return nil
      }
      return list.contains(leftValue) == (comparator == .isIn)
    default: break
    }
    guard let rightValue = operand(right, like: left, leftValue, place), pay(for: leftValue, place, left),
      pay(for: rightValue, place, right)
    else { return nil }
    switch comparator {
    case .is: return leftValue == rightValue
    case .isNot: return leftValue != rightValue
    case .starts:
      if case .text(let text) = leftValue, case .text(let start) = rightValue { return text.hasPrefix(start) }
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      if let order = Evaluator.order(leftValue, rightValue) {
        switch comparator {
        case .less: return order < 0
        case .lessOrEqual: return order <= 0
        case .greater: return order > 0
        default: return order >= 0
        }
      }
    default: break
    }
    report(
      .badCondition, "\(leftValue.phrase) and \(rightValue.phrase) cannot be compared so", place, node)
    return nil
  }

  /// The declared type of a parameter that a comparison's left side names.
  mutating func declaredType(_ node: NodeID, _ place: Place) -> ValueType? {
    let tree = files[place.file].tree
    guard tree.kind(of: node) == .name, let symbol = tree.symbol(of: node) else { return nil }
    return variable(symbol, place)?.type
  }

  private mutating func operand(_ node: NodeID, like left: NodeID, _ value: Value, _ place: Place) -> Value? {
    if let type = declaredType(left, place) { return evaluate(node, as: type, in: place) }
    guard let right = evaluateNatural(node, in: place) else { return nil }
    switch (value, right) {
    case (.text, .word(let word)): return .text(word)
    case (.word, .text(let text)): return .word(text)
    default: return right
    }
  }

  private mutating func listOperand(_ node: NodeID, like left: NodeID, _ value: Value, _ place: Place) -> [Value]? {
    let tree = files[place.file].tree
    if let type = declaredType(left, place) { return evaluate(node, as: .list(type), in: place)?.list }
    let natural =
      tree.kind(of: node) == .list ? evaluateNatural(node, in: place) : evaluateReference(node, as: nil, in: place)
    guard let natural else { return nil }
    if let list = natural.list { return list }
    reportMismatch(.list(.name), natural, node, place)
    return nil
  }
}
