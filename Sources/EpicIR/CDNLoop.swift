import EpicBase

/// Protection against requests that a CDN sends back to the ingress that sent them (RFC 8586). Each ingress that leads to
/// a CDN adds a name of its own to `cdn-loop`, and refuses a request that has it too often.
package enum CDNLoop {
  /// A CDN that takes its content from the ingress that it serves makes a request pass twice, and is no loop.
  package static let mostPasses = 2

  /// The name of an ingress in `cdn-loop`: a pseudonym that tells nobody what it is called here.
  package static func id(of ingress: Ingress, in workspace: String) -> String {
    var bytes = Array("epic-".utf8)
    let hash = XXH64.hash("\(workspace)/\(ingress.identity.fileName)")
    bytes.appendHex((0..<8).map { UInt8(truncatingIfNeeded: hash >> (56 - 8 * $0)) })
    return String(decoding: bytes, as: UTF8.self)
  }

  /// How often a header's value holds the name; nil if it is no list of names with parameters (RFC 8586 section 2).
  package static func count(of id: String, in value: String) -> Int? {
    var reader = Reader(rest: Array(value.utf8)[...])
    return reader.count(of: Array(id.utf8))
  }

  private struct Reader {
    var rest: ArraySlice<UInt8>

    mutating func count(of id: [UInt8]) -> Int? {
      var found = 0
      skipBlanks()
      while !rest.isEmpty {
        if take(UInt8(ascii: ",")) {
          skipBlanks()
          continue
        }
        guard let name = name() else { return nil }
        if name.elementsEqual(id) { found += 1 }
        skipBlanks()
        while take(UInt8(ascii: ";")) {
          skipBlanks()
          guard parameter() else { return nil }
          skipBlanks()
        }
        guard rest.isEmpty || take(UInt8(ascii: ",")) else { return nil }
        skipBlanks()
      }
      return found
    }

    /// A host or a pseudonym, and a port.
    private mutating func name() -> ArraySlice<UInt8>? {
      let start = rest
      if take(UInt8(ascii: "[")) {
        while let byte = rest.first, byte.isHexDigit || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".") {
          rest.removeFirst()
        }
        guard take(UInt8(ascii: "]")) else { return nil }
      } else if !token() {
        return nil
      }
      if take(UInt8(ascii: ":")) {
        while let byte = rest.first, byte >= 48 && byte <= 57 { rest.removeFirst() }
      }
      return start[..<rest.startIndex]
    }

    private mutating func parameter() -> Bool {
      guard token(), take(UInt8(ascii: "=")) else { return false }
      return rest.first == UInt8(ascii: "\"") ? quoted() : token()
    }

    /// RFC 9110 section 5.6.2.
    private mutating func token() -> Bool {
      let start = rest.startIndex
      while let byte = rest.first, byte.isTokenByte { rest.removeFirst() }
      return rest.startIndex > start
    }

    /// RFC 9110 section 5.6.4.
    private mutating func quoted() -> Bool {
      rest.removeFirst()
      while let byte = rest.popFirst() {
        switch byte {
        case UInt8(ascii: "\""): return true
        case UInt8(ascii: "\\"):
          guard let escaped = rest.popFirst(), escaped == 9 || escaped >= 32 && escaped != 127 else { return false }
        case 9, 32...126, 128...: continue
        default: return false
        }
      }
      return false
    }

    private mutating func take(_ byte: UInt8) -> Bool {
      guard rest.first == byte else { return false }
      rest.removeFirst()
      return true
    }

    private mutating func skipBlanks() {
      while let byte = rest.first, byte == 32 || byte == 9 { rest.removeFirst() }
    }
  }
}

extension UInt8 {
  fileprivate var isHexDigit: Bool { self >= 48 && self <= 57 || self | 32 >= 97 && self | 32 <= 102 }

  fileprivate var isTokenByte: Bool {
    switch self {
    case 48...57, 65...90, 97...122: true
    default: "!#$%&'*+-.^_`|~".utf8.contains(self)
    }
  }
}

extension Deployment {
  /// Whether a route of the table leads to a CDN.
  package func leadsToCDN(_ table: RouteTable) -> Bool {
    table.upstreams.contains { row in
      upstreams[row].tiers.contains { tier in
        tier.members.contains { if case .cdn = $0.source { true } else { false } }
      }
    }
  }
}
