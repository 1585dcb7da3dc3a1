import EpicBase
import EpicDiagnostics
import EpicIR
package import EpicSyntax

/// Declarations in the order of their identities.
extension Evaluator {
  /// Gives every declaration its position: the kinds' tables are ordered by identity.
  mutating func orderInstances() {
    for index in instances.indices { order[Int(instances[index].kind.rawValue)].append(index) }
    for kind in order.indices {
      order[kind].sort { instances[$0].identity < instances[$1].identity }
      for (position, index) in order[kind].enumerated() {
        instances[index].position = UInt32(truncatingIfNeeded: position)
      }
    }
  }

  mutating func evaluateDeclarations() {
    for kind in DeclarationKind.allCases where kind != .tenant {
      let indices = order[Int(kind.rawValue)]
      program.tables[Int(kind.rawValue)].reserveCapacity(indices.count)
      for index in indices {
        let declaration = evaluateDeclaration(index)
        program.tables[Int(kind.rawValue)].append(declaration)
        noteForbidden(declaration)
      }
    }
  }

  /// Evaluates one declaration with its templates.
  mutating func evaluateDeclaration(_ index: Int) -> EvaluatedDeclaration {
    let instance = instances[index]
    let tree = files[instance.place.file].tree
    var place = instance.place
    place.owner = packages[instance.package].tenant
    instances[index].identity.tenant = place.owner >= 0 ? program.tenants[place.owner].name : nil
    var declaration = EvaluatedDeclaration(
      kind: instance.kind, identity: instances[index].identity, fields: [],
      origin: Origin(headSpan(place, instance.statement), through: place.application), nameSpan: instance.nameSpan)
    let mark = scopeMark
    defer { release(to: mark) }
    guard step(place, instance.statement, Evaluator.stepsPerInstance) else {
      if instance.kind == .routes {
        program.routeTables.append(RouteTable(identity: declaration.identity, arms: [], origin: declaration.origin))
      }
      return declaration
    }
    declaration.documentation = tree.documentation(ofDeclaration: instance.statement)
    let isRefused = place.owner >= 0 && instance.kind.isPlatformOnly
    if isRefused { reportPlatformKind(instance, place) }
    guard let view = StatementView(tree, instance.statement) else { return declaration }
    if let outcome = view.outcome {
      report(.misplacedStatement, "`->` cannot stand behind `\(instance.kind.keyword)`", place, outcome.node)
    }
    guard let context = FieldContext(instance.kind) else {
      let (routeProtocol, arms) = evaluateRoutes(view, instance, place)
      program.routeTables.append(
        RouteTable(
          identity: declaration.identity, routeProtocol: routeProtocol, arms: arms, origin: declaration.origin))
      return declaration
    }
    var body = BodyState(context: context)
    body.reserveCapacity(8)
    // What it lacks does not matter where it must not be.
    body.isIncomplete = isRefused
    declaration.template = evaluateHeader(view, instance.kind, place, &body)
    if let statements = view.body { evaluateBody(statements, in: place, &body) }
    finish(&body, instance.statement, place)
    declaration.fields = body.working.map(\.field)
    declaration.broken = body.broken
    declaration.isUnclear = body.isIncomplete || body.isUnclear
    declaration.limits = body.limits
    if !body.slots.isEmpty { declaration.slots = FilledSlots(body) }
    declaration.finalFields = body.working.indices.filter { body.working[$0].mode == .final }
    if instance.kind == .ingress { chooseEngine(&declaration, place) }
    checkDeclaration(declaration, place)
    return declaration
  }

  /// What stands between name and body: `from TEMPLATE(…)`.
  mutating func evaluateHeader(
    _ view: StatementView, _ kind: DeclarationKind, _ place: Place, _ body: inout BodyState
  ) -> String? {
    let tree = files[place.file].tree
    var arguments = view.arguments
    _ = arguments.next()
    guard let word = arguments.next() else { return nil }
    guard tree.kind(of: word) == .name, tree.symbol(of: word) == words.from else {
      report(
        .unexpectedArgument, "`\(text(place, word))` is not expected behind the name of \(kind.phrase)", place,
        word, help: "write `\(kind.keyword) NAME [from TEMPLATE(…)] { … }`")
      body.isIncomplete = true
      return nil
    }
    guard let template = arguments.next() else {
      report(.missingArgument, "`from` names no template", place, word)
      body.isIncomplete = true
      return nil
    }
    let name = applyTemplate(template, for: kind, in: place, &body)
    if name == nil { body.isIncomplete = true }
    if name != nil, let rest = arguments.next() {
      report(.unexpectedArgument, "`\(text(place, rest))` is not expected behind the template", place, rest)
    }
    return name
  }

  private mutating func reportPlatformKind(_ instance: Instance, _ place: Place) {
    let tenant = program.tenants[place.owner]
    report(
      .platformKind, "tenant `\(tenant.name)` cannot declare \(instance.kind.phrase)", place,
      at: headSpan(place, instance.statement),
      secondary: [Annotation(tenant.packageSpan ?? tenant.origin.span, "this package belongs to the tenant")],
      help: "\(instance.kind.keyword) declarations belong to the platform")
  }
}

extension SyntaxTree {
  /// The `///` lines above a declaration. They stand above its `export`, which is the node before it.
  package func documentation(ofDeclaration node: NodeID) -> [String] {
    guard node.rawValue > 0, kind(of: NodeID(node.rawValue - 1)) == .export else { return documentation(of: node) }
    return documentation(of: NodeID(node.rawValue - 1))
  }
}
