extension Schema {
  /// The words that start a statement of some body, in alphabetical order.
  package static let statementKeywords: [String] = Set(fields.map(\.keyword) + testKeywords).sorted()

  /// The words that start a declaration, in alphabetical order.
  package static let declarationKeywords: [String] = DeclarationKind.allCases.map(\.keyword).sorted()

  /// The words that start a test or a policy, apart from `cases`, which is the parser's own. No declared name stands
  /// behind them.
  package static let testKeywords: [String] = ["policy", "reject", "test"]

  /// The fields of a request that predicates ask for, in alphabetical order.
  package static let requestFieldNames: [String] = RequestField.allCases.map(\.rawValue).sorted()
}
