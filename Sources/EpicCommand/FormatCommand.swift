import ArgumentParser
import EpicBase
import EpicCompiler
import EpicDiagnostics
import EpicFormat

struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: "Format source files.",
    discussion: """
      Without files, every `.epic` file of the workspace. A statement that does not parse is left as it is.

      EXAMPLES
        epic fmt
        epic fmt --check
        epic fmt acme/shop.epic
      """)

  @Flag(help: "Write nothing; list the files that are not formatted and exit with 1 if there are any.")
  var check = false

  @Argument(help: ArgumentHelp("Files of the workspace, by the current folder or the workspace's.", valueName: "file"))
  var files: [String] = []

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: ConsoleOptions

  func run() throws {
    ProcessMemory.prepare()
    let fileSystem = try workspace.fileSystem()
    let console = output.console
    let paths =
      files.isEmpty
      ? try fileSystem.files(withSuffix: ".epic")
      : try workspace.paths(files, in: fileSystem.root) { (try? fileSystem.read($0, atMost: 1 << 30)) != nil }
    var changed = 0
    for path in paths {
      let text = try fileSystem.read(path, atMost: Limits.sourceFileBytes)
      let result = Compiler.format(text)
      if !result.diagnostics.isEmpty {
        var sources = SourceSet()
        _ = sources.add(SourceFile(path: path, text: text))
        let renderer = TerminalRenderer(usesColor: console.usesColor)
        for diagnostic in result.diagnostics { console.report(renderer.render(diagnostic, in: sources)) }
      }
      let formatted = result.text
      if formatted == text { continue }
      changed += 1
      if check {
        console.output("\(path)\n")
      } else {
        try OutputFolder.writeFile("\(fileSystem.root)/\(path)", formatted, isEquivalent: true)
        console.note("formatted \(path)")
      }
    }
    if check && changed > 0 { throw ExitStatus.findings.error }
    console.note("\(paths.count) file\(paths.count == 1 ? "" : "s"), \(changed) \(check ? "to format" : "formatted")")
  }
}
