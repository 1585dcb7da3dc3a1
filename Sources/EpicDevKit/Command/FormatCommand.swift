import EpicBase
import EpicDiagnostics
import EpicFormat

/// `epic-dev fmt`: the formatter without the rest of the compiler.
enum FormatCommand {
  static func run(_ words: [String]) throws -> Int32 {
    let arguments = try Arguments(words, options: [], flags: ["check"])
    if arguments.positional.isEmpty { throw Arguments.UsageError(description: "`fmt` needs a path") }
    var findings = 0
    for path in try Files.below(arguments.positional, extension: "epic") {
      let result = format(try Files.read(path), source: SourceID(0))
      for diagnostic in result.diagnostics {
        findings += 1
        Output.print("\(path): \(diagnostic.code.name) \(diagnostic.notes.joined(separator: "; "))\n")
      }
      guard result.isChanged else { continue }
      if arguments.has("check") {
        findings += 1
        Output.print("\(path): not in its canonical form\n")
      } else {
        try Files.write(result.text, to: path)
      }
    }
    return findings == 0 ? 0 : 1
  }
}
