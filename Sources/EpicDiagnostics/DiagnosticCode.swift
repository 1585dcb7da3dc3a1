/// A stable code of the registry. Codes are declared as static members in the `Codes+….swift` files, one file a family;
/// a code is never reused for another meaning.
package struct DiagnosticCode: Hashable, Sendable {
  /// `E0407` for errors, `W0101` for warnings, `L0101` for what only `epic lint` reports.
  package let name: String
  /// A few words in kebab case: `unreachable-route`.
  package let slug: String
  package let severity: Severity

  /// An error's code.
  package static func error(_ name: String, _ slug: String) -> DiagnosticCode {
    DiagnosticCode(name: name, slug: slug, severity: .error)
  }

  /// A warning's code.
  package static func warning(_ name: String, _ slug: String) -> DiagnosticCode {
    DiagnosticCode(name: name, slug: slug, severity: .warning)
  }

  /// The code of what `epic lint` reports: a warning that no build waits for.
  package static func lint(_ name: String, _ slug: String) -> DiagnosticCode {
    DiagnosticCode(name: name, slug: slug, severity: .warning)
  }
}
