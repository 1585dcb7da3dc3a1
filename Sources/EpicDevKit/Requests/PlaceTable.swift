import EpicBase
import EpicIR

/// What the tests' geo database says: the rows that `Tests/Support/envoy/mmdb.py` writes it from.
struct PlaceTable: Sendable {
  /// One prefix and what is known of the clients in it.
  struct Row: Hashable, Sendable {
    var prefix: IPPrefix
    var country: String?
    var autonomousSystem: ASNumber?
  }
  private(set) var rows: [Row] = []

  /// Reads `PREFIX COUNTRY NUMBER` a line, `-` for what is not known; nil if a line is something else.
  init?(_ text: String) {
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let words = line.split { $0 == " " || $0 == "\t" }
      guard words.count == 3 else { return nil }
      let parts = words[0].split(separator: "/")
      guard parts.count == 2, let address = IPAddress(String(parts[0])), let length = Int(parts[1]),
        let prefix = IPPrefix(containing: address, length: length)
      else { return nil }
      let number = UInt32(words[2])
      if words[2] != "-" && number == nil { return nil }
      rows.append(
        Row(
          prefix: prefix, country: words[1] == "-" ? nil : String(words[1]),
          autonomousSystem: number.map { ASNumber($0) }))
    }
  }

  /// The row of the longest prefix that the address lies in.
  func row(of address: IPAddress) -> Row? {
    rows.filter { $0.prefix.contains(address) }.max { $0.prefix.length < $1.prefix.length }
  }
}
