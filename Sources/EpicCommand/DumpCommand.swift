import ArgumentParser
import EpicBase
import EpicCompiler

struct DumpCommand: ParsableCommand {
  /// What can be shown as text.
  enum Stage: String, CaseIterable, ExpressibleByArgument {
    case tokens, tree, symbols, ir, routes, statistics
  }

  static let configuration = CommandConfiguration(
    commandName: "dump",
    abstract: "Show a stage of the compiler as text.",
    discussion: """
      tokens and tree show a file each; symbols the declarations of every package; ir the deployment; routes in which \
      form each of Envoy's tables of routes is written, and why; statistics how many series of Prometheus each tenant \
      may have on a node, and what makes them.

      EXAMPLES
        epic dump tokens acme/shop.epic
        epic dump ir
        epic dump routes --route-form tree
      """)

  @Argument(help: "tokens, tree, symbols, ir, routes or statistics.")
  var stage: Stage

  @Argument(help: ArgumentHelp("Files for tokens and tree; by default every file.", valueName: "file"))
  var files: [String] = []

  @OptionGroup var artifacts: ArtifactOptions
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
    case .symbols, .ir, .routes, .statistics:
      let options = CompileOptions(jobs: workspace.jobs, routeForm: artifacts.routeForm)
      let compilation = Compiler.check(fileSystem, options)
      format.show(compilation.diagnostics, in: compilation.sources, on: console)
      if stage == .symbols, let text = compilation.dumpSymbols() { console.output(text) }
      if stage == .ir, let deployment = compilation.deployment { console.output(Compiler.dump(deployment)) }
      if stage == .routes, let deployment = compilation.deployment {
        console.output(Compiler.dumpRoutes(deployment, options))
      }
      if stage == .statistics, let deployment = compilation.deployment {
        console.output(Compiler.dumpStatistics(deployment))
      }
      if compilation.hasErrors { throw ExitStatus.findings.error }
    }
  }
}
