package import EpicBase

/// `geo.conf`: which addresses clients of a country get instead of the zone's own records, as Knot's `mod-geoip` reads it
/// in mode `geodb` with the key `country/iso_code`. Only the name server reads it.
///
/// The module answers a type that a country has under a name, and leaves every other question to the zone.
package struct GeoAnswersFile: Hashable, Sendable {
  /// File name below the zone's folder.
  package static let fileName = "geo.conf"
  /// Longest name, in bytes: what Knot's parser takes as a key (`YP_MAX_TXT_KEY_LEN`).
  package static let maximumNameBytes = 127

  /// What one published name gives to clients of some countries.
  package struct Name: Hashable, Sendable {
    /// Lower case, without trailing dot.
    package var name: String
    /// Sorted by country.
    package var answers: [Answer]

    package init(name: String, answers: [Answer]) {
      self.name = name
      self.answers = answers
    }
  }

  /// What clients of one country get.
  package struct Answer: Hashable, Sendable {
    /// ISO 3166-1 alpha-2 code, upper case.
    package var country: String
    /// IPv4 first, each family sorted. A family that is not there is answered from the zone.
    package var addresses: [IPAddress]

    package init(country: String, addresses: [IPAddress]) {
      self.country = country
      self.addresses = addresses
    }
  }

  /// What a line of the file is about.
  package enum Line: Hashable, Sendable {
    /// A comment that says what the file is.
    case comment
    /// The comment that tells the time to live.
    case ttl
    /// A name, by its position.
    case name(Int)
    /// A country under a name, by their positions.
    case country(Int, Int)
    /// An address of a country under a name.
    case address(Int, Int, IPAddress)
  }

  /// The zone's name, lower case, without trailing dot.
  package var zone: String
  /// Time to live of the answers, in seconds: the server's setting, since the file has no place for it.
  package var ttlSeconds: UInt32
  /// Sorted. A name that gives every country the same is not among them.
  package var names: [Name]

  package init(zone: String, ttlSeconds: UInt32, names: [Name]) {
    self.zone = zone
    self.ttlSeconds = ttlSeconds
    self.names = names
  }

  /// The file's text.
  package func write() -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(1024 + names.reduce(0) { $0 + 200 + $1.answers.count * 70 })
    writeLines { line, _ in
      bytes += line
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  /// Gives each line of the text, without its end, and what it is about.
  package func writeLines(_ take: ([UInt8], Line) -> Void) {
    let head = [
      "# Answers by place for \(zone). Made by EPIC: edits are overwritten.",
      "# A client of a country that is not named here, or of none, gets the zone's own records.",
      "#",
      "#   server:",
      "#     edns-client-subnet: on",
      "#   mod-geoip:",
      "#     - id: epic-\(zone)",
      "#       config-file: PATH OF THIS FILE",
      "#       mode: geodb",
      "#       geodb-file: PATH OF A DATABASE (MMDB)",
      "#       geodb-key: country/iso_code",
    ]
    for line in head { take(Array(line.utf8), .comment) }
    take(Array("#       ttl: \(ttlSeconds)".utf8), .ttl)
    take(Array("#   zone:".utf8), .comment)
    take(Array("#     - domain: \(zone)".utf8), .comment)
    take(Array("#       module: mod-geoip/epic-\(zone)".utf8), .comment)
    var line: [UInt8] = []
    for (position, name) in names.enumerated() {
      // A key stands without quotes: the parser knows none there, and a name of DNS needs none.
      take(Array("\(name.name):".utf8), .name(position))
      for (index, answer) in name.answers.enumerated() {
        line.removeAll(keepingCapacity: true)
        line.append("  - geo: ")
        GeoAnswersFile.quote(Array(answer.country.utf8), to: &line)
        take(line, .country(position, index))
        for address in answer.addresses {
          line.removeAll(keepingCapacity: true)
          line.append(address.family == .v4 ? "    A: " : "    AAAA: ")
          GeoAnswersFile.quote(Array(address.description.utf8), to: &line)
          take(line, .address(position, index, address))
        }
      }
    }
  }

  /// A value between quotes, with a backslash before what would end it.
  private static func quote(_ text: [UInt8], to line: inout [UInt8]) {
    line.append(UInt8(ascii: "\""))
    for byte in text {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { line.append(UInt8(ascii: "\\")) }
      line.append(byte)
    }
    line.append(UInt8(ascii: "\""))
  }
}
