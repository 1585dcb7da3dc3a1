import BackendDNS
import EpicArtifact
import EpicBase
import EpicDiagnostics
import EpicIR
import EpicIRFixtures
import Testing

@Suite struct ZoneTests {
  private let deployment = Storefront.deployment()

  @Test func everyZoneIsATarget() {
    #expect(DNSBackend().targets(of: deployment) == [.zone("example.com"), .zone("globex.example")])
    #expect(
      emit(deployment, "example.com").artifacts.map(\.path)
        == ["zones/example.com/rrsets.json", "zones/example.com/update.nsupdate"])
    #expect(check(deployment).isEmpty)
  }

  @Test func aZoneWhoseFolderIsTooLongIsAnError() {
    var long = deployment
    long.zones[0].name = String(repeating: "a.", count: 96) + "example"
    #expect(!check(long).contains { $0.code.name == "E0809" })
    long.zones[0].name = "aa." + long.zones[0].name
    #expect(check(long).contains { $0.code.name == "E0809" && $0.primary.span == long.zones[0].origin.span })
  }

  @Test func recordsAreThoseOfThePublications() throws {
    let sink = emit(deployment, "example.com")
    let records = try sink.records()
    #expect(records.names.map(\.name) == ["api.shop.example.com", "shop.example.com"])
    #expect(records.names[1].addresses == [address("198.51.100.20"), address("2001:db8:a::20")])
    #expect(records.names[1].ttlSeconds == 60)
    #expect(records.names[1].ingresses == ["acme/shop"])
    #expect(records.key == "platform/tsig/example-com")
    #expect((records.owner, records.generation) == ("storefront", 7))
    #expect(records.content == sink.content)
  }

  @Test func theFirstClaimIsWhatNsupdateReads() throws {
    let records = try emit(deployment, "globex.example").records()
    let marker = records.marker(of: records.names[0])
    #expect(
      emit(deployment, "globex.example").update == """
        ; First claim of the names that EPIC publishes in globex.example. Made by EPIC: edits are overwritten.
        ; The zone's key is given to nsupdate with -k; it is never part of a release.
        server 192.0.2.53 53
        zone globex.example.
        prereq nxrrset www.globex.example. A
        prereq nxrrset www.globex.example. AAAA
        prereq nxrrset www.globex.example. CNAME
        prereq nxdomain _epic.www.globex.example.
        update add www.globex.example. 300 A 198.51.100.201
        update add www.globex.example. 300 AAAA 2001:db8:60::c9
        update add _epic.www.globex.example. 300 TXT "\(marker)"
        send

        """)
    #expect(marker.description.hasPrefix("owner=storefront gen=7 sha="))
  }

  @Test func aZoneWithoutNamesClaimsNothing() throws {
    var empty = deployment
    for index in empty.ingresses.indices { empty.ingresses[index].publications = [] }
    #expect(!emit(empty, "example.com").update.contains("send"))
    #expect(try emit(empty, "example.com").records().names.isEmpty)
  }

  @Test func theContentDoesNotDependOnTheGeneration() throws {
    var later = deployment
    later.sequence = 8
    #expect(emit(later, "example.com").content == emit(deployment, "example.com").content)
    #expect(emit(later, "example.com").update != emit(deployment, "example.com").update)
    later.ingresses[1].addresses[0].address = address("198.51.100.99")
    later.zones[0].key = nil
    #expect(emit(later, "example.com").content != emit(deployment, "example.com").content)
  }

  @Test func ingressesThatShareANameShareItsRecords() throws {
    var shared = deployment
    let index = try #require(shared.ingresses.firstIndex { $0.identity.name == "partners" })
    shared.ingresses[index].publications[0].name = "shop.example.com"
    let names = try emit(shared, "example.com").records().names
    #expect(names.map(\.name) == ["shop.example.com"])
    #expect(names[0].ingresses == ["acme.partners/partners", "acme/shop"])
    #expect(names[0].addresses.count == 4)
    #expect(check(shared).isEmpty)
    shared.ingresses[index].publications[0].ttl = .seconds(30)
    #expect(try emit(shared, "example.com").records().names[0].ttlSeconds == 30)
  }

  @Test func anUnrelatedIngressAddsOnlyItsOwnRows() throws {
    let other = storefront(moreNames: 1)
    let before = Set(emit(deployment, "example.com").update.split(separator: "\n"))
    let lines = emit(other, "example.com").update.split(separator: "\n")
    #expect(before.subtracting(lines).isEmpty)
    #expect(lines.filter { !before.contains($0) }.allSatisfy { $0.contains("many-0.shop.example.com.") })
    let names = try emit(deployment, "example.com").records().names
    #expect(try emit(other, "example.com").records().names.filter { names.contains($0) } == names)
    #expect(emit(other, "globex.example").artifacts == emit(deployment, "globex.example").artifacts)
  }

  @Test func manyNamesAreSplitBetweenNames() throws {
    let deployment = storefront(moreNames: 1000)
    let update = emit(deployment, "example.com").update
    let messages = update.split(separator: "send\n")
    #expect(messages.count > 1)
    var names = 0
    for message in messages {
      let prerequisites = message.split(separator: "\n").filter { $0.hasPrefix("prereq nxdomain ") }
      let markers = message.split(separator: "\n").filter { $0.contains(" TXT ") }
      #expect(prerequisites.map { $0.split(separator: " ")[2] } == markers.map { $0.split(separator: " ")[2] })
      names += markers.count
    }
    #expect(names == 1002)
    #expect(check(deployment).isEmpty)
  }

  @Test func veryManyNamesAreReported() {
    #expect(check(storefront(moreNames: 2498)).isEmpty)
    #expect(check(storefront(moreNames: 2499)).map(\.code) == [.manyPublishedNames])
    #expect(check(storefront(moreNames: 24_999)).map(\.code) == [.tooManyPublishedNames])
  }

  @Test func namesAndTimesThatDNSCannotHoldAreReported() throws {
    func codes(_ change: (inout Publication) -> Void) throws -> [String] {
      var changed = deployment
      let index = try #require(changed.ingresses.firstIndex { !$0.publications.isEmpty })
      change(&changed.ingresses[index].publications[0])
      return check(changed).map(\.code.name)
    }
    let label = String(repeating: "a", count: 60) + "."
    #expect(try codes { $0.name = label + label + label + String(repeating: "b", count: 52) + ".example.com" } == [])
    #expect(
      try codes { $0.name = label + label + label + String(repeating: "b", count: 53) + ".example.com" } == ["E0872"])
    #expect(try codes { $0.ttl = TimeSpan(milliseconds: 1500) } == ["E0871"])
    #expect(try codes { $0.ttl = .seconds(1 << 31) } == ["E0871"])
    #expect(try codes { $0.ttl = .seconds((1 << 31) - 1) } == [])
  }
}
