import EpicBase
import EpicCompiler
import EpicDevKit
import EpicDiagnostics
import EpicFormat
import EpicIR
import EpicSyntax
import Testing

/// Properties of the formatter on whole files; what it does to single statements is tested beside it.
@Suite struct FormattingTests {
  private func comments(_ text: [UInt8]) -> [String] {
    var interner = Interner.withKeywords()
    let tree = parse(text, source: SourceID(0), interner: &interner).tree
    var comments: [String] = []
    for token in 0..<UInt32(tree.tokenCount) {
      for piece in tree.trivia(before: TokenID(token)) {
        switch piece {
        case .newlines: break
        case .comment(let range), .documentation(let range):
          var comment = tree.text[Int(range.lowerBound)..<Int(range.upperBound)]
          while let last = comment.last, last == 32 || last == 9 { comment.removeLast() }
          comments.append(String(decoding: comment, as: UTF8.self))
        }
      }
    }
    return comments
  }

  /// Formats a file and checks everything that holds of any file without errors.
  @discardableResult
  private func checkFormatting(_ text: [UInt8], _ name: String) -> Bool {
    let result = format(text, source: SourceID(0))
    #expect(result.diagnostics == [], "\(name): \(result.diagnostics.flatMap(\.notes))")
    let again = format(result.text, source: SourceID(0))
    #expect(!again.isChanged && again.text == result.text, "\(name) is not idempotent")
    #expect(comments(result.text) == comments(text), "\(name) loses a comment")
    let lines = result.text.split(separator: 10, omittingEmptySubsequences: false)
    #expect(result.text.isEmpty || lines.last == [], "\(name) does not end in a newline")
    return result.isChanged
  }

  @Test func storefrontIsFormatted() throws {
    for path in try Files.below([repository + "/examples"], extension: "epic") {
      let text = try Files.read(path)
      let isChanged = checkFormatting(text, path)
      #expect(!isChanged, "\(path) is not in its canonical form")
    }
  }

  @Test func goldenInputsKeepTheirMeaning() throws {
    let paths = try Files.below([repository + "/Tests"], extension: "epic")
    for path in paths { checkFormatting(try Files.read(path), path) }
  }

  /// Over files that use every rule of the grammar at least 20 times (counted in `GeneratedFileTests`).
  @Test func generatedFilesKeepTheirMeaning() throws {
    let seed: UInt64 = 20260101
    let generator = try TextGenerator(try repositoryGrammar(), seed: seed)
    var changed = 0
    for number in 0..<2000 {
      let text = generator.file(number).text
      if checkFormatting(text, "seed \(seed), file \(number)") { changed += 1 }
    }
    // They are written with every kind of blank: hardly any is in its canonical form.
    #expect(changed > 1900)
    print("2000 generated files, seed \(seed): \(changed) were changed by the formatter, none lost anything")
  }

  /// Workspaces whose blanks were changed at random mean what they meant, and so do their canonical forms.
  @Test func formattingChangesNoDeployment() throws {
    let seed: UInt64 = 20260102
    var random = RandomSource(seed: seed)
    let generated = GeneratedWorkspace(GeneratedWorkspace.Size(ingresses: 12), seed: seed)
    let workspaces = [
      try Corpus.read(["\(repository)/examples/storefront"], seed: seed).workspaces[0],
      Dictionary(uniqueKeysWithValues: generated.files.map { ($0.path, $0.text) }),
    ]
    for files in workspaces {
      let expected = try #require(Compiler.check(MemoryFileSystem(files), CompileOptions(jobs: 1)).deployment).dumped()
      for _ in 0..<5 {
        var (spoiled, formatted) = (files, files)
        for (path, text) in files.sorted(by: { $0.key < $1.key }) where path.hasSuffix(Compiler.sourceSuffix) {
          let other = relaid(text, using: &random)
          spoiled[path] = other
          formatted[path] = format(other, source: SourceID(0)).text
          #expect(other != text && formatted[path] != other, "seed \(seed), \(path)")
        }
        for changed in [spoiled, formatted] {
          let compilation = Compiler.check(MemoryFileSystem(changed), CompileOptions(jobs: 1))
          #expect(try #require(compilation.deployment, "seed \(seed)").dumped() == expected, "seed \(seed)")
        }
      }
    }
  }

  /// The text with other blanks between its tokens; newlines stay where they are, and so does what has a comment.
  private func relaid(_ text: [UInt8], using random: inout RandomSource) -> [UInt8] {
    var interner = Interner.withKeywords()
    let tree = parse(text, source: SourceID(0), interner: &interner).tree
    var result: [UInt8] = []
    var end = 0
    for index in 0..<UInt32(tree.tokenCount) {
      let token = TokenID(index)
      let gap = text[end..<Int(tree.start(of: token))]
      if gap.isEmpty || gap.contains(UInt8(ascii: "/")) {
        result += gap
      } else {
        result += gap.filter { $0 == UInt8(ascii: "\n") }
        result += [UInt8](repeating: 32, count: 1 + random.below(5))
      }
      end = Int(tree.end(of: token))
      result += text[Int(tree.start(of: token))..<end]
    }
    return result
  }
}
