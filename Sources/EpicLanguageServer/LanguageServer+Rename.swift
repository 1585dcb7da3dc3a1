import EpicBase
import EpicCompiler
import EpicDiagnostics
import EpicSema
import EpicSyntax

/// `textDocument/prepareRename` and `rename`: all places of a workspace, or none.
extension LanguageServer {
  mutating func prepareRename(_ parameters: JSONValue) throws(RequestError) -> JSONValue {
    guard let (target, uses) = try names(at: parameters), let use = uses.first else {
      return try preparePackageRename(parameters)
    }
    var locator = locator(target.analysis, target.ground)
    return .object([
      "range": locator.range(use.span), "placeholder": .string(target.analysis.names.names[use.name].text),
    ])
  }

  /// The edits that give a name another one. Refused where they would change what the workspace means or make an error
  /// of it: the texts are renamed and compiled here before the client is told.
  mutating func rename(_ parameters: JSONValue) throws(RequestError) -> JSONValue {
    guard let newName = parameters["newName"]?.string else { throw .invalidParameters("`newName` is missing") }
    guard let (target, uses) = try names(at: parameters, withFindings: true), let first = uses.first else {
      return try renamePackage(parameters, to: newName)
    }
    let names = target.analysis.names
    let wanted = Set(uses.map(\.name))
    let old = names.names[first.name].text
    try LanguageServer.checkName(newName)
    if newName == old { return .object(["changes": .object([:])]) }
    try checkUnevaluated(old, target)
    let spans = names.spans(of: wanted, withDeclarations: true)
    let edits = spans.map { TextEdit($0, replacement: newName) }
    try checkRenamed(edits, newName, target)
    var locator = locator(target.analysis, target.ground)
    guard let edit = workspaceEdit(edits, &locator) else { throw .failed("a file that says `\(old)` cannot be edited") }
    return edit
  }

  /// A name that may be declared: a lower-case DNS label that starts with a letter, and no reserved word.
  static func checkName(_ name: String) throws(RequestError) {
    let bytes = Array(name.utf8)
    let isLabel =
      bytes.first.map { $0 >= 97 && $0 <= 122 } ?? false && bytes.count <= 63 && bytes.last != UInt8(ascii: "-")
      && bytes.allSatisfy { $0 >= 97 && $0 <= 122 || $0 >= 48 && $0 <= 57 || $0 == UInt8(ascii: "-") }
    guard isLabel else {
      throw .failed(
        "`\(name.prefix(80))` is not a name: lower-case letters, digits and `-`, starting with a letter, at most 63")
    }
    if Keyword.allCases.contains(where: { $0.spelling == name && $0.reservedKind != nil }) {
      throw .failed("`\(name)` is a reserved word")
    }
  }

  /// Text that no evaluation reached may say the name as well, and nobody knows whether it does.
  func checkUnevaluated(_ name: String, _ target: DocumentAnalysis) throws(RequestError) {
    let known = KnownPlaces(target.analysis)
    for tree in target.analysis.trees {
      let regions = UnevaluatedRegions(tree, known)
      guard let (line, reason) = regions.firstPlace(saying: name) else { continue }
      let path = target.analysis.sources.file(tree.source)?.path ?? ""
      let words =
        switch reason {
        case .unread:
          "where the compiler does not look: a template that is not used, a branch that is not taken, or a statement "
            + "with a mistake"
        case .reject:
          "in a `reject`: `epic test` compiles its declarations as a workspace of their own, and what the name means in "
            + "one that is wrong nobody knows; change it there first"
        }
      throw .failed("line \(line + 1) of `\(path)` says `\(name)` \(words)")
    }
  }

  /// What the compiler says of other texts of a workspace; those that are as they were are not parsed again.
  func analysis(of texts: some FileSystem, like ground: Workspace.Ground) -> Analysis {
    var memo = workspaces[ground]?.memo ?? ParseMemo()
    var analysis = Compiler.analyze(texts, &memo)
    _ = analysis.check(texts)
    return analysis
  }

  /// The texts that edits change, by path.
  static func texts(after edits: [TextEdit], _ target: DocumentAnalysis) throws(RequestError) -> [String: [UInt8]] {
    var texts: [String: [UInt8]] = [:]
    for (source, edits) in Dictionary(grouping: edits, by: \.span.source) {
      guard let file = target.analysis.sources.file(source),
        let text = FixIt("", edits).apply(to: file.text, of: source)
      else { throw .failed("the places to edit overlap") }
      texts[file.path] = text
    }
    return texts
  }

  /// Refuses a new name that brings errors, or takes some away.
  static func checkErrors(_ after: Analysis, _ newName: String, _ target: DocumentAnalysis) throws(RequestError) {
    let before = target.analysis
    let codes = before.diagnostics.filter { $0.severity == .error }.map(\.code.name).sorted()
    let newErrors = after.diagnostics.filter { $0.severity == .error }
    if newErrors.map(\.code.name).sorted() == codes { return }
    let known = Set(before.diagnostics.map(\.message))
    let reason = newErrors.first { !known.contains($0.message) }?.message ?? "other errors would be reported"
    throw .failed("`\(newName)` cannot be the name: \(reason)")
  }

  /// Compiles the renamed texts: they may have no error that was not there, and every name has to mean the same.
  private func checkRenamed(
    _ edits: [TextEdit], _ newName: String, _ target: DocumentAnalysis
  ) throws(RequestError) {
    let texts = try LanguageServer.texts(after: edits, target)
    let after = analysis(of: OverlayFileSystem(fileSystem(of: target.ground), buffers: texts), like: target.ground)
    try LanguageServer.checkErrors(after, newName, target)
    let before = target.analysis
    // Equal counts of uses, name by name: nothing that said another name says this one now.
    guard after.names.uses.count == before.names.uses.count,
      zip(before.names.uses, after.names.uses).allSatisfy({ $0.name == $1.name })
    else {
      throw .failed("`\(newName)` cannot be the name: it would stand for something else in places")
    }
  }
}

/// What the compiler found out about the places of a workspace.
struct KnownPlaces {
  /// Where names are declared and said.
  let names: Set<SourceSpan>
  let errors: [SourceID: [SourceSpan]]
  private let index: NameIndex

  init(_ analysis: Analysis) {
    index = analysis.names
    names = Set(index.uses.map(\.span)).union(index.names.map(\.span)).union(index.packageUses.map(\.span))
    let spans = analysis.diagnostics.filter { $0.severity == .error }.map(\.primary.span)
    errors = Dictionary(grouping: spans, by: \.source)
  }

  func isEvaluated(_ span: SourceSpan) -> Bool { index.isEvaluated(span) }
}

/// The parts of a file in which a name may be said without the index knowing: what the evaluation of the workspace did
/// not reach, and the lines of errors.
struct UnevaluatedRegions {
  private let tree: SyntaxTree
  private let known: KnownPlaces
  private var spans: [SourceSpan] = []
  /// The bodies of `reject`.
  private let rejects: [SourceSpan]

  /// Why nothing is known of the names in a region.
  enum Reason {
    case unread
    case reject
  }

  init(_ tree: SyntaxTree, _ known: KnownPlaces) {
    self.tree = tree
    self.known = known
    rejects = tree.children(of: .file).filter { tree.string(of: tree.firstToken(of: $0)) == "reject" }
      .map { tree.span(of: $0) }
    var node = NodeID.file
    while Int(node.rawValue) < tree.nodeCount {
      if let region = region(node), !known.isEvaluated(tree.span(of: region)) {
        spans.append(tree.span(of: region))
        node = tree.next(after: node)
      } else {
        node = NodeID(node.rawValue + 1)
      }
    }
    guard let errors = known.errors[tree.source] else { return }
    let lines = LineTable(tree.text)
    for error in errors {
      let first = lines.line(at: error.start)
      let next = lines.line(at: error.end) + 1
      let end = next < lines.lineStarts.count ? lines.lineStarts[next] : UInt32(clamping: tree.text.count)
      spans.append(SourceSpan(source: tree.source, start: lines.lineStarts[first], end: end))
    }
  }

  /// The line, from 0, of the first place there that says the name, alone or as a part of a dotted one.
  func firstPlace(saying name: String) -> (line: Int, reason: Reason)? {
    let bytes = Array(name.utf8)
    for span in spans {
      var token = tree.token(at: span.start)
      while tree.start(of: token) < span.end, tree.kind(of: token) != .endOfFile {
        if says(bytes, token) {
          let start = tree.start(of: token)
          let isRejected = rejects.contains { $0.start <= start && start < $0.end }
          return (LineTable(tree.text).line(at: start), isRejected ? .reject : .unread)
        }
        token = TokenID(token.rawValue + 1)
      }
    }
    return nil
  }

  private func says(_ name: [UInt8], _ token: TokenID) -> Bool {
    let range = Int(tree.start(of: token))..<Int(tree.end(of: token))
    switch tree.kind(of: token) {
    case .name, .dottedName:
      var start = range.lowerBound
      for part in tree.text[range].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
        if part.elementsEqual(name), !isKnown(start, part.count) { return true }
        start += part.count + 1
      }
      return false
    case .string, .blockString, .url:
      var rest = tree.text[range]
      while let index = rest.firstIndex(of: UInt8(ascii: "$")) {
        rest = rest[index...].dropFirst()
        guard rest.first == UInt8(ascii: "{"), rest.dropFirst().starts(with: name) else { continue }
        let next = rest.dropFirst(1 + name.count).first
        if next == UInt8(ascii: "}") || next == UInt8(ascii: "."), !isKnown(index + 2, name.count) { return true }
      }
      return false
    default: return false
    }
  }

  private func isKnown(_ start: Int, _ count: Int) -> Bool {
    let span = SourceSpan(source: tree.source, start: UInt32(clamping: start), end: UInt32(clamping: start + count))
    return known.names.contains(span)
  }

  /// What is evaluated as a whole, and noted when it is: a body, or the value of a `let`.
  private func region(_ node: NodeID) -> NodeID? {
    switch tree.kind(of: node) {
    case .body: node
    case .letStatement: LetView(tree, node)?.value
    default: nil
    }
  }
}
