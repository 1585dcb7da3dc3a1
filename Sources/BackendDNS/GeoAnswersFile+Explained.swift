import EpicArtifact
import EpicBackend
import EpicBase
import EpicIR

extension DNSBackend {
  /// The answers by place with what each line was made from.
  func explainedAnswers(_ deployment: Deployment, _ id: RowID<Zone>) -> ExplainedArtifact {
    let zone = deployment.zones[id]
    let order = SiteOrder(deployment)
    let file = GeoAnswersFile(deployment, zone: id, order: order)
    let groups = Dictionary(
      NearestName.names(in: id, of: deployment).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let names = file.names.map { name in
      ExplainedName(
        sources: deployment.sources(of: name.name, in: id),
        sites: groups[name.name].map { NearestAnswers($0, deployment, order).sites } ?? [])
    }
    var bytes: [UInt8] = []
    var marks: [ValueMark] = []
    file.writeLines { line, kind in
      marks.append(ValueMark(offset: bytes.count, sources(of: kind, names, zone, deployment)))
      bytes += line
      bytes.append(UInt8(ascii: "\n"))
    }
    return ExplainedArtifact(path: GeoAnswersFile.fileName, bytes: bytes, marks: marks)
  }

  private struct ExplainedName {
    var sources: NameSources
    /// For each answer the sites whose addresses it holds.
    var sites: [[RowID<Site>]]
  }

  private func sources(
    of line: GeoAnswersFile.Line, _ names: [ExplainedName], _ zone: Zone, _ deployment: Deployment
  ) -> [ValueSource] {
    switch line {
    case .comment:
      return [
        .rule("a comment for people"), .field(.zone, zone.identity, "name"), .field(.zone, zone.identity, "geo file"),
      ]
    case .ttl:
      return [
        .rule("the name server's own setting, which should be the zone's"), .field(.zone, zone.identity, "ttl"),
        .field(.zone, zone.identity, "geo file"),
      ]
    case .name(let position):
      return names[position].sources.publications + [.field(.zone, zone.identity, "geo file")]
    case .country(let position, let index):
      return places(of: names[position], index, deployment) + names[position].sources.publications
    case .address(let position, let index, let address):
      return places(of: names[position], index, deployment) + deployment.sources(of: address)
        + deployment.poolSites(of: address) + names[position].sources.publications
    }
  }

  private func places(of name: ExplainedName, _ index: Int, _ deployment: Deployment) -> [ValueSource] {
    guard name.sites.indices.contains(index) else { return [] }
    return [.rule("of the sites that serve the name the one that is nearest to the country's place")]
      + name.sites[index].map { .field(.site, deployment.sites[$0].identity, "at") } + name.sources.sites
  }
}

extension Deployment {
  /// Where it is said at which sites an address is served.
  fileprivate func poolSites(of address: IPAddress) -> [ValueSource] {
    var result: [ValueSource] = []
    for ingress in ingresses {
      for drawn in ingress.addresses where drawn.address == address {
        result.append(.field(.pool, pools[drawn.pool].identity, "sites"))
      }
    }
    return result
  }
}
