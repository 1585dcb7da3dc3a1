package import EpicArtifact
package import EpicBackend
import EpicBase
package import EpicIR

extension DNSBackend {
  package static func reason(for member: String) -> String? {
    switch member {
    case "format": "the name and version of the file's format"
    default: nil
    }
  }

  package func explained(_ deployment: Deployment, for target: Target) -> [ExplainedArtifact] {
    guard case .zone(let name) = target, let index = deployment.zones.firstIndex(where: { $0.name == name }) else {
      return []
    }
    let zone = deployment.zones[index]
    let records = RecordSetsFile(deployment, zone: RowID(UInt32(index)))
    let names = records.names.map { deployment.sources(of: $0.name, in: RowID(UInt32(index))) }
    let file = records.write()
    var marks = JSONMarks(file)
    marks.note("", [.declaration(.zone, zone.identity)])
    marks.note("/zone", [.field(.zone, zone.identity, "name")])
    marks.note("/servers", [.field(.zone, zone.identity, "server")])
    marks.note("/key", [.field(.zone, zone.identity, "key")])
    marks.note("/owner", [.workspace("workspace")])
    marks.note("/generation", [.generation])
    marks.note("/content", [.summary("a digest of this file, apart from the generation")])
    for (position, sources) in names.enumerated() {
      let path = "/names/\(position)"
      marks.note(path, sources.publications)
      marks.note("\(path)/ttl", [.field(.zone, zone.identity, "ttl")])
      marks.note("\(path)/ingresses", sources.ingresses)
      marks.note("\(path)/addresses", sources.addresses)
      for (index, address) in records.names[position].addresses.enumerated() {
        marks.note("\(path)/addresses/\(index)", deployment.sources(of: address))
      }
      marks.note("\(path)/sha256", [.field(.zone, zone.identity, "ttl")] + sources.addresses)
    }
    let update = FirstClaim(records).write()
    var artifacts = [
      ExplainedArtifact(path: RecordSetsFile.fileName, bytes: file, marks: marks.sorted),
      ExplainedArtifact(
        path: DNSBackend.updateFileName, bytes: update,
        marks: updateMarks(update, records, names, zone, deployment)),
    ]
    if zone.answersByPlace { artifacts.append(explainedAnswers(deployment, RowID(UInt32(index)))) }
    return artifacts
  }

  /// The lines of the first claim say what they are about themselves.
  private func updateMarks(
    _ update: [UInt8], _ records: RecordSetsFile, _ names: [NameSources], _ zone: Zone, _ deployment: Deployment
  ) -> [ValueMark] {
    var positions: [String: Int] = [:]
    for (index, name) in records.names.enumerated() {
      positions[name.name + "."] = index
      positions[name.markerName + "."] = index
    }
    var marks: [ValueMark] = []
    var offset = 0
    for line in update.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let words = line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
      marks.append(ValueMark(offset: offset, sources(of: words, positions, names, zone, deployment)))
      offset += line.count + 1
    }
    return marks
  }

  private func sources(
    of words: [String], _ positions: [String: Int], _ names: [NameSources], _ zone: Zone, _ deployment: Deployment
  ) -> [ValueSource] {
    let declaration = ValueSource.declaration(.zone, zone.identity)
    switch words.first {
    case "server": return [.field(.zone, zone.identity, "server")]
    case "zone": return [.field(.zone, zone.identity, "name")]
    case ";": return [.rule("a comment for people"), .field(.zone, zone.identity, "name")]
    case "prereq":
      let index = words.count > 2 ? positions[words[2]] : nil
      return [.rule("a name that anybody has is left alone")] + (index.map { names[$0].publications } ?? [declaration])
    case "update":
      guard words.count > 5, let index = positions[words[2]] else { return [declaration] }
      let ttl = ValueSource.field(.zone, zone.identity, "ttl")
      if words[4] == "TXT" {
        return [.rule("the marker that says whose the name is")] + names[index].publications + [ttl]
          + names[index].addresses + [.workspace("workspace"), .generation]
      }
      let address = IPAddress(words[5]).map { deployment.sources(of: $0) } ?? names[index].addresses
      return names[index].publications + [ttl] + address
    default: return [.rule("the update is sent as one message"), declaration]
    }
  }
}

/// What a published name is made from.
struct NameSources {
  /// The `dns publish` statements.
  var publications: [ValueSource] = []
  var ingresses: [ValueSource] = []
  var addresses: [ValueSource] = []
  /// The `sites` of the ingresses.
  var sites: [ValueSource] = []
}

extension Deployment {
  func sources(of name: String, in zone: RowID<Zone>) -> NameSources {
    var result = NameSources()
    for published in publishedNames(in: zone) where published.publication.name == name {
      let ingress = ingresses[published.ingress]
      result.publications.append(.origin(published.publication.origin))
      result.ingresses.append(.declaration(.ingress, ingress.identity))
      result.sites.append(.field(.ingress, ingress.identity, "sites"))
      for address in ingress.addresses { result.addresses += sources(of: address.address) }
    }
    return result
  }
}
