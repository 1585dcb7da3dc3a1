package import EpicIR

/// What a value of an artifact was made from, in the words of the deployment: which row, and which statement of it. It
/// is symbolic, so that noting one is cheap and needs no syntax; `epic why` looks up where it was written.
package indirect enum ValueSource: Hashable, Sendable {
  /// The kinds of declarations that sources name; the raw value is the keyword.
  package enum Table: String, Hashable, Sendable {
    case tenant, site, pool, zone, kubernetes, cdn, geo, engine, issuer, certificate, ingress, routes, upstream
  }

  /// What the origin's statement says.
  case origin(Origin)
  /// A statement in the body of the origin's, by its first words: `address` of a node, `issuer` of `auth jwt`.
  case part(Origin, String)
  /// What the route at the origin leads to.
  case outcome(Origin)
  /// The statements in the body of what the route at the origin leads to: the shares of a `split`.
  case outcomeParts(Origin)
  /// A declaration as a whole: that it is there, and what it is called.
  case declaration(Table, Identity)
  /// A field of a declaration, by its first words and key: `timeout request`, `response-header server`.
  case field(Table, Identity, String)
  /// A value of a statement that may leave it out, by its name in the statement's form: `interval` of a health check. What
  /// holds without it is told if the statement does so.
  case value(ValueSource, String)
  /// A statement of the workspace's root file, by its first word.
  case workspace(String)
  /// An entry of `epic.lock`: the words that its line holds.
  case lock([String])
  /// A source file, by its path.
  case file(String)
  /// EPIC's own choice; the text says why, and follows "set by EPIC:".
  case rule(String)
  /// Adds up or digests what the text names: every change there changes it.
  case summary(String)
}

/// What the next value of an artifact was made from.
package struct ValueMark: Hashable, Sendable {
  /// Offset into the artifact: the mark is about the first value that starts at or behind it; in a text file, about the
  /// line there and the lines behind it up to the next mark.
  package var offset: Int
  package var sources: [ValueSource]

  package init(offset: Int, _ sources: [ValueSource]) {
    self.offset = offset
    self.sources = sources
  }
}

/// An artifact with what its values were made from.
package struct ExplainedArtifact: Sendable {
  /// Path below the backend's folder of the target.
  package var path: String
  package var bytes: [UInt8]
  /// In order of offset. A value without one is about what the values around it are about.
  package var marks: [ValueMark]

  package init(path: String, bytes: [UInt8], marks: [ValueMark]) {
    self.path = path
    self.bytes = bytes
    self.marks = marks
  }
}
