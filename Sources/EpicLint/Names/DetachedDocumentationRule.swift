import EpicBase
import EpicDiagnostics
import EpicSyntax

/// A `///` line documents what stands directly below it: above a blank line, a `}` or the file's end it documents nothing.
enum DetachedDocumentationRule: LintRule {
  static let code = DiagnosticCode.detachedDocumentation
  static let fix = FixEffect.keepsDeployment

  static func check(_ context: LintContext, reporting sink: inout DiagnosticSink) {
    for file in context.files {
      let tree = file.tree
      for token in 0..<UInt32(tree.tokenCount) {
        let token = TokenID(token)
        guard tree.flags(of: token).contains(.documentationBefore) else { continue }
        let detached = detached(before: token, tree)
        guard let first = detached.first, let last = detached.last else { continue }
        let source = tree.span(of: token).source
        // The third slash of each line.
        let edits = detached.map { line in
          TextEdit(
            SourceSpan(source: source, start: line.lowerBound + 2, end: line.lowerBound + 3), replacement: "")
        }
        sink.report(
          Diagnostic(
            code, "this `///` documents nothing",
            at: SourceSpan(source: source, start: first.lowerBound, end: last.upperBound),
            help: "put it directly above what it describes, or write `//`", fixes: [FixIt("write `//`", edits)]))
      }
    }
  }

  /// The lines before a token that are not directly above it, or above nothing.
  private static func detached(before token: TokenID, _ tree: SyntaxTree) -> [Range<UInt32>] {
    var detached: [Range<UInt32>] = []
    var attached: [Range<UInt32>] = []
    for piece in tree.trivia(before: token) {
      switch piece {
      case .documentation(let line): attached.append(line)
      case .newlines(let count) where count > 1:
        detached += attached
        attached.removeAll()
      case .newlines, .comment: break
      }
    }
    let isEnd = tree.kind(of: token) == .endOfFile || tree.kind(of: token) == .rightBrace
    return isEnd ? detached + attached : detached
  }
}
