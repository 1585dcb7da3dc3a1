import EpicBase
import EpicCompiler
import EpicDiagnostics
import EpicLint
import Foundation
import Testing

@Suite struct RuleTests {
  @Test func theBaseItselfIsClean() throws {
    #expect(rendered(Compiler.lint(try LintCase.workspace())) == "")
  }

  @Test(arguments: LintCase.all)
  func eachCasePrintsExactlyItsFindings(_ golden: LintCase) throws {
    let report = Compiler.lint(try golden.workspace())
    #expect(!report.hasErrors, "\(rendered(report))")
    let text = rendered(report)
    let url = golden.folder.appendingPathComponent("findings.txt")
    if LintCase.isUpdating { try Data(text.utf8).write(to: url) }
    let expected = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    #expect(text == expected)
    #expect(report.diagnostics.contains { $0.code.slug == golden.name }, "the case is about its rule")
  }

  @Test func everyRuleHasACaseAndEveryCaseARule() {
    #expect(LintCase.all.map(\.name) == Linter.codes.map(\.slug).sorted())
    #expect(Linter.codes.count >= 17)
    #expect(Set(Linter.codes.map(\.name)).count == Linter.codes.count)
  }

  @Test(arguments: LintCase.all)
  func everyFixMendsItsFindingAndBringsNoError(_ golden: LintCase) throws {
    let workspace = try golden.workspace()
    let before = Compiler.lint(workspace)
    let deployment = try #require(content(of: workspace))
    for finding in before.diagnostics {
      for fix in finding.fixes {
        var mended = workspace
        for (index, file) in before.sources.files.enumerated() where file.path != Compiler.lockPath {
          let text = try #require(fix.apply(to: file.text, of: SourceID(UInt32(index))), "the fix's edits fit the text")
          mended.write(file.path, text)
        }
        let after = Compiler.lint(mended)
        #expect(!after.hasErrors, "after `\(fix.title)` of \(finding.message):\n\(rendered(after))")
        #expect(
          after.diagnostics.count { $0.code == finding.code } < before.diagnostics.count { $0.code == finding.code },
          "after `\(fix.title)` of \(finding.message):\n\(rendered(after))")
        if Linter.keepsDeployment(finding.code) {
          #expect(content(of: mended) == deployment, "`\(fix.title)` of \(finding.message) changes the deployment")
        }
      }
    }
  }

  @Test func theStorefrontIsClean() {
    let root = LintCase.repository.appendingPathComponent("examples/storefront").path
    #expect(rendered(Compiler.lint(DiskFileSystem(root: root))) == "")
  }

  @Test func aWorkspaceWithErrorsIsNotLookedAt() throws {
    let workspace = try LintCase.workspace([
      "acme/routes.epic": Array("routes shop-routes { let x = 1; otherwise -> nowhere }\n".utf8)
    ])
    let report = Compiler.lint(workspace)
    #expect(report.hasErrors)
    #expect(report.diagnostics == Compiler.check(workspace, CompileOptions()).diagnostics)
    #expect(Compiler.lintFixing(workspace).fixed.isEmpty)
  }
}
