/// Hard limits on input. Each has a diagnostic of its own where it is enforced; none is ever exceeded silently.
package enum Limits {
  /// Longest source file, in bytes.
  package static let sourceFileBytes = 16 * 1024 * 1024
  /// Most source files in a workspace.
  package static let sourceFiles = 20_000
  /// Deepest nesting of bodies, parentheses and brackets together.
  package static let nestingDepth = 64
  /// Most diagnostics reported for one file; the rest are counted, not shown.
  package static let diagnosticsPerFile = 200
  /// Evaluation steps of one workspace: one a statement, list element or operator evaluated.
  package static let evaluationSteps = 200_000_000
  /// Longest chain of templates, and of templates on templates.
  package static let templateDepth = 16
  /// Longest regular expression, in bytes.
  package static let regexBytes = 1024
  /// Largest file read by `data`, in bytes.
  package static let dataFileBytes = 64 * 1024 * 1024
}
