import EpicBase
import EpicIR

/// What an arm does with the request that it took.
extension RouteInterpreter {
  func resolve(
    _ arm: RouteArm, _ request: RouteRequest, _ ingress: Ingress, _ facts: RequestFacts, _ health: [HealthStatement],
    _ found: inout Interpretation
  ) {
    let patterns = arm.blocks + facts.pathPatterns(of: arm.predicate)
    found.captures = patterns.flatMap { $0.captured(facts.path) }
    // Of a tunnel the upstream sees the bytes alone.
    if !arm.isTunnel { writeRequestHeaders(arm, request, ingress, facts, &found) }
    if let service = found.listener.flatMap({ ingress.listeners[$0].alternativeService }) {
      found.responseHeaders.append(HeaderEdit(name: "alt-svc", operation: .set, value: service))
    }
    if ingress.cors != nil {
      found.responseHeaders.append(HeaderEdit(name: "vary", operation: .append, value: "origin"))
    }
    found.edgeHeaderCount = found.responseHeaders.count
    found.responseHeaders += ingress.policy.responseHeaders + arm.policy.responseHeaders
    switch arm.outcome {
    case .upstream, .split:
      if !arm.isTunnel, isTooLong(request, for: arm, at: ingress) {
        found.result = .refused(413, "its body is longer than route `\(arm.name)` takes")
        return
      }
    case .redirect, .respond, .close: break
    }
    resolve(arm.outcome, of: arm, request, ingress, patterns, health, &found)
  }

  private func writeRequestHeaders(
    _ arm: RouteArm, _ request: RouteRequest, _ ingress: Ingress, _ facts: RequestFacts,
    _ found: inout Interpretation
  ) {
    found.requestHeaders = [
      HeaderEdit(name: "x-forwarded-for", operation: .set, value: facts.client.description),
      HeaderEdit(name: "x-forwarded-proto", operation: .set, value: request.isTLS ? "https" : "http"),
    ]
    if let table = found.table, deployment.leadsToCDN(deployment.routeTables[table]) {
      found.requestHeaders.append(counted(facts.headers, ingress))
    }
    if let header = ingress.basicAuthentication?.userHeader, let user = Self.user(in: request) {
      found.requestHeaders.append(HeaderEdit(name: header, operation: .set, value: user))
    }
    found.requestHeaders += ingress.policy.requestHeaders + arm.policy.requestHeaders
  }

  private func resolve(
    _ outcome: RouteOutcome, of arm: RouteArm, _ request: RouteRequest, _ ingress: Ingress, _ patterns: [PathPattern],
    _ health: [HealthStatement], _ found: inout Interpretation
  ) {
    switch outcome {
    case .upstream(let upstream):
      forward([SplitShare(share: .whole, upstream: upstream)], arm, request, ingress, patterns, health, &found)
    case .split(let shares): forward(shares, arm, request, ingress, patterns, health, &found)
    case .redirect(let redirect):
      found.result = .redirect(redirect.status, location: location(of: redirect, request, patterns, found))
    case .respond(let response):
      if !response.contentType.isEmpty {
        let type = HeaderEdit(name: "content-type", operation: .set, value: response.contentType)
        found.responseHeaders.insert(type, at: found.responseHeaders.count - arm.policy.responseHeaders.count)
      }
      found.responseHeaders += response.headers
      found.result = .respond(response)
    // No table for requests has it; one made by hand fails closed, as on the edge.
    case .close: found.result = .respond(DirectResponse(status: 500, body: [], contentType: "", headers: []))
    }
  }

  private func forward(
    _ shares: [SplitShare], _ arm: RouteArm, _ request: RouteRequest, _ ingress: Ingress, _ patterns: [PathPattern],
    _ health: [HealthStatement], _ found: inout Interpretation
  ) {
    let own = arm.policy
    let inherited = ingress.policy
    found.idleTimeout = own.idleTimeout ?? inherited.idleTimeout
    found.streamTimeout = ingress.streamTimeout
    if !arm.isTunnel {
      found.requestTimeout = own.requestTimeout ?? inherited.requestTimeout
      found.retry = (own.retry ?? inherited.retry)?.covering(method: request.method)
      found.upstreamHost = own.rewriteHost ?? inherited.rewriteHost ?? found.sentHost
      found.upstreamPath = found.pathAndQuery
    }
    if !arm.isTunnel, let template = own.rewritePath ?? inherited.rewritePath {
      found.upstreamPath = found.keepingQuery(filled(template, patterns, found.path.segments))
    }
    found.result = .forward(
      shares.filter { $0.share.partsPerMillion > 0 }.map { share in
        Interpretation.UpstreamDraw(
          upstream: share.upstream, share: share.share,
          tiers: tierLoads(of: share.upstream, health: health, site: found.site))
      })
  }

  /// The `Location` of a redirect: what the target leaves out is the request's.
  private func location(
    of redirect: Redirect, _ request: RouteRequest, _ patterns: [PathPattern], _ found: Interpretation
  ) -> String {
    let isTLS = redirect.isTLS ?? request.isTLS
    var authority = redirect.host ?? found.sentHost
    if let port = redirect.port {
      authority += ":\(port)"
    } else if redirect.host == nil, request.port != (request.isTLS ? 443 : 80) {
      authority += ":\(request.port)"
    }
    let target = filled(redirect.target, patterns, found.path.segments)
    let path = target.isEmpty ? found.pathAndQuery : found.keepingQuery(target)
    return "\(isTLS ? "https" : "http")://\(authority)\(path)"
  }

  /// The template with the captures of the innermost pattern that binds them all.
  private func filled(_ template: CaptureTemplate, _ patterns: [PathPattern], _ path: [String]) -> String {
    var names: [String] = []
    for case .capture(let name) in template.parts { names.append(name) }
    let pattern = patterns.last { pattern in names.allSatisfy(pattern.captures.contains) }
    let captures = pattern?.captured(path) ?? []
    return template.parts.reduce(into: "") { text, part in
      switch part {
      case .literal(let literal): text += literal
      case .capture(let name): text += captures.first { $0.name == name }?.value ?? ""
      }
    }
  }
}

extension RequestFacts {
  /// The path patterns through which the predicate holds, outermost first.
  func pathPatterns(of predicate: Predicate) -> [PathPattern] {
    switch predicate {
    case .path(let patterns): patterns.first { $0.matches(path) }.map { [$0] } ?? []
    case .all(let parts): parts.flatMap { pathPatterns(of: $0) }
    case .any(let parts): parts.first { satisfies($0) }.map { pathPatterns(of: $0) } ?? []
    default: []
    }
  }
}

extension PathPattern {
  /// The values of the captures, of a path that the pattern matches; percent-encoding stays.
  func captured(_ path: [String]) -> [Interpretation.Capture] {
    var captures: [Interpretation.Capture] = []
    for (segment, text) in zip(segments, path) {
      switch segment {
      case .literal: break
      case .capture(let name): captures.append(Interpretation.Capture(name: name, value: text))
      case .partial(let prefix, let name, let suffix):
        let part = text.utf8.dropFirst(prefix.utf8.count).dropLast(suffix.utf8.count)
        captures.append(Interpretation.Capture(name: name, value: String(Substring(part))))
      }
    }
    if case .rest(let name) = tail {
      let rest = path.dropFirst(segments.count).joined(separator: "/")
      captures.append(Interpretation.Capture(name: name, value: rest))
    }
    return captures
  }
}

extension String {
  /// The segments of a normalised path.
  fileprivate var segments: [String] {
    dropFirst().split(separator: "/", omittingEmptySubsequences: false).map(String.init)
  }
}

extension Interpretation {
  /// A path that takes the place of the request's: it keeps the query unless it has one of its own.
  fileprivate func keepingQuery(_ path: String) -> String {
    path.utf8.contains(UInt8(ascii: "?")) ? path : path + (query.map { "?\($0)" } ?? "")
  }
}
