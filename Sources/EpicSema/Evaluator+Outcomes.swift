import EpicBase
import EpicDiagnostics
import EpicIR
import EpicSyntax

/// What becomes of a request.
extension Evaluator {
  /// The outcome and what its body says. `captures` tells the names that `${…}` may use; nil if they are not known.
  mutating func evaluateOutcome(
    _ view: OutcomeView, in place: Place, captures: CaptureScope?, _ routeProtocol: RouteProtocol = .http
  ) -> (RouteOutcome, RoutePolicy)? {
    guard step(place, view.node) else { return nil }
    if routeProtocol != .http { return connectionOutcome(view, in: place, routeProtocol) }
    switch view.form {
    case .reference(let node):
      let tree = files[place.file].tree
      // Without its arrow, which is reported, the name may as well be a word of the predicate.
      if tree.kind(of: tree.firstToken(of: view.node)) != .arrow { return nil }
      let hasShares = view.body.map { tree.children(of: $0).contains { tree.kind(of: $0) == .weighted } } ?? false
      let id = resolve(.upstream, node, place)
      // Shares belong to the `split` that stands there misspelled, arguments to a `redirect` or `respond`.
      var arguments = view.arguments
      if id == nil, hasShares || arguments.next() != nil { return nil }
      let policy = policy(view, .arm, place, captures)
      guard noArguments(view, place), let id, let policy else { return nil }
      return (.upstream(id.row(Upstream.self)), policy)
    case .split: return split(view, in: place, captures)
    case .redirect: return redirect(view, in: place, captures)
    case .respond: return respond(view, in: place)
    case .close:
      report(
        .outcomeOfOtherProtocol, "`close` ends connections, and these routes are for requests", place, view.node,
        help: "write `respond 403`, or another answer")
      return nil
    case .missing: return nil
    }
  }

  mutating func noArguments(_ view: OutcomeView, _ place: Place) -> Bool {
    var arguments = view.arguments
    guard let argument = arguments.next() else { return true }
    report(
      .unexpectedArgument, "`\(text(place, argument))` is not expected behind the outcome", place, argument,
      help: "what more there is to say stands in `{ … }`")
    return false
  }

  private mutating func policy(
    _ view: OutcomeView, _ context: FieldContext, _ place: Place, _ captures: CaptureScope?
  ) -> RoutePolicy? {
    var body = BodyState(context: context)
    guard let node = view.body else { return RoutePolicy() }
    evaluateBody(node, in: place, &body)
    finish(&body, view.node, place)
    return policy(of: body, captures, place)
  }

  private mutating func policy(of body: BodyState, _ captures: CaptureScope?, _ place: Place) -> RoutePolicy? {
    for working in body.working where working.field.name == .rewritePath {
      if let binding = working.field.binding(.value), let template = binding.value.template {
        guard checkRewrite(template, captures, binding.span, place) else { return nil }
      }
    }
    guard checkTunnel(body, place) else { return nil }
    return body.isWhole ? RoutePolicy(body.working.map(\.field)) : nil
  }

  private mutating func checkRewrite(
    _ template: CaptureTemplate, _ captures: CaptureScope?, _ span: SourceSpan, _ place: Place
  ) -> Bool {
    if case .literal(let start)? = template.parts.first, start.hasPrefix("/") {
      return checkCaptures(template, captures, span, place)
    }
    report(.badRedirect, "a path starts with `/`", place, at: span)
    return false
  }

  private mutating func checkCaptures(
    _ template: CaptureTemplate, _ captures: CaptureScope?, _ span: SourceSpan, _ place: Place
  ) -> Bool {
    for case .literal(let text) in template.parts {
      guard let character = text.unicodeScalars.first(where: { $0.value <= 32 || $0.value >= 127 }) else { continue }
      let encoded = String(character).utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }
      report(
        .badRedirect, "a target holds a character that no URL has", place, at: span, help: "write `\(encoded.joined())`"
      )
      return false
    }
    guard let scope = captures else { return true }
    let captures = scope.names
    var isComplete = true
    for case .capture(let name) in template.parts where !captures.contains(name) {
      let suggestion = nearest(name, captures)
      report(
        .unknownCapture, "`${\(name)}` is no capture of this route's path", place, at: span,
        help: suggestion.map { "did you mean `${\($0)}`?" }
          ?? (captures.isEmpty
            ? "capture a segment in the path: `path /x/{\(name)}`"
            : "the path captures \(captures.map { "`\($0)`" }.joinedAsList)"),
        fixes: (suggestion ?? (captures.count == 1 ? captures[0] : nil)).map {
          rewriting("${\(name)}", in: span, as: "${\($0)}", place)
        } ?? [])
      isComplete = false
    }
    return isComplete
  }

  // MARK: Split

  mutating func split(
    _ view: OutcomeView, in place: Place, _ captures: CaptureScope?
  ) -> (RouteOutcome, RoutePolicy)? {
    let tree = files[place.file].tree
    guard let node = view.body else {
      report(
        .badSplit, "`split` needs its shares", place, view.node, help: "write `split { 95% cart; 5% cart-canary }`")
      return nil
    }
    recordEvaluated(node, place)
    var shares: [SplitShare] = []
    var notes = ShareNotes()
    var body = BodyState(context: .split)
    var isComplete = true
    for child in tree.children(of: node) {
      guard step(place, child) else { return nil }
      guard tree.kind(of: child) == .weighted else {
        if tree.kind(of: child) == .unexpected {
          isComplete = false
        } else {
          splitItem(child, in: place, &body, &isComplete)
        }
        continue
      }
      guard let weighted = WeightedView(tree, child), let statement = weighted.statement,
        let share = share(weighted, place, &notes)
      else {
        isComplete = false
        continue
      }
      var arguments = statement.arguments
      if let argument = arguments.next() {
        report(.unexpectedArgument, "`\(text(place, argument))` is not expected behind the upstream", place, argument)
        isComplete = false
      }
      if !saysNothingMore(statement, place) { isComplete = false }
      guard let id = resolve(.upstream, statement.head, place) else {
        isComplete = false
        continue
      }
      shares.append(SplitShare(share: share, upstream: id.row(Upstream.self)))
    }
    finish(&body, view.node, place)
    let policy = policy(of: body, captures, place)
    guard isComplete, let policy else { return nil }
    if shares.isEmpty {
      report(.badSplit, "`split` has no shares", place, view.node, help: "write `split { 95% cart; 5% cart-canary }`")
      return nil
    }
    let total = shares.reduce(UInt64(0)) { $0 + UInt64($1.share.partsPerMillion) }
    let word = SourceSpan(
      source: tree.source, start: tree.start(of: view.wordToken), end: tree.end(of: view.wordToken))
    checkTotal(
      shares.map(\.share), "the split's percentages", place, at: word, code: .badSplit,
      secondary: notes.shown, fixes: completing(node, total, place))
    return total == 1_000_000 ? (.split(shares), policy) : nil
  }

  /// Whether nothing stands behind the upstream of a share: what is said of a route's requests is said of all of them.
  private mutating func saysNothingMore(_ share: StatementView, _ place: Place) -> Bool {
    let tree = files[place.file].tree
    if let outcome = share.outcome {
      report(.misplacedStatement, "`->` cannot stand behind the upstream of a share", place, outcome.node)
      return false
    }
    guard let body = share.body else { return true }
    report(
      .unexpectedBody, "a share of `split` has no body", place, at: tree.span(of: tree.firstToken(of: body)),
      notes: ["what stands beside the shares is said of all of them"],
      fixes: [
        FixIt(
          "take the body away",
          [
            TextEdit(
              SourceSpan(
                source: tree.source, start: headSpan(place, share.node).end, end: span(place, body).end),
              replacement: "")
          ])
      ])
    return false
  }

  private mutating func splitItem(
    _ node: NodeID, in place: Place, _ body: inout BodyState, _ isComplete: inout Bool
  ) {
    let tree = files[place.file].tree
    if tree.kind(of: node) == .statement, reportBareShare(node, place) {
      isComplete = false
      return
    }
    if tree.kind(of: node) == .statement, let keyword = tree.symbol(of: node),
      words.candidates(.split, keyword).isEmpty, tree.next(after: NodeID(node.rawValue + 1)) == tree.next(after: node)
    {
      report(
        .badSplit, "`\(text(place, node))` has no share", place, node,
        help: "write `50% \(text(place, node))`")
      isComplete = false
      return
    }
    guard tree.kind(of: node) == .statement else {
      reportMisplaced(node, place, "in `split`")
      isComplete = false
      return
    }
    evaluateStatement(node, in: place, &body, .plain)
  }

  // MARK: Redirect

  private mutating func redirect(
    _ view: OutcomeView, in place: Place, _ captures: CaptureScope?
  ) -> (RouteOutcome, RoutePolicy)? {
    var arguments = view.arguments
    let first = arguments.next()
    guard let statusNode = first, let targetNode = arguments.next() else {
      report(
        .badRedirect, "`redirect` needs a status and a target", place, view.node,
        help: "write `redirect 307 \"/new\"`", fixes: first.map { missingStatus(before: $0, place) } ?? [])
      return nil
    }
    if let rest = arguments.next() {
      report(.unexpectedArgument, "`\(text(place, rest))` is not expected behind the target", place, rest)
      return nil
    }
    if let body = view.body {
      report(.unexpectedBody, "`redirect` has no body", place, body)
      return nil
    }
    guard let status = evaluate(statusNode, as: .integer, in: place)?.integer else { return nil }
    guard [301, 302, 303, 307, 308].contains(status) else {
      report(
        .badAnswerStatus, "`\(status)` is no status of a redirect", place, statusNode,
        help: "a redirect answers 301, 302, 303, 307 or 308",
        fixes: [302, 308].map { replacing(span(place, statusNode), by: String($0)) })
      return nil
    }
    guard let template = target(targetNode, place), checkCaptures(template, captures, span(place, targetNode), place)
    else { return nil }
    guard let redirect = makeRedirect(UInt16(clamping: status), template) else {
      report(
        .badRedirect, "`\(text(place, targetNode))` is no target of a redirect", place, targetNode,
        help: "a target is a path or an `http` or `https` URL whose host is constant")
      return nil
    }
    return (.redirect(redirect), RoutePolicy())
  }

  /// Both ways to send a client on that keep its method, the one that no client remembers first.
  private func missingStatus(before target: NodeID, _ place: Place) -> [FixIt] {
    let tree = files[place.file].tree
    guard tree.kind(of: target) == .literal, tree.kind(of: tree.firstToken(of: target)) != .integer else { return [] }
    return ["307", "308"].map { inserting("\($0) ", at: span(place, target).start, tree.source, "write `\($0)`") }
  }

  private mutating func target(_ node: NodeID, _ place: Place) -> CaptureTemplate? {
    let tree = files[place.file].tree
    if tree.kind(of: node) == .literal, tree.kind(of: tree.firstToken(of: node)) == .path {
      guard let path = evaluate(node, as: .path, in: place)?.path else { return nil }
      if path.captures.isEmpty && path.tail == .exact {
        return CaptureTemplate(parts: [.literal(path.description)])
      }
      report(
        .badRedirect, "a pattern is no target", place, node, help: "write text with `${…}` for a capture")
      return nil
    }
    return evaluate(node, as: .template, in: place)?.template
  }

  /// Splits scheme and authority, which are constant, from path and query.
  private func makeRedirect(_ status: UInt16, _ template: CaptureTemplate) -> Redirect? {
    guard case .literal(let start)? = template.parts.first else { return nil }
    if start.hasPrefix("/") {
      return Redirect(status: status, isTLS: nil, host: nil, port: nil, target: template)
    }
    guard start.hasPrefix("http://") || start.hasPrefix("https://") else { return nil }
    let scheme = start.hasPrefix("https://") ? 8 : 7
    let afterScheme = start.index(start.startIndex, offsetBy: scheme)
    let slash = start[afterScheme...].firstIndex { $0 == "/" || $0 == "?" }
    // A capture directly behind the authority would become part of the host.
    if slash == nil && template.parts.count > 1 { return nil }
    guard let url = WebURL(parsing: String(start[..<(slash ?? start.endIndex)])) else { return nil }
    var rest = slash.map { String(start[$0...]) } ?? "/"
    if rest.hasPrefix("?") { rest = "/" + rest }
    let isDefault = url.port == (url.isTLS ? 443 : 80)
    return Redirect(
      status: status, isTLS: url.isTLS, host: url.host, port: isDefault ? nil : url.port,
      target: CaptureTemplate(parts: [.literal(rest)] + template.parts.dropFirst()))
  }

  // MARK: Respond

  private mutating func respond(_ view: OutcomeView, in place: Place) -> (RouteOutcome, RoutePolicy)? {
    var arguments = view.arguments
    guard let statusNode = arguments.next() else {
      report(.badAnswerStatus, "`respond` needs a status", place, view.node, help: "write `respond 404`")
      return nil
    }
    if let rest = arguments.next() {
      report(
        .unexpectedArgument, "`\(text(place, rest))` is not expected behind the status", place, rest,
        help: "write `respond 404 { body … }`")
      return nil
    }
    var body = BodyState(context: .respond)
    if let node = view.body { evaluateBody(node, in: place, &body) }
    finish(&body, view.node, place)
    guard let status = evaluate(statusNode, as: .integer, in: place)?.integer else { return nil }
    guard (200...599).contains(status) else {
      report(
        .badAnswerStatus, "`\(status)` cannot be answered", place, statusNode, help: "an answer's status is 200 to 599")
      return nil
    }
    if (300...399).contains(status) {
      report(
        .badAnswerStatus, "`respond \(status)` would send the client nowhere", place, statusNode,
        help: status == 304
          ? "304 answers a client that asked whether its copy is still good: the upstream knows that"
          : "write `redirect`, which says where to: `redirect 308 https://other.example.com/`")
      return nil
    }
    if let field = body.working.first(where: { $0.field.name == .body })?.field, status == 204 || status == 205 {
      report(
        .badAnswerStatus, "an answer `\(status)` has no body", place, at: field.origin.span,
        label: "not sent by any server",
        secondary: [Annotation(span(place, statusNode), "RFC 9110 section 15.3")],
        help: "leave the body out, or answer another status", fixes: [replacing(span(place, statusNode), by: "200")])
      return nil
    }
    guard body.isWhole else { return nil }
    var response = DirectResponse(status: UInt16(clamping: status), body: [], contentType: "", headers: [])
    for working in body.working {
      let field = working.field
      if field.name == .header { response.headers.append(HeaderEdit(field)) }
      guard field.name == .body else { continue }
      switch field.value(.data) {
      case .text(let text)?: response.body = Array(text.utf8)
      case .data(let id)?: response.body = program[id].bytes
      default: break
      }
      guard step(place, view.node, response.body.count / Evaluator.bytesPerStep) else { return nil }
      response.contentType = field.text(.type) ?? "text/plain"
    }
    return (.respond(response), RoutePolicy())
  }
}
