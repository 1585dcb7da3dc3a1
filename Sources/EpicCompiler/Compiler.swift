package import EpicBackend
import EpicBase
package import EpicFormat
package import EpicIR
package import EpicSyntax

/// The compiler as its users see it: a workspace in, diagnostics, a deployment and artifacts out.
package enum Compiler {
  /// The compiler's own version, written into releases and reports.
  package static let version = "0.1.0"
  /// Ending of source files.
  package static let sourceSuffix = ".epic"
  /// The lock's path in the workspace.
  package static let lockPath = "epic.lock"

  /// One file in its canonical form; a text that cannot be formatted safely comes back as it is.
  package static func format(_ text: [UInt8]) -> FormatResult { EpicFormat.format(text, source: SourceID(0)) }

  /// Tokens, one a line.
  package static func dumpTokens(_ tree: SyntaxTree) -> String { tree.dumpTokens() }

  /// Nodes, one a line.
  package static func dumpTree(_ tree: SyntaxTree) -> String { tree.dumpNodes() }

  /// The deployment's canonical text.
  package static func dump(_ deployment: Deployment) -> [UInt8] { deployment.dumped() }
}

/// How a compilation runs. Nothing here changes what the same workspace means.
package struct CompileOptions: Sendable {
  /// Threads that emit; 0 takes one a core. The output does not depend on it.
  package var jobs: Int
  /// The release's sequence; nil takes the lock's counter plus one.
  package var sequence: UInt64?
  /// Refuse to change the lock.
  package var isLocked: Bool
  /// In which form the Envoy plane writes tables of routes: every form answers alike.
  package var routeForm: RouteForm
  /// Asked between two stages: once it says yes, the rest is left undone, and the compilation says so.
  var isSuperseded: @Sendable () -> Bool = { false }

  package init(jobs: Int = 0, sequence: UInt64? = nil, isLocked: Bool = false, routeForm: RouteForm = .auto) {
    self.jobs = jobs
    self.sequence = sequence
    self.isLocked = isLocked
    self.routeForm = routeForm
  }
}
