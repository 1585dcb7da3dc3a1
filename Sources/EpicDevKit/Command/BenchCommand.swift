import EpicBase
import Glibc

/// `epic-dev bench`: measurements, also as JSON.
enum BenchCommand {
  static func run(_ words: [String]) throws -> Int32 {
    let arguments = try Arguments(words, options: ["ingresses", "lines", "envoy", "ruff", "to"])
    let ingresses = Int(try arguments.number("ingresses", default: 1000))
    let lines = Int(try arguments.number("lines", default: 100_000))
    let path = arguments.value("to") ?? "build/bench.json"
    let folder = "build/bench"
    var report = BenchReport()
    let parts = arguments.positional.isEmpty ? ["frontend", "counts", "commands", "pipeline"] : arguments.positional
    if parts.first == "stage" {
      // Started by `commands` as a program of its own, and below callgrind.
      guard parts.count == 3, let stage = BenchStage(rawValue: parts[1]) else {
        throw Arguments.UsageError(description: "`bench stage` takes a stage and a folder")
      }
      return try stage.run(parts[2])
    }
    for part in parts {
      switch part {
      case "commands":
        let ruff = arguments.value("ruff") ?? "build/tools/venv/bin/ruff"
        try Benchmarks.commands(lines, ruff: access(ruff, X_OK) == 0 ? ruff : nil, folder: folder, into: &report)
      case "frontend": Benchmarks.frontEnd(max(ingresses / 10, 1), into: &report)
      case "pipeline":
        let envoy = arguments.value("envoy") ?? "build/tools/bin/envoy"
        try Benchmarks.pipeline(
          ingresses, envoy: access(envoy, X_OK) == 0 ? envoy : nil, folder: folder, into: &report)
      case "counts": try Benchmarks.counts(ingresses, folder: folder, into: &report)
      case "counted":
        // Started by `counts` below callgrind.
        let workspace = GeneratedWorkspace(GeneratedWorkspace.Size(ingresses: ingresses), seed: 1)
        let nodes = Benchmarks.runFrontEnd(workspace)
        Output.print("\(workspace.byteCount) bytes, \(nodes) nodes\n")
        return 0
      default: throw Arguments.UsageError(description: "`bench` knows `frontend`, `counts`, `commands` and `pipeline`")
      }
    }
    try Files.write(report.json(), to: path)
    return report.holds ? 0 : 1
  }
}
