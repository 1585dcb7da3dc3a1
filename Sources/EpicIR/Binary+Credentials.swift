import EpicBase

extension BasicAuthentication: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(name)
    encoder.put(users)
    encoder.put(realm)
    encoder.put(userHeader)
    encoder.put(origin)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      name: try decoder.get(), users: try decoder.get(), realm: try decoder.get(), userHeader: try decoder.get(),
      origin: try decoder.get())
  }
}

extension KeyAuthentication: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(name)
    encoder.put(header)
    encoder.put(keys)
    encoder.put(clientHeader)
    encoder.put(origin)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      name: try decoder.get(), header: try decoder.get(), keys: try decoder.get(), clientHeader: try decoder.get(),
      origin: try decoder.get())
    try decoder.check(!keys.isEmpty && Set(keys.map(\.client)).count == keys.count)
  }
}

extension KeyAuthentication.Key: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(client)
    encoder.put(secret)
    encoder.put(origin)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(client: try decoder.get(), secret: try decoder.get(), origin: try decoder.get())
  }
}

extension ExternalAuthorization: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(name)
    encoder.put(upstream)
    encoder.put(service)
    encoder.put(shownHeaders)
    encoder.put(forwardedHeaders)
    encoder.put(timeout)
    encoder.put(allowsOnFailure)
    encoder.put(origin)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      name: try decoder.get(), upstream: try decoder.get(), service: try decoder.get(),
      shownHeaders: try decoder.get(), forwardedHeaders: try decoder.get(), timeout: try decoder.get(),
      allowsOnFailure: try decoder.get(), origin: try decoder.get())
  }
}

extension ExternalAuthorization.Service: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    switch self {
    case .grpc: encoder.putByte(0)
    case .http(let prefix):
      encoder.putByte(1)
      encoder.put(prefix)
    }
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    switch try decoder.tag(below: 2) {
    case 0: self = .grpc
    default: self = .http(pathPrefix: try decoder.get())
    }
  }
}

extension SignIn: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(name)
    encoder.put(authorization)
    encoder.put(token)
    encoder.put(authority)
    encoder.put(client)
    encoder.put(clientSecret)
    encoder.put(cookieSecret)
    encoder.put(scopes)
    encoder.put(redirectPath)
    encoder.put(signOutPath)
    encoder.put(forwardsToken)
    encoder.put(origin)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      name: try decoder.get(), authorization: try decoder.get(), token: try decoder.get(),
      authority: try decoder.get(), client: try decoder.get(), clientSecret: try decoder.get(),
      cookieSecret: try decoder.get(), scopes: try decoder.get(), redirectPath: try decoder.get(),
      signOutPath: try decoder.get(), forwardsToken: try decoder.get(),
      origin: try decoder.get())
  }
}

extension ForgeryProtection: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(origins)
    encoder.put(hosts)
    encoder.put(origin)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(origins: try decoder.get(), hosts: try decoder.get(), origin: try decoder.get())
  }
}

extension Tracing: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(upstream)
    encoder.put(share)
    encoder.put(continuesCallers)
    encoder.put(origin)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      upstream: try decoder.get(), share: try decoder.get(), continuesCallers: try decoder.get(),
      origin: try decoder.get())
  }
}
