import EpicBase
import EpicDiagnostics
import EpicIR
import EpicSyntax

/// A parameter of a template.
struct TemplateParameter {
  var name: Symbol
  var type: ValueType
  var defaultValue: NodeID?
  var nameSpan: SourceSpan
}

/// Applying templates.
extension Evaluator {
  /// Evaluates the template that `from` names, and those below it, into the body. Gives the template's name.
  mutating func applyTemplate(
    _ node: NodeID, for kind: DeclarationKind, in place: Place, _ body: inout BodyState
  ) -> String? {
    let tree = files[place.file].tree
    let callee = tree.kind(of: node) == .call ? NodeID(node.rawValue + 1) : node
    guard let index = findTemplate(callee, place) else { return nil }
    let state = templates[index]
    guard !activeTemplates.contains(index) else {
      report(
        .definitionCycle, "template `\(text(state.name))` is made from itself", place, callee,
        secondary: [Annotation(state.nameSpan, "the template is declared here")])
      return nil
    }
    if isAbstract {
      considerBase(index, node, for: kind, in: place)
      body.isIncomplete = true
      return text(state.name)
    }
    guard activeTemplates.count < Limits.templateDepth else {
      report(
        .templateTooDeep, "templates on templates are nested deeper than \(Limits.templateDepth)", place, callee)
      return nil
    }
    activeTemplates.append(index)
    let mark = scopeMark
    defer {
      activeTemplates.removeLast()
      release(to: mark)
    }
    let templateTree = files[state.file].tree
    guard let view = TemplateView(templateTree, state.node) else { return nil }
    guard let frame = bindParameters(of: index, node, place) else {
      body.isIncomplete = true
      return text(state.name)
    }
    var inner = Place(file: state.file, frame: frame, owner: place.owner)
    inner.application = place.application ?? span(place, node)
    guard applyHeader(view, for: kind, of: index, node, place, inner, &body) else { return nil }
    appliedTemplates.insert(index)
    let wasTemplate = body.isTemplate
    body.isTemplate = true
    if let statements = view.body { evaluateBody(statements, in: inner, &body) }
    body.isTemplate = wasTemplate
    body.level += 1
    return text(state.name)
  }

  /// `for KIND [from TEMPLATE]` of a template. False if the template is not for such a declaration.
  private mutating func applyHeader(
    _ view: TemplateView, for kind: DeclarationKind, of index: Int, _ node: NodeID, _ place: Place, _ inner: Place,
    _ body: inout BodyState
  ) -> Bool {
    guard let header = header(view, of: index, inner) else { return false }
    if header.kind != kind {
      reportTemplateKind(of: index, header, kind, node, place)
      return false
    }
    for base in header.bases where applyTemplate(base, for: kind, in: inner, &body) == nil { body.isIncomplete = true }
    return true
  }

  /// What stands between a template's parameters and its body.
  struct TemplateHeader {
    var kind: DeclarationKind
    /// Where the kind is written.
    var word: SourceSpan
    /// The templates that it is made from; one but for what the parser let through.
    var bases: [NodeID]
  }

  mutating func reportTemplateKind(
    of index: Int, _ header: TemplateHeader, _ kind: DeclarationKind, _ node: NodeID, _ place: Place
  ) {
    report(
      .templateKind,
      "template `\(text(templates[index].name))` is for `\(header.kind.keyword)`, not `\(kind.keyword)`",
      place, node, secondary: [Annotation(header.word, "it says so here")])
  }

  /// `for KIND [from TEMPLATE]` of a template; nil with a diagnostic.
  mutating func header(_ view: TemplateView, of index: Int, _ place: Place) -> TemplateHeader? {
    let tree = files[place.file].tree
    var arguments = view.arguments
    var kindWord: NodeID?
    var bases: [NodeID] = []
    while let argument = arguments.next() {
      if tree.kind(of: argument) == .reservedWord, kindWord == nil, let word = arguments.next() {
        kindWord = word
      } else if tree.symbol(of: argument) == words.from, let base = arguments.next() {
        bases.append(base)
      } else {
        if isHeadDamaged(view.node, place) { return nil }
        report(
          .unexpectedArgument, "`\(text(place, argument))` is not expected here", place, argument,
          help: "write `template NAME(…) for KIND { … }`")
        return nil
      }
    }
    guard let kindWord else {
      if isHeadDamaged(view.node, place) { return nil }
      report(
        .templateKind, "template `\(text(templates[index].name))` says not what it is for", place,
        at: templates[index].nameSpan, help: "write `for ingress` or another kind before its body")
      return nil
    }
    return templateKind(kindWord, place).map {
      TemplateHeader(kind: $0, word: span(place, kindWord), bases: bases)
    }
  }

  /// The kind of declaration that a template says it is for; nil with a diagnostic if it is none.
  private mutating func templateKind(_ word: NodeID, _ place: Place) -> DeclarationKind? {
    if let kind = files[place.file].tree.symbol(of: word).flatMap({ words.kinds[$0] }) { return kind }
    let suggestion = nearest(text(place, word), DeclarationKind.allCases.map(\.keyword))
    report(
      .templateKind, "`\(text(place, word))` is no kind of declaration", place, word,
      help: suggestion.map { "did you mean `\($0)`?" },
      fixes: suggestion.map { [FixIt("write `\($0)`", [TextEdit(span(place, word), replacement: $0)])] } ?? [])
    return nil
  }

  private mutating func findTemplate(_ node: NodeID, _ place: Place) -> Int? {
    let tree = files[place.file].tree
    switch tree.kind(of: node) {
    case .name:
      guard let symbol = tree.symbol(of: node) else { return nil }
      if let entry = lookUp(.template, symbol, place) {
        record(entry, node, .last, place)
        return visibleTemplate(entry, node, place)
      }
      if isExcused(symbol, .template, place) { return nil }
      if let first = entriesByName[NameSpace.template.key(symbol)]?.first {
        let path = packages[entries[first].package].path
        report(
          .unresolvedName, "template `\(text(symbol))` is not in scope", place, node,
          secondary: [Annotation(entries[first].nameSpan, "package `\(path)` declares one")],
          help: "write `use \(path).{\(text(symbol))}` at the top of the file",
          fixes: entries[first].isExported ? using(text(symbol), of: path, place) : [])
        return nil
      }
      var names: [String] = []
      if maySuggest() {
        for entry in entries where entry.space == .template { names.append(text(entry.name)) }
      }
      let suggestion = nearest(text(symbol), names)
      report(
        .unresolvedName, "there is no template `\(text(symbol))`", place, node,
        help: suggestion.map { "did you mean `\($0)`?" },
        fixes: suggestion.map { [FixIt("write `\($0)`", [TextEdit(span(place, node), replacement: $0)])] } ?? [])
      return nil
    case .dottedName:
      let dotted = tree.string(of: node)
      guard let (package, name) = splitReference(dotted, place) else {
        if isExcused(front: dotted, place) { return nil }
        if let front = standardFront(dotted) {
          reportUnknownStandard(front, node, place)
        } else {
          report(.unresolvedName, "there is no template `\(dotted)`", place, node)
        }
        return nil
      }
      guard let entry = packages[package].names[NameSpace.template.key(name)] else {
        if isExcused(name, .template, place) { return nil }
        var names: [String] = []
        for entry in maySuggest() ? entries : []
        where entry.space == .template && entry.package == package && entry.isExported {
          names.append(text(entry.name))
        }
        let suggestion = nearest(text(name), names)
        report(
          .unresolvedName, "package `\(packages[package].path)` declares no template `\(text(name))`", place, node,
          help: suggestion.map { "did you mean `\($0)`?" })
        return nil
      }
      checkVisible(entry, node, place)
      record(entry, node, .last, place)
      return visibleTemplate(entry, node, place)
    default:
      report(.typeMismatch, "the name of a template is expected, not \(nodePhrase(node, place))", place, node)
      return nil
    }
  }

  /// The template, unless it is another tenant's.
  private mutating func visibleTemplate(_ entry: Int, _ node: NodeID, _ place: Place) -> Int? {
    let owner = packages[entries[entry].package].tenant
    if owner >= 0, place.owner >= 0, owner != place.owner {
      report(
        .foreignTenant, "template `\(text(entries[entry].name))` belongs to tenant `\(program.tenants[owner].name)`",
        place, node, secondary: [Annotation(entries[entry].nameSpan, "declared here")],
        help: "nothing of one tenant can be named by another")
      return nil
    }
    return entries[entry].index
  }

  // MARK: Parameters

  /// A frame with the template's parameters; nil if an argument is wrong.
  mutating func bindParameters(of index: Int, _ call: NodeID, _ place: Place) -> Int? {
    let tree = files[place.file].tree
    let parameters = parameters(of: index)
    var values = [Value?](repeating: nil, count: parameters.count)
    var heights = [Int](repeating: 0, count: parameters.count)
    var given = [Bool](repeating: false, count: parameters.count)
    var isComplete = true
    if isDamaged(place, span(place, call)) { return nil }
    if tree.kind(of: call) == .call {
      for argument in tree.children(of: call).dropFirst() where tree.kind(of: argument) != .unexpected {
        guard tree.kind(of: argument) == .argument, let symbol = tree.symbol(of: argument),
          let valueNode = tree.child(of: argument, at: 1)
        else {
          let meant = parameters.indices.filter { !given[$0] && mayBe(parameters[$0].type, argument, place) }
          let name = meant.count == 1 ? text(parameters[meant[0]].name) : nil
          report(
            .unknownParameter, "`\(text(place, argument))` says not which parameter it is for", place, argument,
            help: name == nil ? "write `NAME: \(text(place, argument))`" : nil,
            fixes: name.map {
              [
                inserting(
                  "\($0): ", at: span(place, argument).start, tree.source, "write `\($0): \(text(place, argument))`")
              ]
            } ?? [])
          isComplete = false
          continue
        }
        guard let position = parameters.firstIndex(where: { $0.name == symbol }) else {
          isComplete = false
          if templates[index].hasBrokenParameters { continue }
          reportUnknownParameter(symbol, argument, parameters, index, place)
          continue
        }
        if given[position] {
          report(.repeatedField, "`\(text(symbol))` is given twice", place, argument)
          isComplete = false
          continue
        }
        given[position] = true
        recordLabel(argument, of: parameters[position].nameSpan, place)
        (values[position], heights[position]) = measured {
          $0.evaluate(valueNode, as: parameters[position].type, in: place)
        }
        if values[position] == nil { isComplete = false }
      }
    }
    return bind(parameters, values, heights, given, isComplete, of: index, call, place)
  }

  /// Whether an argument without its label has the form of a parameter's values.
  private func mayBe(_ type: ValueType, _ argument: NodeID, _ place: Place) -> Bool {
    let tree = files[place.file].tree
    switch (type, tree.kind(of: argument)) {
    case (.host, .dottedName), (.hostName, .dottedName): return true
    case (.host, .literal), (.hostName, .literal): return tree.kind(of: tree.firstToken(of: argument)) == .hostPattern
    case (.word(let choices), .name): return choices.contains(text(place, argument))
    case (.text, .literal): return tree.kind(of: tree.firstToken(of: argument)) == .string
    case (_, .literal):
      let token = tree.firstToken(of: argument)
      return plainLiteral(token, tree.kind(of: token), type, tree) != nil
    default: return false
    }
  }

  private mutating func bind(
    _ parameters: [TemplateParameter], _ values: [Value?], _ heights: [Int], _ given: [Bool], _ isComplete: Bool,
    of index: Int, _ call: NodeID, _ place: Place
  ) -> Int? {
    let hasStray = !isComplete
    var heights = heights
    var isComplete = isComplete && !templates[index].hasBrokenParameters
    let frame = frames.count
    frames.append(Frame(parent: -1))
    var inner = Place(file: templates[index].file, frame: frame, owner: place.owner)
    inner.application = place.application ?? span(place, call)
    var missing: [TemplateParameter] = []
    for (position, parameter) in parameters.enumerated() {
      var value = values[position]
      if value == nil, !given[position] {
        if let node = parameter.defaultValue {
          (value, heights[position]) = measured { $0.evaluate(node, as: parameter.type, in: inner) }
        } else if !hasStray {
          missing.append(parameter)
        }
      }
      guard let value else {
        isComplete = false
        continue
      }
      guard pay(for: value, place, call), climb(heights[position], place, call) else {
        isComplete = false
        continue
      }
      frames[frame].add(parameter.name, .value(value, parameter.type), at: parameter.nameSpan)
      frames[frame].height = max(frames[frame].height, heights[position])
    }
    if !missing.isEmpty { reportMissing(missing, of: index, call, place) }
    return isComplete ? frame : nil
  }

  /// Parameters without argument and default: together one mistake.
  private mutating func reportMissing(_ missing: [TemplateParameter], of index: Int, _ call: NodeID, _ place: Place) {
    let names = missing.map { "`\(text($0.name))`" }.joinedAsList
    let ways = missing.map { "`\(text($0.name)): VALUE`, \($0.type.phrase)" }.joined(separator: "; ")
    report(
      .missingParameter, "template `\(text(templates[index].name))` needs \(names)", place, call,
      secondary: missing.prefix(8).map { Annotation($0.nameSpan, "the parameter is declared here") },
      help: "write \(ways)", fixes: missing.count == 1 ? missingArgument(missing[0], call, place) : [])
  }

  /// The first of the words that the parameter may be, where it is one of several words.
  private func missingArgument(_ parameter: TemplateParameter, _ call: NodeID, _ place: Place) -> [FixIt] {
    let tree = files[place.file].tree
    guard case .word(let choices) = parameter.type, tree.kind(of: call) == .call else { return [] }
    let end = tree.endToken(of: call)
    guard end.rawValue > 0 else { return [] }
    let isFirst = tree.child(of: call, at: 1) == nil
    return choices.map { choice in
      let argument = "\(text(parameter.name)): \(choice)"
      return inserting(
        (isFirst ? "" : ", ") + argument, at: tree.start(of: TokenID(end.rawValue - 1)), tree.source,
        "write `\(argument)`")
    }
  }

  private mutating func reportUnknownParameter(
    _ name: Symbol, _ node: NodeID, _ parameters: [TemplateParameter], _ index: Int, _ place: Place
  ) {
    let tree = files[place.file].tree
    let names = maySuggest() ? parameters.map { text($0.name) } : []
    let suggestion = nearest(text(name), names)
    let nameSpan = tree.span(of: tree.firstToken(of: node))
    report(
      .unknownParameter, "template `\(text(templates[index].name))` has no parameter `\(text(name))`", place,
      at: nameSpan, secondary: [Annotation(templates[index].nameSpan, "the template is declared here")],
      help: suggestion.map { "did you mean `\($0)`?" },
      fixes: suggestion.map { [FixIt("write `\($0)`", [TextEdit(nameSpan, replacement: $0)])] } ?? [])
  }

  /// The template's parameters; read once.
  mutating func parameters(of index: Int) -> [TemplateParameter] {
    if let known = templates[index].parameters { return known }
    let place = Place(file: templates[index].file)
    let tree = files[place.file].tree
    var parameters: [TemplateParameter] = []
    if isHeadDamaged(templates[index].node, place) { templates[index].hasBrokenParameters = true }
    for view in TemplateView(tree, templates[index].node)?.parameters ?? [] {
      guard let name = view.name, let symbol = tree.symbol(of: name), let typeNode = view.type,
        let type = parameterType(typeNode, place)
      else {
        templates[index].hasBrokenParameters = true
        continue
      }
      if parameters.contains(where: { $0.name == symbol }) {
        report(.redefinition, "`\(text(symbol))` is already a parameter of this template", place, name)
        continue
      }
      parameters.append(
        TemplateParameter(
          name: symbol, type: type, defaultValue: view.defaultValue, nameSpan: span(place, name)))
    }
    templates[index].parameters = parameters
    return parameters
  }

  /// `host`, `gold | silver`, `[prefix]`, `pool`.
  private mutating func parameterType(_ node: NodeID, _ place: Place) -> ValueType? {
    let tree = files[place.file].tree
    var alternatives: [NodeID] = []
    for child in tree.children(of: node) where tree.kind(of: child) != .unexpected { alternatives.append(child) }
    if alternatives.count > 1 {
      return .word(alternatives.map { tree.string(of: $0) })
    }
    guard let first = alternatives.first else { return nil }
    if tree.kind(of: first) == .listType {
      guard let inner = tree.child(of: first, at: 0), let element = parameterType(inner, place) else { return nil }
      return .list(element)
    }
    let name = tree.string(of: first)
    if let kind = DeclarationKind.allCases.first(where: { $0.keyword == name }) { return .reference(kind) }
    if let type = ValueType(spelling: name) { return type }
    // Behind `gold |` the next word is missing, and this one is no type's name by itself.
    if isDamaged(place, span(place, node)) { return nil }
    let names = ValueType.spellings + DeclarationKind.allCases.map(\.keyword)
    let suggestion = ["string", "str"].contains(name) ? "text" : nearest(name, names)
    report(
      .unknownType, "`\(name)` is no type", place, first,
      help: suggestion.map { "did you mean `\($0)`?" }
        ?? "types are \(ValueType.spellings.map { "`\($0)`" }.joinedAsList), the kinds of declarations, `[TYPE]` and `a | b`",
      fixes: suggestion.map { [FixIt("write `\($0)`", [TextEdit(span(place, first), replacement: $0)])] } ?? [])
    return nil
  }
}
