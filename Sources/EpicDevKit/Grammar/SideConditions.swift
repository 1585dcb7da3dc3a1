import EpicBase
import EpicSyntax

/// What the grammar's comments demand of words beyond the rules of part 2.
enum SideConditions {
  /// The reserved words, as the grammar's head lists them.
  static let reserved: Set<String> = [
    "all", "and", "any", "because", "close", "else", "exists", "false", "for", "if", "implies", "in", "is", "let",
    "matches", "not", "or", "otherwise", "redirect", "respond", "split", "starts", "true", "under", "when",
  ]

  /// The word, changed where it has to be; nil if it cannot be put right.
  static func mended(_ text: String, tokenClass: String, using random: inout RandomSource) -> String? {
    switch tokenClass {
    case "STRING", "BLOCK_STRING", "URL", "PATH", "REGEX": return quoted(text, tokenClass)
    default: break
    }
    // The lexer gives these back to what follows the word.
    if text.hasSuffix("-") || text.hasSuffix(".") || text.hasSuffix(":") && !text.hasSuffix("::") { return nil }
    switch tokenClass {
    case "NAME": return reserved.contains(text) ? nil : text
    case "ADDRESS": return IPAddress(text) == nil ? nil : text
    case "PREFIX": return prefix(text)
    case "ADDRESS_RANGE":
      guard let (left, right) = ends(text), let first = IPAddress(left), let last = IPAddress(right) else { return nil }
      return first <= last ? text : right + ".." + left
    case "INTEGER_RANGE":
      guard let (left, right) = ends(text), let first = UInt32(left), let last = UInt32(right) else { return nil }
      return first <= last ? text : right + ".." + left
    case "ENDPOINT": return endpoint(text, using: &random)
    case "COMMUNITY":
      return text.split(separator: ":").map { String((UInt64($0) ?? 0) % 65536) }.joined(separator: ":")
    case "AS_NUMBER": return "AS" + String((UInt64(text.dropFirst(2)) ?? 64500) % 4_294_967_296)
    case "PERCENTAGE": return percentage(text)
    default: return longestNumber(text) > 6 ? nil : text
    }
  }

  private static func longestNumber(_ text: String) -> Int {
    text.utf8.split { $0 < 48 || $0 > 57 }.map(\.count).max() ?? 0
  }

  private static func ends(_ text: String) -> (String, String)? {
    let bytes = Array(text.utf8)
    guard let dots = bytes.indices.dropLast().first(where: { bytes[$0] == 46 && bytes[$0 + 1] == 46 }) else {
      return nil
    }
    return (String(decoding: bytes[..<dots], as: UTF8.self), String(decoding: bytes[(dots + 2)...], as: UTF8.self))
  }

  private static func prefix(_ text: String) -> String? {
    let parts = text.split(separator: "/")
    guard parts.count == 2, let address = IPAddress(String(parts[0])), let length = UInt64(parts[1]) else { return nil }
    return IPPrefix(containing: address, length: Int(length % UInt64(address.family.bitWidth + 1)))?.description
  }

  private static func endpoint(_ text: String, using random: inout RandomSource) -> String? {
    guard let colon = text.lastIndex(of: ":") else { return nil }
    let host = text[..<colon]
    if host.hasPrefix("["), IPAddress(String(host.dropFirst().dropLast())) == nil { return nil }
    return "\(host):\(1 + random.below(65535))"
  }

  private static func percentage(_ text: String) -> String? {
    let parts = text.dropLast().split(separator: ".")
    guard let whole = parts.first.flatMap({ UInt64($0) }) else { return nil }
    let fraction = parts.count > 1 ? "." + parts[1].prefix(4) : ""
    return "\(whole % 100)\(fraction)%"
  }

  // MARK: What stands in quotes or runs to a blank

  private static func quoted(_ text: String, _ tokenClass: String) -> String? {
    switch tokenClass {
    case "URL":
      // Random characters rarely begin with a host.
      guard let slashes = text.firstRange(of: "//") else { return nil }
      let whole = text[..<slashes.upperBound] + "shop.example.com/" + text[slashes.upperBound...]
      return isInterpolated(String(whole)) ? String(whole) : nil
    case "PATH": return path(text)
    case "REGEX": return regex(text)
    case "STRING": return isInterpolated(text) && areEscapesValid(text) ? text : nil
    default: return block(text)
    }
  }

  private static func path(_ text: String) -> String? {
    for segment in text.split(separator: "/") where segment == "." || segment == ".." { return nil }
    let captures = text.split(separator: "{").dropFirst().map { $0.prefix { $0 != "}" && $0 != "." } }
    if text.contains("{"), Set(captures).count < captures.count { return nil }
    return text.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "%20")
  }

  private static func regex(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    return bytes.count > 4 && RegexScanner(bytes, 3, bytes.count - 1).problem == nil ? text : nil
  }

  /// The text between the quotes, on lines of its own that nothing indents.
  private static func block(_ text: String) -> String? {
    let inner = String(text.dropFirst(3).dropLast(3))
    guard isInterpolated(inner), areEscapesValid(inner), !inner.contains("\"\"\"") else { return nil }
    if inner.contains("\n") { return "\"\"\"\n" + inner + "\n\"\"\"" }
    return inner.hasSuffix("\"") || inner.hasPrefix("\"") ? nil : text
  }

  /// Whether every `${` opens an interpolation of a name.
  private static func isInterpolated(_ text: String) -> Bool {
    let parts = split(text, at: "${")
    for part in parts.dropFirst() {
      let name = part.prefix { $0 != "}" }
      guard name.utf8.count < part.utf8.count, let first = name.utf8.first, first == 95 || first > 64,
        name.utf8.allSatisfy({ $0 == 45 || $0 == 46 || $0 == 95 || $0 >= 48 && $0 <= 57 || $0 >= 65 && $0 < 123 }),
        !name.hasSuffix("-")
      else { return false }
    }
    return true
  }

  private static func areEscapesValid(_ text: String) -> Bool {
    for part in split(text, at: "\\u{").dropFirst() {
      let digits = part.prefix { $0 != "}" }
      guard digits.utf8.count <= 6, let value = UInt32(digits, radix: 16), Unicode.Scalar(value) != nil else {
        return false
      }
    }
    return true
  }

  private static func split(_ text: String, at separator: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = text[...]
    while let found = rest.firstRange(of: separator) {
      parts.append(rest[..<found.lowerBound])
      rest = rest[found.upperBound...]
    }
    return parts + [rest]
  }
}
