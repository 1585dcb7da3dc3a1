import EpicArtifact
import EpicBase
import EpicIR

extension GeoAnswersFile {
  /// The answers by place of one zone.
  init(_ deployment: Deployment, zone id: RowID<Zone>, order: SiteOrder) {
    let zone = deployment.zones[id]
    var names: [Name] = []
    for group in NearestName.names(in: id, of: deployment) {
      let answers = NearestAnswers(group, deployment, order).answers
      if !answers.isEmpty { names.append(Name(name: group.name, answers: answers)) }
    }
    self.init(zone: zone.name, ttlSeconds: UInt32(clamping: zone.ttl.secondsRoundedUp), names: names)
  }
}

/// The sites in order of their distance from each country's place, the nearest first. Sites at equal distance are in order
/// of their names.
struct SiteOrder {
  /// For each of `CountryPlaces.all`, rows of the sites.
  let sites: [[RowID<Site>]]

  init(_ deployment: Deployment) {
    let sites = deployment.sites
    let places = sites.map { UnitVector($0.coordinates) }
    self.sites = CountryPlaces.all.map { place in
      let country = UnitVector(place.coordinates)
      let distances = places.map { country.squaredChord(to: $0) }
      let order = sites.indices.sorted { left, right in
        distances[left] == distances[right]
          ? ArtifactPath.precedes(sites[left].identity.description, sites[right].identity.description)
          : distances[left] < distances[right]
      }
      return order.map { RowID<Site>(UInt32($0)) }
    }
  }
}

/// A name that is published `nearest`, with the ingresses that do it.
struct NearestName {
  let name: String
  /// In table order; one, unless a proof was not asked.
  var ingresses: [RowID<Ingress>]

  /// Those of a zone whose server answers by place, sorted.
  static func names(in id: RowID<Zone>, of deployment: Deployment) -> [NearestName] {
    guard deployment.zones[id].answersByPlace else { return [] }
    var result: [NearestName] = []
    var wanted: Set<String> = []
    for published in deployment.publishedNames(in: id) {
      if published.publication.isNearest { wanted.insert(published.publication.name) }
      if let last = result.indices.last, result[last].name == published.publication.name {
        result[last].ingresses.append(published.ingress)
      } else {
        result.append(NearestName(name: published.publication.name, ingresses: [published.ingress]))
      }
    }
    return result.filter { wanted.contains($0.name) }
  }
}

/// Which addresses each country gets for one name.
struct NearestAnswers {
  /// Only countries whose answer differs from the zone's records, and of each only the families that differ.
  let answers: [GeoAnswersFile.Answer]
  /// For each answer the sites whose addresses it holds: one, or one for each family.
  let sites: [[RowID<Site>]]

  init(_ name: NearestName, _ deployment: Deployment, _ order: SiteOrder) {
    let families = [IPFamily.v4, .v6].map { Served(name, $0, deployment) }
    var answers: [GeoAnswersFile.Answer] = []
    var sites: [[RowID<Site>]] = []
    for (index, place) in CountryPlaces.all.enumerated() {
      var addresses: [IPAddress] = []
      var chosen: [RowID<Site>] = []
      for family in families {
        // A family that nobody serves anywhere keeps the zone's records.
        guard let site = order.sites[index].first(where: { !family.bySite[$0.index].isEmpty }),
          family.bySite[site.index] != family.all
        else { continue }
        addresses += family.bySite[site.index]
        if chosen.last != site { chosen.append(site) }
      }
      if addresses.isEmpty { continue }
      answers.append(GeoAnswersFile.Answer(country: place.code, addresses: addresses))
      sites.append(chosen)
    }
    self.answers = answers
    self.sites = sites
  }

  /// Addresses of one family, all that the name has and those that each site serves and announces. Each list is sorted and
  /// holds an address once.
  private struct Served {
    var all: [IPAddress] = []
    /// By row of the site.
    var bySite: [[IPAddress]]

    init(_ name: NearestName, _ family: IPFamily, _ deployment: Deployment) {
      bySite = Array(repeating: [], count: deployment.sites.count)
      for row in name.ingresses {
        let ingress = deployment.ingresses[row]
        for drawn in ingress.addresses where drawn.address.family == family {
          all.append(drawn.address)
          for site in ingress.sites where deployment.announcement(of: drawn, at: site) != nil {
            bySite[site.index].append(drawn.address)
          }
        }
      }
      all = Served.sortedOnce(all)
      bySite = bySite.map(Served.sortedOnce)
    }

    private static func sortedOnce(_ addresses: [IPAddress]) -> [IPAddress] {
      var result: [IPAddress] = []
      for address in addresses.sorted() where result.last != address { result.append(address) }
      return result
    }
  }
}
