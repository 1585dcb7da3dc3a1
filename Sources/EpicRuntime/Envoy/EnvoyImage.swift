import EpicArtifact
import EpicBase

/// One resource of Envoy, as compact JSON text.
struct EnvoyResource: Hashable, Sendable {
  var name: String
  /// A JSON object with `@type`, compact: equal resources have equal bytes.
  var text: [UInt8]
}

/// Resources by kind, sorted by name.
struct EnvoyResources: Hashable, Sendable {
  private var kinds: [[EnvoyResource]] = EnvoyLayout.ResourceKind.allCases.map { _ in [] }

  subscript(kind: EnvoyLayout.ResourceKind) -> [EnvoyResource] {
    get { kinds[EnvoyResources.index(kind)] }
    set { kinds[EnvoyResources.index(kind)] = newValue.sorted { ArtifactPath.precedes($0.name, $1.name) } }
  }

  var isEmpty: Bool { kinds.allSatisfy(\.isEmpty) }

  /// Names of one kind, for look-up.
  func names(_ kind: EnvoyLayout.ResourceKind) -> Set<String> { Set(self[kind].map(\.name)) }

  private static func index(_ kind: EnvoyLayout.ResourceKind) -> Int {
    switch kind {
    case .secrets: 0
    case .endpoints: 1
    case .clusters: 2
    case .routes: 3
    case .listeners: 4
    }
  }
}

/// A file of the secret store that resources name.
struct SecretFile: Hashable, Sendable, Comparable {
  /// Folder below the store: `tenants/acme/cert/shop`.
  var folder: String
  var name: String

  static func < (left: SecretFile, right: SecretFile) -> Bool {
    left.folder == right.folder
      ? ArtifactPath.precedes(left.name, right.name) : ArtifactPath.precedes(left.folder, right.folder)
  }
}

/// Everything that one Envoy instance runs.
struct EnvoyImage: Hashable, Sendable {
  var sequence: UInt64
  var bootstrap: [UInt8]
  /// The inlined form, for `--mode validate`; nil where the image was read back from a run directory.
  var staticForm: [UInt8]?
  var resources = EnvoyResources()
  /// Data files, by name below the data folder.
  var data: [Artifact] = []
  /// Sorted, each once.
  var secrets: [SecretFile] = []
  /// Endpoints that came from slots.
  var slotEndpoints = 0

  /// Files and folders that Envoy watches for this image, each an inotify instance: LDS, CDS, one for each RDS, EDS and
  /// SDS file and data file, one for each certificate's folder.
  var watches: Int {
    let singles: [EnvoyLayout.ResourceKind] = [.routes, .endpoints, .secrets]
    return 2 + singles.reduce(0) { $0 + resources[$1].count } + data.count + Set(secrets.map(\.folder)).count
  }

  /// The most that Envoy watches on the way from one image to another: everything of both, and the endpoints of a changed
  /// cluster twice, as the new form warms up beside the old one.
  static func unionWatches(_ old: EnvoyImage, _ new: EnvoyImage) -> Int {
    var count = 2
    for kind in [EnvoyLayout.ResourceKind.routes, .endpoints, .secrets] {
      count += old.resources.names(kind).union(new.resources.names(kind)).count
    }
    let clusters = Set(old.resources[.clusters])
    let names = old.resources.names(.clusters)
    count += new.resources[.clusters].count { names.contains($0.name) && !clusters.contains($0) }
    count += Set(old.data.map(\.path)).union(new.data.map(\.path)).count
    return count + Set(old.secrets.map(\.folder)).union(new.secrets.map(\.folder)).count
  }
}

extension EnvoyImage {
  /// Reads an instance's artifacts and fills its slots. `image` has the files by their path below the instance's folder.
  init(_ image: PlaneImage) throws(DriverError) {
    guard let bootstrap = image.artifacts.first(where: { $0.path == EnvoyLayout.bootstrapFile }) else {
      throw .refused("`\(EnvoyLayout.bootstrapFile)` is missing")
    }
    self.init(sequence: image.sequence, bootstrap: bootstrap.bytes)
    staticForm = image.artifacts.first { $0.path == EnvoyLayout.staticFile }?.bytes
    var files: Set<SecretFile> = []
    EnvoyImage.collectSecrets(try EnvoyImage.read(bootstrap), into: &files)
    for artifact in image.artifacts {
      let parts = artifact.path.split(separator: "/", maxSplits: 1)
      guard parts.count == 2 else { continue }
      if parts[0] == EnvoyLayout.dataFolder {
        data.append(Artifact(path: String(parts[1]), bytes: artifact.bytes))
        continue
      }
      guard let kind = EnvoyLayout.ResourceKind(rawValue: String(parts[0])) else {
        throw .refused("`\(artifact.path)` is no artifact that this version knows")
      }
      if EnvoyLayout.isProtobuf(artifact.path) { continue }
      var value = try EnvoyImage.read(artifact)
      let name = value[kind == .endpoints ? "cluster_name" : "name"]?.string ?? ""
      guard EnvoyLayout.artifactPath(kind, name) == artifact.path, value["@type"]?.string == kind.typeURL else {
        throw .refused("`\(artifact.path)` does not hold the resource that its path names")
      }
      if kind == .endpoints { slotEndpoints += EnvoySlots.fill(&value, name: name, from: image.endpoints) }
      EnvoyImage.collectSecrets(value, into: &files)
      resources[kind].append(EnvoyResource(name: name, text: value.compactText()))
    }
    secrets = files.sorted()
  }

  init(sequence: UInt64, bootstrap: [UInt8]) {
    self.sequence = sequence
    self.bootstrap = bootstrap
  }

  private static func read(_ artifact: Artifact) throws(DriverError) -> JSONValue {
    do throws(JSONError) {
      return try JSONReader.read(artifact.bytes)
    } catch {
      throw .refused("`\(artifact.path)` is not JSON: \(error)")
    }
  }

  /// Finds every `filename` that lies in the secret folder.
  static func collectSecrets(_ value: JSONValue, into files: inout Set<SecretFile>) {
    switch value.kind {
    case .array(let elements): for element in elements { collectSecrets(element, into: &files) }
    case .object(let members):
      for member in members {
        guard member.name == "filename", let named = member.value.string else {
          collectSecrets(member.value, into: &files)
          continue
        }
        let path = EnvoyImage.unpinned(named)
        let prefix = EnvoyLayout.secretFolder + "/"
        guard path.hasPrefix(prefix), let slash = path.lastIndex(of: "/"), ArtifactPath.fault(in: path) == nil else {
          continue
        }
        let name = String(path[path.index(after: slash)...])
        files.insert(SecretFile(folder: String(path[..<slash].dropFirst(prefix.utf8.count)), name: name))
      }
    default: break
    }
  }
}

extension EnvoyImage {
  /// Names the version of each file of users that routes name: Envoy reads it once, with the routes, and watches nothing. With
  /// another version the routes are others, and so are sent and read anew; the version before stays beside it until then.
  mutating func pinUsers(to folders: [SecretFolder]) {
    let mark = Array("/\(EnvoyLayout.usersFile)\"".utf8)
    for index in resources[.routes].indices {
      let route = resources[.routes][index]
      guard route.text.contains(mark), var value = try? JSONReader.read(route.text) else { continue }
      EnvoyImage.pin(&value, to: folders)
      resources[.routes][index].text = value.compactText()
    }
  }

  private static func pin(_ value: inout JSONValue, to folders: [SecretFolder]) {
    switch value.kind {
    case .array(var elements):
      for index in elements.indices { pin(&elements[index], to: folders) }
      value = JSONValue(.array(elements))
    case .object(var members):
      for index in members.indices {
        guard members[index].name == "filename", let path = members[index].value.string,
          Files.name(of: path) == EnvoyLayout.usersFile,
          let folder = folders.first(where: { $0.path.hasSuffix("/\(Files.parent(of: path))") })
        else {
          pin(&members[index].value, to: folders)
          continue
        }
        let pinned = "\(Files.parent(of: path))/\(folder.version)/\(EnvoyLayout.usersFile)"
        members[index].value = JSONValue(.string(pinned))
      }
      value = JSONValue(.object(members))
    default: break
    }
  }

  /// A path without the name of a version.
  private static func unpinned(_ path: String) -> String {
    guard path.hasPrefix("\(EnvoyLayout.secretFolder)/") else { return path }
    return path.split(separator: "/", omittingEmptySubsequences: false).filter { !$0.hasPrefix("..") }
      .joined(separator: "/")
  }
}

/// Slots of an Envoy cluster's endpoints: localities that the applier fills.
enum EnvoySlots {
  /// Fills the localities of one ClusterLoadAssignment; returns the number of endpoints put in.
  ///
  /// An endpoint that is not ready is left out. A locality without a weight of its own takes the number of its
  /// endpoints; an empty one then has no weight, which Envoy reads as none.
  static func fill(_ assignment: inout JSONValue, name: String, from slots: EndpointsFile) -> Int {
    // `acme_cart~1`: the upstream as file name, and the tier.
    let upstream = name.lastIndex(of: "~").map { String(name[..<$0]) } ?? name
    guard var members = assignment.members, let place = members.firstIndex(where: { $0.name == "endpoints" }),
      var localities = members[place].value.elements
    else { return 0 }
    var count = 0
    for index in localities.indices {
      guard let region = localities[index]["locality"]?["region"]?.string, EnvoyLayout.isSlot(region: region),
        let slot = slots.index(of: "\(upstream)/\(region)")
      else { continue }
      let ready = (slots.slots[slot].endpoints ?? []).filter(\.isReady)
      count += ready.count
      localities[index].set("lb_endpoints", JSONValue(.array(ready.map(EnvoySlots.endpoint))))
      if localities[index]["load_balancing_weight"] == nil && !ready.isEmpty {
        localities[index].set("load_balancing_weight", JSONValue(.number(String(ready.count))))
      }
    }
    members[place].value = JSONValue(.array(localities))
    assignment = JSONValue(.object(members))
    return count
  }

  private static func endpoint(_ endpoint: SlotEndpoint) -> JSONValue {
    func object(_ members: [(String, JSONValue)]) -> JSONValue {
      JSONValue(.object(members.map { JSONMember(name: $0.0, value: $0.1) }))
    }
    let socket = object([
      ("address", JSONValue(.string(endpoint.address.description))),
      ("port_value", JSONValue(.number(String(endpoint.port)))),
    ])
    var members = [("endpoint", object([("address", object([("socket_address", socket)]))]))]
    if let weight = endpoint.weight { members.append(("load_balancing_weight", JSONValue(.number(String(weight))))) }
    return object(members)
  }
}

extension JSONValue {
  /// Sets a member of an object; does nothing to any other value.
  mutating func set(_ name: String, _ value: JSONValue) {
    guard var members else { return }
    if let index = members.firstIndex(where: { $0.name == name }) {
      members[index].value = value
    } else {
      members.append(JSONMember(name: name, value: value))
    }
    kind = .object(members)
  }
}
