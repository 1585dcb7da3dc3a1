import EpicBase
import EpicDiagnostics
import EpicEnvoyAPI
import EpicIR

/// Types what hatches say by Envoy's API: names become fields and their numbers, the language's values become Envoy's.
/// Findings are collected; what is wrong is left out, so that the rest is still typed.
struct NativeTyper {
  /// The release that the table of the API is read from.
  static let release = Version([1, 40])

  let table: APITable
  let deployment: Deployment
  let shapes: [UpstreamShape]
  var findings: [Diagnostic] = []
  /// Upstreams whose clusters are named.
  var references: [RowID<Upstream>] = []
  private var depth = 0

  init(table: APITable, deployment: Deployment, shapes: [UpstreamShape]) {
    self.table = table
    self.deployment = deployment
    self.shapes = shapes
  }

  mutating func report(
    _ code: DiagnosticCode, _ message: String, at origin: Origin, label: String = "", secondary: [Annotation] = [],
    help: String? = nil, fixes: [FixIt] = []
  ) {
    var secondary = secondary
    if let application = origin.application { secondary.append(Annotation(application, "through this use")) }
    findings.append(
      Diagnostic(
        code, message, at: origin.span, label: label, secondary: secondary, help: help, fixes: fixes))
  }

  static func replacing(_ origin: Origin, by text: String) -> [FixIt] {
    origin.application == nil ? [FixIt("write `\(text)`", [TextEdit(origin.span, replacement: text)])] : []
  }

  // MARK: Messages

  /// A message by its full name; nil, with a finding, if there is none.
  mutating func messageType(_ name: NativeName) -> APIMessage? {
    if let message = table.message(named: name.text), !message.isEntry { return message }
    if APITable.onlyPublished.contains(name.text) {
      reportNotInTheBinary(name.text, name.origin)
      return nil
    }
    let suggestion = nearestMessage(name.text)
    report(
      .unknownMessage, "Envoy \(NativeTyper.release) has no message `\(name.text)`", at: name.origin,
      help: suggestion.map { "did you mean `\($0)`?" },
      fixes: suggestion.map { NativeTyper.replacing(name.origin, by: $0) } ?? [])
    return nil
  }

  private mutating func reportNotInTheBinary(_ name: String, _ origin: Origin) {
    report(
      .notInTheBinary, "the published API has `\(name)`, and Envoy \(NativeTyper.release) does not know it", at: origin,
      help: "Envoy would refuse it: leave it out")
  }

  /// The message that is meant by a wrong name: one of the same package, or of the same last name, or one near.
  private func nearestMessage(_ name: String) -> String? {
    let names = table.messageNames
    func split(_ name: String) -> (package: Substring, last: String) {
      guard let dot = name.lastIndex(of: ".") else { return ("", name) }
      return (name[..<dot], String(name[name.index(after: dot)...]))
    }
    let wanted = split(name)
    let siblings = names.filter { split($0).package == wanted.package }
    if let last = nearest(wanted.last, siblings.map { split($0).last }) { return "\(wanted.package).\(last)" }
    let namesakes = names.filter { split($0).last == wanted.last }
    return namesakes.count == 1 ? namesakes[0] : nearest(name, namesakes.isEmpty ? names : namesakes)
  }

  /// The fields of a message, each checked by itself; which of them have to be there is `NativeCompleteness`'s to ask.
  mutating func message(_ type: APITable.MessageID, _ fields: [NativeField]) -> DynamicMessage {
    var result = DynamicMessage(type: type, fields: [])
    depth += 1
    defer { depth -= 1 }
    guard depth <= Limits.hatchDepth else {
      if let field = fields.first {
        report(
          .hatchTooLarge, "messages are nested more than \(Limits.hatchDepth) deep", at: field.name.origin)
      }
      result.isWhole = false
      return result
    }
    for field in fields where !add(field, to: &result) { result.isWhole = false }
    for field in result.fields { checkElements(field) }
    return result
  }

  /// The field of that name; nil, with a finding, if the message has none that can be said.
  mutating func field(_ name: NativeName, of type: APITable.MessageID) -> APIField? {
    let message = table.message(type).name
    guard let field = table.field(named: name.text, of: type) else {
      if APITable.onlyPublished.contains("\(message).\(name.text)") {
        reportNotInTheBinary("\(message).\(name.text)", name.origin)
        return nil
      }
      let fields = table.fields(of: type)
      let suggestion =
        fields.first { $0.jsonName == name.text }?.name ?? nearest(name.text, fields.map(\.name))
      report(
        .unknownNativeField, "`\(message)` has no field `\(name.text)`", at: name.origin,
        help: suggestion.map { "did you mean `\($0)`?" }
          ?? (fields.isEmpty
            ? "it has no fields at all"
            : fields.count <= 12 ? "it has \(fields.map { "`\($0.name)`" }.joined(separator: ", "))" : nil),
        fixes: suggestion.map { NativeTyper.replacing(name.origin, by: $0) } ?? [])
      return nil
    }
    if field.traits.contains(.deprecated) || field.traits.contains(.disallowed) {
      report(
        .deprecatedNative, "`\(field.name)` of `\(message)` is deprecated", at: name.origin,
        help: "Envoy takes it away in a later release: write what has taken its place")
      return nil
    }
    return field
  }

  /// Adds a field. False, with a finding, if it cannot be.
  private mutating func add(_ said: NativeField, to message: inout DynamicMessage) -> Bool {
    guard let field = field(said.name, of: message.type) else { return false }
    let present = message.fields.firstIndex { $0.field.number == field.number }
    if field.traits.contains(.map) {
      let known: [DynamicEntry] =
        if let present, case .map(let entries) = message.fields[present].value { entries } else { [] }
      guard let entries = entries(said.value, field, known) else { return false }
      put(DynamicField(field, .map(entries), at: said.name.origin.span), at: present, in: &message)
    } else if field.traits.contains(.repeated) {
      var values: [DynamicValue] =
        if let present, case .list(let values) = message.fields[present].value { values } else { [] }
      guard let added = elements(said.value, field) else { return false }
      values += added
      put(DynamicField(field, .list(values), at: said.name.origin.span), at: present, in: &message)
    } else if let present {
      report(
        .repeatedNativeField, "`\(field.name)` is said twice", at: said.name.origin,
        secondary: [Annotation(message.fields[present].span, "the first is here")],
        help: "it holds one value: say it once")
      return false
    } else if let value = value(said.value, field) {
      message.fields.append(DynamicField(field, value, at: said.name.origin.span))
    } else {
      return false
    }
    return true
  }

  private func put(_ field: DynamicField, at index: Int?, in message: inout DynamicMessage) {
    if let index { message.fields[index].value = field.value } else { message.fields.append(field) }
  }

  private mutating func elements(_ value: NativeValue, _ field: APIField) -> [DynamicValue]? {
    let values: [NativeValue] = if case .list(let values) = value.content { values } else { [value] }
    var result: [DynamicValue] = []
    var isComplete = true
    let rules = NativeRules(field.rules).part("items")
    for value in values {
      if let element = self.value(value, field, rules) { result.append(element) } else { isComplete = false }
    }
    return isComplete ? result : nil
  }

  /// The entries of a map: a body whose field names are its keys.
  private mutating func entries(
    _ value: NativeValue, _ field: APIField, _ known: [DynamicEntry]
  ) -> [DynamicEntry]? {
    guard let entry = field.message, let keyField = table.field(named: "key", of: entry),
      let valueField = table.field(named: "value", of: entry)
    else { return nil }
    guard case .message(nil, let fields) = value.content else {
      reportType(value, "a map: `{ \"key\": value }`", field)
      return nil
    }
    let rules = NativeRules(field.rules)
    var result = known
    for said in fields {
      guard let key = key(said.name, keyField, rules.part("keys")) else { continue }
      if result.contains(where: { $0.key == key }) {
        report(.repeatedNativeField, "the key `\(said.name.text)` is said twice", at: said.name.origin)
        continue
      }
      guard let value = self.value(said.value, valueField, rules.part("values")) else { continue }
      result.append(DynamicEntry(key: key, value: value, keyField: keyField, valueField: valueField))
    }
    return result
  }

  private mutating func key(_ name: NativeName, _ field: APIField, _ rules: NativeRules) -> DynamicValue? {
    let key: DynamicValue?
    switch field.kind {
    case .string: key = .text(name.text)
    case .bool: key = Bool(name.text).map { .flag($0) }
    case .int64, .sint64, .sfixed64: key = Int64(name.text).map { .signed($0) }
    case .int32, .sint32, .sfixed32: key = Int32(name.text).map { .signed(Int64($0)) }
    case .uint64, .fixed64: key = UInt64(name.text).map { .unsigned($0) }
    default: key = UInt32(name.text).map { .unsigned(UInt64($0)) }
    }
    guard let key else {
      report(.nativeType, "the keys of this map are numbers, and `\(name.text)` is none", at: name.origin)
      return nil
    }
    if let problem = rules.problem(key) {
      report(.nativeRange, "the key `\(name.text)` \(problem)", at: name.origin)
      return nil
    }
    return key
  }

  /// Rules that are about all of a field's elements.
  private mutating func checkElements(_ field: DynamicField) {
    let rules = NativeRules(field.field.rules)
    let origin = Origin(field.span)
    switch field.value {
    case .list(let values):
      if let problem = rules.problem(elements: values.count, isMap: false) {
        report(.nativeRange, "`\(field.field.name)` \(problem)", at: origin)
      } else if rules.demandsUniqueElements, Set(values).count < values.count {
        report(.nativeRange, "`\(field.field.name)` has an element twice, and takes each once", at: origin)
      }
    case .map(let entries):
      if let problem = rules.problem(elements: entries.count, isMap: true) {
        report(.nativeRange, "`\(field.field.name)` \(problem)", at: origin)
      }
    default: break
    }
  }
}
