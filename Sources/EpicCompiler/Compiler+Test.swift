import EpicBase
import EpicDiagnostics
import EpicIR
import EpicProve
import EpicSema
import EpicSyntax

extension Compiler {
  /// Checks a workspace and, if it has no error, runs its tests, cases, rejects and policies: all, or those whose name
  /// holds `filter`. Writes nothing.
  package static func test(
    _ fileSystem: some FileSystem, filter: String? = nil, _ options: CompileOptions = CompileOptions()
  ) -> TestReport {
    let parsed = parse(fileSystem)
    let compilation = check(parsed, in: fileSystem, options)
    var report = TestReport(sources: compilation.sources, findings: compilation.diagnostics)
    guard !compilation.hasErrors, let program = compilation.program, let deployment = compilation.deployment else {
      return report
    }
    var pending: [(origin: SourceSpan, result: TestReport.Result)] = []
    func isWanted(_ name: String) -> Bool {
      guard let filter, !filter.isEmpty, !name.contains(filter) else { return true }
      report.skipped += 1
      return false
    }
    func add(
      _ name: String, _ kind: TestReport.Kind, _ package: String, _ origin: Origin, _ failures: [Diagnostic]
    ) {
      let place = place(origin.application ?? origin.span, in: compilation.sources)
      pending.append(
        (
          origin.application ?? origin.span,
          TestReport.Result(name: name, kind: kind, package: package, place: place, failures: failures)
        ))
    }
    var runner = TestRunner(deployment)
    for test in program.tests where isWanted(test.name) {
      let kind: TestReport.Kind = test.name.hasPrefix("cases (") && test.origin.application != nil ? .cases : .test
      add(test.name, kind, test.package, test.origin, runner.run(test))
    }
    // A violated policy is an error of the check, and nothing would be run.
    for policy in program.policies where isWanted(policy.name) {
      add(policy.name, .policy, policy.package, policy.origin, [])
    }
    let known = Set(compilation.diagnostics)
    for reject in program.rejects {
      let name = "reject \(reject.code)"
      guard isWanted(name) else { continue }
      let failures = failures(of: reject, parsed, known, fileSystem, options)
      add(name, .reject, reject.package, reject.origin, failures)
    }
    pending.sort { $0.origin < $1.origin }
    report.results = pending.map(\.result)
    report.coverage = coverage(runner.reached, deployment, program, compilation.sources)
    return report
  }

  private static func place(_ span: SourceSpan, in sources: SourceSet) -> String {
    SourceLocation(span, in: sources).map { "\($0.path):\($0.start.line)" } ?? ""
  }

  // MARK: Reject

  /// Compiles the workspace with the declarations of a `reject` beside it: what it gets wrong, empty if the declarations
  /// give the finding that is named and no error besides.
  private static func failures(
    of reject: RejectTest, _ parsed: ParsedWorkspace, _ known: Set<Diagnostic>, _ fileSystem: some FileSystem,
    _ options: CompileOptions
  ) -> [Diagnostic] {
    var parsed = parsed
    guard let file = parsed.sources.file(reject.body.source),
      let position = parsed.results.firstIndex(where: { $0.tree.source == reject.body.source })
    else { return [] }
    // The declarations stay where they are, so that findings point at them; of the rest of the file only its `use`
    // lines are left, because they are what the declarations see.
    let tree = parsed.results[position].tree
    var text = file.text
    var kept = tree.children(of: .file).filter { tree.kind(of: $0) == .use }.map { tree.span(of: $0) }
    kept.append(reject.body)
    for index in text.indices where text[index] != UInt8(ascii: "\n") {
      if !kept.contains(where: { Int($0.start) <= index && index < Int($0.end) }) { text[index] = UInt8(ascii: " ") }
    }
    let unit = EpicSyntax.parse(text, source: reject.body.source, interner: &parsed.interner)
    // Of the same folder, and never the workspace's root file.
    let folder = file.path.lastIndex(of: "/").map { file.path[...$0] } ?? ""
    let units = parsed.units + [SourceUnit(path: "\(folder)reject.epic", parsed: unit)]
    let evaluation = evaluate(units, interner: parsed.interner) { read($0, from: fileSystem) }
    let compilation = finish(&parsed, evaluation, fileSystem, options, emits: false)
    let found = compilation.diagnostics.filter { !known.contains($0) }
    return verdict(reject, found.filter { $0.severity == .error || $0.code.name == reject.code })
  }

  private static func verdict(_ reject: RejectTest, _ found: [Diagnostic]) -> [Diagnostic] {
    var others: [Diagnostic] = []
    for finding in found where finding.code.name != reject.code && !others.contains(finding) { others.append(finding) }
    if others.isEmpty && found.contains(where: { $0.code.name == reject.code }) { return [] }
    if others.isEmpty {
      return [
        Diagnostic(
          .rejectFailed, "`reject \(reject.code)`: the declarations are accepted", at: reject.codeSpan,
          label: "nothing gives this finding", help: "they do not make the mistake that the test is about")
      ]
    }
    return others.map { finding in
      Diagnostic(
        .rejectFailed, "`reject \(reject.code)`: the declarations give \(finding.code.name): \(finding.message)",
        at: reject.codeSpan, secondary: [Annotation(finding.primary.span, finding.code.name)])
    }
  }

  /// Reports the `reject`s whose code no finding has.
  static func reportUnknownRejects(_ program: EvaluatedProgram, reporting sink: inout DiagnosticSink) {
    if program.rejects.isEmpty { return }
    let codes = DiagnosticPages.all.map(\.code).filter { !$0.hasPrefix("L") }
    let known = Set(codes)
    for reject in program.rejects where !known.contains(reject.code) {
      let suggestion = nearest(reject.code, codes)
      sink.report(
        Diagnostic(
          .unknownRejectCode, "no finding of the compiler has the code `\(reject.code)`", at: reject.codeSpan,
          help: suggestion.map { "did you mean `\($0)`?" } ?? "`epic explain --list` shows them all",
          fixes: suggestion.map { [FixIt("write `\($0)`", [TextEdit(reject.codeSpan, replacement: $0)])] } ?? []))
    }
  }

  // MARK: Coverage

  private static func coverage(
    _ reached: [Set<Int>], _ deployment: Deployment, _ program: EvaluatedProgram, _ sources: SourceSet
  ) -> TestCoverage {
    var coverage = TestCoverage()
    for (table, arms) in zip(deployment.routeTables, reached) {
      let items = table.arms.enumerated().map { position, arm in
        TestCoverage.Part.Item(
          name: arm.name, place: place(arm.origin.span, in: sources), isReached: arms.contains(position))
      }
      coverage.parts.append(TestCoverage.Part(kind: "routes", name: table.identity.description, items: items))
    }
    for branch in program.branches {
      let item = TestCoverage.Part.Item(
        name: branch.name, place: place(branch.span, in: sources), isReached: branch.isTaken)
      if let last = coverage.parts.last, last.kind == "template", last.name == branch.template {
        coverage.parts[coverage.parts.count - 1].items.append(item)
      } else {
        coverage.parts.append(TestCoverage.Part(kind: "template", name: branch.template, items: [item]))
      }
    }
    return coverage
  }
}
