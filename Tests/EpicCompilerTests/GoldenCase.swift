import EpicBase
import EpicCompiler
import EpicDevKit
import EpicDiagnostics
import EpicFormat
import Foundation
import Testing

/// One folder below `Golden/diagnostics`: files that lie over those of `Golden/base`, what its `recipe.txt` adds to them
/// (see `GoldenRecipe`), and the diagnostics they give.
struct GoldenCase: CustomTestStringConvertible, Sendable {
  let name: String
  let folder: URL

  var testDescription: String { name }

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden")
  static let isUpdating = ProcessInfo.processInfo.environment["EPIC_UPDATE_GOLDEN"] == "1"

  /// Every case, by name.
  static let all: [GoldenCase] = {
    let parent = root.appendingPathComponent("diagnostics")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted().map {
      GoldenCase(name: $0, folder: parent.appendingPathComponent($0))
    }
  }()

  /// Files of a case that are about it, not of its workspace.
  private static let ownFiles: Set<String> = ["diagnostics.txt", "recipe.txt"]

  var recipe: GoldenRecipe {
    let url = folder.appendingPathComponent("recipe.txt")
    return GoldenRecipe((try? String(contentsOf: url, encoding: .utf8)) ?? "")
  }

  /// The base's files with the case's over them.
  func workspace() throws -> GoldenWorkspace {
    var contents = try GoldenCase.files(below: GoldenCase.root.appendingPathComponent("base"))
    for (path, bytes) in try GoldenCase.files(below: folder) where !GoldenCase.ownFiles.contains(path) {
      contents[path] = bytes
    }
    let recipe = recipe
    recipe.apply(to: &contents)
    return GoldenWorkspace(memory: MemoryFileSystem(contents), unreadable: Set(recipe.unreadable))
  }

  /// What the compiler finds in a workspace when it is called as the recipe says.
  func run(_ workspace: GoldenWorkspace) throws -> GoldenResult {
    let recipe = recipe
    if let path = recipe.formatted {
      let text = try workspace.memory.read(path, atMost: .max)
      var sources = SourceSet()
      _ = sources.add(SourceFile(path: path, text: text))
      return GoldenResult(sources: sources, diagnostics: Compiler.format(text).diagnostics)
    }
    let compilation = Compiler.check(workspace, CompileOptions(sequence: recipe.sequence, isLocked: recipe.isLocked))
    return GoldenResult(sources: compilation.sources, diagnostics: compilation.diagnostics)
  }

  var expectedURL: URL { folder.appendingPathComponent("diagnostics.txt") }

  static func files(below folder: URL) throws -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    for path in paths {
      let url = folder.appendingPathComponent(path)
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder), !isFolder.boolValue {
        contents[path] = Array(try Data(contentsOf: url))
      }
    }
    return contents
  }
}

/// A workspace in memory, in which reading may fail as it does on a disk.
struct GoldenWorkspace: FileSystem {
  var memory: MemoryFileSystem
  var unreadable: Set<String>

  func files(withSuffix suffix: String) throws(FileSystemError) -> [String] {
    let paths = try memory.files(withSuffix: suffix)
    if paths.count > Limits.sourceFiles { throw .tooMany(limit: Limits.sourceFiles) }
    return paths
  }

  func read(_ path: String, atMost limit: Int) throws(FileSystemError) -> [UInt8] {
    if unreadable.contains(path) { throw .system(path: path, operation: "read", message: "Permission denied") }
    return try memory.read(path, atMost: limit)
  }
}

/// What was found, and in which texts.
struct GoldenResult: Sendable {
  var sources: SourceSet
  var diagnostics: [Diagnostic]

  /// The findings as a person sees them; of many the last one.
  func rendered(onlyLast: Bool = false) -> String {
    let renderer = TerminalRenderer()
    let shown = onlyLast ? diagnostics.suffix(1) : diagnostics[...]
    return shown.map { renderer.render($0, in: sources) }.joined(separator: "\n")
  }
}

/// Every case with what it gives, and what each fix that is offered leaves: found once for all tests.
struct GoldenRun: Sendable {
  let golden: GoldenCase
  let result: GoldenResult
  let text: String
  let fixes: [FixOutcome]

  /// What is found after one fix.
  struct FixOutcome: Sendable {
    var diagnostic: Diagnostic
    var title: String
    /// 0 is the first fix: the one that tools apply.
    var rank: Int
    /// Nil if the edits do not fit the texts.
    var after: GoldenResult?

    /// Whether the finding is gone and nothing new came.
    func isClean(before: GoldenResult) -> Bool {
      guard let after else { return false }
      let left = after.diagnostics.count { $0.code == diagnostic.code }
      return left < before.diagnostics.count { $0.code == diagnostic.code }
        && after.diagnostics.count < before.diagnostics.count
    }
  }

  init(_ golden: GoldenCase) throws {
    self.golden = golden
    let workspace = try golden.workspace()
    result = try golden.run(workspace)
    text = result.rendered(onlyLast: golden.recipe.showsLast)
    var fixes: [FixOutcome] = []
    // Of many findings one stands for all.
    for diagnostic in golden.recipe.showsLast ? result.diagnostics.suffix(1) : result.diagnostics[...] {
      for (rank, fix) in diagnostic.fixes.enumerated() {
        var outcome = FixOutcome(diagnostic: diagnostic, title: fix.title, rank: rank)
        if let mended = GoldenRun.apply(fix, to: workspace, result.sources) { outcome.after = try golden.run(mended) }
        fixes.append(outcome)
      }
    }
    self.fixes = fixes
  }

  private static func apply(_ fix: FixIt, to workspace: GoldenWorkspace, _ sources: SourceSet) -> GoldenWorkspace? {
    var mended = workspace
    for (index, file) in sources.files.enumerated() {
      let source = SourceID(UInt32(index))
      if !fix.edits.contains(where: { $0.span.source == source }) { continue }
      guard let text = fix.apply(to: file.text, of: source) else { return nil }
      mended.memory.write(file.path, text)
    }
    return mended
  }

  static let all: [String: Result<GoldenRun, any Error>] = Dictionary(
    uniqueKeysWithValues: GoldenCase.all.map { golden in (golden.name, Result { try GoldenRun(golden) }) })

  static func of(_ golden: GoldenCase) throws -> GoldenRun {
    try #require(all[golden.name]).get()
  }
}

/// The first lines in which two texts differ, for a failure's message.
func difference(_ got: String, _ expected: String) -> String {
  let left = got.split(separator: "\n", omittingEmptySubsequences: false)
  let right = expected.split(separator: "\n", omittingEmptySubsequences: false)
  for index in 0..<max(left.count, right.count) {
    let gotLine = index < left.count ? left[index] : "(end)"
    let expectedLine = index < right.count ? right[index] : "(end)"
    if gotLine != expectedLine { return "line \(index + 1)\n  got      \(gotLine)\n  expected \(expectedLine)" }
  }
  return "equal"
}

/// The findings as a person sees them.
func rendered(_ compilation: Compilation) -> String {
  GoldenResult(sources: compilation.sources, diagnostics: compilation.diagnostics).rendered()
}
