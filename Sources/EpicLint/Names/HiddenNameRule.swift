import EpicBase
import EpicDiagnostics
import EpicSyntax

/// No constant, variable or parameter hides another.
enum HiddenNameRule: LintRule {
  static let code = DiagnosticCode.hiddenName
  static let fix = FixEffect.none

  static func check(_ context: LintContext, reporting sink: inout DiagnosticSink) {
    var constants: [String: [String: SourceSpan]] = [:]
    for file in context.files {
      for name in file.declarations {
        guard case .constant = name.space else { continue }
        constants[file.package, default: [:]][name.name] = file.tree.span(of: name.nameNode)
      }
    }
    for file in context.files {
      var walk = ScopeWalk(tree: file.tree, outermost: constants[file.package] ?? [:])
      walk.addImports { constants[$0] }
      walk.walk(.file, declares: false)
      for (name, span, hidden) in walk.shadows {
        sink.report(
          Diagnostic(
            code, "`\(name)` hides another `\(name)`", at: span, label: "from here on this one is meant",
            secondary: [Annotation(hidden, "hidden by it")], help: "give one of them another name"))
      }
    }
  }
}

/// Walks the bodies of a file with the names that they see.
private struct ScopeWalk {
  let tree: SyntaxTree
  /// The package's constants.
  private let outermost: [String: SourceSpan]
  /// Constants that `use` brings.
  private var imports: [String: SourceSpan] = [:]
  /// Names of the bodies around, the innermost last.
  private var scopes: [[String: SourceSpan]] = []
  private(set) var shadows: [(name: String, span: SourceSpan, hidden: SourceSpan)] = []

  init(tree: SyntaxTree, outermost: [String: SourceSpan]) {
    self.tree = tree
    self.outermost = outermost
  }

  mutating func addImports(_ constants: (String) -> [String: SourceSpan]?) {
    for node in tree.children(of: .file) where tree.kind(of: node) == .use {
      guard let view = UseView(tree, node), let path = view.path, let known = constants(tree.string(of: path)) else {
        continue
      }
      for name in view.selection ?? [] {
        let text = tree.string(of: name)
        imports[text] = known[text]
      }
    }
  }

  /// Walks the statements of a file or body. The constants of a file are the outermost names already.
  mutating func walk(_ body: NodeID, declares: Bool) {
    for node in tree.children(of: body) { statement(node, declares: declares) }
  }

  private mutating func statement(_ node: NodeID, declares: Bool) {
    switch tree.kind(of: node) {
    case .letStatement:
      if declares, let name = LetView(tree, node)?.name { add(name) }
    case .forStatement:
      guard let view = ForView(tree, node), let variable = view.variable, let body = view.body else { return }
      scopes.append([:])
      add(variable)
      walk(body, declares: declares)
      scopes.removeLast()
    case .template:
      guard let view = TemplateView(tree, node), let body = view.body else { return }
      scopes.append([:])
      for parameter in view.parameters { if let name = parameter.name { add(name) } }
      inner(body)
      scopes.removeLast()
    case .ifStatement:
      for child in tree.children(of: node) {
        if tree.kind(of: child) == .ifStatement { statement(child, declares: declares) }
        if tree.kind(of: child) == .body { branch(child, declares: declares) }
      }
    case .export: walk(node, declares: declares)
    default:
      for child in tree.children(of: node) {
        switch tree.kind(of: child) {
        case .body: inner(child)
        case .outcome: if let body = tree.child(of: child, kind: .body) { inner(body) }
        default: break
        }
      }
    }
  }

  /// A body whose constants are its own.
  private mutating func inner(_ body: NodeID) { branch(body, declares: true) }

  private mutating func branch(_ body: NodeID, declares: Bool) {
    scopes.append([:])
    walk(body, declares: declares)
    scopes.removeLast()
  }

  private mutating func add(_ node: NodeID) {
    let name = tree.string(of: node)
    let span = tree.span(of: node)
    if let hidden = scopes.last(where: { $0[name] != nil })?[name] ?? outermost[name] ?? imports[name] {
      shadows.append((name, span, hidden))
    }
    if !scopes.isEmpty { scopes[scopes.count - 1][name] = span }
  }
}
