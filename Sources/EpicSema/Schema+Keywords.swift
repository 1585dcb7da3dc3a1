extension Schema {
  /// The words that start a statement of some body, in alphabetical order.
  package static let statementKeywords: [String] = Set(fields.map(\.keyword)).sorted()

  /// The words that start a declaration, in alphabetical order.
  package static let declarationKeywords: [String] = DeclarationKind.allCases.map(\.keyword).sorted()

  /// The fields of a request that predicates ask for, in alphabetical order.
  package static let requestFieldNames: [String] = RequestField.allCases.map(\.rawValue).sorted()
}
