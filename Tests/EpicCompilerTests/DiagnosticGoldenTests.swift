import EpicBase
import EpicCompiler
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
    let text = rendered(Compiler.check(try golden.workspace(), CompileOptions()))
    if GoldenCase.isUpdating { try Data(text.utf8).write(to: golden.expectedURL) }
    let expected = String(decoding: try Data(contentsOf: golden.expectedURL), as: UTF8.self)
    #expect(!expected.isEmpty, "a negative case expects at least one diagnostic")
    #expect(text == expected, "\(difference(text, expected))")
  }

  @Test(arguments: GoldenCase.all)
  func eachFixMendsWhatItPromises(_ golden: GoldenCase) throws {
    let workspace = try golden.workspace()
    let before = Compiler.check(workspace, CompileOptions())
    for diagnostic in before.diagnostics {
      for (rank, fix) in diagnostic.fixes.enumerated() {
        var mended = workspace
        for (index, file) in before.sources.files.enumerated() where file.path != Compiler.lockPath {
          let text = try #require(fix.apply(to: file.text, of: SourceID(UInt32(index))), "the fix's edits fit the text")
          mended.write(file.path, text)
        }
        let after = Compiler.check(mended, CompileOptions())
        let remaining = after.diagnostics.count { $0.code == diagnostic.code }
        #expect(
          remaining < before.diagnostics.count { $0.code == diagnostic.code },
          "after `\(fix.title)`:\n\(rendered(after))")
        // The first fix is the one that tools apply: it brings nothing new. An alternative may not suit the rest.
        if rank == 0 {
          #expect(
            after.diagnostics.count < before.diagnostics.count,
            "`\(fix.title)` brings a new finding:\n\(rendered(after))")
        }
      }
    }
  }

  @Test func theCasesCoverTheRegistryWidely() throws {
    var uses: [String: Int] = [:]
    var acrossFiles = 0
    for golden in GoldenCase.all {
      let compilation = Compiler.check(try golden.workspace(), CompileOptions())
      for code in Set(compilation.diagnostics.map(\.code.name)) { uses[code, default: 0] += 1 }
      if compilation.diagnostics.contains(where: { diagnostic in
        diagnostic.secondary.contains { $0.span.source != diagnostic.primary.span.source }
      }) {
        acrossFiles += 1
      }
    }
    print("\(GoldenCase.all.count) negative cases, \(uses.count) codes, \(acrossFiles) with a second file")
    #expect(GoldenCase.all.count >= 60)
    #expect(uses.count >= 45)
    #expect(acrossFiles >= 15)
    for (code, count) in uses { #expect(count <= 3, "\(code) has \(count) cases") }
  }
}
