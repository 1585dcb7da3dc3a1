import EpicBase
import EpicDiagnostics
import EpicIR
import EpicSyntax

/// Rules about one field, one body or one declaration that signatures cannot say.
extension Evaluator {
  /// Checks a field whose arguments fit. False if it must not be used.
  mutating func checkField(_ field: EvaluatedField, _ schema: FieldSchema, _ node: NodeID, _ place: Place) -> Bool {
    guard checkBounds(field, schema, place), checkHostNames(field, place) else { return false }
    switch field.name {
    case .host: return checkRepeatedHosts(field, place)
    case .node, .peer, .authJWT, .authClientCertificate, .authBasic, .authExternal, .feed, .fill:
      return checkDeclaredName(field, .name, place)
    case .clientKey: return checkDeclaredName(field, .name, place)
    case .authKey: return checkDeclaredName(field, .name, place) && checkKeys(of: field, place)
    case .authOIDC: return checkDeclaredName(field, .name, place) && checkSignInPaths(field, place)
    case .realm: return checkRealm(field, place)
    case .keyHeader: return checkCredentialHeaders(field, .ask, place)
    case .forwardUser, .forwardClient, .forwardHeaders: return checkCredentialHeaders(field, .editRequest, place)
    case .askedUpstream: return checkPlainPath(field, .pathPrefix, "`path-prefix`", place)
    case .redirectPath, .signOutPath: return checkPlainPath(field, .path, "`\(schema.title)`", place)
    case .listenHTTPS: return checkTLSVersion(field, place)
    case .kubernetes: return checkService(field, place)
    case .cdn: return checkPlainPath(field, .pathPrefix, "`path-prefix`", place)
    case .healthHTTP:
      return checkHealthMethod(field, place) && checkPlainPath(field, .path, "what `health http` asks for", place)
    case .requestHeader, .responseHeader, .header: return checkHeader(field, place)
    case .body: return checkHeaderValue(field, .type, place)
    case .image: return checkImage(field, place)
    case .jwksData: return checkKeys(field, place)
    case .database: return checkGeoDatabase(field, place)
    case .rateLimit, .balance: return checkRateLimit(field, place)
    case .retry: return checkBackoff(field, place)
    case .compress: return checkCompression(field, place)
    case .trustProxies, .proxyProtocol: return checkTrustedProxies(field, place)
    case .origins, .csrf: return checkOrigins(field, place)
    case .headers, .expose: return checkHeaderNames(field, place)
    case .methods, .testRequest: checkMethods(field, place)
    default: break
    }
    return true
  }

  /// Checks that every amount lies where the daemons accept it.
  private mutating func checkBounds(_ field: EvaluatedField, _ schema: FieldSchema, _ place: Place) -> Bool {
    for bounds in schema.bounds {
      for binding in field.bindings where binding.slot == bounds.slot && !bounds.contains(binding.value) {
        let outside = "lies outside \(bounds.description)"
        report(
          .valueOutOfBounds,
          bounds.slot == .latitude || bounds.slot == .longitude
            ? "`\(text(binding.span))` is no \(bounds.slot): it \(outside)" : "`\(text(binding.span))` \(outside)",
          place, at: binding.span)
        return false
      }
    }
    return true
  }

  /// What is written at a span.
  private func text(_ span: SourceSpan) -> String {
    guard let file = files.first(where: { $0.tree.source == span.source }) else { return "" }
    return String(decoding: file.tree.text[Int(span.start)..<Int(span.end)], as: UTF8.self)
  }

  private mutating func checkDeclaredName(_ field: EvaluatedField, _ slot: Slot, _ place: Place) -> Bool {
    guard let binding = field.binding(slot), let name = binding.value.word else { return true }
    if Evaluator.isName(name) { return !reportReserved(name, place, at: binding.span) }
    report(
      .badName, "`\(name)` is not a name: lower-case letters, digits and `-`, starting with a letter", place,
      at: binding.span)
    return false
  }

  /// Reports a reserved word that stands for a declared name. False if it is none.
  mutating func reportReserved(_ name: String, _ place: Place, at span: SourceSpan) -> Bool {
    guard Keyword.allCases.prefix(Int(Keyword.reservedCount)).contains(where: { $0.spelling == name }) else {
      return false
    }
    report(
      .reservedWord, "`\(name)` is a reserved word and never a name", place, at: span, help: "choose another name")
    return true
  }

  private mutating func checkTLSVersion(_ field: EvaluatedField, _ place: Place) -> Bool {
    guard let binding = field.binding(.minimum), let version = binding.value.version else { return true }
    if version.components == [1, 2] || version.components == [1, 3] { return true }
    report(
      .valueOutOfBounds, "TLS `\(version)` is not offered: the least is `1.2` or `1.3`", place, at: binding.span,
      fixes: [FixIt("write `1.2`", [TextEdit(binding.span, replacement: "1.2")])])
    return false
  }

  /// Envoy's health checks know the methods of HTTP but `CONNECT`, and no others.
  private mutating func checkHealthMethod(_ field: EvaluatedField, _ place: Place) -> Bool {
    guard let binding = field.binding(.method), let method = binding.value.word else { return true }
    let known = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"]
    if known.contains(method) { return true }
    report(
      .valueOutOfBounds, "no health check asks by `\(method)`", place, at: binding.span,
      help: "it asks by \(known.map { "`\($0)`" }.joinedAsChoice)")
    return false
  }

  /// A tag may be another image tomorrow: only a digest says which one.
  private mutating func checkImage(_ field: EvaluatedField, _ place: Place) -> Bool {
    guard let binding = field.binding(.value), let image = binding.value.text else { return true }
    let parts = image.split(separator: "@", omittingEmptySubsequences: false)
    let isDigest =
      parts.count == 2 && !parts[0].isEmpty && parts[1].hasPrefix("sha256:") && parts[1].utf8.count == 71
      && parts[1].dropFirst(7).utf8.allSatisfy { $0 >= 48 && $0 <= 57 || $0 >= 97 && $0 <= 102 }
    if isDigest { return true }
    report(
      .imageWithoutDigest, "`\(image)` names no image by its digest", place, at: binding.span,
      help: "write `REGISTRY/NAME@sha256:…` with 64 hexadecimal digits")
    return false
  }

  private mutating func checkPlainPath(
    _ field: EvaluatedField, _ slot: Slot, _ what: String, _ place: Place
  ) -> Bool {
    guard let binding = field.binding(slot), let path = binding.value.path else { return true }
    if path.tail == .exact && path.captures.isEmpty { return true }
    report(.typeMismatch, "\(what) is a plain path, without `**` and captures", place, at: binding.span)
    return false
  }

  /// `namespace/service:port`, in a namespace that the tenant is granted.
  private mutating func checkService(_ field: EvaluatedField, _ place: Place) -> Bool {
    guard let binding = field.binding(.service), let name = binding.value.slashed else { return true }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let tail = parts.count == 2 ? parts[1].split(separator: ":", omittingEmptySubsequences: false) : []
    guard tail.count == 2, !tail[1].isEmpty else {
      report(
        .typeMismatch, "`\(name)` is no service with its port, such as `shop/cart:http`", place, at: binding.span)
      return false
    }
    guard place.owner >= 0, !isAbstract, let cluster = field.declaration(.cluster) else { return true }
    let tenant = program.tenants[place.owner]
    let grants = tenant.uses.filter { $0.declaration == cluster }
    if grants.isEmpty || tenant.mayLack(.mayUse) { return true }
    if grants.contains(where: { $0.namespaces.isEmpty || $0.namespaces.contains(String(parts[0])) }) { return true }
    report(
      .namespaceNotGranted,
      "tenant `\(tenant.name)` may not use namespace `\(parts[0])` of this cluster", place, at: binding.span,
      secondary: grants.prefix(1).map { Annotation($0.span, "the grant lists the namespaces") },
      fixes: nearest(String(parts[0]), grants.flatMap(\.namespaces)).map {
        rewriting("\(parts[0])/", in: binding.span, as: "\($0)/", place)
      } ?? [])
    return false
  }

  // MARK: Bodies

  /// Rules about a whole body.
  mutating func checkBody(_ body: inout BodyState, _ node: NodeID, _ place: Place) {
    switch body.context {
    case .tier: checkTier(body, node, place)
    case .upstream: checkUpstream(body, node, place)
    case .nearest: checkNearest(body, node, place)
    case .cors: checkCORS(body, place)
    case .ingress: checkConnectionIngress(body, place)
    default: break
    }
  }

  private mutating func checkTier(_ body: BodyState, _ node: NodeID, _ place: Place) {
    let members = body.working.filter { $0.field.name != .byPods }
    if body.shareNotes.isIncomplete { return }
    let shares = members.compactMap(\.field.share)
    if let byPods = body.working.first(where: { $0.field.name == .byPods }), !shares.isEmpty {
      report(
        .badShare, "a tier weighs its members by pods or by percentages, not both", place, at: byPods.field.origin.span)
      return
    }
    if body.has(.byPods) || body.has(.nearest) {
      if body.has(.nearest), members.count > 1 {
        report(.conflictingFields, "`nearest` is the only member of its tier", place, at: headSpan(place, node))
      }
      return
    }
    if shares.isEmpty {
      if members.count > 1, body.isWhole {
        report(
          .badShare, "a tier with several members needs a percentage for each, or `by pods`", place,
          at: members[1].field.origin.span, secondary: [Annotation(members[0].field.origin.span, "the first member")])
      }
      return
    }
    for member in members where member.field.share == nil {
      report(
        .badShare, "this member has no percentage, others of its tier have one", place, at: member.field.origin.span,
        fixes: missingShare(members, member, place))
      return
    }
    if body.isWhole {
      checkTotal(
        shares, "the tier's percentages", place, at: headSpan(place, node), secondary: body.shareNotes.shown,
        fixes: completing(self.body(of: node, place), total(shares), place))
    }
  }

  /// Reports unless the percentages add up to exactly 100%.
  mutating func checkTotal(
    _ shares: [Percentage], _ what: String, _ place: Place, at span: SourceSpan,
    code: DiagnosticCode = .percentageTotal, secondary: [Annotation] = [], fixes: [FixIt] = []
  ) {
    let total = total(shares)
    if total == 1_000_000 { return }
    let text = Percentage(partsPerMillion: UInt32(clamping: total)).description
    report(
      code, "\(what) add up to \(text), not to exactly 100%", place, at: span, secondary: secondary,
      fixes: fixes)
  }

  /// What the percentages add up to, in millionths.
  func total(_ shares: [Percentage]) -> UInt64 { shares.reduce(0) { $0 + UInt64($1.partsPerMillion) } }

  /// What the others leave of 100%, before the only member that has no share.
  private func missingShare(_ members: [WorkingField], _ member: WorkingField, _ place: Place) -> [FixIt] {
    let total = total(members.compactMap(\.field.share))
    guard total < 1_000_000, members.count(where: { $0.field.share == nil }) == 1 else { return [] }
    let rest = Percentage(partsPerMillion: UInt32(1_000_000 - total)).description
    let span = member.field.origin.span
    return [inserting("\(rest) ", at: span.start, span.source, "write `\(rest)` before it")]
  }

  private mutating func checkNearest(_ body: BodyState, _ node: NodeID, _ place: Place) {
    guard body.working.count < 2, body.isWhole, !body.working.isEmpty else { return }
    report(
      .emptySelection, "`nearest` chooses among two members or more", place, at: headSpan(place, node),
      help: "write the member without `nearest`")
  }

  private mutating func checkUpstream(_ body: BodyState, _ node: NodeID, _ place: Place) {
    let tiers = body.working.filter { $0.field.name == .tier }
    let sources = body.working.filter { $0.field.name == .endpoint || $0.field.name == .feed }
    for source in sources {
      let word = source.field.name == .feed ? "feed" : "endpoint"
      if let tier = tiers.first {
        report(
          .conflictingFields, "`\(word)` makes a tier of its own: it excludes `tier`", place,
          at: source.field.origin.span, secondary: [Annotation(tier.field.origin.span, "a tier is here")],
          help: "write `\(word)` inside a tier")
      } else if source.field.name != sources[0].field.name {
        report(
          .conflictingFields, "`feed` and `endpoint` each make a tier of their own", place,
          at: source.field.origin.span, secondary: [Annotation(sources[0].field.origin.span, "the other is here")],
          help: "write `tier 1 { … }` around both, with a percentage for each or `by pods`")
      }
    }
    let priorities = tiers.reduce(0) { $0 + max(1, $1.field.field(.nearest)?.body.count ?? 1) }
    if priorities > Limits.upstreamPriorities {
      report(
        .valueOutOfBounds,
        "the tiers are \(priorities) priorities, \(Limits.upstreamPriorities) at most are allowed", place,
        at: headSpan(place, node), help: "each member of `nearest` is a priority")
    }
    checkGRPCHealth(body, place)
    checkRepeatedEndpoints(body, place)
    for (index, tier) in tiers.enumerated() where body.isWhole && tier.field.key != String(index + 1) {
      damagedBodies.insert(tier.field.origin.span)
      report(
        .tierNumber, "tier \(tier.field.key) stands where tier \(index + 1) is expected", place,
        at: tier.field.origin.span, help: "tiers are numbered from 1, in order",
        fixes: tier.field.binding(.key).map { [replacing($0.span, by: String(index + 1))] } ?? [])
      return
    }
  }
}
