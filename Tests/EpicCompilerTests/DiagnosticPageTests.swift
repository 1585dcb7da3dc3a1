import EpicCompiler
import Foundation
import Testing

@Suite struct DiagnosticPageTests {
  private static let repository = Storefront.root.appendingPathComponent("../..").standardizedFileURL

  /// The codes that the registry's files declare.
  static func registered() throws -> [String] {
    let folder = repository.appendingPathComponent("Sources/EpicDiagnostics")
    var codes: Set<String> = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasPrefix("Codes+") {
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      for match in text.matches(of: /\.(?:error|lint|warning)\(\s*"([ELW][0-9]{4})"/) { codes.insert(String(match.1)) }
    }
    return codes.sorted()
  }

  @Test func everyCodeHasAPageAndEveryPageACode() throws {
    let codes = try DiagnosticPageTests.registered()
    #expect(codes.count > 200)
    #expect(DiagnosticPages.all.map(\.code) == codes)
  }

  @Test func thePagesAreThoseOfTheFolder() throws {
    let folder = DiagnosticPageTests.repository.appendingPathComponent("docs/diagnostics")
    for page in DiagnosticPages.all {
      let text = try String(contentsOf: folder.appendingPathComponent("\(page.code).md"), encoding: .utf8)
      #expect(page.text == text, "\(page.code)")
      #expect(text.hasPrefix("# \(page.code) \(page.title)\n"))
    }
  }
}
