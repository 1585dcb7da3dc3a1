/// An expression, taken apart one level.
package indirect enum ExpressionView: Sendable {
  /// How two operands are compared.
  package enum Comparator: UInt8, Hashable, Sendable {
    case `is`, isNot, isIn, notIn, starts, matches, exists, less, lessOrEqual, greater, greaterOrEqual
  }

  /// A plain name.
  case name(TokenID)
  /// A host or dotted reference.
  case dottedName(TokenID)
  /// A literal of one token.
  case literal(TokenID)
  /// A reserved word as a value: `all`, `true`.
  case reservedWord(TokenID)
  /// `callee(arguments)`; an argument is an expression, an `object`, or an `argument` with a label.
  case call(callee: NodeID, arguments: [NodeID])
  /// `base[key]`.
  case index(base: NodeID, key: NodeID)
  /// `base.name`.
  case member(base: NodeID, name: NodeID)
  /// `[elements]`.
  case list([NodeID])
  /// `(element)`.
  case group(NodeID)
  /// `(a, b)`, also `()`.
  case tuple([NodeID])
  /// `{ key: value }`; the elements are `field` and `statement` nodes.
  case object([NodeID])
  /// `data "path" sha256 "digest"`.
  case data(path: NodeID, digest: NodeID?)
  /// `header x-beta`, `path /x/**`.
  case requestField(name: NodeID, operand: NodeID)
  /// `a else b`.
  case alternatives([NodeID])
  /// A comparison; `exists` has no right side.
  case comparison(Comparator, left: NodeID, right: NodeID?)
  /// `not a`.
  case not(NodeID)
  /// `a and b`.
  case and([NodeID])
  /// `a or b`.
  case or([NodeID])
  /// `a implies b`.
  case implies(premise: NodeID, conclusion: NodeID)
  /// Not an expression, or one with a part missing; an error was reported for it.
  case broken
}

extension SyntaxTree {
  /// Takes a node of an expression apart. `broken` for other nodes and where a part is missing.
  package func expression(_ node: NodeID) -> ExpressionView {
    switch kind(of: node) {
    case .name: return .name(firstToken(of: node))
    case .dottedName: return .dottedName(firstToken(of: node))
    case .literal: return .literal(firstToken(of: node))
    case .reservedWord: return .reservedWord(firstToken(of: node))
    case .list: return .list(expressionParts(of: node))
    case .object: return .object(expressionParts(of: node))
    case .parenthesized:
      let parts = expressionParts(of: node)
      return parts.count == 1 ? .group(parts[0]) : .tuple(parts)
    default: return compoundExpression(node)
    }
  }

  private func compoundExpression(_ node: NodeID) -> ExpressionView {
    let parts = expressionParts(of: node)
    guard let first = parts.first else { return .broken }
    let second = parts.count > 1 ? parts[1] : nil
    switch kind(of: node) {
    case .call: return .call(callee: first, arguments: Array(parts.dropFirst()))
    case .index: return second.map { .index(base: first, key: $0) } ?? .broken
    case .member: return second.map { .member(base: first, name: $0) } ?? .broken
    case .data: return .data(path: first, digest: second)
    case .requestField: return second.map { .requestField(name: first, operand: $0) } ?? .broken
    case .alternatives: return .alternatives(parts)
    case .comparison: return comparison(node, first, second)
    case .not: return .not(first)
    case .and: return .and(parts)
    case .or: return .or(parts)
    case .implies: return second.map { .implies(premise: first, conclusion: $0) } ?? .broken
    default: return .broken
    }
  }

  private func comparison(_ node: NodeID, _ left: NodeID, _ right: NodeID?) -> ExpressionView {
    let word = endToken(of: left)
    guard word < endToken(of: node) else { return .broken }
    let next = TokenID(word.rawValue + 1)
    let comparator: ExpressionView.Comparator
    switch kind(of: word) {
    case .keywordExists: return .comparison(.exists, left: left, right: nil)
    case .keywordIs: comparator = kind(of: next) == .keywordNot ? .isNot : .is
    case .keywordIn: comparator = .isIn
    case .keywordNot: comparator = .notIn
    case .keywordStarts: comparator = .starts
    case .keywordMatches: comparator = .matches
    case .less: comparator = .less
    case .lessOrEqual: comparator = .lessOrEqual
    case .greater: comparator = .greater
    case .greaterOrEqual: comparator = .greaterOrEqual
    default: return .broken
    }
    return right.map { .comparison(comparator, left: left, right: $0) } ?? .broken
  }

  private func expressionParts(of node: NodeID) -> [NodeID] {
    children(of: node).filter { kind(of: $0) != .unexpected }
  }
}
