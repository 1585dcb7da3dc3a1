import EpicBackend
package import EpicBase
import EpicIR
import EpicProve

/// What `epic trace` answers: what becomes of a request or connection, step by step, and where each step is written.
///
/// The interpreter decides everything; what is added here are names and places.
package struct TraceAnswer: Sendable {
  let question: RouteQuestion
  let health: [HealthStatement]
  let found: Interpretation
  let limits: [RouteInterpreter.LimitAnswer]
  let deployment: Deployment
  /// The workspace's files: what the answer's places point into.
  package let sources: SourceSet
  let chain: SourceChain

  /// An edit of a header, with what it was made from; nil where the edge itself makes it.
  struct Edit {
    var edit: HeaderEdit
    var source: ValueSource?
  }

  /// A value that a route or its ingress says.
  struct Setting {
    /// The statement's first words.
    var words: String
    var text: String
    /// Nil for Envoy's own value.
    var source: ValueSource?
  }

  /// Whether a CONNECT request was asked about.
  var isConnect: Bool { question.request?.isConnect ?? false }

  /// What the answer is of, as its title.
  var title: String { question.connection.map { "\($0.url)\($0.circumstances)" } ?? question.description }

  /// The name of the route that took it; nil where the edge answers without one.
  package var route: String? { arm?.name }

  /// What becomes of it, as a sentence without its end.
  package var outcome: String { found.outcome(in: deployment) }

  var ingress: Ingress? { found.ingress.map { deployment.ingresses[$0] } }

  var listener: IngressListener? { ingress.flatMap { ingress in found.listener.map { ingress.listeners[$0] } } }

  var arm: RouteArm? { found.takenArm(in: deployment) }

  // MARK: Places

  /// Where the sources are written: the statement that gives the value; nil where no statement does.
  func place(_ source: ValueSource?, in chain: inout SourceChain) -> SourceSpan? {
    guard let source else { return nil }
    let steps = chain.steps(for: [source])
    return steps.first { $0.kind == .statement && $0.span != nil }?.span
  }

  /// A value of the policy that holds for the route: the route's own, else the ingress's.
  private func setting(_ words: String, isOwn: Bool) -> ValueSource? {
    if isOwn { return arm.map { .part($0.origin, words) } }
    return ingress.map { .field(.ingress, $0.identity, words) }
  }

  // MARK: Values

  /// What holds for a request that goes to an upstream, in the order in which people ask for it.
  var settings: [Setting] {
    if found.connection != nil { return connectionSettings }
    guard case .forward = found.result, let arm, let ingress else { return [] }
    let own = arm.policy
    var result: [Setting] = []
    func add(_ words: String, _ text: String?, isOwn: Bool) {
      guard let text, let source = setting(words, isOwn: isOwn) else { return }
      result.append(Setting(words: words, text: text, source: source))
    }
    add("timeout request", found.requestTimeout?.description, isOwn: own.requestTimeout != nil)
    add("timeout idle", found.idleTimeout?.description, isOwn: own.idleTimeout != nil)
    add("timeout stream", found.streamTimeout?.description, isOwn: false)
    add("retry", found.retry.map { String($0.description.dropFirst("retry ".count)) }, isOwn: own.retry != nil)
    if arm.isTunnel { return result }
    let longest = own.maximumBody ?? ingress.policy.maximumBody
    add("max body", longest.map { ByteSize(bytes: $0).description }, isOwn: own.maximumBody != nil)
    if own.allowsWebSocket || ingress.policy.allowsWebSocket {
      add("websocket", "allowed", isOwn: own.allowsWebSocket)
    }
    return result
  }

  /// What rewrites the request's path and host; nil where they stay.
  var rewrites: (path: ValueSource?, host: ValueSource?) {
    guard let arm, let ingress else { return (nil, nil) }
    let hasPath = arm.policy.rewritePath != nil || ingress.policy.rewritePath != nil
    let hasHost = arm.policy.rewriteHost != nil || ingress.policy.rewriteHost != nil
    return (
      hasPath ? setting("rewrite path", isOwn: arm.policy.rewritePath != nil) : nil,
      hasHost ? setting("rewrite host", isOwn: arm.policy.rewriteHost != nil) : nil
    )
  }

  /// Edits of the request that an upstream gets.
  var requestEdits: [Edit] {
    guard case .forward = found.result, let arm, let ingress else { return [] }
    let inherited = ingress.policy.requestHeaders.count
    let ownEdits = max(0, found.requestHeaders.count - inherited - arm.policy.requestHeaders.count)
    return found.requestHeaders.enumerated().map { position, edit in
      if position < ownEdits { return Edit(edit: edit, source: nil) }
      let isOwn = position >= ownEdits + inherited
      return Edit(edit: edit, source: setting("request-header \(edit.name)", isOwn: isOwn))
    }
  }

  /// Edits of the response that the client gets.
  var responseEdits: [Edit] {
    guard let ingress else { return [] }
    let cors = found.corsHeaders.map { Edit(edit: $0, source: .field(.ingress, ingress.identity, "cors")) }
    guard let arm else { return cors }
    let own = found.edgeHeaderCount
    let inherited = own + ingress.policy.responseHeaders.count
    let edits = found.responseHeaders.enumerated().map { position, edit -> Edit in
      if position < own {
        let source = edit.name == "vary" ? ValueSource.field(.ingress, ingress.identity, "cors") : nil
        return Edit(edit: edit, source: source ?? listener.map { .origin($0.origin) })
      }
      if position < inherited { return Edit(edit: edit, source: setting("response-header \(edit.name)", isOwn: false)) }
      guard case .respond(let response) = arm.outcome else {
        return Edit(edit: edit, source: setting("response-header \(edit.name)", isOwn: true))
      }
      if response.headers.contains(edit) { return Edit(edit: edit, source: .part(arm.origin, "header \(edit.name)")) }
      if arm.policy.responseHeaders.contains(edit) {
        return Edit(edit: edit, source: setting("response-header \(edit.name)", isOwn: true))
      }
      return Edit(edit: edit, source: .part(arm.origin, "body"))
    }
    return edits + cors
  }

  /// The names of headers that were sent and that routes do not see, each once.
  var hiddenHeaders: [String] {
    guard found.client != nil, let request = question.request else { return [] }
    var left = found.headers
    var hidden: [String] = []
    for header in request.headers {
      if let index = left.firstIndex(of: header) {
        left.remove(at: index)
      } else if !hidden.contains(header.name) {
        hidden.append(header.name)
      }
    }
    return hidden
  }

  // MARK: Upstreams

  /// One tier of an upstream, whether or not it gets requests now.
  struct Tier {
    var number: Int
    var percent: UInt32
    var row: UpstreamTier
    var members: [Member]
  }

  /// One source of endpoints.
  struct Member {
    /// Its part of what the tier gets; nil where it depends on what runs.
    var share: Percentage?
    var row: TierMember
  }

  func tiers(of draw: Interpretation.UpstreamDraw) -> [Tier] {
    deployment.upstreams[draw.upstream].tiers.enumerated().map { position, row in
      let load = draw.tiers.first { $0.tier == position }
      let members = row.members.enumerated().map { index, member -> Member in
        guard let load else { return Member(share: row.members.count == 1 ? .whole : member.share, row: member) }
        // A member of a `nearest` tier that is not asked has no part.
        let source = load.sources.first { $0.member == index }
        return Member(share: source.map(\.share) ?? Percentage(partsPerMillion: 0), row: member)
      }
      return Tier(number: position + 1, percent: load?.percent ?? 0, row: row, members: members)
    }
  }
}
