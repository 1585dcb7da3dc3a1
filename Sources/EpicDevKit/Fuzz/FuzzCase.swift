import EpicBase
package import EpicCompiler
import EpicDiagnostics
import EpicFormat
import EpicSyntax

/// What became of the inputs of a run.
package struct FuzzTally: Sendable {
  /// Inputs run.
  package var inputs = 0
  /// Inputs without an error of the front end, whose meaning was checked in full.
  package var reachedCheck = 0
  /// Inputs that were lowered and proved without an error.
  package var reachedLowering = 0
  /// Inputs that the formatter changed.
  package var formatted = 0
  /// Inputs without an error that the formatter's own check gave back.
  package var refused = 0
  /// Inputs by size, in steps of 64 bytes.
  package var sizes: [Int: Int] = [:]
  /// Longest CPU time of an input, in microseconds.
  package var slowest = 0
  /// Which input that was.
  package var slowestInput = 0

  package init() {}

  /// The size that half of the inputs are below, in bytes.
  package var medianSize: Int {
    var rest = inputs / 2
    for (size, count) in sizes.sorted(by: { $0.key < $1.key }) {
      rest -= count
      if rest < 0 { return size * 64 }
    }
    return 0
  }

  package mutating func add(_ other: FuzzTally) {
    inputs += other.inputs
    reachedCheck += other.reachedCheck
    reachedLowering += other.reachedLowering
    formatted += other.formatted
    refused += other.refused
    for (size, count) in other.sizes { sizes[size, default: 0] += count }
    if other.slowest > slowest { (slowest, slowestInput) = (other.slowest, other.slowestInput) }
  }
}

/// One corrupted file in its workspace, through parse, check, format and lower.
package struct FuzzCase {
  /// The workspace with the corrupted file in it.
  package let fileSystem: MemoryFileSystem
  package let path: String
  package let text: [UInt8]

  /// The input of a number: the same for the same corpus and seed.
  package init?(_ number: Int, seed: UInt64, corpus: Corpus) {
    var random = RandomSource(seed: seed ^ UInt64(truncatingIfNeeded: number) &* 0xD6E8_FEB8_6659_FD93)
    guard let entry = corpus.pick(using: &random) else { return nil }
    var corruption = Corruption(corpus, random: random)
    text = corruption.spoiled(entry.text)
    path = entry.path
    var fileSystem = MemoryFileSystem(corpus.workspaces[entry.workspace])
    fileSystem.write(path, text)
    self.fileSystem = fileSystem
  }

  /// Runs every stage. Gives what is wrong with a stage, one sentence each; a trap ends the process.
  package func run(into tally: inout FuzzTally) -> [String] {
    var findings: [String] = []
    let start = Measure.processCPU()
    var interner = Interner.withKeywords()
    let parsed = parse(text, source: SourceID(0), interner: &interner)
    if let problem = parsed.tree.problem { findings.append(problem) }
    let hasErrors = parsed.diagnostics.contains { $0.severity == .error }
    let result = format(text, source: SourceID(0))
    if result.isChanged {
      tally.formatted += 1
      if format(result.text, source: SourceID(0)).isChanged { findings.append("formatting is not idempotent") }
    }
    if !result.diagnostics.isEmpty {
      tally.refused += 1
      findings.append("the formatter refuses: \(result.diagnostics.flatMap(\.notes).joined(separator: "; "))")
    }
    let compilation = Compiler.check(fileSystem, CompileOptions(jobs: 1))
    for diagnostic in compilation.diagnostics {
      let spans = [diagnostic.primary.span] + diagnostic.secondary.map(\.span)
      for span in spans where span.start > span.end || !isInside(span, compilation.sources) {
        findings.append("\(diagnostic.code.name) points outside of its file")
      }
    }
    if compilation.hasErrors == (compilation.deployment != nil) {
      findings.append("a deployment stands beside an error")
    }
    tally.inputs += 1
    tally.sizes[text.count / 64, default: 0] += 1
    if !hasErrors { tally.reachedCheck += 1 }
    if compilation.deployment != nil { tally.reachedLowering += 1 }
    let microseconds = Int((Measure.processCPU() - start) * 1e6)
    if microseconds > tally.slowest { tally.slowest = microseconds }
    return findings
  }

  private func isInside(_ span: SourceSpan, _ sources: SourceSet) -> Bool {
    sources.file(span.source).map { Int(span.end) <= $0.text.count } ?? false
  }
}

extension SyntaxTree {
  /// What is wrong with the tree itself, if anything: tokens in order, nodes inside their parents.
  var problem: String? {
    var end: UInt32 = 0
    for index in 0..<UInt32(tokenCount) {
      let token = TokenID(index)
      if start(of: token) < end || self.end(of: token) < start(of: token) { return "tokens are out of order" }
      end = self.end(of: token)
    }
    if Int(end) > text.count { return "a token ends outside of the file" }
    for index in 0..<UInt32(nodeCount) {
      let node = NodeID(index)
      if next(after: node) <= node || Int(next(after: node).rawValue) > nodeCount { return "a node has a wrong size" }
      for child in children(of: node)
      where firstToken(of: child) < firstToken(of: node) || endToken(of: child) > endToken(of: node) {
        return "a node is not inside its parent"
      }
    }
    return nil
  }
}
