import EpicBase

extension RouteTable: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(identity)
    encoder.put(routeProtocol)
    encoder.put(arms)
    encoder.put(origin)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      identity: try decoder.get(), routeProtocol: try decoder.get(), arms: try decoder.get(),
      origin: try decoder.get())
  }
}

extension RouteArm: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(name)
    encoder.put(blocks)
    encoder.put(predicate)
    encoder.put(outcome)
    encoder.put(policy)
    encoder.put(origin)
    encoder.put(encoder.includesProvenance ? statement : nil)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      name: try decoder.get(), blocks: try decoder.get(), predicate: try decoder.get(), outcome: try decoder.get(),
      policy: try decoder.get(), origin: try decoder.get(), statement: try decoder.get())
  }
}

extension Predicate: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    switch self {
    case .always: encoder.putByte(0)
    case .never: encoder.putByte(1)
    case .not(let value):
      encoder.putByte(2)
      encoder.put(value)
    case .all(let value):
      encoder.putByte(3)
      encoder.put(value)
    case .any(let value):
      encoder.putByte(4)
      encoder.put(value)
    case .host(let value):
      encoder.putByte(5)
      encoder.put(value)
    case .path(let value):
      encoder.putByte(6)
      encoder.put(value)
    case .pathMatches(let value):
      encoder.putByte(7)
      encoder.put(value)
    case .method(let value):
      encoder.putByte(8)
      encoder.put(value)
    case .text(let first, let second):
      encoder.putByte(9)
      encoder.put(first)
      encoder.put(second)
    case .client(let value):
      encoder.putByte(10)
      encoder.put(value)
    case .country(let value):
      encoder.putByte(11)
      encoder.put(value)
    case .autonomousSystem(let value):
      encoder.putByte(12)
      encoder.put(value)
    case .cohort(let value):
      encoder.putByte(13)
      encoder.put(value)
    case .site(let value):
      encoder.putByte(14)
      encoder.put(value)
    case .serverName(let value):
      encoder.putByte(15)
      encoder.put(value)
    case .tls(let value):
      encoder.putByte(16)
      encoder.put(value)
    }
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    decoder.depth += 1
    defer { decoder.depth -= 1 }
    if decoder.depth > BinaryDecoder.predicateDepth { throw decoder.error(.nestedTooDeeply) }
    switch try decoder.tag(below: 17) {
    case 0: self = .always
    case 1: self = .never
    case 2: self = .not(try decoder.get())
    case 3: self = .all(try decoder.get())
    case 4: self = .any(try decoder.get())
    case 5: self = .host(try decoder.get())
    case 6: self = .path(try decoder.get())
    case 7: self = .pathMatches(try decoder.get())
    case 8: self = .method(try decoder.get())
    case 9: self = .text(try decoder.get(), try decoder.get())
    case 10: self = .client(try decoder.get())
    case 11: self = .country(try decoder.get())
    case 12: self = .autonomousSystem(try decoder.get())
    case 13: self = .cohort(try decoder.get())
    case 14: self = .site(try decoder.get())
    case 15: self = .serverName(try decoder.get())
    default:
      let versions: [TLSVersion] = try decoder.get()
      try decoder.check(zip(versions, versions.dropFirst()).allSatisfy { $0 < $1 })
      self = .tls(versions)
    }
  }
}

extension TextField: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    switch self {
    case .header(let value):
      encoder.putByte(0)
      encoder.put(value)
    case .query(let value):
      encoder.putByte(1)
      encoder.put(value)
    case .cookie(let value):
      encoder.putByte(2)
      encoder.put(value)
    case .jwtClaim(let provider, let path):
      encoder.putByte(3)
      encoder.put(provider)
      encoder.put(path)
    case .jsonBody(let path, let limit):
      encoder.putByte(4)
      encoder.put(path)
      encoder.put(limit)
    }
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    switch try decoder.tag(below: 5) {
    case 0: self = .header(try decoder.get())
    case 1: self = .query(try decoder.get())
    case 2: self = .cookie(try decoder.get())
    case 3: self = .jwtClaim(provider: try decoder.get(), path: try decoder.get())
    default: self = .jsonBody(path: try decoder.get(), limit: try decoder.get())
    }
  }
}

extension TextTest: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    switch self {
    case .exists: encoder.putByte(0)
    case .isOneOf(let value):
      encoder.putByte(1)
      encoder.put(value)
    case .startsWith(let value):
      encoder.putByte(2)
      encoder.put(value)
    case .matches(let value):
      encoder.putByte(3)
      encoder.put(value)
    }
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    switch try decoder.tag(below: 4) {
    case 0: self = .exists
    case 1: self = .isOneOf(try decoder.get())
    case 2: self = .startsWith(try decoder.get())
    default: self = .matches(try decoder.get())
    }
  }
}

extension CohortTest: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(keys)
    encoder.put(salt)
    encoder.put(lower)
    encoder.put(upper)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      keys: try decoder.get(), salt: try decoder.get(), lower: try decoder.get(), upper: try decoder.get())
    try decoder.check(lower <= upper && upper <= 1_000_000)
  }
}

extension CaptureTemplate: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(parts)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      parts: try decoder.get())
  }
}

extension CaptureTemplate.Part: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    switch self {
    case .literal(let value):
      encoder.putByte(0)
      encoder.put(value)
    case .capture(let value):
      encoder.putByte(1)
      encoder.put(value)
    }
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    switch try decoder.tag(below: 2) {
    case 0: self = .literal(try decoder.get())
    default: self = .capture(try decoder.get())
    }
  }
}

extension RouteOutcome: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    switch self {
    case .upstream(let value):
      encoder.putByte(0)
      encoder.put(value)
    case .split(let value):
      encoder.putByte(1)
      encoder.put(value)
    case .redirect(let value):
      encoder.putByte(2)
      encoder.put(value)
    case .respond(let value):
      encoder.putByte(3)
      encoder.put(value)
    case .close: encoder.putByte(4)
    }
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    switch try decoder.tag(below: 5) {
    case 0: self = .upstream(try decoder.get())
    case 1: self = .split(try decoder.get())
    case 2: self = .redirect(try decoder.get())
    case 3: self = .respond(try decoder.get())
    default: self = .close
    }
  }
}

extension SplitShare: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(share)
    encoder.put(upstream)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      share: try decoder.get(), upstream: try decoder.get())
  }
}

extension Redirect: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(status)
    encoder.put(isTLS)
    encoder.put(host)
    encoder.put(port)
    encoder.put(target)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      status: try decoder.get(), isTLS: try decoder.get(), host: try decoder.get(), port: try decoder.get(),
      target: try decoder.get())
  }
}

extension DirectResponse: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(status)
    encoder.putBytes(body)
    encoder.put(contentType)
    encoder.put(headers)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      status: try decoder.get(), body: try decoder.content(), contentType: try decoder.get(), headers: try decoder.get()
    )
  }
}

extension HeaderEdit: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(name)
    encoder.put(operation)
    encoder.put(value)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      name: try decoder.get(), operation: try decoder.get(), value: try decoder.get())
  }
}

extension HeaderEdit.Operation: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) { encoder.putByte(rawValue) }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    guard let value = Self(rawValue: try decoder.byte()) else { throw decoder.error(.unknownCase) }
    self = value
  }
}

extension RoutePolicy: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(requestTimeout)
    encoder.put(idleTimeout)
    encoder.put(retry)
    encoder.put(rewritePath)
    encoder.put(rewriteHost)
    encoder.put(requestHeaders)
    encoder.put(responseHeaders)
    encoder.put(maximumBody)
    encoder.put(maximumBodyOrigin)
    encoder.put(mirrors)
    encoder.put(rateLimits)
    encoder.put(allowsWebSocket)
    encoder.put(tunnelPorts)
    encoder.put(isUncompressed)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init()
    requestTimeout = try decoder.get()
    idleTimeout = try decoder.get()
    retry = try decoder.get()
    rewritePath = try decoder.get()
    rewriteHost = try decoder.get()
    requestHeaders = try decoder.get()
    responseHeaders = try decoder.get()
    maximumBody = try decoder.get()
    maximumBodyOrigin = try decoder.get()
    mirrors = try decoder.get()
    rateLimits = try decoder.get()
    allowsWebSocket = try decoder.get()
    tunnelPorts = try decoder.get()
    try decoder.check(zip(tunnelPorts, tunnelPorts.dropFirst()).allSatisfy { $0 < $1 })
    isUncompressed = try decoder.get()
  }
}

extension RetryPolicy: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(attempts)
    encoder.put(onConnectFailure)
    encoder.put(onReset)
    encoder.put(statuses)
    encoder.put(anyMethod)
    encoder.put(perTryTimeout)
    encoder.put(isHedged)
    encoder.put(backoff)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      attempts: try decoder.get(), onConnectFailure: try decoder.get(), onReset: try decoder.get(),
      statuses: try decoder.get(), anyMethod: try decoder.get(), perTryTimeout: try decoder.get(),
      isHedged: try decoder.get(), backoff: try decoder.get())
  }
}

extension RetryBackoff: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(base)
    encoder.put(most)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(base: try decoder.get(), most: try decoder.get())
  }
}
