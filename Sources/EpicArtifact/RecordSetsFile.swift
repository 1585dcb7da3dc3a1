package import EpicBase

/// `rrsets.json`: the records that one zone should have, and who owns them. The driver computes every update from it and
/// from what it reads back.
package struct RecordSetsFile: Hashable, Sendable {
  /// File name below the zone's folder.
  package static let fileName = "rrsets.json"
  static let format = "epic.rrsets/1"

  /// What one published name resolves to.
  package struct Name: Hashable, Sendable {
    /// Lower case, without trailing dot.
    package var name: String
    /// Time to live of its records and of its marker, in seconds.
    package var ttlSeconds: UInt32
    /// Identities of the ingresses that publish it, sorted.
    package var ingresses: [String]
    /// A records and AAAA records, IPv4 first, each family sorted.
    package var addresses: [IPAddress]

    package init(name: String, ttlSeconds: UInt32, ingresses: [String], addresses: [IPAddress]) {
      self.name = name
      self.ttlSeconds = ttlSeconds
      self.ingresses = ingresses.sorted(by: ArtifactPath.precedes)
      self.addresses = addresses.sorted()
    }

    /// Name of the marker record.
    package var markerName: String { "_epic.\(name)" }

    /// Digest of what the records say: SHA-256 of the lines `TTL TYPE ADDRESS`.
    package var digest: ContentDigest {
      var text: [UInt8] = []
      for address in addresses {
        text.appendDecimal(UInt64(ttlSeconds))
        text.append(address.family == .v4 ? " A " : " AAAA ")
        address.append(to: &text)
        text.append(UInt8(ascii: "\n"))
      }
      return ContentDigest(of: text)
    }
  }

  /// The zone's name, lower case, without trailing dot.
  package var zone: String
  /// Primary servers.
  package var servers: [HostEndpoint]
  /// Path of the TSIG key's file (RFC 8945) below the node's secret directory; nil for unsigned updates.
  package var key: String?
  /// What the markers name as owner: the workspace. Another owner's names are never touched.
  package var owner: String
  package var generation: UInt64
  /// Digest of all but the generation, as `release.json` has it.
  package private(set) var content: ContentDigest
  /// Sorted, each name once.
  package var names: [Name]

  /// Sets `content` from all but the generation.
  package init(
    zone: String, servers: [HostEndpoint], key: String?, owner: String, generation: UInt64, names: [Name]
  ) {
    self.zone = zone
    self.servers = servers
    self.key = key
    self.owner = owner
    self.generation = 0
    self.names = names
    content = RecordSetsFile.noContent
    content = ContentDigest(of: write())
    self.generation = generation
  }

  private static let noContent = ContentDigest(of: [])

  /// The marker of a name as this release writes it.
  package func marker(of name: Name) -> OwnerMarker {
    OwnerMarker(owner: owner, generation: generation, digest: name.digest)
  }
}

/// The text of the TXT record beside a published name that says whose the name is, and which release wrote it.
package struct OwnerMarker: Hashable, Sendable, CustomStringConvertible {
  package var owner: String
  package var generation: UInt64
  /// Digest of the name's records.
  package var digest: ContentDigest

  package init(owner: String, generation: UInt64, digest: ContentDigest) {
    self.owner = owner
    self.generation = generation
    self.digest = digest
  }

  /// Reads a marker's text; nil for anything that no release writes.
  package init?(_ text: String) {
    let fields = text.split(separator: " ", omittingEmptySubsequences: false)
    guard fields.count == 3, fields[0].hasPrefix("owner="), fields[1].hasPrefix("gen="), fields[2].hasPrefix("sha=")
    else { return nil }
    let generation = fields[1].dropFirst(4)
    guard let number = UInt64(generation), String(number) == generation,
      let digest = ContentDigest(hex: String(fields[2].dropFirst(4)))
    else { return nil }
    self.init(owner: String(fields[0].dropFirst(6)), generation: number, digest: digest)
  }

  /// One character string (RFC 1035 section 3.3) of at most 255 bytes, as an owner is a DNS label.
  package var description: String { "owner=\(owner) gen=\(generation) sha=\(digest.hex)" }
}
