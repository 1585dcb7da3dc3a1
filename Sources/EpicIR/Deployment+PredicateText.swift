extension Deployment {
  /// A predicate in the language's spelling, every group of `and` and `or` in parentheses.
  package func text(of predicate: Predicate) -> String {
    DeploymentDump(self, includesProvenance: false).text(predicate)
  }

  /// A field in the language's spelling: `header "x-beta"`.
  package func text(of field: TextField) -> String { DeploymentDump(self, includesProvenance: false).text(field) }
}
