/// Codes of the syntax family: what is wrong with the order of tokens.
extension DiagnosticCode {
  /// A token where another is expected.
  package static let unexpectedToken = DiagnosticCode.error("E0101", "unexpected-token")
  /// A statement that does not start with a keyword.
  package static let expectedStatement = DiagnosticCode.error("E0102", "expected-statement")
  /// A value is missing.
  package static let expectedValue = DiagnosticCode.error("E0103", "expected-value")
  /// A predicate or another expression is missing.
  package static let expectedExpression = DiagnosticCode.error("E0104", "expected-expression")
  /// A name is missing.
  package static let expectedName = DiagnosticCode.error("E0105", "expected-name")
  /// A reserved word where a name is declared.
  package static let reservedWord = DiagnosticCode.error("E0106", "reserved-word")
  /// A bracket of any kind that is not closed.
  package static let unclosedBracket = DiagnosticCode.error("E0107", "unclosed-bracket")
  /// A closing bracket that closes nothing.
  package static let strayBracket = DiagnosticCode.error("E0108", "stray-bracket")
  /// A body's `{` on a line of its own.
  package static let braceOnNextLine = DiagnosticCode.error("E0109", "brace-on-next-line")
  /// A body is missing.
  package static let expectedBody = DiagnosticCode.error("E0110", "expected-body")
  /// `->` and what it leads to are missing.
  package static let expectedOutcome = DiagnosticCode.error("E0111", "expected-outcome")
  /// `and` beside `or` without parentheses.
  package static let mixedLogic = DiagnosticCode.error("E0112", "mixed-logic")
  /// A comparison of a comparison.
  package static let chainedComparison = DiagnosticCode.error("E0113", "chained-comparison")
  /// `not` before `not`, or before something it cannot negate.
  package static let doubleNegation = DiagnosticCode.error("E0114", "double-negation")
  /// `=` where a value follows its name directly or after `:`.
  package static let unexpectedEqual = DiagnosticCode.error("E0115", "unexpected-equal")
  /// `:` where `=` is meant.
  package static let expectedEqual = DiagnosticCode.error("E0116", "expected-equal")
  /// A label whose `:` stands apart from it or touches what follows.
  package static let labelSpacing = DiagnosticCode.error("E0117", "label-spacing")
  /// Two statements on one line without `;`.
  package static let expectedSeparator = DiagnosticCode.error("E0118", "expected-separator")
  /// `;` inside brackets, where `,` separates values.
  package static let semicolonInValues = DiagnosticCode.error("E0119", "semicolon-in-values")
  /// `,` where `;` separates fields or statements.
  package static let commaBetweenStatements = DiagnosticCode.error("E0120", "comma-between-statements")
  /// A comma with nothing behind it, or with nothing before it.
  package static let strayComma = DiagnosticCode.error("E0121", "stray-comma")
  /// Nesting beyond the limit.
  package static let nestingTooDeep = DiagnosticCode.error("E0122", "nesting-too-deep")
  /// More errors in a file than are shown.
  package static let tooManyErrors = DiagnosticCode.error("E0123", "too-many-errors")
}
