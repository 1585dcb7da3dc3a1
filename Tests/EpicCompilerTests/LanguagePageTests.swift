import EpicBase
import EpicCompiler
import EpicDiagnostics
import EpicFormat
import Foundation
import Testing

/// The pages of `docs/language` run: each example is compiled over the golden base as a file of tenant acme, and prints what the
/// page says behind it, or nothing.
@Suite struct LanguagePageTests {
  struct Example: CustomTestStringConvertible, Sendable {
    let page: String
    let number: Int
    let source: String
    let printed: String
    /// What `epic test` prints, where the page says so (a `console` fence).
    let tested: String?

    var testDescription: String { "\(page) example \(number)" }
  }

  private static let folder = Storefront.root.appendingPathComponent("../../docs/language").standardizedFileURL

  static let pages: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted()
  }()

  static let examples: [Example] = pages.flatMap { page -> [Example] in
    guard let text = try? String(contentsOf: folder.appendingPathComponent(page), encoding: .utf8) else { return [] }
    let fences = fences(of: text)
    return fences.indices.filter { fences[$0].language == "epic" }.enumerated().map { number, index in
      let next = fences.index(after: index)
      let isPrinted = next < fences.endIndex && fences[next].language == "text"
      let isTested = next < fences.endIndex && fences[next].language == "console"
      return Example(
        page: page, number: number + 1, source: fences[index].text, printed: isPrinted ? fences[next].text : "",
        tested: isTested ? fences[next].text : nil)
    }
  }

  private static func fences(of text: String) -> [(language: String, text: String)] {
    var fences: [(String, String)] = []
    var open: (language: String, lines: [Substring])?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let current = open {
        if line == "```" {
          fences.append((current.language, current.lines.map { $0 + "\n" }.joined()))
          open = nil
        } else {
          open?.lines.append(line)
        }
      } else if line.hasPrefix("```") {
        open = (String(line.dropFirst(3)), [])
      }
    }
    return fences
  }

  @Test func thereArePagesWithExamples() {
    #expect(Self.pages.count >= 12)
    #expect(Self.examples.count >= 20)
    #expect(Self.examples.count { !$0.printed.isEmpty } >= 10)
  }

  @Test(arguments: examples) func theExamplePrintsWhatThePageSays(_ example: Example) throws {
    var workspace = MemoryFileSystem(try GoldenCase.files(below: GoldenCase.root.appendingPathComponent("base")))
    workspace.write("acme/page.epic", Array(example.source.utf8))
    if example.page == "native.md" {
      // The base grants no hatches.
      let path = "platform/tenants.epic"
      let tenants = String(decoding: try workspace.read(path, atMost: .max), as: UTF8.self)
      let line = "  may use   engine stable\n"
      let grant = try #require(tenants.firstRange(of: line))
      workspace.write(
        path, Array(tenants.replacingCharacters(in: grant, with: line + "  may use   native envoy\n").utf8))
    }
    let text = rendered(Compiler.check(workspace, CompileOptions()))
    #expect(text == example.printed, "\(difference(text, example.printed))")
    // What compiles passes its own tests, unless the page shows how they fail.
    if !text.isEmpty { return }
    let report = Compiler.test(workspace)
    if let tested = example.tested {
      #expect(report.text() == tested, "\(difference(report.text(), tested))\n\(report.text())")
    } else {
      #expect(report.failures == 0, "\(report.text())")
    }
  }

  @Test(arguments: examples) func theExampleIsInItsCanonicalForm(_ example: Example) {
    let result = Compiler.format(Array(example.source.utf8))
    #expect(String(decoding: result.text, as: UTF8.self) == example.source)
  }

  @Test func everyPageIsInTheList() throws {
    let list = try String(contentsOf: Self.folder.appendingPathComponent("README.md"), encoding: .utf8)
    for page in Self.pages where page != "README.md" { #expect(list.contains("(\(page))"), "\(page)") }
  }
}
