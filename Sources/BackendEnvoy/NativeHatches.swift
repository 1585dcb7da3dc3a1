import EpicBase
import EpicDiagnostics
import EpicEnvoyAPI
import EpicIR

/// What the hatches of an ingress say, typed: filters, and fields that are added to what the compiler writes.
struct NativeHatches {
  struct Filter {
    let anchor: FilterAnchor
    let isBefore: Bool
    /// An element of `HttpConnectionManager.http_filters`.
    let message: DynamicMessage
    let origin: Origin
  }

  /// In the order in which they stand at their places.
  private(set) var filters: [Filter] = []
  /// Fields of the connection manager.
  private(set) var http: DynamicMessage?
  private(set) var clusters: [(upstream: RowID<Upstream>, message: DynamicMessage)] = []
  private(set) var routes: [(arm: String, message: DynamicMessage)] = []
  /// Upstreams whose clusters are named by a field.
  private(set) var references: [RowID<Upstream>] = []

  /// Full names of the messages that `set` reaches.
  static let messages = (
    cluster: "envoy.config.cluster.v3.Cluster",
    http: "envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager",
    route: "envoy.config.route.v3.Route",
    filter: "envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter"
  )

  var setsFields: Bool { http != nil || !clusters.isEmpty || !routes.isEmpty }

  /// The hatches of every ingress that has some, by its row.
  static func all(_ deployment: Deployment, _ shapes: [UpstreamShape]) -> [Int: NativeHatches] {
    var result: [Int: NativeHatches] = [:]
    guard deployment.ingresses.contains(where: { !$0.hatches.isEmpty }), let table = APITable.embedded else {
      return result
    }
    for (index, ingress) in deployment.ingresses.enumerated() where !ingress.hatches.isEmpty {
      var typer = NativeTyper(table: table, deployment: deployment, shapes: shapes)
      result[index] = NativeHatches(ingress, &typer)
    }
    return result
  }

  /// Types the hatches of an ingress; findings are the typer's.
  init(_ ingress: Ingress, _ typer: inout NativeTyper) {
    var names: [String: Origin] = [:]
    for hatch in ingress.hatches {
      guard typer.checkRelease(of: hatch, ingress) else { continue }
      for filter in hatch.filters {
        if let first = names[filter.name.text] {
          typer.report(
            .repeatedHatchFilter, "the ingress has two filters `\(filter.name.text)`", at: filter.name.origin,
            secondary: [Annotation(first.span, "the first is here")], help: "give each a name of its own")
          continue
        }
        names[filter.name.text] = filter.name.origin
        if let typed = typer.filter(filter) { filters.append(typed) }
      }
      for setting in hatch.settings { add(setting, ingress, &typer) }
    }
    references = typer.references
  }

  private mutating func add(_ setting: NativeSetting, _ ingress: Ingress, _ typer: inout NativeTyper) {
    guard let message = typer.setting(setting, of: ingress) else { return }
    switch setting.target {
    case .http: http = typer.merged(http, message)
    case .cluster(let upstream):
      if let index = clusters.firstIndex(where: { $0.upstream == upstream }) {
        clusters[index].message = typer.merged(clusters[index].message, message)
      } else {
        clusters.append((upstream, message))
      }
    case .route(let arm):
      if let index = routes.firstIndex(where: { $0.arm == arm }) {
        routes[index].message = typer.merged(routes[index].message, message)
      } else {
        routes.append((arm, message))
      }
    }
  }

  /// Filters in front of or behind a place, in written order.
  func filters(isBefore: Bool, _ anchor: FilterAnchor) -> [DynamicMessage] {
    filters.filter { $0.anchor == anchor && $0.isBefore == isBefore }.map(\.message)
  }
}

extension NativeTyper {
  mutating func checkRelease(of hatch: NativeHatch, _ ingress: Ingress) -> Bool {
    let engine = deployment.engines[ingress.engine]
    let wanted = Array(hatch.release.components.prefix(2))
    if wanted != Array(engine.envoy.components.prefix(2)) {
      report(
        .hatchRelease,
        "the hatch is written for Envoy `\(hatch.release)`, and `\(ingress.identity.name)` runs on `\(engine.envoy)`",
        at: hatch.origin,
        secondary: [Annotation(engine.origin.span, "the engine `\(engine.identity.name)` of the ingress")],
        help: "it has to mean the same there",
        fixes: wanted == NativeTyper.release.components
          ? [] : NativeTyper.replacing(hatch.releaseOrigin, by: engine.envoy.description))
      return false
    }
    if wanted == NativeTyper.release.components { return true }
    report(
      .hatchRelease,
      "hatches are typed by the API of Envoy \(NativeTyper.release), and this one is for `\(hatch.release)`",
      at: hatch.origin,
      secondary: [Annotation(engine.origin.span, "the engine `\(engine.identity.name)` of the ingress")],
      help: "take an engine with `envoy \(NativeTyper.release)`")
    return false
  }

  // MARK: Filters

  mutating func filter(_ filter: NativeFilter) -> NativeHatches.Filter? {
    guard let anchor = anchor(filter), let message = messageType(filter.message),
      let holder = table.message(named: NativeHatches.messages.filter),
      let nameField = table.field(named: "name", of: holder.id),
      let configuration = table.field(named: "typed_config", of: holder.id)
    else { return nil }
    let extensions = table.extensions(configuredBy: message.id)
    guard extensions.contains(where: { $0.category == "envoy.filters.http" }) else {
      reportExtension(message, extensions, filter.message.origin)
      return nil
    }
    if isRouteConfiguration(message.name) {
      report(
        .noSuchExtension, "`\(message.name)` says what a filter does for a route, and is no filter itself",
        at: filter.message.origin, help: "set it as an entry of `typed_per_filter_config` of a route")
      return nil
    }
    if NativePromises.terminalFilters.contains(message.name) {
      report(
        .ownedNativeField, "`\(message.name)` ends the chain, and EPIC's own router does", at: filter.message.origin,
        help: NativePromises.Promise.filter.reason)
      return nil
    }
    let content = self.message(message.id, filter.fields)
    NativeCompleteness.check(content, at: filter.origin, &self)
    let span = filter.name.origin.span
    return NativeHatches.Filter(
      anchor: anchor, isBefore: filter.isBefore,
      message: DynamicMessage(
        type: holder.id,
        fields: [
          DynamicField(nameField, .text(filter.name.text), at: span),
          DynamicField(configuration, .any(message.name, content), at: span),
        ]), origin: filter.origin)
  }

  /// Whether a message that a filter takes is meant for routes. Envoy's list of extensions does not tell the two apart; the
  /// names of its API do.
  private func isRouteConfiguration(_ name: String) -> Bool {
    let last = name.split(separator: ".").last ?? ""
    return last.hasSuffix("PerRoute") || last.hasSuffix("PerRouteConfig") || last.hasSuffix("Override")
      || last == "CorsPolicy"
  }

  private mutating func reportExtension(_ message: APIMessage, _ extensions: [APIExtension], _ origin: Origin) {
    if extensions.contains(where: { $0.name == "envoy.filters.http.router" }) { return }
    let others = extensions.map(\.category)
    report(
      .noSuchExtension,
      extensions.isEmpty
        ? "Envoy \(NativeTyper.release) has no HTTP filter that `\(message.name)` configures"
        : "`\(message.name)` configures no HTTP filter",
      at: origin, help: others.first.map { "it is an extension of `\($0)`" })
  }

  private mutating func anchor(_ filter: NativeFilter) -> FilterAnchor? {
    let word = filter.anchor.text
    guard let anchor = FilterAnchor(rawValue: word) else {
      let words = FilterAnchor.allCases.map(\.rawValue)
      let suggestion = nearest(word, words)
      report(
        .hatchFilterPlace, "`\(word)` is no place in the chain of filters", at: filter.anchor.origin,
        help: suggestion.map { "did you mean `\($0)`?" }
          ?? "places are \(words.map { "`\($0)`" }.joined(separator: ", "))",
        fixes: suggestion.map { NativeTyper.replacing(filter.anchor.origin, by: $0) } ?? [])
      return nil
    }
    if anchor == .router, !filter.isBefore {
      report(
        .hatchFilterPlace, "nothing stands behind the router, which sends the request on", at: filter.anchor.origin,
        help: "write `before router`")
      return nil
    }
    return anchor
  }

  // MARK: Settings

  /// The message of the target with nothing in it but what the setting says.
  mutating func setting(_ setting: NativeSetting, of ingress: Ingress) -> DynamicMessage? {
    guard let name = target(setting, ingress), let root = table.message(named: name) else { return nil }
    var type = root.id
    for (index, step) in setting.path.enumerated() where index + 1 < setting.path.count {
      guard let field = field(step, of: type) else { return nil }
      if field.traits.contains(.repeated) {
        report(
          .hatchElement,
          "`\(step.text)` is a \(field.traits.contains(.map) ? "map" : "list"), and `set` says fields of a message",
          at: setting.path[index + 1].origin, help: "end the path at `\(step.text)`")
        return nil
      }
      guard let message = field.message, !isValue(table.message(message).name) else {
        report(
          .nativeType, "`\(step.text)` holds one value, which has no field `\(setting.path[index + 1].text)`",
          at: setting.path[index + 1].origin)
        return nil
      }
      type = message
    }
    var value = setting.value
    for step in setting.path.reversed() {
      value = NativeValue(.message(nil, [NativeField(name: step, value: value)]), value.origin)
    }
    guard case .message(nil, let fields) = value.content else {
      report(.nativeType, "a whole message is set by its fields, `{ … }`", at: setting.value.origin)
      return nil
    }
    return message(root.id, fields)
  }

  /// Whether a message is written as one value, so that no path leads into it.
  private func isValue(_ name: String) -> Bool { name.hasPrefix("google.protobuf.") }

  private mutating func target(_ setting: NativeSetting, _ ingress: Ingress) -> String? {
    let ports = ingress.listeners.filter { RoutedPort(ingress, $0) != nil }
    switch setting.target {
    case .cluster(let upstream):
      if ingress.listeners.contains(where: { deployment.upstreams(of: $0).contains(upstream) }) {
        return NativeHatches.messages.cluster
      }
      let name = deployment.upstreams[upstream].identity.name
      report(
        .unknownHatchTarget, "`\(ingress.identity.name)` sends nothing to `\(name)`", at: setting.targetOrigin,
        help: "set the cluster of an upstream that its routes name")
    case .http:
      if !ports.isEmpty { return NativeHatches.messages.http }
      report(
        .unknownHatchTarget, "`\(ingress.identity.name)` serves no HTTP", at: setting.targetOrigin,
        help: "`http` is what serves the routes of `listen http` and `listen https`")
    case .route(let arm):
      let tables = ports.compactMap { RoutedPort(ingress, $0)?.table }
      let names = tables.flatMap { deployment.routeTables[$0].arms.map(\.name) }
      if names.contains(arm) { return NativeHatches.messages.route }
      let suggestion = nearest(arm, names)
      report(
        .unknownHatchTarget, "`\(ingress.identity.name)` has no route `\(arm)`", at: setting.targetOrigin,
        help: suggestion.map { "did you mean `\($0)`?" },
        fixes: suggestion.map { NativeTyper.replacing(setting.targetOrigin, by: "route(\($0))") } ?? [])
    }
    return nil
  }

  /// Two settings of one target as one. What both say is reported.
  mutating func merged(_ first: DynamicMessage?, _ second: DynamicMessage) -> DynamicMessage {
    guard var result = first else { return second }
    for field in second.fields {
      guard let index = result.fields.firstIndex(where: { $0.field.number == field.field.number }) else {
        result.fields.append(field)
        continue
      }
      switch (result.fields[index].value, field.value) {
      case (.message(let one), .message(let other)): result.fields[index].value = .message(merged(one, other))
      case (.map(let one), .map(let other))
      where !one.contains(where: { entry in other.contains { $0.key == entry.key } }):
        result.fields[index].value = .map(one + other)
      default:
        report(
          .repeatedNativeField, "`\(field.field.name)` is set twice", at: Origin(field.span),
          secondary: [Annotation(result.fields[index].span, "the first is here")], help: "set it once")
      }
    }
    return result
  }
}
