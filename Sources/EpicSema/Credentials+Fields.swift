import EpicBase
package import EpicIR

extension BasicAuthentication {
  /// An `auth basic` field; nil for one that is not whole.
  package init?(_ field: EvaluatedField) {
    guard let users = field.field(.users)?.secret(.secret) else { return nil }
    self.init(
      name: field.word(.name) ?? "", users: users, realm: field.field(.realm)?.text(.value),
      userHeader: field.field(.forwardUser)?.headerNames.first, origin: field.origin)
  }
}

extension KeyAuthentication {
  /// An `auth api-key` field; nil for one that is not whole.
  package init?(_ field: EvaluatedField) {
    guard let header = field.field(.keyHeader)?.headerNames.first else { return nil }
    let keys = field.fields(.clientKey).compactMap { key in
      key.secret(.secret).map { Key(client: key.key, secret: $0, origin: key.origin) }
    }
    if keys.isEmpty { return nil }
    self.init(
      name: field.word(.name) ?? "", header: header, keys: keys,
      clientHeader: field.field(.forwardClient)?.headerNames.first, origin: field.origin)
  }
}

extension ExternalAuthorization {
  /// An `auth external` field; nil for one that is not whole.
  package init?(_ field: EvaluatedField) {
    guard let asked = field.field(.askedUpstream), let upstream = asked.declaration(.upstream) else { return nil }
    self.init(
      name: field.word(.name) ?? "", upstream: upstream.row(),
      service: asked.word(.form) == "grpc"
        ? .grpc : .http(pathPrefix: asked.path(.pathPrefix)?.prefixText ?? ""),
      shownHeaders: field.field(.headers)?.headerNames ?? [],
      forwardedHeaders: field.field(.forwardHeaders)?.headerNames ?? [],
      timeout: field.field(.decisionTimeout)?.duration(.timeout) ?? TimeSpan(milliseconds: 200),
      allowsOnFailure: field.field(.onFailure)?.word(.form) == "allow", origin: field.origin)
  }
}

extension SignIn {
  /// An `auth oidc` field; nil for one that is not whole.
  package init?(_ field: EvaluatedField) {
    guard let authorization = field.field(.authorize)?.url(.url), let token = field.field(.tokenEndpoint),
      let url = token.url(.url), let client = field.field(.oidcClient), let name = client.text(.value),
      let secret = client.secret(.secret), let cookies = field.field(.cookies)?.secret(.secret)
    else { return nil }
    self.init(
      name: field.word(.name) ?? "", authorization: authorization, token: url, authority: token.secret(.secret),
      client: name, clientSecret: secret, cookieSecret: cookies,
      scopes: field.field(.scopes)?.all(.value) { $0.text } ?? ["openid"],
      redirectPath: field.field(.redirectPath)?.path(.path)?.description ?? "/oidc/callback",
      signOutPath: field.field(.signOutPath)?.path(.path)?.description ?? "/oidc/sign-out",
      forwardsToken: field.has(.forwardToken), origin: field.origin)
  }
}

extension ForgeryProtection {
  /// A `csrf` field. An origin is compared without its scheme.
  package init(_ field: EvaluatedField) {
    var origins: [String] = []
    var hosts: [HostPattern] = []
    for binding in field.bindings {
      if let url = binding.value.url {
        let origin = url.origin
        origins.append(origin.firstRange(of: "://").map { String(origin[$0.upperBound...]) } ?? origin)
      } else if let host = binding.value.host {
        if host.wildcard == .none { origins.append(host.name) } else { hosts.append(host) }
      }
    }
    self.init(origins: origins, hosts: hosts, origin: field.origin)
  }
}

extension Tracing {
  /// A `trace` field; nil for one that is not whole.
  package init?(_ field: EvaluatedField) {
    guard let upstream = field.declaration(.upstream), let share = field.percentage(.percentage) else { return nil }
    self.init(
      upstream: upstream.row(), share: share, continuesCallers: field.word(.form) == "continued", origin: field.origin)
  }
}

extension EvaluatedField {
  /// The names of headers that the field lists, folded.
  var headerNames: [String] { all(.name) { ($0.word ?? $0.text).map { Evaluator.folded($0) } } }
}
