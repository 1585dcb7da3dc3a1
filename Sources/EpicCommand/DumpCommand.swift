import ArgumentParser
import EpicBase
import EpicCompiler

struct DumpCommand: ParsableCommand {
  /// What can be shown as text.
  enum Stage: String, CaseIterable, ExpressibleByArgument {
    case tokens, tree, symbols, ir
  }

  static let configuration = CommandConfiguration(
    commandName: "dump",
    abstract: "Show a stage of the compiler as text.",
    discussion: """
      tokens and tree show a file each; symbols the declarations of every package; ir the deployment.

      EXAMPLES
        epic dump tokens acme/shop.epic
        epic dump ir
      """)

  @Argument(help: "tokens, tree, symbols or ir.")
  var stage: Stage

  @Argument(help: ArgumentHelp("Files for tokens and tree; by default every file.", valueName: "file"))
  var files: [String] = []

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var output: ConsoleOptions

  func run() throws {
    let fileSystem = try workspace.fileSystem()
    let console = output.console
    switch stage {
    case .tokens, .tree:
      let parsed = Compiler.parse(fileSystem)
      let known = Set(parsed.sources.files.map(\.path))
      let named = try workspace.paths(files, in: fileSystem.root) { known.contains($0) }
      for (file, tree) in zip(parsed.sources.files, parsed.trees) where named.isEmpty || named.contains(file.path) {
        console.output("// \(file.path)\n")
        console.output(stage == .tokens ? Compiler.dumpTokens(tree) : Compiler.dumpTree(tree))
      }
      format.show(parsed.diagnostics, in: parsed.sources, on: console)
      if !parsed.diagnostics.isEmpty { throw ExitStatus.findings.error }
    case .symbols, .ir:
      let compilation = Compiler.check(fileSystem, CompileOptions(jobs: workspace.jobs))
      format.show(compilation.diagnostics, in: compilation.sources, on: console)
      if stage == .symbols, let text = compilation.dumpSymbols() { console.output(text) }
      if stage == .ir, let deployment = compilation.deployment { console.output(Compiler.dump(deployment)) }
      if compilation.hasErrors { throw ExitStatus.findings.error }
    }
  }
}
