import Crypto
import EpicBase
import EpicDiagnostics
import EpicIR
import EpicSyntax

/// A folder of the workspace that comes from elsewhere.
struct Dependency {
  /// The package's path; those below it belong to it.
  var path: String
  /// The statement that names it.
  var span: SourceSpan
}

/// `dependency`: the sources of a folder are what they were when somebody read them, and only offer.
extension Evaluator {
  /// Compares the digest of a dependency's sources with what is written.
  mutating func checkDependency(_ field: EvaluatedField, _ place: Place) {
    guard let name = field.binding(.packages), let path = name.value.word, let digest = field.binding(.data),
      let written = digest.value.text
    else { return }
    let sources = files.indices.filter { Dependency.holds(path, packages[fileStates[$0].package].path) }
    if sources.isEmpty {
      let suggestion = nearest(path, packages.map(\.path))
      report(
        .unknownPackage, "there is no package `\(path)`", place, at: name.span,
        help: suggestion.map { "did you mean `\($0)`?" } ?? "a package is a folder that holds `.epic` files",
        fixes: suggestion.map { [FixIt("write `\($0)`", [TextEdit(name.span, replacement: $0)])] } ?? [])
      return
    }
    dependencies.append(Dependency(path: path, span: field.origin.span))
    let actual = digestOfSources(sources)
    if written.lowercased() == actual { return }
    report(
      .dependencyDigest, "the sources of `\(path)` have another digest than is written", place, at: digest.span,
      notes: ["the digest of the folder's sources is \(actual)"],
      help: "write the folder's digest once you have read what changed",
      fixes: [FixIt("write the folder's digest", [TextEdit(digest.span, replacement: "\"\(actual)\"")])])
  }

  /// SHA-256 of what `sha256sum` prints for the files, in the order of their paths' bytes.
  private func digestOfSources(_ sources: [Int]) -> String {
    let ordered = sources.sorted { files[$0].path.utf8.lexicographicallyPrecedes(files[$1].path.utf8) }
    var list: [UInt8] = []
    for file in ordered {
      list.appendHex(Array(SHA256.hash(data: files[file].tree.text)))
      list += Array("  \(files[file].path)\n".utf8)
    }
    var digest: [UInt8] = []
    digest.appendHex(Array(SHA256.hash(data: list)))
    return String(decoding: digest, as: UTF8.self)
  }

  /// Templates and constants become something where a workspace uses them; a declaration would be something by itself.
  mutating func checkDependencyDeclarations() {
    for dependency in dependencies {
      let declared = instances.filter { Dependency.holds(dependency.path, packages[$0.package].path) }
      guard let first = declared.first else { continue }
      let more = declared.count - 1
      report(
        .dependencyDeclares,
        "dependency `\(dependency.path)` declares \(first.kind.keyword) `\(text(first.name))`: it may only offer templates"
          + " and constants", first.place, at: first.nameSpan,
        secondary: [Annotation(dependency.span, "it comes from elsewhere")],
        notes: more > 0 ? ["so do \(more) more of its declarations"] : [],
        help: "declare it outside of the folder, from a template of the folder")
    }
  }
}

extension Dependency {
  /// Whether a package is the dependency's or lies below it.
  static func holds(_ path: String, _ package: String) -> Bool { package == path || package.hasPrefix(path + ".") }
}
