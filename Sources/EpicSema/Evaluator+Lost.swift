import EpicBase
import EpicIR
import EpicSyntax

/// Names that nothing declares because of a mistake that was reported.
struct LostNames {
  /// Words of statements that could not be understood: one of them may be the name that was meant.
  var words: Set<Symbol> = []
  /// Kinds of which a declaration has no name.
  var kinds: Set<UInt8> = []
  /// Whether a tenant, or the packages of one, could not be read: its text counts as the platform's.
  var hasTenant = false
  /// Every declared name of any package, and how many entries it was made of.
  var declared: Set<UInt64> = []
  var entryCount = 0
}

/// One mistake gives one error: what could not be declared is not reported again where it is used.
extension Evaluator {
  /// Whether an earlier mistake explains that a name stands for nothing: it was lost, or another package declares it and
  /// what would bring it into scope was not understood.
  mutating func isExcused(_ name: Symbol, _ space: NameSpace, _ place: Place) -> Bool {
    if lost.words.contains(name) || lost.kinds.contains(space.rawValue) { return true }
    // What is not taken may name what would be declared under the same condition.
    if isAbstract, conditionalNames.contains(space.key(name)) { return true }
    let state = fileStates[place.file]
    if state.lostImports.contains(name) { return true }
    if !state.lacksImports && !(lost.hasTenant && packages[state.package].tenant < 0) { return false }
    if lost.entryCount != entries.count {
      lost.entryCount = entries.count
      lost.declared = Set(entries.map { $0.space.key($0.name) })
    }
    return lost.declared.contains(space.key(name))
  }

  /// Whether an earlier mistake explains that the front of a dotted name is no package.
  mutating func isExcused(front dotted: String, _ place: Place) -> Bool {
    let state = fileStates[place.file]
    guard !state.lostImports.isEmpty, let dot = dotted.firstIndex(of: ".") else { return false }
    return state.lostImports.contains(interner.intern(String(dotted[..<dot])))
  }

  /// Notes a `let` without its name or its value.
  mutating func loseLet(_ node: NodeID, _ place: Place) {
    let tree = files[place.file].tree
    // The value is damaged, or there is none.
    if let name = LetView(tree, node)?.name, let symbol = tree.symbol(of: name),
      !tree.kind(of: tree.firstToken(of: name)).isReservedWord
    {
      lost.words.insert(symbol)
    } else {
      lost.kinds.insert(NameSpace.constant.rawValue)
    }
  }

  /// Notes a declaration without a name.
  mutating func loseName(of kind: DeclarationKind) {
    lost.kinds.insert(NameSpace.kind(kind).rawValue)
    if kind == .tenant { lost.hasTenant = true }
  }

  /// Notes the words of a statement that declares nothing, so that their uses are excused.
  mutating func lose(_ node: NodeID, _ place: Place) {
    let tree = files[place.file].tree
    let end = tree.endToken(of: node).rawValue
    var token = tree.firstToken(of: node).rawValue
    while token < end, tree.kind(of: TokenID(token)) != .leftBrace {
      if let symbol = tree.symbol(of: TokenID(token)) { lost.words.insert(symbol) }
      token += 1
    }
    guard token < end, let statement = StatementView(tree, node), let body = statement.body else { return }
    for child in tree.children(of: body) {
      guard let keyword = tree.symbol(of: child), !words.candidates(.tenant, keyword).isEmpty else { continue }
      lost.hasTenant = true
    }
  }
}
