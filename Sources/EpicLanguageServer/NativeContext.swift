import BackendEnvoy
import EpicEnvoyAPI
import EpicIR
import EpicSyntax

/// Messages of Envoy's API for an editor: what stands in the body of a hatch's statement. It asks the tables only, so that
/// a hatch with mistakes is served too.
enum NativeContext {
  /// The message in the body of a hatch's statement.
  static func message(of statement: StatementView) -> String? {
    let tree = statement.tree
    let arguments = Array(statement.arguments)
    switch tree.string(of: statement.keywordToken) {
    case "http-filter":
      return arguments.first { tree.kind(of: $0) == .dottedName }.map { tree.string(of: $0) }
    case "set": return arguments.first.flatMap { message(at: $0, tree) }
    default: return nil
    }
  }

  /// The message that a path of `set` leads to.
  private static func message(at node: NodeID, _ tree: SyntaxTree) -> String? {
    switch tree.expression(node) {
    case .member(let base, let name):
      return message(at: base, tree).flatMap { message(along: tree.string(of: name), from: $0) }
    case .call(let callee, _):
      switch tree.string(of: callee) {
      case "cluster": return NativeMessageName.of(.cluster(RowID(0)))
      case "route": return NativeMessageName.of(.route(""))
      default: return nil
      }
    default:
      let parts = tree.string(of: node).split(separator: ".", maxSplits: 1)
      guard parts.first == "http" else { return nil }
      let root = NativeMessageName.of(.http)
      return parts.count == 1 ? root : message(along: String(parts[1]), from: root)
    }
  }

  private static func message(along path: String, from root: String) -> String? {
    path.split(separator: ".").reduce(Optional(root)) { type, name in
      type.flatMap { message(in: String(name), of: $0, typed: nil) }
    }
  }

  /// The message that a field holds; of a field that takes any, the one that is written. In a map every name is a key.
  static func message(in field: String, of type: String, typed: String?) -> String? {
    guard let table = APITable.embedded, let message = table.message(named: type) else { return nil }
    let found = table.field(named: message.isEntry ? "value" : field, of: message.id)
    guard let name = found?.message.map({ table.message($0).name }) else { return nil }
    return name == "google.protobuf.Any" ? typed : name
  }

  /// The fields that may be said of a message.
  static func fields(of type: String) -> [APIField] {
    guard let table = APITable.embedded, let message = table.message(named: type), !message.isEntry else { return [] }
    return table.fields(of: message.id).filter { !$0.traits.contains(.deprecated) && !$0.traits.contains(.disallowed) }
  }

  static func field(_ name: String, of type: String) -> APIField? {
    guard let table = APITable.embedded, let message = table.message(named: type), !message.isEntry else { return nil }
    return table.field(named: name, of: message.id)
  }

  /// Names of the values that a field takes, where they are few: those of its enumeration, or of a flag.
  static func values(of field: APIField) -> [String] {
    guard let table = APITable.embedded else { return [] }
    if let enumeration = field.enumeration {
      return table.values(of: enumeration).filter { !$0.isDeprecated }.map(\.name)
    }
    let isWrapped = field.message.map { table.message($0).name == "google.protobuf.BoolValue" } ?? false
    return field.kind == .bool || isWrapped ? ["false", "true"] : []
  }

  /// Messages that configure HTTP filters of this Envoy.
  static var filterMessages: [String] {
    guard let table = APITable.embedded else { return [] }
    var names: [String] = []
    for row in table.extensions(in: "envoy.filters.http") {
      let name = table.message(row.message).name
      if !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// The type of a field: `repeated envoy.config.core.v3.Address`.
  static func type(of field: APIField) -> String {
    guard let table = APITable.embedded else { return "" }
    if field.traits.contains(.map), let entry = field.message, let key = table.field(named: "key", of: entry),
      let value = table.field(named: "value", of: entry)
    {
      return "map<\(type(of: key)), \(type(of: value))>"
    }
    let name =
      field.message.map { table.message($0).name } ?? field.enumeration.map { table.name(of: $0) } ?? "\(field.kind)"
    return field.traits.contains(.repeated) ? "repeated \(name)" : name
  }

  /// What a word that starts a hatch, or a statement of one, means.
  static func description(of word: String, in context: BodyContext) -> String? {
    switch (word, context) {
    case ("envoy", .file):
      "Envoy configuration as it is, typed by the API of the release that it names."
        + "\n\n```epic\nenvoy 1.40 for ingress shop { set http.server_name \"shop\" }\n```"
    case ("http-filter", .hatch):
      "A filter of the ingress's HTTP connection managers, at a place in the chain: "
        + FilterAnchor.words.map { "`\($0)`" }.joined(separator: ", ")
        + "\n\n```epic\nhttp-filter lua: envoy.extensions.filters.http.lua.v3.Lua before router { … }\n```"
    case ("set", .hatch):
      "Fields beside those that EPIC writes: of the clusters of an upstream, of the ingress's HTTP connection managers, or of a"
        + " route.\n\n```epic\nset cluster(cart).upstream_connection_options.tcp_keepalive { keepalive_time: 30 }\n```"
    default: nil
    }
  }

  /// A field for people: type, number, group, and what Envoy checks.
  static func description(of field: APIField, in type: String) -> String {
    var text = "`\(field.name)`: `\(self.type(of: field))`, field \(field.number) of `\(type)`"
    if let table = APITable.embedded, let message = table.message(named: type), let group = field.oneof,
      table.oneofs(of: message.id).indices.contains(group)
    {
      text += "\n\nOne of the group `\(table.oneofs(of: message.id)[group].name)`: a message has at most one of them."
    }
    if field.traits.contains(.required) { text += "\n\nHas to be said." }
    if field.traits.contains(.deprecated) { text += "\n\nDeprecated." }
    if !field.rules.isEmpty { text += "\n\nEnvoy checks: `\(field.rules)`" }
    return text
  }
}
