import EpicBase
import EpicCompiler
import EpicDevKit
import EpicDiagnostics
import Foundation
import Testing

@Suite struct DiagnosticGoldenTests {
  @Test func theBaseItselfIsClean() throws {
    let base = MemoryFileSystem(try GoldenCase.files(below: GoldenCase.root.appendingPathComponent("base")))
    let compilation = Compiler.check(base, CompileOptions())
    #expect(rendered(compilation) == "")
  }

  @Test(arguments: GoldenCase.all)
  func eachMistakePrintsExactlyItsDiagnostics(_ golden: GoldenCase) throws {
    #expect(golden.recipe.faults.isEmpty, "the recipe has lines that are no instruction")
    let run = try GoldenRun.of(golden)
    if GoldenCase.isUpdating { try Data(run.text.utf8).write(to: golden.expectedURL) }
    let expected = String(decoding: try Data(contentsOf: golden.expectedURL), as: UTF8.self)
    #expect(!expected.isEmpty, "a negative case expects at least one diagnostic")
    #expect(run.text == expected, "\(difference(run.text, expected))")
  }

  /// Cases that make several mistakes, or one that two routes or ingresses make.
  private static let several: Set<String> = [
    "claim-without-auth", "client-certificates-in-clear-text", "connection-asks-for-what-requests-have",
    "connection-never-matches", "connection-outcomes", "final-undone-by-a-route", "grpc-health-without-h2",
    "grpc-method", "hatch-and-property-are-not-built", "listen-leads-nowhere", "name-outside-its-zone",
    "place-of-a-connection", "routes-of-other-protocol", "tls-of-no-listener", "upstream-for-requests-only",
  ]

  @Test(arguments: GoldenCase.all)
  func eachMistakeGivesOneFinding(_ golden: GoldenCase) throws {
    if DiagnosticGoldenTests.several.contains(golden.name) || golden.recipe.showsLast { return }
    let run = try GoldenRun.of(golden)
    #expect(run.result.diagnostics.count == 1, "\(run.text)")
  }

  /// What stands before `[fix available]` is what the first fix does, and where it says what is written, that is there
  /// afterwards.
  @Test(arguments: GoldenCase.all)
  func eachFixIsOfferedInItsOwnWords(_ golden: GoldenCase) throws {
    let run = try GoldenRun.of(golden)
    for line in run.text.split(separator: "\n") where line.hasSuffix("[fix available]") {
      let offered = line.dropFirst("   = help: ".count).dropLast("      [fix available]".count)
      let isFix = run.result.diagnostics.contains { diagnostic in
        guard let fix = diagnostic.fixes.first else { return false }
        return offered == fix.title || diagnostic.helpIsFix && diagnostic.help ?? "" == offered
      }
      #expect(isFix, "`\(offered)` is no fix")
    }
    for fix in run.fixes {
      guard let written = fix.title.wholeMatch(of: /write `([^`…]+)`(?:,.*)?/)?.1, let after = fix.after else {
        continue
      }
      let isWritten = after.sources.files.contains { file in
        String(decoding: file.text, as: UTF8.self).contains(written)
      }
      #expect(isWritten, "`\(fix.title)` does not write it")
    }
  }

  @Test(arguments: GoldenCase.all)
  func eachFixMendsWhatItPromises(_ golden: GoldenCase) throws {
    let run = try GoldenRun.of(golden)
    for fix in run.fixes {
      let after = try #require(fix.after, "the edits of `\(fix.title)` fit the text")
      let remaining = after.diagnostics.count { $0.code == fix.diagnostic.code }
      #expect(
        remaining < run.result.diagnostics.count { $0.code == fix.diagnostic.code },
        "after `\(fix.title)`:\n\(after.rendered())")
      // The first fix is the one that tools apply: it brings nothing new. An alternative may not suit the rest.
      if fix.rank == 0 {
        #expect(fix.isClean(before: run.result), "`\(fix.title)` brings a new finding:\n\(after.rendered())")
      }
    }
  }
}
