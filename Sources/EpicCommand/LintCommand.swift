import ArgumentParser
import EpicCompiler

struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Report what is legal and better written otherwise.",
    discussion: """
      Findings never stop a build. A workspace with errors is not looked at: its errors are shown, as by `epic check`.
      `// epic-lint: allow CODE REASON` on the line above silences one finding.

      EXAMPLES
        epic lint
        epic lint --fix
        epic lint examples/storefront --format sarif
        epic lint --hatches --format json
      """)

  @Argument(help: ArgumentHelp("The workspace's folder; the same as --workspace.", valueName: "folder"))
  var folder: String?

  @Flag(help: "Apply the fixes that leave the deployment as it is, and report what remains.")
  var fix = false

  @Flag(help: "List what native hatches tell Envoy instead of findings: as text, or with --format json.")
  var hatches = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var output: ConsoleOptions

  func validate() throws {
    guard hatches else { return }
    if fix { throw ValidationError("--hatches lists and mends nothing: leave --fix out") }
    if format.format != .text && format.format != .json {
      throw ValidationError("--hatches knows the formats text and json")
    }
  }

  private func listHatches(_ fileSystem: DiskFileSystem) throws {
    let list = Compiler.hatches(fileSystem)
    if list.hasErrors {
      format.show(list.diagnostics, in: list.sources, on: output.console)
      throw ExitStatus.findings.error
    }
    output.console.output(format.format == .json ? list.json : Array(list.text.utf8))
  }

  func run() throws {
    ProcessMemory.prepare()
    let fileSystem = try workspace.fileSystem(folder)
    if hatches {
      try listHatches(fileSystem)
      return
    }
    let report = fix ? Compiler.lintFixing(fileSystem) : Compiler.lint(fileSystem)
    for file in report.fixed {
      try OutputFolder.writeFile("\(fileSystem.root)/\(file.path)", file.text)
      output.console.note("fixed \(file.path)")
    }
    format.show(report.diagnostics, in: report.sources, on: output.console)
    if !report.diagnostics.isEmpty { throw ExitStatus.findings.error }
  }
}
