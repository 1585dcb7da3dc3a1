import EpicBase
import EpicIR

/// A value of a declaration that policies may ask for. Its name is made of the words that stand before the value in its
/// statement: `timeout.request` of `timeout request 15s`, `listen.https.tls.min` of `listen https 443 tls min 1.2`.
package struct PolicyMember: Sendable {
  /// The words, those of statements around it first.
  package var path: [String]
  /// The statements that lead to the value, outermost first.
  var chain: [FieldSchemaID]
  var slot: Slot
  package var type: ValueType
  /// Whether a key may follow the path: `response-header.x-frame-options`.
  package var isKeyed: Bool

  /// `tls.min`.
  package var name: String { path.joined(separator: ".") }
}

/// The members of every kind of declaration, from the schema.
package enum PolicyMembers {
  /// What every declaration has beside its fields.
  package static let identity = ["name", "package", "tenant"]

  /// Members of a kind, in the order of the reference; empty for `routes`.
  package static func members(of kind: DeclarationKind) -> [PolicyMember] { byKind[Int(kind.rawValue)] }

  private static let byKind: [[PolicyMember]] = DeclarationKind.allCases.map { kind in
    guard let context = FieldContext(kind) else { return [] }
    var members: [PolicyMember] = []
    collect(context, [], [], &members)
    return members
  }

  /// What holds where a statement that is said leaves a value out.
  static func omitted(_ member: PolicyMember) -> Value? {
    switch (member.chain.last.map { Schema.field($0).name }, member.slot) {
    case (.listenHTTPS, .minimum): .version(Version([1, 2]))
    default: nil
    }
  }

  /// What holds where the statement is not said at all.
  static func unsaid(_ member: PolicyMember) -> Value? {
    guard member.chain.count == 1, member.slot == .value, let id = member.chain.first else { return nil }
    return switch Schema.field(id).name {
    case .renew: .duration(TimeSpan(milliseconds: 30 * 86_400_000))
    case .balance: .word("round-robin")
    case .protocol: .word("h1")
    default: nil
    }
  }

  private static func collect(
    _ context: FieldContext, _ path: [String], _ chain: [FieldSchemaID], _ members: inout [PolicyMember]
  ) {
    // `nearest` holds what a tier may hold: deeper, a member means nothing new.
    guard chain.count < 3 else { return }
    for (index, field) in Schema.fields.enumerated() where field.context == context {
      let words = path + [field.keyword] + field.leadingWords
      let chain = chain + [FieldSchemaID(UInt16(truncatingIfNeeded: index))]
      var key: Slot?
      if case .keyed(let slot) = field.cardinality { key = slot }
      var own: [PolicyMember] = []
      collect(field.pattern.elements, words, chain, key, &own)
      // The key itself, unless the plain name is that of the value.
      if let key, let type = field.pattern.type(of: key), !own.contains(where: { $0.path == words }) {
        own.append(PolicyMember(path: words, chain: chain, slot: key, type: type, isKeyed: false))
      }
      for member in own where !members.contains(where: { $0.path == member.path && $0.slot == member.slot }) {
        members.append(member)
      }
      if let body = field.body { collect(body, words, chain, &members) }
    }
  }

  private static func collect(
    _ elements: [Pattern.Element], _ path: [String], _ chain: [FieldSchemaID], _ key: Slot?,
    _ members: inout [PolicyMember]
  ) {
    var path = path
    for element in elements {
      switch element {
      case .word(let word): path.append(word)
      case .slot(let slot, let type):
        if slot != key { add(slot, type, path, chain, key != nil, &members) }
      case .comma: break
      case .optional(let elements), .list(let elements): collect(elements, path, chain, key, &members)
      case .choice(let choices): for choice in choices { collect(choice, path, chain, key, &members) }
      }
    }
  }

  /// Two values behind the same words: the one that the schema calls `value` has the plain name, or the first; the other
  /// one's place of the signature is added to its name.
  private static func add(
    _ slot: Slot, _ type: ValueType, _ path: [String], _ chain: [FieldSchemaID], _ isKeyed: Bool,
    _ members: inout [PolicyMember]
  ) {
    if members.contains(where: { $0.slot == slot }) { return }
    var member = PolicyMember(path: path, chain: chain, slot: slot, type: type, isKeyed: isKeyed)
    if let taken = members.firstIndex(where: { $0.path == path }) {
      if slot == .value {
        members[taken].path.append(members[taken].slot.spelling)
      } else {
        member.path.append(slot.spelling)
      }
    }
    members.append(member)
  }

  /// Every name by which a member of a kind may be called, the shortest ones too.
  static func names(of kind: DeclarationKind) -> [String] {
    members(of: kind).flatMap { member in
      member.path.indices.map { member.path[$0...].joined(separator: ".") }
    } + identity + statementNames(of: kind)
  }

  private static func statementNames(of kind: DeclarationKind) -> [String] {
    guard let context = FieldContext(kind) else { return [] }
    return Schema.fields.filter { $0.context == context }
      .map { ([$0.keyword] + $0.leadingWords).joined(separator: ".") }
  }

  /// The statements of a kind that start with the words: what can only be asked whether it is said.
  static func statements(_ words: [String], of kind: DeclarationKind) -> [FieldSchemaID] {
    guard let context = FieldContext(kind) else { return [] }
    return Schema.fields.indices.filter { index in
      let field = Schema.fields[index]
      return field.context == context
        && ([field.keyword] + field.leadingWords).starts(with: words)
    }.map { FieldSchemaID(UInt16(truncatingIfNeeded: $0)) }
  }

  /// The member that a dotted name means: by its whole name, or by its last words as long as only one is meant.
  static func find(_ words: [String], of kind: DeclarationKind) -> (member: PolicyMember, key: String?)? {
    let all = members(of: kind)
    if let exact = all.first(where: { $0.path == words }) { return (exact, nil) }
    if let found = only(all, endingIn: words) { return (found, nil) }
    guard words.count > 1, let key = words.last else { return nil }
    let keyed = all.filter(\.isKeyed)
    let rest = Array(words.dropLast())
    let found = keyed.first { $0.path == rest } ?? only(keyed, endingIn: rest)
    return found.map { ($0, key) }
  }

  private static func only(_ members: [PolicyMember], endingIn words: [String]) -> PolicyMember? {
    let fitting = members.filter { $0.path.count > words.count && $0.path.suffix(words.count).elementsEqual(words) }
    return fitting.count == 1 ? fitting[0] : nil
  }
}

extension EvaluatedDeclaration {
  /// The values of a member, with where each was decided.
  func values(of member: PolicyMember, key: String?) -> [(value: Value, origin: Origin)] {
    if let value = PolicyMembers.unsaid(member), !fields.contains(where: { $0.schema == member.chain.first }) {
      return [(value, origin)]
    }
    var level = fields
    for (depth, schema) in member.chain.enumerated() {
      var matching = level.filter { $0.schema == schema }
      if depth == member.chain.count - 1 {
        if let key { matching = matching.filter { $0.key == key } }
        return matching.flatMap { field -> [(Value, Origin)] in
          let bound = field.all(member.slot).map { ($0.value, field.origin) }
          if bound.isEmpty, let value = PolicyMembers.omitted(member) { return [(value, field.origin)] }
          return bound
        }
      }
      level = matching.flatMap(\.body)
    }
    return []
  }
}

extension Pattern {
  /// The type of a slot, wherever it stands.
  fileprivate func type(of slot: Slot) -> ValueType? { Pattern.type(of: slot, in: elements) }

  private static func type(of slot: Slot, in elements: [Element]) -> ValueType? {
    for element in elements {
      switch element {
      case .slot(slot, let type): return type
      case .slot, .word, .comma: break
      case .optional(let inner), .list(let inner): if let type = type(of: slot, in: inner) { return type }
      case .choice(let choices): if let type = type(of: slot, in: choices.flatMap { $0 }) { return type }
      }
    }
    return nil
  }
}
