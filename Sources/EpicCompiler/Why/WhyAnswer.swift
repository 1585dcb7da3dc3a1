package import EpicBase

/// What `epic why` answers: a value of an artifact and the chain of statements that it was made from.
package struct WhyAnswer: Sendable {
  /// Path in the artifact tree.
  package var artifact: String
  /// JSON pointer (RFC 6901), or the line's number in a text file; nil for the artifact as a whole.
  package var place: Place?
  /// The value as it stands in the artifact; shortened where it is long.
  package var value: String
  /// From what gave the value to what it belongs to. At least one.
  package var steps: [WhyStep]

  package enum Place: Hashable, Sendable {
    case pointer(String)
    /// Counted from 1.
    case line(Int)
  }
}

/// One link of the chain.
package struct WhyStep: Hashable, Sendable {
  /// What the link says; the raw value is its name in JSON, and the order is that of the chain.
  package enum Kind: Int, Hashable, Sendable, CaseIterable {
    /// EPIC's own choice.
    case rule
    /// Counts or digests what is named.
    case summary
    /// The statement that gives the value.
    case statement
    /// A statement that said it before: a template's, or a list before an edit.
    case replaced
    /// What applied the template, or the loop's element.
    case use
    /// `if`, `for` or `under` around the statement: it holds only there.
    case condition
    /// A constant, parameter or variable that a statement names.
    case name
    /// An entry of `epic.lock`.
    case lock
    /// A source file as a whole.
    case file
    /// What the statement belongs to.
    case within

    package var name: String { String(describing: self) }
  }
  package var kind: Kind
  /// What the link is, as a phrase.
  package var text: String
  /// Nil only for a rule.
  package var span: SourceSpan?

  package init(_ kind: Kind, _ text: String, _ span: SourceSpan? = nil) {
    self.kind = kind
    self.text = text
    self.span = span
  }
}

/// Why a question has no answer, as a sentence for people.
package struct WhyError: Error, Hashable, Sendable, CustomStringConvertible {
  package var description: String

  package init(_ description: String) { self.description = description }
}
