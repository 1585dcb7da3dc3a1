import ArgumentParser
import EpicBackend
import EpicBase
import EpicCompiler
import EpicDiagnostics
import Glibc

/// How findings are shown.
enum FindingsFormat: String, CaseIterable, ExpressibleByArgument, Sendable {
  case text, json, sarif, github
}

extension Console.ColorChoice: ExpressibleByArgument {}

/// Options that every command has.
struct ConsoleOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Print findings and data only.")
  var quiet = false

  @Option(help: ArgumentHelp("Colour of text for people: auto (a terminal, and NO_COLOR unset), always or never."))
  var color: Console.ColorChoice = .auto

  var console: Console { Console(color: color, quiet: quiet) }
}

/// Options of the commands that read a workspace.
struct WorkspaceOptions: ParsableArguments {
  @Option(
    name: [.customShort("C"), .long],
    help: ArgumentHelp(
      "The workspace's folder. By default the nearest one upwards that holds `workspace.epic`.", valueName: "folder"))
  var workspace: String?

  @Option(name: .shortAndLong, help: "Threads; 0 takes one a core. The output does not depend on it.")
  var jobs = 0

  func validate() throws {
    guard jobs >= 0, jobs <= 256 else { throw ValidationError("--jobs is a number from 0 to 256") }
  }

  /// The folder of the workspace; `folder` is one that the command line names without the option.
  func root(_ folder: String? = nil) throws -> String {
    if let named = folder ?? workspace {
      if access("\(named)/workspace.epic", R_OK) != 0 {
        throw ValidationError("`\(named)` holds no workspace.epic that can be read")
      }
      return named
    }
    var folder = "."
    for _ in 0..<64 {
      if access("\(folder)/workspace.epic", R_OK) == 0 { return folder }
      folder += "/.."
    }
    throw ValidationError("no workspace.epic here or above; name the folder with --workspace, or run `epic new`")
  }

  /// Paths below the workspace's root of files that the command line names: by the current folder, absolute, or by the
  /// workspace's own. Refuses every one that is none of the workspace's, all in one message.
  func paths(_ files: [String], in root: String, isKnown: (String) -> Bool) throws -> [String] {
    let prefix = (WorkspaceOptions.resolved(root) ?? root) + "/"
    var paths: [String] = []
    var unknown: [String] = []
    for file in files {
      if let place = WorkspaceOptions.resolved(file), place.hasPrefix(prefix),
        isKnown(String(place.dropFirst(prefix.count)))
      {
        paths.append(String(place.dropFirst(prefix.count)))
      } else if !file.hasPrefix("/"), isKnown(file) {
        paths.append(file)
      } else {
        unknown.append("`\(file)`")
      }
    }
    if unknown.isEmpty { return paths }
    throw ValidationError("the workspace has no file \(unknown.joined(separator: ", "))")
  }

  /// The absolute path, links resolved; nil if nothing is there.
  private static func resolved(_ path: String) -> String? {
    guard let place = realpath(path, nil) else { return nil }
    defer { free(place) }
    return String(cString: place)
  }

  func fileSystem(_ folder: String? = nil) throws -> DiskFileSystem { DiskFileSystem(root: try root(folder)) }
}

extension RouteForm: ExpressibleByArgument {}

/// Option of the commands that make artifacts, or show them.
struct ArtifactOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      How Envoy's tables of routes are written: list, tree (by path), or auto, which takes what serves a request faster. \
      Every form answers alike.
      """))
  var routeForm = RouteForm.auto
}

/// Option of the commands that report findings.
struct FormatOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Form of the findings: text (for people, on standard error), json, sarif or github."))
  var format: FindingsFormat = .text

  /// Shows the findings in the form asked for. Text goes to standard error, data to standard output.
  func show(_ diagnostics: [Diagnostic], in sources: SourceSet, on console: Console) {
    switch format {
    case .text: FormatOptions.showText(diagnostics, in: sources, on: console)
    case .json: console.output(JSONRenderer.render(diagnostics, in: sources))
    case .sarif: console.output(SARIFRenderer.render(diagnostics, in: sources, version: Compiler.version))
    case .github: console.output(GitHubRenderer.render(diagnostics, in: sources))
    }
  }

  /// Shows the findings to people.
  static func showText(_ diagnostics: [Diagnostic], in sources: SourceSet, on console: Console) {
    let renderer = TerminalRenderer(usesColor: console.usesColor)
    for diagnostic in diagnostics { console.report(renderer.render(diagnostic, in: sources) + "\n") }
    let summary = TerminalRenderer.summary(diagnostics)
    if !summary.isEmpty { console.report(summary + "\n") }
  }
}
