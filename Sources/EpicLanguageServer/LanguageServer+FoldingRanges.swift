import EpicBase
import EpicSyntax

/// `textDocument/foldingRange`: bodies, lists of several lines, and runs of comments. From the tree alone.
extension LanguageServer {
  /// Most ranges of one answer.
  private static let mostRanges = 10_000

  func foldingRanges(_ parameters: JSONValue) throws(RequestError) -> JSONValue {
    let document = try document(parameters)
    let tree = parsed(document)
    var ranges: [JSONValue] = []
    func add(_ start: UInt32, _ end: UInt32, isComment: Bool) {
      let first = document.lines.position(of: Int(start), encoding).line
      let last = document.lines.position(of: Int(end), encoding).line
      guard first < last, ranges.count < LanguageServer.mostRanges else { return }
      ranges.append(
        .object([
          "startLine": .number(first), "endLine": .number(last), "kind": isComment ? .string("comment") : nil,
        ]))
    }
    for index in 0..<tree.nodeCount {
      let node = NodeID(UInt32(truncatingIfNeeded: index))
      switch tree.kind(of: node) {
      case .body, .list, .object: add(tree.span(of: node).start, tree.span(of: node).end, isComment: false)
      default: break
      }
    }
    for index in tree.tokenRecords.indices {
      var run: Range<UInt32>?
      for piece in tree.trivia(before: TokenID(UInt32(truncatingIfNeeded: index))) {
        switch piece {
        case .comment(let range), .documentation(let range):
          run = (run?.lowerBound ?? range.lowerBound)..<range.upperBound
        case .newlines(let count) where count > 1:
          if let run { add(run.lowerBound, run.upperBound, isComment: true) }
          run = nil
        case .newlines: break
        }
      }
      if let run { add(run.lowerBound, run.upperBound, isComment: true) }
    }
    return .array(ranges)
  }
}
