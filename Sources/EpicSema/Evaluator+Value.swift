import EpicBase
import EpicDiagnostics
import EpicIR
import EpicSyntax

/// Values by the type that their place expects.
extension Evaluator {
  /// The value of a node where `type` is expected. Nil with a diagnostic.
  mutating func evaluate(_ node: NodeID, as type: ValueType, in place: Place) -> Value? {
    defer { depth -= 1 }
    guard enter(place, node) else { return nil }
    let tree = files[place.file].tree
    switch tree.kind(of: node) {
    case .literal: return literal(tree.firstToken(of: node), as: type, node, place)
    case .name: return name(node, as: type, in: place)
    case .dottedName: return dottedName(node, as: type, in: place)
    case .reservedWord: return reservedWord(node, as: type, in: place)
    case .parenthesized:
      guard let inner = tree.child(of: node, at: 0), tree.next(after: inner) == tree.next(after: node) else {
        reportMismatch(type, node, place)
        return nil
      }
      if case .reference(let kind) = type { return resolve(kind, node, place).map { .declaration($0) } }
      guard let value = evaluateReference(inner, as: type, in: place) else { return nil }
      return coerce(value, to: type, node, place)
    case .index:
      guard case .reference(let kind) = type else { break }
      return resolve(kind, node, place).map { .declaration($0) }
    case .list:
      guard case .list(let element) = type else { break }
      return list(node, of: element, in: place)
    case .data:
      guard type == .data || type == .textOrData else { break }
      return dataFile(node, in: place).map { .data($0) }
    default: break
    }
    reportMismatch(type, node, place)
    return nil
  }

  private mutating func list(_ node: NodeID, of element: ValueType, in place: Place) -> Value? {
    let tree = files[place.file].tree
    var values: [Value] = []
    var isComplete = true
    for child in tree.children(of: node) where tree.kind(of: child) != .unexpected {
      if let value = evaluate(child, as: element, in: place) { values.append(value) } else { isComplete = false }
    }
    return isComplete ? .list(values) : nil
  }

  private mutating func name(_ node: NodeID, as type: ValueType, in place: Place) -> Value? {
    let tree = files[place.file].tree
    let token = tree.firstToken(of: node)
    guard let symbol = tree.symbol(of: token) else { return nil }
    switch type {
    case .reference(let kind): return resolve(kind, node, place).map { .declaration($0) }
    case .name, .headerName: return .word(text(symbol))
    case .package:
      recordPackage(node, place)
      return .word(text(symbol))
    case .secret: return .secret(SecretReference(tenant: secretOwner(place), name: text(symbol)))
    case .method where Evaluator.isUpperCase(tree, token): return .word(text(symbol))
    case .country where Evaluator.isUpperCase(tree, token) && tree.end(of: token) - tree.start(of: token) == 2:
      return country(text(symbol), node, place)
    case .word(let choices):
      let word = text(symbol)
      if choices.contains(word) { return .word(word) }
    case .routeName:
      // A column of `cases` or a loop's variable; a constant is never meant.
      guard variable(symbol, place) != nil else { return .word(text(symbol)) }
    default: break
    }
    if let value = variableValue(symbol, as: type, node, place) {
      return value.flatMap { coerce($0, to: type, node, place) }
    }
    reportMismatch(type, node, place)
    return nil
  }

  /// The value of a variable or constant. `.none` if there is none of that name, `.some(nil)` if it could not be
  /// evaluated and that was reported.
  mutating func variableValue(_ symbol: Symbol, as type: ValueType?, _ node: NodeID, _ place: Place) -> Value?? {
    if let variable = variable(symbol, place) {
      recordVariable(symbol, node, place)
      if isAbstract { return .some(anyValue(of: variable, as: type, node, place)) }
      return .some(value(of: variable, as: type, node, place))
    }
    guard let entry = lookUp(.constant, symbol, place) else { return nil }
    record(entry, node, .first, place)
    return .some(constant(entries[entry].index, as: type, node, place))
  }

  mutating func value(of variable: Frame.Variable, as type: ValueType?, _ node: NodeID, _ place: Place) -> Value? {
    switch variable {
    case .value(let value, _): value
    case .unknown: nil
    case .binding(let index): constant(index, as: type, node, place)
    }
  }

  /// The value of a `let`, evaluated where it was written.
  mutating func constant(_ index: Int, as type: ValueType?, _ node: NodeID, _ place: Place) -> Value? {
    let key = LetValueKey(index: index, owner: place.owner, type: type)
    if let known = letValues[key] {
      guard let value = known.value, climb(known.height, place, node) else { return nil }
      return value
    }
    let state = lets[index]
    guard !state.isActive else {
      reportCycle(state, node, place)
      return nil
    }
    lets[index].isActive = true
    defer { lets[index].isActive = false }
    var origin = state.place
    origin.owner = place.owner
    // A constant of a file has the same value wherever it is named.
    let wasAbstract = isAbstract
    if index < lastingLets { isAbstract = false }
    defer { isAbstract = wasAbstract }
    recordEvaluated(state.value, origin)
    constantUses.append(
      ConstantUse(file: origin.file, value: state.value, node: node, place: place, nameSpan: state.nameSpan))
    defer { constantUses.removeLast() }
    let (value, height) = measured { evaluator -> Value? in
      let value =
        if let type { evaluator.evaluate(state.value, as: type, in: origin) } else {
          evaluator.evaluateNatural(state.value, in: origin)
        }
      guard let value, evaluator.pay(for: value, origin, state.value) else { return nil }
      return value
    }
    letValues[key] = KnownValue(value: value, height: height)
    if index >= lastingLets { passingValues.append(key) }
    return value
  }

  mutating func reportCycle(_ state: LetState, _ node: NodeID, _ place: Place) {
    report(
      .definitionCycle, "`\(text(state.name))` is defined by itself", state.place, at: state.nameSpan,
      secondary: [Annotation(span(place, node), "needed here")])
  }

  private mutating func dottedName(_ node: NodeID, as type: ValueType, in place: Place) -> Value? {
    let tree = files[place.file].tree
    let token = tree.firstToken(of: node)
    switch type {
    case .host, .hostName, .reach: return .host(tree.hostLiteral(token))
    case .server: return .endpoint(HostEndpoint(host: .name(tree.hostLiteral(token).name), port: 53))
    case .reference(let kind): return resolve(kind, node, place).map { .declaration($0) }
    case .package:
      recordPackage(node, place)
      return .word(tree.string(of: token))
    case .secret, .name, .headerName: break
    default:
      guard let value = member(node, as: type, in: place) else { return nil }
      return coerce(value, to: type, node, place)
    }
    reportMismatch(type, node, place)
    return nil
  }

  private mutating func reservedWord(_ node: NodeID, as type: ValueType, in place: Place) -> Value? {
    let tree = files[place.file].tree
    if type == .boolean {
      switch tree.kind(of: tree.firstToken(of: node)) {
      case .keywordTrue: return .boolean(true)
      case .keywordFalse: return .boolean(false)
      default: break
      }
    }
    if type == .routeName { return .word(text(place, node)) }
    if case .word(let choices) = type, choices.contains(text(place, node)) { return .word(text(place, node)) }
    reportMismatch(type, node, place)
    return nil
  }

  /// Inside parentheses: a name without a dot is a reference, one with dots is a variable and its members.
  mutating func evaluateReference(_ node: NodeID, as type: ValueType?, in place: Place) -> Value? {
    let tree = files[place.file].tree
    var node = node
    while tree.kind(of: node) == .parenthesized {
      guard let inner = tree.child(of: node, at: 0) else { return nil }
      node = inner
    }
    switch tree.kind(of: node) {
    case .name:
      guard let symbol = tree.symbol(of: node) else { return nil }
      if let value = variableValue(symbol, as: type, node, place) { return value }
      reportUnknownVariable(node, text(symbol), place)
      return nil
    case .dottedName, .member: return member(node, as: type, in: place)
    default: return type.map { evaluate(node, as: $0, in: place) } ?? evaluateNatural(node, in: place)
    }
  }

  /// `b.host`: a variable and its members, or a package's exported constant.
  mutating func member(_ node: NodeID, as type: ValueType?, in place: Place) -> Value? {
    let dotted = files[place.file].tree.string(of: node)
    let parts = dotted.split(separator: ".").map(String.init)
    guard let first = parts.first else { return nil }
    let symbol = interner.intern(first)
    if let found = variableValue(symbol, as: nil, node, place) {
      guard var value = found else { return nil }
      for part in parts.dropFirst() {
        guard step(place, node, (value.record?.count ?? 0) / 8) else { return nil }
        guard let next = value.record?.first(where: { $0.name == part })?.value else {
          reportUnknownMember(part, of: value, node, place)
          return nil
        }
        value = next
      }
      return value
    }
    if isExcused(front: dotted, place) { return nil }
    if let (package, name) = splitReference(dotted, place) {
      if let entry = packages[package].names[NameSpace.constant.key(name)] {
        checkVisible(entry, node, place)
        record(entry, node, .last, place)
        return constant(entries[entry].index, as: type, node, place)
      }
      if isExcused(name, .constant, place) { return nil }
      report(
        .unresolvedName, "package `\(packages[package].path)` declares no constant `\(text(name))`", place, node)
      return nil
    }
    if let front = standardFront(dotted) {
      reportUnknownStandard(front, node, place)
    } else {
      reportUnknownVariable(node, first, place)
    }
    return nil
  }

  private mutating func reportUnknownMember(_ name: String, of value: Value, _ node: NodeID, _ place: Place) {
    let names = maySuggest() ? value.record?.map(\.name) ?? [] : []
    let suggestion = nearest(name, names)
    report(
      .unknownMember, "`\(text(place, node))` has no member `\(name)`", place, node,
      help: suggestion.map { "did you mean `\($0)`?" }
        ?? (value.record == nil
          ? "\(value.phrase) has no members"
          : names.isEmpty || names.count > 32 ? nil : "it has \(names.map { "`\($0)`" }.joinedAsChoice)"),
      fixes: suggestion.map { rewriting(".\(name)", in: span(place, node), as: ".\($0)", place) } ?? [])
  }

  mutating func reportUnknownVariable(_ node: NodeID, _ name: String, _ place: Place) {
    if isExcused(interner.intern(name), .constant, place) { return }
    if RequestField(rawValue: name) != nil {
      report(
        .badCondition, "`\(name)` is the request's: it is not known at compile time", place, node,
        help: "`if` asks parameters and constants; `when` asks the request")
      return
    }
    let suggestion = nearest(name, visibleVariables(place))
    report(
      .unresolvedName, "there is no variable or constant `\(name)`", place, node,
      help: suggestion.map { "did you mean `\($0)`?" },
      fixes: text(place, node) == name ? spelled(suggestion, span(place, node)) : [])
  }

  mutating func visibleVariables(_ place: Place) -> [String] {
    guard maySuggest() else { return [] }
    var names: [String] = []
    var frame = place.frame
    while frame >= 0 {
      names += frames[frame].names.map { text($0) }
      frame = frames[frame].parent
    }
    for entry in entries where entry.space == .constant && lookUp(.constant, entry.name, place) != nil {
      names.append(text(entry.name))
    }
    return names
  }

  /// The key of a member: a plain name is itself, a dotted one is a variable.
  mutating func evaluateKey(_ node: NodeID, in place: Place) -> Symbol? {
    let tree = files[place.file].tree
    let value: Value?
    switch tree.kind(of: node) {
    case .name:
      guard let symbol = tree.symbol(of: node) else { return nil }
      guard variable(symbol, place) != nil else { return symbol }
      value = evaluateReference(node, as: nil, in: place)
    case .dottedName: value = member(node, as: nil, in: place)
    default: value = evaluateNatural(node, in: place)
    }
    guard let value else { return nil }
    switch value {
    case .text(let text), .word(let text):
      if Evaluator.isName(text) { return interner.intern(text) }
      report(
        .badName, "the key `\(text)` is not a name: lower-case letters, digits and `-`, starting with a letter", place,
        node)
    default: reportMismatch(.name, value, node, place)
    }
    return nil
  }

  static func isUpperCase(_ tree: SyntaxTree, _ token: TokenID) -> Bool {
    for index in Int(tree.start(of: token))..<Int(tree.end(of: token)) {
      let byte = tree.text[index]
      if !(byte >= 65 && byte <= 90 || byte == UInt8(ascii: "-")) { return false }
    }
    return true
  }

  /// The tenant whose store a secret's name is of: the owner of the package that says it.
  func secretOwner(_ place: Place) -> String? {
    let owner = textOwner(place)
    return owner >= 0 && owner < program.tenants.count ? program.tenants[owner].name : nil
  }

  mutating func country(_ code: String, _ node: NodeID, _ place: Place) -> Value? {
    if Countries.contains(code) { return .word(code) }
    report(
      .unknownCountry, "`\(code)` is no country's code", place, node,
      help: code == "EU"
        ? "a database of countries knows no `EU`: list the countries"
        : code == "UK"
          ? "the code of the United Kingdom is `GB`" : "codes are those of ISO 3166-1 alpha-2",
      fixes: code == "UK" ? [FixIt("write `GB`", [TextEdit(span(place, node), replacement: "GB")])] : [])
    return nil
  }
}
