import EpicBase

/// The schema with its words interned, so that matching compares numbers.
struct SchemaWords {
  /// A place of a signature.
  indirect enum Element {
    case word(Symbol)
    case slot(Slot, ValueType)
    /// One of these words.
    case choiceOfWords(Slot, [Symbol])
    case comma
    case optional([Element])
    case choice([[Element]])
    case list([Element])
  }

  /// One field of the schema.
  struct Field {
    var id: FieldSchemaID
    var leading: [Symbol]
    var elements: [Element]
  }

  /// Fields by context and keyword, most leading words first.
  private(set) var fields: [UInt64: [Field]] = [:]
  /// The request's fields by name.
  let requestFields: [Symbol: RequestField]
  /// Declaration kinds by keyword.
  private(set) var kinds: [Symbol: DeclarationKind] = [:]

  private let required: [[FieldSchema]]
  private let oneOf: [[FieldAlternatives]]

  let from: Symbol
  let host: Symbol
  let path: Symbol
  let sni: Symbol
  let grpc: Symbol

  init(_ interner: inout Interner) {
    required = FieldContext.allCases.map { context in
      Schema.fields.filter { $0.context == context && $0.cardinality == .required }
    }
    oneOf = FieldContext.allCases.map { context in Schema.oneOf.filter { $0.context == context } }
    var requestFields: [Symbol: RequestField] = [:]
    for field in RequestField.allCases { requestFields[interner.intern(field.rawValue)] = field }
    self.requestFields = requestFields
    from = interner.intern("from")
    host = interner.intern("host")
    path = interner.intern("path")
    sni = interner.intern("sni")
    grpc = interner.intern("grpc")
    for kind in DeclarationKind.allCases { kinds[interner.intern(kind.keyword)] = kind }
    for (index, schema) in Schema.fields.enumerated() {
      let field = Field(
        id: FieldSchemaID(UInt16(truncatingIfNeeded: index)),
        leading: schema.pattern.leadingWords.map { interner.intern($0) },
        elements: schema.pattern.elements.map { SchemaWords.bind($0, &interner) })
      let key = SchemaWords.key(schema.context, interner.intern(schema.keyword))
      fields[key, default: []].append(field)
    }
    for (key, list) in fields {
      fields[key] = list.enumerated()
        .sorted { ($1.element.leading.count, $0.offset) < ($0.element.leading.count, $1.offset) }.map(\.element)
    }
  }

  /// The fields that every body of the context needs.
  func requiredFields(_ context: FieldContext) -> [FieldSchema] { required[Int(context.rawValue)] }

  /// Groups of fields of which every body of the context needs one.
  func alternatives(_ context: FieldContext) -> [FieldAlternatives] { oneOf[Int(context.rawValue)] }

  /// The fields that a keyword may start in a body.
  func candidates(_ context: FieldContext, _ keyword: Symbol) -> [Field] {
    fields[SchemaWords.key(context, keyword)] ?? []
  }

  private static func key(_ context: FieldContext, _ keyword: Symbol) -> UInt64 {
    UInt64(context.rawValue) << 32 | UInt64(keyword.rawValue)
  }

  private static func bind(_ element: Pattern.Element, _ interner: inout Interner) -> Element {
    switch element {
    case .word(let word): return .word(interner.intern(word))
    case .slot(let slot, .word(let choices)): return .choiceOfWords(slot, choices.map { interner.intern($0) })
    case .slot(let slot, let type): return .slot(slot, type)
    case .comma: return .comma
    case .optional(let elements): return .optional(elements.map { bind($0, &interner) })
    case .choice(let choices): return .choice(choices.map { $0.map { bind($0, &interner) } })
    case .list(let elements): return .list(elements.map { bind($0, &interner) })
    }
  }
}
