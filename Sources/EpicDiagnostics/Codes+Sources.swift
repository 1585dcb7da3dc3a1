// What the façade finds while it reads a workspace, and before it writes.
extension DiagnosticCode {
  /// A source file is longer than the limit.
  package static let sourceTooLarge = DiagnosticCode.error("E0981", "source-too-large")
  /// The workspace has more source files than the limit.
  package static let tooManySources = DiagnosticCode.error("E0982", "too-many-sources")
  /// A source file, or the workspace's folder, cannot be read.
  package static let unreadableSource = DiagnosticCode.error("E0983", "unreadable-source")
  /// `epic.lock` is there and cannot be read.
  package static let lockNotRead = DiagnosticCode.error("E0984", "lock-not-read")
}
