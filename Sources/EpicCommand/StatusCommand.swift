import ArgumentParser
import EpicArtifact
import EpicRuntime

struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show what this node runs, read back from its planes.",
    discussion: """
      Ends with 1 if a plane does not run, runs something else than the release that was applied, or reports something
      wrong; with 3 if there is no state to compare with.

      EXAMPLES
        epic status --settings /etc/epic/node.json
        epic status --settings /etc/epic/node.json --json
      """)

  @Flag(help: "Print the status as JSON on standard output.")
  var json = false

  @OptionGroup var node: NodeOptions
  @OptionGroup var output: ConsoleOptions

  func run() async throws {
    let console = output.console
    let status: NodeStatus
    do throws(ApplyError) {
      status = try await StatusReader(settings: try node.readSettings()).status()
    } catch {
      console.report("error: \(error)\n")
      throw ExitStatus.failure.error
    }
    if json {
      console.output(ReportWriter.json(status))
    } else {
      console.output("node \(status.node): \(status.sequence.map { "release \($0)" } ?? "no release applied")\n")
      for entry in status.planes {
        let state = entry.state
        let generation = state.generation.map { ", generation \($0)" } ?? ""
        console.output(
          "  \(entry.plane.rawValue)/\(state.subject): \(state.isRunning ? "running" : "not running")\(generation)\n")
        for figure in state.figures { console.output("    \(figure.name): \(figure.value)\n") }
        for fault in state.faults { console.output("    wrong: \(fault)\n") }
      }
    }
    if !status.isHealthy { throw ExitStatus.findings.error }
  }
}
