import EpicBase
import EpicCompiler

/// Whole files to be corrupted, each in the workspace it belongs to.
package struct Corpus: Sendable {
  /// A file of a workspace.
  package struct Entry: Sendable {
    package let workspace: Int
    package let path: String
    package let text: [UInt8]
  }

  /// The workspaces' files, data files among them.
  package let workspaces: [[String: [UInt8]]]
  /// The source files, in order of workspace and path.
  package let entries: [Entry]
  /// Sums of the entries' weights.
  private let weights: [UInt64]

  package init(_ workspaces: [[String: [UInt8]]]) {
    self.workspaces = workspaces
    var entries: [Entry] = []
    for (index, files) in workspaces.enumerated() {
      for (path, text) in files.sorted(by: { $0.key < $1.key }) where path.hasSuffix(Compiler.sourceSuffix) {
        entries.append(Entry(workspace: index, path: path, text: text))
      }
    }
    self.entries = entries
    var sum: UInt64 = 0
    // The larger a file, the more there is to corrupt: most inputs come from the large ones.
    weights = entries.map { entry in
      sum += UInt64(entry.text.count) * UInt64(entry.text.count)
      return sum
    }
  }

  /// The workspaces at folders, and a small generated one whose files are of a few kilobytes.
  package static func read(_ folders: [String], seed: UInt64) throws(Files.Failure) -> Corpus {
    var workspaces: [[String: [UInt8]]] = []
    for folder in folders {
      var files: [String: [UInt8]] = [:]
      for suffix in ["epic", "html", "lock", "mmdb"] {
        for path in try Files.below([folder], extension: suffix) {
          files[String(path.dropFirst(folder.utf8.count + 1))] = try Files.read(path)
        }
      }
      workspaces.append(files)
    }
    var size = GeneratedWorkspace.Size(ingresses: 6)
    size.ingressesPerFile = 2
    size.ingressesPerTenant = 3
    let generated = GeneratedWorkspace(size, seed: seed)
    workspaces.append(Dictionary(generated.files.map { ($0.path, $0.text) }, uniquingKeysWith: { first, _ in first }))
    return Corpus(workspaces)
  }

  /// One of the files.
  package func pick(using random: inout RandomSource) -> Entry? {
    guard let total = weights.last, total > 0 else { return nil }
    let place = random.next() % total
    return zip(entries, weights).first { place < $0.1 }?.0
  }
}
