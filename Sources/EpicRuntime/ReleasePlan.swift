package import EpicArtifact
import EpicBase

/// What differs between two releases for one node, resource by resource. A plan is data; it acts on nothing.
package struct ReleasePlan: Hashable, Sendable {
  /// One resource that differs.
  package struct Change: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
      case added
      case changed
      case removed
    }
    package var kind: Kind
    package var plane: Plane
    /// The Envoy instance or the zone; empty for the planes that a node has once.
    package var subject: String
    /// What sort of thing it is: `listener`, `cluster`, `prefix`, `name`, `file`.
    package var resource: String
    package var name: String

    package init(kind: Kind, plane: Plane, subject: String, resource: String, name: String) {
      self.kind = kind
      self.plane = plane
      self.subject = subject
      self.resource = resource
      self.name = name
    }
  }

  /// Number of the release that runs; nil if none does.
  package var from: UInt64?
  package var to: UInt64
  /// Order: planes as they come up, then instance or zone, sort, name.
  package var changes: [Change]
  /// What the release takes away beyond the share that the settings allow, one sentence each.
  package var shrinks: [String] = []

  /// Compares two slices; nil for a node that runs nothing yet.
  package init(from old: ReleaseSlice?, to new: ReleaseSlice, node: String) {
    from = old?.release.sequence
    to = new.release.sequence
    changes = []
    let before = old.map { ReleasePlan.rows($0, node: node) } ?? []
    let after = ReleasePlan.rows(new, node: node)
    // Both are sorted by the same key, so one walk over both finds every difference.
    var left = 0
    var right = 0
    while left < before.count || right < after.count {
      if right == after.count || (left < before.count && before[left].key < after[right].key) {
        changes.append(before[left].change(.removed))
        left += 1
      } else if left == before.count || after[right].key < before[left].key {
        changes.append(after[right].change(.added))
        right += 1
      } else {
        if before[left].content != after[right].content { changes.append(after[right].change(.changed)) }
        left += 1
        right += 1
      }
    }
  }

  /// One resource of a slice.
  private struct Row {
    var plane: Plane
    var subject: String
    var resource: String
    var name: String
    var content: [UInt8]

    var key: RowKey {
      RowKey(parts: [String(Plane.allCases.firstIndex(of: plane) ?? 0), subject, resource, name])
    }

    func change(_ kind: Change.Kind) -> Change {
      Change(kind: kind, plane: plane, subject: subject, resource: resource, name: name)
    }
  }

  private struct RowKey: Comparable {
    var parts: [String]

    static func < (left: RowKey, right: RowKey) -> Bool {
      left.parts.lexicographicallyPrecedes(right.parts, by: ArtifactPath.precedes)
    }
  }

  private static func rows(_ slice: ReleaseSlice, node: String) -> [Row] {
    var rows: [Row] = []
    for artifact in slice.files(of: .node(node), .envoy) where !EnvoyLayout.isProtobuf(artifact.path) {
      rows.append(envoy(artifact))
    }
    for artifact in slice.files(of: .node(node), .tunnels) { rows.append(file(artifact, .tunnels, "")) }
    let bird = slice.files(of: .node(node), .bird)
    if let artifact = bird.first(where: { $0.path == AnnouncementsFile.fileName }),
      let file = try? AnnouncementsFile.read(artifact.bytes)
    {
      rows += announcements(file)
    }
    for part in slice.release.parts where part.target.hasPrefix("zones/") {
      let zone = String(part.target.dropFirst("zones/".utf8.count))
      for artifact in slice.files(of: .zone(zone), .dns) where artifact.path == RecordSetsFile.fileName {
        if let file = try? RecordSetsFile.read(artifact.bytes) { rows += names(file) }
      }
      for artifact in slice.files(of: .zone(zone), .dns) where artifact.path == GeoAnswersFile.fileName {
        rows.append(file(artifact, .dns, zone))
      }
    }
    return rows.sorted { $0.key < $1.key }
  }

  private static func envoy(_ artifact: Artifact) -> Row {
    let parts = artifact.path.split(separator: "/", maxSplits: 2).map(String.init)
    let instance = parts[0]
    if parts.count == 3, let kind = EnvoyLayout.ResourceKind(rawValue: parts[1]), parts[2].hasSuffix(".json") {
      // `listeners` and the like: the sort in the singular, but for endpoints, which are a set.
      let resource = kind == .endpoints ? kind.rawValue : String(kind.rawValue.dropLast())
      return Row(
        plane: .envoy, subject: instance, resource: resource, name: String(parts[2].dropLast(".json".utf8.count)),
        content: artifact.bytes)
    }
    let below = Artifact(path: parts.dropFirst().joined(separator: "/"), bytes: artifact.bytes)
    return file(below, .envoy, instance)
  }

  private static func file(_ artifact: Artifact, _ plane: Plane, _ subject: String) -> Row {
    Row(plane: plane, subject: subject, resource: "file", name: artifact.path, content: artifact.bytes)
  }

  /// Generation and digest are left out: they differ with every release.
  private static func announcements(_ file: AnnouncementsFile) -> [Row] {
    let prefixes = file.routes.map { route in
      Row(
        plane: .bird, subject: "", resource: "prefix", name: route.prefix.description,
        content: Array((route.communities + route.addresses.map(\.description)).joined(separator: " ").utf8))
    }
    let sessions = file.sessions.map { session in
      Row(
        plane: .bird, subject: "", resource: "session", name: session.protocol,
        content: Array("\(session.neighbor) \(session.password?.secret ?? "")".utf8))
    }
    return prefixes + sessions
  }

  private static func names(_ file: RecordSetsFile) -> [Row] {
    file.names.map { name in
      Row(plane: .dns, subject: file.zone, resource: "name", name: name.name, content: name.digest.bytes)
    }
  }
}

extension Applier {
  /// What applying the release would change, compared with the one that the node runs. Reads files only, and takes no
  /// lock.
  package func plan(_ source: ApplyRequest.Source) throws(ApplyError) -> ReleasePlan {
    let current: ReleaseSlice?
    do throws(FileFault) {
      current = try StateFolder(settings.stateFolder).release("current")
    } catch {
      throw .file(error)
    }
    let slice = try readSlice(ApplyRequest(source: source), current: current)
    var plan = ReleasePlan(from: current, to: slice, node: settings.node)
    if let current { plan.shrinks = try shrinks(from: current, to: slice) }
    return plan
  }
}
