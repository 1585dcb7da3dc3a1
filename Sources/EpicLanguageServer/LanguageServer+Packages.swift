import EpicBase
import EpicCompiler
import EpicDiagnostics
import EpicSema
import EpicSyntax

/// Definition, references, highlights and hover of packages. A package is a folder: it is declared by its files.
extension LanguageServer {
  /// The package at the position of a request; nil if none is named there.
  mutating func package(
    at parameters: JSONValue, withFindings: Bool = false
  ) throws(RequestError) -> (target: DocumentAnalysis, use: NameIndex.PackageUse)? {
    let position = try LanguageServer.position(parameters["position"])
    guard let target = try analyzed(parameters, withFindings: withFindings) else { return nil }
    let offset = UInt32(clamping: target.document.lines.offset(of: position, encoding))
    return target.analysis.names.package(at: offset, in: target.source).map { (target, $0) }
  }

  /// The starts of the package's files.
  mutating func packageFiles(_ parameters: JSONValue) throws(RequestError) -> JSONValue {
    guard let (target, use) = try package(at: parameters) else { return .null }
    var locator = locator(target.analysis, target.ground)
    let starts = LanguageServer.files(of: use.path, target.analysis).map { SourceSpan(source: $0, start: 0, end: 0) }
    return .array(starts.compactMap { locator.location($0) })
  }

  /// Every place that names the package, the paths of packages below it among them.
  mutating func packageReferences(_ parameters: JSONValue) throws(RequestError) -> JSONValue {
    guard let (target, use) = try package(at: parameters) else { return .null }
    var locator = locator(target.analysis, target.ground)
    let uses = target.analysis.names.packageUses.filter { $0.path == use.path }
    return .array(uses.compactMap { locator.location($0.span) })
  }

  mutating func packageHighlights(_ parameters: JSONValue) throws(RequestError) -> JSONValue {
    guard let (target, use) = try package(at: parameters) else { return .null }
    var locator = locator(target.analysis, target.ground)
    let uses = target.analysis.names.packageUses.filter { $0.path == use.path && $0.span.source == target.source }
    return .array(uses.map { .object(["range": locator.range($0.span), "kind": .number(1)]) })
  }

  /// A package's files; those of all packages below it if it has none itself.
  private static func files(of path: String, _ analysis: Analysis) -> [SourceID] {
    let packages = analysis.trees.map { (source: $0.source, path: analysis.names.package(of: $0.source) ?? "") }
    let own = packages.filter { $0.path == path }
    return (own.isEmpty ? packages.filter { $0.path.hasPrefix(path + ".") } : own).map(\.source)
  }

  /// A package for people: where it lies and what it exports.
  static func description(of path: String, _ analysis: Analysis) -> String {
    /// Names that are listed before the rest is counted.
    let most = 40
    let folder = path.split(separator: ".").joined(separator: "/")
    let files = files(of: path, analysis).compactMap { analysis.sources.file($0)?.path }
    var text = "package `\(path)`, the folder `\(folder)`"
    let own = files.filter { $0.split(separator: "/").dropLast().joined(separator: ".") == path }
    if !own.isEmpty {
      text += " of \(own.count) \(own.count == 1 ? "file" : "files")"
      let exported = analysis.names.exported(by: path).map { analysis.names.names[$0] }
      let list = exported.prefix(most).map { "- \($0.kind.phrase) `\($0.text)`" }
      text += exported.isEmpty ? "\n\nIt exports nothing." : "\n\nIt exports:\n\n" + list.joined(separator: "\n")
      if exported.count > most { text += "\n- … and \(exported.count - most) more" }
    } else {
      let below = Set(files.map { $0.split(separator: "/").dropLast().joined(separator: ".") }).sorted()
      text += "\n\nIt holds the packages " + below.prefix(most).map { "`\($0)`" }.joined(separator: ", ")
    }
    return text
  }

  // MARK: Rename

  mutating func preparePackageRename(_ parameters: JSONValue) throws(RequestError) -> JSONValue {
    guard client.canRenameFiles, let (target, use) = try package(at: parameters),
      !StandardLibrary.owns(LanguageServer.folder(of: use.path) + "/")
    else { return .null }
    var locator = locator(target.analysis, target.ground)
    let name = use.path.split(separator: ".").last.map(String.init) ?? use.path
    return .object(["range": locator.range(use.span), "placeholder": .string(name)])
  }

  /// The edits that give a package's folder another name, and the renaming of the folder behind them. Compiled before the
  /// client is told, as the rename of any name is.
  mutating func renamePackage(_ parameters: JSONValue, to newName: String) throws(RequestError) -> JSONValue {
    guard let (target, use) = try package(at: parameters, withFindings: true), case .folder(let root) = target.ground
    else { throw .failed("no declared name stands here") }
    let folder = LanguageServer.folder(of: use.path)
    if StandardLibrary.owns(folder + "/") { throw .failed("`\(use.path)` is a package of the standard library") }
    guard client.canRenameFiles else {
      throw .failed("`\(use.path)` is a folder, and the editor does not say that it can rename folders")
    }
    try LanguageServer.checkName(newName)
    let old = use.path.split(separator: ".").last.map(String.init) ?? use.path
    if newName == old { return .object(["changes": .object([:])]) }
    try checkUnevaluated(old, target)
    let parent = folder.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    let newFolder = parent + newName
    let edits = target.analysis.names.packageUses.filter { $0.path == use.path }
      .map { TextEdit($0.span, replacement: newName) }
    try checkMoved(edits, from: folder, to: newFolder, newName, target)
    var locator = locator(target.analysis, target.ground)
    let edit = workspaceEdit(edits, &locator, asDocumentChanges: true)
    guard let changes = edit?["documentChanges"]?.elements else {
      throw .failed("a file that says `\(old)` cannot be edited")
    }
    let move = JSONValue.object([
      "kind": .string("rename"), "oldUri": .string(DocumentURI.uri("\(root)/\(folder)")),
      "newUri": .string(DocumentURI.uri("\(root)/\(newFolder)")),
    ])
    return .object(["documentChanges": .array(changes + [move])])
  }

  private static func folder(of path: String) -> String { path.split(separator: ".").joined(separator: "/") }

  /// Compiles the texts as they will be, where they will be.
  private func checkMoved(
    _ edits: [TextEdit], from folder: String, to newFolder: String, _ newName: String, _ target: DocumentAnalysis
  ) throws(RequestError) {
    let files = fileSystem(of: target.ground)
    var paths: [String] = []
    do throws(FileSystemError) {
      paths = try files.files(withSuffix: "")
    } catch {
      throw .failed("\(error)")
    }
    if paths.contains(where: { $0 == newFolder || $0.hasPrefix(newFolder + "/") }) {
      throw .failed("`\(newFolder)` is there already")
    }
    let texts = try LanguageServer.texts(after: edits, target)
    let moved = MovedFileSystem(OverlayFileSystem(files, buffers: texts), from: folder, to: newFolder)
    let after = analysis(of: moved, like: target.ground)
    try LanguageServer.checkErrors(after, newName, target)
    let old = LanguageServer.meanings(target.analysis) { path in
      path == folder || path.hasPrefix(folder + "/") ? newFolder + path.dropFirst(folder.count) : path
    }
    guard old == LanguageServer.meanings(after, { $0 }) else {
      throw .failed("`\(newName)` cannot be the name: a name would stand for something else in places")
    }
  }

  /// For each file how often each name is said, by where it is declared; independent of the order of the files.
  private static func meanings(_ analysis: Analysis, _ path: (String) -> String) -> [String: Int] {
    var counts: [String: Int] = [:]
    let paths = analysis.sources.files.map { path($0.path) }
    func file(_ source: SourceID) -> String {
      Int(source.rawValue) < paths.count ? paths[Int(source.rawValue)] : ""
    }
    for use in analysis.names.uses {
      let name = analysis.names.names[use.name]
      counts["\(file(use.span.source)) \(file(name.span.source)) \(name.kind) \(name.text)", default: 0] += 1
    }
    return counts
  }
}
