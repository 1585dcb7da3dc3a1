import EpicBase
import EpicDiagnostics
import EpicIR
import EpicSyntax

/// Comparisons in predicates.
extension Evaluator {
  /// `FIELD is VALUE` and its like.
  mutating func comparison(_ node: NodeID, in place: Place) -> Predicate? {
    let tree = files[place.file].tree
    guard let (comparator, left, right) = comparisonParts(node, tree) else { return nil }
    let positive: Predicate?
    switch tree.kind(of: left) {
    case .name: positive = namedField(left, comparator, right, node, place)
    case .requestField:
      guard let field = textField(left, place) else { return nil }
      positive = textTest(field, comparator, right, node, place)
    case .call where isCohort(left, tree): return cohort(left, comparator, right, node, place)
    case .dottedName, .call, .member:
      guard let field = textField(left, place) else { return nil }
      positive = textTest(field, comparator, right, node, place)
    case .alternatives: positive = firstPresent(of: left, comparator, right, node, place)
    case .parenthesized where alternatives(left, tree) != nil:
      positive = alternatives(left, tree).flatMap { firstPresent(of: $0, comparator, right, node, place) }
    default:
      if case .broken = tree.expression(left), tree.kind(of: left) != .literal { return nil }
      report(
        .notAPredicate, "`\(text(place, left))` is no field of the request", place, left,
        help: "the field stands on the left: `country is DE`")
      return nil
    }
    guard let positive else { return nil }
    switch comparator {
    case .isNot, .notIn: return Evaluator.negated(positive)
    default: return positive
    }
  }

  /// The `alternatives` that parentheses hold, if they hold nothing else.
  private func alternatives(_ node: NodeID, _ tree: SyntaxTree) -> NodeID? {
    guard let inner = tree.child(of: node, at: 0), tree.next(after: inner) == tree.next(after: node) else { return nil }
    switch tree.kind(of: inner) {
    case .alternatives: return inner
    case .parenthesized: return alternatives(inner, tree)
    default: return nil
    }
  }

  /// `(header x else cookie y) is "1"`: the first that is there is compared, the others are not looked at. That is
  /// `header x is "1" or not header x exists and cookie y is "1"`.
  private mutating func firstPresent(
    of left: NodeID, _ comparator: ExpressionView.Comparator, _ right: NodeID?, _ node: NodeID, _ place: Place
  ) -> Predicate? {
    let tree = files[place.file].tree
    var fields: [TextField] = []
    var isComplete = true
    for part in tree.children(of: left) where tree.kind(of: part) != .unexpected {
      if tree.kind(of: part) == .name, let field = tree.symbol(of: part).flatMap({ words.requestFields[$0] }) {
        report(
          .badComparison, "`\(field.rawValue)` cannot stand beside `else`: it is no text that a request may lack",
          place,
          part, help: "a header, cookie, query parameter, claim or member of a JSON body may stand there")
        isComplete = false
      } else if let field = textField(part, place) {
        fields.append(field)
      } else {
        isComplete = false
      }
    }
    // What it is compared with is the same for all, and evaluated once.
    guard let last = fields.last, let test = textTest(last, comparator, right, node, place), isComplete,
      case .text(_, let question) = test, climb(2 * (fields.count - 1), place, node, .predicateTooDeep)
    else { return nil }
    // One question is counted where the whole stands.
    predicateSize += PredicateSize(questions: 2 * (fields.count - 1), values: 2 * (fields.count - 1))
    return fields.dropLast().reversed().reduce(test) { rest, field in
      .any([.text(field, question), .all([.not(.text(field, .exists)), rest])])
    }
  }

  /// The parts of a comparison, without the allocations of an `ExpressionView`: this runs for every predicate.
  private func comparisonParts(
    _ node: NodeID, _ tree: SyntaxTree
  ) -> (ExpressionView.Comparator, NodeID, NodeID?)? {
    var left: NodeID?
    var right: NodeID?
    for child in tree.children(of: node) where tree.kind(of: child) != .unexpected {
      if left == nil { left = child } else if right == nil { right = child }
    }
    guard let left else { return nil }
    let word = tree.endToken(of: left)
    guard word < tree.endToken(of: node) else { return nil }
    let comparator: ExpressionView.Comparator
    switch tree.kind(of: word) {
    case .keywordExists: return (.exists, left, nil)
    case .keywordIs: comparator = tree.kind(of: TokenID(word.rawValue + 1)) == .keywordNot ? .isNot : .is
    case .keywordIn: comparator = .isIn
    case .keywordNot: comparator = .notIn
    case .keywordStarts: comparator = .starts
    case .keywordMatches: comparator = .matches
    case .less: comparator = .less
    case .lessOrEqual: comparator = .lessOrEqual
    case .greater: comparator = .greater
    case .greaterOrEqual: comparator = .greaterOrEqual
    default: return nil
    }
    return right.map { (comparator, left, $0) }
  }

  private func isCohort(_ node: NodeID, _ tree: SyntaxTree) -> Bool {
    tree.string(of: tree.firstToken(of: node)) == "cohort"
  }

  private mutating func namedField(
    _ left: NodeID, _ comparator: ExpressionView.Comparator, _ right: NodeID?, _ node: NodeID, _ place: Place
  ) -> Predicate? {
    let tree = files[place.file].tree
    guard let field = tree.symbol(of: left).flatMap({ words.requestFields[$0] }) else {
      reportUnknownRequestField(tree.string(of: left), left, place)
      return nil
    }
    let word = field.rawValue
    switch field {
    case .path: return pathTest(comparator, right, node, place)
    case .host:
      guard let found = values(comparator, right, .host, "host", node, place),
        checkHostNames(found, right ?? node, place)
      else { return nil }
      return .host(found.compactMap(\.host))
    case .method:
      guard let found = values(comparator, right, .method, "method", node, place) else { return nil }
      checkMethods(found, right, place)
      guard checkNoConnect(found, right, place) else { return nil }
      return .method(found.compactMap(\.word))
    case .client:
      return values(comparator, right, .network, "client", node, place).map { .client($0.compactMap(\.prefix)) }
    case .country:
      return values(comparator, right, .country, "country", node, place).map { .country($0.compactMap(\.word)) }
    case .continent:
      return values(comparator, right, .word(Continent.names), "continent", node, place)
        .map { .country(Continent.countries(of: $0.compactMap(\.word))) }
    case .asn:
      return values(comparator, right, .asNumber, "asn", node, place)
        .map { .autonomousSystem($0.compactMap(\.asNumber)) }
    case .sni:
      guard let found = values(comparator, right, .host, "sni", node, place),
        checkHostNames(found, right ?? node, place)
      else { return nil }
      checkServerNames(found, right, place)
      return .serverName(found.compactMap(\.host))
    case .tls: return tlsTest(comparator, right, node, place)
    case .grpc:
      report(
        .badComparison, "`grpc` takes its method directly", place, node,
        help: "write `grpc acme.cart.v1.Cart/Checkout`, or `…/*` for all methods")
      return nil
    case .site:
      return values(comparator, right, .reference(.site), "site", node, place)
        .map { .site($0.compactMap { $0.declaration?.row(Site.self) }) }
    default:
      report(
        .notAPredicate, "`\(word)` needs a name behind it", place, left,
        help: field == .jwt
          ? "write `jwt.sub` or `jwt.claim(\"name\")`"
          : field == .cohort
            ? "write `cohort(KEY, salt: \"…\") < 5%`"
            : field == .body ? "write `body.json(\"model\", limit: 64KiB)`" : "write `\(word) NAME …`")
      return nil
    }
  }

  /// The values of `is VALUE` and `in [VALUES]`; nil with a diagnostic.
  mutating func values(
    _ comparator: ExpressionView.Comparator, _ right: NodeID?, _ type: ValueType, _ field: String, _ node: NodeID,
    _ place: Place
  ) -> [Value]? {
    switch comparator {
    case .is, .isNot:
      guard let right, let value = evaluate(right, as: type, in: place) else { return nil }
      return [value]
    case .isIn, .notIn:
      guard let right else { return nil }
      let tree = files[place.file].tree
      // One prefix is a set of addresses by itself, written or named.
      if type == .network, tree.kind(of: right) != .list {
        guard let value = shape(of: right, place) else { return nil }
        if value.list == nil { return evaluate(right, as: type, in: place).map { [$0] } }
      }
      guard let list = evaluate(right, as: .list(type), in: place)?.list else { return nil }
      if list.isEmpty {
        report(.emptySelection, "`in` an empty list is never true", place, right)
        return nil
      }
      return list
    default:
      report(
        .badComparison, "`\(field)` is compared by `is` and `in`, not by `\(spelling(comparator))`", place, node)
      return nil
    }
  }

  /// The value of what constants lead to, by its own spelling, but for names with dots, which are expressions.
  private mutating func shape(of node: NodeID, _ place: Place) -> Value? {
    var last = node
    var origin = place
    for _ in 0..<Limits.definitionDepth {
      let tree = files[origin.file].tree
      while tree.kind(of: last) == .parenthesized, let inner = tree.child(of: last, at: 0) { last = inner }
      guard tree.kind(of: last) == .name, let symbol = tree.symbol(of: last), let index = constantIndex(symbol, origin)
      else { break }
      last = lets[index].value
      origin = lets[index].place
      origin.owner = place.owner
    }
    // What a name stands for is evaluated once, however often it is asked.
    return files[origin.file].tree.kind(of: last) == .dottedName
      ? member(last, as: nil, in: origin) : evaluateReference(node, as: nil, in: place)
  }

  /// The `let` of a name; nil if the name stands for something else.
  private mutating func constantIndex(_ name: Symbol, _ place: Place) -> Int? {
    switch variable(name, place) {
    case .binding(let index)?: index
    case .some: nil
    case nil: lookUp(.constant, name, place).map { entries[$0].index }
    }
  }

  private mutating func pathTest(
    _ comparator: ExpressionView.Comparator, _ right: NodeID?, _ node: NodeID, _ place: Place
  ) -> Predicate? {
    switch comparator {
    case .matches:
      guard let right else { return nil }
      return evaluate(right, as: .regex, in: place)?.regex.map { .pathMatches($0) }
    case .starts:
      report(
        .badComparison, "`path` is not compared by `starts`: whole segments match", place, node,
        help: "`path /x/**` takes `/x` and everything below it", fixes: subtree(right, node, place))
      return nil
    default: return values(comparator, right, .path, "path", node, place).map { .path($0.compactMap(\.path)) }
    }
  }

  /// `path /news/**` for `path starts "/news"`.
  private func subtree(_ right: NodeID?, _ node: NodeID, _ place: Place) -> [FixIt] {
    guard let right else { return [] }
    let tree = files[place.file].tree
    var text = tree.string(of: right)
    if text.hasPrefix("\"") && text.hasSuffix("\"") && text.utf8.count > 2 {
      text = String(text.dropFirst().dropLast())
    }
    while text.hasSuffix("/") { text.removeLast() }
    let isPlain = text.utf8.allSatisfy { byte in
      byte >= 97 && byte <= 122 || byte >= 65 && byte <= 90 || byte >= 48 && byte <= 57 || "-_./".utf8.contains(byte)
    }
    guard text.hasPrefix("/"), isPlain, !text.contains("//") else { return [] }
    // Paths in a block are written whole.
    if let block = enclosingBlock, block.tail == .subtree, block.captures.isEmpty,
      case .success(let path) = PathText.exact(text), !block.mayMeet(path)
    {
      text = PathPattern(segments: block.segments, tail: .exact).description + text
    }
    return [replacing(span(place, node), by: "path \(text)/**")]
  }

  func spelling(_ comparator: ExpressionView.Comparator) -> String {
    switch comparator {
    case .is: "is"
    case .isNot: "is not"
    case .isIn: "in"
    case .notIn: "not in"
    case .starts: "starts"
    case .matches: "matches"
    case .exists: "exists"
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    }
  }

  // MARK: Text

  /// `header x-beta`, `cookie sid`, `query q`, `jwt.sub`, `jwt.claim("plan")`, `jwt(main).sub`.
  mutating func textField(_ node: NodeID, _ place: Place) -> TextField? {
    let tree = files[place.file].tree
    switch tree.kind(of: node) {
    case .requestField:
      guard let name = tree.child(of: node, at: 0), let operand = tree.child(of: node, at: 1) else { return nil }
      let known = tree.symbol(of: name).flatMap { words.requestFields[$0] }
      switch known {
      case .header?, .query?, .cookie?: break
      default:
        let word = tree.string(of: name)
        if RequestField(rawValue: word) != nil {
          report(
            .badComparison, "`\(text(place, node))` is a predicate already: it is not compared", place, node)
        } else {
          reportUnknownRequestField(word, name, place)
        }
        return nil
      }
      guard let value = evaluate(operand, as: .headerName, in: place), let key = value.word ?? value.text else {
        return nil
      }
      guard checkRequestName(key, known, place, at: span(place, operand)) else { return nil }
      return known == .header ? .header(Evaluator.folded(key)) : known == .query ? .query(key) : .cookie(key)
    case .dottedName:
      let parts = tree.string(of: node).split(separator: ".").map(String.init)
      if parts.first == "jwt", parts.count > 1 { return .jwtClaim(provider: nil, path: Array(parts.dropFirst())) }
    case .call, .member: return claim(node, place)
    default: break
    }
    reportUnknownRequestField(text(place, node), node, place)
    return nil
  }

  /// The name in lower case, as HTTP compares names of headers (RFC 9110 section 5.1).
  static func folded(_ name: String) -> String {
    name.utf8.contains { $0 >= 65 && $0 <= 90 } ? name.lowercased() : name
  }

  /// `jwt.claim("plan")`, `jwt(main).claim("plan")`, `jwt(main).sub`.
  private mutating func claim(_ node: NodeID, _ place: Place) -> TextField? {
    let tree = files[place.file].tree
    let base = NodeID(node.rawValue + 1)
    if tree.kind(of: node) == .call, tree.string(of: base) == "body.json" { return jsonBody(node, place) }
    if tree.kind(of: node) == .call, tree.string(of: base) == "jwt.claim" {
      return claimName(node, place).map { .jwtClaim(provider: nil, path: [$0]) }
    }
    // `jwt(main).claim("plan")` is a call of a member of a call.
    let member = tree.kind(of: node) == .call ? base : node
    if tree.kind(of: member) == .member, let provider = provider(NodeID(member.rawValue + 1), place),
      let name = tree.child(of: member, at: 1)
    {
      let path = tree.string(of: name).split(separator: ".").map(String.init)
      if tree.kind(of: node) == .member { return .jwtClaim(provider: provider, path: path) }
      if path == ["claim"] { return claimName(node, place).map { .jwtClaim(provider: provider, path: [$0]) } }
    }
    reportUnknownRequestField(text(place, node), node, place)
    return nil
  }

  private func provider(_ node: NodeID, _ place: Place) -> String? {
    let tree = files[place.file].tree
    guard tree.kind(of: node) == .call, tree.string(of: tree.firstToken(of: node)) == "jwt",
      let argument = tree.child(of: node, at: 1), tree.kind(of: argument) == .name
    else { return nil }
    return tree.string(of: argument)
  }

  private mutating func claimName(_ node: NodeID, _ place: Place) -> String? {
    let tree = files[place.file].tree
    guard let argument = tree.child(of: node, at: 1), tree.child(of: node, at: 2) == nil else {
      report(.badComparison, "`claim` takes one claim's name", place, node, help: "write `jwt.claim(\"plan\")`")
      return nil
    }
    guard let name = evaluate(argument, as: .text, in: place)?.text else { return nil }
    if !name.isEmpty { return name }
    report(.badComparison, "a claim has an empty name", place, argument)
    return nil
  }

  private mutating func textTest(
    _ field: TextField, _ comparator: ExpressionView.Comparator, _ right: NodeID?, _ node: NodeID, _ place: Place
  ) -> Predicate? {
    switch comparator {
    case .exists: return .text(field, .exists)
    case .is, .isNot:
      guard let right, let value = evaluate(right, as: .text, in: place)?.text else { return nil }
      return .text(field, .isOneOf([value]))
    case .isIn, .notIn:
      guard let right, let list = evaluate(right, as: .list(.text), in: place)?.list else { return nil }
      if list.isEmpty {
        report(.emptySelection, "`in` an empty list is never true", place, right)
        return nil
      }
      return .text(field, .isOneOf(list.compactMap(\.text)))
    case .starts:
      guard let right, let value = evaluate(right, as: .text, in: place)?.text else { return nil }
      if value.isEmpty {
        report(.badComparison, "every text starts with an empty one", place, right, help: "write `exists`")
        return nil
      }
      return .text(field, .startsWith(value))
    case .matches:
      guard let right, let value = evaluate(right, as: .regex, in: place)?.regex else { return nil }
      return .text(field, .matches(value))
    default:
      report(
        .badComparison, "`\(text(place, node))` compares text by `\(spelling(comparator))`, which orders numbers",
        place,
        node, help: "text is compared by `is`, `in`, `starts`, `matches` and `exists`")
      return nil
    }
  }

  // MARK: Cohorts

  /// The request's field that a key names by its plain name: one that has no text of its own.
  private func requestField(_ node: NodeID, _ place: Place) -> String? {
    guard files[place.file].tree.kind(of: node) == .name else { return nil }
    return RequestField(rawValue: text(place, node))?.rawValue
  }

  /// `cohort(KEY [else KEY], salt: "…") < 5%`.
  private mutating func cohort(
    _ call: NodeID, _ comparator: ExpressionView.Comparator, _ right: NodeID?, _ node: NodeID, _ place: Place
  ) -> Predicate? {
    let tree = files[place.file].tree
    var keys: [TextField] = []
    var salt: String?
    var isComplete = true
    for argument in tree.children(of: call).dropFirst() where tree.kind(of: argument) != .unexpected {
      if tree.kind(of: argument) == .argument {
        guard tree.string(of: tree.firstToken(of: argument)) == "salt", salt == nil,
          let value = tree.child(of: argument, at: 1)
        else {
          report(.badCohort, "`cohort` takes a key and `salt`", place, argument)
          return nil
        }
        salt = evaluate(value, as: .text, in: place)?.text
        if salt == nil { isComplete = false }
      } else if keys.isEmpty {
        let parts = tree.kind(of: argument) == .alternatives ? Array(tree.children(of: argument)) : [argument]
        for part in parts where tree.kind(of: part) != .unexpected {
          if let field = requestField(part, place) {
            report(
              .badCohort, "`\(field)` cannot be a cohort's key", place, part,
              help: "a key is `jwt.sub`, another claim, `cookie NAME`, `header NAME` or `query NAME`")
            isComplete = false
          } else if let key = textField(part, place), isCohortKey(key, part, place) {
            keys.append(key)
          } else {
            isComplete = false
          }
        }
      } else {
        report(
          .badCohort, "`cohort` takes one key", place, argument, help: "write alternatives as `jwt.sub else cookie sid`"
        )
        return nil
      }
    }
    guard isComplete else { return nil }
    guard let salt, !keys.isEmpty else {
      report(
        .badCohort, "`cohort` needs a key and a salt", place, call,
        help: "write `cohort(jwt.sub, salt: \"experiment\") < 5%`")
      return nil
    }
    guard let right, let bound = evaluate(right, as: .percentage, in: place)?.percentage else {
      if right == nil { report(.badCohort, "a cohort is compared with a percentage", place, node) }
      return nil
    }
    let bucket = bound.partsPerMillion
    let range: (lower: UInt32, upper: UInt32)
    switch comparator {
    case .less: range = (0, bucket)
    case .lessOrEqual: range = (0, min(bucket + 1, 1_000_000))
    case .greaterOrEqual: range = (bucket, 1_000_000)
    case .greater: range = (min(bucket + 1, 1_000_000), 1_000_000)
    default:
      report(
        .badCohort, "a cohort is compared by `<` or `>=`, not by `\(spelling(comparator))`", place, node,
        help: "write `cohort( … ) < 5%`",
        fixes: comparator == .is ? [replacing(tree.span(of: tree.endToken(of: call)), by: "<")] : [])
      return nil
    }
    if range.lower == range.upper { return .never }
    return .cohort(CohortTest(keys: keys, salt: salt, lower: range.lower, upper: range.upper))
  }
}
