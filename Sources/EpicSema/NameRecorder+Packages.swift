import EpicBase
import EpicSyntax

/// Recording which packages are named, where it is asked for.
extension Evaluator {
  /// Notes that a node is the path of a package, if there is such a package or one below it.
  mutating func recordPackage(_ node: NodeID, _ place: Place) {
    if recorder == nil { return }
    let tree = files[place.file].tree
    switch tree.kind(of: node) {
    case .name, .dottedName: break
    default: return
    }
    let path = tree.string(of: node)
    guard packages.contains(where: { $0.path == path || $0.path.hasPrefix(path + ".") }) else { return }
    recordPackage(path, span(place, node).start, place)
  }

  /// Notes the package in front of a dotted name, which is written as its path, or by the last part alone if `use`
  /// brought it.
  mutating func recordPackage(before entry: Int, _ node: NodeID, _ place: Place) {
    let tree = files[place.file].tree
    guard tree.kind(of: node) == .dottedName else { return }
    let written = tree.string(of: node)
    guard let dot = written.utf8.lastIndex(of: UInt8(ascii: ".")) else { return }
    let front = String(written[..<dot])
    let path = packages[entries[entry].package].path
    let whole = span(place, node)
    if front == path {
      recordPackage(path, whole.start, place)
    } else if path.hasSuffix("." + front) {
      let end = whole.start + UInt32(truncatingIfNeeded: front.utf8.count)
      let named = SourceSpan(source: whole.source, start: whole.start, end: end)
      recorder?.packageUses.insert(NameIndex.PackageUse(span: named, path: path))
    }
  }

  /// Notes each part of a path that starts at an offset.
  private mutating func recordPackage(_ path: String, _ start: UInt32, _ place: Place) {
    let source = files[place.file].tree.source
    var offset = start
    var prefix = ""
    for part in path.split(separator: ".") {
      prefix += (prefix.isEmpty ? "" : ".") + part
      let end = offset + UInt32(truncatingIfNeeded: part.utf8.count)
      let span = SourceSpan(source: source, start: offset, end: end)
      recorder?.packageUses.insert(NameIndex.PackageUse(span: span, path: prefix))
      offset = end + 1
    }
  }
}
