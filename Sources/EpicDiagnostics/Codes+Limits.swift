/// Codes of the family of limits, data files, and what this compiler does not build.
extension DiagnosticCode {
  /// A construct of the language that this compiler does not build.
  package static let notBuilt = DiagnosticCode.error("E0901", "not-built")
  /// A workspace that takes more evaluation steps than the limit.
  package static let tooManySteps = DiagnosticCode.error("E0902", "too-many-steps")
  /// A data file that cannot be read.
  package static let dataUnreadable = DiagnosticCode.error("E0903", "data-unreadable")
  /// A data file whose bytes have another digest.
  package static let dataDigest = DiagnosticCode.error("E0904", "data-digest")
  /// A data file outside the workspace.
  package static let dataPath = DiagnosticCode.error("E0905", "data-path")
  /// `data` without a usable digest.
  package static let dataWithoutDigest = DiagnosticCode.error("E0906", "data-without-digest")
  /// An edition that this compiler does not know.
  package static let unknownEdition = DiagnosticCode.error("E0907", "unknown-edition")
  /// A chain of templates beyond the limit.
  package static let templateTooDeep = DiagnosticCode.error("E0908", "template-too-deep")
  /// A data file above the size limit.
  package static let dataTooLarge = DiagnosticCode.error("E0909", "data-too-large")
  /// A data file that is not what its place needs.
  package static let dataFormat = DiagnosticCode.error("E0910", "data-format")
  /// A value whose definition nests beyond the limit.
  package static let definitionTooDeep = DiagnosticCode.error("E0914", "definition-too-deep")
  /// A value of more parts than the limit.
  package static let valueTooLarge = DiagnosticCode.error("E0911", "value-too-large")
  /// A string that grows beyond the limit.
  package static let textTooLong = DiagnosticCode.error("E0912", "text-too-long")
  /// A predicate of more questions than the limit.
  package static let predicateTooLarge = DiagnosticCode.error("E0913", "predicate-too-large")
}
