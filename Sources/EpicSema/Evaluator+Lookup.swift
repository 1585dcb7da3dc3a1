import EpicBase
import EpicDiagnostics
import EpicIR
import EpicSyntax

/// Finding what a name stands for.
extension Evaluator {
  /// The tenant that a file's package belongs to; -1 is the platform.
  func textOwner(_ place: Place) -> Int { packages[fileStates[place.file].package].tenant }

  /// The entry of a plain name: of the package, of the file's `use` lines, or of a grant to the tenant.
  func lookUp(_ space: NameSpace, _ name: Symbol, _ place: Place) -> Int? {
    let key = space.key(name)
    let package = fileStates[place.file].package
    if let entry = packages[package].names[key] { return entry }
    if let entry = fileStates[place.file].imports[key] { return entry }
    let tenant = packages[package].tenant
    if tenant >= 0, tenant < grantNames.count { return grantNames[tenant][key] }
    return nil
  }

  /// The package and the last name of a dotted reference; nil if its front is no package.
  mutating func splitReference(_ dotted: String, _ place: Place) -> (package: Int, name: Symbol)? {
    guard let dot = dotted.lastIndex(of: ".") else { return nil }
    let front = String(dotted[..<dot])
    let name = interner.intern(String(dotted[dotted.index(after: dot)...]))
    let symbol = interner.intern(front)
    if let package = packagesByPath[symbol] { return (package, name) }
    if let package = fileStates[place.file].importedPackages[symbol] { return (package, name) }
    return nil
  }

  /// `std.geo` of `std.geo.eu27`; nil for references to anything else.
  func standardFront(_ dotted: String) -> String? {
    guard dotted.hasPrefix("std."), let dot = dotted.lastIndex(of: ".") else { return nil }
    return String(dotted[..<dot])
  }

  /// The variable of a name, looked for from the innermost frame outwards.
  mutating func variable(_ name: Symbol, _ place: Place) -> Frame.Variable? {
    var frame = place.frame
    while frame >= 0 {
      if let variable = frames[frame][name] {
        variableReads += 1
        deepest = max(deepest, depth + frames[frame].height)
        return variable
      }
      frame = frames[frame].parent
    }
    return nil
  }

  /// The declaration that a reference names, capabilities checked. Nil with a diagnostic.
  mutating func resolve(_ kind: DeclarationKind, _ node: NodeID, _ place: Place) -> DeclarationID? {
    let tree = files[place.file].tree
    switch tree.kind(of: node) {
    case .name:
      guard let symbol = tree.symbol(of: node) else { return nil }
      if isAbstract, let variable = variable(symbol, place) {
        return anyValue(of: variable, as: .reference(kind), node, place)?.declaration
      }
      if let variable = variable(symbol, place), let value = value(of: variable, as: .reference(kind), node, place) {
        recordVariable(symbol, node, place)
        return reference(value, kind, node, place)
      }
      guard let entry = lookUp(.kind(kind), symbol, place) else {
        reportUnresolved(kind, symbol, node, place)
        return nil
      }
      record(entry, node, .last, place)
      return declaration(entry, kind, node, place)
    case .dottedName: return resolveDotted(kind, tree.string(of: node), node, place)
    case .index: return resolveMember(kind, node, place)
    case .parenthesized:
      guard let inner = tree.child(of: node, at: 0) else { return nil }
      if tree.kind(of: inner) == .name { return resolve(kind, inner, place) }
      guard let value = evaluateReference(inner, as: .reference(kind), in: place) else { return nil }
      return reference(value, kind, node, place)
    default:
      reportMismatch(.reference(kind), node, place)
      return nil
    }
  }

  /// A value as a reference: one already, or a word that is resolved here.
  mutating func reference(_ value: Value, _ kind: DeclarationKind, _ node: NodeID, _ place: Place) -> DeclarationID? {
    switch value {
    case .declaration(let id) where id.kind == kind:
      return isAllowed(id, node, place) ? id : nil
    case .word(let word), .text(let word):
      let symbol = interner.intern(word)
      guard let entry = lookUp(.kind(kind), symbol, place) else {
        reportUnresolved(kind, symbol, node, place)
        return nil
      }
      return declaration(entry, kind, node, place)
    default:
      reportMismatch(.reference(kind), value, node, place)
      return nil
    }
  }

  private mutating func resolveDotted(
    _ kind: DeclarationKind, _ dotted: String, _ node: NodeID, _ place: Place
  ) -> DeclarationID? {
    guard let (package, name) = splitReference(dotted, place) else {
      if isExcused(front: dotted, place) { return nil }
      if let front = standardFront(dotted) {
        reportUnknownStandard(front, node, place)
      } else {
        report(
          .unresolvedName, "`\(dotted)` names no package's \(kind.keyword)", place, node,
          help: "write the package's path before the name, or `use` the package")
      }
      return nil
    }
    guard let entry = packages[package].names[NameSpace.kind(kind).key(name)] else {
      if isExcused(name, .kind(kind), place) { return nil }
      report(
        .unresolvedName, "package `\(packages[package].path)` declares no \(kind.keyword) `\(text(name))`", place, node)
      return nil
    }
    checkVisible(entry, node, place)
    record(entry, node, .last, place)
    return declaration(entry, kind, node, place)
  }

  mutating func checkVisible(_ entry: Int, _ node: NodeID, _ place: Place) {
    let owner = packages[entries[entry].package].tenant
    // What is another tenant's is refused altogether, exported or not.
    if owner >= 0, place.owner >= 0, owner != place.owner, entries[entry].space != .constant { return }
    if !entries[entry].isExported && entries[entry].package != fileStates[place.file].package {
      reportPrivate(entry, node, place)
    }
  }

  private mutating func resolveMember(_ kind: DeclarationKind, _ node: NodeID, _ place: Place) -> DeclarationID? {
    let tree = files[place.file].tree
    let base = NodeID(node.rawValue + 1)
    guard let keyNode = tree.child(of: node, at: 1), let symbol = tree.symbol(of: base) else { return nil }
    var entry = lookUp(.kind(kind), symbol, place)
    if tree.kind(of: base) == .dottedName, let (package, name) = splitReference(tree.string(of: base), place) {
      entry = packages[package].names[NameSpace.kind(kind).key(name)]
      if let entry { checkVisible(entry, base, place) }
    }
    guard let entry else {
      reportUnresolved(kind, symbol, base, place)
      return nil
    }
    record(entry, base, .last, place)
    guard entries[entry].index < 0 else {
      report(
        .familyName, "`\(text(symbol))` has no members", place, node,
        secondary: [Annotation(entries[entry].nameSpan, "declared without a key")])
      return nil
    }
    guard let key = evaluateKey(keyNode, in: place) else { return nil }
    guard let instance = familyMembers[FamilyKey(entry: entry, key: key)] else {
      if isAbstract, conditionalNames.contains(NameSpace.kind(kind).key(entries[entry].name)) { return nil }
      reportUnknownKey(entry, key, keyNode, place)
      return nil
    }
    let id = DeclarationID(kind, instances[instance].position)
    return isAllowed(id, node, place) ? id : nil
  }

  private mutating func reportUnknownKey(_ entry: Int, _ key: Symbol, _ node: NodeID, _ place: Place) {
    var keys: [String] = []
    for instance in maySuggest() ? instances : []
    where instance.name == entries[entry].name && instance.package == entries[entry].package {
      if let key = instance.key { keys.append(text(key)) }
    }
    let suggestion = nearest(text(key), keys)
    report(
      .unknownKey, "`\(text(entries[entry].name))` has no member `\(text(key))`", place, node,
      secondary: [Annotation(entries[entry].nameSpan, "the family is declared here")],
      help: suggestion.map { "did you mean `\($0)`?" },
      fixes: suggestion.map { [FixIt("write `\($0)`", [TextEdit(span(place, node), replacement: $0)])] } ?? [])
  }

  private mutating func declaration(
    _ entry: Int, _ kind: DeclarationKind, _ node: NodeID, _ place: Place
  ) -> DeclarationID? {
    guard entries[entry].index >= 0 else {
      report(
        .familyName, "`\(text(entries[entry].name))` is a family: one member is meant", place, node,
        secondary: [Annotation(entries[entry].nameSpan, "declared with a key")],
        help: "write `\(text(entries[entry].name))[KEY]`")
      return nil
    }
    let id = DeclarationID(kind, instances[entries[entry].index].position)
    return isAllowed(id, node, place) ? id : nil
  }

  private mutating func reportUnresolved(_ kind: DeclarationKind, _ name: Symbol, _ node: NodeID, _ place: Place) {
    if isExcused(name, .kind(kind), place) { return }
    let package = fileStates[place.file].package
    if !isDamaged(place, span(place, node)),
      !unresolvedNames.insert(UnresolvedName(package: package, key: NameSpace.kind(kind).key(name))).inserted
    {
      return
    }
    let word = text(name)
    // A tenant that names what exists but was not granted is told about the grant.
    let owner = textOwner(place)
    if owner >= 0, kind.needsGrant, program.tenants[owner].mayLack(.mayUse) { return }
    if owner >= 0, kind.needsGrant, let entry = platformEntry(kind, name) {
      reportNotGranted(entry, owner, node, place)
      return
    }
    for space in Evaluator.allSpaces where space != .kind(kind) {
      guard let other = lookUp(space, name, place) else { continue }
      report(
        .wrongKind, "`\(word)` is \(space.phrase), not \(kind.phrase)", place, node,
        secondary: [Annotation(entries[other].nameSpan, "declared here")],
        fixes: spelled(only(kind, place), span(place, node))
      )
      return
    }
    if let first = entriesByName[NameSpace.kind(kind).key(name)]?.first {
      let entry = entries[first]
      let path = packages[entry.package].path
      report(
        .unresolvedName, "\(kind.keyword) `\(word)` is not in scope", place, node,
        secondary: [Annotation(entry.nameSpan, "package `\(path)` declares one")],
        help: entry.isExported
          ? "write `use \(path).{\(word)}` at the top of the file"
          : "write `export` before it in `\(path)`, then `use \(path).{\(word)}` at the top of this file",
        fixes: entry.isExported ? using(word, of: path, place) : [])
      return
    }
    let suggestion = nearest(word, visibleNames(kind, place))
    report(
      .unresolvedName, "there is no \(kind.keyword) `\(word)`", place, node,
      help: suggestion.map { "did you mean `\($0)`?" },
      fixes: suggestion.map { [FixIt("write `\($0)`", [TextEdit(span(place, node), replacement: $0)])] } ?? [])
  }

  private func platformEntry(_ kind: DeclarationKind, _ name: Symbol) -> Int? {
    entriesByName[NameSpace.kind(kind).key(name)]?.first { packages[entries[$0].package].tenant < 0 }
  }

  /// The one declaration of a kind that the place can see; nil if there are several.
  mutating func only(_ kind: DeclarationKind, _ place: Place) -> String? {
    let names = visibleNames(kind, place)
    return names.count == 1 ? names.first : nil
  }

  /// Names of a kind that the place can see, in order of declaration.
  private mutating func visibleNames(_ kind: DeclarationKind, _ place: Place) -> [String] {
    guard maySuggest() else { return [] }
    var names: [String] = []
    for entry in entries where entry.space == .kind(kind) && lookUp(entry.space, entry.name, place) != nil {
      names.append(text(entry.name))
    }
    return names
  }

  // MARK: Capabilities

  /// Whether the tenant that the place is evaluated for may name the declaration. Reports if not.
  mutating func isAllowed(_ id: DeclarationID, _ node: NodeID, _ place: Place) -> Bool {
    let subject = place.owner
    // A grant may depend on the same condition as its use.
    if subject < 0 || isAbstract { return true }
    let index = order[Int(id.kind.rawValue)][Int(id.position)]
    let owner = packages[instances[index].package].tenant
    if owner == subject { return true }
    let target = instances[index]
    if owner >= 0 {
      report(
        .foreignTenant, "\(id.kind.keyword) `\(target.identity)` belongs to tenant `\(program.tenants[owner].name)`",
        place, node, secondary: [Annotation(target.nameSpan, "declared here")],
        help: "nothing of one tenant can be named by another")
      return false
    }
    if !id.kind.needsGrant || ownership.mayUse(id, subject) { return true }
    let key = NameSpace.kind(id.kind).key(target.name)
    if let entry = packages[target.package].names[key] { reportNotGranted(entry, subject, node, place) }
    return false
  }

  /// The one declaration of a kind that the tenant is granted; nil if there are several.
  private func granted(_ kind: DeclarationKind, _ tenant: Int) -> String? {
    let names = program.tenants[tenant].uses.filter { $0.declaration.kind == kind }.map { text($0.name) }
    return names.count == 1 ? names.first : nil
  }

  mutating func reportNotGranted(_ entry: Int, _ tenant: Int, _ node: NodeID, _ place: Place) {
    guard case .kind(let kind) = entries[entry].space, tenant < program.tenants.count,
      !program.tenants[tenant].mayLack(.mayUse), !isAbstract,
      refused.insert(Refusal(tenant: tenant, what: "\(kind) \(entry)")).inserted
    else { return }
    let name = program.tenants[tenant].name
    let target = text(entries[entry].name)
    report(
      .notGranted, "tenant `\(name)` may not use \(kind.keyword) `\(target)`: no grant names it", place, node,
      secondary: [
        Annotation(program.tenants[tenant].origin.span, "the tenant's grants are here"),
        Annotation(entries[entry].nameSpan, "declared here"),
      ],
      help: "the platform may write `may use \(kind.keyword) \(target)` there",
      fixes: text(place, node) == target
        ? granted(kind, tenant).map {
          [replacing(span(place, node), by: $0, "write `\($0)`, the one \(kind.keyword) that `\(name)` may use")]
        } ?? [] : [])
  }
}
