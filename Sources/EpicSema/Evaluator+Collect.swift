import EpicBase
import EpicDiagnostics
import EpicIR
import EpicSyntax

/// Packages, and the names that files declare.
extension Evaluator {
  mutating func collectPackages() {
    for (index, file) in files.enumerated() {
      let path = packagePath(of: index)
      let symbol = interner.intern(path)
      if let package = packagesByPath[symbol] {
        fileStates.append(FileState(package: package))
        continue
      }
      if !path.isEmpty, let bad = path.split(separator: ".").first(where: { !Evaluator.isName($0) }) {
        sink.report(
          Diagnostic(
            .badPackageName, "`\(bad)` cannot be part of a package's path",
            at: SourceSpan(source: file.tree.source, start: 0, end: 0),
            help: "rename the folder: lower-case letters, digits and `-`, starting with a letter"))
      }
      packagesByPath[symbol] = packages.count
      fileStates.append(FileState(package: packages.count))
      packages.append(PackageState(path: path, symbol: symbol, firstFile: index))
    }
  }

  /// The dotted path of a file's folder.
  private func packagePath(of file: Int) -> String {
    let path = files[file].path
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return path[..<slash].split(separator: "/").joined(separator: ".")
  }

  /// Whether a declared name is a lower-case DNS label that starts with a letter (RFC 1123, at most 63 bytes).
  static func isName(_ name: some StringProtocol) -> Bool {
    let bytes = name.utf8
    guard let first = bytes.first, first >= 97, first <= 122, bytes.count <= 63, !name.hasSuffix("-") else {
      return false
    }
    return bytes.allSatisfy { $0 >= 97 && $0 <= 122 || $0 >= 48 && $0 <= 57 || $0 == UInt8(ascii: "-") }
  }

  mutating func collect(_ file: Int) {
    let tree = files[file].tree
    for node in tree.children(of: .file) {
      collect(node, in: Place(file: file), isExported: false, isNested: false)
    }
  }

  /// Notes what a statement of a file, or of an expanded `if` or `for`, in which it is nested, declares.
  mutating func collect(_ node: NodeID, in place: Place, isExported: Bool, isNested: Bool) {
    let tree = files[place.file].tree
    switch tree.kind(of: node) {
    case .unexpected:
      lose(node, place)
      // The body of a declaration whose line is missing: nobody knows what it declared.
      if tree.kind(of: TokenID(max(tree.endToken(of: node).rawValue, 1) - 1)) == .rightBrace {
        for space in Evaluator.allSpaces { lost.kinds.insert(space.rawValue) }
        lost.hasTenant = true
      }
    case .use: if isNested { reportMisplaced(node, place, Evaluator.nested) }
    case .export:
      if let inner = tree.child(of: node, at: 0) { collect(inner, in: place, isExported: true, isNested: isNested) }
    case .statement: collectStatement(node, in: place, isExported: isExported, isNested: isNested)
    case .letStatement: collectLet(node, in: place, isExported: isExported)
    case .template: collectTemplate(node, in: place, isExported: isExported)
    case .ifStatement, .forStatement:
      guard step(place, node, Evaluator.stepsPerField) else { return }
      pending.append(PendingExpansion(node: node, place: place, isExported: isExported))
    case .quantifier: reportNotBuilt("`for every`", place, node)
    case .casesStatement: collectTest(.cases, node, in: place)
    default:
      lose(node, place)
      reportMisplaced(node, place, "at the top of a file")
    }
  }

  private static let nested = "inside `if` or `for`"

  private mutating func collectStatement(_ node: NodeID, in place: Place, isExported: Bool, isNested: Bool) {
    let tree = files[place.file].tree
    guard let statement = StatementView(tree, node), let keyword = statement.keyword else { return }
    if let test = PendingTest.Kind(text(keyword)), tree.kind(of: statement.head) == .name {
      return collectTest(test, node, in: place)
    }
    if text(keyword) == "envoy", tree.kind(of: statement.head) == .name {
      natives.append((place, node))
      return
    }
    guard let kind = words.kinds[keyword], tree.kind(of: statement.head) == .name else {
      // A line that does not parse may have been meant as `use`.
      if isHeadDamaged(node, place) { fileStates[place.file].lacksImports = true }
      if !isRootFile(place.file) || !isWorkspaceWord(keyword) {
        lose(node, place)
        reportUnknownDeclaration(node, place)
      } else if isNested {
        reportMisplaced(node, place, Evaluator.nested)
      }
      return
    }
    var arguments = statement.arguments
    guard let name = arguments.next() else {
      loseName(of: kind)
      report(
        .missingName, "`\(kind.keyword)` has no name", place, at: headSpan(place, node),
        help: "write `\(kind.keyword) NAME { … }`")
      return
    }
    if isHeadDamaged(node, place) { loseName(of: kind) }
    if let second = arguments.next(), tree.symbol(of: second) != words.from,
      kind != .routes || tree.kind(of: tree.firstToken(of: second)) != .keywordFor
    {
      lose(node, place)
    }
    if tree.kind(of: name) == .index {
      collectMember(kind, node, name, in: place, isExported: isExported)
      return
    }
    guard tree.kind(of: name) == .name, let symbol = tree.symbol(of: name) else {
      loseName(of: kind)
      reportBadName(name, place)
      return
    }
    if place.frame >= 0 && isInsideLoop(place) {
      if isHeadDamaged(node, place) { return }
      let text = interner.text(of: symbol)
      lost.words.insert(symbol)
      report(
        .familyName, "`\(text)` stands inside `for` and has no key", place, name,
        help: "write `\(kind.keyword) \(text)[KEY]`: every turn declares the member of that key",
        fixes: loopKey(place).map {
          [inserting("[\($0)]", at: span(place, name).end, tree.source, "write `\(text)[\($0)]`")]
        }
          ?? [])
      return
    }
    checkName(symbol, name, place)
    let index = instances.count
    guard declare(.kind(kind), symbol, node, name, place, isExported, index: index) != nil else { return }
    appendInstance(kind, symbol, key: nil, place, node, name)
  }

  /// Notes `ingress white[b.key]` of one turn of a loop.
  private mutating func collectMember(
    _ kind: DeclarationKind, _ node: NodeID, _ name: NodeID, in place: Place, isExported: Bool
  ) {
    let tree = files[place.file].tree
    let base = NodeID(name.rawValue + 1)
    guard tree.kind(of: base) == .name, let symbol = tree.symbol(of: base), let keyNode = tree.child(of: name, at: 1)
    else {
      lost.kinds.insert(NameSpace.kind(kind).rawValue)
      reportBadName(name, place)
      return
    }
    guard isInsideLoop(place) else {
      lost.words.insert(symbol)
      report(
        .familyName, "`\(tree.string(of: name))` is declared outside `for`", place, name,
        help: "only a loop declares the members of an indexed family")
      return
    }
    checkName(symbol, base, place)
    guard let key = evaluateKey(keyNode, in: place) else { return }
    let nameKey = NameSpace.kind(kind).key(symbol)
    let package = fileStates[place.file].package
    let family: Int
    if let entry = packages[package].names[nameKey] {
      guard entries[entry].index < 0 else {
        reportRedefinition(of: entry, symbol, base, place)
        return
      }
      family = entry
    } else if let entry = declare(.kind(kind), symbol, node, base, place, isExported, index: -1) {
      family = entry
    } else {
      return
    }
    let memberKey = FamilyKey(entry: family, key: key)
    if let first = familyMembers[memberKey] {
      report(
        .repeatedKey, "`\(interner.text(of: symbol))[\(interner.text(of: key))]` is declared twice", place, name,
        secondary: [Annotation(instances[first].place.application ?? instances[first].nameSpan, "the first is here")],
        fixes: place.application.map { $0 == instances[first].place.application ? [] : dropping(element: $0) } ?? [])
      return
    }
    familyMembers[memberKey] = instances.count
    appendInstance(kind, symbol, key: key, place, node, name)
  }

  private mutating func appendInstance(
    _ kind: DeclarationKind, _ name: Symbol, key: Symbol?, _ place: Place, _ node: NodeID, _ nameNode: NodeID
  ) {
    guard step(place, node, Evaluator.stepsPerInstance) else { return }
    let package = fileStates[place.file].package
    instances.append(
      Instance(
        kind: kind, name: name, key: key, package: package, place: place, statement: node,
        nameSpan: span(place, nameNode),
        identity: Identity(
          package: packages[package].path, name: interner.text(of: name), key: key.map { interner.text(of: $0) })))
  }

  private mutating func collectLet(_ node: NodeID, in place: Place, isExported: Bool) {
    let tree = files[place.file].tree
    guard let view = LetView(tree, node), let name = view.name, let symbol = tree.symbol(of: name),
      let value = view.value, !isDamaged(place, extent(node, place))
    else {
      loseLet(node, place)
      return
    }
    guard !isInsideLoop(place) else {
      reportMisplaced(node, place, "directly inside `for` at the top of a file")
      return
    }
    checkName(symbol, name, place)
    guard declare(.constant, symbol, node, name, place, isExported, index: lets.count) != nil else { return }
    lets.append(LetState(name: symbol, value: value, place: place, nameSpan: span(place, name)))
  }

  private mutating func collectTemplate(_ node: NodeID, in place: Place, isExported: Bool) {
    let tree = files[place.file].tree
    guard let view = TemplateView(tree, node), let name = view.name, let symbol = tree.symbol(of: name) else {
      lost.kinds.insert(NameSpace.template.rawValue)
      return
    }
    guard !isInsideLoop(place) else {
      reportMisplaced(node, place, "inside `for`")
      return
    }
    checkName(symbol, name, place)
    guard declare(.template, symbol, node, name, place, isExported, index: templates.count) != nil else { return }
    templates.append(TemplateState(name: symbol, node: node, file: place.file, nameSpan: span(place, name)))
  }

  /// Enters a name into its package. Nil, with a diagnostic, if it is there.
  private mutating func declare(
    _ space: NameSpace, _ name: Symbol, _ statement: NodeID, _ nameNode: NodeID, _ place: Place, _ isExported: Bool,
    index: Int
  ) -> Int? {
    let package = fileStates[place.file].package
    let key = space.key(name)
    if let entry = packages[package].names[key] {
      reportRedefinition(of: entry, name, nameNode, place, statement)
      return nil
    }
    packages[package].names[key] = entries.count
    entriesByName[key, default: []].append(entries.count)
    entries.append(
      Entry(
        space: space, name: name, package: package, file: place.file, statement: statement,
        nameSpan: span(place, nameNode), isExported: isExported, index: index))
    return entries.count - 1
  }

  private mutating func reportRedefinition(
    of entry: Int, _ name: Symbol, _ node: NodeID, _ place: Place, _ statement: NodeID? = nil
  ) {
    report(
      .redefinition, "`\(interner.text(of: name))` is already \(entries[entry].space.phrase) of this package", place,
      node, label: "declared again", secondary: [Annotation(entries[entry].nameSpan, "first declared here")],
      fixes: statement.map { [removing($0, place, "take this one out")] } ?? [])
  }

  private mutating func checkName(_ symbol: Symbol, _ node: NodeID, _ place: Place) {
    let text = interner.text(of: symbol)
    if Evaluator.isName(text) { return }
    let lowered = String(text.lowercased().map { $0 == "_" ? "-" : $0 })
    let span = span(place, node)
    report(
      .badName, "`\(text)` is not a name: lower-case letters, digits and `-`, starting with a letter", place, node,
      fixes: Evaluator.isName(lowered)
        ? [FixIt("write `\(lowered)`", [TextEdit(span, replacement: lowered)])] : [])
  }

  private mutating func reportBadName(_ node: NodeID, _ place: Place) {
    let text = files[place.file].tree.string(of: node)
    if reportReserved(text, place, at: span(place, node)) { return }
    report(
      .badName, "`\(text)` is not a name: lower-case letters, digits and `-`, starting with a letter", place, node)
  }

  /// The variable of the innermost loop, if its value can be a key.
  private func loopKey(_ place: Place) -> String? {
    var frame = place.frame
    while frame >= 0 {
      if frames[frame].isLoop, let name = frames[frame].names.first, case .value(let value, _)? = frames[frame][name] {
        switch value {
        case .word, .text: return text(name)
        default: return nil
        }
      }
      frame = frames[frame].parent
    }
    return nil
  }

  /// Whether a frame around the place is a loop's turn.
  func isInsideLoop(_ place: Place) -> Bool {
    var frame = place.frame
    while frame >= 0 {
      if frames[frame].isLoop { return true }
      frame = frames[frame].parent
    }
    return false
  }
}
