import EpicBase
import EpicDiagnostics
import Testing

private let code = DiagnosticCode.error("E0407", "unreachable-route")

private func sample() -> (SourceSet, Diagnostic) {
  var sources = SourceSet()
  let shop = sources.add(
    SourceFile(
      path: "acme/shop.epic",
      text: Array("a: when path /x/** -> cart\n\nb: when path /x/y  -> cart-gold\n".utf8)))
  let other = sources.add(SourceFile(path: "platform/\u{E9}.epic", text: Array("é limit\t5\n".utf8)))
  let diagnostic = Diagnostic(
    code, "route `b` can never match", at: SourceSpan(source: shop, start: 31, end: 45), label: "unreachable",
    secondary: [
      Annotation(SourceSpan(source: shop, start: 3, end: 18), "takes every request to /x/y"),
      Annotation(SourceSpan(source: other, start: 3, end: 8), "the limit"),
    ],
    notes: ["example: GET https://shop.example.com/x/y -> a (cart)"], help: "move `b` above `a`",
    fixes: [FixIt("move `b` above `a`", [TextEdit(SourceSpan(source: shop, start: 0, end: 1), replacement: "z")])])
  return (sources, diagnostic)
}

@Suite struct RendererTests {
  @Test func terminalShowsEveryLabelledLine() {
    let (sources, diagnostic) = sample()
    let expected = """
      error[E0407]: route `b` can never match
        --> acme/shop.epic:3:4
         |
       1 | a: when path /x/** -> cart
         |    --------------- takes every request to /x/y
      ...
       3 | b: when path /x/y  -> cart-gold
         |    ^^^^^^^^^^^^^^ unreachable
        ::: platform/é.epic:1:3
         |
       1 | é limit 5
         |   ----- the limit
         = example: GET https://shop.example.com/x/y -> a (cart)
         = help: move `b` above `a`      [fix available]
         = explain: epic explain E0407

      """
    #expect(TerminalRenderer().render(diagnostic, in: sources) == expected)
  }

  /// Advice for another person is not what the fix does: each has a line of its own.
  @Test func theFixIsOfferedInItsOwnWords() {
    var (sources, diagnostic) = sample()
    diagnostic.help = "the platform may write `may use pool p` there"
    diagnostic.fixes = [FixIt("write `q`", diagnostic.fixes[0].edits)]
    #expect(
      TerminalRenderer().render(diagnostic, in: sources).contains(
        """
           = help: the platform may write `may use pool p` there
           = help: write `q`      [fix available]
           = explain
        """))
    diagnostic.help = nil
    #expect(TerminalRenderer().render(diagnostic, in: sources).contains("= help: write `q`      [fix available]\n"))
  }

  @Test(arguments: [
    ("write `5s`", "write `5s`", true), ("write `5s`, `5ms` or `5m`", "write `5s`", true),
    ("did you mean `gold`?", "write `gold`", true), ("did you mean `gold`?", "write `old`", false),
    ("did you mean `gold`?", "take `gold` out", false), ("write `5seconds`", "write `5s`", false),
    ("write `5s` there", "write `5s`", true), ("write `5sec", "write `5s", false), ("anything", "", false),
  ])
  func oneLineStandsForHelpAndFixOnlyWhereTheySayTheSame(_ help: String, _ title: String, _ isFix: Bool) {
    let diagnostic = Diagnostic(
      code, "x", at: SourceSpan(source: SourceID(0), start: 0, end: 1), help: help, fixes: [FixIt(title, [])])
    #expect(diagnostic.helpIsFix == isFix)
  }

  @Test func colourIsOnlyWrittenWhenAsked() {
    let (sources, diagnostic) = sample()
    #expect(!TerminalRenderer(usesColor: false).render(diagnostic, in: sources).contains("\u{1B}"))
    #expect(TerminalRenderer(usesColor: true).render(diagnostic, in: sources).contains("\u{1B}[1;31merror[E0407]"))
  }

  @Test func controlCharactersOfTheSourceCannotMoveTheCursor() {
    var sources = SourceSet()
    let id = sources.add(SourceFile(path: "a.epic", text: [0x1B, 0x5B, 0x41, 0xFF, 0x0A]))
    let diagnostic = Diagnostic(code, "odd \u{1B}[A", at: SourceSpan(source: id, start: 0, end: 4))
    #expect(!TerminalRenderer().render(diagnostic, in: sources).contains("\u{1B}"))
  }

  @Test func spansOutsideOfTheFileAreClamped() {
    var sources = SourceSet()
    let id = sources.add(SourceFile(path: "a.epic", text: Array("ab".utf8)))
    let diagnostic = Diagnostic(code, "x", at: SourceSpan(source: id, start: 7, end: 9))
    #expect(TerminalRenderer().render(diagnostic, in: sources).contains("a.epic:1:3"))
  }

  @Test func githubEscapesWhatItsCommandsReserve() {
    let (sources, diagnostic) = sample()
    #expect(
      GitHubRenderer.render([diagnostic], in: sources)
        == "::error file=acme/shop.epic,line=3,col=4,endLine=3,endColumn=18,title=E0407 unreachable-route"
        + "::route `b` can never match%0Ahelp: move `b` above `a`\n")
  }

  /// Properties end at `,` and `:`, and a command at its line: names of files and texts must not be able to end them.
  @Test func githubPropertiesCannotBeEndedByAFilesName() {
    var sources = SourceSet()
    let id = sources.add(SourceFile(path: "a,b:100%\n.epic", text: Array("x\n".utf8)))
    let diagnostic = Diagnostic(code, "50% of\r\n::error::it", at: SourceSpan(source: id, start: 0, end: 1))
    #expect(
      GitHubRenderer.render([diagnostic], in: sources)
        == "::error file=a%2Cb%3A100%25%0A.epic,line=1,col=1,endLine=1,endColumn=2,title=E0407 unreachable-route"
        + "::50%25 of%0D%0A::error::it\n")
  }

  /// The properties that SARIF 2.1.0 demands (sections 3.13, 3.14, 3.18, 3.19, 3.27 and 3.55), and what hosts need to show
  /// a finding and its fix.
  @Test func sarifHasWhatTheStandardDemands() throws {
    let (sources, diagnostic) = sample()
    let log = try JSONReader.read(SARIFRenderer.render([diagnostic], in: sources, version: "1.0.0"))
    #expect(log["version"]?.string == "2.1.0")
    #expect(log["$schema"]?.string?.hasSuffix("sarif-2.1.0.json") == true)
    let run = try #require(log["runs"]?.elements?.first)
    #expect(run["columnKind"]?.string == "unicodeCodePoints")
    let driver = try #require(run["tool"]?["driver"])
    #expect(driver["name"]?.string == "epic")
    #expect(driver["rules"]?.elements?.first?["id"]?.string == "E0407")
    let result = try #require(run["results"]?.elements?.first)
    #expect(result["ruleId"]?.string == "E0407" && result["level"]?.string == "error")
    #expect(result["message"]?["text"]?.string == "route `b` can never match")
    let location = try #require(result["locations"]?.elements?.first?["physicalLocation"])
    #expect(location["artifactLocation"]?["uri"]?.string == "acme/shop.epic")
    let related = try #require(result["relatedLocations"]?.elements)
    #expect(related.count == 2)
    #expect(related.last?["physicalLocation"]?["artifactLocation"]?["uri"]?.string == "platform/%C3%A9.epic")
    let change = try #require(result["fixes"]?.elements?.first?["artifactChanges"]?.elements?.first)
    let replacement = try #require(change["replacements"]?.elements?.first)
    #expect(replacement["insertedContent"]?["text"]?.string == "z" && replacement["deletedRegion"] != nil)
  }

  @Test func jsonAndSarifNameTheCodeAndThePlace() {
    let (sources, diagnostic) = sample()
    let json = String(decoding: JSONRenderer.render([diagnostic], in: sources), as: UTF8.self)
    #expect(json.contains("\"code\": \"E0407\"") && json.contains("\"errors\": 1"))
    let sarif = String(
      decoding: SARIFRenderer.render([diagnostic], in: sources, version: "1.0.0"), as: UTF8.self)
    #expect(sarif.contains("\"startLine\": 3") && sarif.contains("\"ruleIndex\": 0"))
  }

  @Test func fixesThatOverlapAreRefused() {
    let source = SourceID(0)
    let text = Array("abcdef".utf8)
    let edit = { TextEdit(SourceSpan(source: source, start: $0, end: $1), replacement: $2) }
    #expect(FixIt("", [edit(4, 5, "X"), edit(0, 1, "")]).apply(to: text, of: source) == Array("bcdXf".utf8))
    #expect(FixIt("", [edit(0, 3, ""), edit(2, 4, "")]).apply(to: text, of: source) == nil)
    #expect(FixIt("", [edit(5, 9, "")]).apply(to: text, of: source) == nil)
  }
}
