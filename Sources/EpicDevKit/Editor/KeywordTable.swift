import EpicSema
package import EpicSyntax

/// Every word of the language that editors show as one, by what it does. The words are the compiler's own: those that the
/// parser knows, and those that its schema says start a statement.
package enum KeywordTable {
  /// What a word of the parser's does.
  package enum Role: String, CaseIterable, Sendable {
    /// Decides what becomes of a request, or of a statement when it is compiled.
    case control
    /// Ends a request's way in place of an upstream.
    case outcome
    /// Joins or compares values.
    case `operator`
    case boolean
    /// Stands for a selection.
    case quantity
    /// Starts a definition of the language's own.
    case definition
    /// Brings names into a file or out of it.
    case `import`
    /// Says how a template's field may be changed, or changes it.
    case modifier
    /// Stands between values.
    case connective
    /// Reads a file: keywords before a string only.
    case data
  }

  /// What a word of the parser's does.
  package static func role(of keyword: Keyword) -> Role {
    switch keyword {
    case .if, .else, .for, .when, .otherwise, .under, .cases: .control
    case .close, .redirect, .respond, .split: .outcome
    case .and, .exists, .implies, .in, .is, .matches, .not, .or, .starts: .operator
    case .true, .false: .boolean
    case .all, .any: .quantity
    case .let, .template: .definition
    case .use, .export: .import
    case .append, .default, .final, .limit, .override, .prepend, .remove, .replace, .required, .slot: .modifier
    case .because, .every, .from, .require: .connective
    case .data, .sha256: .data
    }
  }

  /// The reserved words of some roles, in the compiler's order; all of them if no role is named.
  package static func reserved(_ roles: Role...) -> [String] {
    spellings(of: roles) { $0.reservedKind != nil }
  }

  /// The parser's other words of some roles, which are names elsewhere; all of them if no role is named.
  package static func contextual(_ roles: Role...) -> [String] {
    spellings(of: roles) { $0.reservedKind == nil }
  }

  private static func spellings(of roles: [Role], where isWanted: (Keyword) -> Bool) -> [String] {
    Keyword.allCases.filter { isWanted($0) && (roles.isEmpty || roles.contains(role(of: $0))) }.map(\.spelling)
  }

  /// The words that start a declaration.
  package static var declarations: [String] { Schema.declarationKeywords }

  /// The words that start any other statement of the schema: those that start a declaration too are among them.
  package static var statements: [String] { Schema.statementKeywords }

  /// The fields of a request.
  package static var requestFields: [String] { Schema.requestFieldNames }
}
