import EpicBase

extension DeploymentDump {
  /// What an ingress asks of requests beside tokens, and what it tells of them; what is not said has no line.
  mutating func writeCredentials(_ ingress: Ingress) {
    if let basic = ingress.basicAuthentication { write(basic) }
    if let keys = ingress.keyAuthentication { write(keys) }
    if let signIn = ingress.signIn { write(signIn) }
    if let external = ingress.externalAuthorization { write(external) }
    if let forgery = ingress.forgeryProtection {
      let others = forgery.origins + forgery.hosts.map(\.description)
      line("csrf refused\(others.isEmpty ? "" : " except \(list(others))")\(at(forgery.origin))")
    }
    if ingress.translatesGRPCWeb { line("grpc-web allowed") }
    if let tracing = ingress.tracing {
      let upstream = deployment.upstreams[tracing.upstream].identity
      let form = tracing.continuesCallers ? " continued" : ""
      line("trace to \(upstream) sample \(tracing.share)\(form)\(at(tracing.origin))")
    }
  }

  private mutating func write(_ basic: BasicAuthentication) {
    block("auth basic \(basic.name)\(at(basic.origin))") { dump in
      dump.line("users \(basic.users)")
      if let realm = basic.realm { dump.line("realm \(realm)") }
      if let header = basic.userHeader { dump.line("forward user as \(header)") }
    }
  }

  private mutating func write(_ authentication: KeyAuthentication) {
    block("auth api-key \(authentication.name)\(at(authentication.origin))") { dump in
      dump.line("header \(authentication.header)")
      for key in authentication.keys { dump.line("key \(key.client) \(key.secret)\(dump.at(key.origin))") }
      if let header = authentication.clientHeader { dump.line("forward client as \(header)") }
    }
  }

  private mutating func write(_ external: ExternalAuthorization) {
    block("auth external \(external.name)\(at(external.origin))") { dump in
      let upstream = dump.deployment.upstreams[external.upstream].identity
      switch external.service {
      case .grpc: dump.line("upstream \(upstream) grpc")
      case .http(let prefix): dump.line("upstream \(upstream) http\(prefix.isEmpty ? "" : " path-prefix \(prefix)")")
      }
      if !external.shownHeaders.isEmpty { dump.line("headers \(dump.list(external.shownHeaders))") }
      if !external.forwardedHeaders.isEmpty { dump.line("forward \(dump.list(external.forwardedHeaders))") }
      dump.line("timeout \(external.timeout)")
      dump.line("on failure \(external.allowsOnFailure ? "allow" : "deny")")
    }
  }

  private mutating func write(_ signIn: SignIn) {
    block("auth oidc \(signIn.name)\(at(signIn.origin))") { dump in
      dump.line("authorize \(signIn.authorization)")
      dump.line("token \(signIn.token)\(signIn.authority.map { " verify \($0)" } ?? "")")
      dump.line("client \(signIn.client) \(signIn.clientSecret)")
      dump.line("cookies \(signIn.cookieSecret)")
      dump.line("scopes \(dump.list(signIn.scopes))")
      dump.line("redirect-path \(signIn.redirectPath)")
      dump.line("sign-out-path \(signIn.signOutPath)")
      if signIn.forwardsToken { dump.line("forward token") }
    }
  }
}
