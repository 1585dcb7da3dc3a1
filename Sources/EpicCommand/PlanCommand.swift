import ArgumentParser
import EpicArtifact
import EpicBase
import EpicRuntime

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Show what applying a release would change on this node.",
    discussion: """
      Compares the release with the one that the node runs, resource by resource, and says what would keep an apply from
      starting. Reads files only: nothing is changed, no plane is asked, no lock is taken.

      EXAMPLES
        epic plan shop.epicb --settings /etc/epic/node.json
        epic plan out --node fra-1 --state /var/lib/epic --secrets /secrets --json
      """)

  @Argument(help: ArgumentHelp("A bundle or a build's folder.", valueName: "release"))
  var release: String

  @Flag(help: "Print the plan as JSON on standard output.")
  var json = false

  @OptionGroup var node: NodeOptions
  @OptionGroup var output: ConsoleOptions

  func run() throws {
    let console = output.console
    do throws(ApplyError) {
      let settings = try node.readSettings()
      let plan = try Applier(settings: settings).plan(.path(release))
      console.output(
        json
          ? ReportWriter.json(plan, node: settings.node)
          : Array(PlanText.render(plan, node: settings.node, usesColor: console.outputUsesColor).utf8))
    } catch {
      console.report("error: \(error)\n")
      throw (error.isRefusal ? ExitStatus.refused : ExitStatus.failure).error
    }
  }
}

/// A plan for people: one line a resource, `+` added, `~` changed, `-` removed.
enum PlanText {
  static func render(_ plan: ReleasePlan, node: String, usesColor: Bool) -> String {
    let from = plan.from.map { "release \($0)" } ?? "nothing"
    var text = "node \(node): from \(from) to release \(plan.to)\n"
    var counts = (added: 0, changed: 0, removed: 0)
    for change in plan.changes {
      let mark: (sign: String, color: String)
      switch change.kind {
      case .added:
        counts.added += 1
        mark = ("+", "32")
      case .changed:
        counts.changed += 1
        mark = ("~", "33")
      case .removed:
        counts.removed += 1
        mark = ("-", "31")
      }
      let place = change.plane.rawValue + (change.subject.isEmpty ? "" : "/\(change.subject)")
      let line = "\(mark.sign) \(place) \(change.resource) \(change.name)"
      text += usesColor ? "  \u{1B}[\(mark.color)m\(line)\u{1B}[0m\n" : "  \(line)\n"
    }
    text +=
      plan.changes.isEmpty
      ? "nothing changes\n" : "\(counts.added) added, \(counts.changed) changed, \(counts.removed) removed\n"
    for finding in plan.shrinks { text += "an apply refuses this without --allow-shrink: \(finding)\n" }
    return text
  }
}
