import EpicBase
import EpicIR

/// From the words of the command line to a connection without HTTP.
extension TraceQuestion {
  func connection(url: String, in deployment: Deployment) throws(TraceError) -> RouteConnection {
    guard var connection = RouteConnection(url: url) else {
      throw TraceError(
        "`\(url)` is nothing that a connection can be made to: write a host and a port from 1 to 65535, and no path")
    }
    try refuseRequestOptions(url)
    let scheme = "\(connection.routeProtocol.word)://"
    if let client { connection.client = try address(client, "--from") }
    if let balancer {
      guard connection.routeProtocol != .udp else { throw TraceError("--via: no datagram carries a PROXY header") }
      connection.balancer = try address(balancer, "--via")
    }
    if let serverName {
      guard connection.routeProtocol == .tls else { throw TraceError("--sni: `\(scheme)` sends no server name") }
      connection.serverName = try TraceQuestion.serverName(serverName)
    }
    if let site { connection.site = try row(site, deployment.sites, "site", "--site") { $0.identity } }
    if let ingress { connection.ingress = try self.ingress(ingress, deployment) }
    return connection
  }

  private static func serverName(_ text: String) throws(TraceError) -> RouteConnection.ServerName {
    if text == "absent" { return .absent }
    guard IPAddress(text) == nil else {
      throw TraceError("--sni: a server name is never an address (RFC 6066 section 3): write `--sni absent`")
    }
    guard text.isHostName, !text.hasSuffix(".") else {
      let meant = text.isHostName ? ": it ends without a dot (RFC 6066 section 3)" : ""
      throw TraceError("--sni: `\(text)` is no server name\(meant)")
    }
    return .name(text)
  }

  /// What only requests have.
  private func refuseRequestOptions(_ url: String) throws(TraceError) {
    let stated = [
      ("--country", country != nil), ("--asn", autonomousSystem != nil), ("--header", !headers.isEmpty),
      ("--cookie", !cookies.isEmpty), ("--jwt", token != nil), ("--body", body != nil), ("--tls", tls != nil),
    ]
    guard let first = stated.first(where: \.1)?.0 else { return }
    switch first {
    case "--country", "--asn":
      throw TraceError("\(first): no route asks a connection for the client's place, which Envoy knows too late")
    case "--tls": throw TraceError("--tls: no route asks a connection for its version of TLS")
    default: throw TraceError("\(first): it is about requests, and `\(url)` is a connection")
    }
  }
}
