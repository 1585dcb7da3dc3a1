import EpicArtifact
import EpicBackend
import EpicBase
package import EpicDiagnostics
import EpicIR
import EpicProve

/// The answer for people.
extension TraceAnswer {
  package func text(_ renderer: TerminalRenderer) -> String {
    var chain = chain
    var sections: [OutlineSection] = []
    if let ingress { sections.append(connection(ingress, &chain)) }
    if !found.path.isEmpty || isConnect && found.client != nil, let ingress {
      sections.append(asked(ingress, &chain))
      sections.append(filters(ingress, &chain))
    }
    if let table = found.table { sections.append(routes(deployment.routeTables[table])) }
    sections.append(answer(&chain))
    sections.append(headers("request to the upstream", requestEdits, &chain))
    sections.append(headers("response", responseEdits, &chain))
    if case .forward(let draws) = found.result {
      for draw in draws { sections.append(upstream(draw, &chain)) }
    }
    return renderer.renderOutline(title: title, value: outcome, sections, in: sources)
  }

  // MARK: Connection

  private func connection(_ ingress: Ingress, _ chain: inout SourceChain) -> OutlineSection {
    var lines: [OutlineSection.Line] = []
    let host = found.hostPattern.map { ", which answers for `\($0)`" } ?? ""
    lines.append(.init("ingress", "\(ingress.identity)\(host)\(way)", ingress.origin.span))
    for address in ingress.addresses { lines.append(.init("address", "\(address.address)", address.origin.span)) }
    if let listener { lines.append(.init("listener", listener.sentence, listener.origin.span)) }
    lines += connectionLines(ingress, &chain)
    if let id = found.certificate {
      let certificate = deployment.certificates[id]
      let names = certificate.names.map(\.description).joined(separator: ", ")
      lines.append(.init("certificate", "\(certificate.identity), for \(names)", certificate.origin.span))
    }
    if let demand = ingress.clientCertificates, found.certificate != nil {
      let names = demand.names.map(\.description).joined(separator: ", ")
      lines.append(
        .init("client", "shows a certificate for \(names): that is taken for granted", demand.origin.span))
    }
    if let id = found.site {
      let site = deployment.sites[id]
      let choice = question.site == nil && ingress.sites.count > 1 ? ", the ingress's first" : ""
      lines.append(.init("site", "\(site.identity)\(choice)", site.origin.span))
    }
    let engine = deployment.engines[ingress.engine]
    lines.append(.init("engine", "\(engine.identity), Envoy \(engine.envoy)", engine.origin.span))
    return OutlineSection("connection", nil, lines)
  }

  /// What a connection without HTTP begins with.
  private func connectionLines(_ ingress: Ingress, _ chain: inout SourceChain) -> [OutlineSection.Line] {
    guard let connection = found.connection, let asked = question.connection, found.listener != nil else { return [] }
    var lines: [OutlineSection.Line] = []
    if let balancer {
      let place = place(.field(.ingress, ingress.identity, "proxy-protocol from"), in: &chain)
      lines.append(.init("proxy-protocol", balancer, place))
    }
    lines.append(.init("client", "\(asked.client)"))
    if let handshake { lines.append(.init("TLS", handshake)) }
    if connection.routeProtocol == .tls {
      lines.append(.init("server name", connection.serverName ?? "none: whatever is compared with it is false"))
    }
    return lines
  }

  // MARK: Request

  private func asked(_ ingress: Ingress, _ chain: inout SourceChain) -> OutlineSection {
    var lines: [OutlineSection.Line] = []
    guard let request = question.request else { return OutlineSection("request", nil, []) }
    let sent = request.target.prefix { $0 != "?" && $0 != "#" }
    if request.isConnect {
      lines.append(.init("tunnel", "to port \(request.tunnelPort ?? request.port) of `\(found.host)`"))
    } else {
      lines.append(.init("path", "\(found.path)\(sent == found.path ? "" : ", sent as \(sent)")"))
    }
    if let query = found.query { lines.append(.init("query", query)) }
    if let client = found.client {
      if ingress.trustedProxies.isEmpty {
        lines.append(.init("client", "\(client)"))
      } else {
        let place = place(.field(.ingress, ingress.identity, "trust proxies"), in: &chain)
        let speaker = client == request.client ? ", the peer itself" : ", for whom the proxy \(request.client) speaks"
        lines.append(.init("client", "\(client)\(speaker)", place))
      }
    }
    if !hiddenHeaders.isEmpty {
      let names = hiddenHeaders.map { "`\($0)`" }.joined(separator: ", ")
      lines.append(.init("taken out", "\(names): no route sees \(hiddenHeaders.count == 1 ? "it" : "them")"))
    }
    return OutlineSection("request", nil, lines)
  }

  /// What stands in front of the routes and behind them, in the order in which requests pass it.
  private func filters(_ ingress: Ingress, _ chain: inout SourceChain) -> OutlineSection {
    var lines: [OutlineSection.Line] = []
    if let cors = ingress.cors {
      let what = found.isPreflight ? "answers the preflight" : "it is no preflight"
      lines.append(.init("cors", what, cors.origin.span))
    }
    if let protection = ingress.forgeryProtection, !found.isPreflight {
      let isRefused = found.authentication == .none && found.status == 403 && found.arm == nil
      lines.append(.init("csrf", isRefused ? "refused, 403" : "passes", protection.origin.span))
    }
    let own = limits.filter { !$0.isOfArm }
    lines += own.filter { $0.limit.key != .subject }.map(line)
    if let (name, what, span) = authentication(ingress) { lines.append(.init(name, what, span)) }
    for answer in found.credentials where answer.statement != "auth external" {
      lines.append(.init(answer.statement, answer.text, answer.origin.span))
    }
    lines += own.filter { $0.limit.key == .subject }.map(line)
    for answer in found.credentials where answer.statement == "auth external" {
      lines.append(.init(answer.statement, answer.text, answer.origin.span))
    }
    lines += limits.filter(\.isOfArm).map(line)
    if let compression = ingress.compression, let arm, !found.isPreflight {
      let encodings = compression.encodings.map(\.description).joined(separator: ", ")
      let what = arm.policy.isUncompressed || arm.isTunnel ? "off" : "\(encodings), as the client takes it"
      lines.append(.init("compress", what, compression.origin.span))
    }
    return OutlineSection("filters, in their order", nil, lines)
  }

  private func authentication(_ ingress: Ingress) -> (String, String, SourceSpan?)? {
    guard let first = ingress.jwtProviders.first, found.client != nil, !found.isPreflight else { return nil }
    switch found.authentication {
    case .none: return nil
    case .anonymous:
      let provider = ingress.jwtProviders.first(where: \.allowsMissing) ?? first
      return ("auth jwt", "no token, and `\(provider.name)` allows that", provider.origin.span)
    case .verified(let name):
      let provider = ingress.jwtProviders.first { $0.name == name } ?? first
      return ("auth jwt", "`\(name)` vouches for the token", provider.origin.span)
    case .refused(let reason): return ("auth jwt", "refused, 401: \(reason)", first.origin.span)
    }
  }

  private func line(_ answer: RouteInterpreter.LimitAnswer) -> OutlineSection.Line {
    let limit = answer.limit
    let said = "\(limit.rate) burst \(limit.burst) by \(deployment.text(of: limit.key))"
    let counted = answer.bucket.map { "counted\($0.phrase)" } ?? "not counted, because it has none"
    return .init("rate-limit", "\(said): \(counted)", limit.origin.span)
  }

  // MARK: Routes

  private func routes(_ table: RouteTable) -> OutlineSection {
    var lines = found.arms.map { answer in
      let arm = table.arms[answer.arm]
      return OutlineSection.Line(arm.name, answer.why, arm.origin.span, mark: answer.isTaken ? .yes : .no)
    }
    if let last = found.arms.last?.arm, last + 1 < table.arms.count {
      let rest = table.arms.count - last - 1
      lines.append(.init("…", rest == 1 ? "one more is not asked" : "\(rest) more are not asked"))
    }
    return OutlineSection("routes \(table.identity)", table.origin.span, lines)
  }

  // MARK: Outcome

  private func answer(_ chain: inout SourceChain) -> OutlineSection {
    var lines: [OutlineSection.Line] = []
    for capture in found.captures { lines.append(.init("capture", "\(capture.name) is \"\(capture.value)\"")) }
    let outcome = arm.map { ValueSource.outcome($0.origin) }
    switch found.result {
    case .noConnection, .refused, .servesRequests: return OutlineSection("outcome", nil, [])
    case .closed: lines.append(.init("close", closing, place(outcome, in: &chain)))
    case .forward(let draws) where found.connection != nil:
      lines.append(.init("to", shares(draws), place(outcome ?? listener.map { .origin($0.origin) }, in: &chain)))
      if let drawn = found.connection?.drawn {
        lines.append(.init("draw", "by the client's address: `\(deployment.upstreams[drawn].identity)`"))
      }
      if found.isClosed { lines.append(.init("close", closing)) }
      for setting in settings {
        lines.append(.init(setting.words, setting.text, place(setting.source, in: &chain)))
      }
    case .redirect(let status, let location):
      let own = found.credentials.last?.origin.span ?? listener?.origin.span
      let span = arm == nil ? own : place(outcome, in: &chain)
      lines.append(.init("redirect", "\(status) to \(location)", span))
    case .respond(let response):
      let body = response.body.isEmpty ? "without a body" : "\(response.body.count) bytes of \(response.contentType)"
      let span = arm == nil ? ingress?.cors?.origin.span : place(outcome, in: &chain)
      lines.append(.init("respond", "\(response.status), \(body)", span))
    case .forward(let draws):
      lines.append(.init("to", shares(draws), place(outcome, in: &chain)))
      let rewrites = rewrites
      if !isConnect {
        lines.append(.init("host", found.upstreamHost, place(rewrites.host, in: &chain)))
        lines.append(.init("path", found.upstreamPath, place(rewrites.path, in: &chain)))
      }
      for setting in settings {
        lines.append(.init(setting.words, setting.text, place(setting.source, in: &chain)))
      }
      for mirror in arm?.policy.mirrors ?? [] {
        let source = arm.map { ValueSource.part($0.origin, "mirror \(mirror.share)") }
        let name = deployment.upstreams[mirror.upstream].identity
        lines.append(.init("mirror", "\(mirror.share) to \(name)", place(source, in: &chain)))
      }
    }
    return OutlineSection("outcome", nil, lines)
  }

  /// `cart`, or `90% cart, 10% next`.
  private func shares(_ draws: [Interpretation.UpstreamDraw]) -> String {
    draws.map { draw in
      let name = "\(deployment.upstreams[draw.upstream].identity)"
      return draws.count == 1 ? name : "\(draw.share) \(name)"
    }.joined(separator: ", ")
  }

  private func headers(_ title: String, _ edits: [Edit], _ chain: inout SourceChain) -> OutlineSection {
    var lines: [OutlineSection.Line] = []
    for edit in edits {
      let value = edit.edit.operation == .remove ? "" : "\"\(edit.edit.value)\""
      let text = edit.source == nil ? "\(value), by the edge" : value
      let label = "\(edit.edit.operation.word) \(edit.edit.name)"
      lines.append(OutlineSection.Line(label, text, place(edit.source, in: &chain)))
    }
    return OutlineSection("headers of the \(title)", nil, lines)
  }

  // MARK: Upstreams

  private func upstream(_ draw: Interpretation.UpstreamDraw, _ chain: inout SourceChain) -> OutlineSection {
    let upstream = deployment.upstreams[draw.upstream]
    var lines: [OutlineSection.Line] = []
    for tier in tiers(of: draw) {
      let weighting = tier.row.weighting == .nearest ? ", the nearest first" : ""
      lines.append(.init("tier \(tier.number)", "\(tier.percent)%\(weighting)", tier.row.origin.span))
      for member in tier.members {
        let share = member.share.map(\.description) ?? "as its ready pods"
        lines.append(.init("  \(share)", sentence(member.row, of: upstream), member.row.origin.span))
      }
    }
    if draw.tiers.isEmpty {
      let isRequest = found.connection == nil
      lines.append(
        isRequest ? .init("answer", "503: nothing of it is healthy") : .init("close", "nothing of it is healthy"))
    }
    for setting in settings(of: upstream) {
      lines.append(.init(setting.words, setting.text, place(setting.source, in: &chain)))
    }
    return OutlineSection("upstream \(upstream.identity)", upstream.origin.span, lines)
  }

  /// What a member is: its endpoints, or the slot that they are put into.
  private func sentence(_ member: TierMember, of upstream: Upstream) -> String {
    switch member.source {
    case .kubernetes(let service):
      let cluster = deployment.clusters[service.cluster].identity
      return "pods of `\(service.namespace)/\(service.service):\(service.port)` in kubernetes `\(cluster)`"
    case .cdn(let id, let prefix):
      let cdn = deployment.cdns[id]
      return "cdn `\(cdn.identity)`, asked at \(cdn.host):\(cdn.port) for \(prefix ?? "")\(found.upstreamPath)"
    case .endpoints(let endpoints):
      return endpoints.map(\.description).joined(separator: ", ")
    case .feed(let feed):
      return "what is fed as `\(feed.name)`, at most \(feed.maximum)"
    }
  }
}

extension IngressListener {
  /// `https on port 443, TLS 1.2 or newer`.
  fileprivate var sentence: String {
    switch service {
    case .https(let version, _): "https on port \(port), TLS \(version)\(version == .newest ? "" : " or newer")"
    case .http: "http on port \(port)"
    case .redirectToHTTPS(let target): "http on port \(port), redirected to https on port \(target)"
    case .passthrough: "tls on port \(port), passed through"
    case .tcp: "tcp on port \(port)"
    case .udp: "udp on port \(port)"
    }
  }
}

extension HeaderEdit.Operation {
  var word: String {
    switch self {
    case .set: "set"
    case .append: "append"
    case .remove: "remove"
    }
  }
}

extension RouteInterpreter.Bucket {
  fileprivate var phrase: String {
    switch self {
    case .everyone: ""
    case .client(let prefix):
      prefix.length == prefix.family.bitWidth ? " for \(prefix.address)" : " for \(prefix)"
    case .subject(let text), .field(_, let text): " for \"\(text)\""
    }
  }
}

extension Deployment {
  /// A limit's key as the language writes it behind `by`.
  func text(of key: RateLimit.Key) -> String {
    switch key {
    case .everyone: "ingress"
    case .client: "client"
    case .subject: "jwt.sub"
    case .field(let field): text(of: field)
    }
  }
}
