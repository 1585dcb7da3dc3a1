import EpicBase
import EpicCompiler
import EpicDiagnostics

/// `epic-dev workspace`: writes a generated workspace and checks it.
enum WorkspaceCommand {
  static func run(_ words: [String]) throws -> Int32 {
    let arguments = try Arguments(words, options: ["ingresses", "lines", "seed", "to"])
    guard let folder = arguments.value("to") else {
      throw Arguments.UsageError(description: "`workspace` needs `--to`")
    }
    let count = Int(try arguments.number("ingresses", default: 1000))
    let seed = try arguments.number("seed", default: 1)
    let lines = Int(try arguments.number("lines", default: 0))
    let workspace =
      lines > 0
      ? GeneratedWorkspace(lines: lines, seed: seed)
      : GeneratedWorkspace(GeneratedWorkspace.Size(ingresses: count), seed: seed)
    for file in workspace.files { try Files.write(file.text, to: "\(folder)/\(file.path)") }
    let compilation = Compiler.check(workspace.fileSystem, CompileOptions(jobs: 1))
    for diagnostic in compilation.diagnostics.prefix(20) { Output.print(describe(diagnostic, compilation) + "\n") }
    Output.complain(
      "\(workspace.files.count) files, \(workspace.lineCount) lines, \(workspace.byteCount) bytes, "
        + "\(compilation.diagnostics.count) diagnostics\n")
    // Whoever serves a large workspace from one edge has to raise Linux's limit, and is told so.
    return compilation.diagnostics.allSatisfy { $0.code == .manyWatchedFiles } ? 0 : 1
  }

  /// A finding on one line.
  static func describe(_ diagnostic: Diagnostic, _ compilation: Compilation) -> String {
    let span = diagnostic.primary.span
    let file = compilation.sources.file(span.source)
    let position = file?.lines.position(at: span.start) ?? (line: 0, column: 0)
    return
      "\(file?.path ?? "?"):\(position.line + 1):\(position.column + 1): \(diagnostic.code.name) \(diagnostic.message)"
  }
}
