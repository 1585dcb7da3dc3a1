import EpicBase
import EpicDiagnostics
import EpicSyntax

/// Names of HTTP methods. Any token is one (RFC 9110 section 9.1), so a misspelt one is only likely to be a mistake.
extension Evaluator {
  /// The methods of IANA's registry (RFC 9110 section 16.1.1), and those that caches in front of origins are purged by.
  private static let methods = [
    "ACL", "BASELINE-CONTROL", "BIND", "CHECKIN", "CHECKOUT", "CONNECT", "COPY", "DELETE", "GET", "HEAD", "LABEL",
    "LINK", "LOCK", "MERGE", "MKACTIVITY", "MKCALENDAR", "MKCOL", "MKREDIRECTREF", "MKWORKSPACE", "MOVE", "OPTIONS",
    "ORDERPATCH", "PATCH", "POST", "PRI", "PROPFIND", "PROPPATCH", "PURGE", "PUT", "QUERY", "REBIND", "REPORT",
    "SEARCH", "TRACE", "UNBIND", "UNCHECKOUT", "UNLINK", "UNLOCK", "UPDATE", "UPDATEREDIRECTREF", "VERSION-CONTROL",
  ]

  private static let knownMethods = Set(methods)

  /// Warns of methods that are near to one that is known, and none themselves. `node` is what says them: a word, a list of
  /// words, or the name of one.
  mutating func checkMethods(_ values: [Value], _ node: NodeID?, _ place: Place) {
    guard let node, values.contains(where: { $0.word.map { !Evaluator.knownMethods.contains($0) } ?? false }) else {
      return
    }
    let tree = files[place.file].tree
    let nodes = tree.kind(of: node) == .list ? Array(tree.children(of: node)) : [node]
    for (position, value) in values.enumerated() {
      guard let word = value.word else { continue }
      checkMethod(word, at: span(place, nodes.count == values.count ? nodes[position] : node), place)
    }
  }

  /// Warns of the methods of a field.
  mutating func checkMethods(_ field: EvaluatedField, _ place: Place) {
    for binding in field.bindings where binding.slot == .method || binding.slot == .methods {
      if let word = binding.value.word { checkMethod(word, at: binding.span, place) }
    }
  }

  private mutating func checkMethod(_ word: String, at span: SourceSpan, _ place: Place) {
    if Evaluator.knownMethods.contains(word) { return }
    guard maySuggest(), let near = nearest(word, Evaluator.methods) else { return }
    report(
      .unregisteredMethod, "`\(word)` is no registered method", place, at: span, help: "did you mean `\(near)`?",
      fixes: files[place.file].tree.string(in: span) == word ? [replacing(span, by: near)] : [])
  }
}
