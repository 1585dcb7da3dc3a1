extension DiagnosticCode {
  /// The formatter's check of its own result failed.
  package static let formatRefused = DiagnosticCode.warning("W0190", "format-refused")
}
