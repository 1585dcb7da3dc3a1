import EpicBase

extension Ingress: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(identity)
    encoder.put(addresses)
    encoder.put(engine)
    encoder.put(sites)
    encoder.put(hosts)
    encoder.put(listeners)
    encoder.put(certificates)
    encoder.put(jwtProviders)
    encoder.put(publications)
    encoder.put(policy)
    encoder.put(template)
    encoder.put(origin)
    encoder.put(hostsOrigin)
    encoder.put(templateRules)
    encoder.put(streamTimeout)
    encoder.put(trustedProxies)
    encoder.put(cors)
    encoder.put(accessLog)
    encoder.put(compression)
    encoder.put(routeStatistics)
    encoder.put(basicAuthentication)
    encoder.put(keyAuthentication)
    encoder.put(signIn)
    encoder.put(externalAuthorization)
    encoder.put(forgeryProtection)
    encoder.put(translatesGRPCWeb)
    encoder.put(tracing)
    encoder.put(clientCertificates)
    encoder.put(isIsolated)
    encoder.put(proxyHeaderSenders)
    encoder.put(hatches)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      identity: try decoder.get(), addresses: try decoder.get(), engine: try decoder.get(), sites: try decoder.get(),
      hosts: try decoder.get(), listeners: try decoder.get(), certificates: try decoder.get(),
      jwtProviders: try decoder.get(), publications: try decoder.get(), policy: try decoder.get(),
      template: try decoder.get(), origin: try decoder.get(), hostsOrigin: try decoder.get(),
      templateRules: try decoder.get())
    streamTimeout = try decoder.get()
    trustedProxies = try decoder.get()
    cors = try decoder.get()
    accessLog = try decoder.get()
    compression = try decoder.get()
    routeStatistics = try decoder.get()
    basicAuthentication = try decoder.get()
    keyAuthentication = try decoder.get()
    signIn = try decoder.get()
    externalAuthorization = try decoder.get()
    forgeryProtection = try decoder.get()
    translatesGRPCWeb = try decoder.get()
    tracing = try decoder.get()
    clientCertificates = try decoder.get()
    isIsolated = try decoder.get()
    proxyHeaderSenders = try decoder.get()
    hatches = try decoder.get()
  }
}

extension TemplateRule: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(field)
    encoder.put(demand)
    encoder.put(origin)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(field: try decoder.get(), demand: try decoder.get(), origin: try decoder.get())
  }
}

extension TemplateRule.Field: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    switch self {
    case .requestTimeout: encoder.putByte(0)
    case .idleTimeout: encoder.putByte(1)
    case .retry: encoder.putByte(2)
    case .rewritePath: encoder.putByte(3)
    case .rewriteHost: encoder.putByte(4)
    case .requestHeader(let name):
      encoder.putByte(5)
      encoder.put(name)
    case .maximumBody: encoder.putByte(7)
    case .responseHeader(let name):
      encoder.putByte(6)
      encoder.put(name)
    }
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    switch try decoder.tag(below: 8) {
    case 0: self = .requestTimeout
    case 1: self = .idleTimeout
    case 2: self = .retry
    case 3: self = .rewritePath
    case 4: self = .rewriteHost
    case 5: self = .requestHeader(try decoder.get())
    case 6: self = .responseHeader(try decoder.get())
    default: self = .maximumBody
    }
  }
}

extension TemplateRule.Demand: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    switch self {
    case .final: encoder.putByte(0)
    case .limit(let bound, let value):
      encoder.putByte(1)
      encoder.putByte(bound.rawValue)
      encoder.put(value)
    }
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    if try decoder.tag(below: 2) == 0 {
      self = .final
      return
    }
    guard let bound = TemplateRule.Bound(rawValue: try decoder.byte()) else { throw decoder.error(.unknownCase) }
    self = .limit(bound, try decoder.get())
  }
}

extension IngressAddress: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(address)
    encoder.put(pool)
    encoder.put(origin)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      address: try decoder.get(), pool: try decoder.get(), origin: try decoder.get())
  }
}

extension IngressListener: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(port)
    encoder.put(service)
    encoder.put(hasHTTP3)
    encoder.put(origin)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      port: try decoder.get(), service: try decoder.get(), hasHTTP3: try decoder.get(), origin: try decoder.get())
    if hasHTTP3, case .https = service {} else { try decoder.check(!hasHTTP3) }
  }
}

extension IngressListener.Service: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    switch self {
    case .https(let minimumVersion, let routes):
      encoder.putByte(0)
      encoder.put(minimumVersion)
      encoder.put(routes)
    case .http(let routes):
      encoder.putByte(1)
      encoder.put(routes)
    case .redirectToHTTPS(let port):
      encoder.putByte(2)
      encoder.put(port)
    case .passthrough(let target):
      encoder.putByte(3)
      encoder.put(target)
    case .tcp(let target):
      encoder.putByte(4)
      encoder.put(target)
    case .udp(let target, let idleTimeout):
      encoder.putByte(5)
      encoder.put(target)
      encoder.put(idleTimeout)
    }
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    switch try decoder.tag(below: 6) {
    case 0:
      let version: TLSVersion = try decoder.get()
      try decoder.check(version >= .oldestServed)
      self = .https(minimumVersion: version, routes: try decoder.get())
    case 1: self = .http(routes: try decoder.get())
    case 2: self = .redirectToHTTPS(port: try decoder.get())
    case 3: self = .passthrough(try decoder.get())
    case 4: self = .tcp(try decoder.get())
    default: self = .udp(try decoder.get(), idleTimeout: try decoder.get())
    }
  }
}

extension TLSVersion: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) { encoder.putByte(rawValue) }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    guard let value = Self(rawValue: try decoder.byte()) else { throw decoder.error(.unknownCase) }
    self = value
  }
}

extension Certificate: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(identity)
    encoder.put(names)
    encoder.put(issuer)
    encoder.put(renewBefore)
    encoder.put(secret)
    encoder.put(origin)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      identity: try decoder.get(), names: try decoder.get(), issuer: try decoder.get(), renewBefore: try decoder.get(),
      secret: try decoder.get(), origin: try decoder.get())
  }
}

extension JWTProvider: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(name)
    encoder.put(issuer)
    encoder.put(keys)
    encoder.put(audiences)
    encoder.put(allowsMissing)
    encoder.put(origin)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      name: try decoder.get(), issuer: try decoder.get(), keys: try decoder.get(), audiences: try decoder.get(),
      allowsMissing: try decoder.get(), origin: try decoder.get())
  }
}

extension JWTProvider.Keys: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    switch self {
    case .remote(let first, let authority):
      encoder.putByte(0)
      encoder.put(first)
      encoder.put(authority)
    case .document(let value):
      encoder.putByte(1)
      encoder.put(value)
    }
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    switch try decoder.tag(below: 2) {
    case 0: self = .remote(try decoder.get(), authority: try decoder.get())
    default: self = .document(try decoder.get())
    }
  }
}

extension Publication: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(name)
    encoder.put(zone)
    encoder.put(ttl)
    encoder.put(isNearest)
    encoder.put(origin)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      name: try decoder.get(), zone: try decoder.get(), ttl: try decoder.get(), isNearest: try decoder.get(),
      origin: try decoder.get())
  }
}
