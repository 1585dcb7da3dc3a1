package import EpicBase

/// How much a finding matters.
package enum Severity: UInt8, Hashable, Sendable, Comparable {
  /// Nothing is emitted while one stands.
  case error
  case warning
  case note

  package static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }

  /// The word shown to people.
  package var word: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note: "note"
    }
  }
}

/// A span with a label, shown under the source line.
package struct Annotation: Hashable, Sendable {
  package var span: SourceSpan
  /// A short phrase; may be empty for the primary span.
  package var label: String

  package init(_ span: SourceSpan, _ label: String = "") {
    self.span = span
    self.label = label
  }
}

/// A replacement of bytes.
package struct TextEdit: Hashable, Sendable {
  package var span: SourceSpan
  package var replacement: String

  package init(_ span: SourceSpan, replacement: String) {
    self.span = span
    self.replacement = replacement
  }
}

/// One way to mend the finding: edits that are applied together. The edits do not overlap.
package struct FixIt: Hashable, Sendable {
  /// What the fix does, in the imperative: "write `5s`".
  package var title: String
  package var edits: [TextEdit]

  package init(_ title: String, _ edits: [TextEdit]) {
    self.title = title
    self.edits = edits
  }
}

/// One finding about the user's input. Diagnostics are data: making one prints nothing.
package struct Diagnostic: Hashable, Sendable {
  /// Stable code and default severity, from the registry.
  package var code: DiagnosticCode
  package var severity: Severity
  /// One sentence in the present tense, quoting the user's text in backquotes, without a full stop.
  package var message: String
  package var primary: Annotation
  /// Labelled spans that explain the finding; may lie in other files.
  package var secondary: [Annotation]
  /// Lines shown as `= example: …` or other free notes.
  package var notes: [String]
  /// What to do, in the imperative.
  package var help: String?
  /// Ways to mend the finding, the best first.
  package var fixes: [FixIt]

  package init(
    _ code: DiagnosticCode,
    _ message: String,
    at span: SourceSpan,
    label: String = "",
    secondary: [Annotation] = [],
    notes: [String] = [],
    help: String? = nil,
    fixes: [FixIt] = []
  ) {
    self.code = code
    severity = code.severity
    self.message = message
    primary = Annotation(span, label)
    self.secondary = secondary
    self.notes = notes
    self.help = help
    self.fixes = fixes
  }
}

/// Collects diagnostics of one run. Order of reporting does not matter: `sorted` gives source order.
package struct DiagnosticSink: Sendable {
  package private(set) var diagnostics: [Diagnostic] = []
  package private(set) var errorCount = 0

  package init() {}

  package var hasErrors: Bool { errorCount > 0 }

  package mutating func report(_ diagnostic: Diagnostic) {
    if diagnostic.severity == .error { errorCount += 1 }
    diagnostics.append(diagnostic)
  }

  package mutating func report(contentsOf others: [Diagnostic]) {
    for diagnostic in others { report(diagnostic) }
  }

  /// All findings in source order, exact duplicates removed.
  package var sorted: [Diagnostic] {
    let order = diagnostics.indices.sorted { left, right in
      let first = diagnostics[left]
      let second = diagnostics[right]
      if first.primary.span != second.primary.span { return first.primary.span < second.primary.span }
      if first.code != second.code { return first.code.name < second.code.name }
      return left < right
    }
    var result: [Diagnostic] = []
    for index in order where result.last != diagnostics[index] { result.append(diagnostics[index]) }
    return result
  }
}
