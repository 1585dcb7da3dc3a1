import EpicCompiler
import EpicDiagnostics
import Testing

@Suite struct AllowanceTests {
  private func codes(_ routes: String) throws -> [DiagnosticCode] {
    let report = Compiler.lint(try LintCase.workspace(["acme/routes.epic": Array(routes.utf8)]))
    #expect(!report.hasErrors, "\(rendered(report))")
    return report.diagnostics.map(\.code)
  }

  @Test func anAllowanceReachesTheNextLineThatIsNoComment() throws {
    let above = "  // epic-lint: allow L0206 the list grows\n"
    let arm = "  a: when method in [GET] -> pay\n"
    func routes(_ lines: String) -> String { "routes shop-routes {\n\(lines)  otherwise -> cart\n}\n" }
    #expect(try codes(routes(arm)) == [.listOfOne])
    #expect(try codes(routes(above + arm)) == [])
    #expect(try codes(routes(above + "  // and says so\n" + arm)) == [])
    #expect(try codes(routes(above + "\n" + arm)) == [.unusedAllowance, .listOfOne])
    #expect(try codes(routes(arm + above)) == [.listOfOne, .unusedAllowance])
    #expect(try codes(routes("  // epic-lint: allow L0205 another rule\n" + arm)) == [.unusedAllowance, .listOfOne])
    #expect(try codes(routes((above + arm).replacing("\n", with: "\r\n"))) == [])
  }

  @Test func severalCodesAreAllowedAtOnePlace() throws {
    let text = """
      routes shop-routes {
        // epic-lint: allow L0206 the list grows
        // epic-lint: allow L0205 as people say it
        // epic-lint: allow L0201 both are meant
        a: when not (method in [GET] or method in [GET]) and not header x is "1" -> pay
        otherwise -> cart
      }

      """
    #expect(try codes(text) == [])
  }

  @Test func oneAllowanceIsForAllFindingsOfItsLine() throws {
    let text = """
      routes shop-routes {
        // epic-lint: allow L0206 the lists grow
        a: when method in [GET] and header x in ["1"] and cookie y in ["2"] -> pay
        otherwise -> cart
      }

      """
    #expect(try codes(text) == [])
  }

  @Test func otherCommentsAreLeftAlone() throws {
    #expect(
      try codes("// epic lint: allow\n// lint\nroutes shop-routes { pay: when path /pay -> pay; otherwise -> cart }\n")
        == [])
  }
}
