import EpicBase
import EpicDiagnostics
import EpicIR
import EpicSyntax

/// The request's field `tls`: what the connection's TLS was negotiated to.
extension Evaluator {
  /// `tls < 1.3` and its like; the comparator's own negation is added by the caller.
  mutating func tlsTest(
    _ comparator: ExpressionView.Comparator, _ right: NodeID?, _ node: NodeID, _ place: Place
  ) -> Predicate? {
    switch comparator {
    case .exists: return .tls(TLSVersion.allCases)
    case .is, .isNot, .isIn, .notIn:
      guard let found = values(comparator, right, .version, "tls", node, place), let right else { return nil }
      let tree = files[place.file].tree
      let elements = tree.kind(of: right) == .list ? Array(tree.children(of: right)) : []
      var versions: [TLSVersion] = []
      for (index, value) in found.enumerated() {
        // What stands for the list elsewhere is shown where it is named.
        let node = elements.count == found.count ? elements[index] : right
        if let version = tlsVersion(value, span(place, node), place) { versions.append(version) }
      }
      return versions.count == found.count ? .tls(TLSVersion.allCases.filter(versions.contains)) : nil
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard let right, let value = evaluate(right, as: .version, in: place),
        let bound = tlsVersion(value, span(place, right), place)
      else { return nil }
      let versions = TLSVersion.allCases.filter { version in
        switch comparator {
        case .less: version < bound
        case .lessOrEqual: version <= bound
        case .greater: version > bound
        default: version >= bound
        }
      }
      return versions.isEmpty ? .never : .tls(versions)
    case .starts, .matches:
      report(
        .badComparison, "`tls` is a version, which is not compared by `\(spelling(comparator))`", place, node,
        help: "it is compared by `is`, `in`, `<`, `<=`, `>`, `>=` and `exists`")
      return nil
    }
  }

  /// The version of TLS that a value names; nil with a diagnostic.
  mutating func tlsVersion(_ value: Value, _ span: SourceSpan, _ place: Place) -> TLSVersion? {
    guard let version = value.version else { return nil }
    if let known = TLSVersion.allCases.first(where: { Version([1, UInt32($0.rawValue)]) == version }) { return known }
    report(
      .valueOutOfBounds, "TLS has no version `\(version)`", place, at: span,
      help: "it has \(TLSVersion.allCases.map { "`\($0)`" }.joinedAsList)")
    return nil
  }
}
