package import EpicBase
package import EpicDiagnostics
package import EpicSema
package import EpicSyntax

/// What an editor needs to know of a workspace: its trees, every finding, and what its names stand for.
package struct Analysis: Sendable {
  /// The files in order of path, the lock last; a `SourceID` is an index.
  package let sources: SourceSet
  /// One a source file, in the same order; the lock has none.
  package let trees: [SyntaxTree]
  /// Findings in source order, those of every stage that `epic check` runs.
  package let diagnostics: [Diagnostic]
  package let names: NameIndex

  private let positions: [String: SourceID]

  init(parsed: ParsedWorkspace, diagnostics: [Diagnostic], names: NameIndex) {
    sources = parsed.sources
    trees = parsed.trees
    self.diagnostics = diagnostics
    self.names = names
    var positions: [String: SourceID] = [:]
    for (index, file) in parsed.sources.files.enumerated() {
      positions[file.path] = SourceID(UInt32(truncatingIfNeeded: index))
    }
    self.positions = positions
  }

  /// The file at a path of the workspace.
  package func source(_ path: String) -> SourceID? { positions[path] }

  /// The tree of a file; nil for the lock and for ids of other sets.
  package func tree(_ source: SourceID) -> SyntaxTree? {
    Int(source.rawValue) < trees.count ? trees[Int(source.rawValue)] : nil
  }
}

extension Compiler {
  /// Checks a workspace as `check` does, and keeps what an editor asks for. Never fails, whatever the files hold.
  package static func analyze(_ fileSystem: some FileSystem) -> Analysis {
    var parsed = parse(fileSystem)
    let evaluation = evaluateNaming(parsed.units, interner: parsed.interner) { read($0, from: fileSystem) }
    let compilation = finish(
      &parsed, (evaluation.program, evaluation.diagnostics), fileSystem, CompileOptions(jobs: 1), emits: false)
    return Analysis(parsed: parsed, diagnostics: compilation.diagnostics, names: evaluation.names)
  }

  /// Parses one text by itself.
  package static func parse(text: [UInt8]) -> ParseResult {
    var interner = Interner.withKeywords()
    return EpicSyntax.parse(text, source: SourceID(0), interner: &interner)
  }
}
