import EpicBase
import EpicCompiler
import EpicDiagnostics
import EpicLint
import Foundation
import Testing

@Suite struct FixTests {
  @Test(arguments: LintCase.all)
  func fixingGivesTheExpectedFilesAndTheSameDeployment(_ golden: LintCase) throws {
    let workspace = try golden.workspace()
    let report = Compiler.lintFixing(workspace)
    let fixed = Dictionary(uniqueKeysWithValues: report.fixed.map { ($0.path, $0.text) })
    if LintCase.isUpdating { try golden.record(fixed) }
    let expected = try golden.expectedFiles()
    #expect(fixed.keys.sorted() == expected.keys.sorted())
    for (path, text) in expected {
      let got = fixed[path].map { String(decoding: $0, as: UTF8.self) }
      #expect(got == String(decoding: text, as: UTF8.self), "\(path)")
    }
    var mended = workspace
    for file in report.fixed { mended.write(file.path, file.text) }
    #expect(content(of: mended) == content(of: workspace))
    let again = Compiler.lint(mended)
    #expect(again.diagnostics == report.diagnostics, "the report is of what remains")
    let left = again.diagnostics.filter { !$0.fixes.isEmpty && Linter.keepsDeployment($0.code) }
    #expect(left.isEmpty, "nothing is left that could be fixed")
    #expect(Compiler.lintFixing(mended).fixed.isEmpty)
  }

  /// A fix that uncovers another: the constant is unused when the constant that mentions it is gone.
  @Test func roundsGoOnUntilNothingChanges() throws {
    let names = (1...6).map { "let c\($0) = \($0 == 6 ? "1" : "c\($0 + 1)")\n" }.joined()
    let workspace = try LintCase.workspace(["acme/constants.epic": Array(names.utf8)])
    #expect(Compiler.lint(workspace).diagnostics.map(\.code) == [.unusedLet])
    let report = Compiler.lintFixing(workspace)
    #expect(rendered(report) == "")
    #expect(report.fixed.map(\.path) == ["acme/constants.epic"])
    #expect(report.fixed.first?.text == [])
  }

  @Test func overlappingFixesAreAppliedOneAfterTheOther() throws {
    let text = """
      routes shop-routes {
        a: when not (method in [GET]) and path /a/** -> pay
        b: when not (not (header x is "1")) and path /b/** -> cart-next
        otherwise -> cart
      }

      """
    let workspace = try LintCase.workspace(["acme/routes.epic": Array(text.utf8)])
    let fixed = try #require(Compiler.lintFixing(workspace).fixed.first)
    let lines = String(decoding: fixed.text, as: UTF8.self).split(separator: "\n")
    #expect(lines[1] == "  a: when method is not GET and path /a/** -> pay")
  }

  @Test func commentsAreNotTakenAwayWithWhatTheyStandIn() throws {
    let text = """
      routes shop-routes {
        a: when method in [
          GET // and nothing else
        ] -> pay
        otherwise -> cart
      }

      """
    let workspace = try LintCase.workspace(["acme/routes.epic": Array(text.utf8)])
    #expect(Compiler.lint(workspace).diagnostics.map(\.code) == [.listOfOne])
    #expect(Compiler.lintFixing(workspace).fixed.isEmpty)
  }

  @Test func fixesOfWhatChangesTheDeploymentAreOfferedAndNotApplied() throws {
    let text = "routes shop-routes { a: when method in [GET, GET, HEAD] -> pay; otherwise -> cart }\n"
    let workspace = try LintCase.workspace(["acme/routes.epic": Array(text.utf8)])
    #expect(Compiler.lint(workspace).diagnostics.map(\.fixes.count) == [1])
    #expect(Compiler.lintFixing(workspace).fixed.isEmpty)
  }

  /// Names and what else the split says stay; what it drew between becomes members.
  @Test func aSplitOfSitesBecomesATier() throws {
    let text = """
      /// Pods in Europe.
      upstream site-eu { tier 1 { kubernetes eu-1 service shop/cart:http } }
      /// Pods in America.
      upstream site-us { tier 1 { kubernetes us-1 service shop/cart:http } }

      routes shop-routes {
        pay: when path /pay/** -> pay
        otherwise -> split { 99.95% site-us; timeout request 60s; 0.05% site-eu }
      }

      """
    let workspace = try LintCase.workspace(["acme/routes.epic": Array(text.utf8)])
    let report = Compiler.lint(workspace)
    let fix = try #require(report.diagnostics.first { $0.code == .splitOfSites }?.fixes.first)
    let index = try #require(report.sources.files.firstIndex { $0.path == "acme/routes.epic" })
    let mended = try #require(fix.apply(to: Array(text.utf8), of: SourceID(UInt32(index))))
    #expect(
      String(decoding: mended, as: UTF8.self) == """
        /// Pods in America.
        upstream site-us { tier 1 { 99.95% kubernetes us-1 service shop/cart:http; 0.05% kubernetes eu-1 service shop/cart:http } }

        routes shop-routes {
          pay: when path /pay/** -> pay
          otherwise -> site-us { timeout request 60s }
        }

        """)
    let after = Compiler.lint(try LintCase.workspace(["acme/routes.epic": mended]))
    #expect(rendered(after) == "")
  }
}
