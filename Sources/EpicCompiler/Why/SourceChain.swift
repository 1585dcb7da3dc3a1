import EpicBackend
import EpicBase
import EpicIR
import EpicSema
import EpicSyntax

/// Turns what a value was made from into the places where that was written.
struct SourceChain {
  private let program: EvaluatedProgram
  private let names: NameIndex
  private let trees: [SyntaxTree]
  private let sources: SourceSet
  /// Declarations by kind and identity.
  private var positions: [DeclarationKind: [Identity: Int]] = [:]
  /// Chains that were made already: most values of an artifact share theirs with others.
  private var known: [[ValueSource]: [WhyStep]] = [:]

  init(program: EvaluatedProgram, names: NameIndex, trees: [SyntaxTree], sources: SourceSet) {
    self.program = program
    self.names = names
    self.trees = trees
    self.sources = sources
  }

  /// The chain, what gave the value first. Empty only for no sources.
  mutating func steps(for list: [ValueSource]) -> [WhyStep] {
    if let found = known[list] { return found }
    var chain = Steps()
    for source in list { add(source, to: &chain) }
    let ordered = chain.ordered
    known[list] = ordered
    return ordered
  }

  /// The links so far, each place once.
  private struct Steps {
    private(set) var steps: [WhyStep] = []
    private var places: Set<SourceSpan> = []

    /// Whether it is new.
    @discardableResult
    mutating func add(_ kind: WhyStep.Kind, _ text: String, _ span: SourceSpan? = nil) -> Bool {
      let step = WhyStep(kind, text, span)
      if let span {
        guard places.insert(span).inserted else { return false }
      } else if steps.contains(step) {
        return false
      }
      steps.append(step)
      return true
    }

    var ordered: [WhyStep] {
      steps.enumerated().sorted { ($0.element.kind.rawValue, $0.offset) < ($1.element.kind.rawValue, $1.offset) }
        .map(\.element)
    }
  }

  private mutating func add(_ source: ValueSource, to chain: inout Steps) {
    switch source {
    case .origin(let origin): add(origin, .statement, nil, to: &chain)
    case .part(let origin, let words): addPart(origin, words, to: &chain)
    case .outcome(let origin): addOutcome(origin, to: &chain)
    case .outcomeParts(let origin): addOutcomeParts(origin, to: &chain)
    case .declaration(let table, let identity):
      if let declaration = declaration(table, identity) { add(declaration, to: &chain) }
    case .field(let table, let identity, let words): addField(table, identity, words, to: &chain)
    case .value(let statement, let name):
      addMissing(name, of: statement, to: &chain)
      add(statement, to: &chain)
    case .workspace(let word): addWorkspace(word, to: &chain)
    case .lock(let words): addLock(words, to: &chain)
    case .file(let path):
      if let index = sources.files.firstIndex(where: { $0.path == path }) {
        chain.add(.file, "this file", SourceSpan(source: SourceID(UInt32(index)), start: 0, end: 0))
      }
    case .rule(let reason): chain.add(.rule, "set by EPIC: \(reason)")
    case .summary(let what): chain.add(.summary, "computed by EPIC: \(what)")
    }
  }

  // MARK: Declarations

  private mutating func declaration(_ table: ValueSource.Table, _ identity: Identity) -> EvaluatedDeclaration? {
    guard let kind = DeclarationKind.allCases.first(where: { $0.keyword == table.rawValue }) else { return nil }
    let declarations = program.declarations(of: kind)
    if positions[kind] == nil {
      positions[kind] = Dictionary(
        declarations.enumerated().map { ($1.identity, $0) }, uniquingKeysWith: { first, _ in first })
    }
    return positions[kind]?[identity].map { declarations[$0] }
  }

  private func add(_ declaration: EvaluatedDeclaration, to chain: inout Steps) {
    add(declaration.origin, .statement, "declared here", to: &chain)
  }

  private mutating func addField(
    _ table: ValueSource.Table, _ identity: Identity, _ words: String, to chain: inout Steps
  ) {
    guard let declaration = declaration(table, identity) else { return }
    let fields = self.fields(of: declaration, words)
    if fields.isEmpty {
      let context = FieldContext(declaration.kind)
      let text = "\(table.rawValue) `\(identity)` says no `\(words)`"
      addDefault(text, DefaultText(of: words, in: context.map { [$0] } ?? []), to: &chain)
    }
    for field in fields {
      add(field.origin, .statement, nil, to: &chain)
      for earlier in field.earlier.reversed() { add(earlier, .replaced, nil, to: &chain) }
      for limit in declaration.limits where limit.name == field.name {
        chain.add(.within, "within the template's limit", limit.origin.span)
      }
      // A field of a template came by the declaration's `from`, which gave the parameters.
      if let head = head(at: declaration.origin.span), !contains(declaration.origin.span, field.origin.span) {
        if chain.add(.use, "the use of the template", head) { addNames(in: head, isUse: true, to: &chain) }
      }
    }
    for field in fields where declaration.finalFields.contains(where: { declaration.fields[$0].origin == field.origin })
    {
      chain.add(.within, "`final`: nothing that uses the template changes it", field.origin.span)
    }
    add(declaration.origin, .within, "of \(table.rawValue) `\(identity)`", to: &chain)
  }

  /// The fields that some first words, and a key behind them, name.
  private func fields(of declaration: EvaluatedDeclaration, _ words: String) -> [EvaluatedField] {
    declaration.fields.filter { field in
      let title = Schema.field(field.schema).title
      return title == words || title.hasPrefix("\(words) ") || !field.key.isEmpty && "\(title) \(field.key)" == words
    }
  }

  /// Whether the statement at `declaration` holds `span`.
  private func contains(_ declaration: SourceSpan, _ span: SourceSpan) -> Bool {
    guard declaration.source == span.source, let tree = tree(declaration.source) else { return false }
    guard let node = statement(at: declaration, tree.path(to: declaration.start), tree) else { return false }
    let whole = tree.span(of: node)
    return whole.start <= span.start && span.end <= whole.end
  }

  // MARK: Statements

  /// A statement, what stands around it, what it names, and the use that it came by. `text` nil says how it is said.
  private func add(_ origin: Origin, _ kind: WhyStep.Kind, _ text: String?, to chain: inout Steps) {
    let span = origin.span
    guard let tree = tree(span.source) else { return }
    let path = tree.path(to: span.start)
    let own = statement(at: span, path, tree)
    let above = path.prefix { $0 != own }.dropFirst()
    let said = text ?? Self.said(above.last, tree)
    guard chain.add(kind, kind == .replaced ? "which stands in place of this: \(said)" : said, span) else { return }
    for node in above.reversed() { addEnclosing(node, tree, to: &chain) }
    addNames(in: span, to: &chain)
    if let application = origin.application {
      if chain.add(.use, "the use that it came by", application) {
        addNames(in: application, isUse: true, to: &chain)
      }
    }
  }

  /// How a statement is said, by the modifier around it.
  private static func said(_ parent: NodeID?, _ tree: SyntaxTree) -> String {
    guard let parent else { return "said here" }
    switch tree.kind(of: parent) {
    case .override:
      guard let reason = tree.lastChild(of: parent), tree.kind(of: reason) == .literal else {
        return "an override of the template's"
      }
      return "an override of the template's, because \(tree.string(of: reason))"
    case .modified:
      switch tree.string(of: tree.firstToken(of: parent)) {
      case "default": return "the template's default"
      case "final": return "the template's, `final`"
      case "append", "prepend": return "added to the list here"
      case "remove": return "taken from the list here"
      case "replace": return "the list in place of the template's"
      default: return "said here"
      }
    default: return "said here"
    }
  }

  private func addEnclosing(_ node: NodeID, _ tree: SyntaxTree, to chain: inout Steps) {
    let span = head(of: node, tree)
    switch tree.kind(of: node) {
    case .ifStatement: if chain.add(.condition, "only if this holds", span) { addNames(in: span, to: &chain) }
    case .forStatement: if chain.add(.condition, "once for each of these", span) { addNames(in: span, to: &chain) }
    case .under: chain.add(.condition, "for requests in this block", span)
    case .weighted: addNames(in: tree.span(of: NodeID(node.rawValue + 1)), to: &chain)
    case .template: chain.add(.within, "in this template", span)
    case .arm, .otherwise: chain.add(.within, "of this route", span)
    case .statement: chain.add(.within, "in `\(tree.string(of: tree.firstToken(of: node)))`", span)
    default: break
    }
  }

  /// The outermost statement that starts where the span does; else the innermost that holds it.
  private func statement(at span: SourceSpan, _ path: [NodeID], _ tree: SyntaxTree) -> NodeID? {
    let statements = path.filter { tree.kind(of: $0).isStatement && $0 != .file }
    return statements.first { tree.span(of: $0).start == span.start } ?? statements.last
  }

  private func head(at span: SourceSpan) -> SourceSpan? {
    guard let tree = tree(span.source) else { return nil }
    return statement(at: span, tree.path(to: span.start), tree).map { head(of: $0, tree) }
  }

  /// A statement without its body and without what it leads to.
  private func head(of node: NodeID, _ tree: SyntaxTree) -> SourceSpan {
    var span = tree.span(of: node)
    for child in tree.children(of: node) where tree.kind(of: child) == .body || tree.kind(of: child) == .outcome {
      let before = tree.firstToken(of: child).rawValue
      guard before > tree.firstToken(of: node).rawValue else { break }
      let isArrow = tree.kind(of: child) == .outcome && before > 1
      span.end = tree.end(of: TokenID(before - (isArrow ? 2 : 1)))
      break
    }
    return SourceSpan(source: span.source, start: span.start, end: max(span.start, span.end))
  }

  // MARK: Parts

  /// The bodies that a statement may have.
  private func contexts(inside node: NodeID, _ tree: SyntaxTree) -> [FieldContext] {
    switch tree.kind(of: node) {
    case .arm, .otherwise: return [.arm, .split, .respond]
    default:
      return Schema.fields.compactMap { field in
        let words = field.title.split(separator: " ").map(String.init)
        return field.body.flatMap { starts(node, with: words, tree) ? $0 : nil }
      }
    }
  }

  private func addDefault(_ text: String, _ none: DefaultText?, to chain: inout Steps) {
    chain.add(.rule, "set by EPIC: \(text)\(none.map { "; \($0.text)" } ?? ", and this holds where none is said")")
  }

  /// What holds without a value, if the statement leaves it out.
  private mutating func addMissing(_ name: String, of statement: ValueSource, to chain: inout Steps) {
    guard let slot = Slot(spelling: name) else { return }
    switch statement {
    case .field(let table, let identity, let words):
      guard let declaration = declaration(table, identity) else { return }
      for field in fields(of: declaration, words) where field.all(slot).isEmpty {
        let schema = Schema.field(field.schema)
        guard let missing = DefaultText(of: slot, in: schema) else { continue }
        addDefault("`\(schema.title)` says no `<\(name)>`", missing, to: &chain)
      }
    case .part(let origin, let words):
      for (tree, node) in parts(of: origin, words) {
        guard let view = StatementView(tree, node), let outer = self.node(at: origin.span)?.node else { continue }
        let contexts = contexts(inside: outer, tree)
        let schema = Schema.fields.first { contexts.contains($0.context) && $0.title == words }
        guard let schema, let missing = DefaultText(of: slot, in: schema) else { continue }
        let arguments = view.arguments.map { argument in
          let isWord = tree.kind(of: argument) == .name || tree.kind(of: argument) == .reservedWord
          return FieldSchema.Argument(
            word: isWord ? tree.string(of: argument) : nil, hasCommaBefore: tree.hasComma(before: argument))
        }
        if !schema.slots(givenBy: arguments).contains(slot) {
          addDefault("`\(words)` says no `<\(name)>`", missing, to: &chain)
        }
      }
    default: break
    }
  }

  /// The statement at a span, with its tree.
  private func node(at span: SourceSpan) -> (tree: SyntaxTree, node: NodeID)? {
    guard let tree = tree(span.source), let node = statement(at: span, tree.path(to: span.start), tree) else {
      return nil
    }
    return (tree, node)
  }

  /// The statements inside of the origin's that start with some words.
  private func parts(of origin: Origin, _ words: String) -> [(tree: SyntaxTree, node: NodeID)] {
    guard let (tree, node) = node(at: origin.span) else { return [] }
    let wanted = words.split(separator: " ").map(String.init)
    return ((node.rawValue + 1)..<max(node.rawValue + 1, tree.next(after: node).rawValue)).map { NodeID($0) }
      .filter { tree.kind(of: $0) == .statement && starts($0, with: wanted, tree) }.map { (tree, $0) }
  }

  private func addPart(_ origin: Origin, _ words: String, to chain: inout Steps) {
    guard let (tree, node) = node(at: origin.span) else { return }
    let parts = parts(of: origin, words)
    for (tree, part) in parts {
      add(Origin(head(of: part, tree), through: origin.application), .statement, nil, to: &chain)
    }
    if !parts.isEmpty { return }
    if let none = DefaultText(of: words, in: contexts(inside: node, tree)) {
      addDefault("`\(tree.string(of: tree.firstToken(of: node)))` says no `\(words)`", none, to: &chain)
    }
    add(origin, .statement, nil, to: &chain)
  }

  private func starts(_ node: NodeID, with words: [String], _ tree: SyntaxTree) -> Bool {
    let first = tree.firstToken(of: node).rawValue
    let end = tree.endToken(of: node).rawValue
    guard first + UInt32(words.count) <= end else { return false }
    for (index, word) in words.enumerated() {
      let text = tree.string(of: TokenID(first + UInt32(index)))
      // Names of headers may be quoted, and are folded.
      let bare = text.hasPrefix("\"") && text.hasSuffix("\"") ? String(text.dropFirst().dropLast()) : text
      if bare != word && bare.lowercased() != word { return false }
    }
    return true
  }

  private func outcome(of origin: Origin) -> (tree: SyntaxTree, node: NodeID)? {
    guard let tree = tree(origin.span.source),
      let node = statement(at: origin.span, tree.path(to: origin.span.start), tree),
      let outcome = tree.child(of: node, kind: .outcome)
    else { return nil }
    return (tree, outcome)
  }

  private func addOutcome(_ origin: Origin, to chain: inout Steps) {
    guard let (tree, node) = outcome(of: origin) else { return add(origin, .statement, nil, to: &chain) }
    let span = head(of: node, tree)
    if chain.add(.statement, "where the route leads", span) { addNames(in: span, to: &chain) }
    add(origin, .within, "of this route", to: &chain)
  }

  private func addOutcomeParts(_ origin: Origin, to chain: inout Steps) {
    guard let (tree, node) = outcome(of: origin), let body = tree.child(of: node, kind: .body) else { return }
    for child in tree.children(of: body) {
      let span = head(of: child, tree)
      if chain.add(.statement, "a part of it", span) { addNames(in: span, to: &chain) }
    }
  }

  // MARK: Root file, lock

  private func addWorkspace(_ word: String, to chain: inout Steps) {
    for (index, file) in sources.files.enumerated() where file.path == "workspace.epic" && index < trees.count {
      let tree = trees[index]
      for child in tree.children(of: .file) where tree.string(of: tree.firstToken(of: child)) == word {
        chain.add(.statement, "said here", head(of: child, tree))
      }
    }
  }

  private func addLock(_ words: [String], to chain: inout Steps) {
    guard let index = sources.files.firstIndex(where: { $0.path == Compiler.lockPath }) else { return }
    let file = sources.files[index]
    for number in file.lines.lineStarts.indices {
      let line = file.line(number)
      let fields = line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
      guard fields.first == words.first, words.allSatisfy(fields.contains) else { continue }
      let start = file.lines.lineStarts[number]
      chain.add(
        .lock, "kept in the lock, so that it stays",
        SourceSpan(source: SourceID(UInt32(index)), start: start, end: start + UInt32(line.count)))
      return
    }
    chain.add(.rule, "set by EPIC: given out by this build, which writes it into `\(Compiler.lockPath)`")
  }

  // MARK: Names

  /// The constants, parameters and variables that a text names, and what those name. A use of a template gives values
  /// to parameters; which of them a statement takes, the statement says.
  private func addNames(in span: SourceSpan, isUse: Bool = false, to chain: inout Steps) {
    for use in names.uses(inside: span) {
      let name = names.names[use.name]
      guard let tree = tree(name.span.source) else { continue }
      switch name.kind {
      case .declaration, .template: continue
      case .parameter:
        if isUse { continue }
        chain.add(.name, "the parameter `\(name.text)`", name.span)
      case .constant, .variable:
        let path = tree.path(to: name.span.start)
        let statement = path.last { tree.kind(of: $0) == .letStatement || tree.kind(of: $0) == .forStatement }
        let place = statement.map { head(of: $0, tree) } ?? name.span
        if chain.add(.name, "`\(name.text)` is this", place) { addNames(in: place, to: &chain) }
      }
    }
  }

  private func tree(_ source: SourceID) -> SyntaxTree? {
    Int(source.rawValue) < trees.count ? trees[Int(source.rawValue)] : nil
  }
}
