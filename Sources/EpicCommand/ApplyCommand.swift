import ArgumentParser
import EpicArtifact
import EpicBase
import EpicRuntime

struct ApplyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: "Move this node to a release: all of it, or none of it.",
    discussion: """
      Takes a bundle, or the folder that `epic build` wrote; without one, the release that the node runs already (to
      change endpoints, or to start again what died). Every plane's acceptance is read back from the plane; a refusal
      puts the previous release back and ends with 4, and so does SIGINT, SIGTERM or SIGHUP. Where putting back fails too,
      the node runs parts of both releases: that ends with 3, and `epic status` tells what differs.

      EXAMPLES
        epic apply shop.epicb --node fra-1 --state /var/lib/epic --secrets /secrets
        epic apply shop.epicb --settings /etc/epic/node.json --envoy /usr/bin/envoy
        epic apply --settings /etc/epic/node.json --endpoints endpoints.json
      """)

  @Argument(help: ArgumentHelp("A bundle or a build's folder.", valueName: "release"))
  var release: String?

  @Option(help: ArgumentHelp("Endpoints for the release's slots, in the schema of endpoints.json.", valueName: "file"))
  var endpoints: String?

  @Flag(help: "Allow the release to take away more than the settings allow.")
  var allowShrink = false

  @Flag(help: "Allow an Envoy to be restarted where a change cannot be made in a running one.")
  var allowRestart = false

  @Option(help: ArgumentHelp("Seconds to wait for another apply to finish.", valueName: "seconds"))
  var wait: UInt32 = 0

  @Flag(help: "Print the report as JSON on standard output.")
  var json = false

  @OptionGroup var node: NodeOptions
  @OptionGroup var output: ConsoleOptions

  func run() async throws {
    let console = output.console
    var request = ApplyRequest(source: release.map { .path($0) } ?? .current)
    if let endpoints { request.endpoints = try InputFile.read(endpoints) }
    request.allowsShrink = allowShrink
    request.allowsRestart = allowRestart
    request.lockSeconds = wait
    Interruption.hold()
    do throws(ApplyError) {
      let applier = Applier(settings: try node.readSettings(), interruption: { Interruption.reason }) {
        console.note("\($0)")
      }
      let report = try await applier.apply(request)
      for note in report.notes { console.note("note: \(note)") }
      if json { console.output(ReportWriter.json(report)) }
      let parts = report.parts.map { "\($0.plane.rawValue)\($0.subject.isEmpty ? "" : "/\($0.subject)") \($0.outcome)" }
      console.note(
        "node \(report.node) runs release \(report.sequence): \(parts.joined(separator: ", ")); "
          + "\(report.endpoints) endpoints, \(report.watches) watched files")
    } catch {
      console.report("error: \(error)\n")
      throw (error.isRefusal ? ExitStatus.refused : ExitStatus.failure).error
    }
  }
}
