import ArgumentParser
import EpicCompiler

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a diagnostic: what it means, an example, and what to do.",
    discussion: """
      EXAMPLES
        epic explain E0407
        epic explain --list
      """)

  @Argument(help: ArgumentHelp("A code such as E0407.", valueName: "code"))
  var code: String?

  @Flag(help: "List every code with its name.")
  var list = false

  @OptionGroup var output: ConsoleOptions

  func validate() throws {
    guard list != (code != nil) else { throw ValidationError("name one code, or --list") }
  }

  func run() throws {
    let console = output.console
    guard let code else {
      for page in DiagnosticPages.all { console.output("\(page.code)  \(page.title)\n") }
      return
    }
    guard let page = DiagnosticPages.page(for: code.uppercased()) else {
      throw ValidationError("no diagnostic has the code `\(code)`; `epic explain --list` shows all")
    }
    console.output(page.text)
  }
}
