import CEpicAssets
import EpicBase
import EpicDiagnostics
import EpicSyntax

/// The packages under `std`, carried by the compiler. Only those that a workspace names are read, so that a new package
/// changes no bundle of a workspace that does not use it.
package enum StandardLibrary {
  /// One source file.
  package struct File: Sendable {
    /// As if it lay in the workspace: `std/geo/groups.epic`.
    package let path: String
    package let text: [UInt8]

    /// The package's dotted path.
    package var package: String {
      path.split(separator: "/").dropLast().joined(separator: ".")
    }
  }

  /// The folder that every path starts with, and the name that every package does.
  package static let root = "std"

  /// Every file, by path.
  package static let files: [File] = {
    var files: [File] = []
    for position in 0..<epic_asset_count() {
      guard let asset = unsafe epic_asset_at(position)?.pointee else { continue }
      let name = unsafe String(cString: asset.name)
      guard name.hasPrefix("stdlib/") else { continue }
      let text = unsafe Array(UnsafeBufferPointer(start: asset.bytes, count: Int(asset.count)))
      files.append(File(path: root + "/" + name.dropFirst("stdlib/".count), text: text))
    }
    return files
  }()

  /// Whether a path is one of the library's files, or would be taken for one.
  package static func owns(_ path: String) -> Bool { path.hasPrefix(root + "/") }

  /// Whether a path is one of the library's files.
  package static func carries(_ path: String) -> Bool { paths.contains(path) }

  private static let paths = Set(files.map(\.path))

  /// The packages that a tree names: by `use`, or in front of a name.
  ///
  /// A name that fits no package gives all of them, so that the message can say which there are.
  static func packages(namedIn tree: SyntaxTree) -> Set<String> {
    var found: Set<String> = []
    let prefix = Array("\(root).".utf8)
    for (index, token) in tree.tokenRecords.enumerated() where token.kind == .dottedName {
      guard tree.text[Int(token.start)..<Int(token.end)].starts(with: prefix) else { continue }
      let dotted = tree.string(of: TokenID(UInt32(index)))
      let owners = known.filter { dotted == $0 || dotted.hasPrefix($0 + ".") }
      found.formUnion(owners.isEmpty ? known : owners)
    }
    return found
  }

  private static let known: Set<String> = Set(files.map(\.package))
}

extension ParsedWorkspace {
  /// Reads the packages of the standard library that the workspace names, and those that they name.
  mutating func addStandardLibrary(_ memo: inout ParseMemo) {
    var isRefused = false
    for (index, file) in sources.files.enumerated() where index < results.count && StandardLibrary.owns(file.path) {
      // It counts as empty, so that nothing of it is taken for the library's. One finding is enough for a folder.
      let source = results[index].tree.source
      results[index] = memo.parse([], at: file.path, source)
      if isRefused { continue }
      isRefused = true
      let start = SourceSpan(source: source, start: 0, end: 0)
      diagnostics.append(
        Diagnostic(
          .reservedPackage, "`\(file.path)` lies in `\(StandardLibrary.root)`, which is the standard library's",
          at: start,
          help: "rename the folder"))
    }
    var wanted: Set<String> = []
    for tree in trees { wanted.formUnion(StandardLibrary.packages(namedIn: tree)) }
    var pending = wanted
    while !pending.isEmpty {
      var next: Set<String> = []
      // In the order of paths, whatever named them.
      for file in StandardLibrary.files where pending.contains(file.package) {
        let id = sources.add(SourceFile(path: file.path, text: file.text))
        let result = memo.parse(file.text, at: file.path, id)
        diagnostics += result.diagnostics
        results.append(result)
        next.formUnion(StandardLibrary.packages(namedIn: result.tree))
      }
      next.subtract(wanted)
      wanted.formUnion(next)
      pending = next
    }
  }
}
