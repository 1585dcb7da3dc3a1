/// Codes of the family of names, packages and scopes.
extension DiagnosticCode {
  /// A name that nothing declares.
  package static let unresolvedName = DiagnosticCode.error("E0201", "unresolved-name")
  /// Two declarations of one kind and name in a package.
  package static let redefinition = DiagnosticCode.error("E0202", "redefinition")
  /// A name of another package that is not exported.
  package static let privateName = DiagnosticCode.error("E0203", "private-name")
  /// A package that has no files.
  package static let unknownPackage = DiagnosticCode.error("E0204", "unknown-package")
  /// A used name that the file or its package already has.
  package static let importConflict = DiagnosticCode.error("E0205", "import-conflict")
  /// A keyword that starts no declaration.
  package static let unknownDeclaration = DiagnosticCode.error("E0206", "unknown-declaration")
  /// A statement where it cannot stand.
  package static let misplacedStatement = DiagnosticCode.error("E0207", "misplaced-statement")
  /// A name of another kind than the place wants.
  package static let wrongKind = DiagnosticCode.error("E0208", "wrong-kind")
  /// What only the root file may say, elsewhere, or not said at all.
  package static let workspaceFile = DiagnosticCode.error("E0209", "workspace-file")
  /// A declared name that is no lower-case DNS label.
  package static let badName = DiagnosticCode.error("E0210", "bad-name")
  /// A constant or template that needs itself.
  package static let definitionCycle = DiagnosticCode.error("E0211", "definition-cycle")
  /// A key that an indexed family does not have.
  package static let unknownKey = DiagnosticCode.error("E0212", "unknown-key")
  /// A plain name inside `for`, an indexed one outside, or a family named without a key.
  package static let familyName = DiagnosticCode.error("E0213", "family-name")
  /// Two members of a family with one key.
  package static let repeatedKey = DiagnosticCode.error("E0214", "repeated-key")
  /// A folder whose name cannot be part of a package's path.
  package static let badPackageName = DiagnosticCode.error("E0215", "bad-package-name")
  /// A declaration without a name.
  package static let missingName = DiagnosticCode.error("E0216", "missing-name")
  /// A dependency whose sources are not those of the written digest.
  package static let dependencyDigest = DiagnosticCode.error("E0219", "dependency-digest")
  /// A declaration in a dependency, which may only offer templates and constants.
  package static let dependencyDeclares = DiagnosticCode.error("E0220", "dependency-declares")
  /// A folder with the name of the standard library.
  package static let reservedPackage = DiagnosticCode.error("E0218", "reserved-package")
}
