import EpicArtifact
import EpicBase
import EpicIR

/// A publication with the ingress that it belongs to.
struct PublishedName {
  var publication: Publication
  var ingress: RowID<Ingress>
}

extension Deployment {
  /// Publications in a zone, sorted by name and ingress.
  func publishedNames(in zone: RowID<Zone>) -> [PublishedName] {
    var result: [PublishedName] = []
    for (index, ingress) in ingresses.enumerated() {
      for publication in ingress.publications where publication.zone == zone {
        result.append(PublishedName(publication: publication, ingress: RowID(UInt32(index))))
      }
    }
    result.sort { left, right in
      if left.publication.name == right.publication.name { return left.ingress < right.ingress }
      return ArtifactPath.precedes(left.publication.name, right.publication.name)
    }
    return result
  }
}

extension RecordSetsFile {
  /// The records of one zone. A name that several ingresses publish resolves to the addresses of all of them.
  init(_ deployment: Deployment, zone id: RowID<Zone>) {
    let zone = deployment.zones[id]
    var names: [Name] = []
    for published in deployment.publishedNames(in: id) {
      let ingress = deployment.ingresses[published.ingress]
      var addresses = ingress.addresses.map(\.address)
      var ingresses = [ingress.identity.description]
      var ttl = UInt32(clamping: published.publication.ttl.secondsRoundedUp)
      if let last = names.last, last.name == published.publication.name {
        for address in last.addresses where !addresses.contains(address) { addresses.append(address) }
        for other in last.ingresses where !ingresses.contains(other) { ingresses.append(other) }
        ttl = min(ttl, last.ttlSeconds)
        names.removeLast()
      }
      names.append(
        Name(name: published.publication.name, ttlSeconds: ttl, ingresses: ingresses, addresses: addresses))
    }
    self.init(
      zone: zone.name, servers: zone.servers, key: zone.key?.path, owner: deployment.workspace,
      generation: deployment.sequence, names: names)
  }
}
