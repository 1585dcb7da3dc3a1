/// A host name or a wildcard over host names, lower case.
package struct HostPattern: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// What the leftmost part stands for.
  package enum Wildcard: UInt8, Hashable, Sendable {
    /// No wildcard.
    case none
    /// `*.`: exactly one label.
    case oneLabel
    /// `**.`: one or more labels.
    case labels
  }

  package var wildcard: Wildcard
  /// The name behind the wildcard, without a leading or trailing dot.
  package var name: String

  /// Takes the name as it is; folding to lower case and checking labels is the lexer's and checker's work.
  package init(wildcard: Wildcard, name: String) {
    self.wildcard = wildcard
    self.name = name
  }

  /// Parses `*.`, `**.` or a plain name; letters are folded to lower case and one trailing dot is dropped.
  package init(_ text: String) {
    var rest = Substring(text.lowercased())
    if rest.hasSuffix(".") { rest = rest.dropLast() }
    if rest.hasPrefix("**.") {
      wildcard = .labels
      rest = rest.dropFirst(3)
    } else if rest.hasPrefix("*.") {
      wildcard = .oneLabel
      rest = rest.dropFirst(2)
    } else {
      wildcard = .none
    }
    name = String(rest)
  }

  /// Number of labels of the name behind the wildcard.
  package var labelCount: Int { name.utf8.reduce(1) { $1 == UInt8(ascii: ".") ? $0 + 1 : $0 } }

  /// Whether this pattern matches the (lower-case) host name.
  package func matches(_ host: String) -> Bool {
    if wildcard == .none { return host == name }
    guard host.hasSuffix("." + name) else { return false }
    let label = host.dropLast(name.utf8.count + 1)
    return !label.isEmpty && (wildcard == .labels || !label.contains("."))
  }

  /// Whether every host that `other` matches is matched by this pattern.
  package func covers(_ other: HostPattern) -> Bool {
    switch (wildcard, other.wildcard) {
    case (_, .none): matches(other.name)
    case (.none, _): false
    case (.oneLabel, .oneLabel): name == other.name
    case (.oneLabel, .labels): false
    case (.labels, _): name == other.name || other.name.hasSuffix("." + name)
    }
  }

  /// Whether some host is matched by both.
  package func overlaps(_ other: HostPattern) -> Bool {
    if covers(other) || other.covers(self) { return true }
    guard wildcard != .none, other.wildcard != .none else { return false }
    // `**.a` and `*.b.a` were covered above; `*.b.a` and `**.a` likewise. What is left shares no host.
    return wildcard == .labels && other.name.hasSuffix("." + name)
      || other.wildcard == .labels && name.hasSuffix("." + other.name)
  }

  package static func < (left: HostPattern, right: HostPattern) -> Bool {
    left.name == right.name ? left.wildcard.rawValue < right.wildcard.rawValue : left.name < right.name
  }

  package var description: String {
    switch wildcard {
    case .none: name
    case .oneLabel: "*." + name
    case .labels: "**." + name
    }
  }
}

/// Where a connection goes: an address or a DNS name, with a port.
package struct HostEndpoint: Hashable, Sendable, CustomStringConvertible {
  /// The host part of an endpoint.
  package enum Host: Hashable, Sendable {
    case address(IPAddress)
    case name(String)
  }
  package var host: Host
  package var port: UInt16

  package init(host: Host, port: UInt16) {
    self.host = host
    self.port = port
  }

  package var description: String {
    switch host {
    case .address(let address): address.family == .v6 ? "[\(address)]:\(port)" : "\(address):\(port)"
    case .name(let name): "\(name):\(port)"
    }
  }
}

/// An `http` or `https` URL, split.
package struct WebURL: Hashable, Sendable, CustomStringConvertible {
  package var isTLS: Bool
  /// Host name (lower case) or address text without brackets.
  package var host: String
  /// The port, by default 80 or 443.
  package var port: UInt16
  /// Path and query, `/` at least.
  package var pathAndQuery: String
  package init(isTLS: Bool, host: String, port: UInt16, pathAndQuery: String) {
    self.isTLS = isTLS
    self.host = host
    self.port = port
    self.pathAndQuery = pathAndQuery
  }

  package var description: String {
    let authority = host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]" : host
    return "\(isTLS ? "https" : "http")://\(authority)\(port == (isTLS ? 443 : 80) ? "" : ":\(port)")\(pathAndQuery)"
  }
}

/// A path literal: whole segments, captures, and an optional open end.
package struct PathPattern: Hashable, Sendable, CustomStringConvertible {
  /// One segment between slashes.
  package enum Segment: Hashable, Sendable {
    /// Bytes that match themselves, percent-encoding kept.
    case literal(String)
    /// `{name}`: one non-empty segment.
    case capture(String)
    /// `v{name}.json`: a segment with a non-empty part between these two; one of them may be empty.
    case partial(prefix: String, capture: String, suffix: String)
  }
  /// What may follow the segments.
  package enum Tail: Hashable, Sendable {
    /// Nothing: the path is exact.
    case exact
    /// `/**`: this path and everything below it, by whole segments.
    case subtree
    /// `/{name...}`: as `subtree`, the rest captured without its slash, possibly empty.
    case rest(String)
  }
  package var segments: [Segment]
  /// An exact path that ends in `/` (`/a/`) keeps it; `/` itself has no segments and this set.
  package var hasTrailingSlash: Bool
  package var tail: Tail

  package init(segments: [Segment], hasTrailingSlash: Bool = false, tail: Tail = .exact) {
    self.segments = segments
    self.hasTrailingSlash = hasTrailingSlash
    self.tail = tail
  }

  /// Names of the captures in order of appearance.
  package var captures: [String] {
    var names: [String] = []
    for segment in segments {
      switch segment {
      case .literal: break
      case .capture(let name), .partial(_, let name, _): names.append(name)
      }
    }
    if case .rest(let name) = tail { names.append(name) }
    return names
  }

  /// What a plain path is in front of another one, which begins with a `/` of its own: without the one at its end.
  package var prefixText: String {
    var path = self
    path.hasTrailingSlash = false
    let text = path.description
    return text == "/" ? "" : text
  }

  package var description: String {
    var text = ""
    for segment in segments {
      switch segment {
      case .literal(let literal): text += "/" + literal
      case .capture(let name): text += "/{\(name)}"
      case .partial(let prefix, let name, let suffix): text += "/\(prefix){\(name)}\(suffix)"
      }
    }
    switch tail {
    case .exact: if hasTrailingSlash || segments.isEmpty { text += "/" }
    case .subtree: text += "/**"
    case .rest(let name): text += "/{\(name)...}"
    }
    return text
  }
}
