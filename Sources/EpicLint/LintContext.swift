import EpicBase
import EpicIR
import EpicSema
import EpicSyntax

/// What rules share: the files with their names, and what the evaluated program refers to.
struct LintContext {
  let files: [LintFile]
  let program: EvaluatedProgram
  let deployment: Deployment
  /// Names that any file mentions.
  let mentioned: Set<String>
  /// Names that stand where evaluation may never come, or that may be read as another kind of thing than they look like:
  /// in templates, conditions, loops, constants and arguments. Whoever bears one of them counts as used.
  let loose: Set<String>
  /// Declarations that the evaluated program refers to.
  private let referenced: Set<DeclarationID>
  /// Declarations by the place of their name; members of families are left out.
  private let declarationsByName: [SourceSpan: DeclarationID]

  init(_ input: LintInput) {
    program = input.program
    deployment = input.deployment
    var mentioned: Set<String> = []
    var loose: Set<String> = []
    files = input.files.enumerated().map { index, unit in
      let file = LintFile(index: index, path: unit.path, tree: unit.tree)
      mentioned.formUnion(file.names.mentioned)
      loose.formUnion(file.names.loose)
      return file
    }
    self.mentioned = mentioned
    self.loose = loose
    referenced = LintContext.references(of: input.program)
    var declarations: [SourceSpan: DeclarationID] = [:]
    for kind in DeclarationKind.allCases {
      for (position, declaration) in input.program.declarations(of: kind).enumerated()
      where declaration.identity.key == nil {
        declarations[declaration.nameSpan] = DeclarationID(kind, UInt32(truncatingIfNeeded: position))
      }
    }
    declarationsByName = declarations
  }

  /// The evaluated declaration of a name; nil for families and for what a condition left out.
  func declaration(_ name: DeclaredName, in file: LintFile) -> DeclarationID? {
    declarationsByName[file.tree.span(of: name.nameNode)]
  }

  /// Declarations of the kinds that nothing refers to.
  func unused(_ kinds: Set<DeclarationKind>, isExported: Bool) -> [(name: DeclaredName, file: LintFile)] {
    var result: [(name: DeclaredName, file: LintFile)] = []
    for file in files {
      for name in file.declarations where name.isExported == isExported {
        guard case .kind(let kind) = name.space, kinds.contains(kind), !loose.contains(name.name),
          let id = declaration(name, in: file), !referenced.contains(id)
        else { continue }
        result.append((name, file))
      }
    }
    return result
  }

  // MARK: References

  private static func references(of program: EvaluatedProgram) -> Set<DeclarationID> {
    var result: Set<DeclarationID> = []
    for kind in DeclarationKind.allCases {
      for declaration in program.declarations(of: kind) { note(declaration.fields, in: &result) }
    }
    for table in program.routeTables { note(table.arms, in: &result) }
    return result
  }

  private static func note(_ arms: [RouteArm], in result: inout Set<DeclarationID>) {
    for arm in arms {
      for row in arm.upstreams { result.insert(DeclarationID(.upstream, row.rawValue)) }
    }
  }

  private static func note(_ fields: [EvaluatedField], in result: inout Set<DeclarationID>) {
    for field in fields {
      for binding in field.bindings { note(binding.value, in: &result) }
      note(field.body, in: &result)
      note(field.arms, in: &result)
    }
  }

  private static func note(_ value: Value, in result: inout Set<DeclarationID>) {
    switch value {
    case .declaration(let id): result.insert(id)
    case .list(let values): for value in values { note(value, in: &result) }
    case .record(let members): for member in members { note(member.value, in: &result) }
    default: break
    }
  }
}

/// One file, its names and its declarations.
struct LintFile {
  let index: Int
  let path: String
  let tree: SyntaxTree
  /// In the order of the text; those inside `if` and `for` included.
  let declarations: [DeclaredName]
  let names: NameIndex

  init(index: Int, path: String, tree: SyntaxTree) {
    self.index = index
    self.path = path
    self.tree = tree
    declarations = DeclaredName.all(in: tree)
    names = NameIndex(tree, declarations: declarations)
  }

  /// The package that the file belongs to, as a dotted path.
  var package: String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return path[..<slash].split(separator: "/").joined(separator: ".")
  }
}
