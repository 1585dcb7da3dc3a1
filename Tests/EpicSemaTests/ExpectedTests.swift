import EpicSema
import Testing

/// Signatures read forwards, as editors do.
@Suite struct ExpectedTests {
  /// What is expected, in short: words as they are, slots with their type's phrase left out.
  private func expected(_ name: FieldName, _ context: FieldContext, _ text: String, andComma: Bool = false) -> [String]
  {
    guard let field = Schema.fields(in: context).first(where: { $0.name == name }) else { return ["no such field"] }
    return field.expected(behind: arguments(text), andComma: andComma).map(short)
  }

  private func short(_ expected: FieldSchema.Expected) -> String {
    switch expected {
    case .word(let word): word
    case .value(let slot, .word(let choices)): "\(slot)=\(choices.joined(separator: "|"))"
    case .value(let slot, _): "<\(slot)>"
    case .comma: ","
    }
  }

  /// `a, b` as two arguments, the second with a comma before it; a word that starts with a digit is no name.
  private func arguments(_ text: String) -> [FieldSchema.Argument] {
    var hasComma = false
    return text.split(separator: " ").map { word in
      defer { hasComma = word.hasSuffix(",") }
      let name = String(word.last == "," ? word.dropLast() : word)
      return FieldSchema.Argument(word: name.first?.isNumber ?? true ? nil : name, hasCommaBefore: hasComma)
    }
  }

  @Test func wordsAndSlotsFollowInTheirOrder() {
    #expect(expected(.timeoutRequest, .ingress, "") == ["request"])
    #expect(expected(.timeoutRequest, .ingress, "request") == ["<timeout>"])
    #expect(expected(.timeoutRequest, .ingress, "request 5s") == [])
    #expect(expected(.timeoutRequest, .ingress, "idle") == [])
  }

  @Test func optionsAndChoicesAreAllThere() {
    #expect(expected(.listenHTTPS, .ingress, "https 443") == ["tls", "form=http3"])
    #expect(expected(.listenHTTPS, .ingress, "https 443 tls min 1.2") == ["form=http3"])
    #expect(expected(.sites, .ingress, "") == ["form=all", "<sites>"])
    #expect(expected(.mayUse, .tenant, "use").contains("kubernetes"))
    #expect(expected(.mayUse, .tenant, "use pool p4") == [",", "quota"])
    #expect(expected(.mayUse, .tenant, "use pool p4 quota 8") == ["addresses"])
  }

  @Test func listsGoOnBehindAComma() {
    #expect(expected(.address, .ingress, "one from p4") == [","])
    #expect(expected(.address, .ingress, "one from p4", andComma: true) == ["one"])
    #expect(expected(.address, .ingress, "one from p4, one from") == ["<pool>"])
    #expect(expected(.at, .site, "50.1") == [","])
    #expect(expected(.at, .site, "50.1, 8.7") == ["country"])
  }

  @Test func theLastArgumentIsNamed() {
    guard let field = Schema.fields(in: .ingress).first(where: { $0.name == .address }) else { return }
    #expect(field.expected(asLastOf: arguments("one from p4")).map(short) == ["<pool>"])
    #expect(field.expected(asLastOf: arguments("one from p4, one")).map(short) == ["one"])
    #expect(field.expected(asLastOf: arguments("two")) == [])
    #expect(field.expected(asLastOf: []) == [])
  }

  @Test func longListsAreReadOnce() {
    guard let field = Schema.fields(in: .ingress).first(where: { $0.name == .host }) else { return }
    let argument = FieldSchema.Argument(word: "a", hasCommaBefore: true)
    let first = FieldSchema.Argument(word: "a", hasCommaBefore: false)
    #expect(field.expected(behind: [first] + Array(repeating: argument, count: 100_000)).map(short) == [","])
  }
}
