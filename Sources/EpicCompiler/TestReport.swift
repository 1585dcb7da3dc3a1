package import EpicBase
package import EpicDiagnostics
import EpicIR

/// What `epic test` found.
package struct TestReport: Sendable {
  /// What was run.
  package enum Kind: String, Sendable {
    case test, cases, reject, policy
  }

  /// One test, row, reject or policy.
  package struct Result: Sendable {
    package var name: String
    package var kind: Kind
    /// Dotted path of the package; empty for the root's.
    package var package: String
    /// Where it is written, as `acme/tests.epic:12`.
    package var place: String
    /// What it expects and did not get; empty if it passes.
    package var failures: [Diagnostic]

    package var passes: Bool { failures.isEmpty }
  }

  package var sources: SourceSet
  /// What `epic check` finds. With an error among them nothing is run.
  package var findings: [Diagnostic]
  /// In order of source.
  package var results: [Result] = []
  /// How many there are that the filter left out.
  package var skipped = 0
  package var coverage = TestCoverage()

  package var hasErrors: Bool { findings.contains { $0.severity == .error } }
  package var failures: Int { results.count { !$0.passes } }
  package var isClean: Bool { failures == 0 && findings.isEmpty }
}

/// Which arms and template branches tests reach.
package struct TestCoverage: Sendable {
  /// One `routes` declaration, or one template with conditions.
  package struct Part: Sendable {
    package struct Item: Sendable {
      package var name: String
      /// As `acme/routes.epic:12`.
      package var place: String
      package var isReached: Bool
    }
    /// `routes` or `template`.
    package var kind: String
    package var name: String
    package var items: [Item]

    package var reached: Int { items.count(where: \.isReached) }
  }
  package var parts: [Part] = []

  package var reached: Int { parts.reduce(0) { $0 + $1.reached } }
  package var total: Int { parts.reduce(0) { $0 + $1.items.count } }

  /// Reached items in tenths of a percent, rounded down; 1000 where there is nothing to reach.
  package var perMille: Int { total == 0 ? 1000 : reached * 1000 / total }

  /// `83.3%`.
  package var percentage: String { TestCoverage.text(reached, total) }

  package static func text(_ reached: Int, _ total: Int) -> String {
    let perMille = total == 0 ? 1000 : reached * 1000 / total
    return "\(perMille / 10).\(perMille % 10)%"
  }
}
