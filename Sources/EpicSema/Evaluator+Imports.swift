import EpicBase
import EpicDiagnostics
import EpicIR
import EpicSyntax

/// `use`: names of other packages in a file's scope.
extension Evaluator {
  mutating func resolveImports(_ file: Int) {
    let tree = files[file].tree
    let place = Place(file: file)
    for node in tree.children(of: .file) where tree.kind(of: node) == .use {
      if isHeadDamaged(node, place) { fileStates[file].lacksImports = true }
      guard let view = UseView(tree, node), let path = view.path, let symbol = tree.symbol(of: path) else { continue }
      guard let package = packagesByPath[symbol] else {
        reportUnknownPackage(path, place)
        loseImports(view, file)
        continue
      }
      recordPackage(path, place)
      guard let selection = view.selection else {
        importPackage(package, path, place)
        continue
      }
      var unresolved: [NodeID] = []
      for name in selection {
        // Of several names the others stay: the line is edited by who knows them.
        let fixes = selection.count == 1 ? [removing(node, place, "take the line out")] : []
        if !importName(name, from: package, place, fixes) { unresolved.append(name) }
      }
      reportUnresolved(unresolved, in: package, place)
    }
  }

  private mutating func importPackage(_ package: Int, _ node: NodeID, _ place: Place) {
    let last = packages[package].path.split(separator: ".").last.map(String.init) ?? ""
    let symbol = interner.intern(last)
    if let other = fileStates[place.file].importedPackages[symbol], other != package {
      report(
        .importConflict, "`\(last)` already stands for package `\(packages[other].path)` in this file", place, node)
      return
    }
    fileStates[place.file].importedPackages[symbol] = package
  }

  /// False for a name that the package does not declare and that nothing excuses.
  private mutating func importName(
    _ node: NodeID, from package: Int, _ place: Place, _ fixes: [FixIt]
  ) -> Bool {
    let tree = files[place.file].tree
    guard let symbol = tree.symbol(of: node) else { return true }
    let own = fileStates[place.file].package
    var found = false
    var hidden: Int?
    for space in Evaluator.allSpaces {
      guard let entry = packages[package].names[space.key(symbol)] else { continue }
      guard entries[entry].isExported || package == own else {
        hidden = hidden ?? entry
        continue
      }
      found = true
      record(entry, node, .last, place)
      let key = space.key(symbol)
      if let local = packages[own].names[key], local != entry {
        report(
          .importConflict, "`\(text(symbol))` is already \(space.phrase) of this package", place, node,
          label: "used here", secondary: [Annotation(entries[local].nameSpan, "declared here")], fixes: fixes)
      } else if let other = fileStates[place.file].imports[key], other != entry {
        report(
          .importConflict, "`\(text(symbol))` is already used from package `\(packages[entries[other].package].path)`",
          place, node, label: "used again", secondary: [Annotation(entries[other].nameSpan, "the first is this one")],
          fixes: fixes)
      } else {
        fileStates[place.file].imports[key] = entry
      }
    }
    if found { return true }
    if let hidden {
      if !lost.words.contains(symbol) { reportPrivate(hidden, node, place) }
      // The name still resolves, so that one mistake gives one error.
      fileStates[place.file].imports[entries[hidden].space.key(symbol)] = hidden
      return true
    }
    fileStates[place.file].lostImports.insert(symbol)
    // The name that was meant may be another one, as the file spells it where it uses it.
    fileStates[place.file].lacksImports = true
    return lost.words.contains(symbol) || !lost.kinds.isEmpty
  }

  /// Notes what a `use` of a package that does not exist would have brought.
  private mutating func loseImports(_ view: UseView, _ file: Int) {
    let tree = files[file].tree
    for name in view.selection ?? [] {
      if let symbol = tree.symbol(of: name) { fileStates[file].lostImports.insert(symbol) }
    }
    guard view.selection == nil, let path = view.path else { return }
    let last = tree.string(of: path).split(separator: ".").last.map(String.init) ?? ""
    fileStates[file].lostImports.insert(interner.intern(last))
    fileStates[file].lacksImports = true
  }

  static let allSpaces: [NameSpace] = DeclarationKind.allCases.map { .kind($0) } + [.constant, .template]

  mutating func reportPrivate(_ entry: Int, _ node: NodeID, _ place: Place) {
    if !privateNames.insert(entry).inserted { return }
    let target = entries[entry]
    let tree = files[target.file].tree
    let start = tree.start(of: tree.firstToken(of: target.statement))
    let insertion = SourceSpan(source: tree.source, start: start, end: start)
    report(
      .privateName,
      "`\(text(target.name))` is private to package `\(packages[target.package].path)`", place, node,
      secondary: [Annotation(target.nameSpan, "declared here without `export`")],
      help: "write `export` before the declaration",
      fixes: [FixIt("export it", [TextEdit(insertion, replacement: "export ")])])
  }

  /// The names of one `use` that the package does not declare: one error, since what took one away took them all.
  private mutating func reportUnresolved(_ nodes: [NodeID], in package: Int, _ place: Place) {
    guard let first = nodes.first else { return }
    var exported: [String] = []
    if maySuggest() {
      for entry in entries where entry.package == package && entry.isExported { exported.append(text(entry.name)) }
    }
    let tree = files[place.file].tree
    let names = nodes.map { tree.string(of: $0) }
    var edits: [TextEdit] = []
    var written: [String] = []
    for (node, name) in zip(nodes, names) {
      guard let suggestion = nearest(name, exported) else { continue }
      edits.append(TextEdit(span(place, node), replacement: suggestion))
      written.append("`\(suggestion)`")
    }
    // Half a fix leaves the error.
    let isWhole = written.count == nodes.count
    let list = names.map { "`\($0)`" }
    report(
      .unresolvedName,
      "package `\(packages[package].path)` declares \(nodes.count == 1 ? "no" : "none of") \(list.joinedAsList)", place,
      first, secondary: nodes.dropFirst().map { Annotation(span(place, $0), "nor this") },
      help: written.isEmpty ? nil : "did you mean \(written.joinedAsList)?",
      fixes: isWhole ? [FixIt("write \(written.joinedAsList)", edits)] : [])
  }

  /// A package of the standard library that there is not. All that there are were read then.
  mutating func reportUnknownStandard(_ name: String, _ node: NodeID, _ place: Place) {
    let known = packages.map(\.path).filter { $0.hasPrefix("std.") }
    let suggestion = nearest(name, maySuggest() ? known : [])
    let isWhole = text(place, node) == name
    report(
      .unknownPackage, "the standard library has no package `\(name)`", place, node,
      help: suggestion.map { "did you mean `\($0)`?" }
        ?? "it has \(known.sorted().map { "`\($0)`" }.joinedAsList)",
      fixes: suggestion.map { isWhole ? [FixIt("write `\($0)`", [TextEdit(span(place, node), replacement: $0)])] : [] }
        ?? [])
  }

  mutating func reportUnknownPackage(_ node: NodeID, _ place: Place) {
    let name = text(place, node)
    if name == "std" || name.hasPrefix("std.") {
      reportUnknownStandard(name, node, place)
      return
    }
    let suggestion = nearest(name, maySuggest() ? packages.map(\.path) : [])
    report(
      .unknownPackage, "there is no package `\(name)`", place, node,
      help: suggestion.map { "did you mean `\($0)`?" } ?? "a package is a folder that holds `.epic` files",
      fixes: suggestion.map { [FixIt("write `\($0)`", [TextEdit(span(place, node), replacement: $0)])] } ?? [])
  }
}
