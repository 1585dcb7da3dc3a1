/// Hosts of other scripts, as DNS carries them (RFC 3492).
enum Punycode {
  /// The ASCII form of a word that looks like a host: labels joined by dots, letters and digits of any script. Nil for
  /// other words.
  static func host(_ word: String) -> String? {
    var labels: [String] = []
    for label in word.split(separator: ".", omittingEmptySubsequences: false) {
      if label == "*" || label == "**" {
        labels.append(String(label))
        continue
      }
      let scalars = Array(label.lowercased().unicodeScalars)
      guard !scalars.isEmpty else { return nil }
      for scalar in scalars where !isHostCharacter(scalar) { return nil }
      if scalars.allSatisfy({ $0.isASCII }) {
        labels.append(label.lowercased())
      } else {
        guard let encoded = encode(scalars), encoded.utf8.count <= 59 else { return nil }
        labels.append("xn--" + encoded)
      }
    }
    return labels.count >= 2 ? labels.joined(separator: ".") : nil
  }

  /// The ASCII form of a URL: its host's, and the bytes of UTF-8 percent-encoded behind it (RFC 3987 section 3.1). Nil if
  /// its host has none.
  static func url(_ text: String) -> String? {
    guard let scheme = text.firstRange(of: "://") else { return nil }
    let rest = text[scheme.upperBound...]
    let end = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
    let authority = rest[..<end]
    let colon = authority.firstIndex(of: ":") ?? authority.endIndex
    let name = String(authority[..<colon])
    guard let host = name.utf8.allSatisfy({ $0 < 0x80 }) ? name : host(name),
      authority[colon...].utf8.allSatisfy({ $0 < 0x80 })
    else { return nil }
    var result = text[..<scheme.upperBound] + host + authority[colon...]
    for byte in rest[end...].utf8 {
      if byte < 0x80 {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%\(digits)"
      }
    }
    return String(result)
  }

  private static func isHostCharacter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return scalar == "-" || (scalar >= "0" && scalar <= "9") || (scalar >= "a" && scalar <= "z")
    }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// RFC 3492 section 6.3, with its parameters for internationalised names.
  private static func encode(_ scalars: [Unicode.Scalar]) -> String? {
    if scalars.count > 63 { return nil }
    var output = scalars.filter { $0.isASCII }.map { UInt8($0.value) }
    let basic = output.count
    var handled = basic
    if basic > 0 { output.append(UInt8(ascii: "-")) }
    var code: UInt32 = 128
    var delta: UInt32 = 0
    var bias: UInt32 = 72
    while handled < scalars.count {
      guard let next = scalars.lazy.map({ $0.value }).filter({ $0 >= code }).min() else { return nil }
      // At most 63 characters below 0x110000: the product stays far below 32 bits.
      delta += (next - code) * UInt32(handled + 1)
      code = next
      for scalar in scalars {
        if scalar.value < code { delta += 1 }
        if scalar.value == code {
          appendVariableLength(delta, bias, &output)
          bias = adapt(delta, UInt32(handled + 1), isFirst: handled == basic)
          delta = 0
          handled += 1
        }
      }
      delta += 1
      code += 1
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func appendVariableLength(_ delta: UInt32, _ bias: UInt32, _ output: inout [UInt8]) {
    var rest = delta
    var position: UInt32 = 36
    while true {
      let threshold = position <= bias ? 1 : min(position - bias, 26)
      if rest < threshold { break }
      output.append(digit(threshold + (rest - threshold) % (36 - threshold)))
      rest = (rest - threshold) / (36 - threshold)
      position += 36
    }
    output.append(digit(rest))
  }

  private static func digit(_ value: UInt32) -> UInt8 {
    value < 26 ? UInt8(ascii: "a") + UInt8(value) : UInt8(ascii: "0") + UInt8(min(value, 35) - 26)
  }

  private static func adapt(_ delta: UInt32, _ points: UInt32, isFirst: Bool) -> UInt32 {
    var rest = isFirst ? delta / 700 : delta / 2
    rest += rest / points
    var steps: UInt32 = 0
    while rest > 455 {
      rest /= 35
      steps += 36
    }
    return steps + 36 * rest / (rest + 38)
  }
}

/// Characters that word processors put in the place of ASCII ones.
enum Lookalikes {
  /// The word with every look-alike replaced; nil if a character beyond ASCII is left.
  static func ascii(_ word: String) -> String? {
    var result = ""
    for scalar in word.unicodeScalars {
      if scalar.isASCII {
        result.unicodeScalars.append(scalar)
        continue
      }
      switch scalar.value {
      case 0x2018, 0x2019, 0x201C, 0x201D, 0x201E: result += "\""
      case 0x2010...0x2015, 0x2212: result += "-"
      case 0xA0, 0x2000...0x200A, 0x202F, 0x3000: result += " "
      case 0x200B...0x200D, 0xFEFF: break
      case 0x2026: result += ".."
      case 0xD7: result += "x"
      case 0x2192: result += "->"
      case 0x2264: result += "<="
      case 0x2265: result += ">="
      default: return nil
      }
    }
    return result
  }
}
