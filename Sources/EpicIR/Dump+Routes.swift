import EpicBase

extension DeploymentDump {
  mutating func write(_ table: RouteTable) {
    declaration("routes", table.identity, table.origin) { dump in
      if table.routeProtocol != .http { dump.line("for \(table.routeProtocol.word)") }
      for arm in table.arms {
        let blocks = arm.blocks.map { "under \($0) " }.joined()
        dump.block("\(arm.name): \(blocks)when \(dump.text(arm.predicate))\(dump.at(arm.origin))") { dump in
          dump.write(arm.outcome)
          dump.write(arm.policy)
        }
      }
    }
  }

  private mutating func write(_ outcome: RouteOutcome) {
    switch outcome {
    case .upstream(let upstream): line("-> \(deployment.upstreams[upstream].identity)")
    case .split(let shares):
      block("-> split") { dump in
        for share in shares { dump.line("\(share.share) \(dump.deployment.upstreams[share.upstream].identity)") }
      }
    case .redirect(let redirect):
      let scheme = redirect.isTLS.map { $0 ? " https" : " http" } ?? ""
      let port = redirect.port.map { " port \($0)" } ?? ""
      line(
        "-> redirect \(redirect.status)\(scheme)\(redirect.host.map { " host \($0)" } ?? "")\(port)"
          + " \(text(redirect.target))")
    case .respond(let response):
      block("-> respond \(response.status)") { dump in
        if !response.body.isEmpty { dump.line("body \(dump.quoted(response.body))") }
        if !response.contentType.isEmpty { dump.line("type \(dump.quoted(response.contentType))") }
        for header in response.headers { dump.line("header \(dump.text(header))") }
      }
    case .close: line("-> close")
    }
  }

  /// The predicate in the language's spelling; every group of `and` and `or` in parentheses.
  func text(_ predicate: Predicate) -> String {
    switch predicate {
    case .always: "always"
    case .never: "never"
    case .not(let inner): "not \(text(inner))"
    case .all(let parts): "(" + parts.map { text($0) }.joined(separator: " and ") + ")"
    case .any(let parts): "(" + parts.map { text($0) }.joined(separator: " or ") + ")"
    case .host(let patterns): "host in [\(list(patterns))]"
    case .path(let patterns): "path in [\(list(patterns))]"
    case .pathMatches(let expression): "path matches \(quoted(expression))"
    case .method(let methods): "method in [\(list(methods))]"
    case .text(let field, let test): "\(text(field)) \(text(test))"
    case .client(let prefixes): "client in [\(list(prefixes))]"
    case .country(let codes): "country in [\(list(codes))]"
    case .autonomousSystem(let numbers): "asn in [\(list(numbers))]"
    case .cohort(let test):
      "cohort(\(test.keys.map { text($0) }.joined(separator: " else ")), salt: \(quoted(test.salt)))"
        + " in \(test.lower)..<\(test.upper)"
    case .serverName(let patterns): "sni in [\(list(patterns))]"
    case .tls(let versions): versions == TLSVersion.allCases ? "tls exists" : "tls in [\(list(versions))]"
    case .site(let sites): "site in [\(names(sites))]"
    }
  }

  func text(_ field: TextField) -> String {
    switch field {
    case .header(let name): "header \(quoted(name))"
    case .query(let name): "query \(quoted(name))"
    case .cookie(let name): "cookie \(quoted(name))"
    case .jwtClaim(let provider, let path):
      "jwt\(provider.map { "(\($0))" } ?? "").claim(\(list(path.map { quoted($0) })))"
    case .jsonBody(let path, let limit): "body.json(\(list(path.map { quoted($0) })), limit: \(limit))"
    }
  }

  private func text(_ test: TextTest) -> String {
    switch test {
    case .exists: "exists"
    case .isOneOf(let values): "in [\(list(values.map { quoted($0) }))]"
    case .startsWith(let start): "starts \(quoted(start))"
    case .matches(let expression): "matches \(quoted(expression))"
    }
  }
}
