import EpicBase
import EpicSema
import Testing

/// The schema is data: every signature compiles, and every example is what it says.
@Suite struct SchemaTests {
  @Test(arguments: Schema.fields.indices) func signatureCompiles(_ index: Int) {
    let field = Schema.fields[index]
    #expect(!field.keyword.isEmpty)
    #expect(!field.leadingWords.contains { $0.hasPrefix("<") }, "\(field.signature)")
    #expect(field.example.hasPrefix(field.title), "\(field.signature): \(field.example)")
    #expect(field.documentation.hasSuffix("."))
  }

  @Test func bodiesHoldOneFieldOfATitleAndFirstPlace() {
    var seen: Set<String> = []
    for field in Schema.fields {
      #expect(seen.insert("\(field.context) \(field.signature)").inserted, "\(field.signature)")
    }
  }

  @Test func everyKindIsDocumented() {
    #expect(Schema.declarations.map(\.kind) == DeclarationKind.allCases)
  }
}
