package import EpicBase
package import EpicDiagnostics
import EpicSema
package import EpicSyntax

/// The files of a workspace and their trees.
package struct ParsedWorkspace: Sendable {
  /// In order of path, behind them what is read of the standard library; a file's position is its `SourceID`.
  package var sources: SourceSet
  /// One a file, in the same order.
  package var results: [ParseResult]
  /// The names of all trees.
  package var interner: Interner
  /// What reading and parsing found.
  package var diagnostics: [Diagnostic]

  /// The trees, in the order of the files.
  package var trees: [SyntaxTree] { results.map(\.tree) }

  /// What is evaluated.
  var units: [SourceUnit] { zip(sources.files, results).map { SourceUnit(path: $0.path, parsed: $1) } }
}

extension Compiler {
  /// Reads and parses every source file of a workspace. A file that cannot be read is a finding and counts as empty.
  package static func parse(_ fileSystem: some FileSystem) -> ParsedWorkspace {
    var memo = ParseMemo()
    return parse(fileSystem, &memo)
  }

  /// The same, with the trees of texts that were parsed before.
  static func parse(_ fileSystem: some FileSystem, _ memo: inout ParseMemo) -> ParsedWorkspace {
    memo.begin()
    var parsed = ParsedWorkspace(
      sources: SourceSet(), results: [], interner: Interner(), diagnostics: [])
    var paths: [String] = []
    do throws(FileSystemError) {
      paths = try fileSystem.files(withSuffix: sourceSuffix)
    } catch {
      let id = parsed.sources.add(SourceFile(path: "workspace.epic", text: []))
      parsed.diagnostics.append(unreadable(error, in: id))
    }
    for path in paths {
      var text: [UInt8] = []
      var failure: FileSystemError?
      do throws(FileSystemError) {
        text = try fileSystem.read(path, atMost: Limits.sourceFileBytes)
      } catch {
        failure = error
      }
      let id = parsed.sources.add(SourceFile(path: path, text: text))
      if let failure { parsed.diagnostics.append(unreadable(failure, in: id)) }
      let result = memo.parse(text, at: path, id)
      parsed.diagnostics += result.diagnostics
      parsed.results.append(result)
    }
    parsed.addStandardLibrary(&memo)
    parsed.interner = memo.end(parsed.sources)
    return parsed
  }

  private static func unreadable(_ error: FileSystemError, in source: SourceID) -> Diagnostic {
    let span = SourceSpan(source: source, start: 0, end: 0)
    switch error {
    case .tooLarge(let path, let limit):
      return Diagnostic(
        .sourceTooLarge, "`\(path)` is longer than \(limit) bytes", at: span,
        help: "split the file: all files of a folder share one scope")
    case .tooMany(let limit):
      return Diagnostic(.tooManySources, "the workspace has more than \(limit) source files", at: span)
    default:
      return Diagnostic(.unreadableSource, "\(error)", at: span)
    }
  }
}
