import Crypto
import EpicBase
import EpicDiagnostics
import EpicIR
import EpicSyntax

/// `data "path" sha256 "…"`.
extension Evaluator {
  /// The file that a `data` node names, its digest checked. Paths are relative to the folder of the text.
  mutating func dataFile(_ node: NodeID, in place: Place) -> DataFileID? {
    // A file that no deployment holds is not read.
    if isAbstract { return nil }
    let tree = files[place.file].tree
    guard let pathNode = tree.child(of: node, at: 0), tree.kind(of: pathNode) == .literal,
      let written = constantText(pathNode, place)
    else { return nil }
    guard let path = resolvePath(written, place) else {
      report(
        .dataPath, "`\(written)` is no path inside the workspace", place, pathNode,
        help: "write a path below this file's folder, without `..`", fixes: plainPath(written, pathNode, place))
      return nil
    }
    guard let content = load(path, pathNode, place) else { return nil }
    let actual = content.sha256
    guard let digestNode = tree.child(of: node, at: 1) else {
      let end = span(place, node).end
      let insertion = SourceSpan(source: tree.source, start: end, end: end)
      report(
        .dataWithoutDigest, "`data \"\(written)\"` has no digest", place, node,
        help: "write `sha256 \"\(actual)\"` behind it",
        fixes: [FixIt("write the digest", [TextEdit(insertion, replacement: " sha256 \"\(actual)\"")])])
      return nil
    }
    guard let digest = constantText(digestNode, place) else { return nil }
    if digest.lowercased() != actual {
      let digestSpan = span(place, digestNode)
      report(
        .dataDigest, "`\(written)` has another digest than is written", place, digestNode,
        notes: ["the file's SHA-256 is \(actual)"], help: "write the digest of the file as it is meant to be",
        fixes: [FixIt("write the file's digest", [TextEdit(digestSpan, replacement: "\"\(actual)\"")])])
      return nil
    }
    return content.id
  }

  /// The path without what stands for the file's own folder; none where it leaves the folder.
  private func plainPath(_ written: String, _ node: NodeID, _ place: Place) -> [FixIt] {
    let segments = written.split(separator: "/").filter { $0 != "." }
    let plain = segments.joined(separator: "/")
    guard !written.hasPrefix("/"), !segments.contains(".."), resolvePath(plain, place) != nil else { return [] }
    return rewriting("\"\(written)\"", in: span(place, node), as: "\"\(plain)\"", place)
  }

  private mutating func constantText(_ node: NodeID, _ place: Place) -> String? {
    let tree = files[place.file].tree
    let token = tree.firstToken(of: node)
    if tree.isDamaged(token) { return nil }
    let parts = tree.stringParts(token)
    if parts.count == 1, case .text(let text) = parts[0] { return text }
    report(.badInterpolatedName, "the path and digest of `data` are constant text", place, node)
    return nil
  }

  /// A path in the workspace; nil if it leaves it.
  private func resolvePath(_ written: String, _ place: Place) -> String? {
    let segments = written.split(separator: "/", omittingEmptySubsequences: false)
    guard !segments.isEmpty,
      segments.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." && !$0.utf8.contains(0) && !$0.utf8.contains(92) })
    else { return nil }
    let file = files[place.file].path
    guard let slash = file.lastIndex(of: "/") else { return written }
    return file[...slash] + written
  }

  /// The bytes of a file, read once.
  private mutating func load(_ path: String, _ node: NodeID, _ place: Place) -> (id: DataFileID, sha256: String)? {
    if let known = dataFiles[path] { return known.map { ($0, program.dataFiles[Int($0.rawValue)].sha256) } }
    dataFiles[path] = .some(nil)
    switch read(path) {
    case .bytes(let bytes):
      guard bytes.count <= Limits.dataFileBytes else { break }
      var digest: [UInt8] = []
      digest.appendHex(Array(SHA256.hash(data: bytes)))
      let sha256 = String(decoding: digest, as: UTF8.self)
      let id = DataFileID(UInt32(truncatingIfNeeded: program.dataFiles.count))
      program.dataFiles.append(DataFile(path: path, sha256: sha256, bytes: bytes))
      dataFiles[path] = .some(id)
      return (id, sha256)
    case .unreadable(let reason):
      report(.dataUnreadable, "`\(path)` \(reason)", place, node)
      return nil
    case .tooLarge: break
    }
    report(.dataTooLarge, "`\(path)` is longer than \(Limits.dataFileBytes) bytes", place, node)
    return nil
  }
}
