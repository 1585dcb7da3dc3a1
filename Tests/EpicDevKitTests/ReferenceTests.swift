import EpicDevKit
import EpicSema
import Foundation
import Testing

/// What is generated from schema and golden cases is committed as it would be generated.
@Suite struct ReferenceTests {
  private static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private func committed(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: Self.repository.appendingPathComponent(path)), as: UTF8.self)
  }

  @Test func planesSpeakOfStatementsThatThereAre() {
    #expect(Reference.problems == [])
  }

  @Test(arguments: Reference.pages.map(\.name))
  func thePageIsWhatTheSchemaSays(_ name: String) throws {
    let page = try #require(Reference.pages.first { $0.name == name })
    #expect(try committed("docs/reference/\(name)") == page.text, "run `epic-dev reference`")
  }

  @Test func everyStatementHasItsPlace() {
    #expect(Set(Reference.pages.map(\.name)).count == FieldContext.allCases.count + 1)
    let all = Reference.pages.map(\.text).joined()
    for field in Schema.fields {
      #expect(all.contains("## `\(field.title)`"), "\(field.title)")
      #expect(all.contains(field.example), "\(field.title)")
    }
  }

  @Test func theCompilerCarriesWhatIsThere() throws {
    let paths = try Embedding.paths(root: Self.repository.path)
    #expect(
      try committed("Sources/CEpicAssets/assets+Generated.h") == Embedding.header(of: paths), "run `epic-dev embed`")
  }

  @Test func theGalleryIsWhatTheCasesSay() throws {
    let gallery = try Gallery(golden: Self.repository.appendingPathComponent("Tests/EpicCompilerTests/Golden").path)
    #expect(gallery.count >= 40)
    #expect(try committed("docs/diagnostics/gallery.md") == gallery.text, "run `epic-dev gallery`")
    #expect(gallery.examples.count >= 45)
    for code in gallery.examples.keys.sorted() {
      let page = try committed("docs/diagnostics/\(code).md")
      #expect(gallery.page(page, of: code) == page, "\(code): run `epic-dev gallery`")
      #expect(page.contains("\n## Wrong\n"), "\(code)")
    }
  }
}
