package import EpicArtifact
package import EpicBase
package import EpicDiagnostics
package import EpicIR
import EpicLower
package import EpicSema

/// What a run of the compiler gives.
package struct Compilation: Sendable {
  package var sources: SourceSet
  /// In source order.
  package var diagnostics: [Diagnostic]
  /// The evaluated declarations; whole only if there is no error.
  package var program: EvaluatedProgram?
  /// Nil while an error stands.
  package var deployment: Deployment?
  /// Nil while an error stands, and where nothing was to be emitted.
  package var build: Build?
  /// Whether stages were left undone because nobody wants the result any more.
  var isAbandoned = false

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// What a build writes.
package struct Build: Sendable {
  package var sequence: UInt64
  /// Sorted by path, `release.json` among them.
  package var artifacts: [Artifact]
  /// Digest of what the release says, apart from its sequence.
  package var contentDigest: String
  /// The bytes of `epic.lock`.
  package var lock: [UInt8]
  /// Whether they differ from what was read.
  package var lockChanged: Bool
}

extension Compilation {
  /// The declarations by package, one a line; nil if the program was not evaluated.
  package func dumpSymbols() -> String? {
    guard let program else { return nil }
    var lines = ""
    for kind in DeclarationKind.allCases {
      for declaration in program.declarations(of: kind) {
        lines += "\(kind.keyword) \(declaration.identity)"
        if let tenant = declaration.identity.tenant { lines += " of \(tenant)" }
        if let location = SourceLocation(declaration.nameSpan, in: sources) {
          lines += " at \(location.path):\(location.start.line):\(location.start.column)"
        }
        lines += "\n"
      }
    }
    return lines
  }
}
