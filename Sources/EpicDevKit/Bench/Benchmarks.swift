import EpicArtifact
import EpicBase
import EpicCompiler
import EpicSyntax
import Glibc

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
    var newlines = 0
    // Enough turns for some seconds: what else the machine does slows whole seconds, and the least is what counts.
    let least = Measure.leastCPUs(
      runs: 60,
      [
        { for _ in 0..<10 { nodes = runFrontEnd(small) } }, { nodes = runFrontEnd(large) },
        { newlines = countNewlines(large) },
      ])
    let rate = Double(large.byteCount) / 1e6 / least[1]
    Output.complain(
      "front end: \(large.files.count) files, \(large.byteCount) bytes, \(newlines) lines, \(nodes) nodes\n")
    report.add(
      "front end", rate, "MB/s", ratio: (least[1] / least[2], "finding its newlines with memchr"), holds: rate >= 150)
    let size = Double(large.byteCount) / Double(small.byteCount)
    let growth = least[1] / (least[0] / 10) / size * 10
    report.add(
      "front end, ten times the input", least[1], "CPU s", ratio: (growth, "a tenth of it"), holds: growth <= 11)
  }

  /// Finds every newline with the C library's `memchr`: what the machine gives at this moment to something that looks at
  /// every byte. 150 MB/s are about a 45th of it.
  @inline(never)
  private static func countNewlines(_ workspace: GeneratedWorkspace) -> Int {
    var count = 0
    for file in workspace.files {
      file.text.withUnsafeBytes { bytes in
        var offset = 0
        while offset < bytes.count, let start = bytes.baseAddress,
          let found = memchr(start + offset, 10, bytes.count - offset)
        {
          count += 1
          offset = UnsafeRawPointer(found) - start + 1
        }
      }
    }
    return count
  }

  /// Source bytes to every plane's artifacts in memory, ten times the input, and Envoy reading the result.
  package static func pipeline(
    _ ingresses: Int, envoy: String?, folder: String, into report: inout BenchReport
  ) throws {
    var built: Compilation?
    let workspaces = [max(ingresses / 10, 1), ingresses].map {
      GeneratedWorkspace(GeneratedWorkspace.Size(ingresses: $0), seed: 1)
    }
    let files = workspaces.map(\.fileSystem)
    let size = workspaces[1].byteCount
    // Ten of the small ones take as long as the large one, so that what else the machine does weighs on both alike.
    var cpu = Measure.leastCPUs(
      runs: 3,
      [
        { for _ in 0..<10 { built = Compiler.build(files[0], CompileOptions(jobs: 1)) } },
        { built = Compiler.build(files[1], CompileOptions(jobs: 1)) },
      ])
    cpu[0] /= 10
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
