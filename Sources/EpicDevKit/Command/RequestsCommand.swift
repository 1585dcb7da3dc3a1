import EpicArtifact
import EpicBackend
import EpicBase
import EpicCompiler
import EpicDiagnostics
import EpicIR
import EpicProve

/// `epic-dev requests`: what the interpreter says of requests, for a comparison with the real Envoy.
///
/// `answer` reads requests, one object of JSON a line, from standard input and prints what becomes of each. `generate` makes
/// workspaces, builds them, and makes requests at the boundaries of their arms, with the answers beside them.
enum RequestsCommand {
  /// Files that all generated workspaces share, in the folder of `--shared`.
  private static let geo = "geo.mmdb"
  private static let keys = "keys.json"
  private static let places = "geo.tsv"

  static func run(_ words: [String]) throws -> Int32 {
    let arguments = try Arguments(
      words,
      options: ["to", "shared", "workspace", "site", "first", "workspaces", "requests", "mutated", "mutate", "seed"])
    switch arguments.positional.first {
    case "answer": return try answer(arguments)
    case "generate": return try generate(arguments)
    case let word:
      throw Arguments.UsageError(
        description: "`requests` knows `answer` and `generate`" + (word.map { ", not `\($0)`" } ?? ""))
    }
  }

  private static func shared(_ arguments: Arguments) throws -> String {
    guard let folder = arguments.value("shared") else {
      throw Arguments.UsageError(description: "`--shared` is missing")
    }
    return folder
  }

  private static func readPlaces(_ folder: String) throws -> PlaceTable {
    let text = String(decoding: try Files.read("\(folder)/\(places)"), as: UTF8.self)
    guard let table = PlaceTable(text) else {
      throw Arguments.UsageError(description: "\(folder)/\(places) has a line that is no row")
    }
    return table
  }

  // MARK: Answers

  private static func answer(_ arguments: Arguments) throws -> Int32 {
    guard let folder = arguments.value("workspace") else {
      throw Arguments.UsageError(description: "`requests answer` needs `--workspace`")
    }
    let mutation = try arguments.value("mutate").map { name in
      guard let mutation = InterpreterMutation(rawValue: name) else {
        let known = InterpreterMutation.allCases.map(\.rawValue).joined(separator: ", ")
        throw Arguments.UsageError(description: "`\(name)` is no mutation; there are \(known)")
      }
      return mutation
    }
    let table = try readPlaces(shared(arguments))
    let compilation = Compiler.check(DiskFileSystem(root: folder), CompileOptions(jobs: 1))
    guard let deployment = compilation.deployment else {
      for diagnostic in compilation.diagnostics.prefix(20) {
        Output.complain(WorkspaceCommand.describe(diagnostic, compilation) + "\n")
      }
      return 1
    }
    let asked = AskedDeployment(mutation?.applied(to: deployment) ?? deployment, table, site: arguments.value("site"))
    var number = 0
    while let line = readLine() {
      number += 1
      guard let json = try? JSONReader.read(Array(line.utf8)), let sent = SentRequest(json),
        let answer = asked.answer(mutation?.applied(to: sent) ?? sent)
      else { throw Arguments.UsageError(description: "line \(number) is no request to this workspace") }
      Output.print(String(decoding: answer.line, as: UTF8.self) + "\n")
    }
    return 0
  }

  // MARK: Generated ones

  /// Makes workspaces, builds each with lists of routes (`out`) and with trees (`out-tree`), and makes requests.
  private static func generate(_ arguments: Arguments) throws -> Int32 {
    guard let folder = arguments.value("to") else {
      throw Arguments.UsageError(description: "`requests generate` needs `--to`")
    }
    let source = try shared(arguments)
    let seed = try arguments.number("seed", default: 1)
    let first = Int(try arguments.number("first", default: 0))
    let count = Int(try arguments.number("workspaces", default: 1))
    let requests = Int(try arguments.number("requests", default: 200))
    let mutated = Int(try arguments.number("mutated", default: 0))
    let geoFile = try Files.read("\(source)/\(geo)")
    let keyFile = try Files.read("\(source)/\(keys)")
    let table = try readPlaces(source)
    var generator = EdgeGenerator(seed: seed &+ UInt64(first) &* 7919, places: table, geo: geoFile, keys: keyFile)
    var tally = RequestTally()
    for number in first..<first + count {
      var edge = generator.edge(number: number)
      let build = try compile(&edge, geoFile, keyFile)
      for file in edge.files {
        try Files.write(Array(file.text.utf8), to: "\(folder)/\(edge.name)/workspace/\(file.path)")
      }
      try Files.write(geoFile, to: "\(folder)/\(edge.name)/workspace/\(edge.name)/\(geo)")
      try Files.write(keyFile, to: "\(folder)/\(edge.name)/workspace/\(edge.name)/\(keys)")
      // Few of them have as many routes as it takes to write a tree unasked.
      let trees = Compiler.emit(build.deployment, CompileOptions(jobs: 1, routeForm: .tree)).artifacts
      for (place, artifacts) in [("out", build.artifacts), ("out-tree", trees)] {
        for artifact in artifacts where artifact.path.hasPrefix("nodes/here-1/envoy/") {
          try Files.write(artifact.bytes, to: "\(folder)/\(edge.name)/\(place)/\(artifact.path)")
        }
      }
      tally.countWorkspace()
      let series = RequestSeries(
        edge: edge, asked: AskedDeployment(build.deployment, table, site: "here"), places: table,
        mutations: number - first < mutated ? InterpreterMutation.allCases : [])
      try Files.write(
        series.lines(requests, random: &generator.random, tally: &tally), to: "\(folder)/\(edge.name)/requests.jsonl")
    }
    Output.print(String(decoding: tally.line, as: UTF8.self) + "\n")
    return 0
  }

  /// Builds the workspace without the arms that others shadow.
  private static func compile(
    _ edge: inout GeneratedEdge, _ geoFile: [UInt8], _ keyFile: [UInt8]
  ) throws -> (deployment: Deployment, artifacts: [Artifact]) {
    var last = ""
    for _ in 0..<8 {
      var files = MemoryFileSystem()
      for file in edge.files { files.write(file.path, Array(file.text.utf8)) }
      files.write("\(edge.name)/\(geo)", geoFile)
      files.write("\(edge.name)/\(keys)", keyFile)
      let compilation = Compiler.build(files, CompileOptions(jobs: 1))
      if let deployment = compilation.deployment, let build = compilation.build { return (deployment, build.artifacts) }
      var lines: Set<Int> = []
      last = ""
      for diagnostic in compilation.diagnostics where diagnostic.severity == .error {
        last += WorkspaceCommand.describe(diagnostic, compilation) + "\n"
        let span = diagnostic.primary.span
        guard let file = compilation.sources.file(span.source), file.path.hasSuffix("edge.epic") else { continue }
        lines.insert(file.lines.position(at: span.start).line)
      }
      if !edge.removeArms(onLines: lines) { break }
    }
    throw Arguments.UsageError(
      description: "a generated workspace does not compile:\n\(last)\(edge.lines.joined(separator: "\n"))")
  }
}
