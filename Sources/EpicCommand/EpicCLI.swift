package import ArgumentParser
import EpicCompiler
import Glibc

/// The root of the command line.
package struct EpicCLI: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "epic",
    abstract: "Compile and run the external ingress.",
    discussion: """
      EXAMPLES
        epic new shop && cd shop && epic check
        epic build -o out --bundle shop.epicb
        epic apply shop.epicb --settings /etc/epic/node.json

      Findings go to standard error for people and to standard output as data (--format json, sarif, github).
      Exit status: 0 clean, 1 findings, 2 usage, 3 failure, 4 refused or rolled back.
      """,
    version: Compiler.version,
    subcommands: [
      NewCommand.self, CheckCommand.self, TestCommand.self, TraceCommand.self, LintCommand.self, FormatCommand.self,
      BuildCommand.self, PlanCommand.self, ApplyCommand.self, StatusCommand.self, StopCommand.self, ExplainCommand.self,
      WhyCommand.self, DocCommand.self, DumpCommand.self,
      LSPCommand.self, CompletionsCommand.self,
    ]
  )

  package init() {}

  /// Runs the process's command line and gives its exit status.
  package static func run() async -> Int32 {
    // A reader that went away ends the writing, not the process.
    signal(SIGPIPE, SIG_IGN)
    var command: any ParsableCommand
    do {
      command = try parseAsRoot()
    } catch {
      return finish(error)
    }
    do {
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      return ExitStatus.clean.rawValue
    } catch let error as ValidationError {
      Console().report(usage(error, of: type(of: command)) + "\n")
      return ExitStatus.usage.rawValue
    } catch {
      return finish(error)
    }
  }

  /// What is wrong with the words of a command that was found, in the form that the parser gives its own findings.
  private static func usage(_ error: ValidationError, of command: any ParsableCommand.Type) -> String {
    """
    Error: \(error.message)
    Usage: \(usageString(for: command))
      See '\(["epic", command.configuration.commandName ?? "help"].joined(separator: " ")) --help' for more information.
    """
  }

  private static func finish(_ error: any Error) -> Int32 {
    if let status = error as? ExitCode { return status.rawValue }
    let console = Console()
    let message = fullMessage(for: error)
    switch exitCode(for: error) {
    case .success:
      // Help and version were asked for: they are the output.
      console.output(message + "\n")
      return ExitStatus.clean.rawValue
    case .validationFailure:
      console.report(message + "\n")
      return ExitStatus.usage.rawValue
    default:
      console.report("error: \(error)\n")
      return ExitStatus.failure.rawValue
    }
  }
}
