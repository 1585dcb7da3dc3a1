import EpicSyntax

/// The names that one file mentions, and where. What declares a name does not mention it, nor does a keyword, a label or
/// a `use` line. What only might be a mention counts as one.
struct NameIndex {
  /// Nodes that mention a name, in order.
  private(set) var places: [String: [UInt32]] = [:]
  /// Every name that is mentioned.
  private(set) var mentioned: Set<String> = []
  /// Names in templates, conditions, loops, constants and arguments, and the texts there.
  private(set) var loose: Set<String> = []

  /// One pass over the nodes.
  init(_ tree: SyntaxTree, declarations: [DeclaredName]) {
    // The first name of a declaration; of a family's member `white[b.key]` it is the base.
    let declared = Set(
      declarations.map { tree.kind(of: $0.nameNode) == .index ? $0.nameNode.rawValue + 1 : $0.nameNode.rawValue })
    let count = UInt32(truncatingIfNeeded: tree.nodeCount)
    var position: UInt32 = 0
    var looseEnd: UInt32 = 0
    // The node that follows and is no mention, and the statement whose head is one: `95% cart`.
    var silent: UInt32?
    var share: NodeID?
    while position < count {
      let node = NodeID(position)
      let next = tree.next(after: node).rawValue
      position += 1
      switch tree.kind(of: node) {
      case .use, .type, .label: position = max(next, position)
      case .template, .ifStatement, .parameterList, .object: looseEnd = max(looseEnd, next)
      case .letStatement, .forStatement, .call: looseEnd = max(looseEnd, next)
      case .weighted: share = tree.child(of: node, kind: .statement)
      case .statement where node != share && position < count && tree.kind(of: NodeID(position)) == .name:
        silent = position
      case .name where silent == node.rawValue || declared.contains(node.rawValue): break
      case .name: add(tree.string(of: node), node, isLoose: node.rawValue < looseEnd)
      case .dottedName:
        for part in tree.string(of: node).split(separator: ".") {
          add(String(part), node, isLoose: node.rawValue < looseEnd)
        }
      case .literal: addTexts(tree.firstToken(of: node), node, tree, isLoose: node.rawValue < looseEnd)
      default: break
      }
      switch tree.kind(of: node) {
      case .template, .letStatement, .forStatement, .parameter: silent = node.rawValue + 1
      default: break
      }
    }
  }

  /// Whether a node of the range mentions the name.
  func mentions(_ name: String, within range: Range<UInt32>) -> Bool {
    guard let nodes = places[name] else { return false }
    var low = 0
    var high = nodes.count
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < nodes.count && nodes[low] < range.upperBound
  }

  private mutating func add(_ name: String, _ node: NodeID, isLoose: Bool) {
    places[name, default: []].append(node.rawValue)
    mentioned.insert(name)
    if isLoose { loose.insert(name) }
  }

  /// A text may be read as a name where it stands for a reference, and names others by `${name}`.
  private mutating func addTexts(_ token: TokenID, _ node: NodeID, _ tree: SyntaxTree, isLoose: Bool) {
    switch tree.kind(of: token) {
    case .string, .blockString, .url, .path: break
    default: return
    }
    let text = tree.string(of: token)
    if isLoose { loose.insert(text.filter { $0 != "\"" }) }
    var rest = Substring(text)
    while let dollar = rest.firstIndex(of: "$") {
      rest = rest[rest.index(after: dollar)...]
      guard rest.first == "{" else { continue }
      for part in rest.dropFirst().prefix(while: { $0 != "}" }).split(separator: ".") {
        add(String(part), node, isLoose: isLoose)
      }
    }
  }
}
