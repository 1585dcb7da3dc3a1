import ArgumentParser
import EpicBase
import EpicCompiler

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Compile a workspace into artifacts for every plane.",
    discussion: """
      Writes the artifact tree, `epic.lock` in the workspace and, with --bundle, the same files as one OCI image layout.
      A workspace with errors writes nothing. An interrupted build leaves either the old output or the new.

      EXAMPLES
        epic build -o out
        epic build -o out --bundle shop.epicb
        epic build -o out --locked --sequence 42
      """)

  @Option(name: .shortAndLong, help: ArgumentHelp("Folder that the artifact tree is written to.", valueName: "folder"))
  var out = "out"

  @Option(
    help: ArgumentHelp("Also pack the tree: a file `*.epicb`, or a folder for the OCI layout.", valueName: "path"))
  var bundle: String?

  @Flag(help: "Refuse to change epic.lock; needs --sequence.")
  var locked = false

  @Option(help: "The release's sequence; by default the lock's counter plus one.")
  var sequence: UInt64?

  @Argument(help: ArgumentHelp("The workspace's folder; the same as --workspace.", valueName: "folder"))
  var folder: String?

  @OptionGroup var artifacts: ArtifactOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var output: ConsoleOptions

  func validate() throws {
    if locked && sequence == nil {
      throw ValidationError("--locked needs --sequence: the lock's counter stays as it is")
    }
    if sequence == 0 { throw ValidationError("--sequence is at least 1") }
  }

  func run() throws {
    ProcessMemory.prepare()
    let console = output.console
    let fileSystem = try workspace.fileSystem(folder)
    let options = CompileOptions(
      jobs: workspace.jobs, sequence: sequence, isLocked: locked, routeForm: artifacts.routeForm)
    let compilation = Compiler.build(fileSystem, options)
    format.show(compilation.diagnostics, in: compilation.sources, on: console)
    guard let build = compilation.build else { throw ExitStatus.findings.error }
    // What can fail comes first: a tree that could not be written leaves the lock's counter alone. Then the lock: one that
    // is ahead of the output only means that the next build re-uses what it holds.
    let staged = try OutputFolder.stage(build.artifacts, for: out)
    if build.lockChanged { try OutputFolder.writeFile("\(fileSystem.root)/\(Compiler.lockPath)", build.lock) }
    try staged.commit()
    if let bundle { try BundleFile.write(build.artifacts, to: bundle) }
    console.note(
      "release \(build.sequence): \(build.artifacts.count) artifacts in \(out)"
        + (bundle.map { ", bundle \($0)" } ?? "") + ", content \(build.contentDigest)")
  }
}
