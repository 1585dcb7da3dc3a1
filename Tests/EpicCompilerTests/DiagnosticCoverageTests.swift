import EpicBase
import EpicCompiler
import EpicDevKit
import EpicDiagnostics
import Foundation
import Testing

/// How much of the registry the goldens, their fixes and the pages cover. Rules of `epic lint` have goldens and pages of
/// their own, which `EpicLintTests` enforces.
@Suite struct DiagnosticCoverageTests {
  /// Codes that no workspace shows: a check before them finds the same mistake, or they guard against a fault of the
  /// compiler's own. Each is tested where it is reported, on a deployment made by hand; its page says why.
  private static let backstops: Set<String> = [
    // Evaluation finds what these prove: a listener without a certificate, an empty upstream.
    "E0702", "E0719",
    // Allocation gives every ingress addresses of its own, and ids of tunnels are many.
    "E0614", "E0704",
    // Two names of nodes with one hash; equal addresses are E0613.
    "E0851",
    // Faults of the compiler's own.
    "E0810", "W0190",
    // Reading a file finds E0981 first; the parser's own limit is tested in EpicSyntaxTests.
    "E0026",
    // Only `epic test` reports them, for what runs and not for what is compiled: TestRunTests provokes each.
    "E1010", "E1011",
    // Only `epic check --engine` reports them, for what Envoy says: EngineFormTests makes each of its findings.
    "E0815", "E0816", "E0817",
  ]

  /// Share of the error codes that have a fix, in percent, below which the suite fails.
  private static let leastShareOfFixes = 60

  private struct Coverage {
    /// Code -> how many cases show it.
    var cases: [String: Int] = [:]
    /// Codes of which a case's first fix leaves nothing behind.
    var fixed: Set<String> = []
    var acrossFiles = 0
  }

  private static func coverage() throws -> Coverage {
    var coverage = Coverage()
    for golden in GoldenCase.all {
      let run = try GoldenRun.of(golden)
      let shown = golden.recipe.showsLast ? run.result.diagnostics.suffix(1) : run.result.diagnostics[...]
      for code in Set(shown.map(\.code.name)) { coverage.cases[code, default: 0] += 1 }
      for fix in run.fixes where fix.rank == 0 && fix.isClean(before: run.result) {
        coverage.fixed.insert(fix.diagnostic.code.name)
      }
      let reachesOut = shown.contains { diagnostic in
        diagnostic.secondary.contains { $0.span.source != diagnostic.primary.span.source }
      }
      if reachesOut { coverage.acrossFiles += 1 }
    }
    return coverage
  }

  @Test func everyCodeHasAGoldenAndMostErrorsAFix() throws {
    let codes = try DiagnosticPageTests.registered().filter { !$0.hasPrefix("L") }
    let coverage = try DiagnosticCoverageTests.coverage()
    let errors = codes.filter { $0.hasPrefix("E") }
    let fixed = errors.filter(coverage.fixed.contains)
    let missing = codes.filter { coverage.cases[$0] == nil && !DiagnosticCoverageTests.backstops.contains($0) }
    print("\(GoldenCase.all.count) negative cases, \(coverage.acrossFiles) with a second file")
    print(
      "\(codes.count) codes: \(coverage.cases.count) with a golden, \(DiagnosticCoverageTests.backstops.count) backstops"
    )
    print(
      "\(errors.count) errors: \(fixed.count) with a fix that re-checks clean, \(fixed.count * 100 / errors.count)%")
    print("without a fix: \(errors.filter { !coverage.fixed.contains($0) }.joined(separator: " "))")
    #expect(missing.isEmpty, "codes without a golden: \(missing.joined(separator: " "))")
    #expect(fixed.count * 100 >= errors.count * DiagnosticCoverageTests.leastShareOfFixes)
    #expect(coverage.acrossFiles >= 15)
    let shown = DiagnosticCoverageTests.backstops.filter { coverage.cases[$0] != nil }.sorted()
    #expect(shown.isEmpty, "a golden shows what was said to be a backstop: \(shown.joined(separator: " "))")
    let unknown = DiagnosticCoverageTests.backstops.subtracting(codes).sorted()
    #expect(unknown.isEmpty, "backstops that are no codes: \(unknown.joined(separator: " "))")
  }

  /// A page says what the code means and why, and shows what is wrong, what is right and what is printed. The examples are
  /// the goldens', which are compiled.
  @Test func everyPageExplainsAndShows() throws {
    for page in DiagnosticPages.all where !page.code.hasPrefix("L") {
      let text = page.text
      let words = text.prefix(upTo: text.firstRange(of: "\n## ")?.lowerBound ?? text.endIndex)
      if DiagnosticCoverageTests.backstops.contains(page.code) { continue }
      #expect(words.utf8.count >= 150, "\(page.code) says what it means and why it is one")
      for part in ["\n## Wrong\n", "\n## Right\n", "\n## As the compiler shows it\n"] {
        #expect(text.contains(part), "\(page.code) has no part `\(part.dropFirst().dropLast())`")
      }
    }
  }
}
