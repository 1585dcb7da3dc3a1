package import EpicBase
package import EpicDiagnostics

/// The fixes of one round: those that keep the deployment, of each place where several meet the first.
package struct FixPlan: Sendable {
  /// All edits of a file in one fix, in the order of the files.
  private var fixes: [(source: SourceID, fix: FixIt)] = []

  /// Chooses among the first fixes of findings.
  package init(_ findings: [Diagnostic]) {
    var candidates: [(span: SourceSpan, fix: FixIt)] = []
    for finding in findings where Linter.keepsDeployment(finding.code) {
      guard let fix = finding.fixes.first, let first = fix.edits.first?.span,
        fix.edits.allSatisfy({ $0.span.source == first.source })
      else { continue }
      candidates.append((fix.edits.reduce(first) { $0.union($1.span) }, fix))
    }
    candidates.sort { $0.span < $1.span }
    var last: SourceSpan?
    for (span, fix) in candidates {
      // Where two overlap, one may be about what the other removes: the next round tells.
      if let last, last.source == span.source, span.start < last.end { continue }
      last = span
      if let position = fixes.indices.last, fixes[position].source == span.source {
        fixes[position].fix.edits += fix.edits
      } else {
        fixes.append((span.source, fix))
      }
    }
  }

  /// Files that change, in order, with their new text.
  package func apply(to sources: SourceSet) -> [(path: String, text: [UInt8])] {
    fixes.compactMap { source, fix in
      guard let file = sources.file(source), let text = fix.apply(to: file.text, of: source), text != file.text else {
        return nil
      }
      return (file.path, text)
    }
  }
}
