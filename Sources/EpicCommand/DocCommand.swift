import ArgumentParser
import EpicCompiler

struct DocCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doc",
    abstract: "Write the documentation of a workspace as a static site.",
    discussion: """
      Pages of tenants, ingresses, routes, upstreams, templates, pools, zones and sources, with the `///` comments and a
      search that works without a server. Nothing is asked of the network, and the same workspace gives the same bytes. An
      interrupted run leaves either the old site or the new.

      EXAMPLES
        epic doc -o site
        epic doc examples/storefront -o site
      """)

  @Argument(help: ArgumentHelp("The workspace's folder; the same as --workspace.", valueName: "folder"))
  var folder: String?

  @Option(name: .shortAndLong, help: ArgumentHelp("Folder that the site is written to.", valueName: "folder"))
  var out = "site"

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var output: ConsoleOptions

  func run() throws {
    let console = output.console
    let (compilation, files) = Compiler.document(
      try workspace.fileSystem(folder), CompileOptions(jobs: workspace.jobs))
    format.show(compilation.diagnostics, in: compilation.sources, on: console)
    guard let files else { throw ExitStatus.findings.error }
    try OutputFolder.replace(out, with: files, marker: "search-index.js")
    console.note("\(files.count) files in \(out); open \(out)/index.html")
  }
}
