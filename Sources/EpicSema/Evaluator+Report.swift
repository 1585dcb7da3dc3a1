import EpicBase
import EpicDiagnostics
import EpicSyntax

/// Making diagnostics. What stands beside a parse error is not reported: the parse error stands for it.
extension Evaluator {
  func span(_ place: Place, _ node: NodeID) -> SourceSpan { files[place.file].tree.span(of: node) }

  func text(_ place: Place, _ node: NodeID) -> String {
    let text = files[place.file].tree.string(of: node)
    return text.utf8.count > 60 ? text.prefix(40) + "…" : text
  }

  func text(_ symbol: Symbol) -> String { interner.text(of: symbol) }

  /// From a statement's first word to its last argument, without the body.
  func headSpan(_ place: Place, _ node: NodeID) -> SourceSpan {
    let tree = files[place.file].tree
    var span = tree.span(of: node)
    guard let last = tree.lastChild(of: node), tree.kind(of: last) == .body else { return span }
    let before = tree.firstToken(of: last).rawValue
    if before > tree.firstToken(of: node).rawValue { span.end = tree.end(of: TokenID(before - 1)) }
    return span
  }

  /// Whether the parser reported an error in a statement before its body: what else is wrong there may follow from it.
  func isHeadDamaged(_ statement: NodeID, _ place: Place) -> Bool {
    isDamaged(place, extent(statement, place))
  }

  /// From a statement's first word to its body, or to the end of what the parser could not use behind it.
  func extent(_ statement: NodeID, _ place: Place) -> SourceSpan {
    let tree = files[place.file].tree
    var span = headSpan(place, statement)
    let next = tree.next(after: statement)
    if span.end == tree.span(of: statement).end, next.rawValue < UInt32(tree.nodeCount),
      tree.kind(of: next) == .unexpected
    {
      span.end = tree.span(of: next).end
    }
    return span
  }

  /// Whether the parser reported an error inside or directly beside the span.
  func isDamaged(_ place: Place, _ span: SourceSpan) -> Bool {
    let damage = files[place.file].damage
    if damage.isEmpty { return false }
    var low = 0
    var high = damage.count
    // The first error that starts behind the span; the one before it may reach into the span.
    while low < high {
      let middle = (low + high) / 2
      if damage[middle].start <= span.end { low = middle + 1 } else { high = middle }
    }
    var index = low
    while index > 0 {
      index -= 1
      if damage[index].end >= span.start { return true }
      if damage[index].end + 4096 < span.start { return false }
    }
    return false
  }

  mutating func report(
    _ code: DiagnosticCode, _ message: String, _ place: Place, _ node: NodeID, label: String = "",
    secondary: [Annotation] = [], notes: [String] = [], help: String? = nil, fixes: [FixIt] = []
  ) {
    report(
      code, message, place, at: span(place, node), label: label, secondary: secondary, notes: notes, help: help,
      fixes: fixes)
  }

  /// Reports unless the span is damaged. What is reached through a template or loop shows the use too, and is reported
  /// once, however many uses there are.
  mutating func report(
    _ code: DiagnosticCode, _ message: String, _ place: Place, at span: SourceSpan, label: String = "",
    secondary: [Annotation] = [], notes: [String] = [], help: String? = nil, fixes: [FixIt] = []
  ) {
    if isDamaged(place, span) || isExhausted { return }
    if isAbstract, !reported.insert(span).inserted { return }
    var secondary = secondary
    if let application = place.application, !isAbstract {
      if !reported.insert(span).inserted { return }
      if secondary.count < 3 { secondary.append(Annotation(application, "through this use")) }
    }
    sink.report(
      Diagnostic(
        code, message, at: span, label: label, secondary: secondary, notes: notes, help: help, fixes: fixes))
  }

  /// Whether names may be looked through for one that is near a mistake's: that takes as long as there are names, and a
  /// workspace may hold as many mistakes.
  mutating func maySuggest() -> Bool {
    suggestionsMade += 1
    return suggestionsMade <= Evaluator.mostSuggestions
  }

  private static let mostSuggestions = 100

  mutating func reportNotBuilt(_ construct: String, _ place: Place, _ node: NodeID) {
    report(
      .notBuilt, "this compiler does not build \(construct) yet", place, at: headSpan(place, node),
      help: "remove it: nothing is ignored silently")
  }

  mutating func reportMisplaced(_ node: NodeID, _ place: Place, _ where: String) {
    if isHeadDamaged(node, place) { return }
    report(
      .misplacedStatement, "`\(firstWord(place, node))` cannot stand \(`where`)", place, at: headSpan(place, node))
  }

  func firstWord(_ place: Place, _ node: NodeID) -> String {
    let tree = files[place.file].tree
    return tree.string(of: tree.firstToken(of: node))
  }

  mutating func reportUnknownDeclaration(_ node: NodeID, _ place: Place) {
    let tree = files[place.file].tree
    let word = tree.string(of: tree.firstToken(of: node))
    if isHeadDamaged(node, place) { return }
    switch word {
    case "property":
      reportNotBuilt("`\(word)` declarations", place, node)
      return
    case "edition", "workspace":
      report(
        .workspaceFile, "`\(word)` stands outside the workspace's root file", place, at: headSpan(place, node),
        help: "say it in `workspace.epic`, in the root folder", fixes: [removing(node, place, "take the line out")])
      return
    default: break
    }
    let names =
      DeclarationKind.allCases.map(\.keyword) + ["template", "let", "use", "export", "for", "if"]
      + PendingTest.Kind.allCases.map(\.rawValue) + ["envoy"]
    let suggestion = nearest(word, names)
    let wordSpan = tree.span(of: tree.firstToken(of: node))
    report(
      .unknownDeclaration, "`\(word)` starts no declaration", place, at: wordSpan,
      help: suggestion.map { "did you mean `\($0)`?" }
        ?? "a file holds \(DeclarationKind.allCases.map { "`\($0.keyword)`" }.joinedAsChoice)",
      fixes: suggestion.map { [FixIt("write `\($0)`", [TextEdit(wordSpan, replacement: $0)])] } ?? [])
  }
}
