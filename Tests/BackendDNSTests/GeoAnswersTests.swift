import EpicArtifact
import EpicBase
import EpicDiagnostics
import EpicIR
import EpicIRFixtures
import EpicTestTools
import Foundation
import Testing

@testable import BackendDNS

/// Answers by place: the countries' places, and what clients of each country get.
@Suite struct GeoAnswersTests {
  // MARK: Places

  /// The sets of `std.geo`, read from the library's file: each code of ISO 3166-1 and `XK`, by continent.
  private static func continents() throws -> [String: Set<String>] {
    let text = try String(
      contentsOfFile: RealTool.repository() + "/stdlib/geo/continents.epic", encoding: .utf8)
    var result: [String: Set<String>] = [:]
    for part in text.components(separatedBy: "export let ").dropFirst() {
      let name = String(part.prefix { $0 != " " })
      let list = part.drop { $0 != "[" }.prefix { $0 != "]" }.dropFirst()
      result[name] = Set(list.split { ", \n".contains($0) }.map(String.init))
    }
    return result
  }

  private func place(_ code: String) throws -> (latitude: Double, longitude: Double) {
    let place = try #require(CountryPlaces.all.first { $0.code == code }).coordinates
    return (place.latitude.double, place.longitude.double)
  }

  @Test func everyCountryOfTheLibraryHasOnePlace() throws {
    let codes = CountryPlaces.all.map(\.code)
    #expect(codes.count == 250)
    #expect(codes == Set(codes).sorted())
    #expect(Set(codes) == Set(try GeoAnswersTests.continents().values.joined()))
  }

  /// Boxes around what the library calls the continents. Oceania's goes over the date line, and islands far from everywhere
  /// are where the United Nations put them.
  @Test func placesLieInTheirContinents() throws {
    let boxes: [String: (latitudes: ClosedRange<Double>, longitudes: [ClosedRange<Double>])] = [
      "africa": (-50...38, [-26...73]), "antarctica": (-90 ... -60, [-180...180]), "asia": (-11...56, [25...154]),
      "europe": (34...81, [-32...60]), "north-america": (7...75, [-171 ... -11]),
      "oceania": (-53...30, [96...180, -180 ... -124]), "south-america": (-57...13, [-93...4]),
    ]
    for (continent, codes) in try GeoAnswersTests.continents() {
      let box = try #require(boxes[continent])
      for code in codes where code != "HM" {
        let (latitude, longitude) = try place(code)
        #expect(
          box.latitudes.contains(latitude) && box.longitudes.contains { $0.contains(longitude) },
          "\(code) at \(latitude), \(longitude) is not in \(continent)")
      }
    }
    #expect(try place("HM").latitude < -50)
    // No two countries have one place but those that share an island or lie in one another.
    let places = Dictionary(grouping: CountryPlaces.all) { "\($0.coordinates.latitude) \($0.coordinates.longitude)" }
    #expect(places.values.filter { $0.count > 1 }.allSatisfy { $0.count == 2 })
  }

  /// Corners of the countries' own boxes, for those that a map's reader would notice first.
  @Test func placesLieInTheirCountries() throws {
    let boxes: [(String, ClosedRange<Double>, ClosedRange<Double>)] = [
      ("DE", 47.3...55.1, 5.9...15.1), ("FR", 42.3...51.1, -4.8...8.3), ("GB", 50...58.7, -6.3...1.8),
      ("US", 25...49, -125 ... -67), ("CA", 42...60, -130 ... -60), ("BR", -33.8...5.3, -74 ... -34.8),
      ("AU", -39 ... -11, 113...154), ("JP", 31...45.6, 130...146), ("IN", 8...35, 68...97), ("CN", 20...50, 80...130),
      ("RU", 50...70, 30...140), ("ZA", -35 ... -22, 16.4...33), ("NG", 4.2...14, 2.6...14.7),
      ("CL", -56 ... -17.5, -76 ... -66),
      ("NZ", -47.3 ... -34.3, 166...179), ("SG", 1.2...1.5, 103.6...104.1), ("AE", 22.6...26.1, 51.5...56.4),
      ("KZ", 40.5...55.5, 46.4...87.4), ("EG", 22...31.7, 24.6...35), ("ID", -11...6, 95...141),
      ("AR", -55 ... -21.7, -73.6 ... -53.6),
    ]
    for (code, latitudes, longitudes) in boxes {
      let (latitude, longitude) = try place(code)
      #expect(latitudes.contains(latitude) && longitudes.contains(longitude), "\(code) at \(latitude), \(longitude)")
    }
  }

  // MARK: Answers

  /// The storefront with one IPv4 pool a site: fra, iad and sin. `shop` draws from each, and from one IPv6 pool of all.
  private static func regional() -> Deployment {
    var deployment = Storefront.deployment()
    let common = deployment.pools[1]
    for (index, site) in deployment.sites.indices.enumerated() {
      var pool = common
      pool.identity.name = "region-\(index)"
      pool.ranges = [prefix("203.0.\(index).0/24").range]
      pool.sites = [RowID(UInt32(site))]
      deployment.pools.append(pool)
    }
    deployment.zones[0].answersByPlace = true
    for index in deployment.ingresses.indices where deployment.ingresses[index].identity.name == "shop" {
      let origin = deployment.ingresses[index].addresses[0].origin
      let v6 = deployment.ingresses[index].addresses.filter { $0.address.family == .v6 }
      deployment.ingresses[index].addresses =
        (0..<3).map {
          IngressAddress(address: address("203.0.\($0).7"), pool: RowID(UInt32(3 + $0)), origin: origin)
        } + v6
      deployment.ingresses[index].publications[0].isNearest = true
    }
    return deployment
  }

  /// What clients of each country get under `shop.example.com`.
  private func answers(_ deployment: Deployment) throws -> [String: [String]] {
    let file = GeoAnswersFile(deployment, zone: RowID(0), order: SiteOrder(deployment))
    let name = try #require(file.names.first { $0.name == "shop.example.com" })
    return Dictionary(uniqueKeysWithValues: name.answers.map { ($0.country, $0.addresses.map(\.description)) })
  }

  @Test func eachCountryGetsItsNearestSite() throws {
    let answers = try answers(GeoAnswersTests.regional())
    #expect(answers.count == 250)
    // Frankfurt, Ashburn, Singapore.
    let expected = [
      "DE": 0, "FR": 0, "RU": 0, "EG": 0, "KE": 0, "NG": 0, "IS": 0, "TR": 0, "US": 1, "CA": 1, "MX": 1, "BR": 1,
      "CL": 1,
      "GL": 1, "JP": 2, "AU": 2, "NZ": 2, "IN": 2, "CN": 2, "TH": 2, "MG": 2,
    ]
    for (country, site) in expected { #expect(answers[country] == ["203.0.\(site).7"], "\(country)") }
  }

  @Test func theFileIsWhatTheModuleReads() throws {
    let deployment = GeoAnswersTests.regional()
    let sink = emit(deployment, "example.com")
    #expect(sink.artifacts.map(\.path).contains("zones/example.com/geo.conf"))
    let lines = String(decoding: sink.bytes("geo.conf"), as: UTF8.self).split(separator: "\n")
    let body = lines.filter { !$0.hasPrefix("#") }
    #expect(
      body.prefix(5) == [
        "shop.example.com:", "  - geo: \"AD\"", "    A: \"203.0.0.7\"", "  - geo: \"AE\"", "    A: \"203.0.0.7\"",
      ])
    #expect(body.count == 1 + 2 * 250)
    #expect(lines.contains("#       ttl: 60"))
    // The zone itself holds all of them, as for any name.
    let records = try sink.records()
    #expect(records.names.first { $0.name == "shop.example.com" }?.addresses.count == 4)
    // The other zone has no such file, and the zone without it is what it was.
    #expect(emit(deployment, "globex.example").artifacts.count == 2)
    #expect(sink.content != records.content)
    var elsewhere = deployment
    elsewhere.sites[0].coordinates = elsewhere.sites[2].coordinates
    #expect(emit(elsewhere, "example.com").content != sink.content)
    #expect(try emit(elsewhere, "example.com").records().content == records.content)
    elsewhere = deployment
    elsewhere.sequence += 1
    #expect(emit(elsewhere, "example.com").bytes("geo.conf") == sink.bytes("geo.conf"))
  }

  @Test func aZoneWithoutNearestNamesHasAFileOfComments() {
    var deployment = Storefront.deployment()
    deployment.zones[0].answersByPlace = true
    let text = String(decoding: emit(deployment, "example.com").bytes("geo.conf"), as: UTF8.self)
    #expect(!text.isEmpty && text.split(separator: "\n").allSatisfy { $0.hasPrefix("#") })
  }

  @Test func onlySitesThatServeAndAnnounceAnswer() throws {
    var deployment = GeoAnswersTests.regional()
    let shop = try #require(deployment.ingresses.firstIndex { $0.identity.name == "shop" })
    // The ingress leaves Frankfurt: its address there is served nowhere.
    deployment.ingresses[shop].sites = [RowID(1), RowID(2)]
    #expect(try answers(deployment)["DE"] == ["203.0.1.7"])
    // Ashburn speaks as somebody else: what it has of the pool is not announced.
    deployment = GeoAnswersTests.regional()
    deployment.pools[4].announcement?.autonomousSystem = ASNumber(64513)
    #expect(try answers(deployment)["US"] == ["203.0.0.7"])
    deployment.pools[4].announcement = nil
    #expect(try answers(deployment)["US"] == ["203.0.0.7"])
  }

  @Test func eachFamilyIsChosenForItself() throws {
    var deployment = GeoAnswersTests.regional()
    let shop = try #require(deployment.ingresses.firstIndex { $0.identity.name == "shop" })
    let v6 = try #require(deployment.ingresses[shop].addresses.last)
    // The IPv6 pool is at Frankfurt and Ashburn only, where it is all there is: nothing to say of it.
    deployment.pools[Int(v6.pool.index)].sites = [RowID(0), RowID(1)]
    #expect(try answers(deployment)["JP"] == ["203.0.2.7"])
    // A second one at Ashburn alone makes the two sites differ: Singapore's countries get that of the nearer.
    var pool = deployment.pools[Int(v6.pool.index)]
    pool.sites = [RowID(1)]
    deployment.pools.append(pool)
    deployment.ingresses[shop].addresses.append(
      IngressAddress(
        address: address("2001:db8:b::7"), pool: RowID(UInt32(deployment.pools.count - 1)), origin: v6.origin))
    #expect(try answers(deployment)["JP"] == ["203.0.2.7", v6.address.description])
    #expect(try answers(deployment)["US"] == ["203.0.1.7"], "Ashburn has all of IPv6: the zone answers")
    #expect(try answers(deployment)["DE"] == ["203.0.0.7", v6.address.description])
  }

  @Test func sitesAtEqualDistanceGoByName() throws {
    var deployment = GeoAnswersTests.regional()
    for index in deployment.sites.indices { deployment.sites[index].coordinates = deployment.sites[0].coordinates }
    let first = try #require(
      deployment.sites.indices.min { deployment.sites[$0].identity.name < deployment.sites[$1].identity.name })
    #expect(Set(try answers(deployment).values) == [["203.0.\(first).7"]])
    deployment.sites[first].identity.name = "zzz"
    let next = try #require(
      deployment.sites.indices.min { deployment.sites[$0].identity.name < deployment.sites[$1].identity.name })
    #expect(next != first)
    #expect(Set(try answers(deployment).values) == [["203.0.\(next).7"]])
  }

  @Test func sharedAddressesHaveNoAnswersOfTheirOwn() {
    var deployment = Storefront.deployment()
    deployment.zones[0].answersByPlace = true
    for index in deployment.ingresses.indices {
      for publication in deployment.ingresses[index].publications.indices {
        deployment.ingresses[index].publications[publication].isNearest = true
      }
    }
    #expect(GeoAnswersFile(deployment, zone: RowID(0), order: SiteOrder(deployment)).names.isEmpty)
  }

  @Test func namesThatTheModuleCannotTakeAreReported() throws {
    func codes(_ name: String, isNearest: Bool) throws -> [String] {
      var deployment = GeoAnswersTests.regional()
      let shop = try #require(deployment.ingresses.firstIndex { $0.identity.name == "shop" })
      deployment.ingresses[shop].publications[0].name = name
      deployment.ingresses[shop].publications[0].isNearest = isNearest
      return check(deployment).map(\.code.name)
    }
    let long = String(repeating: "a", count: 57) + "." + String(repeating: "b", count: 57) + ".example.com"
    #expect(long.utf8.count == 127)
    #expect(try codes(long, isNearest: true) == [])
    #expect(try codes("c" + long, isNearest: true) == ["E0873"])
    #expect(try codes("c" + long, isNearest: false) == [])
  }

  @Test func tooManyNearestNamesAreReported() {
    var deployment = storefront(moreNames: 2501)
    deployment.zones[0].answersByPlace = true
    for index in deployment.ingresses.indices where deployment.ingresses[index].identity.name.hasPrefix("many-") {
      deployment.ingresses[index].publications[0].isNearest = true
    }
    #expect(check(deployment).map(\.code) == [.tooManyPublishedNames, .manyPublishedNames])
    deployment.ingresses.removeLast()
    #expect(check(deployment).map(\.code) == [.manyPublishedNames])
  }
}
