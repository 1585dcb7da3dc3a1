import EpicBase
import EpicDiagnostics
import EpicIR
import EpicSyntax

/// Literal tokens as the type that their place expects.
extension Evaluator {
  mutating func literal(_ token: TokenID, as type: ValueType, _ node: NodeID, _ place: Place) -> Value? {
    let tree = files[place.file].tree
    if tree.isDamaged(token) { return nil }
    let kind = tree.kind(of: token)
    switch type {
    case .endpoint where kind == .endpoint: return tree.endpointLiteral(token).map { .endpoint($0) }
    case .host, .hostName, .reach:
      if kind == .hostPattern {
        let host = tree.hostLiteral(token)
        guard case .hostName = type else { return .host(host) }
        report(
          .unexpectedWildcard, "`\(host)` is a wildcard where one host is meant", place, node, help: "name the host",
          fixes: [replacing(span(place, node), by: host.name)])
        return nil
      }
      if case .reach = type { return reach(token, kind, tree) ?? mismatch(type, node, place) }
    case .target where kind == .path: return .text(tree.string(of: token))
    case .target where kind == .url || kind == .string || kind == .blockString:
      return string(token, as: .text, node, place)
    case .text, .textOrData, .template, .headerName, .routeName:
      var isText = kind == .string || kind == .blockString
      if kind == .url, case .template = type { isText = true }
      if isText {
        return string(token, as: type, node, place)
      }
    case .path:
      if kind == .path { return path(token, node, place) }
      if kind == .string, case .text(let text)? = string(token, as: .text, node, place) {
        return exactPath(text, node, place)
      }
    case .range, .network, .server:
      if let value = addressLike(token, kind, type, tree) { return value }
    case .secret where kind == .slashedName:
      return .secret(SecretReference(tenant: secretOwner(place), name: tree.string(of: token)))
    default:
      if let value = plainLiteral(token, kind, type, tree) { return value }
    }
    return mismatch(type, node, place)
  }

  private mutating func mismatch(_ type: ValueType, _ node: NodeID, _ place: Place) -> Value? {
    reportMismatch(type, node, place)
    return nil
  }

  func plainLiteral(_ token: TokenID, _ kind: TokenKind, _ type: ValueType, _ tree: SyntaxTree) -> Value? {
    switch (type, kind) {
    case (.integer, .integer): tree.integerLiteral(token).map { .integer($0) }
    case (.port, .integer):
      tree.integerLiteral(token).flatMap { $0 > 0 && $0 <= 65535 ? .integer($0) : nil }
    case (.decimal, .decimal), (.decimal, .integer): tree.decimalLiteral(token).map { .decimal($0) }
    case (.duration, .duration): tree.durationLiteral(token).map { .duration($0) }
    case (.size, .size): tree.sizeLiteral(token).map { .size($0) }
    case (.rate, .rate): tree.rateLiteral(token).map { .rate($0) }
    case (.bandwidth, .bandwidth): tree.bandwidthLiteral(token).map { .bandwidth($0) }
    case (.percentage, .percentage): tree.percentageLiteral(token).map { .percentage($0) }
    case (.version, .decimal), (.version, .version), (.version, .integer):
      tree.versionLiteral(token).map { .version($0) }
    case (.asNumber, .asNumber): tree.asNumberLiteral(token).map { .asNumber($0) }
    case (.community, .community): tree.communityLiteral(token).map { .community($0) }
    case (.status, .integer), (.status, .integerRange), (.status, .statusClass):
      tree.numberRangeLiteral(token).flatMap {
        $0.lowerBound >= 100 && $0.upperBound <= 599 ? .status(StatusSet([$0])) : nil
      }
    case (.regex, .regex): .regex(tree.regexLiteral(token))
    case (.address, .address): tree.addressLiteral(token).map { .address($0) }
    case (.prefix, .prefix): tree.prefixLiteral(token).map { .prefix($0) }
    case (.url, .url): tree.urlLiteral(token).map { .url($0) }
    case (.service, .slashedName): .slashed(tree.string(of: token))
    default: nil
    }
  }

  private func addressLike(_ token: TokenID, _ kind: TokenKind, _ type: ValueType, _ tree: SyntaxTree) -> Value? {
    switch (kind, type) {
    case (.address, .range): tree.addressLiteral(token).map { .range(IPRange(first: $0, last: $0)) }
    case (.prefix, .range): tree.prefixLiteral(token).map { .range($0.range) }
    case (.addressRange, .range): tree.rangeLiteral(token).map { .range($0) }
    case (.address, .network): tree.addressLiteral(token).map { .prefix(IPPrefix(host: $0)) }
    case (.prefix, .network): tree.prefixLiteral(token).map { .prefix($0) }
    case (.address, .server): tree.addressLiteral(token).map { .endpoint(HostEndpoint(host: .address($0), port: 53)) }
    case (.endpoint, .server): tree.endpointLiteral(token).map { .endpoint($0) }
    default: nil
    }
  }

  private func reach(_ token: TokenID, _ kind: TokenKind, _ tree: SyntaxTree) -> Value? {
    kind == .hostPattern ? .host(tree.hostLiteral(token)) : addressLike(token, kind, .range, tree)
  }

  private mutating func path(_ token: TokenID, _ node: NodeID, _ place: Place) -> Value? {
    let tree = files[place.file].tree
    guard let pattern = tree.pathLiteral(token) else { return nil }
    return .path(pattern)
  }

  /// The path that a string means, character for character.
  private mutating func exactPath(_ text: String, _ node: NodeID, _ place: Place) -> Value? {
    switch PathText.exact(text) {
    case .success(let pattern): return .path(pattern)
    case .failure(let found):
      let help: String
      switch found.problem {
      case .noSlash: help = "a path starts with `/`"
      case .query: help = "what stands behind `?` is no part of the path: ask with `query NAME is \"…\"`"
      case .emptySegment, .dotSegment: help = "requests are normalised before they are matched, so it would never match"
      case .backslash: help = "Envoy takes a backslash for a slash before requests are matched"
      case .percent: help = "`%` stands before two hexadecimal digits; `%25` is a percent sign"
      case .refusedEscape:
        help = "Envoy refuses requests with an encoded slash, backslash or null byte before they are matched"
      }
      let what = found.problem == .noSlash ? "`\(found.part)` is no path" : "no request has `\(found.part)` in its path"
      report(.badPath, what, place, node, help: help)
      return nil
    }
  }

  /// A string; `${…}` is replaced by a variable's text, or, in a template, by a capture.
  private mutating func string(
    _ token: TokenID, as type: ValueType, _ node: NodeID, _ place: Place
  ) -> Value? {
    let parts = files[place.file].tree.stringParts(token)
    if parts.count == 1, case .text(let text) = parts[0] {
      if case .template = type { return .template(CaptureTemplate(parts: [.literal(text)])) }
      return .text(text)
    }
    var result: [CaptureTemplate.Part] = []
    var bytes = 0
    for part in parts {
      switch part {
      case .text(let text): result.append(.literal(text))
      case .interpolation(let name):
        if let text = interpolated(name, node, place) {
          guard let text = text else { return nil }
          bytes += text.utf8.count
          guard step(place, node, 1 + text.utf8.count / Evaluator.bytesPerStep) else { return nil }
          guard bytes <= Limits.textBytes else {
            report(
              .textTooLong, "the string becomes longer than \(Limits.textBytes) bytes", place, node,
              help: "put the text into a file and name it by `data`")
            return nil
          }
          result.append(.literal(text))
        } else if type == .template && !name.contains(".") {
          result.append(.capture(name))
        } else {
          report(
            .badInterpolatedName, "`${\(name)}` names no variable", place, node,
            help: type == .template ? nil : "only constants stand in this text",
            fixes: nearest(name, visibleVariables(place)).map {
              rewriting("${\(name)}", in: span(place, node), as: "${\($0)}", place)
            } ?? [])
          return nil
        }
      }
    }
    if type == .template { return .template(CaptureTemplate(merging: result)) }
    return .text(result.reduce(into: "") { if case .literal(let text) = $1 { $0 += text } })
  }

  /// The text of a variable inside `${…}`: `.none` if there is no such variable.
  private mutating func interpolated(_ name: String, _ node: NodeID, _ place: Place) -> String?? {
    let parts = name.split(separator: ".").map(String.init)
    guard let first = parts.first, let found = variableValue(interner.intern(first), as: nil, node, place) else {
      return nil
    }
    guard var value = found else { return .some(nil) }
    for part in parts.dropFirst() {
      guard step(place, node, (value.record?.count ?? 0) / 8) else { return .some(nil) }
      guard let next = value.record?.first(where: { $0.name == part })?.value else {
        report(.unknownMember, "`${\(name)}` names a member that does not exist", place, node)
        return .some(nil)
      }
      value = next
    }
    if let text = value.plainText { return .some(text) }
    report(.typeMismatch, "`${\(name)}` is \(value.phrase), which has no text", place, node)
    return .some(nil)
  }
}

extension CaptureTemplate {
  /// Joins neighbouring literals.
  init(merging parts: [Part]) {
    var merged: [Part] = []
    var literal: String?
    for part in parts {
      switch part {
      case .literal(let text): if literal == nil { literal = text } else { literal?.append(text) }
      case .capture:
        if let text = literal { merged.append(.literal(text)) }
        literal = nil
        merged.append(part)
      }
    }
    if let literal { merged.append(.literal(literal)) }
    self.init(parts: merged)
  }
}
