import ArgumentParser
import EpicCompiler
import Glibc

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Make a workspace that checks and builds.",
    discussion: """
      A platform with one site, pool, zone and template, and a tenant with an ingress, routes and upstreams: it checks,
      is formatted, has nothing to lint, and builds. Files that exist are never overwritten.

      EXAMPLES
        epic new shop
        epic new edge --name acme-edge
      """)

  @Argument(help: ArgumentHelp("Folder to make; it must not exist or be empty.", valueName: "folder"))
  var folder: String

  @Option(help: "The workspace's name; by default the folder's.")
  var name: String?

  @OptionGroup var output: ConsoleOptions

  func run() throws {
    let trimmed = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    let base = name ?? trimmed.split(separator: "/").last.map(String.init) ?? ""
    guard Scaffold.isName(base) else {
      throw ValidationError(
        "`\(base)` is not a workspace's name: lower-case letters, digits and `-`, a letter first; give one with --name")
    }
    let files = Scaffold.files(workspace: base)
    for (path, _) in files where access("\(trimmed)/\(path)", F_OK) == 0 {
      throw ValidationError("`\(trimmed)/\(path)` exists; `epic new` overwrites nothing")
    }
    for (path, text) in files {
      try OutputFolder.makeParents(of: "\(trimmed)/\(path)")
      try OutputFolder.writeFile("\(trimmed)/\(path)", Array(text.utf8))
      output.console.note("created \(trimmed)/\(path)")
    }
    output.console.note("next: cd \(trimmed) && epic check && epic build -o out")
  }
}
