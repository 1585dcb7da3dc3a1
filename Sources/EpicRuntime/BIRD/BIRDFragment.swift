import EpicArtifact
import EpicBase

/// A fragment of BIRD's configuration with what it announces.
struct BIRDFragment {
  var text: String
  var file: AnnouncementsFile

  /// What comes of a fragment with another one's routes beside its own.
  enum Union {
    /// The other has no route that this one has not.
    case nothingGoes
    case union(BIRDFragment)
    case impossible(String)
  }

  private static let sets = ["AGGREGATES_V4", "AGGREGATES_V6", "HOSTS_V4", "HOSTS_V6"]

  /// This fragment, which also announces what the other does and this one does not: prefixes stay announced until no name
  /// leads to them. It goes by the layout that the backend writes (`FragmentWriter`), block by block; what is not found
  /// there makes the union impossible, never wrong, as BIRD parses it and its own digest is read back.
  func joined(withRoutesOf other: BIRDFragment) -> Union {
    let prefixes = Set(file.routes.map(\.prefix))
    let going = other.file.routes.filter { !prefixes.contains($0.prefix) }
    if going.isEmpty { return .nothingGoes }
    let names = Set(file.routes.map(\.protocol))
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let otherLines = other.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var blocks: [String] = []
    for route in going {
      guard !names.contains(route.protocol), let block = BIRDFragment.block(route.protocol, in: otherLines) else {
        return .impossible("`\(route.protocol)` has no block of its own")
      }
      blocks += block
      let row = "  \(route.prefix),"
      for set in BIRDFragment.sets where BIRDFragment.set(set, in: otherLines).contains(row) {
        guard let start = lines.firstIndex(of: "define EPIC_\(set) = [") else {
          return .impossible("the set EPIC_\(set) is missing")
        }
        lines.insert(row, at: start + 1)
      }
    }
    guard let digest = lines.firstIndex(where: { $0.hasPrefix("define EPIC_DIGEST = ") }),
      let end = lines.firstIndex(where: { $0.hasPrefix("define EPIC_END_epic = ") })
    else { return .impossible("EPIC_DIGEST or EPIC_END_epic is missing") }
    var union = file
    union.routes = (file.routes + going).sorted {
      ($0.prefix.address, $0.prefix.length) < ($1.prefix.address, $1.prefix.length)
    }
    if let limit = BIRDFragment.exceededLimit(lines, union.routes) {
      return .impossible("old and new together are more than a session's limit of \(limit)")
    }
    lines.insert(contentsOf: blocks, at: end)
    union.content = ContentDigest(of: Array(lines.joined(separator: "\n").utf8))
    lines[digest] = "define EPIC_DIGEST = \"\(union.content.hex)\";"
    return .union(BIRDFragment(text: lines.joined(separator: "\n"), file: union))
  }

  /// The lines of one static protocol.
  private static func block(_ name: String, in lines: [String]) -> [String]? {
    guard let start = lines.firstIndex(of: "protocol static \(name) {"),
      let end = lines[start...].firstIndex(of: "}")
    else { return nil }
    return Array(lines[start...end])
  }

  private static func set(_ name: String, in lines: [String]) -> ArraySlice<String> {
    guard let start = lines.firstIndex(of: "define EPIC_\(name) = ["), let end = lines[start...].firstIndex(of: "];")
    else { return [] }
    return lines[start..<end]
  }

  /// A limit that the routes of its session's family exceed. Beyond it BIRD would hold back routes that come, and not
  /// announce them when others go.
  private static func exceededLimit(_ lines: [String], _ routes: [AnnouncementsFile.Route]) -> Int? {
    var family = IPFamily.v4
    for line in lines {
      if line == "    table epic_v4;" { family = .v4 }
      if line == "    table epic_v6;" { family = .v6 }
      let words = line.split(separator: " ")
      if words.starts(with: ["export", "limit"]), words.count > 2, let limit = Int(words[2]),
        routes.count(where: { $0.prefix.family == family }) > limit
      {
        return limit
      }
    }
    return nil
  }
}
