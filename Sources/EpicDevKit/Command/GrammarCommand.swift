import EpicBase
import EpicSyntax
import SystemPackage

/// `epic-dev grammar …`.
enum GrammarCommand {
  static func run(_ words: [String]) throws -> Int32 {
    let arguments = try Arguments(
      Array(words.dropFirst()), options: ["grammar", "to", "count", "seed"], flags: ["strict"])
    let path = arguments.value("grammar") ?? "Grammar/epic.ebnf"
    let grammar = try GrammarReader.read(try Files.read(path))
    switch words.first {
    case "check":
      return try check(grammar, arguments.positional.isEmpty ? ["."] : arguments.positional, arguments.has("strict"))
    case "generate": return try generate(grammar, arguments)
    default: throw Arguments.UsageError(description: "`grammar` needs `check` or `generate`")
    }
  }

  private static func check(_ grammar: Grammar, _ paths: [String], _ strictly: Bool) throws -> Int32 {
    var findings = grammar.problems
    let judge = try GrammarJudge(grammar)
    var files = 0
    for path in try Files.below(paths, extension: "epic") {
      files += 1
      if let disagreement = judge.disagreement(on: try Files.read(path), strictly: strictly) {
        findings.append("\(path): \(disagreement)")
      }
    }
    for finding in findings { Output.print(finding + "\n") }
    Output.complain("\(grammar.rules.count) rules, \(files) files, \(findings.count) findings\n")
    return findings.isEmpty ? 0 : 1
  }

  private static func generate(_ grammar: Grammar, _ arguments: Arguments) throws -> Int32 {
    guard let folder = arguments.value("to") else { throw Arguments.UsageError(description: "`generate` needs `--to`") }
    let count = Int(try arguments.number("count", default: 2000))
    let seed = try arguments.number("seed", default: 1)
    let generator = try TextGenerator(grammar, seed: seed)
    var uses = Array(repeating: 0, count: grammar.rules.count)
    for number in 0..<count {
      let file = generator.file(number)
      for index in uses.indices { uses[index] += file.uses[index] }
      try Files.write(file.text, to: "\(folder)/\(number).epic")
    }
    let least = uses.indices.min { uses[$0] < uses[$1] }
    Output.complain(
      "\(count) files, seed \(seed), least used rule: \(least.map { "\(grammar.rules[$0].name) \(uses[$0])" } ?? "-")\n"
    )
    return 0
  }
}
