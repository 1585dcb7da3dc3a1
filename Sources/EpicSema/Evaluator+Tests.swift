import EpicBase
import EpicDiagnostics
import EpicIR
import EpicSyntax

/// A test or policy before it is evaluated.
struct PendingTest {
  enum Kind: String, CaseIterable {
    case test, cases, reject, policy

    init?(_ keyword: String) { self.init(rawValue: keyword) }
  }
  var kind: Kind
  var node: NodeID
  var place: Place
}

/// Who a test is: a policy and a test may share a name.
struct TestName: Hashable {
  var package: Int
  var kind: PendingTest.Kind
  var name: String
}

/// `test`, `cases` and `reject`: evaluated behind all declarations, checked, and handed on to be run.
extension Evaluator {
  mutating func collectTest(_ kind: PendingTest.Kind, _ node: NodeID, in place: Place) {
    guard step(place, node, Evaluator.stepsPerInstance) else { return }
    tests.append(PendingTest(kind: kind, node: node, place: place))
  }

  mutating func evaluateTests() {
    for test in tests {
      var place = test.place
      place.owner = textOwner(place)
      let mark = scopeMark
      switch test.kind {
      case .test: evaluateTest(test.node, in: place)
      case .cases: evaluateCases(test.node, in: place)
      case .reject: evaluateReject(test.node, in: place)
      case .policy: evaluatePolicy(test.node, in: place)
      }
      release(to: mark)
    }
  }

  // MARK: Heads

  /// The name of a test or policy, and its body; nil with a diagnostic.
  mutating func headOfTest(
    _ node: NodeID, _ kind: PendingTest.Kind, _ place: Place
  ) -> (name: String, body: NodeID)? {
    let tree = files[place.file].tree
    guard let view = StatementView(tree, node), !isHeadDamaged(node, place) else { return nil }
    var arguments = view.arguments
    guard let first = arguments.next(), arguments.next() == nil, view.outcome == nil, let body = view.body else {
      report(
        .badTestHead, "`\(kind.rawValue)` is written `\(kind.rawValue) \"what it shows\" { … }`", place,
        at: headSpan(place, node))
      return nil
    }
    if tree.kind(of: first) == .name {
      let word = text(place, first)
      report(
        .badTestHead, "the name of a \(kind.rawValue) is a string", place, first,
        fixes: [FixIt("write `\"\(word)\"`", [TextEdit(span(place, first), replacement: "\"\(word)\"")])])
      return nil
    }
    guard let name = evaluate(first, as: .text, in: place)?.text else { return nil }
    let key = TestName(package: fileStates[place.file].package, kind: kind, name: name)
    if let other = testNames[key] {
      report(
        .repeatedTestName, "the package has two \(kind == .test ? "tests" : "policies") `\(name)`", place, first,
        secondary: [Annotation(other, "the first is here")], fixes: numbering(key, first, place))
      return nil
    }
    testNames[key] = span(place, first)
    return (name, body)
  }

  /// The fix that puts a number behind a test's name, the first that is free.
  private func numbering(_ key: TestName, _ node: NodeID, _ place: Place) -> [FixIt] {
    guard text(place, node) == "\"\(key.name)\"" else { return [] }
    var number = 2
    while testNames[TestName(package: key.package, kind: key.kind, name: "\(key.name) \(number)")] != nil {
      number += 1
      // Somebody who has as many of one name generates them.
      if number > 99 { return [] }
    }
    return [replacing(span(place, node), by: "\"\(key.name) \(number)\"")]
  }

  private mutating func evaluateTest(_ node: NodeID, in place: Place) {
    guard let (name, body) = headOfTest(node, .test, place) else { return }
    add(name, body, Origin(headSpan(place, node), through: place.application), place)
  }

  /// Evaluates a test's body once and keeps what it asks.
  private mutating func add(_ name: String, _ node: NodeID, _ origin: Origin, _ place: Place) {
    var body = BodyState(context: .test)
    evaluateBody(node, in: place, &body)
    let statements = body.working.map(\.field)
    // What was not understood may be the request or the expectation that seems to be missing.
    guard let requests = requests(of: statements, isWhole: body.isWhole, origin, place), body.isWhole else { return }
    program.tests.append(
      RouteTest(
        name: name, package: packages[fileStates[place.file].package].path,
        tenant: place.owner >= 0 && place.owner < program.tenants.count ? program.tenants[place.owner].name : nil,
        requests: requests, origin: origin))
  }

  // MARK: Cases

  private mutating func evaluateCases(_ node: NodeID, in place: Place) {
    let tree = files[place.file].tree
    guard let view = CasesView(tree, node), let list = view.list, let body = view.body,
      !isDamaged(place, extent(node, place))
    else { return }
    guard case .list(let rows) = tree.expression(list), !rows.isEmpty else {
      report(
        .badCasesRow, "`cases` takes its rows from a list that is written out", place, list,
        help: "`cases (path, want) in [ (/a, b), (/c, d) ] { … }`")
      return
    }
    let columns = view.variables
    for row in rows {
      guard step(place, row, Evaluator.stepsPerScope) else { return }
      let values = Evaluator.elements(of: row, tree)
      guard values.count == columns.count else {
        report(
          .badCasesRow,
          "the row `\(text(place, row))` has \(values.count) value\(values.count == 1 ? "" : "s"), not"
            + " \(columns.count)", place, row,
          secondary: [Annotation(columns.reduce(span(place, columns[0])) { $0.union(span(place, $1)) }, "the columns")])
        continue
      }
      let mark = scopeMark
      var inner = place
      inner.frame = frames.count
      inner.application = place.application ?? span(place, row)
      var frame = Frame(parent: place.frame)
      for (column, value) in zip(columns, values) {
        guard let symbol = tree.symbol(of: column) else { continue }
        if frame[symbol] != nil {
          report(.redefinition, "`cases` has two columns `\(text(symbol))`", place, column)
          continue
        }
        // A column means what the place expects where it is used, as a `let` does.
        frame.add(symbol, .binding(lets.count), at: span(place, column))
        lets.append(LetState(name: symbol, value: value, place: place, nameSpan: span(place, column)))
        recordDeclared(.variable, symbol, column, place)
      }
      frames.append(frame)
      add("cases \(text(place, row))", body, Origin(headSpan(place, node), through: inner.application), inner)
      release(to: mark)
    }
  }

  private static func elements(of row: NodeID, _ tree: SyntaxTree) -> [NodeID] {
    switch tree.expression(row) {
    case .tuple(let values): values
    case .group(let value): [value]
    default: [row]
    }
  }

  // MARK: Reject

  private mutating func evaluateReject(_ node: NodeID, in place: Place) {
    let tree = files[place.file].tree
    guard let view = StatementView(tree, node), !isHeadDamaged(node, place) else { return }
    var arguments = view.arguments
    guard let code = arguments.next(), tree.kind(of: code) == .name, arguments.next() == nil, view.outcome == nil,
      let body = view.body
    else {
      report(
        .badTestHead, "`reject` is written `reject CODE { … }`", place, at: headSpan(place, node),
        help: "`reject E0407 { routes r { … } }`")
      return
    }
    guard place.frame < 0 else {
      reportMisplaced(node, place, "inside `if` or `for`")
      return
    }
    if program.rejects.count == Limits.rejects {
      report(
        .tooManyRejects, "the workspace has more than \(Limits.rejects) `reject` declarations", place,
        at: headSpan(place, node), help: "each is a compilation of its own: keep those that guard a mistake worth it")
    }
    if program.rejects.count >= Limits.rejects { return }
    var inner = span(place, body)
    inner.start += 1
    inner.end = max(inner.start, inner.end - 1)
    program.rejects.append(
      RejectTest(
        code: tree.string(of: code), codeSpan: span(place, code), body: inner,
        package: packages[fileStates[place.file].package].path, origin: Origin(headSpan(place, node))))
  }
}
