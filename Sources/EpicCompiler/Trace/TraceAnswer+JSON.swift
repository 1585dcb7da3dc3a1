import EpicArtifact
import EpicBackend
import EpicBase
import EpicDiagnostics
import EpicIR
import EpicProve

/// The answer for programs: one object, described in docs/trace.md. What does not apply has no member.
extension TraceAnswer {
  static let format = "epic.trace/1"

  package func json() -> [UInt8] {
    var chain = chain
    var writer = JSONWriter()
    writer.object { json in
      json.member("format", TraceAnswer.format as String)
      switch question {
      case .request(let request): json.object("request") { write(request, to: &$0) }
      case .connection(let connection): json.object("connection") { write(connection, to: &$0, &chain) }
      }
      json.object("outcome") { writeOutcome(to: &$0, &chain) }
      if let ingress { json.object("ingress") { write(ingress, to: &$0) } }
      if let listener { json.object("listener") { write(listener, to: &$0) } }
      if let id = found.certificate {
        let certificate = deployment.certificates[id]
        json.object("certificate") { json in
          json.member("name", certificate.identity.description)
          json.array("names") { names in for name in certificate.names { names.value(name.description) } }
          write(certificate.origin.span, to: &json)
        }
      }
      if let id = found.site {
        json.object("site") { json in
          json.member("name", deployment.sites[id].identity.description)
          write(deployment.sites[id].origin.span, to: &json)
        }
      }
      if !found.path.isEmpty { writeSeen(to: &json, &chain) }
      if let table = found.table { writeRoutes(deployment.routeTables[table], to: &json) }
      if case .forward(let draws) = found.result { writeForward(draws, to: &json, &chain) }
      if question.request != nil { writeHeaders(to: &json, &chain) }
    }
    return writer.finish()
  }

  /// `place`: file, line and column from 1.
  private func write(_ span: SourceSpan?, to json: inout JSONWriter) {
    guard let span, let location = SourceLocation(span, in: sources) else { return }
    json.object("place") { json in
      json.member("file", location.path)
      json.member("line", location.start.line)
      json.member("column", location.start.column)
    }
  }

  // MARK: Request and outcome

  private func write(_ request: RouteRequest, to json: inout JSONWriter) {
    json.member("text", request.description)
    json.member("method", request.method)
    json.member("url", request.url)
    if request.isConnect { json.member("port", request.tunnelPort ?? request.port) }
    json.member("from", request.client)
    if let country = request.country { json.member("country", country) }
    if let number = request.autonomousSystem { json.member("asn", number.description) }
    if request.isTLS { json.member("tls", (request.tls ?? .newest).description) }
    json.array("headers") { headers in
      for header in request.headers {
        headers.object { json in
          json.member("name", header.name)
          json.member("value", header.value)
        }
      }
    }
    if let body = request.body { json.member("body", body.utf8.count) }
  }

  private func write(_ connection: RouteConnection, to json: inout JSONWriter, _ chain: inout SourceChain) {
    json.member("text", connection.description)
    json.member("url", connection.url)
    json.member("protocol", connection.routeProtocol.word)
    json.member("from", connection.client)
    if let balancer = connection.balancer { json.member("via", balancer) }
    if let name = connection.sentName { json.member("sni", name) }
    if let ingress, !ingress.proxyHeaderSenders.isEmpty {
      json.object("proxyProtocol") { json in
        json.array("from") { list in for prefix in ingress.proxyHeaderSenders { list.value(prefix.description) } }
        write(place(.field(.ingress, ingress.identity, "proxy-protocol from"), in: &chain), to: &json)
      }
    }
  }

  private func writeOutcome(to json: inout JSONWriter, _ chain: inout SourceChain) {
    switch found.result {
    case .noConnection(let reason):
      json.member("kind", "unreachable")
      json.member("reason", reason)
    case .refused(let status, let reason):
      json.member("kind", "refused")
      json.member("status", status)
      json.member("reason", reason)
    case .redirect(let status, let location):
      json.member("kind", "redirect")
      json.member("status", status)
      json.member("location", location)
    case .respond(let response):
      json.member("kind", found.isPreflight ? "preflight" : "respond")
      json.member("status", response.status)
      if !response.contentType.isEmpty { json.member("type", response.contentType) }
      json.member("body", response.body.count)
    case .closed(let reason):
      json.member("kind", "close")
      if let reason { json.member("reason", reason) }
    case .servesRequests(let reason):
      json.member("kind", "requests")
      json.member("reason", reason)
    case .forward where found.isClosed:
      json.member("kind", "close")
      json.member("reason", "no endpoint is healthy")
    case .forward:
      json.member("kind", "forward")
      if let status = found.status { json.member("status", status) }
    }
    if let route { json.member("route", route) }
    json.member("text", outcome)
    if let arm { write(place(.outcome(arm.origin), in: &chain), to: &json) }
  }

  // MARK: Connection

  private func write(_ ingress: Ingress, to json: inout JSONWriter) {
    json.member("name", ingress.identity.description)
    if let pattern = found.hostPattern { json.member("host", pattern.description) }
    json.array("addresses") { list in for address in ingress.addresses { list.value(address.address) } }
    let engine = deployment.engines[ingress.engine]
    json.object("engine") { json in
      json.member("name", engine.identity.description)
      json.member("envoy", engine.envoy.description)
    }
    write(ingress.origin.span, to: &json)
  }

  private func write(_ listener: IngressListener, to json: inout JSONWriter) {
    json.member("port", listener.port)
    switch listener.service {
    case .https(let version, _):
      json.member("protocol", "https")
      json.member("tls", version.description)
    case .http: json.member("protocol", "http")
    case .redirectToHTTPS(let port):
      json.member("protocol", "http")
      json.member("redirect", port)
    case .passthrough, .tcp, .udp: json.member("protocol", listener.routeProtocol.word)
    }
    write(listener.origin.span, to: &json)
  }

  // MARK: What the edge sees

  private func writeSeen(to json: inout JSONWriter, _ chain: inout SourceChain) {
    json.member("path", found.path)
    if let query = found.query { json.member("query", query) }
    if let client = found.client { json.member("client", client) }
    json.array("hidden") { list in for name in hiddenHeaders { list.value(name) } }
    json.object("authentication") { json in
      switch found.authentication {
      case .none: json.member("kind", "none")
      case .anonymous: json.member("kind", "anonymous")
      case .verified(let provider):
        json.member("kind", "verified")
        json.member("provider", provider)
      case .refused(let reason):
        json.member("kind", "refused")
        json.member("reason", reason)
      }
    }
    json.array("limits") { list in
      for answer in limits {
        list.object { json in
          json.member("rate", answer.limit.rate.description)
          json.member("burst", answer.limit.burst)
          json.member("by", deployment.text(of: answer.limit.key))
          json.member("of", answer.isOfArm ? "route" : "ingress")
          json.member("counted", answer.bucket != nil)
          switch answer.bucket {
          case nil, .everyone?: break
          case .client(let prefix)?: json.member("key", prefix.description)
          case .subject(let text)?, .field(_, let text)?: json.member("key", text)
          }
          write(answer.limit.origin.span, to: &json)
        }
      }
    }
  }

  private func writeRoutes(_ table: RouteTable, to json: inout JSONWriter) {
    json.object("routes") { json in
      json.member("name", table.identity.description)
      json.array("arms") { list in
        for answer in found.arms {
          list.object { json in
            json.member("name", table.arms[answer.arm].name)
            json.member("taken", answer.isTaken)
            json.member("why", answer.why)
            write(table.arms[answer.arm].origin.span, to: &json)
          }
        }
      }
      json.array("captures") { list in
        for capture in found.captures {
          list.object { json in
            json.member("name", capture.name)
            json.member("value", capture.value)
          }
        }
      }
      write(table.origin.span, to: &json)
    }
  }

  // MARK: Upstreams

  private func writeForward(
    _ draws: [Interpretation.UpstreamDraw], to json: inout JSONWriter, _ chain: inout SourceChain
  ) {
    let rewrites = rewrites
    json.object("forward") { json in
      if question.request != nil {
        json.object("host") { json in
          json.member("value", found.upstreamHost)
          write(place(rewrites.host, in: &chain), to: &json)
        }
        json.object("path") { json in
          json.member("value", found.upstreamPath)
          write(place(rewrites.path, in: &chain), to: &json)
        }
      } else if let drawn = found.connection?.drawn {
        json.member("drawn", deployment.upstreams[drawn].identity.description)
      }
      write(settings, to: &json, &chain)
      if question.request != nil {
        json.array("mirrors") { list in
          for mirror in arm?.policy.mirrors ?? [] {
            list.object { json in
              json.member("share", mirror.share.description)
              json.member("upstream", deployment.upstreams[mirror.upstream].identity.description)
            }
          }
        }
      }
      json.array("upstreams") { list in
        for draw in draws { list.object { write(draw, to: &$0, &chain) } }
      }
    }
  }

  private func write(_ settings: [Setting], to json: inout JSONWriter, _ chain: inout SourceChain) {
    json.array("settings") { list in
      for setting in settings {
        list.object { json in
          json.member("name", setting.words)
          json.member("value", setting.text)
          write(place(setting.source, in: &chain), to: &json)
        }
      }
    }
  }

  private func write(
    _ draw: Interpretation.UpstreamDraw, to json: inout JSONWriter, _ chain: inout SourceChain
  ) {
    let upstream = deployment.upstreams[draw.upstream]
    json.member("name", upstream.identity.description)
    json.member("share", draw.share.description)
    json.array("tiers") { list in
      for tier in tiers(of: draw) {
        list.object { json in
          json.member("tier", tier.number)
          json.member("percent", tier.percent)
          json.array("members") { list in
            for member in tier.members { list.object { write(member, of: upstream, to: &$0) } }
          }
          write(tier.row.origin.span, to: &json)
        }
      }
    }
    if found.connection != nil { write(settings(of: upstream), to: &json, &chain) }
    write(upstream.origin.span, to: &json)
  }

  private func write(_ member: Member, of upstream: Upstream, to json: inout JSONWriter) {
    if let share = member.share { json.member("share", share.description) }
    switch member.row.source {
    case .kubernetes(let service):
      let cluster = deployment.clusters[service.cluster].identity.description
      json.member("kind", "kubernetes")
      json.member("cluster", cluster)
      json.member("service", "\(service.namespace)/\(service.service):\(service.port)")
      let source = EndpointSlot.Source.kubernetes(
        cluster: cluster, namespace: service.namespace, service: service.service, port: service.port)
      json.member("slot", EndpointSlot.name(upstreamFileName: upstream.identity.fileName, source: source))
    case .cdn(let id, let prefix):
      let cdn = deployment.cdns[id]
      json.member("kind", "cdn")
      json.member("cdn", cdn.identity.description)
      json.member("host", cdn.host)
      json.member("port", cdn.port)
      json.member("path", "\(prefix ?? "")\(found.upstreamPath)")
    case .endpoints(let endpoints):
      json.member("kind", "endpoints")
      json.array("endpoints") { list in for endpoint in endpoints { list.value(endpoint.description) } }
    case .feed(let feed):
      json.member("kind", "feed")
      json.member("feed", feed.name)
      json.member("slot", EndpointSlot.name(upstreamFileName: upstream.identity.fileName, source: .feed(feed.name)))
    }
    write(member.row.origin.span, to: &json)
  }

  // MARK: Headers

  private func writeHeaders(to json: inout JSONWriter, _ chain: inout SourceChain) {
    json.object("headers") { json in
      json.array("request") { list in for edit in requestEdits { list.object { write(edit, to: &$0, &chain) } } }
      json.array("response") { list in for edit in responseEdits { list.object { write(edit, to: &$0, &chain) } } }
    }
  }

  private func write(_ edit: Edit, to json: inout JSONWriter, _ chain: inout SourceChain) {
    json.member("operation", edit.edit.operation.word)
    json.member("name", edit.edit.name)
    if edit.edit.operation != .remove { json.member("value", edit.edit.value) }
    write(place(edit.source, in: &chain), to: &json)
  }
}
