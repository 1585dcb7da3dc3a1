import EpicBase
import EpicCompiler
import EpicDiagnostics
import EpicSyntax

/// `epic-dev prefixes`: somebody types each file of a workspace from its first character to its last.
///
/// After each character the whole workspace is checked. A statement that was just begun may be wrong, and one that names
/// what is not typed yet is; but no character makes more than one new error in any statement, beside those that the empty
/// file makes. Processes share the prefixes; a trap ends one of them, and its prefix is named.
enum PrefixesCommand {
  /// Findings of a process after which it looks no further.
  private static let mostFindings = 20
  /// The prefixes that a process takes at once.
  private static let prefixesPerShare = 512

  static func run(_ words: [String]) throws -> Int32 {
    let arguments = try Arguments(words, options: ["step", "jobs", "job"])
    let step = max(Int(try arguments.number("step", default: 1)), 1)
    let jobs = max(Int(try arguments.number("jobs", default: 2)), 1)
    let folders = arguments.positional.isEmpty ? ["examples/storefront"] : arguments.positional
    if arguments.value("job") != nil {
      return try work(Int(try arguments.number("job", default: 0)), of: jobs, step: step, folders)
    }
    let running = try (0..<jobs).map { job in
      try Program(
        "/proc/self/exe", ["prefixes", "--job", "\(job)", "--jobs", "\(jobs)", "--step", "\(step)"] + folders)
    }
    var checks = 0
    var findings = 0
    for program in running {
      let finished = program.finish()
      var last = ""
      for line in String(decoding: finished.output, as: UTF8.self).split(separator: "\n") {
        let words = line.split(separator: " ")
        switch words.first {
        case "typing": last = String(line.dropFirst(7))
        case "tally" where words.count == 3:
          checks += Int(words[1]) ?? 0
          findings += Int(words[2]) ?? 0
        default: Output.print("\(line)\n")
        }
      }
      if finished.status != 0 {
        Output.print("\(last): a process ended with \(finished.status)\n")
        findings += 1
      }
    }
    Output.print("\(checks) prefixes, \(findings) findings\n")
    return findings == 0 && checks > 0 ? 0 : 1
  }

  /// Types the shares of one process.
  private static func work(_ job: Int, of jobs: Int, step: Int, _ folders: [String]) throws -> Int32 {
    var checks = 0
    var findings = 0
    var share = 0
    for folder in folders {
      let corpus = try Corpus.read([folder], seed: 1)
      for entry in corpus.entries where entry.workspace == 0 {
        for start in stride(from: 1, through: entry.text.count, by: prefixesPerShare) {
          share += 1
          guard share % jobs == job else { continue }
          var typing = Typing(entry, in: corpus.workspaces[0])
          Output.print("typing \(folder)/\(entry.path) from byte \(start)\n")
          typing.pass(start - 1)
          let end = min(start + prefixesPerShare - 1, entry.text.count)
          for length in stride(from: start, through: end, by: step) where findings < mostFindings {
            if step > 1 { typing.pass(length - 1) }
            findings += typing.type(length)
            checks += 1
          }
        }
      }
    }
    Output.print("tally \(checks) \(findings)\n")
    return 0
  }

  /// One file that is being typed.
  private struct Typing {
    private let entry: Corpus.Entry
    private var fileSystem: MemoryFileSystem
    /// The errors of the text before, by where and what they are.
    private var before: Set<Finding> = []

    private struct Finding: Hashable {
      let path: String
      let start: UInt32
      let code: String
    }

    private struct Place: Hashable {
      let source: SourceID
      let statement: NodeID
    }

    init(_ entry: Corpus.Entry, in workspace: [String: [UInt8]]) {
      self.entry = entry
      fileSystem = MemoryFileSystem(workspace)
    }

    /// Notes the errors of the file's first bytes.
    mutating func pass(_ length: Int) { _ = check(length) }

    /// Checks the file's first bytes; gives the number of statements with two new errors or more.
    mutating func type(_ length: Int) -> Int {
      let found = check(length)
      for (errors, compilation) in found {
        let typed = String(decoding: entry.text[max(0, length - 60)..<length], as: UTF8.self)
        Output.print("\(entry.path), \(length) bytes, behind `\(typed)`:\n")
        for error in errors { Output.print("  \(WorkspaceCommand.describe(error, compilation))\n") }
      }
      return found.count
    }

    /// The statements with two new errors or more.
    private mutating func check(_ length: Int) -> [([Diagnostic], Compilation)] {
      fileSystem.write(entry.path, Array(entry.text[..<length]))
      let compilation = Compiler.check(fileSystem, CompileOptions(jobs: 1))
      let trees = Compiler.parse(fileSystem).trees
      var now: Set<Finding> = []
      var fresh: [Place: [Diagnostic]] = [:]
      var order: [Place] = []
      for diagnostic in compilation.diagnostics where diagnostic.severity == .error {
        let span = diagnostic.primary.span
        let path = compilation.sources.file(span.source)?.path ?? ""
        let finding = Finding(path: path, start: span.start, code: diagnostic.code.name)
        now.insert(finding)
        guard !before.contains(finding), span.source.rawValue < trees.count else { continue }
        let tree = trees[Int(span.source.rawValue)]
        let place = Place(source: span.source, statement: tree.innermostStatement(at: span.start))
        if fresh[place] == nil { order.append(place) }
        fresh[place, default: []].append(diagnostic)
      }
      before = now
      return order.compactMap { place in
        guard let errors = fresh[place], errors.count > 1 else { return nil }
        return (errors, compilation)
      }
    }
  }
}
