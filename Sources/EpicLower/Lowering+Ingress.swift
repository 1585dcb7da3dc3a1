import EpicBase
import EpicIR
import EpicSema

extension ProgramLowering {
  private static let day: UInt64 = 86_400_000

  mutating func lowerCertificates() {
    deployment.certificates = rows(.certificate) { declaration in
      let identity = declaration.identity
      return Certificate(
        identity: identity, names: declaration.field(.names)?.all(.hosts) { $0.host } ?? [],
        issuer: declaration.field(.issuer)?.declaration(.issuer)?.row(),
        renewBefore: declaration.field(.renew)?.duration(.value) ?? TimeSpan(milliseconds: 30 * Self.day),
        secret: SecretReference(tenant: identity.tenant, name: "certificates/\(identity.fileName)"),
        origin: declaration.origin)
    }
  }

  /// Everything of the ingresses but their addresses, which come from the lock.
  mutating func lowerIngresses() {
    deployment.ingresses = rows(.ingress, ingress)
    for hatch in program.hatches where deployment.ingresses.indices.contains(Int(hatch.ingress.position)) {
      deployment.ingresses[Int(hatch.ingress.position)].hatches.append(hatch.hatch)
    }
  }

  private func ingress(_ declaration: EvaluatedDeclaration) -> Ingress {
    let host = declaration.field(.host)
    let routes = declaration.field(.routes)?.declaration(.value)?.row(as: RouteTable.self) ?? RowID(0)
    var ingress = Ingress(
      identity: declaration.identity, addresses: [],
      engine: declaration.field(.engine)?.declaration(.engine)?.row() ?? RowID(0),
      sites: sites(declaration.field(.sites)), hosts: host?.all(.hosts) { $0.host } ?? [],
      listeners: listeners(declaration, routes: routes),
      certificates: declaration.field(.tlsCertificate)?.all(.certificates) { $0.declaration?.row() } ?? [],
      jwtProviders: declaration.fields(.authJWT).map(provider),
      publications: declaration.fields(.dnsPublish).compactMap(publication), policy: RoutePolicy(declaration.fields),
      template: declaration.template, origin: declaration.origin, hostsOrigin: host?.origin,
      templateRules: templateRules(declaration),
      clientCertificates: declaration.field(.authClientCertificate).flatMap(clientCertificates),
      isIsolated: declaration.has(.isolate))
    ingress.streamTimeout = declaration.field(.timeoutStream)?.duration(.timeout)
    ingress.trustedProxies = declaration.field(.trustProxies)?.all(.prefixes) { $0.prefix } ?? []
    ingress.proxyHeaderSenders = declaration.field(.proxyProtocol)?.all(.prefixes) { $0.prefix } ?? []
    ingress.cors = declaration.field(.cors).map { CORSPolicy($0) }
    ingress.compression = declaration.field(.compress).flatMap { Compression($0) }
    ingress.basicAuthentication = declaration.field(.authBasic).flatMap { BasicAuthentication($0) }
    ingress.keyAuthentication = declaration.field(.authKey).flatMap { KeyAuthentication($0) }
    ingress.signIn = declaration.field(.authOIDC).flatMap { SignIn($0) }
    ingress.externalAuthorization = declaration.field(.authExternal).flatMap { ExternalAuthorization($0) }
    ingress.forgeryProtection = declaration.field(.csrf).map { ForgeryProtection($0) }
    ingress.translatesGRPCWeb = declaration.has(.grpcWeb)
    ingress.tracing = declaration.field(.trace).flatMap { Tracing($0) }
    ingress.accessLog = declaration.field(.accessLog)?.word(.form).flatMap { AccessLogFormat(word: $0) }
    ingress.routeStatistics = declaration.field(.statistics).flatMap { RouteStatistics($0) }
    return ingress
  }

  /// What the templates demand of fields that routes can say.
  private func templateRules(_ declaration: EvaluatedDeclaration) -> [TemplateRule] {
    var rules: [TemplateRule] = []
    for index in declaration.finalFields {
      let field = declaration.fields[index]
      guard let known = TemplateRule.Field(field.name, key: field.key) else { continue }
      rules.append(TemplateRule(field: known, demand: .final, origin: field.origin))
    }
    for limit in declaration.limits {
      guard let field = TemplateRule.Field(limit.name, key: ""),
        let value = limit.value.duration?.milliseconds ?? limit.value.size?.bytes
          ?? limit.value.integer.map({ UInt64(clamping: $0) })
      else { continue }
      rules.append(TemplateRule(field: field, demand: .limit(limit.bound, value), origin: limit.origin))
    }
    return rules
  }

  /// In written order. A redirect goes to the first `https` port, 443 if there is none, which a proof then reports.
  private func listeners(_ declaration: EvaluatedDeclaration, routes: RowID<RouteTable>) -> [IngressListener] {
    let redirectPort = declaration.field(.listenHTTPS)?.port(.port) ?? 443
    var listeners: [IngressListener] = []
    for field in declaration.fields {
      let service: IngressListener.Service
      switch field.name {
      case .listenHTTPS: service = .https(minimumVersion: minimumVersion(field), routes: routes)
      case .listenHTTP:
        service = field.value(.redirect) == nil ? .http(routes: routes) : .redirectToHTTPS(port: redirectPort)
      case .listenTLS:
        guard let target = target(field) else { continue }
        service = .passthrough(target)
      case .listenTCP:
        guard let target = target(field) else { continue }
        service = .tcp(target)
      case .listenUDP:
        guard let target = target(field) else { continue }
        service = .udp(target, idleTimeout: field.duration(.timeout))
      default: continue
      }
      guard let port = field.port(.port) else { continue }
      listeners.append(
        IngressListener(
          port: port, service: service, hasHTTP3: field.name == .listenHTTPS && field.word(.form) == "http3",
          origin: field.origin))
    }
    return listeners
  }

  private func target(_ field: EvaluatedField) -> ConnectionTarget? {
    guard let declaration = field.declaration(.target) else { return nil }
    return declaration.kind == .routes ? .routes(declaration.row()) : .upstream(declaration.row())
  }

  private func clientCertificates(_ field: EvaluatedField) -> ClientCertificateDemand? {
    guard let authority = field.field(.ca)?.secret(.secret) else { return nil }
    return ClientCertificateDemand(
      name: field.word(.name) ?? "", authority: authority, names: field.field(.names)?.all(.hosts) { $0.host } ?? [],
      origin: field.origin)
  }

  private func minimumVersion(_ field: EvaluatedField) -> TLSVersion {
    field.value(.minimum)?.version == Version([1, 3]) ? .v1_3 : .v1_2
  }

  private func publication(_ field: EvaluatedField) -> Publication? {
    guard let name = field.host(.name)?.name, let zone = field.declaration(.zone)?.row(as: Zone.self) else {
      return nil
    }
    return Publication(
      name: name, zone: zone, ttl: deployment.zones[zone].ttl, isNearest: field.word(.form) == "nearest",
      origin: field.origin)
  }

  private func provider(_ field: EvaluatedField) -> JWTProvider {
    let keys: JWTProvider.Keys
    if let document = field.field(.jwksData)?.data(.data) {
      keys = .document(program[document])
    } else {
      let remote = field.field(.jwksURL)
      keys = .remote(
        remote?.url(.url) ?? WebURL(isTLS: true, host: "", port: 443, pathAndQuery: "/"),
        authority: remote?.secret(.secret))
    }
    return JWTProvider(
      name: field.key, issuer: issuer(field.field(.issuer)), keys: keys,
      audiences: field.field(.audience)?.all(.audiences) { $0.text } ?? [], allowsMissing: field.has(.missing),
      origin: field.origin)
  }

  /// The `iss` claim, which is compared byte for byte. A URL literal does not tell `https://id.example` from
  /// `https://id.example/`; issuers are named without the slash, and one that has it is written as a string.
  private func issuer(_ field: EvaluatedField?) -> String {
    if let text = field?.text(.value) { return text }
    guard let url = field?.url(.url) else { return "" }
    return url.pathAndQuery == "/" ? String(url.description.dropLast()) : url.description
  }
}

extension TemplateRule.Field {
  /// Nil for a field that routes cannot say.
  fileprivate init?(_ name: FieldName, key: String) {
    switch name {
    case .timeoutRequest: self = .requestTimeout
    case .timeoutIdle: self = .idleTimeout
    case .retry: self = .retry
    case .rewritePath: self = .rewritePath
    case .rewriteHost: self = .rewriteHost
    case .maxBody: self = .maximumBody
    case .requestHeader: self = .requestHeader(key)
    case .responseHeader: self = .responseHeader(key)
    default: return nil
    }
  }
}
