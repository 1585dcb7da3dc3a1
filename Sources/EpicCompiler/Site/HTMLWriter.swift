import EpicBase

/// Writes HTML into bytes. Markup is written by the program alone (`StaticString`); whatever comes from a workspace goes
/// through `text`, which escapes it, so no comment or name can become markup.
struct HTMLWriter {
  private(set) var bytes: [UInt8] = []

  /// Markup, as it is.
  mutating func raw(_ markup: StaticString) { bytes.append(markup) }

  /// Text, in an element or in a quoted attribute. What HTML does not allow at all is shown as U+FFFD.
  mutating func text(_ text: some StringProtocol) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes.append("&amp;")
      case UInt8(ascii: "<"): bytes.append("&lt;")
      case UInt8(ascii: ">"): bytes.append("&gt;")
      case UInt8(ascii: "\""): bytes.append("&quot;")
      case UInt8(ascii: "'"): bytes.append("&#39;")
      case 9, 10: bytes.append(byte)
      case 0..<32, 127: bytes.append("\u{FFFD}")
      default: bytes.append(byte)
      }
    }
  }

  /// `<a href="…">text</a>`.
  mutating func link(_ target: String, _ label: some StringProtocol) {
    raw("<a href=\"")
    text(target)
    raw("\">")
    text(label)
    raw("</a>")
  }

  /// An element with text.
  mutating func element(_ start: StaticString, _ label: some StringProtocol, _ end: StaticString) {
    raw(start)
    text(label)
    raw(end)
  }
}
