/// A signature, compiled: what a statement's arguments must look like, and where their values go.
struct Pattern: Sendable {
  /// One place of a signature.
  indirect enum Element: Sendable {
    /// This word; an index into `SchemaWords`.
    case word(String)
    case slot(Slot, ValueType)
    /// A comma between two values of a fixed number of them.
    case comma
    case optional([Element])
    case choice([[Element]])
    /// The elements once or more, separated by commas.
    case list([Element])
  }

  let keyword: String
  let leadingWords: [String]
  /// What follows keyword and leading words.
  let elements: [Element]

  /// Compiles a signature. Signatures are the compiler's own; a faulty one is found by the test that compiles them all.
  init(_ signature: String) {
    var parser = PatternParser(signature)
    var elements = parser.sequence()
    keyword = Pattern.takeWord(&elements) ?? ""
    var leading: [String] = []
    while let word = Pattern.takeWord(&elements) { leading.append(word) }
    leadingWords = leading
    self.elements = elements
  }

  private static func takeWord(_ elements: inout [Element]) -> String? {
    guard case .word(let word)? = elements.first else { return nil }
    elements.removeFirst()
    return word
  }
}

/// Parses signatures.
private struct PatternParser {
  private var tokens: [Substring] = []
  private var position = 0

  init(_ signature: String) {
    var rest = Substring(signature)
    while let first = rest.first {
      if first == " " {
        rest = rest.dropFirst()
      } else if first == "<" {
        let end = rest.firstIndex(of: ">").map { rest.index(after: $0) } ?? rest.endIndex
        tokens.append(rest[..<end])
        rest = rest[end...]
      } else if rest.hasPrefix(",…") {
        tokens.append(rest.prefix(2))
        rest = rest.dropFirst(2)
      } else if "[]()|,".contains(first) {
        tokens.append(rest.prefix(1))
        rest = rest.dropFirst()
      } else {
        let end = rest.firstIndex { " <[]()|,".contains($0) } ?? rest.endIndex
        tokens.append(rest[..<end])
        rest = rest[end...]
      }
    }
  }

  private var token: Substring? { position < tokens.count ? tokens[position] : nil }

  mutating func sequence() -> [Pattern.Element] {
    var elements: [Pattern.Element] = []
    while let token, token != "]", token != ")", token != "|" {
      position += 1
      switch token {
      case ",…": if let last = elements.popLast() { elements.append(.list(PatternParser.items(of: last))) }
      case ",": elements.append(.comma)
      case "[":
        elements.append(.optional(sequence()))
        position += 1
      case "(":
        var choices = [sequence()]
        while self.token == "|" {
          position += 1
          choices.append(sequence())
        }
        position += 1
        elements.append(.choice(choices))
      default:
        elements.append(token.hasPrefix("<") ? PatternParser.slot(token) : .word(String(token)))
      }
    }
    return elements
  }

  private static func items(of element: Pattern.Element) -> [Pattern.Element] {
    if case .choice(let choices) = element, choices.count == 1 { return choices[0] }
    return [element]
  }

  private static func slot(_ token: Substring) -> Pattern.Element {
    let inner = token.dropFirst().dropLast()
    let parts = inner.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, let slot = Slot(spelling: String(parts[0])),
      let type = ValueType(spelling: String(parts[1]))
    else { return .word(String(token)) }
    return .slot(slot, type)
  }
}

extension ValueType {
  /// The type of a spelling in signatures and template parameters: `duration`, `ref pool`, `word a|b`.
  init?(spelling: String) {
    if spelling.hasPrefix("ref ") {
      guard let kind = DeclarationKind.allCases.first(where: { $0.keyword == spelling.dropFirst(4) }) else {
        return nil
      }
      self = .reference(kind)
      return
    }
    if spelling.hasPrefix("word ") {
      self = .word(spelling.dropFirst(5).split(separator: "|").map(String.init))
      return
    }
    guard let type = ValueType.bySpelling[spelling] else { return nil }
    self = type
  }

  private static let bySpelling = Dictionary(uniqueKeysWithValues: plain.map { ($0.spelling, $0.type) })

  /// The spellings of plain types.
  static var spellings: [String] { plain.map(\.spelling) }

  private static let plain: [(spelling: String, type: ValueType)] = [
    ("boolean", .boolean), ("integer", .integer), ("decimal", .decimal), ("duration", .duration), ("size", .size),
    ("rate", .rate), ("bandwidth", .bandwidth), ("percentage", .percentage), ("version", .version),
    ("as-number", .asNumber), ("community", .community), ("port", .port), ("status", .status), ("text", .text),
    ("template", .template), ("text-or-data", .textOrData), ("data", .data), ("host", .host),
    ("host-name", .hostName), ("path", .path), ("regex", .regex), ("address", .address), ("prefix", .prefix),
    ("range", .range), ("reach", .reach), ("network", .network), ("endpoint", .endpoint), ("server", .server),
    ("url", .url), ("service", .service), ("secret", .secret), ("method", .method), ("country", .country),
    ("header-name", .headerName), ("name", .name), ("package", .package),
    ("route-name", .routeName), ("target", .target),
  ]
}
