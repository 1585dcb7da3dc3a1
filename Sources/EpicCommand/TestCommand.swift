import ArgumentParser
import EpicCompiler

/// How the results of tests are shown.
enum TestFormat: String, CaseIterable, ExpressibleByArgument, Sendable {
  case text, json
}

struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the tests of a workspace.",
    discussion: """
      Runs `test`, `cases`, `reject` and `policy` declarations on the compiler's own interpreter: no daemon is started and
      nothing is written. A workspace with errors is not tested: its errors are shown, as by `epic check`.

      EXAMPLES
        epic test
        epic test examples/storefront --coverage --fail-under 90
        epic test --filter Germany --format json
        epic test --junit build/epic.xml
      """)

  @Argument(help: ArgumentHelp("The workspace's folder; the same as --workspace.", valueName: "folder"))
  var folder: String?

  @Option(help: ArgumentHelp("Run only what has the text in its name.", valueName: "text"))
  var filter: String?

  @Flag(help: "Show which routes and template branches no test reaches.")
  var coverage = false

  @Option(help: ArgumentHelp("Fail where less is covered than so many percent.", valueName: "percent"))
  var failUnder: Int?

  @Option(help: ArgumentHelp("Write the results as JUnit XML to the file.", valueName: "file"))
  var junit: String?

  @Option(help: "Form of the results: text (for people, on standard error) or json.")
  var format: TestFormat = .text

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: ConsoleOptions

  func validate() throws {
    if let failUnder, !(0...100).contains(failUnder) {
      throw ValidationError("--fail-under is a number from 0 to 100")
    }
  }

  func run() throws {
    let console = output.console
    let report = Compiler.test(
      try workspace.fileSystem(folder), filter: filter, CompileOptions(jobs: workspace.jobs))
    // Nothing chosen is a mistake, never a success.
    if let filter, report.results.isEmpty, report.skipped > 0 {
      throw ValidationError("no test has `\(filter)` in its name")
    }
    if let junit {
      try OutputFolder.makeParents(of: junit)
      try OutputFolder.writeFile(junit, report.junit())
    }
    switch format {
    case .json: console.output(report.json())
    case .text:
      let text = report.text(
        TestReport.TextOptions(usesColor: console.usesColor, showsCoverage: coverage, leastCoverage: failUnder))
      if !(output.quiet && report.isClean && report.covers(failUnder)) { console.report(text) }
    }
    guard !report.isClean || !report.covers(failUnder) else { return }
    throw ExitStatus.findings.error
  }
}
