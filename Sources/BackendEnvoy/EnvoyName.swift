import EpicArtifact
import EpicBase
import EpicIR

/// Names of resources. They derive from identities, never from positions, so that neighbours do not move them; a tilde,
/// which no identity holds, separates what is added.
enum EnvoyName {
  /// The folder of an engine's process on a node.
  static func instance(_ engine: Engine) -> String { engine.identity.fileName }

  /// The folder of the process of an ingress that says `isolate`.
  static func instance(_ engine: Engine, isolating ingress: Ingress) -> String {
    "\(engine.identity.fileName)~\(ingress.identity.fileName)"
  }

  /// The folder of the process that serves the ingress.
  static func instance(of ingress: Ingress, in deployment: Deployment) -> String {
    let engine = deployment.engines[ingress.engine]
    return ingress.isIsolated ? instance(engine, isolating: ingress) : instance(engine)
  }

  /// A filter chain of a port without HTTP; `arm` is nil where the port leads to an upstream without routes.
  static func chain(_ ingress: Ingress, arm: String?) -> String {
    arm.map { "\(ingress.identity.fileName)~\($0)" } ?? ingress.identity.fileName
  }

  /// A filter chain that closes what no arm is asked about. Arms have no names with a tilde.
  static func chain(_ ingress: Ingress, closing reason: String) -> String {
    "\(ingress.identity.fileName)~close~\(reason)"
  }

  /// A cluster that there never is: what is sent to it is dropped.
  static let noCluster = "~close"

  /// One listener for each address and port of an ingress. A new address makes a new listener, which can serve beside
  /// the old one. The colons of IPv6 are written as hyphens: the name is a file name too.
  static func listener(
    _ ingress: Ingress, _ listener: IngressListener, address: IPAddress, isHTTP3: Bool = false
  ) -> String {
    var bytes: [UInt8] = []
    bytes.append(ingress.identity.fileName)
    bytes.append("~")
    bytes.appendDecimal(UInt64(listener.port))
    // TCP and UDP count their ports apart.
    bytes.append(isHTTP3 ? "~http3~" : listener.routeProtocol == .udp ? "~udp~" : "~")
    let start = bytes.count
    address.append(to: &bytes)
    for index in start..<bytes.count where bytes[index] == UInt8(ascii: ":") { bytes[index] = UInt8(ascii: "-") }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The route configuration of one port, shared by the listeners of all addresses.
  static func routes(_ ingress: Ingress, port: UInt16) -> String { "\(ingress.identity.fileName)~\(port)" }

  /// Begins as the names of other secrets do, so that statistics tell whose it is.
  static func certificate(_ certificate: Certificate) -> String {
    let owner = certificate.identity.tenant.map { "tenants.\($0)" } ?? "platform"
    return "\(owner).certificates.\(certificate.identity.fileName)"
  }

  /// A set of authorities that upstreams' certificates are checked against.
  static func authority(_ secret: SecretReference) -> String { flat(secret) + EnvoyLayout.authoritySuffix }

  /// A certificate that the edge shows to endpoints.
  static func clientCertificate(_ secret: SecretReference) -> String {
    flat(secret) + EnvoyLayout.clientCertificateSuffix
  }

  /// A key of a client or of a sign-in.
  static func key(_ secret: SecretReference) -> String { flat(secret) + EnvoyLayout.keySuffix }

  /// Slashes are written as dots, and what could be taken for one, or is no part of a file name, as a tilde and its
  /// hexadecimal value: two secrets never share a name.
  private static func flat(_ secret: SecretReference) -> String {
    var bytes: [UInt8] = []
    for byte in secret.path.utf8 {
      switch byte {
      case UInt8(ascii: "/"): bytes.append(UInt8(ascii: "."))
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        bytes.append(byte)
      default:
        bytes.append(UInt8(ascii: "~"))
        bytes.appendHex(CollectionOfOne(byte))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The cluster that keys of a token issuer are fetched from.
  static func keys(_ ingress: Ingress, _ provider: JWTProvider) -> String {
    "\(ingress.identity.fileName)~jwks~\(provider.name)"
  }

  /// The cluster that a sign-in gets its tokens from.
  static func signIn(_ ingress: Ingress, _ signIn: SignIn) -> String {
    "\(ingress.identity.fileName)~oidc~\(signIn.name)"
  }

  /// A geo database's file in the run directory.
  static func data(_ database: GeoDatabase) -> String { "\(database.identity.fileName).mmdb" }
}
