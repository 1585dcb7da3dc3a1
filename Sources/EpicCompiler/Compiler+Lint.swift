package import EpicBase
package import EpicDiagnostics
import EpicIR
import EpicLint
import EpicSema

/// What `epic lint` found.
package struct LintReport: Sendable {
  /// A file that fixes changed.
  package struct FixedFile: Hashable, Sendable {
    package var path: String
    package var text: [UInt8]
  }
  package var sources: SourceSet
  /// In source order: what the rules found, or, if the workspace has errors, what `check` finds.
  package var diagnostics: [Diagnostic]
  /// Whether the workspace has errors, so that no rule was asked.
  package var hasErrors: Bool
  /// Files that differ from the disk's, by path; `sources` holds their new text.
  package var fixed: [FixedFile] = []
}

extension Compiler {
  /// Rounds of fixes; what is left after them is reported.
  private static let fixRounds = 16

  /// Looks for what is legal and better written otherwise. Writes nothing. A workspace with errors is not looked at.
  package static func lint(_ fileSystem: some FileSystem) -> LintReport { linted(fileSystem).report }

  /// Applies the fixes that keep the deployment until there is none left, and reports what remains. Writes nothing: the
  /// changed files are in the report. A round of fixes that brings an error, or another deployment, is not applied.
  package static func lintFixing(_ fileSystem: some FileSystem) -> LintReport {
    var overlay = OverlayFileSystem(fileSystem)
    var current = linted(overlay)
    for _ in 0..<fixRounds {
      guard !current.report.hasErrors else { break }
      let changes = FixPlan(current.findings).apply(to: current.report.sources)
      if changes.isEmpty { break }
      var next = overlay
      for (path, text) in changes { next.write(path, text) }
      let after = linted(next)
      guard !after.report.hasErrors, after.content == current.content else { break }
      overlay = next
      current = after
    }
    current.report.fixed = overlay.changes.map { LintReport.FixedFile(path: $0.path, text: $0.text) }
    return current.report
  }

  /// A report with all that the rules found, and what the deployment says, apart from where it was written.
  private static func linted(
    _ fileSystem: some FileSystem
  ) -> (report: LintReport, findings: [Diagnostic], content: [UInt8]) {
    let parsed = parse(fileSystem)
    let compilation = check(parsed, in: fileSystem, CompileOptions())
    guard !compilation.hasErrors, let program = compilation.program, var deployment = compilation.deployment else {
      let report = LintReport(sources: compilation.sources, diagnostics: compilation.diagnostics, hasErrors: true)
      return (report, [], [])
    }
    let findings = findings(of: LintInput(files: parsed.units, program: program, deployment: deployment))
    deployment.sequence = 0
    deployment.sources = []
    var sink = DiagnosticSink()
    sink.report(contentsOf: findings)
    let report = LintReport(sources: compilation.sources, diagnostics: sink.sorted, hasErrors: false)
    return (report, findings, deployment.encoded(includingProvenance: false))
  }

  /// What the rules find in a workspace's own files: the standard library is linted where it is made, not where it is
  /// used.
  static func findings(of input: LintInput) -> [Diagnostic] {
    Linter.lint(input).filter { finding in
      let position = Int(finding.primary.span.source.rawValue)
      return !(position < input.files.count && StandardLibrary.owns(input.files[position].path))
    }
  }
}
