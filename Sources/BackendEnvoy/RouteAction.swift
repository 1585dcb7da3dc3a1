import EpicBackend
import EpicBase
import EpicEnvoyAPI
import EpicIR

/// What a route does, with what it was decided from.
struct RouteAction {
  let arm: RouteArm
  let port: RoutedPort
  /// The alternative of the arm's predicate; captures are found in its path patterns.
  let conditions: [RouteCondition]

  /// Whether requests go to an upstream.
  var forwards: Bool { arm.outcome.forwards }

  /// The pattern that binds all captures of the template.
  func pattern(binding template: CaptureTemplate) -> PathPattern? {
    Self.pattern(binding: template.captures, in: conditions, blocks: arm.blocks)
  }

  /// The innermost pattern of an alternative, or of the blocks around it, that binds all the captures.
  static func pattern(
    binding names: [String], in conditions: [RouteCondition], blocks: [PathPattern]
  ) -> PathPattern? {
    for case .path(let pattern) in conditions.reversed() where names.allSatisfy(pattern.captures.contains) {
      return pattern
    }
    return blocks.reversed().first { block in names.allSatisfy(block.captures.contains) }
  }
}

extension RouteOutcome {
  /// Whether requests go to an upstream.
  var forwards: Bool {
    switch self {
    case .upstream, .split: true
    case .redirect, .respond, .close: false
    }
  }
}

extension CaptureTemplate {
  /// Names of the captures, each once, in order of appearance.
  var captures: [String] {
    var names: [String] = []
    for case .capture(let name) in parts where !names.contains(name) { names.append(name) }
    return names
  }

  /// The text, if there is no capture.
  var literal: String? {
    var text = ""
    for part in parts {
      guard case .literal(let literal) = part else { return nil }
      text += literal
    }
    return text
  }

  /// As RE2 substitutes it: `\1` for the first group. Groups are numbered by the captures' order in the pattern.
  func substitution(groups: [String]) -> String {
    var text = ""
    for part in parts {
      switch part {
      case .literal(let literal): text += RE2.substitutionText(literal)
      case .capture(let name): if let group = groups.firstIndex(of: name) { text += "\\\(group + 1)" }
      }
    }
    return text
  }
}

extension InstanceScope {
  func writeAction(_ action: RouteAction, _ retry: RetryPolicy?, to route: inout ResourceMessage<Envoy.Route>) {
    let arm = action.arm
    switch arm.outcome {
    case .upstream(let upstream):
      route.note(.outcome(arm.origin))
      route.object(.route) { writer in
        writer.member(.cluster, shapes[upstream.index].cluster)
        writeForwarding(action, retry, to: &writer)
      }
    case .split(let shares):
      route.note(.outcome(arm.origin))
      route.object(.route) { writer in
        writer.note(all: [.outcome(arm.origin), .outcomeParts(arm.origin)])
        writer.object(.weightedClusters) { split in
          split.array(.clusters) { clusters in
            forEachShare(of: shares) { name, weight in
              clusters.object { cluster in
                cluster.member(.name, name)
                cluster.member(.weight, weight)
              }
            }
          }
        }
        writeForwarding(action, retry, to: &writer)
      }
    case .redirect(let redirect): writeRedirect(redirect, action, to: &route)
    case .respond(let response):
      route.note(.outcome(arm.origin))
      route.directResponse(response, arm)
    case .close:
      // No table for requests has it; one made by hand fails closed.
      route.directResponse(DirectResponse(status: 500, body: [], contentType: "", headers: []), arm)
    }
    var responseHeaders = arm.policy.responseHeaders
    if case .respond(let response) = arm.outcome {
      if !response.contentType.isEmpty {
        responseHeaders.insert(
          HeaderEdit(name: "content-type", operation: .set, value: response.contentType), at: 0)
      }
      responseHeaders += response.headers
    }
    route.headerEdits(
      responseHeaders, add: .responseHeadersToAdd, remove: .responseHeadersToRemove,
      from: { .header(.response, $0, of: arm) })
    route.headerEdits(
      arm.policy.requestHeaders, add: .requestHeadersToAdd, remove: .requestHeadersToRemove,
      from: { .header(.request, $0, of: arm) })
    // Nobody reads the body of a request that the edge itself answers.
    // A tunnel's bytes are none, and pass as they are.
    let liftsLimit = (!action.forwards || arm.isTunnel) && action.port.ingress.policy.maximumBody != nil
    let compression = arm.policy.isUncompressed || arm.isTunnel ? action.port.ingress.compression : nil
    guard arm.policy.maximumBody != nil || liftsLimit || compression != nil else { return }
    route.map(.typedPerFilterConfig) { configs in
      if let bytes = arm.policy.maximumBody {
        configs.bodySizeLimit(bytes)
      } else if liftsLimit {
        configs.noBodySizeLimit()
      }
      if let compression { configs.noCompression(compression) }
    }
  }

  /// Exact shares: parts per million, divided by their greatest common divisor. A share of nothing is left out.
  func forEachShare(of shares: [SplitShare], _ body: (_ cluster: String, _ weight: UInt32) -> Void) {
    let divisor = shares.reduce(UInt32(0)) { greatestCommonDivisor($0, $1.share.partsPerMillion) }
    for share in shares where share.share.partsPerMillion > 0 {
      body(shapes[share.upstream.index].cluster, share.share.partsPerMillion / max(divisor, 1))
    }
  }

  private func writeForwarding(
    _ action: RouteAction, _ retry: RetryPolicy?, to route: inout ResourceMessage<Envoy.RouteAction>
  ) {
    let own = action.arm.policy
    let inherited = action.port.ingress.policy
    if action.arm.isTunnel { return writeTunnel(action, to: &route) }
    if let timeout = own.requestTimeout ?? inherited.requestTimeout {
      route.note(.policy("timeout request", isOwn: own.requestTimeout != nil, action))
      route.member(.timeout, timeout)
    }
    if let timeout = own.idleTimeout ?? inherited.idleTimeout {
      route.note(.policy("timeout idle", isOwn: own.idleTimeout != nil, action))
      route.member(.idleTimeout, timeout)
    }
    if let host = own.rewriteHost ?? inherited.rewriteHost {
      route.note(.policy("rewrite host", isOwn: own.rewriteHost != nil, action))
      route.member(.hostRewriteLiteral, host)
    }
    if let template = own.rewritePath ?? inherited.rewritePath {
      route.note(
        all: [.policy("rewrite path", isOwn: own.rewritePath != nil, action), .origin(action.arm.origin)])
      let pattern = template.captures.isEmpty ? nil : action.pattern(binding: template)
      route.regexRewrite(.regexRewrite, template, pattern)
    }
    if let retry {
      route.retryPolicy(retry, from: .policy("retry", isOwn: own.retry != nil, action))
    }
    writeMirrors(own.mirrors, to: &route)
    writeHashPolicy(action.arm, to: &route)
    writeRateLimitActions(action, to: &route)
  }

  /// The bytes behind a CONNECT request, as those of a TCP connection. The limit of requests would end it once its client has
  /// said all that it says: that is when it begins.
  private func writeTunnel(_ action: RouteAction, to route: inout ResourceMessage<Envoy.RouteAction>) {
    let own = action.arm.policy
    route.note(.part(action.arm.origin, "connect to"))
    route.member(.timeout, TimeSpan(milliseconds: 0))
    if let timeout = own.idleTimeout ?? action.port.ingress.policy.idleTimeout {
      route.note(.policy("timeout idle", isOwn: own.idleTimeout != nil, action))
      route.member(.idleTimeout, timeout)
    }
    route.note(.part(action.arm.origin, "connect to"))
    route.array(.upgradeConfigs) { list in
      list.object { upgrade in
        upgrade.member(.upgradeType, "CONNECT" as StaticString)
        upgrade.object(.connectConfig)
      }
    }
    writeHashPolicy(action.arm, to: &route)
    writeRateLimitActions(action, to: &route)
  }

  /// Copies go out as the request does, under its own host.
  private func writeMirrors(_ mirrors: [Mirror], to route: inout ResourceMessage<Envoy.RouteAction>) {
    if mirrors.isEmpty { return }
    route.array(.requestMirrorPolicies) { list in
      for mirror in mirrors {
        list.object { policy in
          policy.member(.cluster, shapes[mirror.upstream.index].cluster)
          policy.object(.runtimeFraction) { fraction in
            fraction.object(.defaultValue) { value in
              value.member(.numerator, mirror.share.partsPerMillion)
              value.member(.denominator, .million)
            }
          }
          policy.member(.disableShadowHostSuffixAppend, true)
        }
      }
    }
  }

  /// What the endpoint of a request is chosen by, in upstreams that choose by it. Upstreams of one arm have one key.
  private func writeHashPolicy(_ arm: RouteArm, to route: inout ResourceMessage<Envoy.RouteAction>) {
    for id in arm.outcome.upstreams {
      let upstream = deployment.upstreams[id]
      guard let key = upstream.loadBalancing.hashKey else { continue }
      let source = ValueSource.field(.upstream, upstream.identity, "balance")
      route.note(source)
      route.array(.hashPolicy) { list in
        list.object { $0.hashPolicy(key, from: source) }
      }
      return
    }
  }

  private func writeRedirect(
    _ redirect: Redirect, _ action: RouteAction, to route: inout ResourceMessage<Envoy.Route>
  ) {
    route.note(.outcome(action.arm.origin))
    route.object(.redirect) { writer in
      if let isTLS = redirect.isTLS {
        writer.member(.schemeRedirect, isTLS ? "https" as StaticString : "http")
      }
      if let host = redirect.host { writer.member(.hostRedirect, host) }
      if let port = redirect.port {
        writer.member(.portRedirect, UInt32(port))
      } else if redirect.host == nil, let port = action.port.explicitPort {
        // The request's port was stripped from its host.
        writer.note(listenerSource(action.port))
        writer.member(.portRedirect, UInt32(port))
      }
      if let literal = redirect.target.literal {
        if !literal.isEmpty { writer.member(.pathRedirect, literal) }
      } else {
        writer.note(all: [.outcome(action.arm.origin), .origin(action.arm.origin)])
        writer.regexRewrite(.regexRewrite, redirect.target, action.pattern(binding: redirect.target))
      }
      writer.member(.responseCode, Self.responseCode(redirect.status))
    }
  }

  /// Envoy's name of a redirect's status (envoy.config.route.v3.RedirectAction.RedirectResponseCode).
  static func responseCode(_ status: UInt16) -> EnumValue<Envoy.RedirectCode> {
    switch status {
    case 302: .found
    case 303: .seeOther
    case 307: .temporaryRedirect
    case 308: .permanentRedirect
    default: .movedPermanently
    }
  }
}

/// Greatest common divisor; of nothing and n it is n.
func greatestCommonDivisor(_ first: UInt32, _ second: UInt32) -> UInt32 {
  var (first, second) = (first, second)
  while second != 0 { (first, second) = (second, first % second) }
  return first
}

extension MessageWriter where Notes == ResourceNotes {
  /// Rewrites the path without its query, which stays. A nil pattern stands for any path.
  mutating func regexRewrite(
    _ field: Field<Message, Envoy.RegexSubstitution>, _ template: CaptureTemplate, _ pattern: PathPattern?
  ) {
    let used = template.captures
    object(field) { rewrite in
      rewrite.object(.pattern) { $0.member(.regex, "^\(pattern?.regex(capturing: used) ?? "/.*")$") }
      let groups = pattern.map { $0.captures.filter(used.contains) } ?? []
      rewrite.member(.substitution, template.substitution(groups: groups))
    }
  }

  /// The lists of edits; nothing where there is no edit. Values are not formats: a percent sign stands for itself.
  mutating func headerEdits(
    _ edits: [HeaderEdit], add: Field<Message, [Envoy.HeaderValueOption]>, remove: Field<Message, [String]>,
    from source: (HeaderEdit) -> ValueSource
  ) {
    if edits.isEmpty { return }
    if edits.contains(where: { $0.operation != .remove }) {
      array(add) { list in
        for edit in edits where edit.operation != .remove {
          list.note(source(edit))
          list.object { option in
            option.object(.header) { header in
              header.member(.key, edit.name)
              header.member(.value, edit.formatText)
            }
            option.member(
              .appendAction, edit.operation == .set ? .overwriteIfExistsOrAdd : .appendIfExistsOrAdd)
            if edit.value.isEmpty { option.member(.keepEmptyValue, true) }
          }
        }
      }
    }
    if edits.contains(where: { $0.operation == .remove }) {
      array(remove) { list in
        for edit in edits where edit.operation == .remove {
          list.note(source(edit))
          list.value(edit.name)
        }
      }
    }
  }
}

extension ResourceMessage<Envoy.Route> {
  mutating func directResponse(_ response: DirectResponse, _ arm: RouteArm) {
    object(.directResponse) { writer in
      writer.member(.status, UInt32(response.status))
      if response.body.isEmpty { return }
      writer.note(.part(arm.origin, "body"))
      writer.object(.body) { body in
        // Text stays readable; other bytes are encoded as protobuf's JSON wants it.
        if let text = String(validating: response.body, as: UTF8.self) {
          body.member(.inlineString, text)
        } else {
          body.member(.inlineBytes, response.body)
        }
      }
    }
  }
}

/// Whose headers are edited.
enum HeaderDirection {
  case request
  case response
}

extension HeaderEdit {
  /// The value as Envoy's formatter reads it.
  var formatText: String {
    guard value.utf8.contains(UInt8(ascii: "%")) else { return value }
    return value.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "%%")
  }
}

extension ResourceMessage<Envoy.HashPolicy> {
  fileprivate mutating func hashPolicy(_ key: HashKey, from source: ValueSource) {
    switch key {
    case .client: object(.connectionProperties) { $0.member(.sourceIp, true) }
    case .field(.header(let name)): object(.header) { $0.member(.headerName, name) }
    case .field(.query(let name)): object(.queryParameter) { $0.member(.name, name) }
    case .field(.cookie(let name)): object(.cookie) { $0.member(.name, name) }
    case .givenCookie(let name, let lifetime):
      object(.cookie) { cookie in
        cookie.member(.name, name)
        cookie.note(.value(source, "lifetime"))
        cookie.member(.ttl, lifetime)
        cookie.member(.path, "/" as StaticString)
        // `HttpOnly` is written by Envoy unasked.
        cookie.array(.attributes) { attributes in
          attributes.object { attribute in
            attribute.member(.name, "SameSite" as StaticString)
            attribute.member(.value, "Lax" as StaticString)
          }
        }
      }
    case .field(.jwtClaim), .field(.jsonBody): break  // no statement says them
    }
  }
}
