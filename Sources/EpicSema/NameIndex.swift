package import EpicBase
package import EpicSyntax

/// What the names of a workspace stand for: every name that is declared, and every place that names one. Editors jump,
/// list and rename by it. It is recorded while the workspace is evaluated, so it never differs from what the compiler
/// does: what was not evaluated (a template that nobody applies, the branch of an `if` that is not taken) has no uses.
package struct NameIndex: Sendable {
  /// What a name is the name of.
  package enum Kind: Hashable, Sendable {
    case declaration(DeclarationKind)
    /// A `let` of a file.
    case constant
    case template
    /// A template's parameter.
    case parameter
    /// The variable of a `for`, or a `let` of a body.
    case variable

    /// The kind as a phrase for people: "an upstream", "a parameter".
    package var phrase: String {
      switch self {
      case .declaration(let kind): kind.phrase
      case .constant: "a constant"
      case .template: "a template"
      case .parameter: "a parameter"
      case .variable: "a variable"
      }
    }
  }

  /// One declared name.
  package struct Name: Hashable, Sendable {
    package var kind: Kind
    package var text: String
    /// Dotted path of the package; empty for the root's.
    package var package: String
    /// The name where it is declared.
    package var span: SourceSpan
    /// The statement that declares it, in the tree of the span's file. The name's own node for variables.
    package var statement: NodeID
    package var isExported: Bool
    /// Whether it is declared with a key: `white[b.key]`.
    package var isFamily: Bool
  }

  /// A place that names something. A name that `use` brings may stand for several.
  package struct Use: Hashable, Sendable {
    package var span: SourceSpan
    /// Position in `names`.
    package var name: Int
  }

  /// A place that names a package: one part of a dotted path, which stands for the folder that the path up to it leads to.
  package struct PackageUse: Hashable, Sendable {
    package var span: SourceSpan
    /// Dotted path of the folder.
    package var path: String
  }

  /// Declared names: those of packages in order of declaration, then variables in order of their place.
  package private(set) var names: [Name] = []
  /// Places that name something, in source order, declarations not among them.
  package private(set) var uses: [Use] = []
  /// Places that name packages, in source order.
  package private(set) var packageUses: [PackageUse] = []
  /// Dotted paths of the packages, in order of their first file.
  package private(set) var packages: [String] = []

  /// By source: the package and the names that `use` lines bring.
  private var files: [(package: Int, imports: [Int])] = []
  /// By package: its names and those that were granted to its tenant.
  private var scopes: [(names: [Int], grants: [Int])] = []
  private var evaluated: Set<SourceSpan> = []

  /// An index of nothing.
  package init() {}

  /// The names that a file can say without a package before them, its package's own first. Sorted by position.
  package func visible(in source: SourceID) -> [Int] {
    let position = Int(source.rawValue)
    guard position < files.count else { return [] }
    let file = files[position]
    let scope = scopes[file.package]
    return scope.names + (file.imports + scope.grants).filter { !scope.names.contains($0) }.sorted()
  }

  /// The names that a package exports.
  package func exported(by package: String) -> [Int] {
    names.indices.filter { names[$0].package == package && names[$0].isExported }
  }

  /// The uses, and the declarations as uses of themselves, whose span holds an offset; both ends count.
  package func names(at offset: UInt32, in source: SourceID) -> [Use] {
    var found: [Use] = []
    // The spans of names do not nest, so only the last ones that start at or before the offset can hold it.
    var low = 0
    var high = uses.count
    let key = SourceSpan(source: source, start: offset, end: .max)
    while low < high {
      let middle = (low + high) / 2
      if uses[middle].span <= key { low = middle + 1 } else { high = middle }
    }
    while low > 0, uses[low - 1].span.source == source, uses[low - 1].span.end >= offset {
      found.append(uses[low - 1])
      low -= 1
    }
    for (position, name) in names.enumerated()
    where name.span.source == source && name.span.start <= offset && name.span.end >= offset {
      found.append(Use(span: name.span, name: position))
    }
    return found
  }

  /// The package that is named at an offset; both ends of the name count.
  package func package(at offset: UInt32, in source: SourceID) -> PackageUse? {
    packageUses.first { $0.span.source == source && $0.span.start <= offset && offset <= $0.span.end }
  }

  /// The dotted path of the package that a file belongs to; nil for ids of other sets.
  package func package(of source: SourceID) -> String? {
    let position = Int(source.rawValue)
    return position < files.count ? packages[files[position].package] : nil
  }

  /// The uses inside of a span.
  package func uses(in span: SourceSpan) -> [Use] {
    names(at: span.end, in: span.source).filter { span.start <= $0.span.start && $0.span.end <= span.end }
  }

  /// Whether the text of a body or of a constant's value was evaluated.
  package func isEvaluated(_ span: SourceSpan) -> Bool { evaluated.contains(span) }

  /// Takes over what an evaluation recorded.
  init(_ evaluator: Evaluator, _ recorder: NameRecorder) {
    let interner = evaluator.interner
    for entry in evaluator.entries {
      let kind: Kind =
        switch entry.space {
        case .kind(let kind): .declaration(kind)
        case .constant: .constant
        case .template: .template
        }
      names.append(
        Name(
          kind: kind, text: interner.text(of: entry.name), package: evaluator.packages[entry.package].path,
          span: entry.nameSpan, statement: entry.statement, isExported: entry.isExported,
          isFamily: entry.index < 0))
    }
    var variables = recorder.variables
    // Templates that nobody applies have parameters as well.
    for template in evaluator.templates {
      let tree = evaluator.files[template.file].tree
      for parameter in TemplateView(tree, template.node)?.parameters ?? [] {
        guard let node = parameter.name, let name = tree.symbol(of: node) else { continue }
        let span = tree.span(of: node)
        variables[span] = NameRecorder.Variable(
          kind: .parameter, name: name, file: template.file, span: span, node: node)
      }
    }
    var positions: [SourceSpan: Int] = [:]
    for variable in variables.values.sorted(by: { $0.span < $1.span }) {
      positions[variable.span] = names.count
      let package = evaluator.fileStates[variable.file].package
      names.append(
        Name(
          kind: variable.kind, text: interner.text(of: variable.name), package: evaluator.packages[package].path,
          span: variable.span, statement: variable.node, isExported: false, isFamily: false))
    }
    for use in recorder.uses {
      switch use.target {
      case .entry(let entry): uses.append(Use(span: use.span, name: entry))
      case .variable(let span): if let name = positions[span] { uses.append(Use(span: use.span, name: name)) }
      }
    }
    uses.sort { ($0.span, $0.name) < ($1.span, $1.name) }
    packageUses = recorder.packageUses.sorted { $0.span < $1.span }
    packages = evaluator.packages.map(\.path)
    files = evaluator.fileStates.map { ($0.package, Array(Set($0.imports.values)).sorted()) }
    scopes = evaluator.packages.map { package in
      let tenant = package.tenant
      let grants = tenant >= 0 && tenant < evaluator.grantNames.count ? evaluator.grantNames[tenant] : [:]
      return (package.names.values.sorted(), Array(Set(grants.values)).sorted())
    }
    evaluated = recorder.evaluated
  }
}
