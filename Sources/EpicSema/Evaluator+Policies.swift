import EpicBase
import EpicDiagnostics
import EpicIR
import EpicSyntax

/// `policy`: requirements on evaluated declarations. The platform's bind all, a tenant's its own.
extension Evaluator {
  mutating func evaluatePolicy(_ node: NodeID, in place: Place) {
    guard let (name, body) = headOfTest(node, .policy, place) else { return }
    let tree = files[place.file].tree
    recordEvaluated(body, place)
    var asked = 0
    var isWhole = true
    var count = 0
    for child in tree.children(of: body) {
      guard step(place, child) else { return }
      guard let view = QuantifierView(tree, child) else {
        isWhole = false
        if tree.kind(of: child) != .unexpected { reportMisplaced(child, place, "in a policy") }
        continue
      }
      count += 1
      if let number = evaluateQuantifier(view, name, place) { asked += number } else { isWhole = false }
    }
    if count == 0 && isWhole {
      if isDamaged(place, span(place, node)) { return }
      report(
        .badRequirement, "the policy requires nothing", place, at: headSpan(place, node),
        help: "write `for every ingress i: require i.tls.min >= 1.2 else \"…\"`")
      return
    }
    guard isWhole else { return }
    program.policies.append(
      PolicyRecord(
        name: name, package: packages[fileStates[place.file].package].path, asked: asked,
        origin: Origin(headSpan(place, node), through: place.application)))
  }

  /// Asks every declaration that is meant; how many those are, or nil with a diagnostic.
  private mutating func evaluateQuantifier(_ view: QuantifierView, _ policy: String, _ place: Place) -> Int? {
    let tree = files[place.file].tree
    if isDamaged(place, span(place, view.node)) { return nil }
    guard let subject = view.subject, let kind = policyKind(subject, view, place) else { return nil }
    guard let variable = view.variable, let symbol = tree.symbol(of: variable), let requirement = view.requirement,
      let expression = view.predicate, let message = view.message
    else {
      report(
        .badRequirement, "a policy's `for every` names a variable and requires something of it", place, view.node,
        help: "`for every \(kind.keyword) x: require … else \"what is wrong\"`")
      return nil
    }
    guard let compiled = self.requirement(expression, text(symbol), kind, place),
      let parts = messageParts(message, text(symbol), kind, place)
    else { return nil }
    let span = span(place, requirement)
    var asked = 0
    for declaration in program.declarations(of: kind) {
      guard place.owner < 0 || declaration.identity.tenant == program.tenants[place.owner].name else { continue }
      guard step(place, view.node, declaration.fields.count + 1) else { return nil }
      asked += 1
      if declaration.isUnclear || !declaration.broken.isEmpty { continue }
      guard let culprit = compiled.culprit(declaration) else { continue }
      report(declaration, culprit, policy, parts, span)
    }
    return asked
  }

  private mutating func report(
    _ declaration: EvaluatedDeclaration, _ culprit: Origin, _ policy: String, _ parts: [MessagePart], _ span: SourceSpan
  ) {
    if isExhausted { return }
    let message = parts.reduce(into: "") { $0 += $1.text(declaration) }
    var secondary = [Annotation(span, "required by policy `\(policy)`")]
    if culprit.span != declaration.origin.span {
      secondary.append(Annotation(declaration.nameSpan, "of this \(declaration.kind.keyword)"))
    }
    if let application = culprit.application { secondary.append(Annotation(application, "through this use")) }
    sink.report(
      Diagnostic(
        .policyViolated, "\(declaration.kind.keyword) `\(declaration.identity.nameInPackage)`: \(message)",
        at: culprit.span,
        secondary: secondary))
  }

  private mutating func policyKind(_ subject: NodeID, _ view: QuantifierView, _ place: Place) -> DeclarationKind? {
    let word = files[place.file].tree.string(of: subject)
    if word == "request" {
      reportNotBuilt("`for every request`", place, view.node)
      return nil
    }
    let kinds = DeclarationKind.allCases.filter { FieldContext($0) != nil }
    if let kind = kinds.first(where: { $0.keyword == word }) { return kind }
    let suggestion = nearest(word, kinds.map(\.keyword))
    report(
      .unknownPolicyKind, "policies do not ask every `\(word)`", place, subject,
      help: suggestion.map { "did you mean `\($0)`?" } ?? "they ask \(kinds.map { "`\($0.keyword)`" }.joinedAsList)",
      fixes: suggestion.map { [FixIt("write `\($0)`", [TextEdit(span(place, subject), replacement: $0)])] } ?? [])
    return nil
  }

  // MARK: Requirements

  private mutating func requirement(
    _ node: NodeID, _ variable: String, _ kind: DeclarationKind, _ place: Place
  ) -> Requirement? {
    defer { depth -= 1 }
    guard enter(place, node, .predicateTooDeep) else { return nil }
    let tree = files[place.file].tree
    switch tree.expression(node) {
    case .group(let inner): return requirement(inner, variable, kind, place)
    case .not(let inner): return requirement(inner, variable, kind, place).map { .not($0) }
    case .and(let parts): return requirements(parts, variable, kind, place).map { .all($0) }
    case .or(let parts): return requirements(parts, variable, kind, place).map { .any($0) }
    case .implies(let premise, let conclusion):
      guard let first = requirement(premise, variable, kind, place),
        let second = requirement(conclusion, variable, kind, place)
      else { return nil }
      return .any([.not(first), second])
    case .comparison(let comparator, let left, let right):
      return comparison(comparator, left, right, variable, kind, place)
    case .reservedWord(let token) where tree.kind(of: token) == .keywordTrue: return .constant(true)
    case .reservedWord(let token) where tree.kind(of: token) == .keywordFalse: return .constant(false)
    case .broken: return nil
    default:
      report(
        .badRequirement, "`\(text(place, node))` is neither true nor false", place, node,
        help: "compare a member: `\(variable).name is …`, `\(variable).name exists`")
      return nil
    }
  }

  private mutating func requirements(
    _ nodes: [NodeID], _ variable: String, _ kind: DeclarationKind, _ place: Place
  ) -> [Requirement]? {
    var parts: [Requirement] = []
    for node in nodes {
      if let part = requirement(node, variable, kind, place) { parts.append(part) }
    }
    return parts.count == nodes.count ? parts : nil
  }

  private mutating func comparison(
    _ comparator: ExpressionView.Comparator, _ left: NodeID, _ right: NodeID?, _ variable: String,
    _ kind: DeclarationKind, _ place: Place
  ) -> Requirement? {
    let written = files[place.file].tree.string(of: left)
    guard let subject = subject(written, span(place, left), variable, kind, place) else { return nil }
    guard let right else { return .exists(subject) }
    if case .statement = subject {
      report(
        .badRequirement, "`\(written)` is a statement, and has no value of its own", place, left,
        help: "write `\(written) exists`, or name a value behind its words")
      return nil
    }
    switch comparator {
    case .matches:
      report(
        .badRequirement, "`matches` asks requests: it is not decided at compile time", place, right,
        help: "write `is`, `in` or `starts`")
      return nil
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard Evaluator.isOrderedMember(subject.type) else {
        report(.badRequirement, "`\(written)` has no order: it is \(subject.type.phrase)", place, left)
        return nil
      }
      return evaluate(right, as: subject.type, in: place).map { .compare(subject, comparator, [$0]) }
    case .isIn, .notIn:
      guard let list = evaluate(right, as: .list(subject.type), in: place)?.list else { return nil }
      return comparator == .isIn ? .compare(subject, .isIn, list) : .not(.compare(subject, .isIn, list))
    case .starts: return evaluate(right, as: .text, in: place).map { .compare(subject, .starts, [$0]) }
    default:
      guard let value = evaluate(right, as: subject.type, in: place) else { return nil }
      return comparator == .is ? .compare(subject, .is, [value]) : .not(.compare(subject, .is, [value]))
    }
  }

  private static func isOrderedMember(_ type: ValueType) -> Bool {
    switch type {
    case .integer, .port, .duration, .size, .bandwidth, .percentage, .version: true
    default: false
    }
  }

  /// What a dotted name that starts with the variable means. Nil with a diagnostic.
  private mutating func subject(
    _ written: String, _ span: SourceSpan, _ variable: String, _ kind: DeclarationKind, _ place: Place
  ) -> Requirement.Subject? {
    let words = written.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard words.first == variable, words.count > 1 else {
      report(
        .badRequirement, "`\(written)` is no member of `\(variable)`", place, at: span,
        help: "the member stands on the left: `\(variable).name`")
      return nil
    }
    let path = Array(words.dropFirst())
    // What every declaration has wins over the last word of a longer name: `name` is no cookie of `balance`.
    if path.count == 1, PolicyMembers.identity.contains(path[0]),
      !PolicyMembers.members(of: kind).contains(where: { $0.path == path })
    {
      return .identity(path[0])
    }
    if let found = PolicyMembers.find(path, of: kind) { return .member(found.member, key: found.key) }
    let statements = PolicyMembers.statements(path, of: kind)
    if !statements.isEmpty { return .statement(statements) }
    let name = path.joined(separator: ".")
    let suggestion = nearest(name, PolicyMembers.names(of: kind))
    report(
      .unknownPolicyMember, "\(kind.phrase) has no member `\(name)`", place, at: span,
      help: suggestion.map { "did you mean `\($0)`?" }
        ?? "a member's name is the words that stand before its value, such as `timeout.request`",
      fixes: suggestion.map { [FixIt("write `\(variable).\($0)`", [TextEdit(span, replacement: "\(variable).\($0)")])] }
        ?? [])
    return nil
  }

  // MARK: Messages

  /// A part of a requirement's message.
  private enum MessagePart {
    case text(String)
    case subject(Requirement.Subject)

    func text(_ declaration: EvaluatedDeclaration) -> String {
      switch self {
      case .text(let text): return text
      case .subject(.identity("name")): return declaration.identity.nameInPackage
      case .subject(let subject):
        let values = subject.values(of: declaration).map { $0.value.messageText }
        return values.isEmpty ? "nothing" : values.joined(separator: ", ")
      }
    }
  }

  private mutating func messageParts(
    _ token: TokenID, _ variable: String, _ kind: DeclarationKind, _ place: Place
  ) -> [MessagePart]? {
    var parts: [MessagePart] = []
    let tree = files[place.file].tree
    for part in tree.stringParts(token) {
      switch part {
      case .text(let text): parts.append(.text(text))
      case .interpolation(let name):
        guard let subject = subject(name, tree.span(of: token), variable, kind, place) else { return nil }
        parts.append(.subject(subject))
      }
    }
    return parts
  }
}

extension Value {
  /// The value in a message.
  fileprivate var messageText: String {
    switch self {
    case .boolean(let value): String(value)
    case .percentage(let value): value.description
    case .size(let value): "\(value)"
    case .rate(let value): value.description
    case .bandwidth(let value): "\(value)"
    case .asNumber(let value): value.description
    case .community(let value): value.description
    case .status(let value): value.description
    case .range(let value): value.description
    case .endpoint(let value): value.description
    case .secret(let value): value.name
    default: plainText ?? "…"
    }
  }
}
