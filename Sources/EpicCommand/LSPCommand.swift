import ArgumentParser
import EpicLanguageServer

struct LSPCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp",
    abstract: "Serve editors over standard input and output.",
    discussion: """
      Speaks the Language Server Protocol 3.17. An editor starts it; nothing is written but the protocol.

      EXAMPLES
        epic lsp
      """)

  func run() throws {
    let status = StandardStreams.run()
    // The protocol fixes what `exit` means, so the status is not one of the command line's own.
    if status != 0 { throw ExitCode(status) }
  }
}
