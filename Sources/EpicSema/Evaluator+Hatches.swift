import EpicBase
import EpicDiagnostics
import EpicIR
import EpicSyntax

/// `envoy VERSION for ingress NAME { … }`: Envoy configuration as it is. Here its names are resolved and its values
/// evaluated; what Envoy's API says of them is the Envoy plane's to know.
extension Evaluator {
  /// The words that start a statement of a hatch.
  private static let hatchStatements = ["http-filter", "set"]
  /// What `set` takes in front of a path.
  private static let hatchTargets = ["cluster", "http", "route"]

  mutating func evaluateHatches() {
    // Files are given in any order; a filter stands in front of those written behind it.
    let ordered = natives.sorted {
      let (left, right) = (files[$0.place.file].path, files[$1.place.file].path)
      return left == right ? $0.node.rawValue < $1.node.rawValue : left < right
    }
    for native in ordered {
      var place = native.place
      place.owner = textOwner(place)
      if isGrantedHatch(native.node, place) { evaluateHatch(native.node, place) }
    }
  }

  /// Whether the package's owner may write hatches. Reports if not.
  private mutating func isGrantedHatch(_ node: NodeID, _ place: Place) -> Bool {
    let owner = place.owner
    guard owner >= 0, program.tenants[owner].native == nil else { return true }
    if program.tenants[owner].mayLack(.mayUseNative) { return false }
    let tenant = program.tenants[owner]
    report(
      .nativeNotGranted, "tenant `\(tenant.name)` may not write native Envoy configuration: no grant says so", place,
      at: headSpan(place, node), secondary: [Annotation(tenant.origin.span, "the tenant's grants are here")],
      help: "the platform may write `may use native envoy` there")
    return false
  }

  private mutating func evaluateHatch(_ node: NodeID, _ place: Place) {
    let tree = files[place.file].tree
    guard step(place, node, Evaluator.stepsPerInstance), !isHeadDamaged(node, place) else { return }
    guard let view = StatementView(tree, node), let head = hatchHead(view, place), let body = view.body else {
      report(
        .badHatchHead, "a hatch is written `envoy VERSION for ingress NAME { … }`", place, at: headSpan(place, node),
        help: "`envoy 1.40 for ingress shop { … }`")
      return
    }
    guard let release = evaluate(head.release, as: .version, in: place),
      let ingress = resolve(.ingress, head.ingress, place)
    else { return }
    guard case .version(let version) = release else { return }
    let target = instances[order[Int(ingress.kind.rawValue)][Int(ingress.position)]]
    guard target.package == fileStates[place.file].package else {
      let path = packages[target.package].path
      report(
        .hatchOfAnotherPackage, "`\(target.identity)` is another package's: a hatch stands beside its ingress", place,
        head.ingress, secondary: [Annotation(target.nameSpan, "declared in package `\(path)`")],
        help: "move it into a file of package `\(path)`")
      return
    }
    var hatch = NativeHatch(
      release: version, releaseOrigin: Origin(span(place, head.release), through: place.application), filters: [],
      settings: [], origin: Origin(headSpan(place, node), through: place.application))
    var budget = Limits.hatchValues
    for child in tree.children(of: body) where tree.kind(of: child) != .unexpected {
      guard step(place, child, Evaluator.stepsPerField) else { return }
      evaluateHatchStatement(child, &hatch, &budget, place)
    }
    if budget < 0 {
      report(
        .hatchTooLarge, "the hatch says more than \(Limits.hatchValues) values", place, at: headSpan(place, node),
        help: "divide it, or put what is long into a file and name it by `data`")
      return
    }
    program.hatches.append(EvaluatedHatch(ingress: ingress, hatch: hatch))
  }

  private func hatchHead(_ view: StatementView, _ place: Place) -> (release: NodeID, ingress: NodeID)? {
    let tree = view.tree
    let arguments = Array(view.arguments)
    guard arguments.count == 4, view.outcome == nil, tree.kind(of: arguments[0]) == .literal,
      tree.kind(of: tree.firstToken(of: arguments[1])) == .keywordFor, tree.string(of: arguments[2]) == "ingress"
    else { return nil }
    return (arguments[0], arguments[3])
  }

  // MARK: Statements

  private mutating func evaluateHatchStatement(
    _ node: NodeID, _ hatch: inout NativeHatch, _ budget: inout Int, _ place: Place
  ) {
    let tree = files[place.file].tree
    if isHeadDamaged(node, place) { return }
    let word = tree.string(of: tree.firstToken(of: node))
    guard tree.kind(of: node) == .statement, let view = StatementView(tree, node),
      Evaluator.hatchStatements.contains(word)
    else {
      let suggestion =
        tree.kind(of: node) == .statement
        ? word.contains("filter") ? "http-filter" : nearest(word, Evaluator.hatchStatements) : nil
      report(
        .badHatchStatement, "`\(word)` starts no statement of a hatch", place,
        at: tree.span(of: tree.firstToken(of: node)),
        help: suggestion.map { "did you mean `\($0)`?" } ?? "it holds `http-filter` and `set`, written out",
        fixes: spelled(suggestion, tree.span(of: tree.firstToken(of: node))))
      return
    }
    if word == "set" {
      if let setting = hatchSetting(view, &budget, place) { hatch.settings.append(setting) }
    } else if let filter = hatchFilter(view, &budget, place) {
      hatch.filters.append(filter)
    }
  }

  /// `http-filter lua: envoy.extensions.filters.http.lua.v3.Lua before router { … }`.
  private mutating func hatchFilter(_ view: StatementView, _ budget: inout Int, _ place: Place) -> NativeFilter? {
    let tree = view.tree
    let arguments = Array(view.arguments)
    guard arguments.count == 4, view.outcome == nil, tree.kind(of: arguments[0]) == .label,
      tree.kind(of: arguments[1]) == .dottedName, tree.kind(of: arguments[2]) == .name,
      ["before", "after"].contains(tree.string(of: arguments[2])), tree.kind(of: arguments[3]) == .name
    else {
      report(
        .badHatchStatement, "`http-filter` is written `http-filter NAME: MESSAGE before PLACE { … }`", place,
        at: headSpan(place, view.node),
        help: "`http-filter lua: envoy.extensions.filters.http.lua.v3.Lua before router { … }`")
      return nil
    }
    let label = tree.span(of: tree.firstToken(of: arguments[0]))
    let fields = view.body.map { hatchFields(tree.children(of: $0), &budget, place) } ?? []
    guard let fields else { return nil }
    return NativeFilter(
      name: NativeName(
        tree.string(of: tree.firstToken(of: arguments[0])), Origin(label, through: place.application)),
      message: hatchName(arguments[1], place), isBefore: tree.string(of: arguments[2]) == "before",
      anchor: hatchName(arguments[3], place), fields: fields,
      origin: Origin(headSpan(place, view.node), through: place.application))
  }

  /// `set cluster(cart).upstream_connection_options.tcp_keepalive { … }`, `set http.server_name "shop"`.
  private mutating func hatchSetting(_ view: StatementView, _ budget: inout Int, _ place: Place) -> NativeSetting? {
    let arguments = Array(view.arguments)
    guard let first = arguments.first, view.outcome == nil, arguments.count > 1 || view.body != nil else {
      report(
        .badHatchStatement, "`set` is written `set TARGET.FIELD VALUE` or `set TARGET.FIELD { … }`", place,
        at: headSpan(place, view.node), help: "`set cluster(cart).upstream_connection_options { … }`")
      return nil
    }
    var path: [NativeName] = []
    guard let target = hatchTarget(first, &path, place) else { return nil }
    let origin = Origin(headSpan(place, view.node), through: place.application)
    guard let value = hatchValue(Array(arguments.dropFirst()), view.body, origin, &budget, place) else { return nil }
    return NativeSetting(
      target: target.target, targetOrigin: target.origin, path: path.reversed(), value: value, origin: origin)
  }

  /// What a path starts with; its fields are added to `path`, the last first.
  private mutating func hatchTarget(
    _ node: NodeID, _ path: inout [NativeName], _ place: Place
  ) -> (target: NativeSetting.Target, origin: Origin)? {
    let tree = files[place.file].tree
    let origin = Origin(span(place, node), through: place.application)
    switch tree.expression(node) {
    case .member(let base, let name):
      path += hatchNames(name, place).reversed()
      return hatchTarget(base, &path, place)
    case .index(_, let key):
      report(
        .hatchElement, "`\(text(place, node))` is one element: `set` says fields of a message, and no part of a list",
        place, key, help: "name the field that holds the list; only a list that EPIC does not write can be set")
      return nil
    case .call(let callee, let arguments) where arguments.count == 1:
      switch tree.string(of: callee) {
      case "cluster":
        return resolve(.upstream, arguments[0], place).map { (.cluster($0.row()), origin) }
      case "route": return (.route(hatchRouteName(arguments[0], place)), origin)
      default: break
      }
    case .name where tree.string(of: node) == "http": return (.http, origin)
    case .dottedName:
      var names = hatchNames(node, place)
      if names.first?.text == "http" {
        names.removeFirst()
        path += names.reversed()
        return (.http, origin)
      }
    default: break
    }
    let word = tree.string(of: tree.firstToken(of: node))
    let suggestion = nearest(word, Evaluator.hatchTargets)
    report(
      .unknownHatchTarget, "`\(text(place, node))` is nothing that `set` reaches", place, node,
      help: suggestion.map { "did you mean `\($0)`?" } ?? "it takes `cluster(UPSTREAM)`, `http` and `route(ROUTE)`")
    return nil
  }

  private func hatchRouteName(_ node: NodeID, _ place: Place) -> String {
    let tree = files[place.file].tree
    let token = tree.firstToken(of: node)
    guard tree.kind(of: token) == .string else { return tree.string(of: node) }
    return tree.stringParts(token).reduce(into: "") { if case .text(let text) = $1 { $0 += text } }
  }

  func hatchName(_ node: NodeID, _ place: Place) -> NativeName {
    NativeName(files[place.file].tree.string(of: node), Origin(span(place, node), through: place.application))
  }

  /// The parts of a dotted name, each with its place.
  private func hatchNames(_ node: NodeID, _ place: Place) -> [NativeName] {
    var start = span(place, node).start
    let source = span(place, node).source
    return files[place.file].tree.string(of: node).split(separator: ".").map { part in
      let end = start + UInt32(truncatingIfNeeded: part.utf8.count)
      defer { start = end + 1 }
      return NativeName(
        String(part), Origin(SourceSpan(source: source, start: start, end: end), through: place.application))
    }
  }
}
