package import EpicArtifact
package import EpicBackend
import EpicBase
import EpicDiagnostics
package import EpicIR

/// The Envoy plane: bootstrap and filesystem xDS of every Envoy process of a node, as JSON and protobuf, and the inlined
/// form. `EnvoyLayout` says what is written where, `FilterOrder` in which order a request passes it.
package struct EnvoyBackend: Backend {
  package static let plane = Plane.envoy

  let routeForm: RouteForm

  /// `routeForm`: in which of Envoy's forms tables of routes are written.
  package init(routeForm: RouteForm = .auto) { self.routeForm = routeForm }

  /// Every node that serves an ingress.
  package func targets(of deployment: Deployment) -> [Target] {
    deployment.nodes.indices.lazy.map { RowID<Node>(UInt32($0)) }
      .filter { node in deployment.ingresses.contains { $0.sites.contains(deployment.nodes[node].site) } }
      .map { .node(deployment.nodes[$0].name) }
  }

  /// Nodes that get the same resources: they are made once and their bytes shared.
  package func groups(of deployment: Deployment) -> [[Target]] {
    let classes = EnvoyEmission(deployment).siteClasses
    var groups: [[Target]] = []
    var position = [Int?](repeating: nil, count: deployment.sites.count)
    for node in deployment.nodes where deployment.ingresses.contains(where: { $0.sites.contains(node.site) }) {
      let group = classes[node.site.index]
      if let index = position[group] {
        groups[index].append(.node(node.name))
      } else {
        position[group] = groups.count
        groups.append([.node(node.name)])
      }
    }
    return groups
  }

  package func emit(_ deployment: Deployment, for target: Target, into sink: inout ArtifactSink) {
    guard case .node(let name) = target else { return }
    var emission = EnvoyEmission(deployment, routeForm)
    emission.emit(node: name, into: &sink)
  }

  package func explained(_ deployment: Deployment, for target: Target) -> [ExplainedArtifact] {
    guard case .node(let name) = target else { return [] }
    var emission = EnvoyEmission(deployment, routeForm, isRecording: true)
    return emission.explained(node: name)
  }

  package static func reason(for member: String) -> String? { ConstantReasons.text[member] }

  package func emit(_ deployment: Deployment, for targets: [Target], into sinks: inout [ArtifactSink]) {
    var emission = EnvoyEmission(deployment, routeForm)
    for (index, target) in zip(sinks.indices, targets) {
      if case .node(let name) = target { emission.emit(node: name, into: &sinks[index]) }
    }
  }
}

/// One run of the emitter. Sites with the same ingresses are given the same bytes, which are made once.
package struct EnvoyEmission {
  private let deployment: Deployment
  private let needs: [RouteNeeds]
  private let shapes: [UpstreamShape]
  private let hatches: [Int: NativeHatches]
  /// For each site the first site that gets the same resources.
  let siteClasses: [Int]
  /// What was made, by the first site of a class.
  private var instances: [[InstanceArtifacts]?]

  let routeForm: RouteForm
  /// Whether what values are made from is noted.
  private let isRecording: Bool

  /// Prepares what all nodes share.
  package init(_ deployment: Deployment, _ routeForm: RouteForm = .auto, isRecording: Bool = false) {
    self.deployment = deployment
    self.routeForm = routeForm
    self.isRecording = isRecording
    needs = deployment.routeTables.map { RouteNeeds($0, in: deployment) }
    let shapes = deployment.upstreams.map { UpstreamShape($0) }
    self.shapes = shapes
    hatches = NativeHatches.all(deployment, shapes)
    instances = Array(repeating: nil, count: deployment.sites.count)
    let dependsOnSite = needs.contains(where: \.site) || shapes.contains(where: \.dependsOnSite)
    var classes = Array(deployment.sites.indices)
    if !dependsOnSite {
      let served = deployment.sites.indices.map { site in
        deployment.ingresses.map { $0.sites.contains(RowID(UInt32(site))) }
      }
      for site in classes { classes[site] = served.firstIndex(of: served[site]) ?? site }
    }
    siteClasses = classes
  }

  /// Emits every artifact of the node; nothing for a name that no node has.
  package mutating func emit(node name: String, into sink: inout ArtifactSink) {
    guard let node = deployment.nodes.first(where: { $0.name == name }) else { return }
    for instance in artifacts(of: node.site) {
      let bootstrap = instance.scope.bootstrap(node: node, instance: instance.name)
      sink.add("\(instance.name)/\(EnvoyLayout.bootstrapFile)", bootstrap)
      sink.add(instance.files, in: instance.name)
    }
  }

  /// The same files with what their values were made from, where the emission records it.
  mutating func explained(node name: String) -> [ExplainedArtifact] {
    guard let node = deployment.nodes.first(where: { $0.name == name }) else { return [] }
    var result: [ExplainedArtifact] = []
    for instance in artifacts(of: node.site) {
      let bootstrap = instance.scope.bootstrap(node: node, instance: instance.name)
      var marks = JSONMarks(bootstrap)
      let engine = deployment.engines[instance.scope.engine].identity
      marks.note("", [.origin(node.origin), .declaration(.engine, engine)])
      marks.note("/node/id", [.origin(node.origin)])
      marks.note("/node/cluster", [.declaration(.engine, engine)])
      result.append(
        ExplainedArtifact(
          path: "\(instance.name)/\(EnvoyLayout.bootstrapFile)", bytes: bootstrap, marks: marks.sorted))
      for (file, marks) in zip(instance.files, instance.marks) {
        result.append(ExplainedArtifact(path: "\(instance.name)/\(file.path)", bytes: file.bytes, marks: marks))
      }
    }
    return result
  }

  private mutating func artifacts(of site: RowID<Site>) -> [InstanceArtifacts] {
    let first = siteClasses[site.index]
    if let known = instances[first] { return known }
    let result = scopes(at: RowID(UInt32(first))).map { InstanceArtifacts($0) }
    instances[first] = result
    return result
  }

  /// The instances of a site's nodes.
  func scopes(at site: RowID<Site>) -> [InstanceScope] {
    var result: [InstanceScope] = []
    for index in deployment.engines.indices {
      let engine = RowID<Engine>(UInt32(index))
      var isolated: [RowID<Ingress>] = []
      var ingresses: [RowID<Ingress>] = []
      for (index, ingress) in deployment.ingresses.enumerated()
      where ingress.engine == engine && ingress.sites.contains(site) {
        if ingress.isIsolated { isolated.append(RowID(UInt32(index))) } else { ingresses.append(RowID(UInt32(index))) }
      }
      if !ingresses.isEmpty {
        result.append(scope(EnvoyName.instance(deployment.engines[engine]), site, engine, ingresses))
      }
      for ingress in isolated {
        let name = EnvoyName.instance(of: deployment.ingresses[ingress], in: deployment)
        result.append(scope(name, site, engine, [ingress]))
      }
    }
    return result
  }

  private func scope(
    _ instance: String, _ site: RowID<Site>, _ engine: RowID<Engine>, _ ingresses: [RowID<Ingress>]
  ) -> InstanceScope {
    InstanceScope(
      deployment: deployment, site: site, engine: engine, instance: instance, ingresses: ingresses, needs: needs,
      shapes: shapes, routeForm: routeForm, hatches: hatches, isRecording: isRecording)
  }
}

/// The files of one instance that do not name its node.
struct InstanceArtifacts {
  let scope: InstanceScope
  /// The instance's folder.
  let name: String
  /// Paths below the instance's folder.
  private(set) var files: [Artifact] = []
  /// What the values of each file were made from; empty lists unless the scope records it.
  private(set) var marks: [[ValueMark]] = []

  init(_ scope: InstanceScope) {
    self.scope = scope
    name = scope.instance
    var resources = InstanceResources(scope)
    resources.emit()
    add(resources.listeners, .listeners)
    add(resources.clusters, .clusters)
    add(resources.routes, .routes)
    add(resources.endpoints, .endpoints)
    add(resources.secrets, .secrets)
    if let database = resources.geoDatabase {
      files.append(Artifact(path: "\(EnvoyLayout.dataFolder)/\(EnvoyName.data(database))", bytes: database.data.bytes))
      marks.append([ValueMark(offset: 0, [.field(.geo, database.identity, "database")])])
    }
    let size = files.reduce(1 << 12) { $0 + $1.bytes.count }
    var form = StaticForm(instance: name, capacity: size)
    form.append("listeners", resources.listeners, isFirst: true)
    form.append("clusters", resources.clusters)
    form.append("secrets", resources.secrets)
    files.append(Artifact(path: EnvoyLayout.staticFile, bytes: form.finish()))
    marks.append([ValueMark(offset: 0, [.declaration(.engine, scope.deployment.engines[scope.engine].identity)])])
    marks[marks.count - 1] += form.marks
    // Sorted once for all nodes that serve this: what sorts a node's tree, and the whole one, finds it in order.
    let order = files.indices.sorted { ArtifactPath.precedes(files[$0].path, files[$1].path) }
    files = order.map { files[$0] }
    marks = order.map { marks[$0] }
  }

  private mutating func add(_ resources: [Resource], _ kind: EnvoyLayout.ResourceKind) {
    for resource in resources {
      files.append(Artifact(path: EnvoyLayout.artifactPath(kind, resource.name), bytes: resource.bytes))
      marks.append(resource.marks)
      files.append(Artifact(path: EnvoyLayout.protobufPath(kind, resource.name), bytes: resource.protobuf))
      // Nobody reads it by value: it is made from what the resource as a whole is.
      marks.append(resource.marks.first.map { [$0] } ?? [])
    }
  }
}
