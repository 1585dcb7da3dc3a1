import EpicBase
import EpicDiagnostics
import EpicIR
import EpicSyntax

/// Values without an expected type, and values from variables where one is expected.
extension Evaluator {
  /// The value of a literal, list or record by its own spelling. A plain name is a word, whose meaning its use decides.
  mutating func evaluateNatural(_ node: NodeID, in place: Place) -> Value? {
    defer { depth -= 1 }
    guard enter(place, node) else { return nil }
    let tree = files[place.file].tree
    switch tree.kind(of: node) {
    case .literal:
      let token = tree.firstToken(of: node)
      guard let type = Evaluator.naturalType(tree.kind(of: token)) else {
        if tree.kind(of: token) == .slashedName { return .slashed(tree.string(of: token)) }
        return nil
      }
      return literal(token, as: type, node, place)
    case .name:
      guard let symbol = tree.symbol(of: node) else { return nil }
      if let value = variableValue(symbol, as: nil, node, place) { return value }
      return .word(text(symbol))
    case .dottedName: return .host(tree.hostLiteral(tree.firstToken(of: node)))
    case .reservedWord:
      switch tree.kind(of: tree.firstToken(of: node)) {
      case .keywordTrue: return .boolean(true)
      case .keywordFalse: return .boolean(false)
      default: return .word(text(place, node))
      }
    case .parenthesized:
      guard let inner = tree.child(of: node, at: 0) else { return nil }
      return evaluateReference(inner, as: nil, in: place)
    case .list:
      var values: [Value] = []
      for child in tree.children(of: node) where tree.kind(of: child) != .unexpected {
        guard let value = evaluateNatural(child, in: place) else { return nil }
        values.append(value)
      }
      return .list(values)
    case .object: return record(node, in: place)
    case .data: return dataFile(node, in: place).map { .data($0) }
    default:
      report(.typeMismatch, "`\(text(place, node))` is no value", place, node)
      return nil
    }
  }

  private mutating func record(_ node: NodeID, in place: Place) -> Value? {
    let tree = files[place.file].tree
    var members: [RecordMember] = []
    var names: Set<String> = []
    for child in tree.children(of: node) {
      guard let field = FieldView(tree, child) else { continue }
      let name = tree.string(of: field.key)
      guard names.insert(name).inserted else {
        report(.repeatedField, "`\(name)` is said twice", place, child)
        return nil
      }
      guard let valueNode = field.value, let value = evaluateNatural(valueNode, in: place) else { return nil }
      members.append(RecordMember(name: name, value: value))
    }
    return .record(members)
  }

  static func naturalType(_ kind: TokenKind) -> ValueType? {
    switch kind {
    case .hostPattern: .host
    case .integer: .integer
    case .decimal: .decimal
    case .version: .version
    case .address: .address
    case .prefix: .prefix
    case .addressRange: .range
    case .integerRange, .statusClass: .status
    case .endpoint: .endpoint
    case .asNumber: .asNumber
    case .community: .community
    case .duration: .duration
    case .size: .size
    case .rate: .rate
    case .bandwidth: .bandwidth
    case .percentage: .percentage
    case .url: .url
    case .path: .path
    case .regex: .regex
    case .string, .blockString: .text
    default: nil
    }
  }

  /// A value as the type, if it is one. Nil with a diagnostic at the node that named it.
  mutating func coerce(_ value: Value, to type: ValueType, _ node: NodeID, _ place: Place) -> Value? {
    switch (value, type) {
    case (.host(let host), .hostName):
      if host.wildcard == .none { return value }
      report(.unexpectedWildcard, "`\(host)` is a wildcard where one host is meant", place, node)
      return nil
    case (.host(let host), .server): return .endpoint(HostEndpoint(host: .name(host.name), port: 53))
    case (_, .reference(let kind)): return reference(value, kind, node, place).map { .declaration($0) }
    case (.list(let values), .list(let element)):
      guard step(place, node, values.count) else { return nil }
      var result: [Value] = []
      result.reserveCapacity(values.count)
      for value in values {
        guard let value = coerce(value, to: element, node, place) else { return nil }
        result.append(value)
      }
      return .list(result)
    case (.word(let code), .country): return country(code, node, place)
    case (.word(let word), .word(let choices)), (.text(let word), .word(let choices)):
      if choices.contains(word) { return .word(word) }
    default:
      if let result = Evaluator.converted(value, to: type) { return result }
    }
    reportMismatch(type, value, node, place)
    return nil
  }

  /// Conversions that lose nothing.
  private static func converted(_ value: Value, to type: ValueType) -> Value? {
    switch (value, type) {
    case (.boolean, .boolean), (.integer, .integer), (.decimal, .decimal), (.duration, .duration), (.size, .size),
      (.rate, .rate), (.bandwidth, .bandwidth), (.percentage, .percentage), (.version, .version),
      (.asNumber, .asNumber), (.community, .community), (.status, .status), (.text, .text), (.text, .textOrData),
      (.host, .host), (.host, .reach), (.path, .path), (.regex, .regex), (.address, .address), (.prefix, .prefix),
      (.range, .range), (.range, .reach), (.prefix, .network), (.endpoint, .endpoint), (.endpoint, .server),
      (.url, .url), (.slashed, .service), (.data, .data), (.data, .textOrData), (.word, .name), (.word, .headerName),
      (.word, .method), (.secret, .secret), (.template, .template),
      (.word, .routeName), (.text, .routeName), (.text, .target):
      return value
    case (.integer(let number), .port): return number > 0 && number <= 65535 ? value : nil
    case (.integer(let number), .decimal): return .decimal(DecimalNumber(mantissa: number))
    case (.integer(let number), .status):
      return UInt16(exactly: number).flatMap { $0 >= 100 && $0 <= 599 ? .status(StatusSet([$0...$0])) : nil }
    case (.url, .target), (.path, .target): return value.plainText.map { .text($0) }
    case (.text(let text), .template): return .template(CaptureTemplate(parts: [.literal(text)]))
    case (.text(let text), .name), (.text(let text), .headerName): return .word(text)
    case (.address(let address), .range), (.address(let address), .reach):
      return .range(IPRange(first: address, last: address))
    case (.address(let address), .network): return .prefix(IPPrefix(host: address))
    case (.address(let address), .server): return .endpoint(HostEndpoint(host: .address(address), port: 53))
    case (.prefix(let prefix), .range), (.prefix(let prefix), .reach): return .range(prefix.range)
    default: return nil
    }
  }
}

extension Value {
  /// What the value is, as a phrase.
  var phrase: String {
    switch self {
    case .boolean(let value): "`\(value)`"
    case .integer(let value): "the number `\(value)`"
    case .decimal(let value): "the number `\(value)`"
    case .duration(let value): "the duration `\(value)`"
    case .size(let value): "the size `\(value)`"
    case .rate(let value): "the rate `\(value)`"
    case .bandwidth: "a bandwidth"
    case .percentage(let value): "the percentage `\(value)`"
    case .version(let value): "the version `\(value)`"
    case .asNumber(let value): "`\(value)`"
    case .community(let value): "the community `\(value)`"
    case .status(let value): "the status `\(value)`"
    case .text, .template: "a string"
    case .word(let value): "the word `\(value)`"
    case .host(let value): "the host `\(value)`"
    case .path(let value): "the path `\(value)`"
    case .regex: "a regular expression"
    case .address(let value): "the address `\(value)`"
    case .prefix(let value): "the prefix `\(value)`"
    case .range(let value): "the range `\(value)`"
    case .endpoint(let value): "the endpoint `\(value)`"
    case .url(let value): "the URL `\(value)`"
    case .slashed(let value): "`\(value)`"
    case .secret: "a secret"
    case .data: "a data file"
    case .declaration(let id): id.kind.phrase
    case .list: "a list"
    case .record: "a record"
    }
  }

  /// The text that stands for the value inside a string.
  var plainText: String? {
    switch self {
    case .integer(let value): String(value)
    case .text(let value), .word(let value), .slashed(let value): value
    case .host(let value): value.description
    case .path(let value): value.description
    case .address(let value): value.description
    case .prefix(let value): value.description
    case .url(let value): value.description
    case .duration(let value): value.description
    case .version(let value): value.description
    case .decimal(let value): value.description
    case .size(let value): value.description
    case .rate(let value): value.description
    default: nil
    }
  }
}
