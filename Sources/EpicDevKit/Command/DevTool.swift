import Glibc

/// The repository's own tool: everything behind `epic-dev`.
package enum DevTool {
  private static let usage = """
    epic-dev: the repository's own tool

      epic-dev grammar check [PATH …]       the grammar is sound, and parser and grammar agree on every .epic file below
                                            the paths (by default the repository's); `--strict`: the grammar
                                            accepts all, and no file has any diagnostic
      epic-dev grammar generate --to DIR [--count N] [--seed S]
                                            random files that use every rule of the grammar
      epic-dev grammars [--check]           writes the editors' files below Grammar/ from the compiler's tables of words, or
                                            only names those that are not as they would be written
      epic-dev tokens PATH …                the compiler's tokens, a JSON object a file; `--kinds`: the names of all classes
      epic-dev fmt [--check] PATH …         writes every .epic file below the paths in its canonical form, or only names
                                            those that are not
      epic-dev workspace --to DIR [--ingresses N | --lines N] [--seed S]
                                            a workspace of N ingresses, each of 11 routes, 3 upstreams, 24 endpoints, or
                                            of N lines that use most of the language
      epic-dev fuzz [--count N] [--seed S] [--corpus DIR] [--jobs N] [--show NUMBER]
                                            corrupted files of a workspace through parse, check, format and lower;
                                            1 on a crash, a finding, or inputs that do not reach far enough
      epic-dev guide [--seconds CPU] [--jobs N] [--seed S] [--corpus DIR] [--found DIR]
                                            changes the inputs of Tests/Fuzz, and those of its own that take new edges of
                                            the compiler, for so long; `replay [PATH …]` only runs them; `gather` writes
                                            the smallest set that takes every edge; 1 on a crash or a finding
      epic-dev bench [frontend] [counts] [commands] [pipeline] [--ingresses N] [--lines N] [--envoy PATH]
                     [--ruff PATH] [--to FILE]
                                            measures (`counts`: instructions, by callgrind; `commands`: check, fmt and
                                            lint beside ruff); writes build/bench.json; 1 if a bound is not kept
      epic-dev prefixes [--step N] [--jobs N] [DIR …]
                                            every prefix of every file of a workspace, checked with the rest of it: no
                                            character makes two new errors in a statement
      epic-dev requests answer --workspace DIR --shared DIR [--site NAME] [--mutate NAME]
                                            what the interpreter says of requests: objects of JSON, a line each, from
                                            standard input; `--mutate`: what a faulty interpreter would say
      epic-dev requests generate --to DIR --shared DIR [--first N] [--workspaces N] [--requests N] [--mutated N] [--seed S]
                                            workspaces that ask everything of requests, built, each with requests at the
                                            boundaries of its routes and the interpreter's answers
      epic-dev reference [--check] [--to DIR]
                                            writes docs/reference from the schema, or only names pages that differ
      epic-dev gallery [--check] [--golden DIR] [--to DIR]
                                            writes docs/diagnostics/gallery.md, and the examples on the pages of codes,
                                            from the golden cases
      epic-dev embed [--check]              writes the list of the files that the compiler carries
      epic-dev layers                       the package keeps to the rows of docs/ARCHITECTURE.md

    Options of `grammar`: --grammar FILE (by default Grammar/epic.ebnf)

    """

  /// Runs a command line without the program's name and gives the exit code: 0 clean, 1 findings, 2 usage, 3 internal.
  package static func run(_ words: [String]) -> Int32 {
    do {
      switch words.first {
      case "grammar": return try GrammarCommand.run(Array(words.dropFirst()))
      case "grammars": return try GrammarsCommand.run(Array(words.dropFirst()))
      case "tokens": return try TokensCommand.run(Array(words.dropFirst()))
      case "fmt": return try FormatCommand.run(Array(words.dropFirst()))
      case "workspace": return try WorkspaceCommand.run(Array(words.dropFirst()))
      case "fuzz": return try FuzzCommand.run(Array(words.dropFirst()))
      case "guide": return try GuideCommand.run(Array(words.dropFirst()))
      case "prefixes": return try PrefixesCommand.run(Array(words.dropFirst()))
      case "requests": return try RequestsCommand.run(Array(words.dropFirst()))
      case "reference": return try ReferenceCommand.run(Array(words.dropFirst()))
      case "gallery": return try GalleryCommand.run(Array(words.dropFirst()))
      case "embed": return try EmbedCommand.run(Array(words.dropFirst()))
      case "layers": return try LayersCommand.run(Array(words.dropFirst()))
      case "bench": return try BenchCommand.run(Array(words.dropFirst()))
      case nil, "help", "--help", "-h":
        Output.print(usage)
        return words.isEmpty ? 2 : 0
      case let word?: throw Arguments.UsageError(description: "`\(word)` is no command")
      }
    } catch let error as Arguments.UsageError {
      Output.complain("epic-dev: \(error)\n\n\(usage)")
      return 2
    } catch {
      Output.complain("epic-dev: \(error)\n")
      return 3
    }
  }
}

/// The standard streams.
package enum Output {
  /// Writes data to standard output.
  package static func print(_ text: String) { write(text, to: 1) }

  /// Writes a message for people to standard error.
  package static func complain(_ text: String) { write(text, to: 2) }

  private static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written <= 0 { return }
      bytes = bytes.dropFirst(written)
    }
  }
}
