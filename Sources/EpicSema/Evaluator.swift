package import EpicBase
package import EpicDiagnostics
import EpicIR
package import EpicSyntax

/// One file of a workspace.
package struct SourceUnit: Sendable {
  /// Path relative to the workspace, `/`-separated.
  package var path: String
  package var tree: SyntaxTree
  /// Where the parser reported errors: what stands there is not reported again.
  var damage: [SourceSpan]

  /// Takes a parsed file. All files of a workspace were parsed with one interner.
  package init(path: String, parsed: ParseResult) {
    self.path = path
    tree = parsed.tree
    let text = parsed.tree.text
    damage = parsed.diagnostics.filter { $0.severity == .error }.map { diagnostic in
      var span = diagnostic.primary.span
      // What a stray bracket was to close stands before it on its line.
      if diagnostic.code == .strayBracket {
        while span.start > 0, text[Int(span.start) - 1] != UInt8(ascii: "\n") { span.start -= 1 }
      }
      // What an open bracket holds too much stands behind it on its line.
      if diagnostic.code == .unclosedBracket {
        while Int(span.end) < text.count, text[Int(span.end)] != UInt8(ascii: "\n") { span.end += 1 }
      }
      return span
    }.sorted()
  }
}

/// What reading a data file gave.
package enum DataContent: Sendable {
  case bytes([UInt8])
  /// The reason, as the end of a sentence: "does not exist".
  case unreadable(String)
  /// Longer than `Limits.dataFileBytes`.
  case tooLarge
}

/// The state of one evaluation. Passes are extensions, one concern a file; they run in the order of `run`.
struct Evaluator {
  // Input.
  let files: [SourceUnit]
  var interner: Interner
  var read: (String) -> DataContent
  let stepLimit: Int
  let words: SchemaWords

  // Names.
  var fileStates: [FileState] = []
  var packages: [PackageState] = []
  var packagesByPath: [Symbol: Int] = [:]
  var entries: [Entry] = []
  /// `NameSpace.key` -> entries of all packages, in order.
  var entriesByName: [UInt64: [Int]] = [:]
  var familyMembers: [FamilyKey: Int] = [:]
  var lets: [LetState] = []
  var templates: [TemplateState] = []
  var instances: [Instance] = []
  /// Instances by kind, ordered by identity: position -> instance.
  var order = [[Int]](repeating: [], count: DeclarationKind.allCases.count)
  var pending: [PendingExpansion] = []
  /// Folders that `workspace.epic` calls dependencies.
  var dependencies: [Dependency] = []
  var frames: [Frame] = []

  // Results.
  var program = EvaluatedProgram()
  var sink = DiagnosticSink()
  var steps = 0
  /// Levels of the evaluation that runs, and the deepest that it reached, with what names stand for.
  var depth = 0
  var deepest = 0
  /// Questions and their values of the predicate that is being evaluated.
  var predicateSize = PredicateSize()
  var isExhausted = false
  var dataFiles: [String: DataFileID?] = [:]
  var letValues: [LetValueKey: KnownValue] = [:]
  var letPredicates: [LetPredicateKey: KnownPredicate] = [:]
  /// The constants whose values are being evaluated, each with where it is named.
  var constantUses: [ConstantUse] = []
  /// Lets of files, which stay; those of bodies come behind them and go with their frames.
  var lastingLets = 0
  /// What is known of lets of bodies, in order of evaluation.
  var passingValues: [LetValueKey] = []
  var passingPredicates: [LetPredicateKey] = []
  var activeTemplates: [Int] = []
  var reported: Set<SourceSpan> = []
  /// What earlier mistakes keep from being declared.
  var lost = LostNames()
  /// How often a variable was read: what is evaluated without a read is the same in every application of a template.
  var variableReads = 0
  /// Fields of templates that depend on no parameter.
  var constantFields: [ConstantFieldKey: EvaluatedField] = [:]
  /// Names that were reported already.
  var unresolvedNames: Set<UnresolvedName> = []
  /// `envoy … for` declarations, evaluated when what they name is.
  var natives: [(place: Place, node: NodeID)] = []
  /// Tests and policies, evaluated when everything that they may name is.
  var tests: [PendingTest] = []
  /// Names of tests and policies by package.
  var testNames: [TestName: SourceSpan] = [:]
  /// Routes that tests of an owner may expect.
  var routeNames: [Int: Set<String>] = [:]
  /// Routes that tests may expect though they were not understood, which was reported.
  var damagedRoutes: Set<String> = []
  /// Whether something was not understood that may hold routes of any name.
  var lacksRoutes = false
  /// Heads of statements whose bodies lack something that was not understood.
  var damagedBodies: Set<SourceSpan> = []
  /// Branches of `if` that were taken.
  var takenBranches: Set<BranchKey> = []
  /// Whether text is evaluated for any values of its variables.
  var isAbstract = false
  /// Lets of bodies from here on were made by the abstract evaluation that runs.
  var abstractLets = 0
  /// Whether a value of the last match is missing, in an abstract evaluation.
  var lacksValue = false
  /// Bodies and conditions that were evaluated abstractly because no value led to them.
  var considered: Set<BranchKey> = []
  /// Templates that were applied, and those of them of which a branch was left out.
  var appliedTemplates: Set<Int> = []
  var partlyAppliedTemplates: Set<Int> = []
  /// Branches of files that are not taken.
  var untaken: [(body: NodeID, place: Place)] = []
  /// `NameSpace.key` of what the branches of files that are not taken would declare.
  var conditionalNames: Set<UInt64> = []
  var forbidden = ForbiddenAddresses()
  /// Entries that were reported as private: exporting one mends all its uses.
  var privateNames: Set<Int> = []
  /// What tenants were told that they may not use, own or reach: each once, however often it is said.
  var refused: Set<Refusal> = []
  var grantNames: [[UInt64: Int]] = []
  var ownership = TenantOwnership([])
  var drawnAddresses: [DrawnKey: [SourceSpan]] = [:]
  /// The body that the statement of the last match stands in.
  var matchedContext = FieldContext.workspaceFile
  /// The `under` block whose route's predicate is evaluated.
  var enclosingBlock: PathPattern?
  /// What the routes are for whose predicate is evaluated; nil outside of routes.
  var enclosingProtocol: RouteProtocol?
  /// The statement whose arguments are matched, its field, and the slot that is bound: they tell what may be meant.
  var matchedStatement = NodeID(0)
  var matchedFile = -1
  var matchedField: FieldSchemaID?
  var matchedSlot: Slot?
  /// How often names were looked through for one that is near.
  var suggestionsMade = 0
  /// Words that could have stood where the last match stopped.
  var skippedWords: [Symbol] = []
  /// What names stand for, where an editor asks for it.
  var recorder: NameRecorder?

  init(files: [SourceUnit], interner: Interner, stepLimit: Int, read: @escaping (String) -> DataContent) {
    self.files = files
    var interner = interner
    words = SchemaWords(&interner)
    self.interner = interner
    self.read = read
    self.stepLimit = stepLimit
  }

  mutating func run() {
    collectPackages()
    for file in files.indices { collect(file) }
    checkWorkspace()
    for file in files.indices { resolveImports(file) }
    expandPending()
    lastingLets = lets.count
    orderInstances()
    checkDependencyDeclarations()
    evaluateTenants()
    evaluateDeclarations()
    checkFilledRoutes()
    evaluateHatches()
    checkTenantLimits()
    evaluateTests()
    considerDeclarations()
    considerTemplates()
    noteBranches()
  }

}

/// Where text stands, and for whom it is evaluated.
struct Place {
  /// Index of the file.
  var file: Int
  /// Innermost frame of variables; -1 is none.
  var frame = -1
  /// The tenant whose declaration is evaluated, an index into `program.tenants`; -1 is the platform.
  var owner = -1
  /// The use of a template or loop through which the text is reached.
  var application: SourceSpan?
}

/// Variables of a template's application, a loop's turn, or a body's `let`s.
struct Frame {
  /// What a variable is.
  enum Variable {
    case value(Value, ValueType?)
    /// Any value of the type, in an abstract evaluation.
    case unknown(ValueType?)
    /// Index into `lets`.
    case binding(Int)
  }
  var parent: Int
  /// Whether the frame is a turn of a `for`.
  var isLoop = false
  /// Levels of nesting in what the variables stand for.
  var height = 0
  private(set) var names: [Symbol] = []
  /// With the place where each is declared.
  private var variables: [(variable: Variable, span: SourceSpan)] = []
  /// Positions by name, kept where there are many.
  private var positions: [Symbol: Int] = [:]

  init(parent: Int, isLoop: Bool = false) {
    self.parent = parent
    self.isLoop = isLoop
  }

  /// Adds a variable; no other of the frame has its name.
  mutating func add(_ name: Symbol, _ variable: Variable, at span: SourceSpan) {
    names.append(name)
    variables.append((variable, span))
    if names.count == 8 {
      for (position, name) in names.enumerated() { positions[name] = position }
    } else if names.count > 8 {
      positions[name] = names.count - 1
    }
  }

  /// The variable of a name.
  subscript(name: Symbol) -> Variable? { position(of: name).map { variables[$0].variable } }

  /// Where the variable of a name is declared.
  func span(of name: Symbol) -> SourceSpan? { position(of: name).map { variables[$0].span } }

  private func position(of name: Symbol) -> Int? { names.count >= 8 ? positions[name] : names.firstIndex(of: name) }
}

/// A file's scope: what its `use` lines bring.
struct FileState {
  var package: Int
  /// `NameSpace.key` -> entry.
  var imports: [UInt64: Int] = [:]
  /// Last component of a used package -> package.
  var importedPackages: [Symbol: Int] = [:]
  /// Names that a `use` line failed to bring, which was reported.
  var lostImports: Set<Symbol> = []
  /// Whether a `use` line is so wrong that it may have been meant to bring any name.
  var lacksImports = false
}

/// A folder.
struct PackageState {
  var path: String
  var symbol: Symbol
  /// Index of the owning tenant, -1 for the platform.
  var tenant = -1
  var names: [UInt64: Int] = [:]
  var firstFile: Int
}

/// The spaces that names live in: one for each kind of declaration, one for constants, one for templates.
enum NameSpace: Hashable {
  case kind(DeclarationKind)
  case constant
  case template

  var rawValue: UInt8 {
    switch self {
    case .kind(let kind): kind.rawValue
    case .constant: 64
    case .template: 65
    }
  }

  func key(_ name: Symbol) -> UInt64 { UInt64(rawValue) << 32 | UInt64(name.rawValue) }

  var phrase: String {
    switch self {
    case .kind(let kind): kind.phrase
    case .constant: "a constant"
    case .template: "a template"
    }
  }
}

/// A declared name.
struct Entry {
  var space: NameSpace
  var name: Symbol
  var package: Int
  var file: Int
  var statement: NodeID
  var nameSpan: SourceSpan
  var isExported: Bool
  /// Into `instances`, `lets` or `templates`; -1 for an indexed family.
  var index: Int
}

struct FamilyKey: Hashable {
  var entry: Int
  var key: Symbol
}

/// A `let`.
struct LetState {
  var name: Symbol
  var value: NodeID
  var place: Place
  var nameSpan: SourceSpan
  /// Whether it is being evaluated.
  var isActive = false
}

/// A place that names a constant, and the constant's value where it is written.
struct ConstantUse {
  var file: Int
  var value: NodeID
  var node: NodeID
  var place: Place
  var nameSpan: SourceSpan
}

struct LetValueKey: Hashable {
  var index: Int
  var owner: Int
  var type: ValueType?
}

/// What a name allows depends on who asks, so a predicate is one owner's.
struct LetPredicateKey: Hashable {
  var index: Int
  var owner: Int
}

/// A `template`.
struct TemplateState {
  var name: Symbol
  var node: NodeID
  var file: Int
  var nameSpan: SourceSpan
  /// Set when first needed.
  var parameters: [TemplateParameter]?
  /// Whether a parameter is wrong, which was reported.
  var hasBrokenParameters = false
}

/// A declaration, or one member of an indexed family.
struct Instance {
  var kind: DeclarationKind
  var name: Symbol
  var key: Symbol?
  var package: Int
  var place: Place
  var statement: NodeID
  var nameSpan: SourceSpan
  var identity: Identity
  var position: UInt32 = 0
}

/// An `if` or `for` of a file, expanded when all names are known.
struct PendingExpansion {
  var node: NodeID
  var place: Place
  var isExported: Bool
}

struct ConstantFieldKey: Hashable {
  var file: Int
  var node: NodeID
  var owner: Int
}

struct UnresolvedName: Hashable {
  var package: Int
  var key: UInt64
}

struct Refusal: Hashable {
  var tenant: Int
  var what: String
}

struct DrawnKey: Hashable {
  var tenant: Int
  var pool: UInt32
}

/// Evaluates a workspace. Never fails and never traps, whatever the trees hold. The result does not depend on the order
/// of `files`; equal inputs give equal results. Linear in the size of the text that templates and loops expand to.
///
/// `interner` is the one that parsed the files. `read` gives the bytes of a data file by its path in the workspace; it is
/// asked once for each path. `stepLimit` stands for the budget of steps that the text is worth.
package func evaluate(
  _ files: [SourceUnit], interner: Interner, stepLimit: Int? = nil, read: (String) -> DataContent
) -> (program: EvaluatedProgram, diagnostics: [Diagnostic]) {
  let evaluator = evaluated(files, interner, stepLimit, nil, read)
  return (evaluator.program, evaluator.sink.sorted)
}

/// Evaluates a workspace as `evaluate` does, and tells what its names stand for. Costs memory for each name.
package func evaluateNaming(
  _ files: [SourceUnit], interner: Interner, read: (String) -> DataContent
) -> (program: EvaluatedProgram, diagnostics: [Diagnostic], names: NameIndex) {
  let evaluator = evaluated(files, interner, nil, NameRecorder(), read)
  let names = evaluator.recorder.map { NameIndex(evaluator, $0) } ?? NameIndex()
  return (evaluator.program, evaluator.sink.sorted, names)
}

private func evaluated(
  _ files: [SourceUnit], _ interner: Interner, _ stepLimit: Int?, _ recorder: NameRecorder?,
  _ read: (String) -> DataContent
) -> Evaluator {
  let stepLimit =
    stepLimit
    ?? files.reduce(Limits.evaluationSteps) { $0 + $1.tree.text.count * Limits.evaluationStepsPerByte }
  return withoutActuallyEscaping(read) { read in
    var evaluator = Evaluator(files: files, interner: interner, stepLimit: stepLimit, read: read)
    evaluator.recorder = recorder
    evaluator.run()
    evaluator.program.steps = evaluator.steps
    evaluator.read = { _ in .unreadable("is asked for too late") }
    return evaluator
  }
}
