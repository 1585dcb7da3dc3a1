import EpicCompiler
import EpicDiagnostics
import EpicFormat
import EpicLint
import Testing

/// The pages of the rules are compiled: the first example of each is wrong in exactly the way that the page is about, and
/// the second is right.
@Suite struct PageTests {
  private static let pages = DiagnosticPages.all.filter { $0.code.hasPrefix("L") }

  @Test func everyRuleHasAPage() {
    #expect(PageTests.pages.map(\.code) == Linter.codes.map(\.name).sorted())
  }

  @Test(arguments: pages.map(\.code))
  func theExamplesAreWhatTheySay(code: String) throws {
    let page = try #require(DiagnosticPages.page(for: code))
    let examples = page.text.matches(of: #/```epic (\S+)\n((?s).*?)```/#).map { (String($0.1), String($0.2)) }
    try #require(examples.count == 2, "a wrong example and a right one")
    let wrong = Compiler.lint(try LintCase.workspace([examples[0].0: Array(examples[0].1.utf8)]))
    #expect(Set(wrong.diagnostics.map(\.code.name)) == [code], "\(rendered(wrong))")
    let right = Compiler.lint(try LintCase.workspace([examples[1].0: Array(examples[1].1.utf8)]))
    #expect(rendered(right) == "")
    for (path, text) in examples {
      let formatted = Compiler.format(Array(text.utf8)).text
      #expect(String(decoding: formatted, as: UTF8.self) == text, "\(path) is formatted")
    }
    let promises = page.text.contains("`epic lint --fix`")
    #expect(promises == wrong.diagnostics.contains { Linter.keepsDeployment($0.code) && !$0.fixes.isEmpty })
  }
}
