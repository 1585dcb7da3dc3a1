import EpicBase
import EpicDiagnostics
import EpicSyntax

/// What DNS makes of a host's name.
extension Evaluator {
  /// Octets of the longest label, and of the longest name as text (RFC 1035 section 2.3.4).
  private static let longestLabel = 63
  private static let longestName = 253

  /// Reports a name that no host has: a label that is too long or ends in a hyphen (RFC 1035 section 2.3.1, RFC 1123
  /// section 2.1), or too many of them. False if it is one.
  mutating func checkHostName(_ host: HostPattern, _ place: Place, at span: SourceSpan) -> Bool {
    let labels = host.name.split(separator: ".", omittingEmptySubsequences: false)
    if let long = labels.first(where: { $0.utf8.count > Self.longestLabel }) {
      report(
        .badHostName, "`\(long.prefix(20))…` has \(long.utf8.count) octets, and a label of a host has at most 63",
        place,
        at: span, help: "no resolver takes it: shorten it")
      return false
    }
    if host.name.utf8.count > Self.longestName {
      report(
        .badHostName, "the host has \(host.name.utf8.count) octets, and a name has at most 253", place, at: span,
        help: "no resolver takes it: shorten it")
      return false
    }
    guard let label = labels.first(where: { $0.hasSuffix("-") }) else { return true }
    let name = labels.map { label in
      String(label.reversed().drop { $0 == "-" }.reversed())
    }.joined(separator: ".")
    let right = HostPattern(wildcard: host.wildcard, name: name).description
    let isLiteral = Int(span.end) - Int(span.start) == host.description.utf8.count && place.application == nil
    report(
      .badHostName, "`\(label)` ends in a hyphen, and a label of a host ends in a letter or digit", place, at: span,
      help: "write `\(right)`",
      fixes: isLiteral && !name.hasPrefix(".") && !name.contains("..") ? [replacing(span, by: right)] : [])
    return false
  }

  /// The same for the hosts of a comparison.
  mutating func checkHostNames(_ values: [Value], _ node: NodeID, _ place: Place) -> Bool {
    for value in values {
      if let host = value.host, !checkHostName(host, place, at: span(place, node)) { return false }
    }
    return true
  }

  /// The same for the hosts and endpoints of a field.
  mutating func checkHostNames(_ field: EvaluatedField, _ place: Place) -> Bool {
    for binding in field.bindings {
      if let host = binding.value.host {
        if !checkHostName(host, place, at: binding.span) { return false }
      } else if case .name(let name)? = binding.value.endpoint?.host {
        if !checkHostName(HostPattern(wildcard: .none, name: name), place, at: binding.span) { return false }
      }
    }
    return true
  }

  /// Reports a host that one statement lists twice. False if there is one.
  mutating func checkRepeatedHosts(_ field: EvaluatedField, _ place: Place) -> Bool {
    var known: [HostPattern: SourceSpan] = [:]
    var before: SourceSpan?
    for binding in field.bindings {
      guard let host = binding.value.host else { continue }
      defer { before = binding.span }
      guard let first = known.updateValue(binding.span, forKey: host) else { continue }
      // In a list that is written out the element goes with the comma in front of it.
      var fixes: [FixIt] = []
      if let before, place.application == nil, before.source == binding.span.source, before.end < binding.span.start {
        let span = SourceSpan(source: before.source, start: before.end, end: binding.span.end)
        fixes = [FixIt("take it out", [TextEdit(span, replacement: "")])]
      }
      report(
        .repeatedHost, "`\(host)` stands in the list twice", place, at: binding.span,
        secondary: [Annotation(first, "the first is here")], help: "name it once", fixes: fixes)
      return false
    }
    return true
  }
}
