/// What a statement of the language becomes in one plane: a row of the reference and of hover.
package struct EmittedField: Hashable, Sendable {
  /// The statement: its body, a dot, and its keyword with the words that always follow it, as `upstream.health http`.
  package let statement: String
  /// The emitted fields, named as the plane's own documentation names them.
  package let becomes: String

  package init(_ statement: String, _ becomes: String) {
    self.statement = statement
    self.becomes = becomes
  }
}
