/// `file` URIs and paths (RFC 8089; RFC 3986 section 2.1).
package enum DocumentURI {
  /// The absolute path that a URI names; nil for other schemes, other hosts and paths that no file has.
  package static func path(_ uri: String) -> String? {
    guard uri.utf8.count >= 7, uri.prefix(7).lowercased() == "file://" else { return nil }
    var rest = uri.dropFirst(7)
    if rest.lowercased().hasPrefix("localhost/") { rest = rest.dropFirst("localhost".count) }
    guard rest.first == "/" else { return nil }
    let bytes = Array(rest.utf8)
    var path: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") { break }
      if byte == UInt8(ascii: "%") {
        guard index + 2 < bytes.count, let high = hexadecimal(bytes[index + 1]), let low = hexadecimal(bytes[index + 2])
        else { return nil }
        path.append(high << 4 | low)
        index += 3
      } else {
        path.append(byte)
        index += 1
      }
    }
    guard !path.contains(0), let text = String(validating: path, as: UTF8.self) else { return nil }
    let segments = text.split(separator: "/")
    // A dot segment would let two paths name one file.
    guard !segments.contains(where: { $0 == "." || $0 == ".." }) else { return nil }
    return "/" + segments.joined(separator: "/")
  }

  /// The URI of an absolute path.
  package static func uri(_ path: String) -> String {
    var bytes = Array("file://".utf8)
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        bytes.append(byte)
      default:
        bytes.append(UInt8(ascii: "%"))
        for digit in [byte >> 4, byte & 15] { bytes.append(digit < 10 ? 48 + digit : 55 + digit) }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - 48
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - 87
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - 55
    default: nil
    }
  }
}
