import ArgumentParser
import EpicRuntime

struct StopCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stop",
    abstract: "End the Envoys that an apply started on this node, and nothing else.",
    discussion: """
      The state stays: the next `epic apply` starts them again.

      EXAMPLES
        epic stop --settings /etc/epic/node.json
      """)

  @OptionGroup var node: NodeOptions
  @OptionGroup var output: ConsoleOptions

  func run() async throws {
    let console = output.console
    do throws(ApplyError) {
      let ended = try await Applier(settings: try node.readSettings()).stop()
      console.note(ended.isEmpty ? "nothing was running" : "ended \(ended.map(String.init).joined(separator: ", "))")
    } catch {
      console.report("error: \(error)\n")
      throw ExitStatus.failure.error
    }
  }
}
