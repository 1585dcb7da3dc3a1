import EpicBase
import EpicDiagnostics
import EpicIR
import EpicSyntax

/// Abstract evaluation: text that no value leads to, evaluated for any values of its variables. A template that nobody
/// applies and the branch of an `if` that is not taken are text like any other, and are wrong in what no value could make
/// right: words, literals, types, names. Nothing comes of it but diagnostics. A condition goes both ways, a loop takes one
/// turn, and whatever needs a variable's value has none, silently. Each text is evaluated so once, which keeps it linear.
extension Evaluator {
  /// Evaluates a node abstractly, once, unless it is a part of a template: those are evaluated as wholes at the end, when
  /// it is known what no application led to.
  mutating func consider(_ node: NodeID, in place: Place, _ look: (inout Evaluator, NodeID, Place) -> Void) {
    if !isAbstract {
      if let template = activeTemplates.last {
        partlyAppliedTemplates.insert(template)
        return
      }
      guard considered.insert(BranchKey(file: place.file, node: node, holds: true)).inserted else { return }
    }
    abstractly(in: place) { look(&$0, node, $1) }
  }

  /// Evaluates by `look`, and lets go of everything but the diagnostics. Editors are told nothing: what is skipped here has
  /// names as well.
  private mutating func abstractly(in place: Place, _ look: (inout Evaluator, Place) -> Void) {
    var place = place
    place.application = nil
    if isAbstract {
      look(&self, place)
      return
    }
    let mark = scopeMark
    let names = recorder
    recorder = nil
    isAbstract = true
    abstractLets = lets.count
    look(&self, place)
    isAbstract = false
    recorder = names
    release(to: mark)
  }

  // MARK: Templates

  /// Evaluates the templates of which there is something that no application led to.
  mutating func considerTemplates() {
    for index in templates.indices where !appliedTemplates.contains(index) || partlyAppliedTemplates.contains(index) {
      let state = templates[index]
      guard let view = TemplateView(files[state.file].tree, state.node) else { continue }
      var place = Place(file: state.file)
      guard step(place, state.node, Evaluator.stepsPerInstance) else { return }
      place.owner = textOwner(place)
      activeTemplates.append(index)
      abstractly(in: place) { $0.consider(index, view, $1) }
      activeTemplates.removeLast()
    }
  }

  private mutating func consider(_ index: Int, _ view: TemplateView, _ place: Place) {
    var place = place
    place.frame = frames.count
    frames.append(Frame(parent: -1))
    let parameters = parameters(of: index)
    for parameter in parameters {
      if let node = parameter.defaultValue { _ = evaluate(node, as: parameter.type, in: place) }
      frames[place.frame].add(parameter.name, .unknown(parameter.type), at: parameter.nameSpan)
    }
    // What the parameters lack was reported.
    for parameter in view.parameters {
      guard let name = parameter.name, let symbol = view.tree.symbol(of: name),
        frames[place.frame][symbol] == nil
      else { continue }
      frames[place.frame].add(symbol, .unknown(nil), at: span(place, name))
    }
    guard let header = header(view, of: index, place), let context = FieldContext(header.kind) else { return }
    var body = BodyState(context: context)
    body.isTemplate = true
    for base in header.bases { _ = applyTemplate(base, for: header.kind, in: place, &body) }
    if let statements = view.body { evaluateBody(statements, in: place, &body) }
  }

  /// Checks that a template may be made from another: its statements are looked at where it stands itself.
  mutating func considerBase(_ index: Int, _ node: NodeID, for kind: DeclarationKind, in place: Place) {
    _ = bindParameters(of: index, node, place)
    let state = templates[index]
    guard let view = TemplateView(files[state.file].tree, state.node),
      let header = header(view, of: index, Place(file: state.file, owner: place.owner)), header.kind != kind
    else { return }
    reportTemplateKind(of: index, header, kind, node, place)
  }

  // MARK: Declarations

  /// Notes a branch of a file that is not taken, and the names that it would declare.
  mutating func postpone(_ body: NodeID, in place: Place) {
    untaken.append((body, place))
    noteConditional(body, files[place.file].tree)
  }

  private mutating func noteConditional(_ body: NodeID, _ tree: SyntaxTree) {
    for child in tree.children(of: body) {
      let node = tree.kind(of: child) == .export ? NodeID(child.rawValue + 1) : child
      switch tree.kind(of: node) {
      case .letStatement: note(LetView(tree, node)?.name, .constant, tree)
      case .template: note(TemplateView(tree, node)?.name, .template, tree)
      case .ifStatement, .body: noteConditional(node, tree)
      case .forStatement: if let inner = ForView(tree, node)?.body { noteConditional(inner, tree) }
      case .statement:
        guard let statement = StatementView(tree, node), let kind = statement.keyword.flatMap({ words.kinds[$0] })
        else {
          continue
        }
        var arguments = statement.arguments
        guard let name = arguments.next() else { continue }
        note(tree.kind(of: name) == .index ? NodeID(name.rawValue + 1) : name, .kind(kind), tree)
      default: break
      }
    }
  }

  private mutating func note(_ name: NodeID?, _ space: NameSpace, _ tree: SyntaxTree) {
    if let symbol = name.flatMap({ tree.symbol(of: $0) }) { conditionalNames.insert(space.key(symbol)) }
  }

  /// Evaluates the branches of files that are not taken.
  mutating func considerDeclarations() {
    for (body, place) in untaken {
      abstractly(in: place) { $0.considerDeclarations(body, in: $1) }
    }
  }

  private mutating func considerDeclarations(_ body: NodeID, in place: Place) {
    let tree = files[place.file].tree
    for child in tree.children(of: body) {
      guard step(place, child) else { return }
      let node = tree.kind(of: child) == .export ? NodeID(child.rawValue + 1) : child
      switch tree.kind(of: node) {
      case .statement: considerDeclaration(node, in: place)
      case .ifStatement:
        evaluateIf(node, in: place, { _, _, _ in }, untaken: { $0.considerDeclarations($1, in: $2) })
      case .forStatement: evaluateFor(node, in: place) { $0.considerDeclarations($1, in: $2) }
      default: break
      }
    }
  }

  private mutating func considerDeclaration(_ node: NodeID, in place: Place) {
    let tree = files[place.file].tree
    guard let view = StatementView(tree, node), let keyword = view.keyword, tree.kind(of: view.head) == .name,
      PendingTest.Kind(text(keyword)) == nil, text(keyword) != "envoy"
    else { return }
    guard let kind = words.kinds[keyword] else {
      reportUnknownDeclaration(node, place)
      return
    }
    guard step(place, node, Evaluator.stepsPerInstance) else { return }
    var place = place
    place.owner = textOwner(place)
    guard let context = FieldContext(kind) else {
      guard let routeProtocol = routeProtocol(view, place), let body = view.body else { return }
      var state = RoutesState(routeProtocol: routeProtocol)
      evaluateArms(body, in: place, blocks: [], &state)
      return
    }
    var body = BodyState(context: context)
    _ = evaluateHeader(view, kind, place, &body)
    if let statements = view.body { evaluateBody(statements, in: place, &body) }
    finish(&body, node, place)
  }

  // MARK: Bodies

  /// Evaluates routes of which it is not known whether they are there.
  mutating func evaluateAnyArms(
    _ body: NodeID, in place: Place, _ blocks: [PathPattern], _ routeProtocol: RouteProtocol
  ) {
    var state = RoutesState(routeProtocol: routeProtocol)
    var otherwise: SourceSpan?
    evaluateArmItems(body, in: place, blocks: blocks, &otherwise, &state)
  }

  /// Evaluates the body of a loop once, for any element of its list.
  mutating func evaluateAnyTurn(
    of body: NodeID, over list: NodeID, _ symbol: Symbol, _ name: NodeID, in place: Place,
    _ turn: (inout Evaluator, NodeID, Place) -> Void
  ) {
    if isDamaged(place, span(place, list)) { return }
    var element: ValueType?
    if let type = declaredType(list, place) {
      guard case .list(let inner) = type else {
        reportMismatch(.list(.name), of: type, list, place)
        return
      }
      element = inner
    } else if let value = evaluateList(list, in: place), value.list == nil {
      reportMismatch(.list(.name), value, list, place)
      return
    }
    guard step(place, body, Evaluator.stepsPerScope) else { return }
    var inner = place
    inner.frame = frames.count
    var frame = Frame(parent: place.frame, isLoop: true)
    frame.add(symbol, .unknown(element), at: span(place, name))
    frames.append(frame)
    turn(&self, body, inner)
  }

  // MARK: Values

  /// A variable's value where any value is meant. There is none, unless nothing unknown is in it; that a value of its type
  /// can never stand there is reported.
  mutating func anyValue(
    of variable: Frame.Variable, as type: ValueType?, _ node: NodeID, _ place: Place
  ) -> Value? {
    if case .binding(let index) = variable {
      return index < abstractLets ? nil : constant(index, as: type, node, place)
    }
    if let type, let declared = variable.type, !declared.mayBecome(type) {
      reportMismatch(type, of: declared, node, place)
    }
    return nil
  }

  private mutating func reportMismatch(_ type: ValueType, of declared: ValueType, _ node: NodeID, _ place: Place) {
    report(
      .typeMismatch, "\(type.phrase) is expected, `\(text(place, node))` is \(declared.phrase)", place, node)
  }

  /// Checks a comparison with a variable of a known type.
  mutating func compare(
    _ comparator: ExpressionView.Comparator, _ left: NodeID, of type: ValueType, _ right: NodeID?, _ node: NodeID,
    _ place: Place
  ) {
    guard let right else {
      report(.badCondition, "`exists` asks the request: it is not known at compile time", place, node)
      return
    }
    let isComparable: Bool
    switch comparator {
    case .is, .isNot, .isIn, .notIn: isComparable = true
    case .starts: isComparable = type.mayBecome(.text)
    case .less, .lessOrEqual, .greater, .greaterOrEqual: isComparable = Evaluator.isCompared(type)
    default: isComparable = false
    }
    guard isComparable else {
      report(
        .badCondition, "`\(text(place, left))` is \(type.phrase), which `\(spelling(comparator))` does not compare",
        place,
        node)
      return
    }
    switch comparator {
    case .isIn, .notIn: _ = evaluate(right, as: .list(type), in: place)
    default: _ = evaluate(right, as: type, in: place)
    }
  }

  /// Whether `order` knows which of two values of the type is less.
  private static func isCompared(_ type: ValueType) -> Bool {
    switch type {
    case .integer, .port, .duration, .size, .bandwidth, .percentage, .version: true
    default: false
    }
  }
}

extension Frame.Variable {
  /// The declared type, where there is one.
  var type: ValueType? {
    switch self {
    case .value(_, let type), .unknown(let type): type
    case .binding: nil
    }
  }
}

extension ValueType {
  /// Whether some value of the type may stand where the other is expected (`Evaluator.coerce`).
  func mayBecome(_ type: ValueType) -> Bool {
    if self == type { return true }
    switch (self, type) {
    case (.list(let left), .list(let right)): return left.mayBecome(right)
    case (.word(let left), .word(let right)): return left.contains { right.contains($0) }
    case (.integer, .port), (.integer, .decimal), (.integer, .status), (.port, .integer), (.port, .decimal),
      (.port, .status):
      return true
    case (.textOrData, .data), (.data, .textOrData): return true
    case (.host, .hostName), (.host, .server), (.host, .reach), (.hostName, .host), (.hostName, .server),
      (.hostName, .reach):
      return true
    case (.address, .range), (.address, .reach), (.address, .network), (.address, .server): return true
    case (.prefix, .range), (.prefix, .reach), (.prefix, .network): return true
    case (.network, .prefix), (.network, .range), (.network, .reach): return true
    case (.range, .reach), (.reach, .range), (.reach, .host), (.reach, .hostName), (.reach, .server): return true
    case (.endpoint, .server), (.server, .endpoint): return true
    case (.url, .target), (.path, .target): return true
    default:
      if isText { return type.takesText }
      if isWord { return type.takesWord }
      return false
    }
  }

  /// Whether values of the type are strings.
  private var isText: Bool {
    switch self {
    case .text, .textOrData, .target: true
    default: false
    }
  }

  private var takesText: Bool {
    switch self {
    case .text, .textOrData, .template, .name, .headerName, .routeName, .target, .word, .reference: true
    default: false
    }
  }

  /// Whether values of the type are words.
  private var isWord: Bool {
    switch self {
    case .word, .name, .headerName, .method, .country, .package, .routeName: true
    default: false
    }
  }

  private var takesWord: Bool {
    switch self {
    case .word, .name, .headerName, .method, .country, .package, .routeName, .reference: true
    default: false
    }
  }
}
