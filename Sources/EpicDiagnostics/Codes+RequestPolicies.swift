/// What is said of requests beside their routes: E0880 to E0889.
extension DiagnosticCode {
  /// `compress` with an encoding said twice, or what is no media type.
  package static let badCompression = DiagnosticCode.error("E0880", "bad-compression")
  /// A header, realm or path that `auth` cannot have.
  package static let badCredentialDemand = DiagnosticCode.error("E0881", "bad-credential-demand")
  /// Credentials that cannot be asked for together, or not on that listener.
  package static let conflictingCredentials = DiagnosticCode.error("E0882", "conflicting-credentials")
  /// A route that asks for a header that only the edge sets, behind it.
  package static let forwardedHeaderAsked = DiagnosticCode.error("E0883", "forwarded-header-asked")
  /// An upstream that the edge itself cannot ask.
  package static let unsuitableServant = DiagnosticCode.error("E0884", "unsuitable-servant")
}
