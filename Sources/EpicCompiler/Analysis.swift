package import EpicBase
package import EpicDiagnostics
import EpicLint
package import EpicSema
package import EpicSyntax

/// What an editor needs to know of a workspace: its trees, what its names stand for, and every finding. The findings come
/// later than the rest, since most questions are not about them and they take most of the time.
package struct Analysis: Sendable {
  /// What a check still needs.
  private struct Pending {
    var parsed: ParsedWorkspace
    var diagnostics: [Diagnostic]
  }

  /// The files in order of path, the lock last, once there are findings; a `SourceID` is an index.
  package private(set) var sources: SourceSet
  /// One a source file, in the same order; the lock has none.
  package let trees: [SyntaxTree]
  /// Findings in source order, those of every stage that `epic check` runs and of the rules of `epic lint`. Nil until
  /// they are looked for.
  package private(set) var findings: [Diagnostic]?
  package let names: NameIndex
  /// What the declarations say after templates and overrides, with mistakes in them.
  private let program: EvaluatedProgram

  private let positions: [String: SourceID]
  private var pending: Pending?

  init(parsed: ParsedWorkspace, program: EvaluatedProgram, diagnostics: [Diagnostic], names: NameIndex) {
    sources = parsed.sources
    trees = parsed.trees
    self.names = names
    self.program = program
    var positions: [String: SourceID] = [:]
    for (index, file) in parsed.sources.files.enumerated() {
      positions[file.path] = SourceID(UInt32(truncatingIfNeeded: index))
    }
    self.positions = positions
    pending = Pending(parsed: parsed, diagnostics: diagnostics)
  }

  /// The declarations whose name stands at a place: several where it is a family's, none where nobody evaluated it.
  package func declarations(named span: SourceSpan) -> [EvaluatedDeclaration] {
    DeclarationKind.allCases.flatMap { kind in program.declarations(of: kind).filter { $0.nameSpan == span } }
  }

  /// Findings in source order; none if they were not looked for.
  package var diagnostics: [Diagnostic] { findings ?? [] }

  /// The file at a path of the workspace.
  package func source(_ path: String) -> SourceID? { positions[path] }

  /// The tree of a file; nil for the lock and for ids of other sets.
  package func tree(_ source: SourceID) -> SyntaxTree? {
    Int(source.rawValue) < trees.count ? trees[Int(source.rawValue)] : nil
  }

  /// Looks for the findings, unless that was done. False if `isSuperseded` said yes before the end: it is asked between
  /// the stages, and nothing is found then.
  package mutating func check(
    _ fileSystem: some FileSystem, withLint: Bool = false, isSuperseded: @escaping @Sendable () -> Bool = { false }
  ) -> Bool {
    guard var work = pending else { return true }
    var options = CompileOptions(jobs: 1)
    options.isSuperseded = isSuperseded
    let compilation = Compiler.finish(
      &work.parsed, (program, work.diagnostics), fileSystem, options, emits: false)
    if compilation.isAbandoned { return false }
    var sink = DiagnosticSink()
    sink.report(contentsOf: compilation.diagnostics)
    if withLint, !compilation.hasErrors, let program = compilation.program, let deployment = compilation.deployment {
      if isSuperseded() { return false }
      let input = LintInput(files: work.parsed.units, program: program, deployment: deployment)
      sink.report(contentsOf: Compiler.findings(of: input))
    }
    sources = compilation.sources
    findings = sink.sorted
    pending = nil
    return true
  }
}

extension Compiler {
  /// Reads a workspace and what its names stand for; what is wrong with it is looked for by `Analysis.check`. Never
  /// fails, whatever the files hold.
  package static func analyze(_ fileSystem: some FileSystem, _ memo: inout ParseMemo) -> Analysis {
    let parsed = parse(fileSystem, &memo)
    let evaluation = evaluateNaming(parsed.units, interner: parsed.interner) { read($0, from: fileSystem) }
    return Analysis(
      parsed: parsed, program: evaluation.program, diagnostics: evaluation.diagnostics, names: evaluation.names)
  }

  /// Checks a workspace as `check` does, and keeps what an editor asks for.
  package static func analyze(_ fileSystem: some FileSystem) -> Analysis {
    var memo = ParseMemo()
    var analysis = analyze(fileSystem, &memo)
    _ = analysis.check(fileSystem)
    return analysis
  }

  /// Parses one text by itself.
  package static func parse(text: [UInt8]) -> ParseResult {
    var interner = Interner.withKeywords()
    return EpicSyntax.parse(text, source: SourceID(0), interner: &interner)
  }
}
