import EpicArtifact
import EpicBase
import Glibc

/// `epic-dev guide`: inputs that take new edges of the compiler are kept and changed further, in processes that may die.
enum GuideCommand {
  /// Most CPU seconds that one input may take.
  private static let secondsPerInput = 10
  /// Most bytes of address space that a process may take.
  private static let addressSpace: UInt = 4 << 30
  /// CPU seconds after which a process ends and its successor reads what all have found.
  private static let secondsPerTurn = 60.0

  /// What a run reads and writes.
  private struct Plan {
    let seconds: Double
    let jobs: Int
    let seed: UInt64
    /// Committed inputs, and those with names.
    let corpus: [String]
    /// Where what is found goes.
    let found: String
    let root = "."

    var failures: String { "\(found)/failures" }
    func current(_ job: Int) -> String { "\(found)/current-\(job)" }
  }

  static func run(_ words: [String]) throws -> Int32 {
    let arguments = try Arguments(
      words, options: ["seconds", "jobs", "seed", "corpus", "found", "job", "to"], flags: ["worker"])
    let plan = Plan(
      seconds: Double(try arguments.number("seconds", default: 60)),
      jobs: Int(try arguments.number("jobs", default: 2)),
      seed: try arguments.number("seed", default: 1),
      corpus: [arguments.value("corpus") ?? "Tests/Fuzz/corpus", "Tests/Fuzz/regressions"],
      found: arguments.value("found") ?? "build/fuzz")
    switch arguments.positional.first {
    case nil:
      guard Coverage.isCounted else {
        throw Arguments.UsageError(description: "this build counts no edges: it has to be the one of `make fuzz`")
      }
      let job = Int(try arguments.number("job", default: 0))
      return arguments.has("worker") ? try work(job, plan) : try lead(plan)
    case "replay": return try replay(arguments.positional.dropFirst(), plan)
    case "gather": return try gather(arguments.value("to") ?? plan.corpus[0], plan)
    case let word?: throw Arguments.UsageError(description: "`guide` knows `replay` and `gather`, not `\(word)`")
    }
  }

  // MARK: The leading process

  private static func lead(_ plan: Plan) throws -> Int32 {
    var used = 0.0
    var turn: UInt64 = 0
    var inputs = 0
    var edges = 0
    var failures: [String] = []
    while used < plan.seconds && failures.count < 20 {
      let share = min(secondsPerTurn, max((plan.seconds - used) / Double(max(plan.jobs, 1)), 1))
      var running: [(job: Int, program: Program)] = []
      for job in 0..<max(plan.jobs, 1) {
        let seed = plan.seed &+ turn &* 1_000_003 &+ UInt64(job) &* 7919
        running.append(
          (
            job,
            try Program(
              "/proc/self/exe",
              [
                "guide", "--worker", "--job", "\(job)", "--seconds", "\(Int(share.rounded(.up)))", "--seed", "\(seed)",
                "--corpus", plan.corpus[0], "--found", plan.found,
              ])
          ))
      }
      for (job, program) in running {
        let finished = program.finish()
        used += finished.cpu
        for line in String(decoding: finished.output, as: UTF8.self).split(separator: "\n") {
          let words = line.split(separator: " ")
          if words.first == "tally", words.count == 3 {
            inputs += Int(words[1]) ?? 0
            edges = max(edges, Int(words[2]) ?? 0)
          } else if words.first == "finding" {
            failures.append(String(line.dropFirst(8)))
          }
        }
        if finished.status != 0 {
          let input = (try? Files.read(plan.current(job))) ?? []
          try GuidedCorpus.add(input, to: plan.failures)
          failures.append("\(ContentDigest(of: input).hex.prefix(16)): \(reason(finished.status))")
        }
      }
      turn += 1
    }
    for line in failures { Output.print(line + "\n") }
    let found = try GuidedCorpus([plan.found]).inputs.count
    Output.print(
      """
      \(inputs) guided inputs in \(Int(used)) CPU s, seed \(plan.seed)
      \(edges) edges and turns taken, \(found) inputs kept
      most memory: \(Measure.childrensPeakMemory() >> 20) MiB
      \(failures.count) failures\(failures.isEmpty ? "" : ", their inputs are in \(plan.failures)")

      """)
    return failures.isEmpty ? 0 : 1
  }

  private static func reason(_ status: Int32) -> String {
    switch status {
    case 128 + SIGPROF: "no end within \(secondsPerInput) CPU s"
    case 128...: "signal \(status - 128)"
    default: "status \(status)"
    }
  }

  // MARK: A working process

  private static func work(_ job: Int, _ plan: Plan) throws -> Int32 {
    limitMemory()
    let corpus = try GuidedCorpus(plan.corpus + [plan.found + "/kept"])
    let generator = try TextGenerator(grammar(plan), seed: plan.seed)
    let subject = GuidedCase(data: try GuidedCorpus.data(plan.root))
    var mutation = GuidedMutation(random: RandomSource(seed: plan.seed), generator: generator)
    var coverage = Coverage()
    var queue: [FuzzText] = []
    var count = 0
    for input in corpus.inputs {
      let text = FuzzText(input.bytes)
      try run(text, input.bytes, subject, &coverage, plan, job)
      count += 1
      queue.append(text)
    }
    if queue.isEmpty { queue = try GuidedCorpus.seeds(plan.root, generator: generator) }
    while Measure.processCPU() < plan.seconds {
      // What was found last is changed most.
      let recent = max(queue.count / 4, 1)
      let place = mutation.below(2) == 0 ? queue.count - 1 - mutation.below(recent) : mutation.below(queue.count)
      let text = mutation.mutated(queue[place], with: queue[mutation.below(queue.count)])
      let bytes = text.bytes
      if bytes.count > GuidedCase.largest { continue }
      count += 1
      guard try run(text, bytes, subject, &coverage, plan, job) > 0 else { continue }
      queue.append(text)
      try GuidedCorpus.add(bytes, to: plan.found + "/kept")
    }
    Output.print("tally \(count) \(coverage.count)\n")
    return 0
  }

  /// Runs an input; gives how much of what it took is new.
  @discardableResult
  private static func run(
    _ text: FuzzText, _ bytes: [UInt8], _ subject: GuidedCase, _ coverage: inout Coverage, _ plan: Plan, _ job: Int
  ) throws -> Int {
    // Who dies leaves what it died of.
    try Files.write(bytes, to: plan.current(job))
    limitTime()
    var findings: [String] = []
    let fresh = coverage.measure { findings = subject.findings(text) }
    if !findings.isEmpty {
      try GuidedCorpus.add(bytes, to: plan.failures)
      for finding in findings { Output.print("finding \(ContentDigest(of: bytes).hex.prefix(16)): \(finding)\n") }
    }
    return fresh
  }

  private static func grammar(_ plan: Plan) throws -> Grammar {
    try GrammarReader.read(try Files.read("\(plan.root)/Grammar/epic.ebnf"))
  }

  private static func limitMemory() {
    var limit = rlimit(rlim_cur: rlim_t(addressSpace), rlim_max: rlim_t(addressSpace))
    setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
  }

  /// Lets the process die when it has taken so much CPU time from now.
  private static func limitTime() {
    var timer = itimerval(it_interval: timeval(), it_value: timeval(tv_sec: secondsPerInput, tv_usec: 0))
    setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &timer, nil)
  }

  // MARK: The corpus

  /// Runs every input of the corpus, or those named, once.
  private static func replay(_ paths: ArraySlice<String>, _ plan: Plan) throws -> Int32 {
    limitMemory()
    let subject = GuidedCase(data: try GuidedCorpus.data(plan.root))
    let corpus = try GuidedCorpus(paths.isEmpty ? plan.corpus : Array(paths))
    var count = 0
    for input in corpus.inputs {
      // A trap is named by what was said last.
      try Files.write(Array(input.name.utf8), to: plan.current(0))
      limitTime()
      for finding in subject.findings(FuzzText(input.bytes)) {
        count += 1
        Output.print("\(input.name): \(finding)\n")
      }
    }
    Output.print("\(corpus.inputs.count) inputs replayed, \(count) findings\n")
    return count == 0 && !corpus.inputs.isEmpty ? 0 : 1
  }

  /// Keeps, of the corpus, of what was found and of the seeds, the smallest inputs that together take every edge.
  private static func gather(_ folder: String, _ plan: Plan) throws -> Int32 {
    let generator = try TextGenerator(grammar(plan), seed: 1)
    let subject = GuidedCase(data: try GuidedCorpus.data(plan.root))
    var inputs = try GuidedCorpus([plan.corpus[0], plan.found + "/kept"]).inputs.map(\.bytes)
    inputs += try GuidedCorpus.seeds(plan.root, generator: generator).map(\.bytes)
    inputs.sort { $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count < $1.count }
    var coverage = Coverage()
    var kept = 0
    var bytes = 0
    for path in try Files.below([folder].filter(Files.exists), extension: GuidedCorpus.suffix) { unlink(path) }
    for input in inputs where coverage.measure({ _ = subject.findings(FuzzText(input)) }) > 0 {
      try GuidedCorpus.add(input, to: folder)
      kept += 1
      bytes += input.count
    }
    Output.print("\(kept) of \(inputs.count) inputs kept, \(bytes) bytes, \(coverage.count) edges and turns\n")
    return 0
  }
}
