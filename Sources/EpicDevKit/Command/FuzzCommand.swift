import EpicBase
import Glibc

/// `epic-dev fuzz`: corrupted files through every stage, in processes that may die.
enum FuzzCommand {
  /// Most CPU seconds that one input may take.
  private static let secondsPerInput: UInt32 = 20
  /// Most bytes of address space that a process may take.
  private static let addressSpace: UInt = 4 << 30

  private struct Plan {
    var count: Int
    let seed: UInt64
    let folders: [String]
    let jobs: Int
    let batch: Int
  }

  static func run(_ words: [String]) throws -> Int32 {
    let arguments = try Arguments(
      words, options: ["count", "seed", "corpus", "jobs", "batch", "first", "show", "save"], flags: ["worker"])
    let plan = Plan(
      count: Int(try arguments.number("count", default: 20_000)), seed: try arguments.number("seed", default: 1),
      folders: [arguments.value("corpus") ?? "examples/storefront"],
      jobs: Int(try arguments.number("jobs", default: 2)), batch: Int(try arguments.number("batch", default: 1000)))
    let first = Int(try arguments.number("first", default: 0))
    if let number = arguments.value("show").flatMap({ Int($0) }) { return try show(number, plan) }
    return arguments.has("worker") ? try work(first, plan) : try lead(first, plan)
  }

  // MARK: The leading process

  private static func lead(_ first: Int, _ plan: Plan) throws -> Int32 {
    var tally = FuzzTally()
    var crashes: [String] = []
    var findings: [String] = []
    var next = first
    let end = first + plan.count
    var running: [(program: Program, first: Int, count: Int)] = []
    var retries: [(first: Int, count: Int)] = []
    while next < end || !running.isEmpty || !retries.isEmpty {
      while running.count < max(plan.jobs, 1), next < end || !retries.isEmpty {
        let (start, count) = retries.popLast() ?? (next, min(plan.batch, end - next))
        if start == next { next += count }
        running.append((try Program("/proc/self/exe", command(start, count, plan)), start, count))
      }
      let batch = running.removeFirst()
      let finished = batch.program.finish()
      let lines = String(decoding: finished.output, as: UTF8.self).split(separator: "\n").map(String.init)
      findings += lines.filter { $0.hasPrefix("finding ") }.map { String($0.dropFirst(8)) }
      if let line = lines.first(where: { $0.hasPrefix("tally ") }), let part = FuzzTally(line) { tally.add(part) }
      guard finished.status != 0 else { continue }
      let dead = lines.last { $0.hasPrefix("at ") }.flatMap { Int($0.dropFirst(3)) } ?? batch.first
      crashes.append("input \(dead) ended the process with \(reason(finished.status))")
      if crashes.count >= 20 { break }
      let rest = batch.first + batch.count - dead - 1
      if rest > 0 { retries.append((dead + 1, rest)) }
    }
    return report(tally, crashes, findings, plan)
  }

  private static func command(_ first: Int, _ count: Int, _ plan: Plan) -> [String] {
    [
      "fuzz", "--worker", "--first", "\(first)", "--count", "\(count)", "--seed", "\(plan.seed)", "--corpus",
      plan.folders[0],
    ]
  }

  private static func reason(_ status: Int32) -> String {
    switch status {
    case 128 + SIGALRM, 128 + SIGXCPU: "no end within \(secondsPerInput) s"
    case 128...: "signal \(status - 128)"
    default: "status \(status)"
    }
  }

  private static func report(_ tally: FuzzTally, _ crashes: [String], _ findings: [String], _ plan: Plan) -> Int32 {
    for line in crashes + findings.prefix(50) { Output.print(line + "\n") }
    let inputs = max(tally.inputs, 1)
    let check = Double(tally.reachedCheck) / Double(inputs)
    let lowering = Double(tally.reachedLowering) / Double(inputs)
    func percent(_ share: Double) -> String { BenchReport.text((share * 1000).rounded() / 10) + "%" }
    Output.print(
      """
      \(tally.inputs) inputs, seed \(plan.seed), median \(tally.medianSize) bytes
      \(percent(check)) reached check, \(percent(lowering)) reached lowering
      \(tally.formatted) changed by the formatter, \(tally.refused) refused by its check
      slowest input: \(tally.slowestInput), \(tally.slowest) us; most memory: \(Measure.childrensPeakMemory() >> 20) MiB
      \(crashes.count) crashes, \(findings.count) findings
      \(crashes.isEmpty && findings.isEmpty ? "" : "show one with: epic-dev fuzz --seed \(plan.seed) --show NUMBER\n")
      """)
    let isWide = check >= 0.30 && lowering >= 0.05 && tally.medianSize >= 2048
    if !isWide { Output.complain("the inputs do not reach far enough\n") }
    return crashes.isEmpty && findings.isEmpty && isWide ? 0 : 1
  }

  // MARK: A working process

  private static func work(_ first: Int, _ plan: Plan) throws -> Int32 {
    var limit = rlimit(rlim_cur: rlim_t(addressSpace), rlim_max: rlim_t(addressSpace))
    setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
    let corpus = try Corpus.read(plan.folders, seed: plan.seed)
    var tally = FuzzTally()
    for number in first..<first + plan.count {
      alarm(secondsPerInput)
      Output.print("at \(number)\n")
      guard let input = FuzzCase(number, seed: plan.seed, corpus: corpus) else { break }
      let before = tally.slowest
      for finding in input.run(into: &tally) { Output.print("finding input \(number): \(input.path): \(finding)\n") }
      if tally.slowest > before { tally.slowestInput = number }
    }
    alarm(0)
    Output.print(tally.line + "\n")
    return 0
  }

  private static func show(_ number: Int, _ plan: Plan) throws -> Int32 {
    let corpus = try Corpus.read(plan.folders, seed: plan.seed)
    guard let input = FuzzCase(number, seed: plan.seed, corpus: corpus) else { return 2 }
    Output.complain("// \(input.path)\n")
    Output.print(String(decoding: input.text, as: UTF8.self))
    return 0
  }
}

extension FuzzTally {
  /// The tally on one line, as a working process hands it over.
  fileprivate var line: String {
    let numbers = [inputs, reachedCheck, reachedLowering, formatted, refused, slowest, slowestInput]
    let sizes = sizes.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }
    return "tally " + (numbers.map(String.init) + sizes).joined(separator: " ")
  }

  fileprivate init?(_ line: String) {
    self.init()
    let words = line.split(separator: " ").dropFirst()
    let numbers = words.prefix(7).compactMap { Int($0) }
    guard numbers.count == 7 else { return nil }
    (inputs, reachedCheck, reachedLowering, formatted) = (numbers[0], numbers[1], numbers[2], numbers[3])
    (refused, slowest, slowestInput) = (numbers[4], numbers[5], numbers[6])
    for word in words.dropFirst(7) {
      let parts = word.split(separator: ":").compactMap { Int($0) }
      if parts.count == 2 { sizes[parts[0]] = parts[1] }
    }
  }
}
