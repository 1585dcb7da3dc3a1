import EpicBase

/// What `epic why` is asked: an artifact and a place in it.
enum ArtifactQuestion {
  /// Longest question, in bytes.
  private static let maximumBytes = 4096
  /// Most artifacts that a misspelled path is compared with, and that an ambiguous one lists.
  private static let comparedPaths = 4000
  private static let listedPaths = 8

  /// Splits `PATH#POINTER` or `PATH:LINE`, and finds the artifact among `paths`.
  static func parse(_ question: String, paths: [String]) throws(WhyError) -> (path: String, place: WhyAnswer.Place?) {
    if question.utf8.count > maximumBytes { throw WhyError("the path is longer than \(maximumBytes) bytes") }
    if let hash = question.firstIndex(of: "#") {
      let pointer = String(question[question.index(after: hash)...])
      return (try find(String(question[..<hash]), paths), .pointer(pointer))
    }
    if let colon = question.lastIndex(of: ":"), let line = Int(question[question.index(after: colon)...]) {
      return (try find(String(question[..<colon]), paths), .line(line))
    }
    return (try find(question, paths), nil)
  }

  /// The artifact that a path means: its own, a unique end of it, or one with the output's folder before it.
  private static func find(_ written: String, _ paths: [String]) throws(WhyError) -> String {
    var path = written[...]
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    if path.isEmpty { throw WhyError("an artifact's path is missing, such as `release.json`") }
    if let exact = paths.first(where: { $0 == path }) { return exact }
    let ends = paths.filter { $0.hasSuffix("/\(path)") }
    if ends.count == 1 { return ends[0] }
    if ends.count > 1 {
      throw WhyError("`\(path)` is the end of \(ends.count) artifacts: \(list(ends))")
    }
    // `out/nodes/…`, as it stands in the folder that `epic build` wrote.
    let inner = paths.filter { path.hasSuffix("/\($0)") }
    if let longest = inner.max(by: { $0.utf8.count < $1.utf8.count }) { return longest }
    let near = nearest(String(path), paths)
    throw WhyError(
      "the build has no artifact `\(path)`" + (near.isEmpty ? "" : "; did you mean \(list(near))?"))
  }

  private static func list(_ paths: [String]) -> String {
    let shown = paths.prefix(listedPaths).map { "`\($0)`" }.joined(separator: ", ")
    return paths.count > listedPaths ? "\(shown) and \(paths.count - listedPaths) more" : shown
  }

  /// The paths that are nearest, compared by as many of their last folders as were written.
  private static func nearest(_ written: String, _ paths: [String]) -> [String] {
    let target = Array(written.utf8)
    guard target.count <= 240 else { return [] }
    let depth = target.count { $0 == UInt8(ascii: "/") } + 1
    var best = max(2, target.count / 4) + 1
    var found: [String] = []
    for path in paths.prefix(comparedPaths) {
      let end = Array(path.split(separator: "/").suffix(depth).joined(separator: "/").utf8)
      if abs(end.count - target.count) > best { continue }
      let distance = editDistance(target, end)
      if distance < best {
        best = distance
        found = [path]
      } else if distance == best, !found.isEmpty {
        found.append(path)
      }
    }
    return found
  }
}
