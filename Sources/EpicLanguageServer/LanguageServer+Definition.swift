import EpicBase
import EpicCompiler
import EpicSema

/// `textDocument/definition`, `references` and `documentHighlight`: by what the compiler resolved.
extension LanguageServer {
  /// Where the name at the position is declared; a name that `use` brings may be declared several times, once a kind.
  mutating func definition(_ parameters: JSONValue) throws(RequestError) -> JSONValue {
    guard let (target, uses) = try names(at: parameters) else { return try packageFiles(parameters) }
    var locator = locator(target.analysis, target.ground)
    let spans = Set(uses.map { target.analysis.names.names[$0.name].span }).sorted()
    return .array(spans.compactMap { locator.location($0) })
  }

  /// Every place that says the name at the position, in source order.
  mutating func references(_ parameters: JSONValue) throws(RequestError) -> JSONValue {
    guard let (target, uses) = try names(at: parameters) else { return try packageReferences(parameters) }
    let isDeclarationWanted = parameters.at("context", "includeDeclaration")?.bool ?? false
    let spans = target.analysis.names.spans(of: Set(uses.map(\.name)), withDeclarations: isDeclarationWanted)
    var locator = locator(target.analysis, target.ground)
    return .array(spans.compactMap { locator.location($0) })
  }

  /// The same, in this document alone.
  mutating func documentHighlights(_ parameters: JSONValue) throws(RequestError) -> JSONValue {
    guard let (target, uses) = try names(at: parameters) else { return try packageHighlights(parameters) }
    let spans = target.analysis.names.spans(of: Set(uses.map(\.name)), withDeclarations: true)
    var locator = locator(target.analysis, target.ground)
    return .array(
      spans.filter { $0.source == target.source }.map { .object(["range": locator.range($0), "kind": .number(1)]) })
  }

  /// The names at the position of a request; nil if there is none.
  mutating func names(
    at parameters: JSONValue, withFindings: Bool = false
  ) throws(RequestError) -> (target: DocumentAnalysis, uses: [NameIndex.Use])? {
    let position = try LanguageServer.position(parameters["position"])
    guard let target = try analyzed(parameters, withFindings: withFindings) else { return nil }
    let offset = UInt32(clamping: target.document.lines.offset(of: position, encoding))
    let uses = target.analysis.names.names(at: offset, in: target.source)
    // Behind a name and before the next one, the next one is meant.
    let starting = uses.filter { $0.span.end > offset }
    let found = starting.isEmpty ? uses : starting
    return found.isEmpty ? nil : (target, found)
  }
}

extension NameIndex {
  /// Where the names are said, in source order, each place once.
  func spans(of wanted: Set<Int>, withDeclarations: Bool) -> [SourceSpan] {
    var spans = Set(uses.filter { wanted.contains($0.name) }.map(\.span))
    if withDeclarations { spans.formUnion(wanted.map { names[$0].span }) }
    return spans.sorted()
  }
}
