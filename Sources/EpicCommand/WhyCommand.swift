import ArgumentParser
import EpicCompiler
import EpicDiagnostics

struct WhyCommand: ParsableCommand {
  /// How the answer is printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Explain a value of an artifact: the statements that it was made from.",
    discussion: """
      PATH is an artifact of the build, or the end of its path if no other has the same. Behind it \
      stands a JSON pointer (RFC 6901) after `#`, or the number of a line after `:`. What no statement \
      says is set by EPIC, and the answer says why. Nothing is written; the value is the one that \
      `epic build` would give now.

      EXAMPLES
        epic why release.json#/sequence
        epic why nodes/fra-1/bird/epic.conf:14
        epic why --format json listeners/shop_shop~443.json#/freebind
      """)

  @Argument(help: ArgumentHelp("The artifact, and the place in it.", valueName: "path"))
  var path: String

  @Option(help: "The form of the answer: text or json.")
  var format: Format = .text

  @OptionGroup var artifacts: ArtifactOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: ConsoleOptions

  func run() throws {
    let console = output.console
    let (compilation, explanations) = Compiler.explain(
      try workspace.fileSystem(), CompileOptions(jobs: workspace.jobs, routeForm: artifacts.routeForm))
    guard var explanations else {
      FormatOptions.showText(compilation.diagnostics, in: compilation.sources, on: console)
      throw ExitStatus.findings.error
    }
    let answer: WhyAnswer
    do throws(WhyError) {
      answer = try explanations.answer(path)
    } catch {
      throw ValidationError(error.description)
    }
    switch format {
    case .text:
      console.output(answer.text(in: explanations.sources, TerminalRenderer(usesColor: console.outputUsesColor)))
    case .json: console.output(answer.json(in: explanations.sources))
    }
  }
}
