import ArgumentParser
import EpicRuntime

/// Options of the commands that act on this machine as an edge node.
struct NodeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Settings of the node (JSON): everything the options below say, and BIRD, DNS and one Envoy binary an engine.",
      valueName: "file"))
  var settings: String?

  @Option(help: "The node's name in the release.")
  var node: String?

  @Option(help: ArgumentHelp("The applier's own folder: lock, releases, Envoy's run directories.", valueName: "folder"))
  var state: String?

  @Option(help: ArgumentHelp("Secrets by path; closed to group and others.", valueName: "folder"))
  var secrets: String?

  @Option(help: ArgumentHelp("The Envoy binary.", valueName: "file"))
  var envoy: String?

  func validate() throws {
    guard settings != nil || (node != nil && state != nil && secrets != nil) else {
      throw ValidationError("give --settings FILE, or --node, --state and --secrets")
    }
  }

  /// The settings, options over file.
  func readSettings() throws(ApplyError) -> NodeSettings {
    var result = NodeSettings(node: "", stateFolder: "", secretsFolder: "")
    if let settings {
      do throws(SettingsFault) {
        result = try NodeSettings.read(settings)
      } catch {
        throw .settings(error)
      }
    }
    if let node { result.node = node }
    result.place(state: state, secrets: secrets, envoy: envoy)
    return result
  }
}
