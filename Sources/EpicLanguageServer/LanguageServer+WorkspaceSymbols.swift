import EpicBase
import EpicCompiler
import EpicSema

/// `workspace/symbol`: the declared names of every workspace that a document is open of.
extension LanguageServer {
  /// Most symbols of one answer; the query is there to narrow them.
  private static let mostSymbols = 1000

  mutating func workspaceSymbols(_ parameters: JSONValue) throws(RequestError) -> JSONValue {
    guard let query = parameters["query"]?.string else { throw .invalidParameters("`query` is missing") }
    let wanted = Array(query.lowercased().utf8)
    var symbols: [JSONValue] = []
    for ground in Set(places.values.map(\.ground)).sorted(by: { $0.key < $1.key }) {
      let analysis = analysis(of: ground)
      var locator = locator(analysis, ground)
      for name in analysis.names.names where LanguageServer.isIn(wanted, name.text) {
        guard symbols.count < LanguageServer.mostSymbols else { return .array(symbols) }
        guard let kind = LanguageServer.symbolKind(name.kind), let location = locator.location(name.span) else {
          continue
        }
        symbols.append(
          .object([
            "name": .string(name.text), "kind": .number(kind.rawValue), "location": location,
            "containerName": name.package.isEmpty ? nil : .string(name.package),
          ]))
      }
    }
    return .array(symbols)
  }

  /// Whether the letters of the query occur in the name, in their order.
  private static func isIn(_ query: [UInt8], _ name: String) -> Bool {
    var rest = query[...]
    for byte in name.utf8 where byte == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }

  private static func symbolKind(_ kind: NameIndex.Kind) -> Outline.Kind? {
    switch kind {
    case .declaration(let kind): Outline.kind(kind)
    case .constant: .constant
    case .template: .struct
    case .parameter, .variable: nil
    }
  }
}
