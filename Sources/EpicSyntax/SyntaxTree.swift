package import EpicBase

/// The full-fidelity tree of one file: two flat arrays, tokens in source order and nodes in preorder.
///
/// What lies between two tokens is trivia (blanks, newlines, comments) and needs no storage of its own, so the tree's
/// text is the file's text by construction. Node 0 is the file. A node takes 16 bytes, as does a token: rows and not columns,
/// because the parser appends far more often than anybody scans one column (one uniqueness check an append).
///
/// What the statements of the language become (heads, labels and names are nodes; `…` is a nested body):
///
///     use platform.pools.{a, b}              use(dottedName, name a, name b)
///     export upstream x { … }                export(statement(name upstream, name x, body))
///     at 50.11, 8.68 country DE              statement(name at, literal, literal, name country, name DE)
///     one from p4, one from p6 (arguments)   … name one, name from, name p4, name one, name from, name p6:
///                                            commas are tokens; see `hasComma(before:)` and `StatementView.groups`
///     listen tls 8883 passthrough -> x       statement(name listen, name tls, literal, name passthrough,
///                                              outcome(name x))
///     bfd 50ms x 3                           statement(name bfd, literal, name x, literal)
///     dns publish a.example in z             statement(name dns, name publish, dottedName, reservedWord in, name z)
///     limit timeout request <= 60s           modified(statement(name timeout, name request, bound(literal)))
///     override timeout request 30s because s override(statement(…), literal s)
///     template t(n: host, g: a | b = a) for ingress {…}
///                                            template(name t, parameterList(parameter(name n, type(name host)),
///                                              parameter(name g, type(name a, name b), name a)),
///                                              reservedWord for, name ingress, body)
///     ingress shop from t(n: a.b) { … }      statement(name ingress, name shop, name from,
///                                              call(name t, argument(label, dottedName)), body)
///     if g is gold { … } else { … }          ifStatement(comparison(name g, name gold), body, body)
///     for b in [{ key: "x" }] { … }          forStatement(name b, list(object(field(label, literal))), body)
///     ingress white[b.key] from t(n: (b.h))  statement(name ingress, index(name white, dottedName), name from,
///                                              call(name t, argument(label, parenthesized(dottedName))))
///     let v = jwt.claim("p") in ["x"]        letStatement(name v, comparison(call(dottedName, literal), list(literal)))
///     eu: when country in s -> cart {…}      arm(label, comparison(name country, name s), outcome(name cart, body))
///     b: when header x is "1" or c -> d      arm(label, or(comparison(requestField(name header, name x), literal),
///                                              name c), outcome(name d))
///     when cohort(a else cookie s, salt: "e") < 5%
///                                            comparison(call(name cohort, alternatives(name a,
///                                              requestField(name cookie, name s)), argument(label, literal)), literal)
///     under /api/** { … }                    under(literal, body)
///     otherwise -> respond 404               otherwise(outcome(literal))
///     -> split { 95% a; 5% b }               outcome(body(weighted(literal, statement(name a)), weighted(…)))
///     60% kubernetes k service shop/cart:http  weighted(literal, statement(name kubernetes, name k, name service,
///                                              literal))
///     http-filter lua: a.B before r { … }    statement(name http-filter, label lua, dottedName, name before, name r,
///                                              body)
///     set cluster(c).o.keep { time: 30 }     statement(name set, member(call(name cluster, name c), dottedName),
///                                              body(field(label, literal)))
///     body data "f" sha256 "d" type "t"      statement(name body, data(literal, literal), name type, literal)
///     cases (p, w) in [(/a, b)] { … }        casesStatement(name p, name w, list(parenthesized(literal, name)), body)
///     for every request: a implies b         quantifier(name request, implies(…, …))
///     for every ingress i: require a else s  quantifier(name ingress, name i, requirement(…, literal s))
///
/// A tree is immutable and shared by reference, so that a view costs one retain.
package final class SyntaxTree: Sendable {
  /// The file that the text is of.
  package let source: SourceID
  /// The file's bytes.
  package let text: [UInt8]
  /// The tokens, the end of the file last.
  package let tokenRecords: [TokenRecord]
  /// The nodes in preorder, the file first.
  package let nodeRecords: [NodeRecord]

  init(source: SourceID, text: [UInt8], tokens: [TokenRecord], nodes: [NodeRecord]) {
    self.source = source
    self.text = text
    tokenRecords = tokens
    nodeRecords = nodes
  }
}

/// A token's row: 16 bytes.
@frozen
package struct TokenRecord: Sendable {
  /// Offset of the first byte.
  package internal(set) var start: UInt32
  /// Offset behind the last byte.
  package internal(set) var end: UInt32
  /// The interned text; `UInt32.max` for tokens without.
  package internal(set) var symbol: UInt32
  package internal(set) var kind: TokenKind
  package internal(set) var flags: TokenFlags
}

/// A node's row: 16 bytes, 13 of them used.
@frozen
package struct NodeRecord: Sendable {
  package internal(set) var firstToken: UInt32
  /// The token behind the last one.
  package internal(set) var endToken: UInt32
  /// Number of nodes of the subtree, the node itself among them. Relative, so that a subtree may move.
  package internal(set) var size: UInt32
  package internal(set) var kind: SyntaxKind

  /// Ends a node that was begun.
  @inline(__always)
  mutating func end(before token: Int, size: Int) {
    endToken = UInt32(truncatingIfNeeded: token)
    self.size = UInt32(truncatingIfNeeded: size)
  }
}

/// What the lexer notes about the gap before a token.
@frozen
package struct TokenFlags: OptionSet, Hashable, Sendable {
  package var rawValue: UInt8

  @inlinable
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// At least one newline stands before the token.
  package static let newlineBefore = TokenFlags(rawValue: 1)
  /// At least one comment stands before the token.
  package static let commentBefore = TokenFlags(rawValue: 2)
  /// At least one `///` comment stands before the token.
  package static let documentationBefore = TokenFlags(rawValue: 4)
  /// The literal's text has an error that was reported: decoding it gives nothing.
  package static let malformed = TokenFlags(rawValue: 8)

  /// Whether all of the flags are set. Written out: other modules call the protocol's through a table.
  @inlinable
  package func contains(_ member: TokenFlags) -> Bool { rawValue & member.rawValue == member.rawValue }
}

/// A token of a tree.
@frozen
package struct TokenID: Hashable, Comparable, Sendable {
  /// Position among the file's tokens.
  package var rawValue: UInt32

  @inlinable
  package init(_ rawValue: UInt32) { self.rawValue = rawValue }

  @inlinable
  package static func < (left: TokenID, right: TokenID) -> Bool { left.rawValue < right.rawValue }
}

/// A node of a tree.
@frozen
package struct NodeID: Hashable, Comparable, Sendable {
  /// Position among the file's nodes, in preorder.
  package var rawValue: UInt32

  @inlinable
  package init(_ rawValue: UInt32) { self.rawValue = rawValue }

  /// The whole file.
  package static let file = NodeID(0)

  @inlinable
  package static func < (left: NodeID, right: NodeID) -> Bool { left.rawValue < right.rawValue }
}
