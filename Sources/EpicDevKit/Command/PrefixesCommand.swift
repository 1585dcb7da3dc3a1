import EpicBase
import EpicCompiler
import EpicDiagnostics
import EpicSyntax

/// `epic-dev prefixes`: somebody types each file of a workspace from its first character to its last.
///
/// After each character the whole workspace is checked. A statement that was just begun may be wrong, and one that names
/// what is not typed yet is; but no character makes more than one new error in any statement, beside those that the empty
/// file makes. A trap ends the process.
enum PrefixesCommand {
  static func run(_ words: [String]) throws -> Int32 {
    let arguments = try Arguments(words, options: ["step"])
    let step = max(Int(try arguments.number("step", default: 1)), 1)
    var checks = 0
    var findings = 0
    for folder in arguments.positional.isEmpty ? ["examples/storefront"] : arguments.positional {
      let corpus = try Corpus.read([folder], seed: 1)
      for entry in corpus.entries where entry.workspace == 0 {
        var typing = Typing(entry, in: corpus.workspaces[0])
        // What the others lack while the file is empty is no character's doing.
        typing.pass(0)
        for length in stride(from: 1, through: entry.text.count, by: step) where findings < 20 {
          if step > 1 { typing.pass(length - 1) }
          findings += typing.type(length)
          checks += 1
        }
      }
    }
    Output.complain("\(checks) prefixes, \(findings) findings\n")
    return findings == 0 && checks > 0 ? 0 : 1
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
