import EpicArtifact
import EpicBase

/// The dynamic update (RFC 2136) that claims names nobody has, in the language of `nsupdate`.
///
/// Its prerequisites hold only where neither the records nor the owner's marker exist, so that a foreign record is never
/// changed and a second sending is refused. Nothing but the records themselves has to be absent: a name may carry
/// other people's MX or CAA records, and the zone's own name always carries SOA and NS.
struct FirstClaim {
  /// Longest message that is put together, in bytes: what TCP carries (RFC 1035 section 4.2.2) with room for TSIG.
  static let maximumMessageBytes = 60_000
  private static let headerBytes = 12

  private let records: RecordSetsFile
  /// Length of every name's marker: owner and generation are the release's, and digests are of one length.
  private let markerBytes: Int

  init(_ records: RecordSetsFile) {
    self.records = records
    markerBytes = records.names.first.map { records.marker(of: $0).description.utf8.count } ?? 0
  }

  /// Upper bound of a name's share of a message: names uncompressed.
  private func wireBytes(_ name: RecordSetsFile.Name) -> Int {
    let owner = name.name.utf8.count + 2
    let markerOwner = name.markerName.utf8.count + 2
    let fixed = 10
    let prerequisites = 3 * (owner + fixed) + markerOwner + fixed
    let data = name.addresses.reduce(0) { $0 + owner + fixed + ($1.family == .v4 ? 4 : 16) }
    return prerequisites + data + markerOwner + fixed + 1 + markerBytes
  }

  /// Ranges of names that go into one message each. A name is never split: its records and its marker appear together
  /// or not at all.
  func messages() -> [Range<Int>] {
    var result: [Range<Int>] = []
    let zoneBytes = FirstClaim.headerBytes + records.zone.utf8.count + 2 + 4
    var start = 0
    var size = zoneBytes
    for (index, name) in records.names.enumerated() {
      let bytes = wireBytes(name)
      if size + bytes > FirstClaim.maximumMessageBytes && index > start {
        result.append(start..<index)
        start = index
        size = zoneBytes
      }
      size += bytes
    }
    if start < records.names.count { result.append(start..<records.names.count) }
    return result
  }

  /// The file's text: one `send` a message.
  func write() -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(512 + records.names.count * 480)
    bytes.append(
      "; First claim of the names that EPIC publishes in \(records.zone). Made by EPIC: edits are overwritten.\n")
    bytes.append("; The zone's key is given to nsupdate with -k; it is never part of a release.\n")
    if let server = records.servers.first {
      switch server.host {
      case .address(let address): bytes.append("server \(address) \(server.port)\n")
      case .name(let name): bytes.append("server \(name) \(server.port)\n")
      }
    }
    bytes.append("zone \(records.zone).\n")
    for message in messages() {
      for index in message { writePrerequisites(records.names[index], to: &bytes) }
      for index in message {
        let name = records.names[index]
        writeRecords(name, marker: records.marker(of: name).description, to: &bytes)
      }
      bytes.append("send\n")
    }
    return bytes
  }

  private func writePrerequisites(_ name: RecordSetsFile.Name, to bytes: inout [UInt8]) {
    for kind in [StaticString("A"), "AAAA", "CNAME"] {
      bytes.append("prereq nxrrset ")
      bytes.append(name.name)
      bytes.append(". ")
      bytes.append(kind)
      bytes.append("\n")
    }
    bytes.append("prereq nxdomain ")
    bytes.append(name.markerName)
    bytes.append(".\n")
  }

  private func writeRecords(_ name: RecordSetsFile.Name, marker: String, to bytes: inout [UInt8]) {
    for address in name.addresses {
      bytes.append("update add ")
      bytes.append(name.name)
      bytes.append(". ")
      bytes.appendDecimal(UInt64(name.ttlSeconds))
      bytes.append(address.family == .v4 ? " A " : " AAAA ")
      address.append(to: &bytes)
      bytes.append("\n")
    }
    bytes.append("update add ")
    bytes.append(name.markerName)
    bytes.append(". ")
    bytes.appendDecimal(UInt64(name.ttlSeconds))
    bytes.append(" TXT \"")
    bytes.append(marker)
    bytes.append("\"\n")
  }
}
