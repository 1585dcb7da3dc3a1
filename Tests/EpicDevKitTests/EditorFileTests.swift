import EpicDevKit
import EpicSyntax
import Testing

@Suite struct EditorFileTests {
  /// What is committed is what `epic-dev grammars` writes, byte for byte.
  @Test(arguments: EditorFiles.all.map(\.path))
  func committedFileIsAsWritten(_ path: String) throws {
    let file = try #require(EditorFiles.all.first { $0.path == path })
    #expect(try Files.read("\(repository)/\(path)") == file.content, "run `epic-dev grammars`")
  }

  /// Every word of the parser is in one of the table's lists and in no other.
  @Test func everyKeywordHasOneRole() {
    let roles = KeywordTable.Role.allCases
    let reserved = roles.flatMap { KeywordTable.reserved($0) }
    let contextual = roles.flatMap { KeywordTable.contextual($0) }
    #expect(reserved.sorted() == KeywordTable.reserved().sorted())
    #expect((reserved + contextual).sorted() == Keyword.allCases.map(\.spelling).sorted())
    #expect(KeywordTable.reserved().count == Int(Keyword.reservedCount))
  }

  /// No word starts a statement of the schema and is reserved: it could not be written.
  @Test func statementsStartWithNames() {
    let reserved = Set(KeywordTable.reserved())
    #expect(KeywordTable.statements.filter(reserved.contains) == [])
    #expect(KeywordTable.declarations.filter(reserved.contains) == [])
    #expect(KeywordTable.statements.contains("rate-limit"))
    #expect(KeywordTable.declarations.contains("upstream"))
    #expect(KeywordTable.requestFields.contains("cohort"))
  }
}
