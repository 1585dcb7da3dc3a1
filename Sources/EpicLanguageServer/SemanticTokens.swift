import EpicBase
import EpicSema
import EpicSyntax

/// The classes that the server gives to tokens, in the order of the legend (LSP 3.17, `SemanticTokenTypes`).
enum SemanticTokenType: Int, CaseIterable {
  case namespace, `class`, parameter, variable, property, function, keyword, comment, string, number, regexp, `operator`
  case type

  static var legend: [String] { allCases.map { String(describing: $0) } }
}

/// What more is said of a token, as bits in the order of the legend.
struct SemanticTokenModifiers: OptionSet {
  var rawValue: Int

  static let declaration = SemanticTokenModifiers(rawValue: 1)
  static let readonly = SemanticTokenModifiers(rawValue: 2)
  static let documentation = SemanticTokenModifiers(rawValue: 4)

  static let legend = ["declaration", "readonly", "documentation"]
}

/// One coloured piece of a text.
struct SemanticToken {
  var range: Range<Int>
  var type: SemanticTokenType
  var modifiers: SemanticTokenModifiers = []
}

/// Classifies the tokens of a file: by what the compiler knows of names, else by the tree.
struct TokenClassifier {
  private let tree: SyntaxTree
  private var byNode: [UInt32: SemanticTokenType] = [:]
  private var byName: [UInt32: SemanticToken] = [:]

  /// `names` are the index's names that this file declares or says.
  init(_ tree: SyntaxTree, _ names: NameIndex) {
    self.tree = tree
    for node in 0..<UInt32(tree.nodeCount) { note(NodeID(node)) }
    for use in names.uses where use.span.source == tree.source { note(use.span, names.names[use.name], []) }
    for name in names.names where name.span.source == tree.source { note(name.span, name, .declaration) }
  }

  /// All tokens in order.
  func tokens() -> [SemanticToken] {
    var result: [SemanticToken] = []
    for index in 0..<UInt32(tree.tokenCount) {
      let token = TokenID(index)
      if tree.flags(of: token).contains(.commentBefore) { appendComments(before: token, to: &result) }
      append(token, to: &result)
    }
    return result
  }

  private func appendComments(before token: TokenID, to result: inout [SemanticToken]) {
    for piece in tree.trivia(before: token) {
      switch piece {
      case .newlines: break
      case .comment(let range):
        result.append(SemanticToken(range: Int(range.lowerBound)..<Int(range.upperBound), type: .comment))
      case .documentation(let range):
        result.append(
          SemanticToken(
            range: Int(range.lowerBound)..<Int(range.upperBound), type: .comment, modifiers: .documentation))
      }
    }
  }

  private func append(_ token: TokenID, to result: inout [SemanticToken]) {
    let start = tree.start(of: token)
    let range = Int(start)..<Int(tree.end(of: token))
    guard !range.isEmpty else { return }
    if let named = byName[start], !isText(token) {
      // A dotted name may hold the name of a package before the one that is meant, or members behind it.
      result.append(named)
      if named.range.upperBound < range.upperBound {
        result.append(SemanticToken(range: named.range.upperBound + 1..<range.upperBound, type: .property))
      }
      return
    }
    if tree.kind(of: token) == .dottedName, let dot = tree.text[range].lastIndex(of: UInt8(ascii: ".")),
      let last = byName[UInt32(dot + 1)]
    {
      result.append(SemanticToken(range: range.lowerBound..<dot, type: .namespace))
      result.append(last)
      return
    }
    if let type = byNode[token.rawValue] ?? TokenClassifier.type(tree.kind(of: token)) {
      result.append(SemanticToken(range: range, type: type))
    }
  }

  private func isText(_ token: TokenID) -> Bool {
    switch tree.kind(of: token) {
    case .string, .blockString, .url: true
    default: false
    }
  }

  private mutating func note(_ span: SourceSpan, _ name: NameIndex.Name, _ modifiers: SemanticTokenModifiers) {
    let type: SemanticTokenType
    var modifiers = modifiers
    switch name.kind {
    case .declaration: type = .class
    case .constant, .variable:
      type = .variable
      modifiers.insert(.readonly)
    case .template: type = .function
    case .parameter: type = .parameter
    }
    guard span.start < span.end else { return }
    byName[span.start] = SemanticToken(range: Int(span.start)..<Int(span.end), type: type, modifiers: modifiers)
  }

  /// What the tree tells of the tokens of a node.
  private mutating func note(_ node: NodeID) {
    let first = tree.firstToken(of: node).rawValue
    switch tree.kind(of: node) {
    case .statement:
      // Shares of a `split` start with an upstream, which the index knows.
      if tree.kind(of: NodeID(node.rawValue + 1)) == .name { byNode[first] = .keyword }
      noteWords(of: node)
    case .template, .use, .export, .modified, .override: byNode[first] = .keyword
    case .label: byNode[first] = .property
    case .requestField: byNode[first] = .property
    case .type: for child in tree.children(of: node) { byNode[tree.firstToken(of: child).rawValue] = .type }
    case .parameter: byNode[first] = .parameter
    case .data: byNode[first] = .keyword
    default: break
    }
  }

  /// The words of a statement that its signature fixes look like keywords: names without a meaning of their own. Those
  /// that have one are found in the index afterwards.
  private mutating func noteWords(of node: NodeID) {
    guard let view = StatementView(tree, node) else { return }
    for argument in view.arguments where tree.kind(of: argument) == .name {
      byNode[tree.firstToken(of: argument).rawValue] = .property
    }
  }

  private static func type(_ kind: TokenKind) -> SemanticTokenType? {
    switch kind {
    case .endOfFile, .invalid, .leftBrace, .rightBrace, .leftParenthesis, .rightParenthesis, .leftBracket,
      .rightBracket, .comma, .semicolon, .colon, .dot:
      nil
    case .arrow, .equal, .pipe, .less, .lessOrEqual, .greater, .greaterOrEqual: .operator
    case .name: .variable
    case .dottedName, .hostPattern, .slashedName, .path, .url, .string, .blockString: .string
    case .regex: .regexp
    case .integer, .decimal, .version, .address, .prefix, .addressRange, .integerRange, .endpoint, .asNumber,
      .community, .duration, .size, .rate, .bandwidth, .percentage, .statusClass:
      .number
    default: .keyword
    }
  }
}
