import ArgumentParser
import EpicBase
import EpicCompiler
import EpicDiagnostics

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Report every finding of a workspace.",
    discussion: """
      Prints nothing and exits with 0 if there is none. Nothing is written.

      With --engine Envoy itself is asked about what a build would give it: the same check that an edge node makes before it \
      applies a release. What was found valid is kept by content, in $XDG_CACHE_HOME/epic or ~/.cache/epic, and the \
      engine is not asked about it again. Engines of several releases are asked by several binaries: each says what it is.

      EXAMPLES
        epic check
        epic check examples/storefront --format json
        epic check --engine --envoy /usr/local/bin/envoy --verbose
        epic check --engine --envoy bin/envoy-1.39 --envoy bin/envoy-1.40
      """)

  @Argument(help: ArgumentHelp("The workspace's folder; the same as --workspace.", valueName: "folder"))
  var folder: String?

  @OptionGroup var engine: EngineOptions
  @OptionGroup var artifacts: ArtifactOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var output: ConsoleOptions

  func run() async throws {
    if engine.isAsked { return try await runWithEngine() }
    ProcessMemory.prepare()
    let compilation = Compiler.check(try workspace.fileSystem(folder), CompileOptions(jobs: workspace.jobs))
    format.show(compilation.diagnostics, in: compilation.sources, on: output.console)
    if !compilation.diagnostics.isEmpty { throw ExitStatus.findings.error }
  }

  private func runWithEngine() async throws {
    let fileSystem = try workspace.fileSystem(folder)
    // A wrong command line is told before anything is compiled.
    let validators = try await engine.validators()
    let (compilation, explanations) = Compiler.explain(
      fileSystem, CompileOptions(jobs: workspace.jobs, routeForm: artifacts.routeForm))
    var diagnostics = compilation.diagnostics
    var answers: [EngineAnswer] = []
    if var explanations {
      for form in compilation.engineForms {
        let (answer, finding) = try await EngineAnswer.ask(validators, about: form, &explanations)
        answers.append(answer)
        if engine.verbose { output.console.note(answer.sentence) }
        if let finding, !diagnostics.contains(finding) { diagnostics.append(finding) }
      }
    }
    if format.format == .json {
      output.console.output(
        JSONRenderer.render(
          diagnostics, in: compilation.sources, with: { EngineAnswer.write(answers, validators, to: &$0) }))
    } else {
      format.show(diagnostics, in: compilation.sources, on: output.console)
    }
    if !diagnostics.isEmpty { throw ExitStatus.findings.error }
  }
}
