import ArgumentParser
import EpicCompiler

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Report every finding of a workspace.",
    discussion: """
      Prints nothing and exits with 0 if there is none. Nothing is written.

      EXAMPLES
        epic check
        epic check examples/storefront --format json
      """)

  @Argument(help: ArgumentHelp("The workspace's folder; the same as --workspace.", valueName: "folder"))
  var folder: String?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var output: ConsoleOptions

  func run() throws {
    ProcessMemory.prepare()
    let compilation = Compiler.check(try workspace.fileSystem(folder), CompileOptions(jobs: workspace.jobs))
    format.show(compilation.diagnostics, in: compilation.sources, on: output.console)
    if !compilation.diagnostics.isEmpty { throw ExitStatus.findings.error }
  }
}
