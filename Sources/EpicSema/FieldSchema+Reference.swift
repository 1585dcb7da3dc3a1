/// Where the reference tells of a statement.
extension FieldContext {
  /// Name of the body's page in `docs/reference`, without its extension.
  package var referenceName: String {
    switch self {
    case .workspaceFile: "workspace"
    case .clientCertificate: "client-certificate"
    default: "\(self)"
    }
  }
}

extension FieldSchema {
  /// The page and the statement's heading on it: `docs/reference/upstream.md#health-tcp`.
  package var referencePage: String {
    "docs/reference/\(context.referenceName).md#\(title.split(separator: " ").joined(separator: "-"))"
  }
}
