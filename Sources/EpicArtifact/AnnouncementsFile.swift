package import EpicBase

/// `announcements.json`: what a node's BIRD fragment announces, for the applier: the addresses the node must hold, the
/// passwords it must provide, and the values to read back.
package struct AnnouncementsFile: Hashable, Sendable {
  /// File name below the node's `bird` folder.
  package static let fileName = "announcements.json"
  /// The fragment beside it.
  package static let fragmentFileName = "epic.conf"
  /// What the fragment includes if a peer has a password; written by the applier beside the fragment, mode 0600.
  package static let secretsFileName = "epic-secrets.conf"
  static let format = "epic.announcements/1"

  /// One announced prefix.
  package struct Route: Hashable, Sendable {
    package var prefix: IPPrefix
    /// Name of the static protocol in BIRD.
    package var `protocol`: String
    /// Communities in BGP's text form, in written order.
    package var communities: [String]
    /// Addresses of the prefix that ingresses of this node serve, sorted.
    package var addresses: [IPAddress]

    package init(prefix: IPPrefix, protocol: String, communities: [String], addresses: [IPAddress]) {
      self.prefix = prefix
      self.protocol = `protocol`
      self.communities = communities
      self.addresses = addresses
    }
  }

  /// One BGP session.
  package struct Session: Hashable, Sendable {
    /// Name of the protocol in BIRD.
    package var `protocol`: String
    package var neighbor: IPAddress
    /// Number of prefixes exported to it, both families together.
    package var exports: UInt32
    /// The `define` that holds its password and the secret's path below the node's secret directory.
    package var password: Password?

    package init(protocol: String, neighbor: IPAddress, exports: UInt32, password: Password?) {
      self.protocol = `protocol`
      self.neighbor = neighbor
      self.exports = exports
      self.password = password
    }
  }

  /// A TCP MD5 password (RFC 2385) by reference.
  package struct Password: Hashable, Sendable {
    /// The constant that `epic-secrets.conf` defines.
    package var define: String
    /// Path below the node's secret directory.
    package var secret: String

    package init(define: String, secret: String) {
      self.define = define
      self.secret = secret
    }
  }

  package var node: String
  package var generation: UInt64
  /// What `EPIC_DIGEST` evaluates to.
  package var content: ContentDigest
  /// Sorted by prefix.
  package var routes: [Route]
  /// In the site's order.
  package var sessions: [Session]

  package init(node: String, generation: UInt64, content: ContentDigest, routes: [Route], sessions: [Session]) {
    self.node = node
    self.generation = generation
    self.content = content
    self.routes = routes
    self.sessions = sessions
  }

  /// Addresses that the node must hold before anything is announced, sorted, each once.
  package var addresses: [IPAddress] {
    var result: [IPAddress] = []
    for address in routes.flatMap(\.addresses).sorted() where result.last != address { result.append(address) }
    return result
  }

  /// Text of `epic-secrets.conf` for these passwords, keyed by define; nil if one is missing or cannot be written as a
  /// BIRD string (BIRD's strings have no escapes).
  package func secretsFile(_ passwords: [String: String]) -> [UInt8]? {
    var text: [UInt8] = []
    for password in sessions.compactMap(\.password) {
      guard let value = passwords[password.define], !value.isEmpty,
        value.utf8.allSatisfy({ $0 >= 32 && $0 < 127 && $0 != UInt8(ascii: "\"") })
      else { return nil }
      text.append("define ")
      text.append(password.define)
      text.append(" = \"")
      text.append(value)
      text.append("\";\n")
    }
    return text
  }
}
