import EpicBackend
import EpicBase
import EpicDiagnostics
import EpicEnvoyAPI
import EpicIR

/// Reports what is wrong with hatches. A field is the compiler's where the compiler writes it: the resources are made
/// without hatches, and what a hatch says is compared with what stands there. And it is the compiler's where the language
/// promises what it is about (`NativePromises`).
struct NativeChecker {
  private let deployment: Deployment
  private let shapes: [UpstreamShape]

  init(_ deployment: Deployment) {
    self.deployment = deployment
    shapes = deployment.upstreams.map { UpstreamShape($0) }
  }

  func check(reporting sink: inout DiagnosticSink) {
    guard deployment.ingresses.contains(where: { !$0.hatches.isEmpty }), let table = APITable.embedded else { return }
    var hatches: [Int: NativeHatches] = [:]
    var typer = NativeTyper(table: table, deployment: deployment, shapes: shapes)
    for (index, ingress) in deployment.ingresses.enumerated() where !ingress.hatches.isEmpty {
      hatches[index] = NativeHatches(ingress, &typer)
      typer.references = []
    }
    checkShared(hatches, &typer)
    if hatches.values.contains(where: \.setsFields) { checkOwned(hatches, &typer) }
    // A field of a message that several ports or sites have is found in each.
    var reported: Set<Diagnostic> = []
    for finding in typer.findings where reported.insert(finding).inserted { sink.report(finding) }
  }

  /// One upstream's cluster, set by two ingresses, is one cluster.
  private func checkShared(_ hatches: [Int: NativeHatches], _ typer: inout NativeTyper) {
    var clusters: [RowID<Upstream>: DynamicMessage] = [:]
    for index in hatches.keys.sorted() {
      for (upstream, message) in hatches[index]?.clusters ?? [] {
        clusters[upstream] = typer.merged(clusters[upstream], message)
      }
    }
  }

  private func checkOwned(_ hatches: [Int: NativeHatches], _ typer: inout NativeTyper) {
    var plain = deployment
    for index in plain.ingresses.indices { plain.ingresses[index].hatches = [] }
    let emission = EnvoyEmission(plain, isRecording: true)
    for site in plain.sites.indices where emission.siteClasses[site] == site {
      for scope in emission.scopes(at: RowID(UInt32(site)))
      where scope.ingresses.contains(where: { hatches[$0.index]?.setsFields ?? false }) {
        var resources = InstanceResources(scope)
        resources.emit()
        for id in scope.ingresses {
          guard let said = hatches[id.index], said.setsFields else { continue }
          check(said, deployment.ingresses[id], resources, &typer)
        }
      }
    }
  }

  private func check(
    _ said: NativeHatches, _ ingress: Ingress, _ resources: InstanceResources, _ typer: inout NativeTyper
  ) {
    for (upstream, message) in said.clusters {
      let names = shapes[upstream.index].groups.map(\.name)
      for cluster in resources.clusters where names.contains(cluster.name) {
        let written = WrittenResource(cluster, deployment)
        written.compare(message, with: written.root, [], &typer)
      }
    }
    if let message = said.http {
      let names = ingress.listeners.filter { RoutedPort(ingress, $0) != nil }.flatMap { port in
        ingress.addresses.map { EnvoyName.listener(ingress, port, address: $0.address) }
      }
      for listener in resources.listeners where names.contains(listener.name) {
        let written = WrittenResource(listener, deployment)
        for chain in written.root["filter_chains"]?.elements ?? [] {
          for filter in chain["filters"]?.elements ?? [] {
            guard let manager = filter["typed_config"], manager["http_filters"] != nil else { continue }
            written.compare(message, with: manager, [], &typer)
          }
        }
      }
    }
    if said.routes.isEmpty { return }
    for port in ingress.listeners.compactMap({ RoutedPort(ingress, $0) }) {
      let name = EnvoyName.routes(ingress, port: port.port)
      guard let table = resources.routes.first(where: { $0.name == name }) else { continue }
      let written = WrittenResource(table, deployment)
      let front = deployment.routeTables[port.table].identity.description
      for host in written.root["virtual_hosts"]?.elements ?? [] {
        for route in host["routes"]?.elements ?? [] {
          for (arm, message) in said.routes where route["name"]?.string == "\(front):\(arm)" {
            written.compare(message, with: route, [], &typer)
          }
        }
      }
    }
  }
}

/// A resource as the compiler writes it, with where its values come from.
private struct WrittenResource {
  let root: JSONValue
  private let deployment: Deployment
  private let sources: [Int: [ValueSource]]

  init(_ resource: Resource, _ deployment: Deployment) {
    self.deployment = deployment
    do throws(JSONError) {
      root = try JSONReader.read(resource.bytes)
    } catch {
      root = JSONValue(.null)
    }
    var offsets: [Int] = []
    func visit(_ value: JSONValue) {
      offsets.append(value.offset)
      for element in value.elements ?? [] { visit(element) }
      for member in value.members ?? [] { visit(member.value) }
    }
    visit(root)
    var sources: [Int: [ValueSource]] = [:]
    var next = 0
    for mark in resource.marks {
      while next < offsets.count, offsets[next] < mark.offset { next += 1 }
      if next < offsets.count { sources[offsets[next], default: []] += mark.sources }
    }
    self.sources = sources
  }

  /// Compares fields with the message that is written: what is there is the compiler's, messages go together. `path` are
  /// the fields that lead to it, from the target.
  func compare(
    _ message: DynamicMessage, with written: JSONValue, _ path: [String], _ typer: inout NativeTyper
  ) {
    let present = Set(written.members?.map(\.name) ?? [])
    for said in message.fields {
      let name = said.field.name
      guard let value = written[name] else {
        if let sibling = sibling(of: said.field, in: message.type, present, typer.table) {
          report(said, "which excludes `\(name)`", sibling, written, path, &typer)
        } else if !NativePromises.check(said, of: message.type, &typer) {
          NativeCompleteness.checkInside(said.value, at: Origin(said.span), &typer)
        }
        continue
      }
      switch said.value {
      case .message(let inner) where value.members != nil: compare(inner, with: value, path + [name], &typer)
      case .map(let entries) where value.members != nil:
        if let entry = entries.first(where: { value[$0.name] != nil }) {
          report(said, "with the key `\(entry.name)`", name, written, path, &typer)
        } else {
          _ = NativePromises.check(said, of: message.type, &typer)
        }
      default: report(said, "", name, written, path, &typer)
      }
    }
    let origin = message.fields.first.map { Origin($0.span) }
    if let origin { NativeCompleteness.check(message, beside: present, at: origin, &typer) }
  }

  /// A field that is written of the group that another is of.
  private func sibling(
    of field: APIField, in type: APITable.MessageID, _ present: Set<String>, _ table: APITable
  ) -> String? {
    guard let group = field.oneof else { return nil }
    return table.fields(of: type).first { $0.oneof == group && present.contains($0.name) }?.name
  }

  private func report(
    _ said: DynamicField, _ why: String, _ owned: String, _ parent: JSONValue, _ path: [String],
    _ typer: inout NativeTyper
  ) {
    let what = "EPIC writes `\(owned)` itself" + (why.isEmpty ? "" : ", \(why)")
    let offset = parent[owned]?.offset ?? 0
    if let statement = (sources[offset] ?? []).lazy.compactMap({ annotation($0) }).first {
      typer.report(
        .ownedNativeField, what, at: Origin(said.span), secondary: [statement],
        help: "say it there, in the language's words")
      return
    }
    // No statement says it: EPIC has a reason for the field, or for a message around it.
    let reason = ([owned] + path.reversed()).lazy.compactMap { EnvoyBackend.reason(for: $0) }.first
    typer.report(
      .ownedNativeField, what, at: Origin(said.span), secondary: owner(of: offset).map { [$0] } ?? [],
      help: reason.map { "set by EPIC: \($0)" } ?? "it is part of what the statement becomes")
  }

  /// The statement that the values around one come from: the nearest that is known.
  private func owner(of offset: Int) -> Annotation? {
    var path: [Int] = []
    func visit(_ value: JSONValue) -> Bool {
      path.append(value.offset)
      if value.offset == offset { return true }
      for element in value.elements ?? [] where visit(element) { return true }
      for member in value.members ?? [] where visit(member.value) { return true }
      path.removeLast()
      return false
    }
    guard visit(root) else { return nil }
    for place in path.reversed() {
      for source in sources[place] ?? [] { if let found = annotation(source) { return found } }
    }
    return nil
  }

  private func annotation(_ source: ValueSource) -> Annotation? {
    switch source {
    case .origin(let origin), .part(let origin, _), .outcome(let origin), .outcomeParts(let origin):
      return Annotation(origin.span, "this says it")
    case .value(let inner, _): return annotation(inner)
    case .declaration(let table, let identity):
      return origin(table, identity).map { Annotation($0.span, "made for this") }
    case .field(let table, let identity, let words):
      return origin(table, identity).map { Annotation($0.span, "`\(words)` of this says it") }
    case .workspace, .lock, .file, .rule, .summary: return nil
    }
  }

  private func origin(_ table: ValueSource.Table, _ identity: Identity) -> Origin? {
    switch table {
    case .ingress: deployment.ingresses.first { $0.identity == identity }?.origin
    case .upstream: deployment.upstreams.first { $0.identity == identity }?.origin
    case .routes: deployment.routeTables.first { $0.identity == identity }?.origin
    case .cdn: deployment.cdns.first { $0.identity == identity }?.origin
    case .certificate: deployment.certificates.first { $0.identity == identity }?.origin
    case .engine: deployment.engines.first { $0.identity == identity }?.origin
    default: nil
    }
  }
}
