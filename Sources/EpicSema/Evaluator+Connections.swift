import EpicBase
import EpicDiagnostics
import EpicIR
import EpicSyntax

/// Routes and listeners without HTTP.
extension Evaluator {
  /// What stands between the name of `routes` and its body: `for tls`. Nil with a diagnostic.
  mutating func routeProtocol(_ view: StatementView, _ place: Place) -> RouteProtocol? {
    let tree = files[place.file].tree
    var arguments = view.arguments
    _ = arguments.next()
    guard let word = arguments.next() else { return .http }
    guard tree.kind(of: tree.firstToken(of: word)) == .keywordFor else {
      report(
        .unexpectedArgument, "`\(text(place, word))` is not expected behind the name of `routes`", place, word,
        help: "write `routes NAME [for tls|tcp|udp] { … }`")
      return nil
    }
    guard let name = arguments.next() else {
      report(
        .missingArgument, "`routes … for` names no protocol", place, word,
        help: "write `for tls`, `for tcp` or `for udp`"
      )
      return nil
    }
    if let rest = arguments.next() {
      report(.unexpectedArgument, "`\(text(place, rest))` is not expected behind the protocol", place, rest)
      return nil
    }
    let written = text(place, name)
    if let known = RouteProtocol(word: written), known != .http { return known }
    if written == "http" {
      report(
        .unexpectedArgument, "routes are for HTTP unless `for` says otherwise", place, word,
        help: "leave `for http` out",
        fixes: [
          FixIt(
            "take `for http` out",
            [
              TextEdit(
                SourceSpan(
                  source: tree.source, start: span(place, word).start,
                  end: view.body.map { tree.span(of: $0).start } ?? span(place, name).end), replacement: "")
            ])
        ])
    } else {
      reportUnknownWord(written, ["tls", "tcp", "udp"], name, place)
    }
    return nil
  }

  // MARK: Predicates

  /// Reports what a predicate asks for and the protocol does not have.
  mutating func checkProtocol(
    of predicate: Predicate, _ expression: NodeID, _ place: Place, _ routeProtocol: RouteProtocol
  ) {
    guard let field = Evaluator.foreignField(predicate, routeProtocol) else { return }
    // The question itself, where it is written here and not in a `let`.
    let written = foreignQuestion(expression, place, routeProtocol)
    let name = (written?.field ?? field).rawValue
    let help =
      routeProtocol != .http
      ? routeProtocol.knownFields
      : "requests have a `host`; routes for `tls` know `sni`: `routes NAME for tls { … }`"
    report(
      .notOfThisProtocol, "`\(name)` is nothing that \(routeProtocol.units) have", place, written?.node ?? expression,
      help: help, fixes: written.map { renamingHost($0.node, place, routeProtocol) } ?? [])
  }

  /// Requests have a host where TLS connections have a server name: the fix that asks for the one instead of the other.
  private func renamingHost(_ question: NodeID, _ place: Place, _ routeProtocol: RouteProtocol) -> [FixIt] {
    let tree = files[place.file].tree
    let token = tree.firstToken(of: question)
    switch (tree.string(of: token), routeProtocol) {
    case ("sni", .http): return [replacing(tree.span(of: token), by: "host")]
    case ("host", .tls): return [replacing(tree.span(of: token), by: "sni")]
    default: return []
    }
  }

  /// The first field of the predicate that the protocol does not have.
  private static func foreignField(_ predicate: Predicate, _ routeProtocol: RouteProtocol) -> RequestField? {
    let field: RequestField
    switch predicate {
    case .always, .never: return nil
    case .not(let inner): return foreignField(inner, routeProtocol)
    case .all(let parts), .any(let parts):
      for part in parts { if let found = foreignField(part, routeProtocol) { return found } }
      return nil
    case .host: field = .host
    case .path, .pathMatches: field = .path
    case .method: field = .method
    case .text(.header, _): field = .header
    case .text(.query, _): field = .query
    case .text(.cookie, _): field = .cookie
    case .text(.jwtClaim, _): field = .jwt
    case .text(.jsonBody, _): field = .body
    case .client: field = .client
    case .country: field = .country
    case .autonomousSystem: field = .asn
    case .cohort: field = .cohort
    case .site: field = .site
    case .serverName: field = .sni
    case .tls: field = .tls
    }
    return routeProtocol.knows(field) ? nil : field
  }

  /// The first question of an expression whose field the protocol does not have. As deep as the predicate, which was
  /// evaluated before.
  private func foreignQuestion(
    _ node: NodeID, _ place: Place, _ routeProtocol: RouteProtocol
  ) -> (node: NodeID, field: RequestField)? {
    let tree = files[place.file].tree
    switch tree.kind(of: node) {
    case .and, .or, .not, .parenthesized:
      for child in tree.children(of: node) {
        if let found = foreignQuestion(child, place, routeProtocol) { return found }
      }
      return nil
    case .comparison, .requestField:
      let first = tree.string(of: tree.firstToken(of: node)).prefix { $0 != "." }
      guard let field = RequestField(rawValue: String(first)), !routeProtocol.knows(field) else { return nil }
      return (node, field)
    default: return nil
    }
  }

  /// The pattern of `sni PATTERN`, which the tenant owns.
  mutating func serverName(_ operand: NodeID, _ place: Place) -> HostPattern? {
    guard let host = evaluate(operand, as: .host, in: place)?.host,
      checkHostName(host, place, at: span(place, operand))
    else { return nil }
    if place.owner >= 0 { checkOwned(host, "serve", span(place, operand), place) }
    return host
  }

  /// The patterns of `sni is` and `sni in`, which the tenant owns.
  mutating func checkServerNames(_ values: [Value], _ node: NodeID?, _ place: Place) {
    guard place.owner >= 0, let node else { return }
    for value in values { if let host = value.host { checkOwned(host, "serve", span(place, node), place) } }
  }

  // MARK: Outcomes

  /// What becomes of a connection.
  mutating func connectionOutcome(
    _ view: OutcomeView, in place: Place, _ routeProtocol: RouteProtocol
  ) -> (RouteOutcome, RoutePolicy)? {
    switch view.form {
    case .reference(let node):
      let tree = files[place.file].tree
      // Without its arrow, which is reported, the name may as well be a word of the predicate.
      if tree.kind(of: tree.firstToken(of: view.node)) != .arrow { return nil }
      guard let id = resolve(.upstream, node, place), noArguments(view, place), noPolicy(view, place, routeProtocol)
      else { return nil }
      return (.upstream(id.row(Upstream.self)), RoutePolicy())
    case .split:
      guard let (outcome, policy) = split(view, in: place, nil) else { return nil }
      if policy != RoutePolicy() {
        report(
          .outcomeOfOtherProtocol, "a `split` of \(routeProtocol.units) has shares and nothing else", place, view.node,
          help: "what else it says is about HTTP requests")
        return nil
      }
      return (outcome, RoutePolicy())
    case .redirect, .respond:
      let tree = files[place.file].tree
      let word = tree.string(of: view.wordToken)
      let span = SourceSpan(
        source: tree.source, start: tree.start(of: view.wordToken), end: tree.span(of: view.node).end)
      report(
        .outcomeOfOtherProtocol, "`\(word)` answers HTTP requests, and these routes are for \(routeProtocol.units)",
        place, at: span, help: "they lead to an upstream, to `split { … }` or to `close`",
        fixes: [FixIt("write `close`", [TextEdit(span, replacement: "close")])])
      return nil
    case .close:
      guard noArguments(view, place), noPolicy(view, place, routeProtocol) else { return nil }
      return (.close, RoutePolicy())
    case .missing: return nil
    }
  }

  private mutating func noPolicy(_ view: OutcomeView, _ place: Place, _ routeProtocol: RouteProtocol) -> Bool {
    guard let body = view.body else { return true }
    report(
      .outcomeOfOtherProtocol,
      "what stands behind an outcome in `{ … }` is about HTTP requests, not about "
        + routeProtocol.units, place, body, help: "leave it out",
      fixes: removing(words: span(place, body), "leave it out"))
    return false
  }

  // MARK: Listeners

  /// What `listen … ->` leads to: routes or an upstream. Nil with a diagnostic.
  mutating func target(_ view: StatementView, _ schema: FieldSchema, _ place: Place) -> SlotBinding? {
    let tree = files[place.file].tree
    guard let outcome = view.outcome else {
      report(
        .missingArgument, "`\(schema.title)` ends where `->` is expected", place, at: headSpan(place, view.node),
        label: "incomplete", help: "for example `\(schema.example)`")
      return nil
    }
    guard case .reference(let node) = outcome.form else {
      if case .missing = outcome.form { return nil }
      let word = tree.string(of: outcome.wordToken)
      report(
        .badListenTarget, "`\(schema.title)` leads to an upstream or to routes, not to `\(word)`", place,
        outcome.node, help: "write it in `routes NAME for \(schema.leadingWords.last ?? "tcp") { otherwise -> … }`",
        fixes: removing([span(place, view.node)], "take the listener out"))
      return nil
    }
    if let body = outcome.body {
      report(
        .unexpectedBody, "`\(schema.title)` has no body", place, at: tree.span(of: tree.firstToken(of: body)))
      return nil
    }
    guard noArguments(outcome, place), let kind = targetKind(node, place), let id = resolve(kind, node, place) else {
      return nil
    }
    return SlotBinding(slot: .target, value: .declaration(id), span: span(place, node))
  }

  /// Whether a name means routes or an upstream: it has to mean one of them. Nil with a diagnostic.
  private mutating func targetKind(_ node: NodeID, _ place: Place) -> DeclarationKind? {
    let tree = files[place.file].tree
    let base = tree.kind(of: node) == .index ? NodeID(node.rawValue + 1) : node
    guard let symbol = tree.symbol(of: base) else { return .upstream }
    if isAbstract, tree.kind(of: node) == .name, let variable = variable(symbol, place) {
      return variable.type == .reference(.routes) ? .routes : .upstream
    }
    if tree.kind(of: node) == .name, case .value(.declaration(let id), _)? = variable(symbol, place) {
      return id.kind == .routes ? .routes : .upstream
    }
    let routes: Int?
    let upstream: Int?
    if tree.kind(of: base) == .dottedName {
      guard let (package, name) = splitReference(tree.string(of: base), place) else { return .upstream }
      routes = packages[package].names[NameSpace.kind(.routes).key(name)]
      upstream = packages[package].names[NameSpace.kind(.upstream).key(name)]
    } else {
      routes = lookUp(.kind(.routes), symbol, place)
      upstream = lookUp(.kind(.upstream), symbol, place)
    }
    guard let routes else { return .upstream }
    guard let upstream else { return .routes }
    report(
      .badListenTarget, "`\(text(place, node))` is both an upstream and routes", place, node,
      secondary: [
        Annotation(entries[upstream].nameSpan, "the upstream"), Annotation(entries[routes].nameSpan, "the routes"),
      ], help: "give one of them another name")
    return nil
  }

  // MARK: Ingresses

  /// Whether the ingress listens, and for no HTTP.
  func servesNoRequests(_ body: BodyState) -> Bool {
    (body.has(.listenTLS) || body.has(.listenTCP) || body.has(.listenUDP))
      && !body.has(.listenHTTP) && !body.has(.listenHTTPS) && !body.mayHave(.listenHTTPS)
  }

  /// Whether `host` and `routes` may be left out: they are about requests.
  func needsNothing(_ name: FieldName, in body: BodyState) -> Bool {
    guard body.context == .ingress, name == .host || name == .routes, !body.has(.listenHTTP), !body.has(.listenHTTPS)
    else { return false }
    return servesNoRequests(body) || body.mayHave(.listenTCP) || body.mayHave(.listenUDP)
  }

  /// What an ingress may say without serving requests.
  private static let connectionFields: Set<FieldName> = [
    .listenTLS, .listenTCP, .listenUDP, .address, .engine, .sites, .dnsPublish, .timeoutIdle, .isolate, .proxyProtocol,
  ]

  /// Reports the first statement about requests of an ingress that serves none.
  mutating func checkConnectionIngress(_ body: BodyState, _ place: Place) {
    guard servesNoRequests(body) else { return }
    let foreign = body.working.filter { !Evaluator.connectionFields.contains($0.field.name) }.map(\.field)
    guard let first = foreign.first else { return }
    let listen = body.working.first {
      $0.field.name == .listenTLS || $0.field.name == .listenTCP || $0.field.name == .listenUDP
    }
    report(
      .ingressWithoutRequests,
      "`\(Schema.field(first.schema).title)` is about HTTP requests, and the ingress serves none", place,
      at: first.origin.span,
      secondary: listen.map { [Annotation($0.field.origin.span, "serves no requests")] } ?? [],
      help: "take it out, or add `listen https 443`",
      fixes: foreign.allSatisfy { $0.origin.application == nil }
        ? removing(foreign.map(\.origin.span), "take out what is about requests") : [])
  }

  /// Client certificates are asked for in TLS handshakes, and nothing leads past them.
  mutating func checkClientCertificates(_ declaration: EvaluatedDeclaration, _ place: Place) {
    guard let field = declaration.field(.authClientCertificate), !declaration.isUnclear else { return }
    if !declaration.has(.listenHTTPS) {
      if declaration.broken.contains(.listenHTTPS) { return }
      report(
        .certificateDemandWithoutTLS, "`auth client-certificate` needs `listen https`, where clients show certificates",
        place, at: field.origin.span, help: "write `listen https 443`", fixes: servingHTTPS(declaration))
      return
    }
    for listen in declaration.fields where listen.name == .listenHTTP && listen.value(.redirect) == nil {
      let end = SourceSpan(
        source: listen.origin.span.source, start: listen.origin.span.end, end: listen.origin.span.end)
      report(
        .certificateDemandInClearText,
        "`listen http` serves the ingress's routes to clients that can show no certificate", place,
        at: listen.origin.span, secondary: [Annotation(field.origin.span, "certificates are demanded here")],
        help: "redirect to `https`, or take the listener out",
        fixes: [FixIt("redirect to `https`", [TextEdit(end, replacement: " redirect https")])])
    }
  }

  /// The fix that serves an ingress's one listener in clear text in TLS; none where the ingress has no certificate for it.
  private func servingHTTPS(_ declaration: EvaluatedDeclaration) -> [FixIt] {
    let listeners = declaration.fields.filter { $0.name == .listenHTTP }
    guard listeners.count == 1, let listener = listeners.first, listener.value(.redirect) == nil,
      listener.origin.application == nil, declaration.has(.tlsCertificate)
    else { return [] }
    return [replacing(listener.origin.span, by: "listen https 443")]
  }
}
