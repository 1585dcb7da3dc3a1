import EpicArtifact
import EpicBase
import EpicCompiler
import EpicIR
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

  /// What of it is making the artifacts, JSON and protobuf.
  private static func emission(_ deployment: Deployment, pipeline: Double, into report: inout BenchReport) {
    var bytes = 0
    let options = CompileOptions(jobs: 1)
    let least = Measure.leastCPUs(
      runs: 3, [{ bytes = Compiler.emit(deployment, options).artifacts.reduce(0) { $0 + $1.bytes.count } }])
    report.add(
      "emission", Double(bytes) / 1e6 / least[0], "MB/s", ratio: (least[0] / pipeline, "the pipeline's CPU"))
  }

  /// Edits one route and counts the artifacts of the Envoy plane that differ: of those that Envoy subscribes to, two at most.
  private static func oneRoute(
    _ workspace: GeneratedWorkspace, _ artifacts: [Artifact], into report: inout BenchReport
  ) throws {
    var files = workspace.fileSystem
    let before = " and header x-beta is "
    guard
      let file = workspace.files.last(where: { String(decoding: $0.text, as: UTF8.self).contains(before) })
    else { return report.skip("no route of the workspace asks a header") }
    let text = String(decoding: file.text, as: UTF8.self)
    files.write(
      file.path, Array(text.replacing(before, with: " and header x-gamma is ", maxReplacements: 1).utf8))
    guard let edited = Compiler.build(files, CompileOptions(jobs: 1)).build?.artifacts else {
      throw Arguments.UsageError(description: "the edited workspace does not compile")
    }
    var known: [String: [UInt8]] = [:]
    for artifact in artifacts { known[artifact.path] = artifact.bytes }
    let folder = "/\(Plane.envoy.rawValue)/"
    let changed = edited.filter { $0.path.contains(folder) && known[$0.path] != $0.bytes }.map(\.path)
    let watched = changed.filter { !EnvoyLayout.isProtobuf($0) && !$0.hasSuffix("/\(EnvoyLayout.staticFile)") }
    report.add(
      "subscribed files that one route's edit changes, of \(edited.count) artifacts", Double(watched.count), "files",
      ratio: (Double(changed.count), "1 file, protobuf and inlined forms counted"),
      holds: watched.count <= 2 && edited.count == artifacts.count)
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
    if let deployment = built?.deployment { emission(deployment, pipeline: cpu[1], into: &report) }
    try oneRoute(workspaces[1], artifacts, into: &report)
    try compareWithEnvoy(
      artifacts, of: ingresses, envoy: envoy, folder: folder, into: &report
    ) { built = Compiler.build(files[1], CompileOptions(jobs: 1)) }
  }
}
