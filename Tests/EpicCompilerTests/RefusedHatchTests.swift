import EpicBase
import EpicCompiler
import EpicDiagnostics
import Foundation
import Testing

/// `Golden/refused-hatches.txt`: hatches that are wrong in one way each, and what is said of them. A case is `== what`,
/// the statements of a hatch, and lines `CODE |what is marked| message (help)`.
@Suite struct RefusedHatchTests {
  private struct Case {
    var title: String
    var statements: String
    var findings: String
  }

  private static let file = GoldenCase.root.appendingPathComponent("refused-hatches.txt")

  /// An ingress of the platform, which needs no grant, and what stands around the hatch.
  private static let frame = """
    ingress docs {
      host     docs.platform.example
      address  one from anycast4
      engine   stable
      sites    all
      listen   http 80
      max      body 1MiB
      routes   docs-routes
    }
    routes docs-routes {
      api: when path /api/** -> pages { timeout request 5s }
      otherwise -> respond 404
    }
    upstream pages { endpoint 203.0.113.80:8080; timeout connect 500ms; max connections 100 }
    upstream other { endpoint 203.0.113.81:8080 }

    """

  private static func cases(_ text: String) -> [Case] {
    var result: [Case] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("== ") {
        result.append(Case(title: String(line.dropFirst(3)), statements: "", findings: ""))
      } else if result.isEmpty || line.hasPrefix("#") {
        continue
      } else if line.wholeMatch(of: /[EW][0-9]{4} \|.*/) != nil {
        result[result.count - 1].findings += line + "\n"
      } else if !line.isEmpty {
        result[result.count - 1].statements += line + "\n"
      }
    }
    return result
  }

  /// What the compiler says of the hatch.
  private static func findings(_ statements: String) throws -> String {
    var files = try GoldenCase.files(below: GoldenCase.root.appendingPathComponent("base"))
    let hatch = statements.hasPrefix("envoy ") ? statements : "envoy 1.40 for ingress docs {\n\(statements)}\n"
    files["platform/docs.epic"] = Array((frame + hatch).utf8)
    files["platform/latin.txt"] = [0xE4]
    files["platform/long.txt"] = [UInt8](repeating: 97, count: 1024 * 1024 + 1)
    let compilation = Compiler.check(MemoryFileSystem(files), CompileOptions())
    return compilation.diagnostics.map { finding in
      let word = compilation.sources.text(of: finding.primary.span).prefix(60).split(separator: "\n").first ?? ""
      return "\(finding.code.name) |\(word)| \(finding.message)" + (finding.help.map { " (\($0))" } ?? "") + "\n"
    }.joined()
  }

  @Test func everyKindIsRefusedWithItsMessage() throws {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let cases = Self.cases(text)
    var written = text.prefix(upTo: text.firstRange(of: "\n== ")?.lowerBound ?? text.endIndex)
    for one in cases {
      let found = try Self.findings(one.statements)
      written += "\n== \(one.title)\n\(one.statements)\(found)"
      if !GoldenCase.isUpdating { #expect(found == one.findings, "\(one.title)") }
      #expect(found.contains("E"), "\(one.title) is refused")
    }
    if GoldenCase.isUpdating { try String(written).write(to: Self.file, atomically: true, encoding: .utf8) }
    #expect(Set(cases.map(\.title)).count == cases.count)
    #expect(cases.count >= 60)
    // Of these codes only two are not about what stands in a hatch: its head, and another package's ingress.
    let codes = Set(cases.flatMap { $0.findings.split(separator: "\n").map { $0.prefix(5) } })
    #expect(codes.count >= 20, "\(codes.sorted())")
  }
}
