import EpicBase
import EpicCompiler
import EpicDiagnostics
import EpicFormat

/// A command of `epic` over a folder, as a program of its own runs it: from the disk, all of it.
package enum BenchStage: String, CaseIterable, Sendable {
  case check
  case format = "fmt"
  case lint

  /// What the command does to the workspace at a folder, and its exit code. Callgrind finds it by its name.
  @inline(never)
  package func run(_ folder: String) throws -> Int32 {
    ProcessMemory.prepare()
    let files = DiskFileSystem(root: folder)
    switch self {
    case .check: return show(Compiler.check(files, CompileOptions(jobs: 1)).diagnostics)
    case .lint: return show(Compiler.lint(files).diagnostics)
    case .format:
      for path in try files.files(withSuffix: Compiler.sourceSuffix) {
        let text = try files.read(path, atMost: Limits.sourceFileBytes)
        let result = Compiler.format(text)
        if result.text != text { try OutputFolder.writeFile("\(folder)/\(path)", result.text, isEquivalent: true) }
      }
      return 0
    }
  }

  private func show(_ diagnostics: [Diagnostic]) -> Int32 {
    for diagnostic in diagnostics.prefix(20) { Output.print("\(diagnostic.code.name) \(diagnostic.message)\n") }
    return diagnostics.contains { $0.severity == .error } ? 1 : 0
  }
}
