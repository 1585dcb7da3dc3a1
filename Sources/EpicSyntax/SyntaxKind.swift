/// The kind of a node. The comment at each case lists the children in order; what stands in `[ ]` may be absent and
/// `…` repeats. Tokens that are no node's child (keywords, punctuation) lie between the children.
@frozen
package enum SyntaxKind: UInt8, Hashable, Sendable, CaseIterable {
  // MARK: Files and bodies

  /// A file: statements …
  case file
  /// `{ … }` of statements: statements …
  case body
  /// Tokens that fit nowhere; an error was reported for them. No children.
  case unexpected

  // MARK: Statements

  /// `keyword argument … [-> outcome] [{ body }]`: head (`name`, `dottedName` or `index`), arguments …, [`outcome`],
  /// [`body`].
  case statement
  /// `95% cart` or `(most) cart`: `literal` (the percentage) or `parenthesized`, `statement`.
  case weighted
  /// `key: argument … [{ body }]`: `label`, arguments … or one value, [`body`].
  case field
  /// `name: when predicate -> outcome`: [`label`], expression, `outcome`.
  case arm
  /// `otherwise -> outcome`: `outcome`.
  case otherwise
  /// `under predicate { … }`: [`label`], expression, `body`.
  case under
  /// `let name = value`: `name`, expression or `object`.
  case letStatement
  /// `if condition { … } [else …]`: expression, `body`, [`body` or `ifStatement`].
  case ifStatement
  /// `for name in list { … }`: `name`, expression, `body`.
  case forStatement
  /// `for every request: predicate` and `for every ingress i: require … else "…"`: `name` (what), [`name` (variable)],
  /// expression or `requirement`.
  case quantifier
  /// `require predicate else "message"`: expression, `literal` (string).
  case requirement
  /// `cases (path, want) in [ … ] { … }`: `name` …, expression, `body`.
  case casesStatement
  /// `use a.b` or `use a.b.{c, d}`: `name` or `dottedName`, then `name` … (the selection; may be absent).
  case use
  /// `export statement`: one statement of any kind.
  case export
  /// `template name(parameters) for kind … { … }`: `name`, [`parameterList`], arguments …, `body`.
  case template
  /// `default`, `limit`, `final`, `required`, `slot`, `append`, `prepend`, `remove`, `replace` before a statement:
  /// `statement`.
  case modified
  /// `override statement [because "…"]`: `statement` or `modified`, [`literal` (string)].
  case override

  // MARK: Parts of statements

  /// `name:`, also `"text":` before a field: no children; its first token is the name.
  case label
  /// What `->` leads to: a reference (`name`, `dottedName`, `index`) or no child for `split`, `redirect`, `respond`,
  /// `close`; then arguments …, [`body`].
  case outcome
  /// `<= 60s`: the operand. Its first token is the operator.
  case bound
  /// `(name: type, …)`: `parameter` …
  case parameterList
  /// `name: type [= value]`: `name`, `type`, [expression or `object`].
  case parameter
  /// `gold | silver`, `host`, `[prefix]`: `name`, `dottedName` or `listType` …, the alternatives.
  case type
  /// `[host]`, a list's type: `type`.
  case listType

  // MARK: Expressions

  /// A plain name. No children.
  case name
  /// A host or a dotted reference. No children.
  case dottedName
  /// A literal of one token; the token's kind tells which. No children.
  case literal
  /// A reserved word that stands for a value or a preposition: `all`, `any`, `true`, `in`, `for` … No children.
  case reservedWord
  /// `callee(argument, …)`, the parenthesis touching: callee (`name`, `dottedName`, `member`), then expression,
  /// `object` or `argument` …
  case call
  /// `name: value` in a call: `label`, expression or `object`.
  case argument
  /// `white[alpha]`, the bracket touching: base, expression.
  case index
  /// `cluster(cart).x.y`: base (`call` or `index`), `name` or `dottedName`.
  case member
  /// `[a, b]`: expression or `object` …
  case list
  /// `(a)`, `(a, b)`: expression or `object` …; one makes a group, more a tuple.
  case parenthesized
  /// `{ key: value, … }` as a value: `field` (label and one value) or `statement` (`key { … }`) …
  case object
  /// `data "path" sha256 "digest"`: `literal`, [`literal`].
  case data
  /// `header x-beta`, `path /x/**`, `cookie sid`: `name`, then the key or pattern: `name`, `dottedName` or `literal`.
  case requestField
  /// `a else b`: alternatives …
  case alternatives
  /// `a is b`, `a is not b`, `a in b`, `a not in b`, `a starts b`, `a matches b`, `a exists`, `a < b` …: left, [right].
  case comparison
  /// `not a`: the operand.
  case not
  /// `a and b …`: operands …
  case and
  /// `a or b …`: operands …
  case or
  /// `a implies b`: premise, conclusion.
  case implies
}

extension SyntaxKind {
  /// Whether nodes of this kind are statements: children of a file or body.
  @inlinable
  package var isStatement: Bool {
    rawValue >= SyntaxKind.statement.rawValue && rawValue <= SyntaxKind.override.rawValue && self != .requirement
  }

  /// Whether nodes of this kind are expressions.
  @inlinable
  package var isExpression: Bool { rawValue >= SyntaxKind.name.rawValue && self != .argument }
}

extension SyntaxKind {
  /// The same class. Written out: other modules call the conformance's through a table.
  @inlinable
  package static func == (left: SyntaxKind, right: SyntaxKind) -> Bool { left.rawValue == right.rawValue }
}
