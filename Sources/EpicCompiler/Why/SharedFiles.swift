import EpicArtifact
import EpicBackend
import EpicBase
import EpicIR

/// What the files that belong to no target are made from.
extension Deployment {
  func slotMarks(_ bytes: [UInt8]) -> [ValueMark] {
    var marks = JSONMarks(bytes)
    marks.note("", [.workspace("workspace")])
    var positions: [String: Int] = [:]
    for (index, slot) in EndpointsFile(slotsOf: self).slots.enumerated() { positions[slot.name] = index }
    for upstream in upstreams {
      for member in upstream.tiers.flatMap(\.members) {
        guard case .kubernetes(let service) = member.source else { continue }
        let cluster = clusters[service.cluster].identity
        let name = EndpointSlot.name(
          upstreamFileName: upstream.identity.fileName,
          source: .kubernetes(
            cluster: cluster.description, namespace: service.namespace, service: service.service, port: service.port))
        guard let index = positions[name] else { continue }
        let path = "/slots/\(index)"
        marks.note(path, [.origin(member.origin), .declaration(.upstream, upstream.identity)])
        marks.note("\(path)/tenant", [.declaration(.upstream, upstream.identity)])
        marks.note("\(path)/upstream", [.declaration(.upstream, upstream.identity)])
        marks.note("\(path)/source", [.origin(member.origin)])
        marks.note("\(path)/source/kubernetes", [.origin(member.origin), .declaration(.kubernetes, cluster)])
        marks.note("\(path)/prefixes", [.field(.kubernetes, cluster, "pods")])
        marks.note("\(path)/maximum", [.rule("most endpoints that a slot takes"), .origin(member.origin)])
      }
    }
    return marks.sorted
  }

  func releaseMarks(_ bytes: [UInt8]) -> [ValueMark] {
    var marks = JSONMarks(bytes)
    marks.note("", [.workspace("workspace")])
    marks.note("/edition", [.workspace("edition")])
    marks.note("/compiler", [.rule("the name and version of the compiler"), .workspace("workspace")])
    marks.note("/sequence", [.generation, .workspace("workspace")])
    marks.note("/content", [.summary("a digest of every artifact, apart from the sequence"), .workspace("workspace")])
    for (index, source) in sources.sorted(by: { ArtifactPath.precedes($0.path, $1.path) }).enumerated() {
      marks.note("/sources/\(index)", [.file(source.path)])
      marks.note("/sources/\(index)/sha256", [.summary("the file's digest"), .file(source.path)])
    }
    let root: JSONValue
    do throws(JSONError) { root = try JSONReader.read(bytes) } catch { return marks.sorted }
    for (index, part) in (root["parts"]?.elements ?? []).enumerated() {
      let target = part["target"]?.string ?? ""
      let place: [ValueSource] =
        nodes.filter { Target.node($0.name).folder == target }.map { .origin($0.origin) }
        + zones.filter { Target.zone($0.name).folder == target }.map { .declaration(.zone, $0.identity) }
      let path = "/parts/\(index)"
      marks.note(path, place)
      for field in ["content", "tree", "files", "bytes"] {
        marks.note("\(path)/\(field)", [.summary("a digest or a count of the files in `\(target)`")] + place)
      }
    }
    return marks.sorted
  }
}
