import EpicBase
import EpicDiagnostics
import EpicIR
import EpicSyntax

/// Predicates: questions to the request.
extension Evaluator {
  /// The predicate of an expression; nil with a diagnostic.
  mutating func evaluatePredicate(_ node: NodeID, in place: Place) -> Predicate? {
    defer { depth -= 1 }
    guard enter(place, node, .predicateTooDeep) else { return nil }
    let tree = files[place.file].tree
    switch tree.kind(of: node) {
    case .parenthesized:
      guard let inner = tree.child(of: node, at: 0), tree.next(after: inner) == tree.next(after: node) else { break }
      return evaluatePredicate(inner, in: place)
    case .not:
      guard let inner = tree.child(of: node, at: 0), let predicate = evaluatePredicate(inner, in: place) else {
        return nil
      }
      return Evaluator.negated(predicate)
    case .and: return group(node, in: place).map { .all($0) }
    case .or: return group(node, in: place).map { .any($0) }
    case .comparison: return counted(comparison(node, in: place))
    case .requestField: return counted(bareField(node, in: place))
    case .name: return named(node, in: place)
    case .dottedName: return dottedPredicate(node, in: place)
    case .reservedWord:
      switch tree.kind(of: tree.firstToken(of: node)) {
      case .keywordTrue, .keywordAny, .keywordAll: return .always
      case .keywordFalse: return .never
      default: break
      }
    case .literal where tree.kind(of: tree.firstToken(of: node)) == .path:
      let nodeSpan = span(place, node)
      report(
        .notAPredicate, "`\(text(place, node))` asks nothing", place, node, help: "write `path \(text(place, node))`",
        fixes: [
          FixIt(
            "write `path`",
            [
              TextEdit(
                SourceSpan(source: nodeSpan.source, start: nodeSpan.start, end: nodeSpan.start), replacement: "path ")
            ])
        ])
      return nil
    default: break
    }
    if case .broken = tree.expression(node) { return nil }
    report(
      .notAPredicate, "`\(text(place, node))` asks nothing", place, node,
      help: "compare it: `is`, `in`, `starts`, `matches`, `exists`")
    return nil
  }

  private mutating func group(_ node: NodeID, in place: Place) -> [Predicate]? {
    let tree = files[place.file].tree
    var parts: [Predicate] = []
    var isComplete = true
    for child in tree.children(of: node) where tree.kind(of: child) != .unexpected {
      if let part = evaluatePredicate(child, in: place) { parts.append(part) } else { isComplete = false }
    }
    return isComplete && parts.count > 1 ? parts : nil
  }

  static func negated(_ predicate: Predicate) -> Predicate {
    switch predicate {
    case .always: .never
    case .never: .always
    default: .not(predicate)
    }
  }

  /// `path /x/**`, `host a.example`.
  private mutating func bareField(_ node: NodeID, in place: Place) -> Predicate? {
    let tree = files[place.file].tree
    guard let name = tree.child(of: node, at: 0), let operand = tree.child(of: node, at: 1) else { return nil }
    switch tree.symbol(of: name) {
    case words.path: return evaluate(operand, as: .path, in: place)?.path.map { .path([$0]) }
    case words.host:
      guard let host = evaluate(operand, as: .host, in: place)?.host,
        checkHostName(host, place, at: span(place, operand))
      else { return nil }
      return .host([host])
    case words.sni: return serverName(operand, place).map { .serverName([$0]) }
    case words.grpc: return grpcMethod(operand, place)
    default: break
    }
    let word = tree.string(of: name)
    switch word {
    case "header", "query", "cookie":
      report(
        .notAPredicate, "`\(text(place, node))` asks nothing", place, node,
        help: "compare it: `\(text(place, node)) exists`, `… is \"text\"`")
    default:
      switch RequestField(rawValue: word) {
      case .method?, .client?, .country?, .continent?, .asn?, .site?, .tls?: break
      default:
        reportUnknownRequestField(word, name, place)
        return nil
      }
      let end = span(place, name).end
      report(
        .notAPredicate, "`\(text(place, node))` asks nothing", place, node, help: "compare it: `\(word) is …`",
        fixes: [inserting(" is", at: end, span(place, name).source, "write `\(word) is …`")])
    }
    return nil
  }

  /// A predicate's name: a `let`.
  private mutating func named(_ node: NodeID, in place: Place) -> Predicate? {
    let tree = files[place.file].tree
    guard let symbol = tree.symbol(of: node) else { return nil }
    recordVariable(symbol, node, place)
    if isAbstract, let variable = variable(symbol, place) {
      guard case .binding(let index) = variable, index >= abstractLets else { return nil }
      return letPredicate(index, node, place)
    }
    if case .binding(let index)? = variable(symbol, place) { return letPredicate(index, node, place) }
    if case .value(.boolean(let value), _)? = variable(symbol, place) { return value ? .always : .never }
    if let entry = lookUp(.constant, symbol, place) {
      record(entry, node, .first, place)
      return letPredicate(entries[entry].index, node, place)
    }
    let word = text(symbol)
    if RequestField(rawValue: word) != nil {
      report(
        .notAPredicate, "`\(word)` asks nothing", place, node,
        help: word == RequestField.tls.rawValue
          ? "write `tls exists`, or compare it: `tls < 1.3`" : "compare it: `\(word) is …`, `\(word) in [ … ]`",
        fixes: word == RequestField.tls.rawValue
          ? [inserting(" exists", at: span(place, node).end, span(place, node).source, "write `tls exists`")] : [])
      return nil
    }
    if isExcused(symbol, .constant, place) { return nil }
    let suggestion = nearest(word, visibleVariables(place) + RequestField.allCases.map(\.rawValue))
    report(
      .unresolvedName, "there is no predicate `\(word)`", place, node,
      help: suggestion.map { "did you mean `\($0)`?" } ?? "`let \(word) = …` declares one",
      fixes: spelled(suggestion, span(place, node)))
    return nil
  }

  /// The predicate of a `let`, evaluated where it was written.
  private mutating func letPredicate(_ index: Int, _ node: NodeID, _ place: Place) -> Predicate? {
    let key = LetPredicateKey(index: index, owner: place.owner)
    if let known = letPredicates[key] {
      guard let predicate = known.predicate, climb(known.height, place, node, .predicateTooDeep) else { return nil }
      predicateSize += known.size
      return predicate
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
    let outer = predicateSize
    let wasAbstract = isAbstract
    if index < lastingLets { isAbstract = false }
    defer { isAbstract = wasAbstract }
    recordEvaluated(state.value, origin)
    let (predicate, height) = measured { $0.wholePredicate(state.value, in: origin) }
    letPredicates[key] = KnownPredicate(predicate: predicate, height: height, size: predicateSize)
    if index >= lastingLets { passingPredicates.append(key) }
    predicateSize += outer
    return predicate
  }

  /// The predicate of a route or `let`, no larger than may be; its size stays in `predicateSize`. Nil with a diagnostic.
  mutating func wholePredicate(_ node: NodeID, in place: Place) -> Predicate? {
    predicateSize = PredicateSize()
    guard let predicate = evaluatePredicate(node, in: place), pay(for: predicateSize, place, node) else { return nil }
    return predicate
  }

  /// A question, counted.
  private mutating func counted(_ predicate: Predicate?) -> Predicate? {
    if let predicate { predicateSize += PredicateSize(questions: 1, values: predicate.valueCount) }
    return predicate
  }

  private mutating func dottedPredicate(_ node: NodeID, in place: Place) -> Predicate? {
    let dotted = files[place.file].tree.string(of: node)
    if dotted.hasPrefix("jwt.") {
      report(
        .notAPredicate, "`\(dotted)` asks nothing", place, node, help: "compare it: `\(dotted) exists`, `… is \"text\"`"
      )
      return nil
    }
    if let (package, name) = splitReference(dotted, place),
      let entry = packages[package].names[NameSpace.constant.key(name)]
    {
      checkVisible(entry, node, place)
      record(entry, node, .last, place)
      return letPredicate(entries[entry].index, node, place)
    }
    if isExcused(front: dotted, place) { return nil }
    report(.unresolvedName, "there is no predicate `\(dotted)`", place, node)
    return nil
  }

  mutating func reportUnknownRequestField(_ word: String, _ node: NodeID, _ place: Place) {
    let known = RequestField.allCases.filter { enclosingProtocol?.knows($0) ?? true }
    let suggestion = nearest(word, known.map(\.rawValue))
    report(
      .unknownRequestField, "\((enclosingProtocol ?? .http).unit)s have no field `\(word)`", place, node,
      help: suggestion.map { "did you mean `\($0)`?" }
        ?? (word.hasPrefix("tls.") ? "`tls` is the version itself: write `tls < 1.3`" : nil)
          ?? "they have \(known.map { "`\($0.rawValue)`" }.joinedAsList)",
      fixes: suggestion.map { [FixIt("write `\($0)`", [TextEdit(span(place, node), replacement: $0)])] } ?? [])
  }
}

extension Predicate {
  /// Values that the question, negated or not, compares with.
  fileprivate var valueCount: Int {
    switch self {
    case .not(let inner): inner.valueCount
    case .host(let values): values.count
    case .path(let values): values.count
    case .method(let values), .country(let values), .text(_, .isOneOf(let values)): values.count
    case .client(let values): values.count
    case .autonomousSystem(let values): values.count
    case .cohort(let test): test.keys.count
    case .site(let values): values.count
    case .serverName(let values): values.count
    case .tls(let values): values.count
    case .always, .never, .all, .any, .pathMatches, .text: 1
    }
  }
}

/// The request's fields.
enum RequestField: String, CaseIterable {
  case path, host, method, header, query, cookie, client, country, asn, jwt, cohort, site
  case continent, grpc, sni, tls, body
}
