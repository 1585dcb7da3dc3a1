import EpicBase
import EpicDiagnostics
import EpicIR
import EpicSyntax

/// The requests and connections of a test and what is expected of each, from its statements.
extension Evaluator {
  /// Nil, with a diagnostic, if the statements make no test.
  mutating func requests(
    of statements: [EvaluatedField], isWhole: Bool, _ origin: Origin, _ place: Place
  ) -> [RequestExpectations]? {
    var requests: [RequestExpectations] = []
    var health: [HealthStatement] = []
    var isComplete = true
    for (index, statement) in statements.enumerated() {
      switch statement.name {
      case .given: health += self.health(statement)
      case .testRequest, .testConnection:
        let question =
          statement.name == .testRequest
          ? request(statement, place).map { RouteQuestion.request($0) }
          : connection(statement, place).map { RouteQuestion.connection($0) }
        guard let question else {
          isComplete = false
          continue
        }
        requests.append(
          RequestExpectations(question: question, health: health, expectations: [], origin: statement.origin))
      default:
        guard !requests.isEmpty else {
          if isComplete && isWhole {
            report(
              .partBeforeRequest, "this stands before the request that it is of", place, at: statement.origin.span,
              help: "write `request GET https://…` above it",
              fixes: movingRequest(statements.dropFirst(index + 1), above: statement, place))
          }
          isComplete = false
          continue
        }
        if !extend(&requests[requests.count - 1], by: statement, place) { isComplete = false }
      }
    }
    guard isComplete else { return nil }
    if isWhole { isComplete = checkAsksSomething(requests, origin, place) }
    return isComplete ? requests : nil
  }

  /// The fix that moves the request above a part of it; none where no request stands behind the part.
  private func movingRequest(
    _ behind: ArraySlice<EvaluatedField>, above part: EvaluatedField, _ place: Place
  ) -> [FixIt] {
    guard let request = behind.first(where: { $0.name == .testRequest || $0.name == .testConnection }),
      request.origin.application == nil,
      part.origin.application == nil
    else { return [] }
    return moving(request.origin.span, above: part.origin.span, place, "move the request above it")
  }

  private mutating func checkAsksSomething(
    _ requests: [RequestExpectations], _ origin: Origin, _ place: Place
  ) -> Bool {
    if requests.isEmpty {
      report(
        .emptyTest, "the test sends no request", place, at: origin.span,
        help: "write `request GET https://…` and what to `expect`")
      return false
    }
    guard let silent = requests.first(where: { $0.expectations.isEmpty }) else { return true }
    report(
      .emptyTest, "nothing is expected of this request", place, at: silent.origin.span,
      help: "write `expect route NAME` behind it")
    return false
  }

  // MARK: Requests

  private mutating func request(_ field: EvaluatedField, _ place: Place) -> RouteRequest? {
    guard let method = field.word(.method), let binding = field.binding(.target), let target = binding.value.text,
      var request = RouteRequest(method: method, url: target)
    else {
      if let binding = field.binding(.target) {
        report(
          .badTestRequest, "`\(binding.value.text ?? "")` is no URL that a request can be sent to", place,
          at: binding.span, help: "write `http://` or `https://`, a host and a path")
      }
      return nil
    }
    if let binding = field.binding(.port), let port = field.port(.port) {
      guard request.isConnect else {
        report(
          .badTestRequest, "a `\(method)` request names no port but its URL's", place, at: binding.span,
          help: "write the port in the URL, or `CONNECT` for the method")
        return nil
      }
      request.tunnelPort = port
    }
    if let client = field.address(.client) { request.client = client }
    request.country = field.word(.country)
    request.autonomousSystem = field.asNumber(.asNumber)
    request.ingress = field.declaration(.ingress)?.row()
    request.site = field.declaration(.site)?.row()
    if let binding = field.binding(.version) {
      guard let version = tlsVersion(binding.value, binding.span, place) else { return nil }
      guard request.isTLS else {
        report(
          .badTestRequest, "a request to `http://` has no TLS", place, at: binding.span,
          help: "write `https://`, or leave `tls \(version)` out",
          fixes: field.binding(.target).map { secured($0.span, place) } ?? [])
        return nil
      }
      request.tls = version
    }
    return request
  }

  /// The fix that writes `https://` for the `http://` of a URL or string.
  private func secured(_ target: SourceSpan, _ place: Place) -> [FixIt] {
    let written = files[place.file].tree.string(in: target)
    let scheme = "http://"
    for lead in ["", "\""] where written.hasPrefix(lead + scheme) {
      let start = target.start + UInt32(lead.utf8.count)
      let span = SourceSpan(source: target.source, start: start, end: start + UInt32(scheme.utf8.count))
      return [replacing(span, by: "https://")]
    }
    return []
  }

  // MARK: What follows a request

  /// Adds what a statement says to the request before it. False with a diagnostic.
  private mutating func extend(
    _ step: inout RequestExpectations, by field: EvaluatedField, _ place: Place
  ) -> Bool {
    guard isAbout(step, field, place) else { return false }
    if case .request(var request) = step.question, Evaluator.add(field, to: &request) {
      step.question = .request(request)
      return true
    }
    guard let expectation = expectation(field, place) else { return false }
    step.expectations.append(StatedExpectation(expectation, origin: field.origin))
    return true
  }

  /// Whether the statement is a part of the request.
  private static func add(_ field: EvaluatedField, to request: inout RouteRequest) -> Bool {
    switch field.name {
    case .testHeader:
      let name = (field.word(.name) ?? field.text(.name) ?? "").lowercased()
      request.headers.append(RouteRequest.Header(name: name, value: field.text(.value) ?? ""))
    case .testCookie:
      let pair = "\(field.word(.name) ?? field.text(.name) ?? "")=\(field.text(.value) ?? "")"
      if let index = request.headers.lastIndex(where: { $0.name == "cookie" }) {
        request.headers[index].value += "; " + pair
      } else {
        request.headers.append(RouteRequest.Header(name: "cookie", value: pair))
      }
    case .testToken:
      if field.word(.form) != nil {
        request.token = .refused
      } else {
        let members = field.body.map { claim in
          JSONMember(name: claim.key, value: json(claim.value(.value) ?? .text("")))
        }
        request.token = .verified(provider: field.word(.name), claims: JSONValue(.object(members)))
      }
    case .testBody: request.body = field.text(.value)
    default: return false
    }
    return true
  }

  /// A claim's value as a token carries it.
  private static func json(_ value: Value) -> JSONValue {
    switch value {
    case .boolean(let flag): JSONValue(.bool(flag))
    case .integer(let number): JSONValue(.number(String(number)))
    case .decimal(let number): JSONValue(.number(number.description))
    case .list(let values): JSONValue(.array(values.map { json($0) }))
    case .record(let members):
      JSONValue(.object(members.map { JSONMember(name: $0.name, value: json($0.value)) }))
    default: JSONValue(.string(value.plainText ?? ""))
    }
  }

  private func health(_ field: EvaluatedField) -> [HealthStatement] {
    field.body.compactMap { entry in
      guard let upstream = entry.declaration(.upstream), let healthy = entry.percentage(.percentage) else { return nil }
      return HealthStatement(
        upstream: upstream.row(), tier: entry.integer(.tier).map { Int($0) - 1 }, healthy: healthy)
    }
  }

  // MARK: Expectations

  private mutating func expectation(_ field: EvaluatedField, _ place: Place) -> Expectation? {
    let name = (field.word(.name) ?? field.text(.name) ?? "").lowercased()
    switch field.name {
    case .expectRoute: return route(field, place)
    case .expectIngress: return field.declaration(.ingress).map { .ingress($0.row()) }
    case .expectUpstream: return upstream(field, place)
    case .expectSplit:
      return .split(
        field.body.compactMap { share in
          guard let upstream = share.declaration(.upstream), let percentage = share.share else { return nil }
          return SplitShare(share: percentage, upstream: upstream.row())
        })
    case .expectClose: return .close
    case .expectStatus: return field.value(.statuses)?.status.map { .status($0) }
    case .expectRedirect: return field.text(.target).map { .redirect(field.value(.statuses)?.status, $0) }
    case .expectBody: return field.text(.value).map { .body($0) }
    case .expectHeader: return .responseHeader(name, field.text(.value))
    case .expectRequestHeader: return .requestHeader(name, field.text(.value))
    case .expectPath: return field.text(.target).map { .path($0) }
    case .expectHost: return field.host(.value).map { .host($0.name) }
    case .expectTimeoutRequest: return field.duration(.timeout).map { .requestTimeout($0) }
    case .expectTimeoutIdle: return field.duration(.timeout).map { .idleTimeout($0) }
    case .expectRetry: return field.integer(.count).map { .retry(UInt32(clamping: $0)) }
    default: return nil
    }
  }

  private mutating func route(_ field: EvaluatedField, _ place: Place) -> Expectation? {
    guard let binding = field.binding(.name) ?? field.binding(.form),
      let name = binding.value.word ?? binding.value.text
    else { return nil }
    let known = knownRoutes(place)
    if known.contains(name) { return .route(name) }
    if lacksRoutes || damagedRoutes.contains(name) { return nil }
    let suggestion = maySuggest() ? nearest(name, known.sorted()) : nil
    report(
      .unknownTestRoute, "there is no route `\(name)`", place, at: binding.span,
      help: suggestion.map { "did you mean `\($0)`?" },
      fixes: suggestion.map { name in
        let isWord = Evaluator.isName(name) || name == "otherwise"
        return [FixIt("write `\(name)`", [TextEdit(binding.span, replacement: isWord ? name : "\"\(name)\"")])]
      } ?? [])
    return nil
  }

  /// Names of the routes that requests of the package's tests may meet: a tenant's own, or all.
  private mutating func knownRoutes(_ place: Place) -> Set<String> {
    if let known = routeNames[place.owner] { return known }
    let tenant = place.owner >= 0 && place.owner < program.tenants.count ? program.tenants[place.owner].name : nil
    var names: Set<String> = []
    for table in program.routeTables where tenant == nil || table.identity.tenant == tenant {
      for arm in table.arms { names.insert(arm.name) }
    }
    for ingress in program.declarations(of: .ingress) where tenant == nil || ingress.identity.tenant == tenant {
      for arm in ingress.slots.all { names.insert(arm.name) }
    }
    routeNames[place.owner] = names
    return names
  }

  private mutating func upstream(_ field: EvaluatedField, _ place: Place) -> Expectation? {
    guard let id = field.declaration(.upstream) else { return nil }
    var tier: Int?
    if let binding = field.binding(.tier), let number = binding.value.integer {
      guard checkTier(number, of: id, at: binding.span, place) else { return nil }
      tier = Int(number) - 1
    }
    var members: [MemberShare] = []
    let known = tierMembers(of: id, tier: tier)
    let isWhole = !mayLackTiers(program[id])
    for entry in field.body {
      guard let share = entry.percentage(.percentage) else { continue }
      guard let member = known.first(where: { $0.name == entry.key }) else {
        if !isWhole { return nil }
        let known = known.map(\.name)
        let suggestion = nearest(entry.key, known)
        var name = entry.origin.span
        name.end = min(name.end, name.start + UInt32(truncatingIfNeeded: entry.key.utf8.count))
        report(
          .unknownTestTier, "the tier has no member `\(entry.key)`", place, at: name,
          help: suggestion.map { "did you mean `\($0)`?" }
            ?? (known.isEmpty ? nil : "it has \(known.map { "`\($0)`" }.joinedAsList)"),
          fixes: suggestion.map { [FixIt("write `\($0)`", [TextEdit(name, replacement: $0)])] } ?? [])
        return nil
      }
      var name = entry.origin.span
      name.end = min(name.end, name.start + UInt32(truncatingIfNeeded: entry.key.utf8.count))
      record(member.id, at: name)
      members.append(MemberShare(name: entry.key, share: share))
    }
    if field.word(.form) != nil && members.isEmpty {
      report(
        .badTestEntry, "`split` names no members", place, at: field.origin.span,
        help: "write `split { eu-1: 60%; eu-2: 40% }`")
      return nil
    }
    return .upstream(id.row(), tier: tier, share: field.percentage(.percentage), members: members)
  }

  /// Whether the upstream has a tier of the number. Reports if not.
  mutating func checkTier(_ number: Int64, of id: DeclarationID, at span: SourceSpan, _ place: Place) -> Bool {
    let upstream = program[id]
    let count = max(upstream.fields(.tier).count, 1)
    if number >= 1 && number <= Int64(count) || mayLackTiers(upstream) { return true }
    report(
      .unknownTestTier, "upstream `\(upstream.identity.name)` has no tier \(number)", place, at: span,
      secondary: [Annotation(upstream.nameSpan, "it has \(count) tier\(count == 1 ? "" : "s")")])
    return false
  }

  /// Whether a mistake that was reported may be why a tier, or a member of one, is not there.
  private func mayLackTiers(_ upstream: EvaluatedDeclaration) -> Bool {
    if upstream.isUnclear || upstream.broken.contains(.tier) { return true }
    return upstream.fields(.tier).contains { tier in
      damagedBodies.contains(tier.origin.span)
        || tier.fields(.nearest).contains { damagedBodies.contains($0.origin.span) }
    }
  }

  /// Clusters and CDNs of one tier, the first unless one is named, each once.
  private func tierMembers(of id: DeclarationID, tier: Int?) -> [(name: String, id: DeclarationID)] {
    let tiers = program[id].fields(.tier).sorted { ($0.integer(.key) ?? 0) < ($1.integer(.key) ?? 0) }
    var members: [(name: String, id: DeclarationID)] = []
    for (index, field) in tiers.enumerated() where index == tier ?? 0 {
      for member in field.body + field.fields(.nearest).flatMap(\.body) {
        guard let id = member.declaration(.cluster) ?? member.declaration(.cdn) else { continue }
        let name = program[id].identity.name
        if !members.contains(where: { $0.name == name }) { members.append((name, id)) }
      }
    }
    return members
  }
}
