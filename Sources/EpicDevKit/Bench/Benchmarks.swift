import EpicArtifact
import EpicBase
import EpicCompiler
import EpicSyntax

/// The measurements behind `epic-dev bench`.
package enum Benchmarks {
  /// What the front end makes of a workspace: tokens, trees, names. Callgrind finds it by its name.
  @inline(never)
  package static func runFrontEnd(_ workspace: GeneratedWorkspace) -> Int {
    var interner = Interner.withKeywords()
    var nodes = 0
    for (index, file) in workspace.files.enumerated() {
      nodes += parse(file.text, source: SourceID(UInt32(index)), interner: &interner).tree.nodeCount
    }
    return nodes
  }

  /// Lexing, parsing and interning: bytes a second, and ten times the input.
  package static func frontEnd(_ ingresses: Int, into report: inout BenchReport) {
    let small = GeneratedWorkspace(GeneratedWorkspace.Size(ingresses: ingresses), seed: 1)
    let large = GeneratedWorkspace(GeneratedWorkspace.Size(ingresses: ingresses * 10), seed: 1)
    var nodes = 0
    let smallCPU = Measure.leastCPU(runs: 9) { nodes = runFrontEnd(small) }
    let largeCPU = Measure.leastCPU(runs: 5) { nodes = runFrontEnd(large) }
    let rate = Double(large.byteCount) / 1e6 / largeCPU
    Output.complain("front end: \(large.files.count) files, \(large.byteCount) bytes, \(nodes) nodes\n")
    report.add("front end", rate, "MB/s", holds: rate >= 150)
    let size = Double(large.byteCount) / Double(small.byteCount)
    let growth = largeCPU / smallCPU / size * 10
    report.add(
      "front end, ten times the input", largeCPU, "CPU s", ratio: (growth, "a tenth of it"), holds: growth <= 11)
  }

  /// Source bytes to every plane's artifacts in memory, ten times the input, and Envoy reading the result.
  package static func pipeline(
    _ ingresses: Int, envoy: String?, folder: String, into report: inout BenchReport
  ) throws {
    var cpu: [Double] = []
    var built: Compilation?
    var size = 0
    for count in [max(ingresses / 10, 1), ingresses] {
      let workspace = GeneratedWorkspace(GeneratedWorkspace.Size(ingresses: count), seed: 1)
      let files = workspace.fileSystem
      cpu.append(
        Measure.leastCPU(runs: 3) { built = Compiler.build(files, CompileOptions(jobs: 1)) })
      size = workspace.byteCount
    }
    guard let artifacts = built?.build?.artifacts else {
      let first = built.flatMap { built in
        built.diagnostics.first.map { WorkspaceCommand.describe($0, built) }
      }
      throw Arguments.UsageError(description: "the generated workspace does not compile: \(first ?? "no reason")")
    }
    let bytes = artifacts.reduce(0) { $0 + $1.bytes.count }
    Output.complain("pipeline: \(size) bytes in, \(artifacts.count) artifacts of \(bytes) bytes out\n")
    let growth = cpu[1] / cpu[0]
    report.add(
      "pipeline, \(ingresses) ingresses", cpu[1], "CPU s", ratio: (growth, "a tenth of it"), holds: growth <= 11)
    report.add("pipeline, source read", Double(size) / 1e6 / cpu[1], "MB/s")
    report.add("peak memory", Double(Measure.peakMemory()) / 1e6, "MB")
    try compareWithEnvoy(artifacts, cpu: cpu[1], envoy: envoy, folder: folder, into: &report)
  }
}
