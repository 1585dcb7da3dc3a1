import EpicBase
import EpicCompiler
import EpicDevKit
import EpicDiagnostics
import EpicIR
import Testing

/// What the guided run is made of; the run itself is `make test-fuzz`.
@Suite struct GuidedFuzzTests {
  @Test func textsHoldWholeWorkspaces() {
    let files = [
      FuzzText.File(path: "workspace.epic", text: Array("edition 2026\n".utf8)),
      FuzzText.File(path: "a/b.epic", text: Array("// nothing\n//@no mark\n".utf8)),
      FuzzText.File(path: "empty.epic", text: []),
    ]
    #expect(FuzzText(FuzzText(files: files).bytes) == FuzzText(files: files))
    let unnamed = Array("site a {}".utf8)
    #expect(FuzzText(unnamed).files == [FuzzText.File(path: "main.epic", text: unnamed)])
    #expect(FuzzText([]).files == [FuzzText.File(path: "main.epic", text: [])])
  }

  /// The same numbers give the same inputs; many of them are other than what they are made of, and their properties hold.
  @Test func changesComeFromTheSeed() throws {
    let grammar = try repositoryGrammar()
    let generator = try TextGenerator(grammar, seed: 1)
    let seeds = try GuidedCorpus.seeds(repository, generator: generator)
    let subject = GuidedCase(data: try GuidedCorpus.data(repository))
    var changed = 0
    for seed in UInt64(0)..<40 {
      var first = GuidedMutation(random: RandomSource(seed: seed), generator: generator)
      var second = GuidedMutation(random: RandomSource(seed: seed), generator: generator)
      let parent = seeds[Int(seed) + 1]
      let input = first.mutated(parent, with: seeds[0])
      #expect(input == second.mutated(parent, with: seeds[0]))
      if input != parent { changed += 1 }
      #expect(subject.findings(input) == [], "seed \(seed)")
    }
    #expect(changed > 20)
  }

  /// A workspace of many lines has no error, and the formatter finds more than one file to change.
  @Test func workspacesOfManyLinesCompile() {
    let workspace = GeneratedWorkspace(lines: 1000, seed: 7)
    #expect(workspace.lineCount >= 1000)
    let compilation = Compiler.check(workspace.fileSystem, CompileOptions(jobs: 1))
    #expect(compilation.diagnostics.map(\.code) == [.manyWatchedFiles])
    #expect(compilation.deployment?.ingresses.count == 50)
    #expect(workspace.files.map(\.text) == GeneratedWorkspace(lines: 1000, seed: 7).files.map(\.text))
  }
}
