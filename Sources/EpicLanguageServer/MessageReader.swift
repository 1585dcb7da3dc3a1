/// Cuts a stream of bytes into messages (LSP 3.17, base protocol: a header with `Content-Length`, an empty line, the
/// content). Any bytes may come: what is no header is passed over up to the next empty line.
package struct MessageReader {
  /// What the stream holds next.
  package enum Item: Hashable, Sendable {
    /// A message's content.
    case message([UInt8])
    /// A message of that many bytes, too long to be read; its content is passed over.
    case oversized(Int)
    /// Bytes that are no header.
    case malformed
  }

  private var buffer: [UInt8] = []
  /// Bytes at the front of `buffer` that were handed out.
  private var consumed = 0
  /// Content of an oversized message that is still to come.
  private var skipped = 0
  /// Whether a header too long was reported, and its end is still to come.
  private var isInBadHeader = false

  package init() {}

  /// Takes the stream's next bytes.
  package mutating func append(_ bytes: some Collection<UInt8>) {
    if consumed > 0, consumed >= buffer.count / 2 {
      buffer.removeFirst(consumed)
      consumed = 0
    }
    buffer.append(contentsOf: bytes)
  }

  /// The next item; nil if more bytes are needed.
  package mutating func next() -> Item? {
    while true {
      if skipped > 0 {
        let count = min(skipped, buffer.count - consumed)
        skipped -= count
        consumed += count
        if skipped > 0 { return nil }
      }
      guard let end = headerEnd() else {
        guard buffer.count - consumed > ProtocolLimits.headerBytes else { return nil }
        // The empty line may be half here: its first three bytes stay.
        consumed = buffer.count - 3
        if isInBadHeader { return nil }
        isInBadHeader = true
        return .malformed
      }
      let header = buffer[consumed..<end]
      if isInBadHeader {
        isInBadHeader = false
        consumed = end
        continue
      }
      guard header.count <= ProtocolLimits.headerBytes, let length = MessageReader.contentLength(header) else {
        consumed = end
        return .malformed
      }
      if length > ProtocolLimits.messageBytes {
        consumed = end
        skipped = length
        return .oversized(length)
      }
      guard buffer.count - end >= length else { return nil }
      consumed = end + length
      return .message(Array(buffer[end..<end + length]))
    }
  }

  /// Offset behind the header's empty line. A lone newline ends a line as well, so that one wrong client is understood.
  private func headerEnd() -> Int? {
    var index = consumed
    let limit = min(buffer.count, consumed + ProtocolLimits.headerBytes + 4)
    while index < limit {
      if buffer[index] == UInt8(ascii: "\n"), index + 1 < buffer.count {
        if buffer[index + 1] == UInt8(ascii: "\n") { return index + 2 }
        if buffer[index + 1] == UInt8(ascii: "\r"), index + 2 < buffer.count, buffer[index + 2] == UInt8(ascii: "\n") {
          return index + 3
        }
      }
      index += 1
    }
    return nil
  }

  /// The value of `Content-Length`, whatever the case of its letters (as of HTTP fields, RFC 9110 section 5.1).
  private static func contentLength(_ header: ArraySlice<UInt8>) -> Int? {
    for line in header.split(separator: UInt8(ascii: "\n")) {
      let parts = line.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, String(decoding: parts[0], as: UTF8.self).lowercased() == "content-length" else {
        continue
      }
      let digits = parts[1].filter { $0 != 32 && $0 != 9 && $0 != 13 }
      guard !digits.isEmpty, digits.count <= 12, digits.allSatisfy({ $0 >= 48 && $0 <= 57 }) else { return nil }
      return Int(String(decoding: digits, as: UTF8.self))
    }
    return nil
  }

  /// A message as the stream carries it.
  package static func frame(_ content: [UInt8]) -> [UInt8] {
    Array("Content-Length: \(content.count)\r\n\r\n".utf8) + content
  }
}
