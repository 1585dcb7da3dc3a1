import EpicBase

extension Lock {
  private static let header = "# Addresses and ids that `epic build` gave out. Commit this file with the workspace.\n"

  /// The text of `epic.lock`: one entry a line, sorted, so that two branches that add entries merge. Equal locks give
  /// equal bytes.
  package var text: [UInt8] {
    var output = Array(Lock.header.utf8)
    for line in lines {
      output.append(line)
      output.append(UInt8(ascii: "\n"))
    }
    return output
  }

  /// The text's lines but for the comment, without line ends.
  var lines: [String] {
    var result = ["epic-lock \(Lock.formatVersion)", "release \(release)"]
    result.append("quarantine \(quarantine)")
    if let seed {
      var digits: [UInt8] = []
      digits.appendHex(seed.bytes)
      result.append("seed \(String(decoding: digits, as: UTF8.self))")
    }
    for entry in addresses.sorted(by: { $0.owner < $1.owner }) {
      let ordinal = entry.owner.ordinal == 1 ? "" : "#\(entry.owner.ordinal)"
      result.append(
        "address \(Lock.escaped(entry.owner.ingress)) \(Lock.escaped(entry.owner.pool))\(ordinal) \(entry.address)"
          + Lock.suffix(entry.retired))
    }
    for entry in clusters.sorted(by: { $0.owner < $1.owner }) {
      result.append(
        "cluster \(Lock.escaped(entry.owner.cluster)) \(Lock.hex(entry.number))\(Lock.suffix(entry.retired))")
    }
    for entry in tunnels.sorted(by: { $0.owner < $1.owner }) {
      result.append(
        "tunnel \(Lock.escaped(entry.owner.node)) \(Lock.escaped(entry.owner.cluster)) \(Lock.hex(entry.number))"
          + Lock.suffix(entry.retired))
    }
    return result
  }

  private static func suffix(_ retired: UInt64?) -> String { retired.map { " retired \($0)" } ?? "" }

  private static func hex(_ number: UInt32) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  /// The name without characters that separate fields: spaces, `#`, `%` and what is not printable ASCII become `%XX`.
  private static func escaped(_ name: String) -> String {
    func isPlain(_ byte: UInt8) -> Bool { byte > 32 && byte < 127 && byte != 35 && byte != 37 }
    if name.utf8.allSatisfy(isPlain) { return name }
    var bytes: [UInt8] = []
    for byte in name.utf8 {
      if isPlain(byte) {
        bytes.append(byte)
      } else {
        bytes.append(UInt8(ascii: "%"))
        bytes.appendHex(CollectionOfOne(byte))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What would change between two locks, as lines with `-` and `+`, the release counter left out.
  package func changes(to other: Lock) -> [String] {
    let old = lines.filter { !$0.hasPrefix("release ") }
    let new = other.lines.filter { !$0.hasPrefix("release ") }
    let oldSet = Set(old)
    let newSet = Set(new)
    return old.filter { !newSet.contains($0) }.map { "- \($0)" } + new.filter { !oldSet.contains($0) }.map { "+ \($0)" }
  }
}
